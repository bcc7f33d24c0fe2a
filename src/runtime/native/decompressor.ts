// What decompressor objects of bz2 and lzma have in common: input that comes in pieces, output that is handed out in measured ones.
// CPython: Modules/_bz2module.c, Modules/_lzmamodule.c (decompress, decompress_buf)
import { PyObject } from '../core/object.ts';
import { eofError } from '../exceptions/errors.ts';

/** Compressed bytes as they come; `at` is where the next unread one is. */
export interface Source {
  bytes: Uint8Array;
  at: number;
}

/** Yields nothing when it needs input and OUTPUT after each piece of output; returns at the end of the stream. Output goes to the function it was made with. */
export type Decoding = Generator<typeof OUTPUT | undefined, void, void>;

export const OUTPUT = 'output';

export class PyDecompressor extends PyObject {
  readonly source: Source = { bytes: new Uint8Array(0), at: 0 };
  readonly #output: Uint8Array[] = [];
  #pending = 0;
  decoding: Decoding | undefined;
  failed = false;
  #failure: unknown;
  #ended = false;
  /** The decoder waits for input. */
  #starved = true;

  /** Takes output of the decoder. */
  readonly write = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    this.#output.push(bytes);
    this.#pending += bytes.length;
  };

  /** The stream has ended and all of it was handed out. */
  get eof(): boolean {
    return this.#ended && this.#pending === 0;
  }

  get needsInput(): boolean {
    return !this.#ended && !this.failed && this.#pending === 0 && this.#starved;
  }

  get unusedData(): Uint8Array {
    return this.eof ? this.source.bytes.slice(this.source.at) : new Uint8Array(0);
  }

  /** At most `limit` bytes (-1: all there are) of what the input so far holds. */
  decompress(data: Uint8Array, limit: number): Uint8Array {
    if (this.eof) throw eofError('End of stream already reached');
    if (this.failed) throw this.#failure;
    this.#append(data);
    this.#starved = false;
    try {
      while (!this.#ended && (limit < 0 || this.#pending < limit)) {
        const step = this.decoding!.next();
        if (step.done) this.#ended = true;
        else if (step.value === OUTPUT) this.#starved = false;
        else {
          this.#starved = true;
          break;
        }
      }
    } catch (error) {
      this.failed = true;
      this.#failure = error;
      throw error;
    }
    return this.#take(limit < 0 ? this.#pending : Math.min(limit, this.#pending));
  }

  #append(data: Uint8Array): void {
    const { source } = this;
    const rest = source.bytes.subarray(source.at);
    if (rest.length === 0) source.bytes = data.slice();
    else {
      const all = new Uint8Array(rest.length + data.length);
      all.set(rest);
      all.set(data, rest.length);
      source.bytes = all;
    }
    source.at = 0;
  }

  #take(count: number): Uint8Array {
    const result = new Uint8Array(count);
    let done = 0;
    while (done < count) {
      const first = this.#output[0]!;
      const part = first.subarray(0, count - done);
      result.set(part, done);
      done += part.length;
      if (part.length === first.length) this.#output.shift();
      else this.#output[0] = first.subarray(part.length);
    }
    this.#pending -= count;
    return result;
  }
}
