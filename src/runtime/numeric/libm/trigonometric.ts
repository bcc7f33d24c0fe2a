// sin, cos, tan and their inverses to about 68 bits (see exponential.ts for the method): the argument is reduced to |r| <= pi/512
// around a table of sin(i*pi/256), and the inverses correct the engine's value once. The engine's own differ from glibc in 3 to 8 %
// of random arguments, atan2 in 18 %.
import { BITS_256_OVER_PI, PI_256, PI_256_PAIR, SINES } from './generated/tables.ts';
import { productError, sumError } from './pairs.ts';

const [PI_A, PI_B, PI_C, PI_D] = PI_256 as [number, number, number, number];

/** The reduced argument (high, low); then the pair a kernel computed. Read at once, never kept. */
const reduced = new Float64Array(2);
const result = new Float64Array(2);

/** x = returned * pi/256 + reduced (modulo 2 pi). */
function reduce(x: number): number {
  if (!(x < 50000 && x > -50000)) return reduceFar(x);
  const steps = Math.round(x * (256 / Math.PI));
  const first = x - steps * PI_A;
  const second = steps * PI_B;
  const a = first - second;
  const aLow = sumError(first, -second, a);
  const third = steps * PI_C;
  const b = a - third;
  const bLow = sumError(a, -third, b) + aLow;
  const c = b + bLow;
  const rest = bLow - (c - b) - steps * PI_D;
  const high = c + rest;
  reduced[0] = high;
  reduced[1] = c - high + rest;
  return steps;
}

/** 4096 whole turns are this many steps. */
const FAR_STEPS = 2 ** 21;

/** Takes whole turns away first: both subtractions with PI_A are exact, and the products with PI_B are kept with their error. */
function reduceFar(x: number): number {
  if (!(x < 5e7 && x > -5e7)) return reduceLarge(x);
  const farSteps = Math.round(x * (256 / Math.PI / FAR_STEPS)) * FAR_STEPS;
  const near = x - farSteps * PI_A;
  const steps = Math.round((near - farSteps * PI_B) * (256 / Math.PI));
  const total = farSteps + steps;
  const first = near - steps * PI_A;
  const second = total * PI_B;
  const a = first - second;
  const aLow = sumError(first, -second, a) - productError(total, PI_B, second);
  const third = total * PI_C;
  const b = a - third;
  const bLow = sumError(a, -third, b) - productError(total, PI_C, third) + aLow;
  const c = b + bLow;
  const rest = bLow - (c - b) - total * PI_D;
  const high = c + rest;
  reduced[0] = high;
  reduced[1] = c - high + rest;
  return steps;
}

const bits = new DataView(new ArrayBuffer(8));

/** Payne-Hanek in one bigint product with 1280 bits of 256/pi. */
function reduceLarge(x: number): number {
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn) - 1075;
  const mantissa = (word & 0xfffffffffffffn) | 0x10000000000000n;
  const fixed = (mantissa * BITS_256_OVER_PI) >> BigInt(1280 - exponent - 180);
  const whole = (fixed + (1n << 179n)) >> 180n;
  const fraction = fixed - (whole << 180n);
  const high = Number(fraction);
  const low = Number(fraction - BigInt(high));
  const scale = 2 ** -180 * (x < 0 ? -1 : 1);
  const factor = PI_256_PAIR[0]!;
  const product = high * scale * factor;
  reduced[0] = product;
  reduced[1] = productError(high * scale, factor, product) + high * scale * PI_256_PAIR[1]! + low * scale * factor;
  const steps = Number(BigInt.asUintN(9, whole));
  return x < 0 ? -steps : steps;
}

