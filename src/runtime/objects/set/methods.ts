// The methods of set and frozenset. CPython: Objects/setobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { type PyType, typeLookup } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { keyError, typeError } from '../../exceptions/errors.ts';
import { wrongArity } from '../../native/arity.ts';
import { classmethod, installType, method, type NativeSpec, quickly, slot } from '../../native/define.ts';
import { lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { comparisons, guardedRepr, reprItems } from '../../protocols/sequence.ts';
import { joinStrings } from '../../protocols/text.ts';
import type { PyDict } from '../dict/dict.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { initSlot } from '../list/init.ts';
import { builtin, installIterator } from '../list/iterator-methods.ts';
import { PyList } from '../list/list.ts';
import { tuple } from '../tuple/tuple.ts';
import { frozenSetHash } from './hash.ts';
import { PySetIterator, setIteratorType } from './iterator.ts';
import {
  copyOf,
  difference,
  differenceUpdate,
  intersection,
  intersectionUpdate,
  isDisjoint,
  isSubset,
  isSuperset,
  setCompare,
  setCopy,
  symmetricDifference,
  symmetricDifferenceUpdate,
  union,
} from './operations.ts';
import { frozenSetType, PyAnySet, PyFrozenSet, PySet, setType } from './set.ts';
import { setAdd, setClear, setDiscard, setHas, setItems, setPop, setSize, setUpdate, withFrozen } from './table.ts';

function setNew(cls: PyType): Value {
  return new (cls.Instance as unknown as new () => PySet)();
}

/** CPython: set_init */
function setInit(self: PySet, iterable?: Value): Value {
  if (setSize(self) > 0) setClear(self);
  if (iterable !== undefined) setUpdate(self, iterable);
  return None;
}

/** CPython: frozenset_new_impl; an exact frozenset is its own copy */
function frozenSetConstruct(args: Value[]): Value | undefined {
  if (args.length > 1) return undefined;
  const [iterable] = args;
  if (iterable instanceof PyFrozenSet && iterable.cls === frozenSetType) return iterable;
  const set = new PyFrozenSet();
  if (iterable !== undefined) setUpdate(set, iterable);
  return set;
}

function frozenSetNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  const plain = typeLookup(cls, '__init__') === typeLookup(frozenSetType, '__init__');
  if (keywords.size > 0 && plain) throw typeError('frozenset() takes no keyword arguments');
  if (args.length > 1) throw typeError(`frozenset expected at most 1 argument, got ${args.length}`);
  const iterable = args[0];
  if (cls === frozenSetType && iterable instanceof PyFrozenSet && iterable.cls === frozenSetType) return iterable;
  const set = new (cls.Instance as unknown as new () => PyFrozenSet)();
  if (iterable !== undefined) setUpdate(set, iterable);
  return set;
}

/** CPython: set_repr */
export function setRepr(self: PyAnySet): Value {
  const name = self.cls.typeName;
  if (setSize(self) === 0) return `${name}()`;
  return guardedRepr(self, `${name}(...)`, () => {
    const items = setItems(self);
    if (self.cls === setType) return reprItems('{', items, '}');
    return joinStrings([`${name}(`, reprItems('{', items, '}'), ')']);
  });
}

function setAddMethod(self: PySet, object: Value, surplus?: Value): Value {
  if (object === undefined || surplus !== undefined) throw wrongArity('set.add', 1, arguments);
  setAdd(self, object);
  return None;
}

function setContains(self: PyAnySet, object: Value): boolean {
  return object instanceof PyAnySet ? withFrozen(object, (item) => setHas(self, item)) : setHas(self, object);
}

function discard(self: PySet, object: Value): boolean {
  return object instanceof PyAnySet ? withFrozen(object, (item) => setDiscard(self, item)) : setDiscard(self, object);
}

function setDiscardMethod(self: PySet, object: Value): Value {
  discard(self, object);
  return None;
}

function setRemove(self: PySet, object: Value): Value {
  if (!discard(self, object)) throw keyError(object);
  return None;
}

function setPopMethod(self: PySet): Value {
  const item = setPop(self);
  if (item === undefined) throw keyError('pop from an empty set');
  return item;
}

function setUpdateMethod(self: PySet, others: Value[]): Value {
  for (const other of others) setUpdate(self, other);
  return None;
}

/** What CPython's table of so many members takes; eight are part of the object. CPython: set___sizeof___impl */
function setSizeof(self: PyAnySet): Value {
  const size = setSize(self);
  let slots = self.fixed === undefined ? 8 : self.fixed.mask + 1;
  while (size * 5 >= (slots - 1) * 3) {
    const used = Math.ceil(((slots - 1) * 3) / 5);
    slots = 2 ** Math.floor(Math.log2(used * (used > 50000 ? 2 : 4)) + 1);
  }
  return int(200 + (slots > 8 ? 16 * slots : 0));
}

/** CPython: set___reduce___impl */
function setReduce(self: PyAnySet): Value {
  const state = lookupAttr(self, '__getstate__');
  return tuple([typeOf(self), tuple([new PyList(setItems(self))]), state === undefined ? None : call(state)]);
}

