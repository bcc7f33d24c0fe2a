// The buffer between raw and user, for reading, writing and both. CPython: Modules/_io/bufferedio.c
//
// One array serves both directions. `pos` is the user's place in it, `rawPos` the raw stream's; bytes up to `readEnd` have been
// read, bytes from `writePos` to `writeEnd` wait to be written; -1 says that there are none of that kind.

import { concatBytes, NO_BYTES, type RawStream } from './streams.ts';

/** What can go wrong, as the layer above wants it raised. */
export interface BufferedErrors {
  invalidPosition(position: number): unknown;
  invalidReadLength(count: number, limit: number): unknown;
  invalidWriteLength(count: number, limit: number): unknown;
  /** Would block; so many bytes were taken. */
  blocking(taken: number): unknown;
  isBlocking(error: unknown): boolean;
  /** Runs signal handlers between raw writes. */
  checkSignals(): void;
}

/** The largest array that V8 keeps on its heap. */
const ON_HEAP = 64;
const ARENA_SIZE = 8192;
const ARENA_SHARE = 1024;

export class Buffered {
  readonly raw: RawStream;
  readonly size: number;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly #errors: BufferedErrors;
  #buffer: Uint8Array;
  #pos = 0;
  #rawPos = 0;
  #readEnd = -1;
  #writePos = 0;
  #writeEnd = -1;
  /** The raw stream's position where known, else -1. */
  #absolute = -1;
  #arena: Uint8Array = NO_BYTES;
  #arenaUsed = 0;

  constructor(raw: RawStream, size: number, readable: boolean, writable: boolean, errors: BufferedErrors) {
    this.raw = raw;
    this.size = size;
    this.readable = readable;
    this.writable = writable;
    this.#errors = errors;
    this.#buffer = new Uint8Array(size);
  }

  /** Asks the raw stream where it is; a failure only means that it cannot say. */
  findPosition(): void {
    try {
      this.#rawTell();
    } catch {
      this.#absolute = -1;
    }
  }

