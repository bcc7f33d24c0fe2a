// hash() of a frozenset, equal to CPython's for members whose hashes are. CPython: Objects/setobject.c (frozenset_hash_impl)
import type { Value } from '../../core/value.ts';
import { HashLanes } from '../../numeric/float-hash.ts';
import { hashFromLanes, hashLanes } from '../../protocols/hash.ts';
import type { PyFrozenSet } from './set.ts';
import { setItems, setSize } from './table.ts';

const MASK = (1n << 64n) - 1n;

/** Spreads the bits of one member's hash, so that close ones do not cancel. */
function shuffle(h: bigint): bigint {
  return ((h ^ 89869747n ^ (h << 16n)) * 3644798167n) & MASK;
}

function computeHash(self: PyFrozenSet): number | bigint {
  const lanes = new HashLanes();
  let hash = 0n;
  for (const item of setItems(self)) {
    hashLanes(item, lanes);
    hash ^= shuffle((BigInt(lanes.high >>> 0) << 32n) | BigInt(lanes.low >>> 0));
  }
  hash ^= (BigInt(setSize(self) + 1) * 1927868237n) & MASK;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & MASK;
  if (hash === MASK) hash = 590923713n;
  lanes.high = Number(BigInt.asIntN(32, hash >> 32n));
  lanes.low = Number(BigInt.asIntN(32, hash));
  return hashFromLanes(lanes);
}

export function frozenSetHash(self: PyFrozenSet): Value {
  self.hash ??= computeHash(self);
  return self.hash as Value;
}
