// int.to_bytes and int.from_bytes. CPython: Objects/longobject.c (_PyLong_AsByteArray, _PyLong_FromByteArray)

import type { Value } from '../../core/value.ts';
import { intFromBigInt } from '../../core/value.ts';
import { overflowError } from '../../exceptions/errors.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { dunderBytes } from '../../protocols/dunder-bytes.ts';
import { hexDigits } from '../../protocols/hex.ts';
import { digitValue } from '../../text/int-text.ts';
import { bytesOfSource } from '../bytes/sequence.ts';

export function bytesOfInt(n: IntValue, length: number, big: boolean, signed: boolean): Uint8Array {
  if (typeof n === 'number' && n >= 0 && length <= 6 && length > 0 && n < 2 ** (signed ? 8 * length - 1 : 8 * length)) {
    return bytesOfSmall(n, length, big);
  }
  if (n < 0 && !signed) throw overflowError("can't convert negative int to unsigned");
  const bits = BigInt(length) * 8n;
  const limit = signed && length > 0 ? 1n << (bits - 1n) : 1n << bits;
  let rest = BigInt(n);
  if (rest >= limit || (signed && rest < -limit) || (length === 0 && rest !== 0n))
    throw overflowError('int too big to convert');
  const result = new Uint8Array(length);
  if (rest < 0n) rest += 1n << bits;
  const hex = rest.toString(16);
  // From the last digit on, two a byte: no leading zeros are needed.
  for (let i = 0, at = hex.length; at > 0; i++, at -= 2) {
    const byte = digitValue(hex.charCodeAt(at - 1)) + (at > 1 ? 16 * digitValue(hex.charCodeAt(at - 2)) : 0);
    if (i < length) result[big ? length - 1 - i : i] = byte;
  }
  return result;
}

export function intOfBytes(source: Value, big: boolean, signed: boolean): IntValue {
  const data = dunderBytes(source)?.value ?? bytesOfSource(source, 'bytes', 'bytes');
  if (data.length === 0) return 0;
  if (data.length <= 6 && !signed) return smallOfBytes(data, big);
  let n = BigInt(`0x${hexDigits(big ? data : data.slice().reverse())}`);
  const top = data[big ? 0 : data.length - 1]!;
  if (signed && top >= 0x80) n -= 1n << BigInt(data.length * 8);
  return intFromBigInt(n) as unknown as IntValue;
}

function smallOfBytes(data: Uint8Array, big: boolean): number {
  let n = 0;
  for (let i = 0; i < data.length; i++) n = n * 256 + data[big ? i : data.length - 1 - i]!;
  return n;
}

function bytesOfSmall(n: number, length: number, big: boolean): Uint8Array {
  const result = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    result[big ? length - 1 - i : i] = n % 256;
    n = Math.floor(n / 256);
  }
  return result;
}
