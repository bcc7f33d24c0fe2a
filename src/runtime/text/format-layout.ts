// Laying out a formatted number: sign, prefix, grouped digits, zero padding, fill. CPython: Python/formatter_unicode.c
// calc_number_widths and fill_number, Objects/unicodeobject.c _PyUnicode_InsertThousandsGrouping.

import { memoryError } from '../exceptions/errors.ts';
import type { Align, FormatSpec } from './format-spec.ts';
import { concatText, MAX_STRING_LENGTH, padText, type Text, textLength } from './text.ts';

/** What type 'n' takes from the locale (`localeconv`). */
export interface NumericLocale {
  readonly decimalPoint: string;
  readonly thousandsSep: string;
  /** Group sizes from the right, the last repeated; 127 ends grouping. */
  readonly grouping: readonly number[];
}

export const C_LOCALE: NumericLocale = Object.freeze({ decimalPoint: '.', thousandsSep: '', grouping: [] });
const THOUSANDS: readonly number[] = Object.freeze([3]);
const FOURS: readonly number[] = Object.freeze([4]);
const NO_GROUPS: readonly number[] = Object.freeze([]);
const CHAR_MAX = 127;

/** The parts of a number before layout. */
export interface NumberParts {
  readonly negative: boolean;
  readonly prefix: string;
  /** What is grouped; '' for inf and nan. */
  readonly digits: string;
  /** Digits behind the decimal point; undefined when there is none. */
  readonly fraction: string | undefined;
  /** Exponent, `%`, `inf`, `nan`. */
  readonly rest: Text;
}

/** Padding on either side for a body of this length. */
export function padding(align: Align, width: number, length: number): [left: number, right: number] {
  const total = width - length;
  if (total <= 0) return [0, 0];
  if (total > MAX_STRING_LENGTH) throw memoryError();
  if (align === '<') return [0, total];
  if (align === '^') return [total >> 1, total - (total >> 1)];
  return [total, 0];
}

/** `sign prefix digits . fraction rest`, padded. */
export function layOutNumber(parts: NumberParts, spec: FormatSpec, locale: NumericLocale): Text {
  if (spec.width > MAX_STRING_LENGTH) throw memoryError();
  const isLocal = spec.type === 'n';
  const head = signText(parts.negative, spec.sign) + parts.prefix;
  let tail = '';
  if (parts.fraction !== undefined) {
    tail = (isLocal ? locale.decimalPoint : '.') + groupFraction(parts.fraction, spec.fractionGrouping);
  }
  const fixed = head.length + tail.length + textLength(parts.rest);
  const zeroPadded = spec.fill === 48 && spec.align === '=';
  let digits = parts.digits;
  if (digits !== '') {
    const minimum = zeroPadded ? spec.width - fixed : 0;
    if (isLocal) digits = groupDigits(digits, locale.grouping, locale.thousandsSep, minimum);
    else digits = groupDigits(digits, groupsOf(spec), spec.grouping, minimum);
  }
  const body = concatText([digits + tail, parts.rest]);
  const length = head.length + textLength(body);
  if (spec.width <= length) return concatText([head, body]);
  if (spec.align === '=') return concatText([head, padText(body, spec.fill, spec.width - length, 0)]);
  return padText(concatText([head, body]), spec.fill, ...padding(spec.align, spec.width, length));
}

/** The sign a number shows. */
export function signText(negative: boolean, option: FormatSpec['sign']): string {
  if (negative) return '-';
  return option === '+' || option === ' ' ? option : '';
}

function groupsOf(spec: FormatSpec): readonly number[] {
  if (spec.grouping === '') return NO_GROUPS;
  return 'boxX'.includes(spec.type) && spec.type !== '' ? FOURS : THOUSANDS;
}

/** Puts separators between groups counted from the right, with leading zeros until `minimum` characters are reached. */
export function groupDigits(digits: string, grouping: readonly number[], separator: string, minimum: number): string {
  if (grouping.length === 0) return digits.padStart(minimum, '0');
  const groups: string[] = [];
  let remaining = digits.length;
  let index = 0;
  for (;;) {
    const size = grouping[Math.min(index++, grouping.length - 1)];
    const wanted = Math.max(remaining, minimum, 1);
    const length = size === 0 || size === CHAR_MAX ? wanted : Math.min(size, wanted);
    groups.push(digits.slice(Math.max(0, remaining - length), remaining).padStart(length, '0'));
    remaining = Math.max(0, remaining - length);
    minimum -= length;
    if (remaining <= 0 && minimum <= 0) break;
    minimum -= separator.length;
  }
  return groups.reverse().join(separator);
}

function groupFraction(fraction: string, separator: string): string {
  if (separator === '' || fraction.length <= 3) return fraction;
  return fraction.match(/\d{1,3}/g)!.join(separator);
}
