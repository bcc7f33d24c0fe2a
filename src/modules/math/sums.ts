// Sums of floats: fsum exact, sumprod in triple length.
// CPython: Modules/mathmodule.c (math_fsum, math_sumprod_impl).
import { productError, sumError } from '../../runtime/numeric/libm/pairs.ts';

/** Running exact sum of doubles as non-overlapping partials (Shewchuk). */
export class ExactSum {
  partials: number[] = [];
  specialSum = 0;
  infinitySum = 0;

  /** Adds `value`; false when partials overflow although `value` is finite. */
  add(value: number): boolean {
    let x = value;
    let count = 0;
    const partials = this.partials;
    for (let i = 0; i < partials.length; i++) {
      let y = partials[i]!;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[count++] = low;
      x = high;
    }
    partials.length = count;
    if (x === 0) return true;
    if (Number.isFinite(x)) {
      partials.push(x);
      return true;
    }
    // A non-finite x comes from the input, or from overflow of finite ones.
    if (Number.isFinite(value)) return false;
    if (value === Infinity || value === -Infinity) this.infinitySum += value;
    this.specialSum += value;
    partials.length = 0;
    return true;
  }

  /** The sum rounded once; undefined for -inf + inf. */
  total(): number | undefined {
    if (this.specialSum !== 0) return Number.isNaN(this.infinitySum) ? undefined : this.specialSum;
    return roundPartials(this.partials);
  }
}

function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n]!;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half-even across partials: a tie in the last addition is broken by the sign of what is below it.
  if (n > 0 && ((low < 0 && partials[n - 1]! < 0) || (low > 0 && partials[n - 1]! > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** A running dot product in triple length. */
export class TripleSum {
  high = 0;
  low = 0;
  tiny = 0;

  used = false;

  /** Adds x*y; false, and nothing added, where that is not finite. */
  addProduct(x: number, y: number): boolean {
    const product = x * y;
    if (!Number.isFinite(this.high + product)) return false;
    const productLow = errorOfProduct(x, y, product);
    const sum = this.high + product;
    const sumLow = sumError(this.high, product, sum);
    const first = this.low + productLow;
    const firstLow = sumError(this.low, productLow, first);
    const second = first + sumLow;
    const secondLow = sumError(first, sumLow, second);
    this.high = sum;
    this.low = second;
    this.tiny += firstLow + secondLow;
    this.used = true;
    return true;
  }

  total(): number {
    const last = this.low + this.tiny;
    return this.high + last;
  }
}

/** Factors beyond this overflow when they are split. */
const SPLITTABLE = 2 ** 995;
const SCALE = 2 ** 53;

/** The product of the factors' high parts may be a little larger than theirs. */
const LARGE_PRODUCT = 2 ** 1020;

/** The rounding error of x*y, which is finite: at most one of them is large, and is made smaller meanwhile. */
function errorOfProduct(x: number, y: number, product: number): number {
  const isSmall = Math.abs(x) < SPLITTABLE && Math.abs(y) < SPLITTABLE && Math.abs(product) < LARGE_PRODUCT;
  if (isSmall) return productError(x, y, product);
  if (Math.abs(x) < Math.abs(y)) return errorOfProduct(y, x, product);
  return productError(x / SCALE, y, product / SCALE) * SCALE;
}
