// int.to_bytes and int.from_bytes. CPython: Objects/longobject.c (_PyLong_AsByteArray, _PyLong_FromByteArray)

import type { Value } from '../../core/value.ts';
import { intFromBigInt } from '../../core/value.ts';
import { overflowError } from '../../exceptions/errors.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { dunderBytes } from '../../protocols/dunder-bytes.ts';
import { bytesOfSource } from '../bytes/sequence.ts';

export function bytesOfInt(n: IntValue, length: number, big: boolean, signed: boolean): Uint8Array {
  if (n < 0 && !signed) throw overflowError("can't convert negative int to unsigned");
  const bits = BigInt(length) * 8n;
  const limit = signed && length > 0 ? 1n << (bits - 1n) : 1n << bits;
  let rest = BigInt(n);
  if (rest >= limit || (signed && rest < -limit) || (length === 0 && rest !== 0n))
    throw overflowError('int too big to convert');
  const result = new Uint8Array(length);
  if (rest < 0n) rest += 1n << bits;
  const hex = rest.toString(16).padStart(length * 2, '0');
  for (let i = 0; i < length; i++) {
    const byte = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
    result[big ? i : length - 1 - i] = byte;
  }
  return result;
}

export function intOfBytes(source: Value, big: boolean, signed: boolean): IntValue {
  const data = dunderBytes(source)?.value ?? bytesOfSource(source, 'bytes', 'bytes');
  let hex = '';
  for (let i = 0; i < data.length; i++) hex += data[big ? i : data.length - 1 - i]!.toString(16).padStart(2, '0');
  if (hex === '') return 0;
  let n = BigInt(`0x${hex}`);
  const top = data[big ? 0 : data.length - 1]!;
  if (signed && top >= 0x80) n -= 1n << BigInt(data.length * 8);
  return intFromBigInt(n) as unknown as IntValue;
}
