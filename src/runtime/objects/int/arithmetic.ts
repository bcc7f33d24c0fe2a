// Arithmetic and comparison of ints as the special methods do them: NotImplemented for operands that are no ints. CPython: Objects/longobject.c
import { NotImplemented } from '../../core/object.ts';
import { float } from '../../core/primitives.ts';
import { intFromBigInt, type Value } from '../../core/value.ts';
import { memoryError, valueError, zeroDivisionError } from '../../exceptions/errors.ts';
import { COMPLEX_RESULT, floatPow, intToFloat, intTrueDiv, OUT_OF_RANGE } from '../../numeric/floats.ts';
import {
  bigFloorDiv,
  bigMod,
  type IntValue,
  intPow,
  intPowMod,
  shiftLeft,
  shiftRight,
} from '../../numeric/integers.ts';
import { resultOutOfRange } from '../float/range-error.ts';
import { intOf, intValue } from './int.ts';

type Operation = (a: IntValue, b: IntValue) => Value;

/** The special method of an operation: both operands must be ints. */
export function binary(run: Operation): (a: Value, b: Value) => Value {
  return (a, b) => {
    const x = intValue(a);
    const y = intValue(b);
    return x === undefined || y === undefined ? NotImplemented : run(x, y);
  };
}

/** `__rop__`: the operands the other way round. */
export function reflected(run: Operation): (a: Value, b: Value) => Value {
  return binary((x, y) => run(y, x));
}

export function intAdd(x: IntValue, y: IntValue): Value {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x + y;
    if (Number.isSafeInteger(r)) return intOf(r);
  }
  return intFromBigInt(BigInt(x) + BigInt(y));
}

export function intSub(x: IntValue, y: IntValue): Value {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x - y;
    if (Number.isSafeInteger(r)) return intOf(r);
  }
  return intFromBigInt(BigInt(x) - BigInt(y));
}

export function intMul(x: IntValue, y: IntValue): Value {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x * y;
    if (Number.isSafeInteger(r)) return intOf(r + 0);
  }
  return intFromBigInt(BigInt(x) * BigInt(y));
}

export function intTruediv(x: IntValue, y: IntValue): Value {
  if (y === 0) throw zeroDivisionError('division by zero');
  return float(typeof x === 'number' && typeof y === 'number' ? x / y : intTrueDiv(x, y));
}

export function intFloordiv(x: IntValue, y: IntValue): Value {
  if (y === 0) throw zeroDivisionError('division by zero');
  if (typeof x === 'number' && typeof y === 'number') {
    const m = x % y;
    const q = (x - m) / y;
    return intOf((m !== 0 && m < 0 !== y < 0 ? q - 1 : q) + 0);
  }
  return intFromBigInt(bigFloorDiv(BigInt(x), BigInt(y)));
}

export function intMod(x: IntValue, y: IntValue): Value {
  if (y === 0) throw zeroDivisionError('division by zero');
  if (typeof x === 'number' && typeof y === 'number') {
    const m = x % y;
    return intOf((m !== 0 && m < 0 !== y < 0 ? m + y : m) + 0);
  }
  return intFromBigInt(bigMod(BigInt(x), BigInt(y)));
}

/** `x << y`, refused before it allocates what cannot be held. */
export function intLshift(x: IntValue, y: IntValue): Value {
  if (y < 0) throw valueError('negative shift count');
  if (x === 0) return intOf(0);
  if (typeof y === 'bigint' || y > MAX_BITS) throw memoryError();
  return intOf(shiftLeft(x, y));
}

/** V8's limit on a BigInt's size. */
const MAX_BITS = 2 ** 30;

export function intRshift(x: IntValue, y: IntValue): Value {
  if (y < 0) throw valueError('negative shift count');
  if (typeof y === 'bigint' || y > MAX_BITS) return intOf(x < 0 ? -1 : 0);
  return intOf(shiftRight(x, y));
}

function bitwise(small: (a: number, b: number) => number, big: (a: bigint, b: bigint) => bigint): Operation {
  return (x, y) => {
    if (typeof x === 'number' && typeof y === 'number' && (x | 0) === x && (y | 0) === y) return intOf(small(x, y));
    return intFromBigInt(big(BigInt(x), BigInt(y)));
  };
}
export const intAnd: Operation = bitwise(
  (a, b) => a & b,
  (a, b) => a & b,
);
export const intOr: Operation = bitwise(
  (a, b) => a | b,
  (a, b) => a | b,
);
export const intXor: Operation = bitwise(
  (a, b) => a ^ b,
  (a, b) => a ^ b,
);

/** `pow(x, y)`: a float for negative exponents. */
export function intPower(x: IntValue, y: IntValue): Value {
  if (y < 0) {
    if (x === 0) throw zeroDivisionError('zero to a negative power');
    const result = floatPow(intToFloat(x), intToFloat(y));
    if (result === OUT_OF_RANGE) throw resultOutOfRange();
    return float(result === COMPLEX_RESULT ? Number.NaN : result);
  }
  const magnitude = x < 0 ? -x : x;
  if (magnitude > 1 && (typeof y === 'bigint' || y * Math.log2(Number(magnitude)) > MAX_BITS)) throw memoryError();
  return intOf(intPow(x, y));
}

export function intPowerMod(x: IntValue, y: IntValue, modulus: IntValue): Value {
  if (modulus === 0) throw valueError('pow() 3rd argument cannot be 0');
  const result = intPowMod(x, y, modulus);
  if (result === undefined) throw valueError('base is not invertible for the given modulus');
  return intOf(result);
}
