// The root of every Python object that is not a JS primitive or function, and the three singletons.
// Own properties `$name` are the guest's attributes; prototypes carry `$name` (attribute, or accessor for descriptors), `m$name` (a method
// as a JS function taking self first) and the un-prefixed facts below, so that hidden classes and inline caches do the attribute protocol's work.
import type { PyType } from './type.ts';
import type { Value } from './value.ts';

/** Slots that natives call as JS methods; a prototype has those its class defines. */
export interface PyObject {
  /** CPython: tp_descr_get; `obj` is undefined for access through the class. */
  descrGet?(obj: Value | undefined, type: PyType): Value;
  /** CPython: tp_descr_set; `value` is undefined to delete. Its presence makes a data descriptor. */
  descrSet?(obj: Value, value: Value | undefined): void;
  /** What `__getattr__` (of a class, or PEP 562's of a module) makes of a missing attribute; undefined if it stays missing. */
  missingAttr?(name: string): Value | undefined;
  /** `self[key]` is a look-up, which iteration does not fall back on. CPython: mp_subscript without sq_item */
  isMapped?: true;
  /** CPython: tp_iternext; undefined at the end instead of StopIteration. */
  iternext?(): Value | undefined;
  /** Moves the attributes into a dict of their own, for what a prototype chain cannot say. Gives that dict. */
  leaveLayout?(): Value;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see above
export class PyObject {
  /** The Python class; set on each class's prototype. CPython: ob_type */
  declare cls: PyType;
  /** True on prototypes whose instances take `obj.name = value` as a plain own property: no __setattr__, no slots, a __dict__. */
  declare fs: boolean | undefined;
  /** Exact sequence layout whose `__getitem__`, `__setitem__` and `__iter__` are not overridden: 1 tuple, 2 list. See `getItem` in the emitted code. */
  declare sq: number | undefined;
  /** Exactly a float, whose `value` emitted code may take: not one of a subclass. */
  declare fl: boolean | undefined;
  /** `+` and `*` ask the right operand's own methods first, as CPython's sq_concat comes after nb_add. */
  declare sqConcat: boolean | undefined;
  /** True on prototypes of classes without `__bool__` and `__len__`. */
  declare alwaysTrue: boolean | undefined;
  /** How a dict stores this as a key: 0 by __hash__ and __eq__, 1 by identity, 2 by the primitive it wraps. */
  declare keyKind: number;
  /** What makes `id()` of it, once that was asked for. The types asked most have it from the start, being 0: their shape does not change. */
  declare serial: number | undefined;
  /** The instance dict handed out, or the only attribute store of an opaque instance. */
  declare dict: Value | undefined;
}

/** Guest attribute and method tables as JS sees them: keys are always prefixed by `$` or `m$`. */
export type Slots = Record<string, unknown>;

export class PyNone extends PyObject {}
export class PyNotImplemented extends PyObject {}
export class PyEllipsis extends PyObject {}

export const None: PyNone = new PyNone();
export const NotImplemented: PyNotImplemented = new PyNotImplemented();
export const Ellipsis: PyEllipsis = new PyEllipsis();

PyObject.prototype.keyKind = 1;
