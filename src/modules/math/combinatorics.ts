// factorial, comb and perm on ints: products by halves, so that multiplications stay balanced.
// CPython: Modules/mathmodule.c (factorial_partial_product, perm_comb).
import { bitCount, type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';

/** start * (start+2) * ... below stop, as one bigint. */
function oddProduct(start: number, stop: number): bigint {
  const count = (stop - start) >> 1;
  if (count <= 8) {
    let product = 1n;
    let chunk = 1;
    for (let n = start; n < stop; n += 2) {
      if (chunk * n > 9007199254740991) {
        product *= BigInt(chunk);
        chunk = 1;
      }
      chunk *= n;
    }
    return product * BigInt(chunk);
  }
  const middle = (start + count) | 1;
  return oddProduct(start, middle) * oddProduct(middle, stop);
}

/** n! as far as it is safe. */
const SAFE_FACTORIALS: readonly number[] = factorialsTo(18);

function factorialsTo(n: number): number[] {
  const products = [1];
  for (let i = 1; i <= n; i++) products.push(products[i - 1]! * i);
  return products;
}

/** n! for 0 <= n < 2**31. */
export function factorial(n: number): IntValue {
  if (n < SAFE_FACTORIALS.length) return SAFE_FACTORIALS[n]!;
  // The odd part is the product over i of the odd numbers up to n >> i; the power of two is n minus its one bits.
  let inner = 1n;
  let outer = 1n;
  let upper = 3;
  for (let i = 31 - Math.clz32(n); i >= 0; i--) {
    const lower = upper;
    upper = ((n >>> i) + 1) | 1;
    if (lower < upper) inner *= oddProduct(lower, upper);
    outer *= inner;
  }
  return normalizeInt(outer << BigInt(n - bitCount(n)));
}

/** n * (n-1) * ... * (n-k+1). */
export function fallingProduct(n: IntValue, k: number): bigint {
  if (k === 0) return 1n;
  if (k <= 8) {
    let product = BigInt(n);
    for (let i = 1n; i < BigInt(k); i++) product *= BigInt(n) - i;
    return product;
  }
  const half = k >> 1;
  return fallingProduct(n, half) * fallingProduct(normalizeInt(BigInt(n) - BigInt(half)), k - half);
}

/** Binomial coefficient, 0 <= k <= n - k, while every product on the way is safe; each divides without remainder. */
export function smallCombination(n: number, k: number): number | undefined {
  let result = 1;
  for (let i = 1; i <= k; i++) {
    const product = result * (n - k + i);
    if (product > Number.MAX_SAFE_INTEGER) return undefined;
    result = product / i;
  }
  return result;
}

/** Binomial coefficient, 0 <= k <= n - k. */
export function combination(n: IntValue, k: number): bigint {
  if (k === 0) return 1n;
  if (k <= 20) return fallingProduct(n, k) / fallingProduct(k, k);
  // C(n, k) = C(n, j) * C(n-j, k-j) / C(k, j)
  const j = k >> 1;
  const rest = normalizeInt(BigInt(n) - BigInt(j));
  return (combination(n, j) * combination(rest, k - j)) / combination(k, j);
}
