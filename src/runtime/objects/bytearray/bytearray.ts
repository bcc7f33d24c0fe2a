// The layout of bytearray. CPython: Include/cpython/bytearrayobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { BufferInfo } from '../../protocols/buffer.ts';
import { newBytes } from '../../text/byte-memory.ts';
import { Exports } from '../memoryview/memoryview.ts';

export class PyByteArray extends PyObject {
  /** The bytes are the first `length` of `store`; the rest is room to grow. */
  store: Uint8Array;
  length: number;
  /** The views on `store`. CPython: ob_exports */
  exports: Exports | undefined;
  constructor(store: Uint8Array = new Uint8Array(0), length: number = store.length) {
    super();
    this.store = store;
    this.length = length;
    this.exports = undefined;
  }

  /** The contents, sharing memory until the next change of size. */
  get value(): Uint8Array {
    return this.length === this.store.length ? this.store : this.store.subarray(0, this.length);
  }

  getBuffer(): Uint8Array {
    return this.value;
  }

  /** CPython: bytearray_getbuffer */
  exportBuffer(): BufferInfo {
    this.exports ??= new Exports();
    return {
      memory: this.value,
      readonly: false,
      format: 'B',
      itemsize: 1,
      shape: [this.length],
      strides: [1],
      offset: 0,
      exports: this.exports,
    };
  }

  /** To be called before the size changes: views keep the memory as it was. */
  leaveExports(): void {
    if (this.exports?.mustLeave('Existing exports of data: object cannot be re-sized')) this.store = this.store.slice();
    this.exports = undefined;
  }

  /** Takes over an array that nobody else has, in place of no bytes. */
  fill(data: Uint8Array): void {
    if (this.exports !== undefined) this.leaveExports();
    this.store = data;
    this.length = data.length;
  }

  /** CPython: PyByteArray_Resize; new bytes are zero. */
  resize(length: number): void {
    if (length === this.length) return;
    if (this.exports !== undefined) this.leaveExports();
    if (length > this.store.length) {
      const store = newBytes(Math.max(length, this.length + (this.length >> 3) + 16));
      store.set(this.value);
      this.store = store;
    } else if (length < this.length) this.store.fill(0, length, this.length);
    this.length = length;
  }
}

export const bytearrayType: PyType = staticType('bytearray', PyByteArray, { subclassable: true });
