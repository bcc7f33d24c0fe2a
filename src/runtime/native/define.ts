// How natives are written down: a table per type or module whose one signature string gives arity, binding, error wording,
// `__text_signature__` and documentation. CPython: Argument Clinic, PyMethodDef, PyGetSetDef
import { attributeKey } from '../core/names.ts';
import { None, type PyObject } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import {
  type CallStyle,
  isSubtype,
  isType,
  type NativeMeta,
  type PyFunction,
  type PyType,
  type Signature,
  TypeFlags,
  typeLookup,
} from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import {
  PyClassMethodDescr,
  PyGetSetDescr,
  PyMemberDescr,
  PyMethodDescr,
  PyStaticMethod,
  PyWrapperDescr,
} from '../objects/function/function.ts';
import { instanceDict } from '../protocols/attribute.ts';
import { arityError, bindNativeCall } from '../protocols/bind-native.ts';
import { publish, refreshFlags } from '../protocols/publish.ts';
import { DOCS } from './generated/docs.ts';
import { signatureOf } from './signature.ts';

/** One native callable, before it has a name. */
export interface NativeSpec {
  readonly signature: string;
  readonly run: Entry;
  readonly doc: string | undefined;
  readonly style: CallStyle | undefined;
  readonly kind: 'method' | 'slot' | 'classmethod' | 'staticmethod';
  /** The JS entry of a call by position, where binding by the signature each time would cost too much. */
  readonly quick?: Entry;
  /**
   * Makes an entry with a text of its own for a native that is called everywhere: the engine's notes on calls belong to the text, so that
   * it can see through this one. `slow` takes a call of another number of arguments.
   */
  readonly entry?: (slow: Entry) => unknown;
  readonly vectorcall?: (args: Value[], names: readonly string[]) => Value;
}

/** Natives take `undefined` for what was not given, and varargs as a JS array; each checks its own argument types. */
// biome-ignore lint/suspicious/noExplicitAny: implementations have precise parameter types of their own
export type Implementation = (...args: any[]) => Value;

/** A method: `signature` starts with `$self`. */
export function method(signature: string, run: Implementation, doc?: string, style?: CallStyle): NativeSpec {
  return { signature, run: run as Entry, doc, style, kind: 'method' };
}

/** A special method that CPython shows as a slot wrapper (`wrapper_descriptor`). */
export function slot(signature: string, run: Implementation, doc?: string): NativeSpec {
  return { signature, run: run as Entry, doc, style: 'slot', kind: 'slot' };
}

/** A class method: `signature` starts with `$type`. */
export function classmethod(signature: string, run: Implementation, doc?: string, style?: CallStyle): NativeSpec {
  return { signature, run: run as Entry, doc, style, kind: 'classmethod' };
}

export function staticmethod(signature: string, run: Implementation, doc?: string, style?: CallStyle): NativeSpec {
  return { signature, run: run as Entry, doc, style, kind: 'staticmethod' };
}

/** `spec` with an entry of its own for calls by position: it gets the arguments as they come and checks them itself. */
export function quickly(spec: NativeSpec, quick: Implementation): NativeSpec {
  return { ...spec, quick: quick as Entry };
}

/** `spec` with an entry of its own text. */
export function inlined(spec: NativeSpec, entry: NonNullable<NativeSpec['entry']>): NativeSpec {
  return { ...spec, entry };
}

export interface Property {
  readonly get: (self: never) => Value | undefined;
  readonly set: ((self: never, value: Value | undefined) => void) | undefined;
  readonly doc: string | undefined;
  readonly member: boolean;
}

/** A computed attribute; `get` returning undefined raises AttributeError. `set` gets undefined to delete. */
export function getset(get: Property['get'], set?: Property['set'], doc?: string): Property {
  return { get, set, doc, member: false };
}

/** A field that CPython declares as a member (`member_descriptor`). */
export function member(get: Property['get'], set?: Property['set'], doc?: string): Property {
  return { get, set, doc, member: true };
}

interface LooseProperty {
  readonly get: (self: Value) => Value | undefined;
  readonly set: ((self: Value, value: Value | undefined) => void) | undefined;
  readonly doc: string | undefined;
}

export interface TypeTable {
  doc?: string;
  /** `__text_signature__` of the type where `new` does not say it; empty when there is none. */
  signature?: string;
  /** `__text_signature__` of the constructor; `run` takes the class first. */
  new?: NativeSpec;
  methods?: Record<string, NativeSpec>;
  properties?: Record<string, Property>;
  /** Plain class attributes, `__hash__: None` among them. */
  attributes?: Record<string, Value>;
}

