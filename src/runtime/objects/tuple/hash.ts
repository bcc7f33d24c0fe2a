// hash() of a tuple, equal to CPython's. CPython: Objects/tupleobject.c (tuple_hash)
import type { Value } from '../../core/value.ts';
import { HashLanes } from '../../numeric/float-hash.ts';
import { hashFromLanes, tupleLanes } from '../../protocols/hash.ts';
import type { PyTuple } from './tuple.ts';

export function tupleHash(self: PyTuple): Value {
  const lanes = new HashLanes();
  tupleLanes(self, lanes);
  return hashFromLanes(lanes) as Value;
}
