// What every object has. CPython: Objects/typeobject.c (object_methods, object_getsets)

import { None, NotImplemented, type PyObject, type Slots } from '../../core/object.ts';
import { objectType, slotsOf, typeOf } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType, TypeFlags, typeLookup } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { type Raised, typeError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, method, quickly, slot } from '../../native/define.ts';
import { attributeName, genericGetAttr, genericSetAttr, lookupAttr, noAttribute } from '../../protocols/attribute.ts';
import { forgetAttributes } from '../../protocols/class-attribute.ts';
import { isTrue } from '../../protocols/compare.ts';
import { asIndex } from '../../protocols/item.ts';
import { spread } from '../../protocols/iterate.ts';
import { str } from '../../protocols/text.ts';
import { PyList } from '../list/list.ts';
import { moduleType } from '../module/module.ts';
import { PyRange } from '../range/range.ts';
import { PySlice } from '../slice/slice.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { isAbstract } from '../type/new.ts';
import { checkCompatible } from '../type/rebase.ts';
import { objectId } from './identity.ts';
import { commonReduce, defaultState, objectReduceEx } from './reduce.ts';

/** CPython: object_new; excess arguments are an error unless `__init__` alone is overridden */
export function objectNew(cls: PyType, args: Value[], keywords: { size: number } | undefined): Value {
  if (args.length > 0 || (keywords?.size ?? 0) > 0) checkExcess(cls);
  if (cls.abstractMethods !== undefined && isAbstract(cls)) throw abstractError(cls);
  return new (cls.Instance as new () => PyObject)();
}

function checkExcess(cls: PyType): void {
  if (typeLookup(cls, '__new__') !== typeLookup(objectType, '__new__')) {
    throw typeError('object.__new__() takes exactly one argument (the type to instantiate)');
  }
  if (typeLookup(cls, '__init__') === typeLookup(objectType, '__init__'))
    throw typeError(`${cls.typeName}() takes no arguments`);
}

function abstractError(cls: PyType): Raised {
  const names = spread(cls.abstractMethods!)
    .map((n) => jsString(str(n)))
    .sort();
  const list = names.map((n) => `'${n}'`).join(', ');
  return typeError(
    `Can't instantiate abstract class ${cls.typeName} without an implementation for abstract method${names.length > 1 ? 's' : ''} ${list}`,
  );
}

/** Without arguments, the usual case, there is nothing to check but abstractness. */
function newByPosition(cls: PyType, argument?: Value, ...rest: Value[]): Value {
  if (argument === undefined && cls.abstractMethods === undefined) return new (cls.Instance as new () => PyObject)();
  return objectNew(cls, given(argument, rest), undefined);
}

function initByPosition(self: Value, argument?: Value, ...rest: Value[]): Value {
  return argument === undefined ? None : objectInit(self, given(argument, rest), undefined);
}

function given(argument: Value | undefined, rest: Value[]): Value[] {
  return argument === undefined ? [] : [argument, ...rest.filter((value) => value !== undefined)];
}

/** CPython: object_init */
export function objectInit(self: Value, args: Value[], keywords: { size: number } | undefined): Value {
  if (args.length === 0 && (keywords?.size ?? 0) === 0) return None;
  const type = typeOf(self);
  if (typeLookup(type, '__init__') !== typeLookup(objectType, '__init__')) {
    throw typeError('object.__init__() takes exactly one argument (the instance to initialize)');
  }
  if (typeLookup(type, '__new__') === typeLookup(objectType, '__new__'))
    throw typeError(`${type.typeName}.__init__() takes exactly one argument (the instance to initialize)`);
  return None;
}

/** CPython: object_repr */
export function objectRepr(self: Value): Value {
  const type = typeOf(self);
  const module = typeModule(type);
  const name = module === undefined || module === 'builtins' ? type.qualname : `${module}.${type.qualname}`;
  return `<${name} object at 0x${objectId(self).toString(16).padStart(12, '0')}>`;
}

function typeModule(type: PyType): string | undefined {
  if ((type.flags & TypeFlags.HEAP) === 0) return type.moduleName;
  const module = type.attrs.get('__module__');
  return typeof module === 'string' ? module : undefined;
}

/** CPython: object_str */
export function objectStr(self: Value): Value {
  return (slotsOf(self) as unknown as { m$__repr__: Entry }).m$__repr__(self);
}

/** CPython: object_richcompare, == */
export function objectEq(self: Value, other: Value): Value {
  return self === other ? true : NotImplemented;
}

/** CPython: object_richcompare, !=: the inverse of == */
export function objectNe(self: Value, other: Value): Value {
  const equal = (slotsOf(self) as unknown as { m$__eq__?: Entry }).m$__eq__?.(self, other) ?? NotImplemented;
  return equal === NotImplemented ? NotImplemented : !isTrue(equal);
}

