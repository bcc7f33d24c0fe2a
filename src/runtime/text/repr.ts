// repr of str and bytes, and ascii(). CPython: Objects/unicodeobject.c unicode_repr, Objects/bytesobject.c PyBytes_Repr.

import { isPrintable } from '../../unicode/properties.ts';
import { type Text, textOf } from './text.ts';

const PLAIN = /^[ -&(-[\]-~]*$/;
const ASCII = /^[\0-\x7f]*$/;
const APOSTROPHE = 39;
const QUOTE = 34;
const BACKSLASH = 92;

/** `repr` of a str. */
export function reprText(text: Text): Text {
  if (typeof text !== 'string') return reprWide(text.codePoints);
  if (PLAIN.test(text)) return "'" + text + "'";
  const quote = text.includes("'") && !text.includes('"') ? QUOTE : APOSTROPHE;
  let out = String.fromCharCode(quote);
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.charCodeAt(i);
    if (point >= 32 && point < 127 ? point !== quote && point !== BACKSLASH : point > 127 && isPrintable(point))
      continue;
    out += text.slice(copied, i) + escapePoint(point);
    copied = i + 1;
  }
  return out + text.slice(copied) + String.fromCharCode(quote);
}

function reprWide(points: ArrayLike<number>): Text {
  let apostrophes = false;
  let quotes = false;
  for (let i = 0; i < points.length; i++) {
    apostrophes ||= points[i] === APOSTROPHE;
    quotes ||= points[i] === QUOTE;
  }
  const quote = apostrophes && !quotes ? QUOTE : APOSTROPHE;
  const out = [quote];
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (point !== quote && point !== BACKSLASH && isPrintable(point)) out.push(point);
    else pushAscii(out, escapePoint(point));
  }
  out.push(quote);
  return textOf(out);
}

function pushAscii(out: number[], text: string): void {
  for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
}

/** The escape repr writes for a code point that may not stand as it is. */
function escapePoint(point: number): string {
  if (point === 10) return '\\n';
  if (point === 13) return '\\r';
  if (point === 9) return '\\t';
  if (point === BACKSLASH || point === APOSTROPHE || point === QUOTE) return '\\' + String.fromCharCode(point);
  return backslashEscape(point);
}

/** `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that fits: also what the backslashreplace error handler writes. */
export function backslashEscape(point: number): string {
  if (point <= 0xff) return '\\x' + point.toString(16).padStart(2, '0');
  if (point <= 0xffff) return '\\u' + point.toString(16).padStart(4, '0');
  return '\\U' + point.toString(16).padStart(8, '0');
}

/** `ascii(obj)`, given `repr(obj)`. */
export function asciiOf(repr: Text): string {
  if (typeof repr === 'string') {
    if (ASCII.test(repr)) return repr;
    return repr.replace(/[^\0-\x7f]/gu, (char) => backslashEscape(char.codePointAt(0)!));
  }
  let out = '';
  for (let i = 0; i < repr.codePoints.length; i++) {
    const point = repr.codePoints[i];
    out += point < 128 ? String.fromCharCode(point) : backslashEscape(point);
  }
  return out;
}

/** `repr` of bytes: `b'...'`. */
export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(APOSTROPHE) && !bytes.includes(QUOTE) ? QUOTE : APOSTROPHE;
  return 'b' + quoteBytes(bytes, quote);
}

/** `repr` of a bytearray (`typeName` is that of a subclass). CPython: Objects/bytearrayobject.c bytearray_repr. */
export function reprBytearray(bytes: Uint8Array, typeName = 'bytearray'): string {
  const quote = bytes.includes(APOSTROPHE) && !bytes.includes(QUOTE) ? QUOTE : APOSTROPHE;
  return `${typeName}(b${quoteBytes(bytes, quote, true)})`;
}

function quoteBytes(bytes: Uint8Array, quote: number, escapeApostrophe = false): string {
  let out = String.fromCharCode(quote);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    const special = byte === quote || byte === BACKSLASH || (escapeApostrophe && byte === APOSTROPHE);
    if (byte >= 32 && byte < 127 && !special) out += String.fromCharCode(byte);
    else if (byte === APOSTROPHE || byte === QUOTE) out += '\\' + String.fromCharCode(byte);
    else out += escapePoint(byte);
  }
  return out + String.fromCharCode(quote);
}
