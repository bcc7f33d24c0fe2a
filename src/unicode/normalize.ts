// Decomposition and the normalisation forms. CPython: Modules/unicodedata.c nfd_nfkd, nfc_nfkc, is_normalized_quickcheck.

import { DECOMPOSITION_TAGS, DECOMPOSITIONS } from './generated/decomposition.ts';
import { combining, Flag, flags } from './properties.ts';
import { lazy, NumberReader } from './tables.ts';

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

/** What a character decomposes into in one step. */
export interface Decomposition {
  /** `<compat>` and the like; '' when canonical. */
  readonly tag: string;
  readonly points: readonly number[];
}

const table = lazy((): ReadonlyMap<number, Decomposition> => {
  const tags = DECOMPOSITION_TAGS.split(' ');
  const reader = new NumberReader(DECOMPOSITIONS);
  const decompositions = new Map<number, Decomposition>();
  let point = 0;
  while (!reader.atEnd) {
    point += reader.next();
    const head = reader.next();
    const points: number[] = [];
    let last = point;
    for (let i = head & 31; i > 0; i--) points.push((last += reader.nextSigned()));
    decompositions.set(point, { tag: tags[head >> 5], points });
  }
  return decompositions;
});

/** Composites by second, then first character. */
const composites = lazy((): ReadonlyMap<number, ReadonlyMap<number, number>> => {
  const bySecond = new Map<number, Map<number, number>>();
  for (const [point, { tag, points }] of table()) {
    if (tag !== '' || points.length !== 2 || (flags(point) & Flag.nfcNo) !== 0) continue;
    let byFirst = bySecond.get(points[1]);
    if (byFirst === undefined) bySecond.set(points[1], (byFirst = new Map()));
    byFirst.set(points[0], point);
  }
  return bySecond;
});

// Hangul syllables are computed: L (leading) x V (vowel) x T (trailing, or none).
const S_BASE = 0xac00;
const L_BASE = 0x1100;
const V_BASE = 0x1161;
const T_BASE = 0x11a7;
const L_COUNT = 19;
const V_COUNT = 21;
const T_COUNT = 28;
const S_COUNT = L_COUNT * V_COUNT * T_COUNT;

/** The one-step decomposition, without Hangul; undefined if there is none. */
export function decompositionOf(point: number): Decomposition | undefined {
  return table().get(point);
}

/** `unicodedata.decomposition`: tag and hexadecimal code points, or ''. */
export function decompositionText(point: number): string {
  const found = table().get(point) ?? { tag: '', points: hangulDecomposition(point) };
  const points = found.points.map((part) => part.toString(16).toUpperCase().padStart(4, '0')).join(' ');
  return found.tag === '' ? points : found.tag + ' ' + points;
}

/** The two or three parts of a Hangul syllable; nothing for other characters. */
function hangulDecomposition(point: number): number[] {
  const syllable = point - S_BASE;
  if (syllable < 0 || syllable >= S_COUNT) return [];
  const leading = L_BASE + Math.floor(syllable / (V_COUNT * T_COUNT));
  const vowel = V_BASE + Math.floor((syllable % (V_COUNT * T_COUNT)) / T_COUNT);
  const trailing = syllable % T_COUNT;
  return trailing === 0 ? [leading, vowel] : [leading, vowel, T_BASE + trailing];
}

/** Differences an older version of the database makes to decomposing. */
export interface DecompositionOverrides {
  /** The one-step decomposition in that version. */
  decompositionOf(point: number): Decomposition | undefined;
}

const CURRENT: DecompositionOverrides = { decompositionOf };

/** Whether these code points are in the form already: true and false are certain, undefined means that one has to look closer. */
export function quickCheck(points: ArrayLike<number>, form: NormalForm): boolean | undefined {
  const no = NO_FLAG[form];
  let maybe = false;
  let lastClass = 0;
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (point < 0xa0) {
      lastClass = 0;
      continue;
    }
    const bits = flags(point);
    if ((bits & no) !== 0) return false;
    const itsClass = combining(point);
    if (itsClass !== 0 && lastClass > itsClass) return false;
    lastClass = itsClass;
    maybe ||= (bits & Flag.composesBack) !== 0;
  }
  return maybe && (form === 'NFC' || form === 'NFKC') ? undefined : true;
}

