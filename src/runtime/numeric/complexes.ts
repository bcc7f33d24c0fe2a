// Complex arithmetic on pairs of doubles. Mixed operations keep the real operand real (no invented zero part), products and quotients
// recover infinities as C99 Annex G asks.
// CPython 3.14: Objects/complexobject.c.
import { overflowError, zeroDivisionError } from '../exceptions/errors.ts';
import { copySign } from './floatbits.ts';
import { hypot2 } from './hypot.ts';
import { exp, log, pow } from './libm/exponential.ts';
import { atan2, cos, sin } from './libm/trigonometric.ts';

/** Real and imaginary part. */
export type Complex = readonly [real: number, imag: number];

const isInfinite = (value: number): boolean => value === Infinity || value === -Infinity;
/** 1 for an infinity, 0 for the rest, keeping the sign. */
const boxed = (value: number): number => copySign(isInfinite(value) ? 1 : 0, value);
const nanToZero = (value: number): number => (Number.isNaN(value) ? copySign(0, value) : value);

export function complexMul(z: Complex, w: Complex): Complex {
  const [a, b] = z;
  const [c, d] = w;
  const real = a * c - b * d;
  const imag = a * d + b * c;
  return Number.isNaN(real) && Number.isNaN(imag) ? recoverProduct(a, b, c, d) : [real, imag];
}

function recoverProduct(a: number, b: number, c: number, d: number): Complex {
  let recover = false;
  const overflowed = isInfinite(a * c) || isInfinite(b * d) || isInfinite(a * d) || isInfinite(b * c);
  if (isInfinite(a) || isInfinite(b)) {
    [a, b, c, d] = [boxed(a), boxed(b), nanToZero(c), nanToZero(d)];
    recover = true;
  }
  if (isInfinite(c) || isInfinite(d)) {
    [c, d, a, b] = [boxed(c), boxed(d), nanToZero(a), nanToZero(b)];
    recover = true;
  }
  if (!recover && overflowed) {
    [a, b, c, d] = [nanToZero(a), nanToZero(b), nanToZero(c), nanToZero(d)];
    recover = true;
  }
  return recover ? [Infinity * (a * c - b * d), Infinity * (a * d + b * c)] : [NaN, NaN];
}

/** z / w for two complex numbers (Smith's method). */
export function complexDiv(z: Complex, w: Complex): Complex {
  const [a, b] = z;
  const [c, d] = w;
  if (c === 0 && d === 0) throw zeroDivisionError('division by zero');
  let real = NaN;
  let imag = NaN;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = (a + b * ratio) / denominator;
    imag = (b - a * ratio) / denominator;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (a * ratio + b) / denominator;
    imag = (b * ratio - a) / denominator;
  }
  return Number.isNaN(real) && Number.isNaN(imag) ? recoverQuotient(a, b, c, d) : [real, imag];
}

function recoverQuotient(a: number, b: number, c: number, d: number): Complex {
  if ((isInfinite(a) || isInfinite(b)) && Number.isFinite(c) && Number.isFinite(d)) {
    const x = boxed(a);
    const y = boxed(b);
    return [Infinity * (x * c + y * d), Infinity * (y * c - x * d)];
  }
  if ((isInfinite(c) || isInfinite(d)) && Number.isFinite(a) && Number.isFinite(b)) {
    const x = boxed(c);
    const y = boxed(d);
    return [0 * (a * x + b * y), 0 * (b * x - a * y)];
  }
  return [NaN, NaN];
}

/** z / real. */
export function complexDivReal(z: Complex, divisor: number): Complex {
  if (divisor === 0) throw zeroDivisionError('division by zero');
  return [z[0] / divisor, z[1] / divisor];
}

/** real / w. */
export function realDivComplex(a: number, w: Complex): Complex {
  const [c, d] = w;
  if (c === 0 && d === 0) throw zeroDivisionError('division by zero');
  let real = NaN;
  let imag = NaN;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = a / denominator;
    imag = (-a * ratio) / denominator;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (a * ratio) / denominator;
    imag = -a / denominator;
  }
  if (Number.isNaN(real) && Number.isNaN(imag) && Number.isFinite(a) && (isInfinite(c) || isInfinite(d))) {
    return [0 * (a * boxed(c)), 0 * (-a * boxed(d))];
  }
  return [real, imag];
}

/** `z ** w`; raises for zero to a negative or complex power and on overflow. */
export function complexPow(z: Complex, w: Complex): Complex {
  const small = w[1] === 0 && w[0] === Math.floor(w[0]) && Math.abs(w[0]) <= 100;
  const result = small ? powInteger(z, w[0]) : powGeneral(z, w);
  if (isInfinite(result[0]) || isInfinite(result[1])) throw overflowError('complex exponentiation');
  return result;
}

function powInteger(z: Complex, n: number): Complex {
  if (n > 0) return powUnsigned(z, n);
  const power = powUnsigned(z, -n);
  if (power[0] === 0 && power[1] === 0) throw zeroDivisionError('zero to a negative or complex power');
  return complexDiv([1, 0], power);
}

function powUnsigned(z: Complex, n: number): Complex {
  let result: Complex = [1, 0];
  let square = z;
  for (let mask = 1; mask <= n; mask *= 2) {
    if (n & mask) result = complexMul(result, square);
    square = complexMul(square, square);
  }
  return result;
}

function powGeneral(z: Complex, w: Complex): Complex {
  const [a, b] = z;
  const [c, d] = w;
  if (c === 0 && d === 0) return [1, 0];
  if (a === 0 && b === 0) {
    if (d !== 0 || c < 0) throw zeroDivisionError('zero to a negative or complex power');
    return [0, 0];
  }
  const size = hypot2(a, b);
  let length = pow(size, c);
  const angle = atan2(b, a);
  let phase = angle * c;
  if (d !== 0) {
    length *= exp(-angle * d);
    phase += d * log(size);
  }
  // C's cos reports a domain error here, which CPython takes for the only one it expects.
  if (isInfinite(phase)) throw zeroDivisionError('zero to a negative or complex power');
  return [length * cos(phase), length * sin(phase)];
}

/** `abs(z)`. */
export function complexAbs(z: Complex): number {
  const size = hypot2(z[0], z[1]);
  if (size === Infinity && Number.isFinite(z[0]) && Number.isFinite(z[1])) {
    throw overflowError('absolute value too large');
  }
  return size;
}
