// Filling containers, and the state of objects. CPython: Modules/_pickle.c (do_append, do_setitems, load_additems, load_build)
import { None, type PyObject } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import {
  dictEntries,
  dictKeys,
  dictSet,
  dictSize,
  dictValues,
  setOwnAttribute,
} from '../../runtime/objects/dict/table.ts';
import { listType, PyList } from '../../runtime/objects/list/list.ts';
import { PySet, setType } from '../../runtime/objects/set/set.ts';
import { setAdd } from '../../runtime/objects/set/table.ts';
import { jsString, type StrValue } from '../../runtime/objects/str/str.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { setItem } from '../../runtime/protocols/item.ts';
import { unpicklingError } from './errors.ts';

export function appendItems(target: Value, items: readonly Value[]): void {
  if (target instanceof PyList && target.cls === listType) {
    for (let i = 0; i < items.length; i++) target.items.push(items[i]!);
    return;
  }
  const extend = items.length === 1 ? undefined : lookupAttr(target, 'extend');
  if (extend !== undefined) {
    call(extend, new PyList([...items]));
    return;
  }
  const append = getAttr(target, 'append');
  for (const item of items) call(append, item);
}

/** Keys and values in turn. */
export function setItems(target: Value, items: readonly Value[]): void {
  if (target instanceof PyDict && target.cls === dictType) {
    for (let i = 0; i < items.length; i += 2) dictSet(target, items[i]!, items[i + 1]!);
  } else for (let i = 0; i < items.length; i += 2) setItem(target, items[i]!, items[i + 1]!);
}

export function addToSet(target: Value, items: readonly Value[]): void {
  if (target instanceof PySet && target.cls === setType) {
    for (const item of items) setAdd(target, item);
    return;
  }
  const add = getAttr(target, 'add');
  for (const item of items) call(add, item);
}

/** Gives an object its state: by `__setstate__`, or as its attributes. */
export function build(target: Value, given: Value): void {
  const setState = lookupAttr(target, '__setstate__');
  if (setState !== undefined) {
    call(setState, given);
    return;
  }
  let state = given;
  let slots: Value = None;
  if (given instanceof PyTuple && given.items.length === 2) [state, slots] = given.items as [Value, Value];
  if (state !== None) {
    if (!(state instanceof PyDict)) throw unpicklingError('state is not a dictionary');
    setAttributes(target, state);
  }
  if (slots !== None) {
    if (!(slots instanceof PyDict)) throw unpicklingError('slot state is not a dictionary');
    for (const [name, value] of dictEntries(slots)) setAttr(target, jsString(name as StrValue), value);
  }
}

function setAttributes(target: Value, state: PyDict): void {
  const type = typeOf(target);
  // An object without a dict handed out keeps its attributes itself.
  if (typeof target === 'object' && type.hasDict && !type.opaque && target.dict === undefined && hasPlainDict(target)) {
    const names = dictKeys(state);
    if (names.every((name) => typeof name === 'string')) {
      const values = dictValues(state);
      for (let i = 0; i < names.length; i++) setOwnAttribute(target, names[i] as unknown as string, values[i]!);
      return;
    }
  }
  if (dictSize(state) === 0 && lookupAttr(target, '__dict__') === undefined) return;
  const dict = getAttr(target, '__dict__');
  for (const [name, value] of dictEntries(state)) setItem(dict, name, value);
}

/** Its class's `__dict__` is what `object` or the class statement made. */
function hasPlainDict(target: PyObject): boolean {
  return target.fs === true;
}
