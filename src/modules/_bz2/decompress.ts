// Decompression of one bzip2 stream. A generator that pauses when input runs out: a block may end anywhere in a piece of input.
// CPython: Modules/_bz2module.c over libbz2; the format as described in Joe Tsai's "BZIP2: Format Specification"
import { type Decoding, OUTPUT, type Source } from '../../runtime/native/decompressor.ts';
import { CRC_TABLE } from './crc.ts';

/** What is wrong with a stream. */
export class Bz2Problem {}

const BLOCK_MAGIC_HIGH = 0x314159;
const BLOCK_MAGIC_LOW = 0x265359;
const END_MAGIC_HIGH = 0x177245;
const END_MAGIC_LOW = 0x385090;
const MAX_LENGTH = 20;
const GROUP = 50;

/** Reads bits, most significant first. */
class Bits {
  readonly source: Source;
  buffer = 0;
  count = 0;
  constructor(source: Source) {
    this.source = source;
  }

  /** Up to 24 bits. */
  *read(n: number): Generator<undefined, number, void> {
    while (this.count < n) {
      const { source } = this;
      if (source.at >= source.bytes.length) yield undefined;
      else {
        this.buffer = ((this.buffer << 8) | source.bytes[source.at++]!) & 0x7fffffff;
        this.count += 8;
      }
    }
    this.count -= n;
    return (this.buffer >>> this.count) & ((1 << n) - 1);
  }
}

interface Table {
  /** By length: the highest code, what to add to a code for its place, and the symbols in order. */
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
  readonly shortest: number;
}

function decodingTable(lengths: Uint8Array): Table {
  const shortest = lengths.reduce((a, b) => Math.min(a, b));
  const counts = new Int32Array(MAX_LENGTH + 2);
  for (const length of lengths) counts[length] = counts[length]! + 1;
  const symbols = new Uint16Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= MAX_LENGTH; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === length) symbols[next++] = symbol;
  }
  const limit = new Int32Array(MAX_LENGTH + 1).fill(-1);
  const base = new Int32Array(MAX_LENGTH + 1);
  let code = 0;
  let seen = 0;
  for (let length = 1; length <= MAX_LENGTH; length++) {
    base[length] = seen - code;
    code += counts[length]!;
    seen += counts[length]!;
    limit[length] = code - 1;
    code <<= 1;
  }
  return { limit, base, symbols, shortest };
}

/** Yields while more input is needed; `write` takes each block's bytes. Returns at the stream's end. */
export function* decompressStream(source: Source, write: (bytes: Uint8Array) => void): Decoding {
  const bits = new Bits(source);
  if ((yield* bits.read(24)) !== 0x425a68) throw new Bz2Problem();
  const level = (yield* bits.read(8)) - 0x30;
  if (level < 1 || level > 9) throw new Bz2Problem();
  let total = 0;
  for (;;) {
    const high = yield* bits.read(24);
    const low = yield* bits.read(24);
    const crc = (((yield* bits.read(16)) << 16) | (yield* bits.read(16))) >>> 0;
    if (high === END_MAGIC_HIGH && low === END_MAGIC_LOW) {
      if (crc !== total) throw new Bz2Problem();
      return;
    }
    if (high !== BLOCK_MAGIC_HIGH || low !== BLOCK_MAGIC_LOW) throw new Bz2Problem();
    const block = yield* readBlock(bits, level * 100000);
    if (crcOf(block) !== crc) throw new Bz2Problem();
    total = (((total << 1) | (total >>> 31)) ^ crc) >>> 0;
    write(block);
    yield OUTPUT;
  }
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crc << 8) ^ CRC_TABLE[((crc >>> 24) ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}

function* readBlock(bits: Bits, limit: number): Generator<undefined, Uint8Array, void> {
  const randomised = yield* bits.read(1);
  if (randomised === 1) throw new Bz2Problem();
  const origin = yield* bits.read(24);
  const used = yield* usedBytes(bits);
  const symbols = used.length + 2;
  const groups = yield* bits.read(3);
  if (groups < 2 || groups > 6) throw new Bz2Problem();
  const selectors = yield* readSelectors(bits, groups);
  const tables: Table[] = [];
  for (let i = 0; i < groups; i++) tables.push(decodingTable(yield* readLengths(bits, symbols)));
  const sorted = new Int32Array(limit);
  const count = yield* readSymbols(bits, tables, selectors, used, sorted);
  if (origin >= count) throw new Bz2Problem();
  return unpackRuns(invert(sorted, count, origin));
}

/** Which byte values occur. */
function* usedBytes(bits: Bits): Generator<undefined, number[], void> {
  const ranges = yield* bits.read(16);
  const used: number[] = [];
  for (let i = 0; i < 16; i++) {
    if ((ranges & (0x8000 >> i)) === 0) continue;
    const map = yield* bits.read(16);
    for (let j = 0; j < 16; j++) if ((map & (0x8000 >> j)) !== 0) used.push(16 * i + j);
  }
  if (used.length === 0) throw new Bz2Problem();
  return used;
}

function* readSelectors(bits: Bits, groups: number): Generator<undefined, Uint8Array, void> {
  const count = yield* bits.read(15);
  if (count === 0) throw new Bz2Problem();
  const order = [0, 1, 2, 3, 4, 5];
  const selectors = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let at = 0;
    while ((yield* bits.read(1)) === 1) if (++at >= groups) throw new Bz2Problem();
    const [chosen] = order.splice(at, 1);
    order.unshift(chosen!);
    selectors[i] = chosen!;
  }
  return selectors;
}

