// Compression into one bzip2 stream, block by block. CPython: Modules/_bz2module.c over libbz2
import { CRC_TABLE } from './crc.ts';

const GROUP = 50;
const MAX_LENGTH = 17;
const ROUNDS = 4;

/** Bits into bytes, most significant first. */
class BitWriter {
  #bytes = new Uint8Array(4096);
  #size = 0;
  #buffer = 0;
  #count = 0;

  /** Up to 24 bits. */
  write(value: number, bits: number): void {
    this.#buffer = ((this.#buffer << bits) | value) & 0x7fffffff;
    this.#count += bits;
    while (this.#count >= 8) {
      this.#count -= 8;
      if (this.#size === this.#bytes.length) this.#grow();
      this.#bytes[this.#size++] = (this.#buffer >>> this.#count) & 0xff;
    }
    this.#buffer &= (1 << this.#count) - 1;
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** The whole bytes so far. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#size);
    this.#size = 0;
    return bytes;
  }

  /** Fills the last byte with zeros. */
  pad(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count);
  }
}

export class Bz2Compressor {
  readonly #bits = new BitWriter();
  /** The block so far, after the first step. */
  readonly #block: Uint8Array;
  #size = 0;
  #crc = 0xffffffff;
  #total = 0;
  #last = -1;
  #run = 0;

  constructor(level: number) {
    // libbz2 leaves room for the last run.
    this.#block = new Uint8Array(level * 100000 - 19);
    for (const byte of [0x42, 0x5a, 0x68, 0x30 + level]) this.#bits.write(byte, 8);
  }

  compress(data: Uint8Array): Uint8Array {
    for (let i = 0; i < data.length; i++) {
      const byte = data[i]!;
      if (byte === this.#last && this.#run < 255) {
        this.#run++;
        continue;
      }
      this.#endRun();
      if (this.#size + 6 > this.#block.length) this.#endBlock();
      this.#last = byte;
      this.#run = 1;
    }
    return this.#bits.take();
  }

  flush(): Uint8Array {
    this.#endRun();
    this.#endBlock();
    this.#bits.write(0x177245, 24);
    this.#bits.write(0x385090, 24);
    this.#bits.write(this.#total >>> 16, 16);
    this.#bits.write(this.#total & 0xffff, 16);
    this.#bits.pad();
    return this.#bits.take();
  }

  /** Four equal bytes stand for themselves and are followed by how many more there are. */
  #endRun(): void {
    const length = this.#run;
    if (length === 0) return;
    for (let i = 0; i < length; i++) {
      this.#crc = (this.#crc << 8) ^ CRC_TABLE[((this.#crc >>> 24) ^ this.#last) & 0xff]!;
    }
    for (let i = 0; i < Math.min(4, length); i++) this.#block[this.#size++] = this.#last;
    if (length >= 4) this.#block[this.#size++] = length - 4;
    this.#run = 0;
    this.#last = -1;
  }

