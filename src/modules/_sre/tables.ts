// The Unicode database and the case functions as _sre uses them. CPython: Modules/_sre/sre.c (sre_lower_unicode and kin).

import { caseOf, simpleLower, specialCaseOf } from '../../unicode/casing.ts';
import { Flag, rangesWith } from '../../unicode/properties.ts';
import type { UnicodeDatabase } from './charset.ts';

/** `_PyUnicode_ToUppercase`: one to one; of a mapping to several characters the first. */
export function simpleUpper(point: number): number {
  const mapped = caseOf(point, 'upper');
  return mapped >= 0 ? mapped : specialCaseOf(point, 'upper')[0];
}

const KINDS = {
  alnum: Flag.alpha | Flag.decimal | Flag.digit | Flag.numeric,
  decimal: Flag.decimal,
  space: Flag.space,
};

/** Unicode as Python 3.14 knows it. */
export const UNICODE: UnicodeDatabase = {
  ranges: (kind) => rangesWith(KINDS[kind]),
  lower: simpleLower,
  upper: simpleUpper,
};
