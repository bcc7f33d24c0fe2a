// Taking doubles apart and putting them together: C's frexp, ldexp, modf, nextafter, fma and IEEE remainder, each exact or rounded
// once. Shared by the float type, math, cmath, struct and decimal.
// CPython: Modules/mathmodule.c, Objects/floatobject.c.
import { productError, sumError } from './libm/pairs.ts';

const word = new DataView(new ArrayBuffer(8));

/** Whether the sign bit is set (true for -0.0 and negative NaNs). */
export function signBit(value: number): boolean {
  if (value !== 0 && !Number.isNaN(value)) return value < 0;
  word.setFloat64(0, value);
  return word.getUint8(0) >= 128;
}

/** |value| with the sign of `sign`. */
export function copySign(value: number, sign: number): number {
  const size = Math.abs(value);
  return signBit(sign) ? -size : size;
}

/** The exponent e of value = m * 2**e with 0.5 <= |m| < 1; 0 for zeros, infinities and NaN. */
export function frexpExponent(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  word.setFloat64(0, value);
  const biased = (word.getUint16(0) >> 4) & 0x7ff;
  if (biased !== 0) return biased - 1022;
  return frexpExponent(value * 2 ** 54) - 54;
}

/** [m, e] with value = m * 2**e. */
export function frexp(value: number): [number, number] {
  const exponent = frexpExponent(value);
  return [ldexp(value, -exponent), exponent];
}

/** value * 2**exponent, rounded once. */
export function ldexp(value: number, exponent: number): number {
  if (exponent >= -1022 && exponent <= 1023) {
    const scaled = value * 2 ** exponent;
    // A normal result was exact; zero operands and infinities are right too. Only a first rounding happens here.
    return scaled;
  }
  if (value === 0 || !Number.isFinite(value)) return value;
  if (exponent > 1023) {
    for (let left = Math.min(exponent, 2200); ; left -= 1023) {
      if (left <= 1023) return value * 2 ** left;
      value *= 2 ** 1023;
    }
  }
  // Far down: bring the value to the edge of the normal range exactly, then round in the last product.
  const own = frexpExponent(value);
  const target = own + exponent;
  if (target < -1080) return value < 0 ? -0 : 0;
  if (target >= -1020) return ldexp(value * 2 ** -600, exponent + 600);
  const normal = value * 2 ** ((-own / 2) | 0);
  return ldexpDown(normal, exponent - ((-own / 2) | 0));
}

function ldexpDown(value: number, exponent: number): number {
  const own = frexpExponent(value);
  // |value| becomes about 2**-1000 (normal, so exact) before the last step.
  const first = -1000 - own;
  const half = (first / 2) | 0;
  return value * 2 ** half * 2 ** (first - half) * 2 ** (exponent - first);
}

/** [fraction, whole], both with the sign of `value`. */
export function modf(value: number): [number, number] {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? [value, value] : [value < 0 ? -0 : 0, value];
  const whole = Math.trunc(value);
  return [copySign(value - whole, value), whole];
}

