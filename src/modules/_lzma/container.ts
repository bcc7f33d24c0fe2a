// The forms LZMA data comes in: .xz streams of blocks, .lzma files, raw chains of filters. CPython: Modules/_lzmamodule.c over liblzma;
// the .xz file format as its specification has it (public domain)
import { type Decoding, OUTPUT, type Source } from '../../runtime/native/decompressor.ts';
import { crc32 } from '../../runtime/numeric/checksums.ts';
import { CHECK_SIZES, type Check, checkOf } from './checks.ts';
import { LzmaDecoder, LzmaProblem } from './decoder.ts';
import { DELTA, type FilterSpec, LZMA1, LZMA2, type Transform, transformOf } from './filters.ts';
import { propertiesOf } from './model.ts';

export type Write = (bytes: Uint8Array) => void;

const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0];
const PRESET_DICTIONARY = 1 << 23;

/** What the reader of a stream tells besides its data. */
export interface Notice {
  check: number;
  readonly memoryLimit: number | undefined;
}

export function emptySpec(id: bigint): FilterSpec {
  return { id, dictionary: PRESET_DICTIONARY, lc: 3, lp: 0, pb: 2, depth: 24, distance: 1, startOffset: 0 };
}

/** Waits for so many bytes. */
function* take(source: Source, count: number): Generator<undefined, Uint8Array, void> {
  while (source.bytes.length - source.at < count) yield undefined;
  const bytes = source.bytes.slice(source.at, source.at + count);
  source.at += count;
  return bytes;
}

function word(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

function sameBytes(a: Uint8Array, b: ArrayLike<number>): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** .xz or .lzma, told apart by the first byte. */
export function* decodeAuto(source: Source, write: Write, notice: Notice): Decoding {
  while (source.at >= source.bytes.length) yield undefined;
  if (source.bytes[source.at] === XZ_MAGIC[0]) yield* decodeXz(source, write, notice);
  else yield* decodeAlone(source, write, notice, true);
}

export function* decodeXz(source: Source, write: Write, notice: Notice): Decoding {
  const header = yield* take(source, 12);
  if (!sameBytes(header.subarray(0, 6), XZ_MAGIC)) throw new LzmaProblem('Input format not supported by decoder');
  if (word(header, 8) !== crc32(header.subarray(6, 8))) throw new LzmaProblem();
  if (header[6] !== 0 || header[7]! > 15) throw new LzmaProblem('Invalid or unsupported options');
  notice.check = header[7]!;
  const blocks: [unpadded: number, size: number][] = [];
  for (;;) {
    const [size] = yield* take(source, 1);
    if (size === 0) break;
    blocks.push(yield* block(source, write, size!, notice));
  }
  const indexSize = yield* index(source, blocks);
  const footer = yield* take(source, 12);
  if (footer[10] !== 0x59 || footer[11] !== 0x5a || word(footer, 0) !== crc32(footer.subarray(4, 10))) {
    throw new LzmaProblem();
  }
  if ((word(footer, 4) + 1) * 4 !== indexSize || footer[8] !== 0 || footer[9] !== notice.check) throw new LzmaProblem();
}

/** A number of seven bits a byte. */
class Numbers {
  readonly #bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }
  next(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 63n; shift += 7n) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) throw new LzmaProblem();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new LzmaProblem();
  }
}

function* block(
  source: Source,
  write: Write,
  sizeByte: number,
  notice: Notice,
): Generator<typeof OUTPUT | undefined, [number, number], void> {
  const headerSize = (sizeByte + 1) * 4;
  const rest = yield* take(source, headerSize - 1);
  const header = Uint8Array.of(sizeByte, ...rest);
  if (word(header, headerSize - 4) !== crc32(header.subarray(0, headerSize - 4))) throw new LzmaProblem();
  const numbers = new Numbers(header.subarray(0, headerSize - 4), 2);
  const flags = header[1]!;
  if ((flags & 0x3c) !== 0) throw new LzmaProblem('Invalid or unsupported options');
  const packed = flags & 0x40 ? numbers.next() : undefined;
  const unpacked = flags & 0x80 ? numbers.next() : undefined;
  const filters: FilterSpec[] = [];
  for (let i = 0; i <= (flags & 3); i++) {
    const id = numbers.next();
    const length = Number(numbers.next());
    filters.push(decodeProperties(id, header.subarray(numbers.at, numbers.at + length)));
    numbers.at += length;
  }
  const check = checkOf(notice.check);
  const counted = { size: 0, packed: 0 };
  yield* chain(source, checkedWrite(write, check, counted), filters, notice, counted);
  if (packed !== undefined && BigInt(counted.packed) !== packed) throw new LzmaProblem();
  if (unpacked !== undefined && BigInt(counted.size) !== unpacked) throw new LzmaProblem();
  const padding = yield* take(source, (4 - (counted.packed % 4)) % 4);
  if (padding.some((byte) => byte !== 0)) throw new LzmaProblem();
  const digest = yield* take(source, CHECK_SIZES[notice.check]!);
  if (check !== undefined && !sameBytes(digest, check.digest())) throw new LzmaProblem();
  return [headerSize + counted.packed + digest.length, counted.size];
}

