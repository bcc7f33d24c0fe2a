// The layout of bytes. CPython: Include/cpython/bytesobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { memoryError } from '../../exceptions/errors.ts';
import type { HashLanes } from '../../numeric/float-hash.ts';
import { bytesLanes } from '../../text/byte-hash.ts';
import { copyBytes, newBytes, placeBytes } from '../../text/byte-memory.ts';

const NOTHING = new Uint8Array(0);

/** Up to this length contents are kept in a slab: an array of their own takes 300 bytes of the engine's memory. */
const SMALL = 64;
const SLAB = 4096;
/** Up to this length a concatenation is made at once. */
const TINY = 16;

/** Where the contents of small objects are. Places are handed out once; a slab goes when all its objects have gone. */
class Slab {
  store: Uint8Array = NOTHING;
  used = 0;

  /** Makes room in `store` at `used`. */
  reserve(length: number): void {
    if (this.used + length <= this.store.length) return;
    this.store = new Uint8Array(SLAB);
    this.used = 0;
  }
}

/** Both are not empty. */
interface Parts {
  readonly left: PyBytes;
  readonly right: PyBytes;
}

/** Contents in an array, in part of a larger one, or (nobody has looked) those of two others, one after the other. */
export class PyBytes extends PyObject {
  readonly length: number;
  /** The halves of `hash()` when it has been asked for, else 0. CPython: ob_shash */
  hashLow: number;
  hashHigh: number;
  private store: Uint8Array | undefined;
  private offset: number;
  private parts: Parts | undefined;
  constructor(value: Uint8Array = NOTHING, length: number = value.length) {
    super();
    this.length = length;
    this.hashLow = 0;
    this.hashHigh = 0;
    this.store = value;
    this.offset = 0;
    this.parts = undefined;
  }

  /** Never written to. */
  get value(): Uint8Array {
    const { store } = this;
    return store !== undefined && store.length === this.length ? store : this.makeView();
  }

  /** A copy of `data[start:end]`; the bounds are inside and not equal. */
  static copy(data: Uint8Array, start: number, end: number): PyBytes {
    const length = end - start;
    if (length === 1) return SINGLES[data[start]!]!;
    if (length > SMALL) return new PyBytes(copyBytes(data, start, end));
    const made = new PyBytes(NOTHING, length);
    const at = made.takePlace();
    const store = made.store!;
    for (let i = 0; i < length; i++) store[at + i] = data[start + i]!;
    return made;
  }

  /** The lowest `size` bytes (one to four) of a number. */
  static word(n: number, size: number, little: boolean): PyBytes {
    if (size === 1) return SINGLES[n & 255]!;
    const made = new PyBytes(NOTHING, size);
    const at = made.takePlace();
    const store = made.store!;
    for (let i = 0, shift = little ? 0 : 8 * (size - 1); i < size; i++, shift += little ? 8 : -8)
      store[at + i] = n >>> shift;
    return made;
  }

  /** Both not empty. */
  static concat(left: PyBytes, right: PyBytes): PyBytes {
    const joined = new PyBytes(NOTHING, left.length + right.length);
    if (joined.length <= TINY) {
      const at = joined.takePlace();
      left.writeTo(joined.store!, at);
      right.writeTo(joined.store!, at + left.length);
    } else {
      joined.store = undefined;
      joined.parts = { left, right };
    }
    return joined;
  }

  /** The byte at an index that is not negative; undefined beyond the end. */
  at(index: number): number | undefined {
    return index < this.length ? (this.store ?? this.flatten())[this.offset + index] : undefined;
  }

  /** `self[start:end]`; the bounds are inside and not equal. */
  part(start: number, end: number): PyBytes {
    const store = this.store ?? this.flatten();
    if (end - start === 1) return SINGLES[store[this.offset + start]!]!;
    return PyBytes.copy(store, this.offset + start, this.offset + end);
  }

  equals(other: PyBytes): boolean {
    const { length } = this;
    if (this === other) return true;
    if (length !== other.length) return false;
    const a = this.store ?? this.flatten();
    const b = other.store ?? other.flatten();
    const from = this.offset;
    const to = other.offset;
    for (let i = 0; i < length; i++) if (a[from + i] !== b[to + i]) return false;
    return true;
  }