type Operation = (self: PyAnySet, other: PyAnySet) => Value;

/** An operator, which takes sets only on either side. */
function operator(run: Operation): NativeSpec {
  return slot('($self, value, /)', (self: Value, other: Value) =>
    self instanceof PyAnySet && other instanceof PyAnySet ? run(self, other) : NotImplemented,
  );
}

function reflectedOperator(run: Operation): NativeSpec {
  return operator((self, other) => run(other, self));
}

function inplaceOperator(run: Operation): NativeSpec {
  return operator((self, other) => {
    run(self, other);
    return self;
  });
}

const compare = comparisons(setCompare);
const others = '($self, /, *others)';
const one = '($self, other, /)';

function sharedMethods(): Record<string, NativeSpec> {
  return {
    __repr__: slot('($self, /)', setRepr),
    __lt__: slot('($self, value, /)', compare.__lt__),
    __le__: slot('($self, value, /)', compare.__le__),
    __eq__: slot('($self, value, /)', compare.__eq__),
    __ne__: slot('($self, value, /)', compare.__ne__),
    __gt__: slot('($self, value, /)', compare.__gt__),
    __ge__: slot('($self, value, /)', compare.__ge__),
    __iter__: slot('($self, /)', (self: PyAnySet) => new PySetIterator(self)),
    __sub__: operator((a, b) => difference(a, [b])),
    __rsub__: reflectedOperator((a, b) => difference(a, [b])),
    __and__: operator((a, b) => intersection(a, [b])),
    __rand__: reflectedOperator((a, b) => intersection(a, [b])),
    __xor__: operator(symmetricDifference),
    __rxor__: reflectedOperator(symmetricDifference),
    __or__: operator((a, b) => union(a, [b])),
    __ror__: reflectedOperator((a, b) => union(a, [b])),
    __len__: slot('($self, /)', (self: PyAnySet) => int(setSize(self))),
    __contains__: method('($self, object, /)', setContains),
    copy: method('($self, /)', setCopy),
    difference: method(others, difference),
    intersection: method(others, intersection),
    isdisjoint: method(one, isDisjoint),
    issubset: method(one, isSubset),
    issuperset: method(one, isSuperset),
    __reduce__: method('($self, /)', setReduce),
    __sizeof__: method('($self, /)', setSizeof),
    symmetric_difference: method(one, symmetricDifference),
    union: method(others, union),
    __class_getitem__: classmethod('($type, object, /)', genericAlias),
  };
}

/** CPython: setiter_reduce: what is left, as a list */
function iteratorReduce(self: PySetIterator): Value {
  const rest: Value[] = self.source === undefined ? [] : setItems(self.source).slice(self.size - self.left);
  return tuple([builtin('iter'), tuple([new PyList(rest)])]);
}

function iteratorHint(self: PySetIterator): Value {
  return int(self.source !== undefined && self.size === setSize(self.source) ? self.left : 0);
}

/** `set()` and `set(iterable)`. */
function setConstruct(args: Value[]): Value | undefined {
  if (args.length > 1) return undefined;
  const set = new PySet();
  if (args.length === 1) setUpdate(set, args[0]!);
  return set;
}

export function installSet(): void {
  setType.construct = setConstruct;
  installType(setType, {
    signature: '(iterable=(), /)',
    new: quickly(method('($type, *args, **kwargs)', setNew), setNew),
    methods: {
      ...sharedMethods(),
      __init__: initSlot('set', setInit),
      __isub__: inplaceOperator((a, b) => differenceUpdate(a, [b])),
      __iand__: inplaceOperator((a, b) => intersectionUpdate(a, [b])),
      __ixor__: inplaceOperator(symmetricDifferenceUpdate),
      __ior__: inplaceOperator((a, b) => setUpdateMethod(a, [b])),
      add: method('($self, object, /)', setAddMethod, undefined, 'raw'),
      clear: method('($self, /)', (self: PySet) => {
        setClear(self);
        return None;
      }),
      copy: method('($self, /)', copyOf),
      discard: method('($self, object, /)', setDiscardMethod),
      difference_update: method(others, differenceUpdate),
      intersection_update: method(others, intersectionUpdate),
      pop: method('($self, /)', setPopMethod),
      remove: method('($self, object, /)', setRemove),
      symmetric_difference_update: method(one, symmetricDifferenceUpdate),
      update: method(others, setUpdateMethod),
    },
    attributes: { __hash__: None },
  });
  frozenSetType.construct = frozenSetConstruct;
  installType(frozenSetType, {
    signature: '(iterable=(), /)',
    new: method('($type, *args, **kwargs)', frozenSetNew),
    methods: { ...sharedMethods(), __hash__: slot('($self, /)', frozenSetHash) },
  });
  installIterator(setIteratorType, {
    __length_hint__: method('($self, /)', iteratorHint),
    __reduce__: method('($self, /)', iteratorReduce),
  });
}
