// The layout of array.array: items of one machine type in memory that the buffer protocol shares.
// CPython: Modules/arraymodule.c (arrayobject, array_resize, array_buffer_getbuf)
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { type PyType, TypeFlags } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { indexError, memoryError } from '../../runtime/exceptions/errors.ts';
import { Exports } from '../../runtime/objects/memoryview/memoryview.ts';
import type { BufferInfo } from '../../runtime/protocols/buffer.ts';
import { type Cells, KINDS, type Kind } from './kinds.ts';

const MAX_BYTES = 2 ** 32;

export class PyArray extends PyObject {
  readonly kind: Kind;
  declare store: ArrayBuffer;
  /** The store as numbers; what lies behind `length` items is room to grow. */
  declare cells: Cells;
  /** The cells if they are doubles and subscripts are not overridden: emitted code reads and writes them up to `length`. */
  declare doubles: Float64Array | undefined;
  length: number;
  /** The views on the items. CPython: ob_exports */
  exports: Exports | undefined;
  constructor(kind: Kind = KINDS.get('b')!, length = 0) {
    super();
    this.kind = kind;
    if (length * kind.itemsize > MAX_BYTES) throw memoryError();
    this.setStore(new ArrayBuffer(length * kind.itemsize));
    this.length = length;
    this.exports = undefined;
  }

  private setStore(store: ArrayBuffer): void {
    this.store = store;
    const cells = this.kind.cells(store);
    this.cells = cells;
    this.doubles = cells instanceof Float64Array && (this.cls.flags & TypeFlags.HEAP) === 0 ? cells : undefined;
  }

  /** The item at a place within the length. */
  at(index: number): Value {
    return this.kind.get(this.cells as never, index);
  }

  put(index: number, value: Value): void {
    if (!runsCode(value)) this.kind.set(this.cells as never, index, value);
    else {
      const item = this.converted(value);
      if (index >= this.length) throw indexError('array assignment index out of range');
      this.bytes.set(item, index * this.kind.itemsize);
    }
  }

  /** The items' bytes, sharing memory until the next change of size. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.store, 0, this.length * this.kind.itemsize);
  }

  getBuffer(): Uint8Array {
    return this.bytes;
  }

  exportBuffer(): BufferInfo {
    const { itemsize, format } = this.kind;
    this.exports ??= new Exports();
    return {
      memory: this.bytes,
      readonly: false,
      format,
      itemsize,
      shape: [this.length],
      strides: [itemsize],
      offset: 0,
      exports: this.exports,
    };
  }

  /** To be called before the size changes: views keep the memory as it was. */
  checkExports(): void {
    if (this.exports?.mustLeave('cannot resize an array that is exporting buffers')) {
      this.setStore(this.store.slice(0));
    }
    this.exports = undefined;
  }

  /** CPython: array_resize; new items are zero. */
  resize(length: number): void {
    if (length === this.length) return;
    this.checkExports();
    const { itemsize } = this.kind;
    const needed = length * itemsize;
    if (needed > MAX_BYTES) throw memoryError();
    const old = this.bytes;
    if (needed > this.store.byteLength) {
      const room = length + (length >> 3) + (length < 8 ? 3 : 6);
      this.setStore(new ArrayBuffer(room * itemsize));
      new Uint8Array(this.store).set(old);
    } else if (length < this.length) old.fill(0, needed);
    this.length = length;
  }

  append(value: Value): void {
    const { length } = this;
    const full = length * this.kind.itemsize === this.store.byteLength || this.exports !== undefined;
    if (full || runsCode(value)) this.splice(this.length, this.length, this.converted(value));
    else {
      this.kind.set(this.cells as never, length, value);
      this.length = length + 1;
    }
  }

  /** A value as the bytes of one item; converting it may run code that changes the array. */
  converted(value: Value): Uint8Array {
    const one = new PyArray(this.kind, 1);
    one.kind.set(one.cells as never, 0, value);
    return one.bytes;
  }

  /** Replaces the items from `start` to `stop` by those of `data`, which does not share memory. CPython: array_ass_subscr with step 1 */
  splice(start: number, stop: number, data: Uint8Array): void {
    const { itemsize } = this.kind;
    const { length } = this;
    const grown = data.length / itemsize - (stop - start);
    if (grown > 0) this.resize(length + grown);
    if (grown !== 0) {
      this.checkExports();
      new Uint8Array(this.store).copyWithin((stop + grown) * itemsize, stop * itemsize, length * itemsize);
    }
    new Uint8Array(this.store).set(data, start * itemsize);
    if (grown < 0) this.resize(length + grown);
  }
}

/** Whether turning a value into a number calls methods of the guest's. */
function runsCode(value: Value): boolean {
  return typeof value === 'object' && (value.cls.flags & TypeFlags.HEAP) !== 0;
}

/** A new array with these items, which are copied. */
export function arrayOf(kind: Kind, bytes: Uint8Array, cls: PyType = arrayType): PyArray {
  const made = newArray(cls, kind, bytes.length / kind.itemsize);
  made.bytes.set(bytes);
  return made;
}

/** An array of a class with that many zeros. */
export function newArray(cls: PyType, kind: Kind, length: number): PyArray {
  return new (cls.Instance as unknown as new (kind: Kind, length: number) => PyArray)(kind, length);
}

export class PyArrayIterator extends PyObject {
  array: PyArray | undefined;
  index: number;
  constructor(array: PyArray) {
    super();
    this.array = array;
    this.index = 0;
  }
  override iternext(): Value | undefined {
    const { array } = this;
    if (array === undefined) return undefined;
    if (this.index < array.length) return array.kind.get(array.cells as never, this.index++);
    this.array = undefined;
    return undefined;
  }
}

export const arrayType: PyType = staticType('array', PyArray, {
  module: 'array',
  subclassable: true,
  hasWeakref: true,
  flags: TypeFlags.SEQUENCE,
});
export const arrayIteratorType: PyType = staticType('arrayiterator', PyArrayIterator, {
  module: 'array',
  instantiable: false,
});
