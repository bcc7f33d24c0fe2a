// How a class attribute becomes JavaScript: a value as a data property of `proto`, a method as `m$name` beside an accessor `$name` that binds,
// a descriptor as an accessor that calls it. Storing on the instance through such an accessor does what Python's rules say.
// CPython: Objects/typeobject.c (type_setattro, update_slot)
import { attributeKey, isDunder, methodKey, slotKey } from '../core/names.ts';
import { None, NotImplemented, type PyObject, type Slots } from '../core/object.ts';
import { objectType, slotsOf, typeOf, typeType } from '../core/primitives.ts';
import { FunctionMeta, isSubtype, type PyType, TypeFlags, typeLookup } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { attributeError, isError, typeError } from '../exceptions/errors.ts';
import type { PyStopIteration } from '../exceptions/exception.ts';
import { type DataSetter, hideMethod } from '../objects/dict/table.ts';
import {
  PyClassMethod,
  PyClassMethodDescr,
  PyMemberDescr,
  PyMethod,
  PyMethodDescr,
  PyStaticMethod,
} from '../objects/function/function.ts';
import { republish } from '../objects/type/publish-class.ts';
import { call } from './call.ts';
import { forgetAttribute, forgetInClassesOf } from './class-attribute.ts';

/** Sets a class's own attribute and everything that follows from it. */
export function setTypeAttribute(type: PyType, name: string, value: Value | undefined): void {
  if (value === undefined) type.attrs.delete(name);
  else type.attrs.set(name, value);
  refresh(type, name);
}

/** Publishes `name` on a class and, where the prototype chain does not pass it on, on its subclasses. */
export function refresh(type: PyType, name: string): void {
  type.cache.clear();
  if (name === '__getattribute__' && type.flags & TypeFlags.HEAP) {
    // What can be read as a property, and what cannot, is another question now.
    republish(type);
    return;
  }
  forgetAttribute(type, name);
  const own = type.attrs.get(name);
  if (typeof own === 'object' && own.descrSet !== undefined && type.mro.includes(typeType))
    forgetInClassesOf(type, name);
  if (own !== undefined) publish(type, name, own);
  else if (!type.linear || type.opaque) publishResolved(type, name);
  else unpublish(type, name);
  if (changesFlags(type, name)) refreshFlags(type);
  hideFromMasked(type, name);
  for (const reference of type.subclasses) {
    const subclass = reference.deref();
    if (subclass === undefined) type.subclasses.delete(reference);
    else if (subclass.attrs.has(name)) continue;
    else refreshInherited(subclass, name);
  }
  if (type.dependents !== undefined) for (const each of type.dependents) refreshDependent(each.deref(), name);
}

/** Instances that left the fast layout are not to find it as a property. */
function hideFromMasked({ masked }: PyType, name: string): void {
  if (masked === undefined) return;
  defineHidden(masked, attributeKey(name), undefined);
  if (!isDunder(name)) defineHidden(masked, methodKey(name), undefined);
}

function changesFlags(type: PyType, name: string): boolean {
  if (FLAGGED.has(name)) return true;
  const value = typeLookup(type, name);
  return value !== undefined && isSetOnly(value);
}

/** Attributes that `refreshFlags` looks at. */
const FLAGGED: ReadonlySet<string> = new Set(
  ['eq', 'hash', 'setattr', 'delattr', 'bool', 'len'].map((name) => `__${name}__`),
);

function refreshDependent(type: PyType | undefined, name: string): void {
  if (type !== undefined && !type.attrs.has(name)) refreshInherited(type, name);
}

function refreshInherited(type: PyType, name: string): void {
  type.cache.clear();
  forgetAttribute(type, name);
  if (!type.linear || type.opaque) publishResolved(type, name);
  if (changesFlags(type, name)) refreshFlags(type);
  hideFromMasked(type, name);
  for (const reference of type.subclasses) {
    const subclass = reference.deref();
    if (subclass !== undefined && !subclass.attrs.has(name)) refreshInherited(subclass, name);
  }
}

/** Publishes what the MRO gives for `name`, where the prototype chain alone would give something else. */
export function publishResolved(type: PyType, name: string): void {
  const value = typeLookup(type, name);
  if (value === undefined) unpublish(type, name);
  else publish(type, name, value);
}

function unpublish(type: PyType, name: string): void {
  const proto = type.proto as Slots;
  delete proto[attributeKey(name)];
  delete proto[methodKey(name)];
  if (proto[slotKey(name)] !== undefined) markSlot(type, name);
  if (name === '__next__') delete proto['iternext'];
  if (name === '__getattr__') delete proto['missingAttr'];
  if (name === '__get__') delete proto['descrGet'];
  if (name === '__set__' || name === '__delete__') delete proto['descrSet'];
}

