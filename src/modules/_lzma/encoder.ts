// Encoding LZMA: greedy matches from hash chains, repeated distances first. CPython: Modules/_lzmamodule.c over liblzma
import {
  afterLiteral,
  afterMatch,
  afterRep,
  afterShortRep,
  IS_MATCH,
  IS_REP,
  IS_REP0,
  IS_REP0_LONG,
  IS_REP1,
  IS_REP2,
  LENGTH,
  LENGTH_HIGH,
  LENGTH_LOW,
  LENGTH_MIDDLE,
  LITERAL,
  MOVE_BITS,
  POS_ALIGN,
  POS_SLOT,
  POS_SPECIAL,
  PROB_BITS,
  PROB_INIT,
  type Properties,
  probabilityCount,
  REP_LENGTH,
  TOP,
} from './model.ts';

const HASH_BITS = 16;
const LONGEST = 273;

export class LzmaEncoder {
  readonly #properties: Properties;
  readonly #dictionary: number;
  readonly #depth: number;
  #probs: Uint16Array;
  #state = 0;
  #reps: [number, number, number, number] = [0, 0, 0, 0];
  /** Input with its history. */
  #data = new Uint8Array(1 << 16);
  #size = 0;
  #at = 0;
  /** What was dropped from the front of the data. */
  #dropped = 0;
  readonly #heads = new Int32Array(1 << HASH_BITS).fill(-1);
  #chain = new Int32Array(1 << 16);
  #output = new Uint8Array(1 << 16);
  #written = 0;
  #low = 0;
  #range = 0xffffffff;
  #cache = 0;
  #cacheSize = 1;

  constructor(properties: Properties, dictionary: number, depth: number) {
    this.#properties = properties;
    this.#dictionary = dictionary;
    this.#depth = depth;
    this.#probs = new Uint16Array(probabilityCount(properties)).fill(PROB_INIT);
  }

  /** Input that waits to be encoded. */
  get pending(): number {
    return this.#size - this.#at;
  }

