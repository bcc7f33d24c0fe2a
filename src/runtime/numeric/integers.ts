// Arithmetic on Python ints in their JavaScript forms: a number while it is a safe integer, a bigint beyond (never both).
// Pure functions, no Python objects: the int type, math, random and decimal share them.
// CPython: Objects/longobject.c, Modules/mathmodule.c (isqrt, gcd).

/** A Python int: a safe-integer `number`, or a `bigint` outside that range. */
export type IntValue = number | bigint;

const MAX_SAFE = 9007199254740991n;

/** The canonical form of `value`: a number when it is a safe integer. */
export function normalizeInt(value: bigint): IntValue {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value;
}

/** Number of bits of |value|, 0 for 0. */
export function bitLength(value: IntValue): number {
  if (typeof value === 'number') {
    if (value < 0) value = -value;
    if (value <= 0xffffffff) return 32 - Math.clz32(value);
    return 64 - Math.clz32(Math.floor(value / 4294967296));
  }
  const double = Math.abs(Number(value));
  if (double === 0) return 0;
  if (double < 2 ** 1023) {
    const bits = exponentOf(double);
    // Rounding may have made a power of two of a number that has one bit less.
    return double === 2 ** bits && (value < 0n ? -value : value) < 1n << BigInt(bits) ? bits : bits + 1;
  }
  if (value < 0n) value = -value;
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(hex[0]!, 16));
}

/** The exponent of the power of two at or below a double of at least 1. */
function exponentOf(double: number): number {
  let bits = Math.floor(Math.log2(double));
  if (2 ** bits > double) bits--;
  else if (2 ** (bits + 1) <= double) bits++;
  return bits;
}

/** Number of one bits of |value|. */
export function bitCount(value: IntValue): number {
  if (typeof value === 'number') {
    if (value < 0) value = -value;
    return popcount32(value >>> 0) + popcount32(Math.floor(value / 4294967296));
  }
  if (value < 0n) value = -value;
  const hex = value.toString(16);
  let count = 0;
  for (let end = hex.length; end > 0; end -= 8) {
    count += popcount32(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16));
  }
  return count;
}

