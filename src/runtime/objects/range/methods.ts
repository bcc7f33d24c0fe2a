// range and its iterators. CPython: Objects/rangeobject.c
import { None, NotImplemented, PyObject } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, intFromBigInt, type PyNumber, type Value } from '../../core/value.ts';
import { indexError, overflowError, typeError, valueError } from '../../exceptions/errors.ts';
import { installType, member, method, slot } from '../../native/define.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { asIndex } from '../../protocols/item.ts';
import { iter } from '../../protocols/iterate.ts';
import { nextOrStop } from '../../protocols/next.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { intOf, intValue } from '../int/int.ts';
import { PySlice, sliceRange } from '../slice/slice.ts';
import { tuple } from '../tuple/tuple.ts';
import { PyRange, PyRangeIterator, rangeIteratorType, rangeType } from './range.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/** A range from its bounds. CPython: range_from_array, compute_range_length */
export function makeRange(start: IntValue, stop: IntValue, step: IntValue): PyRange {
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return new PyRange(start, stop, step, rangeLength(start, stop, step));
}

function rangeLength(start: IntValue, stop: IntValue, step: IntValue): IntValue {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= MAX_SAFE) return span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  const [a, b, s] = [BigInt(start), BigInt(stop), BigInt(step)];
  const span = s > 0n ? b - a : a - b;
  if (span <= 0n) return 0;
  return intFromBigInt((span - 1n) / (s < 0n ? -s : s) + 1n) as unknown as IntValue;
}

function rangeNew(_cls: PyType, args: Value[]): Value {
  return rangeOf(args);
}

/** `range(stop)`, `range(start, stop[, step])`; plain ints need no `__index__`. */
function rangeOf(args: Value[]): Value {
  const [first, second] = args;
  if (isSmallInt(first)) {
    if (args.length === 1) return makeRange(0, first, 1);
    if (args.length === 2 && isSmallInt(second)) return makeRange(first, second, 1);
  }
  return rangeOfAny(args);
}

function isSmallInt(v: Value | IntValue | undefined): v is PyNumber {
  return typeof v === 'number' && ((v as number) | 0) === v;
}

function rangeOfAny(args: Value[]): Value {
  if (args.length === 0) throw typeError('range expected at least 1 argument, got 0');
  if (args.length > 3) throw typeError(`range expected at most 3 arguments, got ${args.length}`);
  const [a, b, c] = args.map(asIndex);
  return args.length === 1 ? makeRange(0, a!, 1) : makeRange(a!, b!, c ?? 1);
}

function itemAt(r: PyRange, index: IntValue): Value {
  if (typeof index === 'number' && typeof r.start === 'number' && typeof r.step === 'number') {
    const value = r.start + index * r.step;
    if (Number.isSafeInteger(value)) return int(value + 0);
  }
  return intFromBigInt(BigInt(r.start) + BigInt(index) * BigInt(r.step));
}

function rangeGetitem(self: PyRange, key: Value): Value {
  if (key instanceof PySlice) return rangeSlice(self, key);
  let index = rangeIndexOf(key);
  if (index < 0)
    index =
      typeof index === 'number' && typeof self.length === 'number'
        ? index + self.length
        : BigInt(index) + BigInt(self.length);
  if (index < 0 || index >= self.length) throw indexError('range object index out of range');
  return itemAt(self, index);
}

function rangeIndexOf(key: Value): IntValue {
  try {
    return asIndex(key);
  } catch {
    throw typeError(`range indices must be integers or slices, not ${typeOf(key).typeName}`);
  }
}

function rangeSlice(self: PyRange, key: PySlice): Value {
  if (typeof self.length !== 'number') throw overflowError('range slice of a range longer than the index range');
  const { start, stop, step } = sliceRange(key, self.length);
  const at = (i: number): IntValue => intValue(itemAt(self, i))!;
  const product = intFromBigInt(BigInt(self.step) * BigInt(step)) as unknown as IntValue;
  return makeRange(at(start), at(stop), product);
}

/** Where an int stands in the range; undefined when it does not. */
function position(self: PyRange, n: IntValue): IntValue | undefined {
  const offset = BigInt(n) - BigInt(self.start);
  const step = BigInt(self.step);
  if (offset % step !== 0n) return undefined;
  const index = offset / step;
  return index < 0n || index >= BigInt(self.length) ? undefined : (intFromBigInt(index) as unknown as IntValue);
}

function rangeContains(self: PyRange, v: Value): Value {
  const n = typeof v === 'object' ? undefined : intValue(v);
  if (n !== undefined) return position(self, n) !== undefined;
  const iterator = iter(self);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext())
    if (sameOrEqual(item, v)) return true;
  return false;
}