/** sin(steps*pi/256 + reduced) = result[0] + result[1]. */
function kernel(steps: number): void {
  const turn = steps & 511;
  const index = turn & 255;
  const sign = turn >= 256 ? -1 : 1;
  const at = 2 * (index <= 128 ? index : 256 - index);
  const s = SINES[at]! * sign;
  const sLow = SINES[at + 1]! * sign;
  const cosSign = index <= 128 ? sign : -sign;
  const c = SINES[256 - at]! * cosSign;
  const cLow = SINES[257 - at]! * cosSign;
  const r = reduced[0]!;
  const rLow = reduced[1]!;
  const square = r * r;
  const squareLow = productError(r, r, square) + 2 * r * rLow;
  const sineTail = rLow - r * square * (1 / 6 - square * (1 / 120 - square * (1 / 5040)));
  const cosineTail = square * square * (1 / 24 - square * (1 / 720 - square * (1 / 40320)));
  const linear = c * r;
  const linearLow = productError(c, r, linear) + c * sineTail + cLow * r;
  const half = square * 0.5;
  const bend = s * half;
  const bendLow = productError(s, half, bend) + s * squareLow * 0.5 + sLow * half;
  const first = s + linear;
  const second = first - bend;
  const low =
    sumError(s, linear, first) + sumError(first, -bend, second) + (linearLow - bendLow + s * cosineTail + sLow);
  const high = second + low;
  result[0] = high;
  result[1] = second - high + low;
}

export function sin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (x < 1e-8 && x > -1e-8) return Math.abs(x) < 1e-100 ? x : x - (x * x * x) / 6;
  kernel(reduce(x));
  return result[0]! + result[1]!;
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  kernel(reduce(x) + 128);
  return result[0]! + result[1]!;
}

export function tan(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (x < 1e-8 && x > -1e-8) return Math.abs(x) < 1e-100 ? x : x + (x * x * x) / 3;
  const steps = reduce(x);
  kernel(steps);
  const s = result[0]!;
  const sLow = result[1]!;
  kernel(steps + 128);
  const c = result[0]!;
  const quotient = s / c;
  const product = quotient * c;
  return quotient + (s - product - productError(quotient, c, product) + sLow - quotient * result[1]!) / c;
}

export function asin(x: number): number {
  if (!(x <= 1 && x >= -1)) return NaN;
  if (x < 1e-8 && x > -1e-8) return Math.abs(x) < 1e-100 ? x : x + (x * x * x) / 6;
  const guess = Math.asin(x);
  const steps = reduce(guess);
  kernel(steps);
  const residue = x - result[0]! - result[1]!;
  kernel(steps + 128);
  return guess + residue / (result[0]! === 0 ? 1 : result[0]!);
}

export function acos(x: number): number {
  if (!(x <= 1 && x >= -1)) return NaN;
  if (x === 1) return 0;
  const guess = Math.acos(x);
  const steps = reduce(guess);
  kernel(steps + 128);
  const residue = result[0]! - x + result[1]!;
  kernel(steps);
  return Math.abs(result[0]!) < 1e-9 ? guess : guess + residue / result[0]!;
}

export function atan(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1e16)) return Math.atan(x);
  if (size < 1e-8) return size < 1e-100 ? x : x - (x * x * x) / 3;
  return corrected(Math.atan(x), x, 1);
}

export function atan2(y: number, x: number): number {
  const guess = Math.atan2(y, x);
  const top = Math.max(Math.abs(x), Math.abs(y));
  if (!(top > 0 && top < Infinity) || x === 0 || y === 0) return guess;
  const scale = top > 1 ? 2 ** -(Math.floor(Math.log2(top)) - 1) : 2 ** Math.min(1000, -Math.floor(Math.log2(top)));
  if (Math.abs(guess) < 1e-290) return guess;
  return corrected(guess, y * scale, x * scale);
}

/** The angle of (x, y) from a close guess: atan((y cos g - x sin g) / (x cos g + y sin g)) is what is missing. */
function corrected(guess: number, y: number, x: number): number {
  const steps = reduce(guess);
  kernel(steps);
  const s = result[0]!;
  const sLow = result[1]!;
  kernel(steps + 128);
  const c = result[0]!;
  const left = y * c;
  const right = x * s;
  const low = productError(y, c, left) - productError(x, s, right) + (y * result[1]! - x * sLow);
  return guess + (left - right + low) / (x * c + y * s);
}
