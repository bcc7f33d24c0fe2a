// Unicode 3.2 as `unicodedata.ucd_3_2_0` tells it, which IDNA needs: the current database with what has changed since.
// CPython: Modules/unicodedata.c, the UCD_Check branches; unicodedata_db.h change_records_3_2_0.

import { OLD_DECOMPOSITIONS, OLD_RECORDS, OLD_RUNS } from './generated/old-version.ts';
import { characterName } from './names.ts';
import { type Decomposition, decompositionOf, decompositionText } from './normalize.ts';
import * as current from './numeric.ts';
import * as now from './properties.ts';
import { lazy, TwoStage } from './tables.ts';

const table = lazy(() => ({
  stage: new TwoStage(OLD_RUNS),
  records: OLD_RECORDS.split(' ').map((record) => record.split(',')),
}));

/** What was otherwise: '' nothing, `-` no value. */
function changesOf(point: number): readonly string[] {
  const { stage, records } = table();
  return records[stage.at(point)];
}

/** Characters whose decomposition was corrected since: the right one, and the text of the one-step field. */
const corrections = lazy(
  () =>
    new Map(
      OLD_DECOMPOSITIONS.split('|').map((entry): [number, { decomposition: Decomposition; text: string }] => {
        const [point, normal, text] = entry.split(':');
        const points = normal.split(',').map((hex) => Number.parseInt(hex, 16));
        return [Number.parseInt(point, 16), { decomposition: { tag: '', points }, text }];
      }),
    ),
);

/** Whether the character existed in Unicode 3.2. */
export function wasAssigned(point: number): boolean {
  return category(point) !== 'Cn';
}

export function category(point: number): string {
  return changesOf(point)[0] || now.category(point);
}

export function bidirectional(point: number): string {
  const change = changesOf(point)[1];
  return change === '-' ? '' : change || now.bidirectional(point);
}

export function combining(point: number): number {
  return wasAssigned(point) ? now.combining(point) : 0;
}

export function eastAsianWidth(point: number): string {
  return changesOf(point)[2] || now.eastAsianWidth(point);
}

export function mirrored(point: number): number {
  const change = changesOf(point)[3];
  return change === '' ? now.mirrored(point) : Number(change);
}

export function numericValue(point: number): number | undefined {
  const change = changesOf(point)[4];
  if (change === '-') return undefined;
  return change === '' ? current.numericValue(point) : Number(change);
}

/** 0..9, or -1. */
export function decimalValue(point: number): number {
  const change = changesOf(point)[5];
  if (change === '-') return -1;
  return change === '' ? current.decimalValue(point) : Number(change);
}

/** 0..9, or -1. */
export function digitOf(point: number): number {
  const change = changesOf(point)[6];
  if (change === '-') return -1;
  return change === '' ? current.digitOf(point) : Number(change);
}

export function decomposition(point: number): string {
  if (!wasAssigned(point)) return '';
  return corrections().get(point)?.text ?? decompositionText(point);
}

export function name(point: number): string | undefined {
  return wasAssigned(point) ? characterName(point) : undefined;
}

/** For `normalizePoints` and `isNormalized`: decomposing as in 3.2. */
export const OLD_DECOMPOSING = Object.freeze({
  decompositionOf(point: number): Decomposition | undefined {
    if (!wasAssigned(point)) return undefined;
    return corrections().get(point)?.decomposition ?? decompositionOf(point);
  },
});
