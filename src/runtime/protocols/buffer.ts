// The buffer protocol as natives use it: the bytes behind an object, sharing its memory. CPython: Objects/abstract.c PyObject_GetBuffer
import type { PyObject } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';

/** What a layout class with a buffer has as a method. `writable`: the caller will write; BufferError or TypeError if it may not. */
interface HasBuffer {
  getBuffer?: (this: PyObject, writable: boolean) => Uint8Array;
}

/** The contiguous bytes of an object, or undefined when it has no buffer. */
export function lookupBuffer(v: Value, writable = false): Uint8Array | undefined {
  if (typeof v !== 'object' || (writable && v instanceof PyBytes)) return undefined;
  const getBuffer = (slotsOf(v) as HasBuffer).getBuffer;
  return getBuffer === undefined ? undefined : getBuffer.call(v, writable);
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
