// What a Python value is in JavaScript (ARCHITECTURE.md, "Values"). A JS number may be an int or a non-integral float, so a plain
// `number` is not a Value: it becomes one only through `int` (an integer) or `float` (a double), which keep the one-form-per-value rule.
import type { PyObject } from './object.ts';
import type { PyFunction, PyType } from './type.ts';

declare const pythonNumber: unique symbol;
/** An int in the safe range or a float that is not integral (NaN and infinities included). */
export type PyNumber = number & { readonly [pythonNumber]: true };

/** Any Python value. `undefined` is never one: it stands for unbound, missing, or not given. */
export type Value = PyObject | PyFunction | PyType | PyNumber | string | bigint | boolean;

/** A Python callable's JavaScript entry: positional arguments, `undefined` for not given. */
export type Entry = (...args: Value[]) => Value;

/** An int from a JS integer that is known to be safe. */
export function int(n: number): PyNumber {
  return n as PyNumber;
}

const MAX_SAFE_BIG = BigInt(Number.MAX_SAFE_INTEGER);

/** An int in its one form: a JS number while safe, else a bigint. */
export function intFromBigInt(n: bigint): PyNumber | bigint {
  return n <= MAX_SAFE_BIG && n >= -MAX_SAFE_BIG ? (Number(n) as PyNumber) : n;
}

/** An int from an integral double of any size. */
export function intFromDouble(n: number): PyNumber | bigint {
  return Number.isSafeInteger(n) ? ((n + 0) as PyNumber) : intFromBigInt(BigInt(n));
}
