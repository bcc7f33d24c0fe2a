// The normal form of a key that has a __hash__ and __eq__ of its own: the key with its hash, which is never asked for twice.
// CPython: Objects/dictobject.c
import type { Value } from '../../core/value.ts';

export class HashedKey {
  declare readonly key: Value;
  /** The low 53 bits of the hash, see `hashKey`. */
  declare readonly hash: number;
  constructor(key: Value, hash: number) {
    this.key = key;
    this.hash = hash;
  }
}
