// getattr, hasattr, setattr, delattr. CPython: Python/bltinmodule.c
import { attributeKey, isDunder } from '../core/names.ts';
import { None, type PyObject, type Slots } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { attributeName, delAttr, getAttr, lookupAttr, quickAttr, setAttr } from '../protocols/attribute.ts';

export function builtinGetattr(obj: Value, name: Value, standard?: Value): Value {
  const key = attributeName(name);
  // An object whose dict was replaced has its attributes there, whatever its class has gained since.
  const isQuick = typeof obj !== 'object' || obj.dict === undefined;
  if (standard === undefined) return (isQuick ? quickAttr(obj, key) : undefined) ?? getAttr(obj, key);
  return lookupAttr(obj, key) ?? standard;
}

export function builtinHasattr(obj: Value, name: Value): Value {
  return lookupAttr(obj, attributeName(name)) !== undefined;
}

export function builtinSetattr(obj: Value, name: Value, value: Value): Value {
  const key = attributeName(name);
  // As the emitted code of `obj.name = value` does it.
  if (typeof obj === 'object' && obj.fs === true && !isDunder(key))
    (obj as PyObject & Slots)[attributeKey(key)] = value;
  else setAttr(obj, key, value);
  return None;
}

export function builtinDelattr(obj: Value, name: Value): Value {
  delAttr(obj, attributeName(name));
  return None;
}
