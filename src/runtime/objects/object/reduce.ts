// object.__reduce_ex__ and __getstate__: how copy and pickle take an object apart.
// CPython: Objects/typeobject.c (object___reduce_ex___impl, reduce_newobj, object_getstate_default)
import { None } from '../../core/object.ts';
import { objectType, typeOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import { type PyType, TypeFlags, typeLookup } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { runtimeError, typeError, valueError } from '../../exceptions/errors.ts';
import { attributeName, getAttr, instanceAttribute, lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { iter } from '../../protocols/iterate.ts';
import { bindDescriptor } from '../../protocols/publish.ts';
import { PyDict } from '../dict/dict.ts';
import { dictIsEmpty, dictSet, dictSize } from '../dict/table.ts';
import { PyList } from '../list/list.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';

/** A class's own `__reduce__` first; then copyreg's way for protocols 0 and 1, `__newobj__` from 2 on. */
export function objectReduceEx(self: Value, protocol: number): Value {
  const type = typeOf(self);
  // Almost no class has its own.
  if (!type.opaque && typeLookup(type, '__reduce__') === typeLookup(objectType, '__reduce__')) {
    return commonReduce(self, protocol);
  }
  const reduce = lookupAttr(self, '__reduce__');
  if (reduce !== undefined && typeLookup(type, '__reduce__') !== typeLookup(objectType, '__reduce__')) {
    return call(reduce);
  }
  return commonReduce(self, protocol);
}

/** CPython: _common_reduce */
export function commonReduce(self: Value, protocol: number): Value {
  const copyreg = state.interp.importModule('copyreg');
  if (protocol < 2) return call(getAttr(copyreg, '_reduce_ex'), self, int(protocol));
  return reduceNewObject(self, copyreg);
}

function reduceNewObject(self: Value, copyreg: Value): Value {
  const cls = typeOf(self);
  if (cls.tpNew === undefined || cls.flags & TypeFlags.DISALLOW_INSTANTIATION) {
    throw typeError(`cannot pickle '${cls.typeName}' object`);
  }
  const given = newArguments(self);
  const isList = self instanceof PyList;
  const isDict = self instanceof PyDict;
  const parts = [
    getState(self, given === undefined && !isList && !isDict),
    isList ? iter(self) : None,
    isDict ? iter(call(getAttr(self, 'items'))) : None,
  ];
  if (given?.keywords !== undefined && dictSize(given.keywords) > 0) {
    const args = tuple([cls, tuple(given.args), given.keywords]);
    return tuple([getAttr(copyreg, '__newobj_ex__'), args, ...parts]);
  }
  return tuple([getAttr(copyreg, '__newobj__'), tuple([cls, ...(given?.args ?? [])]), ...parts]);
}

interface NewArguments {
  args: readonly Value[];
  keywords: PyDict | undefined;
}

/** CPython: _PyObject_GetNewArguments */
function newArguments(self: Value): NewArguments | undefined {
  const extended = specialMethod(self, '__getnewargs_ex__');
  if (extended !== undefined) return extendedArguments(call(extended));
  const plain = specialMethod(self, '__getnewargs__');
  if (plain === undefined) return undefined;
  const args = call(plain);
  if (!(args instanceof PyTuple)) {
    throw typeError(`__getnewargs__ should return a tuple, not '${typeOf(args).typeName}'`);
  }
  return { args: args.items, keywords: undefined };
}

function extendedArguments(given: Value): NewArguments {
  const method = '__getnewargs_ex__';
  if (!(given instanceof PyTuple)) {
    throw typeError(`${method} should return a tuple, not '${typeOf(given).typeName}'`);
  }
  if (given.items.length !== 2) {
    throw valueError(`${method} should return a tuple of length 2, not ${given.items.length}`);
  }
  const [args, keywords] = given.items as [Value, Value];
  if (!(args instanceof PyTuple)) {
    const found = typeOf(args).typeName;
    throw typeError(`first item of the tuple returned by ${method} must be a tuple, not '${found}'`);
  }
  if (!(keywords instanceof PyDict)) {
    const found = typeOf(keywords).typeName;
    throw typeError(`second item of the tuple returned by ${method} must be a dict, not '${found}'`);
  }
  return { args: args.items, keywords };
}

function specialMethod(self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const found = typeLookup(type, name);
  return found === undefined ? undefined : bindDescriptor(found, self, type);
}

/** CPython: object_getstate */
function getState(self: Value, required: boolean): Value {
  const type = typeOf(self);
  const plain = typeLookup(objectType, '__getstate__');
  const overridden = type.opaque || typeLookup(type, '__getstate__') !== plain;
  if (!overridden && instanceAttribute(self, '__getstate__') === undefined) return defaultState(self, required);
  return call(getAttr(self, '__getstate__'));
}

/** The instance dict, beside what `__slots__` hold; `required` when nothing else tells what the object is. */
export function defaultState(self: Value, required: boolean): Value {
  const type = typeOf(self);
  if (required && !hasNoNativeState(type)) throw typeError(`cannot pickle '${type.typeName}' object`);
  const dict = type.hasDict ? lookupAttr(self, '__dict__') : undefined;
  const attributes = dict === undefined || (dict instanceof PyDict && dictIsEmpty(dict)) ? None : dict;
  const names = slotNames(type);
  if (names === undefined || names.items.length === 0) return attributes;
  const slots = new PyDict();
  const count = names.items.length;
  for (let i = 0; i < count; i++) {
    const name = names.items[i]!;
    const value = lookupAttr(self, attributeName(name));
    if (value !== undefined) dictSet(slots, name, value);
    if (names.items.length !== count) throw runtimeError('__slotsname__ changed size during iteration');
  }
  return dictSize(slots) === 0 ? attributes : tuple([attributes, slots]);
}

/** No native field that neither dict nor slots would save. */
export function hasNoNativeState(type: PyType): boolean {
  let each: PyType = type;
  while (each.base !== undefined && (each.flags & TypeFlags.HEAP || each.slotNames?.length === 0)) each = each.base;
  return each === objectType;
}

/** CPython: _PyType_GetSlotNames */
function slotNames(type: PyType): PyList | undefined {
  const known = type.attrs.get('__slotnames__');
  if (known instanceof PyList) return known;
  if (known === None) return undefined;
  if (known !== undefined) {
    const found = typeOf(known).typeName;
    throw typeError(`${type.typeName}.__slotnames__ should be a list or None, not ${found}`);
  }
  // Native types have no slots to look for.
  if (!(type.flags & TypeFlags.HEAP)) return undefined;
  const names = call(getAttr(state.interp.importModule('copyreg'), '_slotnames'), type);
  if (names instanceof PyList) return names;
  if (names === None) return undefined;
  throw typeError("copyreg._slotnames didn't return a list or None");
}
