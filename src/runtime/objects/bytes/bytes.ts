// The layout of bytes. CPython: Include/cpython/bytesobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';

export class PyBytes extends PyObject {
  /** Never written to once the object exists. */
  readonly value: Uint8Array;
  /** `hash()` when it has been asked for, else -1. CPython: ob_shash */
  hash: number;
  constructor(value: Uint8Array = new Uint8Array(0)) {
    super();
    this.value = value;
    this.hash = -1;
  }

  /** CPython: bytes_buffer_getbuffer */
  getBuffer(): Uint8Array {
    return this.value;
  }
}

export const bytesType: PyType = staticType('bytes', PyBytes, { subclassable: true });

export const emptyBytes: PyBytes = new PyBytes();

/** A bytes object around the array, which is kept, not copied. */
export function bytes(value: Uint8Array): PyBytes {
  return value.length === 0 ? emptyBytes : new PyBytes(value);
}
