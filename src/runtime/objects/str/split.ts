// str methods that take a string apart. CPython: Objects/unicodeobject.c (unicode_split, unicode_partition, unicode_strip and those beside)
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { type Raised, typeError, valueError } from '../../exceptions/errors.ts';
import { isTrue } from '../../protocols/compare.ts';
import { sizeArgument } from '../../protocols/item.ts';
import { findText, hasTextAt, rfindText } from '../../text/search.ts';
import {
  isSpacePoint,
  lineBounds,
  memberTest,
  rsplitBounds,
  rsplitSpaceBounds,
  type StripSide,
  splitBounds,
  splitSpaceBounds,
  stripBounds,
} from '../../text/split.ts';
import { type Text, textLength } from '../../text/text.ts';
import { PyList } from '../list/list.ts';
import { tuple } from '../tuple/tuple.ts';
import { cut, pieces, textArgument } from './arguments.ts';
import { isStr, type StrValue, strOf, textOfStr } from './str.ts';

/** CPython: str.split */
export function strSplit(self: StrValue, sep?: Value, maxsplit?: Value): Value {
  if (typeof self === 'string' && typeof sep === 'string' && maxsplit === undefined && sep !== '') {
    return new PyList(self.split(sep));
  }
  return splitSlow(textOfStr(self), sep, maxsplit, splitBounds, splitSpaceBounds);
}

/** CPython: str.rsplit */
export function strRsplit(self: StrValue, sep?: Value, maxsplit?: Value): Value {
  return splitSlow(textOfStr(self), sep, maxsplit, rsplitBounds, rsplitSpaceBounds);
}

function splitSlow(
  text: Text,
  sep: Value | undefined,
  maxsplit: Value | undefined,
  split: typeof splitBounds,
  splitSpace: typeof splitSpaceBounds,
): Value {
  const most = maxsplit === undefined ? -1 : sizeArgument(maxsplit);
  if (sep === undefined || sep === None) return new PyList(pieces(text, splitSpace(text, most, isSpacePoint)));
  if (!isStr(sep)) throw typeError(`must be str or None, not ${typeOf(sep).typeName}`);
  const separator = textOfStr(sep);
  if (separator === '') throw valueError('empty separator');
  return new PyList(pieces(text, split(text, separator, most)));
}

/** CPython: str.splitlines */
export function strSplitlines(self: StrValue, keepends?: Value): Value {
  const text = textOfStr(self);
  return new PyList(pieces(text, lineBounds(text, keepends !== undefined && isTrue(keepends), false)));
}

function separatorOf(sep: Value): Text {
  if (!isStr(sep)) throw typeError(`must be str, not ${typeOf(sep).typeName}`);
  const text = textOfStr(sep);
  if (text === '') throw valueError('empty separator');
  return text;
}

/** CPython: str.partition */
export function strPartition(self: StrValue, sep: Value): Value {
  const separator = separatorOf(sep);
  const text = textOfStr(self);
  const at = findText(text, separator, 0, textLength(text));
  return at < 0 ? tuple([strOf(text), '', '']) : parts(text, separator, at);
}

/** CPython: str.rpartition */
export function strRpartition(self: StrValue, sep: Value): Value {
  const separator = separatorOf(sep);
  const text = textOfStr(self);
  const at = rfindText(text, separator, 0, textLength(text));
  return at < 0 ? tuple(['', '', strOf(text)]) : parts(text, separator, at);
}

function parts(text: Text, separator: Text, at: number): Value {
  const end = at + textLength(separator);
  return tuple([cut(text, 0, at), strOf(separator), cut(text, end, textLength(text))]);
}

function strip(name: string, side: StripSide) {
  return (self: StrValue, chars?: Value): StrValue => {
    const text = textOfStr(self);
    let strips = isSpacePoint;
    if (chars !== undefined && chars !== None) {
      if (!isStr(chars)) throw stripError(name);
      strips = memberTest(textOfStr(chars));
    }
    const [start, end] = stripBounds(text, strips, side);
    return cut(text, start, end);
  };
}

function stripError(name: string): Raised {
  return typeError(`${name} arg must be None or str`);
}

/** CPython: str.strip */
export const strStrip: (self: StrValue, chars?: Value) => StrValue = strip('strip', 'both');
/** CPython: str.lstrip */
export const strLstrip: (self: StrValue, chars?: Value) => StrValue = strip('lstrip', 'left');
/** CPython: str.rstrip */
export const strRstrip: (self: StrValue, chars?: Value) => StrValue = strip('rstrip', 'right');

/** CPython: str.removeprefix */
export function strRemoveprefix(self: StrValue, prefix: Value): Value {
  const affix = textArgument(prefix, 'removeprefix');
  const text = textOfStr(self);
  const length = textLength(text);
  return hasTextAt(text, affix, 0, length) ? cut(text, textLength(affix), length) : strOf(text);
}

/** CPython: str.removesuffix */
export function strRemovesuffix(self: StrValue, suffix: Value): Value {
  const affix = textArgument(suffix, 'removesuffix');
  const text = textOfStr(self);
  const at = textLength(text) - textLength(affix);
  return hasTextAt(text, affix, at, textLength(text)) ? cut(text, 0, at) : strOf(text);
}
