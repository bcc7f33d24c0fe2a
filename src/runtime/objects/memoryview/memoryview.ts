// The layout of memoryview: a window of items over memory that some object exports. CPython: Include/cpython/memoryobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { bufferError, valueError } from '../../exceptions/errors.ts';

/**
 * The views on an object's memory. Nobody tells when one that was not released is no longer in use, so that an object that
 * has to move its memory leaves the old one to them; only those inside a `with`, and those nobody has looked at yet, forbid it.
 */
export class Exports {
  /** Views not released yet. */
  views = 0;
  /** What forbids to move. */
  pinned = 0;

  /** Whether the memory must be left behind to move; raises where it may not be moved. CPython: the checks of ob_exports */
  mustLeave(message: string): boolean {
    if (this.pinned > 0) throw bufferError(message);
    return this.views > 0;
  }
}

/** Memory that an object gave out, shared by all views of it; given back with the last of them. CPython: _PyManagedBufferObject */
export class ManagedBuffer {
  views: number;
  readonly release: (() => void) | undefined;
  readonly exports: Exports | undefined;
  /** Nobody has looked at a view yet. */
  fresh: boolean;
  constructor(release: (() => void) | undefined, exports?: Exports) {
    this.views = 0;
    this.release = release;
    this.exports = exports;
    this.fresh = exports !== undefined;
    if (exports !== undefined) exports.pinned++;
  }

  /** A view was looked at. */
  use(): void {
    this.fresh = false;
    this.exports!.pinned--;
  }
}

/** What the items are and where they lie. */
export interface Layout {
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  /** In bytes, one a dimension. */
  readonly strides: readonly number[];
  /** Where item (0, 0, ...) starts in the memory. */
  readonly offset: number;
}

export class PyMemoryView extends PyObject implements Layout {
  readonly managed: ManagedBuffer;
  readonly obj: Value;
  /** All memory of the exporter. */
  readonly memory: Uint8Array;
  readonly readonly: boolean;
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  released: boolean;
  /** Buffers others hold on this very view. */
  exports: number;
  /** How many `with` statements it is in. */
  entered: number;
  hash: number | undefined;
  constructor(managed: ManagedBuffer, obj: Value, memory: Uint8Array, readonly: boolean, layout: Layout) {
    super();
    this.managed = managed;
    this.obj = obj;
    this.memory = memory;
    this.readonly = readonly;
    this.format = layout.format;
    this.itemsize = layout.itemsize;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.offset = layout.offset;
    this.released = false;
    this.exports = 0;
    this.entered = 0;
    this.hash = undefined;
    managed.views++;
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** How many items. */
  get count(): number {
    return itemCount(this.shape);
  }

  /** CPython: memory_getbuf */
  getBuffer(writable = false): Uint8Array | undefined {
    checkReleased(this);
    if (writable && this.readonly) return undefined;
    if (!isContiguous(this)) throw bufferError('memoryview: underlying buffer is not C-contiguous');
    return this.memory.subarray(this.offset, this.offset + this.count * this.itemsize);
  }

  /** All bytes in logical order, as a copy, however the items lie. */
  copyBytes(): Uint8Array {
    checkReleased(this);
    if (isContiguous(this)) return this.getBuffer()!.slice();
    const { itemsize } = this;
    const out = new Uint8Array(this.count * itemsize);
    let at = 0;
    for (const position of itemOffsets(this)) {
      out.set(this.memory.subarray(position, position + itemsize), at);
      at += itemsize;
    }
    return out;
  }
}

export const memoryViewType: PyType = staticType('memoryview', PyMemoryView, {
  hasWeakref: true,
  flags: TypeFlags.SEQUENCE,
});

/** CPython: CHECK_RELEASED */
export function checkReleased(view: PyMemoryView): void {
  if (view.released) throw valueError('operation forbidden on released memoryview object');
  if (view.managed.fresh) view.managed.use();
}

export function itemCount(shape: readonly number[]): number {
  let count = 1;
  for (const size of shape) count *= size;
  return count;
}

/** The strides of items that lie one after another, last dimension fastest. */
export function contiguousStrides(shape: readonly number[], itemsize: number): number[] {
  const strides = new Array<number>(shape.length);
  let step = itemsize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

/** CPython: PyBuffer_IsContiguous with order C */
export function isContiguous(layout: Layout): boolean {
  return followsStrides(layout, contiguousStrides(layout.shape, layout.itemsize));
}

/** CPython: PyBuffer_IsContiguous with order F */
export function isFortranContiguous(layout: Layout): boolean {
  const strides = contiguousStrides([...layout.shape].reverse(), layout.itemsize).reverse();
  return followsStrides(layout, strides);
}

function followsStrides({ shape, strides }: Layout, expected: readonly number[]): boolean {
  if (shape.includes(0)) return true;
  return shape.every((size, i) => size <= 1 || strides[i] === expected[i]);
}

/** Where each item starts, last dimension fastest. */
export function* itemOffsets(layout: Layout, dimension = 0, start = layout.offset): Generator<number, void, undefined> {
  if (dimension === layout.shape.length) {
    yield start;
    return;
  }
  for (let i = 0, at = start; i < layout.shape[dimension]!; i++, at += layout.strides[dimension]!) {
    yield* itemOffsets(layout, dimension + 1, at);
  }
}

/** Another view of the same memory. */
export function viewWith(view: PyMemoryView, layout: Layout, readonly: boolean = view.readonly): PyMemoryView {
  return new PyMemoryView(view.managed, view.obj, view.memory, readonly, layout);
}

/** CPython: memory_release */
export function releaseView(view: PyMemoryView): void {
  if (view.released) return;
  if (view.exports > 0) {
    throw bufferError(`memoryview has ${view.exports} exported buffer${view.exports === 1 ? '' : 's'}`);
  }
  view.released = true;
  const { managed } = view;
  if (managed.exports !== undefined) managed.exports.pinned -= view.entered;
  view.entered = 0;
  if (--managed.views > 0) return;
  if (managed.fresh) managed.use();
  if (managed.exports !== undefined) managed.exports.views--;
  managed.release?.();
}

/** CPython: memory_enter */
export function enterView(view: PyMemoryView): PyMemoryView {
  checkReleased(view);
  view.entered++;
  if (view.managed.exports !== undefined) view.managed.exports.pinned++;
  return view;
}
