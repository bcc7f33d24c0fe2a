// Reading and making ints. An int is a JS number while it is a safe integer, else a bigint; a subclass instance wraps one.
// CPython: Objects/longobject.c
import { intType, PyFloat, PyInt } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import type { IntValue } from '../../numeric/integers.ts';

/** The int a value is (bool and subclasses included), or undefined. */
export function intValue(v: Value): IntValue | undefined {
  if (typeof v === 'number') return Number.isInteger(v) ? v : undefined;
  if (typeof v === 'bigint') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  return v instanceof PyInt ? v.value : undefined;
}

/** The double a float value is (subclasses included), or undefined; ints are not floats. */
export function floatValue(v: Value): number | undefined {
  if (typeof v === 'number') return Number.isInteger(v) ? undefined : v;
  return v instanceof PyFloat ? v.value : undefined;
}

/** A Python int of this value, in its one form. */
export function intOf(n: IntValue): Value {
  return typeof n === 'number' ? int(n) : n;
}

/** An instance of int or of a subclass. */
export function intInstance(type: PyType, n: IntValue): Value {
  return type === intType ? intOf(n) : new (type.Instance as unknown as new (n: IntValue) => PyInt)(n);
}
