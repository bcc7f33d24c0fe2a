// super: attribute look-up from the class after another in an object's MRO. CPython: Objects/typeobject.c (superobject)
import { methodKey } from '../../core/names.ts';
import { PyObject, type Slots } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { attributeError, runtimeError, typeError } from '../../exceptions/errors.ts';
import { lookupAttr } from '../../protocols/attribute.ts';
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

/** `super()` in a method: the `__class__` cell and the first argument. */
export function makeSuper(cls: Value | undefined, self: Value | undefined): PySuper {
  if (self === undefined) throw runtimeError('super(): arg[0] deleted');
  if (cls === undefined) throw runtimeError('super(): empty __class__ cell');
  const object = new PySuper();
  object.thisClass = cls as PyType;
  object.self = self;
  object.selfClass = superCheck(cls as PyType, self);
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
export function superMethod(cls: Value | undefined, self: Value | undefined, name: string): Entry {
  const type = typeof self === 'object' ? self.cls : undefined;
  if (type !== undefined && cls !== undefined && type.linear && !type.opaque && (self as PyObject).fs === true) {
    const parent = (cls as PyType).base;
    if (type.mro.includes(cls as PyType) && parent !== undefined) {
      const method = (parent.proto as Slots)[methodKey(name)] as Entry | undefined;
      if (method !== undefined) return method;
    }
  }
  return superMethodSlow(cls, self, name);
}

function superMethodSlow(cls: Value | undefined, self: Value | undefined, name: string): Entry {
  const object = makeSuper(cls, self);
  const stored = lookupAfter(object.selfClass!, object.thisClass!, name);
  if (stored === undefined) throw attributeError(`'super' object has no attribute '${name}'`, object, name);
  const value = bindDescriptor(stored, self === object.selfClass ? undefined : self, object.selfClass!);
  return (_self, ...args) => call(value, ...args);
}
