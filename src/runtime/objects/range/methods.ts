// range and its iterators. CPython: Objects/rangeobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, intFromBigInt, type PyNumber, type Value } from '../../core/value.ts';
import { indexError, overflowError, typeError, valueError } from '../../exceptions/errors.ts';
import { installType, member, method, slot } from '../../native/define.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { asIndex } from '../../protocols/item.ts';
import { iter } from '../../protocols/iterate.ts';
import { intOf, intValue } from '../int/int.ts';
import { exactIndices, PySlice } from '../slice/slice.ts';
import { tuple } from '../tuple/tuple.ts';
import { PyLongRangeIterator } from './iterator.ts';
import { itemAt, makeRange } from './make.ts';
import { PyRange, PyRangeIterator, rangeType } from './range.ts';

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

/** CPython: compute_slice */
function rangeSlice(self: PyRange, key: PySlice): Value {
  const [start, stop, step] = exactIndices(key, BigInt(self.length));
  const at = (index: bigint): IntValue => intValue(itemAt(self, index))!;
  return makeRange(at(start), at(stop), intFromBigInt(BigInt(self.step) * step) as unknown as IntValue);
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
    throw valueError('range.index(x): x not in range');
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

function rangeIter(self: PyRange): Value {
  const { start, step, length } = self;
  if (typeof start === 'number' && typeof step === 'number' && typeof length === 'number') {
    if (Number.isSafeInteger(start + step * length)) return new PyRangeIterator(start, step, length);
  }
  return new PyLongRangeIterator(start, step, length);
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

const SSIZE_LIMIT = 1n << 63n;

function rangeLen(self: PyRange): Value {
  if (self.length >= SSIZE_LIMIT) throw overflowError('Python int too large to convert to C ssize_t');
  return intOf(self.length);
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
}
