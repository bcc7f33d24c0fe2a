// UTF-8. CPython: Objects/stringlib/codecs.h utf8_decode, utf8_encoder; Objects/unicodeobject.c unicode_decode_utf8.

import { asciiText, BytesBuilder, stringOfUnits, TextBuilder } from '../builders.ts';
import { copyBytes, newBytes } from '../byte-memory.ts';
import { codePointAt, isNarrow, type Text, textLength } from '../text.ts';
import { type Decoded, type DecodeErrors, type EncodeErrors, resolveDecode } from './interface.ts';
import { writeUnencodable } from './unencodable.ts';

/** `bytes.decode('utf-8', errors)`; with `final` false an incomplete character at the end is left unconsumed. */
export function decodeUtf8(bytes: Uint8Array, errors: DecodeErrors, final = true): Decoded {
  const length = bytes.length;
  let i = 0;
  if (length < DECODE_FROM) {
    while (i < length && bytes[i] < 0x80) i++;
    if (i === length) return { text: asciiText(bytes), consumed: length };
  } else {
    const text = decodeNatively(bytes);
    if (text !== undefined) return { text, consumed: length };
  }
  const units = new Uint16Array(length);
  for (let k = 0; k < i; k++) units[k] = bytes[k];
  let count = i;
  // Characters of one to three bytes without fault; anything else is left to the slow loop.
  while (i < length) {
    const byte = bytes[i];
    if (byte < 0x80) {
      units[count++] = byte;
      i++;
    } else if (byte < 0xe0) {
      const second = bytes[i + 1];
      if (byte < 0xc2 || (second & 0xc0) !== 0x80) break;
      units[count++] = ((byte & 0x1f) << 6) | (second & 0x3f);
      i += 2;
    } else {
      const second = bytes[i + 1];
      const third = bytes[i + 2];
      if (byte >= 0xf0 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) break;
      const point = ((byte & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      if (point < 0x800 || (point >= 0xd800 && point <= 0xdfff)) break;
      units[count++] = point;
      i += 3;
    }
  }
  if (i === length) return { text: stringOfUnits(units, count), consumed: length };
  return decodeUtf8Slow(bytes, i, TextBuilder.over(units, count), errors, final);
}

/** From these lengths on the platform's own codec is faster: calling it costs 50 ns to decode and 400 ns to encode. */
const DECODE_FROM = 64;
const ENCODE_FROM = 160;
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ENCODER = new TextEncoder();

/** By the platform's codec; undefined when there is a fault or a character that takes two code units. */
function decodeNatively(bytes: Uint8Array): string | undefined {
  try {
    const text = DECODER.decode(bytes);
    return isNarrow(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function decodeUtf8Slow(
  input: Uint8Array,
  start: number,
  out: TextBuilder,
  errors: DecodeErrors,
  final: boolean,
): Decoded {
  let i = start;
  while (i < input.length) {
    const byte = input[i];
    if (byte < 0x80) {
      out.push(byte);
      i++;
      continue;
    }
    const point = decodeOne(input, i);
    if (point >= 0) {
      out.push(point);
      i += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      continue;
    }
    if (!final && (point === TRUNCATED || isTruncatedSurrogate(input, i))) break;
    const reason = point === TRUNCATED ? 'unexpected end of data' : point === -1 ? START_REASON : CONTINUATION_REASON;
    const end = point === TRUNCATED ? input.length : point === -1 ? i + 1 : i - point - 1;
    const resolution = resolveDecode(errors, { encoding: 'utf-8', input, start: i, end, reason });
    out.pushText(resolution.replacement);
    input = resolution.input ?? input;
    i = resolution.position;
  }
  return { text: out.finish(), consumed: i };
}

const START_REASON = 'invalid start byte';
const CONTINUATION_REASON = 'invalid continuation byte';
const TRUNCATED = -9;

/** The character at a byte >= 0x80; -1 for a bad start byte, -n for n - 1 good bytes before a bad one, TRUNCATED. */
function decodeOne(input: Uint8Array, i: number): number {
  const byte = input[i];
  const size = byte < 0xc2 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 1;
  if (size === 1) return -1;
  let point = byte & (0x7f >> size);
  for (let k = 1; k < size; k++) {
    if (i + k >= input.length) return TRUNCATED;
    const next = input[i + k];
    if ((next & 0xc0) !== 0x80 || (k === 1 && !mayFollow(byte, next))) return -1 - k;
    point = (point << 6) | (next & 0x3f);
  }
  return point;
}

/** Whether a second byte keeps the character from being overlong, a surrogate or too large. */
function mayFollow(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  if (first === 0xf4) return second < 0x90;
  return true;
}

/** Two bytes of an encoded surrogate at the end: surrogatepass wants to see the third. */
function isTruncatedSurrogate(input: Uint8Array, i: number): boolean {
  return input[i] === 0xed && input.length - i === 2 && input[i + 1] >= 0xa0 && input[i + 1] <= 0xbf;
}

/** `text.encode('utf-8', errors)`. */
export function encodeUtf8(text: Text, errors: EncodeErrors): Uint8Array {
  if (typeof text !== 'string') return encodeWide(text, errors);
  const length = text.length;
  let bytes = newBytes(length);
  if (length >= ENCODE_FROM) {
    // Beyond ASCII it does not get to the end, as a character needs two bytes or three.
    return ENCODER.encodeInto(text, bytes).read === length ? bytes : ENCODER.encode(text);
  }
  let i = 0;
  for (; i < length; i++) {
    const point = text.charCodeAt(i);
    if (point >= 0x80) break;
    bytes[i] = point;
  }
  if (i === length) return bytes;
  const ascii = bytes;
  bytes = new Uint8Array(i + (length - i) * 3);
  bytes.set(ascii.subarray(0, i));
  let count = i;
  for (; i < length; i++) {
    const point = text.charCodeAt(i);
    if (point < 0x80) bytes[count++] = point;
    else if (point < 0x800) {
      bytes[count++] = 0xc0 | (point >> 6);
      bytes[count++] = 0x80 | (point & 0x3f);
    } else {
      bytes[count++] = 0xe0 | (point >> 12);
      bytes[count++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[count++] = 0x80 | (point & 0x3f);
    }
  }
  return copyBytes(bytes, 0, count);
}

function encodeWide(text: Text, errors: EncodeErrors): Uint8Array {
  const length = textLength(text);
  const out = new BytesBuilder(length * 3);
  for (let i = 0; i < length; ) {
    const point = codePointAt(text, i);
    if (point < 0xd800 || point > 0xdfff) {
      pushUtf8(out, point);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && isSurrogate(codePointAt(text, end))) end++;
    const problem = { encoding: 'utf-8', input: text, start: i, end, reason: 'surrogates not allowed' };
    i = writeUnencodable(out, problem, errors, 0x80);
  }
  return out.finish();
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** Writes one character; a surrogate too, in three bytes. */
export function pushUtf8(out: BytesBuilder, point: number): void {
  if (point < 0x80) out.push(point);
  else if (point < 0x800) {
    out.push(0xc0 | (point >> 6));
    out.push(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    out.push(0xe0 | (point >> 12));
    out.push(0x80 | ((point >> 6) & 0x3f));
    out.push(0x80 | (point & 0x3f));
  } else {
    out.push(0xf0 | (point >> 18));
    out.push(0x80 | ((point >> 12) & 0x3f));
    out.push(0x80 | ((point >> 6) & 0x3f));
    out.push(0x80 | (point & 0x3f));
  }
}
