// What arrays do with single items and with each other. CPython: Modules/arraymodule.c
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import {
  indexError,
  memoryError,
  type Raised,
  runtimeError,
  typeError,
  valueError,
} from '../../runtime/exceptions/errors.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { PySlice, type SliceRange, sliceRange } from '../../runtime/objects/slice/slice.ts';
import { type CompareOp, compareNumbers, richCompare, sameOrEqual } from '../../runtime/protocols/compare.ts';
import { asSize, sizeArgument } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { boundArgument, isIndex, repeatCount } from '../../runtime/protocols/sequence.ts';
import { arrayOf, newArray, PyArray } from './array.ts';

/** CPython: PyErr_BadArgument */
function badArgument(): Raised {
  return typeError('bad argument type for built-in operation');
}

function place(key: Value, self: PyArray): number {
  if (!isIndex(key)) throw typeError('array indices must be integers');
  const index = asSize(key, indexError);
  return index < 0 ? index + self.length : index;
}

/** CPython: array_subscr */
export function arrayGetItem(self: PyArray, key: Value): Value {
  if (typeof key === 'number' && key >= 0 && key < self.length && Number.isInteger(key)) return self.at(key);
  if (key instanceof PySlice) return arrayOf(self.kind, selected(self, sliceRange(key, self.length)));
  const index = place(key, self);
  if (index < 0 || index >= self.length) throw indexError('array index out of range');
  return self.at(index);
}

/** The bytes of a slice's items, copied. */
function selected(self: PyArray, { start, step, count }: SliceRange): Uint8Array {
  const { itemsize } = self.kind;
  const { bytes } = self;
  if (step === 1) return bytes.slice(start * itemsize, (start + count) * itemsize);
  const out = new Uint8Array(count * itemsize);
  for (let i = 0, from = start * itemsize; i < count; i++, from += step * itemsize) {
    out.set(bytes.subarray(from, from + itemsize), i * itemsize);
  }
  return out;
}

/** CPython: array_ass_subscr */
export function arraySetItem(self: PyArray, key: Value, value: Value): Value {
  if (key instanceof PySlice) {
    assignSlice(self, key, value);
    return None;
  }
  const index = place(key, self);
  if (index < 0 || index >= self.length) throw indexError('array assignment index out of range');
  self.put(index, value);
  return None;
}

function assignSlice(self: PyArray, key: PySlice, value: Value): void {
  if (!(value instanceof PyArray)) {
    throw typeError(`can only assign array (not "${typeOf(value).typeName}") to array slice`);
  }
  const { start, stop, step, count } = sliceRange(key, self.length);
  if (value.kind !== self.kind) throw badArgument();
  const data = value === self ? value.bytes.slice() : value.bytes;
  if (step === 1) {
    self.splice(start, Math.max(start, stop), data);
    return;
  }
  const { itemsize } = self.kind;
  if (value.length !== count && !(value.length === 0)) {
    throw valueError(`attempt to assign array of size ${value.length} to extended slice of size ${count}`);
  }
  if (value.length === 0) {
    deleteRange(self, { start, stop, step, count });
    return;
  }
  const { bytes } = self;
  for (let i = 0, to = start; i < count; i++, to += step) {
    bytes.set(data.subarray(i * itemsize, (i + 1) * itemsize), to * itemsize);
  }
}

export function arrayDelItem(self: PyArray, key: Value): Value {
  if (key instanceof PySlice) {
    deleteRange(self, sliceRange(key, self.length));
    return None;
  }
  const index = place(key, self);
  if (index < 0 || index >= self.length) throw indexError('array assignment index out of range');
  self.splice(index, index + 1, NOTHING);
  return None;
}

const NOTHING = new Uint8Array(0);

function deleteRange(self: PyArray, { start, step, count }: SliceRange): void {
  // CPython refuses before it has seen that nothing would go.
  self.checkExports();
  if (count === 0) return;
  if (step === 1) {
    self.splice(start, start + count, NOTHING);
    return;
  }
  const { itemsize } = self.kind;
  const { bytes, length } = self;
  const stride = Math.abs(step);
  const low = step < 0 ? start + step * (count - 1) : start;
  let to = low;
  for (let from = low, next = low, left = count; from < length; from++) {
    if (left > 0 && from === next) {
      next += stride;
      left--;
    } else bytes.copyWithin(to++ * itemsize, from * itemsize, (from + 1) * itemsize);
  }
  self.resize(length - count);
}

/** CPython: array_concat */
export function arrayAdd(self: PyArray, other: Value): Value {
  if (!(other instanceof PyArray)) {
    throw typeError(`can only append array (not "${typeOf(other).typeName}") to array`);
  }
  if (other.kind !== self.kind) throw badArgument();
  const sum = arrayOf(self.kind, self.bytes);
  sum.splice(sum.length, sum.length, other.bytes);
  return sum;
}

/** CPython: array_inplace_concat */
export function arrayIadd(self: PyArray, other: Value): Value {
  if (!(other instanceof PyArray)) {
    throw typeError(`can only extend array with array (not "${typeOf(other).typeName}")`);
  }
  arrayExtend(self, other);
  return self;
}

function repeated(self: PyArray, count: number): Uint8Array {
  const { bytes } = self;
  if (bytes.length * count > 2 ** 32) throw memoryError();
  const out = new Uint8Array(bytes.length * count);
  for (let i = 0; i < count; i++) out.set(bytes, i * bytes.length);
  return out;
}

