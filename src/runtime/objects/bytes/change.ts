// Methods of bytes and bytearray that give a changed copy. CPython: Objects/bytes_methods.c, Objects/stringlib/transmogrify.h
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { memoryError, overflowError, typeError, valueError } from '../../exceptions/errors.ts';
import { getBuffer } from '../../protocols/buffer.ts';
import { hexText } from '../../protocols/hex.ts';
import { intArgument, sizeArgument } from '../../protocols/item.ts';
import { BytesBuilder } from '../../text/builders.ts';
import { copyBytes, newBytes, placeBytes } from '../../text/byte-memory.ts';
import { findByte, findBytes } from '../../text/byte-search.ts';
import { isSpaceByte } from '../../text/split.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { bytes, PyBytes } from './bytes.ts';
import { type BytesLike, like, unchanged } from './operand.ts';

const MAX_BYTES = 2 ** 32;

/** CPython: stringlib_replace */
export function bytesReplace(self: BytesLike, old: Value, replacement: Value, count?: Value): Value {
  const before = getBuffer(old);
  const after = getBuffer(replacement);
  const most = count === undefined ? -1 : sizeArgument(count);
  const data = self.value;
  if (before.length === 1 && after.length === 1 && most < 0) return replaceByte(self, before[0]!, after[0]!);
  const places = replacePlaces(data, before, most);
  if (places.length === 0) return unchanged(self);
  const total = data.length + places.length * (after.length - before.length);
  if (total > MAX_BYTES) throw overflowError('replace bytes is too long');
  const out = newBytes(total);
  let done = 0;
  let end = 0;
  for (const at of places) {
    for (; done < at; done++) out[end++] = data[done]!;
    for (let k = 0; k < after.length; k++) out[end++] = after[k]!;
    done = at + before.length;
  }
  out.set(done === 0 ? data : data.subarray(done), end);
  return like(self, out);
}

/** CPython: stringlib_replace_single_character_in_place */
function replaceByte(self: BytesLike, old: number, replacement: number): Value {
  const data = self.value;
  const first = findByte(data, old, 0, data.length);
  if (first < 0) return unchanged(self);
  const out = copyBytes(data);
  for (let i = first; i < out.length; i++) if (out[i] === old) out[i] = replacement;
  return like(self, out);
}

/** Where `old` is replaced, at most `most` times (< 0: everywhere): starts of the places. */
function replacePlaces(data: Uint8Array, old: Uint8Array, most: number): number[] {
  const end = data.length;
  const places: number[] = [];
  if (old.length === 0) {
    for (let at = 0; at <= end && places.length !== most; at++) places.push(at);
    return places;
  }
  for (let at = 0; places.length !== most; at += old.length) {
    at = findBytes(data, old, at, end);
    if (at < 0) break;
    places.push(at);
  }
  return places;
}

type Sides = (missing: number, width: number) => [left: number, right: number];

function justify(name: string, sides: Sides) {
  return (self: BytesLike, width: Value, fillchar?: Value): Value => {
    const size = sizeArgument(width);
    const fill = fillchar === undefined ? 32 : fillByte(fillchar, name);
    const missing = size - self.value.length;
    if (missing <= 0) return unchanged(self);
    const [left] = sides(missing, size);
    return like(self, padded(self.value, size, left, fill));
  };
}

function padded(data: Uint8Array, size: number, left: number, fill: number): Uint8Array {
  if (size > MAX_BYTES) throw memoryError();
  const out = newBytes(size);
  out.fill(fill, 0, left);
  placeBytes(out, left, data);
  out.fill(fill, left + data.length);
  return out;
}

