// Merging two adjacent sorted runs A and B of one list, the shorter of them copied aside. Items are taken one by one until one run has won often
// in a row; from then on whole stretches are found by galloping, as long as that pays. The order of comparisons is CPython's: `__lt__` may
// look, and keys that are not ordered (NaN) end up in the same places. CPython: Objects/listobject.c (merge_lo, merge_hi)
import type { Value } from '../../core/value.ts';
import { gallopLeft, gallopRight, type Less } from './gallop.ts';

/** Stretches shorter than this do not pay for galloping. */
const MIN_GALLOP = 7;

/** What is sorted: `values`, when there are any, move along with `keys`. */
export interface Sorted {
  readonly keys: Value[];
  readonly values: Value[] | undefined;
  readonly less: Less;
  /** How often in a row a run has to win before galloping begins; runs without structure raise it. */
  minGallop: number;
}

export function sorted(keys: Value[], values: Value[] | undefined, less: Less): Sorted {
  return { keys, values, less, minGallop: MIN_GALLOP };
}

/** Merges [start, middle) and [middle, end). The first item of B goes first and the last one of A last, as the caller has found. */
export function merge(list: Sorted, start: number, middle: number, end: number): void {
  if (middle - start <= end - middle) new LowMerge(list, start, middle, end).run();
  else new HighMerge(list, start, middle, end).run();
}

// The two directions are written out, as in CPython.

/** From the left: A is aside. Ends when B is used up or A has its last item left. */
class LowMerge {
  readonly list: Sorted;
  readonly keysA: Value[];
  readonly valuesA: Value[] | undefined;
  readonly end: number;
  a = 0;
  b: number;
  to: number;
  constructor(list: Sorted, start: number, middle: number, end: number) {
    this.list = list;
    this.keysA = list.keys.slice(start, middle);
    this.valuesA = list.values?.slice(start, middle);
    this.end = end;
    this.b = middle;
    this.to = start;
  }

  run(): void {
    try {
      this.takeB(1);
      if (!this.isOver()) while (this.oneByOne() && this.gallop());
      this.takeB(this.end - this.b);
    } finally {
      this.takeA(this.keysA.length - this.a);
    }
  }

  isOver(): boolean {
    return this.b === this.end || this.a >= this.keysA.length - 1;
  }

  takeA(count: number): void {
    const { list, keysA, valuesA } = this;
    for (let n = count; n > 0; n--, this.a++, this.to++) {
      list.keys[this.to] = keysA[this.a]!;
      if (valuesA !== undefined) list.values![this.to] = valuesA[this.a]!;
    }
  }

  takeB(count: number): void {
    const { keys, values } = this.list;
    for (let n = count; n > 0; n--, this.b++, this.to++) {
      keys[this.to] = keys[this.b]!;
      if (values !== undefined) values[this.to] = values[this.b]!;
    }
  }

  /** False when the merge is over, true when a run has won often. */
  oneByOne(): boolean {
    const { list, keysA } = this;
    let winsA = 0;
    let winsB = 0;
    while (winsA < list.minGallop && winsB < list.minGallop) {
      if (list.less(list.keys[this.b]!, keysA[this.a]!)) {
        this.takeB(1);
        winsA = 0;
        winsB++;
      } else {
        this.takeA(1);
        winsA++;
        winsB = 0;
      }
      if (this.isOver()) return false;
    }
    return true;
  }

  /** False when the merge is over, true when stretches have become short. */
  gallop(): boolean {
    const { list, keysA } = this;
    const { keys, less } = list;
    list.minGallop++;
    let inA: number;
    let inB: number;
    do {
      if (list.minGallop > 1) list.minGallop--;
      inA = gallopRight(keysA, keys[this.b]!, this.a, keysA.length, this.a, less) - this.a;
      this.takeA(inA);
      if (this.isOver()) return false;
      this.takeB(1);
      if (this.isOver()) return false;
      inB = gallopLeft(keys, keysA[this.a]!, this.b, this.end, this.b, less) - this.b;
      this.takeB(inB);
      if (this.isOver()) return false;
      this.takeA(1);
      if (this.isOver()) return false;
    } while (inA >= MIN_GALLOP || inB >= MIN_GALLOP);
    list.minGallop++;
    return true;
  }
}

/** From the right: B is aside. Ends when A is used up or B has its first item left. */
class HighMerge {
  readonly list: Sorted;
  readonly keysB: Value[];
  readonly valuesB: Value[] | undefined;
  readonly start: number;
  a: number;
  b: number;
  to: number;
  constructor(list: Sorted, start: number, middle: number, end: number) {
    this.list = list;
    this.keysB = list.keys.slice(middle, end);
    this.valuesB = list.values?.slice(middle, end);
    this.start = start;
    this.a = middle - 1;
    this.b = this.keysB.length - 1;
    this.to = end - 1;
  }

  run(): void {
    try {
      this.takeA(1);
      if (!this.isOver()) while (this.oneByOne() && this.gallop());
      this.takeA(this.a + 1 - this.start);
    } finally {
      this.takeB(this.b + 1);
    }
  }

  isOver(): boolean {
    return this.a < this.start || this.b <= 0;
  }

  takeA(count: number): void {
    const { keys, values } = this.list;
    for (let n = count; n > 0; n--, this.a--, this.to--) {
      keys[this.to] = keys[this.a]!;
      if (values !== undefined) values[this.to] = values[this.a]!;
    }
  }

  takeB(count: number): void {
    const { list, keysB, valuesB } = this;
    for (let n = count; n > 0; n--, this.b--, this.to--) {
      list.keys[this.to] = keysB[this.b]!;
      if (valuesB !== undefined) list.values![this.to] = valuesB[this.b]!;
    }
  }

  oneByOne(): boolean {
    const { list, keysB } = this;
    let winsA = 0;
    let winsB = 0;
    while (winsA < list.minGallop && winsB < list.minGallop) {
      if (list.less(keysB[this.b]!, list.keys[this.a]!)) {
        this.takeA(1);
        winsA++;
        winsB = 0;
      } else {
        this.takeB(1);
        winsA = 0;
        winsB++;
      }
      if (this.isOver()) return false;
    }
    return true;
  }

  gallop(): boolean {
    const { list, keysB, start } = this;
    const { keys, less } = list;
    list.minGallop++;
    let inA: number;
    let inB: number;
    do {
      if (list.minGallop > 1) list.minGallop--;
      inA = this.a + 1 - gallopRight(keys, keysB[this.b]!, start, this.a + 1, this.a, less);
      this.takeA(inA);
      if (this.isOver()) return false;
      this.takeB(1);
      if (this.isOver()) return false;
      inB = this.b + 1 - gallopLeft(keysB, keys[this.a]!, 0, this.b + 1, this.b, less);
      this.takeB(inB);
      if (this.isOver()) return false;
      this.takeA(1);
      if (this.isOver()) return false;
    } while (inA >= MIN_GALLOP || inB >= MIN_GALLOP);
    list.minGallop++;
    return true;
  }
}
