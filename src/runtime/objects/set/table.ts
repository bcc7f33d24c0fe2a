// Membership, insertion and deletion for both kinds of set. CPython: Objects/setobject.c (set_add_entry, set_discard_entry, set_update_internal)
import { attributeNames } from '../../core/names.ts';
import type { Value } from '../../core/value.ts';
import { isError } from '../../exceptions/errors.ts';
import { iter } from '../../protocols/iterate.ts';
import { type KeyForm, PyDict } from '../dict/dict.ts';
import { copyInto, deleteForm, dictGet, dictKeys, dictSet, dictSize, keyForm, keyOf } from '../dict/table.ts';
import { hasFixedHash, SetOrder } from './order.ts';
import { PyAnySet, PyFrozenSet, SetTable } from './set.ts';

export function setHas(set: PyAnySet, item: Value): boolean {
  return dictGet(set.table, item) !== undefined;
}

export function setAdd(set: PyAnySet, item: Value): void {
  if (set.order) addOrdered(set, set.order, item);
  else dictSet(set.table, item, true);
}

function addOrdered(set: PyAnySet, order: SetOrder, item: Value): void {
  const { table } = set;
  const before = table.map.size;
  dictSet(table, item, true);
  if (table.map.size === before) return;
  const form = keyForm(table, item, false)!;
  if (hasFixedHash(form)) order.add(form);
  else set.order = null;
}

/** The set's order, worked out from the order of insertion when it is first asked for; null when CPython's varies. */
export function orderOf(set: PyAnySet): SetOrder | null {
  if (set.order !== undefined) return set.order;
  const forms = set.table.map.keys();
  const order = new SetOrder();
  for (const form of forms) {
    if (!hasFixedHash(form)) {
      set.order = null;
      return null;
    }
    order.add(form);
  }
  set.order = order;
  return order;
}

/** Whether the item was there. */
export function setDiscard(set: PyAnySet, item: Value): boolean {
  const form = keyForm(set.table, item, false);
  return form !== undefined && discardForm(set, form);
}

function discardForm(set: PyAnySet, form: KeyForm): boolean {
  if (!set.table.map.has(form)) return false;
  orderOf(set)?.delete(form);
  deleteForm(set.table, form);
  return true;
}

export function setSize(set: PyAnySet): number {
  return set.table.map.size;
}

/** The members, in iteration order, as an array of its own. */
export function setItems(set: PyAnySet): Value[] {
  const order = orderOf(set);
  if (order === null) return Array.from(dictKeys(set.table));
  const items: Value[] = [];
  for (let at = order.seek(0); at >= 0; at = order.seek(at + 1)) items.push(keyOf(set.table, order.formAt(at)));
  return items;
}

export function setClear(set: PyAnySet): void {
  set.table = new SetTable();
  setOrder(set, set.order ? new SetOrder() : undefined);
}

/** Replaces the order; where `pop` goes on is the set's own and stays. CPython: set_clear_internal, set_swap_bodies */
function setOrder(set: PyAnySet, order: SetOrder | null | undefined): void {
  const finger = set.order?.finger ?? 0;
  set.order = order;
  if (set.order) set.order.finger = finger;
}

/** Removes and returns a member; undefined when there is none. */
export function setPop(set: PyAnySet): Value | undefined {
  const order = orderOf(set);
  const form = order === null ? set.table.map.keys().next().value : order.next();
  if (form === undefined) return undefined;
  const item = keyOf(set.table, form);
  discardForm(set, form);
  return item;
}

/** Adds whatever `source` gives. */
export function setUpdate(set: PyAnySet, source: Value): void {
  if (source instanceof PyAnySet) merge(set, source);
  else if (source instanceof PyDict && !(source.cls.flags & 1)) addKeys(set, source);
  else {
    const iterator = iter(source);
    for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) setAdd(set, item);
  }
}

/** CPython: set_merge_lock_held */
function merge(set: PyAnySet, source: PyAnySet): void {
  if (set === source || setSize(source) === 0) return;
  if (setSize(set) === 0) {
    const order = orderOf(source);
    const fresh = set.order === undefined || set.order === null || set.order.fill === 0;
    if (fresh) {
      copyInto(set.table, source.table);
      setOrder(set, order === null ? null : SetOrder.copy(order));
      return;
    }
  }
  if (orderOf(source) === null) set.order = null;
  else orderOf(set)?.reserve(setSize(source));
  for (const item of setItems(source)) setAdd(set, item);
}

/** CPython: set_update_dict_lock_held */
function addKeys(set: PyAnySet, source: PyDict): void {
  const names = source.owner === undefined ? 0 : attributeNames(source.owner).length;
  const first = source.map.keys().next().value;
  if (names === 0 && first !== undefined && hasFixedHash(first)) orderOf(set)?.reserve(dictSize(source));
  if (setSize(set) > 0 || names > 0) {
    for (const key of dictKeys(source)) setAdd(set, key);
    return;
  }
  const { order } = set;
  copyInto(set.table, source);
  if (!order) return;
  for (const form of set.table.map.keys()) {
    if (hasFixedHash(form)) order.add(form);
    else {
      set.order = null;
      return;
    }
  }
}

/** Makes an empty set a copy of another. */
export function setAssign(target: PyAnySet, source: PyAnySet): void {
  setClear(target);
  merge(target, source);
}

/** Gives `target` the members of `source`, which is not used any more. CPython: set_swap_bodies */
export function setAdopt(target: PyAnySet, source: PyAnySet): void {
  target.table = source.table;
  setOrder(target, target.order ? orderOf(source) : source.order);
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
