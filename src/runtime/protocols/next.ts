// `__next__` of a native iterator, from its `iternext`. CPython: wrap_next
import type { PyObject } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { stopIteration } from '../exceptions/errors.ts';

export function nextOrStop(self: PyObject): Value {
  const value = self.iternext!();
  if (value === undefined) throw stopIteration();
  return value;
}
