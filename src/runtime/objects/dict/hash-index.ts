// The hash table of a dict: open addressing from a hash to the place of an entry, with the hashes kept so that no key is asked for its own
// twice. CPython: Objects/dictobject.c (do_lookup, build_indices, insertdict)
import { PyFloat } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { comparesAsTuple, itemsEqual, richEquals } from '../../protocols/compare.ts';
import { PyBytes } from '../bytes/bytes.ts';
import { PyTuple } from '../tuple/tuple.ts';

const PERTURB_SHIFT = 5;
const SMALLEST = 32;
/** A larger table is a typed array: half the memory, but one of up to this size costs less time to make as a plain array. */
const LARGEST_PLAIN = 1024;
/** In the slot of an entry that was removed; 0 is a slot never used. */
const DUMMY = -1;
/** Answer of a look-up: not known, as only `find` compares, or as comparing changed the table. */
export const UNSURE = -1;

type Words = Int32Array | number[];

const ZEROS: readonly number[] = Array.from({ length: LARGEST_PLAIN }, () => 0);

function zeros(size: number): Words {
  return size <= LARGEST_PLAIN ? ZEROS.slice(0, size) : new Int32Array(size);
}

type Entries = readonly (Value | undefined)[];

export class HashIndex {
  /** Places of entries, 0 and DUMMY. */
  slots: Words = zeros(SMALLEST);
  /** The hash of the key at each place (halved). */
  hashes: Words = zeros(SMALLEST);
  /** Slots not 0. */
  fill = 0;
  /** Some key may equal one of another kind, so all keys are here. */
  general = false;

  /** The place of a plain number, 0, or UNSURE; `hash` is hash32's. */
  findNumber(entries: Entries, key: number, hash: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (let perturb = hash; ; at = (at * 5 + perturb + 1) & mask) {
      const place = slots[at]!;
      if (place > 0) {
        const found = entries[place];
        if (found === (key as unknown as Value)) return place;
        if (typeof found !== 'number' && this.hashes[place >> 1] === hash) return UNSURE;
      } else if (place === 0) return 0;
      perturb >>>= PERTURB_SHIFT;
    }
  }

  /** The place of a key equal to this one, 0, or UNSURE. */
  find(entries: Entries, key: Value, hash: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (let perturb = hash; ; at = (at * 5 + perturb + 1) & mask) {
      const place = slots[at]!;
      if (place > 0) {
        if (this.hashes[place >> 1] === hash) {
          const found = entries[place]!;
          if (found === key) return place;
          const equal = sameKey(found, key);
          if (this.slots !== slots || entries[place] !== found) return UNSURE;
          if (equal) return place;
        }
      } else if (place === 0) return 0;
      perturb >>>= PERTURB_SHIFT;
    }
  }

  /** Enters a key that is not there yet. */
  add(place: number, hash: number): void {
    if ((this.fill + 1) * 3 > this.slots.length * 2) this.grow(place);
    if (place >> 1 >= this.hashes.length) this.hashes = grown(this.hashes, place);
    this.hashes[place >> 1] = hash;
    this.insert(place, hash);
  }

  /** A removed key's slot is taken again: one that comes and goes would otherwise lengthen its own search each time. */
  private insert(place: number, hash: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (let perturb = hash; slots[at]! > 0; at = (at * 5 + perturb + 1) & mask) perturb >>>= PERTURB_SHIFT;
    if (slots[at] === 0) this.fill++;
    slots[at] = place;
  }

  /** Takes out the key at a place. */
  remove(place: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    const hash = this.hashes[place >> 1]!;
    let at = hash & mask;
    for (let perturb = hash; slots[at] !== place; at = (at * 5 + perturb + 1) & mask) perturb >>>= PERTURB_SHIFT;
    slots[at] = DUMMY;
  }

  /** A larger table without dummies. */
  private grow(last: number): void {
    const old = this.slots;
    let used = 0;
    for (let i = 0; i < old.length; i++) if (old[i]! > 0) used++;
    let size = SMALLEST;
    while (size < used * 3) size *= 2;
    this.slots = zeros(size);
    this.fill = 0;
    if (last >> 1 >= this.hashes.length) this.hashes = grown(this.hashes, Math.max(last, size));
    for (let i = 0; i < old.length; i++) if (old[i]! > 0) this.insert(old[i]!, this.hashes[old[i]! >> 1]!);
  }

  clone(): HashIndex {
    const copy = new HashIndex();
    copy.slots = this.slots.slice();
    copy.hashes = this.hashes.slice();
    copy.fill = this.fill;
    copy.general = this.general;
    return copy;
  }
}

function grown(hashes: Words, place: number): Words {
  const longer = zeros(Math.max(hashes.length * 2, (place >> 1) + 1));
  if (longer instanceof Int32Array) longer.set(hashes);
  else for (let i = 0; i < hashes.length; i++) longer[i] = hashes[i]!;
  return longer;
}

/** Whether two keys with the same hash are one. The stored one is asked first. */
export function sameKey(stored: Value, key: Value): boolean {
  if (typeof stored === 'number' && typeof key === 'number') return Object.is(stored, key);
  if (stored instanceof PyTuple && key instanceof PyTuple && comparesAsTuple(stored) && comparesAsTuple(key)) {
    return itemsEqual(stored.items, key.items);
  }
  if (stored instanceof PyBytes && key instanceof PyBytes && !(stored.cls.flags & 1) && !(key.cls.flags & 1)) {
    return stored.equals(key);
  }
  if (stored instanceof PyFloat && key instanceof PyFloat) return stored.value === key.value;
  return stored === key || richEquals(stored, key);
}
