// Writing one object: the kinds that have operations of their own first, then `__reduce_ex__`. CPython: Modules/_pickle.c (save)
import { Ellipsis, None, NotImplemented } from '../../runtime/core/object.ts';
import { objectType, PyFloat, type PyStr, strType, typeOf, typeType } from '../../runtime/core/primitives.ts';
import { isPythonFunction, isSubtype, type PyType, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytearrayType, type PyByteArray } from '../../runtime/objects/bytearray/bytearray.ts';
import { bytesType, type PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictGet } from '../../runtime/objects/dict/table.ts';
import { listType, PyList } from '../../runtime/objects/list/list.ts';
import { objectReduceEx } from '../../runtime/objects/object/reduce.ts';
import { frozenSetType, type PyFrozenSet, type PySet, setType } from '../../runtime/objects/set/set.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple, tupleType } from '../../runtime/objects/tuple/tuple.ts';
import { instanceAttribute, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { getItem } from '../../runtime/protocols/item.ts';
import { str } from '../../runtime/protocols/text.ts';
import { isAsciiText } from '../../runtime/text/builders.ts';
import { PyPickleBuffer } from './buffer.ts';
import { noted, picklingError, typeText } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './pickler.ts';
import { saveByteArray, saveBytes, saveFloat, saveInt, savePickleBuffer, saveStr } from './save-atoms.ts';
import { saveDict, saveFrozenSet, saveList, saveSet, saveTuple } from './save-containers.ts';
import { saveGlobal } from './save-global.ts';
import { saveInstance } from './save-instance.ts';
import { saveReduce } from './save-reduce.ts';

/** Writes an object. `persists` is false for a persistent id itself. */
export function save(self: PyPickler, obj: Value, persists = true): void {
  const writer = self.writer!;
  writer.boundary();
  if (persists && self.persistentId !== undefined && savePersistent(self, obj)) return;
  switch (typeof obj) {
    case 'string':
      if (!saveKnown(self, obj)) saveStr(self, obj);
      return;
    case 'number':
      if (Number.isInteger(obj)) saveInt(self, obj);
      else saveFloat(self, obj as unknown as number);
      return;
    case 'boolean':
      if (self.protocol >= 2) writer.byte(obj ? op.NEWTRUE : op.NEWFALSE);
      else writer.text(obj ? 'I01\n' : 'I00\n');
      return;
    case 'bigint':
      saveInt(self, obj);
      return;
    case 'function':
      if (!saveKnown(self, obj)) saveOther(self, obj);
      return;
    default:
      saveObject(self, obj);
  }
}

/** What is in the memo already. */
function saveKnown(self: PyPickler, obj: Value): boolean {
  const index = self.memo.get(obj);
  if (index === undefined) return false;
  self.recall(index);
  return true;
}

function saveObject(self: PyPickler, obj: Value & object): void {
  if (obj === None) {
    self.writer!.byte(op.NONE);
    return;
  }
  const type = typeOf(obj);
  if (obj instanceof PyFloat && !(type.flags & 1)) {
    saveFloat(self, obj.value);
    return;
  }
  if (saveKnown(self, obj)) return;
  if (self.fast !== 0 && (type === listType || type === dictType)) saveFast(self, obj as PyList | PyDict);
  else if (type === listType) saveList(self, obj as PyList);
  else if (type === dictType) saveDict(self, obj as PyDict);
  else if (type === tupleType) saveTuple(self, obj as PyTuple);
  else if (type === bytesType) saveBytes(self, obj as PyBytes);
  else if (type === strType) saveStr(self, obj as PyStr);
  else if (type === setType) saveSet(self, obj as PySet);
  else if (type === frozenSetType) saveFrozenSet(self, obj as PyFrozenSet);
  else if (type === bytearrayType) saveByteArray(self, obj as PyByteArray);
  else if (obj instanceof PyPickleBuffer) savePickleBuffer(self, obj);
  else saveOther(self, obj);
}

/** How deep fast mode goes before it looks for cycles. */
const FAST_NESTING_LIMIT = 50;

/** Fast mode remembers nothing, so cycles are looked for when it gets deep. CPython: fast_save_enter */
function saveFast(self: PyPickler, obj: PyList | PyDict): void {
  if (++self.fastNesting >= FAST_NESTING_LIMIT) {
    self.fastSeen ??= new Set();
    if (self.fastSeen.has(obj)) {
      throw valueError(`fast mode: can't pickle cyclic objects including object type ${typeOf(obj).typeName} at 0x0`);
    }
    self.fastSeen.add(obj);
  }
  if (obj instanceof PyList) saveList(self, obj);
  else saveDict(self, obj);
  self.fastSeen?.delete(obj);
  self.fastNesting--;
}

function saveOther(self: PyPickler, obj: Value): void {
  const reduced = reduce(self, obj);
  if (reduced === undefined) return;
  if (isStr(reduced)) {
    saveGlobal(self, obj, jsString(reduced));
    return;
  }
  try {
    if (!(reduced instanceof PyTuple)) {
      throw picklingError(`__reduce__ must return a string or tuple, not ${typeText(reduced)}`);
    }
    saveReduce(self, reduced.items, obj);
  } catch (error) {
    throw noted(error, obj, 'object');
  }
}

/** What `__reduce_ex__` or what stands for it gives; undefined when the object was written here. */
function reduce(self: PyPickler, obj: Value): Value | undefined {
  if (self.reducerOverride !== undefined) {
    const given = call(self.reducerOverride, obj);
    if (given !== NotImplemented) return given;
  }
  const type = typeOf(obj);
  if (type === typeType) {
    saveType(self, obj);
    return undefined;
  }
  if (isPythonFunction(obj)) {
    saveGlobal(self, obj, undefined);
    return undefined;
  }
  const reducer = reducerOf(self, type);
  if (reducer !== undefined) return call(reducer, obj);
  if (isSubtype(type, typeType)) {
    saveGlobal(self, obj, undefined);
    return undefined;
  }
  if (typeof obj === 'object' && saveInstance(self, obj, type)) return undefined;
  // Almost no class has its own: no bound method is made for object's.
  if (typeof obj === 'object' && !type.opaque && isInherited(type, '__reduce_ex__') && !hasOwn(obj, '__reduce_ex__')) {
    return objectReduceEx(obj, self.protocol);
  }
  const extended = lookupAttr(obj, '__reduce_ex__');
  if (extended !== undefined) return call(extended, int(self.protocol));
  const plain = lookupAttr(obj, '__reduce__');
  if (plain !== undefined) return call(plain);
  throw picklingError(`Can't pickle ${typeText(obj)} object`);
}

function isInherited(type: PyType, name: string): boolean {
  return typeLookup(type, name) === typeLookup(objectType, name);
}

function hasOwn(obj: Value, name: string): boolean {
  return instanceAttribute(obj, name) !== undefined;
}

/** The entry of the dispatch table, the pickler's own or copyreg's. */
function reducerOf(self: PyPickler, type: PyType): Value | undefined {
  const table = self.dispatchTable ?? self.commonDispatchTable;
  if (table instanceof PyDict && table.cls === dictType) return dictGet(table, type);
  try {
    return getItem(table, type);
  } catch (error) {
    if (isError(error, 'KeyError')) return undefined;
    throw error;
  }
}

/** CPython: save_type */
function saveType(self: PyPickler, obj: Value): void {
  for (const single of [None, Ellipsis, NotImplemented]) {
    if (obj === typeOf(single)) {
      saveReduce(self, [typeType, tuple([single])], obj);
      return;
    }
  }
  saveGlobal(self, obj, undefined);
}

/** CPython: save_pers */
function savePersistent(self: PyPickler, obj: Value): boolean {
  const id = call(self.persistentId!, obj);
  if (id === None) return false;
  if (self.isBinary) {
    save(self, id, false);
    self.writer!.byte(op.BINPERSID);
    return true;
  }
  const text = jsString(str(id) as string);
  if (!isAsciiText(text)) throw picklingError('persistent IDs in protocol 0 must be ASCII strings');
  self.writer!.text(`P${text}\n`);
  return true;
}