function rangeIndex(self: PyRange, v: Value): Value {
  const n = typeof v === 'object' ? undefined : intValue(v);
  if (n !== undefined) {
    const at = position(self, n);
    if (at !== undefined) return intOf(at);
    throw valueError(`${reprForMessage(v)} is not in range`);
  }
  const iterator = iter(self);
  let i = 0;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext(), i++)
    if (sameOrEqual(item, v)) return int(i);
  throw valueError('sequence.index(x): x not in sequence');
}

function rangeCount(self: PyRange, v: Value): Value {
  if (typeof v !== 'object') return int(rangeContains(self, v) === true ? 1 : 0);
  const iterator = iter(self);
  let n = 0;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) if (sameOrEqual(item, v)) n++;
  return int(n);
}

/** Equal as sequences. CPython: range_equals */
function rangeEq(a: PyRange, b: Value): Value {
  if (!(b instanceof PyRange)) return NotImplemented;
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  return a.start === b.start && (a.length === 1 || a.step === b.step);
}

function rangeHash(self: PyRange): Value {
  const start = self.length === 0 ? None : intOf(self.start);
  const step = self.length === 0 || self.length === 1 ? None : intOf(self.step);
  return hash(tuple([intOf(self.length), start, step])) as Value;
}

/** Steps through ints of any size. CPython: longrangeiter */
class PyLongRangeIterator extends PyObject {
  readonly range: PyRange;
  index = 0n;
  constructor(range: PyRange) {
    super();
    this.range = range;
  }
  override iternext(): Value | undefined {
    if (this.index >= BigInt(this.range.length)) return undefined;
    return itemAt(this.range, this.index++);
  }
}
const longRangeIteratorType: PyType = staticType('longrange_iterator', PyLongRangeIterator, { instantiable: false });

function rangeIter(self: PyRange): Value {
  const { start, step, length } = self;
  if (typeof start === 'number' && typeof step === 'number' && typeof length === 'number') {
    if (Number.isSafeInteger(start + step * length)) return new PyRangeIterator(start, step, length);
  }
  return new PyLongRangeIterator(self);
}

function rangeReversed(self: PyRange): Value {
  if (self.length === 0) return rangeIter(self);
  if (isSmallInt(self.start) && isSmallInt(self.step) && isSmallInt(self.length)) {
    const end = self.start + (self.length - 1) * self.step;
    return rangeIter(makeRange(end, self.start - self.step, -self.step));
  }
  const last = intValue(itemAt(self, intFromBigInt(BigInt(self.length) - 1n) as unknown as IntValue))!;
  const step = intFromBigInt(-BigInt(self.step)) as unknown as IntValue;
  const stop = intFromBigInt(BigInt(self.start) - BigInt(self.step)) as unknown as IntValue;
  return rangeIter(makeRange(last, stop, step));
}

function rangeRepr(self: PyRange): Value {
  return self.step === 1 ? `range(${self.start}, ${self.stop})` : `range(${self.start}, ${self.stop}, ${self.step})`;
}

function rangeLen(self: PyRange): Value {
  if (typeof self.length === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
  return int(self.length);
}

export function installRange(): void {
  rangeType.construct = rangeOf;
  installType(rangeType, {
    new: method('!($type, /, *args)', rangeNew),
    methods: {
      __len__: slot('($self, /)', rangeLen),
      __bool__: slot('($self, /)', (self: PyRange) => self.length !== 0),
      __getitem__: slot('($self, key, /)', rangeGetitem),
      __contains__: slot('($self, key, /)', rangeContains),
      __iter__: slot('($self, /)', rangeIter),
      __reversed__: method('($self, /)', rangeReversed),
      __repr__: slot('($self, /)', rangeRepr),
      __eq__: slot('($self, value, /)', rangeEq),
      __ne__: slot('($self, value, /)', (a: PyRange, b: Value) => {
        const equal = rangeEq(a, b);
        return typeof equal === 'boolean' ? !equal : equal;
      }),
      __hash__: slot('($self, /)', rangeHash),
      __reduce__: method('($self, /)', (self: PyRange) =>
        tuple([rangeType, tuple([self.start, self.stop, self.step].map(intOf))]),
      ),
      count: method('($self, object, /)', rangeCount),
      index: method('($self, object, /)', rangeIndex),
    },
    properties: {
      start: member((self: PyRange) => intOf(self.start)),
      stop: member((self: PyRange) => intOf(self.stop)),
      step: member((self: PyRange) => intOf(self.step)),
    },
  });
  for (const type of [rangeIteratorType, longRangeIteratorType]) installIterator(type);
}

function installIterator(type: PyType): void {
  installType(type, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __length_hint__: method('($self, /)', (self: PyRangeIterator | PyLongRangeIterator) =>
        self instanceof PyRangeIterator
          ? int(Math.max(0, self.remaining))
          : intFromBigInt(BigInt(self.range.length) - self.index),
      ),
    },
  });
}
