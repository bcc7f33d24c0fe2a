// list.sort() and sorted(). Keys of one simple kind (ints, floats, str) are compared natively; the rest by `<`.
// CPython: Objects/listobject.c (list_sort_impl)
import { PyFloat } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { call } from '../../protocols/call.ts';
import { lessThan } from '../../protocols/compare.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { timsort } from './timsort.ts';

type Less = (a: Value, b: Value) => boolean;

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
  const keys = new Array<Value>(items.length);
  for (let i = 0; i < items.length; i++) keys[i] = call(key, items[i]!);
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
  else timsort(keys, values, kind === 'tuple' ? tupleLess(keys) : lessThan);
}

/** One kind for all keys, or undefined: numbers without NaN, JS strings, floats, exact tuples. */
function commonKind(keys: readonly Value[]): 'int' | 'str' | 'float' | 'tuple' | undefined {
  const first = keys[0]!;
  if (typeof first === 'string') return keys.every((k) => typeof k === 'string') ? 'str' : undefined;
  if (first instanceof PyTuple)
    return keys.every((k) => k instanceof PyTuple && !(k.cls.flags & 1)) ? 'tuple' : undefined;
  let boxed = false;
  for (const key of keys) {
    if (typeof key === 'number') {
      if (Number.isNaN(key)) return undefined;
    } else if (key instanceof PyFloat && !(key.cls.flags & 1) && !Number.isNaN(key.value)) boxed = true;
    else return undefined;
  }
  return boxed ? 'float' : 'int';
}

function sortPlain(keys: (number | string)[], values: Value[] | undefined): void {
  if (values === undefined) {
    if (typeof keys[0] === 'number') sortNumbers(keys as number[]);
    else keys.sort(compareNative);
    return;
  }
  const order = keys.map((_, i) => i).sort((i, j) => compareNative(keys[i]!, keys[j]!));
  const sorted = order.map((i) => values[i]!);
  for (let i = 0; i < sorted.length; i++) values[i] = sorted[i]!;
}

/** UTF-16 order is code point order: a str with surrogates is not a JS string. */
function compareNative(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Equal numbers are the same value, so their order does not show. */
function sortNumbers(keys: number[]): void {
  const sorted = Float64Array.from(keys).sort();
  for (let i = 0; i < sorted.length; i++) keys[i] = sorted[i]!;
}

function sortFloats(keys: Value[], values: Value[] | undefined): void {
  const numbers = keys.map((k) => (typeof k === 'number' ? (k as number) : (k as PyFloat).value));
  if (values === undefined) sortPlain(numbers, keys);
  else sortPlain(numbers, values);
}

/** Tuples compare by the first items that differ; where those are all of one simple kind, natively. */
function tupleLess(keys: readonly Value[]): Less {
  const tuples = keys as readonly PyTuple[];
  const first = tuples[0]!.items[0];
  const simple =
    typeof first === 'string'
      ? tuples.every((t) => typeof t.items[0] === 'string')
      : typeof first === 'number' && tuples.every((t) => typeof t.items[0] === 'number' && !Number.isNaN(t.items[0]));
  if (!simple) return lessThan;
  return (a, b) => {
    const x = (a as PyTuple).items[0]!;
    const y = (b as PyTuple).items[0]!;
    return x === y ? lessThan(a, b) : x < y;
  };
}
