// Sorting some dozens or hundreds of numbers in memory that is there already: making typed arrays would take longer than sorting. Runs are
// inserted, then merged; a merge of two runs that are in order is a copy. CPython: Objects/listobject.c (unsafe_float_compare is to this end)

/** From here on it pays to sort by digits, and memory is made for each sort. */
export const MANY = 500;
const RUN = 12;

/** Nothing is kept here between two sorts, and no sort runs the guest's code. */
const keysA = new Float64Array(MANY);
const keysB = new Float64Array(MANY);
const placesA = new Int32Array(MANY);
const placesB = new Int32Array(MANY);

/** Sorts fewer than MANY numbers without NaN, and moves `values` along. */
export function sortFewNumbers<V>(keys: number[], values: V[] | undefined): void {
  const n = keys.length;
  for (let i = 0; i < n; i++) keysA[i] = keys[i]!;
  if (values === undefined) {
    const sorted = mergeRuns(n);
    for (let i = 0; i < n; i++) keys[i] = sorted[i]!;
    return;
  }
  const order = orderOfLoaded(n);
  const old = values.slice();
  for (let i = 0; i < n; i++) values[i] = old[order[i]!]!;
}

/** The places of fewer than MANY numbers in ascending order. */
export function orderOfFewNumbers(keys: readonly number[]): Int32Array {
  const n = keys.length;
  for (let i = 0; i < n; i++) keysA[i] = keys[i]!;
  return orderOfLoaded(n).slice(0, n);
}

/** The numbers in `keysA` in order, in one of the two arrays. */
function mergeRuns(n: number): Float64Array {
  for (let start = 0; start < n; start += RUN) insertKeys(start, Math.min(start + RUN, n));
  let from = keysA;
  let to = keysB;
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      mergeKeys(from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  return from;
}

function insertKeys(start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keysA[i]!;
    let at = i - 1;
    for (; at >= start && key < keysA[at]!; at--) keysA[at + 1] = keysA[at]!;
    keysA[at + 1] = key;
  }
}

function mergeKeys(from: Float64Array, to: Float64Array, start: number, middle: number, end: number): void {
  let i = start;
  let j = middle;
  let k = start;
  while (i < middle && j < end) to[k++] = from[j]! < from[i]! ? from[j++]! : from[i++]!;
  while (i < middle) to[k++] = from[i++]!;
  while (j < end) to[k++] = from[j++]!;
}

/** The places of the numbers in `keysA` in ascending order, in one of the two arrays. */
function orderOfLoaded(n: number): Int32Array {
  for (let i = 0; i < n; i++) placesA[i] = i;
  for (let start = 0; start < n; start += RUN) insertPlaces(start, Math.min(start + RUN, n));
  let from = { keys: keysA, places: placesA };
  let to = { keys: keysB, places: placesB };
  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      mergePlaces(from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  return from.places;
}

function insertPlaces(start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keysA[i]!;
    const place = placesA[i]!;
    let at = i - 1;
    for (; at >= start && key < keysA[at]!; at--) {
      keysA[at + 1] = keysA[at]!;
      placesA[at + 1] = placesA[at]!;
    }
    keysA[at + 1] = key;
    placesA[at + 1] = place;
  }
}

interface Runs {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

function mergePlaces(from: Runs, to: Runs, start: number, middle: number, end: number): void {
  const { keys, places } = from;
  let i = start;
  let j = middle;
  for (let k = start; k < end; k++) {
    const place = i < middle && (j >= end || !(keys[j]! < keys[i]!)) ? i++ : j++;
    to.keys[k] = keys[place]!;
    to.places[k] = places[place]!;
  }
}