  /** The halves of the hash; no view of the contents is made for it. CPython: bytes_hash */
  hashInto(out: HashLanes): void {
    if (this.hashLow === 0 && this.hashHigh === 0) {
      bytesLanes(this.store ?? this.flatten(), this.offset, this.offset + this.length, out);
      this.hashLow = out.low;
      this.hashHigh = out.high;
    } else {
      out.low = this.hashLow;
      out.high = this.hashHigh;
    }
  }

  /** Copies the contents to a place where there is room. */
  writeTo(out: Uint8Array, at: number): void {
    const { store, offset, length } = this;
    if (store === undefined) this.writeParts(out, at);
    else if (store.length === length) placeBytes(out, at, store);
    else for (let i = 0; i < length; i++) out[at + i] = store[offset + i]!;
  }

  /** CPython: bytes_buffer_getbuffer */
  getBuffer(): Uint8Array {
    return this.value;
  }

  /** An array of the contents alone, which is kept. */
  private makeView(): Uint8Array {
    const store = this.store ?? this.flatten();
    const view = store.length === this.length ? store : store.subarray(this.offset, this.offset + this.length);
    this.store = view;
    this.offset = 0;
    return view;
  }

  /** Gives a small object its place in a slab. */
  private takePlace(): number {
    SLABS.reserve(this.length);
    const at = SLABS.used;
    this.store = SLABS.store;
    this.offset = at;
    SLABS.used = at + this.length;
    return at;
  }

  private flatten(): Uint8Array {
    if (this.length <= SMALL) {
      const at = this.takePlace();
      this.writeParts(this.store!, at);
    } else {
      const out = newBytes(this.length);
      this.writeParts(out, 0);
      this.store = out;
    }
    this.parts = undefined;
    return this.store!;
  }

  /** From the end backwards: what was built by appending is a long chain of left parts. */
  private writeParts(out: Uint8Array, at: number): void {
    const waiting: PyBytes[] = [];
    let end = at + this.length;
    let parts = this.parts;
    while (parts !== undefined) {
      const { left, right } = parts;
      if (right.store === undefined) {
        waiting.push(left);
        parts = right.parts;
        continue;
      }
      end -= right.length;
      right.writeTo(out, end);
      let next: PyBytes | undefined = left;
      while (next !== undefined && next.store !== undefined) {
        end -= next.length;
        next.writeTo(out, end);
        next = waiting.pop();
      }
      parts = next?.parts;
    }
  }
}

const SLABS = new Slab();

export const bytesType: PyType = staticType('bytes', PyBytes, { subclassable: true });

export const emptyBytes: PyBytes = new PyBytes();

/** Every bytes object of length one, as in CPython (characters): most are then the same object where they are equal. */
const SINGLES: readonly PyBytes[] = Array.from({ length: 256 }, (_, byte) => new PyBytes(Uint8Array.of(byte)));

/** A bytes object around the array, which is kept, not copied. */
export function bytes(value: Uint8Array): PyBytes {
  if (value.length > 1) return new PyBytes(value);
  return value.length === 0 ? emptyBytes : SINGLES[value[0]!]!;
}

/** A copy of `data[start:end]`; the bounds are inside. */
export function bytesCopy(data: Uint8Array, start: number, end: number): PyBytes {
  return start < end ? PyBytes.copy(data, start, end) : emptyBytes;
}

/** The lowest `size` bytes (one to four) of a number. */
export function bytesOfWord(n: number, size: number, little: boolean): PyBytes {
  return PyBytes.word(n, size, little);
}

const MAX_LENGTH = 2 ** 32;

/** `a + b` of bytes proper. CPython: bytes_concat */
export function concatBytes(a: PyBytes, b: PyBytes): PyBytes {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (a.length + b.length > MAX_LENGTH) throw memoryError();
  return PyBytes.concat(a, b);
}

/** Whether a value is bytes and of no subclass. */
export function isExactBytes(v: Value): v is PyBytes {
  return v instanceof PyBytes && v.cls === bytesType;
}
