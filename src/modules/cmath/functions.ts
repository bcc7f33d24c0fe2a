// The functions of cmath on pairs of doubles, written so that the digits and signs of zero are CPython's.
// CPython: Modules/cmathmodule.c.

import { overflowError, valueError } from '../../runtime/exceptions/errors.ts';
import { type Complex, complexDiv } from '../../runtime/numeric/complexes.ts';
import { copySign, ldexp, signBit } from '../../runtime/numeric/floatbits.ts';
import { hypot2 } from '../../runtime/numeric/hypot.ts';
import { asinh, cosh, exp, log } from '../../runtime/numeric/libm/exponential.ts';
import { atan2, cos, sin, tan } from '../../runtime/numeric/libm/trigonometric.ts';
import * as special from './specialvalues.ts';

const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = Math.log(LARGE);
const SMALLEST_NORMAL = 2 ** -1022;
const SQRT_SMALLEST = 2 ** -511;
const { sinh, tanh, log1p } = Math;

const finite = (z: Complex): boolean => Number.isFinite(z[0]) && Number.isFinite(z[1]);
const infinite = (value: number): boolean => value === Infinity || value === -Infinity;
const domainError = (): object => valueError('math domain error');

function checkRange(z: Complex): Complex {
  if (infinite(z[0]) || infinite(z[1])) throw overflowError('math range error');
  return z;
}

export function cmathSqrt(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) return special.specialValue(special.SPECIAL_SQRT, x, y);
  if (x === 0 && y === 0) return [0, y];
  let ax = Math.abs(x);
  const ay = Math.abs(y);
  let s: number;
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL && (ax > 0 || ay > 0)) {
    ax = ldexp(ax, 53);
    s = ldexp(Math.sqrt(ax + hypot2(ax, ldexp(ay, 53))), -27);
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + hypot2(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return x >= 0 ? [s, copySign(d, y)] : [d, copySign(s, y)];
}

/** log(|z|) for a z with a part beyond LARGE, less 2 log 2. */
const logHuge = (x: number, y: number): number => log(hypot2(x / 2, y / 2)) + Math.LN2 * 2;
const beyond = (x: number, y: number): boolean => Math.abs(x) > LARGE || Math.abs(y) > LARGE;

export function cmathAcos(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) return special.specialValue(special.SPECIAL_ACOS, x, y);
  if (beyond(x, y)) {
    const size = logHuge(x, y);
    return [atan2(Math.abs(y), x), x < 0 ? -copySign(size, y) : copySign(size, -y)];
  }
  const [a, b] = cmathSqrt([1 - x, -y]);
  const [c, d] = cmathSqrt([1 + x, y]);
  return [2 * atan2(a, c), asinh(c * b - d * a)];
}

export function cmathAcosh(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) return special.specialValue(special.SPECIAL_ACOSH, x, y);
  if (beyond(x, y)) return [logHuge(x, y), atan2(y, x)];
  const [a, b] = cmathSqrt([x - 1, y]);
  const [c, d] = cmathSqrt([x + 1, y]);
  return [asinh(a * c + b * d), 2 * atan2(b, c)];
}

export function cmathAsinh(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) return special.specialValue(special.SPECIAL_ASINH, x, y);
  if (beyond(x, y)) {
    const size = logHuge(x, y);
    return [y >= 0 ? copySign(size, x) : -copySign(size, -x), atan2(y, Math.abs(x))];
  }
  const [a, b] = cmathSqrt([1 + y, -x]);
  const [c, d] = cmathSqrt([1 - y, x]);
  return [asinh(a * d - c * b), atan2(y, a * c - b * d)];
}

export function cmathAsin(z: Complex): Complex {
  const [x, y] = cmathAsinh([-z[1], z[0]]);
  return [y, -x];
}

export function cmathAtan(z: Complex): Complex {
  const [x, y] = cmathAtanh([-z[1], z[0]]);
  return [y, -x];
}

export function cmathAtanh(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) return special.specialValue(special.SPECIAL_ATANH, x, y);
  if (signBit(x)) {
    const [a, b] = cmathAtanh([-x, -y]);
    return [-a, -b];
  }
  const ay = Math.abs(y);
  if (x > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot2(x / 2, y / 2);
    return [x / 4 / h / h, -copySign(Math.PI / 2, -y)];
  }
  if (x === 1 && ay < SQRT_SMALLEST) {
    if (ay === 0) throw domainError();
    return [-log(Math.sqrt(ay) / Math.sqrt(hypot2(ay, 2))), copySign(atan2(2, -ay) / 2, y)];
  }
  return [log1p((4 * x) / ((1 - x) * (1 - x) + ay * ay)) / 4, -atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2];
}

export function cmathCos(z: Complex): Complex {
  return cmathCosh([-z[1], z[0]]);
}

/** An infinite result pointing where the angle y points. */
const directed = (size: number, y: number): Complex => [copySign(size, cos(y)), copySign(size, sin(y))];

