// The table of deque. CPython: Modules/_collectionsmodule.c
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { bareName, type PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import {
  indexError,
  overflowError,
  type Raised,
  runtimeError,
  typeError,
  valueError,
} from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { intValue } from '../../runtime/objects/int/int.ts';
import { emptyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { type CompareOp, sameOrEqual } from '../../runtime/protocols/compare.ts';
import { asIndex, asSize, sizeArgument } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { nextOrStop } from '../../runtime/protocols/next.ts';
import {
  boundArgument,
  compareItems,
  comparisons,
  guardedRepr,
  isIndex,
  repeatCount,
  repeatItems,
  reprItems,
} from '../../runtime/protocols/sequence.ts';
import {
  dequeIteratorType,
  dequeType,
  PyDeque,
  PyDequeIterator,
  PyReverseDequeIterator,
  reverseDequeIteratorType,
} from './deque.ts';

function dequeInit(self: PyDeque, iterable?: Value, maxlen?: Value): Value {
  self.maxlen = undefined;
  if (maxlen !== undefined && maxlen !== None) {
    const n = intValue(maxlen);
    if (n === undefined) throw typeError('an integer is required');
    if (n < 0) throw valueError('maxlen must be non-negative');
    if (typeof n === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
    self.maxlen = n;
  }
  self.replace([]);
  return iterable === undefined ? None : dequeExtend(self, iterable);
}

function dequeExtend(self: PyDeque, iterable: Value): Value {
  if (iterable === self) {
    for (const item of self.toArray()) self.push(item);
    return None;
  }
  const iterator = iter(iterable);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) self.push(item);
  return None;
}

function dequeExtendleft(self: PyDeque, iterable: Value): Value {
  if (iterable === self) {
    for (const item of self.toArray()) self.unshift(item);
    return None;
  }
  const iterator = iter(iterable);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) self.unshift(item);
  return None;
}

function popped(value: Value | undefined): Value {
  if (value === undefined) throw indexError('pop from an empty deque');
  return value;
}

/** A new deque of the same class and bound. CPython: deque_copy_impl */
function dequeCopy(self: PyDeque): Value {
  if (self.cls === dequeType) return make(self.toArray(), self.maxlen);
  return self.maxlen === undefined ? call(self.cls, self) : call(self.cls, self, int(self.maxlen));
}

function make(items: readonly Value[], maxlen: number | undefined): PyDeque {
  const deque = new PyDeque();
  deque.maxlen = maxlen;
  deque.replace(maxlen !== undefined && items.length > maxlen ? items.slice(items.length - maxlen) : items);
  return deque;
}

function indexOf(self: PyDeque, key: Value, what: (message: string) => Raised): number {
  if (!isIndex(key)) throw typeError(`sequence index must be integer, not '${typeOf(key).typeName}'`);
  const index = asSize(key, what);
  const at = index < 0 ? index + self.size : index;
  if (at < 0 || at >= self.size) throw indexError('deque index out of range');
  return at;
}

function dequeInsert(self: PyDeque, index: Value, value: Value): Value {
  if (self.maxlen !== undefined && self.size >= self.maxlen) throw indexError('deque already at its maximum size');
  const at = asSize(index, overflowError);
  const items = self.toArray();
  items.splice(at < 0 ? Math.max(0, at + items.length) : at, 0, value);
  self.replace(items);
  return None;
}

function removeAt(self: PyDeque, index: number): void {
  const items = self.toArray();
  items.splice(index, 1);
  self.replace(items);
}

function dequeRemove(self: PyDeque, value: Value): Value {
  for (let i = 0; i < self.size; i++) {
    const { version } = self;
    const same = sameOrEqual(self.at(i), value);
    if (self.version !== version) throw indexError('deque mutated during remove().');
    if (!same) continue;
    removeAt(self, i);
    return None;
  }
  throw valueError('deque.remove(x): x not in deque');
}

function dequeIndex(self: PyDeque, value: Value, start?: Value, stop?: Value): Value {
  const { version } = self;
  let from = boundArgument(start, 0);
  let to = boundArgument(stop, self.size);
  if (from < 0) from = Math.max(0, from + self.size);
  if (to < 0) to = Math.max(0, to + self.size);
  to = Math.min(to, self.size);
  for (let i = from; i < to; i++) {
    const same = sameOrEqual(self.at(i), value);
    mutated(self, version);
    if (same) return int(i);
  }
  throw valueError('deque.index(x): x not in deque');
}

function mutated(self: PyDeque, version: number): void {
  if (self.version !== version) throw runtimeError('deque mutated during iteration');
}

function dequeCount(self: PyDeque, value: Value): Value {
  const { version } = self;
  let count = 0;
  for (let i = 0; i < self.size; i++) {
    if (sameOrEqual(self.at(i), value)) count++;
    mutated(self, version);
  }
  return int(count);
}

function dequeContains(self: PyDeque, value: Value): Value {
  const { version } = self;
  for (let i = 0; i < self.size; i++) {
    const same = sameOrEqual(self.at(i), value);
    mutated(self, version);
    if (same) return true;
  }
  return false;
}

function dequeRotate(self: PyDeque, n?: Value): Value {
  const steps = n === undefined ? 1 : asIndex(n);
  if (typeof steps === 'bigint') sizeArgument(steps as Value);
  if (self.size <= 1) return None;
  let count = Number(typeof steps === 'bigint' ? steps % BigInt(self.size) : steps % self.size);
  if (count > self.size / 2) count -= self.size;
  else if (count < -self.size / 2) count += self.size;
  for (; count > 0; count--) self.unshift(self.pop()!);
  for (; count < 0; count++) self.push(self.shift()!);
  return None;
}

function dequeConcat(self: PyDeque, other: Value): Value {
  if (!(other instanceof PyDeque)) {
    throw typeError(`can only concatenate deque (not "${typeOf(other).typeName}") to deque`);
  }
  const copy = dequeCopy(self) as PyDeque;
  dequeExtend(copy, other);
  return copy;
}

function repeated(self: PyDeque, count: Value): Value[] {
  const items = self.toArray();
  return repeatItems(items, repeatCount(count));
}

function dequeCompare(self: PyDeque, other: Value, op: CompareOp): Value {
  return other instanceof PyDeque ? compareItems(self.toArray(), other.toArray(), op) : NotImplemented;
}

function dequeRepr(self: PyDeque): Value {
  const bound = self.maxlen === undefined ? '])' : `], maxlen=${self.maxlen})`;
  return guardedRepr(self, '[...]', () => reprItems(`${bareName(self.cls)}([`, self.toArray(), bound));
}

function dequeReduce(self: PyDeque): Value {
  const bound = self.maxlen === undefined ? [] : [int(self.maxlen)];
  const args = self.maxlen === undefined ? emptyTuple : tuple([emptyTuple, ...bound]);
  return tuple([self.cls, args, call(getAttr(self, '__getstate__')), iter(self)]);
}

function installIterators(): void {
  for (const type of [dequeIteratorType, reverseDequeIteratorType]) {
    const Layout = type === dequeIteratorType ? PyDequeIterator : PyReverseDequeIterator;
    installType(type, {
      new: method('!($type, iterable, index=0, /)', (_cls: PyType, deque: Value, index?: Value) => {
        if (!(deque instanceof PyDeque))
          throw typeError(`argument 1 must be collections.deque, not ${typeOf(deque).typeName}`);
        const iterator = new Layout(deque, type === reverseDequeIteratorType);
        iterator.index = index === undefined ? 0 : Number(intValue(index));
        return iterator;
      }),
      methods: {
        __iter__: slot('($self, /)', (self: Value) => self),
        __next__: slot('($self, /)', nextOrStop),
        __length_hint__: method('($self, /)', (self: PyDequeIterator) =>
          int(Math.max(0, self.deque.size - self.index)),
        ),
        __reduce__: method('($self, /)', (self: PyDequeIterator) =>
          tuple([self.cls, tuple([self.deque, int(Math.min(self.index, self.deque.size))])]),
        ),
      },
    });
  }
}

export function installDeque(): void {
  const compare = Object.fromEntries(
    Object.entries(comparisons<PyDeque>(dequeCompare)).map(([name, run]) => [name, slot('($self, value, /)', run)]),
  );
  installType(dequeType, {
    doc: 'A list-like sequence optimized for data accesses near its endpoints.',
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PyDeque)()),
    methods: {
      ...compare,
      __init__: slot('!($self, /, iterable=(), maxlen=None)', dequeInit),
      __repr__: slot('($self, /)', dequeRepr),
      __len__: slot('($self, /)', (self: PyDeque) => int(self.size)),
      __getitem__: slot('($self, key, /)', (self: PyDeque, key: Value) => self.at(indexOf(self, key, indexError))),
      __setitem__: slot('($self, key, value, /)', (self: PyDeque, key: Value, value: Value) => {
        self.put(indexOf(self, key, indexError), value);
        return None;
      }),
      __delitem__: slot('($self, key, /)', (self: PyDeque, key: Value) => {
        removeAt(self, indexOf(self, key, indexError));
        return None;
      }),
      __contains__: slot('($self, key, /)', dequeContains),
      __iter__: slot('($self, /)', (self: PyDeque) => new PyDequeIterator(self, false)),
      __reversed__: method('($self, /)', (self: PyDeque) => new PyReverseDequeIterator(self, true)),
      __add__: slot('($self, value, /)', dequeConcat),
      __iadd__: slot('($self, value, /)', (self: PyDeque, other: Value) => {
        dequeExtend(self, other);
        return self;
      }),
      __mul__: slot('($self, value, /)', (self: PyDeque, count: Value) => make(repeated(self, count), self.maxlen)),
      __rmul__: slot('($self, value, /)', (self: PyDeque, count: Value) => make(repeated(self, count), self.maxlen)),
      __imul__: slot('($self, value, /)', (self: PyDeque, count: Value) => {
        self.replace(make(repeated(self, count), self.maxlen).toArray());
        return self;
      }),
      __copy__: method('($self, /)', dequeCopy),
      __reduce__: method('($self, /)', dequeReduce),
      __sizeof__: method('($self, /)', (self: PyDeque) => int(744 + 528 * Math.ceil(Math.max(0, self.size - 63) / 64))),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
      append: method('($self, item, /)', (self: PyDeque, item: Value) => {
        self.push(item);
        return None;
      }),
      appendleft: method('($self, item, /)', (self: PyDeque, item: Value) => {
        self.unshift(item);
        return None;
      }),
      pop: method('($self, /)', (self: PyDeque) => popped(self.pop())),
      popleft: method('($self, /)', (self: PyDeque) => popped(self.shift())),
      extend: method('($self, iterable, /)', dequeExtend),
      extendleft: method('($self, iterable, /)', dequeExtendleft),
      clear: method('($self, /)', (self: PyDeque) => {
        self.replace([]);
        return None;
      }),
      copy: method('($self, /)', dequeCopy),
      count: method('($self, value, /)', dequeCount),
      index: method('!($self, value, start=0, stop=9223372036854775807, /)', dequeIndex),
      insert: method('($self, index, value, /)', dequeInsert),
      remove: method('($self, value, /)', dequeRemove),
      reverse: method('($self, /)', (self: PyDeque) => {
        self.replace(self.toArray().reverse());
        return None;
      }),
      rotate: method('($self, n=1, /)', dequeRotate),
    },
    properties: { maxlen: getset((self: PyDeque) => (self.maxlen === undefined ? None : int(self.maxlen))) },
    attributes: { __hash__: None },
  });
  PyDeque.prototype.sqConcat = true;
  installIterators();
}
