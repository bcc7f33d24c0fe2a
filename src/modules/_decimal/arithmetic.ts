// Addition to remainder: the operations whose exact result is an integer computation.
// CPython: Modules/_decimal/libmpdec/mpdecimal.c; names follow the specification.
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import {
  type DecContext,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  dropDigits,
  finish,
  finishDec,
  finishFull,
  INEXACT,
  INVALID_OPERATION,
  invalid,
  isInfinite,
  maxContext,
  nanOfThree,
  nanResult,
  ROUND_FLOOR,
  ROUNDED,
} from './context.ts';
import {
  addCoefs,
  bigTen,
  Dec,
  DOUBLE_TENS,
  digitCount,
  divideNumbers,
  FINITE,
  infinity,
  isOdd,
  multiplyCoefs,
  NAN,
  type Sign,
  scaleDownExact,
  scaleUp,
  subtractCoefs,
  TENS,
  trailingZeroDigits,
} from './dec.ts';

export function add(ctx: DecContext, a: Dec, b: Dec): Dec {
  if (a.kind === FINITE && b.kind === FINITE) return addFinite(ctx, a, b, b.sign);
  return addSpecial(ctx, a, b, b.sign);
}

export function subtract(ctx: DecContext, a: Dec, b: Dec): Dec {
  const sign: Sign = b.sign === 0 ? 1 : 0;
  if (a.kind === FINITE && b.kind === FINITE) return addFinite(ctx, a, b, sign);
  return addSpecial(ctx, a, b, sign);
}

function addSpecial(ctx: DecContext, a: Dec, b: Dec, signB: Sign): Dec {
  const nan = nanResult(ctx, a, b);
  if (nan !== undefined) return nan;
  if (!isInfinite(a)) return infinity(signB);
  return isInfinite(b) && a.sign !== signB ? invalid(ctx) : a;
}

/** a + (-1)**signB * |b|. */
function addFinite(ctx: DecContext, a: Dec, b: Dec, signB: Sign): Dec {
  let coefA = a.coef;
  let coefB = b.coef;
  let exp = a.exp;
  if (a.exp !== b.exp) {
    const gap = a.exp - b.exp;
    if (gap > ctx.prec + 2 || gap < -ctx.prec - 2) return addFar(ctx, a, b, signB);
    if (a.sign === signB) {
      const rounded = gap > 0 ? addBelow(ctx, signB, a, b, gap) : addBelow(ctx, signB, b, a, -gap);
      if (rounded !== undefined) return rounded;
    }
    if (gap > 0) {
      coefA = scaleUp(coefA, gap);
      exp = b.exp;
    } else coefB = scaleUp(coefB, -gap);
  }
  if (a.sign === signB) return finish(ctx, a.sign, addCoefs(coefA, coefB), exp);
  if (coefA === coefB) return finish(ctx, ctx.rounding === ROUND_FLOOR ? 1 : 0, 0, exp);
  return coefA > coefB
    ? finish(ctx, a.sign, subtractCoefs(coefA, coefB), exp)
    : finish(ctx, signB, subtractCoefs(coefB, coefA), exp);
}

/**
 * The sum of two of one sign of which the higher has as many digits as there is room for: the lower one's digits below it only matter for
 * rounding. Undefined where that is not so.
 */
function addBelow(ctx: DecContext, sign: Sign, high: Dec, low: Dec, gap: number): Dec | undefined {
  if (high.digits !== ctx.prec || high.coef === 0 || low.coef === 0) return undefined;
  const [taken, rest] = splitDigits(low.coef, gap, low.digits);
  return finishFull(ctx, sign, addCoefs(high.coef, taken), high.exp, compareHalf(rest, gap));
}

/** coef divided by 10**count. */
function splitDigits(coef: IntValue, count: number, digits: number): [quotient: IntValue, rest: IntValue] {
  if (digits <= count) return [0, coef];
  if (typeof coef === 'number') {
    const quotient = divideNumbers(coef, TENS[count]!);
    return [quotient, coef - quotient * TENS[count]!];
  }
  const unit = bigTen(count);
  const quotient = coef / unit;
  return [quotient, coef - quotient * unit];
}

