// Where str and bytes are split, stripped and broken into lines: everything answers with bounds, two numbers a piece, and the caller cuts.
// CPython: Objects/stringlib/split.h

import { isSpace } from '../../unicode/properties.ts';
import { findText, rfindText } from './search.ts';
import { codePointAt, type Text, textLength } from './text.ts';

/** Starts and ends in turn. */
export type Bounds = number[];
export type PointTest = (point: number) => boolean;

/** CPython: Py_UNICODE_ISSPACE */
export function isSpacePoint(point: number): boolean {
  if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31);
  return isSpace(point);
}

/** CPython: Py_ISSPACE, for bytes */
export function isSpaceByte(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** CPython: Py_UNICODE_ISLINEBREAK */
function isBreakPoint(point: number): boolean {
  if (point < 128) return (point >= 10 && point <= 13) || (point >= 28 && point <= 30);
  return point === 0x85 || point === 0x2028 || point === 0x2029;
}

function isBreakByte(byte: number): boolean {
  return byte === 10 || byte === 13;
}

/** `text.split(separator, most)`; `most` < 0: no limit. */
export function splitBounds(text: Text, separator: Text, most: number): Bounds {
  const end = textLength(text);
  const size = textLength(separator);
  const bounds: Bounds = [];
  let start = 0;
  for (let left = most; left !== 0; left--) {
    const at = findText(text, separator, start, end);
    if (at < 0) break;
    bounds.push(start, at);
    start = at + size;
  }
  bounds.push(start, end);
  return bounds;
}

/** `text.rsplit(separator, most)`, from left to right. */
export function rsplitBounds(text: Text, separator: Text, most: number): Bounds {
  const size = textLength(separator);
  const bounds: Bounds = [];
  let end = textLength(text);
  for (let left = most; left !== 0; left--) {
    const at = rfindText(text, separator, 0, end);
    if (at < 0) break;
    bounds.push(end, at + size);
    end = at;
  }
  bounds.push(end, 0);
  return bounds.reverse();
}

/** `text.split(None, most)`. */
export function splitSpaceBounds(text: Text, most: number, isWhite: PointTest): Bounds {
  const end = textLength(text);
  const bounds: Bounds = [];
  let at = 0;
  for (let left = most; left !== 0; left--) {
    while (at < end && isWhite(codePointAt(text, at))) at++;
    if (at === end) return bounds;
    const start = at;
    while (at < end && !isWhite(codePointAt(text, at))) at++;
    bounds.push(start, at);
  }
  while (at < end && isWhite(codePointAt(text, at))) at++;
  if (at < end) bounds.push(at, end);
  return bounds;
}

/** `text.rsplit(None, most)`, from left to right. */
export function rsplitSpaceBounds(text: Text, most: number, isWhite: PointTest): Bounds {
  const bounds: Bounds = [];
  let at = textLength(text);
  for (let left = most; left !== 0; left--) {
    while (at > 0 && isWhite(codePointAt(text, at - 1))) at--;
    if (at === 0) return bounds.reverse();
    const end = at;
    while (at > 0 && !isWhite(codePointAt(text, at - 1))) at--;
    bounds.push(end, at);
  }
  while (at > 0 && isWhite(codePointAt(text, at - 1))) at--;
  if (at > 0) bounds.push(at, 0);
  return bounds.reverse();
}

/** `text.splitlines(keepEnds)`. */
export function lineBounds(text: Text, keepEnds: boolean, isBytes: boolean): Bounds {
  const isBreak = isBytes ? isBreakByte : isBreakPoint;
  const end = textLength(text);
  const bounds: Bounds = [];
  for (let at = 0; at < end; ) {
    const start = at;
    while (at < end && !isBreak(codePointAt(text, at))) at++;
    const stop = at;
    if (at < end) at += codePointAt(text, at) === 13 && at + 1 < end && codePointAt(text, at + 1) === 10 ? 2 : 1;
    bounds.push(start, keepEnds ? at : stop);
  }
  return bounds;
}

export type StripSide = 'left' | 'right' | 'both';

/** What is left when the characters that `strips` says yes to are taken off the ends. */
export function stripBounds(text: Text, strips: PointTest, side: StripSide): [start: number, end: number] {
  let start = 0;
  let end = textLength(text);
  if (side !== 'right') while (start < end && strips(codePointAt(text, start))) start++;
  if (side !== 'left') while (end > start && strips(codePointAt(text, end - 1))) end--;
  return [start, end];
}

/** A test for being among the characters of a text. */
export function memberTest(chars: Text): PointTest {
  if (textLength(chars) === 1) {
    const only = codePointAt(chars, 0);
    return (point) => point === only;
  }
  const set = new Set<number>();
  for (let i = 0; i < textLength(chars); i++) set.add(codePointAt(chars, i));
  return (point) => set.has(point);
}

/** Where `old` is replaced, at most `most` times (< 0: everywhere): starts of the places. */
export function replacePlaces(text: Text, old: Text, most: number): number[] {
  const end = textLength(text);
  const size = textLength(old);
  const places: number[] = [];
  if (size === 0) {
    for (let at = 0; at <= end && places.length !== most; at++) places.push(at);
    return places;
  }
  for (let at = 0; places.length !== most; ) {
    at = findText(text, old, at, end);
    if (at < 0) break;
    places.push(at);
    at += size;
  }
  return places;
}
