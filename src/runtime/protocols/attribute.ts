// Attribute access in full: what the emitted `obj.$name` falls back to, and what getattr() and natives use.
// CPython: Objects/object.c (PyObject_GetAttr, _PyObject_GenericGetAttrWithDict), typeobject.c (_Py_type_getattro)

import { attributeKey, attributeNames, methodKey } from '../core/names.ts';
import type { PyObject, Slots } from '../core/object.ts';
import { protoOf, slotsOf, typeOf } from '../core/primitives.ts';
import { toss } from '../core/toss.ts';
import { isType, type PyFunction, type PyType, TypeFlags, typeLookup } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { attributeError, isError, type Raised, typeError } from '../exceptions/errors.ts';
import { PyAttributeError } from '../exceptions/exception.ts';
import { dictOver, PyDict } from '../objects/dict/dict.ts';
import {
  deleteOwnAttribute,
  dictDelete,
  dictGet,
  dictSet,
  ownAttribute,
  setOwnAttribute,
} from '../objects/dict/table.ts';
import { PyGetSetDescr, PyMethod, PyMethodDescr } from '../objects/function/function.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { call, callee } from './call.ts';
import { keepCall, rememberAttribute, rememberCall } from './class-attribute.ts';
import { bindDescriptor, setTypeAttribute } from './publish.ts';

/** `obj.name`; AttributeError when there is none. CPython: PyObject_GetAttr */
export function getAttr(obj: Value, name: string): Value {
  const value = wantedAttr(obj, name);
  if (value === undefined) toss(noAttribute(obj, name));
  return value;
}

/** As findAttr; an AttributeError of somebody's own learns what was wanted, for suggestions. CPython: _PyObject_SetAttributeErrorContext */
export function wantedAttr(obj: Value, name: string): Value | undefined {
  try {
    return findAttr(obj, name);
  } catch (e) {
    if (e instanceof PyAttributeError && e.obj === undefined && e.name === undefined) {
      e.obj = obj;
      e.name = name;
    }
    throw e;
  }
}

/** `obj.name` or undefined, without an exception when it is simply absent. CPython: PyObject_GetOptionalAttr */
export function lookupAttr(obj: Value, name: string): Value | undefined {
  try {
    // As the emitted text has it: what is published as a property is what the long way would find.
    if (typeof obj === 'function') {
      const value = quickAttr(obj, name);
      if (value !== undefined) return value;
    } else if (typeof obj === 'object' && obj.missingAttr === undefined && obj.dict === undefined) {
      const value = quickAttr(obj, name);
      if (value !== undefined) return value;
      // Nothing of its own, then, and nothing that the class would compute.
      if (obj.fs === true && typeLookup(obj.cls, name) === undefined) return undefined;
    }
    return findAttr(obj, name);
  } catch (e) {
    if (isError(e, 'AttributeError')) return undefined;
    throw e;
  }
}

/** `obj.name` or undefined; errors other than that it is absent are thrown. */
function findAttr(obj: Value, name: string): Value | undefined {
  const type = typeOf(obj);
  const hook = (slotsOf(obj) as PyObject).missingAttr;
  if (hook === undefined) return type.opaque ? customGet(obj, name) : plainGet(obj, type, name);
  let value: Value | undefined;
  try {
    value = type.opaque ? customGet(obj, name) : plainGet(obj, type, name);
  } catch (e) {
    if (!isError(e, 'AttributeError')) throw e;
    value = hook.call(obj as PyObject, name);
    if (value === undefined) throw e;
    return value;
  }
  return value ?? hook.call(obj as PyObject, name);
}

function customGet(obj: Value, name: string): Value {
  return (slotsOf(obj) as unknown as { m$__getattribute__: Entry }).m$__getattribute__(obj, name);
}

function plainGet(obj: Value, type: PyType, name: string): Value | undefined {
  return isType(obj) ? typeGetAttr(obj, name) : genericGetAttr(obj, type, name);
}

/** CPython: PyObject_GenericGetAttr, undefined when missing */
export function genericGetAttr(obj: Value, type: PyType, name: string): Value | undefined {
  const descriptor = typeLookup(type, name);
  if (typeof descriptor === 'object' && descriptor.descrSet !== undefined && descriptor.descrGet !== undefined) {
    // A slot may be empty: who asks whether it is there should not pay for an exception.
    return descriptor instanceof PyGetSetDescr ? descriptor.get(obj) : descriptor.descrGet(obj, type);
  }
  const own = instanceAttribute(obj, name);
  if (own !== undefined) return own;
  return descriptor === undefined ? undefined : bindDescriptor(descriptor, obj, type);
}

