// Globals, built-ins and class namespaces by name: the slow sides of the emitted property reads. CPython: Python/ceval.c (LOAD_NAME, LOAD_GLOBAL)
import { attributeKey } from '../core/names.ts';
import type { PyObject, Slots } from '../core/object.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { isError, nameError, unboundLocalError } from '../exceptions/errors.ts';
import { dictType, PyDict } from '../objects/dict/dict.ts';
import { dictClear, dictDelete, dictEntries, dictGet, dictSet, ownAttribute } from '../objects/dict/table.ts';
import { PyModule, setNamespaceValue } from '../objects/module/module.ts';
import { delItem, getItem, setItem } from '../protocols/item.ts';

/** The built-ins namespace code with these globals sees. */
export function builtinsOf(globals: PyObject): PyObject {
  const own = ownAttribute(globals, '__builtins__');
  if (own === undefined) return state.interp.builtins;
  if (own instanceof PyDict)
    return own.cls === dictType ? ((own.owner as PyObject | undefined) ?? builtinsFromDict(own)) : noBuiltins;
  if (own instanceof PyModule) return own;
  return typeof own === 'object' ? noBuiltins : state.interp.builtins;
}

/** What emitted code reads built-ins from: where globals are of a dict subclass, that is asked first. */
export function visibleBuiltins(globals: PyObject): PyObject {
  const face = globals.dict;
  return face instanceof PyDict && face.cls !== dictType ? noBuiltins : builtinsOf(globals);
}

/** Where built-ins are looked up in a mapping that is no plain dict, emitted reads find none. */
const noBuiltins = Object.freeze(Object.create(null)) as PyObject;

/** A plain dict given as `__builtins__` becomes the face of a namespace. */
function builtinsFromDict(dict: PyDict): PyObject {
  return namespaceOf(dict);
}

/** The namespace object behind a dict used as globals: from now on the dict's str keys live there. */
export function namespaceOf(dict: PyDict): PyObject & Slots {
  if (dict.owner !== undefined) return dict.owner as PyObject & Slots;
  const owner = Object.create(namespaceProto) as PyObject & Slots;
  const entries = [...dictEntries(dict)];
  dictClear(dict);
  dict.owner = owner;
  for (const [key, value] of entries) {
    if (typeof key === 'string') owner[attributeKey(key)] = value;
    else dictSet(dict, key, value);
  }
  owner.dict = dict;
  return owner;
}

const namespaceProto: object = Object.create(null);

export function loadGlobal(globals: PyObject, name: string): Value {
  const value = ownAttribute(globals, name) ?? loadUnusual(globals, name) ?? ownAttribute(builtinsOf(globals), name);
  if (value === undefined) throw nameError(`name '${name}' is not defined`, name);
  return value;
}

/** Globals of a dict subclass, built-ins of any mapping: their own `__getitem__` and `__missing__` have a say. */
function loadUnusual(globals: PyObject, name: string): Value | undefined {
  const face = globals.dict;
  if (face instanceof PyDict && face.cls !== dictType) {
    const value = lookupNamespace(face, name);
    if (value !== undefined) return value;
  }
  const builtins = ownAttribute(globals, '__builtins__');
  const isPlain = builtins === undefined || builtins instanceof PyModule || builtins === state.interp.builtins;
  return isPlain ? undefined : lookupNamespace(builtins, name);
}

export function storeGlobal(globals: PyObject, name: string, value: Value): void {
  setNamespaceValue(globals, attributeKey(name), value);
}

export function deleteGlobal(globals: PyObject, name: string): void {
  if (ownAttribute(globals, name) === undefined) throw nameError(`name '${name}' is not defined`, name);
  delete (globals as PyObject & Slots)[attributeKey(name)];
}

/** A name in a class body's namespace, undefined when not there. */
export function lookupNamespace(namespace: Value, name: string): Value | undefined {
  if (namespace instanceof PyDict && !(namespace.cls.flags & 1)) return dictGet(namespace, name);
  try {
    return getItem(namespace, name);
  } catch (e) {
    if (isError(e, 'KeyError')) return undefined;
    throw e;
  }
}

export function loadName(namespace: Value, name: string, globals: PyObject): Value {
  return lookupNamespace(namespace, name) ?? loadGlobal(globals, name);
}

export function storeName(namespace: Value, name: string, value: Value): void {
  if (namespace instanceof PyDict && !(namespace.cls.flags & 1)) dictSet(namespace, name, value);
  else setItem(namespace, name, value);
}

export function deleteName(namespace: Value, name: string): void {
  if (namespace instanceof PyDict && !(namespace.cls.flags & 1)) {
    if (dictDelete(namespace, name) !== undefined) return;
    throw nameError(`name '${name}' is not defined`, name);
  }
  delItem(namespace, name);
}

export function unbound(name: string): never {
  throw unboundLocalError(`cannot access local variable '${name}' where it is not associated with a value`);
}

export function unboundFree(name: string): never {
  throw nameError(
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    name,
  );
}
