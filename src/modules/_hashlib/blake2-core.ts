// BLAKE2b and BLAKE2s with the whole parameter block (RFC 7693 and the BLAKE2 paper): keys, salts, personalisation, tree hashing.
// 64-bit words are pairs of 32-bit halves, low half first. CPython: Modules/blake2module.c.

/** The fields of the parameter block. */
export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly lastNode: boolean;
}

/** Message word order of each round. */
const SIGMA = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map((row) => Uint8Array.from(row, (digit) => Number.parseInt(digit, 16)));

/** The initial values, as 32-bit halves low first; their high halves are BLAKE2s's. */
const IV64 = Uint32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19,
);
const IV32 = IV64.filter((_, i) => i % 2 === 1);

/** Columns, then diagonals. */
const MIXES = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

/** What the two widths share: the block buffer and the counter. */
abstract class Blake2 {
  readonly digestSize: number;
  readonly blockSize: number;
  protected readonly state: Uint32Array;
  protected block: Uint8Array;
  private filled = 0;
  protected counter = 0;
  private readonly lastNode: boolean;

  constructor(blockSize: number, state: Uint32Array, digestSize: number, lastNode: boolean) {
    this.blockSize = blockSize;
    this.state = state;
    this.block = new Uint8Array(blockSize);
    this.digestSize = digestSize;
    this.lastNode = lastNode;
  }

  protected abstract compress(last: boolean, lastNode: boolean): void;
  protected abstract fresh(): Blake2;

  update(data: Uint8Array): void {
    for (let at = 0; at < data.length; ) {
      // The last block must stay for digest, so a full one is compressed only when more follows.
      if (this.filled === this.blockSize) {
        this.counter += this.blockSize;
        this.compress(false, false);
        this.filled = 0;
      }
      const count = Math.min(this.blockSize - this.filled, data.length - at);
      this.block.set(data.subarray(at, at + count), this.filled);
      this.filled += count;
      at += count;
    }
  }

  protected absorbKey(key: Uint8Array): void {
    if (key.length === 0) return;
    const padded = new Uint8Array(this.blockSize);
    padded.set(key);
    this.update(padded);
  }

  copy(): Blake2 {
    const other = this.fresh();
    other.state.set(this.state);
    other.block.set(this.block);
    other.filled = this.filled;
    other.counter = this.counter;
    return other;
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.counter += last.filled;
    last.block.fill(0, last.filled);
    last.compress(true, this.lastNode);
    const bytes = new Uint8Array(last.state.length * 4);
    const view = new DataView(bytes.buffer);
    last.state.forEach((word, i) => {
      view.setUint32(4 * i, word, true);
    });
    return bytes.slice(0, this.digestSize);
  }
}

/** The parameter block: 64 bytes for BLAKE2b, 32 for BLAKE2s. */
function parameterWords(p: Blake2Parameters, wide: boolean): Uint32Array {
  const bytes = new Uint8Array(wide ? 64 : 32);
  const view = new DataView(bytes.buffer);
  bytes.set([p.digestSize, p.key.length, p.fanout, p.depth]);
  view.setUint32(4, p.leafSize, true);
  if (wide) view.setBigUint64(8, p.nodeOffset, true);
  else {
    view.setUint32(8, Number(p.nodeOffset & 0xffffffffn), true);
    view.setUint16(12, Number(p.nodeOffset >> 32n), true);
  }
  bytes[wide ? 16 : 14] = p.nodeDepth;
  bytes[wide ? 17 : 15] = p.innerSize;
  bytes.set(p.salt, wide ? 32 : 16);
  bytes.set(p.person, wide ? 48 : 24);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

export class Blake2b extends Blake2 {
  private readonly parameters: Blake2Parameters;
  private readonly v = new Uint32Array(32);
  private readonly m = new Uint32Array(32);

  constructor(parameters: Blake2Parameters, keyed = true) {
    const words = parameterWords(parameters, true);
    super(
      128,
      IV64.map((word, i) => word ^ words[i]!),
      parameters.digestSize,
      parameters.lastNode,
    );
    this.parameters = parameters;
    if (keyed) this.absorbKey(parameters.key);
  }

  protected override fresh(): Blake2 {
    return new Blake2b(this.parameters, false);
  }

  protected override compress(last: boolean, lastNode: boolean): void {
    const { v, m, state, block } = this;
    const view = new DataView(block.buffer);
    for (let i = 0; i < 32; i++) m[i] = view.getUint32(4 * i, true);
    v.set(state);
    v.set(IV64, 16);
    v[24] = v[24]! ^ (this.counter >>> 0);
    v[25] = v[25]! ^ Math.floor(this.counter / 4294967296);
    if (last) {
      v[28] = ~v[28]!;
      v[29] = ~v[29]!;
    }
    if (lastNode) {
      v[30] = ~v[30]!;
      v[31] = ~v[31]!;
    }
    for (let round = 0; round < 12; round++) {
      const order = SIGMA[round % 10]!;
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i]!;
        mix64(v, 2 * a, 2 * b, 2 * c, 2 * d, m, 2 * order[2 * i]!, 2 * order[2 * i + 1]!);
      }
    }
    for (let i = 0; i < 16; i++) state[i] = state[i]! ^ v[i]! ^ v[i + 16]!;
  }
}