/** CPython: type_getattro, undefined when missing */
export function typeGetAttr(type: PyType, name: string): Value | undefined {
  const metatype = type.cls;
  const meta = typeLookup(metatype, name);
  if (typeof meta === 'object' && meta.descrSet !== undefined && meta.descrGet !== undefined) {
    return meta.descrGet(type, metatype);
  }
  const value = typeLookup(type, name);
  if (value !== undefined) {
    const bound = bindDescriptor(value, undefined, type);
    rememberAttribute(type, name, value, bound);
    return bound;
  }
  return meta === undefined ? undefined : bindDescriptor(meta, type, metatype);
}

/** An attribute in the instance's own dict. */
export function instanceAttribute(obj: Value, name: string): Value | undefined {
  if (typeof obj === 'object') {
    const dict = obj.dict;
    if (dict !== undefined && (dict as PyDict).owner !== obj) return dictGet(dict as PyDict, name);
    return ownAttribute(obj, name);
  }
  if (typeof obj !== 'function') return undefined;
  const dict = functionOwnDict(obj);
  return dict === undefined ? ownAttribute(obj, name) : dictGet(dict, name);
}

/** The dict of a function whose attributes are no longer its properties. */
function functionOwnDict(f: PyFunction | PyType): PyDict | undefined {
  const dict = isType(f) ? undefined : ((f as unknown as PyObject).dict as PyDict | undefined);
  return dict === undefined || dict.owner === (f as never) ? undefined : dict;
}

/** The error of a failed look-up, as the object's own class words it. */
export function noAttribute(obj: Value, name: string): Raised {
  const message = isType(obj)
    ? `type object '${obj.typeName}' has no attribute '${name}'`
    : ((slotsOf(obj) as { missingText?: (name: string) => string }).missingText?.call(obj, name) ??
      `'${typeOf(obj).typeName}' object has no attribute '${name}'`);
  return attributeError(message, obj, name);
}

/** `obj.name = value`, or `del obj.name` when value is undefined. CPython: PyObject_SetAttr */
export function setAttr(obj: Value, name: string, value: Value): void {
  (slotsOf(obj) as unknown as { m$__setattr__: Entry }).m$__setattr__(obj, name, value);
}

export function delAttr(obj: Value, name: string): void {
  (slotsOf(obj) as unknown as { m$__delattr__: Entry }).m$__delattr__(obj, name);
}

/** CPython: PyObject_GenericSetAttr; value undefined deletes */
export function genericSetAttr(obj: Value, name: string, value: Value | undefined): void {
  const type = typeOf(obj);
  const descriptor = typeLookup(type, name);
  if (typeof descriptor === 'object' && descriptor.descrSet !== undefined) {
    descriptor.descrSet(obj, value);
    return;
  }
  if (type.hasDict && (typeof obj === 'object' || typeof obj === 'function')) {
    if (storeInstanceAttribute(obj, type, name, value)) return;
    throw noAttribute(obj, name);
  }
  throw readOnly(obj, type, name, descriptor);
}

function storeInstanceAttribute(
  obj: PyObject | PyFunction | PyType,
  type: PyType,
  name: string,
  value: Value | undefined,
): boolean {
  const isKept = typeof obj === 'object' && (obj.dict !== undefined || type.opaque);
  const dict = typeof obj === 'function' ? functionOwnDict(obj) : isKept ? instanceDict(obj) : undefined;
  if (dict !== undefined && dict.owner !== obj) {
    if (value === undefined) return dictDelete(dict, name) !== undefined;
    dictSet(dict, name, value);
    return true;
  }
  // What the class publishes under the name lets a store through: no data descriptor stands there, so the caller has found.
  if (value !== undefined && typeof obj === 'object') (obj as PyObject & Slots)[attributeKey(name)] = value;
  else if (value !== undefined) setOwnAttribute(obj, name, value);
  else if (ownAttribute(obj, name) === undefined) return false;
  else deleteOwnAttribute(obj, name);
  return true;
}

