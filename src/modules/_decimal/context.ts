// The decimal context: precision, exponent limits, rounding, and the conditions operations report. `finish` brings an exact result
// into a context; every operation ends there.
// CPython: Modules/_decimal/libmpdec (mpd_context_t, mpd_qfinalize).
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import {
  addCoefs,
  bigTen,
  Dec,
  digitCount,
  divideNumbers,
  FINITE,
  INFINITE,
  infinity,
  isOdd,
  NAN,
  QUIET_NAN,
  SIGNALING_NAN,
  type Sign,
  scaleUp,
  subtractCoefs,
  TENS,
} from './dec.ts';

export const CLAMPED = 0x1;
export const CONVERSION_SYNTAX = 0x2;
export const DIVISION_BY_ZERO = 0x4;
export const DIVISION_IMPOSSIBLE = 0x8;
export const DIVISION_UNDEFINED = 0x10;
export const INEXACT = 0x40;
export const INVALID_CONTEXT = 0x80;
export const INVALID_OPERATION = 0x100;
export const OVERFLOW = 0x800;
export const ROUNDED = 0x1000;
export const SUBNORMAL = 0x2000;
export const UNDERFLOW = 0x4000;
export const FLOAT_OPERATION = 0x400;

/** The conditions that the InvalidOperation signal stands for. */
export const INVALID_CONDITIONS =
  CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;

/** Rounding modes by CPython's numbers. */
export const ROUND_UP = 0;
export const ROUND_DOWN = 1;
export const ROUND_CEILING = 2;
export const ROUND_FLOOR = 3;
export const ROUND_HALF_UP = 4;
export const ROUND_HALF_DOWN = 5;
export const ROUND_HALF_EVEN = 6;
export const ROUND_05UP = 7;

export const ROUNDING_NAMES: readonly string[] = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
];

/** Limits of a 64-bit build, as ints. */
export const MAX_PREC = 999999999999999999n;
export const MAX_EMAX = 999999999999999999n;
export const MIN_EMIN = -999999999999999999n;
export const MIN_ETINY = -1999999999999999997n;

/** What an operation computes in; `pending` collects its conditions until the caller settles them. */
export class DecContext {
  prec: number;
  rounding: number;
  emin: number;
  emax: number;
  clamp: number;
  capitals = 1;
  pending = 0;

  constructor(prec: number, rounding: number, emin: number, emax: number, clamp = 0) {
    this.prec = prec;
    this.rounding = rounding;
    this.emin = emin;
    this.emax = emax;
    this.clamp = clamp;
  }

  get etiny(): number {
    return this.emin - (this.prec - 1);
  }

  get etop(): number {
    return this.emax - (this.prec - 1);
  }

  /** A context of unlimited exponents for inner steps. */
  working(prec: number): DecContext {
    return new DecContext(prec, ROUND_HALF_EVEN, -1e18, 1e18);
  }
}

/** The widest context: exact conversion and exact arithmetic. */
export function maxContext(): DecContext {
  return new DecContext(Number(MAX_PREC), ROUND_HALF_EVEN, Number(MIN_EMIN), Number(MAX_EMAX));
}

/** Whether dropping the digits after `quotient` (compared with half a unit: -1, 0, 1 by sign) rounds it up in size. */
export function roundsUp(rounding: number, sign: Sign, quotient: IntValue, half: number): boolean {
  switch (rounding) {
    case ROUND_DOWN:
      return false;
    case ROUND_UP:
      return true;
    case ROUND_CEILING:
      return sign === 0;
    case ROUND_FLOOR:
      return sign === 1;
    case ROUND_HALF_UP:
      return half >= 0;
    case ROUND_HALF_DOWN:
      return half > 0;
    case ROUND_HALF_EVEN:
      return half > 0 || (half === 0 && isOdd(quotient));
    default: {
      const last = Number(BigInt(quotient) % 10n);
      return last === 0 || last === 5;
    }
  }
}

/** What `dropDigits` found besides its result. */
export interface Dropped {
  coef: IntValue;
  inexact: boolean;
}

