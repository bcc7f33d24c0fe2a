// Sets of characters as sorted ranges of code points. Every one-character test of a pattern (literal, dot, class, and their
// case-ignoring forms) becomes one such set, so that the matcher and the RegExp translator never see case rules again.
// CPython: Modules/_sre/sre_lib.h (charset), sre.c (sre_category).

import { Category, Op } from './constants.ts';

export const MAX_CODE_POINT = 0x10ffff;

/** What the engine asks of the Unicode database. */
export interface UnicodeDatabase {
  /** The characters of a class: first and last of each range, in order. */
  ranges(kind: 'alnum' | 'decimal' | 'space'): number[];
  lower(point: number): number;
  upper(point: number): number;
}

/** What the engine asks of the C locale, for patterns with the LOCALE flag; all take a byte. */
export interface LocaleTables {
  isAlnum(byte: number): boolean;
  lower(byte: number): number;
  upper(byte: number): number;
}

/** The C and the UTF-8 locales, where only ASCII letters have case. */
export const C_LOCALE: LocaleTables = {
  isAlnum: (byte) => isAsciiAlnum(byte),
  lower: (byte) => lowerAscii(byte),
  upper: (byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 32 : byte),
};

export function lowerAscii(point: number): number {
  return point >= 0x41 && point <= 0x5a ? point + 32 : point;
}

function isAsciiAlnum(point: number): boolean {
  return (point >= 0x30 && point <= 0x39) || (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a);
}

/** An immutable set of code points. */
export class CharSet {
  /** Inclusive bounds, ascending and not touching: low, high, low, high, ... */
  readonly ranges: readonly number[];
  /** Membership of the first 256 code points. */
  readonly latin: Uint8Array;

  constructor(ranges: readonly number[]) {
    this.ranges = ranges;
    this.latin = new Uint8Array(256);
    for (let i = 0; i < ranges.length && ranges[i] < 256; i += 2) {
      this.latin.fill(1, ranges[i], Math.min(ranges[i + 1], 255) + 1);
    }
  }

  static of(...points: number[]): CharSet {
    return CharSet.union(points.map((point) => [point, point]));
  }

  /** Joins ranges given in any order. */
  static union(pairs: readonly (readonly [number, number])[]): CharSet {
    const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
    const ranges: number[] = [];
    for (const [low, high] of sorted) {
      const last = ranges.length - 1;
      if (last > 0 && low <= ranges[last] + 1) ranges[last] = Math.max(ranges[last], high);
      else ranges.push(low, high);
    }
    return new CharSet(ranges);
  }

  has(point: number): boolean {
    return point < 256 ? this.latin[point] === 1 : this.hasSlow(point);
  }

  private hasSlow(point: number): boolean {
    const { ranges } = this;
    let low = 0;
    let high = ranges.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[2 * middle + 1] < point) low = middle + 1;
      else high = middle;
    }
    return 2 * low < ranges.length && ranges[2 * low] <= point;
  }

  pairs(): [number, number][] {
    const pairs: [number, number][] = [];
    for (let i = 0; i < this.ranges.length; i += 2) pairs.push([this.ranges[i], this.ranges[i + 1]]);
    return pairs;
  }

  negate(): CharSet {
    const { ranges } = this;
    const result: number[] = [];
    let next = 0;
    for (let i = 0; i < ranges.length; i += 2) {
      if (ranges[i] > next) result.push(next, ranges[i] - 1);
      next = ranges[i + 1] + 1;
    }
    if (next <= MAX_CODE_POINT) result.push(next, MAX_CODE_POINT);
    return new CharSet(result);
  }

  union(other: CharSet): CharSet {
    return CharSet.union([...this.pairs(), ...other.pairs()]);
  }

  isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  isAll(): boolean {
    return this.ranges.length === 2 && this.ranges[0] === 0 && this.ranges[1] === MAX_CODE_POINT;
  }

  /** The only member, or -1. */
  single(): number {
    return this.ranges.length === 2 && this.ranges[0] === this.ranges[1] ? this.ranges[0] : -1;
  }
}

export const ALL_CHARACTERS = new CharSet([0, MAX_CODE_POINT]);
export const NO_CHARACTERS = new CharSet([]);
export const NOT_NEWLINE = new CharSet([0, 9, 11, MAX_CODE_POINT]);

/** How the characters of the subject are compared with the code: as they are, or folded in one of three ways. */
export type Folding = 'exact' | 'ascii' | 'unicode' | 'locale';

/** Above this no character has case (planes 4 to 16 are private or unassigned). */
const SCAN_LIMIT = 0x40000;