function* readLengths(bits: Bits, symbols: number): Generator<undefined, Uint8Array, void> {
  const lengths = new Uint8Array(symbols);
  let length = yield* bits.read(5);
  for (let i = 0; i < symbols; i++) {
    for (;;) {
      if (length < 1 || length > MAX_LENGTH) throw new Bz2Problem();
      if ((yield* bits.read(1)) === 0) break;
      length += (yield* bits.read(1)) === 0 ? 1 : -1;
    }
    lengths[i] = length;
  }
  return lengths;
}

/** The Huffman-coded part: runs and move-to-front positions, into `sorted`; how many bytes. */
function* readSymbols(
  bits: Bits,
  tables: readonly Table[],
  selectors: Uint8Array,
  used: readonly number[],
  sorted: Int32Array,
): Generator<undefined, number, void> {
  const { source } = bits;
  const order = Uint8Array.from(used);
  const end = used.length + 1;
  let { buffer, count: have } = bits;
  let table = tables[0]!;
  let left = 0;
  let group = 0;
  let count = 0;
  let run = 0;
  let weight = 1;
  for (;;) {
    if (left === 0) {
      if (group >= selectors.length) throw new Bz2Problem();
      table = tables[selectors[group++]!]!;
      left = GROUP;
    }
    left--;
    let length = table.shortest;
    let symbol: number;
    for (;;) {
      while (have < length) {
        if (source.at >= source.bytes.length) yield undefined;
        else {
          buffer = ((buffer << 8) | source.bytes[source.at++]!) & 0x7fffffff;
          have += 8;
        }
      }
      const code = (buffer >>> (have - length)) & ((1 << length) - 1);
      if (code <= table.limit[length]!) {
        symbol = table.symbols[table.base[length]! + code]!;
        break;
      }
      if (++length > MAX_LENGTH) throw new Bz2Problem();
    }
    have -= length;
    if (symbol <= 1) {
      run += weight << symbol;
      weight <<= 1;
      if (run > sorted.length) throw new Bz2Problem();
      continue;
    }
    if (run > 0) {
      if (count + run > sorted.length) throw new Bz2Problem();
      sorted.fill(order[0]!, count, count + run);
      count += run;
      run = 0;
      weight = 1;
    }
    if (symbol === end) break;
    if (count >= sorted.length) throw new Bz2Problem();
    const byte = order[symbol - 1]!;
    order.copyWithin(1, 0, symbol - 1);
    order[0] = byte;
    sorted[count++] = byte;
  }
  bits.buffer = buffer;
  bits.count = have;
  return count;
}

/** Undoes the Burrows-Wheeler transform. */
function invert(sorted: Int32Array, count: number, origin: number): Uint8Array {
  const starts = new Int32Array(257);
  for (let i = 0; i < count; i++) starts[(sorted[i]! & 0xff) + 1] = starts[(sorted[i]! & 0xff) + 1]! + 1;
  for (let i = 0; i < 256; i++) starts[i + 1] = starts[i + 1]! + starts[i]!;
  for (let i = 0; i < count; i++) {
    const place = starts[sorted[i]! & 0xff]!++;
    sorted[place] = sorted[place]! | (i << 8);
  }
  const out = new Uint8Array(count);
  let at = sorted[origin]! >>> 8;
  for (let i = 0; i < count; i++) {
    const entry = sorted[at]!;
    out[i] = entry & 0xff;
    at = entry >>> 8;
  }
  return out;
}

/** Undoes the first step: four equal bytes are followed by a count of more. */
function unpackRuns(packed: Uint8Array): Uint8Array {
  let out = new Uint8Array(packed.length + 1024);
  let size = 0;
  let same = 0;
  let last = -1;
  for (let i = 0; i < packed.length; i++) {
    const byte = packed[i]!;
    const length = same === 4 ? byte : 1;
    if (size + length > out.length) {
      const larger = new Uint8Array(2 * (size + length));
      larger.set(out.subarray(0, size));
      out = larger;
    }
    if (same === 4) {
      out.fill(last, size, size + length);
      same = 0;
      last = -1;
    } else {
      out[size] = byte;
      same = byte === last ? same + 1 : 1;
      last = byte;
    }
    size += length;
  }
  return out.slice(0, size);
}