  #endBlock(): void {
    if (this.#size === 0) return;
    const crc = ~this.#crc >>> 0;
    this.#total = (((this.#total << 1) | (this.#total >>> 31)) ^ crc) >>> 0;
    writeBlock(this.#bits, this.#block.subarray(0, this.#size), crc);
    this.#size = 0;
    this.#crc = 0xffffffff;
  }
}

function writeBlock(bits: BitWriter, block: Uint8Array, crc: number): void {
  const order = sortRotations(block);
  bits.write(0x314159, 24);
  bits.write(0x265359, 24);
  bits.write(crc >>> 16, 16);
  bits.write(crc & 0xffff, 16);
  bits.write(0, 1);
  bits.write(order.indexOf(0), 24);
  const used = new Uint8Array(256);
  for (const byte of block) used[byte] = 1;
  writeUsed(bits, used);
  const values = Array.from({ length: 256 }, (_, i) => i).filter((i) => used[i] === 1);
  writeSymbols(bits, moveToFront(block, order, values), values.length + 2);
}

function writeUsed(bits: BitWriter, used: Uint8Array): void {
  const ranges = Array.from({ length: 16 }, (_, i) => used.subarray(16 * i, 16 * i + 16));
  for (const range of ranges) bits.write(range.includes(1) ? 1 : 0, 1);
  for (const range of ranges) if (range.includes(1)) for (const bit of range) bits.write(bit, 1);
}

/** The rotations of a block in order, by doubling the length that is compared. */
function sortRotations(block: Uint8Array): Int32Array {
  const n = block.length;
  let order: Int32Array = new Int32Array(n);
  let rank: Int32Array = new Int32Array(n);
  for (let i = 0; i < n; i++) rank[i] = block[i]!;
  order = sortBy(
    rank,
    Int32Array.from({ length: n }, (_, i) => i),
    256,
  );
  let classes = rankOf(order, rank, rank, 0, n);
  rank = classes.rank;
  for (let k = 1; k < n && classes.count < n; k *= 2) {
    // Sorted by the second half already: shift, then a stable sort by the first.
    const shifted = new Int32Array(n);
    for (let i = 0; i < n; i++) shifted[i] = order[i]! >= k ? order[i]! - k : order[i]! - (k % n) + n;
    order = sortBy(rank, shifted, classes.count);
    classes = rankOf(order, rank, rank, k, n);
    rank = classes.rank;
  }
  return order;
}

/** A stable sort of places by their rank. */
function sortBy(rank: Int32Array, places: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < places.length; i++) starts[rank[i]! + 1] = starts[rank[i]! + 1]! + 1;
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i + 1]! + starts[i]!;
  const sorted = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) sorted[starts[rank[places[i]!]!]!++] = places[i]!;
  return sorted;
}

/** New ranks by pairs of old ones, `k` apart; how many differ. */
function rankOf(order: Int32Array, first: Int32Array, second: Int32Array, k: number, n: number) {
  const rank = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const at = order[i]!;
    const before = i === 0 ? -1 : order[i - 1]!;
    const same = i > 0 && first[at] === first[before] && (k === 0 || second[(at + k) % n] === second[(before + k) % n]);
    if (!same) count++;
    rank[at] = count - 1;
  }
  return { rank, count };
}

/** Positions in the move-to-front list, runs of zero in base two of the symbols 0 and 1; ends with the end symbol. */
function moveToFront(block: Uint8Array, order: Int32Array, values: readonly number[]): Uint16Array {
  const n = block.length;
  const list = Uint8Array.from(values);
  const out = new Uint16Array(n + 2);
  let size = 0;
  let zeros = 0;
  const endZeros = (): void => {
    for (let left = zeros; left > 0; left = (left - 1) >> 1) out[size++] = left & 1 ? 0 : 1;
    zeros = 0;
  };
  for (let i = 0; i < n; i++) {
    const byte = block[order[i]! === 0 ? n - 1 : order[i]! - 1]!;
    const place = list.indexOf(byte);
    if (place === 0) {
      zeros++;
      continue;
    }
    endZeros();
    list.copyWithin(1, 0, place);
    list[0] = byte;
    out[size++] = place + 1;
  }
  endZeros();
  out[size++] = values.length + 1;
  return out.subarray(0, size);
}

/** Huffman coding with up to six tables, each group of fifty symbols using the best. */
function writeSymbols(bits: BitWriter, symbols: Uint16Array, alphabet: number): void {
  const tables = tableCount(symbols.length);
  let lengths = startLengths(symbols, alphabet, tables);
  let selectors = new Uint8Array(0);
  for (let round = 0; round < ROUNDS; round++) {
    selectors = choose(symbols, lengths);
    lengths = countAndBuild(symbols, selectors, alphabet, tables);
  }
  bits.write(tables, 3);
  bits.write(selectors.length, 15);
  writeSelectors(bits, selectors);
  for (const each of lengths) writeLengths(bits, each);
  const codes = lengths.map(codesOf);
  for (let i = 0; i < symbols.length; i++) {
    const table = selectors[Math.floor(i / GROUP)]!;
    bits.write(codes[table]![symbols[i]!]!, lengths[table]![symbols[i]!]!);
  }
}

function tableCount(symbols: number): number {
  if (symbols < 200) return 2;
  if (symbols < 600) return 3;
  if (symbols < 1200) return 4;
  return symbols < 2400 ? 5 : 6;
}

