// Packing and unpacking by a compiled layout. The core knows bytes and numbers; `StructValues` turns Python objects into them and back.
// CPython: Modules/_struct.c (nu_*, np_*, bu_*, bp_*, lu_*, lp_*), Objects/floatobject.c (PyFloat_Pack2).
import { overflowError } from '../../runtime/exceptions/errors.ts';
import { packHalf, unpackHalf } from '../../runtime/numeric/half.ts';
import { type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import type { StructField, StructLayout } from './format.ts';

/** The object side of struct: what natives pass in. `take...` raise what CPython raises for a wrong type. */
export interface StructValues<T> {
  makeFloat(value: number): T;
  makeComplex(real: number, imag: number): T;
  makeBytes(data: Uint8Array): T;
  makeInt(value: IntValue): T;
  makeBool(value: boolean): T;
  takeInt(value: T): IntValue;
  takeFloat(value: T): number;
  takeComplex(value: T): readonly [number, number];
  takeTruth(value: T): boolean;
  /** The bytes of a bytes (or, unless `exact`, a bytearray) object, undefined for anything else. */
  takeBytes(value: T, exact: boolean): Uint8Array | undefined;
  error(message: string): object;
}

const CODE = (letter: string): number => letter.charCodeAt(0);
const BOOL = CODE('?');
const CHAR = CODE('c');
const STRING = CODE('s');
const PASCAL = CODE('p');
const HALF = CODE('e');
const FLOAT = CODE('f');
const DOUBLE = CODE('d');
const COMPLEX_FLOAT = CODE('F');
const COMPLEX_DOUBLE = CODE('D');
const POINTER = CODE('P');

export function unpackValues<T>(layout: StructLayout, view: DataView, offset: number, values: StructValues<T>): T[] {
  const result: T[] = [];
  const little = layout.littleEndian;
  for (const field of layout.fields) {
    let at = offset + field.offset;
    for (let left = field.repeat; left > 0; left--) {
      result.push(unpackOne(field, view, at, little, values));
      at += field.size;
    }
  }
  return result;
}

function unpackOne<T>(field: StructField, view: DataView, at: number, little: boolean, values: StructValues<T>): T {
  switch (field.code) {
    case DOUBLE:
      return values.makeFloat(view.getFloat64(at, little));
    case FLOAT:
      return values.makeFloat(view.getFloat32(at, little));
    case HALF:
      return values.makeFloat(unpackHalf(view.getUint16(at, little)));
    case COMPLEX_FLOAT:
      return values.makeComplex(view.getFloat32(at, little), view.getFloat32(at + 4, little));
    case COMPLEX_DOUBLE:
      return values.makeComplex(view.getFloat64(at, little), view.getFloat64(at + 8, little));
    case BOOL:
      return values.makeBool(view.getUint8(at) !== 0);
    case CHAR:
    case STRING:
      return values.makeBytes(bytesAt(view, at, field.size));
    case PASCAL: {
      const length = field.size === 0 ? 0 : Math.min(view.getUint8(at), field.size - 1);
      return values.makeBytes(bytesAt(view, at + 1, length));
    }
    default:
      return values.makeInt(readInt(view, at, field.size, field.signed, little));
  }
}

function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  if (length > 64) return new Uint8Array(view.buffer, view.byteOffset + at, length).slice();
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) out[i] = view.getUint8(at + i);
  return out;
}

