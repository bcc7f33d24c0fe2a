// hash() of any value. Ints, floats and tuples hash as in CPython; strings need only be consistent, CPython randomises them.
// CPython: Python/pyhash.c, Objects/object.c (PyObject_Hash)
import { slotsOf, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';

/** 2**61 - 1, the prime of numeric hashing. */
export const HASH_MODULUS: bigint = (1n << 61n) - 1n;

/** The hash as a JS number when safe, else a bigint; raises TypeError for unhashable values. */
export function hash(v: Value): number | bigint {
  if (typeof v === 'string') return hashString(v);
  if (typeof v === 'number' && Number.isInteger(v)) return v === -1 ? -2 : v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  const entry = (slotsOf(v) as unknown as { m$__hash__?: Entry }).m$__hash__;
  if (entry === undefined) throw typeError(`unhashable type: '${typeOf(v).typeName}'`);
  const h = entry(v);
  if (typeof h === 'number' && Number.isInteger(h)) return h === -1 ? -2 : h;
  return hashResult(h);
}

function hashResult(h: Value): number | bigint {
  if (typeof h === 'boolean') return h ? 1 : 0;
  if (typeof h === 'bigint') return narrow(hashBigInt(h));
  const value = typeof h === 'object' ? (h as unknown as { value?: unknown }).value : undefined;
  if ((typeof value !== 'number' && typeof value !== 'bigint') || !typeOf(h).mro.some((t) => t.typeName === 'int')) {
    throw typeError('__hash__ method should return an integer');
  }
  return typeof value === 'bigint' ? narrow(hashBigInt(value)) : value === -1 ? -2 : value;
}

/** CPython: long_hash, for an int of any size; values that fit in 64 bits are used as they are by slot_tp_hash, others reduced. */
function hashBigInt(n: bigint): bigint {
  const fits = n >= -(1n << 63n) && n < 1n << 63n;
  const h = fits ? n : reduce(n);
  return h === -1n ? -2n : h;
}

/** n modulo 2**61 - 1, with n's sign. */
export function reduce(n: bigint): bigint {
  return n < 0n ? -(-n % HASH_MODULUS) : n % HASH_MODULUS;
}

/** A bigint hash in the one form of ints. */
export function narrow(h: bigint): number | bigint {
  return h >= -9007199254740991n && h <= 9007199254740991n ? Number(h) : h;
}

/** Two interleaved multiplicative hashes, 53 bits in all. */
export function hashString(s: string): number {
  if (s.length === 0) return 0;
  let a = 0x2c1b3c6d ^ s.length;
  let b = 0x297a2d39;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    a = Math.imul(a ^ c, 0x85ebca6b);
    b = Math.imul(b ^ c, 0xc2b2ae35);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  const h = (a >>> 0) * 0x200000 + (b >>> 11);
  return h === -1 ? -2 : h;
}
