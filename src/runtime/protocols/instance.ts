// isinstance and issubclass. CPython: Objects/abstract.c (PyObject_IsInstance, PyObject_IsSubclass)
import type { Slots } from '../core/object.ts';
import { objectType, slotsOf, typeOf, typeType } from '../core/primitives.ts';
import { isSubtype, isType, type NativeMeta, type PyType, typeLookup } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyGetSetDescr } from '../objects/function/function.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { lookupAttr } from './attribute.ts';
import { call } from './call.ts';
import { isTrue } from './compare.ts';
import { bindDescriptor } from './publish.ts';

export function isInstance(v: Value, cls: Value): boolean {
  const type = typeOf(v);
  if (type === cls) return true;
  if (isType(cls) && !checksInstances(cls.cls)) return isSubtype(type, cls) || claimsToBe(v, type, cls);
  if (cls instanceof PyTuple) return isInstanceOfAny(v, cls.items);
  const check = specialCheck(cls, '__instancecheck__');
  return check === undefined ? plainIsInstance(v, cls) : isTrue(check(v));
}

/** `isinstance(v, (a, b, c))` of emitted code, which makes no tuple of the classes for the built-in. */
export function isInstanceOf(f: Value, v: Value, a: Value, b: Value, c?: Value): Value {
  if (typeof f !== 'function' || (f.meta as NativeMeta | undefined)?.run !== runIsInstance)
    return call(f, v, new PyTuple(c === undefined ? [a, b] : [a, b, c]));
  return isInstance(v, a) || isInstance(v, b) || (c !== undefined && isInstance(v, c));
}

/** What the built-in `isinstance` runs. */
export const runIsInstance: Entry = isInstance as Entry;

function isInstanceOfAny(v: Value, classes: readonly Value[]): boolean {
  for (let i = 0; i < classes.length; i++) if (isInstance(v, classes[i]!)) return true;
  return false;
}

interface Checks {
  m$__instancecheck__: Entry;
  m$__subclasscheck__: Entry;
}

/** Whether a metaclass leaves the check as `type` has it. */
function checksInstances(metatype: PyType): boolean {
  if (metatype === typeType) return false;
  return (
    (metatype.proto as unknown as Checks).m$__instancecheck__ !==
    (typeType.proto as unknown as Checks).m$__instancecheck__
  );
}

function checksSubclasses(metatype: PyType): boolean {
  if (metatype === typeType) return false;
  return (
    (metatype.proto as unknown as Checks).m$__subclasscheck__ !==
    (typeType.proto as unknown as Checks).m$__subclasscheck__
  );
}

/** `type(cls).__instancecheck__` bound to cls. */
function specialCheck(cls: Value, name: string): ((v: Value) => Value) | undefined {
  const metatype = typeOf(cls);
  const method = (slotsOf(cls) as Slots)[`m$${name}`] as Entry | undefined;
  if (method !== undefined) return (v) => method(cls, v);
  const value = typeLookup(metatype, name);
  return value === undefined ? undefined : (v) => call(bindDescriptor(value, cls, metatype), v);
}

/** CPython: object_isinstance, behind `type.__instancecheck__` */
export function plainIsInstance(v: Value, cls: Value): boolean {
  if (isType(cls)) {
    const type = typeOf(v);
    return isSubtype(type, cls) || claimsToBe(v, type, cls);
  }
  if (basesOf(cls) === undefined) {
    throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  }
  const claimed = lookupAttr(v, '__class__');
  return claimed !== undefined && abstractIsSubclass(claimed, cls);
}

/** An object may say that it is of another class than its own. */
function claimsToBe(v: Value, type: PyType, cls: PyType): boolean {
  if (typeof v !== 'object' && typeof v !== 'function') return false;
  if (!type.opaque && hasPlainClass(type)) return false;
  const claimed = lookupAttr(v, '__class__');
  return claimed !== undefined && claimed !== type && isType(claimed) && isSubtype(claimed, cls);
}

/** Whether `__class__` of its instances is the one that `object` gives. */
function hasPlainClass(type: PyType): boolean {
  const descriptor = typeLookup(type, '__class__');
  return descriptor instanceof PyGetSetDescr && descriptor.owner === objectType;
}

function basesOf(cls: Value): PyTuple | undefined {
  const bases = lookupAttr(cls, '__bases__');
  return bases instanceof PyTuple ? bases : undefined;
}

function abstractIsSubclass(derived: Value, cls: Value): boolean {
  if (derived === cls) return true;
  return basesOf(derived)?.items.some((base) => abstractIsSubclass(base, cls)) ?? false;
}

export function isSubclass(derived: Value, cls: Value): boolean {
  if (isType(cls) && !checksSubclasses(cls.cls)) {
    if (derived === cls) return true;
    return plainIsSubclass(derived, cls);
  }
  if (cls instanceof PyTuple) return cls.items.some((each) => isSubclass(derived, each));
  const check = specialCheck(cls, '__subclasscheck__');
  return check === undefined ? plainIsSubclass(derived, cls) : isTrue(check(derived));
}

/** CPython: recursive_issubclass, behind `type.__subclasscheck__` */
export function plainIsSubclass(derived: Value, cls: Value): boolean {
  if (isType(cls) && isType(derived)) return isSubtype(derived, cls);
  if (!isType(derived) && basesOf(derived) === undefined) throw typeError('issubclass() arg 1 must be a class');
  if (!isType(cls) && basesOf(cls) === undefined) {
    throw typeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  }
  return abstractIsSubclass(derived, cls);
}
