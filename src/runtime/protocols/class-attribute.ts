// Class attributes read through the class itself. JavaScript has no inheritance between class functions, so what a look-up through the MRO gave is
// kept as a property `$name` of the class function and, for calls, as an entry `m$name` of the class's `statics`; both are forgotten when
// any class of the MRO changes. CPython: the specialised LOAD_ATTR_CLASS and LOAD_ATTR_METHOD_* instructions
import { attributeKey, isDunder, methodKey } from '../core/names.ts';
import type { Slots } from '../core/object.ts';
import { objectType } from '../core/primitives.ts';
import { FunctionMeta, isSubtype, type PyType, Statics, typeLookup } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import {
  PyClassMethod,
  PyClassMethodDescr,
  PyMethodDescr,
  PyStaticMethod,
  staticMethodType,
} from '../objects/function/function.ts';

/** Keeps `bound`, what `type.name` gave, when it is what every later read gives too: `stored` is no descriptor that makes something new. */
export function rememberAttribute(type: PyType, name: string, stored: Value, bound: Value): void {
  if (type.cls.opaque) return;
  // A method read through its class is itself.
  const isMethod = stored instanceof PyMethodDescr && !(stored instanceof PyClassMethodDescr);
  if (isDunder(name) && !isMethod && typeof stored !== 'function') return;
  const plain = isMethod || typeof stored !== 'object' || stored.descrGet === undefined;
  if (!plain && !(stored instanceof PyStaticMethod && stored.cls === staticMethodType)) return;
  setHidden(type, attributeKey(name), bound);
}

/** Finds how `type.name(...)` is called with the class as first argument, for the next call to find at once. */
export function rememberCall(type: PyType, name: string): void {
  if (type.cls.opaque || isDunder(name)) return;
  const meta = typeLookup(type.cls, name);
  if (typeof meta === 'object' && meta.descrSet !== undefined) return;
  const stored = typeLookup(type, name);
  if (!(stored instanceof PyClassMethod) || stored.cls.flags & 1) return;
  const { callable } = stored;
  if (typeof callable !== 'function' || !((callable as { meta?: unknown }).meta instanceof FunctionMeta)) return;
  if (type.statics === undefined) type.statics = new Statics();
  (type.statics as unknown as Record<string, Entry>)[methodKey(name)] = callable as unknown as Entry;
}

/** Keeps a function that calls `type.name`, as long as what was read there is kept. */
export function keepCall(type: PyType, name: string, entry: Entry): void {
  const kept = Object.getOwnPropertyDescriptor(type, attributeKey(name));
  if (kept === undefined || kept.value === undefined) return;
  type.statics ??= new Statics();
  type.statics.calls ??= new Map();
  type.statics.calls.set(name, entry);
}

/** The attribute has changed in `type` or in a class that it inherits from. */
export function forgetAttribute(type: PyType, name: string): void {
  const key = attributeKey(name);
  if (Object.hasOwn(type, key)) setHidden(type, key, undefined);
  type.statics = undefined;
}

/** Everything may have changed: other bases, another metaclass. */
export function forgetAttributes(type: PyType): void {
  for (const key of Object.getOwnPropertyNames(type)) if (key.startsWith('$')) setHidden(type, key, undefined);
  type.statics = undefined;
}

/** A data descriptor of a metaclass comes before the attributes of its classes. */
export function forgetInClassesOf(metatype: PyType, name: string, root: PyType = objectType): void {
  for (const reference of root.subclasses) {
    const type = reference.deref();
    if (type === undefined) continue;
    if (isSubtype(type.cls, metatype)) forgetAttribute(type, name);
    forgetInClassesOf(metatype, name, type);
  }
}

function setHidden(type: PyType, key: string, value: Value | undefined): void {
  const slots = type as unknown as Slots;
  if (Object.hasOwn(type, key)) slots[key] = value;
  else Object.defineProperty(type, key, { value, writable: true, enumerable: false, configurable: true });
}
