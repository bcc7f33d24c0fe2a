// The encodings that str.encode and bytes.decode know without asking the codec registry. CPython: Objects/unicodeobject.c
// PyUnicode_Decode, PyUnicode_AsEncodedString, _Py_normalize_encoding.

import type { Text } from '../text.ts';
import type { DecodeErrors, EncodeErrors } from './interface.ts';
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from './single-byte.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from './utf16-32.ts';

/** One encoding, whole inputs only. */
export interface DirectCodec {
  decode(bytes: Uint8Array, errors: DecodeErrors): Text;
  encode(text: Text, errors: EncodeErrors): Uint8Array;
}

/** The codec of a name that CPython takes a short cut for; undefined: ask the registry. */
export function directCodec(encoding: string): DirectCodec | undefined {
  return BY_NAME.get(encoding) ?? BY_NAME.get(normalizeEncoding(encoding));
}

/** Lower case, with each run of anything but ASCII letters, digits and dots as one underscore between them. */
export function normalizeEncoding(encoding: string): string {
  return encoding
    .replace(/[^A-Za-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

const UTF8: DirectCodec = {
  decode: (bytes, errors) => decodeUtf8(bytes, errors).text,
  encode: encodeUtf8,
};
const UTF16: DirectCodec = {
  decode: (bytes, errors) => decodeUtf16(bytes, errors, 0).text,
  encode: (text, errors) => encodeUtf16(text, errors, 0),
};
const UTF32: DirectCodec = {
  decode: (bytes, errors) => decodeUtf32(bytes, errors, 0).text,
  encode: (text, errors) => encodeUtf32(text, errors, 0),
};
const ASCII: DirectCodec = {
  decode: (bytes, errors) => decodeAscii(bytes, errors).text,
  encode: encodeAscii,
};
const LATIN1: DirectCodec = {
  decode: (bytes) => decodeLatin1(bytes).text,
  encode: encodeLatin1,
};

/** By normalized name; the spellings that are met most come first, as they are. */
const BY_NAME: ReadonlyMap<string, DirectCodec> = new Map([
  ['utf-8', UTF8],
  ['UTF-8', UTF8],
  ['latin-1', LATIN1],
  ['iso-8859-1', LATIN1],
  ['us-ascii', ASCII],
  ['ASCII', ASCII],
  ['utf-16', UTF16],
  ['utf-32', UTF32],
  ['utf_8', UTF8],
  ['utf8', UTF8],
  ['utf_16', UTF16],
  ['utf16', UTF16],
  ['utf_32', UTF32],
  ['utf32', UTF32],
  ['ascii', ASCII],
  ['us_ascii', ASCII],
  ['latin1', LATIN1],
  ['latin_1', LATIN1],
  ['iso_8859_1', LATIN1],
  ['iso8859_1', LATIN1],
]);
