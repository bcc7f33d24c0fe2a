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
  runtimeError,
  typeError,
  valueError,
} from '../../exceptions/errors.ts';
import { HashLanes } from '../../numeric/float-hash.ts';
import { copyBuffer, lookupBuffer } from '../../protocols/buffer.ts';
import { hashFromLanes } from '../../protocols/hash.ts';
import { asIndex, asSize } from '../../protocols/item.ts';
import { itemsOf, iter } from '../../protocols/iterate.ts';
import { repeatCount } from '../../protocols/sequence.ts';
import { BytesBuilder } from '../../text/builders.ts';
import { joinTwo, newBytes, placeBytes } from '../../text/byte-memory.ts';
import { compareBytes, equalBytes } from '../../text/byte-search.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import type { PyList } from '../list/list.ts';
import { PySlice, sliceRange } from '../slice/slice.ts';
import { isStr } from '../str/str.ts';
import { concatBytes, isExactBytes, PyBytes } from './bytes.ts';
import { type BytesLike, like, part, unchanged } from './operand.ts';

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
  if (typeof key === 'number') {
    const at = key < 0 ? key + self.length : key;
    const byte = self instanceof PyByteArray ? byteAt(self, at) : at < 0 ? undefined : self.at(at);
    if (byte !== undefined) return int(byte);
  }
  const data = self.value;
  if (key instanceof PySlice) {
    const { start, step, count } = sliceRange(key, data.length);
    if (step === 1) return part(self, start, start + count);
    const out = newBytes(count);
    for (let i = 0, at = start; i < count; i++, at += step) out[i] = data[at]!;
    return like(self, out);
  }
  return int(data[bytesPosition(self, key)]!);
}

/** A byte of an array without making a view of it. */
function byteAt(self: PyByteArray, at: number): number | undefined {
  return at < self.length ? self.store[at] : undefined;
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
  if (isExactBytes(self) && isExactBytes(value)) return concatBytes(self, value);
  const other = lookupBuffer(value);
  if (other === undefined) {
    throw typeError(`can't concat ${typeOf(value).typeName} to ${typeOf(self).typeName}`);
  }
  return like(self, joinTwo(self.value, other));
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
  const out = newBytes(data.length * count);
  if (data.length === 1) return out.fill(data[0]!);
  placeBytes(out, 0, data);
  for (let done = data.length; done < out.length; done *= 2) out.copyWithin(done, 0, Math.min(done, out.length - done));
  return out;
}

function compare(test: (order: number) => boolean): Compare {
  return (self, value) => {
    const other = comparable(self, value);
    return other === undefined ? NotImplemented : test(compareBytes(self.value, other));
  };
}

function comparable(self: BytesLike, value: Value): Uint8Array | undefined {
  return value instanceof PyBytes ? value.value : self instanceof PyByteArray ? tryBuffer(value) : undefined;
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

export function bytesEq(self: BytesLike, value: Value): Value {
  if (self instanceof PyBytes && value instanceof PyBytes) return self.equals(value);
  const other = comparable(self, value);
  return other === undefined ? NotImplemented : equalBytes(self.value, other);
}

export function bytesNe(self: BytesLike, value: Value): Value {
  if (self instanceof PyBytes && value instanceof PyBytes) return !self.equals(value);
  const other = comparable(self, value);
  return other === undefined ? NotImplemented : !equalBytes(self.value, other);
}

/** CPython: bytes_hash */
export function bytesHash(self: PyBytes): Value {
  const lanes = new HashLanes();
  self.hashInto(lanes);
  return int(hashFromLanes(lanes) as number);
}

/** CPython: stringlib_bytes_join */
export function bytesJoin(self: BytesLike, iterable: Value): Value {
  const items = joinItems(iterable);
  const separator = self.value;
  if (items.length === 1 && isExactBytes(items[0]!) && self instanceof PyBytes) return items[0];
  const count = items.length;
  const parts: (Uint8Array | PyBytes)[] = [];
  let size = count > 1 ? separator.length * (count - 1) : 0;
  for (let i = 0; i < items.length; i++) {
    const data = joinItem(items[i]!, i);
    parts.push(data);
    size += data.length;
  }
  if (items.length !== count) throw runtimeError('sequence changed size during iteration');
  const out = newBytes(size);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0 && separator.length > 0) {
      placeBytes(out, at, separator);
      at += separator.length;
    }
    const piece = parts[i]!;
    if (piece instanceof PyBytes) piece.writeTo(out, at);
    else placeBytes(out, at, piece);
    at += piece.length;
  }
  return like(self, out);
}

function joinItem(item: Value, at: number): Uint8Array | PyBytes {
  if (item instanceof PyBytes) return item;
  const data = lookupBuffer(item);
  if (data !== undefined) return data;
  throw typeError(`sequence item ${at}: expected a bytes-like object, ${typeOf(item).typeName} found`);
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
  if (source instanceof PyObject && source.sq !== undefined && (source.cls.flags & 1) === 0) {
    const quick = bytesOfInts((source as PyList).items);
    if (quick !== undefined) return quick;
  }
  const out = new BytesBuilder(16);
  const iterator = iter(source);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    const n = asIndex(item);
    if (n < 0 || n > 255) throw rangeError(range);
    out.push(Number(n));
  }
  return out.bytes.slice(0, out.length);
}

/** Bytes of a list or tuple that holds nothing but such ints. */
function bytesOfInts(items: readonly Value[]): Uint8Array | undefined {
  const out = newBytes(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as unknown as number;
    if (typeof item !== 'number' || (item & 255) !== item) return undefined;
    out[i] = item;
  }
  return out;
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
  return newBytes(Number(n));
}
