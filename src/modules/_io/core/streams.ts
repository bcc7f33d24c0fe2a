// What the layers of io say to each other, in bytes and numbers. FileIO implements RawStream on the host; a raw object written in
// Python is wrapped in one that calls its methods. So the buffering and text algorithms are written once and know no Python object.
// CPython: Modules/_io/iobase.c, bufferedio.c.

/** The innermost layer. `undefined` from a transfer is Python's None: it would block. */
export interface RawStream {
  /** Fills from the start of the buffer; 0 is the end. */
  readInto(buffer: Uint8Array): number | undefined;
  /** All that is left, or undefined when there is no such shortcut (the caller then loops). */
  readAll(): { readonly data: Uint8Array | undefined } | undefined;
  /** `raw.read()` for streams without a `readall`. */
  read(): Uint8Array | undefined;
  write(bytes: Uint8Array): number | undefined;
  seek(offset: number, whence: number): number;
  tell(): number;
}

/** What TextIOWrapper needs of the binary stream below it. */
export interface BinaryStream {
  /** At most `size` bytes, from one read of the raw stream where possible. */
  readChunk(size: number): Uint8Array;
  /** Exactly so many unless the end comes first. */
  read(size: number): Uint8Array;
  /** Everything up to the end. */
  readAll(): Uint8Array;
  write(bytes: Uint8Array): void;
  /** Whether `write` has done with the array when it returns. */
  readonly copies: boolean;
  flush(): void;
  seek(offset: number, whence: number): number;
  tell(): number;
}

/** An incremental decoder; text is UTF-16. */
export interface Decoder {
  decode(input: Uint8Array, final: boolean): string;
  /** Bytes it holds back, and its flags. */
  getState(): DecoderState;
  setState(state: DecoderState): void;
  reset(): void;
}

export interface DecoderState {
  readonly pending: Uint8Array;
  readonly flags: bigint;
}

/** An incremental encoder. */
export interface Encoder {
  encode(text: string): Uint8Array;
  /** As encode, into an array that the next call overwrites. */
  encodeShared?(text: string): Uint8Array;
  /** Goes on in the middle of a stream: no byte-order mark comes first. */
  continueStream(): void;
  reset(): void;
}

export const NO_BYTES: Uint8Array = new Uint8Array(0);

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
