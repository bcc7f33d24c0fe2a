// The layout of bytearray. CPython: Include/cpython/bytearrayobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { bufferError } from '../../exceptions/errors.ts';
import type { BufferInfo } from '../../protocols/buffer.ts';

export class PyByteArray extends PyObject {
  /** The bytes are the first `length` of `store`; the rest is room to grow. */
  store: Uint8Array;
  length: number;
  /** Views that are alive: while there are any the size may not change. CPython: ob_exports */
  exports: number;
  constructor(store: Uint8Array = new Uint8Array(0), length: number = store.length) {
    super();
    this.store = store;
    this.length = length;
    this.exports = 0;
  }

  /** The contents, sharing memory until the next change of size. */
  get value(): Uint8Array {
    return this.length === this.store.length ? this.store : this.store.subarray(0, this.length);
  }

  getBuffer(): Uint8Array {
    return this.value;
  }

  /** CPython: bytearray_getbuffer; until it is released the size stays */
  exportBuffer(): BufferInfo {
    this.exports++;
    return {
      memory: this.value,
      readonly: false,
      format: 'B',
      itemsize: 1,
      shape: [this.length],
      strides: [1],
      offset: 0,
      release: () => {
        this.exports--;
      },
    };
  }

  /** CPython: PyByteArray_Resize; new bytes are zero. */
  resize(length: number): void {
    if (length === this.length) return;
    if (this.exports > 0) throw bufferError('Existing exports of data: object cannot be re-sized');
    if (length > this.store.length) {
      const store = new Uint8Array(Math.max(length, this.length + (this.length >> 3) + 16));
      store.set(this.value);
      this.store = store;
    } else if (length < this.length) this.store.fill(0, length, this.length);
    this.length = length;
  }
}

export const bytearrayType: PyType = staticType('bytearray', PyByteArray, { subclassable: true });
