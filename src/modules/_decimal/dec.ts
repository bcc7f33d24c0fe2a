// The decimal number itself: sign, coefficient, exponent, or one of the special values, immutable.
// Coefficients are ints in the two JavaScript forms (number while safe, bigint beyond): money fits in a number, and 28 digits do not.
// CPython: Modules/_decimal/libmpdec (mpd_t), and the General Decimal Arithmetic specification.
import { bitLength, type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';

export const FINITE = 0;
export const INFINITE = 1;
export const QUIET_NAN = 2;
export const SIGNALING_NAN = 3;

export type Sign = 0 | 1;
export type Kind = typeof FINITE | typeof INFINITE | typeof QUIET_NAN | typeof SIGNALING_NAN;

/** A decimal; a NaN's coefficient is its payload. */
export class Dec {
  readonly sign: Sign;
  readonly kind: Kind;
  readonly coef: IntValue;
  readonly exp: number;
  /** Digits of the coefficient once they were counted, else 0. */
  private count: number;

  constructor(sign: Sign, coef: IntValue, exp: number, kind: Kind = FINITE, count = 0) {
    this.sign = sign;
    this.coef = coef;
    this.exp = exp;
    this.kind = kind;
    this.count = count;
  }

  get isNan(): boolean {
    return this.kind >= QUIET_NAN;
  }

  get isSpecial(): boolean {
    return this.kind !== FINITE;
  }

  get isZero(): boolean {
    return this.coef === 0 && this.kind === FINITE;
  }

  /** Digits of the coefficient; 1 for zero. */
  get digits(): number {
    if (this.count === 0) this.count = digitCount(this.coef);
    return this.count;
  }

  /** The exponent of the first digit. */
  get adjusted(): number {
    return this.exp + this.digits - 1;
  }

  withSign(sign: Sign): Dec {
    return sign === this.sign ? this : new Dec(sign, this.coef, this.exp, this.kind, this.count);
  }
}

export const ZERO = new Dec(0, 0, 0);
export const ONE = new Dec(0, 1, 0);
export const NAN = new Dec(0, 0, 0, QUIET_NAN);

export function infinity(sign: Sign): Dec {
  return new Dec(sign, 0, 0, INFINITE);
}

export const TENS: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i);
const BIG_TENS: readonly bigint[] = Array.from({ length: 310 }, (_, i) => 10n ** BigInt(i));

/** 10**n as a double, for n to 309. */
export const DOUBLE_TENS: readonly number[] = Array.from({ length: 310 }, (_, i) => Number(`1e${i}`));

/** 10**n as a bigint. */
export function bigTen(n: number): bigint {
  return n < 310 ? BIG_TENS[n]! : 10n ** BigInt(n);
}

/** Decimal digits of a non-negative int, 1 for 0. */
export function digitCount(value: IntValue): number {
  if (typeof value === 'number') {
    if (value < 10) return 1;
    if (value < 1e8) return value < 1e4 ? (value < 100 ? 2 : value < 1000 ? 3 : 4) : midCount(value);
    for (let n = 9; n < 16; n++) if (value < TENS[n]!) return n;
    return 16;
  }
  const double = Number(value);
  if (double < 1e308) return bigCount(value, double);
  // The logarithm of the length in bits is off by less than one digit: compare once with the power of ten.
  const guess = Math.round((bitLength(value) - 0.5) * Math.LOG10E * Math.LN2);
  return value >= bigTen(guess) ? guess + 1 : guess > 0 && value < bigTen(guess - 1) ? guess - 1 : guess;
}

/** By the nearest double: rounding keeps order, so only a double that is a power of ten leaves a doubt. */
function bigCount(value: bigint, double: number): number {
  let n = double < 1e31 ? 16 : Math.floor(Math.log10(double)) - 1;
  while (double > DOUBLE_TENS[n]!) n++;
  return double === DOUBLE_TENS[n] && value >= bigTen(n) ? n + 1 : n;
}

function midCount(value: number): number {
  return value < 1e6 ? (value < 1e5 ? 5 : 6) : value < 1e7 ? 7 : 8;
}

/** value * 10**n. */
export function scaleUp(value: IntValue, n: number): IntValue {
  if (n === 0 || value === 0) return value;
  if (typeof value === 'number') {
    if (n < 16) {
      const scaled = value * TENS[n]!;
      if (scaled <= Number.MAX_SAFE_INTEGER) return scaled;
    }
    return BigInt(value) * bigTen(n);
  }
  return value * bigTen(n);
}

export function addCoefs(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= Number.MAX_SAFE_INTEGER) return sum;
  }
  return normalizeInt(BigInt(a) + BigInt(b));
}

/** a - b. */
export function subtractCoefs(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return normalizeInt(BigInt(a) - BigInt(b));
}

export function multiplyCoefs(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return normalizeInt(BigInt(a) * BigInt(b));
}

/** How many of the last digits are zero, up to `limit`; `value` is not 0. */
export function trailingZeroDigits(value: IntValue, limit: number): number {
  if (typeof value === 'number') {
    let count = 0;
    while (count < limit && value % 10 === 0) {
      value /= 10;
      count++;
    }
    return count;
  }
  if (value % 10n !== 0n) return 0;
  // Gallop, so that long runs cost few divisions.
  let count = 0;
  let step = 1;
  let rest = value;
  while (step <= limit - count && rest % bigTen(step) === 0n) {
    rest /= bigTen(step);
    count += step;
    step *= 2;
  }
  for (; step >= 1; step = Math.floor(step / 2)) {
    if (step <= limit - count && rest % bigTen(step) === 0n) {
      rest /= bigTen(step);
      count += step;
    }
  }
  return count;
}

/** value / 10**n without remainder. */
export function scaleDownExact(value: IntValue, n: number): IntValue {
  if (n === 0) return value;
  if (typeof value === 'number') return n < 16 ? value / TENS[n]! : 0;
  return normalizeInt(value / bigTen(n));
}

export function isOdd(value: IntValue): boolean {
  return typeof value === 'number' ? value % 2 === 1 : (value & 1n) === 1n;
}

/** top // bottom for safe integers: cheaper than by `%`, which the engine computes bit by bit. */
export function divideNumbers(top: number, bottom: number): number {
  const quotient = Math.floor(top / bottom);
  return quotient * bottom > top ? quotient - 1 : quotient;
}