interface Counted {
  size: number;
  packed: number;
}

function checkedWrite(write: Write, check: Check | undefined, counted: Counted): Write {
  return (bytes) => {
    check?.update(bytes);
    counted.size += bytes.length;
    write(bytes);
  };
}

function* index(source: Source, blocks: readonly [number, number][]): Generator<undefined, number, void> {
  const seen: number[] = [0];
  const number = function* (): Generator<undefined, bigint, void> {
    let value = 0n;
    for (let shift = 0n; shift < 63n; shift += 7n) {
      const [byte] = yield* take(source, 1);
      seen.push(byte!);
      value |= BigInt(byte! & 127) << shift;
      if (byte! < 128) return value;
    }
    throw new LzmaProblem();
  };
  if ((yield* number()) !== BigInt(blocks.length)) throw new LzmaProblem();
  for (const [unpadded, size] of blocks) {
    if ((yield* number()) !== BigInt(unpadded) || (yield* number()) !== BigInt(size)) throw new LzmaProblem();
  }
  while (seen.length % 4 !== 0) {
    const [byte] = yield* take(source, 1);
    if (byte !== 0) throw new LzmaProblem();
    seen.push(0);
  }
  const crc = yield* take(source, 4);
  if (word(crc, 0) !== crc32(Uint8Array.from(seen))) throw new LzmaProblem();
  return seen.length + 4;
}

/** A filter's parameters as .xz headers and `_decode_filter_properties` have them. */
export function decodeProperties(id: bigint, bytes: Uint8Array): FilterSpec {
  const bad = new LzmaProblem('Invalid or unsupported options');
  const spec = emptySpec(id);
  if (id === LZMA2) {
    const bits = bytes[0]!;
    if (bytes.length !== 1 || bits > 40) throw bad;
    spec.dictionary = bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11);
  } else if (id === LZMA1) {
    const properties = propertiesOf(bytes[0] ?? 255);
    if (bytes.length !== 5 || properties === undefined) throw bad;
    Object.assign(spec, properties, { dictionary: word(bytes, 1) });
  } else if (id === DELTA) {
    if (bytes.length !== 1) throw bad;
    spec.distance = bytes[0]! + 1;
  } else {
    if ((bytes.length !== 0 && bytes.length !== 4) || transformOf(spec, false) === undefined) throw bad;
    if (bytes.length === 4) spec.startOffset = word(bytes, 0);
  }
  return spec;
}

/** Data behind a chain of filters, the last of which compresses. */
export function* chain(
  source: Source,
  write: Write,
  filters: readonly FilterSpec[],
  notice: Notice,
  counted: Counted = { size: 0, packed: 0 },
): Decoding {
  const last = filters.at(-1)!;
  const transforms = filters.slice(0, -1).map((spec) => transformOf(spec, false));
  if (transforms.includes(undefined)) throw new LzmaProblem('Invalid or unsupported options');
  if (last.id !== LZMA2 && last.id !== LZMA1) throw new LzmaProblem('Invalid or unsupported options');
  checkMemory(last.dictionary, notice);
  const through = (bytes: Uint8Array, final: boolean): void => {
    const result = (transforms as Transform[]).reduceRight((data, each) => each.push(data, final), bytes);
    if (result.length > 0) write(result);
  };
  if (last.id === LZMA2) yield* lzma2(source, (bytes) => through(bytes, false), last.dictionary, counted);
  else yield* lzma1(source, (bytes) => through(bytes, false), last, undefined);
  through(new Uint8Array(0), true);
}

const DECODER_BASE = 1 << 15;

function checkMemory(dictionary: number, { memoryLimit }: Notice): void {
  if (memoryLimit !== undefined && dictionary + DECODER_BASE > memoryLimit) {
    throw new LzmaProblem('Memory usage limit exceeded');
  }
}