function readInt(view: DataView, at: number, size: number, signed: boolean, little: boolean): IntValue {
  if (size === 4) return signed ? view.getInt32(at, little) : view.getUint32(at, little);
  if (size === 1) return signed ? view.getInt8(at) : view.getUint8(at);
  if (size === 2) return signed ? view.getInt16(at, little) : view.getUint16(at, little);
  const high = view.getUint32(little ? at + 4 : at, little);
  // Most 64-bit fields hold small values: no bigint for them.
  if (high < 0x200000) return high * 4294967296 + view.getUint32(little ? at : at + 4, little);
  return normalizeInt(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
}

/** Packs `items` (their number is already checked) at `offset`; the target bytes are zero where padding goes. */
export function packValues<T>(
  layout: StructLayout,
  view: DataView,
  offset: number,
  items: readonly T[],
  values: StructValues<T>,
): void {
  let next = 0;
  for (const field of layout.fields) {
    let at = offset + field.offset;
    for (let left = field.repeat; left > 0; left--) {
      packOne(field, view, at, items[next++]!, layout.littleEndian, values);
      at += field.size;
    }
  }
}

function packOne<T>(
  field: StructField,
  view: DataView,
  at: number,
  item: T,
  little: boolean,
  values: StructValues<T>,
): void {
  switch (field.code) {
    case DOUBLE:
      view.setFloat64(at, values.takeFloat(item), little);
      break;
    case FLOAT:
      view.setFloat32(at, single(values.takeFloat(item)), little);
      break;
    case HALF:
      view.setUint16(at, packHalf(values.takeFloat(item)), little);
      break;
    case COMPLEX_FLOAT:
    case COMPLEX_DOUBLE:
      packComplex(field, view, at, values.takeComplex(item), little);
      break;
    case BOOL:
      view.setUint8(at, values.takeTruth(item) ? 1 : 0);
      break;
    case CHAR:
      packChar(view, at, item, values);
      break;
    case STRING:
    case PASCAL:
      packBytes(field, view, at, item, values);
      break;
    case POINTER:
      packPointer(view, at, values.takeInt(item), little, values);
      break;
    default:
      packInt(field, view, at, values.takeInt(item), little, values);
  }
}

function packComplex(
  field: StructField,
  view: DataView,
  at: number,
  [real, imag]: readonly [number, number],
  little: boolean,
): void {
  if (field.code === COMPLEX_FLOAT) {
    view.setFloat32(at, single(real), little);
    view.setFloat32(at + 4, single(imag), little);
  } else {
    view.setFloat64(at, real, little);
    view.setFloat64(at + 8, imag, little);
  }
}

function packChar<T>(view: DataView, at: number, item: T, values: StructValues<T>): void {
  const data = values.takeBytes(item, true);
  if (data === undefined || data.length !== 1) throw values.error('char format requires a bytes object of length 1');
  view.setUint8(at, data[0]!);
}

function packBytes<T>(field: StructField, view: DataView, at: number, item: T, values: StructValues<T>): void {
  const data = values.takeBytes(item, false);
  const letter = String.fromCharCode(field.code);
  if (data === undefined) throw values.error(`argument for '${letter}' must be a bytes object`);
  const prefix = field.code === PASCAL && field.size > 0 ? 1 : 0;
  const length = Math.min(data.length, field.size - prefix);
  if (prefix === 1) view.setUint8(at, Math.min(length, 255));
  for (let i = 0; i < length; i++) view.setUint8(at + prefix + i, data[i]!);
}

function packInt<T>(
  field: StructField,
  view: DataView,
  at: number,
  value: IntValue,
  little: boolean,
  values: StructValues<T>,
): void {
  const { size, signed } = field;
  if (size === 8) {
    const wide = BigInt(value);
    if (signed ? BigInt.asIntN(64, wide) !== wide : BigInt.asUintN(64, wide) !== wide) throw outOfRange(field, values);
    view.setBigUint64(at, BigInt.asUintN(64, wide), little);
    return;
  }
  const span = 2 ** (8 * size);
  const lowest = signed ? -span / 2 : 0;
  if (typeof value === 'bigint' || value < lowest || value >= lowest + span) throw outOfRange(field, values);
  if (size === 4) view.setUint32(at, value, little);
  else if (size === 2) view.setUint16(at, value, little);
  else view.setUint8(at, value);
}

/** A pointer may be given as a negative number too. */
function packPointer<T>(view: DataView, at: number, value: IntValue, little: boolean, values: StructValues<T>): void {
  const wide = BigInt(value);
  if (wide >= 1n << 64n || wide < -(1n << 63n)) throw values.error('int too large to convert');
  view.setBigUint64(at, BigInt.asUintN(64, wide), little);
}

function outOfRange<T>(field: StructField, values: StructValues<T>): object {
  const signed = field.signed;
  const span = 1n << BigInt(8 * field.size);
  const low = signed ? -span / 2n : 0n;
  const letter = String.fromCharCode(field.code);
  return values.error(`'${letter}' format requires ${low} <= number <= ${low + span - 1n}`);
}

function single(value: number): number {
  const rounded = Math.fround(value);
  if (!Number.isFinite(rounded) && Number.isFinite(value)) throw overflowError('float too large to pack with f format');
  return rounded;
}