function mix64(v: Uint32Array, a: number, b: number, c: number, d: number, m: Uint32Array, x: number, y: number): void {
  add64(v, a, v[b]!, v[b + 1]!);
  add64(v, a, m[x]!, m[x + 1]!);
  let low = v[d]! ^ v[a]!;
  let high = v[d + 1]! ^ v[a + 1]!;
  v[d] = high;
  v[d + 1] = low;
  add64(v, c, v[d]!, v[d + 1]!);
  low = v[b]! ^ v[c]!;
  high = v[b + 1]! ^ v[c + 1]!;
  v[b] = (low >>> 24) | (high << 8);
  v[b + 1] = (high >>> 24) | (low << 8);
  add64(v, a, v[b]!, v[b + 1]!);
  add64(v, a, m[y]!, m[y + 1]!);
  low = v[d]! ^ v[a]!;
  high = v[d + 1]! ^ v[a + 1]!;
  v[d] = (low >>> 16) | (high << 16);
  v[d + 1] = (high >>> 16) | (low << 16);
  add64(v, c, v[d]!, v[d + 1]!);
  low = v[b]! ^ v[c]!;
  high = v[b + 1]! ^ v[c + 1]!;
  v[b] = (high >>> 31) | (low << 1);
  v[b + 1] = (low >>> 31) | (high << 1);
}

function add64(v: Uint32Array, at: number, low: number, high: number): void {
  const sum = v[at]! + low;
  v[at + 1] = v[at + 1]! + high + (sum > 0xffffffff ? 1 : 0);
  v[at] = sum;
}

export class Blake2s extends Blake2 {
  private readonly parameters: Blake2Parameters;
  private readonly v = new Uint32Array(16);
  private readonly m = new Uint32Array(16);

  constructor(parameters: Blake2Parameters, keyed = true) {
    const words = parameterWords(parameters, false);
    super(
      64,
      IV32.map((word, i) => word ^ words[i]!),
      parameters.digestSize,
      parameters.lastNode,
    );
    this.parameters = parameters;
    if (keyed) this.absorbKey(parameters.key);
  }

  protected override fresh(): Blake2 {
    return new Blake2s(this.parameters, false);
  }

  protected override compress(last: boolean, lastNode: boolean): void {
    const { v, m, state, block } = this;
    const view = new DataView(block.buffer);
    for (let i = 0; i < 16; i++) m[i] = view.getUint32(4 * i, true);
    v.set(state);
    v.set(IV32, 8);
    v[12] = v[12]! ^ (this.counter >>> 0);
    v[13] = v[13]! ^ Math.floor(this.counter / 4294967296);
    if (last) v[14] = ~v[14]!;
    if (lastNode) v[15] = ~v[15]!;
    for (let round = 0; round < 10; round++) {
      const order = SIGMA[round]!;
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i]!;
        mix32(v, a, b, c, d, m[order[2 * i]!]!, m[order[2 * i + 1]!]!);
      }
    }
    for (let i = 0; i < 8; i++) state[i] = state[i]! ^ v[i]! ^ v[i + 8]!;
  }
}

function mix32(v: Uint32Array, a: number, b: number, c: number, d: number, x: number, y: number): void {
  v[a] = v[a]! + v[b]! + x;
  v[d] = rotate(v[d]! ^ v[a]!, 16);
  v[c] = v[c]! + v[d]!;
  v[b] = rotate(v[b]! ^ v[c]!, 12);
  v[a] = v[a]! + v[b]! + y;
  v[d] = rotate(v[d]! ^ v[a]!, 8);
  v[c] = v[c]! + v[d]!;
  v[b] = rotate(v[b]! ^ v[c]!, 7);
}

function rotate(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}
