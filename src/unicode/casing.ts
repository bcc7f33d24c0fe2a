// Case mappings of a code point: simple, and full with the characters that become several. Locale-free, no context: the final sigma is a
// matter of whole strings. CPython: Objects/unicodectype.c _PyUnicode_ToLowerFull and its kin.

import { CASE_RECORDS, CASE_RUNS, CASE_SPECIAL } from './generated/casing.ts';
import { lazy, TwoStage } from './tables.ts';

/** One mapping of {@link caseOf} and {@link specialCaseOf}. */
export type CaseKind = 'lower' | 'upper' | 'title' | 'fold';

interface SpecialCase extends Readonly<Record<CaseKind, readonly number[]>> {
  readonly simpleLower: number;
}

interface CaseTable extends Readonly<Record<CaseKind, Int32Array>> {
  readonly stage: TwoStage;
  /** The record of the characters in `special`. */
  readonly specialRecord: number;
  readonly special: ReadonlyMap<number, SpecialCase>;
}

const table = lazy((): CaseTable => {
  const names = CASE_RECORDS.split(' ');
  const records = names.map((record) => record.split(','));
  const column = (index: number) => Int32Array.from(records, (record) => Number(record[index] ?? 0));
  return {
    stage: new TwoStage(CASE_RUNS),
    lower: column(0),
    upper: column(1),
    title: column(2),
    fold: column(3),
    specialRecord: names.indexOf('special'),
    special: new Map(CASE_SPECIAL.split(' ').map(parseSpecial)),
  };
});

function parseSpecial(entry: string): [number, SpecialCase] {
  const [head, ...texts] = entry.split(':');
  const [hex, offset] = head.split(',');
  const point = Number.parseInt(hex, 16);
  const [lower, upper, title, fold] = texts.map((text) => text.split(',').map((part) => Number.parseInt(part, 16)));
  return [point, { lower, upper, title, fold, simpleLower: point + Number(offset) }];
}

/** The mapped code point, or -1 if {@link specialCaseOf} has to be asked. */
export function caseOf(point: number, kind: CaseKind): number {
  const cases = table();
  const record = cases.stage.at(point);
  return record === cases.specialRecord ? -1 : point + cases[kind][record];
}

/** The full mapping of one of the few characters for which {@link caseOf} gives -1. */
export function specialCaseOf(point: number, kind: CaseKind): readonly number[] {
  return table().special.get(point)![kind];
}

/** `_PyUnicode_ToLowercase`, one to one: what regular expressions compare by. */
export function simpleLower(point: number): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point;
  const mapped = caseOf(point, 'lower');
  return mapped >= 0 ? mapped : table().special.get(point)!.simpleLower;
}