/** Installs a table on a type made by `staticType`. Called once per type, at bootstrap. */
export function installType(type: PyType, table: TypeTable): void {
  const doc = table.doc ?? builtinDoc(type, '', false);
  if (doc !== undefined) type.doc = doc;
  if (table.signature !== undefined) type.doc = `${table.signature}\n--\n\n${doc ?? ''}`;
  describeType(type);
  if (table.new !== undefined) installNew(type, table.new);
  for (const [name, spec] of Object.entries(table.methods ?? {})) installMethod(type, name, spec);
  for (const [name, property] of Object.entries(table.properties ?? {})) {
    const Descr = property.member ? PyMemberDescr : PyGetSetDescr;
    const { get, set, doc } = property as unknown as LooseProperty;
    add(type, name, new Descr(name, type, get, set, doc ?? builtinDoc(type, name, false)));
  }
  for (const [name, value] of Object.entries(table.attributes ?? {})) add(type, name, value);
  if (type.hasDict && typeLookup(type, '__dict__') === undefined)
    add(
      type,
      '__dict__',
      new PyGetSetDescr('__dict__', type, (self) => instanceDict(self as PyObject), undefined, undefined),
    );
  refreshFlags(type);
  const own = type.attrs.has('__eq__') || type.attrs.has('__hash__');
  if (own && type.typeName !== 'object') type.proto.keyKind = 0;
}

/** `__doc__` as an attribute, and `__module__` of the types that CPython makes with their module. */
export function describeType(type: PyType): void {
  add(type, '__doc__', typeDoc(type));
  if (!STATIC_MODULES.has(type.moduleName) && !STATIC_TYPES.has(type.qualname))
    add(type, '__module__', type.moduleName);
}

/** Types of these modules, and these, are static in CPython: their module is no attribute that instances see. */
const STATIC_MODULES: ReadonlySet<string> = new Set(['builtins', 'types', '_contextvars', 'weakref', 'datetime']);
const STATIC_TYPES: ReadonlySet<string> = new Set([
  'OrderedDict',
  'Union',
  'PickleBuffer',
  'Template',
  'Interpolation',
]);

/** A static type's doc may start with the type's signature. CPython: _PyType_GetDocFromInternalDoc */
export function typeDoc(type: PyType): Value {
  const doc = typeof type.doc === 'string' ? type.doc : (builtinDoc(type, '', false) ?? '');
  const end = doc.indexOf('\n--\n\n');
  const text = end < 0 ? doc : doc.slice(end + 5);
  return text === '' ? None : text;
}

/** What the generated table says of a built-in type or its attribute; special methods share theirs by name. */
function builtinDoc(type: PyType | undefined, name: string, special: boolean): string | undefined {
  if (type === undefined || (type.moduleName !== 'builtins' && type.moduleName !== 'types')) return undefined;
  if (name === '') return DOCS[type.qualname];
  return DOCS[`${type.qualname}.${name}`] ?? (special ? DOCS[name] : undefined);
}

function installNew(type: PyType, spec: NativeSpec): void {
  const entry = makeEntry('__new__', spec, type);
  (entry.meta as NativeMeta).self = type;
  type.tpNew = entry as unknown as Entry;
  add(type, '__new__', checkedNew(type, entry));
}

/** `T.__new__` as the guest calls it: the class comes first and must be T or a subclass laid out as T. CPython: tp_new_wrapper */
function checkedNew(type: PyType, entry: PyFunction): PyFunction {
  const make = entry as unknown as Entry;
  const meta = entry.meta as NativeMeta;
  const spreading: Entry = (...args) => make(...args);
  const checked = function (cls?: Value, argument?: Value) {
    checkNewClass(type, cls);
    if (arguments.length === 1) return make(cls!);
    return arguments.length === 2 ? make(cls!, argument!) : spreading.apply(undefined, arguments as unknown as Value[]);
  } as unknown as PyFunction;
  const run: Entry = (cls, ...args) => {
    checkNewClass(type, cls);
    return meta.run(cls!, ...args);
  };
  checked.meta = { ...meta, run };
  return checked;
}

