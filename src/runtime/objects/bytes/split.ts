// split and strip of bytes and bytearray. CPython: Objects/stringlib/split.h, Objects/bytesobject.c (do_strip, do_xstrip)
import { None } from '../../core/object.ts';
import type { Value } from '../../core/value.ts';
import { valueError } from '../../exceptions/errors.ts';
import { getBuffer } from '../../protocols/buffer.ts';
import { sizeArgument } from '../../protocols/item.ts';
import { findBytes, rfindBytes } from '../../text/byte-search.ts';
import { isSpaceByte, type StripSide } from '../../text/split.ts';
import { PyList } from '../list/list.ts';
import { type BytesLike, part } from './operand.ts';

type SplitMethod = (self: BytesLike, sep?: Value, maxsplit?: Value) => Value;
/** The pieces in the order they are found; `most` < 0: no limit. */
type Splitter = (self: BytesLike, separator: Uint8Array, most: number) => Value[];

function split(bySeparator: Splitter, bySpace: (self: BytesLike, most: number) => Value[]): SplitMethod {
  return (self, sep, maxsplit) => {
    const most = maxsplit === undefined ? -1 : sizeArgument(maxsplit);
    if (sep === undefined || sep === None) return new PyList(bySpace(self, most));
    const separator = getBuffer(sep);
    if (separator.length === 0) throw valueError('empty separator');
    return new PyList(bySeparator(self, separator, most));
  };
}

function forwards(self: BytesLike, separator: Uint8Array, most: number): Value[] {
  const data = self.value;
  const found: Value[] = [];
  let start = 0;
  for (let left = most; left !== 0; left--) {
    const at = findBytes(data, separator, start, data.length);
    if (at < 0) break;
    found.push(part(self, start, at));
    start = at + separator.length;
  }
  found.push(part(self, start, data.length));
  return found;
}

function backwards(self: BytesLike, separator: Uint8Array, most: number): Value[] {
  const data = self.value;
  const found: Value[] = [];
  let end = data.length;
  for (let left = most; left !== 0; left--) {
    const at = rfindBytes(data, separator, 0, end);
    if (at < 0) break;
    found.push(part(self, at + separator.length, end));
    end = at;
  }
  found.push(part(self, 0, end));
  return found.reverse();
}

function forwardsBySpace(self: BytesLike, most: number): Value[] {
  const data = self.value;
  const end = data.length;
  const found: Value[] = [];
  let at = skipSpace(data, 0);
  for (let left = most; left !== 0 && at < end; left--) {
    const start = at;
    while (at < end && !isSpaceByte(data[at]!)) at++;
    found.push(part(self, start, at));
    at = skipSpace(data, at);
  }
  if (at < end) found.push(part(self, at, end));
  return found;
}

function backwardsBySpace(self: BytesLike, most: number): Value[] {
  const data = self.value;
  const found: Value[] = [];
  let at = skipSpaceBack(data, data.length);
  for (let left = most; left !== 0 && at > 0; left--) {
    const end = at;
    while (at > 0 && !isSpaceByte(data[at - 1]!)) at--;
    found.push(part(self, at, end));
    at = skipSpaceBack(data, at);
  }
  if (at > 0) found.push(part(self, 0, at));
  return found.reverse();
}

function skipSpace(data: Uint8Array, from: number): number {
  let at = from;
  while (at < data.length && isSpaceByte(data[at]!)) at++;
  return at;
}

function skipSpaceBack(data: Uint8Array, from: number): number {
  let at = from;
  while (at > 0 && isSpaceByte(data[at - 1]!)) at--;
  return at;
}

/** CPython: bytes.split */
export const bytesSplit: SplitMethod = split(forwards, forwardsBySpace);
/** CPython: bytes.rsplit */
export const bytesRsplit: SplitMethod = split(backwards, backwardsBySpace);

type StripMethod = (self: BytesLike, chars?: Value) => Value;

function strip(side: StripSide): StripMethod {
  return (self, chars) => {
    const data = self.value;
    let start = 0;
    let end = data.length;
    if (chars === undefined || chars === None) {
      if (side !== 'right') start = skipSpace(data, 0);
      if (side !== 'left' && start < end) end = skipSpaceBack(data, end);
    } else {
      const set = getBuffer(chars);
      if (side !== 'right') while (start < end && set.includes(data[start]!)) start++;
      if (side !== 'left') while (end > start && set.includes(data[end - 1]!)) end--;
    }
    return part(self, start, end);
  };
}

export const bytesStrip: StripMethod = strip('both');
export const bytesLstrip: StripMethod = strip('left');
export const bytesRstrip: StripMethod = strip('right');
