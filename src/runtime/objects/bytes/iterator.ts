// The iterators of bytes and bytearray. CPython: Objects/bytesobject.c (striter), Objects/bytearrayobject.c (bytearrayiter)
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import type { PyByteArray } from '../bytearray/bytearray.ts';
import type { PyBytes } from './bytes.ts';
import type { BytesLike } from './operand.ts';

export class PyBytesIterator extends PyObject {
  source: BytesLike | undefined;
  index: number;
  constructor(source: BytesLike) {
    super();
    this.source = source;
    this.index = 0;
  }
  override iternext(): Value | undefined {
    if (this.source === undefined) return undefined;
    const byte = (this.source as PyBytes).at(this.index);
    if (byte === undefined) {
      this.source = undefined;
      return undefined;
    }
    this.index++;
    return int(byte);
  }
}
export const bytesIteratorType: PyType = staticType('bytes_iterator', PyBytesIterator, { instantiable: false });

/** Walks the array as it changes: no view of it is made. */
export class PyByteArrayIterator extends PyBytesIterator {
  override iternext(): Value | undefined {
    const source = this.source as PyByteArray | undefined;
    if (source === undefined) return undefined;
    if (this.index < source.length) return int(source.store[this.index++]!);
    this.source = undefined;
    return undefined;
  }
}
export const bytearrayIteratorType: PyType = staticType('bytearray_iterator', PyByteArrayIterator, {
  instantiable: false,
});
