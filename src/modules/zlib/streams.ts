// Compression and decompression streams with the buffering that zlib objects show: unused data, unconsumed tail, bounded output, flushes
// and copies. The deflate algorithm itself is pako's port of zlib 1.3 (its classic hash gives zlib's bytes).
// CPython: Modules/zlibmodule.c.
import {
  ZStream,
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateSetDictionary,
} from 'pako';

export const Z_NO_FLUSH = 0;
export const Z_SYNC_FLUSH = 2;
export const Z_FINISH = 4;
const Z_OK = 0;
const Z_STREAM_END = 1;
const Z_NEED_DICT = 2;
const Z_STREAM_ERROR = -2;
const Z_DATA_ERROR = -3;
const Z_BUF_ERROR = -5;

const EMPTY = new Uint8Array(0);

/** A failed zlib call; the module raises `zlib.error` with its message. */
export class ZlibFailure {
  readonly message: string;
  constructor(code: number, activity: string, detail = '') {
    const meaning = detail === '' ? (MEANINGS.get(code) ?? '') : detail;
    this.message = meaning === '' ? `Error ${code} ${activity}` : `Error ${code} ${activity}: ${meaning}`;
  }
}

const MEANINGS = new Map([
  [Z_BUF_ERROR, 'incomplete or truncated stream'],
  [Z_STREAM_ERROR, 'inconsistent stream state'],
  [Z_DATA_ERROR, 'invalid input data'],
]);

function attach(stream: ZStream, input: Uint8Array): void {
  stream.input = input;
  stream.next_in = 0;
  stream.avail_in = input.length;
}

/** Sizes of the output blocks; stored (level 0) streams show them in their block lengths, so they are CPython's. */
const BLOCK_SIZES = [32, 64, 256, 1024, 4096, 8192, 16384, 16384, 32768].map((kib) => kib * 1024);

/** Output collected block by block, up to a limit. */
class Output {
  private readonly blocks: Uint8Array[] = [];
  private size = 0;
  private opened = 0;
  private readonly first: number;
  readonly limit: number;

  constructor(first: number = BLOCK_SIZES[0]!, limit = Infinity) {
    this.first = first;
    this.limit = limit;
  }

  get full(): boolean {
    return this.size >= this.limit;
  }

  /** Gives the stream a block to write to. */
  open(stream: ZStream): void {
    const next = this.opened === 0 ? this.first : BLOCK_SIZES[Math.min(this.opened, BLOCK_SIZES.length - 1)]!;
    this.opened++;
    stream.output = new Uint8Array(Math.min(next, this.limit - this.size));
    stream.next_out = 0;
    stream.avail_out = stream.output.length;
  }

  /** Takes what was written. */
  close(stream: ZStream): void {
    if (stream.next_out > 0) this.blocks.push(stream.output.subarray(0, stream.next_out));
    this.size += stream.next_out;
  }

  bytes(): Uint8Array {
    return join(this.blocks, this.size);
  }
}

function join(blocks: readonly Uint8Array[], size: number): Uint8Array {
  const result = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    result.set(block, at);
    at += block.length;
  }
  return result;
}

export interface DeflateSettings {
  readonly level: number;
  readonly method: number;
  readonly wbits: number;
  readonly memLevel: number;
  readonly strategy: number;
}

/** The state behind `zlib.compressobj()`. */
export class Compressor {
  private stream = new ZStream();
  private open = true;

  /** Undefined settings make an empty shell for `copy`. */
  constructor(settings?: DeflateSettings, dictionary?: Uint8Array) {
    if (settings === undefined) return;
    const { level, method, wbits, memLevel, strategy } = settings;
    const code = zlibDeflateInit2(this.stream, level, method, wbits, memLevel, strategy as 0, true);
    if (code !== Z_OK) throw new InitFailure(code, this.stream.msg);
    if (dictionary === undefined) return;
    const result = zlibDeflateSetDictionary(this.stream, dictionary);
    if (result !== Z_OK) throw new InitFailure(result, this.stream.msg);
  }

  get finished(): boolean {
    return !this.open;
  }

  compress(data: Uint8Array): Uint8Array {
    if (!this.open) throw new ZlibFailure(Z_STREAM_ERROR, 'while compressing data');
    return this.run(data, Z_NO_FLUSH, 'while compressing data');
  }

