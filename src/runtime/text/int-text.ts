// int to str and back. CPython: Objects/longobject.c PyLong_FromString, long_to_decimal_string_internal, long_format_binary.

import { decimalValue } from '../../unicode/numeric.ts';
import { isDecimal, isSpace } from '../../unicode/properties.ts';
import { state } from '../core/state.ts';
import { toss } from '../core/toss.ts';
import { type Raised, valueError } from '../exceptions/errors.ts';
import { latin1 } from './latin1.ts';
import { reprBytes, reprText } from './repr.ts';
import { sliceText, type Text, utf16Of } from './text.ts';

/** An int: a number while it is a safe integer (never -0), else a bigint. */
export type Int = number | bigint;

/** `sys.int_info.default_max_str_digits`. */
export const DEFAULT_MAX_STR_DIGITS = 4300;

/** `sys.get_int_max_str_digits()` of the running interpreter; 0 means no limit. */
function digitLimit(): number {
  return state.interp?.maxIntDigits ?? DEFAULT_MAX_STR_DIGITS;
}

/** Below this many digits no limit applies (`sys.int_info.str_digits_check_threshold`). */
const CHECK_THRESHOLD = 640;

/** The one form of an int value. */
export function normalizeInt(value: bigint): Int {
  return value >= -0x1fffffffffffffn && value <= 0x1fffffffffffffn ? Number(value) : value;
}

/** `str(value)`, `repr(value)`. */
export function intToText(value: Int): string {
  if (typeof value === 'number') return String(value);
  const maxDigits = digitLimit();
  if (maxDigits > 0 && decimalDigitsAtLeast(value) > maxDigits) throw tooManyDigitsToWrite(maxDigits);
  const text = value.toString();
  if (maxDigits > 0 && text.length - (value < 0n ? 1 : 0) > maxDigits) throw tooManyDigitsToWrite(maxDigits);
  return text;
}

/** A lower bound on the digits of a huge int, far cheaper than the digits themselves; 0 for one that is not huge. */
function decimalDigitsAtLeast(value: bigint): number {
  if (BigInt.asIntN(2048, value) === value) return 0;
  const hexDigits = value.toString(16).length - (value < 0n ? 1 : 0);
  return Math.floor((hexDigits - 1) * 1.2041199);
}

function tooManyDigitsToWrite(maxDigits: number) {
  return valueError(
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}

/** `int(text, base)` of a str. */
export function parseIntText(text: Text, base = 10): Int {
  checkBase(base);
  const value = tryIntText(text, base);
  if (value === undefined) toss(invalidIntText(text, base));
  return value;
}

/** The same for a valid base; undefined where the text is no number. */
export function tryIntText(text: Text, base = 10): Int | undefined {
  const quick = typeof text === 'string' ? parseShort(text, base) : -1;
  if (quick >= 0) return quick;
  const scanned = scanInt(asciiNumeral(text), base);
  return scanned === undefined ? undefined : evaluate(scanned);
}

export function invalidIntText(text: Text, base = 10): Raised {
  return invalidLiteral(base, reprText(text));
}

/** `int(bytes, base)`. */
export function parseIntBytes(bytes: Uint8Array, base = 10): Int {
  const text = latin1(bytes);
  const quick = parseShort(text, base);
  if (quick >= 0) return quick;
  checkBase(base);
  const scanned = scanInt(text, base);
  if (scanned === undefined) throw invalidLiteral(base, reprBytes(bytes));
  return evaluate(scanned);
}

/** The value of plain digits that make a safe integer for sure, or -1. */
function parseShort(text: string, base: number): number {
  const { length } = text;
  if (length === 0 || !(length <= (SHORT[base] ?? 0))) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = digitValue(text.charCodeAt(i));
    if (digit >= base) return -1;
    value = value * base + digit;
  }
  return value;
}

/** How many digits of a base make a safe integer. */
const SHORT: readonly number[] = Array.from({ length: 37 }, (_, base) =>
  base < 2 ? 0 : Math.floor(53 / Math.log2(base)),
);

function checkBase(base: number): void {
  if (base !== 0 && (base < 2 || base > 36)) throw valueError('int() base must be >= 2 and <= 36, or 0');
}

