// The methods of tuple. CPython: Objects/tupleobject.c

import { NotImplemented } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { toss } from '../../core/toss.ts';
import { type PyType, typeLookup } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { indexError, typeError, valueError } from '../../exceptions/errors.ts';
import { classmethod, installType, method, quickly, slot } from '../../native/define.ts';
import type { CompareOp } from '../../protocols/compare.ts';
import { spread } from '../../protocols/iterate.ts';
import {
  compareItems,
  comparisons,
  concatItems,
  containsItem,
  countItem,
  findItem,
  guardedRepr,
  repeatCount,
  repeatItems,
  reprItems,
  sequenceIndex,
} from '../../protocols/sequence.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { PyTupleIterator } from '../list/iterator.ts';
import { PySlice, sliceArray, sliceRange } from '../slice/slice.ts';
import { tupleHash } from './hash.ts';
import { emptyTuple, PyTuple, tuple, tupleType } from './tuple.ts';

/** CPython: tuple_new */
function tupleNewArguments(cls: PyType, args: Value[], keywords: { size: number }): Value {
  const plain = typeLookup(cls, '__init__') === typeLookup(tupleType, '__init__');
  if (keywords.size > 0 && plain) throw typeError('tuple() takes no keyword arguments');
  if (args.length > 1) throw typeError(`tuple expected at most 1 argument, got ${args.length}`);
  return tupleNew(cls, args[0]);
}

/** CPython: tuple_new_impl; an exact tuple is its own copy */
function tupleNew(cls: PyType, iterable?: Value): Value {
  if (cls === tupleType) {
    if (iterable === undefined) return emptyTuple;
    if (iterable instanceof PyTuple && iterable.cls === tupleType) return iterable;
    return tuple(spread(iterable));
  }
  const Layout = cls.Instance as unknown as new (items: readonly Value[]) => PyTuple;
  // The items of a tuple never change: two may have them in common.
  if (iterable instanceof PyTuple && iterable.cls === tupleType) return new Layout(iterable.items);
  return new Layout(iterable === undefined ? [] : spread(iterable));
}

function newByPosition(cls: PyType, iterable?: Value, ...surplus: Value[]): Value {
  const given = surplus.filter((value) => value !== undefined);
  return given.length === 0 ? tupleNew(cls, iterable) : tupleNewArguments(cls, [iterable!, ...given], { size: 0 });
}

/** CPython: tuple_repr */
export function tupleRepr(self: PyTuple): Value {
  if (self.items.length === 0) return '()';
  return guardedRepr(self, '(...)', () => reprItems('(', self.items, self.items.length === 1 ? ',)' : ')'));
}

function tupleCompare(self: PyTuple, other: Value, op: CompareOp): Value {
  return other instanceof PyTuple ? compareItems(self.items, other.items, op) : NotImplemented;
}

/** CPython: tuple_subscript */
export function tupleGetItem(self: PyTuple, key: Value): Value {
  const { items } = self;
  if (key instanceof PySlice) {
    const range = sliceRange(key, items.length);
    if (range.step === 1 && range.count === items.length && self.cls === tupleType) return self;
    return tuple(sliceArray(items, range));
  }
  const index = sequenceIndex(key, items.length, 'tuple');
  const value = index < 0 ? undefined : items[index];
  if (value === undefined) toss(indexError('tuple index out of range'));
  return value;
}

/** CPython: tuple_concat */
function tupleAdd(self: PyTuple, other: Value): Value {
  if (!(other instanceof PyTuple)) {
    throw typeError(`can only concatenate tuple (not "${typeOf(other).typeName}") to tuple`);
  }
  if (self.items.length === 0 && other.cls === tupleType) return other;
  if (other.items.length === 0 && self.cls === tupleType) return self;
  return tuple(concatItems(self.items, other.items));
}

function tupleMul(self: PyTuple, value: Value): Value {
  const count = repeatCount(value);
  if ((count === 1 || self.items.length === 0) && self.cls === tupleType) return self;
  return tuple(repeatItems(self.items, count));
}

function tupleIndex(self: PyTuple, value: Value, start?: Value, stop?: Value): Value {
  const at = findItem(self.items, value, start, stop);
  if (at < 0) throw valueError('tuple.index(x): x not in tuple');
  return int(at);
}

const compare = comparisons(tupleCompare);

export function installTuple(): void {
  tupleType.construct = (args) => (args.length > 1 ? undefined : tupleNew(tupleType, args[0]));
  installType(tupleType, {
    signature: '(iterable=(), /)',
    new: quickly(method('($type, *args, **kwargs)', tupleNewArguments), newByPosition),
    methods: {
      __repr__: slot('($self, /)', tupleRepr),
      __hash__: slot('($self, /)', tupleHash),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      __iter__: slot('($self, /)', (self: PyTuple) => new PyTupleIterator(self)),
      __len__: slot('($self, /)', (self: PyTuple) => int(self.items.length)),
      __getitem__: slot('($self, key, /)', tupleGetItem),
      __add__: slot('($self, value, /)', tupleAdd),
      __mul__: slot('($self, value, /)', tupleMul),
      __rmul__: slot('($self, value, /)', tupleMul),
      __contains__: slot('($self, key, /)', (self: PyTuple, key: Value) => containsItem(self.items, key)),
      __getnewargs__: method('($self, /)', (self: PyTuple) => tuple([tuple(self.items)])),
      index: method('($self, value, start=0, stop=sys.maxsize, /)', tupleIndex),
      count: method('($self, value, /)', (self: PyTuple, value: Value) => int(countItem(self.items, value))),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
    },
  });
}
