// Type objects and what they publish to JavaScript. A type is a JS function (calling it makes an instance); its MRO is, as far as JavaScript can
// say it, the prototype chain of `proto`. What the chain cannot say (multiple inheritance, __getattribute__) is copied onto or masked on `proto`.
// CPython: Objects/typeobject.c
import type { PyObject, Slots } from './object.ts';
import { None } from './object.ts';
import type { Entry, Value } from './value.ts';

/** How a call with keywords was bound, so that the next one of its form is bound at once. */
export interface CallForm {
  readonly names: readonly string[];
  /** How many arguments it gave, by position and by name. */
  readonly given: number;
  /** Each parameter's argument, or -1. */
  readonly slots: readonly number[];
  /** Which of the names went to `**kwargs`. */
  readonly extra: readonly number[];
  /** The arguments in their order are the core's. */
  readonly direct: boolean;
}

/** Metadata of a Python function (`def`, `lambda`). CPython: PyFunctionObject */
export class FunctionMeta {
  code: CodeLike;
  globals: object;
  defaults: Value[] | undefined;
  kwdefaults: Value | undefined;
  /** Makes the closure's cells when `__closure__` is asked for; captured variables are plain JS variables until then. */
  cells: (() => Value[]) | undefined;
  /** Formal parameters in `co_varnames` order, each given; equals the entry itself when the signature is positional only. */
  core: Entry;
  name: string;
  qualname: string;
  doc: Value | undefined;
  module: Value | undefined;
  annotate: Value | undefined;
  annotations: Value | undefined;
  typeParams: Value | undefined;
  closure: Value | undefined;
  /** The names of an emitted call whose arguments, keywords and all, `core` takes as they stand: such calls go straight there. */
  direct: readonly string[] | undefined;
  /** How calls with keywords were bound, the last one first; as long as code and defaults stay what they are. */
  forms: CallForm[] | undefined;
  /** `__name__`, `__qualname__` or `__code__` is no longer what the `def` gave: its generators have to ask. */
  isChanged: boolean;
  /** `__code__` was assigned: `core` is the new code's. */
  isReplaced: boolean;
  constructor(code: CodeLike, globals: object, core: Entry) {
    this.code = code;
    this.globals = globals;
    this.defaults = undefined;
    this.kwdefaults = undefined;
    this.cells = undefined;
    this.core = core;
    this.name = code.name;
    this.qualname = code.qualname;
    this.doc = undefined;
    this.module = undefined;
    this.annotate = undefined;
    this.annotations = undefined;
    this.typeParams = undefined;
    this.closure = undefined;
    this.direct = undefined;
    this.forms = undefined;
    this.isChanged = false;
    this.isReplaced = false;
  }
}

/** The part of a code object that calling needs. CPython: PyCodeObject */
export interface CodeLike extends PyObject {
  readonly name: string;
  readonly qualname: string;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly flags: number;
  readonly varnames: readonly string[];
}

/** Metadata of a callable written in TypeScript. */
export interface NativeMeta {
  readonly name: string;
  readonly qualname: string;
  /** `__text_signature__`; arity, binding and error wording derive from it. */
  readonly signature: string | undefined;
  readonly doc: string | undefined;
  /** The implementation behind the arity-checking entry; arguments in signature order. */
  readonly run: Entry;
  readonly style: CallStyle;
  /** Takes a call with keywords as it comes: arguments, the last `names.length` of them by name. CPython: vectorcall */
  readonly vectorcall: ((args: Value[], names: readonly string[]) => Value) | undefined;
  /** The owner of a method, whose `self` is argument 0. */
  owner: PyType | undefined;
  /** `signature` taken apart, when it was first needed. */
  parsed: Signature | undefined;
  /** `__module__` of a module function, `__self__` of a built-in. */
  module: Value | undefined;
  self: Value | undefined;
  /** How the last call with keywords was bound: for each place the argument that went there, -1 for none. */
  keywordNames?: readonly string[];
  keywordGiven?: number;
  keywordSlots?: readonly number[];
}

/** One formal parameter of a native. */
export interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'either' | 'keyword' | 'varargs' | 'varkeywords';
  readonly optional: boolean;
}

/** A signature string taken apart; `self` is not among the parameters. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** Parameters that may be given by position, and how many of those must be given. */
  readonly positional: number;
  readonly required: number;
  readonly hasSelf: boolean;
  readonly varargs: boolean;
  readonly keywords: boolean;
  /** Where `*args` and `**kwargs` are among the parameters, -1 when they are not. */
  readonly varargsAt: number;
  readonly varkeywordsAt: number;
  /** Where the parameters are that may be given by name. */
  readonly keywordAt: ReadonlyMap<string, number>;
}

