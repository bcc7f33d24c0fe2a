// super: attribute look-up from the class after another in an object's MRO. CPython: Objects/typeobject.c (superobject)
import { methodKey } from '../../core/names.ts';
import { PyObject, type Slots } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { runtimeError, typeError } from '../../exceptions/errors.ts';
import { getAttr, lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { bindDescriptor } from '../../protocols/publish.ts';

export class PySuper extends PyObject {
  thisClass: PyType | undefined;
  self: Value | undefined;
  selfClass: PyType | undefined;
  constructor() {
    super();
    this.thisClass = undefined;
    this.self = undefined;
    this.selfClass = undefined;
  }
}
export const superType: PyType = staticType('super', PySuper, { subclassable: true });

/** CPython: supercheck */
export function superCheck(cls: PyType, self: Value): PyType {
  if (isType(self) && isSubtype(self, cls)) return self;
  const type = typeOf(self);
  if (isSubtype(type, cls)) return type;
  const claimed = lookupAttr(self, '__class__');
  if (claimed !== undefined && isType(claimed) && claimed !== type && isSubtype(claimed, cls)) return claimed;
  const what = isType(self) ? 'type' : 'instance';
  const name = isType(self) ? self.typeName : type.typeName;
  throw typeError(
    `super(type, obj): obj (${what === 'type' ? `type ${name}` : `instance of ${name}`}) is not an instance or subtype of type (${cls.typeName}).`,
  );
}

/** `super()` in a method: the `__class__` cell and the first argument; a module's own `super` goes first. */
export function makeSuper(globals: PyObject, cls: Value | undefined, self: Value | undefined): Value {
  const shadow = (globals as PyObject & Slots)['$super'] as Value | undefined;
  return shadow === undefined ? superObject(cls, self) : call(shadow);
}

function superObject(cls: Value | undefined, self: Value | undefined): PySuper {
  if (self === undefined) throw runtimeError('super(): arg[0] deleted');
  if (cls === undefined) throw runtimeError('super(): empty __class__ cell');
  if (!isType(cls)) throw runtimeError(`super(): __class__ is not a type (${typeOf(cls).typeName})`);
  return boundSuper(superType, cls, self);
}

/** A super object of a class, bound. */
export function boundSuper(type: PyType, cls: PyType, self: Value): PySuper {
  const object = new (type.Instance as new () => PySuper)();
  object.thisClass = cls;
  object.self = self;
  object.selfClass = superCheck(cls, self);
  return object;
}

/** The attribute as stored in the first class after `cls` that has it. */
function lookupAfter(selfClass: PyType, cls: PyType, name: string): Value | undefined {
  const { mro } = selfClass;
  const at = mro.indexOf(cls);
  if (at < 0) return undefined;
  for (let i = at + 1; i < mro.length; i++) {
    const value = mro[i]!.attrs.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What `super.__getattribute__` finds beyond the super object's own attributes. */
export function superAttribute(cls: PyType, selfClass: PyType, self: Value, name: string): Value | undefined {
  if (name === '__class__') return undefined;
  const value = lookupAfter(selfClass, cls, name);
  return value === undefined ? undefined : bindDescriptor(value, self === selfClass ? undefined : self, selfClass);
}

/** The JS function for `super().name(...)`, called with self first. */
export function superMethod(globals: PyObject, cls: Value | undefined, self: Value | undefined, name: string): Entry {
  return nextMethod(globals, cls, self, name) ?? calling(getAttr(makeSuper(globals, cls, self), name));
}

/** The same for `super(cls, self).name(...)`. */
export function superMethodOf(globals: PyObject, cls: Value, self: Value, name: string): Entry {
  return nextMethod(globals, cls, self, name) ?? calling(getAttr(explicitSuper(globals, cls, self), name));
}

function explicitSuper(globals: PyObject, cls: Value, self: Value): Value {
  return call(((globals as PyObject & Slots)['$super'] as Value | undefined) ?? superType, cls, self);
}

function calling(value: Value): Entry {
  return (_self, ...args) => call(value, ...args);
}

/** The method without a super object, where the rest of the order after `cls` is its base's own: what the base's prototype says is right. */
function nextMethod(
  globals: PyObject,
  cls: Value | undefined,
  self: Value | undefined,
  name: string,
): Entry | undefined {
  if (typeof self !== 'object' || typeof cls !== 'function' || self.fs !== true) return undefined;
  const type = self.cls;
  const parent = (cls as PyType).base;
  if (type.opaque || parent === undefined || (globals as PyObject & Slots)['$super'] !== undefined) return undefined;
  const { mro } = type;
  const next = type === cls ? 1 : mro.indexOf(cls as PyType) + 1;
  if (next === 0 || mro[next] !== parent || mro.length - next !== parent.mro.length) return undefined;
  return (parent.proto as Slots)[methodKey(name)] as Entry | undefined;
}

PySuper.prototype.descrGet = function (this: PySuper, obj: Value | undefined): Value {
  if (obj === undefined || this.self !== undefined) return this;
  if (this.cls !== superType) return call(this.cls, this.thisClass!, obj);
  return boundSuper(superType, this.thisClass!, obj);
};
