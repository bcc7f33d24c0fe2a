// Backslash escapes of str and bytes literals. Error positions count in CPython's intermediate form, where each
// non-ASCII character has become a ten byte `\UXXXXXXXX` escape, because its messages do.
// CPython: Parser/string_parser.c decode_unicode_with_escapes, Objects/unicodeobject.c
// _PyUnicode_DecodeUnicodeEscapeInternal2, Objects/bytesobject.c _PyBytes_DecodeEscape2.
import type { BytesConstant, StrConstant } from '../ast/constant.ts';
import { isHexDigit } from './characters.ts';

/** Code point of a Unicode character name (`unicodedata.lookup` without named sequences). */
export type NameLookup = (name: string) => number | undefined;

/** The first escape that means nothing: its text (`d`, or three octal digits) and its backslash's place. */
export interface InvalidEscape {
  readonly escape: string;
  /** Lines between the start of the content and the backslash. */
  readonly line: number;
  /** Column of the backslash in its line (from the content's start in the first), in the intermediate form. */
  readonly col: number;
}

/** A codec's complaint, with the words `str(UnicodeDecodeError)` has. */
export class EscapeError {
  readonly message: string;
  readonly codec: 'unicode' | 'value';

  constructor(codec: 'unicode' | 'value', message: string) {
    this.codec = codec;
    this.message = message;
  }
}

export interface DecodedText<Value> {
  readonly value: Value;
  readonly invalid: InvalidEscape | undefined;
}

/** Decodes a str literal's content; throws EscapeError. */
export function decodeUnicodeEscapes(content: string, lookup: NameLookup | undefined): DecodedText<StrConstant> {
  let backslash = content.indexOf('\\');
  if (backslash < 0) return { value: strConstant(content), invalid: undefined };
  const decoder = new UnicodeDecoder(content, lookup);
  let copied = 0;
  while (backslash >= 0) {
    decoder.text += content.slice(copied, backslash);
    copied = decoder.decodeEscape(backslash);
    backslash = content.indexOf('\\', copied);
  }
  decoder.text += content.slice(copied);
  return { value: decoder.finish(), invalid: decoder.invalid };
}

/** A str constant without escapes. */
export function strConstant(value: string): StrConstant {
  if (!/[\ud800-\udfff]/.test(value)) return { type: 'str', value };
  return { type: 'str', value, codePoints: Array.from(value, (char) => char.codePointAt(0)!) };
}

/** What single-letter escapes stand for. */
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['b', '\b'],
  ['f', '\f'],
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['v', '\v'],
  ['a', '\x07'],
]);

class UnicodeDecoder {
  text = '';
  invalid: InvalidEscape | undefined = undefined;
  readonly #content: string;
  readonly #lookup: NameLookup | undefined;
  /** Places in `text` where an escape wrote a surrogate: neighbours must not fuse into one character. */
  #surrogates: Set<number> | undefined = undefined;

  constructor(content: string, lookup: NameLookup | undefined) {
    this.#content = content;
    this.#lookup = lookup;
  }

  /** Decodes the escape at `backslash` and returns where it ends. */
  decodeEscape(backslash: number): number {
    const content = this.#content;
    const char = content[backslash + 1];
    if (char === undefined || char.charCodeAt(0) > 0x7f) {
      this.text += '\\';
      return backslash + 1;
    }
    const simple = SIMPLE.get(char);
    if (simple !== undefined) {
      this.text += simple;
      return backslash + 2;
    }
    if (char >= '0' && char <= '7') return this.#octal(backslash);
    if (char === 'x') return this.#hex(backslash, 2, 'truncated \\xXX escape');
    if (char === 'u') return this.#hex(backslash, 4, 'truncated \\uXXXX escape');
    if (char === 'U') return this.#hex(backslash, 8, 'truncated \\UXXXXXXXX escape');
    if (char === 'N') return this.#named(backslash);
    this.invalid ??= invalidEscape(content, backslash, char, true);
    this.text += '\\' + char;
    return backslash + 2;
  }

  finish(): StrConstant {
    const value = this.text;
    const surrogates = this.#surrogates;
    if (surrogates === undefined) return strConstant(value);
    const codePoints: number[] = [];
    for (let i = 0; i < value.length; i++) {
      const fused = surrogates.has(i) ? value.charCodeAt(i) : value.codePointAt(i)!;
      codePoints.push(fused);
      if (fused > 0xffff) i++;
    }
    return { type: 'str', value, codePoints };
  }

