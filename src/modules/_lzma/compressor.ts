// Writing .xz, .lzma and raw streams. CPython: Modules/_lzmamodule.c over liblzma
import { crc32 } from '../../runtime/numeric/checksums.ts';
import { type Check, checkOf, littleEndian } from './checks.ts';
import { LzmaEncoder } from './encoder.ts';
import { DELTA, type FilterSpec, LZMA1, LZMA2, type Transform, transformOf } from './filters.ts';
import { propertiesByte } from './model.ts';

const CHUNK_OUTPUT = 1 << 16;
const CHUNK_INPUT = 1 << 21;
/** How much input gathers before it is encoded, so that matches can look ahead. */
const GATHER = 1 << 20;

export type Form = 'xz' | 'alone' | 'raw';

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function number(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  bytes.push(left);
  return bytes;
}

/** A filter's parameters as .xz headers have them. */
export function encodeProperties(spec: FilterSpec): Uint8Array {
  if (spec.id === LZMA2) return Uint8Array.of(dictionaryBits(spec.dictionary));
  if (spec.id === LZMA1) return Uint8Array.of(propertiesByte(spec), ...littleEndian(spec.dictionary));
  if (spec.id === DELTA) return Uint8Array.of(spec.distance - 1);
  return spec.startOffset === 0 ? new Uint8Array(0) : littleEndian(spec.startOffset);
}

/** The smallest size of the form 2 or 3 times a power of two that is enough. */
function dictionaryBits(size: number): number {
  for (let bits = 0; bits < 40; bits++) if ((2 | (bits & 1)) * 2 ** ((bits >> 1) + 11) >= size) return bits;
  return 40;
}

export class XzCompressor {
  readonly #form: Form;
  readonly #check: Check;
  readonly #checkId: number;
  readonly #filters: readonly FilterSpec[];
  readonly #transforms: readonly Transform[];
  readonly #encoder: LzmaEncoder;
  readonly #out: Uint8Array[] = [];
  #started = false;
  #blockOpen = false;
  #chunks = 0;
  #size = 0;
  #packed = 0;
  #headerSize = 0;

  constructor(form: Form, checkId: number, filters: readonly FilterSpec[]) {
    this.#form = form;
    this.#checkId = checkId;
    this.#check = checkOf(checkId)!;
    this.#filters = filters;
    this.#transforms = filters.slice(0, -1).map((spec) => transformOf(spec, true)!);
    const last = filters.at(-1)!;
    this.#encoder = new LzmaEncoder(last, last.dictionary, last.depth);
  }

  get #isLzma2(): boolean {
    return this.#filters.at(-1)!.id === LZMA2;
  }

  compress(data: Uint8Array): Uint8Array {
    this.#start();
    if (data.length === 0) return this.#take();
    this.#openBlock();
    this.#check.update(data);
    this.#size += data.length;
    this.#encoder.feed(this.#filter(data, false));
    if (this.#encoder.pending > GATHER) this.#encode(false);
    return this.#take();
  }

  flush(): Uint8Array {
    this.#start();
    if (this.#form === 'xz' && !this.#blockOpen) {
      this.#end();
      return this.#take();
    }
    this.#encoder.feed(this.#filter(new Uint8Array(0), true));
    this.#encode(true);
    if (this.#isLzma2) this.#put(Uint8Array.of(0));
    else {
      this.#encoder.endMarker();
      this.#put(this.#encoder.finish());
    }
    if (this.#form === 'xz') this.#end();
    return this.#take();
  }

  #take(): Uint8Array {
    return join(this.#out.splice(0));
  }

  #put(bytes: Uint8Array): void {
    this.#packed += bytes.length;
    this.#out.push(bytes);
  }

  #filter(data: Uint8Array, final: boolean): Uint8Array {
    return this.#transforms.reduce((bytes, each) => each.push(bytes, final), data);
  }

  #encode(final: boolean): void {
    if (!this.#isLzma2) {
      while (this.#encoder.pending > 0 && this.#encoder.encode(Number.POSITIVE_INFINITY, 1 << 30) > 0);
      this.#put(this.#encoder.drain());
      return;
    }
    while (this.#encoder.pending > (final ? 0 : GATHER / 2)) this.#chunk();
  }

  #chunk(): void {
    const size = this.#encoder.encode(CHUNK_OUTPUT, CHUNK_INPUT) - 1;
    const data = this.#encoder.finish();
    const packed = data.length - 1;
    const control = this.#chunks++ === 0 ? 0xe0 : 0x80;
    const head = [control | (size >> 16), (size >> 8) & 255, size & 255, packed >> 8, packed & 255];
    if (control === 0xe0) head.push(propertiesByte(this.#filters.at(-1)!));
    this.#put(Uint8Array.from(head));
    this.#put(data);
  }

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    if (this.#form === 'raw') return;
    if (this.#form === 'alone') {
      const unknown = new Uint8Array(8).fill(255);
      this.#out.push(encodeProperties(this.#filters[0]!), unknown);
      return;
    }
    const flags = Uint8Array.of(0, this.#checkId);
    this.#out.push(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), flags, littleEndian(crc32(flags)));
  }

  /** A stream without data has no block. */
  #openBlock(): void {
    if (this.#form !== 'xz' || this.#blockOpen) return;
    this.#blockOpen = true;
    const header = this.#blockHeader();
    this.#headerSize = header.length;
    this.#out.push(header);
  }

  #blockHeader(): Uint8Array {
    const body: number[] = [0, this.#filters.length - 1];
    for (const spec of this.#filters) {
      const properties = encodeProperties(spec);
      body.push(...number(Number(spec.id)), ...number(properties.length), ...properties);
    }
    while (body.length % 4 !== 0) body.push(0);
    body[0] = body.length / 4;
    return join([Uint8Array.from(body), littleEndian(crc32(Uint8Array.from(body)))]);
  }

  /** Padding and check of the block, the index, the footer. */
  #end(): void {
    const padding = (4 - (this.#packed % 4)) % 4;
    const digest = this.#check.digest();
    const index = [0, ...number(this.#size > 0 ? 1 : 0)];
    if (this.#size > 0) {
      this.#out.push(new Uint8Array(padding), digest);
      index.push(...number(this.#headerSize + this.#packed + digest.length), ...number(this.#size));
    }
    while (index.length % 4 !== 0) index.push(0);
    const bytes = Uint8Array.from(index);
    const tail = join([littleEndian(bytes.length / 4), Uint8Array.of(0, this.#checkId)]);
    this.#out.push(bytes, littleEndian(crc32(bytes)), littleEndian(crc32(tail)), tail, Uint8Array.of(0x59, 0x5a));
  }
}
