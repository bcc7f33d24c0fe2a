// Making a class: `type(name, bases, namespace)` and what the class statement does. CPython: Objects/typeobject.c (type_new)
import { None, type Slots } from '../../core/object.ts';
import { objectType, slotsOf, typeOf, typeType } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import {
  FunctionMeta,
  isSubtype,
  isType,
  makeType,
  type PyFunction,
  type PyType,
  TypeFlags,
  typeLookup,
} from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { isError, type Raised, typeError } from '../../exceptions/errors.ts';
import { getAttr, lookupAttr } from '../../protocols/attribute.ts';
import { call, callKeywords } from '../../protocols/call.ts';
import { isTrue } from '../../protocols/compare.ts';
import { bindDescriptor } from '../../protocols/publish.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { warn } from '../../protocols/warn.ts';
import { PyCell } from '../cell/cell.ts';
import type { PyDict } from '../dict/dict.ts';
import { dictEntries } from '../dict/table.ts';
import { PyClassMethod, PyStaticMethod } from '../function/function.ts';
import type { PyTuple } from '../tuple/tuple.ts';
import { bestBase, instanceLayout } from './layout.ts';
import { keepTuple, removeSubclass, resolveMro } from './mro.ts';
import { publishAll } from './publish-class.ts';
import { addSlots } from './slots.ts';