function popcount32(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Number of trailing zero bits; `value` must not be 0. */
export function trailingZeros(value: bigint): number {
  let zeros = 0;
  let low = Number(BigInt.asUintN(32, value));
  if (low === 0) {
    // Isolating the lowest bit is linear; shifting word by word would be quadratic.
    zeros = bitLength(value & -value) - 1;
    return zeros;
  }
  while ((low & 1) === 0) {
    low >>>= 1;
    zeros++;
  }
  return zeros;
}

/** `a // b` with Python's rounding towards minus infinity; `b` must not be 0. */
export function bigFloorDiv(a: bigint, b: bigint): bigint {
  const close = divideClose(a, b);
  if (close !== undefined) return close.quotient;
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** `a % b` with the sign of `b`; `b` must not be 0. */
export function bigMod(a: bigint, b: bigint): bigint {
  const close = divideClose(a, b);
  if (close !== undefined) return close.rest;
  const remainder = a % b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
}

interface Division {
  readonly quotient: bigint;
  readonly rest: bigint;
}

/** Quotients below this are right to within one when computed in doubles. */
const CLOSE = 2 ** 44;

/** Divisors have as many bits more than a double before the engine divides by halves. */
const ENOUGH = 3000n;

/**
 * Floor division of two huge numbers of about the same length, or undefined: the engine divides by halves whatever the quotient is, which
 * takes ten times as long as to guess a short quotient from the first digits and to multiply it back.
 */
function divideClose(a: bigint, b: bigint): Division | undefined {
  if (Number.isFinite(Number(b)) || Number.isFinite(Number(b >> ENOUGH)) || Number.isFinite(Number(a)))
    return undefined;
  const shift = BigInt(excessBits(b));
  const top = Number(a >> shift);
  if (!Number.isFinite(top)) return undefined;
  const guess = Math.floor(top / Number(b >> shift));
  if (!(Math.abs(guess) < CLOSE)) return undefined;
  let quotient = BigInt(guess);
  let rest = a - quotient * b;
  const isTooMuch = b > 0n ? rest < 0n : rest > 0n;
  if (isTooMuch) {
    rest += b;
    quotient -= 1n;
  } else if (b > 0n ? rest >= b : rest <= b) {
    rest -= b;
    quotient += 1n;
  }
  return { quotient, rest };
}

/** How far a number beyond the doubles can be shifted to the right so that hundreds of bits remain, and a finite double. */
function excessBits(value: bigint): number {
  let bits = 0;
  let step = 2048;
  const isHuge = (shift: number) => !Number.isFinite(Number(value >> BigInt(shift)));
  for (; isHuge(bits + step); step *= 2) bits += step;
  for (; step > 512; step /= 2) if (isHuge(bits + step / 2)) bits += step / 2;
  return bits + 512;
}

/** `value << bits` (no size check: the caller bounds it). */
export function shiftLeft(value: IntValue, bits: number): IntValue {
  if (typeof value === 'number' && bits < 53) {
    const shifted = value * 2 ** bits;
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  return normalizeInt(BigInt(value) << BigInt(bits));
}

/** `value >> bits`, rounding towards minus infinity. */
export function shiftRight(value: IntValue, bits: number): IntValue {
  if (typeof value === 'number') return bits > 53 ? (value < 0 ? -1 : 0) : Math.floor(value / 2 ** bits);
  return normalizeInt(value >> BigInt(bits));
}

/** Greatest common divisor, never negative. */
export function gcd(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') return gcdNumber(Math.abs(a), Math.abs(b));
  let x = BigInt(a);
  let y = BigInt(b);
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  if (x < y) [x, y] = [y, x];
  while (y > MAX_SAFE) {
    [x, y] = lehmerStep(x, y);
  }
  if (y === 0n) return normalizeInt(x);
  return gcdNumber(Number(y), Number(x % y));
}

function gcdNumber(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** One step of Lehmer's algorithm (x >= y, y large): runs Euclid on the leading bits, then applies the matrix. */
function lehmerStep(x: bigint, y: bigint): [bigint, bigint] {
  const shift = BigInt(Math.max(0, bitLength(x) - 52));
  let high = Number(x >> shift);
  let low = Number(y >> shift);
  let a = 1;
  let b = 0;
  let c = 0;
  let d = 1;
  while (low + c !== 0 && low + d !== 0) {
    const quotient = Math.floor((high + a) / (low + c));
    if (quotient !== Math.floor((high + b) / (low + d))) break;
    const nextC = a - quotient * c;
    const nextD = b - quotient * d;
    // Beyond 2**26 the products with 52-bit leading parts would no longer be exact.
    if (Math.abs(nextC) > 0x3ffffff || Math.abs(nextD) > 0x3ffffff) break;
    [a, c] = [c, nextC];
    [b, d] = [d, nextD];
    [high, low] = [low, high - quotient * low];
  }
  if (b === 0) return [y, x % y];
  return [BigInt(a) * x + BigInt(b) * y, BigInt(c) * x + BigInt(d) * y];
}

/** Least common multiple, never negative. */
export function lcm(a: IntValue, b: IntValue): IntValue {
  if (a === 0 || b === 0) return 0;
  const common = BigInt(gcd(a, b));
  const product = (BigInt(a) / common) * BigInt(b);
  return normalizeInt(product < 0n ? -product : product);
}

/** Largest r with r*r <= value; `value` must not be negative. */
export function isqrt(value: IntValue): IntValue {
  if (typeof value === 'number') return isqrtNumber(value);
  // Doubling-precision Newton: every pass doubles the number of right leading bits, with one division of that size.
  const half = (bitLength(value) - 1) >> 1;
  const steps = bitLength(half);
  let precision = half >> Math.max(0, steps - 5);
  let root = BigInt(isqrtNumber(Number(value >> BigInt(2 * (half - precision)))));
  for (let step = steps - 6; step >= 0; step--) {
    const previous = precision;
    precision = half >> step;
    root = (root << BigInt(precision - previous - 1)) + (value >> BigInt(2 * half - previous - precision + 1)) / root;
  }
  // One pass more settles the seed's own error; then the estimate is at most 1 too big.
  root = (root + value / root) >> 1n;
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return normalizeInt(root);
}

function isqrtNumber(value: number): number {
  let root = Math.floor(Math.sqrt(value));
  if (root * root > value) root--;
  return root;
}

/** `base ** exponent` for exponent >= 0 (no size check: the caller bounds it). */
export function intPow(base: IntValue, exponent: IntValue): IntValue {
  if (typeof base === 'number' && typeof exponent === 'number') {
    if (exponent === 2 && base <= 94906265 && base >= -94906265) return base * base;
    const quick = powSmall(base, exponent);
    if (quick !== undefined) return quick;
  }
  return normalizeInt(BigInt(base) ** BigInt(exponent));
}

/** Square-and-multiply in plain numbers; undefined once a product leaves the safe range. */
function powSmall(base: number, exponent: number): number | undefined {
  if (base === 0 || base === 1) return exponent === 0 ? 1 : base;
  if (base === -1) return exponent % 2 === 0 ? 1 : -1;
  if (exponent > 53) return undefined;
  let result = 1;
  while (exponent > 0) {
    if (exponent & 1) result *= base;
    exponent >>= 1;
    if (exponent > 0) base *= base;
    if (!(result <= 9007199254740991 && result >= -9007199254740991 && base <= 9007199254740991)) return undefined;
  }
  return result;
}

/** Inverse of `value` modulo `modulus` (> 0), or undefined when they are not coprime. */
export function modInverse(value: bigint, modulus: bigint): bigint | undefined {
  let a = bigMod(value, modulus);
  let b = modulus;
  let x = 1n;
  let y = 0n;
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? bigMod(x, modulus) : undefined;
}

/**
 * `pow(base, exponent, modulus)`: the result has the sign of `modulus`, a negative exponent means the inverse.
 * Returns undefined when that inverse does not exist; `modulus` must not be 0.
 */
export function intPowMod(base: IntValue, exponent: IntValue, modulus: IntValue): IntValue | undefined {
  const negative = modulus < 0;
  const bound = negative ? -BigInt(modulus) : BigInt(modulus);
  if (bound === 1n) return 0;
  let power = bigMod(BigInt(base), bound);
  if (exponent < 0) {
    const inverse = modInverse(power, bound);
    if (inverse === undefined) return undefined;
    power = inverse;
    exponent = typeof exponent === 'number' ? -exponent : normalizeInt(-exponent);
  }
  const result =
    bound <= 94906265n
      ? BigInt(powModSmall(Number(power), exponent, Number(bound)))
      : powModWindow(power, exponent, bound);
  return normalizeInt(negative && result !== 0n ? result - bound : result);
}

/** All products stay below 2**53. */
function powModSmall(base: number, exponent: IntValue, modulus: number): number {
  let result = 1;
  if (typeof exponent === 'number') {
    while (exponent > 0) {
      if (exponent % 2 === 1) result = (result * base) % modulus;
      exponent = Math.floor(exponent / 2);
      base = (base * base) % modulus;
    }
    return result;
  }
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** Left-to-right, four bits at a time. */
function powModWindow(base: bigint, exponent: IntValue, modulus: bigint): bigint {
  const digits = exponent.toString(16);
  const table = [1n, base];
  if (digits.length > 2) for (let i = 2; i < 16; i++) table.push((table[i - 1]! * base) % modulus);
  let result = 1n;
  for (const digit of digits) {
    const window = Number.parseInt(digit, 16);
    if (table.length > 2) {
      for (let i = 0; i < 4; i++) result = (result * result) % modulus;
      if (window !== 0) result = (result * table[window]!) % modulus;
      continue;
    }
    for (let bit = 8; bit > 0; bit >>= 1) {
      result = (result * result) % modulus;
      if (window & bit) result = (result * base) % modulus;
    }
  }
  return result;
}

/** `round(value, -digits)` for digits > 0: to a multiple of 10**digits, ties to even. */
export function roundIntToTens(value: IntValue, digits: number): IntValue {
  // Half the unit exceeds |value|: the result is 0, and 10**digits need not be built.
  if (digits > bitLength(value) * 0.302 + 2) return 0;
  const big = BigInt(value);
  const unit = 10n ** BigInt(digits);
  const remainder = bigMod(big, unit);
  const down = big - remainder;
  const twice = remainder * 2n;
  const up = twice > unit || (twice === unit && (down / unit) % 2n !== 0n);
  return normalizeInt(up ? down + unit : down);
}
