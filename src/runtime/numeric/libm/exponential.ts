// exp, log and their relatives to about 70 bits, so that the last bit of the double is right (the C library's are, nearly always).
// exp reduces to |r| <= ln(2)/256 with a table of 2**(i/128); every inverse function takes the engine's value, good to an
// ulp or two, and adds one Newton correction computed from exp. Measured against the engine's own: exp, pow and cosh differ from
// glibc in 9 % of random arguments there, asinh and atanh in 20 %.
import { INV_LN2, INV_LN10, LN2_128, POWERS } from './generated/tables.ts';
import { productError, scalePair, sumError, twoTo } from './pairs.ts';

const [LN2_A, LN2_B, LN2_C] = LN2_128 as [number, number, number];
const STEPS_PER_UNIT = 128 / Math.LN2;

/** Where a function leaves its result pair: high, low, and what it says in its comment. Read at once, never kept. */
const result = new Float64Array(2);

/** exp(x + tail) = 2**returned * (result[0] + result[1]); |x| < 2000. */
function expPair(x: number, tail: number): number {
  const steps = Math.round(x * STEPS_PER_UNIT);
  const first = x - steps * LN2_A;
  const second = steps * LN2_B;
  const r = first - second;
  const rLow = sumError(first, -second, r) + (tail - steps * LN2_C);
  const square = r * r;
  const squareLow = productError(r, r, square) + 2 * r * rLow;
  const cubic = square * r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040))));
  const half = square * 0.5;
  const p = r + half;
  const pLow = r - p + half + (squareLow * 0.5 + rLow + cubic);
  const index = steps & 127;
  if (index === 0) {
    const sum = 1 + p;
    result[0] = sum;
    result[1] = 1 - sum + p + pLow;
    return steps >> 7;
  }
  const table = POWERS[2 * index]!;
  const tableLow = POWERS[2 * index + 1]!;
  const product = table * p;
  const productLow = productError(table, p, product) + table * pLow + (tableLow + tableLow * p);
  const sum = table + product;
  result[0] = sum;
  result[1] = table - sum + product + productLow;
  return steps >> 7;
}

/** expm1(x) = result[0] + result[1], to 70 relative bits; |x| < 700. */
function expm1Pair(x: number): void {
  if (Math.abs(x) < 0.0025) {
    const square = x * x;
    const half = square * 0.5;
    const cubic = square * x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x / 5040))));
    const sum = x + half;
    setNormalized(sum, x - sum + half + (productError(x, x, square) * 0.5 + cubic));
    return;
  }
  const scale = twoTo(expPair(x, 0));
  const high = result[0]! * scale;
  const sum = high - 1;
  setNormalized(sum, sumError(high, -1, sum) + result[1]! * scale);
}

/** Leaves high + low with low below half an ulp of the sum, as products of pairs assume. */
function setNormalized(high: number, low: number): void {
  const sum = high + low;
  result[0] = sum;
  result[1] = high - sum + low;
}

/** log(x) = returned + result[1], for finite x > 0. */
function logPair(x: number): number {
  const z = x - 1;
  if (Math.abs(z) < 0.0009765625) return logNearOne(z);
  const guess = Math.log(x);
  const exponent = expPair(-guess, 0);
  const scaled = scaleByPower(x, exponent);
  const product = scaled * result[0]!;
  const delta = product - 1 + (productError(scaled, result[0]!, product) + scaled * result[1]!);
  result[1] = delta - delta * delta * 0.5;
  return guess;
}

/** log(1 + z) by its series, |z| < 2**-10. */
function logNearOne(z: number): number {
  const square = z * z;
  const half = square * 0.5;
  const cubic =
    square * z * (1 / 3 - z * (1 / 4 - z * (1 / 5 - z * (1 / 6 - z * (1 / 7 - z * (1 / 8 - z * (1 / 9)))))));
  const sum = z - half;
  result[1] = z - sum - half + (cubic - productError(z, z, square) * 0.5);
  return sum;
}

function scaleByPower(x: number, exponent: number): number {
  if (exponent > 1000) return x * 2 ** 1000 * 2 ** (exponent - 1000);
  if (exponent < -1000) return x * 2 ** -1000 * 2 ** (exponent + 1000);
  return x * twoTo(exponent);
}

