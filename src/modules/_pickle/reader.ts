// The bytes of a pickle being read, from memory or from a file that is read ahead where it can be looked into.
// CPython: Modules/_pickle.c (_Unpickler_Read, _Unpickler_ReadFromFile, _Unpickler_SkipConsumed)
import { int, type Value } from '../../runtime/core/value.ts';
import { eofError, isError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { unpicklingError } from './errors.ts';

/** How much of a file is looked at ahead. */
const PREFETCH = 128 * 1024;
const NEWLINE = 10;

const exhausted = (): Raised => unpicklingError('pickle exhausted before end of frame');
const truncated = (): Raised => unpicklingError('pickle data was truncated');

export class PickleReader {
  data: Uint8Array;
  at = 0;
  /** Where the current frame ends; nothing may lie across that. */
  private frameEnd = 0;
  /** Bytes of `data`, from its start, that the file has still to be moved over. */
  private peeked = 0;
  private readonly read: Value | undefined;
  private readonly readline: Value | undefined;
  private peek: Value | undefined;

  constructor(data: Uint8Array, file?: Value) {
    this.data = data;
    this.read = file === undefined ? undefined : lookupAttr(file, 'read');
    this.readline = file === undefined ? undefined : lookupAttr(file, 'readline');
    this.peek = file === undefined ? undefined : lookupAttr(file, 'peek');
    if (file !== undefined && (this.read === undefined || this.readline === undefined)) {
      throw typeError("file must have 'read' and 'readline' attributes");
    }
  }

  /** Before a pickle. */
  start(): void {
    this.frameEnd = 0;
  }

  /** The next operation. */
  operation(): number {
    if (this.at < this.data.length) return this.data[this.at++]!;
    if (this.read === undefined || !this.fetch(1)) throw eofError('Ran out of input');
    return this.data[this.at++]!;
  }

  /** So many bytes are there: gives where they begin in `data`, which may be another than before. */
  take(count: number): number {
    if (this.at < this.frameEnd && this.at + count > this.frameEnd) throw exhausted();
    if (this.data.length - this.at < count && (this.read === undefined || !this.fetch(count))) throw truncated();
    const start = this.at;
    this.at = start + count;
    return start;
  }

  /** So many bytes, sharing memory. */
  part(count: number): Uint8Array {
    const start = this.take(count);
    return this.data.subarray(start, start + count);
  }

  /** A number of one to four bytes, the lowest first. */
  number(size: number): number {
    const start = this.take(size);
    const { data } = this;
    let n = 0;
    for (let i = size - 1; i >= 0; i--) n = n * 256 + data[start + i]!;
    return n;
  }

  /** A size of eight bytes. */
  long(what: string): number {
    const n = this.number(8);
    if (n > Number.MAX_SAFE_INTEGER)
      throw valueError(`${what} exceeds system's maximum size of 9223372036854775807 bytes`);
    return n;
  }

  /** A line with its end. */
  line(): Uint8Array {
    const end = this.data.indexOf(NEWLINE, this.at);
    if (end < 0 && this.at < this.frameEnd) throw exhausted();
    if (end >= 0) return this.part(end + 1 - this.at);
    if (this.readline === undefined) throw truncated();
    this.skipConsumed();
    this.replace(bytesOf(call(this.readline), 'readline'));
    if (this.data.length === 0 || this.data[this.data.length - 1] !== NEWLINE) throw truncated();
    return this.part(this.data.length);
  }

  /** The whole frame is brought in at once. */
  frame(size: number): void {
    if (this.at < this.frameEnd) throw unpicklingError('beginning of a new frame before end of current frame');
    this.frameEnd = 0;
    this.at = this.take(size);
    this.frameEnd = this.at + size;
  }

  /** Moves the file to just behind what was used. */
  skipConsumed(): void {
    const used = Math.min(this.at, this.peeked);
    if (this.peeked > 0 && used > 0) call(this.read!, int(used));
    this.peeked = 0;
  }

  /** After a pickle: what was looked at but not used is still the file's. */
  finish(): void {
    if (this.peeked === 0) return;
    this.skipConsumed();
    this.replace(new Uint8Array(0));
  }

  private replace(data: Uint8Array): void {
    this.data = data;
    this.at = 0;
    this.frameEnd = 0;
    this.peeked = 0;
  }

  /** Goes on reading the file; false when it has too little. */
  private fetch(count: number): boolean {
    const rest = this.peeked > 0 ? new Uint8Array(0) : this.data.slice(this.at);
    this.skipConsumed();
    if (rest.length === 0 && this.peek !== undefined && count < PREFETCH && this.look(count)) return true;
    const more = bytesOf(call(this.read!, int(count - rest.length)), 'read');
    const joined = new Uint8Array(rest.length + more.length);
    joined.set(rest);
    joined.set(more, rest.length);
    this.replace(joined);
    return joined.length >= count;
  }

  /** Looks ahead without moving the file. */
  private look(count: number): boolean {
    try {
      const data = bytesOf(call(this.peek!, int(PREFETCH)), 'peek');
      if (data.length < count) return false;
      this.replace(data);
      this.peeked = data.length;
      return true;
    } catch (error) {
      if (!isError(error, 'NotImplementedError')) throw error;
      this.peek = undefined;
      return false;
    }
  }
}

function bytesOf(v: Value, name: string): Uint8Array {
  if (v instanceof PyBytes) return v.value;
  const data = lookupBuffer(v);
  if (data === undefined) throw valueError(`${name}() from the underlying stream did not return bytes`);
  return data.slice();
}
