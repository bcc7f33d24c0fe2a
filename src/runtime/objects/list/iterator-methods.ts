// What iterators over sequences show: hints of what is left and their state for pickling. CPython: Objects/listobject.c, tupleobject.c, iterobject.c
import { None, NotImplemented, type Slots } from '../../core/object.ts';
import { slotsOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { attributeError, overflowError } from '../../exceptions/errors.ts';
import { installType, method, type NativeSpec, slot } from '../../native/define.ts';
import { asSize } from '../../protocols/item.ts';
import { nextOrStop } from '../../protocols/next.ts';
import { globalsDict } from '../dict/dict.ts';
import { dictGet } from '../dict/table.ts';
import { emptyTuple, PyTuple, tuple } from '../tuple/tuple.ts';
import {
  type ArrayIterator,
  callableIteratorType,
  listIteratorType,
  listReverseIteratorType,
  type PyCallableIterator,
  type PyListReverseIterator,
  type PySequenceIterator,
  sequenceIteratorType,
  tupleIteratorType,
} from './iterator.ts';
import { PyList } from './list.ts';

/** The built-in function `name`, as iterators name it in `__reduce__`; looked up late, as the guest may replace it. */
export function builtin(name: string): Value {
  const found = dictGet(globalsDict(state.interp.builtins), name);
  if (found === undefined) throw attributeError(name);
  return found;
}

function arrayReduce(empty: () => Value): (self: ArrayIterator) => Value {
  return (self) => {
    // Looking it up may run the guest's code, and that may exhaust the iterator.
    const make = builtin('iter');
    if (self.source === undefined) return tuple([make, tuple([empty()])]);
    return tuple([make, tuple([self.source as unknown as Value]), int(self.index)]);
  };
}

function arraySetState(self: ArrayIterator, value: Value): Value {
  const index = asSize(value, overflowError);
  if (self.source !== undefined) self.index = Math.min(Math.max(index, 0), self.source.items.length);
  return None;
}

function arrayHint(self: ArrayIterator): Value {
  return int(self.source === undefined ? 0 : Math.max(0, self.source.items.length - self.index));
}

function reverseReduce(self: PyListReverseIterator): Value {
  const make = builtin('reversed');
  if (self.source === undefined || self.index < 0) return tuple([make, tuple([new PyList([])])]);
  return tuple([make, tuple([self.source as unknown as Value]), int(self.index)]);
}

function reverseSetState(self: PyListReverseIterator, value: Value): Value {
  const index = asSize(value, overflowError);
  if (self.source !== undefined) self.index = Math.min(Math.max(index, -1), self.source.items.length - 1);
  return None;
}

function reverseHint(self: PyListReverseIterator): Value {
  const length = self.index + 1;
  return int(self.source === undefined || self.source.items.length < length ? 0 : length);
}

function sequenceHint(self: PySequenceIterator): Value {
  if (self.sequence === undefined) return int(0);
  const size = (slotsOf(self.sequence) as Slots)['m$__len__'] as Entry | undefined;
  if (size === undefined) return NotImplemented;
  return int(Math.max(0, Number(size(self.sequence)) - self.index));
}

function sequenceReduce(self: PySequenceIterator): Value {
  const make = builtin('iter');
  if (self.sequence === undefined) return tuple([make, tuple([emptyTuple])]);
  return tuple([make, tuple([self.sequence]), int(self.index)]);
}

function sequenceSetState(self: PySequenceIterator, value: Value): Value {
  const index = asSize(value, overflowError);
  if (self.sequence !== undefined) self.index = Math.max(0, index);
  return None;
}

function callableReduce(self: PyCallableIterator): Value {
  const make = builtin('iter');
  if (self.step === undefined || self.source === undefined) return tuple([make, tuple([emptyTuple])]);
  return tuple([make, new PyTuple([...self.source])]);
}

/** `__iter__` and `__next__` with what else an iterator type has. */
export function installIterator(type: PyType, methods: Record<string, NativeSpec>): void {
  installType(type, {
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      ...methods,
    },
  });
}

const hint = '__length_hint__';
const setState = '__setstate__';

export function installSequenceIterators(): void {
  installIterator(listIteratorType, {
    [hint]: method('($self, /)', arrayHint),
    __reduce__: method(
      '($self, /)',
      arrayReduce(() => new PyList([])),
    ),
    [setState]: method('($self, object, /)', arraySetState),
  });
  installIterator(tupleIteratorType, {
    [hint]: method('($self, /)', arrayHint),
    __reduce__: method(
      '($self, /)',
      arrayReduce(() => emptyTuple),
    ),
    [setState]: method('($self, object, /)', arraySetState),
  });
  installIterator(listReverseIteratorType, {
    [hint]: method('($self, /)', reverseHint),
    __reduce__: method('($self, /)', reverseReduce),
    [setState]: method('($self, object, /)', reverseSetState),
  });
  installIterator(sequenceIteratorType, {
    [hint]: method('($self, /)', sequenceHint),
    __reduce__: method('($self, /)', sequenceReduce),
    [setState]: method('($self, object, /)', sequenceSetState),
  });
  installIterator(callableIteratorType, { __reduce__: method('($self, /)', callableReduce) });
}
