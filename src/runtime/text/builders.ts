// Growing buffers for what codecs produce. CPython: _PyUnicodeWriter, PyBytesWriter.

import { memoryError } from '../exceptions/errors.ts';
import { copyBytes } from './byte-memory.ts';
import { MAX_STRING_LENGTH, type Text, textLength, textOf } from './text.ts';

const CHUNK = 8192;

/** The str of code units or bytes that are all code points by themselves. */
export function stringOfUnits(units: Uint8Array | Uint16Array, length = units.length): string {
  if (length <= CHUNK) return fromCharCodes(length === units.length ? units : units.subarray(0, length));
  let out = '';
  for (let start = 0; start < length; start += CHUNK) {
    out += fromCharCodes(units.subarray(start, Math.min(length, start + CHUNK)));
  }
  return out;
}

function fromCharCodes(units: Uint8Array | Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** From this length on the platform's decoder is faster than `String.fromCharCode`. */
const NATIVE_FROM = 16;
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** The str of bytes below 128. */
export function asciiText(bytes: Uint8Array): string {
  return bytes.length < NATIVE_FROM ? fromCharCodes(bytes) : DECODER.decode(bytes);
}

const ASCII = /^[\0-\x7f]*$/;

/** Whether all code units are below 128. */
export function isAsciiText(text: string): boolean {
  return ASCII.test(text);
}

/** Collects code points; narrow until the first one that a JS string cannot hold as one unit. */
export class TextBuilder {
  private units: Uint16Array | Uint32Array;
  private wide = false;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(Math.max(capacity, 16));
  }

  /** Goes on from narrow units that have been written already; the array is taken over. */
  static over(units: Uint16Array, length: number): TextBuilder {
    const builder = new TextBuilder(0);
    builder.units = units;
    builder.length = length;
    return builder;
  }

  push(point: number): void {
    if (point >= 0xd800 && !this.wide && (point <= 0xdfff || point > 0xffff)) this.widen();
    if (this.length === this.units.length) this.grow(this.length + 1);
    this.units[this.length++] = point;
  }

  pushText(text: Text): void {
    const length = textLength(text);
    if (this.length + length > this.units.length) this.grow(this.length + length);
    if (typeof text === 'string') for (let i = 0; i < length; i++) this.push(text.charCodeAt(i));
    else for (let i = 0; i < length; i++) this.push(text.codePoints[i]);
  }

  finish(): Text {
    if (this.units instanceof Uint16Array) return stringOfUnits(this.units, this.length);
    return textOf(this.units.slice(0, this.length));
  }

  /** Takes back what was pushed after this length. */
  truncate(length: number): void {
    this.length = length;
  }

  private widen(): void {
    this.wide = true;
    this.units = Uint32Array.from(this.units);
  }

  private grow(needed: number): void {
    if (needed > MAX_STRING_LENGTH) throw memoryError();
    const size = Math.max(needed, this.units.length * 2, 16);
    const units = this.wide ? new Uint32Array(size) : new Uint16Array(size);
    units.set(this.units);
    this.units = units;
  }
}

/** Collects bytes. */
export class BytesBuilder {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(Math.max(capacity, 16));
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  pushBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** An ASCII or Latin-1 string. */
  pushString(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.length + count, this.bytes.length * 2));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }

  finish(): Uint8Array {
    return this.length === this.bytes.length ? this.bytes : copyBytes(this.bytes, 0, this.length);
  }
}
