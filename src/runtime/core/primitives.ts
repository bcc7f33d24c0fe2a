// The types behind JS primitives and functions, and the one question everything asks: what type has this value?
// CPython: the static types of Objects/*.c; Py_TYPE
import {
  Ellipsis,
  None,
  NotImplemented,
  PyEllipsis,
  PyNone,
  PyNotImplemented,
  PyObject,
  type Slots,
} from './object.ts';
import { FunctionMeta, makeType, type NativeMeta, type PyFunction, type PyType, TypeFlags } from './type.ts';
import type { Entry, PyNumber, Value } from './value.ts';

const { BASETYPE, IMMUTABLE, DISALLOW_INSTANTIATION } = TypeFlags;

/** The layout of a class: `isinstance(x, type)` values are JS functions whose prototype is this class's. */
class PyTypeLayout extends PyObject {}

export const objectType: PyType = makeType({
  typeName: 'object',
  metatype: undefined,
  bases: [],
  base: undefined,
  Instance: PyObject,
  flags: BASETYPE | IMMUTABLE,
});
/** `type(x)` is called too often to share one text, and with it the engine's notes on what is called, with all other types. */
function typeEntry(this: unknown, object?: Value): Value {
  if (arguments.length === 1) return typeOf(object!);
  const metatype = typeType.cls.proto as unknown as { m$__call__: Entry };
  return metatype.m$__call__(typeType, ...(arguments as unknown as Value[]));
}

export const typeType: PyType = makeType({
  typeName: 'type',
  metatype: undefined,
  bases: [objectType],
  base: objectType,
  Instance: PyTypeLayout,
  flags: BASETYPE | IMMUTABLE,
  entry: typeEntry as unknown as PyType,
});
Object.setPrototypeOf(objectType, typeType.proto);
Object.setPrototypeOf(typeType, typeType.proto);
typeType.hasDict = true;
typeType.hasWeakref = true;

export interface StaticTypeOptions {
  base?: PyType;
  metatype?: PyType;
  module?: string;
  /** Messages name the type without its module. */
  bare?: boolean;
  /** May be subclassed by Python classes. Default false, as in CPython. */
  subclassable?: boolean;
  instantiable?: boolean;
  hasDict?: boolean;
  hasWeakref?: boolean;
  /** Attributes may be set on the type itself (a heap type in CPython). */
  mutable?: boolean;
  flags?: number;
}

/**
 * A type written in TypeScript: `Layout` is the JS class of its instances. Methods are installed later (native/define.ts). As in CPython the
 * name that messages show has the module in front, `name` alone is `__name__`. CPython: tp_name
 */
export function staticType(
  name: string,
  Layout: new (...layout: never[]) => PyObject,
  options: StaticTypeOptions = {},
): PyType {
  const base = options.base ?? objectType;
  let flags = options.flags ?? 0;
  if (options.subclassable) flags |= BASETYPE;
  if (!options.mutable) flags |= IMMUTABLE;
  if (options.instantiable === false) flags |= DISALLOW_INSTANTIATION;
  const type = makeType({
    typeName: options.module === undefined || options.bare ? name : `${options.module}.${name}`,
    qualname: name,
    moduleName: options.module,
    metatype: options.metatype ?? base.cls,
    bases: [base],
    base,
    Instance: Layout,
    flags,
    hasDict: options.hasDict ?? base.hasDict,
    hasWeakref: options.hasWeakref ?? base.hasWeakref,
  });
  if (type.hasDict) type.proto.fs = true;
  return type;
}

/** An instance of an int subclass; plain ints are JS numbers and bigints. */
export class PyInt extends PyObject {
  value: number | bigint;
  constructor(value: number | bigint = 0) {
    super();
    this.value = value;
  }
}
/** A float that is integral or negative zero, or an instance of a float subclass. Other floats are JS numbers. */
export class PyFloat extends PyObject {
  value: number;
  constructor(value = 0) {
    super();
    this.value = value;
  }
}
PyFloat.prototype.fl = true;
/**
 * A not-a-number that has an identity and a sign, as every one has in CPython: `float('nan')`, `math.nan`. What arithmetic makes is the
 * JS number NaN, which is one and the same object wherever it comes from.
 */
