// functools.lru_cache: results by arguments, the least recently used one dropped when full. CPython: Modules/_functoolsmodule.c (lru_cache_*)
import { None, PyObject } from '../../runtime/core/object.ts';
import { intType, staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import {
  dictClear,
  dictDelete,
  dictEntries,
  dictFirst,
  dictGet,
  dictSet,
  dictSize,
  dictValues,
  keywordNames,
} from '../../runtime/objects/dict/table.ts';
import { PyMethod } from '../../runtime/objects/function/function.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, instanceDict } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex } from '../../runtime/protocols/item.ts';

export class PyLruCache extends PyObject {
  readonly f: Value;
  /** -1: without limit. */
  readonly size: number;
  readonly typed: boolean;
  readonly infoType: Value;
  /** Oldest use first. */
  readonly results: PyDict = new PyDict();
  hits = 0;
  misses = 0;
  constructor(f: Value, size: number, typed: boolean, infoType: Value) {
    super();
    this.f = f;
    this.size = size;
    this.typed = typed;
    this.infoType = infoType;
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
function makeKey(self: PyLruCache, args: readonly Value[], keywords: PyDict): Value {
  if (keywords.size === 0 && !self.typed && args.length === 1) {
    const only = args[0]!;
    if (typeof only === 'string' || (typeof only === 'number' && Number.isInteger(only))) return only;
  }
  const key: Value[] = [...args];
  if (keywords.size > 0) {
    key.push(MARK);
    for (const [name, value] of dictEntries(keywords)) key.push(name, value);
  }
  if (self.typed) {
    key.push(...args.map(typeOf));
    for (const value of dictValues(keywords)) key.push(typeOf(value));
  }
  return tuple(key);
}

function callCached(self: PyLruCache, args: Value[], keywords: PyDict): Value {
  const invoke = (): Value =>
    keywords.size === 0
      ? call(self.f, ...args)
      : callKeywords(self.f, [...args, ...dictValues(keywords)] as Value[], keywordNames(keywords));
  if (self.size === 0) {
    self.misses++;
    return invoke();
  }
  const key = makeKey(self, args, keywords);
  const { results } = self;
  const known = dictGet(results, key);
  if (known !== undefined) {
    self.hits++;
    if (self.size > 0) touch(results, key, known);
    return known;
  }
  self.misses++;
  const value = invoke();
  store(self, key, value);
  return value;
}

/** Moves a result behind the others. */
function touch(results: PyDict, key: Value, value: Value): void {
  dictDelete(results, key);
  dictSet(results, key, value);
}

function store(self: PyLruCache, key: Value, value: Value): void {
  const { results, size } = self;
  if (size > 0 && dictGet(results, key) === undefined && dictSize(results) >= size) {
    const oldest = dictFirst(results);
    if (oldest !== undefined) dictDelete(results, oldest);
  }
  dictSet(results, key, value);
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
  PyLruCache.prototype.descrGet = function (this: PyLruCache, obj) {
    return obj === undefined ? this : new PyMethod(this, obj);
  };
  installType(lruCacheType, {
    doc: 'Create a cached callable that wraps another function.',
    new: method('!($type, user_function, maxsize, typed, cache_info_type)', newCache),
    methods: {
      __call__: slot('($self, /, *args, **kwargs)', callCached),
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
          return None;
        },
        'Clear the cache and cache statistics',
      ),
      __reduce__: method('($self, /)', (self: PyLruCache) => getAttr(self, '__qualname__')),
      __copy__: method('!($self, /)', (self: Value) => self),
      __deepcopy__: method('!($self, memo, /)', (self: Value) => self),
    },
    properties: { __dict__: getset((self: PyLruCache) => instanceDict(self)) },
  });
}