/** CPython: Argument Clinic's char converter */
function fillByte(v: Value, name: string): number {
  const data = v instanceof PyBytes || v instanceof PyByteArray ? v.value : undefined;
  if (data?.length === 1) return data[0]!;
  const kind = data === undefined ? (v === None ? 'None' : typeOf(v).typeName) : undefined;
  const given = kind ?? `a ${typeOf(v).typeName} object of length ${data!.length}`;
  throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${given}`);
}

type Justify = (self: BytesLike, width: Value, fillchar?: Value) => Value;
export const bytesCenter: Justify = justify('center', (missing, width) => {
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return [left, missing - left];
});
export const bytesLjust: Justify = justify('ljust', (n) => [0, n]);
export const bytesRjust: Justify = justify('rjust', (n) => [n, 0]);

/** CPython: stringlib_zfill */
export function bytesZfill(self: BytesLike, width: Value): Value {
  const size = sizeArgument(width);
  const data = self.value;
  if (size <= data.length) return unchanged(self);
  const out = padded(data, size, size - data.length, 48);
  if (data[0] === 43 || data[0] === 45) {
    out[size - data.length] = 48;
    out[0] = data[0];
  }
  return like(self, out);
}

/** CPython: stringlib_expandtabs */
export function bytesExpandtabs(self: BytesLike, tabsize?: Value): Value {
  const size = tabsize === undefined ? 8 : intArgument(tabsize);
  const out = new BytesBuilder(self.value.length);
  let column = 0;
  for (const byte of self.value) {
    if (byte === 9) {
      const blanks = size > 0 ? size - (column % size) : 0;
      if (out.length + blanks > MAX_BYTES) throw overflowError('result too long');
      for (let i = 0; i < blanks; i++) out.push(32);
      column += blanks;
    } else {
      out.push(byte);
      column = byte === 10 || byte === 13 ? 0 : column + 1;
    }
  }
  return like(self, out.finish());
}

/** CPython: bytes.translate */
export function bytesTranslate(self: BytesLike, table: Value, deletions?: Value): Value {
  const map = table === None ? undefined : getBuffer(table);
  if (map !== undefined && map.length !== 256) throw valueError('translation table must be 256 characters long');
  const data = self.value;
  if (deletions !== undefined) return like(self, translateDropping(data, map, getBuffer(deletions)));
  if (map === undefined) return unchanged(self);
  const out = newBytes(data.length);
  for (let i = 0; i < data.length; i++) out[i] = map[data[i]!]!;
  return like(self, out);
}

function translateDropping(data: Uint8Array, map: Uint8Array | undefined, deletions: Uint8Array): Uint8Array {
  // A bit for each byte: an array of 256 would cost more than a short text is worth.
  const kept = new Int32Array(8).fill(-1);
  for (let i = 0; i < deletions.length; i++) kept[deletions[i]! >> 5]! &= ~(1 << (deletions[i]! & 31));
  // Often nothing is left, or all: whoever asks wants to know whether there is anything else.
  let size = 0;
  for (let i = 0; i < data.length; i++) size += (kept[data[i]! >> 5]! >>> (data[i]! & 31)) & 1;
  if (map === undefined && size === data.length) return copyBytes(data);
  const out = newBytes(size);
  for (let i = 0, at = 0; at < size; i++) {
    const byte = data[i]!;
    if ((kept[byte >> 5]! >>> (byte & 31)) & 1) out[at++] = map === undefined ? byte : map[byte]!;
  }
  return out;
}

/** CPython: _Py_bytes_maketrans */
export function bytesMaketrans(from: Value, to: Value): Value {
  const a = getBuffer(from);
  const b = getBuffer(to);
  if (a.length !== b.length) throw valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) table[a[i]!] = b[i]!;
  return bytes(table);
}

export const isUpperByte = (byte: number): boolean => byte >= 65 && byte <= 90;
export const isLowerByte = (byte: number): boolean => byte >= 97 && byte <= 122;
export const isAlphaByte = (byte: number): boolean => isUpperByte(byte) || isLowerByte(byte);
export const isDigitByte = (byte: number): boolean => byte >= 48 && byte <= 57;

const lower = (byte: number): number => (isUpperByte(byte) ? byte + 32 : byte);
const upper = (byte: number): number => (isLowerByte(byte) ? byte - 32 : byte);
const swapped = (byte: number): number => (isUpperByte(byte) ? byte + 32 : upper(byte));

type Copy = (self: BytesLike) => Value;

/** By a table: one loop for all of them, which the engine compiles once. */
function mapped(run: (byte: number) => number): Copy {
  const map = Uint8Array.from({ length: 256 }, (_, byte) => run(byte));
  return (self) => like(self, mapBytes(self.value, map));
}

function mapBytes(data: Uint8Array, map: Uint8Array): Uint8Array {
  const out = newBytes(data.length);
  for (let i = 0; i < data.length; i++) out[i] = map[data[i]!]!;
  return out;
}

/** Flips the case of the 26 letters from `first` on. */
function flipped(first: number): Copy {
  return (self) => {
    const data = self.value;
    const out = copyBytes(data);
    const words = flipWords(out, first);
    for (let i = words * 4; i < out.length; i++) {
      const byte = out[i]!;
      if (byte >= first && byte < first + 26) out[i] = byte ^ 32;
    }
    return like(self, out);
  };
}

/** Four bytes at a time: adding what is missing to 128 sets the top bit of each byte from a letter on. How many words that were. */
function flipWords(data: Uint8Array, first: number): number {
  // The buffer of an array that the engine keeps in its own heap costs more than it saves.
  if (data.length <= 64 || data.byteOffset % 4 !== 0) return 0;
  const words = new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
  const atLeast = (0x80 - first) * 0x01010101;
  const above = (0x80 - first - 26) * 0x01010101;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const low = word & 0x7f7f7f7f;
    const letters = (low + atLeast) & ~(low + above) & ~word & 0x80808080;
    words[i] = word ^ (letters >>> 2);
  }
  return words.length;
}

/** CPython: _Py_bytes_lower */
export const bytesLower: Copy = flipped(65);
/** CPython: _Py_bytes_upper */
export const bytesUpper: Copy = flipped(97);
export const bytesSwapcase: Copy = mapped(swapped);

export function bytesTitle(self: BytesLike): Value {
  const data = self.value;
  const out = newBytes(data.length);
  let inWord = false;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]!;
    out[i] = inWord ? lower(byte) : upper(byte);
    inWord = isAlphaByte(byte);
  }
  return like(self, out);
}

export function bytesCapitalize(self: BytesLike): Value {
  const data = self.value;
  const out = newBytes(data.length);
  for (let i = 0; i < data.length; i++) out[i] = lower(data[i]!);
  if (out.length > 0) out[0] = upper(out[0]!);
  return like(self, out);
}

function tested(test: (byte: number) => boolean): Copy {
  const passes = Uint8Array.from({ length: 256 }, (_, byte) => (test(byte) ? 1 : 0));
  return (self) => self.value.length > 0 && allPass(self.value, passes);
}

function allPass(data: Uint8Array, passes: Uint8Array): boolean {
  for (let i = 0; i < data.length; i++) if (passes[data[i]!] === 0) return false;
  return true;
}

export const bytesIsalnum: Copy = tested((byte) => isAlphaByte(byte) || isDigitByte(byte));
export const bytesIsalpha: Copy = tested(isAlphaByte);
export const bytesIsdigit: Copy = tested(isDigitByte);
export const bytesIsspace: Copy = tested(isSpaceByte);

export function bytesIsascii(self: BytesLike): Value {
  const data = self.value;
  for (let i = 0; i < data.length; i++) if (data[i]! > 127) return false;
  return true;
}

/** Whether there are letters and all are of one case. CPython: _Py_bytes_islower, _Py_bytes_isupper */
function cased(isWanted: (byte: number) => boolean, isOther: (byte: number) => boolean): Copy {
  return (self) => {
    const data = self.value;
    let found = false;
    for (let i = 0; i < data.length; i++) {
      if (isOther(data[i]!)) return false;
      found ||= isWanted(data[i]!);
    }
    return found;
  };
}

export const bytesIslower: Copy = cased(isLowerByte, isUpperByte);
export const bytesIsupper: Copy = cased(isUpperByte, isLowerByte);

/** CPython: _Py_bytes_istitle */
export function bytesIstitle(self: BytesLike): Value {
  let cased = false;
  let inWord = false;
  for (const byte of self.value) {
    if (isUpperByte(byte) ? inWord : isLowerByte(byte) && !inWord) return false;
    inWord = isAlphaByte(byte);
    cased ||= inWord;
  }
  return cased;
}

/** CPython: bytes.hex */
export function bytesHex(self: BytesLike, sep?: Value, group?: Value): Value {
  return hexText(self.value, sep, group);
}

export function lengthOf(self: BytesLike): Value {
  return int(self.length);
}
