// What the str methods have in common: taking their arguments. CPython: Python/getargs.c (_PyArg_BadArgument), Objects/unicodeobject.c
import { None } from '../../core/object.ts';
import { PyStr, typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { type Raised, typeError } from '../../exceptions/errors.ts';
import { sliceText, type Text } from '../../text/text.ts';
import { isStr, type StrValue, strOf, textOfStr } from './str.ts';

/** The text of an argument that must be a str. `position` is '' for the only argument. */
export function textArgument(v: Value, name: string, position = ''): Text {
  if (typeof v === 'string') return v;
  if (isStr(v)) return textOfStr(v);
  throw badArgument(v, name, position);
}

/** CPython: _PyArg_BadArgument */
export function badArgument(v: Value, name: string, position: string, expected = 'str'): Raised {
  const given = v === None ? 'None' : typeOf(v).typeName;
  return typeError(`${name}() argument ${position === '' ? '' : `${position} `}must be ${expected}, not ${given}`);
}

/** Cuts a text at bounds, two numbers a piece. */
export function pieces(text: Text, bounds: readonly number[]): StrValue[] {
  const result: StrValue[] = [];
  for (let i = 0; i < bounds.length; i += 2) result.push(cut(text, bounds[i]!, bounds[i + 1]!));
  return result;
}

/** `text[start:end]` as a str value. */
export function cut(text: Text, start: number, end: number): StrValue {
  if (typeof text === 'string') return text.slice(start, end);
  return text instanceof PyStr ? cutWide(text, start, end) : strOf(sliceText(text, start, end));
}

/** A mark stands before every so many code points: two to the power of this. */
const MARK_SHIFT = 6;

/** `text[start:end]` of a wide str, cut from its UTF-16: the engine copies no characters for that. */
export function cutWide(text: PyStr, start: number, end: number): StrValue {
  const points = text.codePoints!;
  const stop = Math.min(end, points.length);
  if (start >= stop) return '';
  let unit = 0;
  let at = 0;
  if (start >> MARK_SHIFT > 0) {
    text.marks ??= marksOf(points);
    unit = text.marks[start >> MARK_SHIFT]!;
    at = (start >> MARK_SHIFT) << MARK_SHIFT;
  }
  for (; at < start; at++) unit += points[at]! > 0xffff ? 2 : 1;
  const from = unit;
  let isWide = false;
  for (; at < stop; at++) {
    const point = points[at]!;
    unit += point > 0xffff ? 2 : 1;
    if (point >= 0xd800 && (point <= 0xdfff || point > 0xffff)) isWide = true;
  }
  const part = text.value.slice(from, unit);
  return isWide ? new PyStr(part, points.slice(start, stop)) : part;
}

function marksOf(points: Uint32Array): Uint32Array {
  const marks = new Uint32Array((points.length >> MARK_SHIFT) + 1);
  let unit = 0;
  for (let at = 0; at < points.length; at++) {
    if ((at & ((1 << MARK_SHIFT) - 1)) === 0) marks[at >> MARK_SHIFT] = unit;
    unit += points[at]! > 0xffff ? 2 : 1;
  }
  return marks;
}
