// The rest of the specification's operations: neighbours, scaling, shifting, bits, classes.
// CPython: Modules/_decimal/libmpdec/mpdecimal.c.
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import { add } from './arithmetic.ts';
import { compareNumbers } from './compare.ts';
import {
  CLAMPED,
  DecContext as Context,
  type DecContext,
  DIVISION_BY_ZERO,
  finish,
  finishDec,
  INEXACT,
  invalid,
  isInfinite,
  largest,
  nanResult,
  OVERFLOW,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
} from './context.ts';
import { bigTen, Dec, FINITE, infinity, QUIET_NAN, SIGNALING_NAN, type Sign, scaleUp } from './dec.ts';

/** The next number above (direction 1) or below (-1), without conditions. */
function neighbour(ctx: DecContext, a: Dec, direction: 1 | -1): Dec {
  const away: Sign = direction === 1 ? 0 : 1;
  if (isInfinite(a)) return a.sign === away ? a : largest(ctx, a.sign);
  const rounding = direction === 1 ? ROUND_CEILING : ROUND_FLOOR;
  const work = new Context(ctx.prec, rounding, ctx.emin, ctx.emax, ctx.clamp);
  const rounded = finishDec(work, a);
  // When rounding moved the number, it is already the neighbour.
  if (compareAny(rounded, a) !== 0) return rounded;
  return add(work, rounded, new Dec(away, 1, ctx.etiny - 1));
}

function compareAny(a: Dec, b: Dec): number {
  return a.kind === b.kind ? compareNumbers(a, b) : 1;
}

export function nextPlus(ctx: DecContext, a: Dec): Dec {
  return nanResult(ctx, a) ?? neighbour(ctx, a, 1);
}

export function nextMinus(ctx: DecContext, a: Dec): Dec {
  return nanResult(ctx, a) ?? neighbour(ctx, a, -1);
}

export function nextToward(ctx: DecContext, a: Dec, b: Dec): Dec {
  const nan = nanResult(ctx, a, b);
  if (nan !== undefined) return nan;
  const order = compareNumbers(a, b);
  if (order === 0) return a.withSign(b.sign);
  const result = neighbour(ctx, a, order < 0 ? 1 : -1);
  if (isInfinite(result)) ctx.pending |= OVERFLOW | ROUNDED | INEXACT;
  else if (result.adjusted < ctx.emin) {
    ctx.pending |= UNDERFLOW | SUBNORMAL | ROUNDED | INEXACT;
    if (result.coef === 0) ctx.pending |= CLAMPED;
  }
  return result;
}

/** The exponent of the first digit, as a decimal. */
export function logb(ctx: DecContext, a: Dec): Dec {
  const nan = nanResult(ctx, a);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return infinity(0);
  if (a.coef === 0) {
    ctx.pending |= DIVISION_BY_ZERO;
    return infinity(1);
  }
  const { adjusted } = a;
  return finish(ctx, adjusted < 0 ? 1 : 0, Math.abs(adjusted), 0);
}

/** The value of an operand that must be an integer with exponent 0, or undefined. */
function plainInteger(b: Dec): number | undefined {
  if (b.kind !== FINITE || b.exp !== 0) return undefined;
  const size = Number(b.coef);
  return b.sign === 1 ? -size : size;
}

export function scaleb(ctx: DecContext, a: Dec, b: Dec): Dec {
  const nan = nanResult(ctx, a, b);
  if (nan !== undefined) return nan;
  const count = plainInteger(b);
  if (count === undefined || Math.abs(count) > 2 * (ctx.emax + ctx.prec)) return invalid(ctx);
  return isInfinite(a) ? a : finish(ctx, a.sign, a.coef, a.exp + count);
}