function checkNewClass(type: PyType, cls: Value | undefined): void {
  const name = `${type.typeName}.__new__`;
  if (cls === undefined) throw typeError(`${name}(): not enough arguments`);
  if (!isType(cls)) throw typeError(`${name}(X): X is not a type object (${typeOf(cls).typeName})`);
  if (cls === type) return;
  if (!isSubtype(cls, type)) {
    throw typeError(`${name}(${cls.typeName}): ${cls.typeName} is not a subtype of ${type.typeName}`);
  }
  let layout = cls;
  while ((layout.flags & TypeFlags.HEAP) !== 0 && layout.base !== undefined) layout = layout.base;
  if (layout.flags & TypeFlags.DISALLOW_INSTANTIATION) {
    throw typeError(`cannot create '${layout.typeName}' instances`);
  }
  if (layout.tpNew === undefined || layout.tpNew === type.tpNew) return;
  throw typeError(`${name}(${cls.typeName}) is not safe, use ${layout.typeName}.__new__()`);
}

function installMethod(type: PyType, name: string, spec: NativeSpec): void {
  const entry = makeEntry(name, spec, type) as unknown as Entry & { meta: NativeMeta };
  if (spec.kind === 'staticmethod') add(type, name, documentedStatic(entry));
  else if (spec.kind === 'classmethod') add(type, name, new PyClassMethodDescr(entry, type));
  else if (spec.kind === 'slot') add(type, name, new PyWrapperDescr(entry, type));
  else add(type, name, new PyMethodDescr(entry, type));
}

/** CPython: PyStaticMethod_New (functools_wraps) */
function documentedStatic(entry: Entry & { meta: NativeMeta }): PyStaticMethod {
  const method = new PyStaticMethod(entry as unknown as Value);
  const { name, qualname, doc } = entry.meta;
  return Object.assign(method, { $__name__: name, $__qualname__: qualname, $__doc__: doc ?? None });
}

function add(type: PyType, name: string, value: Value): void {
  type.attrs.set(name, value);
  type.cache.delete(name);
  publish(type, name, value);
}

/** The functions and constants of a module written in TypeScript. */
export type ModuleTable = Record<string, NativeSpec>;

/** A module-level function: `signature` has `$module` or no first argument. */
export function fn(signature: string, run: Implementation, doc?: string, style?: CallStyle): NativeSpec {
  return { signature, run: run as Entry, doc, style, kind: 'method' };
}

/** Makes the built-in function object for a module's table entry. */
export function makeFunction(moduleName: string, name: string, spec: NativeSpec, module?: Value): PyFunction {
  const doc = spec.doc ?? (moduleName === 'builtins' ? DOCS[`.${name}`] : undefined);
  const entry = makeEntry(name, { ...spec, doc }, undefined);
  (entry.meta as NativeMeta).module = moduleName;
  (entry.meta as NativeMeta).self = module;
  return entry;
}

function makeEntry(name: string, spec: NativeSpec, owner: PyType | undefined): PyFunction {
  const meta: NativeMeta = {
    name,
    qualname: owner === undefined ? name : `${owner.qualname}.${name}`,
    signature: spec.signature,
    doc: spec.doc ?? builtinDoc(owner, name, spec.kind === 'slot' || name === '__new__'),
    run: spec.run,
    style: spec.style ?? 'clinic',
    vectorcall: spec.vectorcall,
    owner,
    parsed: undefined,
    module: undefined,
    self: undefined,
  };
  const entry = (spec.quick ??
    (spec.entry === undefined ? checkedEntry(meta) : ownEntry(meta, spec.entry))) as PyFunction;
  entry.meta = meta;
  return entry;
}

/**
 * The JS function natives are called by: it counts arguments and passes them on. One closure shape for each small arity, so that the common
 * call costs two comparisons; everything else binds by the signature.
 */
function checkedEntry(meta: NativeMeta): Entry {
  const run = meta.run;
  if (meta.style === 'raw') return run;
  const s = signatureOf(meta);
  const most = s.positional + (s.hasSelf ? 1 : 0);
  const least = s.required + (s.hasSelf ? 1 : 0);
  const slow: Entry = (...args) => bindSlow(meta, s, args);
  if (onlyVarargs(s)) return varargsEntry(meta, run);
  if (selfAndVarargs(s)) return selfVarargsEntry(meta, s, run);
  const needsKeyword = s.parameters.some((p) => p.kind === 'keyword' && !p.optional);
  if (s.varargs || needsKeyword || most > 4 || s.varkeywordsAt >= 0) {
    return (...args) => run(...bindNativeCall(meta, args, []));
  }
  // Optional keyword-only parameters come last and stay undefined.
  if (least === most) return exactEntry(most, run, slow);
  return rangeEntry(least, most, run, slow);
}

