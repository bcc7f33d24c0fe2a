// Text over a binary stream: decoding in chunks, lines, encoding. CPython: Modules/_io/textio.c TextIOWrapper
//
// Text is UTF-16 here; `wide` says whether anything decoded so far needs two units a character, and only then are characters
// counted one by one.

import { findLineEnd, type LineEnds } from './newlines.ts';
import { type BinaryStream, concatBytes, type Decoder, type DecoderState, type Encoder } from './streams.ts';

const SURROGATE = /[\ud800-\udfff]/;

export class TextStream {
  readonly buffer: BinaryStream;
  decoder: Decoder | undefined;
  encoder: Encoder | undefined;
  ends: LineEnds;
  chunkSize = 8192;
  lineBuffering = false;
  writeThrough = false;
  /** Written text stays a string until it is flushed: it cannot fail to encode. */
  lazyEncode = false;
  seekable = false;
  /** False while `__next__` is under way: then no snapshots are taken. */
  telling = false;
  /** Decoded text, of which the first `used` units have been given out. */
  decoded = '';
  used = 0;
  /** Has decoded text had characters of two units? */
  wide = false;
  /** Where decoding of the present chunk began, for tell. */
  snapshot: { readonly flags: bigint; readonly input: Uint8Array } | undefined;
  #pendingText = '';
  #pendingBytes: Uint8Array[] = [];
  #pendingLength = 0;
  /** Bytes a decoded character took, lately. */
  bytesPerChar = 0;

  constructor(buffer: BinaryStream, ends: LineEnds) {
    this.buffer = buffer;
    this.ends = ends;
  }

  // Reading

  setDecoded(text: string): void {
    this.decoded = text;
    this.used = 0;
    if (!this.wide && SURROGATE.test(text)) this.wide = true;
  }

  /** Reads and decodes one more chunk; false at the end. */
  readChunk(sizeHint: number): boolean {
    const decoder = this.decoder!;
    const before: DecoderState | undefined = this.telling ? decoder.getState() : undefined;
    const hint = sizeHint > 0 ? Math.trunc(Math.max(this.bytesPerChar, 1) * sizeHint) : 0;
    const input = this.buffer.readChunk(Math.max(this.chunkSize, hint));
    const eof = input.length === 0;
    this.setDecoded(decoder.decode(input, eof));
    const count = this.decoded.length;
    this.bytesPerChar = count > 0 ? input.length / count : 0;
    if (before)
      this.snapshot = {
        flags: before.flags,
        input: before.pending.length > 0 ? concatBytes([before.pending, input]) : input,
      };
    return !eof || count > 0;
  }

  /** Everything to the end. */
  readAll(): string {
    this.flushPending();
    const rest = this.buffer.readAll();
    const head = this.used > 0 ? this.decoded.slice(this.used) : this.decoded;
    const tail = this.decoder!.decode(rest, true);
    this.setDecoded(tail);
    this.decoded = '';
    if (this.snapshot) this.snapshot = undefined;
    return head + tail;
  }

  /** At most `count` characters, fewer only at the end. */
  read(count: number): string {
    this.flushPending();
    let result = this.#takeChars(count);
    let left = count - this.#charLength(result);
    while (left > 0) {
      if (!this.readChunk(left)) break;
      const part = this.#takeChars(left);
      left -= this.#charLength(part);
      result += part;
    }
    return result;
  }

