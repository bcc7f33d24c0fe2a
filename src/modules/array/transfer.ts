// Arrays made from and turned into other things: bytes, files, str, pickles. CPython: Modules/arraymodule.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isSubtype, isType, type PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { eofError, overflowError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString, type StrValue, strOfPoints, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { exportBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { decodeError } from '../../runtime/protocols/codecs.ts';
import { asIndex, sizeArgument } from '../../runtime/protocols/item.ts';
import { memoryViewOf } from '../../runtime/protocols/memoryview.ts';
import { repr } from '../../runtime/protocols/text.ts';
import { codePointsOf } from '../../runtime/text/text.ts';
import { arrayOf, arrayType, type PyArray } from './array.ts';
import { isText, KINDS, type Kind } from './kinds.ts';
import { arrayToList } from './methods.ts';

/** CPython: frombytes */
export function arrayFromBytes(self: PyArray, buffer: Value): Value {
  const info = exportBuffer(buffer);
  const view = info === undefined ? memoryViewOf(buffer, 'a bytes-like object is required') : info;
  if (view.itemsize !== 1) {
    info?.release?.();
    throw typeError('a bytes-like object is required');
  }
  const data = view.memory.slice(view.offset, view.offset + view.shape.reduce((n, size) => n * size, 1));
  info?.release?.();
  if (data.length % self.kind.itemsize !== 0) throw valueError('bytes length not a multiple of item size');
  self.splice(self.length, self.length, data);
  return None;
}

/** CPython: array.tobytes */
export function arrayToBytes(self: PyArray): Value {
  return bytes(self.bytes.slice());
}

/** CPython: array.fromfile */
export function arrayFromFile(self: PyArray, file: Value, count: Value): Value {
  const size = sizeArgument(count) * self.kind.itemsize;
  const data = call(getAttr(file, 'read'), int(Math.max(size, -1)));
  if (!(data instanceof PyBytes)) throw typeError("read() didn't return bytes");
  arrayFromBytes(self, data);
  if (data.value.length !== size) throw eofError("read() didn't return enough bytes");
  return None;
}

const BLOCK = 64 * 1024;

/** CPython: array.tofile */
export function arrayToFile(self: PyArray, file: Value): Value {
  const data = self.bytes;
  for (let at = 0; at < data.length; at += BLOCK) {
    call(getAttr(file, 'write'), bytes(data.slice(at, at + BLOCK)));
  }
  return None;
}

/** CPython: array.fromunicode */
export function arrayFromUnicode(self: PyArray, text: Value): Value {
  if (!isStr(text)) throw typeError(`fromunicode() argument must be str, not ${typeOf(text).typeName}`);
  if (!isText(self.kind)) throw valueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
  appendText(self, text);
  return None;
}

/** The code points of a str as items. */
export function appendText(self: PyArray, text: StrValue): void {
  const points = Uint32Array.from(codePointsOf(textOfStr(text)));
  self.splice(self.length, self.length, new Uint8Array(points.buffer));
}

/** CPython: array.tounicode */
export function arrayToUnicode(self: PyArray): StrValue {
  if (!isText(self.kind)) throw valueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
  const points = (self.cells as Uint32Array).slice(0, self.length);
  for (let i = 0; i < points.length; i++) checkPoint(self, points[i]!, i);
  return strOfPoints(points);
}