function readOnly(obj: Value, type: PyType, name: string, descriptor: Value | undefined): Raised {
  const message =
    descriptor === undefined
      ? `'${type.typeName}' object has no attribute '${name}' and no __dict__ for setting new attributes`
      : `'${type.typeName}' object attribute '${name}' is read-only`;
  return attributeError(message, obj, name);
}

/** `obj.__dict__`: made when first asked for. CPython: PyObject_GenericGetDict */
export function instanceDict(obj: PyObject): PyDict {
  if (obj.dict === undefined) obj.dict = obj.cls.opaque ? ownDict(obj) : dictOver(obj as PyObject & Slots);
  return obj.dict as PyDict;
}

/** The dict of an object that is not read by properties, though it may have been before its class changed. */
function ownDict(obj: PyObject): PyDict {
  const dict = new PyDict();
  for (const name of attributeNames(obj)) {
    dictSet(dict, name, ownAttribute(obj, name)!);
    deleteOwnAttribute(obj, name);
  }
  return dict;
}

/** CPython: type_setattro; value undefined deletes */
export function typeSetAttr(type: PyType, name: string, value: Value | undefined): void {
  if (type.flags & TypeFlags.IMMUTABLE) {
    throw typeError(`cannot set '${name}' attribute of immutable type '${type.typeName}'`);
  }
  const meta = typeLookup(type.cls, name);
  if (typeof meta === 'object' && meta.descrSet !== undefined) {
    meta.descrSet(type, value);
    return;
  }
  if (value === undefined && !type.attrs.has(name)) throw noAttribute(type, name);
  setTypeAttribute(type, name, value);
}

/**
 * The JS function for `obj.name(...)`: called with obj first. The emitted code tries `m$name` itself and comes here for the rest:
 * attributes of classes and modules, instance attributes, callables found by descriptors.
 */
export function loadMethod(obj: Value, name: string): Entry {
  const quick = (typeof obj === 'object' ? obj : protoOf(obj)) as unknown as Record<string, Entry | undefined>;
  const method = quick[methodKey(name)];
  if (method !== undefined) return method;
  if (isType(obj)) {
    const known = obj.statics?.calls?.get(name);
    if (known !== undefined) return known;
    rememberCall(obj, name);
  }
  const value = getAttr(obj, name);
  if (typeof value === 'function' || value instanceof PyMethodDescr) {
    const entry = withoutFirst(typeof value === 'function' ? (value as unknown as Entry) : callee(value));
    if (isType(obj)) keepCall(obj, name, entry);
    return entry;
  }
  if (value instanceof PyMethod && typeof value.func === 'function') {
    const { func, self } = value;
    return (_self, ...args) => (func as unknown as Entry)(self, ...args);
  }
  return (_self, ...args) => call(value, ...args);
}

/** Calls `f` with all arguments but the first: no array is made of the few there usually are. */
function withoutFirst(f: Entry): Entry {
  const spreading: Entry = (_self, ...args) => f(...args);
  return function (_self?: Value, a?: Value, b?: Value, c?: Value) {
    switch (arguments.length) {
      case 1:
        return f();
      case 2:
        return f(a!);
      case 3:
        return f(a!, b!);
      case 4:
        return f(a!, b!, c!);
      default:
        return spreading.apply(undefined, arguments as unknown as Value[]);
    }
  } as Entry;
}

/** `obj.name` as it is about to be called. */
export function attrToCall(obj: Value, name: string): Value {
  if (isType(obj)) rememberCall(obj, name);
  return getAttr(obj, name);
}

/** CPython: _PyObject_LookupSpecial; the JS function of a special method, or undefined */
export function lookupSpecial(obj: Value, name: string): Entry | undefined {
  return (slotsOf(obj) as unknown as Record<string, Entry | undefined>)[methodKey(name)];
}

/** `obj.$name` as the emitted code tries it first; not where a dict of its own holds the object's attributes. */
export function quickAttr(obj: Value, name: string): Value | undefined {
  const dict = (obj as PyObject).dict as PyDict | undefined;
  if (dict !== undefined && (dict.owner as unknown) !== obj) return undefined;
  return (obj as unknown as Record<string, Value | undefined>)[attributeKey(name)];
}

/** An attribute name argument. */
export function attributeName(name: Value): string {
  if (!isStr(name)) throw typeError(`attribute name must be string, not '${typeOf(name).typeName}'`);
  return jsString(name);
}
