// What the methods of bytes and bytearray share: one implementation serves both, and the result has the type of self.
// CPython: Objects/bytes_methods.c, Objects/stringlib/transmogrify.h
import { slotsOf, typeOf } from '../../core/primitives.ts';
import type { Entry, Value } from '../../core/value.ts';
import { type Raised, typeError, valueError } from '../../exceptions/errors.ts';
import { getBuffer, lookupBuffer } from '../../protocols/buffer.ts';
import { asIndex } from '../../protocols/item.ts';
import { copyBytes } from '../../text/byte-memory.ts';
import type { Text } from '../../text/text.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { bytes, bytesType, emptyBytes, PyBytes } from './bytes.ts';

export type BytesLike = PyBytes | PyByteArray;

/** New bytes in the (base) type of self; the array is kept. */
export function like(self: BytesLike, data: Uint8Array): BytesLike {
  return self instanceof PyByteArray ? new PyByteArray(data) : bytes(data);
}

/** Self unchanged: bytes proper are shared, all else is copied. */
export function unchanged(self: BytesLike): BytesLike {
  if (self instanceof PyByteArray) return new PyByteArray(copyBytes(self.value));
  return self.cls.flags & 1 ? bytes(self.value) : self;
}

/** Bytes as a text of the same code points, for the pure text functions. */
export function textOfBytes(data: Uint8Array): Text {
  return { codePoints: data };
}

/** A part of self as an object. */
export function part(self: BytesLike, start: number, end: number): BytesLike {
  if (start === 0 && end === self.length) return unchanged(self);
  return self instanceof PyByteArray
    ? new PyByteArray(copyBytes(self.store, start, end))
    : start < end
      ? self.part(start, end)
      : emptyBytes;
}

export function parts(self: BytesLike, bounds: readonly number[]): BytesLike[] {
  const result: BytesLike[] = [];
  for (let i = 0; i < bounds.length; i += 2) result.push(part(self, bounds[i]!, bounds[i + 1]!));
  return result;
}

function hasIndex(v: Value): boolean {
  return typeof v === 'bigint' || (slotsOf(v) as unknown as { m$__index__?: Entry }).m$__index__ !== undefined;
}

/** A byte given as an int. CPython: _getbytevalue */
export function byteArgument(v: Value): number {
  const n = asIndex(v);
  if (n < 0 || n > 255) throw byteRange();
  return Number(n);
}

export function byteRange(): Raised {
  return valueError('byte must be in range(0, 256)');
}

/** What to look for: bytes-like or one byte. CPython: parse_args_finds_byte */
export function soughtArgument(v: Value): Uint8Array {
  if (v instanceof PyBytes) return v.value;
  const data = lookupBuffer(v);
  if (data !== undefined) return data;
  if (!hasIndex(v)) throw typeError(`argument should be integer or bytes-like object, not '${typeOf(v).typeName}'`);
  return Uint8Array.of(byteArgument(v));
}

/** The operand of `in`. CPython: _Py_bytes_contains */
export function containedArgument(v: Value): Uint8Array {
  if (v instanceof PyBytes && v.cls === bytesType) return v.value;
  return hasIndex(v) ? Uint8Array.of(byteArgument(v)) : getBuffer(v);
}
