// Abstract base classes: registries and the caches that make isinstance quick. CPython: Modules/_abc.c

import { None, NotImplemented, PyObject } from '../../runtime/core/object.ts';
import { objectType, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { collectionFlags, isSubtype, isType, type PyType, TypeFlags, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { assertionError, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { frozenSetOf } from '../../runtime/objects/set/make.ts';
import { PySet } from '../../runtime/objects/set/set.ts';
import { setAdd } from '../../runtime/objects/set/table.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { isSubclass } from '../../runtime/protocols/instance.ts';
import { spread } from '../../runtime/protocols/iterate.ts';

/** A class's `_abc_impl`: classes registered, known subclasses, known strangers as of a cache version. CPython: _abc_data */
class PyAbcData extends PyObject {
  readonly registry = new Set<PyType>();
  cache = new WeakSet<PyType>();
  negative = new WeakSet<PyType>();
  negativeVersion: number;
  constructor(version: number) {
    super();
    this.negativeVersion = version;
  }
}
staticType('_abc_data', PyAbcData, { module: '_abc' });

interface AbcState {
  counter: number;
}
const STATE: unique symbol = Symbol('_abc');

function abcState(): AbcState {
  let own = state.interp.states.get(STATE) as AbcState | undefined;
  if (own === undefined) state.interp.states.set(STATE, (own = { counter: 0 }));
  return own;
}

/** The class's own data, or what it inherits when it was made past ABCMeta. CPython: _get_impl */
function dataOf(cls: Value): PyAbcData {
  const data = (isType(cls) ? cls.attrs.get('_abc_impl') : undefined) ?? getAttr(cls, '_abc_impl');
  if (!(data instanceof PyAbcData)) throw typeError('_abc_impl is set to a wrong type');
  return data;
}

/** Names of the abstract methods the class has or inherits. CPython: compute_abstract_methods */
function abstractMethods(cls: PyType): Value[] {
  const names = new Set<Value>();
  for (const [name, value] of cls.attrs) if (isAbstract(value)) names.add(name);
  for (const base of cls.bases) {
    const inherited = lookupAttr(base, '__abstractmethods__');
    if (inherited === undefined) continue;
    for (const name of spread(inherited)) {
      const value = typeof name === 'string' ? lookupAttr(cls, name) : undefined;
      if (value !== undefined && isAbstract(value)) names.add(name);
    }
  }
  return [...names];
}

function isAbstract(value: Value): boolean {
  if (typeof value !== 'object' && typeof value !== 'function') return false;
  const flag = lookupAttr(value, '__isabstractmethod__');
  return flag !== undefined && isTrue(flag);
}

function abcInit(cls: Value): Value {
  if (!isType(cls)) throw typeError(`_abc_init() argument must be a type, not ${typeOf(cls).typeName}`);
  setAttr(cls, '__abstractmethods__', frozenSetOf(abstractMethods(cls)));
  setAttr(cls, '_abc_impl', new PyAbcData(abcState().counter));
  const flags = cls.attrs.get('__abc_tpflags__');
  if (typeof flags === 'number') {
    if ((flags & 0x60) === 0x60) {
      throw typeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
    }
    const wanted = (flags & 0x20 ? TypeFlags.SEQUENCE : 0) | (flags & 0x40 ? TypeFlags.MAPPING : 0);
    cls.flags = (cls.flags & ~(TypeFlags.SEQUENCE | TypeFlags.MAPPING)) | wanted;
    cls.attrs.delete('__abc_tpflags__');
  }
  return None;
}

function abcRegister(cls: Value, subclass: Value): Value {
  if (!isType(subclass)) throw typeError('Can only register classes');
  if (isSubclass(subclass, cls)) return subclass;
  if (isSubclass(cls, subclass)) throw runtimeError('Refusing to create an inheritance cycle');
  dataOf(cls).registry.add(subclass);
  abcState().counter++;
  const collection = collectionFlags(cls as PyType);
  if (collection !== 0) spreadFlags(subclass, collection);
  return subclass;
}

/** CPython: _PyType_SetFlagsRecursive */
function spreadFlags(type: PyType, collection: number): void {
  if (type.flags & TypeFlags.IMMUTABLE) return;
  type.flags = (type.flags & ~(TypeFlags.SEQUENCE | TypeFlags.MAPPING)) | collection;
  for (const reference of type.subclasses) {
    const subclass = reference.deref();
    if (subclass !== undefined) spreadFlags(subclass, collection);
  }
}

/** `instance.__class__`, which hardly any class has of its own. */
function classOf(instance: Value): Value {
  const type = typeOf(instance);
  if (!type.opaque && typeLookup(type, '__class__') === objectType.attrs.get('__class__')) return type;
  return lookupAttr(instance, '__class__') ?? type;
}

function abcInstanceCheck(cls: Value, instance: Value): Value {
  const data = dataOf(cls);
  const subclass = classOf(instance);
  if (isType(subclass) && data.cache.has(subclass)) return true;
  const type = typeOf(instance);
  if (type === subclass) {
    if (data.negativeVersion === abcState().counter && data.negative.has(type)) return false;
    return call(getAttr(cls, '__subclasscheck__'), subclass);
  }
  const first = call(getAttr(cls, '__subclasscheck__'), subclass);
  return isTrue(first) ? first : call(getAttr(cls, '__subclasscheck__'), type);
}

function abcSubclassCheck(cls: Value, subclass: Value): Value {
  if (!isType(subclass)) throw typeError('issubclass() arg 1 must be a class');
  const data = dataOf(cls);
  if (data.cache.has(subclass)) return true;
  const { counter } = abcState();
  if (data.negativeVersion < counter) {
    data.negative = new WeakSet();
    data.negativeVersion = counter;
  } else if (data.negative.has(subclass)) return false;
  const answer = computeSubclass(cls as PyType, subclass, data);
  (answer ? data.cache : data.negative).add(subclass);
  return answer;
}

function computeSubclass(cls: PyType, subclass: PyType, data: PyAbcData): boolean {
  const hook = call(getAttr(cls, '__subclasshook__'), subclass);
  if (hook === true || hook === false) return hook;
  if (hook !== NotImplemented)
    throw assertionError('__subclasshook__ must return either False, True, or NotImplemented');
  if (isSubtype(subclass, cls)) return true;
  for (const registered of [...data.registry])
    if (registered === subclass || isSubclass(subclass, registered)) return true;
  for (const child of spread(call(getAttr(cls, '__subclasses__')))) if (isSubclass(subclass, child)) return true;
  return false;
}

function setOf(items: Iterable<PyType>): PySet {
  const set = new PySet();
  for (const item of items) setAdd(set, item);
  return set;
}

export const abcModule: NativeModule = {
  name: '_abc',
  doc: 'Module contains faster C implementation of abc.ABCMeta',
  functions: {
    _abc_init: fn('($module, self, /)', abcInit),
    _abc_register: fn('($module, self, subclass, /)', abcRegister),
    _abc_instancecheck: fn('($module, self, instance, /)', abcInstanceCheck),
    _abc_subclasscheck: fn('($module, self, subclass, /)', abcSubclassCheck),
    _get_dump: fn('($module, self, /)', (cls: Value) => {
      const data = dataOf(cls);
      return tuple([setOf(data.registry), setOf([]), setOf([]), int(data.negativeVersion)]);
    }),
    _reset_caches: fn('($module, self, /)', (cls: Value) => {
      const data = dataOf(cls);
      data.cache = new WeakSet();
      data.negative = new WeakSet();
      return None;
    }),
    _reset_registry: fn('($module, self, /)', (cls: Value) => {
      dataOf(cls).registry.clear();
      return None;
    }),
    get_cache_token: fn('($module, /)', () => int(abcState().counter)),
  },
};
