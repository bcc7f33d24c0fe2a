// Sums of two doubles: the vocabulary of the correctly rounded functions in this folder. No operation allocates; a pair comes back
// as its high part, with the low part found by a second call.

/** The rounding error of `product = a * b` (Dekker, by splitting both factors; no overflow below 2**995). */
export function productError(a: number, b: number, product: number): number {
  const scaledA = a * 134217729;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = b * 134217729;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** The rounding error of `sum = a + b` (Knuth, any order). */
export function sumError(a: number, b: number, sum: number): number {
  const shadow = sum - a;
  return a - (sum - shadow) + (b - shadow);
}

/** 2**-1022 to 2**1023: a look-up costs a tenth of the engine's power function. */
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const words = new Uint32Array(2 * 2047);
  for (let i = 1; i < 2047; i++) words[2 * i + 1] = i << 20;
  return new Float64Array(words.buffer);
}

/** 2**exponent, for -1022 <= exponent <= 1023. */
export function twoTo(exponent: number): number {
  return POWERS_OF_TWO[exponent + 1023]!;
}

/** `(high + low) * 2**exponent`, rounded once even when the result is subnormal. */
export function scalePair(high: number, low: number, exponent: number): number {
  if (exponent > -960 && exponent < 960) return (high + low) * twoTo(exponent);
  if (exponent >= 960) return (high + low) * 2 ** 960 * 2 ** (exponent - 960);
  const sum = high + low;
  const size = Math.abs(sum);
  if (exponent < -1080) return sum * 2 ** -1000 * 2 ** -1000;
  if (size * 2 ** (exponent + 100) >= 2 ** -921) return sum * 2 ** -900 * 2 ** (exponent + 900);
  // Adding a power of two whose last bit weighs 2**-1074 after scaling makes the sum round exactly there.
  const anchor = 2 ** (-1022 - exponent) * (sum < 0 ? -1 : 1);
  const anchored = anchor + high;
  const rounded = anchored + (sumError(anchor, high, anchored) + low);
  return (rounded - anchor) * 2 ** -900 * 2 ** (exponent + 900);
}