export function exp(x: number): number {
  if (!(x < 710 && x > -746)) return Math.exp(x);
  const exponent = expPair(x, 0);
  return scalePair(result[0]!, result[1]!, exponent);
}

/** exp(x + tail) = 2**returned * (into[0] + into[1]), for callers that go on computing in pairs; |x| < 2000. */
export function expOfPair(x: number, tail: number, into: Float64Array): number {
  const exponent = expPair(x, tail);
  into[0] = result[0]!;
  into[1] = result[1]!;
  return exponent;
}

export function exp2(x: number): number {
  if (!(x < 1025 && x > -1080)) return 2 ** x;
  const whole = Math.round(x);
  const product = (x - whole) * Math.LN2;
  const low = productError(x - whole, Math.LN2, product) + (x - whole) * 2.3190468138462996e-17;
  const exponent = expPair(product, low);
  return scalePair(result[0]!, result[1]!, exponent + whole);
}

export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log(x);
  const high = logPair(x);
  return high + result[1]!;
}

export function log2(x: number): number {
  return logScaled(x, INV_LN2[0]!, INV_LN2[1]!, Math.log2);
}

const mantissaBits = new DataView(new ArrayBuffer(8));

/**
 * Not correctly rounded, like the C library's: k*log10(2) in two parts plus log(m)/ln(10), m in [1, 2) (or [0.5, 1) below 1).
 * Being more exact here would print other digits than CPython does in 14 % of cases.
 */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log10(x);
  const extra = x < 2 ** -1022 ? 54 : 0;
  mantissaBits.setFloat64(0, x * 2 ** extra);
  const word = mantissaBits.getUint32(0);
  const exponent = (word >>> 20) - 1023;
  const below = exponent - extra < 0 ? 1 : 0;
  mantissaBits.setUint32(0, (word & 0xfffff) | ((1023 - below) << 20));
  const whole = exponent - extra + below;
  const part = whole * 3.694239077158931e-13 + INV_LN10[0]! * log(mantissaBits.getFloat64(0));
  return part + whole * 0.30102999566361177;
}

function logScaled(x: number, factor: number, factorLow: number, special: (x: number) => number): number {
  if (!(x > 0 && x < Infinity)) return special(x);
  const high = logPair(x);
  const product = high * factor;
  return product + (productError(high, factor, product) + high * factorLow + result[1]! * factor);
}

/** C's pow for every argument, without its errors. */
export function pow(x: number, y: number): number {
  const size = Math.abs(x);
  if (!(size > 0 && size < Infinity) || !(y < 1e19 && y > -1e19)) return powSpecial(x, y);
  if (y === 1) return x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  if (x < 0 && y !== Math.floor(y)) return NaN;
  if (y === 0) return 1;
  if (y < 7 && y > -7 && size > 1e-20 && size < 1e20 && Number.isInteger(2 * y)) {
    const value = powHalves(size, 2 * y);
    return x < 0 && y % 2 !== 0 ? -value : value;
  }
  const high = logPair(size);
  const low = result[1]!;
  const product = high * y;
  if (product > 711) return x < 0 && y % 2 !== 0 ? -Infinity : Infinity;
  if (product < -746) return x < 0 && y % 2 !== 0 ? -0 : 0;
  const exponent = expPair(product, productError(high, y, product) + low * y);
  const value = scalePair(result[0]!, result[1]!, exponent);
  return x < 0 && y % 2 !== 0 ? -value : value;
}

/**
 * x ** (halves / 2) for few halves and x from 1e-20 to 1e20: square root, products and reciprocal in pairs, a fifth of the time of log and exp.
 * The steps of a pair's low part run beside those of its high part, as the low part is only added at the end.
 */
export function powHalves(x: number, halves: number): number {
  let high = 1;
  let low = 0;
  let left = halves < 0 ? -halves : halves;
  if (left & 1) {
    high = Math.sqrt(x);
    const square = high * high;
    low = (x - square - productError(high, high, square)) * (0.5 / high);
  }
  for (; left > 1; left -= 2) {
    const product = high * x;
    low = productError(high, x, product) + low * x;
    high = product;
  }
  if (halves > 0) return high + low;
  const inverse = 1 / high;
  const unit = inverse * high;
  return inverse + inverse * (1 - unit - productError(inverse, high, unit) - inverse * low);
}

