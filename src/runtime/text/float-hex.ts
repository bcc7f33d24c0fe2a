// float.hex and float.fromhex. CPython: Objects/floatobject.c float_hex_impl, float_fromhex_impl.

import { overflowError, valueError } from '../exceptions/errors.ts';
import { decompose, divideHalfEven } from './float-digits.ts';
import { floatRepr } from './float-repr.ts';
import { digitValue } from './int-text.ts';
import type { Text } from './text.ts';

/** `value.hex()`. */
export function floatHex(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return sign + '0x0.0p+0';
  const [mantissa, exponent] = decompose(Math.abs(value));
  const digits = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${mantissa >> 52n}.${digits}p${power < 0 ? '' : '+'}${power}`;
}

const HEX =
  /^[ \t-\r]*([+-]?)(?:(inf(?:inity)?)|(nan)|(?:0x)?([0-9a-f]*)(\.[0-9a-f]*)?(?:p([+-]?\d+))?)[ \t-\r]*(.*)$/is;

/** `float.fromhex(text)`; the result is the bare double. */
export function floatFromHex(text: Text): number {
  const match = typeof text === 'string' ? HEX.exec(text) : null;
  if (match === null) throw invalidHex();
  const [, sign, infinity, nan, whole, fraction, power, rest] = match;
  if (rest[0] === 'p' || rest[0] === 'P') throw invalidHex();
  const size = nan ? NaN : infinity ? Infinity : hexValue(whole, fraction?.slice(1) ?? '', power ?? '0');
  // Too large a value is reported first, whatever follows it.
  if (rest !== '') throw invalidHex();
  return sign === '-' ? -size : size;
}

function invalidHex() {
  return valueError('invalid hexadecimal floating-point string');
}

function tooLarge() {
  return overflowError('hexadecimal value too large to represent as a float');
}

function hexValue(whole: string, fraction: string, power: string): number {
  if (whole === '' && fraction === '') throw invalidHex();
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return 0;
  const exponent = Number(power) - 4 * fraction.length;
  const leading = 32 - Math.clz32(digitValue(digits.charCodeAt(0)));
  const top = exponent + 4 * (digits.length - 1) + leading;
  if (top > 1024) throw tooLarge();
  if (top < -1074) return 0;
  return scaleHalfEven(BigInt('0x' + digits), exponent, Math.max(top - 53, -1074));
}

/** `digits * 2**exponent` rounded to a multiple of `2**lowest`, which is the last place of the result. */
function scaleHalfEven(digits: bigint, exponent: number, lowest: number): number {
  const shift = exponent - lowest;
  const scaled = shift >= 0 ? digits << BigInt(shift) : divideHalfEven(digits, 1n << BigInt(-shift));
  // Two steps, since 2**-1074 times a power above 1 would lose nothing but 2**lowest itself may not be reached in one.
  const result = Number(scaled) * 2 ** Math.max(lowest, -1022) * 2 ** Math.min(0, lowest + 1022);
  if (result === Infinity) throw tooLarge();
  return result;
}
