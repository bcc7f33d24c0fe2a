// Union, intersection, difference and comparison of sets. CPython: Objects/setobject.c
import { None, NotImplemented } from '../../core/object.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { CompareOp } from '../../protocols/compare.ts';
import { hash32 } from '../../protocols/hash.ts';
import { iter } from '../../protocols/iterate.ts';
import { PyDict } from '../dict/dict.ts';
import { dictHas, dictOfPlain, dictSize, hasPlainKeys } from '../dict/table.ts';
import { FixedTable, hasFixedHash } from './fixed-table.ts';
import { frozenSetType, PyAnySet, PyFrozenSet, PySet, SetTable, setType } from './set.ts';
import {
  addKnown,
  discardKnown,
  eachKnown,
  hasKnown,
  setAdopt,
  setAssign,
  setClear,
  setDiscard,
  setHas,
  setSize,
  setUpdate,
} from './table.ts';

/** A new empty set of the kind that operations on `self` give: never a subclass. CPython: make_new_set_basetype */
function emptyLike(self: PyAnySet): PyAnySet {
  return self instanceof PyFrozenSet ? new PyFrozenSet() : new PySet();
}

export function baseType(self: PyAnySet): PyType {
  return self instanceof PyFrozenSet ? frozenSetType : setType;
}

/** A copy of the same kind. */
export function copyOf(self: PyAnySet): PyAnySet {
  const copy = emptyLike(self);
  setAssign(copy, self);
  return copy;
}

export function setCopy(self: PyAnySet): Value {
  return self.cls === frozenSetType ? self : copyOf(self);
}

export function union(self: PyAnySet, others: readonly Value[]): Value {
  const result = copyOf(self);
  for (const other of others) if (other !== self) setUpdate(result, other);
  return result;
}

/** CPython: set_intersection; walks the smaller set */
function intersect(self: PyAnySet, other: Value): PyAnySet {
  if (self === other) return copyOf(self);
  const result = emptyLike(self);
  if (other instanceof PyAnySet) {
    const [small, big] = setSize(other) > setSize(self) ? [self, other] : [other, self];
    if (selectInto(result, small, big, true)) return result;
    eachKnown(small, (item, hash) => {
      if (hasKnown(big, item, hash)) addKnown(result, item, hash);
      return true;
    });
    return result;
  }
  const iterator = iter(other);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    // Hashed apart from the look-up, as in CPython, which does not say then that it was to be a set element.
    const hash = typeof item === 'string' ? 0 : hash32(item);
    if (hasKnown(self, item, hash)) addKnown(result, item, hash);
  }
  return result;
}

/**
 * Puts the members of `source` that `other` has (or has not) into an empty set, when no Python can run on the way: both keep ints and their like, or
 * both plain keys, where the result needs no index before it is asked for a member. False when neither is so.
 */
function selectInto(result: PyAnySet, source: PyAnySet, other: PyAnySet, wanted: boolean): boolean {
  if (source.fixed !== undefined && other.fixed !== undefined) {
    result.fixed = FixedTable.select(source.fixed, other.fixed, wanted);
    return true;
  }
  if (source.table === undefined || other.table === undefined) return false;
  const selected = selectPlain(source.table, other.table, wanted);
  if (selected === undefined) return false;
  result.table = new SetTable();
  dictOfPlain(result.table, selected, true);
  return true;
}

function selectPlain(source: SetTable, other: SetTable, wanted: boolean): Value[] | undefined {
  if (!hasPlainKeys(source) || !hasPlainKeys(other)) return undefined;
  const { entries } = source;
  const selected: Value[] = [];
  for (let i = source.first; i < entries.length; i += 2) {
    const item = entries[i];
    if (item === undefined || dictHas(other, item) !== wanted) continue;
    // Such would have a table of another kind to itself.
    if (hasFixedHash(item)) return undefined;
    selected.push(item);
  }
  return selected;
}

/** Whether `other` has all of a set's members, or none. */
function compareMembers(self: PyAnySet, other: PyAnySet, wanted: boolean): boolean {
  if (self.fixed !== undefined && other.fixed !== undefined) return self.fixed.allIn(other.fixed, wanted);
  return eachKnown(self, (item, hash) => hasKnown(other, item, hash) === wanted);
}

export function intersection(self: PyAnySet, others: readonly Value[]): Value {
  if (others.length === 0) return copyOf(self);
  let result = self;
  for (const other of others) result = intersect(result, other);
  return result;
}

