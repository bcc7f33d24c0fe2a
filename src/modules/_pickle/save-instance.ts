// Instances of ordinary classes, as `object.__reduce_ex__` would have them written, without the tuples it would give.
// CPython: Modules/_pickle.c (save_reduce), Objects/typeobject.c (reduce_newobj)

import { hasAttributes } from '../../runtime/core/names.ts';
import type { PyObject } from '../../runtime/core/object.ts';
import { objectType } from '../../runtime/core/primitives.ts';
import { type PyType, TypeFlags, typeLookup } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { ownAttribute } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { hasNoNativeState } from '../../runtime/objects/object/reduce.ts';
import { instanceDict } from '../../runtime/protocols/attribute.ts';
import { noted } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './pickler.ts';
import { savePart } from './save-reduce.ts';

/** Writes an instance that is its class and its attributes; false, and nothing written, for any other. */
export function saveInstance(self: PyPickler, obj: PyObject, type: PyType): boolean {
  if (self.protocol < 2 || self.fast !== 0 || self.persistentId !== undefined) return false;
  if (!isOrdinary(type) || !keepsAttributes(obj) || !self.hasOwnNewObject) return false;
  try {
    savePart(self, type, obj, 'class');
    const writer = self.writer!;
    writer.byte(op.EMPTY_TUPLE);
    writer.byte(op.NEWOBJ);
    const known = self.memo.get(obj);
    if (known === undefined) self.memoize(obj);
    else {
      writer.byte(op.POP);
      self.recall(known);
    }
    if (!hasAttributes(obj)) return true;
    savePart(self, instanceDict(obj), obj, 'state');
    writer.byte(op.BUILD);
  } catch (error) {
    throw noted(error, obj, 'object');
  }
  return true;
}

/** A class that leaves all that pickling asks for to object, and has no slots. */
function isOrdinary(type: PyType): boolean {
  if (!(type.flags & TypeFlags.HEAP) || type.opaque || !type.hasDict || type.tpNew === undefined) return false;
  const slots = type.attrs.get('__slotnames__');
  if (!(slots instanceof PyList) || slots.items.length > 0) return false;
  for (let i = 0; i < ASKED.length; i++) {
    if (typeLookup(type, ASKED[i]!) !== typeLookup(objectType, ASKED[i]!)) return false;
  }
  return hasNoNativeState(type);
}

const ASKED: readonly string[] = [
  '__reduce_ex__',
  '__reduce__',
  '__getnewargs_ex__',
  '__getnewargs__',
  '__getstate__',
  '__class__',
];

/** It has no methods of its own for it, nor another dict than its properties. */
function keepsAttributes(obj: PyObject): boolean {
  if (obj.fs !== true) return false;
  if (obj.dict !== undefined && (obj.dict as PyDict).owner !== (obj as Value)) return false;
  return ownAttribute(obj, '__reduce_ex__') === undefined && ownAttribute(obj, '__getstate__') === undefined;
}
