// What lists and tuples share: comparison, repetition, indices, and the repr of containers. CPython: Objects/listobject.c, tupleobject.c
import { None, type Slots } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { indexError, memoryError, overflowError, typeError } from '../exceptions/errors.ts';
import type { StrValue } from '../objects/str/str.ts';
import { type CompareOp, compareNumbers, itemsEqual, richCompare, sameOrEqual } from './compare.ts';
import { asIndex, asSize } from './item.ts';
import { joinStrings, repr } from './text.ts';

/** Runs `make` unless the same container's repr is already being made, which `ellipsis` then stands for. */
export function guardedRepr(self: Value, ellipsis: string, make: () => StrValue): StrValue {
  const { reprs } = state;
  if (reprs.has(self)) return ellipsis;
  reprs.add(self);
  try {
    return make();
  } finally {
    reprs.delete(self);
  }
}

/** `open`, the items' reprs, `close`. The array may change while it is read. */
export function reprItems(open: string, items: readonly Value[], close: string): StrValue {
  const parts: StrValue[] = [open];
  for (let i = 0; i < items.length; i++) {
    if (i > 0) parts.push(', ');
    parts.push(repr(items[i]!));
  }
  parts.push(close);
  return joinStrings(parts);
}

/** `a op b` by the first difference. CPython: list_richcompare */
export function compareItems(a: readonly Value[], b: readonly Value[], op: CompareOp): Value {
  if (op === '__eq__') return itemsEqual(a, b);
  if (op === '__ne__') return !itemsEqual(a, b);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y || sameOrEqual(x, y)) continue;
    if (i >= a.length || i >= b.length) break;
    return richCompare(x, y, op);
  }
  return compareNumbers(a.length, b.length, op);
}

/** The six comparison methods over one function. */
export function comparisons<T>(
  compare: (a: T, b: Value, op: CompareOp) => Value,
): Record<CompareOp, (a: T, b: Value) => Value> {
  return {
    __lt__: (a, b) => compare(a, b, '__lt__'),
    __le__: (a, b) => compare(a, b, '__le__'),
    __eq__: (a, b) => compare(a, b, '__eq__'),
    __ne__: (a, b) => compare(a, b, '__ne__'),
    __gt__: (a, b) => compare(a, b, '__gt__'),
    __ge__: (a, b) => compare(a, b, '__ge__'),
  };
}

const MAX_ITEMS = 2 ** 32 - 2;

/** The count of `sequence * count`; TypeError for what is not an index. CPython: wrap_indexargfunc */
export function repeatCount(count: Value): number {
  if (typeof count === 'number' && Number.isInteger(count)) return count < 0 ? 0 : count;
  return Math.max(0, asSize(count, overflowError));
}

/** Whether a value has `__index__`. */
export function isIndex(v: Value): boolean {
  if (typeof v === 'number') return Number.isInteger(v);
  return (slotsOf(v) as Slots)['m$__index__'] !== undefined;
}

/** Few items are put behind the others one by one, as the engine's `concat` looks at much before it copies. */
export function concatItems(left: readonly Value[], right: readonly Value[]): Value[] {
  if (right.length > 24) return left.concat(right);
  const items = left.slice();
  for (let i = 0; i < right.length; i++) items.push(right[i]!);
  return items;
}

/** The items, `count` times over. */
export function repeatItems(items: readonly Value[], count: number): Value[] {
  if (items.length * count > MAX_ITEMS) throw memoryError();
  if (count === 1) return items.slice();
  if (items.length === 1 && count > 64) return new Array<Value>(count).fill(items[0]!);
  const result: Value[] = [];
  for (let n = 0; n < count; n++) for (let i = 0; i < items.length; i++) result.push(items[i]!);
  return result;
}

/** A subscript that is an index, negative ones counted from the end; not yet checked against the end. */
export function sequenceIndex(key: Value, length: number, what: string): number {
  if (typeof key === 'number' && Number.isInteger(key)) return key < 0 ? key + length : key;
  if (!isIndex(key)) throw typeError(`${what} indices must be integers or slices, not ${typeOf(key).typeName}`);
  const index = asSize(key, indexError);
  return index < 0 ? index + length : index;
}

/** A `start` or `stop` argument, clamped to the safe integers. CPython: _PyEval_SliceIndexNotNone */
export function boundArgument(v: Value | undefined, missing: number): number {
  if (v === undefined) return missing;
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (v === None || !isIndex(v)) throw typeError('slice indices must be integers or have an __index__ method');
  const n = asIndex(v);
  if (typeof n === 'number') return n;
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** Where `value` is between `start` and `stop`, or -1. The array may change while items are compared. */
export function findItem(
  items: readonly Value[],
  value: Value,
  start: Value | undefined,
  stop: Value | undefined,
): number {
  let from = boundArgument(start, 0);
  let to = boundArgument(stop, Number.MAX_SAFE_INTEGER);
  if (from < 0) from = Math.max(0, from + items.length);
  if (to < 0) to = Math.max(0, to + items.length);
  for (let i = from; i < to && i < items.length; i++) if (sameOrEqual(items[i]!, value)) return i;
  return -1;
}

export function countItem(items: readonly Value[], value: Value): number {
  let count = 0;
  for (let i = 0; i < items.length; i++) if (sameOrEqual(items[i]!, value)) count++;
  return count;
}

export function containsItem(items: readonly Value[], value: Value): boolean {
  if (typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value))) {
    // What is neither identical nor a plain value of the kind has to be asked.
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      if (item === value || (typeof item !== typeof value && sameOrEqual(item, value))) return true;
    }
    return false;
  }
  for (let i = 0; i < items.length; i++) if (items[i] === value || sameOrEqual(items[i]!, value)) return true;
  return false;
}
