// Sorting exact tuples by columns: where the items that decide are plain numbers or strings, no comparison of tuples is needed.
// CPython: Objects/listobject.c (unsafe_tuple_compare) is to the same end.

import { PyFloat } from '../../core/primitives.ts';
import { TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { PyTuple } from '../tuple/tuple.ts';
import { orderOfPlain } from './plain-sort.ts';

/** Tuples of fewer that begin alike are inserted one by one. */
const FEW = 16;

/** The places of the tuples in ascending order, or undefined where an item that decides is not plain. */
export function orderOfTuples(tuples: readonly PyTuple[]): number[] | undefined {
  const places = tuples.map((_, place) => place);
  const columns = new Columns(tuples, places);
  return columns.order(0, places.length, 0) ? places : undefined;
}

class Columns {
  private readonly tuples: readonly PyTuple[];
  private readonly places: number[];

  constructor(tuples: readonly PyTuple[], places: number[]) {
    this.tuples = tuples;
    this.places = places;
  }

  /** Puts the places from `start` to `end` in order, whose tuples are alike before `column`; false if that cannot be told. */
  order(start: number, end: number, column: number): boolean {
    const { places, tuples } = this;
    if (end - start <= FEW) return this.insert(start, end, column);
    const keys: (number | string)[] = [];
    let kind = '';
    for (let i = start; i < end; i++) {
      const key = plainOf(tuples[places[i]!]!.items[column]);
      if (key === undefined || (kind !== '' && kind !== typeof key)) return false;
      kind = typeof key;
      keys.push(key);
    }
    const order = orderOfPlain(keys);
    const old = places.slice(start, end);
    for (let i = 0; i < old.length; i++) places[start + i] = old[order[i]!]!;
    for (let i = 0; i < old.length; ) {
      const key = keys[order[i]!]!;
      const first = i++;
      while (i < old.length && keys[order[i]!]! === key) i++;
      if (i - first > 1 && !this.order(start + first, start + i, column + 1)) return false;
    }
    return true;
  }

  private insert(start: number, end: number, column: number): boolean {
    const { places, tuples } = this;
    for (let i = start + 1; i < end; i++) {
      const place = places[i]!;
      const { items } = tuples[place]!;
      let at = i - 1;
      for (; at >= start; at--) {
        const less = itemsLess(items, tuples[places[at]!]!.items, column);
        if (less === undefined) return false;
        if (!less) break;
        places[at + 1] = places[at]!;
      }
      places[at + 1] = place;
    }
    return true;
  }
}

/** Whether one tuple's items come before another's from `column` on; undefined where an item that decides is not plain. */
function itemsLess(left: readonly Value[], right: readonly Value[], column: number): boolean | undefined {
  const end = Math.min(left.length, right.length);
  for (let i = column; i < end; i++) {
    const x = plainOf(left[i]);
    const y = plainOf(right[i]);
    if (x === undefined || y === undefined || typeof x !== typeof y) return undefined;
    if (x !== y) return x < y;
  }
  return left.length < right.length;
}

/** A key the engine orders as Python does: numbers, but not NaN, and strings. */
function plainOf(item: Value | undefined): number | string | undefined {
  if (typeof item === 'string') return item;
  const number = item instanceof PyFloat && !(item.cls.flags & TypeFlags.HEAP) ? item.value : item;
  return typeof number === 'number' && !Number.isNaN(number) ? (number as number) : undefined;
}
