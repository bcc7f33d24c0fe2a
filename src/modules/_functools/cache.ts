// functools.lru_cache: results by arguments, the least recently used one dropped when full. CPython: Modules/_functoolsmodule.c (lru_cache_*)
import { None, PyObject } from '../../runtime/core/object.ts';
import { intType, staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { type Entry, int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import {
  dictAdd,
  dictClear,
  dictFind,
  dictFindAgain,
  dictFindKnown,
  dictRemoveAt,
  dictSize,
  Found,
} from '../../runtime/objects/dict/table.ts';
import { PyMethod } from '../../runtime/objects/function/function.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { setInstanceDict } from '../../runtime/objects/type/instance-dict.ts';
import { getAttr, instanceDict } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';

/** A result in a cache of limited size; all of them are a ring through the cache's `ring`, the one used last behind. CPython: lru_list_elem */
class PyResult extends PyObject {
  readonly key: Value;
  readonly found: Found;
  readonly value: Value;
  previous: PyResult;
  next: PyResult;
  constructor(key: Value, found: Found, value: Value) {
    super();
    this.key = key;
    this.found = found;
    this.value = value;
    this.previous = this;
    this.next = this;
  }
  leave(): void {
    this.previous.next = this.next;
    this.next.previous = this.previous;
  }
  /** Becomes the last before `ring`. */
  enter(ring: PyResult): void {
    this.previous = ring.previous;
    this.next = ring;
    ring.previous.next = this;
    ring.previous = this;
  }
}
const resultType: PyType = staticType('_lru_list_elem', PyResult, { module: 'functools', instantiable: false });

export class PyLruCache extends PyObject {
  readonly f: Value;
  /** -1: without limit. */
  readonly size: number;
  readonly typed: boolean;
  readonly infoType: Value;
  /** By key the result, in a `PyResult` when the size is limited. */
  readonly results: PyDict = new PyDict();
  /** Its next is the result used longest ago. */
  readonly ring: PyResult = new PyResult(None, new Found(), None);
  /** What `callee` calls. */
  readonly quickCall: Entry;
  hits = 0;
  misses = 0;
  constructor(f: Value, size: number, typed: boolean, infoType: Value) {
    super();
    this.f = f;
    this.size = size;
    this.typed = typed;
    this.infoType = infoType;
    this.results.keyRole = '';
    this.quickCall = (...args) => callCached(this, args, []);
  }
}
export const lruCacheType: PyType = staticType('_lru_cache_wrapper', PyLruCache, {
  module: 'functools',
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

class PyMark extends PyObject {}
/** Between positional and keyword arguments of a key. */
const MARK = new PyMark();
const markType: PyType = staticType('_keyword_mark', PyMark, { instantiable: false });

/** CPython: lru_cache_make_key */
function makeKey(self: PyLruCache, args: readonly Value[], names: readonly string[]): Value {
  if (names.length === 0 && !self.typed) {
    const only = args[0]!;
    if (args.length === 1 && (typeof only === 'string' || (typeof only === 'number' && Number.isInteger(only)))) {
      return only;
    }
    return new PyTuple(args as Value[]);
  }
  const given = args.length - names.length;
  const key: Value[] = args.slice(0, given);
  if (names.length > 0) {
    key.push(MARK);
    for (let i = 0; i < names.length; i++) key.push(names[i]!, args[given + i]!);
  }
  if (self.typed) key.push(...args.map(typeOf));
  return new PyTuple(key);
}

function callCached(self: PyLruCache, args: Value[], names: readonly string[]): Value {
  if (self.size > 0) return callBounded(self, args, names);
  if (self.size < 0) return callUnbounded(self, args, names);
  self.misses++;
  return compute(self, args, names);
}

function compute(self: PyLruCache, args: Value[], names: readonly string[]): Value {
  return names.length === 0 ? call(self.f, ...args) : callKeywords(self.f, args, names);
}

/** CPython: infinite_lru_cache_wrapper */
function callUnbounded(self: PyLruCache, args: Value[], names: readonly string[]): Value {
  const { results } = self;
  const key = makeKey(self, args, names);
  const found = new Found();
  let place = dictFind(results, key, found);
  if (place > 0) {
    self.hits++;
    return results.entries[place + 1]!;
  }
  self.misses++;
  const value = compute(self, args, names);
  // The call may have cached this very result, or cleared the cache.
  place = dictFindAgain(results, key, found);
  if (place > 0) results.entries[place + 1] = value;
  else dictAdd(results, key, found, value);
  return value;
}

/** CPython: bounded_lru_cache_wrapper */
function callBounded(self: PyLruCache, args: Value[], names: readonly string[]): Value {
  const { results, ring } = self;
  const key = makeKey(self, args, names);
  const found = new Found();
  const place = dictFind(results, key, found);
  if (place > 0) {
    self.hits++;
    const result = results.entries[place + 1] as PyResult;
    if (result.next !== ring) {
      result.leave();
      result.enter(ring);
    }
    return result.value;
  }
  self.misses++;
  const value = compute(self, args, names);
  // The call may have cached this very result.
  if (dictFindAgain(results, key, found) > 0) return value;
  if (results.size >= self.size && !dropOldest(self)) return value;
  const result = new PyResult(key, found, value);
  dictAdd(results, key, found, result);
  result.enter(ring);
  return value;
}

/** False when the oldest key is no longer found, as its `__eq__` has changed. */
function dropOldest({ results, ring }: PyLruCache): boolean {
  const oldest = ring.next;
  oldest.leave();
  const place = dictFindKnown(results, oldest.key, oldest.found.hash, oldest.found);
  if (place === 0) return false;
  dictRemoveAt(results, place);
  return true;
}

function newCache(cls: PyType, f: Value, maxsize: Value, typed: Value, infoType: Value): Value {
  if (!isCallable(f)) throw typeError('the first argument must be callable');
  let size = -1;
  if (maxsize !== None) {
    if (typeOf(maxsize) !== intType && typeof maxsize !== 'boolean') {
      throw typeError('maxsize should be integer or None');
    }
    size = Math.max(0, Number(asIndex(maxsize)));
  }
  return new (cls.Instance as unknown as typeof PyLruCache)(f, size, isTrue(typed), infoType);
}

export function installCache(): void {
  installType(markType, {});
  installType(resultType, {});
  PyLruCache.prototype.descrGet = function (this: PyLruCache, obj) {
    return obj === undefined ? this : new PyMethod(this, obj);
  };
  installType(lruCacheType, {
    doc: 'Create a cached callable that wraps another function.',
    new: method('!($type, user_function, maxsize, typed, cache_info_type)', newCache),
    methods: {
      __call__: {
        ...slot('($self, /, *args, **kwargs)', (self: PyLruCache, ...args: Value[]) => callCached(self, args, [])),
        style: 'raw',
        vectorcall: ([self, ...args], names) => callCached(self as PyLruCache, args, names),
      },
      __get__: slot('($self, instance, owner=None, /)', (self: PyLruCache, obj: Value) =>
        obj === None ? self : new PyMethod(self, obj),
      ),
      cache_info: method(
        '($self, /)',
        (self: PyLruCache) =>
          call(
            self.infoType,
            int(self.hits),
            int(self.misses),
            self.size < 0 ? None : int(self.size),
            int(dictSize(self.results)),
          ),
        'Report cache statistics',
      ),
      cache_clear: method(
        '($self, /)',
        (self: PyLruCache) => {
          self.hits = 0;
          self.misses = 0;
          dictClear(self.results);
          self.ring.next = self.ring.previous = self.ring;
          return None;
        },
        'Clear the cache and cache statistics',
      ),
      __reduce__: method('($self, /)', (self: PyLruCache) => getAttr(self, '__qualname__')),
      __copy__: method('!($self, /)', (self: Value) => self),
      __deepcopy__: method('!($self, memo, /)', (self: Value) => self),
    },
    properties: { __dict__: getset((self: PyLruCache) => instanceDict(self), setInstanceDict) },
  });
}
