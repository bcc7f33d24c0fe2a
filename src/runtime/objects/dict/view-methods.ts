// The methods of dict views: sets without storage of their own. CPython: Objects/dictobject.c (dictviews_*, dictkeys_*, dictitems_*)
import { None, NotImplemented, type Slots } from '../../core/object.ts';
import { slotsOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { getset, installType, method, type NativeSpec, slot } from '../../native/define.ts';
import { type CompareOp, sameOrEqual } from '../../protocols/compare.ts';
import { contains, length } from '../../protocols/item.ts';
import { iter, spread } from '../../protocols/iterate.ts';
import { comparisons, guardedRepr, reprItems } from '../../protocols/sequence.ts';
import { joinStrings } from '../../protocols/text.ts';
import { builtin, installIterator } from '../list/iterator-methods.ts';
import { PyList } from '../list/list.ts';
import { PyAnySet, PySet } from '../set/set.ts';
import { setAdd, setDiscard, setHas, setUpdate } from '../set/table.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { PyMappingProxy } from '../type/dict-view.ts';
import { dictGet, dictSize } from './table.ts';
import {
  type DictIterator,
  dictItemIteratorType,
  dictItemsType,
  dictKeyIteratorType,
  dictKeysType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
  dictValuesType,
  PyDictItemIterator,
  PyDictItems,
  PyDictKeyIterator,
  PyDictKeys,
  PyDictReverseItemIterator,
  PyDictReverseKeyIterator,
  PyDictReverseValueIterator,
  PyDictValueIterator,
  type PyDictView,
} from './views.ts';

type SetView = PyDictKeys | PyDictItems;

/** CPython: dictview_repr */
function viewRepr(self: PyDictView): Value {
  return guardedRepr(self, '...', () => joinStrings([self.cls.typeName, '(', reprItems('[', spread(self), ']'), ')']));
}

function isSetLike(v: Value): v is PyAnySet | SetView {
  return v instanceof PyAnySet || v instanceof PyDictKeys || v instanceof PyDictItems;
}

/** CPython: all_contained_in */
function allIn(a: Value, b: Value): boolean {
  const iterator = iter(a);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (!contains(b, item)) return false;
  }
  return true;
}

/** CPython: dictview_richcompare */
function viewCompare(self: SetView, other: Value, op: CompareOp): Value {
  if (!isSetLike(other)) return NotImplemented;
  const size = dictSize(self.source);
  const otherSize = length(other);
  switch (op) {
    case '__eq__':
      return size === otherSize && allIn(self, other);
    case '__ne__':
      return !(size === otherSize && allIn(self, other));
    case '__lt__':
      return size < otherSize && allIn(self, other);
    case '__le__':
      return size <= otherSize && allIn(self, other);
    case '__gt__':
      return size > otherSize && allIn(other, self);
    case '__ge__':
      return size >= otherSize && allIn(other, self);
  }
}

function keysContains(self: PyDictKeys, key: Value): Value {
  return dictGet(self.source, key) !== undefined;
}

function itemsContains(self: PyDictItems, item: Value): Value {
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const found = dictGet(self.source, item.items[0]!);
  return found !== undefined && sameOrEqual(found, item.items[1]!);
}

function setOfIterable(v: Value): PySet {
  const set = new PySet();
  setUpdate(set, v);
  return set;
}

/** CPython: dictviews_sub */
function viewSub(self: Value, other: Value): Value {
  const result = setOfIterable(self);
  const iterator = iter(other);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) setDiscard(result, item);
  return result;
}

/** CPython: _PyDictView_Intersect; walks the smaller operand */
function viewAnd(self: Value, other: Value): Value {
  if (!(self instanceof PyDictKeys || self instanceof PyDictItems)) return viewAnd(other, self);
  if (isSetLike(other) && length(other) > dictSize(self.source)) return intersect(other, self);
  return intersect(self, other);
}

function intersect(container: Value, source: Value): PySet {
  const result = new PySet();
  const iterator = iter(source);
  const test = (slotsOf(container) as Slots)['m$__contains__'] as Entry;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (test(container, item) !== false) setAdd(result, item);
  }
  return result;
}

function viewOr(self: Value, other: Value): Value {
  const result = setOfIterable(self);
  setUpdate(result, other);
  return result;
}

/** CPython: dictviews_xor */
function viewXor(self: Value, other: Value): Value {
  const result = setOfIterable(self);
  for (const item of spread(setOfIterable(other))) {
    if (setHas(result, item)) setDiscard(result, item);
    else setAdd(result, item);
  }
  return result;
}