function invalidLiteral(base: number, repr: Text) {
  // The text of an exception is host text until exceptions carry str objects.
  return valueError(`invalid literal for int() with base ${base}: ${utf16Of(sliceText(repr, 0, 200))}`);
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * The str with decimal digits and white space of all scripts turned into ASCII, which is what int(), float() and complex() read; it
 * ends at the first character that is neither ASCII nor one of those (then a `?` stands there, so that no number is read).
 */
export function asciiNumeral(text: Text): string {
  if (typeof text === 'string' && ASCII.test(text)) return text;
  const length = typeof text === 'string' ? text.length : text.codePoints.length;
  let out = '';
  for (let i = 0; i < length; i++) {
    const point = typeof text === 'string' ? text.charCodeAt(i) : text.codePoints[i];
    if (point < 127) out += String.fromCharCode(point);
    else if (isSpace(point)) out += ' ';
    else if (isDecimal(point)) out += decimalValue(point);
    else return out + '?';
  }
  return out;
}

interface ScannedInt {
  readonly negative: boolean;
  readonly digits: string;
  readonly base: number;
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const PREFIX_BASE: ReadonlyMap<string, number> = new Map([
  ['0x', 16],
  ['0X', 16],
  ['0o', 8],
  ['0O', 8],
  ['0b', 2],
  ['0B', 2],
]);

/** Sign, digits without underscores, and base; undefined if this is no int literal. */
function scanInt(text: string, base: number): ScannedInt | undefined {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  const negative = text[start] === '-';
  if (negative || text[start] === '+') start++;
  let digits = text.slice(start, end);
  let mustBeZero = false;
  const prefix = PREFIX_BASE.get(digits.slice(0, 2));
  if (base === 0) {
    mustBeZero = prefix === undefined && digits[0] === '0';
    base = prefix ?? 10;
  }
  if (prefix === base) digits = digits.slice(digits[2] === '_' ? 3 : 2);
  if (digits.includes('_')) {
    if (digits[0] === '_' || digits.endsWith('_') || digits.includes('__')) return undefined;
    digits = digits.replaceAll('_', '');
  }
  if (digits === '' || !allDigits(digits, base)) return undefined;
  if (mustBeZero && /[^0]/.test(digits)) return undefined;
  return { negative, digits, base };
}

function allDigits(digits: string, base: number): boolean {
  for (let i = 0; i < digits.length; i++) if (digitValue(digits.charCodeAt(i)) >= base) return false;
  return true;
}

/** The value of an ASCII digit or letter in bases to 36; 37 for anything else. */
export function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 122 ? letter - 87 : 37;
}

function evaluate({ negative, digits, base }: ScannedInt): Int {
  if (digits.length > CHECK_THRESHOLD && (base & (base - 1)) !== 0) checkDigits(digits.length);
  if (digits.length <= SHORT[base]!) {
    const small = Number.parseInt(digits, base);
    return negative && small !== 0 ? -small : small;
  }
  const value = bigintOf(digits, base);
  return normalizeInt(negative ? -value : value);
}

function checkDigits(count: number): void {
  const maxDigits = digitLimit();
  if (maxDigits === 0 || count <= maxDigits) return;
  throw valueError(
    `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${count} digits; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}

const NATIVE_PREFIX: ReadonlyMap<number, string> = new Map([
  [2, '0b'],
  [8, '0o'],
  [10, ''],
  [16, '0x'],
]);

/** The value of valid digits; the engine reads the usual bases itself, the others are halved so that multiplication stays fast. */
function bigintOf(digits: string, base: number): bigint {
  const prefix = NATIVE_PREFIX.get(base);
  if (prefix !== undefined) return BigInt(prefix + digits);
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, base));
  const low = digits.length >> 1;
  const split = digits.length - low;
  return bigintOf(digits.slice(0, split), base) * BigInt(base) ** BigInt(low) + bigintOf(digits.slice(split), base);
}

/** `bin`, `oct`, `hex`: sign, prefix, digits. */
export function intToPrefixed(value: Int, base: 2 | 8 | 16): string {
  const text = value.toString(base);
  const prefix = base === 16 ? '0x' : base === 8 ? '0o' : '0b';
  return text[0] === '-' ? '-' + prefix + text.slice(1) : prefix + text;
}