const NO_FLAG: Readonly<Record<NormalForm, number>> = {
  NFC: Flag.nfcNo,
  NFD: Flag.nfdNo,
  NFKC: Flag.nfkcNo,
  NFKD: Flag.nfkdNo,
};

/** Puts code points into a normal form; the same array comes back if nothing had to be done. */
export function normalizePoints(points: ArrayLike<number>, form: NormalForm, version = CURRENT): ArrayLike<number> {
  if (version === CURRENT && quickCheck(points, form) === true) return points;
  const compat = form === 'NFKC' || form === 'NFKD';
  const decomposed = decompose(points, compat, version);
  return form === 'NFC' || form === 'NFKC' ? compose(decomposed) : decomposed;
}

/** `unicodedata.is_normalized`. */
export function isNormalized(points: ArrayLike<number>, form: NormalForm, version = CURRENT): boolean {
  const quick = version === CURRENT ? quickCheck(points, form) : undefined;
  if (quick !== undefined) return quick;
  const normal = normalizePoints(points, form, version);
  if (normal.length !== points.length) return false;
  for (let i = 0; i < points.length; i++) if (normal[i] !== points[i]) return false;
  return true;
}

/** `unicodedata.normalize` of a JS string without surrogates; the result may hold wide characters, so it comes as code points unless equal. */
export function normalizeString(string: string, form: NormalForm): string | ArrayLike<number> {
  if (/^[\0-\x7f]*$/.test(string)) return string;
  const points = Array.from(string, (char) => char.charCodeAt(0));
  const result = normalizePoints(points, form);
  return result === points ? string : result;
}

function decompose(points: ArrayLike<number>, compat: boolean, version: DecompositionOverrides): number[] {
  const out: number[] = [];
  for (let i = 0; i < points.length; i++) pushDecomposed(out, points[i], compat, version);
  reorder(out);
  return out;
}

function pushDecomposed(out: number[], point: number, compat: boolean, version: DecompositionOverrides): void {
  if (point < 0xa0) {
    out.push(point);
    return;
  }
  if (point >= S_BASE && point < S_BASE + S_COUNT) {
    out.push(...hangulDecomposition(point));
    return;
  }
  const found = version.decompositionOf(point);
  if (found === undefined || (found.tag !== '' && !compat)) out.push(point);
  else for (const part of found.points) pushDecomposed(out, part, compat, version);
}

/** Sorts each run of combining characters by class, keeping the order within a class. */
function reorder(points: number[]): void {
  for (let i = 1; i < points.length; i++) {
    const point = points[i];
    const itsClass = combining(point);
    if (itsClass === 0) continue;
    let at = i;
    while (at > 0 && combining(points[at - 1]) > itsClass) {
      points[at] = points[at - 1];
      at--;
    }
    points[at] = point;
  }
}

/** Combines starters with what follows, in place. */
function compose(points: number[]): number[] {
  let starter = -1;
  let lastClass = -1;
  let length = 0;
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    const itsClass = combining(point);
    // Blocked by an earlier character of the same or a higher class, or by a starter in between.
    if (starter >= 0 && (lastClass < itsClass || lastClass === -1)) {
      const composite = composeTwo(points[starter], point);
      if (composite !== undefined) {
        points[starter] = composite;
        continue;
      }
    }
    if (itsClass === 0) {
      starter = length;
      lastClass = -1;
    } else lastClass = itsClass;
    points[length++] = point;
  }
  points.length = length;
  return points;
}

function composeTwo(first: number, second: number): number | undefined {
  if (first >= L_BASE && first < L_BASE + L_COUNT && second >= V_BASE && second < V_BASE + V_COUNT) {
    return S_BASE + ((first - L_BASE) * V_COUNT + (second - V_BASE)) * T_COUNT;
  }
  const syllable = first - S_BASE;
  if (syllable >= 0 && syllable < S_COUNT && syllable % T_COUNT === 0 && second > T_BASE && second < T_BASE + T_COUNT) {
    return first + second - T_BASE;
  }
  return composites().get(second)?.get(first);
}
