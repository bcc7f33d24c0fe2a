// The methods of list. CPython: Objects/listobject.c

import { None, NotImplemented } from '../../core/object.ts';
import { slotsOf, typeOf } from '../../core/primitives.ts';
import { toss } from '../../core/toss.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { indexError, memoryError, overflowError, typeError, valueError } from '../../exceptions/errors.ts';
import { wrongArity, wrongRange } from '../../native/arity.ts';
import { classmethod, installType, method, quickly, slot } from '../../native/define.ts';
import type { CompareOp } from '../../protocols/compare.ts';
import { isTrue, sameOrEqual } from '../../protocols/compare.ts';
import { asSize } from '../../protocols/item.ts';
import { iter, spread } from '../../protocols/iterate.ts';
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
import { PySlice, sliceArray, sliceRange } from '../slice/slice.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { initSlot } from './init.ts';
import { PyListIterator, PyListReverseIterator } from './iterator.ts';
import { listType, PyList } from './list.ts';
import { assignSlice, deleteSlice } from './slices.ts';
import { sortItems, sortsQuietly } from './sort.ts';

/** CPython: PyType_GenericNew; the arguments are `__init__`'s */
function listNew(cls: PyType): Value {
  return new (cls.Instance as unknown as new () => PyList)();
}

/** CPython: list___init___impl */
function listInit(self: PyList, iterable?: Value): Value {
  if (self.items.length > 0) self.items = [];
  if (iterable !== undefined) listExtend(self, iterable);
  return None;
}

/** CPython: list_repr */
export function listRepr(self: PyList): Value {
  if (self.items.length === 0) return '[]';
  return guardedRepr(self, '[...]', () => reprItems('[', self.items, ']'));
}

function listCompare(self: PyList, other: Value, op: CompareOp): Value {
  return other instanceof PyList ? compareItems(self.items, other.items, op) : NotImplemented;
}

function listIter(self: PyList): Value {
  return new PyListIterator(self);
}

function listLen(self: PyList): Value {
  return int(self.items.length);
}

/** CPython: list_subscript */
export function listGetItem(self: PyList, key: Value): Value {
  if (key instanceof PySlice) return new PyList(sliceArray(self.items, sliceRange(key, self.items.length)));
  const index = sequenceIndex(key, self.items.length, 'list');
  const value = index < 0 ? undefined : self.items[index];
  if (value === undefined) toss(indexError('list index out of range'));
  return value;
}

/** CPython: list_ass_subscript */
export function listSetItem(self: PyList, key: Value, value: Value): Value {
  if (key instanceof PySlice) {
    assignSlice(self, key, value);
    return None;
  }
  const index = sequenceIndex(key, self.items.length, 'list');
  if (index < 0 || index >= self.items.length) throw indexError('list assignment index out of range');
  self.items[index] = value;
  return None;
}

export function listDelItem(self: PyList, key: Value): Value {
  if (key instanceof PySlice) {
    deleteSlice(self, key);
    return None;
  }
  const index = sequenceIndex(key, self.items.length, 'list');
  if (index < 0 || index >= self.items.length) throw indexError('list assignment index out of range');
  removeAt(self.items, index);
  return None;
}

function removeAt(items: Value[], index: number): void {
  if (index === items.length - 1) items.pop();
  else if (index === 0) items.shift();
  else items.splice(index, 1);
}

/** CPython: list_concat */
function listAdd(self: PyList, other: Value): Value {
  if (other instanceof PyList) return new PyList(concatItems(self.items, other.items));
  throw typeError(`can only concatenate list (not "${typeOf(other).typeName}") to list`);
}

function listMul(self: PyList, count: Value): Value {
  return new PyList(repeatItems(self.items, repeatCount(count)));
}

function listImul(self: PyList, count: Value): Value {
  self.items = repeatItems(self.items, repeatCount(count));
  return self;
}

function listIadd(self: PyList, other: Value): Value {
  listExtend(self, other);
  return self;
}

/** CPython: list_append */
function listAppend(self: PyList, object: Value, surplus?: Value): Value {
  if (object === undefined || surplus !== undefined) throw wrongArity('list.append', 1, arguments);
  self.items.push(object);
  return None;
}

/** CPython: list_extend; items arrive one by one, so that what was taken before an error stays */
export function listExtend(self: PyList, iterable: Value): Value {
  if (typeof iterable === 'object' && iterable.sq !== undefined && !(iterable.cls.flags & 1)) {
    const source = (iterable as PyList).items;
    const { items } = self;
    for (let i = 0, n = source.length; i < n; i++) items.push(source[i]!);
    return None;
  }
  const iterator = iter(iterable);
  const hint = lengthHint(iterable);
  if (hint > 2 ** 40 && hint + self.items.length < 2 ** 63) throw memoryError();
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) self.items.push(item);
  return None;
}

/** `list()` asks for a hint of the length, whose errors show. CPython: PyObject_LengthHint */
export function lengthHint(v: Value): number {
  const slots = slotsOf(v) as unknown as { m$__len__?: Entry; m$__length_hint__?: Entry };
  if (slots.m$__len__ !== undefined) {
    const n = slots.m$__len__(v);
    if (typeof n === 'number') return n;
    return asSize(n, overflowError);
  }
  const hint = slots.m$__length_hint__;
  if (hint === undefined) return 0;
  const n = hint(v);
  if (n === NotImplemented) return 0;
  if (typeof n !== 'number' && typeof n !== 'bigint') {
    throw typeError(`__length_hint__ must be an integer, not ${typeOf(n).typeName}`);
  }
  if (n < 0) throw valueError('__length_hint__() should return >= 0');
  return Number(n);
}

