// `o[a:b:c]` in emitted code: the built-in sequences are cut without a slice object in between, as JavaScript's own `slice` has Python's
// rules for a step of one. CPython: Python/bytecodes.c (BINARY_SLICE, STORE_SLICE)
import { None } from '../core/object.ts';
import { PyStr, strType } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { bytesType, emptyBytes, PyBytes } from '../objects/bytes/bytes.ts';
import { listType, PyList } from '../objects/list/list.ts';
import { PySlice } from '../objects/slice/slice.ts';
import { cutWide } from '../objects/str/arguments.ts';
import { PyTuple, tuple, tupleType } from '../objects/tuple/tuple.ts';
import { getItem, setItem } from '../protocols/item.ts';

/** `o[start:stop:step]`. */
export function getSlice(o: Value, start: Value, stop: Value, step: Value): Value {
  if (isIndex(start) && isIndex(stop)) {
    if (step === None) {
      if (typeof o === 'string') return o.slice(at(start), at(stop));
      if (o instanceof PyList && o.cls === listType) return new PyList(o.items.slice(at(start), at(stop)));
      if (o instanceof PyBytes && o.cls === bytesType) return bytesSlice(o, start, stop);
      if (o instanceof PyTuple && o.cls === tupleType) return tupleSlice(o, at(start), at(stop));
      if (o instanceof PyStr && o.cls === strType) return wideSlice(o, start, stop);
    } else if ((step as number) === -1 && o instanceof PyList && o.cls === listType) {
      return new PyList(backwards(o.items, at(start), at(stop)));
    }
  }
  return getItem(o, new PySlice(start, stop, step));
}

/** Not given, or a small int. */
function isIndex(v: Value): boolean {
  return v === None || (typeof v === 'number' && ((v as number) | 0) === v);
}

function at(v: Value): number | undefined {
  return v === None ? undefined : (v as unknown as number);
}

function tupleSlice(o: PyTuple, start: number | undefined, stop: number | undefined): Value {
  const items = o.items.slice(start, stop);
  return items.length === o.items.length ? o : tuple(items);
}

function bytesSlice(o: PyBytes, start: Value, stop: Value): Value {
  const { length } = o;
  const from = bound(start, 0, length);
  const to = bound(stop, length, length);
  if (from === 0 && to === length) return o;
  return from < to ? o.part(from, to) : emptyBytes;
}

function wideSlice(o: PyStr, start: Value, stop: Value): Value {
  const { length } = o.codePoints!;
  return cutWide(o, bound(start, 0, length), bound(stop, length, length));
}

function bound(v: Value, missing: number, length: number): number {
  if (v === None) return missing;
  const index = v as unknown as number;
  return index < 0 ? Math.max(0, index + length) : Math.min(index, length);
}

function backwards(items: readonly Value[], start: number | undefined, stop: number | undefined): Value[] {
  const { length } = items;
  let from = start === undefined ? length - 1 : start < 0 ? start + length : start;
  if (from >= length) from = length - 1;
  let to = stop === undefined ? -1 : stop < 0 ? stop + length : stop;
  if (to < -1) to = -1;
  const result = items.slice(0, Math.max(0, from - to));
  for (let i = 0; i < result.length; i++) result[i] = items[from - i]!;
  return result;
}

/** `o[start:stop:step] = value`: as many items as there were go where those were. */
export function setSlice(o: Value, start: Value, stop: Value, step: Value, value: Value): void {
  if (o instanceof PyList && o.cls === listType && value instanceof PyList && value !== o && step === None) {
    if (isIndex(start) && isIndex(stop) && replaceInPlace(o.items, start, stop, value.items)) return;
  }
  setItem(o, new PySlice(start, stop, step), value);
}

/** As many items can be passed as arguments without thought for the engine's stack. */
const MOST_SPREAD = 64;

function replaceInPlace(target: Value[], start: Value, stop: Value, source: readonly Value[]): boolean {
  const { length } = target;
  const from = start === None ? 0 : (start as unknown as number);
  const to = stop === None ? length : Math.min(stop as unknown as number, length);
  if (from < 0 || to < from || from > length) return false;
  if (to - from !== source.length) {
    if (source.length > MOST_SPREAD) return false;
    target.splice(from, to - from, ...source);
    return true;
  }
  for (let i = 0; i < source.length; i++) target[from + i] = source[i]!;
  return true;
}
