// gamma and lgamma by the Lanczos sum CPython uses (so the digits agree), erf and erfc by series and continued fraction in pairs
// of doubles (the C library rounds them correctly).
// CPython: Modules/mathmodule.c (m_tgamma, m_lgamma, m_sinpi, lanczos_sum).
import { copySign } from '../../runtime/numeric/floatbits.ts';
import { exp, expOfPair, log, pow } from '../../runtime/numeric/libm/exponential.ts';
import { TWO_OVER_SQRT_PI } from '../../runtime/numeric/libm/generated/tables.ts';
import { productError, sumError } from '../../runtime/numeric/libm/pairs.ts';
import { cos, sin } from '../../runtime/numeric/libm/trigonometric.ts';

/** What a function of one real argument answers besides a number. */
export const DOMAIN = 'domain';
export const RANGE = 'range';
export type MathResult = number | typeof DOMAIN | typeof RANGE;

const LANCZOS_G = 6.02468004077673;
const LANCZOS_G_MINUS_HALF = 5.52468004077673;
const LANCZOS_NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.355667, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const LANCZOS_DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
const LOG_PI = 1.1447298858494002;

/** (n-1)! for n = 1..23, the exactly representable ones. */
const FACTORIALS: readonly number[] = (() => {
  const table = [1];
  for (let n = 1; n < 23; n++) table.push(table[n - 1]! * n);
  return table;
})();

function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      numerator = numerator * x + LANCZOS_NUMERATOR[i]!;
      denominator = denominator * x + LANCZOS_DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < 13; i++) {
      numerator = numerator / x + LANCZOS_NUMERATOR[i]!;
      denominator = denominator / x + LANCZOS_DENOMINATOR[i]!;
    }
  }
  return numerator / denominator;
}

/** sin(pi*x), exact at half integers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const half = Math.round(2 * y);
  let r: number;
  if (half === 0) r = sin(Math.PI * y);
  else if (half === 1) r = cos(Math.PI * (y - 0.5));
  else if (half === 2) r = sin(Math.PI * (1 - y));
  else if (half === 3) r = -cos(Math.PI * (y - 1.5));
  else r = sin(Math.PI * (y - 2));
  return copySign(1, x) * r;
}

export function gamma(x: number): MathResult {
  if (!Number.isFinite(x)) return x === -Infinity ? DOMAIN : x;
  if (x === 0) return DOMAIN;
  if (x === Math.floor(x)) {
    if (x < 0) return DOMAIN;
    if (x <= 23) return FACTORIALS[x - 1]!;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return Number.isFinite(1 / x) ? 1 / x : RANGE;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : RANGE;
  const y = size + LANCZOS_G_MINUS_HALF;
  // z makes up for the rounding of y, which the large power below would magnify.
  let z: number;
  if (size > LANCZOS_G_MINUS_HALF) z = y - size - LANCZOS_G_MINUS_HALF;
  else z = y - LANCZOS_G_MINUS_HALF - size;
  z = (z * LANCZOS_G) / y;
  const result = x < 0 ? gammaNegative(size, y, z) : gammaPositive(size, y, z);
  return Number.isFinite(result) ? result : RANGE;
}

function gammaNegative(size: number, y: number, z: number): number {
  let r = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
  r -= z * r;
  if (size < 140) return r / pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return r / root / root;
}

function gammaPositive(size: number, y: number, z: number): number {
  let r = lanczosSum(size) / exp(y);
  r += z * r;
  if (size < 140) return r * pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return r * root * root;
}

export function lgamma(x: number): MathResult {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? DOMAIN : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let r = log(lanczosSum(size)) - LANCZOS_G;
  r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  if (x < 0) r = LOG_PI - log(Math.abs(sinPi(size))) - log(size) - r;
  return Number.isFinite(r) ? r : RANGE;
}

/** A pair a helper left: read at once, never kept. */
const pair = new Float64Array(2);