/** A rest compared with half of 10**count; undefined for none. */
function compareHalf(rest: IntValue, count: number): number | undefined {
  if (typeof rest === 'number' ? rest === 0 : rest === 0n) return undefined;
  const half = count < 16 ? 5 * TENS[count - 1]! : 5n * bigTen(count - 1);
  return rest > half ? 1 : rest < half ? -1 : 0;
}

/** Exponents far apart: the lower operand only matters by being there, when it lies wholly below the rounding position. */
function addFar(ctx: DecContext, a: Dec, b: Dec, signB: Sign): Dec {
  const [high, low] = a.exp > b.exp ? [a, b.withSign(signB)] : [b.withSign(signB), a];
  if (high.coef === 0) {
    if (low.coef === 0) {
      const sign = high.sign === low.sign ? high.sign : ctx.rounding === ROUND_FLOOR ? 1 : 0;
      return finish(ctx, sign, 0, low.exp);
    }
    return finish(ctx, low.sign, low.coef, low.exp);
  }
  const position = high.exp + Math.min(-1, high.digits - ctx.prec - 2);
  if (low.adjusted >= position) return addAligned(ctx, high, low);
  if (low.coef === 0) return finish(ctx, high.sign, scaleUp(high.coef, high.exp - position), position);
  return addAligned(ctx, high, new Dec(low.sign, 1, position));
}

function addAligned(ctx: DecContext, high: Dec, low: Dec): Dec {
  const coef = scaleUp(high.coef, high.exp - low.exp);
  if (high.sign === low.sign) return finish(ctx, high.sign, addCoefs(coef, low.coef), low.exp);
  if (coef === low.coef) return finish(ctx, ctx.rounding === ROUND_FLOOR ? 1 : 0, 0, low.exp);
  return coef > low.coef
    ? finish(ctx, high.sign, subtractCoefs(coef, low.coef), low.exp)
    : finish(ctx, low.sign, subtractCoefs(low.coef, coef), low.exp);
}

/** Digits of the product of the coefficients, where doubles can say them. */
function productDigits(a: Dec, b: Dec): number | undefined {
  const least = a.digits + b.digits - 1;
  if (least > 300) return undefined;
  const ratio = (Number(a.coef) * Number(b.coef)) / DOUBLE_TENS[least]!;
  return Math.abs(ratio - 1) < 1e-12 ? undefined : ratio > 1 ? least + 1 : least;
}

export function multiply(ctx: DecContext, a: Dec, b: Dec): Dec {
  const sign: Sign = a.sign === b.sign ? 0 : 1;
  if (a.kind === FINITE && b.kind === FINITE) {
    const product = multiplyCoefs(a.coef, b.coef);
    return finish(ctx, sign, product, a.exp + b.exp, typeof product === 'number' ? undefined : productDigits(a, b));
  }
  const nan = nanResult(ctx, a, b);
  if (nan !== undefined) return nan;
  return a.isZero || b.isZero ? invalid(ctx) : infinity(sign);
}

/** Integer quotient and remainder coefficients of finite a by b != 0, or undefined when the quotient exceeds the precision. */
function divideInteger(ctx: DecContext, a: Dec, b: Dec): [quotient: IntValue, rest: IntValue, exp: number] | undefined {
  const exp = Math.min(a.exp, b.exp);
  if (a.coef === 0) return [0, 0, exp];
  const gap = a.adjusted - b.adjusted;
  if (gap <= -2) return [0, a.coef, a.exp];
  if (gap > ctx.prec) return undefined;
  const top = scaleUp(a.coef, a.exp - exp);
  const bottom = scaleUp(b.coef, b.exp - exp);
  if (typeof top === 'number' && typeof bottom === 'number') {
    const rest = top % bottom;
    const quotient = (top - rest) / bottom;
    return digitCount(quotient) > ctx.prec ? undefined : [quotient, rest, exp];
  }
  const quotient = BigInt(top) / BigInt(bottom);
  const rest = BigInt(top) - quotient * BigInt(bottom);
  if (quotient >= bigTen(Math.min(ctx.prec, digitCount(normalizeInt(quotient))))) return undefined;
  return [normalizeInt(quotient), normalizeInt(rest), exp];
}

