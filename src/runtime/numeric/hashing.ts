// Hashes of numbers: equal numbers of different types hash alike, because each is reduced modulo the prime 2**61 - 1.
// CPython: Python/pyhash.c (_Py_HashDouble), Objects/longobject.c (long_hash), Objects/complexobject.c (complex_hash).
import { type IntValue, normalizeInt } from './integers.ts';

export const HASH_MODULUS = (1n << 61n) - 1n;
export const HASH_INF = 314159;
export const HASH_IMAG = 1000003n;

const scratch = new DataView(new ArrayBuffer(8));

/** `hash(int)`. */
export function hashInt(value: IntValue): IntValue {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const hash = normalizeInt(value % HASH_MODULUS);
  return hash === -1 ? -2 : hash;
}

/** `hash(float)` for anything but NaN, whose hash comes from the object's identity. */
export function hashFloat(value: number): IntValue {
  if (Number.isSafeInteger(value)) return value === -1 ? -2 : value + 0;
  if (value === Infinity) return HASH_INF;
  if (value === -Infinity) return -HASH_INF;
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  let mantissa = bits & 0xfffffffffffffn;
  if (exponent !== 0) mantissa |= 0x10000000000000n;
  // 2**61 is 1 modulo the prime, so scaling by a power of two is a rotation.
  const rotation = ((((exponent === 0 ? 1 : exponent) - 1075) % 61) + 61) % 61;
  const magnitude = (mantissa << BigInt(rotation)) % HASH_MODULUS;
  return normalizeInt(value < 0 ? -magnitude : magnitude);
}

/** `hash(complex)` from the hashes of its parts. */
export function hashComplexParts(real: IntValue, imag: IntValue): IntValue {
  const combined = BigInt.asIntN(64, BigInt(real) + HASH_IMAG * BigInt(imag));
  return combined === -1n ? -2 : normalizeInt(combined);
}
