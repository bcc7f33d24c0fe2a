// int.to_bytes and int.from_bytes. CPython: Objects/longobject.c (_PyLong_AsByteArray, _PyLong_FromByteArray)

import type { Value } from '../../core/value.ts';
import { intFromBigInt } from '../../core/value.ts';
import { overflowError } from '../../exceptions/errors.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { dunderBytes } from '../../protocols/dunder-bytes.ts';
import { hexDigits } from '../../protocols/hex.ts';
import { newBytes } from '../../text/byte-memory.ts';
import { digitValue } from '../../text/int-text.ts';
import { bytesType, PyBytes } from '../bytes/bytes.ts';
import { bytesOfSource } from '../bytes/sequence.ts';

export function bytesOfInt(n: IntValue, length: number, big: boolean, signed: boolean): Uint8Array {
  if (typeof n === 'number' && n >= 0 && length > 0 && (length > 6 || n < 2 ** (8 * length - (signed ? 1 : 0)))) {
    return bytesOfSmall(n, length, big);
  }
  if (n < 0 && !signed) throw overflowError("can't convert negative int to unsigned");
  const bits = BigInt(length) * 8n;
  const limit = signed && length > 0 ? 1n << (bits - 1n) : 1n << bits;
  let rest = BigInt(n);
  if (rest >= limit || (signed && rest < -limit) || (length === 0 && rest !== 0n))
    throw overflowError('int too big to convert');
  const result = newBytes(length);
  if (rest < 0n) rest += 1n << bits;
  fillFromHex(result, rest.toString(16), big);
  return result;
}

const DIGIT_VALUES = Uint8Array.from({ length: 128 }, (_, unit) => digitValue(unit));

/** Writes the digits of a number, least significant byte first or last. */
function fillFromHex(result: Uint8Array, hex: string, big: boolean): void {
  const { length } = result;
  // From the last digit on, two a byte: no leading zeros are needed.
  for (let i = 0, at = hex.length - 1; at >= 0 && i < length; i++, at -= 2) {
    const high = at > 0 ? DIGIT_VALUES[hex.charCodeAt(at - 1)]! : 0;
    result[big ? length - 1 - i : i] = (high << 4) | DIGIT_VALUES[hex.charCodeAt(at)]!;
  }
}

function plainBytes(source: Value): Uint8Array | undefined {
  return source instanceof PyBytes && source.cls === bytesType ? source.value : undefined;
}

export function intOfBytes(source: Value, big: boolean, signed: boolean): IntValue {
  if (source instanceof PyBytes && source.cls === bytesType && source.length <= 6) return smallOf(source, big, signed);
  const data = plainBytes(source) ?? dunderBytes(source)?.value ?? bytesOfSource(source, 'bytes', 'bytes');
  if (data.length === 0) return 0;
  if (data.length <= 6) return smallOfBytes(data, big, signed);
  if (data.length === 8) return wordOfBytes(data, big, signed);
  let n = BigInt(`0x${hexDigits(big ? data : data.slice().reverse())}`);
  const top = data[big ? 0 : data.length - 1]!;
  if (signed && top >= 0x80) n -= 1n << BigInt(data.length * 8);
  return intFromBigInt(n) as unknown as IntValue;
}

function smallOfBytes(data: Uint8Array, big: boolean, signed: boolean): number {
  let n = 0;
  if (big) for (let i = 0; i < data.length; i++) n = n * 256 + data[i]!;
  else for (let i = data.length - 1; i >= 0; i--) n = n * 256 + data[i]!;
  return signed && data[big ? 0 : data.length - 1]! >= 0x80 ? n - 2 ** (8 * data.length) : n;
}

/** The same of an object, whose bytes need no array of their own for it. */
function smallOf(source: PyBytes, big: boolean, signed: boolean): number {
  const { length } = source;
  let n = 0;
  for (let i = 0; i < length; i++) n = n * 256 + source.at(big ? i : length - 1 - i)!;
  return signed && n >= 2 ** (8 * length - 1) ? n - 2 ** (8 * length) : n;
}

/** Eight bytes: a bigint only for what needs one. */
function wordOfBytes(data: Uint8Array, big: boolean, signed: boolean): IntValue {
  const first = quarter(data, 0, big);
  const second = quarter(data, 4, big);
  const high = big ? first : second;
  const low = big ? second : first;
  if (high < 0x200000) return high * 0x100000000 + low;
  const n = (BigInt(high) << 32n) | BigInt(low);
  return intFromBigInt(signed ? BigInt.asIntN(64, n) : n) as unknown as IntValue;
}

function quarter(data: Uint8Array, at: number, big: boolean): number {
  const a = data[at]!;
  const b = data[at + 1]!;
  const c = data[at + 2]!;
  const d = data[at + 3]!;
  return (big ? (a << 24) | (b << 16) | (c << 8) | d : (d << 24) | (c << 16) | (b << 8) | a) >>> 0;
}

function bytesOfSmall(n: number, length: number, big: boolean): Uint8Array {
  const result = newBytes(length);
  let rest = n | 0;
  let above = (n / 0x100000000) | 0;
  for (let i = 0; i < length; i++) {
    result[big ? length - 1 - i : i] = rest;
    rest = (rest >>> 8) | (above << 24);
    above >>>= 8;
  }
  return result;
}
