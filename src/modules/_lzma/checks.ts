// The checks that .xz files carry. CPython: Modules/_lzmamodule.c over liblzma
import { sha256 } from '@noble/hashes/sha2.js';
import { crc32 } from '../../runtime/numeric/checksums.ts';

export const CHECK_NONE = 0;
export const CHECK_CRC32 = 1;
export const CHECK_CRC64 = 4;
export const CHECK_SHA256 = 10;

/** Bytes of each check by its number. */
export const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** CRC-64 in two halves: low and high word of each entry. */
const CRC64_TABLE: Uint32Array = crc64Table();

function crc64Table(): Uint32Array {
  const table = new Uint32Array(512);
  for (let i = 0; i < 256; i++) {
    let low = i;
    let high = 0;
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1;
      low = ((low >>> 1) | ((high & 1) << 31)) >>> 0;
      high = high >>> 1;
      if (odd) {
        low = (low ^ 0xd7870f42) >>> 0;
        high = (high ^ 0xc96c5795) >>> 0;
      }
    }
    table[2 * i] = low;
    table[2 * i + 1] = high;
  }
  return table;
}

/** A check that is fed piece by piece. */
export interface Check {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

function crc32Check(): Check {
  let crc = 0;
  return {
    update(bytes) {
      crc = crc32(bytes, crc);
    },
    digest: () => littleEndian(crc),
  };
}

function crc64Check(): Check {
  let low = 0xffffffff;
  let high = 0xffffffff;
  return {
    update(bytes) {
      for (let i = 0; i < bytes.length; i++) {
        const entry = 2 * ((low ^ bytes[i]!) & 255);
        low = (((low >>> 8) | (high << 24)) ^ CRC64_TABLE[entry]!) >>> 0;
        high = ((high >>> 8) ^ CRC64_TABLE[entry + 1]!) >>> 0;
      }
    },
    digest() {
      const bytes = new Uint8Array(8);
      bytes.set(littleEndian(~low >>> 0));
      bytes.set(littleEndian(~high >>> 0), 4);
      return bytes;
    },
  };
}

export function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** A check by its number; undefined when it cannot be computed. */
export function checkOf(id: number): Check | undefined {
  if (id === CHECK_NONE) return { update() {}, digest: () => new Uint8Array(0) };
  if (id === CHECK_CRC32) return crc32Check();
  if (id === CHECK_CRC64) return crc64Check();
  return id === CHECK_SHA256 ? sha256.create() : undefined;
}
