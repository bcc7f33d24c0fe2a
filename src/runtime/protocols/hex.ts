// hex() of bytes, bytearray and memoryview. CPython: Python/pystrhex.c
import type { Value } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { isStr, textOfStr } from '../objects/str/str.ts';
import { stringOfUnits } from '../text/builders.ts';
import { codePointAt } from '../text/text.ts';
import { intArgument, length } from './item.ts';

/** The digits of a buffer with separators between groups. CPython: _Py_strhex_with_sep */
export function hexText(data: Uint8Array, sep?: Value, group?: Value): string {
  const size = group === undefined ? 1 : intArgument(group);
  const separator = sep === undefined ? '' : separatorOf(sep);
  if (separator === '' || size === 0) return hexDigits(data);
  const digits = Array.from(data, (byte) => byte.toString(16).padStart(2, '0'));
  const step = Math.abs(size);
  let out = '';
  digits.forEach((pair, i) => {
    const distance = size > 0 ? digits.length - i : i;
    if (i > 0 && distance % step === 0) out += separator;
    out += pair;
  });
  return out;
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Two digits a byte. */
export function hexDigits(data: Uint8Array): string {
  const units = new Uint8Array(data.length * 2);
  for (let i = 0, at = 0; i < data.length; i++) {
    const byte = data[i]!;
    units[at++] = DIGITS[byte >> 4]!;
    units[at++] = DIGITS[byte & 15]!;
  }
  return stringOfUnits(units);
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