/** CPython: inherit_slots, as far as flags on the prototype go. */
export function refreshFlags(type: PyType): void {
  const proto = type.proto;
  const slots = proto as unknown as Record<string, unknown>;
  const root = objectType.proto as unknown as Record<string, unknown>;
  proto.fs =
    type.hasDict &&
    !type.opaque &&
    !type.mro.some((t) => t.asksStores || t.slotNames?.length) &&
    slots['m$__setattr__'] === root['m$__setattr__'];
  markSlots(type);
  proto.alwaysTrue = slots['m$__bool__'] === undefined && slots['m$__len__'] === undefined;
  const ownEquality = type.attrs.has('__eq__') || type.attrs.has('__hash__');
  if (!ownEquality && type.linear) {
    if (Object.hasOwn(slots, 'keyKind')) delete slots['keyKind'];
  } else if (ownEquality) proto.keyKind = 0;
  else proto.keyKind = inheritedKeyKind(type);
}

/** `fs` slot by slot. With an instance dict the long way hides the slot's property from it. */
function markSlots(type: PyType): void {
  for (const ancestor of type.mro) for (const name of ancestor.slotNames ?? []) markSlot(type, name);
}

function markSlot(type: PyType, name: string): void {
  const slots = type.proto as Slots;
  const plainStore = slots['m$__setattr__'] === (objectType.proto as Slots)['m$__setattr__'];
  const plain = plainStore && !type.hasDict && !type.opaque && typeLookup(type, name) instanceof PyMemberDescr;
  defineHidden(slots, slotKey(name), plain);
}

function inheritedKeyKind(type: PyType): number {
  for (const ancestor of type.mro.slice(1)) {
    if (ancestor.attrs.has('__eq__') || ancestor.attrs.has('__hash__')) return ancestor.proto.keyKind;
  }
  return 1;
}

/** Puts one attribute on `type.proto`, which has none of that name yet if it is `fresh`. */
export function publish(type: PyType, name: string, value: Value, fresh = false): void {
  const proto = type.proto as Slots;
  const key = attributeKey(name);
  const method = methodEntry(type, name, value);
  const inherited = proto[methodKey(name)];
  if (proto[slotKey(name)] !== undefined) markSlot(type, name);
  // All that is called `m$name` anywhere is a plain property.
  if (method !== undefined || inherited !== undefined) proto[methodKey(name)] = method;
  if (isDunder(name)) {
    const native = value instanceof PyMethodDescr && isSubtype(type, value.owner) ? value.owner : undefined;
    publishHook(type, name, method, native);
  }
  if (type.opaque) {
    defineHidden(proto, key, undefined);
    if (!isDunder(name)) defineHidden(proto, methodKey(name), undefined);
    return;
  }
  if (isSetOnly(value)) type.asksStores = true;
  if (typeof value === 'function' ? isBindable(value) : typeof value === 'object' && isDescriptor(value)) {
    publishDescriptor(proto, name, key, value);
  } else if (type.mro.includes(typeType)) publishDescriptor(proto, name, key, value);
  else if (fresh && !inheritsAccessor(type, name)) proto[key] = value;
  else defineHidden(proto, key, value);
}

/** Whether storing `$name` on a class's prototype, which has none itself, would be a call of a setter: then it must be defined. */
function inheritsAccessor(type: PyType, name: string): boolean {
  const { base } = type;
  const value = base === undefined ? undefined : typeLookup(base, name);
  return typeof value === 'function' ? isBindable(value) : typeof value === 'object' && isDescriptor(value);
}

function isDescriptor(value: PyObject): boolean {
  return value.descrGet !== undefined || value.descrSet !== undefined;
}

function isSetOnly(value: Value): boolean {
  return typeof value === 'object' && value.descrSet !== undefined && value.descrGet === undefined;
}

function isBindable(value: Value): boolean {
  return (value as { meta?: unknown }).meta instanceof FunctionMeta;
}

function defineHidden(proto: object, key: string, value: unknown): void {
  Object.defineProperty(proto, key, { value, writable: true, enumerable: false, configurable: true });
}