function* lzma2(source: Source, write: Write, dictionary: number, counted: Counted): Decoding {
  const decoder = new LzmaDecoder(dictionary);
  let ready = false;
  let needsDictionary = true;
  for (;;) {
    const [control] = yield* take(source, 1);
    counted.packed++;
    if (control === 0) return;
    if (control! === 1 || control! >= 0xe0) {
      decoder.resetDictionary();
      needsDictionary = false;
    } else if (needsDictionary) throw new LzmaProblem();
    if (control! < 0x80) {
      if (control! > 2) throw new LzmaProblem();
      const head = yield* take(source, 2);
      const size = head[0]! * 256 + head[1]! + 1;
      decoder.copy(yield* take(source, size));
      counted.packed += 2 + size;
    } else {
      const head = yield* take(source, control! >= 0xc0 ? 5 : 4);
      const size = (control! & 0x1f) * 65536 + head[0]! * 256 + head[1]! + 1;
      const packed = head[2]! * 256 + head[3]! + 1;
      if (control! >= 0xc0) {
        const properties = propertiesOf(head[4]!);
        if (properties === undefined || properties.lc + properties.lp > 4) throw new LzmaProblem();
        decoder.resetState(properties);
        ready = true;
      } else if (!ready) throw new LzmaProblem();
      else if (control! >= 0xa0) decoder.resetState();
      counted.packed += head.length + packed;
      if (packed < 5) throw new LzmaProblem();
      decoder.start(yield* take(source, 5));
      yield* lzma2Chunk(source, write, decoder, size, packed - 5);
      continue;
    }
    write(decoder.take());
    yield OUTPUT;
  }
}

/** The compressed data of one chunk, as it comes. */
function* lzma2Chunk(source: Source, write: Write, decoder: LzmaDecoder, size: number, packed: number): Decoding {
  let left = size;
  let packedLeft = packed;
  for (;;) {
    decoder.input = source.bytes.subarray(source.at, source.at + packedLeft);
    decoder.at = 0;
    const isWhole = decoder.input.length === packedLeft;
    const outcome = decoder.decode(left);
    source.at += decoder.at;
    packedLeft -= decoder.at;
    const bytes = decoder.take();
    left -= bytes.length;
    if (bytes.length > 0) {
      write(bytes);
      yield OUTPUT;
    }
    if (left === 0) break;
    if (outcome === 'end' || isWhole) throw new LzmaProblem();
    if (bytes.length === 0) yield undefined;
  }
  decoder.input = yield* take(source, packedLeft);
  decoder.at = 0;
  if (!decoder.finished() || decoder.at !== packedLeft) throw new LzmaProblem();
}

/** One LZMA stream, up to its size or its end marker. */
function* lzma1(source: Source, write: Write, spec: FilterSpec, size: number | undefined): Decoding {
  const decoder = new LzmaDecoder(spec.dictionary);
  decoder.resetState(spec);
  decoder.start(yield* take(source, 5));
  let left = size ?? Number.POSITIVE_INFINITY;
  for (;;) {
    decoder.input = source.bytes;
    decoder.at = source.at;
    const outcome = decoder.decode(Math.min(left, 1 << 30));
    source.at = decoder.at;
    const bytes = decoder.take();
    left -= bytes.length;
    if (bytes.length > 0) write(bytes);
    if (outcome === 'end') {
      if (size !== undefined && left > 0) throw new LzmaProblem();
      while (decoder.wantsByte) {
        yield undefined;
        decoder.input = source.bytes;
        decoder.at = source.at;
      }
      if (!decoder.finished()) throw new LzmaProblem();
      source.at = decoder.at;
      return;
    }
    if (left === 0) {
      // The range coder must have come to its end; if not, a marker follows.
      if (!decoder.finished()) {
        while (!decoder.tryMarker()) {
          source.at = decoder.at;
          yield undefined;
          decoder.input = source.bytes;
          decoder.at = source.at;
        }
        source.at = decoder.at;
      }
      return;
    }
    if (bytes.length > 0) yield OUTPUT;
    else if (outcome === 'more') yield undefined;
  }
}

const ALONE_HEADER = 13;

/** A dictionary of 2 or 3 times a power of two, and a size below 256 GiB. */
function isLikely(header: Uint8Array): boolean {
  const dictionary = word(header, 1);
  const bits = dictionary.toString(2).replace(/0*$/, '');
  const high = word(header, 9);
  return (bits === '1' || bits === '11' || dictionary === 0xffffffff) && (high < 64 || high === 0xffffffff);
}

/** `picky` takes only headers that real files have, where the format is guessed. */
export function* decodeAlone(source: Source, write: Write, notice: Notice, picky = false): Decoding {
  const header = yield* take(source, ALONE_HEADER);
  if (picky && !isLikely(header)) throw new LzmaProblem('Input format not supported by decoder');
  const properties = propertiesOf(header[0]!);
  const high = word(header, 9);
  const unknown = high === 0xffffffff && word(header, 5) === 0xffffffff;
  if (properties === undefined || properties.lc + properties.lp > 4 || (!unknown && high >= 64)) {
    throw new LzmaProblem('Input format not supported by decoder');
  }
  const spec = { ...emptySpec(LZMA1), ...properties, dictionary: word(header, 1) };
  checkMemory(spec.dictionary, notice);
  notice.check = 0;
  const size = unknown ? undefined : high * 2 ** 32 + word(header, 5);
  yield* lzma1(source, write, spec, size);
}
