// Subscription, containment, length. CPython: Objects/abstract.c (PyObject_GetItem, PySequence_Contains, PyObject_Size)

import type { Slots } from '../core/object.ts';
import { PyInt, slotsOf, typeOf, typeType } from '../core/primitives.ts';
import { toss } from '../core/toss.ts';
import { isType, typeLookup } from '../core/type.ts';
import { type Entry, int, type Value } from '../core/value.ts';
import { keyError, overflowError, type Raised, typeError, valueError } from '../exceptions/errors.ts';
import { bytesType, PyBytes } from '../objects/bytes/bytes.ts';
import { dictType, PyDict } from '../objects/dict/dict.ts';
import { dictGet, dictSet } from '../objects/dict/table.ts';
import { genericAlias } from '../objects/generic-alias/generic-alias.ts';
import type { PyList } from '../objects/list/list.ts';
import { PyAnySet } from '../objects/set/set.ts';
import { setHas } from '../objects/set/table.ts';

import { lookupAttr } from './attribute.ts';
import { call } from './call.ts';
import { isTrue, sameOrEqual } from './compare.ts';
import { isIterable, iter } from './iterate.ts';
import { containsItem, isIndex } from './sequence.ts';
import { warnStrictSubclass } from './warn.ts';

/** `o[k]`. */
export function getItem(o: Value, k: Value): Value {
  if (o instanceof PyDict && o.cls === dictType) {
    const value = dictGet(o, k);
    if (value === undefined) toss(keyError(k));
    return value;
  }
  if (typeof k === 'number' && o instanceof PyBytes && o.cls === bytesType && (k as number) >= 0) {
    const byte = o.at(k);
    if (byte !== undefined) return int(byte);
  }
  const method = (slotsOf(o) as Slots)['m$__getitem__'] as Entry | undefined;
  if (method !== undefined) return method(o, k);
  if (isType(o)) return classGetItem(o, k);
  throw typeError(`'${typeOf(o).typeName}' object is not subscriptable`);
}

/** `C[k]`. */
function classGetItem(o: Value, k: Value): Value {
  const method =
    isType(o) && typeLookup(o, '__class_getitem__') !== undefined ? lookupAttr(o, '__class_getitem__') : undefined;
  if (method !== undefined) return call(method, k);
  if (o === typeType) return genericAlias(o, k);
  throw typeError(`type '${(o as { typeName?: string }).typeName}' is not subscriptable`);
}

export function setItem(o: Value, k: Value, v: Value): void {
  if (o instanceof PyDict && o.cls === dictType) {
    dictSet(o, k, v);
    return;
  }
  const method = (slotsOf(o) as Slots)['m$__setitem__'] as Entry | undefined;
  if (method === undefined) throw typeError(`'${typeOf(o).typeName}' object does not support item assignment`);
  method(o, k, v);
}

export function delItem(o: Value, k: Value): void {
  const method = (slotsOf(o) as Slots)['m$__delitem__'] as Entry | undefined;
  if (method === undefined) {
    const { typeName, attrs } = typeOf(o);
    // Heap types, which have a `__module__` of their own, have the slots of a sequence in any case, and another message.
    const isHeap = typeof attrs.get('__module__') === 'string';
    const { m$__getitem__: numbered, isMapped } = slotsOf(o) as Slots;
    const indexable = isHeap || (numbered !== undefined && isMapped === undefined);
    const verb = indexable && isIndex(k) ? "doesn't" : 'does not';
    throw typeError(`'${typeName}' object ${verb} support item deletion`);
  }
  method(o, k);
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  if (typeof container === 'string' && typeof item === 'string') return container.includes(item);
  if (container instanceof PyDict && container.cls === dictType) return dictGet(container, item) !== undefined;
  // Strings and classes in a plain set are not hashed by Python.
  if (typeof item !== 'object' && container instanceof PyAnySet && (container.cls.flags & 1) === 0) {
    const names = container.table?.names;
    if (names !== undefined && typeof item === 'string') return names.has(item);
    return setHas(container, item);
  }
  const method = (slotsOf(container) as Slots)['m$__contains__'] as Entry | undefined;
  if (method !== undefined) {
    if (typeof container === 'object' && container.sq !== undefined && (container.cls.flags & 1) === 0) {
      return containsItem((container as PyList).items, item);
    }
    return isTrue(method(container, item));
  }
  if (typeOf(container).mro.some((t) => t.attrs.has('__contains__'))) throw notContainer(container);
  return iteratesTo(container, item);
}

