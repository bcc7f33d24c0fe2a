// float to str: repr, and the one routine behind every float format code. CPython: Python/pystrtod.c PyOS_double_to_string.

import { memoryError, overflowError } from '../exceptions/errors.ts';
import { type DecimalDigits, fixedDigits, shortestDigits, significantDigits, toFixedExact } from './float-digits.ts';
import { MAX_STRING_LENGTH } from './text.ts';

/** `repr(value)` of a float: the shortest digits that read back the same, in Python's layout. */
export function floatRepr(value: number): string {
  const size = value < 0 ? -value : value;
  if (size >= 1e-4 && size < 1e16) {
    const text = String(value);
    return Number.isInteger(value) ? text + '.0' : text;
  }
  return floatReprSlow(value);
}

function floatReprSlow(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  const text = value.toExponential();
  const e = text.indexOf('e');
  return text.length - e < 4 ? text.slice(0, e + 2) + '0' + text.slice(e + 2) : text;
}

/** Choices of {@link doubleToString} beside code and precision; each is false when absent. */
export interface DoubleFlags {
  /** `+` before what is not negative. */
  readonly sign?: boolean;
  /** `.0` where the digits would look like an integer. */
  readonly addDot0?: boolean;
  /** Always a decimal point, and 'g' keeps its zeros. */
  readonly alternate?: boolean;
  /** What rounds to zero loses its minus sign. */
  readonly noNegativeZero?: boolean;
}

/** The codes `e f g` in either case, or `r` (repr; its precision is 0). */
export type DoubleCode = 'e' | 'f' | 'g' | 'r' | 'E' | 'F' | 'G';

const NO_FLAGS: DoubleFlags = Object.freeze({});

/** CPython's PyOS_double_to_string. */
export function doubleToString(value: number, code: DoubleCode, precision: number, flags = NO_FLAGS): string {
  if (precision > MAX_STRING_LENGTH) throw memoryError();
  const lower = code.toLowerCase() as 'e' | 'f' | 'g' | 'r';
  const text = Number.isFinite(value) ? finiteToString(value, lower, precision, flags) : nonFinite(value, flags);
  return lower === code ? text : text.toUpperCase();
}

function nonFinite(value: number, flags: DoubleFlags): string {
  if (value === -Infinity) return '-inf';
  return (flags.sign ? '+' : '') + (value === Infinity ? 'inf' : 'nan');
}

function finiteToString(value: number, code: 'e' | 'f' | 'g' | 'r', precision: number, flags: DoubleFlags): string {
  const size = Math.abs(value);
  let body: string;
  let isZero: boolean;
  if (code === 'f') {
    body = toFixedExact(size, precision);
    isZero = flags.noNegativeZero === true && /^[0.]*$/.test(body);
    if (precision === 0 && flags.alternate) body += '.';
    else if (precision === 0 && flags.addDot0) body += '.0';
  } else {
    const digits = digitsFor(size, code, precision);
    body = layOut(digits, code, code === 'g' && precision === 0 ? 1 : precision, flags);
    isZero = digits.digits === '0';
  }
  const negative = value < 0 || Object.is(value, -0);
  if (negative && !(flags.noNegativeZero && isZero)) return '-' + body;
  return flags.sign ? '+' + body : body;
}

function digitsFor(size: number, code: 'e' | 'g' | 'r', precision: number): DecimalDigits {
  if (code === 'r') return shortestDigits(size);
  if (code === 'e') return significantDigits(size, precision + 1);
  return significantDigits(size, precision === 0 ? 1 : precision);
}

/** Arranges digits with point, zeros and exponent, as format_float_short does. */
function layOut(number: DecimalDigits, code: 'e' | 'g' | 'r', precision: number, flags: DoubleFlags): string {
  let { digits, point } = number;
  let end = digits.length;
  let exponent: number | undefined;
  if (code === 'e') {
    exponent = point - 1;
    end = precision + 1;
  } else {
    const limit = code === 'r' ? 16 : precision - (flags.addDot0 ? 1 : 0);
    if (point <= -4 || point > limit) exponent = point - 1;
    if (code === 'g' && flags.alternate) end = precision;
  }
  if (exponent !== undefined) point = 1;
  end = Math.max(end, exponent === undefined && flags.addDot0 ? point + 1 : point);
  if (digits.length < end) digits += '0'.repeat(end - digits.length);
  let text = point <= 0 ? '0.' + '0'.repeat(-point) + digits : digits.slice(0, point) + '.' + digits.slice(point);
  if (text.charCodeAt(text.length - 1) === 46 && !flags.alternate) text = text.slice(0, -1);
  return exponent === undefined ? text : text + exponentText(exponent);
}

function exponentText(exponent: number): string {
  const size = Math.abs(exponent);
  return (exponent < 0 ? 'e-' : 'e+') + (size < 10 ? '0' + size : size);
}

/** `round(value, digits)` of a float: the nearest decimal with that many places, ties to even, read back as a double. */
export function roundFloat(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  // Beyond these a double has no digits to lose, or none to keep.
  if (digits > 323) return value;
  if (digits < -308) return value * 0;
  const size = Math.abs(value);
  if (digits >= 0 && digits <= 22 && size < 1e21) {
    const result = Number(toFixedExact(size, digits));
    return value < 0 ? -result : result;
  }
  const { digits: kept, point } = fixedDigits(size, digits);
  const result = kept === '' ? 0 : Number(`0.${kept}e${point}`);
  if (result === Infinity) throw overflowError('rounded value too large to represent');
  return value < 0 ? -result : result;
}
