// Layouts of what wraps a callable: bound methods, descriptors of natives, static and class methods, properties, slot members.
// A Python function itself is a JS function with a FunctionMeta. CPython: Objects/classobject.c, descrobject.c, funcobject.c
import { PyObject } from '../../core/object.ts';
import { PyBuiltinLayout, staticType } from '../../core/primitives.ts';
import type { NativeMeta, PyFunction, PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';

/** `instance.method`: a callable bound to its first argument. */
export class PyMethod extends PyObject {
  readonly func: Value;
  readonly self: Value;
  /** The JS function that calls it, made when it was first called. */
  entry: Entry | undefined;
  constructor(func: Value, self: Value) {
    super();
    this.func = func;
    this.self = self;
    this.entry = undefined;
  }
}
export const methodType: PyType = staticType('method', PyMethod, { hasWeakref: true });

/** A method of a native type, as found in the type's dict. `entry` takes self first and trusts its type. */
export class PyMethodDescr extends PyObject {
  readonly entry: Entry & { meta: NativeMeta };
  readonly owner: PyType;
  /** Calls it with a first argument whose type is checked, made when it was first called. */
  unbound: Entry | undefined;
  constructor(entry: Entry & { meta: NativeMeta }, owner: PyType) {
    super();
    this.entry = entry;
    this.owner = owner;
    this.unbound = undefined;
  }
}
export class PyWrapperDescr extends PyMethodDescr {}
export class PyClassMethodDescr extends PyMethodDescr {}
export const methodDescrType: PyType = staticType('method_descriptor', PyMethodDescr, { instantiable: false });
export const wrapperDescrType: PyType = staticType('wrapper_descriptor', PyWrapperDescr, { instantiable: false });
export const classMethodDescrType: PyType = staticType('classmethod_descriptor', PyClassMethodDescr, {
  instantiable: false,
});

/** `[].append`: a native method bound to its object. Its type is builtin_function_or_method, or method-wrapper for slots. */
export class PyBuiltinMethod extends PyBuiltinLayout {
  readonly descr: PyMethodDescr;
  readonly self: Value;
  entry: Entry | undefined;
  constructor(descr: PyMethodDescr, self: Value) {
    super();
    this.descr = descr;
    this.self = self;
    this.entry = undefined;
  }
}
export class PyMethodWrapper extends PyObject {
  readonly descr: PyMethodDescr;
  readonly self: Value;
  entry: Entry | undefined;
  constructor(descr: PyMethodDescr, self: Value) {
    super();
    this.descr = descr;
    this.self = self;
    this.entry = undefined;
  }
}
export const methodWrapperType: PyType = staticType('method-wrapper', PyMethodWrapper, { instantiable: false });

/** A computed attribute of a native type. CPython: PyGetSetDef, PyMemberDef */
export class PyGetSetDescr extends PyObject {
  readonly name: string;
  readonly owner: PyType;
  readonly get: (self: Value) => Value | undefined;
  readonly set: ((self: Value, value: Value | undefined) => void) | undefined;
  readonly doc: string | undefined;
  constructor(
    name: string,
    owner: PyType,
    get: (self: Value) => Value | undefined,
    set: ((self: Value, value: Value | undefined) => void) | undefined,
    doc: string | undefined,
  ) {
    super();
    this.name = name;
    this.owner = owner;
    this.get = get;
    this.set = set;
    this.doc = doc;
  }
}
/** An entry of `__slots__`, or a native field that CPython declares as a member. */
export class PyMemberDescr extends PyGetSetDescr {}
export const getsetType: PyType = staticType('getset_descriptor', PyGetSetDescr, { instantiable: false });
export const memberType: PyType = staticType('member_descriptor', PyMemberDescr, { instantiable: false });

export class PyStaticMethod extends PyObject {
  callable: Value;
  constructor(callable: Value) {
    super();
    this.callable = callable;
  }
}
export const staticMethodType: PyType = staticType('staticmethod', PyStaticMethod, {
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

export class PyClassMethod extends PyObject {
  callable: Value;
  constructor(callable: Value) {
    super();
    this.callable = callable;
  }
}
export const classMethodType: PyType = staticType('classmethod', PyClassMethod, {
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

export class PyProperty extends PyObject {
  fget: Value | undefined;
  fset: Value | undefined;
  fdel: Value | undefined;
  doc: Value | undefined;
  name: Value | undefined;
  getterDoc: boolean;
  constructor() {
    super();
    this.fget = undefined;
    this.fset = undefined;
    this.fdel = undefined;
    this.doc = undefined;
    this.name = undefined;
    this.getterDoc = false;
  }
}
export const propertyType: PyType = staticType('property', PyProperty, { subclassable: true });

/** A JS function that is a Python value. */
export function asFunction(f: Entry): PyFunction {
  return f as unknown as PyFunction;
}