/** First guess: each table is good for its share of the alphabet. */
function startLengths(symbols: Uint16Array, alphabet: number, tables: number): Uint8Array[] {
  const counts = new Int32Array(alphabet);
  for (const symbol of symbols) counts[symbol] = counts[symbol]! + 1;
  const result: Uint8Array[] = [];
  let from = 0;
  let left = symbols.length;
  for (let table = 0; table < tables; table++) {
    const share = left / (tables - table);
    let to = from;
    let sum = 0;
    while (to < alphabet && (sum < share || to === from)) sum += counts[to++]!;
    result.push(Uint8Array.from({ length: alphabet }, (_, i) => (i >= from && i < to ? 1 : 15)));
    left -= sum;
    from = to;
  }
  return result;
}

function choose(symbols: Uint16Array, lengths: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const selectors = new Uint8Array(Math.ceil(symbols.length / GROUP));
  for (let group = 0; group < selectors.length; group++) {
    const end = Math.min(symbols.length, (group + 1) * GROUP);
    let best = Number.POSITIVE_INFINITY;
    for (let table = 0; table < lengths.length; table++) {
      let cost = 0;
      for (let i = group * GROUP; i < end; i++) cost += lengths[table]![symbols[i]!]!;
      if (cost < best) {
        best = cost;
        selectors[group] = table;
      }
    }
  }
  return selectors;
}

function countAndBuild(symbols: Uint16Array, selectors: Uint8Array, alphabet: number, tables: number): Uint8Array[] {
  const counts = Array.from({ length: tables }, () => new Int32Array(alphabet));
  for (let i = 0; i < symbols.length; i++) {
    const table = counts[selectors[Math.floor(i / GROUP)]!]!;
    table[symbols[i]!] = table[symbols[i]!]! + 1;
  }
  return counts.map(huffmanLengths);
}

/** Code lengths of at most 17 bits; too long ones are avoided by evening out the counts. */
function huffmanLengths(counts: Int32Array): Uint8Array {
  let weights = Array.from(counts, (count) => Math.max(1, count));
  for (;;) {
    const lengths = buildLengths(weights);
    if (lengths.every((length) => length <= MAX_LENGTH)) return lengths;
    weights = weights.map((weight) => 1 + (weight >> 1));
  }
}

function buildLengths(weights: readonly number[]): Uint8Array {
  const n = weights.length;
  const parent = new Int32Array(2 * n);
  const leaves = weights.map((weight, i) => ({ weight, i })).sort((a, b) => a.weight - b.weight);
  const inner: { weight: number; i: number }[] = [];
  let leaf = 0;
  let node = 0;
  const smallest = (): { weight: number; i: number } =>
    node >= inner.length || (leaf < n && leaves[leaf]!.weight <= inner[node]!.weight)
      ? leaves[leaf++]!
      : inner[node++]!;
  for (let next = n; next < 2 * n - 1; next++) {
    const a = smallest();
    const b = smallest();
    parent[a.i] = parent[b.i] = next;
    inner.push({ weight: a.weight + b.weight, i: next });
  }
  const lengths = new Uint8Array(2 * n);
  for (let i = 2 * n - 3; i >= 0; i--) lengths[i] = lengths[parent[i]!]! + 1;
  return lengths.slice(0, n);
}

function codesOf(lengths: Uint8Array): Int32Array {
  const codes = new Int32Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= MAX_LENGTH; length++) {
    for (let i = 0; i < lengths.length; i++) if (lengths[i] === length) codes[i] = code++;
    code <<= 1;
  }
  return codes;
}

function writeSelectors(bits: BitWriter, selectors: Uint8Array): void {
  const order = [0, 1, 2, 3, 4, 5];
  for (const selector of selectors) {
    const at = order.indexOf(selector);
    for (let i = 0; i < at; i++) bits.write(1, 1);
    bits.write(0, 1);
    order.splice(at, 1);
    order.unshift(selector);
  }
}

function writeLengths(bits: BitWriter, lengths: Uint8Array): void {
  let current = lengths[0]!;
  bits.write(current, 5);
  for (const length of lengths) {
    for (; current < length; current++) bits.write(2, 2);
    for (; current > length; current--) bits.write(3, 2);
    bits.write(0, 1);
  }
}
