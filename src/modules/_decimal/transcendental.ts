// sqrt, exp, ln, log10 and power. exp, ln, log10 and sqrt are correctly rounded (half-even): they are computed in binary fixed point with
// guard digits, and again with more when the digits after the last one do not settle the rounding. Power composes them as libmpdec does,
// so that its "almost always correctly rounded" results agree digit for digit.
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qexp, mpd_qln, mpd_qlog10, mpd_qpow, mpd_qsqrt).
import { bitLength, type IntValue, intPowMod, isqrt, normalizeInt } from '../../runtime/numeric/integers.ts';
import { multiply, subtract } from './arithmetic.ts';
import { compareMagnitudes } from './compare.ts';
import {
  CLAMPED,
  type DecContext,
  finish,
  finishDec,
  INEXACT,
  INVALID_CONDITIONS,
  invalid,
  isInfinite,
  maxContext,
  nanOfThree,
  nanResult,
  ROUND_HALF_EVEN,
  ROUNDED,
} from './context.ts';
import {
  bigTen,
  Dec,
  digitCount,
  FINITE,
  infinity,
  isOdd,
  NAN,
  ONE,
  type Sign,
  scaleDownExact,
  scaleUp,
  trailingZeroDigits,
} from './dec.ts';
import { divide } from './division.ts';
import { LN10_BITS, LN10_FIXED } from './generated/constants.ts';

/** Runs `body` rounding half-even. */
function halfEven(ctx: DecContext, body: () => Dec): Dec {
  const { rounding } = ctx;
  ctx.rounding = ROUND_HALF_EVEN;
  const result = body();
  ctx.rounding = rounding;
  return result;
}

export function squareRoot(ctx: DecContext, a: Dec): Dec {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  const ideal = Math.floor(a.exp / 2);
  if (a.isZero) return finish(ctx, a.sign, 0, ideal);
  if (a.sign === 1) return invalid(ctx);
  if (isInfinite(a)) return a;
  const odd = a.exp - 2 * ideal === 1;
  const coef = odd ? BigInt(a.coef) * 10n : BigInt(a.coef);
  const half = odd ? (a.digits >> 1) + 1 : (a.digits + 1) >> 1;
  const shift = ctx.prec + 1 - half;
  const scaled = shift >= 0 ? coef * bigTen(2 * shift) : coef / bigTen(-2 * shift);
  let root = BigInt(isqrt(normalizeInt(scaled)));
  const exact = root * root === scaled && (shift >= 0 || scaled * bigTen(-2 * shift) === coef);
  if (!exact) {
    if (root % 5n === 0n) root += 1n;
    return halfEven(ctx, () => finish(ctx, 0, normalizeInt(root), ideal - shift));
  }
  const value = normalizeInt(root);
  const zeros = shift > 0 ? trailingZeroDigits(value, shift) : 0;
  // Exact roots come back with the ideal exponent as far as it goes.
  if (shift >= 0) return halfEven(ctx, () => finish(ctx, 0, scaleDownExact(value, zeros), ideal - shift + zeros));
  return halfEven(ctx, () => finish(ctx, 0, scaleUp(value, -shift), ideal));
}

// Fixed point: an integer n with `bits` stands for n / 2**bits.

/** ln(10) (within an ulp or two) with `bits` fraction bits. */
function ln10(bits: number): bigint {
  if (bits <= LN10_BITS) return LN10_FIXED >> BigInt(LN10_BITS - bits);
  // 10 = 8 * 5/4
  const extra = bits + 10;
  return (6n * artanhInverse(3n, extra) + 2n * artanhInverse(9n, extra)) >> 10n;
}

function artanhInverse(n: bigint, bits: number): bigint {
  let term = (1n << BigInt(bits)) / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= n * n;
    sum += term / k;
  }
  return sum;
}

