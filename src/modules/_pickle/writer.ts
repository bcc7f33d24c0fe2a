// The bytes of a pickle being written, in frames from protocol 4 on. CPython: Modules/_pickle.c (_Pickler_Write and beside)
import type { Value } from '../../runtime/core/value.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { call } from '../../runtime/protocols/call.ts';
import { copyBytes, newBytes } from '../../runtime/text/byte-memory.ts';
import { latin1Bytes } from '../../runtime/text/latin1.ts';
import * as op from './opcodes.ts';

/** Where a double is taken apart. */
const DOUBLE = new Float64Array(1);
const DOUBLE_BYTES = new Uint8Array(DOUBLE.buffer);
/** Most pickles are short. */
const SMALL = 512;
const FRAME_SIZE_TARGET = 64 * 1024;
const FRAME_SIZE_MIN = 4;
const FRAME_HEADER = 9;

export class PickleWriter {
  private buffer: Uint8Array = newBytes(SMALL);
  private length = 0;
  private isFraming = false;
  /** Where the current frame's header is, or -1. */
  private frameStart = -1;
  /** `file.write`; without one everything stays here. */
  private readonly file: Value | undefined;

  constructor(file: Value | undefined) {
    this.file = file;
  }

  /** Forgets what was not written to a file. */
  start(): void {
    this.length = 0;
    this.frameStart = -1;
    this.isFraming = false;
  }

  /** What follows goes into frames. */
  frames(): void {
    this.isFraming = true;
  }

  finish(): void {
    this.commitFrame();
    this.isFraming = false;
  }

  /** What was written. */
  contents(): Uint8Array {
    return copyBytes(this.buffer, 0, this.length);
  }

  flush(): void {
    if (this.file === undefined || this.length === 0) return;
    const data = bytes(this.contents());
    this.length = 0;
    this.frameStart = -1;
    call(this.file, data);
  }

  /** Between operations: a frame that is long enough ends, and goes to the file. */
  boundary(): void {
    if (this.frameStart < 0 || this.length - this.frameStart - FRAME_HEADER < FRAME_SIZE_TARGET) return;
    this.commitFrame();
    this.flush();
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  bytes(data: Uint8Array): void {
    this.reserve(data.length);
    this.buffer.set(data, this.length);
    this.length += data.length;
  }

  /** An ASCII or Latin-1 text. */
  text(text: string): void {
    this.bytes(latin1Bytes(text));
  }

  /** An operation and the low `size` bytes of a number, the lowest first. */
  number(operation: number, value: number, size: number): void {
    this.reserve(size + 1);
    const { buffer } = this;
    buffer[this.length++] = operation;
    let rest = value;
    for (let i = 0; i < size; i++) {
      buffer[this.length++] = rest & 255;
      rest = size > 4 ? Math.floor(rest / 256) : rest >> 8;
    }
  }

  double(operation: number, value: number): void {
    this.byte(operation);
    this.reserve(8);
    DOUBLE[0] = value;
    for (let i = 7; i >= 0; i--) this.buffer[this.length++] = DOUBLE_BYTES[i]!;
  }

  /** A short str as UTF-8 when it is ASCII: false when it is not, and nothing written. */
  shortText(operation: number, text: string): boolean {
    const { length } = text;
    this.reserve(length + 2);
    const { buffer } = this;
    let at = this.length;
    buffer[at++] = operation;
    buffer[at++] = length;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return false;
      buffer[at++] = unit;
    }
    this.length = at;
    return true;
  }

  /** A large object: it gets no frame, and goes to the file without being copied. CPython: _Pickler_write_bytes */
  payload(operation: number, sizeBytes: number, data: Uint8Array): void {
    const isLarge = data.length >= FRAME_SIZE_TARGET;
    const framing = this.isFraming;
    if (isLarge) {
      this.commitFrame();
      this.isFraming = false;
    }
    this.number(operation, data.length, sizeBytes);
    if (isLarge && this.file !== undefined) {
      this.flush();
      call(this.file, bytes(data.slice()));
    } else this.bytes(data);
    this.isFraming = framing;
  }

  private commitFrame(): void {
    if (this.frameStart < 0) return;
    const start = this.frameStart;
    const size = this.length - start - FRAME_HEADER;
    if (size < FRAME_SIZE_MIN) {
      this.buffer.copyWithin(start, start + FRAME_HEADER, this.length);
      this.length -= FRAME_HEADER;
    } else {
      this.buffer[start] = op.FRAME;
      let rest = size;
      for (let i = 1; i < FRAME_HEADER; i++) {
        this.buffer[start + i] = rest & 255;
        rest = Math.floor(rest / 256);
      }
    }
    this.frameStart = -1;
  }

  private reserve(count: number): void {
    if (this.isFraming && this.frameStart < 0) {
      this.frameStart = this.length;
      this.length += FRAME_HEADER;
    }
    if (this.length + count <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.length + count, this.buffer.length * 2));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
