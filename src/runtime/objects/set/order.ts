// The order in which a set gives its members. CPython's is that of its open-addressing table, which programs see for ints and other
// values whose hash does not vary from run to run (`print({3, 1, 2})`); so this keeps that table's layout beside the real storage.
// It is made when a set's order first matters, and never for members such as strings, whose order varies in CPython.
// CPython: Objects/setobject.c (set_add_entry, set_insert_clean, set_table_resize, set_merge_lock_held)
import { None } from '../../core/object.ts';
import type { Value } from '../../core/value.ts';
import { HashLanes, hashLanes } from '../../protocols/hash.ts';
import type { KeyForm } from '../dict/dict.ts';
import { HashedKey } from '../dict/hashed-key.ts';
import { PyTuple } from '../tuple/tuple.ts';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
const SMALLEST = 8;
const BIG = 50000;

/** In the place of a member that was removed. */
const DUMMY: unique symbol = Symbol('dummy');
type Slot = KeyForm | typeof DUMMY | undefined;

/** Whether the hash of a member is the same in every run of CPython. */
export function hasFixedHash(form: KeyForm): boolean {
  if (typeof form === 'number') return !Number.isNaN(form);
  if (typeof form === 'bigint' || form === None) return true;
  if (!(form instanceof HashedKey)) return false;
  return isFixedTuple(form.key);
}

function isFixedTuple(v: Value): boolean {
  if (!(v instanceof PyTuple) || (v.cls.flags & 1) !== 0) return false;
  return v.items.every((item) => typeof item === 'boolean' || hasFixedHash(item) || isFixedTuple(item));
}

export class SetOrder {
  slots: Slot[] = new Array<Slot>(SMALLEST).fill(undefined);
  low: Int32Array = new Int32Array(SMALLEST);
  high: Int32Array = new Int32Array(SMALLEST);
  mask: number = SMALLEST - 1;
  /** Members and dummies. */
  fill = 0;
  used = 0;
  /** Where `pop` goes on. */
  finger = 0;
  readonly scratch: HashLanes = new HashLanes();

  /** A table grown for `count` more members at once. CPython: the first lines of set_merge and set_update_dict */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  /** Adds a member that is not there yet; its hash must be fixed. */
  add(form: KeyForm): void {
    const { scratch } = this;
    hashLanes(form instanceof HashedKey ? form.key : form, scratch);
    this.used++;
    const free = this.fill < this.used ? -1 : this.find(undefined, scratch.low, scratch.high);
    if (free >= 0) {
      this.slots[free] = form;
      this.low[free] = scratch.low;
      this.high[free] = scratch.high;
      return;
    }
    this.insert(form, scratch.low, scratch.high);
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > BIG ? this.used * 2 : this.used * 4);
  }

  /** Puts a member into the first unused slot of its probe sequence. */
  private insert(form: KeyForm, low: number, high: number): void {
    const { mask, slots } = this;
    let at = low & mask;
    let perturbLow = low;
    let perturbHigh = high;
    for (;;) {
      const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) {
        if (slots[i] !== undefined) continue;
        slots[i] = form;
        this.low[i] = low;
        this.high[i] = high;
        return;
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
  private refill(source: SetOrder, size: number): void {
    const { slots, low, high } = source;
    this.slots = new Array<Slot>(size).fill(undefined);
    this.low = new Int32Array(size);
    this.high = new Int32Array(size);
    this.mask = size - 1;
    this.fill = this.used = source.used;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i];
      if (slot !== undefined && slot !== DUMMY) this.insert(slot, low[i]!, high[i]!);
    }
  }

  /** What merging `source` into an empty set gives. */
  static copy(source: SetOrder): SetOrder {
    const copy = new SetOrder();
    if (source.used === 0) return copy;
    copy.reserve(source.used);
    if (copy.mask === source.mask && source.fill === source.used) {
      copy.slots = source.slots.slice();
      copy.low = source.low.slice();
      copy.high = source.high.slice();
      copy.fill = copy.used = source.used;
    } else copy.refill(source, copy.mask + 1);
    return copy;
  }

  /** Takes out a member, which leaves a dummy. */
  delete(form: KeyForm): void {
    hashLanes(form instanceof HashedKey ? form.key : form, this.scratch);
    const at = this.find(form, this.scratch.low, this.scratch.high);
    if (at < 0) return;
    this.slots[at] = DUMMY;
    this.used--;
  }

  /** The place of a member; for undefined, of the last dummy that its probes pass, which an insertion takes. */
  private find(form: KeyForm | undefined, low: number, high: number): number {
    const { mask, slots } = this;
    let at = low & mask;
    let dummy = -1;
    let perturbLow = low;
    let perturbHigh = high;
    for (;;) {
      const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) {
        const slot = slots[i];
        if (slot === undefined) return dummy;
        if (slot === form) return i;
        if (slot === DUMMY && form === undefined) dummy = i;
      }
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + 1 + perturbLow) & mask;
    }
  }

  /** Gets rid of dummies when there are many. CPython: the end of set_difference_update_internal */
  purge(): void {
    if (this.fill - this.used > Math.floor(this.mask / 4)) this.resize(this.used > BIG ? this.used * 2 : this.used * 4);
  }

  /** The member that `pop` takes, which the caller deletes. */
  next(): KeyForm | undefined {
    if (this.used === 0) return undefined;
    let at = this.finger & this.mask;
    while (this.slots[at] === undefined || this.slots[at] === DUMMY) at = at === this.mask ? 0 : at + 1;
    this.finger = at + 1;
    return this.slots[at] as KeyForm;
  }

  /** The place of the next member from `at` on, or -1. */
  seek(at: number): number {
    const { slots } = this;
    for (let i = at; i < slots.length; i++) if (slots[i] !== undefined && slots[i] !== DUMMY) return i;
    return -1;
  }

  formAt(at: number): KeyForm {
    return this.slots[at] as KeyForm;
  }
}
