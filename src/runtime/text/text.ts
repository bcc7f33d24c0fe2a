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
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (point >= 0xd800 && (point <= 0xdfff || point > 0xffff)) return { codePoints: points };
  }
  return narrowOf(points);
}

/** The str of a JS string in UTF-16, where a surrogate pair is one code point. */
export function textOfUtf16(string: string): Text {
  if (isNarrow(string)) return string;
  const points: number[] = [];
  for (let i = 0; i < string.length; i++) {
    const point = string.codePointAt(i)!;
    if (point > 0xffff) i++;
    points.push(point);
  }
  return { codePoints: points };
}

/** A JS string in UTF-16 for the host; a lone surrogate stays one code unit (two that would pair up become one character there). */
export function utf16Of(text: Text): string {
  if (typeof text === 'string') return text;
  const parts: string[] = [];
  const points = text.codePoints;
  for (let start = 0; start < points.length; start += CHUNK) {
    const stop = Math.min(points.length, start + CHUNK);
    const units: number[] = [];
    for (let i = start; i < stop; i++) {
      const point = points[i];
      if (point <= 0xffff) units.push(point);
      else units.push(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff));
    }
    parts.push(String.fromCharCode.apply(null, units));
  }
  return parts.join('');
}

/** Part of a str. */
export function sliceText(text: Text, start: number, end: number): Text {
  if (typeof text === 'string') return text.slice(start, end);
  const part: number[] = [];
  const stop = Math.min(end, text.codePoints.length);
  for (let i = start; i < stop; i++) part.push(text.codePoints[i]);
  return textOf(part);
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
  const points: number[] = [];
  for (const piece of pieces) {
    const length = textLength(piece);
    for (let i = 0; i < length; i++) points.push(codePointAt(piece, i));
  }
  return textOf(points);
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
  if (length <= CHUNK) return String.fromCharCode.apply(null, points as number[]);
  const parts: string[] = [];
  for (let start = 0; start < length; start += CHUNK) {
    const part = new Array<number>(Math.min(CHUNK, length - start));
    for (let i = 0; i < part.length; i++) part[i] = points[start + i];
    parts.push(String.fromCharCode.apply(null, part));
  }
  return parts.join('');
}
