// The hash of bytes. CPython: Python/pyhash.c (Py_HashBuffer)
import type { HashLanes } from '../numeric/float-hash.ts';

/** The hash of `bytes[start:end]`: two interleaved multiplicative hashes, 53 bits in all. */
export function bytesLanes(bytes: Uint8Array, start: number, end: number, out: HashLanes): void {
  let a = 0;
  let b = 0;
  if (start < end) {
    a = 0x2c1b3c6d ^ (end - start);
    b = 0x297a2d39;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, 0x85ebca6b);
      b = Math.imul(b ^ byte, 0xc2b2ae35);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
  }
  out.low = (a << 21) | (b >>> 11);
  out.high = a >>> 11;
}

/** The same as one number, for every object that shows these bytes. */
export function hashBytes(bytes: Uint8Array): number {
  const lanes = { low: 0, high: 0 };
  bytesLanes(bytes, 0, bytes.length, lanes);
  return lanes.high * 0x100000000 + (lanes.low >>> 0);
}
