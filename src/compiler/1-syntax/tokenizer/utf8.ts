// UTF-8 to text, strictly, and the words CPython has for what is wrong. The room has its own decoder because the
// compiler may name no platform global. CPython: Objects/stringlib/codecs.h utf8_decode.

/** Where decoding stopped: `end` is past the bad bytes. */
export interface Utf8Failure {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

const CHUNK = 8192;

/** The text, or the first thing that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | Utf8Failure {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      units[length++] = byte;
      i++;
      continue;
    }
    const codePoint = sequenceAt(bytes, i);
    if (typeof codePoint !== 'number') return codePoint;
    if (codePoint > 0xffff) {
      units[length++] = 0xd800 + ((codePoint - 0x10000) >> 10);
      units[length++] = 0xdc00 + (codePoint & 0x3ff);
      i += 4;
    } else {
      units[length++] = codePoint;
      i += codePoint < 0x800 ? 2 : 3;
    }
  }
  return fromUnits(units, length);
}

/** As `decodeUtf8`, with U+FFFD for what is wrong. */
export function decodeUtf8Replacing(bytes: Uint8Array): string {
  let text = '';
  for (let rest = bytes; ; ) {
    const decoded = decodeUtf8(rest);
    if (typeof decoded === 'string') return text + decoded;
    text += `${decodeUtf8(rest.subarray(0, decoded.start)) as string}\ufffd`;
    rest = rest.subarray(decoded.end);
  }
}

/** Text whose code points are the bytes. */
export function decodeLatin1(bytes: Uint8Array): string {
  return fromUnits(bytes, bytes.length);
}

function fromUnits(units: Uint16Array | Uint8Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += CHUNK) {
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(i + CHUNK, length)) as unknown as number[]);
  }
  return text;
}

/** The code point of the multi-byte sequence at `start`. */
function sequenceAt(bytes: Uint8Array, start: number): number | Utf8Failure {
  const lead = bytes[start]!;
  const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (size === 0) return { start, end: start + 1, reason: 'invalid start byte' };
  let codePoint = lead & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    if (start + i >= bytes.length) return { start, end: bytes.length, reason: 'unexpected end of data' };
    const byte = bytes[start + i]!;
    const first = i === 1;
    const low = first && lead === 0xe0 ? 0xa0 : first && lead === 0xf0 ? 0x90 : 0x80;
    const high = first && lead === 0xed ? 0x9f : first && lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return { start, end: start + i, reason: 'invalid continuation byte' };
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  return codePoint;
}
