// Sorting numbers and strings without calls to a comparison: insertion for few, merging for many. All stable, as values may go along.
// Measured against the engine's sort with a comparison function, which takes twice to four times as long (docs/benchmarks.md).
// CPython: Objects/listobject.c (unsafe_long_compare and its kind serve the same end)
import { MANY, orderOfFewNumbers, sortFewNumbers } from './few-numbers.ts';
import { orderOfInts, orderOfStrings, sortInts } from './radix-sort.ts';

const FEW = 16;
const RUN = 8;

/** Sorts keys of one kind, numbers without NaN or strings, and moves `values` along. */
export function sortPlain<V>(keys: (number | string)[], values: V[] | undefined): void {
  if (isAscending(keys)) return;
  if (keys.length <= FEW) insertionSort(keys, values, 0, keys.length);
  else if (typeof keys[0] === 'string') sortStrings(keys as string[], values);
  else if (keys.length < MANY) sortFewNumbers(keys as number[], values);
  else if (values === undefined) sortNumbers(keys as number[]);
  else permute(values, orderOfPlain(keys));
}

function isAscending(keys: readonly (number | string)[]): boolean {
  for (let i = 1; i < keys.length; i++) if (keys[i]! < keys[i - 1]!) return false;
  return true;
}

function insertionSort<V>(keys: (number | string)[], values: V[] | undefined, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!;
    if (!(key < keys[i - 1]!)) continue;
    const value = values?.[i];
    let at = i - 1;
    for (; at >= start && key < keys[at]!; at--) {
      keys[at + 1] = keys[at]!;
      if (values !== undefined) values[at + 1] = values[at]!;
    }
    keys[at + 1] = key;
    if (values !== undefined) values[at + 1] = value!;
  }
}

/** Equal numbers are the same value, so their order does not show. */
function sortNumbers(keys: number[]): void {
  if (sortInts(keys)) return;
  const sorted = Float64Array.from(keys).sort();
  for (let i = 0; i < sorted.length; i++) keys[i] = sorted[i]!;
}

/** The places of keys of one kind in ascending order. */
export function orderOfPlain(keys: readonly (number | string)[]): Int32Array | Uint32Array {
  if (typeof keys[0] === 'string') return orderOfStrings(keys as string[]);
  if (keys.length < MANY) return orderOfFewNumbers(keys as number[]);
  const numbers = Float64Array.from(keys as number[]);
  return orderOfInts(numbers) ?? orderOfNumbers(numbers);
}

/** Puts values into an order of places. */
export function permute<V>(values: V[], order: ArrayLike<number>): void {
  const old = values.slice();
  for (let i = 0; i < order.length; i++) values[i] = old[order[i]!]!;
}

/** The places of the keys in ascending order of the keys. */
function orderOfNumbers(keys: Float64Array): Int32Array {
  const n = keys.length;
  let from = new Int32Array(n);
  let to = new Int32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  for (let start = 0; start < n; start += RUN) insertOrder(keys, from, start, Math.min(start + RUN, n));
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      mergeOrder(keys, from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  return from;
}

function insertOrder(keys: Float64Array, order: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const place = order[i]!;
    const key = keys[place]!;
    let at = i - 1;
    for (; at >= start && key < keys[order[at]!]!; at--) order[at + 1] = order[at]!;
    order[at + 1] = place;
  }
}

function mergeOrder(
  keys: Float64Array,
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let i = start;
  let j = middle;
  let k = start;
  if (middle < end && keys[from[middle]!]! < keys[from[middle - 1]!]!) {
    while (i < middle && j < end) to[k++] = keys[from[j]!]! < keys[from[i]!]! ? from[j++]! : from[i++]!;
  }
  while (i < middle) to[k++] = from[i++]!;
  while (j < end) to[k++] = from[j++]!;
}

/** UTF-16 order is code point order: a str with surrogates is not a JS string. */
function sortStrings<V>(keys: string[], values: V[] | undefined): void {
  if (keys.length >= MANY) {
    const old = keys.slice();
    const order = orderOfStrings(old);
    for (let i = 0; i < order.length; i++) keys[i] = old[order[i]!]!;
    if (values !== undefined) permute(values, order);
    return;
  }
  const n = keys.length;
  const order = values === undefined ? undefined : new Int32Array(n);
  if (order !== undefined) for (let i = 0; i < n; i++) order[i] = i;
  const moved = order as unknown as number[] | undefined;
  for (let start = 0; start < n; start += RUN) insertionSort(keys, moved, start, Math.min(start + RUN, n));
  let from: StringRuns = { keys, order };
  let to: StringRuns = { keys: new Array<string>(n), order: order === undefined ? undefined : new Int32Array(n) };
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      mergeStrings(from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  if (from.keys !== keys) for (let i = 0; i < n; i++) keys[i] = from.keys[i]!;
  if (values !== undefined) permute(values, from.order!);
}

interface StringRuns {
  keys: string[];
  order: Int32Array | undefined;
}

function mergeStrings(from: StringRuns, to: StringRuns, start: number, middle: number, end: number): void {
  const { keys, order } = from;
  const { keys: toKeys, order: toOrder } = to;
  const ordered = middle >= end || !(keys[middle]! < keys[middle - 1]!);
  let i = start;
  let j = middle;
  for (let k = start; k < end; k++) {
    const right = i >= middle || (j < end && !ordered && keys[j]! < keys[i]!);
    const place = right ? j++ : i++;
    toKeys[k] = keys[place]!;
    if (order !== undefined) toOrder![k] = order[place]!;
  }
}