export class PyNan extends PyFloat {
  readonly negative: boolean;
  constructor(negative = false) {
    super(NaN);
    this.negative = negative;
  }
}
class PyBoolLayout extends PyInt {}
/** Placeholder layout of function types: functions are JS functions. */
class PyFunctionLayout extends PyObject {}
export class PyBuiltinLayout extends PyObject {}

export const intType: PyType = staticType('int', PyInt, { subclassable: true });
export const boolType: PyType = staticType('bool', PyBoolLayout, { base: intType });
export const floatType: PyType = staticType('float', PyFloat, { subclassable: true });
export const functionType: PyType = staticType('function', PyFunctionLayout, { hasDict: true, hasWeakref: true });
export const builtinFunctionType: PyType = staticType('builtin_function_or_method', PyBuiltinLayout, {
  instantiable: false,
  hasWeakref: true,
});
export const noneType: PyType = staticType('NoneType', PyNone);
export const notImplementedType: PyType = staticType('NotImplementedType', PyNotImplemented);
export const ellipsisType: PyType = staticType('ellipsis', PyEllipsis);
Object.freeze(None);
Object.freeze(NotImplemented);
Object.freeze(Ellipsis);

/** A str with surrogate code units, so that one index is one code point; or an instance of a str subclass. */
export class PyStr extends PyObject {
  /** The text in UTF-16; may be any string for subclass instances. */
  value: string;
  /** Code codePoints when `value` has surrogate code units, else undefined. */
  codePoints: Uint32Array | undefined;
  /** Where in `value` every so many code points begin, once parts of a long one were cut; see `cutWide`. */
  marks: Uint32Array | undefined;
  constructor(value = '', codePoints?: Uint32Array) {
    super();
    this.value = value;
    this.codePoints = codePoints;
    this.marks = undefined;
  }
}
export const strType: PyType = staticType('str', PyStr, { subclassable: true });

/** CPython: Py_TYPE */
export function typeOf(v: Value): PyType {
  if (typeof v === 'object') return v.cls;
  if (typeof v === 'string') return strType;
  if (typeof v === 'number') return Number.isInteger(v) ? intType : floatType;
  if (typeof v === 'boolean') return boolType;
  if (typeof v === 'function') return functionTypeOf(v);
  return intType;
}

function functionTypeOf(f: PyFunction | PyType): PyType {
  if (f.mro !== undefined) return f.cls;
  return f.meta instanceof FunctionMeta ? functionType : builtinFunctionType;
}

const nothing = Object.freeze(Object.create(null)) as PyObject & Slots;

/**
 * The object on which methods of a non-object are found as JS properties. For classes it has those that `rememberCall` worked out:
 * their attributes come from their own MRO before the metatype's.
 */
export function protoOf(v: Value): PyObject & Slots {
  if (typeof v === 'string') return strType.proto;
  if (typeof v === 'number') return Number.isInteger(v) ? intType.proto : floatType.proto;
  if (typeof v === 'boolean') return boolType.proto;
  if (typeof v === 'bigint') return intType.proto;
  return ((v as PyType).statics as (PyObject & Slots) | undefined) ?? nothing;
}

/** Like `protoOf`, for special methods, which skip the instance and, for classes, are the metatype's. CPython: the tp_ slots */
export function slotsOf(v: Value): PyObject & Slots {
  if (typeof v === 'object') return v as PyObject & Slots;
  if (typeof v === 'function') return functionTypeOf(v).proto;
  return protoOf(v);
}

/** A float from any double, in its one form. */
export function float(x: number): PyNumber | PyFloat {
  return Number.isInteger(x) ? new PyFloat(x) : (x as PyNumber);
}

export function isNativeMeta(meta: FunctionMeta | NativeMeta | undefined): meta is NativeMeta {
  return meta !== undefined && !(meta instanceof FunctionMeta);
}
