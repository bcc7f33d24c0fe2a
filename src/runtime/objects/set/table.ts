// Membership, insertion and deletion for both kinds of set. CPython: Objects/setobject.c (set_add_entry, set_discard_entry, set_update_internal)

import type { Value } from '../../core/value.ts';
import { isError } from '../../exceptions/errors.ts';
import { iter } from '../../protocols/iterate.ts';
import { PyDict } from '../dict/dict.ts';
import { copyInto, dictDelete, dictGet, dictKeys, dictSet, dictSize } from '../dict/table.ts';
import { PyAnySet, PyFrozenSet, SetTable } from './set.ts';

export function setHas(set: PyAnySet, item: Value): boolean {
  return dictGet(set.table, item) !== undefined;
}

export function setAdd(set: PyAnySet, item: Value): void {
  dictSet(set.table, item, true);
}

/** Whether the item was there. */
export function setDiscard(set: PyAnySet, item: Value): boolean {
  return dictDelete(set.table, item) !== undefined;
}

export function setSize(set: PyAnySet): number {
  return set.table.map.size;
}

/** The members, in iteration order, as an array of its own. */
export function setItems(set: PyAnySet): Value[] {
  return Array.from(dictKeys(set.table));
}

export function setClear(set: PyAnySet): void {
  set.table = new SetTable();
}

/** Adds whatever `source` gives. */
export function setUpdate(set: PyAnySet, source: Value): void {
  if (source instanceof PyAnySet) {
    if (set === source) return;
    if (set.table.map.size === 0) copyInto(set.table, source.table);
    else for (const item of dictKeys(source.table)) setAdd(set, item);
  } else if (source instanceof PyDict && !(source.cls.flags & 1)) {
    const size = dictSize(source);
    if (size > 0) for (const key of dictKeys(source)) setAdd(set, key);
  } else {
    const iterator = iter(source);
    for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) setAdd(set, item);
  }
}

/** Makes `target`'s members those of `source`. */
export function setAssign(target: PyAnySet, source: PyAnySet): void {
  target.table = new SetTable();
  copyInto(target.table, source.table);
}

/** Membership where an unhashable set stands for the frozenset of its members. CPython: set_contains_lock_held */
export function withFrozen<T>(item: Value, look: (item: Value) => T): T {
  try {
    return look(item);
  } catch (e) {
    if (!(item instanceof PyAnySet) || item instanceof PyFrozenSet || !isError(e, 'TypeError')) throw e;
    const frozen = new PyFrozenSet();
    setAssign(frozen, item);
    return look(frozen);
  }
}

/** Removes and returns the first member in iteration order; undefined when there is none. */
export function setPop(set: PyAnySet): Value | undefined {
  for (const item of dictKeys(set.table)) {
    setDiscard(set, item);
    return item;
  }
  return undefined;
}
