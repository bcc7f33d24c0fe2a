// Decoding LZMA. Symbols are decoded one by one; near the end of the input what a symbol changes is noted, so that it can be taken
// back and tried again when more has come. CPython: Modules/_lzmamodule.c over liblzma
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

/** The stream is corrupt. */
export class LzmaProblem {
  readonly message: string;
  constructor(message = 'Corrupt input data') {
    this.message = message;
  }
}

/** Input ran out within a symbol. */
const EXHAUSTED: unique symbol = Symbol('exhausted');
/** No symbol takes more bytes than this. */
const SAFE = 32;
const KEEP = 1 << 20;

export class LzmaDecoder {
  /** Input, set from outside. */
  input: Uint8Array = new Uint8Array(0);
  at = 0;
  /** History and output; what is before `taken` was handed out. */
  #out = new Uint8Array(1 << 16);
  #size = 0;
  #taken = 0;
  /** Bytes since the dictionary was reset. */
  #total = 0;
  readonly #dictionary: number;
  #probs = new Uint16Array(0);
  #properties: Properties = { lc: 3, lp: 0, pb: 2 };
  #state = 0;
  #reps = [0, 0, 0, 0] as [number, number, number, number];
  #range = 0;
  #code = 0;
  #journal: number[] | undefined;

  constructor(dictionary: number) {
    this.#dictionary = Math.max(4096, dictionary);
  }

  resetDictionary(): void {
    this.#total = 0;
  }

  resetState(properties: Properties = this.#properties): void {
    this.#properties = properties;
    this.#probs = new Uint16Array(probabilityCount(properties)).fill(PROB_INIT);
    this.#state = 0;
    this.#reps = [0, 0, 0, 0];
  }

  /** Begins a run of the range coder with five bytes. */
  start(header: Uint8Array): void {
    if (header[0] !== 0) throw new LzmaProblem();
    this.#range = 0xffffffff;
    this.#code = ((header[1]! << 24) | (header[2]! << 16) | (header[3]! << 8) | header[4]!) >>> 0;
  }

  /** Whether a byte is wanted before `finished` can tell. */
  get wantsByte(): boolean {
    return this.#range < TOP && this.at >= this.input.length;
  }

