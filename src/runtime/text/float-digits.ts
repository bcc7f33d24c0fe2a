// Correctly rounded decimal digits of a double, ties to even on the exact value. CPython: Python/dtoa.c, modes 0, 2 and 3.
// The engine's own toFixed and toExponential are exact but round ties up, so they serve when no tie is possible; else BigInt.

/** `0.d1d2d3... * 10**point`: digits without trailing zeros; zero is `{digits: '0', point: 1}`; the sign is not here. */
export interface DecimalDigits {
  readonly digits: string;
  readonly point: number;
}

/** A double is never longer than this behind its decimal point, so more digits asked for are zeros. */
const MAX_FRACTION = 1074;

/** Below this, fewer digits than fifteen tell doubles apart. */
const MIN_NORMAL = 2 ** -1022;

/** The shortest digits that read back as the same double (mode 0). `value` is finite and not negative. */
export function shortestDigits(value: number): DecimalDigits {
  if (value === 0) return { digits: '0', point: 1 };
  return fromExponential(value.toExponential());
}

/** `count` >= 1 significant digits (mode 2). */
export function significantDigits(value: number, count: number): DecimalDigits {
  if (value === 0) return { digits: '0', point: 1 };
  if (count <= 15 && value >= MIN_NORMAL) {
    const shortest = fromExponential(value.toExponential());
    const length = shortest.digits.length;
    // Fifteen digits survive the way through a double, so a short text is the exact answer; one digit more ending in 5 may be a tie.
    if (length <= count) return shortest;
    if (length > count + 1 || shortest.digits.charCodeAt(length - 1) !== 53) {
      return fromExponential(value.toExponential(count - 1));
    }
  }
  return significantDigitsSlow(value, count);
}

/** Digits up to `count` places behind the decimal point, negative: before it (mode 3). Nothing left gives `digits: ''`. */
export function fixedDigits(value: number, count: number): DecimalDigits {
  if (value === 0) return { digits: '0', point: 1 };
  if (count > MAX_FRACTION) count = MAX_FRACTION;
  const scaled = roundScaled(value, count);
  const text = scaled.toString();
  if (text === '0') return { digits: '', point: -count };
  return { digits: stripZeros(text), point: text.length - count };
}

/** `'%.{count}f'` of a finite number that is not negative, without exponent. */
export function toFixedExact(value: number, count: number): string {
  // A tie needs the value to be an odd multiple of 2**-(count + 1).
  const shifted = value * 2 ** count;
  if (count <= 100 && value < 1e21 && (Number.isInteger(shifted) || !Number.isInteger(shifted * 2))) {
    return value.toFixed(count);
  }
  const kept = Math.min(count, MAX_FRACTION);
  const text = roundScaled(value, kept)
    .toString()
    .padStart(kept + 1, '0');
  if (count === 0) return text;
  return text.slice(0, text.length - kept) + '.' + text.slice(text.length - kept) + '0'.repeat(count - kept);
}

/** The integer nearest to `value * 10**count`, ties to even. */
export function roundScaled(value: number, count: number): bigint {
  const [mantissa, exponent] = decompose(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (count >= 0) numerator *= 10n ** BigInt(count);
  else denominator = 10n ** BigInt(-count);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  return divideHalfEven(numerator, denominator);
}

/** A finite non-negative double as `mantissa * 2**exponent`, exactly. */
export function decompose(value: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, biased - 1075];
}

/** Non-negative operands. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

function significantDigitsSlow(value: number, count: number): DecimalDigits {
  // No double has more than 767 significant digits.
  if (count > 800) count = 800;
  // The estimate is one too large where rounding to one digit carries; then a digit is missing, or the rounding here carries as well.
  let shift = count - Number(value.toExponential(0).split('e')[1]) - 1;
  let text = roundScaled(value, shift).toString();
  if (text.length < count || /^10*$/.test(text)) {
    const longer = roundScaled(value, shift + 1).toString();
    if (longer.length === count) {
      text = longer;
      shift++;
    }
  }
  return { digits: stripZeros(text), point: text.length - shift };
}

function fromExponential(text: string): DecimalDigits {
  const e = text.indexOf('e');
  const digits = e > 1 ? text[0] + text.slice(2, e) : text.slice(0, e);
  return { digits: stripZeros(digits), point: Number(text.slice(e + 1)) + 1 };
}

function stripZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  return end === digits.length ? digits : digits.slice(0, end);
}
