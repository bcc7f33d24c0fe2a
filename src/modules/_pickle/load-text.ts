// What pickles hold as lines of text, and the strings of Python 2. CPython: Modules/_pickle.c (load_int, load_long, load_float, load_string)
import { float } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { strOf } from '../../runtime/objects/str/str.ts';
import { decodeBytes, decodeErrors } from '../../runtime/protocols/codecs.ts';
import { decodeBytesEscape, decodeRawUnicodeEscape } from '../../runtime/text/codecs/unicode-escape.ts';
import { parseFloatText } from '../../runtime/text/float-parse.ts';
import { parseIntText } from '../../runtime/text/int-text.ts';
import { latin1 } from '../../runtime/text/latin1.ts';
import { unpicklingError } from './errors.ts';
import type { PyUnpickler } from './unpickler.ts';

/** A line with something on it besides its end. */
function filled(line: Uint8Array): string {
  if (line.length < 2) throw unpicklingError('pickle data was truncated');
  return latin1(line);
}

/** `I01` and `I00` are the bools of protocol 0 and 1. */
export function loadIntText(line: Uint8Array): Value {
  const text = filled(line);
  if (text === '00\n' || text === '01\n') return text === '01\n';
  try {
    return parseIntText(text) as Value;
  } catch (error) {
    if (isError(error, 'ValueError')) throw valueError('could not convert string to int');
    throw error;
  }
}

export function loadLongText(line: Uint8Array): Value {
  const text = filled(line);
  return parseIntText(text.endsWith('L\n') ? text.slice(0, -2) : text) as Value;
}

export function loadFloatText(line: Uint8Array): Value {
  return float(parseFloatText(filled(line).slice(0, -1)));
}

/** The number of a memo entry. */
export function lineNumber(line: Uint8Array): number {
  return Number(parseIntText(filled(line)));
}

export function loadUnicodeText(line: Uint8Array): Value {
  return strOf(decodeRawUnicodeEscape(line.subarray(0, line.length - 1), decodeErrors('strict')).text);
}

/** A quoted string with escapes. */
export function loadString(self: PyUnpickler, line: Uint8Array): Value {
  const end = line.length - 1;
  const quote = line[0];
  if (end < 2 || (quote !== 34 && quote !== 39) || line[end - 1] !== quote) {
    throw unpicklingError('the STRING opcode argument must be quoted');
  }
  return stringOf(self, decodeBytesEscape(line.subarray(1, end - 1), 'strict').bytes);
}

/** A str of Python 2: bytes, or decoded as the unpickler was told. */
export function stringOf(self: PyUnpickler, data: Uint8Array): Value {
  if (self.encoding === 'bytes') return bytes(data.slice());
  return decodeBytes(data, self.encoding, self.errors);
}
