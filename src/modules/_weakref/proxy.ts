// Weak proxies: every operation goes to the object, or ReferenceError when it is gone. CPython: Objects/weakrefobject.c (proxy_*)

import { None, type Slots } from '../../runtime/core/object.ts';
import { objectType, slotsOf, staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { referenceError, stopIteration, typeError } from '../../runtime/exceptions/errors.ts';
import { installType, method, type NativeSpec, slot } from '../../runtime/native/define.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictValues, keywordNames } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { delAttr, getAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import { type CompareOp, isTrue, richCompare } from '../../runtime/protocols/compare.ts';
import { contains, delItem, getItem, length, setItem } from '../../runtime/protocols/item.ts';
import { type Iterator_, iter } from '../../runtime/protocols/iterate.ts';
import * as number from '../../runtime/protocols/number.ts';
import { publishResolved } from '../../runtime/protocols/publish.ts';
import { str } from '../../runtime/protocols/text.ts';
import { fullName, hexId, PyWeakref, register, shared } from './reference.ts';

class PyProxy extends PyWeakref {}
class PyCallableProxy extends PyProxy {}
const options = { module: 'weakref', instantiable: false } as const;
export const proxyType: PyType = staticType('ProxyType', PyProxy, options);
export const callableProxyType: PyType = staticType('CallableProxyType', PyCallableProxy, options);

/** The object behind a proxy; other values are themselves. */
function unwrap(v: Value): Value {
  if (!(v instanceof PyProxy)) return v;
  const object = v.referent();
  if (object === undefined) throw referenceError('weakly-referenced object no longer exists');
  return object;
}

export function makeProxy(object: Value, callback: Value | undefined): Value {
  const type = typeOf(object);
  if ((typeof object !== 'object' && typeof object !== 'function') || !type.hasWeakref) {
    throw typeError(`cannot create weak reference to '${type.typeName}' object`);
  }
  const given = callback === None ? undefined : callback;
  const Layout = isCallable(object) ? PyCallableProxy : PyProxy;
  if (given === undefined) {
    const old = shared(object, Layout.prototype.cls);
    if (old !== undefined) return old;
  }
  const proxy = new Layout(object, given);
  register(object, proxy, true);
  return proxy;
}

type Binary = (a: Value, b: Value) => Value;
const BINARY: Record<string, Binary> = {
  add: number.add,
  sub: number.sub,
  mul: number.mul,
  mod: number.mod,
  lshift: number.lshift,
  rshift: number.rshift,
  and: number.and,
  xor: number.xor,
  or: number.or,
  floordiv: number.floordiv,
  truediv: number.truediv,
  matmul: number.matmul,
  pow: number.pow,
};
const IN_PLACE: Record<string, Binary> = {
  iadd: number.iadd,
  isub: number.isub,
  imul: number.imul,
  imod: number.imod,
  ilshift: number.ilshift,
  irshift: number.irshift,
  iand: number.iand,
  ixor: number.ixor,
  ior: number.ior,
  ifloordiv: number.ifloordiv,
  itruediv: number.itruediv,
  imatmul: number.imatmul,
  ipow: number.ipow,
};

function arithmetic(): Record<string, NativeSpec> {
  const table: Record<string, NativeSpec> = {};
  for (const [name, op] of Object.entries(BINARY)) {
    table[`__${name}__`] = slot('($self, value, /)', (a: Value, b: Value) => op(unwrap(a), unwrap(b)));
    table[`__r${name}__`] = slot('($self, value, /)', (a: Value, b: Value) => op(unwrap(b), unwrap(a)));
  }
  for (const [name, op] of Object.entries(IN_PLACE)) {
    table[`__${name}__`] = slot('($self, value, /)', (a: Value, b: Value) => op(unwrap(a), unwrap(b)));
  }
  for (const op of ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as CompareOp[]) {
    table[op] = slot('($self, value, /)', (a: Value, b: Value) => richCompare(unwrap(a), unwrap(b), op));
  }
  for (const name of ['__abs__', '__int__', '__float__', '__index__', '__divmod__', '__rdivmod__']) {
    table[name] = slot(name.includes('divmod') ? '($self, value, /)' : '($self, /)', (a: Value, ...rest: Value[]) =>
      special(unwrap(a), name, rest.map(unwrap)),
    );
  }
  table['__neg__'] = slot('($self, /)', (a: Value) => number.neg(unwrap(a)));
  table['__pos__'] = slot('($self, /)', (a: Value) => number.pos(unwrap(a)));
  table['__invert__'] = slot('($self, /)', (a: Value) => number.invert(unwrap(a)));
  return table;
}

function special(object: Value, name: string, args: Value[]): Value {
  const entry = (slotsOf(object) as Slots)[`m$${name}`] as ((...args: Value[]) => Value) | undefined;
  if (entry === undefined) throw typeError(`'${typeOf(object).typeName}' object has no ${name}`);
  return entry(object, ...args);
}

function proxyNext(self: PyProxy): Value | undefined {
  const object = unwrap(self);
  const step = (object as Partial<Iterator_>).iternext;
  if (step === undefined) {
    throw typeError(`Weakref proxy referenced a non-iterator '${typeOf(object).typeName}' object`);
  }
  return step.call(object);
}

function attributeKeyOf(name: Value): string {
  if (!isStr(name)) throw typeError(`attribute name must be string, not '${typeOf(name).typeName}'`);
  return jsString(name);
}

function methods(): Record<string, NativeSpec> {
  return {
    ...arithmetic(),
    __repr__: slot('($self, /)', (self: PyProxy) => {
      const object = self.referent();
      const what = object === undefined ? 'dead' : `to '${fullName(typeOf(object))}' at ${hexId(object)}`;
      return `<weakproxy at ${hexId(self)}; ${what}>`;
    }),
    __str__: slot('($self, /)', (self: Value) => str(unwrap(self))),
    __bytes__: method('($self, /)', (self: Value) => call(getAttr(unwrap(self), '__bytes__'))),
    __bool__: slot('($self, /)', (self: Value) => isTrue(unwrap(self))),
    __len__: slot('($self, /)', (self: Value) => int(length(unwrap(self)))),
    __getitem__: slot('($self, key, /)', (self: Value, key: Value) => getItem(unwrap(self), key)),
    __setitem__: slot('($self, key, value, /)', (self: Value, key: Value, value: Value) => {
      setItem(unwrap(self), key, value);
      return None;
    }),
    __delitem__: slot('($self, key, /)', (self: Value, key: Value) => {
      delItem(unwrap(self), key);
      return None;
    }),
    __contains__: slot('($self, key, /)', (self: Value, key: Value) => contains(unwrap(self), key)),
    __iter__: slot('($self, /)', (self: Value) => iter(unwrap(self))),
    __next__: slot('($self, /)', (self: PyProxy) => {
      const value = proxyNext(self);
      if (value === undefined) throw stopIteration();
      return value;
    }),
    __reversed__: method('($self, /)', (self: Value) => call(getAttr(unwrap(self), '__reversed__'))),
    __getattribute__: slot('($self, name, /)', (self: Value, name: Value) =>
      getAttr(unwrap(self), attributeKeyOf(name)),
    ),
    __setattr__: slot('($self, name, value, /)', (self: Value, name: Value, value: Value) => {
      setAttr(unwrap(self), attributeKeyOf(name), value);
      return None;
    }),
    __delattr__: slot('($self, name, /)', (self: Value, name: Value) => {
      delAttr(unwrap(self), attributeKeyOf(name));
      return None;
    }),
  };
}

export function installProxies(): void {
  for (const type of [proxyType, callableProxyType]) {
    type.opaque = true;
    installType(type, { methods: methods(), attributes: { __hash__: None } });
    // What `object` has is the object's, too: its class, how it is pickled.
    for (const name of objectType.attrs.keys()) publishResolved(type, name);
  }
  PyProxy.prototype.iternext = function (this: PyProxy) {
    return proxyNext(this);
  };
  installType(callableProxyType, {
    methods: {
      __call__: slot('($self, /, *args, **kwargs)', (self: Value, args: Value[], keywords: PyDict) =>
        callKeywords(unwrap(self), [...args, ...dictValues(keywords)], keywordNames(keywords)),
      ),
    },
  });
}