function publishDescriptor(proto: Slots, name: string, key: string, value: Value): void {
  if (value instanceof PyMemberDescr && value.owner.flags & 1) {
    // A slot's value is the instance's own property of this very name, so nothing may stand in its way.
    defineHidden(proto, key, undefined);
    return;
  }
  const data = typeof value === 'object' && value.descrSet !== undefined;
  Object.defineProperty(proto, key, {
    get: data && value.descrGet !== undefined ? dataGetter(name, value) : getterOf(name, value),
    set: data ? dataSetter(value) : shadowingSetter(name, key),
    enumerable: false,
    configurable: true,
  });
}

function dataGetter(name: string, descriptor: PyObject): (this: PyObject) => Value {
  return function (this: PyObject) {
    try {
      return bindDescriptor(descriptor as Value, this, this.cls);
    } catch (e) {
      if (this.missingAttr !== undefined && isError(e, 'AttributeError')) {
        const value = this.missingAttr(name);
        if (value !== undefined) return value;
      }
      throw e;
    }
  };
}

function dataSetter(descriptor: PyObject): (this: PyObject, value: Value) => void {
  const setter: DataSetter = function (this: PyObject, value: Value): void {
    descriptor.descrSet!(this, value);
  };
  // A descriptor that answers reads too comes before what the instance dict holds: storing there must ask.
  setter.first = descriptor.descrGet !== undefined;
  return setter;
}

function getterOf(name: string, value: Value): (this: PyObject) => Value | undefined {
  const getter = bindingGetter(name);
  if (typeof value !== 'function' || !isBindable(value)) return getter;
  // Where this accessor is found, the function is what a look-up would find.
  return function (this: PyObject) {
    return typeof this === 'object' ? new PyMethod(value, this) : getter.call(this);
  };
}

const bindingGetters = new Map<string, (this: PyObject) => Value | undefined>();

function bindingGetter(name: string): (this: PyObject) => Value | undefined {
  let getter = bindingGetters.get(name);
  if (getter === undefined) {
    getter = function (this: PyObject) {
      // A class's own attributes come before its metatype's.
      if (typeof this === 'function') {
        const own = typeLookup(this as unknown as PyType, name);
        if (own !== undefined) return bindDescriptor(own, undefined, this as unknown as PyType);
      }
      const value = typeLookup(this.cls, name);
      return value === undefined ? undefined : bindDescriptor(value, this, this.cls);
    };
    bindingGetters.set(name, getter);
  }
  return getter;
}

const shadowingSetters = new Map<string, (this: PyObject, value: Value) => void>();

function shadowingSetter(name: string, key: string): (this: PyObject, value: Value) => void {
  let setter = shadowingSetters.get(name);
  if (setter === undefined) {
    setter = function (this: PyObject, value: Value) {
      Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
      if (!isDunder(name)) hideMethod(this, name);
    };
    shadowingSetters.set(name, setter);
  }
  return setter;
}

/** What reading a class attribute through an instance gives. CPython: the tp_descr_get call of PyObject_GenericGetAttr */
export function bindDescriptor(value: Value, self: Value | undefined, type: PyType): Value {
  if (typeof value === 'function') return self !== undefined && isBindable(value) ? new PyMethod(value, self) : value;
  if (typeof value === 'object' && value.descrGet !== undefined) return value.descrGet(self, type);
  return value;
}

/** The JS function that runs attribute `name` as a method: self first. Undefined when it must be looked up the long way. */
function methodEntry(type: PyType, name: string, value: Value): Entry | undefined {
  if (typeof value === 'function' && isBindable(value)) return value as unknown as Entry;
  if (value instanceof PyClassMethodDescr && !(type.flags & 1 && isDunder(name))) return undefined;
  if (value instanceof PyMethodDescr) {
    // Another type's method checks what it is called on.
    return isSubtype(type, value.owner) ? value.entry : (...args) => call(value, ...args);
  }
  if (value instanceof PyStaticMethod) {
    const callable = value.callable;
    return (_self, ...args) => call(callable, ...args);
  }
  if (value instanceof PyClassMethod && typeof value.callable === 'function' && isBindable(value.callable)) {
    const callable = value.callable as unknown as Entry;
    return (self, ...args) => callable(typeOf(self), ...args);
  }
  if (value === None && isOperator(name)) return (...args) => call(value, ...args.slice(1));
  if (isDunder(name) && value !== undefined && (name === '__call__' ? value !== None : callableAsSlot(value))) {
    if (COMPARISONS.has(name)) return (self, other) => compareBy(value, self, other);
    return (self, ...args) => call(bindDescriptor(value, self, typeOf(self)), ...args);
  }
  return value === None && isDunder(name) && !NONE_MEANS_ABSENT.has(name) ? refuseNone(name) : undefined;
}

