// Membership, insertion and deletion for both kinds of set. CPython: Objects/setobject.c (set_add_entry, set_discard_entry, set_update_internal)
import type { Value } from '../../core/value.ts';
import { isError } from '../../exceptions/errors.ts';
import { hash32 } from '../../protocols/hash.ts';
import { iter } from '../../protocols/iterate.ts';
import { PyDict } from '../dict/dict.ts';
import {
  copyInto,
  dictAdd,
  dictAddPlain,
  dictDelete,
  dictFill,
  dictFindKnown,
  dictGet,
  dictHas,
  dictKeys,
  dictOfPlain,
  dictRemoveAt,
  dictSet,
  dictSize,
  Found,
  hasPlainKeys,
  unhashable,
} from '../dict/table.ts';
import { listType, PyList } from '../list/list.ts';
import { PyTuple, tupleType } from '../tuple/tuple.ts';
import { FixedTable, hasFixedHash } from './fixed-table.ts';
import { PyAnySet, PyFrozenSet, SetTable } from './set.ts';

export function setHas(set: PyAnySet, item: Value): boolean {
  const { fixed } = set;
  if (fixed !== undefined) {
    if (typeof item === 'number') return fixed.has(item);
    try {
      return fixed.has(item);
    } catch (e) {
      throw unhashable(e, item, SetTable.prototype.keyRole);
    }
  }
  return dictGet(set.table ?? new SetTable(), item) !== undefined;
}

export function setAdd(set: PyAnySet, item: Value): void {
  const { fixed } = set;
  if (fixed !== undefined && typeof item === 'number' && !Number.isNaN(item)) fixed.add(item);
  else if (set.table !== undefined) dictSet(set.table, item, true);
  else addSlow(set, item);
}

function addSlow(set: PyAnySet, item: Value): void {
  if (hasFixedHash(item)) {
    set.fixed ??= new FixedTable();
    set.fixed.add(item);
  } else if (typeof item === 'string' || !set.fixed?.used || !setHas(set, item)) dictSet(varying(set), item, true);
}

/** The dict's table of a set, to which its members move. */
function varying(set: PyAnySet): SetTable {
  if (set.table !== undefined) return set.table;
  const table = new SetTable();
  if (set.fixed !== undefined) for (const item of set.fixed.items()) dictSet(table, item, true);
  set.table = table;
  set.fixed = undefined;
  return table;
}

/** Whether the item was there. */
export function setDiscard(set: PyAnySet, item: Value): boolean {
  const { fixed } = set;
  if (fixed !== undefined) {
    try {
      return fixed.delete(item);
    } catch (e) {
      throw unhashable(e, item, SetTable.prototype.keyRole);
    }
  }
  return dictDelete(set.table ?? new SetTable(), item) !== undefined;
}

export function setSize(set: PyAnySet): number {
  return set.fixed !== undefined ? set.fixed.used : set.table === undefined ? 0 : set.table.size;
}

/** The members, in iteration order, as an array of its own. */
export function setItems(set: PyAnySet): Value[] {
  return set.fixed !== undefined ? set.fixed.items() : set.table === undefined ? [] : dictKeys(set.table);
}

/** Where `pop` goes on is the set's own and stays. CPython: set_clear_internal */
export function setClear(set: PyAnySet): void {
  set.table = undefined;
  replaceFixed(set, set.fixed === undefined ? undefined : new FixedTable());
}

function replaceFixed(set: PyAnySet, fixed: FixedTable | undefined): void {
  const finger = set.fixed?.finger ?? 0;
  set.fixed = fixed;
  if (fixed !== undefined) fixed.finger = finger;
}

/** Removes and returns a member; undefined when there is none. */
export function setPop(set: PyAnySet): Value | undefined {
  if (set.fixed !== undefined) return set.fixed.pop();
  const { table } = set;
  if (table === undefined || table.size === 0) return undefined;
  const item = table.entries[table.first]!;
  dictDelete(table, item);
  return item;
}

/** Visits the members (or keys) with what is known of their hashes, until a visit says false; whether none did. */
export function eachKnown(source: PyAnySet | PyDict, visit: (item: Value, hash: number) => boolean): boolean {
  const table = source instanceof PyAnySet ? source.table : source;
  if (table === undefined) {
    for (const item of setItems(source as PyAnySet))
      if (!visit(item, typeof item === 'object' ? hash32(item) : 0)) return false;
    return true;
  }
  if (table.owner !== undefined) {
    for (const key of dictKeys(table)) if (!visit(key, hash32(key))) return false;
    return true;
  }
  for (let place = table.first; place < table.entries.length; place += 2) {
    const item = table.entries[place];
    if (item !== undefined && !visit(item, table.index?.hashes[place >> 1] ?? 0)) return false;
  }
  return true;
}

