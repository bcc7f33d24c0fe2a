// The Mersenne Twister MT19937 as CPython seeds and reads it (Matsumoto and Nishimura's generator).
// CPython: Modules/_randommodule.c.
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';

const N = 624;
const M = 397;

/** The generator's state: 624 words and the position of the next one. */
export class Twister {
  readonly state = new Int32Array(N);
  index = N;

  /** Seeds from |seed|, 32 bits at a time. */
  seedFromInt(seed: IntValue): void {
    let rest = BigInt(seed);
    if (rest < 0n) rest = -rest;
    const key: number[] = [];
    const hex = rest.toString(16);
    for (let end = hex.length; end > 0; end -= 8) key.push(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16));
    this.initByArray(key);
  }

  /** Replaces the whole state. */
  restore(words: ArrayLike<number>, index: number): void {
    for (let i = 0; i < N; i++) this.state[i] = words[i]!;
    this.index = index;
  }

  /** The next 32 bits, as an unsigned number. */
  next32(): number {
    if (this.index >= N) this.twist();
    let y = this.state[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A float in [0, 1) of 53 random bits. */
  random(): number {
    const high = this.next32() >>> 5;
    const low = this.next32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** `bits` random bits as an int; least significant words first. */
  getrandbits(bits: number): IntValue {
    if (bits <= 32) return bits === 0 ? 0 : this.next32() >>> (32 - bits);
    if (bits <= 53) {
      const low = this.next32();
      return (this.next32() >>> (64 - bits)) * 4294967296 + low;
    }
    let hex = '';
    for (let left = bits; left > 0; left -= 32) {
      let word = this.next32();
      if (left < 32) word >>>= 32 - left;
      hex = word.toString(16).padStart(8, '0') + hex;
    }
    return normalizeInt(BigInt(`0x${hex}`));
  }

  private initGenrand(seed: number): void {
    const state = this.state;
    state[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30);
      state[i] = Math.imul(1812433253, previous) + i;
    }
    this.index = N;
  }

  private initByArray(key: readonly number[]): void {
    const state = this.state;
    this.initGenrand(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      i++;
      j++;
      if (i >= N) {
        state[0] = state[N - 1]!;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1566083941)) - i;
      i++;
      if (i >= N) {
        state[0] = state[N - 1]!;
        i = 1;
      }
    }
    state[0] = 0x80000000 | 0;
  }

  private twist(): void {
    const state = this.state;
    let k = 0;
    for (; k < N - M; k++) state[k] = state[k + M]! ^ mix(state[k]!, state[k + 1]!);
    for (; k < N - 1; k++) state[k] = state[k + M - N]! ^ mix(state[k]!, state[k + 1]!);
    state[N - 1] = state[M - 1]! ^ mix(state[N - 1]!, state[0]!);
    this.index = 0;
  }
}

function mix(upper: number, lower: number): number {
  const y = (upper & 0x80000000) | (lower & 0x7fffffff);
  return (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
}
