// str to float. CPython: Objects/floatobject.c PyFloat_FromString, Python/pystrtod.c.

import { valueError } from '../exceptions/errors.ts';
import { asciiNumeral } from './int-text.ts';
import { latin1 } from './latin1.ts';
import { reprText } from './repr.ts';
import { type Text, utf16Of } from './text.ts';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NAMED = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;
const TRIM = /^[ \t-\r]+|[ \t-\r]+$/g;
const MISPLACED_UNDERSCORE = /(?:^|\D)_|_(?:\D|$)/;

/** `float(text)` of a str; the result is the bare double. */
export function parseFloatText(text: Text): number {
  const value = floatOf(asciiNumeral(text));
  if (value === undefined) throw cannotConvert(reprText(text));
  return value;
}

/** `float(bytes)` of anything with a buffer; `repr` gives the object as the error shows it. */
export function parseFloatBytes(bytes: Uint8Array, repr: () => Text): number {
  const value = floatOf(latin1(bytes));
  if (value === undefined) throw cannotConvert(repr());
  return value;
}

function cannotConvert(repr: Text) {
  return valueError('could not convert string to float: ' + utf16Of(repr));
}

/** The double an ASCII float literal (with sign, space around, underscores) stands for, or undefined. */
export function floatOf(text: string): number | undefined {
  if (DECIMAL.test(text)) return Number(text);
  text = text.replace(TRIM, '');
  if (text.includes('_')) {
    if (MISPLACED_UNDERSCORE.test(text)) return undefined;
    text = text.replaceAll('_', '');
  }
  return DECIMAL.test(text) ? Number(text) : namedFloat(text);
}

function namedFloat(text: string): number | undefined {
  const match = NAMED.exec(text);
  if (match === null) return undefined;
  if (match[2] === undefined) return NaN;
  return match[1] === '-' ? -Infinity : Infinity;
}