/** exp of a fixed-point x with |x| < 4; the error stays below 2**(12 - bits) relative. */
function expFixed(x: bigint, bits: number): bigint {
  // exp(x) = exp(x / 2**halvings) ** (2**halvings); extra bits pay for the squarings.
  const halvings = Math.floor(Math.sqrt(bits)) + 4;
  const work = bits + 2 * halvings + 8;
  const shift = BigInt(work);
  const reduced = (x << BigInt(work - bits)) >> BigInt(halvings);
  let term = 1n << shift;
  let sum = term;
  for (let k = 1n; term !== 0n; k++) {
    term = ((term * reduced) >> shift) / k;
    if (term === -1n) break;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> shift;
  return sum >> BigInt(work - bits);
}

/** coef * 10**exp as fixed point. */
function toFixed(coef: bigint, exp: number, bits: number): bigint {
  return exp >= 0 ? (coef * bigTen(exp)) << BigInt(bits) : (coef << BigInt(bits)) / bigTen(-exp);
}

const BITS_PER_DIGIT = 3.3219280948873626;

/** An approximation: coef * 10**exp, off by at most one in the last place. */
type Approximate = (digits: number) => [coef: bigint, exp: number];

/** Rounds an irrational value given by ever better approximations to the context's precision. */
function roundIrrational(ctx: DecContext, sign: Sign, approximate: Approximate): Dec {
  for (let guard = 4; ; guard = 2 * guard + 8) {
    const [coef, exp] = approximate(ctx.prec + guard);
    // Settled when the error cannot carry the tail across a half unit.
    const drop = digitCount(normalizeInt(coef)) - ctx.prec;
    const tail = coef % bigTen(drop);
    const half = 5n * bigTen(drop - 1);
    const distance = tail > half ? tail - half : half - tail;
    if (distance > 2n) {
      return halfEven(ctx, () => finish(ctx, sign, normalizeInt(coef % 5n === 0n ? coef + 1n : coef), exp));
    }
  }
}

/** coef * 10**exp of exactly `digits` digits or one more, from fixed point m / 2**bits times 10**scale. */
function toDecimal(m: bigint, bits: number, digits: number, scale: number): [bigint, number] {
  const size = Math.floor((bitLength(m) - bits) / BITS_PER_DIGIT);
  const shift = digits - size;
  const coef = shift >= 0 ? (m * bigTen(shift)) >> BigInt(bits) : m / (bigTen(-shift) << BigInt(bits));
  return [coef, scale - shift];
}

export function exp(ctx: DecContext, a: Dec): Dec {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return a.sign === 1 ? new Dec(0, 0, 0) : a;
  if (a.coef === 0) return ONE;
  ctx.pending |= INEXACT | ROUNDED;
  const { adjusted } = a;
  // Far beyond what the exponent range holds.
  if (adjusted > 19) return finish(ctx, 0, 1, a.sign === 1 ? -3e18 : 3e18);
  if (adjusted < -ctx.prec - 1) return nearOne(ctx, a.sign);
  return roundIrrational(ctx, 0, (digits) => expApproximate(a, digits));
}

/** 1 + tiny or 1 - tiny, rounded half-even. */
function nearOne(ctx: DecContext, sign: Sign): Dec {
  const tail = sign === 0 ? 1n : -1n;
  return halfEven(ctx, () => finish(ctx, 0, normalizeInt(bigTen(ctx.prec + 1) + tail), -ctx.prec - 1));
}

function expApproximate(a: Dec, digits: number): [bigint, number] {
  const { adjusted } = a;
  const bits = Math.ceil(digits * BITS_PER_DIGIT) + 24;
  const wide = bits + Math.ceil(Math.max(0, adjusted + 1) * BITS_PER_DIGIT);
  let x = toFixed(BigInt(a.coef), a.exp, wide);
  if (a.sign === 1) x = -x;
  const unit = ln10(wide);
  let turns = x / unit;
  if (x < 0n) turns -= 1n;
  const rest = (x - turns * unit) >> BigInt(wide - bits);
  return toDecimal(expFixed(rest, bits), bits, digits, Number(turns));
}

export function ln(ctx: DecContext, a: Dec): Dec {
  const special = logSpecial(ctx, a);
  if (special !== undefined) return special;
  if (compareMagnitudes(a, ONE) === 0) return new Dec(0, 0, 0);
  ctx.pending |= INEXACT | ROUNDED;
  const sign: Sign = compareMagnitudes(a, ONE) < 0 ? 1 : 0;
  return roundIrrational(ctx, sign, (digits) => lnApproximate(a, digits, false));
}

export function log10(ctx: DecContext, a: Dec): Dec {
  const special = logSpecial(ctx, a);
  if (special !== undefined) return special;
  const { adjusted, digits } = a;
  if (trailingZeroDigits(a.coef, digits) === digits - 1 && isPowerOfTen(a)) {
    return halfEven(ctx, () => finish(ctx, adjusted < 0 ? 1 : 0, Math.abs(adjusted), 0));
  }
  ctx.pending |= INEXACT | ROUNDED;
  const sign: Sign = compareMagnitudes(a, ONE) < 0 ? 1 : 0;
  return roundIrrational(ctx, sign, (count) => lnApproximate(a, count, true));
}

function isPowerOfTen(a: Dec): boolean {
  const text = String(a.coef);
  return text[0] === '1' && /^10*$/.test(text);
}

function logSpecial(ctx: DecContext, a: Dec): Dec | undefined {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  if (a.isZero) return infinity(1);
  if (a.sign === 1) return invalid(ctx);
  return isInfinite(a) ? infinity(0) : undefined;
}

/** |ln(a)| or |log10(a)|. */
function lnApproximate(a: Dec, digits: number, toTen: boolean): [bigint, number] {
  // a = y * 10**scale with y in about [0.3, 3.2]: near 1 the logarithm is small, and more bits must be carried.
  const count = a.digits;
  const leading = Number(String(a.coef).slice(0, 2)) / (count > 1 ? 10 : 1);
  const scale = a.exp + count - (leading > 3.1 ? 0 : 1);
  const y = new Dec(0, a.coef, a.exp - scale);
  const bits = Math.ceil((digits + lostDigits(y, scale)) * BITS_PER_DIGIT) + 40;
  const wide = bits + Math.ceil(Math.log2(Math.abs(scale) + 1));
  let value = lnFixed(toFixed(BigInt(y.coef), y.exp, wide), wide);
  if (scale !== 0) value += BigInt(scale) * ln10(wide);
  if (value < 0n) value = -value;
  if (toTen) value = (value << BigInt(wide)) / ln10(wide);
  return toDecimal(value, wide, digits, 0);
}

/** How many leading zeros ln(y) has when the scale does not hide them. */
function lostDigits(y: Dec, scale: number): number {
  if (scale !== 0) return 1;
  const unit = -y.exp;
  const one = bigTen(Math.max(0, unit));
  const coef = BigInt(y.coef) * bigTen(Math.max(0, -unit));
  const gap = coef > one ? coef - one : one - coef;
  return gap === 0n ? 0 : Math.max(0, unit - digitCount(normalizeInt(gap)) + 1);
}

/** ln of a fixed-point y in about [0.3, 3.2], by Halley steps on exp from a double. */
function lnFixed(y: bigint, bits: number): bigint {
  const drop = Math.max(0, bits - 60);
  let precision = Math.min(bits, 60);
  const seed = Math.log(Number(y >> BigInt(drop)) / 2 ** precision);
  let value = BigInt(Math.round(seed * 2 ** 50));
  value = precision >= 50 ? value << BigInt(precision - 50) : value >> BigInt(50 - precision);
  let right = 46;
  while (right < bits + 10) {
    right = Math.min(right * 3 - 8, bits + 20);
    const next = Math.min(bits, right + 8);
    value = next >= precision ? value << BigInt(next - precision) : value >> BigInt(precision - next);
    precision = next;
    const target = y >> BigInt(bits - precision);
    const power = expFixed(value, precision);
    // v + 2 (y - e**v) / (y + e**v)
    value += ((target - power) << BigInt(precision + 1)) / (target + power);
    if (right >= bits + 10 || precision === bits) {
      if (right >= bits) break;
    }
  }
  return value;
}

/** `power(a, b)`. */
export function power(ctx: DecContext, base: Dec, exponent: Dec): Dec {
  const nan = nanResult(ctx, base, exponent);
  if (nan !== undefined) return nan;
  const whole = isInteger(exponent);
  const sign: Sign = base.sign === 1 && whole && isOddInteger(exponent) ? 1 : 0;
  if (exponent.isZero) return base.isZero ? invalid(ctx) : ONE;
  if (base.isZero) return exponent.sign === 1 ? infinity(sign) : new Dec(sign, 0, 0);
  if (base.sign === 1 && !whole) return invalid(ctx);
  if (isInfinite(exponent)) return powerInfinite(ctx, base, exponent, sign);
  if (isInfinite(base)) return exponent.sign === 1 ? new Dec(sign, 0, 0) : infinity(sign);
  const order = compareMagnitudes(base, ONE);
  if (order === 0) return powerOfOne(ctx, base, exponent, sign, whole);
  const bounded = powerOutOfBounds(ctx, base, exponent, sign);
  if (bounded !== undefined) return bounded;
  return whole ? powerInteger(ctx, base, exponent, sign) : powerReal(ctx, base, exponent);
}

function isInteger(value: Dec): boolean {
  if (value.kind !== FINITE) return false;
  if (value.exp >= 0 || value.coef === 0) return true;
  return trailingZeroDigits(value.coef, -value.exp) === -value.exp;
}

function isOddInteger(value: Dec): boolean {
  if (value.exp > 0) return false;
  return isOdd(scaleDownExact(value.coef, -value.exp));
}

function powerInfinite(ctx: DecContext, base: Dec, exponent: Dec, sign: Sign): Dec {
  const order = compareMagnitudes(base, ONE);
  if (base.sign === 1) return invalid(ctx);
  if (order === 0) {
    ctx.pending |= INEXACT | ROUNDED;
    return new Dec(sign, scaleUp(1, ctx.prec - 1), 1 - ctx.prec);
  }
  return order < 0 === (exponent.sign === 1) ? infinity(sign) : new Dec(sign, 0, 0);
}

/** (+-1)**exponent keeps as many zeros as the exact product would have. */
function powerOfOne(ctx: DecContext, base: Dec, exponent: Dec, sign: Sign, whole: boolean): Dec {
  let zeros = ctx.prec - 1;
  if (whole) {
    if (exponent.sign === 1) return new Dec(sign, 1, 0);
    const size = Number(exponent.coef) * 10 ** Math.min(exponent.exp, 300);
    const wanted = base.exp === 0 ? 0 : size * -base.exp;
    if (wanted > zeros) ctx.pending |= ROUNDED;
    else zeros = wanted;
  } else ctx.pending |= INEXACT | ROUNDED;
  return new Dec(sign, scaleUp(1, zeros), -zeros);
}

/** Overflow or underflow seen from the orders of magnitude alone: a bound as coarse as libmpdec's, since it decides the flags. */
function powerOutOfBounds(ctx: DecContext, base: Dec, exponent: Dec, sign: Sign): Dec | undefined {
  const below = base.adjusted < 0;
  const shrinks = below !== (exponent.sign === 1);
  const limit = digitCount(Math.abs(shrinks ? ctx.etiny : ctx.emax));
  if (limit >= logOrder(base) + exponent.adjusted) return undefined;
  return shrinks ? finish(ctx, sign, 1, ctx.etiny - 1) : finish(ctx, sign, 1, 3e18);
}

/** A lower bound of the order of |log10(x)|. */
function logOrder(x: Dec): number {
  const order = x.adjusted;
  if (order > 0) return digitCount(order) - 1;
  if (order < -1) return digitCount(-order - 1) - 1;
  return subtract(maxContext(), x.withSign(0), ONE).adjusted - 1;
}

function powerInteger(ctx: DecContext, base: Dec, exponent: Dec, sign: Sign): Dec {
  const work = ctx.working(ctx.prec + exponent.digits + exponent.exp + 2);
  work.emax = ctx.emax;
  work.emin = ctx.emin;
  let factor = base;
  if (exponent.sign === 1) {
    work.prec += 1;
    factor = divide(work, ONE, base);
    ctx.pending |= work.pending;
    if (work.pending & INVALID_CONDITIONS) return NAN;
  }
  const bits = integerOf(exponent).toString(2);
  work.pending = 0;
  let result = factor;
  for (const bit of bits.slice(1)) {
    result = multiply(work, result, result);
    if (bit === '1') result = multiply(work, result, factor);
    if (result.isSpecial || (result.coef === 0 && work.pending & CLAMPED)) break;
  }
  ctx.pending |= work.pending;
  if (isInfinite(result)) return finish(ctx, sign, 1, 3e18);
  return finishDec(ctx, result.withSign(sign));
}

/** |value| of a decimal integer. */
function integerOf(value: Dec): bigint {
  return BigInt(value.exp >= 0 ? scaleUp(value.coef, value.exp) : scaleDownExact(value.coef, -value.exp));
}

function powerReal(ctx: DecContext, base: Dec, exponent: Dec): Dec {
  const work = ctx.working(Math.max(ctx.prec, base.digits) + 23);
  const product = multiply(work, ln(work, base), exponent);
  const result = exp(work, product);
  ctx.pending |= INEXACT | ROUNDED;
  return finishDec(ctx, result);
}

/** `pow(a, b, modulus)` on integers. */
export function powerModulo(ctx: DecContext, base: Dec, exponent: Dec, modulus: Dec): Dec {
  const nan = nanOfThree(ctx, base, exponent, modulus);
  if (nan !== undefined) return nan;
  if (!isInteger(base) || !isInteger(exponent) || !isInteger(modulus)) return invalid(ctx);
  if (exponent.sign === 1 && exponent.coef !== 0) return invalid(ctx);
  if (modulus.coef === 0 || (base.coef === 0 && exponent.coef === 0)) return invalid(ctx);
  if (modulus.adjusted >= ctx.prec) return invalid(ctx);
  const sign: Sign = base.sign === 1 && isOddInteger(exponent) ? 1 : 0;
  const result = intPowMod(
    normalizeInt(integerOf(base)),
    normalizeInt(integerOf(exponent)),
    normalizeInt(integerOf(modulus)),
  ) as IntValue;
  return new Dec(sign, result, 0);
}