  flush(mode: number): Uint8Array {
    if (mode === Z_NO_FLUSH) return EMPTY;
    if (!this.open) throw new ZlibFailure(Z_STREAM_ERROR, 'while flushing');
    const result = this.run(EMPTY, mode, 'while flushing');
    if (mode === Z_FINISH) this.open = false;
    return result;
  }

  private run(data: Uint8Array, mode: number, activity: string): Uint8Array {
    const { stream } = this;
    const output = new Output();
    attach(stream, data);
    let code: number;
    do {
      output.open(stream);
      code = zlibDeflate(stream, mode as 0);
      if (code === Z_STREAM_ERROR) throw new ZlibFailure(code, activity);
      output.close(stream);
    } while (stream.avail_out === 0);
    detach(stream);
    if (code !== Z_OK && code !== Z_STREAM_END && code !== Z_BUF_ERROR) {
      throw new ZlibFailure(code, activity, stream.msg);
    }
    return output.bytes();
  }

  copy(): Compressor {
    const other = new Compressor();
    other.stream = cloneStream(this.stream);
    return other;
  }
}

/** A failed initialisation: the module turns some codes into ValueError. */
export class InitFailure {
  readonly code: number;
  readonly detail: string;
  constructor(code: number, detail: string) {
    this.code = code;
    this.detail = detail;
  }
}

function detach(stream: ZStream): void {
  attach(stream, EMPTY);
  stream.output = new Uint8Array(0);
  stream.next_out = 0;
  stream.avail_out = 0;
}

/** An initialised inflating stream. */
function openInflate(wbits: number): ZStream {
  const stream = new ZStream();
  const code = zlibInflateInit2(stream, wbits);
  if (code !== Z_OK) throw new InitFailure(code, stream.msg);
  return stream;
}

/** `zlib.decompress()`: the whole of one stream. */
export function decompressAll(data: Uint8Array, wbits: number, first: number): Uint8Array {
  const stream = openInflate(wbits);
  const output = new Output(first);
  attach(stream, data);
  for (;;) {
    output.open(stream);
    const code = zlibInflate(stream, Z_SYNC_FLUSH);
    output.close(stream);
    if (code === Z_STREAM_END) return output.bytes();
    if (code === Z_OK || (code === Z_BUF_ERROR && stream.avail_out === 0)) {
      if (stream.avail_out > 0 && stream.avail_in === 0) break;
    } else if (code === Z_BUF_ERROR) break;
    else throw new ZlibFailure(code, 'while decompressing data', code === Z_NEED_DICT ? '' : stream.msg);
  }
  throw new ZlibFailure(Z_BUF_ERROR, 'while decompressing data');
}

/** What both kinds of decompressor do with one piece of input. */
class Inflater {
  protected stream: ZStream;
  protected readonly dictionary: Uint8Array | undefined;
  eof = false;
  unusedData: Uint8Array = EMPTY;

  constructor(stream: ZStream, dictionary: Uint8Array | undefined) {
    this.stream = stream;
    this.dictionary = dictionary;
  }

  /** Sets the dictionary of a raw stream, which has no header to ask for it. */
  protected presetDictionary(): void {
    const code = zlibInflateSetDictionary(this.stream, this.dictionary!);
    if (code !== Z_OK) throw new ZlibFailure(code, 'while setting zdict', this.stream.msg);
  }

  /** Inflates until the input is used up or `limit` bytes are out; the input's rest stays attached. */
  protected inflate(mode: number, first: number, limit: number): Uint8Array {
    const { stream } = this;
    const output = new Output(first, limit);
    let code: number;
    for (;;) {
      output.open(stream);
      code = zlibInflate(stream, mode as 0);
      output.close(stream);
      if (code === Z_NEED_DICT && this.dictionary !== undefined) {
        this.presetDictionary();
        continue;
      }
      if (code !== Z_OK && code !== Z_BUF_ERROR) break;
      if (stream.avail_out > 0 || output.full) break;
    }
    if (code === Z_STREAM_END) this.eof = true;
    else if (code !== Z_OK && code !== Z_BUF_ERROR) {
      throw new ZlibFailure(code, 'while decompressing data', code === Z_NEED_DICT ? '' : stream.msg);
    }
    return output.bytes();
  }

  protected rest(): Uint8Array {
    const { stream } = this;
    return stream.input.slice(stream.next_in, stream.next_in + stream.avail_in);
  }
}

