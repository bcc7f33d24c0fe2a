// unicode_escape, raw_unicode_escape, and escape_decode of bytes. CPython: Objects/unicodeobject.c
// _PyUnicode_DecodeUnicodeEscapeInternal2, _PyUnicode_DecodeRawUnicodeEscapeStateful; Objects/bytesobject.c _PyBytes_DecodeEscape2.

import { valueError } from '../../exceptions/errors.ts';
import { BytesBuilder, TextBuilder } from '../builders.ts';
import { digitValue } from '../int-text.ts';
import { backslashEscape } from '../repr.ts';
import { codePointAt, type Text, textLength } from '../text.ts';
import { type Decoded, type DecodeErrors, resolveDecode } from './interface.ts';

export interface DecodedEscapes extends Decoded {
  /** The DeprecationWarning the first unknown escape asks for. */
  readonly warning: string | undefined;
}

const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** What follows the backslash, and what it stands for; shared by str and bytes escapes. */
const SIMPLE: ReadonlyMap<number, number> = new Map(
  ['\\\\', "''", '""', 'b\b', 'f\f', 't\t', 'n\n', 'r\r', 'v\v', 'a\x07'].map((pair) => [
    pair.charCodeAt(0),
    pair.charCodeAt(1),
  ]),
);

const HEX_ESCAPES: ReadonlyMap<number, { readonly count: number; readonly reason: string }> = new Map([
  [120, { count: 2, reason: 'truncated \\xXX escape' }],
  [117, { count: 4, reason: 'truncated \\uXXXX escape' }],
  [85, { count: 8, reason: 'truncated \\UXXXXXXXX escape' }],
]);

/** One escape: the code point, nothing (-1), or a problem that ends at `end`. */
interface Escape {
  readonly end: number;
  readonly point: number;
  readonly reason?: string;
  /** The input ended inside the escape. */
  readonly incomplete?: boolean;
}

/** A character by name, as `\N{...}` finds it: aliases too, named sequences not. */
export type NameLookup = (name: string) => number | undefined;

/** `codecs.unicode_escape_decode(input, errors, final)`. */
export function decodeUnicodeEscape(
  input: Uint8Array,
  errors: DecodeErrors,
  lookup: NameLookup,
  final = true,
): DecodedEscapes {
  const out = new TextBuilder(input.length);
  let warning: string | undefined;
  let i = 0;
  while (i < input.length) {
    if (input[i] !== BACKSLASH) {
      out.push(input[i++]);
      continue;
    }
    const escape = readEscape(input, i, lookup);
    if (escape === undefined) {
      out.push(BACKSLASH);
      out.push(input[i + 1]);
      warning ??= unknownEscape(String.fromCharCode(input[i + 1]), '');
      i += 2;
    } else if (escape.reason === undefined) {
      if (escape.point >= 0) out.push(escape.point);
      if (isOctal(input[i + 1]) && escape.point > 0xff) warning ??= unknownEscape(escape.point.toString(8), 'octal ');
      i = escape.end;
    } else {
      if (escape.incomplete && !final) break;
      const problem = { encoding: 'unicodeescape', input, start: i, end: escape.end, reason: escape.reason };
      const resolution = resolveDecode(errors, problem);
      out.pushText(resolution.replacement);
      input = resolution.input ?? input;
      i = resolution.position;
    }
  }
  return { text: out.finish(), consumed: i, warning };
}

function unknownEscape(escape: string, kind: string, prefix = ''): string {
  return `${prefix}"\\${escape}" is an invalid ${kind}escape sequence. Such sequences will not work in the future. `;
}

function isOctal(byte: number): boolean {
  return byte >= 48 && byte <= 55;
}

/** The escape at a backslash; undefined if it is none. */
function readEscape(input: Uint8Array, start: number, lookup: NameLookup): Escape | undefined {
  const end = start + 2;
  if (start + 1 >= input.length) return { end: start + 1, point: -1, reason: '\\ at end of string', incomplete: true };
  const kind = input[start + 1];
  if (kind === NEWLINE) return { end, point: -1 };
  const simple = SIMPLE.get(kind);
  if (simple !== undefined) return { end, point: simple };
  if (isOctal(kind)) return readOctal(input, start + 1);
  const hex = HEX_ESCAPES.get(kind);
  if (hex !== undefined) return readHex(input, end, hex.count, hex.reason, 'illegal Unicode character');
  return kind === 78 ? readName(input, end, lookup) : undefined;
}

function readOctal(input: Uint8Array, start: number): Escape {
  let point = 0;
  let end = start;
  while (end < start + 3 && isOctal(input[end])) point = point * 8 + input[end++] - 48;
  return { end, point };
}

function readHex(input: Uint8Array, start: number, count: number, reason: string, tooLarge: string): Escape {
  let point = 0;
  for (let end = start; end < start + count; end++) {
    if (end >= input.length) return { end, point: -1, reason, incomplete: true };
    const digit = digitValue(input[end]);
    if (digit >= 16) return { end, point: -1, reason };
    point = point * 16 + digit;
  }
  const end = start + count;
  return point > 0x10ffff ? { end, point: -1, reason: tooLarge } : { end, point };
}

