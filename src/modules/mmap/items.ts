// A map as a sequence of bytes. CPython: Modules/mmapmodule.c (mmap_subscript, mmap_ass_subscript)
import { None } from '../../runtime/core/object.ts';
import type { Entry, Value } from '../../runtime/core/value.ts';
import { int } from '../../runtime/core/value.ts';
import { indexError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { hasIndex } from '../../runtime/objects/bytes/sequence.ts';
import { PySlice, sliceRange } from '../../runtime/objects/slice/slice.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { sizeArgument } from '../../runtime/protocols/item.ts';
import type { PyMap } from './map.ts';

function position(self: PyMap, key: Value): number {
  if (!hasIndex(key)) throw typeError('mmap indices must be integers');
  const { length } = self.bytes;
  const index = sizeArgument(key);
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw indexError('mmap index out of range');
  return at;
}

export function getMapItem(self: PyMap, key: Value): Value {
  const data = self.bytes;
  if (!(key instanceof PySlice)) return int(data[position(self, key)]!);
  const { start, step, count } = sliceRange(key, data.length);
  if (step === 1) return bytes(data.slice(start, start + count));
  return bytes(Uint8Array.from({ length: count }, (_, i) => data[start + i * step]!));
}

/** What iterating gives: bytes of one byte, as there is no `__iter__`. CPython: mmap_item */
export const itemAsBytes: Entry = ((self: PyMap, index: Value): Value => {
  const at = position(self, index);
  return bytes(self.bytes.slice(at, at + 1));
}) as Entry;

export function setMapItem(self: PyMap, key: Value, value: Value): Value {
  const data = self.bytes;
  self.checkWritable();
  if (key instanceof PySlice) setSlice(self, data, key, value);
  else setByte(self, data, position(self, key), value);
  return None;
}

function setSlice(self: PyMap, data: Uint8Array, key: PySlice, value: Value): void {
  const { start, step, count } = sliceRange(key, data.length);
  const source = getBuffer(value);
  if (source.length !== count) throw indexError('mmap slice assignment is wrong size');
  for (let i = 0; i < count; i++) data[start + i * step] = source[i]!;
  const last = start + (count - 1) * step;
  if (count > 0) self.store(Math.min(start, last), Math.max(start, last) + 1);
}

function setByte(self: PyMap, data: Uint8Array, at: number, value: Value): void {
  if (!hasIndex(value)) throw typeError('mmap item value must be an int');
  const byte = sizeArgument(value);
  if (byte < 0 || byte > 255) throw valueError('mmap item value must be in range(0, 256)');
  data[at] = byte;
  self.store(at, at + 1);
}

export function deleteMapItem(): never {
  throw typeError("mmap doesn't support item deletion");
}