/** Which CPython argument parser a native mimics: it fixes the wording and order of argument errors. */
export type CallStyle = 'clinic' | 'vectorcall' | 'noargs' | 'o' | 'varargs' | 'raw' | 'slot';

export interface PyFunction extends Function {
  (...args: Value[]): Value;
  meta: FunctionMeta | NativeMeta;
  mro: undefined;
}

/** A Python class. CPython: PyTypeObject */
export interface PyType extends Function {
  (...args: Value[]): Value;
  /** The metatype: inherited from the metatype's `proto`. */
  readonly cls: PyType;
  meta: undefined;
  typeName: string;
  qualname: string;
  /** `__module__` of a static type; heap types hold it in `attrs`. */
  moduleName: string;
  doc: Value | undefined;
  /** The first base in layout order: whose `proto` this one's inherits from. CPython: tp_base */
  base: PyType | undefined;
  bases: PyType[];
  mro: PyType[];
  /** Own attributes, the class's `__dict__`. */
  attrs: Map<string, Value>;
  /** Whole-MRO look-ups already made; emptied when any class of the MRO changes. */
  cache: Map<string, Value | typeof NOWHERE>;
  subclasses: Set<WeakRef<PyType>>;
  /** Classes that have this one in their MRO without inheriting from it: a metaclass's `mro()` put it there. */
  dependents: Set<WeakRef<PyType>> | undefined;
  proto: PyObject & Slots;
  /** Allocates an instance in this class's layout. */
  Instance: new (
    ...layout: never[]
  ) => PyObject;
  /** CPython: tp_new as a JS entry taking the class first. */
  tpNew: Entry | undefined;
  /** Type flags, see TypeFlags. */
  flags: number;
  /** The prototype chain equals the MRO. */
  linear: boolean;
  /** `__getattribute__` is overridden: no attribute is readable as a JS property. */
  opaque: boolean;
  /** An attribute of its own is a data descriptor without `__get__`: reads find the instance's property, stores must ask. */
  asksStores: boolean;
  /** The prototype of instances that left the fast layout; hides what the class publishes. */
  masked: PyObject | undefined;
  /** Instances hold an attribute dict. CPython: tp_dictoffset */
  hasDict: boolean;
  hasWeakref: boolean;
  slotNames: string[] | undefined;
  abstractMethods: Value | undefined;
  typeParams: Value | undefined;
  annotate: Value | undefined;
  annotations: Value | undefined;
  /**
   * A short way to an instance of exactly this type from positional arguments, past `__new__` and `__init__`; undefined for arguments
   * that need the long way. CPython: tp_vectorcall
   */
  construct: ((args: Value[]) => Value | undefined) | undefined;
  /** The same with keywords, whose values come last in `args`. */
  constructNamed: ((args: readonly Value[], names: readonly string[]) => Value | undefined) | undefined;
  /** Creating an instance is `new Instance` then a plain Python `__init__`: the emitted class entry may do it inline. */
  plain: boolean;
  /** CPython: tp_dict as handed out by `__dict__`. */
  dictView: Value | undefined;
  /** Entries `m$name` of class methods already called through the class. */
  statics: Statics | undefined;
}

/** Keys are method keys. */
export class Statics {
  /** The functions that `loadMethod` made of other attributes of the class: they drop their first argument. */
  calls: Map<string, Entry> | undefined = undefined;
}

export const TypeFlags = {
  HEAP: 1,
  BASETYPE: 2,
  ABSTRACT: 4,
  IMMUTABLE: 8,
  DISALLOW_INSTANTIATION: 16,
  SEQUENCE: 32,
  MAPPING: 64,
} as const;

const COLLECTION = TypeFlags.SEQUENCE | TypeFlags.MAPPING;

/** Whether patterns take instances for a sequence or for a mapping: the first class in the MRO that says so decides. CPython: inherit_patma_flags */
export function collectionFlags(type: PyType): number {
  for (const { flags } of type.mro) if ((flags & COLLECTION) !== 0) return flags & COLLECTION;
  return 0;
}

/** Whether a value is a class. */
export function isType(v: Value): v is PyType {
  return typeof v === 'function' && (v as PyType).mro !== undefined;
}

/** Whether a value is a function made by `def` or `lambda`. */
export function isPythonFunction(v: Value): v is PyFunction & { meta: FunctionMeta } {
  return typeof v === 'function' && v.meta instanceof FunctionMeta;
}

