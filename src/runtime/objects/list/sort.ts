// list.sort() and sorted(). Keys of one simple kind (ints, floats, str) are compared natively; the rest by `<`.
// CPython: Objects/listobject.c (list_sort_impl)
import { PyFloat } from '../../core/primitives.ts';
import type { Entry, Value } from '../../core/value.ts';
import { callee } from '../../protocols/call.ts';
import { lessThan } from '../../protocols/compare.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { MANY } from './few-numbers.ts';
import { permute, sortPlain } from './plain-sort.ts';
import { timsort } from './timsort.ts';
import { orderOfTuples } from './tuple-sort.ts';

/** Whether sorting runs none of the guest's code, so that nobody can see the list meanwhile. */
export function sortsQuietly(items: readonly Value[], key: Value | undefined): boolean {
  if (key !== undefined) return false;
  const kind = items.length < 2 ? 'int' : commonKind(items);
  return kind !== undefined && kind !== 'tuple';
}

/** Sorts the array in place, stably. */
export function sortItems(items: Value[], key: Value | undefined, descending: boolean): void {
  if (key === undefined) {
    if (descending) items.reverse();
    try {
      sortKeys(items, undefined);
    } finally {
      if (descending) items.reverse();
    }
    return;
  }
  if (items.length === 0) return;
  const entry = typeof key === 'function' ? (key as unknown as Entry) : callee(key);
  const keys: Value[] = [];
  for (let i = 0; i < items.length; i++) keys.push(entry(items[i]!));
  if (descending) {
    items.reverse();
    keys.reverse();
  }
  try {
    sortKeys(keys, items);
  } finally {
    if (descending) items.reverse();
  }
}

/** Sorts `keys`, and `values` with them. */
function sortKeys(keys: Value[], values: Value[] | undefined): void {
  const n = keys.length;
  if (n < 2) return;
  const kind = commonKind(keys);
  if (kind === 'int' || kind === 'str') sortPlain(keys as unknown as (number | string)[], values);
  else if (kind === 'float') sortFloats(keys, values);
  else if (kind !== 'tuple' || !sortTuples(keys as PyTuple[], values)) {
    timsort(keys, values, lessThan);
  }
}

/** Sorts tuples by their columns; false, and nothing moved, where that cannot be. */
function sortTuples(keys: PyTuple[], values: Value[] | undefined): boolean {
  const order = orderOfTuples(keys);
  if (order === undefined) return false;
  permute(keys, order);
  if (values !== undefined) permute(values, order);
  return true;
}

/** One kind for all keys, or undefined: numbers without NaN, JS strings, floats, exact tuples. */
function commonKind(keys: readonly Value[]): 'int' | 'str' | 'float' | 'tuple' | undefined {
  const first = keys[0]!;
  const n = keys.length;
  if (typeof first === 'string') {
    for (let i = 1; i < n; i++) if (typeof keys[i] !== 'string') return undefined;
    return 'str';
  }
  if (first instanceof PyTuple) {
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      if (!(key instanceof PyTuple) || key.cls.flags & 1) return undefined;
    }
    return 'tuple';
  }
  let boxed = false;
  for (let i = 0; i < n; i++) {
    const key = keys[i]!;
    if (typeof key === 'number') {
      if (Number.isNaN(key)) return undefined;
    } else if (key instanceof PyFloat && !(key.cls.flags & 1) && !Number.isNaN(key.value)) boxed = true;
    else return undefined;
  }
  return boxed ? 'float' : 'int';
}

/** Floats that are boxed keep their identity: equal ones come in the order they had. An int among them may equal a float, and both are seen. */
function sortFloats(keys: Value[], values: Value[] | undefined): void {
  const numbers: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    numbers.push(typeof key === 'number' ? key : (key as PyFloat).value);
  }
  if (
    keys.length < MANY ||
    values !== undefined ||
    keys.some((key) => typeof key === 'number' && Number.isInteger(key))
  ) {
    sortPlain(numbers, values ?? keys);
    return;
  }
  const boxed = new Map<number, Value[]>();
  for (const key of keys) {
    if (!(key instanceof PyFloat)) continue;
    const equal = boxed.get(key.value);
    if (equal === undefined) boxed.set(key.value, [key]);
    else equal.push(key);
  }
  for (const equal of boxed.values()) equal.reverse();
  const sorted = Float64Array.from(numbers).sort();
  for (let i = 0; i < sorted.length; i++) {
    const number = sorted[i]!;
    keys[i] = Number.isInteger(number) ? boxed.get(number)!.pop()! : (number as unknown as Value);
  }
}
