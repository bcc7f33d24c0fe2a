// Operators on the plain numbers: ints in the safe range, and floats raw or boxed. Each gives undefined for what it leaves to the types' own
// methods: bigints, subclasses, errors. CPython: Objects/longobject.c (fast paths), Objects/floatobject.c
import { float, PyFloat } from '../core/primitives.ts';
import { int, type Value } from '../core/value.ts';
import { floatMod, floatPow } from './floats.ts';

type Result = Value | undefined;

/** The double of an exact float or a small int; undefined for anything else. */
export function plainNumber(v: Value): number | undefined {
  if (typeof v === 'number') return v;
  return v instanceof PyFloat && !(v.cls.flags & 1) ? v.value : undefined;
}

/** Whether `v` is a float or an int, boxed or not, so that `plainNumber` has its value unless it is a subclass's. */
export function isPlain(v: Value): v is Value & (number | PyFloat) {
  return typeof v === 'number' || v instanceof PyFloat;
}

/** `a % b`: the sign is the divisor's. */
export function modNumbers(a: Value, b: Value): Result {
  const x = plainNumber(a);
  const y = plainNumber(b);
  if (x === undefined || y === undefined || y === 0) return undefined;
  if (!areInts(a, b)) return float(floatMod(x, y));
  let rest = x % y;
  if (rest !== 0 && rest < 0 !== y < 0) rest += y;
  return int(rest + 0);
}

/** `a // b` for ints up to 2**52: exact, because what is divided is a multiple. */
export function floordivInts(a: Value, b: Value): Result {
  if (typeof a !== 'number' || typeof b !== 'number' || !areInts(a, b) || (b as number) === 0) return undefined;
  if (a > 4503599627370496 || a < -4503599627370496) return undefined;
  let rest = a % b;
  if (rest !== 0 && rest < 0 !== b < 0) rest += b;
  return int((a - rest) / b + 0);
}

/** Both are ints: boxed numbers never are. */
function areInts(a: Value, b: Value): boolean {
  return Number.isInteger(a) && Number.isInteger(b);
}

const WORD = 4294967296;

/** Bitwise operators beyond 32 bits: an upper word, signed, and a lower one. */
/** Two's complement reaches one number further down than the safe integers. */
function safeInt(value: number): Result {
  return value < Number.MIN_SAFE_INTEGER ? undefined : int(value);
}

export function andInts(a: Value, b: Value): Result {
  if (typeof a !== 'number' || typeof b !== 'number' || !areInts(a, b)) return undefined;
  return safeInt((Math.floor(a / WORD) & Math.floor(b / WORD)) * WORD + ((a & b) >>> 0));
}

export function orInts(a: Value, b: Value): Result {
  if (typeof a !== 'number' || typeof b !== 'number' || !areInts(a, b)) return undefined;
  return int((Math.floor(a / WORD) | Math.floor(b / WORD)) * WORD + ((a | b) >>> 0));
}

export function xorInts(a: Value, b: Value): Result {
  if (typeof a !== 'number' || typeof b !== 'number' || !areInts(a, b)) return undefined;
  return safeInt((Math.floor(a / WORD) ^ Math.floor(b / WORD)) * WORD + ((a ^ b) >>> 0));
}

/** `a << b` while the result is safe. */
export function lshiftInts(a: Value, b: Value): Result {
  if (typeof a !== 'number' || typeof b !== 'number' || !areInts(a, b) || b < 0 || b > 52) return undefined;
  const shifted = a * 2 ** b;
  return Number.isSafeInteger(shifted) ? int(shifted + 0) : undefined;
}

export function rshiftInts(a: Value, b: Value): Result {
  if (typeof a !== 'number' || typeof b !== 'number' || !areInts(a, b) || b < 0 || b > 1000) return undefined;
  return int(Math.floor(a / 2 ** b));
}

/** `a ** b` for floats, and for ints while every product is safe. */
export function powNumbers(a: Value, b: Value): Result {
  const x = plainNumber(a);
  const y = plainNumber(b);
  if (x === undefined || y === undefined) return undefined;
  if (areInts(a, b)) return powInts(x, y);
  const result = powDouble(x, y);
  return result === undefined ? undefined : float(result);
}

/** `x ** y` as a double where that raises nothing and is no complex number. */
export function powDouble(x: number, y: number): number | undefined {
  if (x === 0 && y < 0) return undefined;
  const result = floatPow(x, y);
  return typeof result === 'number' ? result : undefined;
}

function powInts(x: number, y: number): Result {
  if (y < 0 || y > 64) return undefined;
  let result = 1;
  for (let i = 0; i < y; i++) {
    result *= x;
    if (!Number.isSafeInteger(result)) return undefined;
  }
  return int(result + 0);
}
