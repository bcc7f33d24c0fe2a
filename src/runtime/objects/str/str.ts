// Making and reading str values. A str without surrogate code units is a JS string; any other, and every instance of a str subclass, is a PyStr.
// CPython: Objects/unicodeobject.c
import { PyStr, strType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import {
  isNarrow,
  placePoints,
  pointsOfUtf16,
  type Text,
  textLength,
  textOf,
  utf16Of,
  type WideText,
} from '../../text/text.ts';

export type StrValue = string | PyStr;

/** Whether a value is a str, subclasses included. */
export function isStr(v: Value): v is StrValue {
  return typeof v === 'string' || v instanceof PyStr;
}

/** A str value's text for the pure text functions: a JS string, or code points. */
export function textOfStr(v: StrValue): Text {
  if (typeof v === 'string') return v;
  return v.codePoints === undefined ? v.value : (v as WideText);
}

/** The Python str of a text. */
export function strOf(text: Text): StrValue {
  if (typeof text === 'string') return text;
  if (text instanceof PyStr) return text.cls === strType ? text : new PyStr(text.value, text.codePoints);
  const { codePoints } = text;
  const points = codePoints instanceof Uint32Array ? codePoints : new Uint32Array(codePoints);
  return new PyStr(utf16Of(text), points);
}

/** The Python str of any JS string: well-formed surrogate pairs are one character each. */
export function strOfUtf16(text: string): StrValue {
  return isNarrow(text) ? text : new PyStr(text, pointsOfUtf16(text));
}

export function strOfPoints(points: ArrayLike<number>): StrValue {
  return strOf(textOf(points));
}

export function strOfPoint(point: number): StrValue {
  return point < 0xd800 || (point > 0xdfff && point < 0x10000)
    ? String.fromCharCode(point)
    : new PyStr(String.fromCodePoint(point), Uint32Array.of(point));
}

/** `a + b` where one of them is wide. What the host sees of it is joined without looking at a character. */
export function concatWideStr(a: StrValue, b: StrValue): StrValue {
  const left = textOfStr(a);
  const right = textOfStr(b);
  const split = textLength(left);
  const points = new Uint32Array(split + textLength(right));
  placePoints(points, 0, left);
  placePoints(points, split, right);
  return new PyStr(jsString(a) + jsString(b), points);
}

/** An instance of a str subclass. */
export function strInstance(type: PyType, text: Text): Value {
  if (type === strType) return strOf(text);
  const Layout = type.Instance as unknown as new (value: string, points?: Uint32Array) => PyStr;
  if (typeof text === 'string') return new Layout(text);
  const wide = strOf(text) as PyStr;
  return new Layout(wide.value, wide.codePoints);
}

/** The JS (UTF-16) string of a str value: for names, messages and keys. */
export function jsString(v: StrValue): string {
  return typeof v === 'string' ? v : v.value;
}
