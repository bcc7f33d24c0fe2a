// The properties of a code point that unicodedata reports and that str's tests use. Every function takes any code point 0..0x10FFFF
// (surrogates included). CPython: Objects/unicodectype.c, Modules/unicodedata.c.

import { PROPERTY_RECORDS, PROPERTY_RUNS } from './generated/properties.ts';
import { lazy, NumberReader, TwoStage } from './tables.ts';

/** Bits of {@link flags}, in the order the generator writes them. */
export const Flag = {
  alpha: 1 << 0,
  decimal: 1 << 1,
  digit: 1 << 2,
  numeric: 1 << 3,
  space: 1 << 4,
  printable: 1 << 5,
  lower: 1 << 6,
  upper: 1 << 7,
  title: 1 << 8,
  cased: 1 << 9,
  caseIgnorable: 1 << 10,
  idStart: 1 << 11,
  idContinue: 1 << 12,
  nfcNo: 1 << 13,
  nfdNo: 1 << 14,
  nfkcNo: 1 << 15,
  nfkdNo: 1 << 16,
  composesBack: 1 << 17,
} as const;

interface PropertyTable {
  readonly stage: TwoStage;
  readonly category: readonly string[];
  readonly bidirectional: readonly string[];
  readonly combining: Uint8Array;
  readonly eastAsianWidth: readonly string[];
  readonly mirrored: Uint8Array;
  readonly flags: Uint32Array;
}

const table = lazy((): PropertyTable => {
  const records = PROPERTY_RECORDS.split(' ').map((record) => record.split(','));
  return {
    stage: new TwoStage(PROPERTY_RUNS),
    category: records.map((record) => record[0]),
    bidirectional: records.map((record) => record[1]),
    combining: Uint8Array.from(records, (record) => Number(record[2])),
    eastAsianWidth: records.map((record) => record[3]),
    mirrored: Uint8Array.from(records, (record) => Number(record[4])),
    flags: Uint32Array.from(records, (record) => Number.parseInt(record[5], 16)),
  };
});

/** `unicodedata.category`. */
export function category(point: number): string {
  const { stage, category } = table();
  return category[stage.at(point)];
}

/** `unicodedata.bidirectional`: '' where undefined. */
export function bidirectional(point: number): string {
  const { stage, bidirectional } = table();
  return bidirectional[stage.at(point)];
}

/** `unicodedata.combining`. */
export function combining(point: number): number {
  if (point < 0x300) return 0;
  const { stage, combining } = table();
  return combining[stage.at(point)];
}

/** `unicodedata.east_asian_width`. */
export function eastAsianWidth(point: number): string {
  const { stage, eastAsianWidth } = table();
  return eastAsianWidth[stage.at(point)];
}

/** `unicodedata.mirrored`: 0 or 1. */
export function mirrored(point: number): number {
  const { stage, mirrored } = table();
  return mirrored[stage.at(point)];
}

/** All {@link Flag} bits of a code point. */
export function flags(point: number): number {
  const { stage, flags } = table();
  return flags[stage.at(point)];
}

/** The code points that have any of some {@link Flag} bits: first and last of each range, in order. */
export function rangesWith(mask: number): number[] {
  const { flags } = table();
  const reader = new NumberReader(PROPERTY_RUNS);
  const ranges: number[] = [];
  for (let start = 0; !reader.atEnd; ) {
    const isMember = (flags[reader.next()] & mask) !== 0;
    const end = start + reader.next();
    if (isMember) {
      if (ranges.at(-1) === start - 1) ranges[ranges.length - 1] = end - 1;
      else ranges.push(start, end - 1);
    }
    start = end;
  }
  return ranges;
}

export function isAlpha(point: number): boolean {
  if (point < 128) return isAsciiUpper(point) || isAsciiLower(point);
  return (flags(point) & Flag.alpha) !== 0;
}

export function isDecimal(point: number): boolean {
  if (point < 128) return isAsciiDigit(point);
  return (flags(point) & Flag.decimal) !== 0;
}

export function isDigit(point: number): boolean {
  if (point < 128) return isAsciiDigit(point);
  return (flags(point) & Flag.digit) !== 0;
}

export function isNumeric(point: number): boolean {
  if (point < 128) return isAsciiDigit(point);
  return (flags(point) & Flag.numeric) !== 0;
}

/** `str.isalnum` of one code point: alphabetic, or a number of any kind. */
export function isAlnum(point: number): boolean {
  if (point < 128) return isAsciiUpper(point) || isAsciiLower(point) || isAsciiDigit(point);
  return (flags(point) & (Flag.alpha | Flag.decimal | Flag.digit | Flag.numeric)) !== 0;
}

/** What `str.strip`, `str.split` and `str.isspace` take for white space (not the same set as JavaScript's `trim`). */
export function isSpace(point: number): boolean {
  if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31);
  return (flags(point) & Flag.space) !== 0;
}

export function isPrintable(point: number): boolean {
  if (point < 128) return point >= 32 && point < 127;
  return (flags(point) & Flag.printable) !== 0;
}

export function isLower(point: number): boolean {
  if (point < 128) return isAsciiLower(point);
  return (flags(point) & Flag.lower) !== 0;
}

export function isUpper(point: number): boolean {
  if (point < 128) return isAsciiUpper(point);
  return (flags(point) & Flag.upper) !== 0;
}

/** Title-case letters proper (category Lt), such as U+01C5. */
export function isTitle(point: number): boolean {
  return point >= 128 && (flags(point) & Flag.title) !== 0;
}

export function isCased(point: number): boolean {
  if (point < 128) return isAsciiUpper(point) || isAsciiLower(point);
  return (flags(point) & Flag.cased) !== 0;
}

export function isCaseIgnorable(point: number): boolean {
  return (flags(point) & Flag.caseIgnorable) !== 0;
}

/** May begin an identifier (`_` included), before normalisation. */
export function isIdentifierStart(point: number): boolean {
  if (point < 128) return isAsciiUpper(point) || isAsciiLower(point) || point === 95;
  return (flags(point) & Flag.idStart) !== 0;
}

/** May stand inside an identifier. */
export function isIdentifierContinue(point: number): boolean {
  if (point < 128) return isAsciiUpper(point) || isAsciiLower(point) || isAsciiDigit(point) || point === 95;
  return (flags(point) & Flag.idContinue) !== 0;
}

/** `str.splitlines` boundaries. */
export function isLineBreak(point: number): boolean {
  if (point < 128) return (point >= 10 && point <= 13) || (point >= 28 && point <= 30);
  return point === 0x85 || point === 0x2028 || point === 0x2029;
}

function isAsciiUpper(point: number): boolean {
  return point >= 65 && point <= 90;
}

function isAsciiLower(point: number): boolean {
  return point >= 97 && point <= 122;
}

function isAsciiDigit(point: number): boolean {
  return point >= 48 && point <= 57;
}