/** The integer part of a / b. */
export function divideToInteger(ctx: DecContext, a: Dec, b: Dec): Dec {
  const sign: Sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanResult(ctx, a, b);
    if (nan !== undefined) return nan;
    if (isInfinite(a)) return isInfinite(b) ? invalid(ctx) : infinity(sign);
    return new Dec(sign, 0, 0);
  }
  if (b.coef === 0) {
    if (a.coef === 0) return invalid(ctx, DIVISION_UNDEFINED);
    ctx.pending |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const parts = divideInteger(ctx, a, b);
  return parts === undefined ? invalid(ctx, DIVISION_IMPOSSIBLE) : finish(ctx, sign, parts[0], 0);
}

/** a - b * divideToInteger(a, b). */
export function remainder(ctx: DecContext, a: Dec, b: Dec): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanResult(ctx, a, b);
    if (nan !== undefined) return nan;
    return isInfinite(a) ? invalid(ctx) : finishDec(ctx, a);
  }
  if (b.coef === 0) return invalid(ctx, a.coef === 0 ? DIVISION_UNDEFINED : INVALID_OPERATION);
  const parts = divideInteger(ctx, a, b);
  return parts === undefined ? invalid(ctx, DIVISION_IMPOSSIBLE) : finishRest(ctx, a.sign, parts[1], parts[2], a, b);
}

/** A remainder's exponent is the smaller of the two, as far as the precision allows. */
function finishRest(ctx: DecContext, sign: Sign, rest: IntValue, exp: number, a: Dec, b: Dec): Dec {
  const target = Math.min(a.exp, b.exp);
  const room = ctx.prec + 1;
  const gap = exp - target;
  if (gap === 0) return finish(ctx, sign, rest, exp);
  const shift = rest === 0 ? 0 : Math.min(gap, Math.max(0, room));
  return finish(ctx, sign, scaleUp(rest, shift), rest === 0 ? target : exp - shift);
}

/** Both of the above at once. */
export function divmod(ctx: DecContext, a: Dec, b: Dec): [Dec, Dec] {
  const sign: Sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanResult(ctx, a, b);
    if (nan !== undefined) return [nan, nan];
    if (isInfinite(a)) {
      ctx.pending |= INVALID_OPERATION;
      return [isInfinite(b) ? NAN : infinity(sign), NAN];
    }
    return [new Dec(sign, 0, 0), finishDec(ctx, a)];
  }
  if (b.coef === 0) {
    if (a.coef === 0) {
      ctx.pending |= DIVISION_UNDEFINED;
      return [NAN, NAN];
    }
    ctx.pending |= DIVISION_BY_ZERO | INVALID_OPERATION;
    return [infinity(sign), NAN];
  }
  const parts = divideInteger(ctx, a, b);
  if (parts === undefined) {
    ctx.pending |= DIVISION_IMPOSSIBLE;
    return [NAN, NAN];
  }
  return [finish(ctx, sign, parts[0], 0), finishRest(ctx, a.sign, parts[1], parts[2], a, b)];
}

/** a - b * n for the integer n nearest to a / b, ties to even. */
export function remainderNear(ctx: DecContext, a: Dec, b: Dec): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanResult(ctx, a, b);
    if (nan !== undefined) return nan;
    return isInfinite(a) ? invalid(ctx) : finishDec(ctx, a);
  }
  if (b.coef === 0) return invalid(ctx, a.coef === 0 ? DIVISION_UNDEFINED : INVALID_OPERATION);
  const parts = divideInteger(ctx, a, b);
  if (parts === undefined) return invalid(ctx, DIVISION_IMPOSSIBLE);
  let [quotient, rest, exp] = parts;
  if (exp !== Math.min(a.exp, b.exp)) return finishRest(ctx, a.sign, rest, exp, a, b);
  const divisor = scaleUp(b.coef, b.exp - exp);
  const twice = addCoefs(rest, rest);
  let { sign } = a;
  if (twice > divisor || (twice === divisor && isOdd(quotient))) {
    rest = subtractCoefs(divisor, rest);
    sign = sign === 0 ? 1 : 0;
    quotient = addCoefs(quotient, 1);
    if (digitCount(quotient) > ctx.prec) return invalid(ctx, DIVISION_IMPOSSIBLE);
  }
  return finish(ctx, sign, rest, exp);
}