/** The state behind `zlib.decompressobj()`. */
export class Decompressor extends Inflater {
  unconsumedTail: Uint8Array = EMPTY;
  /** After a flush that reached the end there is no stream left to copy. */
  closed = false;

  static open(wbits: number, dictionary: Uint8Array | undefined): Decompressor {
    const result = new Decompressor(openInflate(wbits), dictionary);
    if (dictionary !== undefined && wbits < 0) result.presetDictionary();
    return result;
  }

  /** `limit` 0 means no limit. */
  decompress(data: Uint8Array, limit: number): Uint8Array {
    if (this.closed) throw new ZlibFailure(Z_STREAM_ERROR, 'while decompressing data');
    attach(this.stream, data);
    const first = limit > 0 ? Math.min(limit, 16384) : Math.max(256, Math.min(data.length * 4, 1 << 20));
    try {
      return this.eof ? EMPTY : this.inflate(Z_SYNC_FLUSH, first, limit > 0 ? limit : Infinity);
    } finally {
      this.keepRest();
      detach(this.stream);
    }
  }

  flush(first: number): Uint8Array {
    attach(this.stream, this.unconsumedTail);
    try {
      return this.eof ? EMPTY : this.inflate(Z_FINISH, first, Infinity);
    } finally {
      this.keepRest();
      detach(this.stream);
      if (this.eof) this.closed = true;
    }
  }

  private keepRest(): void {
    const rest = this.rest();
    if (this.eof) {
      if (rest.length > 0) this.unusedData = join([this.unusedData, rest], this.unusedData.length + rest.length);
      this.unconsumedTail = EMPTY;
    } else this.unconsumedTail = rest;
  }

  copy(): Decompressor {
    const other = new Decompressor(cloneStream(this.stream), this.dictionary);
    other.eof = this.eof;
    other.unusedData = this.unusedData;
    other.unconsumedTail = this.unconsumedTail;
    return other;
  }
}

/** The state behind `zlib._ZlibDecompressor`: it keeps its own input, as bz2 and lzma do. */
export class BufferedDecompressor extends Inflater {
  needsInput = true;
  private pending: Uint8Array = EMPTY;

  static open(wbits: number, dictionary: Uint8Array | undefined): BufferedDecompressor {
    const result = new BufferedDecompressor(openInflate(wbits), dictionary);
    if (dictionary !== undefined && wbits < 0) result.presetDictionary();
    return result;
  }

  /** `limit` -1 means no limit. */
  decompress(data: Uint8Array, limit: number): Uint8Array {
    const input = this.pending.length === 0 ? data : join([this.pending, data], this.pending.length + data.length);
    attach(this.stream, input);
    try {
      const most = limit < 0 ? Infinity : limit;
      const first = Math.min(most, Math.max(256, Math.min(input.length * 4, 1 << 20)));
      const output = this.inflate(Z_SYNC_FLUSH, first, most);
      const rest = this.rest();
      if (this.eof) {
        this.needsInput = false;
        this.unusedData = rest;
        this.pending = EMPTY;
      } else {
        this.pending = rest;
        this.needsInput = rest.length === 0;
      }
      return output;
    } finally {
      detach(this.stream);
    }
  }
}

/** A deep copy: the parts of a stream refer to each other, and arrays may share buffers. */
function cloneStream(stream: ZStream): ZStream {
  return cloneValue(stream, new Map()) as ZStream;
}

type Seen = Map<object, object>;

function cloneValue(value: unknown, seen: Seen): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (ArrayBuffer.isView(value)) return cloneView(value, seen);
  if (value instanceof ArrayBuffer) return remember(seen, value, value.slice(0));
  const copy = Array.isArray(value) ? [] : (Object.create(Object.getPrototypeOf(value)) as object);
  seen.set(value, copy);
  for (const [key, part] of Object.entries(value)) (copy as Record<string, unknown>)[key] = cloneValue(part, seen);
  return copy;
}

function remember<T extends object>(seen: Seen, original: object, copy: T): T {
  seen.set(original, copy);
  return copy;
}

function cloneView(view: ArrayBufferView, seen: Seen): object {
  const buffer = cloneValue(view.buffer, seen) as ArrayBuffer;
  const View = view.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => object;
  const length = (view as Uint8Array).length;
  return remember(seen, view, new View(buffer, view.byteOffset, length));
}
