// Slice objects and the index arithmetic all sequences share. CPython: Objects/sliceobject.c
import { None, PyObject } from '../../core/object.ts';
import { slotsOf, staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { asIndex } from '../../protocols/item.ts';

export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
export const sliceType: PyType = staticType('slice', PySlice);

/** A part of a slice as an index: clamped to the JS safe range. CPython: _PyEval_SliceIndex */
export function sliceIndex(v: Value): number {
  if (typeof v === 'number' && Number.isInteger(v)) return v;
  if (typeof v !== 'bigint' && (slotsOf(v) as unknown as { m$__index__?: Entry }).m$__index__ === undefined) {
    throw typeError('slice indices must be integers or None or have an __index__ method');
  }
  const n = asIndex(v);
  if (typeof n === 'number') return n;
  return n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** `start` of a search: adjusted below, not clamped to the length; none given is 0. CPython: ADJUST_INDICES */
export function startBound(v: Value | undefined, length: number): number {
  if (v === undefined || v === None) return 0;
  const index = sliceIndex(v);
  return index < 0 ? Math.max(0, index + length) : index;
}

/** `end` of a search: within the length; none given is the length. CPython: ADJUST_INDICES */
export function endBound(v: Value | undefined, length: number): number {
  if (v === undefined || v === None) return length;
  const index = sliceIndex(v);
  return index < 0 ? Math.max(0, index + length) : Math.min(index, length);
}

export interface SliceRange {
  start: number;
  stop: number;
  step: number;
  /** How many items it selects. */
  count: number;
}

/** CPython: PySlice_Unpack, PySlice_AdjustIndices */
export function sliceRange(slice: PySlice, length: number): SliceRange {
  const step = slice.step === None ? 1 : sliceIndex(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const start = slice.start === None ? (step < 0 ? high : low) : clamp(sliceIndex(slice.start), length, low, high);
  const stop = slice.stop === None ? (step < 0 ? low : high) : clamp(sliceIndex(slice.stop), length, low, high);
  const count =
    step < 0 ? Math.max(0, Math.ceil((start - stop) / -step)) : Math.max(0, Math.ceil((stop - start) / step));
  return { start, stop, step, count };
}

function clamp(index: number, length: number, low: number, high: number): number {
  const i = index < 0 ? index + length : index;
  return i < low ? low : Math.min(i, high);
}

/** The exact start, stop and step for a length of any size. CPython: _PySlice_GetLongIndices */
export function exactIndices(slice: PySlice, length: bigint): [bigint, bigint, bigint] {
  const step = slice.step === None ? 1n : exactIndex(slice.step);
  if (step === 0n) throw valueError('slice step cannot be zero');
  const low = step < 0n ? -1n : 0n;
  const high = step < 0n ? length - 1n : length;
  const bound = (v: Value, standard: bigint): bigint => {
    if (v === None) return standard;
    let n = exactIndex(v);
    if (n < 0n) n += length;
    return n < low ? low : n > high ? high : n;
  };
  const start = bound(slice.start, step < 0n ? high : low);
  return [start, bound(slice.stop, step < 0n ? low : high), step];
}

function exactIndex(v: Value): bigint {
  const slots = slotsOf(v) as unknown as { m$__index__?: Entry };
  if (slots.m$__index__ === undefined)
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return BigInt(asIndex(v));
}

/** The selected items of a JS array. */
export function sliceArray<T>(items: readonly T[], range: SliceRange): T[] {
  const { start, step, count } = range;
  if (step === 1) return items.slice(start, start + count);
  // A copy of as many items is without holes and has its size at once.
  const result = items.slice(0, count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = items[at]!;
  return result;
}