  #takeChars(count: number): string {
    const { decoded, used } = this;
    const end = this.wide ? advance(decoded, used, count) : Math.min(decoded.length, used + count);
    this.used = end;
    return used === 0 && end === decoded.length ? decoded : decoded.slice(used, end);
  }

  #charLength(text: string): number {
    return this.wide ? countChars(text, 0, text.length) : text.length;
  }

  /** A line with its end, at most `limit` characters (-1: any number). '' at the end. */
  readLine(limit: number): string {
    const { used } = this;
    if (limit < 0) {
      const end = findLineEnd(this.decoded, this.ends, used);
      if (end >= 0) {
        this.used = end;
        return this.decoded.slice(used, end);
      }
    }
    return this.#readLineSlow(limit);
  }

  #readLineSlow(limit: number): string {
    this.flushPending();
    let line = '';
    for (;;) {
      if (this.used >= this.decoded.length && !this.#moreText()) {
        this.setDecoded('');
        this.snapshot = undefined;
        break;
      }
      // An end of line may be split between what is kept and what is new: search the joined text.
      const text = line + (this.used > 0 ? this.decoded.slice(this.used) : this.decoded);
      let end = findLineEnd(text, this.ends, 0);
      const allowed = limit < 0 ? -1 : this.wide ? advance(text, 0, limit) : Math.min(limit, text.length);
      const full = limit >= 0 && this.#charLength(text) >= limit;
      if (full && (end < 0 || end > allowed)) end = allowed;
      if (end >= 0) {
        this.used += end - line.length;
        return text.slice(0, end);
      }
      line = text;
      this.used = this.decoded.length;
    }
    return line;
  }

  /** Chunks until one has text; false at the end. */
  #moreText(): boolean {
    while (this.readChunk(0)) if (this.decoded.length > 0) return true;
    return false;
  }

  // Writing

  /** Writes to an open stream. `safe`: the text has no lone surrogate. */
  write(text: string, safe: boolean): void {
    let flush = false;
    const { ends } = this;
    if (this.lineBuffering || ends.write !== undefined) {
      const hasNewline = text.indexOf('\n') >= 0;
      flush = this.lineBuffering && (hasNewline || text.indexOf('\r') >= 0);
      if (hasNewline && ends.write !== undefined) text = text.replaceAll('\n', ends.write);
    }
    if (safe && this.lazyEncode) {
      this.#makeRoom(text.length);
      this.#pendingText += text;
      this.#pendingLength += text.length;
    } else this.#addBytes(this.encoder!.encode(text));
    if (this.#pendingLength >= this.chunkSize || flush || this.writeThrough) this.flushPending();
    if (flush) this.buffer.flush();
    if (this.snapshot) this.#forgetRead();
    else this.decoder?.reset();
  }

  #addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#settleText();
    this.#pendingBytes.push(bytes);
    this.#pendingLength += bytes.length;
  }

  /** What is pending goes out before it would become larger than a chunk; writing it may leave more pending. */
  #makeRoom(size: number): void {
    while (this.#pendingLength > 0 && this.#pendingLength + size > this.chunkSize) this.flushPending();
  }

  #settleText(): void {
    if (this.#pendingText === '') return;
    this.#pendingBytes.push(this.encoder!.encode(this.#pendingText));
    this.#pendingText = '';
  }

  #forgetRead(): void {
    this.setDecoded('');
    this.snapshot = undefined;
    this.decoder?.reset();
  }

  /** Hands pending text to the buffer. */
  flushPending(): void {
    if (this.#pendingLength === 0) return;
    if (this.#pendingBytes.length === 0 && this.buffer.copies && this.encoder!.encodeShared) {
      const text = this.#pendingText;
      this.#pendingText = '';
      this.#pendingLength = 0;
      this.buffer.write(this.encoder!.encodeShared(text));
      return;
    }
    this.#settleText();
    const bytes = concatBytes(this.#pendingBytes);
    this.#pendingBytes = [];
    this.#pendingLength = 0;
    this.buffer.write(bytes);
  }
}

/** The index `count` characters after `start`. */
export function advance(text: string, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0 && at < text.length; left--) {
    const unit = text.charCodeAt(at++);
    if (unit >= 0xd800 && unit <= 0xdbff && isLow(text, at)) at++;
  }
  return at;
}

/** Characters between two indexes. */
export function countChars(text: string, start: number, end: number): number {
  let count = end - start;
  for (let at = start; at + 1 < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && isLow(text, at + 1)) {
      count--;
      at++;
    }
  }
  return count;
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
