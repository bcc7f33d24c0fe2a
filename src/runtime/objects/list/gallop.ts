// Looking for a place in a sorted stretch near one that is a good guess: in ever larger steps away from it, then by halves.
// CPython: Objects/listobject.c (gallop_left, gallop_right)
import type { Value } from '../../core/value.ts';

export type Less = (a: Value, b: Value) => boolean;

/** The first place in [low, high) whose key is greater than `key`, looking outwards from `hint`. */
export function gallopRight(
  keys: readonly Value[],
  key: Value,
  low: number,
  high: number,
  hint: number,
  less: Less,
): number {
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
export function gallopLeft(
  keys: readonly Value[],
  key: Value,
  low: number,
  high: number,
  hint: number,
  less: Less,
): number {
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
