// Substring search over text. Bytes take part as `{ codePoints: bytes }`, so that str and bytes share one implementation; two JS strings go
// to the engine's own search. CPython: Objects/stringlib/fastsearch.h, find.h, count.h

import { codePointAt, type Text, textLength } from './text.ts';

/** The first place of `needle` in `text[start:end]`, or -1. The bounds are adjusted already. */
export function findText(text: Text, needle: Text, start: number, end: number): number {
  if (typeof text === 'string') {
    if (typeof needle !== 'string' || end - start < needle.length) return -1;
    if (isLarge(needle.length, end - start)) return findLinear(text, needle, needle.length, start, end);
    return (end < text.length ? text.slice(0, end) : text).indexOf(needle, start);
  }
  const size = textLength(needle);
  if (end - start < size) return -1;
  if (size === 0) return start;
  if (isLarge(size, end - start)) return findLinear(text, needle, size, start, end);
  return findPoints(text.codePoints, needle, size, start, end - size);
}

/** Whether the plain search, whose worst case is the product of the lengths, might take too long. */
function isLarge(needle: number, text: number): boolean {
  return needle >= 100 && text >= 20_000;
}

/** Search in time linear in both lengths (Knuth, Morris, Pratt). */
function findLinear(text: Text, needle: Text, size: number, start: number, end: number): number {
  const pattern = Uint32Array.from({ length: size }, (_, i) => codePointAt(needle, i));
  const borders = new Int32Array(size);
  for (let i = 1, k = 0; i < size; i++) {
    while (k > 0 && pattern[i] !== pattern[k]) k = borders[k - 1]!;
    if (pattern[i] === pattern[k]) k++;
    borders[i] = k;
  }
  let matched = 0;
  for (let i = start; i < end; i++) {
    const point = codePointAt(text, i);
    while (matched > 0 && point !== pattern[matched]) matched = borders[matched - 1]!;
    if (point === pattern[matched]) matched++;
    if (matched === size) return i - size + 1;
  }
  return -1;
}

/** Anything `ArrayLike` that may have the engine's own search. */
interface Searchable {
  indexOf?(point: number, from: number): number;
}

function findPoints(points: ArrayLike<number>, needle: Text, size: number, start: number, last: number): number {
  const first = codePointAt(needle, 0);
  const native = (points as Searchable).indexOf !== undefined;
  for (let i = start; i <= last; i++) {
    if (native) {
      i = (points as unknown as Required<Searchable>).indexOf(first, i);
      if (i < 0 || i > last) return -1;
    } else if (points[i] !== first) continue;
    if (matchesAt(points, needle, size, i)) return i;
  }
  return -1;
}

function matchesAt(points: ArrayLike<number>, needle: Text, size: number, at: number): boolean {
  for (let k = 0; k < size; k++) if (points[at + k] !== codePointAt(needle, k)) return false;
  return true;
}

/** The last place of `needle` in `text[start:end]`, or -1. */
export function rfindText(text: Text, needle: Text, start: number, end: number): number {
  const size = textLength(needle);
  if (end - start < size) return -1;
  if (typeof text === 'string') {
    if (typeof needle !== 'string') return -1;
    const at = text.lastIndexOf(needle, end - size);
    return at < start ? -1 : at;
  }
  if (size === 0) return end;
  for (let i = end - size; i >= start; i--) if (matchesAt(text.codePoints, needle, size, i)) return i;
  return -1;
}

/** How often `needle` occurs in `text[start:end]` without overlap, `most` at most. */
export function countText(text: Text, needle: Text, start: number, end: number, most = Infinity): number {
  if (start > end) return 0;
  const size = textLength(needle);
  if (size === 0) return Math.min(end - start + 1, most);
  let count = 0;
  for (
    let at = findText(text, needle, start, end);
    at >= 0 && count < most;
    at = findText(text, needle, at + size, end)
  )
    count++;
  return count;
}

/** Whether `needle` stands at `at`, within `end`. */
export function hasTextAt(text: Text, needle: Text, at: number, end: number): boolean {
  const size = textLength(needle);
  if (at < 0 || at + size > end) return false;
  if (typeof text === 'string') return typeof needle === 'string' && text.startsWith(needle, at);
  return matchesAt(text.codePoints, needle, size, at);
}

/** -1, 0 or 1 in code point order. */
export function compareText(a: Text, b: Text): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const lengthA = textLength(a);
  const lengthB = textLength(b);
  const shorter = Math.min(lengthA, lengthB);
  for (let i = 0; i < shorter; i++) {
    const difference = codePointAt(a, i) - codePointAt(b, i);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return Math.sign(lengthA - lengthB);
}

export function equalText(a: Text, b: Text): boolean {
  if (typeof a === 'string') return a === b;
  if (typeof b === 'string' || a.codePoints.length !== b.codePoints.length) return false;
  for (let i = 0; i < a.codePoints.length; i++) if (a.codePoints[i] !== b.codePoints[i]) return false;
  return true;
}
