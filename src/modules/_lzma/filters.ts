// The filters that stand before LZMA in a chain: differences, and branch addresses of programs made absolute.
// CPython: Modules/_lzmamodule.c over liblzma (delta, simple)

/** A filter's parameters. */
export interface FilterSpec {
  readonly id: bigint;
  dictionary: number;
  lc: number;
  lp: number;
  pb: number;
  depth: number;
  distance: number;
  startOffset: number;
}

export const LZMA1 = 0x4000000000000001n;
export const LZMA2 = 0x21n;
export const DELTA = 3n;
export const X86 = 4n;
export const POWERPC = 5n;
export const IA64 = 6n;
export const ARM = 7n;
export const ARMTHUMB = 8n;
export const SPARC = 9n;

/** Turns data as it passes; what depends on bytes to come is held back until the end. */
export interface Transform {
  push(bytes: Uint8Array, final: boolean): Uint8Array;
}

/** The transform of a filter, undefined when it is not known. */
export function transformOf(spec: FilterSpec, encoding: boolean): Transform | undefined {
  if (spec.id === DELTA) return new Delta(spec.distance, encoding);
  const convert = spec.id === X86 ? x86() : CONVERTERS.get(spec.id);
  return convert === undefined ? undefined : new Branches(convert, spec.startOffset, encoding);
}

class Delta implements Transform {
  readonly #distance: number;
  readonly #encoding: boolean;
  readonly #history = new Uint8Array(256);
  #at = 0;
  constructor(distance: number, encoding: boolean) {
    this.#distance = distance;
    this.#encoding = encoding;
  }
  push(bytes: Uint8Array): Uint8Array {
    const out = new Uint8Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) {
      const before = this.#history[(this.#at - this.#distance) & 255]!;
      const plain = this.#encoding ? bytes[i]! : (bytes[i]! + before) & 255;
      out[i] = this.#encoding ? (plain - before) & 255 : plain;
      this.#history[this.#at++ & 255] = plain;
    }
    return out;
  }
}

/** Converts in place from `data[0]`, which is at `position`; how many bytes are done. */
type Converter = (data: Uint8Array, position: number, encoding: boolean) => number;