/** CPython: array_repeat */
export function arrayMul(self: PyArray, count: Value): Value {
  return arrayOf(self.kind, repeated(self, repeatCount(count)));
}

/** CPython: array_inplace_repeat */
export function arrayImul(self: PyArray, count: Value): Value {
  const times = repeatCount(count);
  if (self.length > 0 && times !== 1) self.splice(0, self.length, repeated(self, times));
  return self;
}

/** CPython: array_contains */
export function arrayContains(self: PyArray, value: Value): Value {
  for (let i = 0; i < self.length; i++) if (sameOrEqual(self.at(i), value)) return true;
  return false;
}

/** CPython: array_richcompare */
export function arrayCompare(self: PyArray, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyArray)) return NotImplemented;
  const equality = op === '__eq__' || op === '__ne__';
  if (equality && self.length !== other.length) return op === '__ne__';
  for (let i = 0; i < self.length && i < other.length; i++) {
    const a = self.at(i);
    const b = other.at(i);
    if (a === b || sameItem(a, b)) continue;
    return equality ? op === '__ne__' : richCompare(a, b, op);
  }
  return compareNumbers(self.length, other.length, op);
}

/** Equality of two items; NaN differs from itself. */
function sameItem(a: Value, b: Value): boolean {
  return richCompare(a, b, '__eq__') === true;
}

/** CPython: array.append */
export function arrayAppend(self: PyArray, value: Value): Value {
  self.append(value);
  return None;
}

/** CPython: array_do_extend, array_iter_extend */
export function arrayExtend(self: PyArray, source: Value): Value {
  if (source instanceof PyArray) {
    if (source.kind !== self.kind) throw typeError('can only extend with array of same kind');
    self.splice(self.length, self.length, source === self ? source.bytes.slice() : source.bytes);
    return None;
  }
  const iterator = iter(source);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) self.append(item);
  return None;
}

/** CPython: array.insert */
export function arrayInsert(self: PyArray, index: Value, value: Value): Value {
  let at = sizeArgument(index);
  if (at < 0) at = Math.max(0, at + self.length);
  const item = self.converted(value);
  at = Math.min(at, self.length);
  self.splice(at, at, item);
  return None;
}

/** CPython: array.pop */
export function arrayPop(self: PyArray, index?: Value): Value {
  const given = index === undefined ? -1 : sizeArgument(index);
  if (self.length === 0) throw indexError('pop from empty array');
  const at = given < 0 ? given + self.length : given;
  if (at < 0 || at >= self.length) throw indexError('pop index out of range');
  const value = self.at(at);
  if (at === self.length - 1) self.resize(at);
  else self.splice(at, at + 1, NOTHING);
  return value;
}

/** CPython: array.remove */
export function arrayRemove(self: PyArray, value: Value): Value {
  for (let i = 0; i < self.length; i++) {
    if (!sameOrEqual(self.at(i), value)) continue;
    self.splice(i, i + 1, NOTHING);
    return None;
  }
  throw valueError('array.remove(x): x not in array');
}

/** CPython: array.count */
export function arrayCount(self: PyArray, value: Value): Value {
  let count = 0;
  for (let i = 0; i < self.length; i++) if (sameOrEqual(self.at(i), value)) count++;
  return int(count);
}

/** CPython: array.index */
export function arrayIndex(self: PyArray, value: Value, start?: Value, stop?: Value): Value {
  let from = boundArgument(start, 0);
  let to = boundArgument(stop, Number.MAX_SAFE_INTEGER);
  if (from < 0) from = Math.max(0, from + self.length);
  if (to < 0) to += self.length;
  for (let i = from; i < to && i < self.length; i++) if (sameOrEqual(self.at(i), value)) return int(i);
  throw valueError('array.index(x): x not in array');
}

/** CPython: array.reverse */
export function arrayReverse(self: PyArray): Value {
  const { itemsize } = self.kind;
  const { bytes, length } = self;
  const copy = bytes.slice();
  for (let i = 0; i < length; i++) {
    bytes.set(copy.subarray(i * itemsize, (i + 1) * itemsize), (length - 1 - i) * itemsize);
  }
  return None;
}

/** CPython: array.byteswap */
export function arrayByteswap(self: PyArray): Value {
  const { itemsize } = self.kind;
  const { bytes, length } = self;
  for (let i = 0; i < length; i++) bytes.subarray(i * itemsize, (i + 1) * itemsize).reverse();
  return None;
}

/** CPython: array.clear */
export function arrayClear(self: PyArray): Value {
  self.resize(0);
  return None;
}

/** CPython: array.__copy__ */
export function arrayCopy(self: PyArray): Value {
  return arrayOf(self.kind, self.bytes);
}

/** CPython: array.tolist */
export function arrayToList(self: PyArray): PyList {
  const items = new Array<Value>(self.length);
  for (let i = 0; i < items.length; i++) items[i] = self.at(i);
  return new PyList(items);
}

/** CPython: array.fromlist */
export function arrayFromList(self: PyArray, list: Value): Value {
  if (!(list instanceof PyList)) throw typeError('arg must be list');
  const size = list.items.length;
  if (size === 0) return None;
  self.checkExports();
  const made = newArray(self.cls, self.kind, size);
  for (let i = 0; i < size; i++) {
    made.put(i, list.items[i]!);
    if (list.items.length !== size) throw runtimeError('list changed size during iteration');
  }
  self.splice(self.length, self.length, made.bytes);
  return None;
}