/** CPython: list_insert */
function listInsert(self: PyList, index: Value, object: Value): Value {
  const { items } = self;
  let at = asSize(index, overflowError);
  if (at < 0) at = Math.max(0, at + items.length);
  if (at >= items.length) items.push(object);
  else if (at === 0) items.unshift(object);
  else items.splice(at, 0, object);
  return None;
}

/** CPython: list_pop */
function listPop(self: PyList, index?: Value, surplus?: Value): Value {
  const { items } = self;
  if (index === undefined) {
    const value = items.pop();
    if (value === undefined) toss(indexError('pop from empty list'));
    return value;
  }
  if (surplus !== undefined) throw wrongRange('pop', 0, 1, arguments);
  let at = asSize(index, indexError);
  if (items.length === 0) toss(indexError('pop from empty list'));
  if (at < 0) at += items.length;
  const value = at < 0 ? undefined : items[at];
  if (value === undefined) throw indexError('pop index out of range');
  removeAt(items, at);
  return value;
}

function listRemove(self: PyList, value: Value): Value {
  for (let i = 0; i < self.items.length; i++) {
    if (!sameOrEqual(self.items[i]!, value)) continue;
    removeAt(self.items, i);
    return None;
  }
  throw valueError('list.remove(x): x not in list');
}

function listIndex(self: PyList, value: Value, start?: Value, stop?: Value): Value {
  const at = findItem(self.items, value, start, stop);
  if (at < 0) throw valueError('list.index(x): x not in list');
  return int(at);
}

function listClear(self: PyList): Value {
  self.items.length = 0;
  return None;
}

function listReverse(self: PyList): Value {
  self.items.reverse();
  return None;
}

/** Stands for the items of a list that is being sorted, and notices what comes and goes. */
class WatchedItems extends Array<Value> {
  touched = false;
  override push(...items: Value[]): number {
    this.touched = true;
    return super.push(...items);
  }
  override splice(start: number, count: number, ...items: Value[]): Value[] {
    this.touched = true;
    const removed = this.slice(start, start + count);
    super.splice(start, count, ...items);
    return removed;
  }
  /** What derives from these items is a plain array. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** CPython: list_sort_impl; the list looks empty while it is sorted */
export function listSort(self: PyList, key?: Value, reverse?: Value): Value {
  const descending = reverse !== undefined && isTrue(reverse);
  const items = self.items;
  const by = key === undefined || key === None ? undefined : key;
  if (sortsQuietly(items, by)) {
    sortItems(items, undefined, descending);
    return None;
  }
  const placeholder = new WatchedItems();
  self.items = placeholder;
  let untouched = true;
  try {
    sortItems(items, by, descending);
  } finally {
    untouched = self.items === placeholder && placeholder.length === 0 && !placeholder.touched;
    self.items = items;
  }
  if (!untouched) throw valueError('list modified during sort');
  return None;
}

const compare = comparisons(listCompare);

/** `list()` and `list(iterable)`; not for guests' iterables, which are asked for a length hint. */
function listConstruct(args: Value[]): Value | undefined {
  if (args.length === 0) return new PyList([]);
  const iterable = args[0]!;
  if (args.length > 1 || typeOf(iterable).flags & TypeFlags.HEAP) return undefined;
  return new PyList(spread(iterable));
}

export function installList(): void {
  listType.construct = listConstruct;
  installType(listType, {
    signature: '(iterable=(), /)',
    new: quickly(method('($type, *args, **kwargs)', listNew), listNew),
    methods: {
      __repr__: slot('($self, /)', listRepr),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      __iter__: slot('($self, /)', listIter),
      __init__: initSlot('list', listInit),
      __len__: slot('($self, /)', listLen),
      __getitem__: method('($self, index, /)', listGetItem),
      __setitem__: slot('($self, key, value, /)', listSetItem),
      __delitem__: slot('($self, key, /)', listDelItem),
      __add__: slot('($self, value, /)', listAdd),
      __mul__: slot('($self, value, /)', listMul),
      __rmul__: slot('($self, value, /)', listMul),
      __contains__: slot('($self, key, /)', (self: PyList, key: Value) => containsItem(self.items, key)),
      __iadd__: slot('($self, value, /)', listIadd),
      __imul__: slot('($self, value, /)', listImul),
      __reversed__: method('($self, /)', (self: PyList) => new PyListReverseIterator(self)),
      __sizeof__: method('($self, /)', (self: PyList) => int(40 + 8 * self.items.length)),
      clear: method('($self, /)', listClear),
      copy: method('($self, /)', (self: PyList) => new PyList(self.items.slice())),
      append: method('($self, object, /)', listAppend, undefined, 'raw'),
      insert: method('($self, index, object, /)', listInsert),
      extend: method('($self, iterable, /)', listExtend),
      pop: method('($self, index=-1, /)', listPop, undefined, 'raw'),
      remove: method('($self, value, /)', listRemove),
      index: method('($self, value, start=0, stop=sys.maxsize, /)', listIndex),
      count: method('($self, value, /)', (self: PyList, value: Value) => int(countItem(self.items, value))),
      reverse: method('($self, /)', listReverse),
      sort: method('($self, /, *, key=None, reverse=False)', listSort),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
    },
    attributes: { __hash__: None },
  });
  PyList.prototype.sqConcat = true;
  PyTuple.prototype.sqConcat = true;
}

/** A new list of whatever `iterable` gives. */
export function listOf(iterable: Value): PyList {
  return new PyList(spread(iterable));
}
