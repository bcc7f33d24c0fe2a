// SipHash-1-3 with a 64-bit key, as hash-based compiled files use it. CPython: Python/pyhash.c (_Py_KeyedHash)

const MASK = (1n << 64n) - 1n;

function rotate(x: bigint, n: bigint): bigint {
  return ((x << n) | (x >> (64n - n))) & MASK;
}

type Lanes = [bigint, bigint, bigint, bigint];

function round(v: Lanes): void {
  v[0] = (v[0] + v[1]) & MASK;
  v[1] = rotate(v[1], 13n) ^ v[0];
  v[0] = rotate(v[0], 32n);
  v[2] = (v[2] + v[3]) & MASK;
  v[3] = rotate(v[3], 16n) ^ v[2];
  v[0] = (v[0] + v[3]) & MASK;
  v[3] = rotate(v[3], 21n) ^ v[0];
  v[2] = (v[2] + v[1]) & MASK;
  v[1] = rotate(v[1], 17n) ^ v[2];
  v[2] = rotate(v[2], 32n);
}

/** Eight bytes, little-endian. */
export function sipHash(key: bigint, data: Uint8Array): Uint8Array {
  const k0 = key & MASK;
  const v: Lanes = [k0 ^ 0x736f6d6570736575n, 0x646f72616e646f6dn, k0 ^ 0x6c7967656e657261n, 0x7465646279746573n];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const whole = data.length & ~7;
  for (let at = 0; at < whole; at += 8) {
    const word = view.getBigUint64(at, true);
    v[3] ^= word;
    round(v);
    v[0] ^= word;
  }
  let last = BigInt(data.length & 0xff) << 56n;
  for (let at = whole; at < data.length; at++) last |= BigInt(data[at]!) << BigInt(8 * (at - whole));
  v[3] ^= last;
  round(v);
  v[0] ^= last;
  v[2] ^= 0xffn;
  for (let i = 0; i < 3; i++) round(v);
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, v[0] ^ v[1] ^ v[2] ^ v[3], true);
  return out;
}