export function erf(x: number): number {
  const size = Math.abs(x);
  if (!(size < 6)) return Number.isNaN(x) ? x : x < 0 ? -1 : 1;
  if (size < 1e-150) return x * TWO_OVER_SQRT_PI[0]! + x * TWO_OVER_SQRT_PI[1]!;
  erfSeries(size);
  const value = pair[0]! + pair[1]!;
  return x < 0 ? -value : value;
}

export function erfc(x: number): number {
  if (!(x < 28 && x > -6)) return Number.isNaN(x) ? x : x > 0 ? 0 : 2;
  if (x > 2) return erfcFraction(x);
  if (Math.abs(x) < 1e-20) return 1;
  erfSeries(Math.abs(x));
  const sign = x < 0 ? -1 : 1;
  const sum = 1 - sign * pair[0]!;
  return sum + (sumError(1, -sign * pair[0]!, sum) - sign * pair[1]!);
}

/** erf(x) = 2/sqrt(pi) exp(-x*x) sum of (2x*x)**n x / (1*3*...*(2n+1)), for 0 < x < 6, into `pair`. */
function erfSeries(x: number): void {
  const square = x * x;
  const squareLow = productError(x, x, square);
  let term = x;
  let termLow = 0;
  let sum = x;
  let sumLow = 0;
  for (let odd = 3; term > sum * 1e-24; odd += 2) {
    const product = term * 2 * square;
    const productLow = productError(term * 2, square, product) + 2 * (term * squareLow + termLow * square);
    term = product / odd;
    const back = term * odd;
    termLow = (product - back - productError(term, odd, back) + productLow) / odd;
    const next = sum + term;
    sumLow += sum - next + term + termLow;
    // Terms grow at first, so the larger operand is not known.
    if (term > sum) sumLow += sumError(sum, term, next) - (sum - next + term);
    sum = next;
  }
  const high = sum + sumLow;
  multiplyByGaussian(square, squareLow, high, sum - high + sumLow, TWO_OVER_SQRT_PI[0]!, TWO_OVER_SQRT_PI[1]!);
}

/** exp(-square) * value * factor into `pair`, unscaled; squares stay below 36 here. */
function multiplyByGaussian(
  square: number,
  squareLow: number,
  value: number,
  valueLow: number,
  factor: number,
  factorLow: number,
): number {
  const product = value * factor;
  const productLow = productError(value, factor, product) + value * factorLow + valueLow * factor;
  const exponent = expOfPair(-square, -squareLow, pair);
  const scale = exponent > -1000 ? 2 ** exponent : 1;
  const high = pair[0]! * product;
  const low = productError(pair[0]!, product, high) + pair[0]! * productLow + pair[1]! * product;
  pair[0] = high * scale;
  pair[1] = low * scale;
  return exponent > -1000 ? 0 : exponent;
}

/** erfc(x) = exp(-x*x)/(x sqrt(pi)) / (1 + a/(1 + 2a/(1 + 3a/...))) with a = 1/(2x*x), for x > 2. */
function erfcFraction(x: number): number {
  const square = x * x;
  const squareLow = productError(x, x, square);
  let f = 1;
  let fLow = 0;
  for (let n = Math.ceil(20 + 340 / square); n >= 1; n--) {
    // q = n / (2 x*x f)
    const base = 2 * square * f;
    const baseLow = productError(2 * square, f, base) + 2 * (square * fLow + squareLow * f);
    const q = n / base;
    const back = q * base;
    const qLow = (n - back - productError(q, base, back) - q * baseLow) / base;
    f = 1 + q;
    fLow = sumError(1, q, f) + qLow;
  }
  // value = 1 / (x f), times 1/sqrt(pi)
  const base = x * f;
  const baseLow = productError(x, f, base) + x * fLow;
  const value = 1 / base;
  const back = value * base;
  const valueLow = (1 - back - productError(value, base, back) - value * baseLow) / base;
  const exponent = multiplyByGaussian(
    square,
    squareLow,
    value,
    valueLow,
    TWO_OVER_SQRT_PI[0]! * 0.5,
    TWO_OVER_SQRT_PI[1]! * 0.5,
  );
  const sum = pair[0]! + pair[1]!;
  return exponent === 0 ? sum : sum * 2 ** -900 * 2 ** (exponent + 900);
}