function reflected(f: (a: Value, b: Value) => Value): (self: Value, other: Value) => Value {
  return (self, other) => f(other, self);
}

/** CPython: dictviews_isdisjoint */
function viewIsDisjoint(self: SetView, other: Value): Value {
  if (self === other) return dictSize(self.source) === 0;
  if (isSetLike(other) && length(other) > dictSize(self.source)) return viewIsDisjointOf(other, self);
  return viewIsDisjointOf(self, other);
}

function viewIsDisjointOf(container: Value, source: Value): Value {
  const iterator = iter(source);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (contains(container, item)) return false;
  }
  return true;
}

const compare = comparisons(viewCompare);

function setMethods(): Record<string, NativeSpec> {
  return {
    __lt__: slot('($self, value, /)', compare.__lt__),
    __le__: slot('($self, value, /)', compare.__le__),
    __eq__: slot('($self, value, /)', compare.__eq__),
    __ne__: slot('($self, value, /)', compare.__ne__),
    __gt__: slot('($self, value, /)', compare.__gt__),
    __ge__: slot('($self, value, /)', compare.__ge__),
    __sub__: slot('($self, value, /)', viewSub),
    __rsub__: slot('($self, value, /)', reflected(viewSub)),
    __and__: slot('($self, value, /)', viewAnd),
    __rand__: slot('($self, value, /)', reflected(viewAnd)),
    __xor__: slot('($self, value, /)', viewXor),
    __rxor__: slot('($self, value, /)', reflected(viewXor)),
    __or__: slot('($self, value, /)', viewOr),
    __ror__: slot('($self, value, /)', reflected(viewOr)),
    isdisjoint: method('($self, object, /)', viewIsDisjoint),
  };
}

function installView(type: PyType, methods: Record<string, NativeSpec>): void {
  installType(type, {
    methods: {
      __repr__: slot('($self, /)', viewRepr),
      __len__: slot('($self, /)', (self: PyDictView) => int(dictSize(self.source))),
      ...methods,
    },
    properties: {
      mapping: getset((self: PyDictView) => new PyMappingProxy(self.source)),
    },
    ...(type === dictValuesType ? {} : { attributes: { __hash__: None } }),
  });
}

type Walk = new (source: PyDictView['source'], backwards?: boolean) => DictIterator;

function iterators(Forward: Walk, Backward: Walk): Record<string, NativeSpec> {
  return {
    __iter__: slot('($self, /)', (self: PyDictView) => new Forward(self.source)),
    __reversed__: method('($self, /)', (self: PyDictView) => new Backward(self.source, true)),
  };
}

function iteratorHint(self: DictIterator): Value {
  return int(self.source !== undefined && self.size === dictSize(self.source) ? self.left : 0);
}

/** CPython: dictiter_reduce: what is left, as a list */
function iteratorReduce(self: DictIterator): Value {
  const rest: Value[] = [];
  const { source, size, left } = self;
  if (source !== undefined) {
    const Layout = self.constructor as Walk;
    const backwards = self.cls.typeName.startsWith('dict_reverse');
    const copy = new Layout(source, backwards);
    for (let skip = copy.left - left; skip > 0; skip--) copy.iternext!();
    copy.size = size;
    for (let item = copy.iternext!(); item !== undefined; item = copy.iternext!()) rest.push(item);
  }
  return tuple([builtin('iter'), tuple([new PyList(rest)])]);
}

export function installDictViews(): void {
  installView(dictKeysType, {
    ...iterators(PyDictKeyIterator, PyDictReverseKeyIterator),
    __contains__: slot('($self, key, /)', keysContains),
    ...setMethods(),
  });
  installView(dictItemsType, {
    ...iterators(PyDictItemIterator, PyDictReverseItemIterator),
    __contains__: slot('($self, key, /)', itemsContains),
    ...setMethods(),
  });
  installView(dictValuesType, iterators(PyDictValueIterator, PyDictReverseValueIterator));
  for (const type of [
    dictKeyIteratorType,
    dictValueIteratorType,
    dictItemIteratorType,
    dictReverseKeyIteratorType,
    dictReverseValueIteratorType,
    dictReverseItemIteratorType,
  ]) {
    installIterator(type, {
      __length_hint__: method('($self, /)', iteratorHint),
      __reduce__: method('($self, /)', iteratorReduce),
    });
  }
}
