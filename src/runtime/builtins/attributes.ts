// getattr, hasattr, setattr, delattr. CPython: Python/bltinmodule.c
import { None } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { attributeName, delAttr, getAttr, lookupAttr, setAttr } from '../protocols/attribute.ts';

export function builtinGetattr(obj: Value, name: Value, standard?: Value): Value {
  const key = attributeName(name);
  return standard === undefined ? getAttr(obj, key) : (lookupAttr(obj, key) ?? standard);
}

export function builtinHasattr(obj: Value, name: Value): Value {
  return lookupAttr(obj, attributeName(name)) !== undefined;
}

export function builtinSetattr(obj: Value, name: Value, value: Value): Value {
  setAttr(obj, attributeName(name), value);
  return None;
}

export function builtinDelattr(obj: Value, name: Value): Value {
  delAttr(obj, attributeName(name));
  return None;
}
