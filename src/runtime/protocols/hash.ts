// hash() of any value. Ints, floats and tuples hash as in CPython; strings need only be consistent, CPython randomises them.
// CPython: Python/pyhash.c, Objects/object.c (PyObject_Hash)
import type { Slots } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { HashLanes, hashFraction } from '../numeric/float-hash.ts';
import { bytesType, PyBytes } from '../objects/bytes/bytes.ts';
import { PyTuple, tupleType } from '../objects/tuple/tuple.ts';

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

const LEAST_INT64 = -(1n << 63n);
const LARGEST_INT64 = (1n << 63n) - 1n;

/** CPython: long_hash, for an int of any size; values that fit in 64 bits are used as they are by slot_tp_hash, others reduced. */
function hashBigInt(n: bigint): bigint {
  const h = n >= LEAST_INT64 && n <= LARGEST_INT64 ? n : reduce(n);
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
  const lanes = new HashLanes();
  stringLanes(s, lanes);
  return (lanes.high >>> 0) * 0x100000000 + (lanes.low >>> 0);
}

/** `hashString` in halves: no double is made on the way. */
function stringLanes(s: string, out: HashLanes): void {
  let a = 0;
  let b = 0;
  if (s.length > 0) {
    a = 0x2c1b3c6d ^ s.length;
    b = 0x297a2d39;
    for (let i = 0; i < s.length; i++) {
      const c = s.charCodeAt(i);
      a = Math.imul(a ^ c, 0x85ebca6b);
      b = Math.imul(b ^ c, 0xc2b2ae35);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
  }
  out.low = (a << 21) | (b >>> 11);
  out.high = a >>> 11;
}

/** The hash folded to 32 bits: what tables are indexed by. No bigint is made for numbers, strings and tuples. */
export function hash32(v: Value): number {
  if (typeof v === 'number' && Number.isInteger(v)) return foldNumber(v);
  if (v instanceof PyTuple && (v.hashLow !== 0 || v.hashHigh !== 0) && hashesAsTuple(v)) return v.hashLow ^ v.hashHigh;
  const lanes = new HashLanes();
  hashLanes(v, lanes);
  return lanes.low ^ lanes.high;
}

/** `hash32` of an int. */
export function foldNumber(v: number): number {
  return (v | 0) === v && v >= 0 ? v : foldSafe(v === -1 ? -2 : v);
}

function foldSafe(h: number): number {
  return (h | 0) ^ Math.floor(h / 0x100000000);
}

/** `hash(v)` into two halves; exact tuples without a detour over bigint. */
export function hashLanes(v: Value, out: HashLanes): void {
  if (typeof v === 'number') numberLanes(v, out);
  else if (typeof v === 'string') stringLanes(v, out);
  else if (v instanceof PyTuple && hashesAsTuple(v)) tupleLanes(v, out);
  else if (v instanceof PyBytes && v.cls === bytesType) v.hashInto(out);
  else setLanes(hash(v), out);
}

function numberLanes(v: number, out: HashLanes): void {
  if ((v | 0) === v) {
    out.low = v === -1 ? -2 : v;
    out.high = v >> 31;
  } else if (Number.isInteger(v)) {
    out.low = v | 0;
    out.high = Math.floor(v / 0x100000000) | 0;
  } else if (Number.isFinite(v)) hashFraction(v, out);
  else setLanes(hash(v as unknown as Value), out);
}

/** A tuple or one of a subclass, a named tuple for one, that leaves `__hash__` as it is. */
function hashesAsTuple(v: PyTuple): boolean {
  return (v as unknown as Slots)['m$__hash__'] === (tupleType.proto as Slots)['m$__hash__'];
}

/** A tuple's hash, worked out once: its items may be many and deep. */
export function tupleLanes(v: PyTuple, out: HashLanes): void {
  if (v.hashLow === 0 && v.hashHigh === 0) {
    tupleHashLanes(v.items, out);
    v.hashLow = out.low;
    v.hashHigh = out.high;
  } else {
    out.low = v.hashLow;
    out.high = v.hashHigh;
  }
}

function setLanes(h: number | bigint, out: HashLanes): void {
  if (typeof h === 'number') {
    out.low = h | 0;
    out.high = Math.floor(h / 0x100000000) | 0;
  } else {
    out.low = Number(BigInt.asIntN(32, h));
    out.high = Number(BigInt.asIntN(32, h >> 32n));
  }
}

/** Where two halves become one bigint, without others on the way. */
const halves = new DataView(new ArrayBuffer(8));

/** A hash from its halves, in the one form of ints. */
export function hashFromLanes(lanes: HashLanes): number | bigint {
  const { low, high } = lanes;
  if (high >= -0x200000 && high < 0x200000) {
    const h = high * 0x100000000 + (low >>> 0);
    if (Number.isSafeInteger(h)) return h;
  }
  halves.setInt32(0, high);
  halves.setInt32(4, low);
  return halves.getBigInt64(0);
}

/** The upper half of a 32 by 32 bit product, both without sign. */
export function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + (middle >>> 16) + (other >>> 16)) | 0;
}

const PRIME_1 = [0x9e3779b1, 0x85ebca87] as const;
const PRIME_2 = [0xc2b2ae3d, 0x27d4eb4f] as const;
const PRIME_5 = [0x27d4eb2f, 0x165667c5] as const;

/** The hash of a tuple's items: xxHash64 with one lane. CPython: Objects/tupleobject.c (tuple_hash) */
function tupleHashLanes(items: readonly Value[], out: HashLanes): void {
  let high = PRIME_5[0] | 0;
  let low = PRIME_5[1] | 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let itemLow: number;
    let itemHigh: number;
    if (typeof item === 'number' && ((item as number) | 0) === item) {
      itemLow = (item as number) === -1 ? -2 : item;
      itemHigh = itemLow >> 31;
    } else {
      hashLanes(item, out);
      itemLow = out.low;
      itemHigh = out.high;
    }
    const laneLow = Math.imul(itemLow, PRIME_2[1]);
    const laneHigh =
      (multiplyHigh(itemLow, PRIME_2[1]) + Math.imul(itemHigh, PRIME_2[1]) + Math.imul(itemLow, PRIME_2[0])) | 0;
    const sumLow = (low >>> 0) + (laneLow >>> 0);
    high = (high + laneHigh + (sumLow > 0xffffffff ? 1 : 0)) | 0;
    low = sumLow | 0;
    const turnedHigh = (high << 31) | (low >>> 1);
    const turnedLow = (low << 31) | (high >>> 1);
    low = Math.imul(turnedLow, PRIME_1[1]);
    high =
      (multiplyHigh(turnedLow, PRIME_1[1]) + Math.imul(turnedHigh, PRIME_1[1]) + Math.imul(turnedLow, PRIME_1[0])) | 0;
  }
  const tail = (items.length ^ PRIME_5[1] ^ 3527539) >>> 0;
  const sumLow = (low >>> 0) + tail;
  high = (high + (PRIME_5[0] | 0) + (sumLow > 0xffffffff ? 1 : 0)) | 0;
  low = sumLow | 0;
  if (high === -1 && low === -1) {
    high = 0;
    low = 1546275796;
  }
  out.high = high;
  out.low = low;
}
