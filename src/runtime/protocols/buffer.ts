// The buffer protocol as natives use it: the bytes behind an object, sharing its memory. CPython: Objects/abstract.c PyObject_GetBuffer
import type { PyObject } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import { TypeFlags } from '../core/type.ts';
import { type Entry, int, type Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { type Exports, PyMemoryView } from '../objects/memoryview/memoryview.ts';

/** What a layout class with a buffer has as methods. */
interface HasBuffer {
  /** The contiguous bytes; undefined (or an error) when they may not be written and `writable` asks for that. */
  getBuffer?: (this: PyObject, writable: boolean) => Uint8Array | undefined;
  /** Memory with the items in it, for memoryview; without this method it is read-write bytes. */
  exportBuffer?: (this: PyObject) => BufferInfo;
  /** The bytes in logical order where they need not be contiguous. */
  copyBytes?: (this: PyObject) => Uint8Array;
}

/** CPython: Py_buffer */
export interface BufferInfo {
  readonly memory: Uint8Array;
  readonly readonly: boolean;
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  /** Whose memory it is, when not the object's that was asked. */
  readonly owner?: Value;
  /** Where the object keeps count of the views. */
  readonly exports?: Exports;
  /** Called once, when the last view is gone. */
  readonly release?: () => void;
}

/** The memory of an object for a memoryview; undefined when it has none. */
export function exportBuffer(v: Value): BufferInfo | undefined {
  if (typeof v !== 'object') return undefined;
  const slots = slotsOf(v) as HasBuffer;
  if (slots.exportBuffer !== undefined) return slots.exportBuffer.call(v);
  const memory = slots.getBuffer?.call(v, false);
  if (memory === undefined) return undefined;
  const readonly = v instanceof PyBytes || isReadOnly(v, slots);
  return { memory, readonly, format: 'B', itemsize: 1, shape: [memory.length], strides: [1], offset: 0 };
}

function isReadOnly(v: PyObject, slots: HasBuffer): boolean {
  try {
    return slots.getBuffer!.call(v, true) === undefined;
  } catch {
    return true;
  }
}

/** PyBUF_FULL_RO: anything that can be read. */
export const FULL_READ_ONLY = 0x11c;

interface BufferSlots {
  m$__buffer__?: Entry;
  m$__release_buffer__?: Entry;
}

/** A class of the guest's that defines `__buffer__` (PEP 688). */
export function hasPythonBuffer(v: PyObject): boolean {
  return (v.cls.flags & TypeFlags.HEAP) !== 0 && (slotsOf(v) as unknown as BufferSlots).m$__buffer__ !== undefined;
}

/** Asks `__buffer__`; the view, and how to give it back. CPython: slot_bf_getbuffer */
export function pythonBuffer(v: PyObject, flags: number): { view: PyMemoryView; release: () => void } {
  const slots = slotsOf(v) as unknown as BufferSlots;
  const view = slots.m$__buffer__!(v, int(flags));
  if (!(view instanceof PyMemoryView)) throw typeError('__buffer__ returned non-memoryview object');
  const release = () => {
    if (slots.m$__release_buffer__ !== undefined) slots.m$__release_buffer__(v, view);
  };
  return { view, release };
}

/** The contiguous bytes of an object, or undefined when it has no buffer. */
export function lookupBuffer(v: Value, writable = false): Uint8Array | undefined {
  if (typeof v !== 'object' || (writable && v instanceof PyBytes)) return undefined;
  const getBuffer = (slotsOf(v) as HasBuffer).getBuffer;
  if (getBuffer !== undefined) return getBuffer.call(v, writable);
  if (!hasPythonBuffer(v)) return undefined;
  const { view, release } = pythonBuffer(v, writable ? 1 : 0);
  const data = view.getBuffer(writable);
  release();
  return data;
}

/** A copy of an object's bytes in logical order; undefined when it has no buffer. CPython: PyBuffer_ToContiguous */
export function copyBuffer(v: Value): Uint8Array | undefined {
  const copy = typeof v === 'object' ? (slotsOf(v) as HasBuffer).copyBytes : undefined;
  if (copy !== undefined) return copy.call(v as PyObject);
  if (typeof v !== 'object' || !hasPythonBuffer(v)) return lookupBuffer(v)?.slice();
  const { view, release } = pythonBuffer(v, FULL_READ_ONLY);
  const data = view.copyBytes();
  release();
  return data;
}

/** The contiguous bytes of an object; TypeError when it has none. */
export function getBuffer(v: Value): Uint8Array {
  if (v instanceof PyBytes) return v.value;
  const bytes = lookupBuffer(v);
  if (bytes === undefined) throw typeError(`a bytes-like object is required, not '${typeOf(v).typeName}'`);
  return bytes;
}

/** The bytes of an object that may be written; `owner` is the function as its errors name it, such as `readinto()`. */
export function getWritableBuffer(v: Value, owner: string): Uint8Array {
  const bytes = lookupBuffer(v, true);
  if (bytes === undefined)
    throw typeError(`${owner} argument must be read-write bytes-like object, not ${typeOf(v).typeName}`);
  return bytes;
}