  feed(bytes: Uint8Array): void {
    this.#dropHistory();
    if (this.#size + bytes.length > this.#data.length) {
      const capacity = Math.max(2 * this.#data.length, this.#size + bytes.length);
      const data = new Uint8Array(capacity);
      data.set(this.#data.subarray(0, this.#size));
      const chain = new Int32Array(capacity);
      chain.set(this.#chain.subarray(0, this.#size));
      this.#data = data;
      this.#chain = chain;
    }
    this.#data.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  /** Forgets what no match can reach any more. */
  #dropHistory(): void {
    const drop = this.#at - this.#dictionary;
    if (drop < this.#dictionary || drop < 1 << 20) return;
    this.#data.copyWithin(0, drop, this.#size);
    this.#chain.copyWithin(0, drop, this.#size);
    for (let i = 0; i < this.#size - drop; i++) this.#chain[i] = Math.max(-1, this.#chain[i]! - drop);
    for (let i = 0; i < this.#heads.length; i++) this.#heads[i] = Math.max(-1, this.#heads[i]! - drop);
    this.#size -= drop;
    this.#at -= drop;
    this.#dropped += drop;
  }

  /** Encodes until the input, or about so much output or input, is used up; the input bytes encoded. */
  encode(maxOutput: number, maxInput: number): number {
    const start = this.#at;
    while (this.#at < this.#size && this.#written + this.#cacheSize < maxOutput - 64) {
      if (this.#at - start + LONGEST > maxInput) break;
      this.#next();
    }
    return this.#at - start;
  }

  /** Ends a run of the range coder; its bytes. */
  finish(): Uint8Array {
    for (let i = 0; i < 5; i++) this.#shiftLow();
    const bytes = this.#output.slice(0, this.#written);
    this.#written = 0;
    this.#low = 0;
    this.#range = 0xffffffff;
    this.#cache = 0;
    this.#cacheSize = 1;
    return bytes;
  }

  /** The bytes so far of a run that goes on. */
  drain(): Uint8Array {
    const bytes = this.#output.slice(0, this.#written);
    this.#written = 0;
    return bytes;
  }

  /** The marker for the end of a stream whose size is not told. */
  endMarker(): void {
    const position = this.#position;
    this.#bit(IS_MATCH + (this.#state << 4) + position, 1);
    this.#bit(IS_REP + this.#state, 0);
    this.#length(LENGTH, 2, position);
    this.#distance(0xffffffff, 2);
  }

  get #position(): number {
    return (this.#at + this.#dropped) & ((1 << this.#properties.pb) - 1);
  }

  #next(): void {
    const [repLength, rep] = this.#bestRep();
    const [length, distance] = repLength >= 32 ? [0, 0] : this.#bestMatch();
    if (repLength >= 2 && repLength + 1 >= length) this.#encodeRep(rep, repLength);
    else if (length >= 3 || (length === 2 && distance < 128)) this.#encodeMatch(length, distance);
    else this.#encodeLiteral();
  }

  #matchLength(from: number): number {
    const data = this.#data;
    const limit = Math.min(LONGEST, this.#size - this.#at);
    let length = 0;
    while (length < limit && data[from + length] === data[this.#at + length]) length++;
    return length;
  }

  #bestRep(): [length: number, rep: number] {
    let best: [number, number] = [0, 0];
    for (let i = 0; i < 4; i++) {
      const from = this.#at - this.#reps[i]! - 1;
      if (from < 0) continue;
      const length = this.#matchLength(from);
      if (length > best[0]) best = [length, i];
    }
    return best;
  }

  #hash(at: number): number {
    const data = this.#data;
    const key = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
    return Math.imul(key, 0x9e3779b1) >>> (32 - HASH_BITS);
  }

  #bestMatch(): [length: number, distance: number] {
    if (this.#size - this.#at < 3) return [0, 0];
    let best = 0;
    let distance = 0;
    let from = this.#heads[this.#hash(this.#at)]!;
    for (let i = 0; i < this.#depth && from >= 0; i++) {
      if (this.#at - from > this.#dictionary) break;
      if (best === 0 || this.#data[from + best] === this.#data[this.#at + best]) {
        const length = this.#matchLength(from);
        if (length > best) {
          best = length;
          distance = this.#at - from - 1;
          if (length === LONGEST) break;
        }
      }
      from = this.#chain[from]!;
    }
    return [best, distance];
  }

  /** Goes on by so many bytes, which become findable. */
  #advance(count: number): void {
    for (let i = 0; i < count; i++) {
      if (this.#at + 2 < this.#size) {
        const key = this.#hash(this.#at);
        this.#chain[this.#at] = this.#heads[key]!;
        this.#heads[key] = this.#at;
      } else this.#chain[this.#at] = -1;
      this.#at++;
    }
  }

  #encodeLiteral(): void {
    const { lc, lp } = this.#properties;
    const data = this.#data;
    const at = this.#at;
    const total = at + this.#dropped;
    const byte = data[at]!;
    const previous = total > 0 ? data[at - 1]! : 0;
    this.#bit(IS_MATCH + (this.#state << 4) + this.#position, 0);
    const place = LITERAL + 0x300 * (((total & ((1 << lp) - 1)) << lc) + (previous >> (8 - lc)));
    let symbol = 1;
    let bits = 8;
    if (this.#state >= 7) {
      const from = at - this.#reps[0] - 1;
      const match = from >= 0 ? data[from]! : 0;
      while (bits > 0) {
        bits--;
        const matchBit = (match >> bits) & 1;
        const bit = (byte >> bits) & 1;
        this.#bit(place + ((1 + matchBit) << 8) + symbol, bit);
        symbol = (symbol << 1) | bit;
        if (bit !== matchBit) break;
      }
    }
    while (bits > 0) {
      bits--;
      const bit = (byte >> bits) & 1;
      this.#bit(place + symbol, bit);
      symbol = (symbol << 1) | bit;
    }
    this.#state = afterLiteral(this.#state);
    this.#advance(1);
  }

  #encodeMatch(length: number, distance: number): void {
    const position = this.#position;
    this.#bit(IS_MATCH + (this.#state << 4) + position, 1);
    this.#bit(IS_REP + this.#state, 0);
    this.#length(LENGTH, length, position);
    this.#distance(distance, length);
    this.#reps = [distance, this.#reps[0], this.#reps[1], this.#reps[2]];
    this.#state = afterMatch(this.#state);
    this.#advance(length);
  }

  #encodeRep(rep: number, length: number): void {
    const position = this.#position;
    const state = this.#state;
    const [a, b, c, d] = this.#reps;
    this.#bit(IS_MATCH + (state << 4) + position, 1);
    this.#bit(IS_REP + state, 1);
    this.#bit(IS_REP0 + state, rep === 0 ? 0 : 1);
    if (rep === 0) this.#bit(IS_REP0_LONG + (state << 4) + position, length === 1 ? 0 : 1);
    else {
      this.#bit(IS_REP1 + state, rep === 1 ? 0 : 1);
      if (rep > 1) this.#bit(IS_REP2 + state, rep === 2 ? 0 : 1);
      this.#reps = rep === 1 ? [b, a, c, d] : rep === 2 ? [c, a, b, d] : [d, a, b, c];
    }
    if (length === 1) this.#state = afterShortRep(state);
    else {
      this.#length(REP_LENGTH, length, position);
      this.#state = afterRep(state);
    }
    this.#advance(length);
  }

  #length(place: number, length: number, position: number): void {
    if (length < 10) {
      this.#bit(place, 0);
      this.#tree(place + LENGTH_LOW + (position << 3), 3, length - 2);
    } else if (length < 18) {
      this.#bit(place, 1);
      this.#bit(place + 1, 0);
      this.#tree(place + LENGTH_MIDDLE + (position << 3), 3, length - 10);
    } else {
      this.#bit(place, 1);
      this.#bit(place + 1, 1);
      this.#tree(place + LENGTH_HIGH, 8, length - 18);
    }
  }

  #distance(distance: number, length: number): void {
    const top = 31 - Math.clz32(distance);
    const slot = distance < 4 ? distance : 2 * top + ((distance >>> (top - 1)) & 1);
    this.#tree(POS_SLOT + (Math.min(length - 2, 3) << 6), 6, slot);
    if (slot < 4) return;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) * 2 ** bits;
    const rest = distance - high;
    if (slot < 14) this.#reverseTree(POS_SPECIAL + high - slot, bits, rest);
    else {
      this.#direct(Math.floor(rest / 16), bits - 4);
      this.#reverseTree(POS_ALIGN, 4, rest % 16);
    }
  }

