// `obj.__dict__ = d`: from then on the object's attributes are that very dict, which others may share. Such an object leaves the fast layout:
// its prototype masks everything the emitted code would find as a property. CPython: Objects/object.c (PyObject_GenericSetDict)
import { attributeNames, isDunder } from '../../core/names.ts';
import { PyObject, type Slots } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { instanceDict } from '../../protocols/attribute.ts';
import { PyDict } from '../dict/dict.ts';
import { deleteOwnAttribute, dictSet } from '../dict/table.ts';

function replaceInstanceDict(obj: PyObject, dict: PyDict | undefined): void {
  const old = obj.dict as PyDict | undefined;
  if (old?.owner === obj) detach(old, obj);
  for (const name of attributeNames(obj)) deleteOwnAttribute(obj, name);
  obj.dict = dict ?? new PyDict();
  if (!obj.cls.opaque) Object.setPrototypeOf(obj, maskedProto(obj.cls));
}

/** CPython: PyObject_GenericSetDict */
export function setInstanceDict(self: PyObject, value: Value | undefined): void {
  if (value !== undefined && !(value instanceof PyDict)) {
    throw typeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).typeName}'`);
  }
  replaceInstanceDict(self, value);
}

PyObject.prototype.leaveLayout = function (this: PyObject): PyDict {
  replaceInstanceDict(this, instanceDict(this));
  return this.dict as PyDict;
};

/** The dict that showed the object's attributes keeps them as its own. */
function detach(dict: PyDict, obj: PyObject): void {
  const entries = attributeNames(obj).map((name) => [name, (obj as PyObject & Slots)[`$${name}`]] as const);
  dict.owner = undefined;
  for (const [name, value] of entries) dictSet(dict, name, value as never);
}

/** A prototype between instance and class that hides plain attributes and non-special methods. */
function maskedProto(type: PyType): PyObject {
  if (type.masked !== undefined) return type.masked;
  const proto = Object.create(type.proto) as PyObject;
  for (const ancestor of type.mro) {
    for (const name of ancestor.attrs.keys()) {
      hide(proto, `$${name}`);
      if (!isDunder(name)) hide(proto, `m$${name}`);
    }
  }
  proto.fs = false;
  type.masked = proto;
  return proto;
}

function hide(proto: PyObject, key: string): void {
  Object.defineProperty(proto, key, { value: undefined, writable: true, enumerable: false, configurable: true });
}
