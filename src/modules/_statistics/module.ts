// The inverse of the normal distribution, by Wichura's algorithm AS241 (rational approximations in three ranges).
// CPython: Modules/_statisticsmodule.c
import { float } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { valueError } from '../../runtime/exceptions/errors.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { log } from '../../runtime/numeric/libm/exponential.ts';
import { asDouble } from '../../runtime/protocols/real.ts';
import { DOCS } from './generated/docs.ts';

/** Coefficients of numerator and denominator, highest power first: AS241's PPND16. */
const CENTRE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
] as const;
const MIDDLE = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const;
const TAIL = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
] as const;

function rational(
  [numerator, denominator]: readonly [readonly number[], readonly number[]],
  x: number,
  factor = 1,
): number {
  const horner = (coefficients: readonly number[]): number => coefficients.reduce((sum, each) => sum * x + each, 0);
  return (horner(numerator) * factor) / horner(denominator);
}

/** CPython: _statistics__normal_dist_inv_cdf_impl */
function inverse(p: number, mu: number, sigma: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return mu + rational(CENTRE, 0.180625 - q * q, q) * sigma;
  const tail = q <= 0 ? p : 1 - p;
  if (!(tail > 0 && tail < 1)) throw valueError('inv_cdf undefined for these parameters');
  const r = Math.sqrt(-log(tail));
  const x = r <= 5 ? rational(MIDDLE, r - 1.6) : rational(TAIL, r - 5);
  return mu + (q < 0 ? -x : x) * sigma;
}

export const statisticsModule: NativeModule = {
  name: '_statistics',
  doc: DOCS[''],
  functions: {
    _normal_dist_inv_cdf: fn(
      '($module, p, mu, sigma, /)',
      (p: Value, mu: Value, sigma: Value) => float(inverse(asDouble(p), asDouble(mu), asDouble(sigma))),
      DOCS['_normal_dist_inv_cdf'],
    ),
  },
};
