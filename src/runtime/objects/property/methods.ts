// property. CPython: Objects/descrobject.c (propertyobject)
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { attributeError, isError, typeError } from '../../exceptions/errors.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { lookupAttr, setAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { isTrue } from '../../protocols/compare.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { PyProperty, propertyType } from '../function/function.ts';

function given(v: Value | undefined): Value | undefined {
  return v === None ? undefined : v;
}

function propertyInit(self: PyProperty, fget?: Value, fset?: Value, fdel?: Value, doc?: Value): Value {
  self.fget = given(fget);
  self.fset = given(fset);
  self.fdel = given(fdel);
  self.doc = undefined;
  self.getterDoc = false;
  self.name = undefined;
  let text = given(doc);
  if (text === undefined && self.fget !== undefined) {
    text = given(lookupAttr(self.fget, '__doc__'));
    self.getterDoc = text !== undefined;
  }
  setDoc(self, text);
  return None;
}

/** Subclasses keep the doc in their instance dict or slot, where it can be read past a class's `__doc__`. */
function setDoc(self: PyProperty, doc: Value | undefined): void {
  if (self.cls === propertyType) {
    self.doc = doc;
    return;
  }
  try {
    setAttr(self, '__doc__', doc ?? None);
  } catch (e) {
    // A doc that was given is dropped where the instance has no place for it.
    if (self.getterDoc || !isError(e, 'AttributeError')) throw e;
  }
}

PyProperty.prototype.descrGet = function (this: PyProperty, obj) {
  if (obj === undefined) return this;
  if (this.fget === undefined) throw noAccessor(this, obj, 'getter');
  return typeof this.fget === 'function' ? this.fget(obj) : call(this.fget, obj);
};
PyProperty.prototype.descrSet = function (this: PyProperty, obj, value) {
  const f = value === undefined ? this.fdel : this.fset;
  if (f === undefined) throw noAccessor(this, obj, value === undefined ? 'deleter' : 'setter');
  if (value === undefined) call(f, obj);
  else call(f, obj, value);
};

function noAccessor(self: PyProperty, obj: Value, what: string) {
  const name = propertyName(self);
  const quoted = name === undefined ? '' : ` ${reprForMessage(name)}`;
  return attributeError(`property${quoted} of ${reprForMessage(typeOf(obj).qualname)} object has no ${what}`);
}

function propertyName(self: PyProperty): Value | undefined {
  if (self.name !== undefined) return self.name;
  return self.fget === undefined ? undefined : lookupAttr(self.fget, '__name__');
}

/** `@x.setter` and its like: a copy with one accessor replaced. CPython: property_copy */
function copyWith(self: PyProperty, change: Partial<Record<'fget' | 'fset' | 'fdel', Value>>): Value {
  const replaced = (key: 'fget' | 'fset' | 'fdel'): Value => given(change[key]) ?? self[key] ?? None;
  const fget = replaced('fget');
  const doc = self.getterDoc && fget !== None ? None : (self.doc ?? None);
  const copy = call(self.cls, fget, replaced('fset'), replaced('fdel'), doc);
  if (copy instanceof PyProperty) copy.name = self.name;
  return copy;
}

function propertySetName(self: PyProperty, args: readonly Value[]): Value {
  if (args.length !== 2) throw typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
  self.name = args[1];
  return None;
}

function isAbstract(self: PyProperty): Value {
  return [self.fget, self.fset, self.fdel].some((f) => {
    const flag = f === undefined ? undefined : lookupAttr(f, '__isabstractmethod__');
    return flag !== undefined && isTrue(flag);
  });
}

export function installProperty(): void {
  installType(propertyType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PyProperty)()),
    methods: {
      __init__: slot('($self, /, fget=None, fset=None, fdel=None, doc=None)', propertyInit),
      __get__: slot('($self, instance, owner=None, /)', (self: PyProperty, obj: Value) =>
        PyProperty.prototype.descrGet!.call(self, obj === None ? undefined : obj, typeOf(obj)),
      ),
      __set__: slot('($self, instance, value, /)', (self: PyProperty, obj: Value, value: Value) => {
        PyProperty.prototype.descrSet!.call(self, obj, value);
        return None;
      }),
      __delete__: slot('($self, instance, /)', (self: PyProperty, obj: Value) => {
        PyProperty.prototype.descrSet!.call(self, obj, undefined);
        return None;
      }),
      __set_name__: method('($self, /, *args)', propertySetName),
      getter: method('($self, object, /)', (self: PyProperty, f: Value) => copyWith(self, { fget: f })),
      setter: method('($self, object, /)', (self: PyProperty, f: Value) => copyWith(self, { fset: f })),
      deleter: method('($self, object, /)', (self: PyProperty, f: Value) => copyWith(self, { fdel: f })),
    },
    properties: {
      fget: member((self: PyProperty) => self.fget ?? None),
      fset: member((self: PyProperty) => self.fset ?? None),
      fdel: member((self: PyProperty) => self.fdel ?? None),
      __doc__: member(
        (self: PyProperty) => self.doc ?? None,
        (self: PyProperty, value: Value | undefined) => {
          self.doc = value;
        },
      ),
      __name__: getset(
        (self: PyProperty) => propertyName(self),
        (self: PyProperty, value: Value | undefined) => {
          self.name = value;
        },
      ),
      __isabstractmethod__: getset(isAbstract),
    },
  });
}