/** 'u' takes what wchar_t may hold, 'w' what UTF-32 may. */
function checkPoint(self: PyArray, point: number, index: number): void {
  if (self.kind.code === 'u') {
    if (point > 0x10ffff) throw valueError(`character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
  } else if (point > 0x10ffff) throw notDecoded(self, index, 'code point not in range(0x110000)');
  else if (point >= 0xd800 && point < 0xe000) {
    throw notDecoded(self, index, 'code point in surrogate code point range(0xd800, 0xe000)');
  }
}

function notDecoded(self: PyArray, index: number, reason: string): Raised {
  const start = 4 * index;
  return decodeError({ encoding: 'utf-32-le', input: self.bytes.slice(), start, end: start + 4, reason });
}

/** CPython: array_repr */
export function arrayRepr(self: PyArray): Value {
  const { kind, cls, length } = self;
  const name = cls === arrayType ? 'array' : cls.typeName;
  if (length === 0) return `${name}('${kind.code}')`;
  const items = jsString(repr(isText(kind) ? arrayToUnicode(self) : arrayToList(self)));
  return isText(kind) ? strOfItems(name, kind, items) : `${name}('${kind.code}', ${items})`;
}

function strOfItems(name: string, kind: Kind, items: string): Value {
  return strOfPoints(Array.from(`${name}('${kind.code}', ${items})`, (c) => c.codePointAt(0)!));
}

/** CPython: array.__reduce_ex__ */
export function arrayReduceEx(self: PyArray, protocol: Value): Value {
  if (typeof protocol !== 'number' && typeof protocol !== 'bigint' && typeof protocol !== 'boolean') {
    throw typeError('__reduce_ex__ argument should be an integer');
  }
  const n = asIndex(protocol);
  if (typeof n === 'bigint') throw overflowError('Python int too large to convert to C long');
  const { kind } = self;
  const dict = lookupAttr(self, '__dict__') ?? None;
  if (n < 3) return tuple([self.cls, tuple([kind.code, arrayToList(self)]), dict]);
  const rebuild = getAttr(state.interp.importModule('array'), '_array_reconstructor');
  return tuple([rebuild, tuple([self.cls, kind.code, int(kind.machineFormat), arrayToBytes(self)]), dict]);
}

/** What a machine format code says: bytes an item, order, and how to read one. CPython: mformat_descriptors */
interface MachineFormat {
  readonly size: number;
  readonly signed: boolean;
  readonly big: boolean;
  readonly family: 'int' | 'float' | 'utf-16' | 'utf-32';
}

function machineFormat(code: number): MachineFormat {
  if (code < 2) return { size: 1, signed: code === 1, big: false, family: 'int' };
  const big = code % 2 === 1;
  if (code < 14) return { size: 2 << ((code - 2) >> 2), signed: ((code - 2) & 2) !== 0, big, family: 'int' };
  if (code < 18) return { size: code < 16 ? 4 : 8, signed: false, big, family: 'float' };
  // CPython's table gives text twice the size of its units.
  return code < 20
    ? { size: 4, signed: false, big, family: 'utf-16' }
    : { size: 8, signed: false, big, family: 'utf-32' };
}

/** Rebuilds an array from a pickle, whichever machine made it. CPython: array._array_reconstructor */
export function arrayReconstructor(cls: Value, typecode: Value, format: Value, items: Value): Value {
  if (!isType(cls)) throw typeError(`first argument must be a type object, not ${typeOf(cls).typeName}`);
  if (!isSubtype(cls, arrayType)) throw typeError(`${cls.typeName} is not a subtype of ${arrayType.typeName}`);
  const kind = KINDS.get(typecodeArgument(typecode, '_array_reconstructor(): argument 2'));
  if (kind === undefined) throw valueError('second argument must be a valid type code');
  const code = Number(asIndex(format));
  if (code < 0 || code > 21) throw valueError('third argument must be a valid machine format code.');
  if (!(items instanceof PyBytes)) throw typeError(`fourth argument should be bytes, not ${typeOf(items).typeName}`);
  if (kind.machineFormat === code) return call(cls, kind.code, items);
  const from = machineFormat(code);
  if (items.value.length % from.size !== 0) throw valueError('string length not a multiple of item size');
  return converted(cls, kind, from, items.value);
}

function converted(cls: PyType, kind: Kind, from: MachineFormat, data: Uint8Array): Value {
  const unit = from.family === 'utf-16' || from.family === 'utf-32' ? from.size / 2 : from.size;
  const swapped = data.slice();
  if (from.big) for (let i = 0; i < swapped.length; i += unit) swapped.subarray(i, i + unit).reverse();
  if (from.family === 'utf-16') return call(cls, kind.code, strOfUnits(swapped));
  if (from.family === 'utf-32') return call(cls, kind.code, arrayToUnicode(arrayOf(KINDS.get('w')!, swapped)));
  const source = arrayOf(sameShape(from), swapped);
  return call(cls, from.family === 'float' ? kind.code : source.kind.code, new PyList(arrayToList(source).items));
}

function strOfUnits(data: Uint8Array): Value {
  const units = new Uint16Array(data.buffer);
  let text = '';
  for (const unit of units) text += String.fromCharCode(unit);
  return strOfPoints(Array.from(text, (c) => c.codePointAt(0)!));
}

/** The kind whose items look like a machine format's; the last of those that do. */
function sameShape(from: MachineFormat): Kind {
  if (from.family === 'float') return KINDS.get(from.size === 4 ? 'f' : 'd')!;
  return [...KINDS.values()].findLast(
    (kind) => kind.isInteger && kind.itemsize === from.size && kind.isSigned === from.signed,
  )!;
}

/** A type code argument. CPython: Argument Clinic's accept={str} int converter */
export function typecodeArgument(v: Value, what: string): string {
  if (!isStr(v)) throw typeError(`${what} must be a unicode character, not ${typeOf(v).typeName}`);
  const points = codePointsOf(textOfStr(v));
  if (points.length !== 1)
    throw typeError(`${what} must be a unicode character, not a string of length ${points.length}`);
  return String.fromCodePoint(points[0]!);
}
