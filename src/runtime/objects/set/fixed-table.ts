// The table of a set whose members' hashes do not vary from run to run, laid out slot for slot as CPython's: programs see the order it gives
// (`print({3, 1, 2})`). While all members are ints no hashes are kept, as an int is its own.
// CPython: Objects/setobject.c (set_add_entry, set_insert_clean, set_table_resize, set_merge_lock_held)
import { None } from '../../core/object.ts';
import type { Value } from '../../core/value.ts';
import { HashLanes } from '../../numeric/float-hash.ts';
import { hashLanes } from '../../protocols/hash.ts';
import { sameKey } from '../dict/hash-index.ts';
import { plainForm } from '../dict/table.ts';
import type { PyTuple } from '../tuple/tuple.ts';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
const SMALLEST = 8;
const BIG = 50000;

/** In the place of a member that was removed. */
const DUMMY: unique symbol = Symbol('dummy');
type Slot = Value | typeof DUMMY | undefined;

/** Whether the hash of a member is the same in every run of CPython. */
export function hasFixedHash(v: Value): boolean {
  if (typeof v === 'number') return !Number.isNaN(v);
  if (typeof v === 'string' || typeof v === 'function') return false;
  if (typeof v === 'bigint' || typeof v === 'boolean' || v === None) return true;
  if (v.sq === 1) return !(v.cls.flags & 1) && (v as PyTuple).items.every(hasFixedHash);
  if (v.keyKind !== 2) return false;
  const form = plainForm(v);
  return (typeof form === 'number' && !Number.isNaN(form)) || typeof form === 'bigint';
}

function isPlainInt(v: Value): v is Value & number {
  return typeof v === 'number' && Number.isInteger(v);
}

/** Where hashing puts its result, which is taken from there at once. */
const lanes = new HashLanes();

/** Unused slots: a copy of a part is made in one go. */
const BLANK: readonly Slot[] = Array.from({ length: 512 }, (): Slot => undefined);

function blankSlots(size: number): Slot[] {
  return size <= BLANK.length ? BLANK.slice(0, size) : new Array<Slot>(size).fill(undefined);
}

/** The size of an empty table that was grown for so many members. */
function sizeFor(mask: number, count: number): number {
  if (count * 5 < mask * 3) return mask + 1;
  let size = SMALLEST;
  while (size <= count * 2) size *= 2;
  return size;
}

export class FixedTable {
  slots: Slot[] = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  /** The halves of the hash of each slot's member; undefined while all are ints. */
  hashes: Int32Array | undefined = undefined;
  mask: number = SMALLEST - 1;
  /** Members and dummies. */
  fill = 0;
  used = 0;
  /** Where `pop` goes on. */
  finger = 0;

  /** A table grown for `count` more members at once. CPython: the first lines of set_merge and set_update_dict */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  has(v: Value): boolean {
    if (typeof v === 'number' && (v | 0) === v && v >= 0) {
      const { slots } = this;
      const slot = slots[v & this.mask];
      if (slot === v) return true;
      if (slot === undefined) return false;
    }
    return this.find(v) >= 0;
  }

  /** The slot of a member equal to `v`, or -1; raises what hashing `v` does. */
  find(v: Value): number {
    if (typeof v === 'string') return -1;
    // A small int is its own hash.
    if (typeof v === 'number' && (v | 0) === v && v >= 0) return this.seekMember(v, v, 0);
    hashLanes(v, lanes);
    return this.seekMember(v, lanes.low, lanes.high);
  }