function notImplemented(): Value {
  return NotImplemented;
}

/** CPython: PyObject_GenericHash: the address */
export function objectHash(self: Value): Value {
  return int(objectId(self) / 16);
}

function objectGetattribute(self: Value, name: Value): Value {
  const key = attributeName(name);
  const value = genericGetAttr(self, typeOf(self), key);
  if (value === undefined) throw noAttribute(self, key);
  return value;
}

/** Setting a class's attribute past `type` would leave behind what derives from it. CPython: hackcheck */
function notForClasses(method: string, self: Value): Raised {
  return typeError(`can't apply this ${method} to ${typeOf(self).typeName} object`);
}

function objectSetattr(self: Value, name: Value, value: Value): Value {
  if (isType(self)) throw notForClasses('__setattr__', self);
  genericSetAttr(self, attributeName(name), value);
  return None;
}

function objectDelattr(self: Value, name: Value): Value {
  if (isType(self)) throw notForClasses('__delattr__', self);
  genericSetAttr(self, attributeName(name), undefined);
  return None;
}

/** CPython: object___format__ */
function objectFormat(self: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${typeOf(spec).typeName}`);
  if (jsString(spec) !== '') throw typeError(`unsupported format string passed to ${typeOf(self).typeName}.__format__`);
  return str(self);
}

/** CPython: object___dir__ */
export function objectDir(self: Value): Value {
  const names = new Set<Value>();
  const dict = lookupAttr(self, '__dict__');
  if (dict !== undefined) for (const name of spread(dict)) names.add(name);
  const cls = lookupAttr(self, '__class__');
  if (cls !== undefined && isType(cls))
    for (const type of cls.mro) for (const name of type.attrs.keys()) names.add(name);
  return new PyList([...names]);
}

function getClass(self: Value): Value {
  return typeOf(self);
}

/** CPython: object_set_class */
function setClass(self: Value, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete __class__ attribute");
  if (!isType(value)) throw typeError(`__class__ must be set to a class, not '${typeOf(value).typeName}' object`);
  const old = typeOf(self);
  const modules = isSubtype(old, moduleType) && isSubtype(value, moduleType);
  if (!modules && (old.flags | value.flags) & TypeFlags.IMMUTABLE) {
    throw typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  checkCompatible(old, value, '__class__');
  Object.setPrototypeOf(self, value.proto);
  if (isType(self)) forgetAttributes(self);
}

/** CPython: object___sizeof___impl: what tp_basicsize and tp_itemsize say */
function objectSizeof(self: Value): Value {
  if (self instanceof PyTuple) return int(32 + 8 * self.items.length);
  if (self instanceof PyRange) return int(48);
  if (self instanceof PySlice) return int(40);
  if (typeof self === 'function') return int(152);
  return int(typeof self === 'object' && self.iternext !== undefined ? 32 : 16);
}

function nothing(): Value {
  return None;
}

export function installObject(): void {
  installType(objectType, {
    doc: 'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
    signature: '()',
    new: quickly(method('($type, *args, **kwargs)', objectNew), newByPosition),
    methods: {
      __init__: quickly(slot('($self, /, *args, **kwargs)', objectInit), initByPosition),
      __repr__: slot('($self, /)', objectRepr),
      __str__: slot('($self, /)', objectStr),
      __hash__: slot('($self, /)', objectHash),
      __eq__: slot('($self, value, /)', objectEq),
      __ne__: slot('($self, value, /)', objectNe),
      __lt__: slot('($self, value, /)', notImplemented),
      __le__: slot('($self, value, /)', notImplemented),
      __gt__: slot('($self, value, /)', notImplemented),
      __ge__: slot('($self, value, /)', notImplemented),
      __getattribute__: slot('($self, name, /)', objectGetattribute),
      __setattr__: slot('($self, name, value, /)', objectSetattr),
      __delattr__: slot('($self, name, /)', objectDelattr),
      __format__: method('($self, format_spec, /)', objectFormat),
      __dir__: method('($self, /)', objectDir),
      __sizeof__: method('($self, /)', objectSizeof),
      __reduce__: method('($self, /)', (self: Value) => commonReduce(self, 0)),
      __reduce_ex__: method('($self, protocol, /)', (self: Value, protocol: Value) =>
        objectReduceEx(self, Number(asIndex(protocol))),
      ),
      __getstate__: method('($self, /)', (self: Value) => defaultState(self, false)),
      __init_subclass__: classmethod('($type, /)', nothing),
      __subclasshook__: classmethod('($type, object, /)', notImplemented),
    },
    properties: { __class__: getset(getClass, setClass) },
  });
  (objectType.proto as Slots)['keyKind'] = 1;
}