  #tree(place: number, bits: number, value: number): void {
    let symbol = 1;
    for (let i = bits - 1; i >= 0; i--) {
      const bit = (value >> i) & 1;
      this.#bit(place + symbol, bit);
      symbol = (symbol << 1) | bit;
    }
  }

  #reverseTree(place: number, bits: number, value: number): void {
    let symbol = 1;
    for (let i = 0; i < bits; i++) {
      const bit = (value >> i) & 1;
      this.#bit(place + symbol, bit);
      symbol = (symbol << 1) | bit;
    }
  }

  #bit(place: number, bit: number): void {
    const p = this.#probs[place]!;
    const bound = (this.#range >>> PROB_BITS) * p;
    if (bit === 0) {
      this.#range = bound;
      this.#probs[place] = p + ((2048 - p) >> MOVE_BITS);
    } else {
      this.#low += bound;
      this.#range -= bound;
      this.#probs[place] = p - (p >> MOVE_BITS);
    }
    this.#normalize();
  }

  #direct(value: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      this.#range = this.#range >>> 1;
      if (Math.floor(value / 2 ** i) % 2 === 1) this.#low += this.#range;
      this.#normalize();
    }
  }

  #normalize(): void {
    while (this.#range < TOP) {
      this.#range = (this.#range << 8) >>> 0;
      this.#shiftLow();
    }
  }

  /** The carry of `low` may run through bytes that wait. */
  #shiftLow(): void {
    if (this.#low < 0xff000000 || this.#low >= 0x100000000) {
      const carry = this.#low >= 0x100000000 ? 1 : 0;
      this.#put((this.#cache + carry) & 0xff);
      for (; this.#cacheSize > 1; this.#cacheSize--) this.#put((0xff + carry) & 0xff);
      this.#cacheSize = 0;
      this.#cache = Math.floor(this.#low / 0x1000000) & 0xff;
    }
    this.#cacheSize++;
    this.#low = (this.#low % 0x1000000) * 256;
  }

  #put(byte: number): void {
    if (this.#written === this.#output.length) {
      const larger = new Uint8Array(2 * this.#output.length);
      larger.set(this.#output);
      this.#output = larger;
    }
    this.#output[this.#written++] = byte;
  }
}
