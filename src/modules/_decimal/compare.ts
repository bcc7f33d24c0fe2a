// Comparisons: numeric, with signals, total order; and the min/max family built on them.
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (_mpd_cmp, mpd_cmp_total, mpd_qmax).
import { type DecContext, finishDec, INVALID_OPERATION, isInfinite, nanResult } from './context.ts';
import { Dec, FINITE, ONE, QUIET_NAN, SIGNALING_NAN, scaleUp, ZERO } from './dec.ts';

/** -1, 0 or 1 for two numbers (no NaN). */
export function compareNumbers(a: Dec, b: Dec): number {
  if (a.isZero && b.isZero) return 0;
  if (a.isZero) return b.sign === 0 ? -1 : 1;
  if (b.isZero || a.sign !== b.sign) return a.sign === 0 ? 1 : -1;
  const order = compareMagnitudes(a, b);
  return a.sign === 0 ? order : -order;
}

/** The same for |a| and |b|. */
export function compareMagnitudes(a: Dec, b: Dec): number {
  if (a.kind !== FINITE || b.kind !== FINITE) return Number(isInfinite(a)) - Number(isInfinite(b));
  if (a.coef === 0 || b.coef === 0) return Number(a.coef !== 0) - Number(b.coef !== 0);
  if (a.exp === b.exp) return a.coef === b.coef ? 0 : a.coef > b.coef ? 1 : -1;
  const gap = a.adjusted - b.adjusted;
  if (gap !== 0) return gap > 0 ? 1 : -1;
  const left = scaleUp(a.coef, Math.max(0, a.exp - b.exp));
  const right = scaleUp(b.coef, Math.max(0, b.exp - a.exp));
  return left === right ? 0 : left > right ? 1 : -1;
}

const MINUS_ONE = new Dec(1, 1, 0);

function asDec(order: number): Dec {
  return order === 0 ? ZERO : order > 0 ? ONE : MINUS_ONE;
}

/** `compare`: -1, 0, 1 or NaN as a decimal. */
export function compare(ctx: DecContext, a: Dec, b: Dec): Dec {
  return nanResult(ctx, a, b) ?? asDec(compareNumbers(a, b));
}

/** `compare_signal`: quiet NaNs signal too. */
export function compareSignal(ctx: DecContext, a: Dec, b: Dec): Dec {
  if (a.isNan || b.isNan) ctx.pending |= INVALID_OPERATION;
  return compare(ctx, a, b);
}

/** The total order: -1, 0 or 1 for any two decimals. */
export function compareTotalOrder(a: Dec, b: Dec): number {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const order = totalMagnitude(a, b);
  return a.sign === 1 ? -order : order;
}

function totalMagnitude(a: Dec, b: Dec): number {
  if (a.isNan || b.isNan) {
    if (!a.isNan || !b.isNan) return a.isNan ? 1 : -1;
    if (a.kind !== b.kind) return a.kind === SIGNALING_NAN ? -1 : 1;
    return a.coef === b.coef ? 0 : a.coef > b.coef ? 1 : -1;
  }
  const order = compareMagnitudes(a, b);
  if (order !== 0 || isInfinite(a)) return order;
  return Math.sign(a.exp - b.exp);
}

export function compareTotal(a: Dec, b: Dec): Dec {
  return asDec(compareTotalOrder(a, b));
}

export function compareTotalMag(a: Dec, b: Dec): Dec {
  return asDec(totalMagnitude(a, b));
}

/** `max`, `min`, `max_mag`, `min_mag`: a number wins over a quiet NaN; equal numbers are told apart by the total order. */
export function extreme(ctx: DecContext, a: Dec, b: Dec, wanted: 1 | -1, magnitudes: boolean): Dec {
  if (a.isNan || b.isNan) {
    if (a.kind === QUIET_NAN && !b.isNan) return finishDec(ctx, b);
    if (b.kind === QUIET_NAN && !a.isNan) return finishDec(ctx, a);
    return nanResult(ctx, a, b)!;
  }
  let order = magnitudes ? compareMagnitudes(a, b) : compareNumbers(a, b);
  if (order === 0 && magnitudes) order = compareNumbers(a, b);
  if (order === 0) order = compareTotalOrder(a, b);
  return finishDec(ctx, order === wanted || order === 0 ? a : b);
}
