// Numeric values of characters. CPython: Objects/unicodectype.c _PyUnicode_ToDecimalDigit, _PyUnicode_ToDigit, _PyUnicode_ToNumeric.

import { DECIMAL_ZEROS, NUMERIC_VALUES } from './generated/numeric.ts';
import { isDecimal } from './properties.ts';
import { lazy } from './tables.ts';

const zeros = lazy(() => new Set(DECIMAL_ZEROS.split(' ').map((zero) => Number.parseInt(zero, 16))));

interface OtherNumber {
  readonly isDigit: boolean;
  readonly value: number;
}

const others = lazy(() => {
  const values = new Map<number, OtherNumber>();
  for (const entry of NUMERIC_VALUES.split(' ')) {
    const [, point, kind, numerator, denominator] = /^(\w+)([=:])(-?\d+)(?:\/(\d+))?$/.exec(entry)!;
    const value = Number(numerator) / Number(denominator ?? 1);
    values.set(Number.parseInt(point, 16), { isDigit: kind === '=', value });
  }
  return values;
});

/** `unicodedata.decimal`: 0..9, or -1. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1;
  if (!isDecimal(point)) return -1;
  for (let zero = point; ; zero--) if (zeros().has(zero)) return point - zero;
}

/** `unicodedata.digit`: 0..9, or -1. */
export function digitOf(point: number): number {
  const decimal = decimalValue(point);
  if (decimal >= 0 || point < 128) return decimal;
  const other = others().get(point);
  return other?.isDigit ? other.value : -1;
}

/** `unicodedata.numeric`, or undefined. */
export function numericValue(point: number): number | undefined {
  const decimal = decimalValue(point);
  return decimal >= 0 ? decimal : others().get(point)?.value;
}