function ownEntry(meta: NativeMeta, make: NonNullable<NativeSpec['entry']>): unknown {
  const signature = signatureOf(meta);
  return make((...args) => bindSlow(meta, signature, args));
}

/** `(*args, sep=' ', end='\n')`: what is given by position goes to one array. */
function onlyVarargs(s: Signature): boolean {
  const [first, ...rest] = s.parameters;
  return !s.hasSelf && first?.kind === 'varargs' && rest.every((p) => p.kind === 'keyword' && p.optional);
}

function varargsEntry(meta: NativeMeta, run: Entry): Entry {
  return (...args) =>
    args.length > 0 && args[args.length - 1] === undefined
      ? run(...bindNativeCall(meta, args, []))
      : run(args as unknown as Value);
}

/** `($self, /, *args, **kwargs)`, the keywords left out or not. */
function selfAndVarargs(s: Signature): boolean {
  const [first, second] = s.parameters;
  if (!s.hasSelf || first?.kind !== 'varargs' || s.parameters.length > 2) return false;
  return second === undefined || second.kind === 'varkeywords';
}

function selfVarargsEntry(meta: NativeMeta, s: Signature, run: Entry): Entry {
  const slow = (self: Value, args: Value[]) => run(...bindNativeCall(meta, [self, ...args], []));
  const lacks = (self: Value, args: Value[]) =>
    self === undefined || (args.length > 0 && args[args.length - 1] === undefined);
  if (s.varkeywordsAt >= 0) {
    return (self, ...args) => (lacks(self!, args) ? slow(self!, args) : run(self!, args as never, new PyDict()));
  }
  return (self, ...args) => (lacks(self!, args) ? slow(self!, args) : run(self!, args as never));
}

// `slow.apply(undefined, arguments)` and nothing else may touch `arguments`: so the engine makes no object of them.
function exactEntry(arity: number, run: Entry, slow: Entry): Entry {
  switch (arity) {
    case 0:
      return function () {
        return arguments.length === 0 ? run() : slow.apply(undefined, arguments as unknown as Value[]);
      } as Entry;
    case 1:
      return function (a?: Value, surplus?: Value) {
        return a === undefined || surplus !== undefined
          ? slow.apply(undefined, arguments as unknown as Value[])
          : run(a);
      } as Entry;
    case 2:
      return function (a: Value, b?: Value, surplus?: Value) {
        return b === undefined || surplus !== undefined
          ? slow.apply(undefined, arguments as unknown as Value[])
          : run(a, b);
      } as Entry;
    case 3:
      return function (a: Value, b: Value, c?: Value, surplus?: Value) {
        return c === undefined || surplus !== undefined
          ? slow.apply(undefined, arguments as unknown as Value[])
          : run(a, b, c);
      } as Entry;
    default:
      return function (a: Value, b: Value, c: Value, d?: Value, surplus?: Value) {
        return d === undefined || surplus !== undefined
          ? slow.apply(undefined, arguments as unknown as Value[])
          : run(a, b, c, d);
      } as Entry;
  }
}

function rangeEntry(least: number, most: number, run: Entry, slow: Entry): Entry {
  return function (a: Value, b: Value, c: Value, d: Value, surplus?: Value) {
    const given = arguments.length;
    return given < least || given > most || surplus !== undefined || (given > 0 && arguments[given - 1] === undefined)
      ? slow.apply(undefined, arguments as unknown as Value[])
      : run(a, b, c, d);
  } as Entry;
}

/** Trailing `undefined` arguments were not given: emitted class entries pass a fixed number. */
function bindSlow(meta: NativeMeta, signature: Signature, args: Value[]): Value {
  let given = args.length;
  while (given > 0 && args[given - 1] === undefined) given--;
  const first = signature.hasSelf ? 1 : 0;
  if (given - first > signature.positional) throw arityError(meta, signature, given - first, 0);
  return meta.run(...bindNativeCall(meta, args.slice(0, given), []));
}

/** Puts a native function on a module's namespace object. */
export function installFunctions(namespace: PyObject, moduleName: string, table: ModuleTable): void {
  for (const [name, spec] of Object.entries(table)) {
    (namespace as unknown as Record<string, unknown>)[attributeKey(name)] = makeFunction(
      moduleName,
      name,
      spec,
      namespace,
    );
  }
}