  #octal(backslash: number): number {
    const end = octalEnd(this.#content, backslash + 1);
    const digits = this.#content.slice(backslash + 1, end);
    const value = Number.parseInt(digits, 8);
    if (value > 0o377) this.invalid ??= invalidEscape(this.#content, backslash, digits, true);
    this.text += String.fromCharCode(value);
    return end;
  }

  #hex(backslash: number, digits: number, complaint: string): number {
    const content = this.#content;
    const start = backslash + 2;
    let end = start;
    while (end < start + digits && isHexDigit(content.charCodeAt(end))) end++;
    if (end < start + digits) this.#fail(backslash, end, complaint);
    const codePoint = Number.parseInt(content.slice(start, end), 16);
    if (codePoint > 0x10ffff) this.#fail(backslash, end, 'illegal Unicode character');
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      this.#surrogates ??= new Set();
      this.#surrogates.add(this.text.length);
      this.text += String.fromCharCode(codePoint);
    } else {
      this.text += String.fromCodePoint(codePoint);
    }
    return end;
  }

  #named(backslash: number): number {
    const content = this.#content;
    const malformed = 'malformed \\N character escape';
    if (content[backslash + 2] !== '{') this.#fail(backslash, backslash + 2, malformed);
    const start = backslash + 3;
    const close = content.indexOf('}', start);
    if (close < 0) this.#fail(backslash, content.length, malformed);
    if (close === start) this.#fail(backslash, start, malformed);
    const codePoint = this.#lookup?.(content.slice(start, close));
    if (codePoint === undefined) this.#fail(backslash, close + 1, 'unknown Unicode character name');
    this.text += String.fromCodePoint(codePoint);
    return close + 1;
  }

  #fail(start: number, end: number, complaint: string): never {
    const from = expandedLength(this.#content, 0, start);
    const to = from + expandedLength(this.#content, start, end) - 1;
    throw new EscapeError(
      'unicode',
      `'unicodeescape' codec can't decode bytes in position ${from}-${to}: ${complaint}`,
    );
  }
}

/** Decodes a bytes literal's content, which must be ASCII; throws EscapeError. */
export function decodeBytesEscapes(content: string): DecodedText<BytesConstant> {
  const bytes = new Uint8Array(content.length);
  let length = 0;
  let invalid: InvalidEscape | undefined;
  for (let i = 0; i < content.length; ) {
    const code = content.charCodeAt(i);
    const char = content[i + 1];
    if (code !== 92 || char === undefined) {
      bytes[length++] = code;
      i++;
      continue;
    }
    const simple = SIMPLE.get(char);
    if (simple !== undefined) {
      if (simple !== '') bytes[length++] = simple.charCodeAt(0);
      i += 2;
    } else if (char >= '0' && char <= '7') {
      const end = octalEnd(content, i + 1);
      const value = Number.parseInt(content.slice(i + 1, end), 8);
      if (value > 0o377) invalid ??= invalidEscape(content, i, content.slice(i + 1, end), false);
      bytes[length++] = value & 0xff;
      i = end;
    } else if (char === 'x') {
      if (!isHexDigit(content.charCodeAt(i + 2)) || !isHexDigit(content.charCodeAt(i + 3))) {
        throw new EscapeError('value', `invalid \\x escape at position ${i}`);
      }
      bytes[length++] = Number.parseInt(content.slice(i + 2, i + 4), 16);
      i += 4;
    } else {
      invalid ??= invalidEscape(content, i, char, false);
      bytes[length++] = 92;
      bytes[length++] = char.charCodeAt(0);
      i += 2;
    }
  }
  return { value: { type: 'bytes', value: bytes.slice(0, length) }, invalid };
}

function octalEnd(content: string, start: number): number {
  let end = start + 1;
  while (end < start + 3 && content[end]! >= '0' && content[end]! <= '7') end++;
  return end;
}

function invalidEscape(content: string, backslash: number, escape: string, expanded: boolean): InvalidEscape {
  const lineStart = backslash === 0 ? 0 : content.lastIndexOf('\n', backslash - 1) + 1;
  let line = 0;
  for (let at = content.indexOf('\n'); at >= 0 && at < backslash; at = content.indexOf('\n', at + 1)) line++;
  const col = expanded ? expandedLength(content, lineStart, backslash) : backslash - lineStart;
  return { escape, line, col };
}

/** Length of a stretch of content in CPython's intermediate form. */
function expandedLength(content: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const codePoint = content.codePointAt(i)!;
    if (codePoint <= 0x7f) {
      length++;
      continue;
    }
    length += 10;
    if (i > 0 && content[i - 1] === '\\') length += 5;
    if (codePoint > 0xffff) i++;
  }
  return length;
}
