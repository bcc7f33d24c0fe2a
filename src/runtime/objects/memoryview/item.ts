// One item of a memoryview as a Python value and back. CPython: Objects/memoryobject.c (unpack_single, pack_single)
import { float, slotsOf } from '../../core/primitives.ts';
import { type Entry, int, intFromBigInt, type Value } from '../../core/value.ts';
import { isError, notImplementedError, typeError, valueError } from '../../exceptions/errors.ts';
import { packHalf, unpackHalf } from '../../numeric/half.ts';
import { isTrue } from '../../protocols/compare.ts';
import { asIndex } from '../../protocols/item.ts';
import { asDouble } from '../../protocols/real.ts';
import { bytes, PyBytes } from '../bytes/bytes.ts';
import type { PyMemoryView } from './memoryview.ts';

/** Sizes of the native formats. */
export const ITEM_SIZES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};

/** The letter of a native single-character format; undefined for any other. CPython: get_native_fmtchar */
export function formatLetter(format: string): string | undefined {
  const letter = format.length === 2 && format[0] === '@' ? format[1]! : format;
  return letter.length === 1 && Object.hasOwn(ITEM_SIZES, letter) ? letter : undefined;
}

/** The letter, or NotImplementedError. CPython: adjust_fmt */
export function usableLetter(view: PyMemoryView): string {
  const letter = formatLetter(view.format);
  if (letter === undefined) {
    const known = view.format === 'w' ? 'format w not supported' : `unsupported format ${view.format}`;
    throw notImplementedError(`memoryview: ${known}`);
  }
  return letter;
}

function dataView(memory: Uint8Array): DataView {
  return new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
}

export function unpackItem(memory: Uint8Array, letter: string, at: number): Value {
  if (letter === 'B') return int(memory[at]!);
  const data = dataView(memory);
  switch (letter) {
    case 'b':
      return int(data.getInt8(at));
    case 'c':
      return bytes(memory.slice(at, at + 1));
    case '?':
      return memory[at] !== 0;
    case 'h':
      return int(data.getInt16(at, true));
    case 'H':
      return int(data.getUint16(at, true));
    case 'i':
      return int(data.getInt32(at, true));
    case 'I':
      return int(data.getUint32(at, true));
    case 'l':
    case 'q':
    case 'n':
      return intFromBigInt(data.getBigInt64(at, true));
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return intFromBigInt(data.getBigUint64(at, true));
    case 'e':
      return float(unpackHalf(data.getUint16(at, true)));
    case 'f':
      return float(data.getFloat32(at, true));
    default:
      return float(data.getFloat64(at, true));
  }
}

/** Bits of the integer formats; negative for signed ones. */
const INTEGER_BITS: Readonly<Record<string, number>> = {
  b: -8,
  B: 8,
  h: -16,
  H: 16,
  i: -32,
  I: 32,
  l: -64,
  L: 64,
  q: -64,
  Q: 64,
  n: -64,
  N: 64,
  P: 64,
};

export function packItem(memory: Uint8Array, format: string, letter: string, at: number, value: Value): void {
  try {
    const bits = INTEGER_BITS[letter];
    if (bits !== undefined) packInteger(memory, at, bits, value);
    else packOther(memory, letter, at, value);
  } catch (e) {
    if (isError(e, 'TypeError')) throw typeError(`memoryview: invalid type for format '${format}'`);
    if (isError(e, 'OverflowError') || isError(e, 'ValueError')) throw invalidValue(format);
    throw e;
  }
}

function invalidValue(format: string) {
  return valueError(`memoryview: invalid value for format '${format}'`);
}

function packInteger(memory: Uint8Array, at: number, bits: number, value: Value): void {
  const slots = slotsOf(value) as unknown as { m$__index__?: Entry };
  if (typeof value !== 'bigint' && slots.m$__index__ === undefined) throw typeError('');
  const n = BigInt(asIndex(value));
  const size = BigInt(Math.abs(bits));
  const low = bits < 0 ? -(1n << (size - 1n)) : 0n;
  const high = bits < 0 ? (1n << (size - 1n)) - 1n : (1n << size) - 1n;
  if (n < low || n > high) throw valueError('');
  const data = dataView(memory);
  if (size === 64n) data.setBigInt64(at, n, true);
  else if (size === 32n) data.setUint32(at, Number(BigInt.asUintN(32, n)), true);
  else if (size === 16n) data.setUint16(at, Number(BigInt.asUintN(16, n)), true);
  else memory[at] = Number(BigInt.asUintN(8, n));
}

function packOther(memory: Uint8Array, letter: string, at: number, value: Value): void {
  if (letter === 'c') {
    if (!(value instanceof PyBytes)) throw typeError('');
    if (value.value.length !== 1) throw valueError('');
    memory[at] = value.value[0]!;
    return;
  }
  if (letter === '?') {
    memory[at] = isTrue(value) ? 1 : 0;
    return;
  }
  const x = asDouble(value);
  const data = dataView(memory);
  if (letter === 'e') data.setUint16(at, packHalf(x), true);
  else if (letter === 'd') data.setFloat64(at, x, true);
  else {
    if (Number.isFinite(x) && !Number.isFinite(Math.fround(x))) throw valueError('');
    data.setFloat32(at, x, true);
  }
}