/** coef / 10**count, rounded; the quotient may gain a digit. */
export function dropDigits(coef: IntValue, count: number, rounding: number, sign: Sign): Dropped {
  if (typeof coef === 'number' && count < 16) {
    const unit = TENS[count]!;
    const quotient = divideNumbers(coef, unit);
    const rest = coef - quotient * unit;
    if (rest === 0) return { coef: quotient, inexact: false };
    const up = roundsUp(rounding, sign, quotient, rest - (unit - rest));
    return { coef: up ? quotient + 1 : quotient, inexact: true };
  }
  if (count > MANY_DIGITS && count > digitCount(coef)) {
    // Everything goes: what is left is less than a tenth of a unit.
    if (coef === 0) return { coef: 0, inexact: false };
    return { coef: roundsUp(rounding, sign, 0, -1) ? 1 : 0, inexact: true };
  }
  return dropBigDigits(BigInt(coef), count, rounding, sign);
}

/** Up to here a power of ten costs less than counting digits. */
const MANY_DIGITS = 40;

function dropBigDigits(coef: bigint, count: number, rounding: number, sign: Sign): Dropped {
  const unit = bigTen(count);
  const quotient = coef / unit;
  const rest = coef - quotient * unit;
  if (rest === 0n) return { coef: normalizeInt(quotient), inexact: false };
  // Half a unit is 5 * 10**(count - 1), an integer.
  const middle = count === 0 ? 0n : 5n * bigTen(count - 1);
  const half = rest > middle ? 1 : rest === middle ? 0 : -1;
  const up = roundsUp(rounding, sign, quotient, half);
  return { coef: normalizeInt(up ? quotient + 1n : quotient), inexact: true };
}

/** Brings sign * coef * 10**exp into the context. */
export function finish(
  ctx: DecContext,
  sign: Sign,
  coef: IntValue,
  exp: number,
  digits: number = digitCount(coef),
): Dec {
  // The common case: fits, and far from the limits.
  const adjusted = exp + digits - 1;
  if (digits <= ctx.prec && adjusted <= ctx.emax && adjusted >= ctx.emin && (ctx.clamp === 0 || exp <= ctx.etop)) {
    return new Dec(sign, coef, exp, FINITE, digits);
  }
  return finishSlow(ctx, sign, coef, exp, digits);
}

function finishSlow(ctx: DecContext, sign: Sign, coef: IntValue, exp: number, digits: number): Dec {
  const adjusted = exp + digits - 1;
  if (coef === 0) return finishZero(ctx, sign, exp);
  if (adjusted > ctx.emax) return overflow(ctx, sign);
  if (ctx.clamp === 1 && exp > ctx.etop) {
    ctx.pending |= adjusted < ctx.emin ? CLAMPED | SUBNORMAL : CLAMPED;
    return new Dec(sign, scaleUp(coef, exp - ctx.etop), ctx.etop);
  }
  if (adjusted < ctx.emin) {
    ctx.pending |= SUBNORMAL;
    const etiny = ctx.etiny;
    if (exp >= etiny) return new Dec(sign, coef, exp);
    const dropped = dropDigits(coef, etiny - exp, ctx.rounding, sign);
    ctx.pending |= ROUNDED;
    if (dropped.inexact) {
      ctx.pending |= INEXACT | UNDERFLOW;
      if (dropped.coef === 0) ctx.pending |= CLAMPED;
    }
    return new Dec(sign, dropped.coef, etiny);
  }
  const excess = digits - ctx.prec;
  if (excess > 0) {
    const dropped = dropDigits(coef, excess, ctx.rounding, sign);
    ctx.pending |= dropped.inexact ? ROUNDED | INEXACT : ROUNDED;
    coef = dropped.coef;
    exp += excess;
    // Rounding up 99...9 gives one digit more.
    if (coef === (ctx.prec < 16 ? TENS[ctx.prec] : bigTen(ctx.prec))) {
      coef = typeof coef === 'number' ? coef / 10 : normalizeInt(coef / 10n);
      exp++;
      if (exp + ctx.prec - 1 > ctx.emax) return overflow(ctx, sign);
    }
  }
  return new Dec(sign, coef, exp);
}

