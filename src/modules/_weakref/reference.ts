// Weak references over JS WeakRef and FinalizationRegistry. The engine clears a reference only between jobs, so within one run of Python code
// a referent stays reachable and callbacks come late or never. CPython: Objects/weakrefobject.c
import { None, NotImplemented, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { isType, type PyType } from '../../runtime/core/type.ts';
import { intFromDouble, type Value } from '../../runtime/core/value.ts';
import { isError, typeError } from '../../runtime/exceptions/errors.ts';
import { classmethod, installType, member, method, slot } from '../../runtime/native/define.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSize } from '../../runtime/objects/dict/table.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { objectId } from '../../runtime/objects/object/identity.ts';
import { addReference, plainReference, referencesOf } from '../../runtime/objects/type/weak-list.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { type CompareOp, richCompare } from '../../runtime/protocols/compare.ts';
import { hash } from '../../runtime/protocols/hash.ts';

type Referent = Value & object;

export class PyWeakref extends PyObject {
  target: WeakRef<Referent> | undefined;
  callback: Value | undefined;
  hash: number | bigint | undefined;
  constructor(target?: Referent, callback?: Value) {
    super();
    this.target = target === undefined ? undefined : new WeakRef(target);
    this.callback = callback;
    this.hash = undefined;
  }
  /** The object, or undefined once it is gone. */
  referent(): Value | undefined {
    return this.target?.deref();
  }
}
export const refType: PyType = staticType('ReferenceType', PyWeakref, { module: 'weakref', subclassable: true });

/** Runs callbacks of references whose object has been collected. */
const finalizers = new FinalizationRegistry<WeakRef<PyWeakref>>((held) => {
  const reference = held.deref();
  if (reference === undefined || reference.callback === undefined) return;
  const callback = reference.callback;
  reference.target = undefined;
  reference.callback = undefined;
  call(callback, reference);
});

/** Whether values of a type can be referred to. CPython: _PyType_SUPPORTS_WEAKREFS */
function checkReferable(v: Value): Referent {
  const type = typeOf(v);
  if ((typeof v === 'object' || typeof v === 'function') && (type.hasWeakref || isType(v))) return v as Referent;
  throw typeError(`cannot create weak reference to '${type.typeName}' object`);
}

export function referencesTo(v: Value): PyWeakref[] {
  if (typeof v !== 'object' && typeof v !== 'function') return [];
  return (referencesOf(v) as PyWeakref[]).filter((reference) => reference.target !== undefined);
}

/** Notes a new reference to an object. */
export function register(target: Referent, reference: PyWeakref, isProxy = false): void {
  const isShared = reference.callback === undefined && (isProxy || reference.cls === refType);
  const holder = new WeakRef(reference);
  addReference(target, reference, holder, isShared, isProxy);
  if (reference.callback !== undefined) finalizers.register(target, holder);
}

/** The reference of a given class without callback that already exists: plain references are shared. */
export function shared(target: Value, type: PyType): PyWeakref | undefined {
  return referencesTo(target).find((reference) => reference.cls === type && reference.callback === undefined);
}

export function makeReference(cls: PyType, object: Value, callback: Value | undefined): PyWeakref {
  const target = checkReferable(object);
  const given = callback === None ? undefined : callback;
  if (given === undefined && cls === refType) {
    const old = plainReference(target) as PyWeakref | undefined;
    if (old !== undefined) return old;
  }
  const reference = new (cls.Instance as unknown as typeof PyWeakref)(target, given);
  register(target, reference);
  return reference;
}

function refHash(self: PyWeakref): Value {
  if (self.hash === undefined) {
    const object = self.referent();
    if (object === undefined) throw typeError('weak object has gone away');
    self.hash = hash(object);
  }
  return self.hash as Value;
}

function compare(op: CompareOp) {
  return (self: PyWeakref, other: Value): Value => {
    if (!(other instanceof PyWeakref)) return NotImplemented;
    const a = self.referent();
    const b = other.referent();
    if (a === undefined || b === undefined) return op === '__eq__' ? self === other : self !== other;
    return richCompare(a, b, op);
  };
}

function noKeywords(keywords: PyDict | undefined): void {
  if (keywords !== undefined && dictSize(keywords) > 0) throw typeError('ref() takes no keyword arguments');
}

/** An object's `__name__`; whatever goes wrong when asking, it has none. */
function nameOf(object: Value): Value | undefined {
  try {
    return lookupAttr(object, '__name__');
  } catch (e) {
    if (!isError(e, 'BaseException')) throw e;
    return undefined;
  }
}

function refRepr(self: PyWeakref): Value {
  const at = hexId(self);
  const object = self.referent();
  if (object === undefined) return `<weakref at ${at}; dead>`;
  const name = nameOf(object);
  const named = typeof name === 'string' ? ` (${name})` : '';
  return `<weakref at ${at}; to '${fullName(typeOf(object))}' at ${hexId(object)}${named}>`;
}

/** CPython: PyType_GetFullyQualifiedName */
export function fullName(type: PyType): string {
  const module = lookupAttr(type, '__module__');
  return typeof module === 'string' && module !== 'builtins' && module !== '__main__'
    ? `${module}.${type.qualname}`
    : module === '__main__'
      ? `__main__.${type.qualname}`
      : type.qualname;
}

export function hexId(v: Value): string {
  return `0x${objectId(v).toString(16).padStart(12, '0')}`;
}

export function installReference(): void {
  // What `__new__` and `__init__` make of one or two arguments.
  refType.construct = (args) =>
    args.length === 1 || args.length === 2 ? makeReference(refType, args[0]!, args[1]) : undefined;
  installType(refType, {
    new: method('($type, *args, **kwargs)', (cls: PyType, args: Value[], keywords: PyDict | undefined) => {
      if (cls === refType) noKeywords(keywords);
      if (args.length < 1) throw typeError('__new__ expected at least 1 argument, got 0');
      if (args.length > 2) throw typeError(`__new__ expected at most 2 arguments, got ${args.length}`);
      return makeReference(cls, args[0]!, args[1]);
    }),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PyWeakref, args: Value[], keywords: PyDict | undefined) => {
        if (self.cls === refType) noKeywords(keywords);
        if (args.length < 1) throw typeError('__init__ expected at least 1 argument, got 0');
        if (args.length > 2) throw typeError(`__init__ expected at most 2 arguments, got ${args.length}`);
        return None;
      }),
      __call__: slot('($self, /, *args, **kwargs)', (self: PyWeakref) => self.referent() ?? None),
      __hash__: slot('($self, /)', (self: PyWeakref) => intFromHash(refHash(self))),
      __repr__: slot('($self, /)', refRepr),
      __eq__: slot('($self, value, /)', compare('__eq__')),
      __ne__: slot('($self, value, /)', compare('__ne__')),
      __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
    },
    properties: { __callback__: member((self: PyWeakref) => self.callback ?? None) },
  });
}

function intFromHash(h: Value): Value {
  return typeof h === 'number' ? intFromDouble(h) : h;
}
