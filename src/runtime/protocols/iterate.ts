// Iteration. An iterator is any object with the JS method `iternext`. CPython: Objects/abstract.c (PyObject_GetIter, PyIter_Next)
import type { PyObject } from '../core/object.ts';
import { PyStr, slotsOf, strType, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { type Raised, typeError, valueError } from '../exceptions/errors.ts';
import { PyListIterator, PySequenceIterator, PyTupleIterator } from '../objects/list/iterator.ts';
import { PyList } from '../objects/list/list.ts';
import { PyStrIterator } from '../objects/str/iterator.ts';
import type { PyTuple } from '../objects/tuple/tuple.ts';

/** What `iter` gives: stepping it costs one call, and the end is `undefined`. */
export interface Iterator_ extends PyObject {
  iternext: () => Value | undefined;
  /** All that is left, in one go, where no Python can run meanwhile. */
  rest?: () => Value[];
}

/** `iter(v)`. */
export function iter(v: Value): Iterator_ {
  if (typeof v === 'object') {
    if (v.sq === 2 && !(v.cls.flags & 1)) return new PyListIterator(v as PyList) as Iterator_;
    if (v.sq === 1 && !(v.cls.flags & 1)) return new PyTupleIterator(v as PyTuple) as Iterator_;
  } else if (typeof v === 'string') return new PyStrIterator(v) as Iterator_;
  return iterSlow(v);
}

function iterSlow(v: Value): Iterator_ {
  const slots = slotsOf(v) as unknown as IterSlots;
  const make = slots.m$__iter__;
  if (make !== undefined) {
    const iterator = make(v);
    if (typeof iterator === 'object' && iterator.iternext !== undefined) return iterator as Iterator_;
    throw typeError(`iter() returned non-iterator of type '${typeOf(iterator).typeName}'`);
  }
  if (v instanceof PyStr && v.cls === strType) return new PyStrIterator(v) as Iterator_;
  const blocked = typeOf(v).mro.some((t) => t.attrs.has('__iter__'));
  if (!blocked && numbersItems(slots)) return new PySequenceIterator(v, slots.m$__getitem__!) as Iterator_;
  throw typeError(`'${typeOf(v).typeName}' object is not iterable`);
}

interface IterSlots {
  m$__iter__?: Entry;
  m$__getitem__?: Entry;
  isMapped?: true;
}

/** CPython: PySequence_Check */
function numbersItems(slots: IterSlots): boolean {
  return slots.m$__getitem__ !== undefined && slots.isMapped === undefined;
}

/** Whether there is something to iterate by; it may still fail, as `__iter__ = None` does. */
export function isIterable(v: Value): boolean {
  if (typeof v === 'string') return true;
  const slots = slotsOf(v) as unknown as IterSlots;
  return slots.m$__iter__ !== undefined || numbersItems(slots);
}

/** All items as a JS array the caller may keep: `[*v]`. */
export function spread(v: Value): Value[] {
  if (typeof v === 'object' && v.sq !== undefined && !(v.cls.flags & 1)) return (v as PyList).items.slice();
  const iterator = iter(v);
  if (iterator.rest !== undefined) return iterator.rest();
  const items: Value[] = [];
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) items.push(item);
  return items;
}

/** All items as a JS array that must not be changed. */
export function itemsOf(v: Value): readonly Value[] {
  if (typeof v === 'object' && v.sq !== undefined && !(v.cls.flags & 1)) return (v as PyList).items;
  return spread(v);
}

/** `a, b = v`: exactly n items. CPython: _PyEval_UnpackIterableStackRef */
export function unpack(v: Value, n: number): readonly Value[] {
  if (typeof v === 'object' && v.sq !== undefined && !(v.cls.flags & 1)) {
    const { items } = v as PyList;
    if (items.length === n) return items;
    if (items.length < n) throw tooFew(n, items.length, '');
    throw tooMany(v, n);
  }
  const iterator = unpackIterator(v);
  const items: Value[] = [];
  while (items.length < n) {
    const item = iterator.iternext();
    if (item === undefined) throw tooFew(n, items.length, '');
    items.push(item);
  }
  if (iterator.iternext() !== undefined) throw tooMany(v, n);
  return items;
}

function tooMany(v: Value, n: number): Raised {
  const { typeName } = typeOf(v);
  const size =
    typeName === 'list' || typeName === 'tuple' || typeName === 'dict'
      ? (slotsOf(v) as unknown as { m$__len__: Entry }).m$__len__(v)
      : undefined;
  const got = size === undefined ? '' : `, got ${String(size)}`;
  return valueError(`too many values to unpack (expected ${n}${got})`);
}

function tooFew(n: number, got: number, atLeast: string): Raised {
  return valueError(`not enough values to unpack (expected ${atLeast}${n}, got ${got})`);
}

function unpackIterator(v: Value): Iterator_ {
  if (!isIterable(v)) throw typeError(`cannot unpack non-iterable ${typeOf(v).typeName} object`);
  return iter(v);
}

/** `a, *b, c = v`: `before` items, a list, `after` items. */
export function unpackStarred(v: Value, before: number, after: number): Value[] {
  const all = isPlainSequence(v) ? v.items : collected(unpackIterator(v));
  const rest = all.length - before - after;
  if (rest < 0) throw tooFew(before + after, all.length, 'at least ');
  const parts = new Array<Value>(before + 1 + after);
  for (let i = 0; i < before; i++) parts[i] = all[i]!;
  parts[before] = new PyList(all.slice(before, before + rest));
  for (let i = 0; i < after; i++) parts[before + 1 + i] = all[before + rest + i]!;
  return parts;
}

function isPlainSequence(v: Value): v is PyList {
  return typeof v === 'object' && v.sq !== undefined && !(v.cls.flags & 1);
}

function collected(iterator: Iterator_): Value[] {
  const all: Value[] = [];
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) all.push(item);
  return all;
}
