// How the generated Unicode tables are stored and read: runs of equal records, written as base-32 digits in one ASCII string (small on
// disk), opened on first use into two stages (fast to look up). ASCII never opens a table. CPython: Objects/unicodectype.c, unicodetype_db.h.

export const MAX_CODE_POINT = 0x10ffff;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Value of each digit character, by its code. */
const DIGIT_VALUE: Uint8Array = makeDigitValues();

function makeDigitValues(): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  return values;
}

/** A function that computes its value at the first call and remembers it: the tables are constants, only their opening is put off. */
export function lazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value === undefined ? (value = make()) : value);
}

/** Reads the numbers of an encoded string one after the other. */
export class NumberReader {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** A non-negative number: base-32 digits, low first; bit 5 says another follows. */
  next(): number {
    let shift = 0;
    let value = 0;
    for (;;) {
      const digit = DIGIT_VALUE[this.text.charCodeAt(this.position++)];
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
      shift += 5;
    }
  }

  /** A number whose sign is its lowest bit. */
  nextSigned(): number {
    const value = this.next();
    return value & 1 ? -((value + 1) >> 1) : value >> 1;
  }
}

/** Record number of every code point, in pages of 256 of which uniform ones are shared. */
export class TwoStage {
  private readonly index = new Uint16Array((MAX_CODE_POINT + 1) >> 8);
  private pages = new Uint16Array(1 << 17);
  private pageCount = 0;

  constructor(runs: string) {
    const reader = new NumberReader(runs);
    const uniform = new Map<number, number>();
    let point = 0;
    while (!reader.atEnd) {
      const record = reader.next();
      const end = point + reader.next();
      while (point < end) {
        const offset = point & 255;
        const stop = Math.min(end, point - offset + 256);
        if (stop - point === 256) this.shareUniform(point >> 8, record, uniform);
        else {
          if (offset === 0) this.index[point >> 8] = this.newPage();
          const start = (this.index[point >> 8] << 8) + offset;
          this.pages.fill(record, start, start + stop - point);
        }
        point = stop;
      }
    }
    this.pages = this.pages.slice(0, this.pageCount << 8);
  }

  at(point: number): number {
    return this.pages[(this.index[point >> 8] << 8) | (point & 255)];
  }

  private shareUniform(at: number, record: number, known: Map<number, number>): void {
    let page = known.get(record);
    if (page === undefined) {
      page = this.newPage();
      known.set(record, page);
      this.pages.fill(record, page << 8, (page + 1) << 8);
    }
    this.index[at] = page;
  }

  private newPage(): number {
    if (this.pageCount << 8 === this.pages.length) {
      const pages = new Uint16Array(this.pages.length * 2);
      pages.set(this.pages);
      this.pages = pages;
    }
    return this.pageCount++;
  }
}