/** Special methods that a class takes away by setting them to None, with an error of their own, or that are not looked up as slots. */
const NONE_MEANS_ABSENT: ReadonlySet<string> = new Set(
  [
    'hash',
    'iter',
    'contains',
    'reversed',
    'class_getitem',
    'getattr',
    'get',
    'set',
    'delete',
    'set_name',
    'doc',
    'buffer',
  ].map((name) => `__${name}__`),
);

/** Any other one is there, but it cannot be called. */
function refuseNone(name: string): Entry {
  return (self) => {
    if (name === '__bool__') throw typeError(`'${typeOf(self).typeName}' cannot be interpreted as a boolean`);
    throw typeError("'NoneType' object is not callable");
  };
}

const OPERATORS = new Set(
  'lt le eq ne gt ge add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or'.split(' '),
);

/** Operators, reflected and in-place ones too: a class that sets one to None refuses it, other operand or not. */
function isOperator(name: string): boolean {
  const word = name.slice(2, -2);
  return (
    isDunder(name) && (OPERATORS.has(word) || ((word[0] === 'r' || word[0] === 'i') && OPERATORS.has(word.slice(1))))
  );
}

const COMPARISONS: ReadonlySet<string> = new Set(['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__']);

/** A comparison that cannot be had is none. CPython: slot_tp_richcompare */
function compareBy(value: Value, self: Value, other: Value): Value {
  let method: Value;
  try {
    method = bindDescriptor(value, self, typeOf(self));
  } catch (e) {
    if (!isError(e, 'BaseException')) throw e;
    return NotImplemented;
  }
  return call(method, other);
}

/** Whether a special attribute that is not a function still stands for a method: partials, callable objects, other descriptors. */
function callableAsSlot(value: Value): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object') return false;
  return value.descrGet !== undefined || (slotsOf(value) as Slots)['m$__call__'] !== undefined;
}

/** Where a native type has its own way, which its special method goes through. */
const HOOKS: ReadonlyMap<string, string> = new Map([
  ['__next__', 'iternext'],
  ['__get__', 'descrGet'],
  ['__set__', 'descrSet'],
  ['__delete__', 'descrSet'],
]);

/** Those without which emitted code may take and store a sequence's items itself. */
const ITEM_METHODS: ReadonlySet<string> = new Set(['__getitem__', '__setitem__', '__iter__']);

/** Special methods that natives call as JS methods of the object itself. */
function publishHook(type: PyType, name: string, method: Entry | undefined, native: PyType | undefined): void {
  if (!(type.flags & 1)) return;
  const proto = type.proto as Slots;
  const hook = native === undefined ? undefined : HOOKS.get(name);
  if (hook !== undefined) {
    const own = (native!.proto as Slots)[hook];
    if (own !== undefined && proto[hook] !== own) defineHidden(proto, hook, own);
    return;
  }
  if (name === '__next__' && method !== undefined) defineHidden(proto, 'iternext', iternextOf(method));
  else if (name === '__getattr__' && method !== undefined) defineHidden(proto, 'missingAttr', missingAttrOf(method));
  else if (name === '__get__' && method !== undefined) defineHidden(proto, 'descrGet', descrGetOf(method));
  else if ((name === '__set__' || name === '__delete__') && method !== undefined)
    defineHidden(proto, 'descrSet', descrSet);
  else if (ITEM_METHODS.has(name) && proto['sq'] !== undefined) defineHidden(proto, 'sq', undefined);
}

function iternextOf(method: Entry): (this: PyObject) => Value | undefined {
  return function (this: PyObject) {
    try {
      return method(this);
    } catch (e) {
      if (!isError(e, 'StopIteration')) throw e;
      // `yield from` takes its value from here.
      const { value } = e as PyStopIteration;
      if (value !== undefined) (this as PyObject & { returned?: Value }).returned = value;
      return undefined;
    }
  };
}

function missingAttrOf(method: Entry): (this: PyObject, name: string) => Value | undefined {
  return function (this: PyObject, name: string) {
    return method(this, name);
  };
}

function descrGetOf(method: Entry): PyObject['descrGet'] {
  return function (this: PyObject, obj: Value | undefined, type: PyType) {
    return method(this, obj ?? None, type);
  };
}

function descrSet(this: PyObject, obj: Value, value: Value | undefined): void {
  const slots = this as unknown as Record<string, Entry | undefined>;
  const method = value === undefined ? slots['m$__delete__'] : slots['m$__set__'];
  if (method === undefined) throw attributeError(value === undefined ? '__delete__' : '__set__');
  if (value === undefined) method(this, obj);
  else method(this, obj, value);
}