/** a * b + c with one rounding. */
export function fusedMultiplyAdd(ctx: DecContext, a: Dec, b: Dec, c: Dec): Dec {
  if (a.isNan || b.isNan) return nanOfThree(ctx, a, b, c)!;
  const exact = maxContext();
  const product = multiply(exact, a, b);
  ctx.pending |= exact.pending & INVALID_OPERATION;
  return add(ctx, product, c);
}

/** +a: rounds; a zero loses its minus sign unless rounding to floor. */
export function plus(ctx: DecContext, a: Dec): Dec {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  if (a.isZero) return finish(ctx, zeroSign(ctx, a.sign), 0, a.exp);
  return finishDec(ctx, a);
}

/** -a. */
export function minus(ctx: DecContext, a: Dec): Dec {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  const sign: Sign = a.sign === 0 ? 1 : 0;
  if (a.isZero) return finish(ctx, zeroSign(ctx, sign), 0, a.exp);
  return finishDec(ctx, a.withSign(sign));
}

/** 0 + (+-0) is 0, except that rounding to floor keeps a minus sign. */
function zeroSign(ctx: DecContext, sign: Sign): Sign {
  return ctx.rounding === ROUND_FLOOR ? sign : 0;
}

export function absolute(ctx: DecContext, a: Dec): Dec {
  return nanResult(ctx, a) ?? finishDec(ctx, a.withSign(0));
}

/** a with the exponent of b. */
export function quantize(ctx: DecContext, a: Dec, b: Dec): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanResult(ctx, a, b);
    if (nan !== undefined) return nan;
    return a.kind === b.kind ? a : invalid(ctx);
  }
  return rescale(ctx, a, b.exp);
}

/** The body of quantize: a with exponent `exp`. */
export function rescale(ctx: DecContext, a: Dec, exp: number): Dec {
  if (exp > ctx.emax || exp < ctx.etiny) return invalid(ctx);
  if (a.coef === 0) return finish(ctx, a.sign, 0, exp);
  const gap = a.exp - exp;
  if (a.digits + gap > ctx.prec) return invalid(ctx);
  if (gap >= 0) {
    if (a.adjusted > ctx.emax) return invalid(ctx);
    return finish(ctx, a.sign, scaleUp(a.coef, gap), exp);
  }
  const dropped = dropDigits(a.coef, -gap, ctx.rounding, a.sign);
  const digits = digitCount(dropped.coef);
  if (digits > ctx.prec || exp + digits - 1 > ctx.emax) return invalid(ctx);
  ctx.pending |= dropped.inexact ? ROUNDED | INEXACT : ROUNDED;
  return finish(ctx, a.sign, dropped.coef, exp);
}

/** A finite a with exponent `exp`, whatever its size, without conditions: for formatting and `round`. */
export function rescaleFreely(ctx: DecContext, a: Dec, exp: number): Dec {
  if (a.coef === 0) return new Dec(a.sign, 0, exp);
  const gap = a.exp - exp;
  if (gap >= 0) return new Dec(a.sign, scaleUp(a.coef, gap), exp);
  return new Dec(a.sign, dropDigits(a.coef, -gap, ctx.rounding, a.sign).coef, exp);
}

/** The integer nearest to a by the context's rounding; `exact` reports what was lost. */
export function toIntegral(ctx: DecContext, a: Dec, exact: boolean): Dec {
  if (a.kind !== FINITE) return nanResult(ctx, a) ?? a;
  if (a.exp >= 0) return a;
  if (a.coef === 0) return new Dec(a.sign, 0, 0);
  const dropped = dropDigits(a.coef, -a.exp, ctx.rounding, a.sign);
  if (exact) ctx.pending |= dropped.inexact ? ROUNDED | INEXACT : ROUNDED;
  return new Dec(a.sign, dropped.coef, 0);
}

/** a without trailing zeros. */
export function normalize(ctx: DecContext, a: Dec): Dec {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  const rounded = finishDec(ctx, a);
  if (rounded.kind !== FINITE) return rounded;
  if (rounded.coef === 0) return new Dec(rounded.sign, 0, 0);
  const top = ctx.clamp === 1 ? ctx.etop : ctx.emax;
  const zeros = trailingZeroDigits(rounded.coef, Math.max(0, top - rounded.exp));
  return new Dec(rounded.sign, scaleDownExact(rounded.coef, zeros), rounded.exp + zeros);
}
