// IEEE half precision: struct's `e` and the same format of memoryview. CPython: PyFloat_Pack2, PyFloat_Unpack2
import { overflowError } from '../exceptions/errors.ts';

/** The 16-bit pattern of `value`, ties to even. */
export function packHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 0x7e00;
  if (size === Infinity) return sign | 0x7c00;
  if (size >= 65520) throw overflowError('float too large to pack with e format');
  // Below 2**-14 the unit is 2**-24; above, 2**-10 of the leading power of two. Adding 2**52 rounds to an integer.
  if (size < 2 ** -14) return sign | (size * 2 ** 24 + 2 ** 52 - 2 ** 52);
  const exponent = Math.floor(Math.log2(size));
  const scaled = size * 2 ** (10 - exponent) + 2 ** 52 - 2 ** 52;
  return sign | ((exponent + 14) * 1024 + scaled);
}

/** The value of a 16-bit pattern. */
export function unpackHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