  /** Whether the range coder ends here as it should. */
  finished(): boolean {
    if (this.#range < TOP && this.at < this.input.length) this.#normalize();
    return this.#code === 0;
  }

  /** Bytes that count as output though they were not compressed. */
  copy(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#out.set(bytes, this.#size);
    this.#size += bytes.length;
    this.#total += bytes.length;
  }

  /** The output since last time. */
  take(): Uint8Array {
    const part = this.#out.slice(this.#taken, this.#size);
    this.#taken = this.#size;
    if (this.#size > this.#dictionary + KEEP) {
      const keep = this.#dictionary;
      this.#out.copyWithin(0, this.#size - keep, this.#size);
      this.#size = this.#taken = keep;
    }
    return part;
  }

  #room(count: number): void {
    if (this.#size + count <= this.#out.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#out.length, this.#size + count));
    larger.set(this.#out.subarray(0, this.#size));
    this.#out = larger;
  }

  /** Decodes up to `limit` bytes; 'end' at an end marker, 'more' when input ran out, 'full' at the limit. */
  decode(limit: number): 'end' | 'more' | 'full' {
    const stop = this.#size + limit;
    while (this.#size < stop) {
      if (this.input.length - this.at >= SAFE) {
        if (!this.#symbol(stop)) return 'end';
      } else {
        const outcome = this.#carefully(stop);
        if (outcome !== 'full') return outcome;
      }
    }
    return 'full';
  }

  /** An end marker after the last byte, which is allowed but not needed. */
  tryMarker(): boolean {
    return this.#carefully(this.#size) === 'end';
  }

  #carefully(stop: number): 'end' | 'more' | 'full' {
    const saved = [this.at, this.#size, this.#total, this.#state, this.#range, this.#code] as const;
    const reps = [...this.#reps] as [number, number, number, number];
    this.#journal = [];
    try {
      return this.#symbol(stop) ? 'full' : 'end';
    } catch (reason) {
      if (reason !== EXHAUSTED) throw reason;
      for (let i = this.#journal.length - 2; i >= 0; i -= 2) this.#probs[this.#journal[i]!] = this.#journal[i + 1]!;
      [this.at, this.#size, this.#total, this.#state, this.#range, this.#code] = saved;
      this.#reps = reps;
      return 'more';
    } finally {
      this.#journal = undefined;
    }
  }

  #normalize(): void {
    if (this.#range >= TOP) return;
    if (this.at >= this.input.length) throw EXHAUSTED;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.input[this.at++]!) >>> 0;
  }

  #bit(place: number): number {
    this.#normalize();
    const p = this.#probs[place]!;
    if (this.#journal !== undefined) this.#journal.push(place, p);
    const bound = (this.#range >>> PROB_BITS) * p;
    if (this.#code < bound) {
      this.#range = bound;
      this.#probs[place] = p + ((2048 - p) >> MOVE_BITS);
      return 0;
    }
    this.#range -= bound;
    this.#code -= bound;
    this.#probs[place] = p - (p >> MOVE_BITS);
    return 1;
  }

  #tree(place: number, bits: number): number {
    let symbol = 1;
    for (let i = 0; i < bits; i++) symbol = (symbol << 1) | this.#bit(place + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(place: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.#bit(place + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.#normalize();
      this.#range = this.#range >>> 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
    }
    return value;
  }

  /** One symbol; false for the end marker. */
  #symbol(stop: number): boolean {
    const { pb } = this.#properties;
    const position = this.#total & ((1 << pb) - 1);
    const state = this.#state;
    if (this.#bit(IS_MATCH + (state << 4) + position) === 0) {
      if (this.#size >= stop) throw new LzmaProblem();
      this.#literal();
      return true;
    }
    let length: number;
    if (this.#bit(IS_REP + state) === 0) {
      length = this.#length(LENGTH, position);
      const distance = this.#distance(length);
      this.#reps = [distance, this.#reps[0], this.#reps[1], this.#reps[2]];
      this.#state = afterMatch(state);
      if (distance === 0xffffffff) return false;
    } else {
      if (this.#total === 0) throw new LzmaProblem();
      if (this.#bit(IS_REP0 + state) === 0) {
        if (this.#bit(IS_REP0_LONG + (state << 4) + position) === 0) {
          this.#state = afterShortRep(state);
          this.#repeat(1, stop);
          return true;
        }
      } else this.#rotateReps(state);
      length = this.#length(REP_LENGTH, position);
      this.#state = afterRep(state);
    }
    this.#repeat(length, stop);
    return true;
  }

  #rotateReps(state: number): void {
    const [a, b, c, d] = this.#reps;
    if (this.#bit(IS_REP1 + state) === 0) this.#reps = [b, a, c, d];
    else if (this.#bit(IS_REP2 + state) === 0) this.#reps = [c, a, b, d];
    else this.#reps = [d, a, b, c];
  }

  #literal(): void {
    const { lc, lp } = this.#properties;
    const previous = this.#total > 0 ? this.#out[this.#size - 1]! : 0;
    const context = ((this.#total & ((1 << lp) - 1)) << lc) + (previous >> (8 - lc));
    const place = LITERAL + 0x300 * context;
    let symbol = 1;
    if (this.#state >= 7) {
      let match = this.#total > this.#reps[0] ? this.#out[this.#size - this.#reps[0] - 1]! : 0;
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.#bit(place + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== matchBit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(place + symbol);
    this.#state = afterLiteral(this.#state);
    this.#room(1);
    this.#out[this.#size++] = symbol & 0xff;
    this.#total++;
  }

  #length(place: number, position: number): number {
    if (this.#bit(place) === 0) return 2 + this.#tree(place + LENGTH_LOW + (position << 3), 3);
    if (this.#bit(place + 1) === 0) return 10 + this.#tree(place + LENGTH_MIDDLE + (position << 3), 3);
    return 18 + this.#tree(place + LENGTH_HIGH, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(POS_SLOT + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return high + this.#reverseTree(POS_SPECIAL + high - slot, bits);
    return high + this.#direct(bits - 4) * 16 + this.#reverseTree(POS_ALIGN, 4);
  }

  #repeat(length: number, stop: number): void {
    const distance = this.#reps[0] + 1;
    if (distance > this.#total || distance > this.#size) throw new LzmaProblem();
    if (this.#size + length > stop) throw new LzmaProblem();
    this.#room(length);
    const out = this.#out;
    for (let i = 0, to = this.#size, from = to - distance; i < length; i++) out[to++] = out[from++]!;
    this.#size += length;
    this.#total += length;
  }
}