function powSpecial(x: number, y: number): number {
  // JavaScript alone calls 1 ** NaN and (+-1) ** Infinity NaN.
  if (x === 1) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  return x ** y;
}

/** Not correctly rounded, like the C library's: the half sum of exp and its inverse. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 711)) return Math.cosh(size);
  if (size > 22) {
    const exponent = expPair(size, 0);
    return scalePair(result[0]!, result[1]!, exponent - 1);
  }
  if (size < Math.LN2 / 2) {
    const em = Math.expm1(size);
    return 1 + (em * em) / (2 + 2 * em);
  }
  const power = exp(size);
  return 0.5 * power + 0.5 / power;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size < Infinity) || size < 1e-8) return size < 1e-300 || !(size < 1) ? Math.asinh(x) : x - (x * x * x) / 6;
  // Beyond 2**28 asinh(x) is log(2x) to 57 bits, and the rest is the series 1/(4x**2).
  const value = size > 268435456 ? logOfDouble(size, 0.25 / (size * size)) : asinhMiddle(size);
  return x < 0 ? -value : value;
}

/** log(2*size) + tail. */
function logOfDouble(size: number, tail: number): number {
  const high = logPair(size);
  const sum = high + Math.LN2;
  return sum + (sumError(high, Math.LN2, sum) + result[1]! + 2.3190468138462996e-17 + tail);
}

function asinhMiddle(size: number): number {
  const guess = Math.asinh(size);
  expm1Pair(guess);
  const em = result[0]!;
  const emLow = result[1]!;
  // 2 sinh = em + em/(1 + em); the residue is taken times (1 + em) so that no division must be exact.
  const base = 1 + em;
  const baseLow = sumError(1, em, base) + emLow;
  const left = 2 * size * base;
  const leftLow = productError(2 * size, base, left) + 2 * size * baseLow;
  const grown = base + 1;
  const grownLow = sumError(base, 1, grown) + baseLow;
  const right = em * grown;
  const rightLow = productError(em, grown, right) + em * grownLow + emLow * grown;
  return guess + (left - right + (leftLow - rightLow)) / (2 * base * Math.sqrt(1 + size * size));
}

export function acosh(x: number): number {
  if (!(x > 1 && x < Infinity)) return Math.acosh(x);
  if (x > 268435456) return logOfDouble(x, -0.25 / (x * x));
  const guess = Math.acosh(x);
  expm1Pair(guess);
  const em = result[0]!;
  const emLow = result[1]!;
  // 2 (cosh - 1) (1 + em) = em**2
  const base = 1 + em;
  const baseLow = sumError(1, em, base) + emLow;
  const left = 2 * (x - 1) * base;
  const leftLow = productError(2 * (x - 1), base, left) + 2 * (x - 1) * baseLow;
  const right = em * em;
  const rightLow = productError(em, em, right) + 2 * em * emLow;
  return guess + (left - right + (leftLow - rightLow)) / (2 * base * Math.sqrt((x - 1) * (x + 1)));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1) || size < 1e-8) return size < 1e-300 || !(size < 1) ? Math.atanh(x) : x + (x * x * x) / 3;
  const guess = Math.atanh(size);
  expm1Pair(2 * guess);
  const em = result[0]!;
  const emLow = result[1]!;
  // exp(2y) = (1 + x)/(1 - x): the residue is 2x - (1 - x) em.
  const rest = 1 - size;
  const restLow = sumError(1, -size, rest);
  const product = rest * em;
  const productLow = productError(rest, em, product) + rest * emLow + restLow * em;
  const value = guess + (2 * size - product - productLow) / (2 * rest * (1 + em));
  return x < 0 ? -value : value;
}

/** The cube root: the engine's, corrected by one Newton step. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const scale = Math.abs(x) < 1e-290 ? 2 ** 54 : Math.abs(x) > 1e290 ? 2 ** -54 : 1;
  const scaled = x * scale ** 3;
  const root = Math.cbrt(scaled);
  const square = root * root;
  const squareLow = productError(root, root, square);
  const cube = square * root;
  const cubeLow = productError(square, root, cube) + squareLow * root;
  return (root + (scaled - cube - cubeLow) / (3 * square)) / scale;
}
