// hash() of a frozenset, equal to CPython's for members whose hashes are. CPython: Objects/setobject.c (frozenset_hash_impl)
import type { Value } from '../../core/value.ts';
import { HashLanes } from '../../numeric/float-hash.ts';
import { hashFromLanes, hashLanes, multiplyHigh } from '../../protocols/hash.ts';
import type { PyFrozenSet } from './set.ts';
import { setItems } from './table.ts';

const SPREAD = 3644798167 | 0;
const MIX = 69069;

function computeHash(self: PyFrozenSet): number | bigint {
  const lanes = new HashLanes();
  const items = setItems(self);
  // In halves, as bigints would cost ten times as much.
  let low = Math.imul(items.length + 1, 1927868237);
  let high = multiplyHigh(items.length + 1, 1927868237);
  for (let i = 0; i < items.length; i++) {
    hashLanes(items[i]!, lanes);
    // Spreads the bits of one member's hash, so that close ones do not cancel.
    const spreadLow = lanes.low ^ 89869747 ^ (lanes.low << 16);
    const spreadHigh = lanes.high ^ ((lanes.high << 16) | (lanes.low >>> 16));
    low ^= Math.imul(spreadLow, SPREAD);
    high ^= multiplyHigh(spreadLow, SPREAD) + Math.imul(spreadHigh, SPREAD);
  }
  const foldedLow = low ^ ((low >>> 11) | (high << 21)) ^ ((low >>> 25) | (high << 7));
  const foldedHigh = high ^ (high >>> 11) ^ (high >>> 25);
  const sum = (Math.imul(foldedLow, MIX) >>> 0) + 907133923;
  lanes.low = sum | 0;
  lanes.high = (multiplyHigh(foldedLow, MIX) + Math.imul(foldedHigh, MIX) + (sum > 0xffffffff ? 1 : 0)) | 0;
  if (lanes.low === -1 && lanes.high === -1) {
    lanes.low = 590923713;
    lanes.high = 0;
  }
  return hashFromLanes(lanes);
}

export function frozenSetHash(self: PyFrozenSet): Value {
  self.hash ??= computeHash(self);
  return self.hash as Value;
}
