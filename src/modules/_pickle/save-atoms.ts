// Numbers, text and bytes. CPython: Modules/_pickle.c (save_long, save_float, save_unicode, save_bytes and beside)
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { bytearrayType, type PyByteArray } from '../../runtime/objects/bytearray/bytearray.ts';
import { bytes, bytesType, type PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { bytesOfInt } from '../../runtime/objects/int/bytes.ts';
import { isContiguous } from '../../runtime/objects/memoryview/memoryview.ts';
import { type StrValue, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { encodeErrors } from '../../runtime/protocols/codecs.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { encodeUtf8 } from '../../runtime/text/codecs/utf8.ts';
import { floatRepr } from '../../runtime/text/float-repr.ts';
import { latin1 } from '../../runtime/text/latin1.ts';
import { codePointAt, type Text, textLength } from '../../runtime/text/text.ts';
import type { PyPickleBuffer } from './buffer.ts';
import { picklingError } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './pickler.ts';
import { saveReduce } from './save-reduce.ts';

/** CPython: save_long */
export function saveInt(self: PyPickler, n: number | bigint): void {
  const writer = self.writer!;
  if (typeof n === 'number' && (n | 0) === n) {
    if (!self.isBinary) writer.text(`I${n}\n`);
    else if (n < 0 || n > 0xffff) writer.number(op.BININT, n, 4);
    else if (n > 0xff) writer.number(op.BININT2, n, 2);
    else writer.number(op.BININT1, n, 1);
  } else if (self.protocol < 2) writer.text(`L${n}L\n`);
  else {
    const data = typeof n === 'number' ? encodeSafe(n) : encodeLong(n);
    if (data.length < 256) writer.number(op.LONG1, data.length, 1);
    else writer.number(op.LONG4, data.length, 4);
    writer.bytes(data);
  }
}

/** The same without bigints. */
function encodeSafe(n: number): Uint8Array {
  let size = 5;
  while (size < 7 && (n >= 2 ** (8 * size - 1) || n < -(2 ** (8 * size - 1)))) size++;
  const low = n | 0;
  const high = Math.floor(n / 0x100000000);
  return Uint8Array.from({ length: size }, (_, i) => (i < 4 ? low >> (8 * i) : high >> (8 * (i - 4))));
}

/** As few bytes as hold the number and its sign, the lowest first. */
function encodeLong(n: bigint): Uint8Array {
  const magnitude = n < 0n ? ~n : n;
  const size = Math.ceil((magnitude.toString(16).length * 4 + 1) / 8);
  const data = bytesOfInt(n, size, false, true);
  const last = data[size - 1]!;
  const isSpare = size > 1 && last === (n < 0n ? 255 : 0) && data[size - 2]! >> 7 === (n < 0n ? 1 : 0);
  return isSpare ? data.subarray(0, size - 1) : data;
}

export function saveFloat(self: PyPickler, value: number): void {
  if (self.isBinary) self.writer!.double(op.BINFLOAT, value);
  else self.writer!.text(`F${floatRepr(value)}\n`);
}

/** CPython: save_unicode */
export function saveStr(self: PyPickler, obj: StrValue): void {
  const writer = self.writer!;
  const text = textOfStr(obj);
  if (!self.isBinary) writer.text(`V${rawUnicodeEscape(text)}\n`);
  else {
    const isShort = self.protocol >= 4 && typeof text === 'string' && text.length < 256;
    if (!isShort || !writer.shortText(op.SHORT_BINUNICODE, text)) saveUtf8(self, text);
  }
  self.memoize(obj);
}

function saveUtf8(self: PyPickler, text: Text): void {
  const data = encodeUtf8(text, encodeErrors('surrogatepass'));
  if (data.length < 256 && self.protocol >= 4) self.writer!.payload(op.SHORT_BINUNICODE, 1, data);
  else self.writer!.payload(op.BINUNICODE, 4, data);
}

/** CPython: raw_unicode_escape */
function rawUnicodeEscape(text: Text): string {
  let out = '';
  for (let i = 0; i < textLength(text); i++) {
    const point = codePointAt(text, i);
    if (point > 0xffff) out += `\\U${point.toString(16).padStart(8, '0')}`;
    else if (point > 0xff || ESCAPED.has(point)) out += `\\u${point.toString(16).padStart(4, '0')}`;
    else out += String.fromCharCode(point);
  }
  return out;
}

/** Backslash, NUL, line feed, carriage return, and what ends a file on DOS. */
const ESCAPED: ReadonlySet<number> = new Set([92, 0, 10, 13, 26]);

/** CPython: save_bytes */
export function saveBytes(self: PyPickler, obj: PyBytes): void {
  if (self.protocol >= 3) {
    writeBytes(self, obj.value);
    self.memoize(obj);
  } else if (obj.length === 0) saveReduce(self, [bytesType, tuple([])], obj);
  else {
    const encode = getAttr(state.interp.importModule('codecs'), 'encode');
    saveReduce(self, [encode, tuple([latin1(obj.value), 'latin1'])], obj);
  }
}

function writeBytes(self: PyPickler, data: Uint8Array): void {
  if (data.length < 256) self.writer!.payload(op.SHORT_BINBYTES, 1, data);
  else self.writer!.payload(op.BINBYTES, 4, data);
}

/** CPython: save_bytearray */
export function saveByteArray(self: PyPickler, obj: PyByteArray): void {
  if (self.protocol < 5) {
    const args: Value[] = obj.length === 0 ? [] : [bytes(obj.value.slice())];
    saveReduce(self, [bytearrayType, tuple(args)], obj);
    return;
  }
  self.writer!.payload(op.BYTEARRAY8, 8, obj.value);
  self.memoize(obj);
}

/** CPython: save_picklebuffer */
export function savePickleBuffer(self: PyPickler, obj: PyPickleBuffer): void {
  if (self.protocol < 5) throw picklingError('PickleBuffer can only be pickled with protocol >= 5');
  const view = obj.held;
  if (!isContiguous(view)) {
    throw picklingError('PickleBuffer can not be pickled when pointing to a non-contiguous buffer');
  }
  // The callback may release the buffer.
  const data = view.getBuffer()!;
  const isInBand = self.bufferCallback === undefined || isTrue(call(self.bufferCallback, obj));
  if (!isInBand) {
    self.writer!.byte(op.NEXT_BUFFER);
    if (view.readonly) self.writer!.byte(op.READONLY_BUFFER);
    return;
  }
  if (view.readonly) writeBytes(self, data);
  else self.writer!.payload(op.BYTEARRAY8, 8, data);
  self.memoize(obj);
}
