// A stable merge sort that takes advantage of runs already in order and compares only with `<`.
// CPython: Objects/listobject.c (list_sort_impl, count_run, binarysort, merge_at); the order of comparisons is the same
import type { Value } from '../../core/value.ts';
import { gallopLeft, gallopRight, type Less } from './gallop.ts';
import { merge, type Sorted, sorted } from './merge.ts';

/** Sorts `keys` in place, moving `values` along. An error from `less` leaves some permutation. */
export function timsort(keys: Value[], values: Value[] | undefined, less: Less): void {
  new Sorter(keys, values, less).run();
}

interface Run {
  start: number;
  length: number;
  power: number;
}

class Sorter {
  readonly keys: Value[];
  readonly values: Value[] | undefined;
  readonly less: Less;
  readonly list: Sorted;
  readonly runs: Run[] = [];
  constructor(keys: Value[], values: Value[] | undefined, less: Less) {
    this.keys = keys;
    this.values = values;
    this.less = less;
    this.list = sorted(keys, values, less);
  }

  run(): void {
    const n = this.keys.length;
    const minimum = minimumRun(n);
    let start = 0;
    while (start < n) {
      let length = this.countRun(start, n);
      if (length < minimum) {
        const forced = Math.min(minimum, n - start);
        this.insertionSort(start, start + length, start + forced);
        length = forced;
      }
      this.pushRun(start, length, n);
      start += length;
    }
    while (this.runs.length > 1) {
      let at = this.runs.length - 2;
      if (at > 0 && this.runs[at - 1]!.length < this.runs[at + 1]!.length) at--;
      this.mergeAt(at);
    }
  }

  /** The length of the run at `start`; a descending one is reversed, items in it that are equal keep their order. */
  countRun(start: number, end: number): number {
    const { keys, less } = this;
    let at = this.ascending(start + 1, end);
    if (at === end) return at - start;
    if (at > start + 1) {
      if (less(keys[start]!, keys[at - 1]!)) return at - start;
      // All of them are equal so far.
      this.reverse(start, at);
    }
    at = this.descending(at + 1, end);
    this.reverse(start, at);
    return this.ascending(at, end) - start;
  }

  /** Where the items from `at` on stop to be in order. */
  ascending(at: number, end: number): number {
    const { keys, less } = this;
    let i = at;
    while (i < end && !less(keys[i]!, keys[i - 1]!)) i++;
    return i;
  }

  /** Where the items from `at` on begin to rise; each group of equal ones is left reversed. */
  descending(at: number, end: number): number {
    const { keys, less } = this;
    let equals = 0;
    let i = at;
    for (; i < end; i++) {
      if (less(keys[i]!, keys[i - 1]!)) {
        if (equals > 0) this.reverse(i - equals - 1, i);
        equals = 0;
      } else if (less(keys[i - 1]!, keys[i]!)) break;
      else equals++;
    }
    if (equals > 0) this.reverse(i - equals - 1, i);
    return i;
  }

  reverse(start: number, end: number): void {
    for (let i = start, j = end - 1; i < j; i++, j--) {
      swap(this.keys, i, j);
      if (this.values !== undefined) swap(this.values, i, j);
    }
  }

  /** Binary insertion of the items from `sorted` on. */
  insertionSort(start: number, sorted: number, end: number): void {
    const { keys, values, less } = this;
    for (let i = sorted; i < end; i++) {
      const key = keys[i]!;
      let left = start;
      let right = i;
      while (left < right) {
        const middle = (left + right) >>> 1;
        if (less(key, keys[middle]!)) right = middle;
        else left = middle + 1;
      }
      // The engine's copyWithin asks for each element whether it is there.
      for (let j = i; j > left; j--) keys[j] = keys[j - 1]!;
      keys[left] = key;
      if (values === undefined) continue;
      const value = values[i]!;
      for (let j = i; j > left; j--) values[j] = values[j - 1]!;
      values[left] = value;
    }
  }

  /** Powersort: runs are merged when the node between the last two lies deeper than the one before the new run. */
  pushRun(start: number, length: number, total: number): void {
    const { runs } = this;
    const last = runs.at(-1);
    if (last !== undefined) {
      const power = nodePower(last.start, last.length, length, total);
      while (runs.length > 1 && runs[runs.length - 2]!.power > power) this.mergeAt(runs.length - 2);
      runs.at(-1)!.power = power;
    }
    runs.push({ start, length, power: 0 });
  }

  mergeAt(at: number): void {
    const a = this.runs[at]!;
    const b = this.runs[at + 1]!;
    const { start } = a;
    const end = b.start + b.length;
    const middle = b.start;
    a.length += b.length;
    this.runs.splice(at + 1, 1);
    const { keys, less } = this;
    const from = gallopRight(keys, keys[middle]!, start, middle, start, less);
    if (from === middle) return;
    const to = gallopLeft(keys, keys[middle - 1]!, middle, end, end - 1, less);
    if (to !== middle) merge(this.list, from, middle, to);
  }
}

/** Between 32 and 64, such that n divided by it is a power of two or a little less. */
function minimumRun(n: number): number {
  let rest = n;
  let odd = 0;
  while (rest >= 64) {
    odd |= rest & 1;
    rest >>>= 1;
  }
  return rest + odd;
}

/** How deep the boundary between two runs lies in a perfectly balanced merge tree. CPython: powerloop */
function nodePower(start: number, lengthA: number, lengthB: number, total: number): number {
  let a = 2 * start + lengthA;
  let b = a + lengthA + lengthB;
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

function swap(items: Value[], i: number, j: number): void {
  const item = items[i]!;
  items[i] = items[j]!;
  items[j] = item;
}
