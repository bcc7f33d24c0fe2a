// hex() of bytes, bytearray and memoryview. CPython: Python/pystrhex.c
import type { Value } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { isStr, textOfStr } from '../objects/str/str.ts';
import { asciiText } from '../text/builders.ts';
import { newBytes } from '../text/byte-memory.ts';
import { codePointAt } from '../text/text.ts';
import { intArgument, length } from './item.ts';

/** The digits of a buffer with separators between groups. CPython: _Py_strhex_with_sep */
export function hexText(data: Uint8Array, sep?: Value, group?: Value): string {
  const size = group === undefined ? 1 : intArgument(group);
  const separator = sep === undefined ? '' : separatorOf(sep);
  if (separator === '' || size === 0) return hexDigits(data);
  const step = Math.abs(size);
  // The place of the first separator: groups are counted from the right when the size is positive.
  let next = size > 0 && data.length % step !== 0 ? data.length % step : step;
  let out = '';
  for (let i = 0; i < data.length; i++) {
    if (i === next) {
      out += separator;
      next += step;
    }
    out += PAIRS[data[i]!]!;
  }
  return out;
}

/** The two digits of each byte. */
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** The same as two bytes in a row. */
const PAIR_UNITS = new Uint16Array(Uint8Array.from(PAIRS.join(''), (digit) => digit.charCodeAt(0)).buffer);
/** Below this length concatenating is faster than filling an array and making a string of it. */
const BY_PAIRS = 48;

/** Asking for the `buffer` of a small array costs microseconds: the engine moves it out of its own heap for that. */
const FEW = 32;
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Two digits a byte. */
export function hexDigits(data: Uint8Array): string {
  if (data.length > BY_PAIRS) return asciiText(hexBytes(data));
  let out = '';
  for (let i = 0; i < data.length; i++) out += PAIRS[data[i]!]!;
  return out;
}

/** Two digits a byte, as bytes. */
export function hexBytes(data: Uint8Array): Uint8Array {
  const out = newBytes(data.length * 2);
  if (data.length <= FEW) {
    for (let i = 0; i < data.length; i++) {
      out[2 * i] = DIGITS[data[i]! >> 4]!;
      out[2 * i + 1] = DIGITS[data[i]! & 15]!;
    }
    return out;
  }
  const pairs = new Uint16Array(out.buffer, out.byteOffset, data.length);
  for (let i = 0; i < data.length; i++) pairs[i] = PAIR_UNITS[data[i]!]!;
  return out;
}

function separatorOf(sep: Value): string {
  if (length(sep) !== 1) throw valueError('sep must be length 1.');
  if (isStr(sep)) {
    const point = codePointAt(textOfStr(sep), 0);
    if (point > 127) throw valueError('sep must be ASCII.');
    return String.fromCharCode(point);
  }
  if (!(sep instanceof PyBytes)) throw typeError('sep must be str or bytes.');
  if (sep.value[0]! > 127) throw valueError('sep must be ASCII.');
  return String.fromCharCode(sep.value[0]!);
}
