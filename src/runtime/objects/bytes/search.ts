// Methods of bytes and bytearray that look for something or take them apart. CPython: Objects/bytes_methods.c, Objects/bytesobject.c
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { isError, typeError, valueError } from '../../exceptions/errors.ts';
import { getBuffer } from '../../protocols/buffer.ts';
import { isTrue } from '../../protocols/compare.ts';
import { sizeArgument } from '../../protocols/item.ts';
import { countText, findText, hasTextAt, rfindText } from '../../text/search.ts';
import {
  isSpaceByte,
  lineBounds,
  memberTest,
  rsplitBounds,
  rsplitSpaceBounds,
  type StripSide,
  splitBounds,
  splitSpaceBounds,
  stripBounds,
} from '../../text/split.ts';
import type { Text } from '../../text/text.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { PyList } from '../list/list.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import {
  type BytesLike,
  containedArgument,
  endBound,
  like,
  part,
  parts,
  soughtArgument,
  startBound,
  textOfBytes,
  unchanged,
} from './operand.ts';

type Search = (text: Text, needle: Text, start: number, end: number) => number;
type SearchMethod = (self: BytesLike, sub: Value, start?: Value, end?: Value) => Value;

function search(run: Search, required: boolean): SearchMethod {
  return (self, sub, start, end) => {
    const data = self.value;
    const from = startBound(start, data.length);
    const to = endBound(end, data.length);
    const at = run(textOfBytes(data), textOfBytes(soughtArgument(sub)), from, to);
    if (at < 0 && required) throw valueError('subsection not found');
    return int(at);
  };
}

export const bytesFind: SearchMethod = search(findText, false);
export const bytesRfind: SearchMethod = search(rfindText, false);
export const bytesIndex: SearchMethod = search(findText, true);
export const bytesRindex: SearchMethod = search(rfindText, true);
export const bytesCount: SearchMethod = search(countText, false);

/** CPython: _Py_bytes_contains */
export function bytesContains(self: BytesLike, key: Value): Value {
  const needle = containedArgument(key);
  return findText(textOfBytes(self.value), textOfBytes(needle), 0, self.value.length) >= 0;
}

function tail(name: string, atEnd: boolean): SearchMethod {
  return (self, affix, start, end) => {
    const data = self.value;
    const from = startBound(start, data.length);
    const to = endBound(end, data.length);
    const matches = (v: Value) => {
      const needle = getBuffer(v);
      const at = atEnd ? to - needle.length : from;
      return at >= from && hasTextAt(textOfBytes(data), textOfBytes(needle), at, to);
    };
    if (affix instanceof PyTuple) return affix.items.some(matches);
    try {
      return matches(affix);
    } catch (e) {
      if (!isError(e, 'TypeError')) throw e;
      throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeOf(affix).typeName}`);
    }
  };
}

export const bytesStartswith: SearchMethod = tail('startswith', false);
export const bytesEndswith: SearchMethod = tail('endswith', true);

type SplitMethod = (self: BytesLike, sep?: Value, maxsplit?: Value) => Value;

function split(bySeparator: typeof splitBounds, bySpace: typeof splitSpaceBounds): SplitMethod {
  return (self, sep, maxsplit) => {
    const most = maxsplit === undefined ? -1 : sizeArgument(maxsplit);
    const text = textOfBytes(self.value);
    if (sep === undefined || sep === None) return new PyList(parts(self, bySpace(text, most, isSpaceByte)));
    const separator = getBuffer(sep);
    if (separator.length === 0) throw valueError('empty separator');
    return new PyList(parts(self, bySeparator(text, textOfBytes(separator), most)));
  };
}

export const bytesSplit: SplitMethod = split(splitBounds, splitSpaceBounds);
export const bytesRsplit: SplitMethod = split(rsplitBounds, rsplitSpaceBounds);

/** CPython: bytes.splitlines */
export function bytesSplitlines(self: BytesLike, keepends?: Value): Value {
  const bounds = lineBounds(textOfBytes(self.value), keepends !== undefined && isTrue(keepends), true);
  return new PyList(parts(self, bounds));
}

function partition(run: Search, fromEnd: boolean): (self: BytesLike, sep: Value) => Value {
  return (self, sep) => {
    const separator = getBuffer(sep);
    if (separator.length === 0) throw valueError('empty separator');
    const { length } = self.value;
    const at = run(textOfBytes(self.value), textOfBytes(separator), 0, length);
    const empty = () => like(self, new Uint8Array(0));
    if (at < 0) return tuple(fromEnd ? [empty(), empty(), unchanged(self)] : [unchanged(self), empty(), empty()]);
    const middle = self instanceof PyByteArray ? new PyByteArray(separator.slice()) : sep;
    return tuple([part(self, 0, at), middle, part(self, at + separator.length, length)]);
  };
}

export const bytesPartition: (self: BytesLike, sep: Value) => Value = partition(findText, false);
export const bytesRpartition: (self: BytesLike, sep: Value) => Value = partition(rfindText, true);

function strip(side: StripSide): (self: BytesLike, chars?: Value) => Value {
  return (self, chars) => {
    const test = chars === undefined || chars === None ? isSpaceByte : memberTest(textOfBytes(getBuffer(chars)));
    const [start, end] = stripBounds(textOfBytes(self.value), test, side);
    return part(self, start, end);
  };
}

export const bytesStrip: (self: BytesLike, chars?: Value) => Value = strip('both');
export const bytesLstrip: (self: BytesLike, chars?: Value) => Value = strip('left');
export const bytesRstrip: (self: BytesLike, chars?: Value) => Value = strip('right');

/** CPython: bytes.removeprefix */
export function bytesRemoveprefix(self: BytesLike, prefix: Value): Value {
  const affix = getBuffer(prefix);
  const { length } = self.value;
  const has = affix.length > 0 && hasTextAt(textOfBytes(self.value), textOfBytes(affix), 0, length);
  return has ? part(self, affix.length, length) : unchanged(self);
}

/** CPython: bytes.removesuffix */
export function bytesRemovesuffix(self: BytesLike, suffix: Value): Value {
  const affix = getBuffer(suffix);
  const at = self.value.length - affix.length;
  const has = affix.length > 0 && hasTextAt(textOfBytes(self.value), textOfBytes(affix), at, self.value.length);
  return has ? part(self, 0, at) : unchanged(self);
}
