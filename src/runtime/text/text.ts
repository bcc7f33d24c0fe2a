// How pure text functions take and return a Python str. A str without surrogate code units is a JS string, so that index = code point;
// any other is held as code points. The str object of the wide case satisfies WideText structurally.

import { memoryError } from '../exceptions/errors.ts';

/** A Python str holding a code point above U+FFFF or a lone surrogate. */
export interface WideText {
  readonly codePoints: ArrayLike<number>;
}

/** A Python str: a JS string with no surrogate code unit at all, else {@link WideText}. */
export type Text = string | WideText;

/** The longest string we build: V8's limit, which is below that of the other engines. */
export const MAX_STRING_LENGTH = 2 ** 29 - 25;

const WIDE = /[\ud800-\udfff]/;

/** Whether a JS string may stand for a Python str as it is. */
export function isNarrow(string: string): boolean {
  return !WIDE.test(string);
}

export function textLength(text: Text): number {
  return typeof text === 'string' ? text.length : text.codePoints.length;
}

export function codePointAt(text: Text, index: number): number {
  return typeof text === 'string' ? text.charCodeAt(index) : text.codePoints[index];
}

/** The code points of a str. */
export function codePointsOf(text: Text): ArrayLike<number> {
  if (typeof text !== 'string') return text.codePoints;
  const points = new Array<number>(text.length);
  for (let i = 0; i < text.length; i++) points[i] = text.charCodeAt(i);
  return points;
}

/** The str of these code points, in its one right form. The array is kept, not copied, in the wide case. */
export function textOf(points: ArrayLike<number>): Text {
  return hasWide(points, 0, points.length) ? { codePoints: points } : narrowOf(points);
}

/** The str of a JS string in UTF-16, where a surrogate pair is one code point. */
export function textOfUtf16(string: string): Text {
  return isNarrow(string) ? string : { codePoints: pointsOfUtf16(string) };
}

/** The code points of a JS string in UTF-16. */
export function pointsOfUtf16(string: string): Uint32Array {
  const points = new Uint32Array(string.length);
  let length = 0;
  for (let i = 0; i < string.length; i++) {
    let point = string.charCodeAt(i);
    if (point >= 0xd800 && point < 0xdc00) {
      point = string.codePointAt(i)!;
      if (point > 0xffff) i++;
    }
    points[length++] = point;
  }
  return length === points.length ? points : points.slice(0, length);
}

/** A JS string in UTF-16 for the host; a lone surrogate stays one code unit (two that would pair up become one character there). */
export function utf16Of(text: Text): string {
  if (typeof text === 'string') return text;
  const points = text.codePoints;
  if (points.length <= FEW) return fewPoints(points, 0, points.length);
  const units = new Uint16Array(2 * Math.min(points.length, CHUNK));
  let string = '';
  for (let start = 0; start < points.length; start += CHUNK) {
    const stop = Math.min(points.length, start + CHUNK);
    let length = 0;
    for (let i = start; i < stop; i++) {
      const point = points[i];
      if (point > 0xffff) {
        units[length++] = 0xd7c0 + (point >> 10);
        units[length++] = 0xdc00 | (point & 0x3ff);
      } else units[length++] = point;
    }
    string += fromUnits(units.subarray(0, length));
  }
  return string;
}

function fromUnits(units: Uint16Array | Uint32Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Up to this length a string is made a character at a time. */
const FEW = 12;

function fewPoints(points: ArrayLike<number>, start: number, end: number): string {
  let string = '';
  for (let i = start; i < end; i++) {
    const point = points[i];
    string += point > 0xffff ? String.fromCodePoint(point) : String.fromCharCode(point);
  }
  return string;
}

/** Part of a str. */
export function sliceText(text: Text, start: number, end: number): Text {
  if (typeof text === 'string') return text.slice(start, end);
  const points = text.codePoints;
  const stop = Math.min(end, points.length);
  if (start >= stop) return '';
  if (hasWide(points, start, stop)) return { codePoints: partOf(points, start, stop) };
  return stop - start <= FEW ? fewPoints(points, start, stop) : narrowOf(partOf(points, start, stop));
}

/** Whether some code point is none that a JS string may hold. */
function hasWide(points: ArrayLike<number>, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const point = points[i];
    if (point >= 0xd800 && (point <= 0xdfff || point > 0xffff)) return true;
  }
  return false;
}

function partOf(points: ArrayLike<number>, start: number, end: number): Uint32Array {
  if (points instanceof Uint32Array) return points.slice(start, end);
  const part = new Uint32Array(end - start);
  for (let i = start; i < end; i++) part[i - start] = points[i];
  return part;
}

/** One code point as a str. */
export function textOfPoint(point: number): Text {
  if (point > 0xffff || (point >= 0xd800 && point <= 0xdfff)) return { codePoints: [point] };
  return String.fromCharCode(point);
}

/** Joins pieces; a JS string if every piece is one. */
export function concatText(pieces: readonly Text[]): Text {
  let joined = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (typeof piece !== 'string') return concatWide(pieces);
    joined += piece;
  }
  return joined;
}

function concatWide(pieces: readonly Text[]): Text {
  let total = 0;
  for (let i = 0; i < pieces.length; i++) total += textLength(pieces[i]);
  if (total > MAX_STRING_LENGTH) throw memoryError();
  const points = new Uint32Array(total);
  let at = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    placePoints(points, at, piece);
    at += textLength(piece);
  }
  return textOf(points);
}

/** Writes a text's code points where there is room for them. */
export function placePoints(target: Uint32Array, at: number, text: Text): void {
  if (typeof text === 'string') for (let i = 0; i < text.length; i++) target[at + i] = text.charCodeAt(i);
  else target.set(text.codePoints, at);
}

/** `count` times one code point, refused before it is built when it could not fit. */
export function repeatPoint(point: number, count: number): Text {
  if (count <= 0) return '';
  if (count > MAX_STRING_LENGTH) throw memoryError();
  const one = textOfPoint(point);
  return typeof one === 'string' ? one.repeat(count) : { codePoints: new Array<number>(count).fill(point) };
}

/** Puts `count` fill characters on either side of a str. */
export function padText(text: Text, fill: number, left: number, right: number): Text {
  if (left <= 0 && right <= 0) return text;
  return concatText([repeatPoint(fill, left), text, repeatPoint(fill, right)]);
}

const CHUNK = 8192;

function narrowOf(points: ArrayLike<number>): string {
  const length = points.length;
  if (length <= FEW) return fewPoints(points, 0, length);
  if (length <= CHUNK) return String.fromCharCode.apply(null, points as number[]);
  const parts: string[] = [];
  for (let start = 0; start < length; start += CHUNK) {
    const part = new Array<number>(Math.min(CHUNK, length - start));
    for (let i = 0; i < part.length; i++) part[i] = points[start + i];
    parts.push(String.fromCharCode.apply(null, part));
  }
  return parts.join('');
}
