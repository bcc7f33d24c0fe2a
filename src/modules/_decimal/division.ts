// Division to the context's precision. CPython: Modules/_decimal/libmpdec/mpdecimal.c (_mpd_qdiv).
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import {
  type DecContext,
  DIVISION_BY_ZERO,
  DIVISION_UNDEFINED,
  finish,
  finishFull,
  invalid,
  isInfinite,
  nanResult,
} from './context.ts';
import {
  bigTen,
  type Dec,
  DOUBLE_TENS,
  digitCount,
  divideNumbers,
  FINITE,
  infinity,
  type Sign,
  scaleDownExact,
  scaleUp,
  trailingZeroDigits,
} from './dec.ts';

export function divide(ctx: DecContext, a: Dec, b: Dec): Dec {
  const sign: Sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanResult(ctx, a, b);
    if (nan !== undefined) return nan;
    if (isInfinite(a)) return isInfinite(b) ? invalid(ctx) : infinity(sign);
    // Dividing by infinity leaves the smallest zero.
    const top = ctx.etiny;
    return finish(ctx, sign, 0, top - 1);
  }
  if (b.coef === 0) {
    if (a.coef === 0) return invalid(ctx, DIVISION_UNDEFINED);
    ctx.pending |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const ideal = a.exp - b.exp;
  if (a.coef === 0) return finish(ctx, sign, 0, ideal);
  if (typeof a.coef === 'number' && typeof b.coef === 'number') {
    const quotient = Math.floor(a.coef / b.coef);
    if (quotient * b.coef === a.coef) return finish(ctx, sign, quotient, ideal);
  }
  return divideFull(ctx, sign, a, b, ideal) ?? divideCoefs(ctx, sign, a.coef, b.coef, ideal);
}

/** Where the first digits say how many the quotient will have, it is computed to the precision at once; undefined elsewhere. */
function divideFull(ctx: DecContext, sign: Sign, a: Dec, b: Dec, ideal: number): Dec | undefined {
  if (a.digits > 300 || b.digits > 300) return undefined;
  const lead = Number(a.coef) / DOUBLE_TENS[a.digits]! / (Number(b.coef) / DOUBLE_TENS[b.digits]!);
  if (Math.abs(lead - 1) < 1e-12) return undefined;
  const shift = ctx.prec + b.digits - a.digits - (lead > 1 ? 1 : 0);
  if (shift < 0) return undefined;
  const top = scaleUp(a.coef, shift);
  if (typeof top === 'number' && typeof b.coef === 'number') {
    const quotient = divideNumbers(top, b.coef);
    const rest = top - quotient * b.coef;
    if (rest === 0) return undefined;
    return finishFull(ctx, sign, quotient, ideal - shift, rest - (b.coef - rest));
  }
  const bottom = BigInt(b.coef);
  const quotient = BigInt(top) / bottom;
  const rest = BigInt(top) - quotient * bottom;
  if (rest === 0n) return undefined;
  const twice = 2n * rest;
  const half = twice > bottom ? 1 : twice === bottom ? 0 : -1;
  return finishFull(ctx, sign, ctx.prec > 16 ? quotient : normalizeInt(quotient), ideal - shift, half);
}

function divideCoefs(ctx: DecContext, sign: Sign, a: IntValue, b: IntValue, ideal: number): Dec {
  const shift = digitCount(b) - digitCount(a) + ctx.prec + 1;
  const numerator = shift > 0 ? BigInt(a) * bigTen(shift) : BigInt(a);
  const denominator = shift < 0 ? BigInt(b) * bigTen(-shift) : BigInt(b);
  let quotient = numerator / denominator;
  const exp = ideal - shift;
  if (quotient * denominator !== numerator) {
    // A last digit of 0 or 5 would hide that more follows.
    if (quotient % 5n === 0n) quotient += 1n;
    return finish(ctx, sign, normalizeInt(quotient), exp);
  }
  const exact = normalizeInt(quotient);
  const zeros = exp < ideal ? trailingZeroDigits(exact, ideal - exp) : 0;
  return finish(ctx, sign, scaleDownExact(exact, zeros), exp + zeros);
}