export interface TypeLayout {
  typeName: string;
  qualname?: string;
  moduleName?: string;
  metatype: PyType | undefined;
  bases: PyType[];
  base: PyType | undefined;
  mro?: PyType[];
  Instance: new (...layout: never[]) => PyObject;
  /** What will be the prototype of `Instance`, if it is not yet. */
  proto?: PyObject & Slots;
  flags: number;
  hasDict?: boolean;
  hasWeakref?: boolean;
  /** The JS function that is to be the class, when emitted code brings its own. */
  entry?: PyType;
}

/**
 * Makes the bare type object around a layout; publishing attributes is `attributes/publish.ts`'s work.
 * The order of property creation is fixed here so that all types share one shape per metatype.
 */
export function makeType(layout: TypeLayout): PyType {
  const type =
    layout.entry ??
    (((...args: Value[]): Value =>
      type.construct?.(args) ??
      (type.cls.proto as unknown as { m$__call__: Entry }).m$__call__(type, ...args)) as PyType);
  if (layout.metatype !== undefined) Object.setPrototypeOf(type, layout.metatype.proto);
  type.meta = undefined;
  type.typeName = layout.typeName;
  type.qualname = layout.qualname ?? layout.typeName;
  type.moduleName = layout.moduleName ?? 'builtins';
  type.doc = undefined;
  type.base = layout.base;
  type.bases = layout.bases;
  type.mro = layout.mro ?? [type, ...(layout.base?.mro ?? [])];
  type.attrs = new Map();
  type.cache = new Map();
  type.subclasses = new Set();
  type.dependents = undefined;
  type.proto = layout.proto ?? (layout.Instance.prototype as PyObject & Slots);
  type.Instance = layout.Instance;
  type.tpNew = undefined;
  type.flags = layout.flags;
  type.linear = true;
  type.opaque = false;
  type.asksStores = false;
  type.masked = undefined;
  type.hasDict = layout.hasDict ?? false;
  type.hasWeakref = layout.hasWeakref ?? false;
  type.slotNames = undefined;
  type.abstractMethods = undefined;
  type.typeParams = undefined;
  type.annotate = undefined;
  type.annotations = undefined;
  type.construct = undefined;
  type.constructNamed = undefined;
  type.plain = false;
  type.dictView = undefined;
  type.statics = undefined;
  type.proto.cls = type;
  for (const base of layout.bases) base.subclasses.add(new WeakRef(type));
  return type;
}

/** In a class's cache for a name that no class of the MRO has. */
const NOWHERE: unique symbol = Symbol('nowhere');

/** CPython: _PyType_Lookup. The attribute as stored in the MRO's dicts, no binding. */
export function typeLookup(type: PyType, name: string): Value | undefined {
  const found = type.cache.get(name);
  if (found !== undefined) return found === NOWHERE ? undefined : found;
  let value: Value | undefined;
  for (const ancestor of type.mro) {
    value = ancestor.attrs.get(name);
    if (value !== undefined) break;
  }
  type.cache.set(name, value ?? NOWHERE);
  return value;
}

/** CPython: PyType_IsSubtype */
export function isSubtype(type: PyType, ancestor: PyType): boolean {
  if (type === ancestor) return true;
  const { mro } = type;
  // A loop of our own: mostly these are short, and the engine's `includes` is a call.
  for (let i = 1; i < mro.length; i++) if (mro[i] === ancestor) return true;
  return mro.length === 0 && isSubtypeByBase(type, ancestor);
}

/** A class whose order is still being worked out. CPython: type_is_subtype_base_chain */
function isSubtypeByBase(type: PyType, ancestor: PyType): boolean {
  for (let each = type.base; each !== undefined; each = each.base) if (each === ancestor) return true;
  return ancestor.base === undefined;
}

export function isNone(v: Value): boolean {
  return v === None;
}

/** `__name__`: the names of native types carry their module's in front. CPython: type_name, _PyType_Name */
export function bareName({ typeName, flags }: PyType): string {
  return flags & TypeFlags.HEAP ? typeName : typeName.slice(typeName.lastIndexOf('.') + 1);
}

/** The module and the qualified name, for messages. CPython: PyType_GetFullyQualifiedName */
export function fullyQualifiedName(type: PyType): string {
  const module = type.flags & TypeFlags.HEAP ? type.attrs.get('__module__') : type.moduleName;
  const isPlain = typeof module !== 'string' || module === 'builtins' || module === '__main__';
  return isPlain ? type.qualname : `${module}.${type.qualname}`;
}