export function cmathCosh(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) {
    if (infinite(x) && Number.isFinite(y) && y !== 0) {
      const [a, b] = directed(Infinity, y);
      return x > 0 ? [a, b] : [a, -b];
    }
    if (infinite(y) && !Number.isNaN(x)) throw domainError();
    return special.specialValue(special.SPECIAL_COSH, x, y);
  }
  if (Math.abs(x) > LOG_LARGE) {
    const less = x - copySign(1, x);
    return checkRange([cos(y) * cosh(less) * Math.E, sin(y) * sinh(less) * Math.E]);
  }
  return checkRange([cos(y) * cosh(x), sin(y) * sinh(x)]);
}

export function cmathExp(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) {
    if (infinite(x) && Number.isFinite(y) && y !== 0) return directed(x > 0 ? Infinity : 0, y);
    if (infinite(y) && (Number.isFinite(x) || x === Infinity)) throw domainError();
    return special.specialValue(special.SPECIAL_EXP, x, y);
  }
  if (x > LOG_LARGE) {
    const size = exp(x - 1);
    return checkRange([size * cos(y) * Math.E, size * sin(y) * Math.E]);
  }
  const size = exp(x);
  return checkRange([size * cos(y), size * sin(y)]);
}

export function cmathLog(z: Complex): Complex {
  if (z[0] === 0 && z[1] === 0) throw domainError();
  return logOrPole(z);
}

/** log(z), with -inf at zero. */
function logOrPole(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) return special.specialValue(special.SPECIAL_LOG, x, y);
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  let real: number;
  if (ax > LARGE || ay > LARGE) real = log(hypot2(ax / 2, ay / 2)) + Math.LN2;
  else if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    if (ax === 0 && ay === 0) return [-Infinity, atan2(y, x)];
    real = log(hypot2(ldexp(ax, 53), ldexp(ay, 53))) - 53 * Math.LN2;
  } else {
    const h = hypot2(ax, ay);
    if (h >= 0.71 && h <= 1.73) {
      const most = Math.max(ax, ay);
      const least = Math.min(ax, ay);
      real = log1p((most - 1) * (most + 1) + least * least) / 2;
    } else real = log(h);
  }
  return [real, atan2(y, x)];
}

/** `log(z, base)`: a pole at z passes through, one at the base or a base of 1 does not. */
export function cmathLogBase(z: Complex, base: Complex): Complex {
  const divisor = cmathLog(base);
  if (divisor[0] === 0 && divisor[1] === 0) throw domainError();
  return complexDiv(logOrPole(z), divisor);
}

export function cmathLog10(z: Complex): Complex {
  const [x, y] = cmathLog(z);
  return [x / Math.LN10, y / Math.LN10];
}

export function cmathSin(z: Complex): Complex {
  const [x, y] = cmathSinh([-z[1], z[0]]);
  return [y, -x];
}

export function cmathSinh(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) {
    if (infinite(x) && Number.isFinite(y) && y !== 0) {
      const [a, b] = directed(Infinity, y);
      return x > 0 ? [a, b] : [-a, b];
    }
    if (infinite(y) && !Number.isNaN(x)) throw domainError();
    return special.specialValue(special.SPECIAL_SINH, x, y);
  }
  if (Math.abs(x) > LOG_LARGE) {
    const less = x - copySign(1, x);
    return checkRange([cos(y) * sinh(less) * Math.E, sin(y) * cosh(less) * Math.E]);
  }
  return checkRange([cos(y) * sinh(x), sin(y) * cosh(x)]);
}

export function cmathTan(z: Complex): Complex {
  const [x, y] = cmathTanh([-z[1], z[0]]);
  return [y, -x];
}

export function cmathTanh(z: Complex): Complex {
  const [x, y] = z;
  if (!finite(z)) {
    if (infinite(x) && Number.isFinite(y) && y !== 0) return [x > 0 ? 1 : -1, copySign(0, 2 * sin(y) * cos(y))];
    if (infinite(y) && Number.isFinite(x)) throw domainError();
    return special.specialValue(special.SPECIAL_TANH, x, y);
  }
  if (Math.abs(x) > LOG_LARGE) return [copySign(1, x), 4 * sin(y) * cos(y) * exp(-2 * Math.abs(x))];
  const tx = tanh(x);
  const ty = tan(y);
  const cx = 1 / cosh(x);
  const txty = tx * ty;
  const denominator = 1 + txty * txty;
  return [(tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx];
}

export function cmathRect(r: number, phi: number): Complex {
  if (!Number.isFinite(r) || !Number.isFinite(phi)) {
    if (infinite(r) && Number.isFinite(phi) && phi !== 0) {
      const [a, b] = directed(Infinity, phi);
      return r > 0 ? [a, b] : [-a, -b];
    }
    if (r !== 0 && !Number.isNaN(r) && infinite(phi)) throw domainError();
    return special.specialValue(special.SPECIAL_RECT, r, phi);
  }
  return phi === 0 ? [r, r * phi] : [r * cos(phi), r * sin(phi)];
}
