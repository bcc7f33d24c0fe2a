// str as a sequence: indexing, concatenation, repetition, comparison, hash, join. CPython: Objects/unicodeobject.c
import { NotImplemented, PyObject } from '../../core/object.ts';
import { PyStr, slotsOf, strType, typeOf } from '../../core/primitives.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { indexError, isError, memoryError, typeError } from '../../exceptions/errors.ts';
import { hashString } from '../../protocols/hash.ts';
import { asSize } from '../../protocols/item.ts';
import { itemsOf } from '../../protocols/iterate.ts';
import { repeatCount } from '../../protocols/sequence.ts';
import { compareText, equalText } from '../../text/search.ts';
import { codePointAt, concatText, MAX_STRING_LENGTH, type Text, textLength, textOf } from '../../text/text.ts';
import { PySlice, sliceRange } from '../slice/slice.ts';
import { cut } from './arguments.ts';
import { PyStrIterator } from './iterator.ts';
import { concatWideStr, isStr, type StrValue, strOf, strOfPoint, textOfStr } from './str.ts';

/** CPython: unicode_subscript */
export function strGetitem(self: StrValue, key: Value): StrValue {
  if (typeof key === 'number' && typeof self === 'string') {
    const char = self[key < 0 ? key + self.length : key];
    if (char !== undefined) return char;
  } else if (typeof key === 'number' && (self as PyStr).codePoints !== undefined) {
    const points = (self as PyStr).codePoints!;
    const point = points[key < 0 ? key + points.length : key];
    if (point !== undefined) return strOfPoint(point);
  }
  const text = textOfStr(self);
  if (key instanceof PySlice) return slice(text, key);
  if (typeof key !== 'bigint' && (slotsOf(key) as unknown as { m$__index__?: Entry }).m$__index__ === undefined) {
    throw typeError(`string indices must be integers, not '${typeOf(key).typeName}'`);
  }
  const length = textLength(text);
  const index = asSize(key, indexError);
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw indexError('string index out of range');
  return strOfPoint(codePointAt(text, at));
}

function slice(text: Text, key: PySlice): StrValue {
  const { start, step, count } = sliceRange(key, textLength(text));
  if (step === 1) return cut(text, start, start + count);
  if (typeof text === 'string') {
    let result = '';
    for (let i = 0, at = start; i < count; i++, at += step) result += text[at]!;
    return result;
  }
  const points = new Array<number>(count);
  for (let i = 0, at = start; i < count; i++, at += step) points[i] = text.codePoints[at]!;
  return strOf(textOf(points));
}

/** CPython: PyUnicode_Concat */
export function strAdd(self: StrValue, value: Value): StrValue {
  if (typeof self === 'string' && typeof value === 'string') return self + value;
  if (!isStr(value)) throw typeError(`can only concatenate str (not "${typeOf(value).typeName}") to str`);
  const left = textOfStr(self);
  const right = textOfStr(value);
  if (textLength(left) + textLength(right) > MAX_STRING_LENGTH) throw memoryError();
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  return concatWideStr(self, value);
}

/** CPython: unicode_repeat */
export function strMul(self: StrValue, value: Value): Value {
  const count = repeatCount(value);
  const text = textOfStr(self);
  if (count <= 0) return '';
  if (textLength(text) * count > MAX_STRING_LENGTH) throw memoryError();
  if (typeof text === 'string') return text.repeat(count);
  if (count === 1) return strOf(text);
  const size = text.codePoints.length;
  const points = new Uint32Array(size * count);
  for (let i = 0; i < count; i++) points.set(text.codePoints, i * size);
  return strOf({ codePoints: points });
}

type Verdict = (order: number) => boolean;

function compare(test: Verdict) {
  return (self: StrValue, value: Value): Value =>
    isStr(value) ? test(compareText(textOfStr(self), textOfStr(value))) : NotImplemented;
}

export const strLt: (self: StrValue, value: Value) => Value = compare((order) => order < 0);
export const strLe: (self: StrValue, value: Value) => Value = compare((order) => order <= 0);
export const strGt: (self: StrValue, value: Value) => Value = compare((order) => order > 0);
export const strGe: (self: StrValue, value: Value) => Value = compare((order) => order >= 0);

/** CPython: PyUnicode_RichCompare, == */
export function strEq(self: StrValue, value: Value): Value {
  return isStr(value) ? equalText(textOfStr(self), textOfStr(value)) : NotImplemented;
}

/** CPython: PyUnicode_RichCompare, != */
export function strNe(self: StrValue, value: Value): Value {
  return isStr(value) ? !equalText(textOfStr(self), textOfStr(value)) : NotImplemented;
}

/** CPython: unicode_hash; equal strings have equal UTF-16, so that is what is hashed */
export function strHash(self: StrValue): Value {
  return int(hashString(typeof self === 'string' ? self : self.value));
}

/** CPython: unicode_iter */
export function strIter(self: StrValue): Value {
  return new PyStrIterator(self);
}

export function strLen(self: StrValue): Value {
  return int(textLength(textOfStr(self)));
}

/** A str of exactly that type. CPython: unicode_result_unchanged */
export function exactStr(self: StrValue): StrValue {
  if (typeof self === 'string' || self.cls === strType) return self;
  return self.codePoints === undefined ? self.value : new PyStr(self.value, self.codePoints);
}

/** CPython: PyUnicode_Join */
export function strJoin(self: StrValue, iterable: Value): StrValue {
  const items = joinItems(iterable);
  if (items.length === 1 && isStr(items[0]!)) return exactOrSame(items[0]);
  if (typeof self !== 'string') return joinSlow(textOfStr(self), items);
  for (let i = 0; i < items.length; i++) if (typeof items[i] !== 'string') return joinSlow(self, items);
  return items.join(self);
}

function exactOrSame(item: StrValue): StrValue {
  return exactStr(item);
}

function joinSlow(separator: Text, items: readonly Value[]): StrValue {
  const parts: Text[] = [];
  items.forEach((item, i) => {
    if (!isStr(item)) throw typeError(`sequence item ${i}: expected str instance, ${typeOf(item).typeName} found`);
    if (i > 0) parts.push(separator);
    parts.push(textOfStr(item));
  });
  return strOf(concatText(parts));
}

/** CPython: PySequence_Fast, with its message */
function joinItems(iterable: Value): readonly Value[] {
  if (iterable instanceof PyObject && iterable.sq !== undefined) return itemsOf(iterable);
  const slots = slotsOf(iterable) as unknown as { m$__iter__?: Entry; m$__getitem__?: Entry };
  if (slots.m$__iter__ !== undefined || slots.m$__getitem__ !== undefined) return itemsOf(iterable);
  try {
    return itemsOf(iterable);
  } catch (e) {
    if (isError(e, 'TypeError')) throw typeError('can only join an iterable');
    throw e;
  }
}
