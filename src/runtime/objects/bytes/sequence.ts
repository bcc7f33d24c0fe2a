// bytes and bytearray as sequences, and what they are made from. CPython: Objects/bytesobject.c, Objects/bytearrayobject.c
import { NotImplemented, PyObject } from '../../core/object.ts';
import { slotsOf, typeOf } from '../../core/primitives.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import {
  indexError,
  isError,
  memoryError,
  overflowError,
  type Raised,
  typeError,
  valueError,
} from '../../exceptions/errors.ts';
import { copyBuffer, lookupBuffer } from '../../protocols/buffer.ts';
import { hashBytes } from '../../protocols/hash.ts';
import { asIndex, asSize } from '../../protocols/item.ts';
import { itemsOf, iter } from '../../protocols/iterate.ts';
import { repeatCount } from '../../protocols/sequence.ts';
import { BytesBuilder } from '../../text/builders.ts';
import { compareText } from '../../text/search.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { PySlice, sliceRange } from '../slice/slice.ts';
import { isStr } from '../str/str.ts';
import { PyBytes } from './bytes.ts';
import { type BytesLike, like, part, textOfBytes, unchanged } from './operand.ts';

interface IndexSlots {
  m$__index__?: Entry;
  m$__iter__?: Entry;
  m$__getitem__?: Entry;
  m$__bytes__?: Entry;
}

export function hasIndex(v: Value): boolean {
  return typeof v === 'bigint' || (slotsOf(v) as unknown as IndexSlots).m$__index__ !== undefined;
}

/** CPython: bytes_subscript, bytearray_subscript */
export function bytesGetitem(self: BytesLike, key: Value): Value {
  const data = self.value;
  if (typeof key === 'number') {
    const byte = data[key < 0 ? key + data.length : key];
    if (byte !== undefined) return int(byte);
  }
  if (key instanceof PySlice) {
    const { start, step, count } = sliceRange(key, data.length);
    if (step === 1) return part(self, start, start + count);
    const out = new Uint8Array(count);
    for (let i = 0, at = start; i < count; i++, at += step) out[i] = data[at]!;
    return like(self, out);
  }
  return int(data[bytesPosition(self, key)]!);
}

/** The position a subscript means. */
export function bytesPosition(self: BytesLike, key: Value): number {
  const isArray = self instanceof PyByteArray;
  if (!hasIndex(key)) {
    const name = isArray ? 'bytearray' : 'byte';
    throw typeError(`${name} indices must be integers or slices, not ${typeOf(key).typeName}`);
  }
  const index = asSize(key, indexError);
  const { length } = self.value;
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw indexError(isArray ? 'bytearray index out of range' : 'index out of range');
  return at;
}

/** CPython: bytes_concat */
export function bytesAdd(self: BytesLike, value: Value): Value {
  const other = lookupBuffer(value);
  if (other === undefined) {
    throw typeError(`can't concat ${typeOf(value).typeName} to ${typeOf(self).typeName}`);
  }
  const out = new Uint8Array(self.value.length + other.length);
  out.set(self.value);
  out.set(other, self.value.length);
  return like(self, out);
}

/** CPython: bytes_repeat */
export function bytesMul(self: BytesLike, value: Value): Value {
  const count = repeatCount(value);
  if (count === 1) return unchanged(self);
  return like(self, repeatBytes(self.value, count));
}

export function repeatBytes(data: Uint8Array, count: number): Uint8Array {
  if (count <= 0) return new Uint8Array(0);
  if (data.length * count > 2 ** 32) throw memoryError();
  const out = new Uint8Array(data.length * count);
  for (let i = 0; i < count; i++) out.set(data, i * data.length);
  return out;
}

function compare(test: (order: number) => boolean): (self: BytesLike, value: Value) => Value {
  return (self, value) => {
    const other = value instanceof PyBytes ? value.value : self instanceof PyByteArray ? tryBuffer(value) : undefined;
    return other === undefined ? NotImplemented : test(compareText(textOfBytes(self.value), textOfBytes(other)));
  };
}

/** What a bytearray compares itself with. */
function tryBuffer(value: Value): Uint8Array | undefined {
  try {
    return lookupBuffer(value);
  } catch (e) {
    if (isError(e, 'Exception')) return undefined;
    throw e;
  }
}

type Compare = (self: BytesLike, value: Value) => Value;
export const bytesLt: Compare = compare((order) => order < 0);
export const bytesLe: Compare = compare((order) => order <= 0);
export const bytesGt: Compare = compare((order) => order > 0);
export const bytesGe: Compare = compare((order) => order >= 0);
export const bytesEq: Compare = compare((order) => order === 0);
export const bytesNe: Compare = compare((order) => order !== 0);

/** CPython: bytes_hash */
export function bytesHash(self: PyBytes): Value {
  return int(hashBytes(self.value));
}

/** CPython: stringlib_bytes_join */
export function bytesJoin(self: BytesLike, iterable: Value): Value {
  const items = joinItems(iterable);
  const out = new BytesBuilder(16);
  items.forEach((item, i) => {
    const data = lookupBuffer(item);
    if (data === undefined) {
      throw typeError(`sequence item ${i}: expected a bytes-like object, ${typeOf(item).typeName} found`);
    }
    if (i > 0) out.pushBytes(self.value);
    out.pushBytes(data);
  });
  return like(self, out.bytes.slice(0, out.length));
}

function joinItems(iterable: Value): readonly Value[] {
  if (iterable instanceof PyObject && iterable.sq !== undefined) return itemsOf(iterable);
  const slots = slotsOf(iterable) as unknown as IndexSlots;
  if (slots.m$__iter__ !== undefined || slots.m$__getitem__ !== undefined) return itemsOf(iterable);
  try {
    return itemsOf(iterable);
  } catch (e) {
    if (isError(e, 'TypeError')) throw typeError('can only join an iterable');
    throw e;
  }
}

/** The bytes of a buffer, an iterable of ints. `typeName` and `range` word the errors. CPython: _PyBytes_FromBuffer and beside */
export function bytesOfSource(source: Value, typeName: string, range: string): Uint8Array {
  const data = copyBuffer(source);
  if (data !== undefined) return data;
  const slots = slotsOf(source) as unknown as IndexSlots;
  if (isStr(source) || (slots.m$__iter__ === undefined && slots.m$__getitem__ === undefined)) {
    throw typeError(`cannot convert '${typeOf(source).typeName}' object to ${typeName}`);
  }
  return bytesOfItems(source, range);
}

export function bytesOfItems(source: Value, range: string): Uint8Array {
  const out = new BytesBuilder(16);
  const iterator = iter(source);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    const n = asIndex(item);
    if (n < 0 || n > 255) throw rangeError(range);
    out.push(Number(n));
  }
  return out.bytes.slice(0, out.length);
}

function rangeError(range: string): Raised {
  return valueError(`${range} must be in range(0, 256)`);
}

/** So many zero bytes. */
export function zeroBytes(count: Value): Uint8Array {
  const n = asIndex(count);
  if (n < 0) throw valueError('negative count');
  if (n >= 1n << 63n) throw overflowError(`cannot fit '${typeOf(count).typeName}' into an index-sized integer`);
  if (n > 2 ** 32) throw memoryError();
  return new Uint8Array(Number(n));
}
