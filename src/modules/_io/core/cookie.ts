// What TextIOWrapper.tell() returns: a byte position and how to get from there to a character, in one int.
// CPython: Modules/_io/textio.c cookie_type

export interface Cookie {
  startPos: number;
  decFlags: bigint;
  bytesToFeed: number;
  charsToSkip: number;
  needEof: boolean;
}

const WORD = 32n;
const MASK = 0xffffffffn;

/** Packs: 64 bits of position, then 32 each of flags, bytes and characters, then one flag. */
export function packCookie(cookie: Cookie): bigint {
  return (
    BigInt(cookie.startPos) |
    ((cookie.decFlags & MASK) << 64n) |
    (BigInt(cookie.bytesToFeed) << (64n + WORD)) |
    (BigInt(cookie.charsToSkip) << (64n + 2n * WORD)) |
    ((cookie.needEof ? 1n : 0n) << (64n + 3n * WORD))
  );
}

export function unpackCookie(value: bigint): Cookie {
  return {
    startPos: Number(value & 0xffffffffffffffffn),
    decFlags: (value >> 64n) & MASK,
    bytesToFeed: Number((value >> (64n + WORD)) & MASK),
    charsToSkip: Number((value >> (64n + 2n * WORD)) & MASK),
    needEof: ((value >> (64n + 3n * WORD)) & 0xffn) !== 0n,
  };
}
