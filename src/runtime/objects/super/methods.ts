// The super type's table. CPython: Objects/typeobject.c (super_getattro, super_init)
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { isType, type PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError, typeError } from '../../exceptions/errors.ts';
import { installType, member, method, slot } from '../../native/define.ts';
import { attributeName, genericGetAttr, noAttribute } from '../../protocols/attribute.ts';
import { PySuper, superAttribute, superCheck, superType } from './super.ts';

function superInit(self: PySuper, type?: Value, obj?: Value): Value {
  if (type === undefined) throw runtimeError('super(): no arguments');
  if (!isType(type)) throw typeError(`super() argument 1 must be a type, not ${typeOf(type).typeName}`);
  self.thisClass = type;
  if (obj !== undefined && obj !== None) {
    self.self = obj;
    self.selfClass = superCheck(type, obj);
  }
  return None;
}

/** `super(type, object)`. */
function superConstruct(args: Value[]): Value | undefined {
  if (args.length !== 2) return undefined;
  const made = new PySuper();
  superInit(made, args[0], args[1]);
  return made;
}

function superGetattribute(self: PySuper, name: Value): Value {
  const key = attributeName(name);
  const found = find(self, key);
  if (found === undefined) throw noAttribute(self, key);
  return found;
}

function find(self: PySuper, key: string): Value | undefined {
  if (self.selfClass !== undefined && self.thisClass !== undefined) {
    const value = superAttribute(self.thisClass, self.selfClass, self.self!, key);
    if (value !== undefined) return value;
  }
  return genericGetAttr(self, self.cls, key);
}

function superRepr(self: PySuper): Value {
  const of = self.selfClass === undefined ? 'NULL' : `<${self.selfClass.typeName} object>`;
  return `<super: <class '${self.thisClass?.typeName ?? 'NULL'}'>, ${of}>`;
}

export function installSuper(): void {
  superType.construct = superConstruct;
  installType(superType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PySuper)()),
    methods: {
      __init__: slot('($self, type=<unrepresentable>, object_or_type=<unrepresentable>, /)', superInit),
      __getattribute__: slot('($self, name, /)', superGetattribute),
      __get__: slot('($self, instance, owner=None, /)', (self: PySuper, obj: Value) =>
        PySuper.prototype.descrGet!.call(self, obj === None ? undefined : obj, superType),
      ),
      __repr__: slot('($self, /)', superRepr),
    },
    properties: {
      __thisclass__: member((self: PySuper) => self.thisClass ?? None),
      __self__: member((self: PySuper) => self.self ?? None),
      __self_class__: member((self: PySuper) => self.selfClass ?? None),
    },
  });
  superType.opaque = true;
  // Nothing of the super object itself may answer for the class it stands for.
  superMask();
}

function superMask(): void {
  let proto: object | null = superType.proto;
  const own = superType.proto as unknown as object;
  while (proto !== null) {
    for (const key of Object.getOwnPropertyNames(proto)) {
      if (key.startsWith('$') || (key.startsWith('m$') && !key.startsWith('m$__'))) {
        Object.defineProperty(own, key, { value: undefined, writable: true, enumerable: false, configurable: true });
      }
    }
    proto = Object.getPrototypeOf(proto);
  }
}
