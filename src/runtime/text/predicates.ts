// str.isalpha and the other questions about a whole str. CPython: Objects/unicodeobject.c unicode_isalpha_impl and those beside it.

import {
  isAlnum,
  isAlpha,
  isDecimal,
  isDigit,
  isIdentifierContinue,
  isIdentifierStart,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
} from '../../unicode/properties.ts';
import { codePointAt, type Text, textLength } from './text.ts';

const ASCII = /^[\0-\x7f]*$/;
const ASCII_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function isAlphaText(text: Text): boolean {
  return isEvery(text, isAlpha);
}

export function isAlnumText(text: Text): boolean {
  return isEvery(text, isAlnum);
}

export function isDecimalText(text: Text): boolean {
  return isEvery(text, isDecimal);
}

export function isDigitText(text: Text): boolean {
  return isEvery(text, isDigit);
}

export function isNumericText(text: Text): boolean {
  return isEvery(text, isNumeric);
}

export function isSpaceText(text: Text): boolean {
  return isEvery(text, isSpace);
}

/** True for '' too. */
export function isPrintableText(text: Text): boolean {
  return textLength(text) === 0 || isEvery(text, isPrintable);
}

export function isAsciiText(text: Text): boolean {
  return typeof text === 'string' && ASCII.test(text);
}

/** `text.isidentifier()`: keywords too; no normalisation. */
export function isIdentifierText(text: Text): boolean {
  if (typeof text === 'string' && ASCII_IDENTIFIER.test(text)) return true;
  const length = textLength(text);
  if (length === 0 || !isIdentifierStart(codePointAt(text, 0))) return false;
  for (let i = 1; i < length; i++) if (!isIdentifierContinue(codePointAt(text, i))) return false;
  return true;
}

/** Some cased character, and none that is upper or title case. */
export function isLowerText(text: Text): boolean {
  let found = false;
  for (let i = 0; i < textLength(text); i++) {
    const point = codePointAt(text, i);
    if (isUpper(point) || isTitle(point)) return false;
    found ||= isLower(point);
  }
  return found;
}

/** Some cased character, and none that is lower or title case. */
export function isUpperText(text: Text): boolean {
  let found = false;
  for (let i = 0; i < textLength(text); i++) {
    const point = codePointAt(text, i);
    if (isLower(point) || isTitle(point)) return false;
    found ||= isUpper(point);
  }
  return found;
}

/** Upper or title case only after what has no case, lower case only after what has. */
export function isTitleText(text: Text): boolean {
  let found = false;
  let inWord = false;
  for (let i = 0; i < textLength(text); i++) {
    const point = codePointAt(text, i);
    const isStart = isUpper(point) || isTitle(point);
    if (isStart ? inWord : isLower(point) && !inWord) return false;
    inWord = isStart || isLower(point);
    found ||= inWord;
  }
  return found;
}

function isEvery(text: Text, test: (point: number) => boolean): boolean {
  const length = textLength(text);
  for (let i = 0; i < length; i++) if (!test(codePointAt(text, i))) return false;
  return length > 0;
}
