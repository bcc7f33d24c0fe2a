// Positions in text: tell() finds a place from which decoding can begin anew and how far to go from there; seek() goes there.
// CPython: Modules/_io/textio.c _io_TextIOWrapper_tell_impl, _io_TextIOWrapper_seek_impl

import { type Cookie, packCookie, unpackCookie } from './cookie.ts';
import type { Decoder } from './streams.ts';
import { NO_BYTES } from './streams.ts';
import { advance, countChars, type TextStream } from './text.ts';

/** The cookie of the present position; undefined when it cannot be found. The caller has flushed. */
export function tellText(stream: TextStream): bigint | undefined {
  const position = stream.buffer.tell();
  const { decoder, snapshot } = stream;
  if (!decoder || !snapshot) return BigInt(position);
  const cookie: Cookie = {
    startPos: position - snapshot.input.length,
    decFlags: snapshot.flags,
    bytesToFeed: 0,
    charsToSkip: 0,
    needEof: false,
  };
  if (stream.used === 0) return packCookie(cookie);
  const saved = decoder.getState();
  try {
    const skip = countChars(stream.decoded, 0, stream.used);
    return locate(stream, decoder, cookie, snapshot.input, skip) ? packCookie(cookie) : undefined;
  } finally {
    decoder.setState(saved);
  }
}

/** Fills in the cookie for the place `charsToSkip` characters after its start. */
function locate(stream: TextStream, decoder: Decoder, cookie: Cookie, input: Uint8Array, charsToSkip: number): boolean {
  let toSkip = charsToSkip;
  let skipBytes = nearestSafePoint(stream, decoder, cookie, input, toSkip);
  toSkip -= skipBytes.chars;
  cookie.startPos += skipBytes.bytes;
  if (skipBytes.bytes > 0) cookie.decFlags = skipBytes.flags;
  if (toSkip === 0) return true;
  let decodedChars = 0;
  for (let at = skipBytes.bytes; at < input.length; at++) {
    decodedChars += chars(decoder.decode(input.subarray(at, at + 1), false));
    cookie.bytesToFeed++;
    const { pending, flags } = decoder.getState();
    if (pending.length === 0 && decodedChars <= toSkip) {
      cookie.startPos += cookie.bytesToFeed;
      toSkip -= decodedChars;
      cookie.decFlags = flags;
      cookie.bytesToFeed = 0;
      decodedChars = 0;
    }
    if (decodedChars >= toSkip) {
      cookie.charsToSkip = toSkip;
      return true;
    }
  }
  decodedChars += chars(decoder.decode(NO_BYTES, true));
  cookie.needEof = true;
  cookie.charsToSkip = toSkip;
  skipBytes = { bytes: 0, chars: 0, flags: 0n };
  return decodedChars >= toSkip;
}

interface SafePoint {
  readonly bytes: number;
  readonly chars: number;
  readonly flags: bigint;
}

/** A byte offset near the target at which the decoder holds nothing back; leaves the decoder there. */
function nearestSafePoint(
  stream: TextStream,
  decoder: Decoder,
  cookie: Cookie,
  input: Uint8Array,
  toSkip: number,
): SafePoint {
  let skipBytes = Math.trunc(stream.bytesPerChar * toSkip);
  let skipBack = 1;
  while (skipBytes > 0) {
    restart(decoder, cookie);
    const count = chars(decoder.decode(input.subarray(0, skipBytes), false));
    if (count <= toSkip) {
      const { pending, flags } = decoder.getState();
      if (pending.length === 0) return { bytes: skipBytes, chars: count, flags };
      skipBytes -= pending.length;
      skipBack = 1;
    } else {
      skipBytes -= skipBack;
      skipBack *= 2;
    }
  }
  restart(decoder, cookie);
  return { bytes: 0, chars: 0, flags: cookie.decFlags };
}

function restart(decoder: Decoder, { startPos, decFlags }: Cookie): void {
  if (startPos === 0 && decFlags === 0n) decoder.reset();
  else decoder.setState({ pending: NO_BYTES, flags: decFlags });
}

function chars(text: string): number {
  return countChars(text, 0, text.length);
}

/** Goes to a place that tellText gave; false when it does not exist. The caller has flushed. */
export function seekText(stream: TextStream, value: bigint): boolean {
  const cookie = unpackCookie(value);
  stream.buffer.seek(cookie.startPos, 0);
  stream.setDecoded('');
  stream.snapshot = undefined;
  const { decoder, encoder } = stream;
  if (decoder) restart(decoder, cookie);
  if (cookie.charsToSkip > 0 && decoder) {
    const input = stream.buffer.read(cookie.bytesToFeed);
    stream.snapshot = { flags: cookie.decFlags, input };
    stream.setDecoded(decoder.decode(input, cookie.needEof));
    if (chars(stream.decoded) < cookie.charsToSkip) return false;
    stream.used = advance(stream.decoded, 0, cookie.charsToSkip);
  } else stream.snapshot = { flags: cookie.decFlags, input: NO_BYTES };
  if (cookie.startPos === 0 && cookie.decFlags === 0n) encoder?.reset();
  else encoder?.continueStream();
  return true;
}
