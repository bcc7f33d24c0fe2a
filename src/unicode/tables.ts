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

/** Record number of every code point, in pages of 256 of which equal ones are shared. */
export class TwoStage {
  private readonly index: Uint16Array;
  private readonly pages: Uint16Array;

  constructor(runs: string) {
    const reader = new NumberReader(runs);
    const index = new Uint16Array((MAX_CODE_POINT + 1) >> 8);
    const pages: number[] = [];
    const uniform = new Map<number, number>();
    let point = 0;
    while (!reader.atEnd) {
      const record = reader.next();
      const end = point + reader.next();
      while (point < end) {
        const offset = point & 255;
        if (offset === 0 && end - point >= 256) {
          index[point >> 8] = uniformPage(pages, uniform, record);
          point += 256;
          continue;
        }
        if (offset === 0) index[point >> 8] = pages.length >> 8;
        const stop = Math.min(end, point - offset + 256);
        for (; point < stop; point++) pages.push(record);
      }
    }
    this.index = index;
    this.pages = Uint16Array.from(pages);
  }

  at(point: number): number {
    return this.pages[(this.index[point >> 8] << 8) | (point & 255)];
  }
}

function uniformPage(pages: number[], known: Map<number, number>, record: number): number {
  let page = known.get(record);
  if (page === undefined) {
    page = pages.length >> 8;
    known.set(record, page);
    for (let i = 0; i < 256; i++) pages.push(record);
  }
  return page;
}