  get #readAhead(): number {
    return this.readable && this.#readEnd !== -1 ? this.#readEnd - this.#pos : 0;
  }

  get #rawOffset(): number {
    const valid = this.#readEnd !== -1 || this.#writeEnd !== -1;
    return valid && this.#rawPos >= 0 ? this.#rawPos - this.#pos : 0;
  }

  // Reading

  /** Up to `count` bytes; undefined when nothing could be read without blocking. */
  read(count: number): Uint8Array | undefined {
    if (count <= this.#readAhead) return this.#take(count);
    const result = new Uint8Array(count);
    let written = this.#takeInto(result);
    this.#beforeRefill();
    let remaining = count - written;
    while (remaining >= this.size) {
      const whole = remaining - (remaining % this.size);
      const got = this.#rawRead(result.subarray(written, written + whole));
      if (!got) return got === 0 || written > 0 ? result.slice(0, written) : undefined;
      remaining -= got;
      written += got;
    }
    this.#pos = 0;
    this.#rawPos = 0;
    this.#readEnd = 0;
    while (remaining > 0 && this.#readEnd < this.size) {
      const got = this.#fill();
      if (!got) return got === 0 || written > 0 ? result.slice(0, written) : undefined;
      const part = Math.min(remaining, got);
      result.set(this.#buffer.subarray(this.#pos, this.#pos + part), written);
      written += part;
      this.#pos += part;
      remaining -= part;
    }
    return written < count ? result.slice(0, written) : result;
  }

  /** Everything to the end. */
  readAll(): Uint8Array | undefined {
    const ahead = this.#take(this.#readAhead);
    this.#beforeRefill();
    const rest = this.raw.readAll();
    if (rest) {
      const { data } = rest;
      if (ahead.length === 0) {
        this.#moved(data?.length ?? 0);
        return data;
      }
      this.#moved(data?.length ?? 0);
      return data === undefined ? ahead : concatBytes([ahead, data]);
    }
    const parts = ahead.length > 0 ? [ahead] : [];
    for (;;) {
      const data = this.raw.read();
      if (data === undefined || data.length === 0) return parts.length > 0 ? concatBytes(parts) : data;
      parts.push(data);
      this.#moved(data.length);
    }
  }

  /** At most one raw read. */
  read1(count: number): Uint8Array | undefined {
    const ahead = this.#readAhead;
    if (ahead > 0) return this.#take(Math.min(ahead, count));
    const result = new Uint8Array(count);
    this.#beforeRefill();
    const got = this.#rawRead(result);
    if (got === undefined) return undefined;
    return got < count ? result.slice(0, got) : result;
  }

  /** Fills the caller's array; `once`: with at most one raw read. */
  readInto(target: Uint8Array, once: boolean): number | undefined {
    let written = this.#takeInto(target);
    if (written === target.length) return written;
    this.#beforeRefill();
    this.#pos = 0;
    while (written < target.length) {
      const remaining = target.length - written;
      let got: number | undefined = 0;
      if (remaining > this.size) got = this.#rawRead(target.subarray(written));
      else if (!(once && written > 0)) {
        got = this.#fill();
        if (got) {
          got = Math.min(got, remaining);
          target.set(this.#buffer.subarray(this.#pos, this.#pos + got), written);
          this.#pos += got;
          written += got;
          continue;
        }
      }
      if (!got) return got === undefined && written === 0 ? undefined : written;
      written += got;
      if (once) return written;
    }
    return written;
  }

  /** What is in the buffer, after one raw read if that is nothing; does not move. */
  peek(): Uint8Array {
    if (this.writable) this.flushAndRewind();
    if (this.#readAhead > 0) return this.#buffer.slice(this.#pos, this.#readEnd);
    this.#readEnd = -1;
    const got = this.#fill() ?? 0;
    this.#pos = 0;
    return this.#buffer.slice(0, got);
  }

  /** A line with its end, at most `limit` bytes (-1: any number). */
  readLine(limit: number): Uint8Array {
    let ahead = this.#readAhead;
    if (limit >= 0 && ahead > limit) ahead = limit;
    const found = this.#findNewline(ahead);
    if (found >= 0) return this.#take(found + 1 - this.#pos);
    const parts: Uint8Array[] = [];
    let left = limit >= 0 ? limit - ahead : -1;
    if (ahead > 0) parts.push(this.#take(ahead));
    if (left === 0) return parts.length > 0 ? parts[0]! : NO_BYTES;
    if (this.writable) this.flushAndRewind();
    for (;;) {
      this.#readEnd = -1;
      const got = this.#fill();
      if (!got) break;
      const count = left >= 0 ? Math.min(got, left) : got;
      this.#pos = 0;
      const end = this.#findNewline(count);
      parts.push(this.#take(end >= 0 ? end + 1 : count));
      if (end >= 0 || (left >= 0 && (left -= count) === 0)) break;
    }
    return parts.length === 0 ? NO_BYTES : concatBytes(parts);
  }

  /** Takes a whole line that is in the buffer: its length, 0 when there is none. It ends at `position` of `window`. */
  takeLine(): number {
    const found = this.#findNewline(this.#readAhead);
    if (found < 0) return 0;
    const length = found + 1 - this.#pos;
    this.#pos = found + 1;
    return length;
  }

  /** Takes so many bytes of the buffer; false when it holds fewer. They end at `position` of `window`. */
  takeAhead(count: number): boolean {
    if (count > this.#readAhead) return false;
    this.#pos += count;
    return true;
  }

  get window(): Uint8Array {
    return this.#buffer;
  }

  get position(): number {
    return this.#pos;
  }

  /** Index in the buffer of the first newline among the next `count` bytes. */
  #findNewline(count: number): number {
    if (count <= 0) return -1;
    const index = this.#buffer.indexOf(10, this.#pos);
    return index >= 0 && index < this.#pos + count ? index : -1;
  }

  #take(count: number): Uint8Array {
    if (count <= 0) return NO_BYTES;
    const start = this.#pos;
    this.#pos = start + count;
    if (count <= ON_HEAP || count > ARENA_SHARE) return this.#buffer.slice(start, start + count);
    return this.#takeShared(start, count);
  }

  /** Arrays of more than 64 bytes cost V8 500 ns each, views of one array 60: middle-sized pieces share arrays of 8 kB. */
  #takeShared(start: number, count: number): Uint8Array {
    if (this.#arenaUsed + count > this.#arena.length) {
      this.#arena = new Uint8Array(ARENA_SIZE);
      this.#arenaUsed = 0;
    }
    const bytes = this.#arena.subarray(this.#arenaUsed, this.#arenaUsed + count);
    bytes.set(this.#buffer.subarray(start, start + count));
    this.#arenaUsed += count;
    return bytes;
  }

  #takeInto(target: Uint8Array): number {
    const count = Math.min(this.#readAhead, target.length);
    if (count <= 0) return 0;
    target.set(this.#buffer.subarray(this.#pos, this.#pos + count));
    this.#pos += count;
    return count;
  }

  #beforeRefill(): void {
    if (this.writable) this.flushAndRewind();
    this.#readEnd = -1;
  }

  #fill(): number | undefined {
    const start = this.#readEnd !== -1 ? this.#readEnd : 0;
    const got = this.#rawRead(this.#buffer.subarray(start, this.size));
    if (!got) return got;
    this.#readEnd = start + got;
    this.#rawPos = start + got;
    return got;
  }

  #rawRead(target: Uint8Array): number | undefined {
    const got = this.raw.readInto(target);
    if (got === undefined) return undefined;
    if (got < 0 || got > target.length) throw this.#errors.invalidReadLength(got, target.length);
    this.#moved(got);
    return got;
  }

  #moved(count: number): void {
    if (count > 0 && this.#absolute !== -1) this.#absolute += count;
  }

  // Writing

  /** Takes all bytes, into the buffer or through it; `blocking` says how many were taken when it cannot. */
  write(bytes: Uint8Array): number {
    const { length } = bytes;
    if (this.#readEnd === -1 && this.#writeEnd === -1) this.#pos = this.#rawPos = 0;
    if (length <= this.size - this.#pos && length < this.size) {
      this.#buffer.set(bytes, this.#pos);
      if (this.#writeEnd === -1 || this.#writePos > this.#pos) this.#writePos = this.#pos;
      this.#moveTo(this.#pos + length);
      if (this.#writeEnd < this.#pos) this.#writeEnd = this.#pos;
      return length;
    }
    return this.#writeSlow(bytes);
  }

  #writeSlow(bytes: Uint8Array): number {
    try {
      this.#flushWrites();
    } catch (error) {
      if (!this.#errors.isBlocking(error)) throw error;
      return this.#keepWhatFits(bytes);
    }
    const offset = this.#rawOffset;
    if (offset !== 0) {
      this.#rawSeek(-offset, 1);
      this.#rawPos -= offset;
    }
    let written = 0;
    while (bytes.length - written > this.size) {
      const count = this.#rawWrite(bytes.subarray(written));
      if (count === undefined) {
        this.#buffer.set(bytes.subarray(written, written + this.size));
        this.#rawPos = 0;
        this.#moveTo(this.size);
        this.#writePos = 0;
        this.#writeEnd = this.size;
        throw this.#errors.blocking(written + this.size);
      }
      written += count;
      this.#errors.checkSignals();
    }
    if (this.readable) this.#readEnd = -1;
    const rest = bytes.length - written;
    if (rest > 0) this.#buffer.set(bytes.subarray(written));
    this.#writePos = 0;
    this.#writeEnd = rest;
    this.#moveTo(rest);
    this.#rawPos = 0;
    return bytes.length;
  }

  /** The raw stream blocks: make room at the front and take what there is room for. */
  #keepWhatFits(bytes: Uint8Array): number {
    if (this.readable) this.#readEnd = -1;
    const from = this.#writePos;
    this.#buffer.copyWithin(0, from, this.#writeEnd);
    this.#writeEnd -= from;
    this.#rawPos -= from;
    this.#pos -= from;
    this.#writePos = 0;
    const count = Math.min(bytes.length, this.size - this.#writeEnd);
    this.#buffer.set(bytes.subarray(0, count), this.#writeEnd);
    this.#writeEnd += count;
    this.#pos += count;
    if (count < bytes.length) throw this.#errors.blocking(count);
    return count;
  }

  #flushWrites(): void {
    if (this.#writeEnd === -1 || this.#writePos === this.#writeEnd) {
      this.#writePos = 0;
      this.#writeEnd = -1;
      return;
    }
    const rewind = this.#rawOffset + (this.#pos - this.#writePos);
    if (rewind !== 0) {
      this.#rawSeek(-rewind, 1);
      this.#rawPos -= rewind;
    }
    while (this.#writePos < this.#writeEnd) {
      const count = this.#rawWrite(this.#buffer.subarray(this.#writePos, this.#writeEnd));
      if (count === undefined) throw this.#errors.blocking(0);
      this.#writePos += count;
      this.#rawPos = this.#writePos;
      this.#errors.checkSignals();
    }
    this.#writePos = 0;
    this.#writeEnd = -1;
  }

  #rawWrite(bytes: Uint8Array): number | undefined {
    const count = this.raw.write(bytes);
    if (count === undefined) return undefined;
    if (count < 0 || count > bytes.length) throw this.#errors.invalidWriteLength(count, bytes.length);
    this.#moved(count);
    return count;
  }

  /** Sets the user's place; what was written there can be read back. */
  #moveTo(pos: number): void {
    this.#pos = pos;
    if (this.#readEnd !== -1 && this.#readEnd < pos) this.#readEnd = pos;
  }

  // Position

  tell(): number {
    // A device may stay at 0 however much was read.
    return Math.max(0, this.#rawTell() - this.#rawOffset);
  }

  seek(target: number, whence: number): number {
    if (whence !== 2 && this.readable) {
      const current = this.#absolute !== -1 ? this.#absolute : this.#rawTell();
      const ahead = this.#readAhead;
      if (ahead > 0) {
        const offset = whence === 0 ? target - (current - this.#rawOffset) : target;
        if (offset >= -this.#pos && offset <= ahead) {
          this.#pos += offset;
          return Math.max(0, current - ahead + offset);
        }
      }
    }
    if (this.writable) this.#flushWrites();
    const position = this.#rawSeek(whence === 1 ? target - this.#rawOffset : target, whence);
    this.#rawPos = -1;
    if (this.readable) this.#readEnd = -1;
    return position;
  }

  /** Writes what waits, and puts the raw stream where the user is. */
  flushAndRewind(): void {
    if (this.writable) this.#flushWrites();
    if (!this.readable) return;
    this.#rawSeek(-this.#rawOffset, 1);
    this.#readEnd = -1;
  }

  #rawTell(): number {
    const position = this.raw.tell();
    if (position < 0) throw this.#errors.invalidPosition(position);
    return (this.#absolute = position);
  }

  #rawSeek(offset: number, whence: number): number {
    const position = this.raw.seek(offset, whence);
    if (position < 0) throw this.#errors.invalidPosition(position);
    return (this.#absolute = position);
  }
}
