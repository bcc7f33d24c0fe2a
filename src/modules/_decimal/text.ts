// Decimals as text: reading numeric strings, scientific and engineering notation, exact conversion from and to binary floats, hashes.
// CPython: Modules/_decimal/libmpdec/io.c, Modules/_decimal/_decimal.c (dec_hash, PyDecType_FromFloatExact).
import { integerParts } from '../../runtime/numeric/floatbits.ts';
import { HASH_INF, HASH_MODULUS } from '../../runtime/numeric/hashing.ts';
import { type IntValue, intPowMod, normalizeInt } from '../../runtime/numeric/integers.ts';
import { CONVERSION_SYNTAX, type DecContext, finishDec, invalid } from './context.ts';
import { bigTen, Dec, FINITE, INFINITE, infinity, QUIET_NAN, SIGNALING_NAN, type Sign } from './dec.ts';

const NUMERIC =
  /^([+-]?)(?:(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]+))?|(inf(?:inity)?)|(s?nan)([0-9]*))$/i;

/** The exact value of a numeric string (ASCII digits, no spaces), or undefined when it is none. */
export function parseExact(text: string): Dec | undefined {
  const match = NUMERIC.exec(text);
  if (match === null) return undefined;
  const [, signText, whole, fraction, onlyFraction, exponent, inf, nan, payload] = match;
  const sign: Sign = signText === '-' ? 1 : 0;
  if (inf !== undefined) return infinity(sign);
  if (nan !== undefined) {
    const kind = nan.length === 4 ? SIGNALING_NAN : QUIET_NAN;
    return new Dec(sign, parseDigits(payload!), 0, kind);
  }
  const tail = onlyFraction ?? fraction ?? '';
  const exp = Number(exponent ?? '0');
  return new Dec(sign, parseDigits((whole ?? '') + tail), exp - tail.length);
}

function parseDigits(digits: string): IntValue {
  if (digits.length < 16) return digits === '' ? 0 : Number(digits);
  return normalizeInt(BigInt(digits));
}

/** `create_decimal(text)`: rounded to the context; a payload that does not fit is a syntax error. */
export function parseRounded(ctx: DecContext, text: string): Dec {
  const exact = parseExact(text);
  if (exact === undefined || (exact.isNan && exact.coef !== 0 && exact.digits > ctx.prec - ctx.clamp)) {
    return invalid(ctx, CONVERSION_SYNTAX);
  }
  return finishDec(ctx, exact);
}

/** `to-scientific-string` or `to-engineering-string`. */
export function decToString(value: Dec, engineering: boolean, capitals: boolean): string {
  const sign = value.sign === 1 ? '-' : '';
  if (value.kind !== FINITE) {
    if (value.kind === INFINITE) return `${sign}Infinity`;
    return `${sign}${value.kind === QUIET_NAN ? 'NaN' : 'sNaN'}${value.coef === 0 ? '' : value.coef}`;
  }
  const digits = String(value.coef);
  const { exp } = value;
  if (exp === 0) return sign + digits;
  const left = exp + digits.length;
  let dot: number;
  if (exp <= 0 && left > -6) dot = left;
  else if (!engineering) dot = 1;
  else if (value.coef === 0) dot = positiveMod(left + 1, 3) - 1;
  else dot = positiveMod(left - 1, 3) + 1;
  const exponent = left - dot;
  const suffix = exponent === 0 ? '' : `${capitals ? 'E' : 'e'}${exponent > 0 ? '+' : ''}${exponentText(exponent)}`;
  if (dot <= 0) return `${sign}0.${'0'.repeat(-dot)}${digits}${suffix}`;
  if (dot >= digits.length) return `${sign}${digits}${'0'.repeat(dot - digits.length)}${suffix}`;
  return `${sign}${digits.slice(0, dot)}.${digits.slice(dot)}${suffix}`;
}

/** Exponents beyond 2**53 must not come out in JavaScript's own notation. */
function exponentText(exponent: number): string {
  return Number.isSafeInteger(exponent) ? String(exponent) : String(BigInt(exponent));
}

function positiveMod(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}

/** The exact decimal value of a double (NaN payloads are not kept). */
export function decFromDouble(value: number, negativeZero: boolean): Dec {
  if (Number.isNaN(value)) return new Dec(negativeZero ? 1 : 0, 0, 0, QUIET_NAN);
  const sign: Sign = value < 0 || negativeZero ? 1 : 0;
  if (value === Infinity || value === -Infinity) return infinity(sign);
  if (value === 0) return new Dec(sign, 0, 0);
  let [mantissa, exponent] = integerParts(Math.abs(value));
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (exponent >= 0) return new Dec(sign, normalizeInt(mantissa << BigInt(exponent)), 0);
  // m / 2**k = m * 5**k / 10**k
  return new Dec(sign, normalizeInt(mantissa * 5n ** BigInt(-exponent)), exponent);
}

export function decFromInt(value: IntValue): Dec {
  if (value < 0) return new Dec(1, typeof value === 'number' ? -value : normalizeInt(-value), 0);
  return new Dec(0, value, 0);
}

/** The integer part of a finite decimal, towards zero. */
export function decToInt(value: Dec): IntValue {
  if (value.exp >= 0 && value.coef === 0) return 0;
  const size =
    value.exp >= 0
      ? BigInt(value.coef) * bigTen(value.exp)
      : -value.exp > value.digits
        ? 0n
        : BigInt(value.coef) / bigTen(-value.exp);
  return normalizeInt(value.sign === 1 ? -size : size);
}

/** `as_integer_ratio()` of a finite decimal. */
export function decToRatio(value: Dec): [IntValue, IntValue] {
  let top = BigInt(value.coef);
  let bottom = 1n;
  if (value.coef !== 0 && value.exp >= 0) top *= bigTen(value.exp);
  else if (value.coef !== 0) {
    // Only twos and fives can cancel.
    let twos = -value.exp;
    let fives = -value.exp;
    while (twos > 0 && (top & 1n) === 0n) {
      top >>= 1n;
      twos--;
    }
    while (fives > 0 && top % 5n === 0n) {
      top /= 5n;
      fives--;
    }
    bottom = (1n << BigInt(twos)) * 5n ** BigInt(fives);
  }
  return [normalizeInt(value.sign === 1 ? -top : top), normalizeInt(bottom)];
}

/** The double nearest to a decimal that is no signaling NaN. */
export function decToDouble(value: Dec): number {
  if (value.isNan) return NaN;
  const size = value.kind === INFINITE ? Infinity : Number(`${value.coef}e${exponentText(value.exp)}`);
  return value.sign === 1 ? -size : size;
}

const INVERSE_TEN = intPowMod(10, HASH_MODULUS - 2n, HASH_MODULUS)!;

/** `hash()` of a number. */
export function hashDec(value: Dec): IntValue {
  if (value.kind === INFINITE) return value.sign === 1 ? -HASH_INF : HASH_INF;
  const scale =
    value.exp >= 0
      ? intPowMod(10, normalizeInt(BigInt(value.exp)), HASH_MODULUS)!
      : intPowMod(INVERSE_TEN, normalizeInt(BigInt(-value.exp)), HASH_MODULUS)!;
  const size = (BigInt(value.coef) * BigInt(scale)) % HASH_MODULUS;
  const hash = normalizeInt(value.sign === 1 ? -size : size);
  return hash === -1 ? -2 : hash;
}