function readName(input: Uint8Array, start: number, lookup: NameLookup): Escape {
  const reason = 'malformed \\N character escape';
  if (start >= input.length) return { end: start, point: -1, reason, incomplete: true };
  if (input[start] !== OPEN_BRACE) return { end: start, point: -1, reason };
  let end = start + 1;
  while (end < input.length && input[end] !== CLOSE_BRACE) end++;
  if (end >= input.length) return { end, point: -1, reason, incomplete: true };
  if (end === start + 1) return { end, point: -1, reason };
  const point = lookup(String.fromCharCode.apply(null, Array.from(input.subarray(start + 1, end))));
  return point === undefined
    ? { end: end + 1, point: -1, reason: 'unknown Unicode character name' }
    : { end: end + 1, point };
}

/** `codecs.raw_unicode_escape_decode(input, errors, final)`. */
export function decodeRawUnicodeEscape(input: Uint8Array, errors: DecodeErrors, final = true): Decoded {
  const out = new TextBuilder(input.length);
  let i = 0;
  while (i < input.length) {
    const hex = input[i] === BACKSLASH ? HEX_ESCAPES.get(input[i + 1]) : undefined;
    if (hex === undefined || hex.count === 2) {
      if (input[i] === BACKSLASH && i + 1 === input.length && !final) break;
      // A backslash takes the next character with it, so that a second one starts no escape.
      if (input[i] === BACKSLASH && i + 1 < input.length) out.push(input[i++]);
      out.push(input[i++]);
      continue;
    }
    const escape = readHex(input, i + 2, hex.count, hex.reason, '\\Uxxxxxxxx out of range');
    if (escape.reason === undefined) {
      out.push(escape.point);
      i = escape.end;
      continue;
    }
    if (escape.incomplete && !final) break;
    const problem = { encoding: 'rawunicodeescape', input, start: i, end: escape.end, reason: escape.reason };
    const resolution = resolveDecode(errors, problem);
    out.pushText(resolution.replacement);
    input = resolution.input ?? input;
    i = resolution.position;
  }
  return { text: out.finish(), consumed: i };
}

/** `text.encode('unicode_escape')`. */
export function encodeUnicodeEscape(text: Text): Uint8Array {
  const length = textLength(text);
  const out = new BytesBuilder(length);
  for (let i = 0; i < length; i++) {
    const point = codePointAt(text, i);
    if (point === BACKSLASH) out.pushString('\\\\');
    else if (point >= 32 && point < 127) out.push(point);
    else if (point === 9) out.pushString('\\t');
    else if (point === NEWLINE) out.pushString('\\n');
    else if (point === 13) out.pushString('\\r');
    else out.pushString(backslashEscape(point));
  }
  return out.finish();
}

/** `text.encode('raw_unicode_escape')`. */
export function encodeRawUnicodeEscape(text: Text): Uint8Array {
  const length = textLength(text);
  const out = new BytesBuilder(length);
  for (let i = 0; i < length; i++) {
    const point = codePointAt(text, i);
    if (point < 256) out.push(point);
    else out.pushString(backslashEscape(point));
  }
  return out.finish();
}

/** `codecs.escape_decode(input, errors)`: the escapes of a bytes literal. */
export function decodeBytesEscape(
  input: Uint8Array,
  errors: string,
): { readonly bytes: Uint8Array; readonly warning: string | undefined } {
  const out = new BytesBuilder(input.length);
  let warning: string | undefined;
  for (let i = 0; i < input.length; ) {
    const kind = input[i + 1];
    const simple = SIMPLE.get(kind);
    if (input[i] !== BACKSLASH) out.push(input[i++]);
    else if (i + 1 >= input.length) throw valueError('Trailing \\ in string');
    else if (kind === NEWLINE) i += 2;
    else if (simple !== undefined) {
      out.push(simple);
      i += 2;
    } else if (isOctal(kind)) {
      const { point, end } = readOctal(input, i + 1);
      if (point > 0xff) warning ??= unknownEscape(point.toString(8), 'octal ', 'b');
      out.push(point & 0xff);
      i = end;
    } else if (kind === 120) i = bytesHexEscape(out, input, i, errors);
    else {
      out.push(BACKSLASH);
      warning ??= unknownEscape(String.fromCharCode(kind), '', 'b');
      i++;
    }
  }
  return { bytes: out.finish(), warning };
}

/** Writes `\xhh` and gives the position behind it. */
function bytesHexEscape(out: BytesBuilder, input: Uint8Array, start: number, errors: string): number {
  const escape = readHex(input, start + 2, 2, '', '');
  if (escape.point >= 0) {
    out.push(escape.point);
    return escape.end;
  }
  if (errors === 'strict') throw valueError(`invalid \\x escape at position ${start}`);
  if (errors === 'replace') out.push(63);
  else if (errors !== 'ignore') throw valueError('decoding error; unknown error handling code: ' + errors);
  // One good digit is skipped with the escape.
  return start + 2 < input.length && digitValue(input[start + 2]) < 16 ? start + 3 : start + 2;
}

/** `codecs.escape_encode(bytes)`. */
export function encodeBytesEscape(input: Uint8Array): Uint8Array {
  const out = new BytesBuilder(input.length);
  for (const byte of input) {
    if (byte === BACKSLASH || byte === 39) out.push(BACKSLASH);
    if (byte === 9) out.pushString('\\t');
    else if (byte === NEWLINE) out.pushString('\\n');
    else if (byte === 13) out.pushString('\\r');
    else if (byte >= 32 && byte < 127) out.push(byte);
    else out.pushString(backslashEscape(byte));
  }
  return out.finish();
}
