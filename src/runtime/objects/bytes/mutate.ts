// What only a bytearray can: change in place. CPython: Objects/bytearrayobject.c
import { None, type PyObject } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { bufferError, indexError, isError, memoryError, typeError, valueError } from '../../exceptions/errors.ts';
import { lookupBuffer } from '../../protocols/buffer.ts';
import { sizeArgument } from '../../protocols/item.ts';
import { repeatCount } from '../../protocols/sequence.ts';
import { copyBytes, placeBytes } from '../../text/byte-memory.ts';
import type { PyByteArray } from '../bytearray/bytearray.ts';
import { PySlice, sliceRange } from '../slice/slice.ts';
import { isStr } from '../str/str.ts';
import { byteArgument } from './operand.ts';
import { bytesOfItems, bytesPosition, hasIndex, repeatBytes } from './sequence.ts';

/** Replaces `[start, end)` by data that does not share memory with self. CPython: bytearray_setslice_linear */
export function splice(self: PyByteArray, start: number, end: number, data: Uint8Array): void {
  const grown = data.length - (end - start);
  if (grown === 0) {
    self.store.set(data, start);
    return;
  }
  checkExports(self);
  const { length } = self;
  if (grown > 0) self.resize(length + grown);
  self.store.copyWithin(end + grown, end, length);
  self.store.set(data, start);
  if (grown < 0) self.resize(length + grown);
}

/** Adds data to the end, which may be of self. */
function append(self: PyByteArray, data: Uint8Array): void {
  const { length } = self;
  self.resize(length + data.length);
  placeBytes(self.store, length, data);
}

function checkExports(self: PyByteArray): void {
  if (self.exports !== undefined) self.leaveExports();
}

/** CPython: bytearray.append */
export function bytearrayAppend(self: PyByteArray, item: Value): Value {
  const byte = byteArgument(item);
  const at = self.length;
  if (at < self.store.length && self.exports === undefined) self.length = at + 1;
  else self.resize(at + 1);
  self.store[at] = byte;
  return None;
}

/** CPython: bytearray.extend */
export function bytearrayExtend(self: PyByteArray, source: Value): Value {
  const data = lookupBuffer(source);
  if (data !== undefined) append(self, data);
  else {
    if (isStr(source)) throw typeError("expected iterable of integers; got: 'str'");
    append(self, extension(source));
  }
  return None;
}

function extension(source: Value): Uint8Array {
  let items: PyObject | undefined;
  try {
    return bytesOfItems(source, 'byte');
  } catch (e) {
    if (items === undefined && isError(e, 'TypeError') && notIterable(source)) {
      throw typeError(`can't extend bytearray with ${typeOf(source).typeName}`);
    }
    throw e;
  }
}

function notIterable(source: Value): boolean {
  const type = typeOf(source);
  return !type.mro.some((t) => t.attrs.has('__iter__') || t.attrs.has('__getitem__'));
}

/** CPython: bytearray.insert */
export function bytearrayInsert(self: PyByteArray, index: Value, item: Value): Value {
  let at = sizeArgument(index);
  const byte = byteArgument(item);
  if (at < 0) at = Math.max(0, at + self.length);
  at = Math.min(at, self.length);
  splice(self, at, at, Uint8Array.of(byte));
  return None;
}

/** CPython: bytearray.pop */
export function bytearrayPop(self: PyByteArray, index?: Value): Value {
  const given = index === undefined ? -1 : sizeArgument(index);
  if (self.length === 0) throw indexError('pop from empty bytearray');
  const at = given < 0 ? given + self.length : given;
  if (at < 0 || at >= self.length) throw indexError('pop index out of range');
  checkExports(self);
  const byte = self.store[at]!;
  splice(self, at, at + 1, new Uint8Array(0));
  return int(byte);
}

/** CPython: bytearray.remove */
export function bytearrayRemove(self: PyByteArray, value: Value): Value {
  const at = self.value.indexOf(byteArgument(value));
  if (at < 0) throw valueError('value not found in bytearray');
  splice(self, at, at + 1, new Uint8Array(0));
  return None;
}

/** CPython: bytearray.clear */
export function bytearrayClear(self: PyByteArray): Value {
  self.resize(0);
  return None;
}

/** CPython: bytearray.resize */
export function bytearrayResize(self: PyByteArray, size: Value): Value {
  const length = sizeArgument(size);
  if (length < 0) throw valueError(`Can only resize to positive sizes, got ${length}`);
  if (length > 2 ** 32) throw memoryError();
  self.resize(length);
  return None;
}

/** CPython: bytearray.reverse */
export function bytearrayReverse(self: PyByteArray): Value {
  self.value.reverse();
  return None;
}

/** CPython: bytearray_iconcat */
export function bytearrayIadd(self: PyByteArray, value: Value): Value {
  const data = lookupBuffer(value);
  if (data === undefined) throw typeError(`can't concat ${typeOf(value).typeName} to ${typeOf(self).typeName}`);
  // The operand is held while self grows.
  if (value === self && data.length > 0) throw bufferError('Existing exports of data: object cannot be re-sized');
  append(self, data);
  return self;
}

/** CPython: bytearray_irepeat */
export function bytearrayImul(self: PyByteArray, value: Value): Value {
  const data = repeatBytes(self.value, repeatCount(value));
  splice(self, 0, self.length, data);
  return self;
}

/** CPython: bytearray_ass_subscript */
export function bytearraySetitem(self: PyByteArray, key: Value, value: Value): Value {
  if (typeof key === 'number' && typeof value === 'number' && key >= 0 && key < self.length && Number.isInteger(key)) {
    if (((value as number) & 255) === value) {
      self.store[key] = value;
      return None;
    }
  }
  if (!(key instanceof PySlice)) {
    const at = bytesPosition(self, key);
    const byte = byteArgument(value);
    if (at >= self.length) throw indexError('bytearray index out of range');
    self.store[at] = byte;
    return None;
  }
  const data = assigned(value);
  const { start, stop, step, count } = sliceRange(key, self.length);
  if (step === 1) splice(self, start, Math.max(start, stop), data);
  else setExtended(self, start, step, count, data);
  return None;
}

function assigned(value: Value): Uint8Array {
  const data = lookupBuffer(value);
  if (data !== undefined) return copyBytes(data);
  if (isStr(value) || hasIndex(value)) {
    throw typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  return bytesOfItems(value, 'byte');
}

function setExtended(self: PyByteArray, start: number, step: number, count: number, data: Uint8Array): void {
  if (data.length === 0) {
    deleteExtended(self, start, step, count);
    return;
  }
  if (data.length !== count) {
    throw valueError(`attempt to assign bytes of size ${data.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.store[at] = data[i]!;
}

function deleteExtended(self: PyByteArray, start: number, step: number, count: number): void {
  if (count === 0) return;
  checkExports(self);
  const gone = new Set<number>();
  for (let i = 0, at = start; i < count; i++, at += step) gone.add(at);
  const kept = self.value.filter((_, i) => !gone.has(i));
  splice(self, 0, self.length, kept);
}

/** CPython: bytearray_ass_subscript with no value */
export function bytearrayDelitem(self: PyByteArray, key: Value): Value {
  if (!(key instanceof PySlice)) {
    const at = bytesPosition(self, key);
    splice(self, at, at + 1, new Uint8Array(0));
    return None;
  }
  const { start, stop, step, count } = sliceRange(key, self.length);
  if (step === 1) splice(self, start, Math.max(start, stop), new Uint8Array(0));
  else deleteExtended(self, start, step, count);
  return None;
}