  private seekMember(v: Value, low: number, high: number): number {
    const { mask, slots } = this;
    const plain = typeof v === 'number';
    let at = low & mask;
    let perturbLow = low;
    let perturbHigh = high;
    for (;;) {
      const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) {
        const slot = slots[i];
        if (slot === undefined) return -1;
        if (slot === v) return i;
        if (slot === DUMMY || (plain && typeof slot === 'number')) continue;
        if (!this.hashIs(i, slot, low, high)) continue;
        const equal = sameKey(slot, v);
        if (this.slots !== slots || slots[i] !== slot) return this.find(v);
        if (equal) return i;
      }
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + 1 + perturbLow) & mask;
    }
  }

  private hashIs(i: number, slot: Value, low: number, high: number): boolean {
    const { hashes } = this;
    if (hashes !== undefined) return hashes[2 * i] === low && hashes[2 * i + 1] === high;
    const own = new HashLanes();
    hashLanes(slot, own);
    return own.low === low && own.high === high;
  }

  /** Adds a member unless an equal one is there; its hash must be fixed. */
  add(v: Value): void {
    const { slots } = this;
    if (typeof v === 'number' && (v | 0) === v && v >= 0) {
      const at = v & this.mask;
      if (slots[at] === v) return;
      if (slots[at] === undefined) {
        slots[at] = v;
        if (this.hashes !== undefined) this.hashes[2 * at] = v;
        this.grown();
        return;
      }
    }
    hashLanes(v, lanes);
    const { low, high } = lanes;
    if (this.seekMember(v, low, high) >= 0) return;
    if (this.hashes === undefined && !isPlainInt(v)) this.keepHashes();
    const free = this.fill > this.used ? this.lastDummy(low, high) : -1;
    if (free >= 0) {
      this.put(free, v, low, high);
      this.used++;
      return;
    }
    this.insert(v, low, high);
    this.grown();
  }

  private grown(): void {
    this.used++;
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > BIG ? this.used * 2 : this.used * 4);
  }

  private put(at: number, v: Value, low: number, high: number): void {
    this.slots[at] = v;
    if (this.hashes === undefined) return;
    this.hashes[2 * at] = low;
    this.hashes[2 * at + 1] = high;
  }

  private keepHashes(): void {
    const { slots } = this;
    const { low, high } = lanes;
    const hashes = new Int32Array(2 * slots.length);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i];
      if (slot === undefined || slot === DUMMY) continue;
      hashLanes(slot, lanes);
      hashes[2 * i] = lanes.low;
      hashes[2 * i + 1] = lanes.high;
    }
    this.hashes = hashes;
    lanes.low = low;
    lanes.high = high;
  }

  /** Puts a member into the first unused slot of its probe sequence. */
  private insert(v: Value, low: number, high: number): void {
    const { mask, slots } = this;
    let at = low & mask;
    let perturbLow = low;
    let perturbHigh = high;
    for (;;) {
      const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) if (slots[i] === undefined) return this.put(i, v, low, high);
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + 1 + perturbLow) & mask;
    }
  }

  /** The last dummy that the probes for a hash pass, which an insertion takes; -1 when there is none. */
  private lastDummy(low: number, high: number): number {
    const { mask, slots } = this;
    let at = low & mask;
    let dummy = -1;
    let perturbLow = low;
    let perturbHigh = high;
    for (;;) {
      const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) {
        if (slots[i] === undefined) return dummy;
        if (slots[i] === DUMMY) dummy = i;
      }
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + 1 + perturbLow) & mask;
    }
  }

  private resize(least: number): void {
    let size = SMALLEST;
    while (size <= least) size *= 2;
    if (size === SMALLEST && this.mask === SMALLEST - 1 && this.fill === this.used) return;
    this.refill(this, size);
  }

  /** Lays the members of `source` out anew in an empty table of the given size. */
  private refill(source: FixedTable, size: number): void {
    const { slots, hashes, used } = source;
    this.slots = blankSlots(size);
    this.hashes = hashes === undefined ? undefined : new Int32Array(2 * size);
    this.mask = size - 1;
    this.fill = this.used = used;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i];
      if (slot === undefined || slot === DUMMY) continue;
      if (hashes !== undefined) this.insert(slot, hashes[2 * i]!, hashes[2 * i + 1]!);
      else if (((slot as number) | 0) === slot && (slot as number) >= 0) this.insert(slot, slot as number, 0);
      else {
        hashLanes(slot, lanes);
        this.insert(slot, lanes.low, lanes.high);
      }
    }
  }

  /** The members that another table has, or those that it has not. CPython: set_intersection, set_difference */
  static select(source: FixedTable, other: FixedTable, wanted: boolean): FixedTable {
    const result = new FixedTable();
    const { slots } = source;
    for (let i = 0, left = source.used; left > 0 && i < slots.length; i++) {
      const slot = slots[i];
      if (slot === undefined || slot === DUMMY) continue;
      left--;
      if (other.has(slot) === wanted) result.add(slot);
    }
    return result;
  }

  /** Whether another table has every member, or none. */
  allIn(other: FixedTable, wanted: boolean): boolean {
    const { slots } = this;
    const { slots: there, mask } = other;
    for (let i = 0, left = this.used; left > 0; i++) {
      const slot = slots[i];
      if (slot === undefined || slot === DUMMY) continue;
      left--;
      // Where a small int is mostly found, or mostly found missing.
      const first = typeof slot === 'number' ? there[slot & mask] : DUMMY;
      if (first === slot) {
        if (!wanted) return false;
      } else if (first === undefined && ((slot as number) | 0) === slot && (slot as number) >= 0) {
        if (wanted) return false;
      } else if (other.has(slot) !== wanted) return false;
      // Comparing may have changed either.
      if (this.slots !== slots || other.slots !== there) return this.allIn(other, wanted);
    }
    return true;
  }

  /** Adds all members of another table. CPython: set_merge_lock_held */
  merge(source: FixedTable): void {
    if (source.used === 0) return;
    if (this.fill === 0 && source.fill === source.used && sizeFor(this.mask, source.used) === source.mask + 1) {
      this.take(source);
      return;
    }
    this.reserve(source.used);
    if (this.fill > 0) {
      const items = source.items();
      for (let i = 0; i < items.length; i++) this.add(items[i]!);
    } else if (this.mask === source.mask && source.fill === source.used) this.take(source);
    else this.refill(source, this.mask + 1);
  }

  /** Becomes the same as a table without dummies. */
  private take(source: FixedTable): void {
    this.slots = source.slots.slice();
    this.hashes = source.hashes?.slice();
    this.mask = source.mask;
    this.fill = this.used = source.used;
  }

  /** Takes out a member, which leaves a dummy; whether it was there. */
  delete(v: Value): boolean {
    const at = this.find(v);
    if (at < 0) return false;
    this.slots[at] = DUMMY;
    this.used--;
    return true;
  }

  /** Gets rid of dummies when there are many. CPython: the end of set_difference_update_internal */
  purge(): void {
    if (this.fill - this.used > Math.floor(this.mask / 4)) this.resize(this.used > BIG ? this.used * 2 : this.used * 4);
  }

  /** Takes out the member that `pop` gives; undefined when there is none. */
  pop(): Value | undefined {
    if (this.used === 0) return undefined;
    const { slots } = this;
    let at = this.finger & this.mask;
    while (slots[at] === undefined || slots[at] === DUMMY) at = at === this.mask ? 0 : at + 1;
    const v = slots[at] as Value;
    slots[at] = DUMMY;
    this.used--;
    this.finger = at + 1;
    return v;
  }

  /** The slot of the next member from `at` on, or -1. */
  seek(at: number): number {
    const { slots } = this;
    for (let i = at; i < slots.length; i++) if (slots[i] !== undefined && slots[i] !== DUMMY) return i;
    return -1;
  }

  /** The members, as an array of its own. */
  items(): Value[] {
    const items: Value[] = [];
    const { slots } = this;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i];
      if (slot !== undefined && slot !== DUMMY) items.push(slot);
    }
    return items;
  }
}
