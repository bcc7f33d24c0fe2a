// Tuples, lists, dicts and sets. CPython: Modules/_pickle.c (save_tuple, batch_list, batch_dict, save_set, save_frozenset)
import type { Value } from '../../runtime/core/value.ts';
import { runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictKeys, dictSize, dictValues } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { frozenSetType, type PyAnySet, setType } from '../../runtime/objects/set/set.ts';
import { setItems, setSize } from '../../runtime/objects/set/table.ts';
import { jsString, type StrValue } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import type { Iterator_ } from '../../runtime/protocols/iterate.ts';
import { repr } from '../../runtime/protocols/text.ts';
import { noted } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './pickler.ts';
import { save } from './save.ts';
import { saveReduce } from './save-reduce.ts';

function saveItem(self: PyPickler, item: Value, owner: Value, at: number): void {
  try {
    save(self, item);
  } catch (error) {
    throw noted(error, owner, `item ${at}`);
  }
}

const SMALL_TUPLE: readonly number[] = [op.EMPTY_TUPLE, op.TUPLE1, op.TUPLE2, op.TUPLE3];

/** CPython: save_tuple */
export function saveTuple(self: PyPickler, obj: PyTuple): void {
  const writer = self.writer!;
  const { items } = obj;
  const { length } = items;
  if (length === 0) {
    if (self.isBinary) writer.byte(op.EMPTY_TUPLE);
    else writer.text('(t');
    return;
  }
  const isSmall = length <= 3 && self.protocol >= 2;
  if (!isSmall) writer.byte(op.MARK);
  for (let i = 0; i < length; i++) saveItem(self, items[i]!, obj, i);
  const known = self.memo.get(obj);
  if (known !== undefined) {
    // It holds itself: its items wrote it already. Theirs are taken back.
    if (!isSmall && self.isBinary) writer.byte(op.POP_MARK);
    else for (let i = isSmall ? 0 : -1; i < length; i++) writer.byte(op.POP);
    self.recall(known);
    return;
  }
  writer.byte(isSmall ? SMALL_TUPLE[length]! : op.TUPLE);
  self.memoize(obj);
}

/** CPython: save_list, batch_list_exact */
export function saveList(self: PyPickler, obj: PyList): void {
  const writer = self.writer!;
  if (self.isBinary) writer.byte(op.EMPTY_LIST);
  else writer.text('(l');
  self.memoize(obj);
  const { items } = obj;
  if (!self.isBinary || items.length === 1) {
    for (let i = 0; i < items.length; i++) {
      saveItem(self, items[i]!, obj, i);
      writer.byte(op.APPEND);
    }
    return;
  }
  for (let i = 0; i < items.length; ) {
    writer.byte(op.MARK);
    for (const end = i + op.BATCH; i < end && i < items.length; i++) saveItem(self, items[i]!, obj, i);
    writer.byte(op.APPENDS);
  }
}

/** CPython: batch_list */
export function saveListItems(self: PyPickler, iterator: Iterator_, obj: Value): void {
  const writer = self.writer!;
  let at = 0;
  let next = iterator.iternext();
  while (next !== undefined) {
    const batch = [next];
    next = iterator.iternext();
    while (self.isBinary !== 0 && next !== undefined && batch.length < op.BATCH) {
      batch.push(next);
      next = iterator.iternext();
    }
    if (batch.length > 1) writer.byte(op.MARK);
    for (const item of batch) saveItem(self, item, obj, at++);
    writer.byte(batch.length > 1 ? op.APPENDS : op.APPEND);
  }
}

function saveValue(self: PyPickler, value: Value, owner: Value, key: Value): void {
  try {
    save(self, value);
  } catch (error) {
    throw noted(error, owner, `item ${jsString(repr(key) as StrValue)}`);
  }
}

function isAtom(v: Value): boolean {
  return typeof v !== 'object' && typeof v !== 'function';
}

/** CPython: save_dict, batch_dict_exact */
export function saveDict(self: PyPickler, obj: PyDict): void {
  const writer = self.writer!;
  if (self.isBinary) writer.byte(op.EMPTY_DICT);
  else writer.text('(d');
  self.memoize(obj);
  const size = dictSize(obj);
  const isBatched = self.isBinary !== 0 && size > 1;
  const keys = dictKeys(obj);
  const values = dictValues(obj);
  for (let i = 0; i < keys.length; i++) {
    if (isBatched && i % op.BATCH === 0) {
      if (i > 0) writer.byte(op.SETITEMS);
      writer.byte(op.MARK);
    }
    const key = keys[i]!;
    const value = values[i]!;
    save(self, key);
    saveValue(self, value, obj, key);
    if (!isBatched) writer.byte(op.SETITEM);
    // Writing strings and numbers runs no Python; counting the attributes of an object takes a walk over them.
    const isQuiet = self.persistentId === undefined && typeof key === 'string' && isAtom(value);
    if (!isQuiet && dictSize(obj) !== size) throw runtimeError('dictionary changed size during iteration');
  }
  if (isBatched) writer.byte(op.SETITEMS);
}

/** CPython: batch_dict */
export function saveDictItems(self: PyPickler, iterator: Iterator_, obj: Value): void {
  const writer = self.writer!;
  let next = iterator.iternext();
  while (next !== undefined) {
    const batch = [pairOf(next)];
    next = iterator.iternext();
    while (self.isBinary !== 0 && next !== undefined && batch.length < op.BATCH) {
      batch.push(pairOf(next));
      next = iterator.iternext();
    }
    if (batch.length > 1) writer.byte(op.MARK);
    for (const { items } of batch) {
      save(self, items[0]!);
      saveValue(self, items[1]!, obj, items[0]!);
    }
    writer.byte(batch.length > 1 ? op.SETITEMS : op.SETITEM);
  }
}

function pairOf(item: Value): PyTuple {
  if (item instanceof PyTuple && item.items.length === 2) return item;
  throw typeError('dict items iterator must return 2-tuples');
}

function saveElement(self: PyPickler, item: Value, owner: Value): void {
  try {
    save(self, item);
  } catch (error) {
    throw noted(error, owner, 'element');
  }
}

/** CPython: save_set */
export function saveSet(self: PyPickler, obj: PyAnySet): void {
  if (self.protocol < 4) {
    saveReduce(self, [setType, tuple([new PyList(setItems(obj))])], obj);
    return;
  }
  const writer = self.writer!;
  writer.byte(op.EMPTY_SET);
  self.memoize(obj);
  const items = setItems(obj);
  for (let i = 0; i < items.length; ) {
    writer.byte(op.MARK);
    for (const end = i + op.BATCH; i < end && i < items.length; i++) saveElement(self, items[i]!, obj);
    writer.byte(op.ADDITEMS);
    if (setSize(obj) !== items.length) throw runtimeError('set changed size during iteration');
  }
}

/** CPython: save_frozenset */
export function saveFrozenSet(self: PyPickler, obj: PyAnySet): void {
  if (self.protocol < 4) {
    saveReduce(self, [frozenSetType, tuple([new PyList(setItems(obj))])], obj);
    return;
  }
  const writer = self.writer!;
  writer.byte(op.MARK);
  for (const item of setItems(obj)) saveElement(self, item, obj);
  const known = self.memo.get(obj);
  if (known !== undefined) {
    writer.byte(op.POP_MARK);
    self.recall(known);
    return;
  }
  writer.byte(op.FROZENSET);
  self.memoize(obj);
}
