// What a class inherits, as JavaScript sees it: everything its prototype chain does not already say, and how its instances are made.
// CPython: Objects/typeobject.c (inherit_slots, type_ready)
import type { Slots } from '../../core/object.ts';
import { objectType, typeType } from '../../core/primitives.ts';
import { FunctionMeta, isType, type PyFunction, type PyType, TypeFlags, typeLookup } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { call } from '../../protocols/call.ts';
import { forgetAttributes } from '../../protocols/class-attribute.ts';
import { bindDescriptor, publish, publishResolved, refreshFlags } from '../../protocols/publish.ts';
import { PyStaticMethod } from '../function/function.ts';
import { liveSubclasses } from './mro.ts';

/** Everything the prototype chain does not already say. */
export function publishAll(type: PyType, base: PyType): void {
  // Once so, always so: there may be instances that keep their attributes in a dict.
  type.opaque ||= overridesGetattribute(type);
  type.linear = type.mro.length === base.mro.length + 1 && type.mro.every((t, i) => i === 0 || t === base.mro[i - 1]);
  const resolved = type.linear && !type.opaque ? [] : inheritedNames(type, base);
  for (const name of resolved) if (!type.attrs.has(name)) publishResolved(type, name);
  for (const [name, value] of type.attrs) if (typeof name === 'string') publish(type, name, value, true);
  refreshFlags(type);
  type.tpNew = constructorEntry(type);
  refreshPlain(type);
}

function overridesGetattribute(type: PyType): boolean {
  return (
    typeLookup(type, '__getattribute__') !== typeLookup(objectType, '__getattribute__') &&
    isHeapAttribute(type, '__getattribute__')
  );
}

function isHeapAttribute(type: PyType, name: string): boolean {
  const owner = type.mro.find((t) => t.attrs.has(name));
  return owner !== undefined && ((owner.flags & TypeFlags.HEAP) !== 0 || owner.opaque);
}

/** Names whose place in the MRO the prototype chain through `base` gets wrong; for an opaque class, all there are. */
function inheritedNames(type: PyType, base: PyType): Set<string> {
  const names = new Set<string>();
  for (const ancestor of type.mro.slice(1)) {
    if (!type.opaque && base.mro.includes(ancestor) && type.linear) continue;
    for (const name of ancestor.attrs.keys()) names.add(name);
  }
  return names;
}

/** CPython: tp_new through slot_tp_new, or the inherited native one */
function constructorEntry(type: PyType): Entry | undefined {
  const value = typeLookup(type, '__new__');
  if (value instanceof PyStaticMethod && typeof value.callable === 'function')
    return value.callable as unknown as Entry;
  if (typeof value === 'function') {
    const owner = nativeSelf(value as PyFunction);
    return owner !== undefined && isType(owner) ? owner.tpNew : (value as unknown as Entry);
  }
  if (value === undefined) return undefined;
  return (cls, ...args) => call(bindDescriptor(value, undefined, cls as PyType), cls, ...args);
}

function nativeSelf(f: PyFunction): Value | undefined {
  return f.meta === undefined || f.meta instanceof FunctionMeta ? undefined : f.meta.self;
}

/** Whether `C(...)` is `new Instance` and then a plain Python `__init__`, with nothing in between. */
export function refreshPlain(type: PyType, newChanged = false): void {
  if (newChanged) type.tpNew = constructorEntry(type);
  const init = (type.proto as Slots)['m$__init__'] as PyFunction | undefined;
  const isPython =
    init?.meta instanceof FunctionMeta && (init.meta.code.flags & 0x0c) === 0 && init.meta.code.kwonlyargcount === 0;
  const metaCall = (type.cls.proto as Slots)['m$__call__'] === (typeType.proto as Slots)['m$__call__'];
  type.plain = isPython && metaCall && type.tpNew === objectType.tpNew && type.abstractMethods === undefined;
}

const HOOKS = ['iternext', 'missingAttr', 'descrGet', 'descrSet', 'sq', 'keyKind', 'fs', 'alwaysTrue'];

/** Empties a prototype, hangs it below the new base's, and publishes everything again; then the classes below. */
export function republish(type: PyType): void {
  const proto = type.proto as Slots;
  type.cache.clear();
  for (const key of Object.getOwnPropertyNames(proto)) {
    if (/^[ms]?\$/.test(key) || HOOKS.includes(key)) delete proto[key];
  }
  const base = type.base!;
  Object.setPrototypeOf(proto, base.proto);
  if (Object.getPrototypeOf(type.Instance) !== Function.prototype) Object.setPrototypeOf(type.Instance, base.Instance);
  publishAll(type, base);
  forgetAttributes(type);
  for (const subclass of liveSubclasses(type)) republish(subclass);
}
