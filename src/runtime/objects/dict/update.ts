// Filling a dict from mappings, pairs and keywords. CPython: Objects/dictobject.c (dict_update_arg, dict_merge, PyDict_MergeFromSeq2)
import { typeOf } from '../../core/primitives.ts';
import { typeLookup } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, runtimeError, typeError, valueError } from '../../exceptions/errors.ts';
import { getAttr, loadMethod, lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { getItem } from '../../protocols/item.ts';
import { iter, spread } from '../../protocols/iterate.ts';
import type { PyList } from '../list/list.ts';
import type { PyTuple } from '../tuple/tuple.ts';
import { type DictOwner, dictType, PyDict } from './dict.ts';
import { copyInto, dictSet, dictSetKnown, ownerGet, ownerNames } from './table.ts';

/** Whether a dict's entries may be read without its `__iter__`: exact dicts and subclasses that keep dict's. */
function hasPlainIteration(dict: PyDict): boolean {
  return dict.cls === dictType || typeLookup(dict.cls, '__iter__') === typeLookup(dictType, '__iter__');
}

/** `target.update(source)`. CPython: dict_update_arg */
export function updateFrom(target: PyDict, source: Value): void {
  if (source instanceof PyDict && hasPlainIteration(source)) mergeDict(target, source);
  else if (!isPlainSequence(source) && lookupAttr(source, 'keys') !== undefined) mergeMapping(target, source);
  else mergePairs(target, source);
}

/** A list or tuple, which has no `keys`. */
function isPlainSequence(v: Value): v is PyList | PyTuple {
  return typeof v === 'object' && v.sq !== undefined && (v.cls.flags & 1) === 0;
}

export function mergeDict(target: PyDict, source: PyDict): void {
  if (target === source) return;
  if (target.size === 0 && target.owner === undefined) {
    copyInto(target, source);
    return;
  }
  if (source.owner !== undefined) {
    mergeOwner(target, source.owner);
    if (source.size === 0) return;
  }
  const { size, entries } = source;
  for (let place = source.first; place < entries.length; place += 2) {
    const key = entries[place];
    if (key === undefined) continue;
    if (typeof key === 'object' && target.owner === undefined) dictSetKnown(target, key, source, place);
    else dictSet(target, key, entries[place + 1]!);
    if (source.size !== size || source.entries !== entries) throw runtimeError('dict mutated during update');
  }
}

function mergeOwner(target: PyDict, owner: DictOwner): void {
  const names = ownerNames(owner);
  for (let i = 0; i < names.length; i++) {
    const value = ownerGet(owner, names[i]!);
    if (value !== undefined) dictSet(target, names[i]!, value);
  }
}

function mergeMapping(target: PyDict, source: Value): void {
  const iterator = iter(loadMethod(source, 'keys')(source));
  for (let key = iterator.iternext(); key !== undefined; key = iterator.iternext()) {
    dictSet(target, key, getItem(source, key));
  }
}

function mergePairs(target: PyDict, source: Value): void {
  const iterator = iter(source);
  let index = 0;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext(), index++) {
    const pair = isPlainSequence(item) ? item.items : pairOf(item, index);
    if (pair.length !== 2) {
      throw valueError(`dictionary update sequence element #${index} has length ${pair.length}; 2 is required`);
    }
    dictSet(target, pair[0]!, pair[1]!);
  }
}

function pairOf(item: Value, index: number): readonly Value[] {
  try {
    return spread(item);
  } catch (e) {
    if (!isError(e, 'TypeError')) throw e;
    const plain = e.args.items[0] === `'${typeOf(item).typeName}' object is not iterable`;
    const error = plain ? typeError('object is not iterable') : e;
    call(getAttr(error, 'add_note'), `Cannot convert dictionary update sequence element #${index} to a sequence`);
    throw error;
  }
}
