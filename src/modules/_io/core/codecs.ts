// The codecs text streams use directly: UTF-8, ASCII and Latin-1. Every other one goes through the codec registry.
// CPython: Modules/_io/textio.c (utf8_encode, _PyIO_find_line_ending).

import { stringOfUnits } from '../../../runtime/text/builders.ts';
import { concatBytes, type Decoder, type DecoderState, type Encoder, NO_BYTES } from './streams.ts';

/** The general decoder for bytes that the fast one refuses: it knows the error handler. */
export type SlowDecode = (bytes: Uint8Array, final: boolean) => { readonly text: string; readonly consumed: number };
export type SlowEncode = (text: string) => Uint8Array;

export class Utf8Decoder implements Decoder {
  readonly #slow: SlowDecode;
  readonly #fast = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #pending: Uint8Array = NO_BYTES;

  constructor(slow: SlowDecode) {
    this.#slow = slow;
  }

  decode(input: Uint8Array, final: boolean): string {
    const bytes = this.#pending.length > 0 ? concatBytes([this.#pending, input]) : input;
    const complete = final ? bytes.length : bytes.length - incompleteTail(bytes);
    try {
      const text = this.#fast.decode(complete === bytes.length ? bytes : bytes.subarray(0, complete));
      this.#pending = complete === bytes.length ? NO_BYTES : bytes.slice(complete);
      return text;
    } catch {
      const { text, consumed } = this.#slow(bytes, final);
      this.#pending = bytes.slice(consumed);
      return text;
    }
  }

  getState(): DecoderState {
    return { pending: this.#pending, flags: 0n };
  }

  setState({ pending }: DecoderState): void {
    this.#pending = pending;
  }

  reset(): void {
    this.#pending = NO_BYTES;
  }
}

/** How many bytes at the end begin a character that more bytes could complete. */
function incompleteTail(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return size > back ? back : 0;
  }
  return 0;
}

/** One byte a character; above `limit` the error handler decides. */
export class SingleByteDecoder implements Decoder {
  readonly #limit: number;
  readonly #slow: SlowDecode;

  constructor(limit: number, slow: SlowDecode) {
    this.#limit = limit;
    this.#slow = slow;
  }

  decode(input: Uint8Array, final: boolean): string {
    if (this.#limit < 256)
      for (let i = 0; i < input.length; i++) if (input[i]! >= this.#limit) return this.#slow(input, final).text;
    return stringOfUnits(input);
  }

  getState(): DecoderState {
    return { pending: NO_BYTES, flags: 0n };
  }

  setState(): void {}

  reset(): void {}
}

/** UTF-8 for text without lone surrogates, which the error handler sees. */
export class Utf8Encoder implements Encoder {
  readonly #slow: SlowEncode;
  readonly #fast = new TextEncoder();
  #shared: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(slow: SlowEncode) {
    this.#slow = slow;
  }

  encode(text: string): Uint8Array {
    return LONE_SURROGATE.test(text) ? this.#slow(text) : this.#fast.encode(text);
  }

  encodeShared(text: string): Uint8Array {
    if (this.#shared.length < text.length * 3) this.#shared = new Uint8Array(text.length * 3);
    return this.#shared.subarray(0, this.#fast.encodeInto(text, this.#shared).written);
  }

  continueStream(): void {}

  reset(): void {}
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export class SingleByteEncoder implements Encoder {
  readonly #limit: number;
  readonly #slow: SlowEncode;

  constructor(limit: number, slow: SlowEncode) {
    this.#limit = limit;
    this.#slow = slow;
  }

  encode(text: string): Uint8Array {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= this.#limit) return this.#slow(text);
      bytes[i] = code;
    }
    return bytes;
  }

  continueStream(): void {}

  reset(): void {}
}
