// Methods of bytes and bytearray that give a changed copy. CPython: Objects/bytes_methods.c, Objects/stringlib/transmogrify.h
import { None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { int, type Value } from '../../core/value.ts';
import { memoryError, overflowError, type Raised, typeError, valueError } from '../../exceptions/errors.ts';
import { getBuffer, lookupBuffer } from '../../protocols/buffer.ts';
import { hexText } from '../../protocols/hex.ts';
import { intArgument, sizeArgument } from '../../protocols/item.ts';
import { BytesBuilder, stringOfUnits } from '../../text/builders.ts';
import { digitValue } from '../../text/int-text.ts';
import { isSpaceByte, replacePlaces } from '../../text/split.ts';
import { codePointAt, type Text, textLength } from '../../text/text.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { isStr, textOfStr } from '../str/str.ts';
import { bytes, PyBytes } from './bytes.ts';
import { type BytesLike, like, textOfBytes, unchanged } from './operand.ts';

const MAX_BYTES = 2 ** 32;

/** CPython: stringlib_replace */
export function bytesReplace(self: BytesLike, old: Value, replacement: Value, count?: Value): Value {
  const before = getBuffer(old);
  const after = getBuffer(replacement);
  const most = count === undefined ? -1 : sizeArgument(count);
  const data = self.value;
  const places = replacePlaces(textOfBytes(data), textOfBytes(before), most);
  if (places.length === 0) return unchanged(self);
  const total = data.length + places.length * (after.length - before.length);
  if (total > MAX_BYTES) throw overflowError('replace bytes is too long');
  const out = new BytesBuilder(total);
  let done = 0;
  for (const at of places) {
    out.pushBytes(data.subarray(done, at));
    out.pushBytes(after);
    done = at + before.length;
  }
  out.pushBytes(data.subarray(done));
  return like(self, out.finish());
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
  const out = new Uint8Array(size).fill(fill);
  out.set(data, left);
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
  const dropped = new Set(deletions === undefined ? [] : getBuffer(deletions));
  const out = new BytesBuilder(self.value.length);
  for (const byte of self.value) if (!dropped.has(byte)) out.push(map === undefined ? byte : map[byte]!);
  return like(self, out.finish().slice(0, out.length));
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

function mapped(run: (byte: number, before: number) => number): (self: BytesLike) => Value {
  return (self) => {
    const data = self.value;
    const out = new Uint8Array(data.length);
    for (let i = 0; i < data.length; i++) out[i] = run(data[i]!, i === 0 ? 0 : data[i - 1]!);
    return like(self, out);
  };
}

const lower = (byte: number): number => (isUpperByte(byte) ? byte + 32 : byte);
const upper = (byte: number): number => (isLowerByte(byte) ? byte - 32 : byte);

type Copy = (self: BytesLike) => Value;
export const bytesLower: Copy = mapped(lower);
export const bytesUpper: Copy = mapped(upper);
export const bytesSwapcase: Copy = mapped((byte) => (isUpperByte(byte) ? byte + 32 : upper(byte)));
export const bytesTitle: Copy = mapped((byte, before) => (isAlphaByte(before) ? lower(byte) : upper(byte)));

export function bytesCapitalize(self: BytesLike): Value {
  const out = self.value.map(lower);
  if (out.length > 0) out[0] = upper(out[0]!);
  return like(self, out);
}

function tested(test: (byte: number) => boolean): (self: BytesLike) => Value {
  return (self) => self.value.length > 0 && self.value.every(test);
}

export const bytesIsalnum: Copy = tested((byte) => isAlphaByte(byte) || isDigitByte(byte));
export const bytesIsalpha: Copy = tested(isAlphaByte);
export const bytesIsdigit: Copy = tested(isDigitByte);
export const bytesIsspace: Copy = tested(isSpaceByte);
export const bytesIsascii: Copy = (self) => self.value.every((byte) => byte < 128);
export const bytesIslower: Copy = (self) => self.value.some(isLowerByte) && !self.value.some(isUpperByte);
export const bytesIsupper: Copy = (self) => self.value.some(isUpperByte) && !self.value.some(isLowerByte);

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

/** CPython: _PyBytes_FromHex */
export function bytesFromHex(v: Value): Uint8Array {
  const text = isStr(v) ? textOfStr(v) : wrapped(v);
  const end = textLength(text);
  const out = new Uint8Array(end >> 1);
  let size = 0;
  if (isStr(v)) for (let i = 0; i < end; i++) if (codePointAt(text, i) > 127) throw hexError(i);
  for (let i = 0; i < end; ) {
    if (isSpaceByte(codePointAt(text, i))) {
      i++;
      continue;
    }
    const high = digitValue(codePointAt(text, i));
    if (high > 15) throw hexError(i);
    if (++i === end) throw valueError('fromhex() arg must contain an even number of hexadecimal digits');
    const low = digitValue(codePointAt(text, i));
    if (low > 15) throw hexError(i);
    i++;
    out[size++] = high * 16 + low;
  }
  return size === out.length ? out : out.slice(0, size);
}

function wrapped(v: Value): Text {
  const data = lookupBuffer(v);
  if (data === undefined) {
    throw typeError(
      `fromhex() argument must be str or bytes-like, not ${v === None ? 'NoneType' : typeOf(v).typeName}`,
    );
  }
  return textOfBytes(data);
}

function hexError(at: number): Raised {
  return valueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
}

/** CPython: bytes.hex */
export function bytesHex(self: BytesLike, sep?: Value, group?: Value): Value {
  return hexText(self.value, sep, group);
}

export function latin1Text(data: Uint8Array): string {
  return stringOfUnits(data);
}

export function lengthOf(self: BytesLike): Value {
  return int(self.value.length);
}
