// A stable merge sort that takes advantage of runs already in order and compares only with `<`.
// CPython: Objects/listobject.c (list_sort_impl, count_run, binarysort, merge_at)
import type { Value } from '../../core/value.ts';

type Less = (a: Value, b: Value) => boolean;

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
  readonly runs: Run[] = [];
  constructor(keys: Value[], values: Value[] | undefined, less: Less) {
    this.keys = keys;
    this.values = values;
    this.less = less;
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

  /** The length of the run at `start`; a strictly descending one is reversed. */
  countRun(start: number, end: number): number {
    const { keys, less } = this;
    let at = start + 1;
    if (at === end) return 1;
    if (less(keys[at]!, keys[start]!)) {
      at++;
      while (at < end && less(keys[at]!, keys[at - 1]!)) at++;
      this.reverse(start, at);
    } else {
      at++;
      while (at < end && !less(keys[at]!, keys[at - 1]!)) at++;
    }
    return at - start;
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
    const from = this.gallopRight(this.keys[middle]!, start, middle, start);
    if (from === middle) return;
    const to = this.gallopLeft(this.keys[middle - 1]!, middle, end, end - 1);
    if (to === middle) return;
    if (middle - from <= to - middle) this.mergeLow(from, middle, to);
    else this.mergeHigh(from, middle, to);
  }

  /** The first place in [low, high) whose key is greater than `key`, looking outwards from `hint`. */
  gallopRight(key: Value, low: number, high: number, hint: number): number {
    const { keys, less } = this;
    let left = low;
    let right = high;
    if (less(key, keys[hint]!)) {
      right = hint;
      for (let step = 1; hint - step >= low; step = step * 2 + 1) {
        if (!less(key, keys[hint - step]!)) {
          left = hint - step + 1;
          break;
        }
        right = hint - step;
      }
    } else {
      left = hint + 1;
      for (let step = 1; hint + step < high; step = step * 2 + 1) {
        if (less(key, keys[hint + step]!)) {
          right = hint + step;
          break;
        }
        left = hint + step + 1;
      }
    }
    while (left < right) {
      const middle = (left + right) >>> 1;
      if (less(key, keys[middle]!)) right = middle;
      else left = middle + 1;
    }
    return left;
  }

  /** The first place in [low, high) whose key is not less than `key`, looking outwards from `hint`. */
  gallopLeft(key: Value, low: number, high: number, hint: number): number {
    const { keys, less } = this;
    let left = low;
    let right = high;
    if (less(keys[hint]!, key)) {
      left = hint + 1;
      for (let step = 1; hint + step < high; step = step * 2 + 1) {
        if (!less(keys[hint + step]!, key)) {
          right = hint + step;
          break;
        }
        left = hint + step + 1;
      }
    } else {
      right = hint;
      for (let step = 1; hint - step >= low; step = step * 2 + 1) {
        if (less(keys[hint - step]!, key)) {
          left = hint - step + 1;
          break;
        }
        right = hint - step;
      }
    }
    while (left < right) {
      const middle = (left + right) >>> 1;
      if (less(keys[middle]!, key)) left = middle + 1;
      else right = middle;
    }
    return left;
  }

  /** Merges two adjacent runs of which the left is the shorter: it is copied aside. */
  mergeLow(start: number, middle: number, end: number): void {
    const { keys, values, less } = this;
    const keysA = keys.slice(start, middle);
    const valuesA = values?.slice(start, middle);
    let i = 0;
    let j = middle;
    let to = start;
    try {
      while (i < keysA.length && j < end) {
        if (less(keys[j]!, keysA[i]!)) {
          if (values !== undefined) values[to] = values[j]!;
          keys[to++] = keys[j++]!;
        } else {
          if (values !== undefined) values[to] = valuesA![i]!;
          keys[to++] = keysA[i++]!;
        }
      }
    } finally {
      for (; i < keysA.length; i++, to++) {
        keys[to] = keysA[i]!;
        if (values !== undefined) values[to] = valuesA![i]!;
      }
    }
  }

  /** Merges from the right: the right run is copied aside. */
  mergeHigh(start: number, middle: number, end: number): void {
    const { keys, values, less } = this;
    const keysB = keys.slice(middle, end);
    const valuesB = values?.slice(middle, end);
    let i = middle - 1;
    let j = keysB.length - 1;
    let to = end - 1;
    try {
      while (i >= start && j >= 0) {
        if (less(keysB[j]!, keys[i]!)) {
          if (values !== undefined) values[to] = values[i]!;
          keys[to--] = keys[i--]!;
        } else {
          if (values !== undefined) values[to] = valuesB![j]!;
          keys[to--] = keysB[j--]!;
        }
      }
    } finally {
      for (; j >= 0; j--, to--) {
        keys[to] = keysB[j]!;
        if (values !== undefined) values[to] = valuesB![j]!;
      }
    }
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
