// What every native iterator's `__next__` does. CPython: Objects/typeobject.c (wrap_next)

import type { PyObject } from '../core/object.ts';
import { toss } from '../core/toss.ts';
import { TypeFlags } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { stopIteration } from '../exceptions/errors.ts';

export function nextOrStop(self: PyObject): Value {
  const value = self.cls.flags & TypeFlags.HEAP ? nativeNext(self) : self.iternext!();
  if (value === undefined) toss(stopIteration());
  return value;
}

/** A Python subclass may have a `__next__` of its own, which called this one. */
function nativeNext(self: PyObject): Value | undefined {
  let type = self.cls;
  while (type.flags & TypeFlags.HEAP && type.base !== undefined) type = type.base;
  return type.proto.iternext!.call(self);
}
