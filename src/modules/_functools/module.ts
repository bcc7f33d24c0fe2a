// The natives of functools. CPython: Modules/_functoolsmodule.c
import { None, NotImplemented, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn, getset, installType, member, slot } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { call } from '../../runtime/protocols/call.ts';
import { type CompareOp, richCompare } from '../../runtime/protocols/compare.ts';
import { type Iterator_, iter } from '../../runtime/protocols/iterate.ts';
import { installCache, lruCacheType } from './cache.ts';
import { installPartial, Placeholder, partialType, placeholderType } from './partial.ts';

/** What `cmp_to_key` gives: called with an object it wraps it for sorting. */
class PyKeyWrapper extends PyObject {
  readonly compare: Value;
  readonly object: Value | undefined;
  constructor(compare: Value, object?: Value) {
    super();
    this.compare = compare;
    this.object = object;
  }
}
const keyWrapperType: PyType = staticType('KeyWrapper', PyKeyWrapper, { module: 'functools', instantiable: false });

function compareKeys(op: CompareOp) {
  return (self: PyKeyWrapper, other: Value): Value => {
    if (!(other instanceof PyKeyWrapper)) {
      if (op === '__eq__' || op === '__ne__') return NotImplemented;
      throw typeError('other argument must be K instance');
    }
    if (self.object === undefined || other.object === undefined) throw typeError('object');
    return richCompare(call(self.compare, self.object, other.object), int(0), op);
  };
}

function installKeyWrapper(): void {
  const compare = (op: CompareOp) => slot('($self, value, /)', compareKeys(op));
  installType(keyWrapperType, {
    methods: {
      __call__: slot('($self, /, obj)', (self: PyKeyWrapper, object: Value) => new PyKeyWrapper(self.compare, object)),
      __lt__: compare('__lt__'),
      __le__: compare('__le__'),
      __eq__: compare('__eq__'),
      __ne__: compare('__ne__'),
      __gt__: compare('__gt__'),
      __ge__: compare('__ge__'),
    },
    properties: {
      obj: member((self: PyKeyWrapper) => self.object ?? None),
      __text_signature__: getset(() => '(obj)'),
    },
    attributes: { __hash__: None },
  });
}

function iterableOf(v: Value): Iterator_ {
  try {
    return iter(v);
  } catch (e) {
    throw isError(e, 'TypeError') ? typeError('reduce() arg 2 must support iteration') : e;
  }
}

function reduce(f: Value, iterable: Value, initial?: Value): Value {
  const source = iterableOf(iterable);
  let result = initial ?? source.iternext();
  if (result === undefined) throw typeError('reduce() of empty iterable with no initial value');
  for (let value = source.iternext(); value !== undefined; value = source.iternext()) result = call(f, result, value);
  return result;
}

export const functoolsModule: NativeModule = {
  name: '_functools',
  doc: 'Tools that operate on functions.',
  functions: {
    cmp_to_key: fn(
      '($module, /, mycmp)',
      (compare: Value) => new PyKeyWrapper(compare),
      'Convert a cmp= function into a key= function.',
    ),
    reduce: fn('($module, function, iterable, /, initial=<unrepresentable>)', reduce),
  },
  types: { partial: partialType, _lru_cache_wrapper: lruCacheType, _PlaceholderType: placeholderType },
  values: () => ({ Placeholder }),
  install() {
    installPartial();
    installCache();
    installKeyWrapper();
  },
};
