// Weak references. CPython: Modules/_weakref.c
import { None } from '../../runtime/core/object.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictDelete, dictGet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { callableProxyType, installProxies, makeProxy, proxyType } from './proxy.ts';
import { installReference, PyWeakref, referencesTo, refType } from './reference.ts';

function removeDead(dict: PyDict, key: Value): Value {
  const value = dictGet(dict, key);
  if (value instanceof PyWeakref && value.referent() === undefined) dictDelete(dict, key);
  return None;
}

export const weakrefModule: NativeModule = {
  name: '_weakref',
  doc: 'Weak-reference support module.',
  functions: {
    _remove_dead_weakref: fn('($module, dct, key, /)', removeDead),
    getweakrefcount: fn('($module, object, /)', (v: Value) => int(referencesTo(v).length)),
    getweakrefs: fn('($module, object, /)', (v: Value) => new PyList(referencesTo(v))),
    proxy: fn('($module, object, callback=None, /)', makeProxy),
  },
  types: { ref: refType, ReferenceType: refType, ProxyType: proxyType, CallableProxyType: callableProxyType },
  install() {
    installReference();
    installProxies();
  },
};