export function shift(ctx: DecContext, a: Dec, b: Dec): Dec {
  const nan = nanResult(ctx, a, b);
  if (nan !== undefined) return nan;
  const count = plainInteger(b);
  if (count === undefined || Math.abs(count) > ctx.prec) return invalid(ctx);
  if (isInfinite(a)) return a;
  const kept = keepLow(a.coef, ctx.prec);
  if (count >= 0) return new Dec(a.sign, keepLow(scaleUp(kept, count), ctx.prec), a.exp);
  return new Dec(a.sign, normalizeInt(BigInt(kept) / bigTen(-count)), a.exp);
}

export function rotate(ctx: DecContext, a: Dec, b: Dec): Dec {
  const nan = nanResult(ctx, a, b);
  if (nan !== undefined) return nan;
  const count = plainInteger(b);
  if (count === undefined || Math.abs(count) > ctx.prec) return invalid(ctx);
  if (isInfinite(a)) return a;
  const kept = BigInt(keepLow(a.coef, ctx.prec));
  const left = count >= 0 ? count : ctx.prec + count;
  const split = bigTen(ctx.prec - left);
  const high = kept / split;
  return new Dec(a.sign, normalizeInt((kept - high * split) * bigTen(left) + high), a.exp);
}

/** The last `count` digits. */
function keepLow(value: IntValue, count: number): IntValue {
  if (typeof value === 'number' && count > 15) return value;
  return normalizeInt(BigInt(value) % bigTen(count));
}

/** The digits of a logical operand from the right, or undefined when it is none. */
function logicalDigits(a: Dec): string | undefined {
  if (a.kind !== FINITE || a.sign === 1 || a.exp !== 0) return undefined;
  const text = String(a.coef);
  return /^[01]*$/.test(text) ? text : undefined;
}

function fromDigits(text: string): Dec {
  return new Dec(0, normalizeInt(BigInt(text === '' ? '0' : text)), 0);
}

export function logical(ctx: DecContext, a: Dec, b: Dec, operation: 'and' | 'or' | 'xor'): Dec {
  const left = logicalDigits(a);
  const right = logicalDigits(b);
  if (left === undefined || right === undefined) return invalid(ctx);
  const width = Math.min(ctx.prec, Math.max(left.length, right.length));
  let text = '';
  const x = left.padStart(width, '0').slice(-width);
  const y = right.padStart(width, '0').slice(-width);
  for (let i = 0; i < width; i++) {
    const p = x[i] === '1';
    const q = y[i] === '1';
    const bit = operation === 'and' ? p && q : operation === 'or' ? p || q : p !== q;
    text += bit ? '1' : '0';
  }
  return fromDigits(text);
}

export function logicalInvert(ctx: DecContext, a: Dec): Dec {
  const digits = logicalDigits(a);
  if (digits === undefined) return invalid(ctx);
  const width = Math.max(ctx.prec, digits.length);
  const padded = digits.padStart(width, '0').slice(-ctx.prec);
  return fromDigits(padded.replace(/[01]/g, (digit) => (digit === '0' ? '1' : '0')));
}

export function isNormal(ctx: DecContext, a: Dec): boolean {
  return a.kind === FINITE && a.coef !== 0 && a.adjusted >= ctx.emin;
}

export function isSubnormal(ctx: DecContext, a: Dec): boolean {
  return a.kind === FINITE && a.coef !== 0 && a.adjusted < ctx.emin;
}

export function numberClass(ctx: DecContext, a: Dec): string {
  if (a.kind === QUIET_NAN) return 'NaN';
  if (a.kind === SIGNALING_NAN) return 'sNaN';
  const sign = a.sign === 0 ? '+' : '-';
  if (isInfinite(a)) return `${sign}Infinity`;
  if (a.coef === 0) return `${sign}Zero`;
  return a.adjusted < ctx.emin ? `${sign}Subnormal` : `${sign}Normal`;
}

export function sameQuantum(a: Dec, b: Dec): boolean {
  if (a.isNan || b.isNan) return a.isNan && b.isNan;
  if (isInfinite(a) || isInfinite(b)) return isInfinite(a) && isInfinite(b);
  return a.exp === b.exp;
}
