// Sets of variables that are certainly bound at one place of a code unit: bits in 32-bit words, copied at branches.

export class BoundSet {
  private readonly words: number[];

  constructor(words: number[] = []) {
    this.words = words;
  }

  copy(): BoundSet {
    return new BoundSet(this.words.slice());
  }

  has(index: number): boolean {
    return ((this.words[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
  }

  add(index: number): void {
    const word = index >>> 5;
    while (this.words.length <= word) this.words.push(0);
    this.words[word]! |= 1 << (index & 31);
  }

  delete(index: number): void {
    const word = index >>> 5;
    if (word < this.words.length) this.words[word]! &= ~(1 << (index & 31));
  }

  /** Keeps what the other has too. */
  intersect(other: BoundSet): void {
    for (let i = 0; i < this.words.length; i++) this.words[i]! &= other.words[i] ?? 0;
  }

  /** Adds all of the other's. */
  unite(other: BoundSet): void {
    while (this.words.length < other.words.length) this.words.push(0);
    for (let i = 0; i < other.words.length; i++) this.words[i]! |= other.words[i]!;
  }
}

/** State at a place: `undefined` where control never arrives. */
export type Reach = BoundSet | undefined;

/** What holds where two ways meet. Either argument may be reused for the result. */
export function meet(a: Reach, b: Reach): Reach {
  if (a === undefined || b === undefined) return a ?? b;
  a.intersect(b);
  return a;
}
