// Indexing and slicing of memoryviews. CPython: Objects/memoryobject.c (memory_subscript, memory_ass_sub)
import { Ellipsis, None } from '../../core/object.ts';
import { slotsOf } from '../../core/primitives.ts';
import type { Entry, Value } from '../../core/value.ts';
import { indexError, notImplementedError, type Raised, typeError, valueError } from '../../exceptions/errors.ts';
import { asSize } from '../../protocols/item.ts';
import { memoryViewOf } from '../../protocols/memoryview.ts';
import { PySlice, sliceRange } from '../slice/slice.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { packItem, unpackItem, usableLetter } from './item.ts';
import { checkReleased, itemOffsets, type PyMemoryView, releaseView, viewWith } from './memoryview.ts';

function hasIndex(v: Value): boolean {
  return typeof v === 'bigint' || (slotsOf(v) as unknown as { m$__index__?: Entry }).m$__index__ !== undefined;
}

function invalidKey(): Raised {
  return typeError('memoryview: invalid slice key');
}

/** CPython: lookup_dimension */
function step(view: PyMemoryView, start: number, dimension: number, index: number): number {
  const size = view.shape[dimension]!;
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw indexError(`index out of bounds on dimension ${dimension + 1}`);
  return start + view.strides[dimension]! * at;
}

/** Where the item of a tuple of ints lies. CPython: ptr_from_tuple */
function positionOf(view: PyMemoryView, key: PyTuple): number {
  const { ndim } = view;
  if (key.items.length > ndim) {
    throw typeError(`cannot index ${ndim}-dimension view with ${key.items.length}-element tuple`);
  }
  let at = view.offset;
  key.items.forEach((item, dimension) => {
    at = step(view, at, dimension, asSize(item, indexError));
  });
  return at;
}

/** CPython: memory_subscript */
export function memoryGetitem(view: PyMemoryView, key: Value): Value {
  checkReleased(view);
  if (view.ndim === 0) return scalarGet(view, key);
  if (hasIndex(key)) {
    const letter = usableLetter(view);
    const index = asSize(key, indexError);
    if (view.ndim > 1) throw notImplementedError('multi-dimensional sub-views are not implemented');
    return unpackItem(view.memory, letter, step(view, view.offset, 0, index));
  }
  if (key instanceof PySlice) return slice(view, key);
  if (key instanceof PyTuple && key.items.every(hasIndex)) {
    const letter = usableLetter(view);
    if (key.items.length < view.ndim) throw notImplementedError('sub-views are not implemented');
    return unpackItem(view.memory, letter, positionOf(view, key));
  }
  if (isMultiSlice(key)) throw notImplementedError('multi-dimensional slicing is not implemented');
  throw invalidKey();
}

function isMultiSlice(key: Value): boolean {
  return key instanceof PyTuple && key.items.length > 0 && key.items.every((item) => item instanceof PySlice);
}

function scalarGet(view: PyMemoryView, key: Value): Value {
  if (key instanceof PyTuple && key.items.length === 0) return unpackItem(view.memory, usableLetter(view), view.offset);
  if (key === Ellipsis) return view;
  throw typeError('invalid indexing of 0-dim memory');
}

function slice(view: PyMemoryView, key: PySlice): PyMemoryView {
  const range = sliceRange(key, view.shape[0]!);
  return viewWith(view, {
    format: view.format,
    itemsize: view.itemsize,
    shape: [range.count, ...view.shape.slice(1)],
    strides: [view.strides[0]! * range.step, ...view.strides.slice(1)],
    offset: view.offset + view.strides[0]! * range.start,
  });
}

/** CPython: memory_ass_sub */
export function memorySetitem(view: PyMemoryView, key: Value, value: Value): Value {
  checkReleased(view);
  const letter = usableLetter(view);
  if (view.readonly) throw typeError('cannot modify read-only memory');
  if (view.ndim === 0) {
    if (key !== Ellipsis && !(key instanceof PyTuple && key.items.length === 0)) {
      throw typeError('invalid indexing of 0-dim memory');
    }
    packItem(view.memory, view.format, letter, view.offset, value);
  } else if (hasIndex(key)) {
    if (view.ndim > 1) throw notImplementedError('sub-views are not implemented');
    packChecked(view, letter, step(view, view.offset, 0, asSize(key, indexError)), value);
  } else if (key instanceof PySlice && view.ndim === 1) assignSlice(view, key, value);
  else if (key instanceof PyTuple && key.items.every(hasIndex)) {
    if (key.items.length < view.ndim) throw notImplementedError('sub-views are not implemented');
    packChecked(view, letter, positionOf(view, key), value);
  } else if (key instanceof PySlice || isMultiSlice(key)) {
    throw notImplementedError('memoryview slice assignments are currently restricted to ndim = 1');
  } else throw invalidKey();
  return None;
}

function packChecked(view: PyMemoryView, letter: string, at: number, value: Value): void {
  packItem(view.memory, view.format, letter, at, value);
}

function assignSlice(view: PyMemoryView, key: PySlice, value: Value): void {
  const source = memoryViewOf(value, 'a bytes-like object is required');
  const target = slice(view, key);
  try {
    const same =
      plainFormat(source.format) === plainFormat(target.format) &&
      source.ndim === 1 &&
      source.shape[0] === target.shape[0] &&
      source.itemsize === target.itemsize;
    if (!same) throw valueError('memoryview assignment: lvalue and rvalue have different structures');
    const data = source.copyBytes();
    let from = 0;
    for (const at of itemOffsets(target)) {
      target.memory.set(data.subarray(from, from + target.itemsize), at);
      from += target.itemsize;
    }
  } finally {
    releaseView(source);
    releaseView(target);
  }
}

function plainFormat(format: string): string {
  return format.startsWith('@') ? format.slice(1) : format;
}