function notContainer(container: Value): Raised {
  return typeError(`'${typeOf(container).typeName}' object is not a container`);
}

function iteratesTo(container: Value, item: Value): boolean {
  if (!isIterable(container)) {
    throw typeError(`argument of type '${typeOf(container).typeName}' is not a container or iterable`);
  }
  const iterator = iter(container);
  for (let each = iterator.iternext(); each !== undefined; each = iterator.iternext()) {
    if (sameOrEqual(each, item)) return true;
  }
  return false;
}

/** `len(v)`. */
export function length(v: Value): number {
  if (typeof v === 'string') return v.length;
  const method = (slotsOf(v) as Slots)['m$__len__'] as Entry | undefined;
  if (method === undefined) throw typeError(`object of type '${typeOf(v).typeName}' has no len()`);
  const n = method(v);
  if (typeof n === 'number' && n >= 0 && Number.isInteger(n)) return n;
  return lengthSlow(n);
}

function lengthSlow(n: Value): number {
  const value = checkedLength(n);
  if (typeof value === 'bigint') throw overflowError("cannot fit 'int' into an index-sized integer");
  return value;
}

function checkedLength(n: Value): number | bigint {
  const value = asIndex(n);
  if (value < 0) throw valueError('__len__() should return >= 0');
  if (value >= SSIZE_LIMIT) throw overflowError("cannot fit 'int' into an index-sized integer");
  return value;
}

/** `len(v)`, which may be beyond the safe integers. CPython: PyObject_Size */
export function exactLength(v: Value): number | bigint {
  if (typeof v === 'string') return v.length;
  const method = (slotsOf(v) as Slots)['m$__len__'] as Entry | undefined;
  if (method === undefined) throw typeError(`object of type '${typeOf(v).typeName}' has no len()`);
  const n = method(v);
  return typeof n === 'number' && n >= 0 && Number.isInteger(n) ? n : checkedLength(n);
}

/** `operator.index(v)` as a JS number or bigint. CPython: PyNumber_Index */
export function asIndex(v: Value): number | bigint {
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (typeof v === 'bigint') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (v instanceof PyInt) return v.value;
  const method = (slotsOf(v) as Slots)['m$__index__'] as Entry | undefined;
  if (method === undefined) throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer`);
  return intResult(method(v), '__index__');
}

/** What `__index__` or `__int__` gave, which must be an int; an instance of a subclass is deprecated but serves. */
export function intResult(result: Value, name: '__index__' | '__int__'): number | bigint {
  if (typeof result === 'number' && Number.isInteger(result)) return result;
  if (typeof result === 'bigint') return result;
  const { typeName } = typeOf(result);
  if (typeof result !== 'boolean' && !(result instanceof PyInt)) {
    throw typeError(`${name} returned non-int (type ${typeName})`);
  }
  warnStrictSubclass(name, 'int', typeName);
  return typeof result === 'boolean' ? Number(result) : result.value;
}

/** An index-sized int, beyond the safe integers a double of about that size; larger ones raise what `overflow` makes. CPython: PyNumber_AsSsize_t */
export function asSize(v: Value, overflow: (message: string) => Raised): number {
  const n = asIndex(v);
  if (typeof n === 'number') return n;
  if (n < SSIZE_LIMIT && n >= -SSIZE_LIMIT) return Number(n);
  throw overflow(`cannot fit '${typeOf(v).typeName}' into an index-sized integer`);
}

const SSIZE_LIMIT = 1n << 63n;

/** A `Py_ssize_t` argument; beyond the safe integers it is a double of about that size. CPython: Argument Clinic's converter */
export function sizeArgument(v: Value): number {
  const n = asIndex(v);
  if (typeof n === 'number') return n;
  if (n >= SSIZE_LIMIT || n < -SSIZE_LIMIT) throw overflowError('Python int too large to convert to C ssize_t');
  return Number(n);
}

/** A C `int` argument. CPython: PyLong_AsInt */
export function intArgument(v: Value): number {
  const n = asIndex(v);
  if (n > 0x7fffffff || n < -0x80000000) throw overflowError('Python int too large to convert to C int');
  return n as number;
}

/** A C `int` where a format string asks for one. CPython: getargs.c, format unit i */
export function parsedInt(v: Value): number {
  const n = asIndex(v);
  if (n >= SSIZE_LIMIT || n < -SSIZE_LIMIT) throw overflowError('Python int too large to convert to C long');
  if (n > 0x7fffffff) throw overflowError('signed integer is greater than maximum');
  if (n < -0x80000000) throw overflowError('signed integer is less than minimum');
  return n as number;
}