/** The double `steps` places from x towards y (CPython's `math.nextafter`; steps may exceed 2**53). */
export function nextAfter(x: number, y: number, steps: bigint): number {
  if (steps === 0n || Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  if (x === y) return y;
  const from = orderedBits(x);
  const to = orderedBits(y);
  const distance = to > from ? to - from : from - to;
  // One step is C's nextafter, which keeps the sign where it lands on zero.
  if (steps === 1n && distance === 1n && y === 0) return copySign(0, x);
  if (steps >= distance) return y;
  return fromOrderedBits(to > from ? from + steps : from - steps, x);
}

/** Doubles as integers in their own order; both zeros are 0. */
function orderedBits(value: number): bigint {
  word.setFloat64(0, Math.abs(value));
  const magnitude = word.getBigUint64(0);
  return value < 0 ? -magnitude : magnitude;
}

function fromOrderedBits(ordered: bigint, origin: number): number {
  const negative = ordered < 0n || (ordered === 0n && origin < 0);
  word.setBigUint64(0, ordered < 0n ? -ordered : ordered);
  const size = word.getFloat64(0);
  return negative ? -size : size;
}

/** The weight of the last bit of `value`. */
export function ulp(value: number): number {
  if (Number.isNaN(value)) return value;
  const size = Math.abs(value);
  if (size === Infinity) return size;
  if (size === Number.MAX_VALUE) return size - nextAfter(size, 0, 1n);
  return nextAfter(size, Infinity, 1n) - size;
}

/** IEEE 754 remainder of finite x by finite nonzero y: x - n*y for the nearest integer n, ties to even. */
export function ieeeRemainder(x: number, y: number): number {
  const sizeX = Math.abs(x);
  const sizeY = Math.abs(y);
  const m = sizeX % sizeY;
  const complement = sizeY - m;
  let r: number;
  if (m < complement) r = m;
  else if (m > complement) r = -complement;
  // A tie: sizeX is an odd number of halves of sizeY; of the two neighbours take the even multiple.
  else r = m - 2 * ((0.5 * (sizeX - m)) % sizeY);
  return copySign(1, x) * r;
}

/** x * y + z rounded once, for finite arguments (the result may be infinite). */
export function fusedMultiplyAdd(x: number, y: number, z: number): number {
  const product = x * y;
  const size = Math.abs(product);
  const safe = size < 1e290 && size > 1e-250 && Math.abs(x) < 1e290 && Math.abs(y) < 1e290 && Math.abs(z) < 1e290;
  if (!safe || (z !== 0 && Math.abs(z) < 1e-250)) return fusedExact(x, y, z);
  // Boldo and Melquiond: the two low parts are added rounding to odd, which makes the last sum round as the exact one.
  const error = productError(x, y, product);
  const middle = z + error;
  const middleLow = sumError(z, error, middle);
  const high = product + middle;
  const highLow = sumError(product, middle, high);
  return high + addToOdd(middleLow, highLow);
}

function addToOdd(a: number, b: number): number {
  const sum = a + b;
  const error = sumError(a, b, sum);
  if (error === 0) return sum;
  word.setFloat64(0, sum);
  if (word.getUint8(7) & 1) return sum;
  const grows = error > 0 === sum > 0;
  word.setBigInt64(0, word.getBigInt64(0) + (grows ? 1n : -1n));
  return word.getFloat64(0);
}

function fusedExact(x: number, y: number, z: number): number {
  if (x === 0 || y === 0 || (z === 0 && x * y !== 0 && Math.abs(x * y) > 1e-250)) return x * y + z;
  const [a, ea] = integerParts(x);
  const [b, eb] = integerParts(y);
  const [c, ec] = integerParts(z);
  const productExponent = ea + eb;
  const exponent = z === 0 ? productExponent : Math.min(productExponent, ec);
  const sum = ((a * b) << BigInt(productExponent - exponent)) + (z === 0 ? 0n : c << BigInt(ec - exponent));
  if (sum === 0n) return x * y + z === 0 ? x * y + z : 0;
  return roundScaled(sum, exponent);
}

/** `value` as integer * 2**exponent. */
export function integerParts(value: number): [bigint, number] {
  word.setFloat64(0, value);
  const bits = word.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const mantissa = biased === 0 ? bits & 0xfffffffffffffn : (bits & 0xfffffffffffffn) | 0x10000000000000n;
  return [value < 0 ? -mantissa : mantissa, Math.max(biased, 1) - 1075];
}

/** integer * 2**exponent as a double, rounded once to nearest even; overflows to infinity. */
export function roundScaled(integer: bigint, exponent: number): number {
  const negative = integer < 0n;
  let size = negative ? -integer : integer;
  const length = size.toString(2).length;
  const drop = Math.max(length - 53, -1074 - exponent);
  if (drop > 0) {
    if (drop > length + 1) return negative ? -0 : 0;
    const count = BigInt(drop);
    const kept = size >> count;
    const rest = size - (kept << count);
    const half = 1n << (count - 1n);
    size = rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
    exponent += drop;
  }
  if (exponent > 1024) return negative ? -Infinity : Infinity;
  let result = Number(size);
  if (exponent > 900) result = result * 2 ** 900 * 2 ** (exponent - 900);
  else if (exponent < -1000) result = result * 2 ** -74 * 2 ** (exponent + 74);
  else result *= 2 ** exponent;
  return negative ? -result : result;
}