export function intersectionUpdate(self: PyAnySet, others: readonly Value[]): Value {
  const result = intersection(self, others) as PyAnySet;
  setAdopt(self, result === self ? copyOf(self) : result);
  return None;
}

/** CPython: set_difference */
function subtract(self: PyAnySet, other: Value): PyAnySet {
  const result = emptyLike(self);
  const isMuchLarger =
    !(other instanceof PyAnySet || other instanceof PyDict) || setSize(self) >> 2 > memberCount(other);
  if (other instanceof PyAnySet && (!isMuchLarger || self.table !== undefined)) {
    if (selectInto(result, self, other, false)) return result;
  }
  if (isMuchLarger) {
    setAssign(result, self);
    subtractFrom(result, other);
    return result;
  }
  eachKnown(self, (item, hash) => {
    if (!hasKnown(other, item, hash)) addKnown(result, item, hash);
    return true;
  });
  return result;
}

function memberCount(other: PyAnySet | PyDict): number {
  return other instanceof PyAnySet ? setSize(other) : dictSize(other);
}

/** CPython: set_difference_update_internal */
function subtractFrom(self: PyAnySet, other: Value): void {
  if (self === other) {
    setClear(self);
    return;
  }
  if (other instanceof PyAnySet) {
    const common = setSize(other) >> 3 > setSize(self) ? intersect(self, other) : other;
    eachKnown(common, (item, hash) => {
      discardKnown(self, item, hash);
      return true;
    });
  } else {
    const iterator = iter(other);
    for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) setDiscard(self, item);
  }
  self.fixed?.purge();
}

export function difference(self: PyAnySet, others: readonly Value[]): Value {
  if (others.length === 0) return copyOf(self);
  const result = subtract(self, others[0]!);
  for (const other of others.slice(1)) subtractFrom(result, other);
  return result;
}

export function differenceUpdate(self: PyAnySet, others: readonly Value[]): Value {
  for (const other of others) subtractFrom(self, other);
  return None;
}

export function symmetricDifferenceUpdate(self: PyAnySet, other: Value): Value {
  if (self === other) {
    setClear(self);
    return None;
  }
  const source = other instanceof PyAnySet ? other : setFrom(other, self);
  eachKnown(source, (item, hash) => {
    if (!discardKnown(self, item, hash)) addKnown(self, item, hash);
    return true;
  });
  return None;
}

function setFrom(iterable: Value, like: PyAnySet): PyAnySet {
  const result = emptyLike(like);
  setUpdate(result, iterable);
  return result;
}

/** CPython: set_symmetric_difference_impl: the other set, changed by this one */
export function symmetricDifference(self: PyAnySet, other: Value): Value {
  const result = setFrom(other, self);
  symmetricDifferenceUpdate(result, self);
  return result;
}

export function isSubset(self: PyAnySet, other: Value): boolean {
  if (!(other instanceof PyAnySet)) return setSize(self) === setSize(intersect(self, other));
  if (setSize(self) > setSize(other)) return false;
  return compareMembers(self, other, true);
}

export function isSuperset(self: PyAnySet, other: Value): boolean {
  if (other instanceof PyAnySet) return isSubset(other, self);
  const iterator = iter(other);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (!setHas(self, item)) return false;
  }
  return true;
}

export function isDisjoint(self: PyAnySet, other: Value): boolean {
  if (self === other) return setSize(self) === 0;
  if (other instanceof PyAnySet) {
    const [small, big] = setSize(other) > setSize(self) ? [self, other] : [other, self];
    return compareMembers(small, big, false);
  }
  const iterator = iter(other);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (setHas(self, item)) return false;
  }
  return true;
}

/** CPython: set_richcompare */
export function setCompare(self: PyAnySet, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyAnySet)) return NotImplemented;
  switch (op) {
    case '__eq__':
      return setSize(self) === setSize(other) && isSubset(self, other);
    case '__ne__':
      return !(setSize(self) === setSize(other) && isSubset(self, other));
    case '__lt__':
      return setSize(self) < setSize(other) && isSubset(self, other);
    case '__le__':
      return isSubset(self, other);
    case '__gt__':
      return setSize(other) < setSize(self) && isSubset(other, self);
    case '__ge__':
      return isSubset(other, self);
  }
}
