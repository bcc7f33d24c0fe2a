// Names of characters, and characters by name: listed, made by rule, aliases, named sequences. The tables are opened at the first
// question. CPython: Modules/unicodedata.c _getucname, _getcode; Tools/unicode/makeunicodedata.py.

import { HIDDEN_MEANINGS, HIDDEN_NAMES, NAME_PREFIXES, NAME_WORDS, NAMES } from './generated/names.ts';
import { lazy, NumberReader } from './tables.ts';

/** The longest name CPython looks up; above it says 'name too long'. */
export const NAME_MAX_LENGTH = 256;

const words = lazy(() => NAME_WORDS.split(' '));

/** Listed names by code point. */
const listed = lazy(() => new Map(readNames(NAMES)));

/** Aliases and named sequences by the private-use code point CPython keeps them under. */
const hidden = lazy(() => new Map(readNames(HIDDEN_NAMES)));

const pointsByName = lazy((): ReadonlyMap<string, readonly number[]> => {
  const points = new Map<string, readonly number[]>();
  for (const [point, name] of listed()) points.set(name, [point]);
  return points;
});

/** What aliases and named sequences stand for. */
const hiddenByName = lazy((): ReadonlyMap<string, readonly number[]> => {
  const meanings = HIDDEN_MEANINGS.split(' ').map((text) => text.split(',').map((hex) => Number.parseInt(hex, 16)));
  return new Map(Array.from(hidden().values(), (name, i) => [name, meanings[i]]));
});

function* readNames(encoded: string): Generator<[number, string]> {
  const reader = new NumberReader(encoded);
  let point = -1;
  let parts: string[] = [];
  while (!reader.atEnd) {
    point += reader.next() + 1;
    const head = reader.next();
    parts = parts.slice(0, head & 7);
    for (let i = head >> 3; i > 0; i--) parts.push(words()[reader.next()]);
    yield [point, parts.join(' ')];
  }
}

/** A prefix that is followed by the code point in hexadecimal. */
interface DerivedNames {
  readonly prefix: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** False where CPython finds the character by that name but does not tell it. */
  readonly isTold: boolean;
}

const derived = lazy((): readonly DerivedNames[] =>
  NAME_PREFIXES.split('|').map((entry) => {
    const [head, list] = entry.split(':');
    const ranges = list.split(',').map((range): [number, number] => {
      const [first, last] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
    return { prefix: head.replace('?', ''), ranges, isTold: !head.endsWith('?') };
  }),
);

const HANGUL = 'HANGUL SYLLABLE ';
const S_BASE = 0xac00;
const LEADING = ['G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H'];
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TRAILING = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

/** `unicodedata.name`; undefined if there is none. */
export function characterName(point: number): string | undefined {
  const syllable = point - S_BASE;
  if (syllable >= 0 && syllable < LEADING.length * VOWELS.length * TRAILING.length)
    return HANGUL + syllableName(syllable);
  for (const { prefix, ranges, isTold } of derived()) {
    if (isTold && isWithin(point, ranges)) return prefix + point.toString(16).toUpperCase();
  }
  return listed().get(point);
}

/** The name as the namereplace handler writes it: it lets CPython's private points for aliases through. */
export function escapedName(point: number): string | undefined {
  return characterName(point) ?? hidden().get(point);
}

function syllableName(syllable: number): string {
  const rest = Math.floor(syllable / TRAILING.length);
  return (
    LEADING[Math.floor(rest / VOWELS.length)] + VOWELS[rest % VOWELS.length] + TRAILING[syllable % TRAILING.length]
  );
}

function isWithin(point: number, ranges: DerivedNames['ranges']): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last);
}

/** The character of this name or alias, in any letter case: what `\N{...}` means. */
export function lookUpCharacter(name: string): number | undefined {
  const points = lookUpName(name);
  return points?.length === 1 ? points[0] : undefined;
}

/** `unicodedata.lookup`: named sequences too, which are several characters. */
export function lookUpName(name: string): readonly number[] | undefined {
  const upper = asciiUpper(name);
  return lookUpPlain(upper) ?? hiddenByName().get(upper);
}

/** By name proper, without aliases and sequences: all that `ucd_3_2_0.lookup` knows. */
export function lookUpPlainName(name: string): readonly number[] | undefined {
  return lookUpPlain(asciiUpper(name));
}

function asciiUpper(name: string): string {
  return /^[\0-\x7f]*$/.test(name) ? name.toUpperCase() : name;
}

function lookUpPlain(name: string): readonly number[] | undefined {
  if (name.startsWith(HANGUL)) return lookUpSyllable(name.slice(HANGUL.length));
  for (const { prefix, ranges } of derived()) {
    if (!name.startsWith(prefix)) continue;
    const hex = name.slice(prefix.length);
    if (!/^[1-9A-F][0-9A-F]{3,4}$/.test(hex)) break;
    const point = Number.parseInt(hex, 16);
    if (isWithin(point, ranges)) return [point];
  }
  return pointsByName().get(name);
}

function lookUpSyllable(parts: string): readonly number[] | undefined {
  const leading = longestPrefix(parts, LEADING);
  const afterLeading = parts.slice(LEADING[leading].length);
  const vowel = longestPrefix(afterLeading, VOWELS);
  if (vowel < 0) return undefined;
  const trailing = TRAILING.indexOf(afterLeading.slice(VOWELS[vowel].length));
  if (trailing < 0) return undefined;
  return [S_BASE + (leading * VOWELS.length + vowel) * TRAILING.length + trailing];
}

function longestPrefix(text: string, choices: readonly string[]): number {
  let best = -1;
  for (let i = 0; i < choices.length; i++) {
    if (text.startsWith(choices[i]) && (best < 0 || choices[i].length > choices[best].length)) best = i;
  }
  return best;
}
