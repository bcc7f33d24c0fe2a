// Methods of bytes and bytearray that look for something. CPython: Objects/bytes_methods.c, Objects/bytesobject.c
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { isError, typeError, valueError } from '../../exceptions/errors.ts';
import { getBuffer } from '../../protocols/buffer.ts';
import { isTrue } from '../../protocols/compare.ts';
import { countBytes, findByte, findBytes, hasBytesAt, rfindBytes } from '../../text/byte-search.ts';
import { lineBounds } from '../../text/split.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { PyList } from '../list/list.ts';
import { endBound, startBound } from '../slice/slice.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { PyBytes } from './bytes.ts';
import {
  type BytesLike,
  containedArgument,
  like,
  part,
  parts,
  soughtArgument,
  textOfBytes,
  unchanged,
} from './operand.ts';

type Search = (data: Uint8Array, needle: Uint8Array, start: number, end: number) => number;
type SearchMethod = (self: BytesLike, sub: Value, start?: Value, end?: Value) => Value;

function search(run: Search, required: boolean): SearchMethod {
  return (self, sub, start, end) => {
    const data = self.value;
    const from = startBound(start, data.length);
    const to = endBound(end, data.length);
    const at = run(data, soughtArgument(sub), from, to);
    if (at < 0 && required) throw valueError('subsection not found');
    return int(at);
  };
}

export const bytesFind: SearchMethod = search(findBytes, false);
export const bytesRfind: SearchMethod = search(rfindBytes, false);
export const bytesIndex: SearchMethod = search(findBytes, true);
export const bytesRindex: SearchMethod = search(rfindBytes, true);
export const bytesCount: SearchMethod = search(countBytes, false);

/** CPython: _Py_bytes_contains */
export function bytesContains(self: BytesLike, key: Value): Value {
  const data = self.value;
  if (typeof key === 'number' && key >= 0 && key < 256 && Number.isInteger(key)) {
    return findByte(data, key, 0, data.length) >= 0;
  }
  return findBytes(data, containedArgument(key), 0, data.length) >= 0;
}

function tail(name: string, atEnd: boolean): SearchMethod {
  const matches = (data: Uint8Array, needle: Uint8Array, from: number, to: number) =>
    to - from >= needle.length && hasBytesAt(data, needle, atEnd ? to - needle.length : from, to);
  return (self, affix, start, end) => {
    const data = self.value;
    const from = startBound(start, data.length);
    const to = endBound(end, data.length);
    if (affix instanceof PyBytes) return matches(data, affix.value, from, to);
    if (affix instanceof PyTuple) return affix.items.some((each) => matches(data, getBuffer(each), from, to));
    return matches(data, affixArgument(affix, name), from, to);
  };
}

function affixArgument(v: Value, name: string): Uint8Array {
  try {
    return getBuffer(v);
  } catch (e) {
    if (!isError(e, 'TypeError')) throw e;
    throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeOf(v).typeName}`);
  }
}

export const bytesStartswith: SearchMethod = tail('startswith', false);
export const bytesEndswith: SearchMethod = tail('endswith', true);

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
    const at = run(self.value, separator, 0, length);
    const empty = () => like(self, new Uint8Array(0));
    if (at < 0) return tuple(fromEnd ? [empty(), empty(), unchanged(self)] : [unchanged(self), empty(), empty()]);
    const middle = self instanceof PyByteArray ? new PyByteArray(separator.slice()) : sep;
    return tuple([part(self, 0, at), middle, part(self, at + separator.length, length)]);
  };
}

export const bytesPartition: (self: BytesLike, sep: Value) => Value = partition(findBytes, false);
export const bytesRpartition: (self: BytesLike, sep: Value) => Value = partition(rfindBytes, true);

/** CPython: bytes.removeprefix */
export function bytesRemoveprefix(self: BytesLike, prefix: Value): Value {
  const affix = getBuffer(prefix);
  const { length } = self.value;
  const has = affix.length > 0 && hasBytesAt(self.value, affix, 0, length);
  return has ? part(self, affix.length, length) : unchanged(self);
}

/** CPython: bytes.removesuffix */
export function bytesRemovesuffix(self: BytesLike, suffix: Value): Value {
  const affix = getBuffer(suffix);
  const at = self.value.length - affix.length;
  const has = affix.length > 0 && hasBytesAt(self.value, affix, at, self.value.length);
  return has ? part(self, 0, at) : unchanged(self);
}