function finishZero(ctx: DecContext, sign: Sign, exp: number): Dec {
  const top = ctx.clamp === 1 ? ctx.etop : ctx.emax;
  const clamped = exp > top ? top : Math.max(exp, ctx.etiny);
  if (clamped !== exp) ctx.pending |= CLAMPED;
  return new Dec(sign, 0, clamped);
}

function overflow(ctx: DecContext, sign: Sign): Dec {
  ctx.pending |= OVERFLOW | INEXACT | ROUNDED;
  const { rounding } = ctx;
  const stays =
    rounding === ROUND_DOWN ||
    rounding === ROUND_05UP ||
    (rounding === ROUND_CEILING && sign === 1) ||
    (rounding === ROUND_FLOOR && sign === 0);
  return stays ? largest(ctx, sign) : infinity(sign);
}

/** The largest finite number of the context. */
export function largest(ctx: DecContext, sign: Sign): Dec {
  return new Dec(sign, subtractCoefs(scaleUp(1, ctx.prec), 1), ctx.etop);
}

/**
 * A result that was computed to exactly the context's precision: `coef`, of as many digits, and what follows it, compared with half a unit
 * (-1, 0, 1; undefined for nothing). Undefined where that is not all there is to it.
 */
export function finishFull(
  ctx: DecContext,
  sign: Sign,
  coef: IntValue,
  exp: number,
  half: number | undefined,
): Dec | undefined {
  const adjusted = exp + ctx.prec - 1;
  if (adjusted > ctx.emax || adjusted < ctx.emin || ctx.clamp !== 0) return undefined;
  if (half !== undefined && roundsUp(ctx.rounding, sign, coef, half)) {
    coef = addCoefs(coef, 1);
  }
  // One digit more: by carrying, or from the start.
  if (coef >= (ctx.prec < 16 ? TENS[ctx.prec]! : bigTen(ctx.prec))) return undefined;
  ctx.pending |= half === undefined ? ROUNDED : ROUNDED | INEXACT;
  return new Dec(sign, coef, exp, FINITE, ctx.prec);
}

/** Brings any decimal into the context; a NaN's payload is cut to what fits. */
export function finishDec(ctx: DecContext, value: Dec): Dec {
  if (value.kind === FINITE) return finish(ctx, value.sign, value.coef, value.exp);
  return value.isNan ? fitPayload(ctx, value) : value;
}

function fitPayload(ctx: DecContext, nan: Dec): Dec {
  const room = ctx.prec - ctx.clamp;
  if (nan.coef === 0 || nan.digits <= room) return nan;
  const kept = room === 0 ? 0 : normalizeInt(BigInt(nan.coef) % bigTen(room));
  return new Dec(nan.sign, kept, 0, nan.kind);
}

/** A NaN with `condition` reported. */
export function invalid(ctx: DecContext, condition: number = INVALID_OPERATION): Dec {
  ctx.pending |= condition;
  return NAN;
}

/** The NaN that operands force, or undefined: signaling before quiet, first before second. */
export function nanResult(ctx: DecContext, a: Dec, b: Dec = a): Dec | undefined {
  if (a.kind < QUIET_NAN && b.kind < QUIET_NAN) return undefined;
  let chosen = a;
  if (a.kind === SIGNALING_NAN || b.kind === SIGNALING_NAN) {
    ctx.pending |= INVALID_OPERATION;
    if (a.kind !== SIGNALING_NAN) chosen = b;
  } else if (a.kind !== QUIET_NAN) chosen = b;
  return fitPayload(ctx, new Dec(chosen.sign, chosen.coef, 0, QUIET_NAN));
}

/** The same for three operands. */
export function nanOfThree(ctx: DecContext, a: Dec, b: Dec, c: Dec): Dec | undefined {
  const firstTwoSignal = a.kind === SIGNALING_NAN || b.kind === SIGNALING_NAN;
  if (c.kind === SIGNALING_NAN && !firstTwoSignal) return nanResult(ctx, c);
  return nanResult(ctx, a, b) ?? nanResult(ctx, c);
}

export function isInfinite(value: Dec): boolean {
  return value.kind === INFINITE;
}