class Branches implements Transform {
  readonly #convert: Converter;
  readonly #encoding: boolean;
  #position: number;
  #rest = new Uint8Array(0);
  constructor(convert: Converter, start: number, encoding: boolean) {
    this.#convert = convert;
    this.#position = start;
    this.#encoding = encoding;
  }
  push(bytes: Uint8Array, final: boolean): Uint8Array {
    const data = new Uint8Array(this.#rest.length + bytes.length);
    data.set(this.#rest);
    data.set(bytes, this.#rest.length);
    const done = this.#convert(data, this.#position, this.#encoding);
    const count = final ? data.length : done;
    this.#position += done;
    this.#rest = data.slice(count);
    return data.slice(0, count);
  }
}

const isExtreme = (byte: number): boolean => byte === 0 || byte === 255;
/** Which of the three bytes before may have been part of an earlier address. */
const ALLOWED = [true, true, true, false, true, false, false, false];
const BYTES_BACK = [0, 1, 2, 2, 3, 3, 3, 3];

/** Calls and jumps of x86; it remembers where recent opcodes were. */
function x86(): Converter {
  let mask = 0;
  return (data, position, encoding) => {
    const view = new DataView(data.buffer);
    const end = data.length - 4;
    let last = -1;
    let i = 0;
    for (; i < end; i++) {
      if ((data[i]! & 0xfe) !== 0xe8) continue;
      const gap = i - last;
      mask = gap > 3 ? 0 : (mask << (gap - 1)) & 7;
      last = i;
      const doubtful = mask !== 0 && (!ALLOWED[mask] || isExtreme(data[i + 4 - BYTES_BACK[mask]!]!));
      if (doubtful || !isExtreme(data[i + 4]!)) {
        mask = (mask << 1) | 1;
        continue;
      }
      view.setUint32(i + 1, x86Address(view.getUint32(i + 1, true), position + i + 5, mask, encoding), true);
      i += 4;
    }
    const gap = i - last;
    mask = gap > 3 ? 0 : mask << (gap - 1);
    return Math.max(0, i);
  };
}

function x86Address(source: number, next: number, mask: number, encoding: boolean): number {
  let from = source;
  for (;;) {
    const to = (encoding ? from + next : from - next) >>> 0;
    const bits = BYTES_BACK[mask]! * 8;
    if (mask === 0 || !isExtreme((to >>> (24 - bits)) & 255)) {
      return ((to & 0x01ffffff) | -(to & 0x01000000)) >>> 0;
    }
    from = (to ^ (2 ** (32 - bits) - 1)) >>> 0;
  }
}

function powerpc(data: Uint8Array, position: number, encoding: boolean): number {
  let i = 0;
  const view = new DataView(data.buffer);
  for (; i + 4 <= data.length; i += 4) {
    const word = view.getUint32(i);
    if ((word & 0xfc000003) >>> 0 !== 0x48000001) continue;
    const target = word & 0x03fffffc;
    const moved = encoding ? target + position + i : target - (position + i);
    view.setUint32(i, (0x48000001 | (moved & 0x03fffffc)) >>> 0);
  }
  return i;
}

function arm(data: Uint8Array, position: number, encoding: boolean): number {
  let i = 0;
  for (; i + 4 <= data.length; i += 4) {
    if (data[i + 3] !== 0xeb) continue;
    const target = (data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16)) << 2;
    const moved = (encoding ? target + position + i + 8 : target - (position + i + 8)) >> 2;
    data[i] = moved & 255;
    data[i + 1] = (moved >> 8) & 255;
    data[i + 2] = (moved >> 16) & 255;
  }
  return i;
}

function armThumb(data: Uint8Array, position: number, encoding: boolean): number {
  let i = 0;
  for (; i + 4 <= data.length; i += 2) {
    if ((data[i + 1]! & 0xf8) !== 0xf0 || (data[i + 3]! & 0xf8) !== 0xf8) continue;
    const high = ((data[i + 1]! & 7) << 19) | (data[i]! << 11);
    const target = (high | ((data[i + 3]! & 7) << 8) | data[i + 2]!) << 1;
    const moved = (encoding ? target + position + i + 4 : target - (position + i + 4)) >> 1;
    data[i + 1] = 0xf0 | ((moved >> 19) & 7);
    data[i] = (moved >> 11) & 255;
    data[i + 3] = 0xf8 | ((moved >> 8) & 7);
    data[i + 2] = moved & 255;
    i += 2;
  }
  return i;
}

function sparc(data: Uint8Array, position: number, encoding: boolean): number {
  let i = 0;
  const view = new DataView(data.buffer);
  for (; i + 4 <= data.length; i += 4) {
    const word = view.getUint32(i);
    if (word >>> 22 !== 0x100 && word >>> 22 !== 0x1ff) continue;
    const target = (word << 2) | 0;
    const moved = ((encoding ? target + position + i : target - (position + i)) | 0) >>> 2;
    const sign = (0 - ((moved >>> 22) & 1)) << 22;
    view.setUint32(i, ((sign & 0x3fffffff) | (moved & 0x3fffff) | 0x40000000) >>> 0);
  }
  return i;
}

/** Which of the three instructions of a bundle may branch, by its template. */
const IA64_SLOTS = [4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0];

function ia64(data: Uint8Array, position: number, encoding: boolean): number {
  let i = 0;
  for (; i + 16 <= data.length; i += 16) {
    const template = data[i]! & 31;
    const slots = template < 16 ? 0 : IA64_SLOTS[template - 16]!;
    for (let slot = 0; slot < 3; slot++) {
      if ((slots >> slot) & 1) ia64Instruction(data, i, 5 + 41 * slot, position + i, encoding);
    }
  }
  return i;
}

function ia64Instruction(data: Uint8Array, bundle: number, bit: number, position: number, encoding: boolean): void {
  const at = bundle + (bit >> 3);
  const shift = BigInt(bit & 7);
  let whole = 0n;
  for (let i = 5; i >= 0; i--) whole = (whole << 8n) | BigInt(data[at + i]!);
  let word = whole >> shift;
  if (((word >> 37n) & 15n) !== 5n || ((word >> 9n) & 7n) !== 0n) return;
  const source = (((word >> 13n) & 0xfffffn) | (((word >> 36n) & 1n) << 20n)) << 4n;
  const target = BigInt.asUintN(32, encoding ? source + BigInt(position) : source - BigInt(position)) >> 4n;
  word &= ~(0x8fffffn << 13n);
  word |= ((target & 0xfffffn) << 13n) | ((target & 0x100000n) << 16n);
  whole = (whole & ((1n << shift) - 1n)) | (word << shift);
  for (let i = 0; i < 6; i++) data[at + i] = Number((whole >> BigInt(8 * i)) & 255n);
}

const CONVERTERS: ReadonlyMap<bigint, Converter> = new Map([
  [POWERPC, powerpc],
  [IA64, ia64],
  [ARM, arm],
  [ARMTHUMB, armThumb],
  [SPARC, sparc],
]);
