// A 128-bit hash of a byte string: four multiplicative lanes over 32-bit words, mixed as MurmurHash3 mixes. It names entries of
// the compiled-code cache, where speed counts and nobody gains from a collision they could not have by editing the source.

const PRIMES = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

export function contentHash(bytes: Uint8Array): string {
  const lanes = new Uint32Array(PRIMES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~15;
  let [a, b, c, d] = lanes as unknown as [number, number, number, number];
  for (let at = 0; at < whole; at += 16) {
    a = round(a, view.getUint32(at, true), PRIMES[0]);
    b = round(b ^ a, view.getUint32(at + 4, true), PRIMES[1]);
    c = round(c ^ b, view.getUint32(at + 8, true), PRIMES[2]);
    d = round(d ^ c, view.getUint32(at + 12, true), PRIMES[3]);
    a ^= d;
  }
  for (let at = whole; at < bytes.length; at++) {
    a = round(a, bytes[at]! + 1, PRIMES[1]);
    b = round(b ^ a, at, PRIMES[2]);
  }
  lanes.set([a ^ bytes.length, b, c, d]);
  for (let turn = 0; turn < 8; turn++) {
    const i = turn & 3;
    lanes[i] = finish(lanes[i]! ^ lanes[(i + 3) & 3]!);
  }
  return [...lanes].map((lane) => lane.toString(36)).join('-');
}

function round(lane: number, word: number, prime: number): number {
  const mixed = Math.imul(lane ^ word, prime);
  return Math.imul((mixed << 15) | (mixed >>> 17), 5) + 0x2127599b;
}

function finish(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