/** Whether a member that came with its hash is there. */
export function hasKnown(where: PyAnySet | PyDict, item: Value, hash: number): boolean {
  const table = where instanceof PyAnySet ? where.table : where;
  if (table !== undefined && typeof item === 'string') return dictGet(table, item) !== undefined;
  if (table === undefined) return setHas(where as PyAnySet, item);
  return table.owner === undefined ? dictFindKnown(table, item, hash, new Found()) > 0 : dictHas(table, item);
}

export function addKnown(set: PyAnySet, item: Value, hash: number): void {
  if (set.table !== undefined && typeof item === 'string') {
    dictSet(set.table, item, true);
    return;
  }
  if (set.table === undefined && (set.fixed !== undefined || hasFixedHash(item))) {
    setAdd(set, item);
    return;
  }
  set.table ??= new SetTable();
  const { table } = set;
  const found = new Found();
  const place = dictFindKnown(table, item, hash, found);
  // Comparing may have cleared the set.
  if (set.table !== table) addKnown(set, item, hash);
  else if (place === 0) dictAdd(table, item, found, true);
}

/** Whether the item was there. */
export function discardKnown(set: PyAnySet, item: Value, hash: number): boolean {
  if (set.table === undefined) return setDiscard(set, item);
  const { table } = set;
  const place = dictFindKnown(table, item, hash, new Found());
  if (set.table !== table || place === 0) return false;
  dictRemoveAt(table, place);
  return true;
}

/** Adds whatever `source` gives. */
export function setUpdate(set: PyAnySet, source: Value): void {
  if (source instanceof PyAnySet) merge(set, source);
  else if (source instanceof PyDict && !(source.cls.flags & 1)) addKeys(set, source);
  else if (
    (source instanceof PyList && source.cls === listType) ||
    (source instanceof PyTuple && source.cls === tupleType)
  ) {
    const { items } = source;
    if (items.length > SCANNED && setSize(set) === 0 && addStrings(set, items)) return;
    for (let i = 0; i < items.length; i++) setAdd(set, items[i]!);
  } else {
    const iterator = iter(source);
    for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) setAdd(set, item);
  }
}

/** A dict's table of so many keys has no index. */
const SCANNED = 8;

/** Fills an empty set with strings, which the engine's own Set tells apart in half the time; false when there is anything else. */
function addStrings(set: PyAnySet, items: readonly Value[]): boolean {
  for (let i = 0; i < items.length; i++) if (typeof items[i] !== 'string') return false;
  const different = new Set(items);
  set.fixed = undefined;
  set.table = new SetTable();
  dictOfPlain(set.table, different.size === items.length ? items : [...different], true);
  return true;
}

/** CPython: set_merge_lock_held */
function merge(set: PyAnySet, source: PyAnySet): void {
  if (set === source || setSize(source) === 0) return;
  const { fixed, table } = source;
  if (setSize(set) === 0 && fixed === undefined) {
    set.fixed = undefined;
    set.table = new SetTable();
    copyInto(set.table, table!);
  } else if (fixed !== undefined && (set.table === undefined || set.table.size === 0)) {
    set.table = undefined;
    set.fixed ??= new FixedTable();
    set.fixed.merge(fixed);
  } else if (set.table !== undefined && table !== undefined && hasPlainKeys(set.table) && hasPlainKeys(table)) {
    dictAddPlain(set.table, table, true);
  } else {
    varying(set);
    eachKnown(source, (item, hash) => {
      addKnown(set, item, hash);
      return true;
    });
  }
}

/** CPython: set_update_dict_lock_held */
function addKeys(set: PyAnySet, source: PyDict): void {
  const plain = source.owner === undefined;
  if (plain && source.size === 0) return;
  const first = source.entries[source.first];
  const fixed = plain && first !== undefined && hasFixedHash(first);
  if (fixed && set.table === undefined) {
    set.fixed ??= new FixedTable();
    set.fixed.reserve(dictSize(source));
  } else if (plain && setSize(set) === 0) {
    set.fixed = undefined;
    set.table = new SetTable();
    copyInto(set.table, source);
    dictFill(set.table, true);
    return;
  }
  for (const key of dictKeys(source)) setAdd(set, key);
}

/** Makes an empty set a copy of another. */
export function setAssign(target: PyAnySet, source: PyAnySet): void {
  setClear(target);
  merge(target, source);
}

/** Gives `target` the members of `source`, which is not used any more. CPython: set_swap_bodies */
export function setAdopt(target: PyAnySet, source: PyAnySet): void {
  target.table = source.table;
  replaceFixed(target, source.fixed);
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
