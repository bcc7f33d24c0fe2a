// The length of a vector, accurate to within an ulp of the rounded truth and safe from overflow on the way.
// CPython: Modules/mathmodule.c (vector_norm).
import { frexpExponent, ldexp } from './floatbits.ts';
import { productError } from './libm/pairs.ts';

const SMALLEST_NORMAL = 2 ** -1022;

/** sqrt(sum of squares) of non-negative `values` whose largest is `max`; `foundNan` when one is NaN. */
export function vectorNorm(values: number[], max: number, foundNan: boolean): number {
  if (max === Infinity) return max;
  if (foundNan) return NaN;
  if (max === 0 || values.length <= 1) return max;
  const exponent = frexpExponent(max);
  if (exponent < -1023) {
    return (
      SMALLEST_NORMAL *
      vectorNorm(
        values.map((value) => value / SMALLEST_NORMAL),
        max / SMALLEST_NORMAL,
        foundNan,
      )
    );
  }
  const scale = ldexp(1, -exponent);
  let sum = 1;
  let squareErrors = 0;
  let sumErrors = 0;
  for (const value of values) {
    const x = value * scale;
    const square = x * x;
    const next = sum + square;
    squareErrors += productError(x, x, square);
    sumErrors += square - (next - sum);
    sum = next;
  }
  let root = Math.sqrt(sum - 1 + (squareErrors + sumErrors));
  // One differential correction from the residue sum - root**2.
  const square = -root * root;
  const next = sum + square;
  squareErrors += productError(-root, root, square);
  sumErrors += square - (next - sum);
  sum = next;
  root += (sum - 1 + (squareErrors + sumErrors)) / (2 * root);
  return root / scale;
}

/** C's hypot. */
export function hypot2(x: number, y: number): number {
  const a = Math.abs(x);
  const b = Math.abs(y);
  if (a === Infinity || b === Infinity) return Infinity;
  return vectorNorm([a, b], Math.max(a, b), Number.isNaN(x) || Number.isNaN(y));
}
