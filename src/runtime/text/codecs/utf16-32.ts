// UTF-16 and UTF-32 in either byte order, with or without mark. CPython: Objects/unicodeobject.c PyUnicode_DecodeUTF16Stateful,
// PyUnicode_DecodeUTF32Stateful, _PyUnicode_EncodeUTF16, _PyUnicode_EncodeUTF32; Objects/stringlib/codecs.h utf16_decode.

import { BytesBuilder, TextBuilder } from '../builders.ts';
import { codePointAt, type Text, textLength } from '../text.ts';
import { type Decoded, type DecodeErrors, type EncodeErrors, resolveDecode, resolveEncode } from './interface.ts';

/** -1 little-endian, 1 big-endian, 0 to be told by a byte order mark (little-endian without one). */
export type ByteOrder = -1 | 0 | 1;

export interface DecodedInOrder extends Decoded {
  /** The order found, which the next piece of a stream is in; 0 while nothing has been seen. */
  readonly byteOrder: ByteOrder;
}

const ENDING: Readonly<Record<string, string>> = { '-1': '-le', '0': '', '1': '-be' };

/** `codecs.utf_16_ex_decode(input, errors, order, final)`. */
export function decodeUtf16(input: Uint8Array, errors: DecodeErrors, order: ByteOrder, final = true): DecodedInOrder {
  let i = 0;
  if (order === 0 && input.length >= 2) {
    const mark = input[0] | (input[1] << 8);
    order = mark === 0xfffe ? 1 : mark === 0xfeff ? -1 : 0;
    if (order !== 0) i = 2;
  }
  const encoding = order === 1 ? 'utf-16-be' : 'utf-16-le';
  const [high, low] = order === 1 ? [0, 1] : [1, 0];
  const out = new TextBuilder(input.length >> 1);
  while (i < input.length) {
    let reason = '';
    let end = i + 2;
    if (i + 1 >= input.length) {
      if (!final) break;
      reason = 'truncated data';
      end = input.length;
    } else {
      const unit = (input[i + high] << 8) | input[i + low];
      if (unit < 0xd800 || unit > 0xdfff) {
        out.push(unit);
        i += 2;
        continue;
      }
      if (unit >= 0xdc00) reason = 'illegal encoding';
      else if (i + 3 >= input.length) {
        if (!final) break;
        reason = 'unexpected end of data';
        end = input.length;
      } else {
        const second = (input[i + 2 + high] << 8) | input[i + 2 + low];
        if (second >= 0xdc00 && second <= 0xdfff) {
          out.push(0x10000 + ((unit & 0x3ff) << 10) + (second & 0x3ff));
          i += 4;
          continue;
        }
        reason = 'illegal UTF-16 surrogate';
      }
    }
    const resolution = resolveDecode(errors, { encoding, input, start: i, end, reason });
    out.pushText(resolution.replacement);
    input = resolution.input ?? input;
    i = resolution.position;
  }
  return { text: out.finish(), consumed: i, byteOrder: order };
}

/** `codecs.utf_32_ex_decode(input, errors, order, final)`. */
export function decodeUtf32(input: Uint8Array, errors: DecodeErrors, order: ByteOrder, final = true): DecodedInOrder {
  let i = 0;
  if (order === 0 && input.length >= 4) {
    if (read32(input, 0, -1) === 0xfeff) order = -1;
    else if (read32(input, 0, 1) === 0xfeff) order = 1;
    if (order !== 0) i = 4;
  }
  const encoding = order === 1 ? 'utf-32-be' : 'utf-32-le';
  const out = new TextBuilder(input.length >> 2);
  while (i < input.length) {
    let reason = 'truncated data';
    let end = i + 4;
    if (i + 3 >= input.length) {
      if (!final) break;
      end = input.length;
    } else {
      const point = read32(input, i, order);
      if (point < 0xd800 || (point > 0xdfff && point <= 0x10ffff)) {
        out.push(point);
        i += 4;
        continue;
      }
      reason =
        point <= 0xdfff
          ? 'code point in surrogate code point range(0xd800, 0xe000)'
          : 'code point not in range(0x110000)';
    }
    const resolution = resolveDecode(errors, { encoding, input, start: i, end, reason });
    out.pushText(resolution.replacement);
    input = resolution.input ?? input;
    i = resolution.position;
  }
  return { text: out.finish(), consumed: i, byteOrder: order };
}

function read32(input: Uint8Array, i: number, order: ByteOrder): number {
  const [a, b, c, d] = order === 1 ? [3, 2, 1, 0] : [0, 1, 2, 3];
  return (input[i + a] | (input[i + b] << 8) | (input[i + c] << 16) | (input[i + d] << 24)) >>> 0;
}

/** `codecs.utf_16_encode(text, errors, order)`: order 0 writes a mark and little-endian. */
export function encodeUtf16(text: Text, errors: EncodeErrors, order: ByteOrder): Uint8Array {
  return encodeUnits(text, errors, order, 2);
}

/** `codecs.utf_32_encode(text, errors, order)`. */
export function encodeUtf32(text: Text, errors: EncodeErrors, order: ByteOrder): Uint8Array {
  return encodeUnits(text, errors, order, 4);
}

function encodeUnits(text: Text, errors: EncodeErrors, order: ByteOrder, size: 2 | 4): Uint8Array {
  const encoding = `utf-${size * 8}${ENDING[order]}`;
  const isBig = order === 1;
  const length = textLength(text);
  const out = new BytesBuilder((length + 1) * size);
  if (order === 0) pushUnit(out, 0xfeff, size, isBig);
  for (let i = 0; i < length; ) {
    const point = codePointAt(text, i);
    if (point < 0xd800 || point > 0xdfff) {
      pushPoint(out, point, size, isBig);
      i++;
      continue;
    }
    const problem = { encoding, input: text, start: i, end: i + 1, reason: 'surrogates not allowed' };
    const { replacement, position } = resolveEncode(errors, problem);
    if (replacement instanceof Uint8Array) {
      if (replacement.length % size !== 0) throw errors.error(problem);
      out.pushBytes(replacement);
    } else {
      const count = textLength(replacement);
      for (let k = 0; k < count; k++) if (codePointAt(replacement, k) > 127) throw errors.error(problem);
      for (let k = 0; k < count; k++) pushUnit(out, codePointAt(replacement, k), size, isBig);
    }
    i = position;
  }
  return out.finish();
}

function pushPoint(out: BytesBuilder, point: number, size: 2 | 4, isBig: boolean): void {
  if (size === 4 || point <= 0xffff) pushUnit(out, point, size, isBig);
  else {
    pushUnit(out, 0xd7c0 + (point >> 10), 2, isBig);
    pushUnit(out, 0xdc00 | (point & 0x3ff), 2, isBig);
  }
}

function pushUnit(out: BytesBuilder, unit: number, size: 2 | 4, isBig: boolean): void {
  for (let i = 0; i < size; i++) out.push((unit >> (8 * (isBig ? size - 1 - i : i))) & 0xff);
}