/** The most derived metaclass of the bases. CPython: _PyType_CalculateMetaclass */
export function calculateMetatype(metatype: PyType, bases: readonly Value[]): PyType {
  let winner = metatype;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (isSubtype(winner, candidate)) continue;
    if (isSubtype(candidate, winner)) {
      winner = candidate;
      continue;
    }
    throw typeError(
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}

/** `type.__new__(metatype, name, bases, namespace, **keywords)`. */
export function typeNew(
  metatype: PyType,
  name: string,
  baseTuple: PyTuple,
  namespace: PyDict,
  keywords: PyDict | undefined,
): PyType {
  for (const base of baseTuple.items) {
    if (!isType(base)) throw notAType(base);
  }
  const winner = calculateMetatype(metatype, baseTuple.items);
  if (winner !== metatype) {
    // Another metaclass takes over, with its own idea of the keywords.
    const make = getAttr(winner, '__new__');
    if (make !== getAttr(typeType, '__new__')) {
      const entries = keywords === undefined ? [] : Array.from(dictEntries(keywords));
      const args = [winner, name, baseTuple, namespace, ...entries.map(([, value]) => value)];
      return callKeywords(
        make,
        args,
        entries.map(([key]) => key as string),
      ) as PyType;
    }
  }
  const bases = baseTuple.items.length === 0 ? [objectType] : (baseTuple.items as PyType[]);
  const base = bestBase(bases);
  keepTuple(baseTuple);
  const type = bareType(winner, name, bases, base);
  fillAttributes(type, namespace, base);
  fillCells(type, namespace);
  // A metaclass's own `mro()` may make instances.
  if (winner !== typeType) settlePrototype(type);
  try {
    resolveMro(type);
  } catch (e) {
    for (const each of bases) removeSubclass(each, type);
    throw e;
  }
  publishAll(type, base);
  settlePrototype(type);
  callSetNames(type);
  callInitSubclass(type, keywords);
  return type;
}

function settlePrototype(type: PyType): void {
  if (type.Instance.prototype !== type.proto) type.Instance.prototype = type.proto;
}

function notAType(base: Value): Raised {
  const hint =
    lookupAttr(base, '__mro_entries__') !== undefined
      ? "type() doesn't support MRO entry resolution; use types.new_class()"
      : undefined;
  return typeError(hint ?? `bases must be types`);
}

function bareType(metatype: PyType, name: string, bases: PyType[], base: PyType): PyType {
  if (name.includes('\0')) throw typeError('type name must not contain null characters');
  const entry = state.classEntry;
  state.classEntry = undefined;
  const type = makeType({
    typeName: name,
    metatype,
    bases,
    base,
    mro: [],
    ...instanceLayout(base),
    flags: TypeFlags.HEAP | TypeFlags.BASETYPE,
    hasDict: bases.some((b) => b.hasDict),
    hasWeakref: bases.some((b) => b.hasWeakref),
    ...(entry === undefined ? {} : { entry }),
  });
  if (type.proto.fl === true) type.proto.fl = false;
  return type;
}

const CLASS_METHODS = new Set(['__init_subclass__', '__class_getitem__']);

function fillAttributes(type: PyType, namespace: PyDict, base: PyType): void {
  for (const [key, value] of dictEntries(namespace)) {
    if (typeof key !== 'string') {
      warn('RuntimeWarning', `non-string key in the __dict__ of class ${type.typeName}`);
      (type.attrs as Map<Value, Value>).set(key, value);
      continue;
    }
    if (key === '__qualname__') {
      if (typeof value !== 'string') throw typeError(`type __qualname__ must be a str, not ${typeOf(value).typeName}`);
      type.qualname = value;
    } else if (key !== '__classcell__') type.attrs.set(key, wrapSpecial(key, value));
  }
  if (!type.attrs.has('__module__')) {
    const module = (state.interp.callerGlobals() as { $__name__?: Value } | undefined)?.$__name__;
    if (module !== undefined) type.attrs.set('__module__', module);
  }
  addSlots(type, base);
  // After the slots: these may be among them.
  if (type.attrs.has('__eq__') && !type.attrs.has('__hash__')) type.attrs.set('__hash__', None);
  if (!type.attrs.has('__doc__')) type.attrs.set('__doc__', None);
}

/** `__new__` is implicitly static, `__init_subclass__` and `__class_getitem__` class methods. */
function wrapSpecial(name: string, value: Value): Value {
  if (typeof value !== 'function' || !((value as PyFunction).meta instanceof FunctionMeta)) return value;
  if (name === '__new__') return new PyStaticMethod(value);
  return CLASS_METHODS.has(name) ? new PyClassMethod(value) : value;
}

/** Sets the `__class__` cell that the class body's methods share. */
function fillCells(type: PyType, namespace: PyDict): void {
  for (const [key, value] of dictEntries(namespace)) {
    if (key !== '__classcell__') continue;
    if (!(value instanceof PyCell)) {
      throw typeError(`type.__classcell__ must be a cell, not <class '${typeOf(value).typeName}'>`);
    }
    value.set(type);
  }
  const dictCell = type.attrs.get('__classdictcell__');
  if (!(dictCell instanceof PyCell)) return;
  dictCell.set(namespace);
  type.attrs.delete('__classdictcell__');
}

function callSetNames(type: PyType): void {
  for (const [name, value] of [...type.attrs]) {
    if (typeof value !== 'object' && typeof value !== 'function') continue;
    const method = (slotsOf(value) as Slots)['m$__set_name__'] as Entry | undefined;
    if (method === undefined) continue;
    try {
      method(value, type, name);
    } catch (e) {
      if (isError(e, 'BaseException')) noteSetName(e, value, name, type);
      throw e;
    }
  }
}

/** CPython: type_new_set_names, through _PyErr_FormatNote */
function noteSetName(error: Raised, value: Value, name: string, type: PyType): void {
  const what = `Error calling __set_name__ on '${typeOf(value).typeName}' instance ${reprForMessage(name)}`;
  call(getAttr(error, 'add_note'), `${what} in '${type.typeName}'`);
}

/** `super(type, type).__init_subclass__(**keywords)`. */
function callInitSubclass(type: PyType, keywords: PyDict | undefined): void {
  for (const ancestor of type.mro.slice(1)) {
    const value = ancestor.attrs.get('__init_subclass__');
    if (value === undefined) continue;
    const method = bindDescriptor(value, undefined, type);
    const entries = keywords === undefined ? [] : [...dictEntries(keywords)];
    callKeywords(
      method,
      entries.map(([, v]) => v),
      entries.map(([k]) => k as string),
    );
    return;
  }
}

/** CPython: type_call */
export function typeCall(type: PyType, args: Value[], names: readonly string[]): Value {
  if (type === typeType) {
    if (args.length === 1 && names.length === 0) return typeOf(args[0]!);
    if (args.length - names.length !== 3) throw typeError('type() takes 1 or 3 arguments');
  }
  const make = type.tpNew ?? inheritedNew(type);
  if (make === undefined || type.flags & TypeFlags.DISALLOW_INSTANTIATION) {
    // A dotted typeName is tp_name as CPython has it, module and all.
    const module = type.moduleName === 'builtins' || type.typeName.includes('.') ? '' : `${type.moduleName}.`;
    throw typeError(`cannot create '${module}${type.typeName}' instances`);
  }
  const obj = names.length === 0 ? make(type, ...args) : callKeywords(make as unknown as Value, [type, ...args], names);
  if (!isSubtype(typeOf(obj), type)) return obj;
  initialise(obj, args, names);
  return obj;
}

/** A native type gets its base's constructor, but not object's. CPython: inherit_special */
function inheritedNew(type: PyType): Entry | undefined {
  const { base } = type;
  if (base === undefined || base === objectType) return undefined;
  type.tpNew = base.tpNew ?? inheritedNew(base);
  return type.tpNew;
}

/** object's `__init__`, which has nothing to say when `__new__` is not object's. */
function plainInit(): unknown {
  return (objectType.proto as Slots)['m$__init__'];
}

function initialise(obj: Value, args: Value[], names: readonly string[]): void {
  const type = typeOf(obj);
  const entry = (type.proto as Slots)['m$__init__'] as PyFunction | undefined;
  if (entry === undefined || (entry === plainInit() && type.tpNew !== objectType.tpNew)) return;
  let result: Value;
  if (names.length === 0) result = (entry as unknown as Entry)(obj, ...args);
  else if (entry.meta !== undefined) result = callKeywords(entry, [obj, ...args], names);
  else result = callKeywords(bindDescriptor(typeLookup(type, '__init__')!, obj, type), args, names);
  if (result !== None) throw typeError(`__init__() should return None, not '${typeOf(result).typeName}'`);
}

export function isAbstract(type: PyType): boolean {
  const methods = type.abstractMethods;
  return methods !== undefined && isTrue(methods);
}
