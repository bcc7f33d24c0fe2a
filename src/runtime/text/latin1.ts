// Bytes as the str of the same code points and back. CPython: Objects/unicodeobject.c PyUnicode_DecodeLatin1, unicode_encode_ucs1.

import { stringOfUnits } from './builders.ts';
import { newBytes } from './byte-memory.ts';

/** Below this a loop is faster than the platform's codec. */
const NATIVE_FROM = 16;
/** Calling the encoder costs 400 ns. */
const ENCODE_FROM = 160;
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** Bytes as the str of the same code points. */
export function latin1(bytes: Uint8Array): string {
  const { length } = bytes;
  if (length < NATIVE_FROM) {
    let out = '';
    for (let i = 0; i < length; i++) out += String.fromCharCode(bytes[i]);
    return out;
  }
  if (isAscii(bytes, NATIVE_FROM)) {
    const text = DECODER.decode(bytes);
    // A byte beyond ASCII makes the text shorter or puts a replacement character there.
    if (text.length === length && !text.includes('\ufffd')) return text;
  }
  return stringOfUnits(bytes);
}

/** Whether the first `count` bytes are ASCII: binary data mostly shows itself there. */
function isAscii(bytes: Uint8Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (bytes[i] > 127) return false;
  return true;
}

/** The bytes that a str of code points below 256 stands for. */
export function latin1Bytes(text: string): Uint8Array {
  const { length } = text;
  const bytes = newBytes(length);
  // Beyond ASCII the codec needs two bytes for a character, so it does not get to the end.
  if (length >= ENCODE_FROM && ENCODER.encodeInto(text, bytes).read === length) return bytes;
  for (let i = 0; i < length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
