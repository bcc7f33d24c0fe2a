// Modules: the object is its own namespace, so `module.name` and the module's globals are one JS property. CPython: Objects/moduleobject.c
import { PyObject, type Slots } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { call } from '../../protocols/call.ts';
import { ownAttribute } from '../dict/table.ts';

export class PyModule extends PyObject {
  /** PEP 562 `__getattr__`, and the wording of a missing attribute. */
  override missingAttr(name: string): Value | undefined {
    const hook = ownAttribute(this, '__getattr__');
    return hook === undefined ? undefined : call(hook, name);
  }
  missingText(name: string): string {
    const own = ownAttribute(this, '__name__');
    return typeof own === 'string' ? `module '${own}' has no attribute '${name}'` : `module has no attribute '${name}'`;
  }
}
export const moduleType: PyType = staticType('module', PyModule, {
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

/** Globals that are no module: what `exec(code, {})` runs in. The dict given is its face. */
export class Namespace extends PyObject {}
Namespace.prototype.fs = true;

/** Sets a global or module attribute, past any accessor on the prototype. */
export function setNamespaceValue(namespace: PyObject, key: string, value: Value): void {
  if (key in namespace && !Object.hasOwn(namespace, key)) {
    Object.defineProperty(namespace, key, { value, writable: true, enumerable: true, configurable: true });
  } else (namespace as PyObject & Slots)[key] = value;
}

export function newModule(name: string): PyModule {
  const module = new PyModule();
  for (const [key, value] of [['$__name__', name]] as const) setNamespaceValue(module, key, value);
  return module;
}