/** Builds sets; remembers the categories and case pairs of one Unicode database. */
export class CharSetFactory {
  readonly unicode: UnicodeDatabase;
  readonly locale: LocaleTables;
  private readonly categories = new Map<number, CharSet>();
  private readonly folded = new Map<string, CharSet>();
  private lowerPairsCache: [number, number][] | undefined;
  private upperPairsCache: [number, number][] | undefined;

  constructor(unicode: UnicodeDatabase, locale: LocaleTables) {
    this.unicode = unicode;
    this.locale = locale;
  }

  /** The characters that `literal` stands for under a folding. */
  literal(point: number, folding: Folding): CharSet {
    if (folding === 'exact') return CharSet.of(point);
    if (folding === 'locale') {
      // The pattern's character is not lowered by the compiler: both its cases count.
      const { lower, upper } = this.locale;
      return this.byteSet((byte) => byte === point || lower(byte) === point || upper(byte) === point, point);
    }
    const key = folding + point;
    let set = this.folded.get(key);
    if (set === undefined) this.folded.set(key, (set = this.unfold(CharSet.of(point), folding)));
    return set;
  }

  /** The characters a class stands for: `program` from `start` to its FAILURE. Undefined for a malformed one. */
  charset(program: readonly number[], start: number, folding: Folding): CharSet | undefined {
    const set = this.readCharset(program, start);
    if (set === undefined || folding === 'exact') return set;
    if (folding !== 'locale') return this.unfold(set, folding);
    // A negated class excludes a character if either of its cases is listed.
    const { lower, upper } = this.locale;
    const negated = program[start] === Op.NEGATE;
    return this.byteSet((byte) => {
      return negated ? set.has(lower(byte)) && set.has(upper(byte)) : set.has(lower(byte)) || set.has(upper(byte));
    }, -1);
  }

  private byteSet(test: (byte: number) => boolean, extra: number): CharSet {
    const pairs: [number, number][] = [];
    for (let byte = 0; byte < 256; byte++) if (test(byte)) pairs.push([byte, byte]);
    if (extra > 255) pairs.push([extra, extra]);
    return CharSet.union(pairs);
  }

  /** All characters whose lower case is in the set. */
  private unfold(set: CharSet, folding: 'ascii' | 'unicode'): CharSet {
    const pairs = folding === 'ascii' ? ASCII_LOWER_PAIRS : this.lowerPairs();
    const extra: [number, number][] = [];
    const removed: number[] = [];
    for (const [point, lower] of pairs) {
      if (set.has(lower)) extra.push([point, point]);
      else if (set.has(point)) removed.push(point);
    }
    if (removed.length > 0)
      set = set
        .negate()
        .union(CharSet.of(...removed))
        .negate();
    return extra.length > 0 ? CharSet.union([...set.pairs(), ...extra]) : set;
  }

  private readCharset(program: readonly number[], start: number): CharSet | undefined {
    const negated = program[start] === Op.NEGATE;
    const pairs: [number, number][] = [];
    for (let i = negated ? start + 1 : start; i < program.length; ) {
      switch (program[i++]) {
        case Op.FAILURE: {
          const set = CharSet.union(pairs);
          return negated ? set.negate() : set;
        }
        case Op.LITERAL:
          pairs.push([program[i], program[i]]);
          i++;
          break;
        case Op.RANGE:
          if (program[i] <= program[i + 1]) pairs.push([program[i], program[i + 1]]);
          i += 2;
          break;
        case Op.RANGE_UNI_IGNORE:
          pairs.push(...this.rangeIgnore(program[i], program[i + 1]));
          i += 2;
          break;
        case Op.CATEGORY: {
          const category = this.category(program[i++]);
          if (category === undefined) return undefined;
          pairs.push(...category.pairs());
          break;
        }
        case Op.CHARSET:
          readBitmap(program, i, 0, pairs);
          i += 8;
          break;
        case Op.BIGCHARSET:
          readBigCharset(program, i, pairs);
          i += 65 + 8 * program[i];
          break;
        default:
          return undefined;
      }
    }
    return undefined;
  }

  /** A lower-cased character is in the range, or its upper case is. */
  private rangeIgnore(low: number, high: number): [number, number][] {
    const pairs: [number, number][] = low <= high ? [[low, high]] : [];
    for (const [point, upper] of this.upperPairs()) if (low <= upper && upper <= high) pairs.push([point, point]);
    return pairs;
  }

  /** The set of a category code, or undefined for a code that does not exist. */
  category(code: number): CharSet | undefined {
    let set = this.categories.get(code);
    if (set === undefined) {
      set = this.makeCategory(code);
      if (set !== undefined) this.categories.set(code, set);
    }
    return set;
  }

