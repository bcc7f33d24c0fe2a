// The value of a NUMBER token. CPython: Parser/action_helpers.c parsenumber, Objects/longobject.c (digit limit).
import type { ConstantValue } from '../ast/constant.ts';

const MAX_STR_DIGITS = 4300;

/**
 * The constant a number literal stands for, or the message of the SyntaxError it deserves (a decimal integer past the
 * digit limit). `maxDigits` is `sys.get_int_max_str_digits()`; 0 means no limit.
 */
export function parseNumber(text: string, maxDigits = MAX_STR_DIGITS): ConstantValue | string {
  if (text.includes('_')) text = text.replaceAll('_', '');
  const last = text.charCodeAt(text.length - 1) | 32;
  const second = text.charCodeAt(1) | 32;
  if (text.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98)) return integer(text);
  if (last === 106) return { type: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) };
  if (maxDigits > 0 && text.length > maxDigits) return tooManyDigits(text.length, maxDigits);
  return integer(text);
}

function integer(text: string): ConstantValue {
  const value = Number(text);
  return { type: 'int', value: Number.isSafeInteger(value) ? value : BigInt(text) };
}

function tooManyDigits(digits: number, limit: number): string {
  return (
    `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits} digits; ` +
    'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to ' +
    'avoid decimal conversion limits.'
  );
}
