// Writes src/runtime/numeric/libm/generated/tables.ts and src/modules/_decimal/generated/constants.ts: powers of two, sines and constants as sums of doubles, computed
// in 1400-bit fixed point. Run it again only when a table changes shape: `node scripts/generate-libm-tables.mjs`.
import { writeFileSync } from 'node:fs';

const BITS = 1400n;
const ONE = 1n << BITS;
const mul = (a, b) => (a * b) >> BITS;
const div = (a, b) => (a << BITS) / b;

function arctanInverse(n) {
  let term = ONE / n;
  let sum = term;
  for (let k = 3n, sign = -1n; term !== 0n; k += 2n, sign = -sign) {
    term /= n * n;
    sum += (sign * term) / k;
  }
  return sum;
}

function artanhInverse(n) {
  let term = ONE / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= n * n;
    sum += term / k;
  }
  return sum;
}

const PI = 4n * (4n * arctanInverse(5n) - arctanInverse(239n));
const LN2 = 2n * artanhInverse(3n);
// 10 = 8 * 1.25, and ln(1.25) = 2 artanh(1/9).
const LN10 = 3n * LN2 + 2n * artanhInverse(9n);

function exp(x) {
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n; k++) {
    term = mul(term, x) / k;
    sum += term;
  }
  return sum;
}

function sin(x) {
  let term = x;
  let sum = x;
  for (let k = 2n; term !== 0n; k += 2n) {
    term = -(mul(mul(term, x), x) / (k * (k + 1n)));
    sum += term;
  }
  return sum;
}

function sqrt(value) {
  const target = value << BITS;
  let root = 1n << BigInt((target.toString(2).length >> 1) + 1);
  for (;;) {
    const next = (root + target / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The leading part of `value`: its nearest double, or its first `bits` bits. */
function head(value, bits = 53) {
  const negative = value < 0n;
  const size = negative ? -value : value;
  const drop = BigInt(Math.max(0, size.toString(2).length - bits));
  const kept = bits === 53 ? (size + (drop > 0n ? 1n << (drop - 1n) : 0n)) >> drop : size >> drop;
  const result = Number(kept) * 2 ** (Number(drop) - Number(BITS));
  return negative ? -result : result;
}

/** `double` as fixed point. */
function fixed(double) {
  let exponent = 0;
  while (double !== Math.floor(double)) {
    double *= 2;
    exponent++;
  }
  return (BigInt(double) << BITS) >> BigInt(exponent);
}

function parts(value, ...widths) {
  const result = [];
  for (const bits of widths) {
    const part = head(value, bits);
    result.push(part);
    value -= fixed(part);
  }
  return result;
}

const rows = (values) => values.map((pair) => `  ${pair.join(', ')},`).join('\n');
const constant = (name, values) => `export const ${name}: readonly number[] = [${values.join(', ')}];`;
const powers = Array.from({ length: 128 }, (_, i) => parts(exp((LN2 * BigInt(i)) / 128n), 53, 53));
const sines = Array.from({ length: 129 }, (_, i) => parts(sin((PI * BigInt(i)) / 256n), 53, 53));

writeFileSync(
  'src/runtime/numeric/libm/generated/tables.ts',
  `// Written by scripts/generate-libm-tables.mjs; do not edit. Pairs are high and low parts of one value.

/** ln(2)/128 in parts of 31, 31 and 53 bits. */
${constant('LN2_128', parts(LN2 / 128n, 31, 31, 53))}
/** pi/256 in parts of 30, 30, 30 and 53 bits. */
${constant('PI_256', parts(PI / 256n, 30, 30, 30, 53))}
/** pi/256 as two doubles. */
${constant('PI_256_PAIR', parts(PI / 256n, 53, 53))}
${constant('INV_LN2', parts(div(ONE, LN2), 53, 53))}
${constant('INV_LN10', parts(div(ONE, LN10), 53, 53))}
${constant('TWO_OVER_SQRT_PI', parts(div(2n * ONE, sqrt(PI)), 53, 53))}
/** floor(256/pi * 2**1280). */
export const BITS_256_OVER_PI = 0x${((256n * div(ONE, PI)) >> (BITS - 1280n)).toString(16)}n;

/** 2**(i/128) for i = 0..127. */
export const POWERS: Float64Array = new Float64Array([
${rows(powers)}
]);

/** sin(i*pi/256) for i = 0..128. */
export const SINES: Float64Array = new Float64Array([
${rows(sines)}
]);
`,
);

writeFileSync(
  'src/modules/_decimal/generated/constants.ts',
  `// Written by scripts/generate-libm-tables.mjs; do not edit.

/** Fraction bits of LN10_FIXED. */
export const LN10_BITS = 1380;
/** floor(ln(10) * 2**1380). */
export const LN10_FIXED = 0x${(LN10 >> (BITS - 1380n)).toString(16)}n;
`,
);
