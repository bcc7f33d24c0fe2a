// isinstance and issubclass. CPython: Objects/abstract.c (PyObject_IsInstance, PyObject_IsSubclass)
import type { Slots } from '../core/object.ts';
import { objectType, slotsOf, typeOf, typeType } from '../core/primitives.ts';
import { isSubtype, isType, typeLookup } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { lookupAttr } from './attribute.ts';
import { call } from './call.ts';
import { isTrue } from './compare.ts';
import { bindDescriptor } from './publish.ts';

export function isInstance(v: Value, cls: Value): boolean {
  const type = typeOf(v);
  if (type === cls) return true;
  if (isType(cls) && cls.cls === typeType) return plainIsInstance(v, cls);
  if (cls instanceof PyTuple) return cls.items.some((each) => isInstance(v, each));
  const check = specialCheck(cls, '__instancecheck__');
  return check === undefined ? plainIsInstance(v, cls) : isTrue(check(v));
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
    if (isSubtype(type, cls)) return true;
    if (!type.opaque && typeLookup(type, '__class__') === typeLookup(objectType, '__class__')) return false;
    const claimed = typeof v === 'object' || typeof v === 'function' ? lookupAttr(v, '__class__') : undefined;
    return claimed !== undefined && claimed !== typeOf(v) && isType(claimed) && isSubtype(claimed, cls);
  }
  if (basesOf(cls) === undefined) {
    throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  }
  const claimed = lookupAttr(v, '__class__');
  return claimed !== undefined && abstractIsSubclass(claimed, cls);
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
  if (isType(cls) && cls.cls === typeType) {
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
