// Arithmetic of Python floats on plain doubles, and the exact conversions between int and float.
// Pure functions: integral results come back as plain numbers, the float type boxes them.
// CPython: Objects/floatobject.c, Objects/longobject.c (long_true_divide, PyLong_AsDouble).
import { overflowError, valueError, zeroDivisionError } from '../exceptions/errors.ts';
import { bitLength, type IntValue, normalizeInt } from './integers.ts';
import { pow } from './libm/exponential.ts';

/** `x % y`; zero results take the sign of `y`. */
export function floatMod(x: number, y: number): number {
  if (y === 0) throw zeroDivisionError('division by zero');
  const mod = x % y;
  if (mod === 0) return y < 0 ? -0 : 0;
  return y < 0 !== mod < 0 ? mod + y : mod;
}

/** `x // y`. */
export function floatFloorDiv(x: number, y: number): number {
  if (y === 0) throw zeroDivisionError('division by zero');
  return quotientFor(x, y, x % y);
}

/** `divmod(x, y)` as [quotient, remainder]. */
export function floatDivmod(x: number, y: number): [number, number] {
  return [floatFloorDiv(x, y), floatMod(x, y)];
}

/** The floor quotient belonging to the exact remainder: dividing what is left over is exact but for one rounding. */
function quotientFor(x: number, y: number, mod: number): number {
  let quotient = (x - mod) / y;
  if (mod !== 0 && y < 0 !== mod < 0) quotient -= 1;
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** What `floatPow` returns when the result is complex (negative base, fractional exponent). */
export const COMPLEX_RESULT = 'complex';
/** What `floatPow` returns for OverflowError, whose args are (34, 'Numerical result out of range'). */
export const OUT_OF_RANGE = 'range';

/** `x ** y`, or a marker. */
export function floatPow(x: number, y: number): number | typeof COMPLEX_RESULT | typeof OUT_OF_RANGE {
  if (y === 2) return overflowChecked(x * x, x, y);
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === Infinity || y === -Infinity) {
    const size = Math.abs(x);
    return size === 1 ? 1 : y > 0 === size > 1 ? Infinity : 0;
  }
  if (x === Infinity || x === -Infinity || x === 0) return powOfExtreme(x, y);
  if (x < 0 && y !== Math.floor(y)) return COMPLEX_RESULT;
  return overflowChecked(pow(x, y), x, y);
}

function powOfExtreme(x: number, y: number): number {
  const odd = Math.abs(y % 2) === 1;
  if (x === 0) {
    if (y < 0) throw zeroDivisionError('zero to a negative power');
    return odd ? x : 0;
  }
  if (y > 0) return odd ? x : Infinity;
  return odd && x < 0 ? -0 : 0;
}

function overflowChecked(result: number, x: number, y: number): number | typeof OUT_OF_RANGE {
  const overflowed = (result === Infinity || result === -Infinity) && Number.isFinite(x) && Number.isFinite(y);
  return overflowed ? OUT_OF_RANGE : result;
}

/** The double nearest to `value`, ties to even. */
export function intToFloat(value: IntValue): number {
  if (typeof value === 'number') return value;
  const result = Number(value);
  if (result === Infinity || result === -Infinity) throw overflowError('int too large to convert to float');
  return result;
}

/** `int(value)`: exact, towards zero. */
export function floatToInt(value: number): IntValue {
  const whole = Math.trunc(value);
  if (Number.isSafeInteger(whole)) return whole + 0;
  if (Number.isNaN(whole)) throw valueError('cannot convert float NaN to integer');
  if (whole === Infinity || whole === -Infinity) throw overflowError('cannot convert float infinity to integer');
  return BigInt(whole);
}

/** `a / b` for ints, rounded once. */
export function intTrueDiv(a: IntValue, b: IntValue): number {
  if (b === 0) throw zeroDivisionError('division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a === 0 && b > 0 ? 0 : a / b;
  return bigTrueDiv(BigInt(a), BigInt(b));
}

function bigTrueDiv(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  if (a === 0n) return negative ? -0 : 0;
  if (a < 0n) a = -a;
  if (b < 0n) b = -b;
  const excess = bitLength(a) - bitLength(b);
  if (excess > 1024) throw overflowError('integer division result too large for a float');
  if (excess < -1076) return negative ? -0 : 0;
  // Keep 55 bits or more of quotient plus a sticky bit; at the subnormal end the shift stops at 2**-1076.
  const shift = Math.max(-1076, excess - 55);
  let quotient = shift >= 0 ? a / (b << BigInt(shift)) : (a << BigInt(-shift)) / b;
  const exact = shift >= 0 ? quotient * (b << BigInt(shift)) === a : quotient * b === a << BigInt(-shift);
  if (!exact) quotient |= 1n;
  const result = scaleRounded(quotient, shift);
  if (result === Infinity) throw overflowError('integer division result too large for a float');
  return negative ? -result : result;
}

/** quotient * 2**shift rounded once to nearest even (quotient carries a sticky low bit, below 2**58). */
function scaleRounded(quotient: bigint, shift: number): number {
  // Bits below 2**-1074 and bits past the 53rd are dropped in one rounding.
  const drop = Math.max(bitLength(quotient) - 53, -1074 - shift);
  if (drop <= 0) return Number(quotient) * twoTo(shift);
  const count = BigInt(drop);
  let kept = quotient >> count;
  const rest = quotient - (kept << count);
  const half = 1n << (count - 1n);
  if (rest > half || (rest === half && kept & 1n)) kept += 1n;
  return ldexpExact(Number(kept), shift + drop);
}

function twoTo(exponent: number): number {
  return exponent < -1022 ? 2 ** -1022 * 2 ** (exponent + 1022) : 2 ** exponent;
}

/** mantissa * 2**exponent where the result is exact or overflows. */
function ldexpExact(mantissa: number, exponent: number): number {
  if (exponent > 970) return mantissa * 2 ** 970 * 2 ** (exponent - 970);
  if (exponent < -1022) return mantissa * 2 ** -1022 * 2 ** (exponent + 1022);
  return mantissa * 2 ** exponent;
}

/** `float.as_integer_ratio()`: [numerator, denominator] in lowest terms. */
export function floatAsIntegerRatio(value: number): [IntValue, IntValue] {
  if (value === Infinity || value === -Infinity) throw overflowError('cannot convert Infinity to integer ratio');
  if (Number.isNaN(value)) throw valueError('cannot convert NaN to integer ratio');
  let exponent = 0;
  // Doubling is exact and reaches an integer within 1074 steps; most values have few fraction bits left.
  while (value !== Math.floor(value)) {
    const step = Math.abs(value) < 2 ** 900 ? 53 : 1;
    value *= 2 ** step;
    exponent += step;
  }
  let numerator = BigInt(value);
  while (exponent > 0 && (numerator & 1n) === 0n) {
    numerator >>= 1n;
    exponent--;
  }
  return [normalizeInt(numerator), normalizeInt(1n << BigInt(exponent))];
}
