// str() of the Unicode errors. CPython: Objects/exceptions.c UnicodeEncodeError_str, UnicodeDecodeError_str, UnicodeTranslateError_str.

import { backslashEscape } from '../repr.ts';
import { codePointAt, type Text, textLength } from '../text.ts';

/** The fields the messages are made of; `encoding` is not used by UnicodeTranslateError. */
export interface UnicodeErrorFields<Input> {
  readonly encoding: string;
  readonly input: Input;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** `str(UnicodeDecodeError(...))`. */
export function decodeErrorMessage({ encoding, input, start, end, reason }: UnicodeErrorFields<Uint8Array>): string {
  if (start >= 0 && start < input.length && end === start + 1) {
    const byte = input[start].toString(16).padStart(2, '0');
    return `'${encoding}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`;
  }
  return `'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`;
}

/** `str(UnicodeEncodeError(...))`. */
export function encodeErrorMessage(fields: UnicodeErrorFields<Text>): string {
  return `'${fields.encoding}' codec can't encode ${characters(fields)}`;
}

/** `str(UnicodeTranslateError(...))`. */
export function translateErrorMessage(fields: Omit<UnicodeErrorFields<Text>, 'encoding'>): string {
  return `can't translate ${characters(fields)}`;
}

function characters({ input, start, end, reason }: Omit<UnicodeErrorFields<Text>, 'encoding'>): string {
  if (start >= 0 && start < textLength(input) && end === start + 1) {
    return `character '${backslashEscape(codePointAt(input, start))}' in position ${start}: ${reason}`;
  }
  return `characters in position ${start}-${end - 1}: ${reason}`;
}