  private makeCategory(code: number): CharSet | undefined {
    switch (code) {
      case Category.DIGIT:
        return new CharSet([0x30, 0x39]);
      case Category.SPACE:
        return new CharSet([0x09, 0x0d, 0x20, 0x20]);
      case Category.WORD:
        return new CharSet([0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a]);
      case Category.LINEBREAK:
        return CharSet.of(0x0a);
      case Category.LOC_WORD:
        return this.byteSet((byte) => byte === 0x5f || this.locale.isAlnum(byte), -1);
      case Category.UNI_DIGIT:
        return new CharSet(this.unicode.ranges('decimal'));
      case Category.UNI_SPACE:
        return new CharSet(this.unicode.ranges('space'));
      case Category.UNI_WORD:
        return CharSet.of(0x5f).union(new CharSet(this.unicode.ranges('alnum')));
      case Category.UNI_LINEBREAK:
        return new CharSet([0x0a, 0x0d, 0x1c, 0x1e, 0x85, 0x85, 0x2028, 0x2029]);
      default:
        return code === Category.LOC_NOT_WORD || NEGATED_CATEGORIES.has(code)
          ? this.category(code - 1)?.negate()
          : undefined;
    }
  }

  private lowerPairs(): [number, number][] {
    return (this.lowerPairsCache ??= changes((point) => this.unicode.lower(point)));
  }

  private upperPairs(): [number, number][] {
    return (this.upperPairsCache ??= changes((point) => this.unicode.upper(point)));
  }
}

const NEGATED_CATEGORIES: ReadonlySet<number> = new Set([
  Category.NOT_DIGIT,
  Category.NOT_SPACE,
  Category.NOT_WORD,
  Category.NOT_LINEBREAK,
  Category.UNI_NOT_DIGIT,
  Category.UNI_NOT_SPACE,
  Category.UNI_NOT_WORD,
  Category.UNI_NOT_LINEBREAK,
]);

const ASCII_LOWER_PAIRS: readonly [number, number][] = Array.from({ length: 26 }, (_, i) => [0x41 + i, 0x61 + i]);

function changes(map: (point: number) => number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let point = 0; point < SCAN_LIMIT; point++) {
    const mapped = map(point);
    if (mapped !== point) pairs.push([point, mapped]);
  }
  return pairs;
}

function readBitmap(program: readonly number[], start: number, base: number, pairs: [number, number][]): void {
  for (let i = 0; i < 256; i++) {
    if (((program[start + (i >> 5)] >>> (i & 31)) & 1) === 0) continue;
    const last = pairs[pairs.length - 1];
    if (last !== undefined && last[1] === base + i - 1) last[1]++;
    else pairs.push([base + i, base + i]);
  }
}

/** Most pages of a class share a block without a character. */
function emptyBlocks(program: readonly number[], start: number, count: number): Set<number> {
  const empty = new Set<number>();
  for (let block = 0; block < count; block++) {
    const words = program.slice(start + 8 * block, start + 8 * block + 8);
    if (words.every((word) => word === 0)) empty.add(block);
  }
  return empty;
}

function readBigCharset(program: readonly number[], start: number, pairs: [number, number][]): void {
  const blocks = start + 65;
  const empty = emptyBlocks(program, blocks, program[start]!);
  for (let page = 0; page < 256; page++) {
    const block = (program[start + 1 + (page >> 2)] >>> ((page & 3) * 8)) & 255;
    if (!empty.has(block)) readBitmap(program, blocks + 8 * block, page << 8, pairs);
  }
}

/** Words of a class item after its operator; BIGCHARSET is counted by its first word. */
const ITEM_WORDS: ReadonlyMap<number, number> = new Map([
  [Op.LITERAL, 1],
  [Op.RANGE, 2],
  [Op.RANGE_UNI_IGNORE, 2],
  [Op.CATEGORY, 1],
  [Op.CHARSET, 8],
]);

/** Whether a well-formed class starts at `start`. */
export function isCharset(program: readonly number[], start: number): boolean {
  let i = program[start] === Op.NEGATE ? start + 1 : start;
  while (i < program.length && program[i] !== Op.FAILURE) {
    if (program[i] === Op.CATEGORY && !(program[i + 1] <= Category.UNI_NOT_LINEBREAK)) return false;
    const words = program[i] === Op.BIGCHARSET ? 65 + 8 * program[i + 1] : ITEM_WORDS.get(program[i]);
    if (words === undefined) return false;
    i += 1 + words;
  }
  return i < program.length;
}
