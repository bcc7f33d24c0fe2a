// The text encodings of binary data: hex, base64, uuencode, quoted-printable, and the CRCs.
// CPython: Modules/binascii.c. Errors come back as texts of binascii.Error; the module raises them.

import { hexBytes } from '../../runtime/protocols/hex.ts';
import { BytesBuilder } from '../../runtime/text/builders.ts';
import { copyBytes, newBytes } from '../../runtime/text/byte-memory.ts';

/** A failed decoding: the text of `binascii.Error`. */
export class CodecFailure {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_CODES = Uint8Array.from(BASE64, (letter) => letter.charCodeAt(0));
const BASE64_VALUES: Int8Array = (() => {
  const table = new Int8Array(256).fill(-1);
  BASE64_CODES.forEach((code, value) => {
    table[code] = value;
  });
  return table;
})();
const PAD = 61;
const NEWLINE = 10;

export function base64Encode(data: Uint8Array, newline: boolean): Uint8Array {
  const out = newBytes(Math.ceil(data.length / 3) * 4 + (newline ? 1 : 0));
  const rest = data.length % 3;
  const whole = data.length - rest;
  let at = 0;
  for (let i = 0; i < whole; i += 3) {
    const group = (data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!;
    out[at++] = BASE64_CODES[group >> 18]!;
    out[at++] = BASE64_CODES[(group >> 12) & 63]!;
    out[at++] = BASE64_CODES[(group >> 6) & 63]!;
    out[at++] = BASE64_CODES[group & 63]!;
  }
  if (rest > 0) {
    const group = (data[whole]! << 16) | (rest > 1 ? data[whole + 1]! << 8 : 0);
    out[at++] = BASE64_CODES[group >> 18]!;
    out[at++] = BASE64_CODES[(group >> 12) & 63]!;
    out[at++] = rest > 1 ? BASE64_CODES[(group >> 6) & 63]! : PAD;
    out[at++] = PAD;
  }
  if (newline) out[at] = NEWLINE;
  return out;
}

/** Decodes whole groups of four letters as far as there are such; gives how many. */
function decodeGroups(data: Uint8Array, out: Uint8Array): number {
  const groups = data.length >> 2;
  let i = 0;
  let at = 0;
  for (let left = groups; left > 0; left--) {
    const a = BASE64_VALUES[data[i]!]!;
    const b = BASE64_VALUES[data[i + 1]!]!;
    const c = BASE64_VALUES[data[i + 2]!]!;
    const d = BASE64_VALUES[data[i + 3]!]!;
    if ((a | b | c | d) < 0) return groups - left;
    out[at++] = (a << 2) | (b >> 4);
    out[at++] = (b << 4) | (c >> 2);
    out[at++] = (c << 6) | d;
    i += 4;
  }
  return groups;
}

export function base64Decode(data: Uint8Array, strict: boolean): Uint8Array {
  const out = newBytes(Math.floor((data.length + 3) / 4) * 3);
  const groups = decodeGroups(data, out);
  let at = groups * 3;
  let position = 0;
  let leftover = 0;
  let pads = 0;
  for (let i = groups * 4; i < data.length; i++) {
    const code = data[i]!;
    if (code === PAD) {
      pads++;
      if (!strict || (position >= 2 && position + pads <= 4)) continue;
      if (position === 1) break;
      throw new CodecFailure(i === 0 ? 'Leading padding not allowed' : 'Excess padding not allowed');
    }
    const value = BASE64_VALUES[code]!;
    if (value < 0) {
      if (strict) throw new CodecFailure('Only base64 data is allowed');
      continue;
    }
    if (strict && pads > 0) {
      throw new CodecFailure(position + pads === 4 ? 'Excess data after padding' : 'Discontinuous padding not allowed');
    }
    pads = 0;
    if (position === 0) leftover = value;
    else if (position === 1) {
      out[at++] = (leftover << 2) | (value >> 4);
      leftover = value & 15;
    } else if (position === 2) {
      out[at++] = (leftover << 4) | (value >> 2);
      leftover = value & 3;
    } else out[at++] = (leftover << 6) | value;
    position = (position + 1) & 3;
  }
  if (position === 1) {
    throw new CodecFailure(
      `Invalid base64-encoded string: number of data characters (${Math.floor(at / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (position !== 0 && position + pads < 4) throw new CodecFailure('Incorrect padding');
  return at === out.length ? out : copyBytes(out, 0, at);
}

export function uuDecode(data: Uint8Array): Uint8Array {
  if (data.length === 0) throw new CodecFailure('Missing length byte');
  const length = (data[0]! - 32) & 63;
  const out = new Uint8Array(length);
  let at = 0;
  let i = 1;
  let bits = 0;
  let held = 0;
  for (; at < length; i++) {
    let code = i < data.length ? data[i]! : 0;
    if (code === NEWLINE || code === 13 || i >= data.length) code = 0;
    else {
      // '`' stands for zero as ' ' does.
      if (code < 32 || code > 96) throw new CodecFailure('Illegal char');
      code = (code - 32) & 63;
    }
    held = (held << 6) | code;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 255;
      held &= (1 << bits) - 1;
    }
  }
  for (; i < data.length; i++) {
    const code = data[i]!;
    if (code !== 32 && code !== 96 && code !== NEWLINE && code !== 13) throw new CodecFailure('Trailing garbage');
  }
  return out;
}

export function uuEncode(data: Uint8Array, backtick: boolean): Uint8Array {
  if (data.length > 45) throw new CodecFailure('At most 45 bytes at once');
  const zero = backtick ? 96 : 32;
  const letter = (value: number): number => (value === 0 ? zero : value + 32);
  const out = [letter(data.length)];
  for (let i = 0; i < data.length; i += 3) {
    const group = (data[i]! << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    out.push(letter(group >> 18), letter((group >> 12) & 63), letter((group >> 6) & 63), letter(group & 63));
  }
  out.push(NEWLINE);
  return Uint8Array.from(out);
}

const HEX_CODES = Uint8Array.from('0123456789abcdef', (letter) => letter.charCodeAt(0));

/** Hex digits; `every` bytes (counted from the right, or from the left when negative) are parted by `separator`. */
export function hexEncode(data: Uint8Array, separator: number | undefined, every: number): Uint8Array {
  const group = separator === undefined ? 0 : Math.abs(every);
  const separators = group === 0 || data.length === 0 ? 0 : Math.floor((data.length - 1) / group);
  if (separators === 0) return hexBytes(data);
  const out = newBytes(data.length * 2 + separators);
  // Counting from the right leaves the short group first.
  const first = every > 0 && group > 0 ? data.length % group : 0;
  let at = 0;
  let next = first === 0 ? group : first;
  for (let i = 0; i < data.length; i++) {
    if (i === next) {
      out[at++] = separator!;
      next += group;
    }
    out[at++] = HEX_CODES[data[i]! >> 4]!;
    out[at++] = HEX_CODES[data[i]! & 15]!;
  }
  return out;
}

const HEX_VALUES: Int8Array = (() => {
  const table = new Int8Array(256).fill(-1);
  HEX_CODES.forEach((code, value) => {
    table[code] = value;
    if (value > 9) table[code - 32] = value;
  });
  return table;
})();

function hexValue(code: number): number {
  return HEX_VALUES[code]!;
}

/** From this length on pairs of digits are looked up at once, in a table that is made when it is first used. */
const PAIRED_FROM = 512;

/** The byte of two digits, by both codes as one number; above 255 where they are none. */
class DigitPairs {
  private table: Uint16Array | undefined;

  get values(): Uint16Array {
    this.table ??= Uint16Array.from({ length: 65536 }, (_, pair) => {
      // The first digit is in the lower half where numbers are stored lowest byte first.
      const [first, second] = LITTLE_ENDIAN ? [pair & 255, pair >> 8] : [pair >> 8, pair & 255];
      const byte = (hexValue(first) << 4) | hexValue(second);
      return byte < 0 ? 0x100 : byte;
    });
    return this.table;
  }
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const DIGIT_PAIRS = new DigitPairs();

/** `hexDecode` of much at once; undefined when something is no digit or the memory does not begin at an even place. */
function decodePairs(data: Uint8Array): Uint8Array | undefined {
  if (data.byteOffset % 2 !== 0) return undefined;
  const pairs = new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  const { values } = DIGIT_PAIRS;
  const out = newBytes(pairs.length);
  let seen = 0;
  for (let i = 0; i < pairs.length; i++) {
    const byte = values[pairs[i]!]!;
    seen |= byte;
    out[i] = byte;
  }
  return seen > 255 ? undefined : out;
}

export function hexDecode(data: Uint8Array): Uint8Array {
  if (data.length % 2 !== 0) throw new CodecFailure('Odd-length string');
  const quick = data.length >= PAIRED_FROM ? decodePairs(data) : undefined;
  if (quick !== undefined) return quick;
  const out = newBytes(data.length / 2);
  for (let i = 0; i < out.length; i++) {
    const byte = (hexValue(data[2 * i]!) << 4) | hexValue(data[2 * i + 1]!);
    if (byte < 0) throw new CodecFailure('Non-hexadecimal digit found');
    out[i] = byte;
  }
  return out;
}

export function quotedPrintableDecode(data: Uint8Array, header: boolean): Uint8Array {
  const out = new BytesBuilder(data.length);
  for (let i = 0; i < data.length; ) {
    const code = data[i]!;
    if (code === PAD) {
      i++;
      if (i >= data.length) break;
      if (data[i] === NEWLINE || data[i] === 13) {
        // A soft line break: skip to the end of the line.
        while (i < data.length && data[i] !== NEWLINE) i++;
        if (i < data.length) i++;
      } else if (data[i] === PAD) {
        // A broken '==' gives one '='.
        out.push(PAD);
        i++;
      } else if (i + 1 < data.length && hexValue(data[i]!) >= 0 && hexValue(data[i + 1]!) >= 0) {
        out.push((hexValue(data[i]!) << 4) | hexValue(data[i + 1]!));
        i += 2;
      } else out.push(PAD);
    } else {
      out.push(header && code === 95 ? 32 : code);
      i++;
    }
  }
  return out.finish();
}

const MAX_LINE = 76;

export interface QuotedPrintableOptions {
  readonly quoteTabs: boolean;
  readonly isText: boolean;
  readonly header: boolean;
}

export function quotedPrintableEncode(data: Uint8Array, options: QuotedPrintableOptions): Uint8Array {
  const { isText, header } = options;
  const out: number[] = [];
  const length = data.length;
  // The first line break decides whether soft breaks are CRLF too.
  const firstBreak = data.indexOf(NEWLINE);
  const crlf = firstBreak > 0 && data[firstBreak - 1] === 13;
  const softBreak = (): void => {
    out.push(PAD);
    if (crlf) out.push(13);
    out.push(NEWLINE);
  };
  let line = 0;
  for (let i = 0; i < length; ) {
    const code = data[i]!;
    const next = data[i + 1];
    if (mustQuote(data, i, line, options)) {
      if (line + 3 >= MAX_LINE) {
        softBreak();
        line = 0;
      }
      out.push(PAD, upperHex(code >> 4), upperHex(code & 15));
      i++;
      line += 3;
    } else if (isText && (code === NEWLINE || (code === 13 && next === NEWLINE))) {
      line = 0;
      // White space at the end of a line is quoted.
      const last = out[out.length - 1];
      if (out.length > 0 && (last === 32 || last === 9)) {
        out.pop();
        out.push(PAD, upperHex(last >> 4), upperHex(last & 15));
      }
      if (crlf) out.push(13);
      out.push(NEWLINE);
      i += code === 13 ? 2 : 1;
    } else {
      if (next !== undefined && next !== NEWLINE && line + 1 >= MAX_LINE) {
        softBreak();
        line = 0;
      }
      line++;
      out.push(header && code === 32 ? 95 : code);
      i++;
    }
  }
  return Uint8Array.from(out);
}

function upperHex(value: number): number {
  return value < 10 ? 48 + value : 55 + value;
}

function mustQuote(data: Uint8Array, i: number, line: number, options: QuotedPrintableOptions): boolean {
  const { quoteTabs, isText, header } = options;
  const code = data[i]!;
  const next = data[i + 1];
  const last = i + 1 === data.length;
  if (code > 126 || code === PAD || (header && code === 95)) return true;
  // A lone dot on a line would end a mail.
  if (code === 46 && line === 0 && (last || next === NEWLINE || next === 13 || next === 0)) return true;
  if (!isText && (code === 13 || code === NEWLINE)) return true;
  if ((code === 9 || code === 32) && last) return true;
  if (code >= 33 || code === 13 || code === NEWLINE) return false;
  return quoteTabs || (!quoteTabs && code !== 9 && code !== 32);
}

const HQX_TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  return crc;
});

/** CRC-CCITT with polynomial 0x1021, high bit first. */
export function crcHqx(data: Uint8Array, crc: number): number {
  for (let i = 0; i < data.length; i++) crc = ((crc << 8) & 0xff00) ^ HQX_TABLE[(crc >> 8) ^ data[i]!]!;
  return crc;
}
