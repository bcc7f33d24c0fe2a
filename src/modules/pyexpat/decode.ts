// Bytes to text, piece by piece. What is no character of the encoding becomes U+FFFF, which no XML document may hold.
// CPython: Modules/expat/xmltok.c (the encodings), Modules/pyexpat.c (PyUnknownEncodingHandler)

/** How one encoding reads. */
export interface Decoder {
  /** The text of some bytes; what is incomplete at the end is kept for the next piece. */
  decode(bytes: Uint8Array): string;
  /** Bytes that wait for their rest. */
  readonly pending: number;
  readonly isUtf8: boolean;
  /** How many bytes a text came from. */
  bytesOf(text: string): number;
}

const BAD = '\uffff';

function joined(rest: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (rest.length === 0) return bytes;
  const all = new Uint8Array(rest.length + bytes.length);
  all.set(rest);
  all.set(bytes, rest.length);
  return all;
}

class Utf8Decoder implements Decoder {
  readonly isUtf8 = true;
  #rest = new Uint8Array(0);

  get pending(): number {
    return this.#rest.length;
  }

  decode(bytes: Uint8Array): string {
    const all = joined(this.#rest, bytes);
    const parts: string[] = [];
    let at = 0;
    while (at < all.length) {
      const run = asciiRun(all, at);
      if (run > at) {
        parts.push(latin1(all, at, run));
        at = run;
        continue;
      }
      const size = sequenceLength(all[at]!);
      if (size > 0 && at + size > all.length && validSoFar(all, at)) break;
      const point = size === 0 ? -1 : codePoint(all, at, size);
      parts.push(point < 0 ? BAD : String.fromCodePoint(point));
      at += point < 0 ? 1 : size;
    }
    this.#rest = all.slice(at);
    return parts.join('');
  }

  bytesOf(text: string): number {
    let count = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // Half a surrogate pair is two of its four bytes.
      count += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    return count;
  }
}

function asciiRun(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at]! < 0x80) at++;
  return at;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 8192)));
  }
  return text;
}

function sequenceLength(first: number): number {
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

function validSoFar(bytes: Uint8Array, at: number): boolean {
  return bytes.subarray(at + 1).every((byte) => (byte & 0xc0) === 0x80);
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  let point = bytes[at]! & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i]!;
    if ((byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000;
  return point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? -1 : point;
}

/** One byte a character, by a table. */
class TableDecoder implements Decoder {
  readonly isUtf8 = false;
  readonly pending = 0;
  readonly #table: readonly string[];
  constructor(table: readonly string[]) {
    this.#table = table;
  }
  decode(bytes: Uint8Array): string {
    const parts = new Array<string>(bytes.length);
    for (let i = 0; i < bytes.length; i++) parts[i] = this.#table[bytes[i]!]!;
    return parts.join('');
  }
  bytesOf(text: string): number {
    return text.length;
  }
}

class Utf16Decoder implements Decoder {
  readonly isUtf8 = false;
  #rest = new Uint8Array(0);
  readonly #little: boolean;
  constructor(little: boolean) {
    this.#little = little;
  }
  get pending(): number {
    return this.#rest.length;
  }
  decode(bytes: Uint8Array): string {
    const all = joined(this.#rest, bytes);
    let text = '';
    const view = new DataView(all.buffer, all.byteOffset, all.length);
    let at = 0;
    for (; at + 1 < all.length; at += 2) {
      const unit = view.getUint16(at, this.#little);
      // The first half of a pair waits for the second.
      if (unit >= 0xd800 && unit < 0xdc00 && at + 3 >= all.length) break;
      text += String.fromCharCode(unit);
    }
    this.#rest = all.slice(at);
    return text;
  }
  bytesOf(text: string): number {
    return 2 * text.length;
  }
}

const identity = (limit: number): string[] =>
  Array.from({ length: 256 }, (_, i) => (i < limit ? String.fromCharCode(i) : BAD));

/** The decoder of an encoding that expat knows itself. */
export function builtinDecoder(name: string): Decoder | undefined {
  switch (name.toUpperCase()) {
    case 'UTF-8':
      return new Utf8Decoder();
    case 'ISO-8859-1':
      return new TableDecoder(identity(256));
    case 'US-ASCII':
      return new TableDecoder(identity(128));
    case 'UTF-16':
    case 'UTF-16BE':
      return new Utf16Decoder(false);
    case 'UTF-16LE':
      return new Utf16Decoder(true);
    default:
      return undefined;
  }
}

/** A decoder for 256 characters, the replacement character where there is none. */
export function tableDecoder(characters: string): Decoder {
  return new TableDecoder([...characters].map((c) => (c === '\ufffd' ? BAD : c)));
}
