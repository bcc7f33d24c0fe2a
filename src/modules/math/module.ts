// The math module: real functions with the errors CPython words for each, exact sums, integer functions.
// CPython: Modules/mathmodule.c
import { None, type Slots } from '../../runtime/core/object.ts';
import { float, PyNan, slotsOf, typeOf } from '../../runtime/core/primitives.ts';
import { typeLookup } from '../../runtime/core/type.ts';
import { type Entry, int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type Implementation, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import {
  frexp,
  fusedMultiplyAdd,
  ieeeRemainder,
  ldexp,
  modf,
  nextAfter,
  signBit,
  ulp,
} from '../../runtime/numeric/floatbits.ts';
import { floatToInt } from '../../runtime/numeric/floats.ts';
import { vectorNorm } from '../../runtime/numeric/hypot.ts';
import { bitLength, gcd, type IntValue, isqrt, lcm, normalizeInt } from '../../runtime/numeric/integers.ts';
import * as exponential from '../../runtime/numeric/libm/exponential.ts';
import * as trigonometric from '../../runtime/numeric/libm/trigonometric.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { call } from '../../runtime/protocols/call.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { iter, spread } from '../../runtime/protocols/iterate.ts';
import { add, mul, truediv } from '../../runtime/protocols/number.ts';
import { bindDescriptor } from '../../runtime/protocols/publish.ts';
import { asDouble, intValue, isExactFloat, isInt } from '../../runtime/protocols/real.ts';
import { floatRepr } from '../../runtime/text/float-repr.ts';
import { combination, factorial, fallingProduct, smallCombination } from './combinatorics.ts';
import { DOCS } from './generated/docs.ts';
import { DOMAIN, erf, erfc, gamma, lgamma, type MathResult, RANGE } from './special.ts';
import { ExactSum, TripleSum } from './sums.ts';

/** A Python int from a core's int. */
const asInt = (value: IntValue): Value => (typeof value === 'number' ? int(value) : intFromBigInt(value));

type Real = (x: number) => number;

/** A function that is undefined for some arguments: NaN or infinity out of a finite x is the error `text` words. */
function partial(run: Real, text: (x: string) => string): (v: Value) => Value {
  return (v) => {
    const x = asDouble(v);
    const result = run(x);
    if (Number.isNaN(result) ? !Number.isNaN(x) : !Number.isFinite(result) && Number.isFinite(x)) {
      throw valueError(text(floatRepr(x)));
    }
    return float(result);
  };
}

/** A function that is defined everywhere but may overflow. */
function growing(run: Real): (v: Value) => Value {
  return (v) => {
    const x = asDouble(v);
    const result = run(x);
    if (!Number.isFinite(result) && Number.isFinite(x)) throw overflowError('math range error');
    return float(result);
  };
}

/** A function that is defined everywhere. */
function total(run: Real): (v: Value) => Value {
  return (v) => float(run(asDouble(v)));
}

/** gamma and lgamma say themselves what went wrong. */
function special(run: (x: number) => MathResult): (v: Value) => Value {
  return (v) => {
    const x = asDouble(v);
    const result = run(x);
    if (result === DOMAIN) throw valueError(`expected a noninteger or positive integer, got ${floatRepr(x)}`);
    if (result === RANGE) throw overflowError('math range error');
    return float(result);
  };
}

const inUnit = (x: string): string => `expected a number in range from -1 up to 1, got ${x}`;
const finiteInput = (x: string): string => `expected a finite input, got ${x}`;

/** [signature of one argument] -> implementation, for the plain functions of one real. */
const REAL_FUNCTIONS: Record<string, (v: Value) => Value> = {
  acos: partial(trigonometric.acos, inUnit),
  acosh: partial(exponential.acosh, (x) => `expected argument value not less than 1, got ${x}`),
  asin: partial(trigonometric.asin, inUnit),
  asinh: total(exponential.asinh),
  atan: total(trigonometric.atan),
  atanh: partial(exponential.atanh, (x) => `expected a number between -1 and 1, got ${x}`),
  cbrt: total(exponential.cbrt),
  cos: partial(trigonometric.cos, finiteInput),
  cosh: growing(exponential.cosh),
  degrees: total((x) => x * (180 / Math.PI)),
  erf: total(erf),
  erfc: total(erfc),
  exp: growing(exponential.exp),
  exp2: growing(exponential.exp2),
  expm1: growing(Math.expm1),
  fabs: total(Math.abs),
  gamma: special(gamma),
  lgamma: special(lgamma),
  log1p: partial(Math.log1p, (x) => `expected argument value > -1, got ${x}`),
  radians: total((x) => x * (Math.PI / 180)),
  sin: partial(trigonometric.sin, finiteInput),
  sinh: growing(Math.sinh),
  sqrt: partial(Math.sqrt, (x) => `expected a nonnegative input, got ${x}`),
  tan: partial(trigonometric.tan, finiteInput),
  tanh: total(Math.tanh),
  ulp: total(ulp),
};

/** log of an int of any size, or of a real. CPython: loghelper */
function logOf(v: Value, log: Real): number {
  if (isInt(v)) {
    const n = intValue(v);
    if (n <= 0) throw valueError('expected a positive input');
    if (typeof n === 'number') return log(n);
    const x = Number(n);
    if (x !== Infinity) return log(x);
    const exponent = bitLength(n);
    // n = m * 2**exponent with m in [0.5, 1), m rounded from the leading bits.
    const m = Number(n >> BigInt(exponent - 1000)) / 2 ** 1000;
    return fusedMultiplyAdd(log(2), exponent, log(m));
  }
  const x = asDouble(v);
  if (x > 0 || Number.isNaN(x)) return log(x);
  throw valueError(`expected a positive input, got ${floatRepr(x)}`);
}

function mathLog(v: Value, base?: Value): Value {
  const numerator = logOf(v, exponential.log);
  if (base === undefined) return float(numerator);
  return truediv(float(numerator), float(logOf(base, exponential.log)));
}

function mathAtan2(y: Value, x: Value): Value {
  return float(trigonometric.atan2(asDouble(y), asDouble(x)));
}

function mathCopysign(x: Value, y: Value): Value {
  const size = asDouble(x);
  const negative = y instanceof PyNan ? y.negative : signBit(asDouble(y));
  if (Number.isNaN(size)) return new PyNan(negative);
  return float(negative ? -Math.abs(size) : Math.abs(size));
}

function mathFmod(xv: Value, yv: Value): Value {
  const x = asDouble(xv);
  const y = asDouble(yv);
  if (!Number.isFinite(y) && Number.isFinite(x)) return float(Number.isNaN(y) ? y : x);
  const result = x % y;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw valueError('math domain error');
  return float(result);
}

function mathRemainder(xv: Value, yv: Value): Value {
  const x = asDouble(xv);
  const y = asDouble(yv);
  if (Number.isFinite(x) && Number.isFinite(y) && y !== 0) return float(ieeeRemainder(x, y));
  if (Number.isNaN(x)) return float(x);
  if (Number.isNaN(y)) return float(y);
  if (y === 0 || !Number.isFinite(x)) throw valueError('math domain error');
  return float(x);
}

function mathPow(xv: Value, yv: Value): Value {
  const x = asDouble(xv);
  const y = asDouble(yv);
  const result = exponential.pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (Number.isNaN(result)) throw valueError('math domain error');
    if (!Number.isFinite(result)) {
      throw x === 0 ? valueError('math domain error') : overflowError('math range error');
    }
  }
  return float(result);
}

function mathFma(xv: Value, yv: Value, zv: Value): Value {
  const x = asDouble(xv);
  const y = asDouble(yv);
  const z = asDouble(zv);
  if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)) {
    const result = fusedMultiplyAdd(x, y, z);
    if (!Number.isFinite(result)) throw overflowError('overflow in fma');
    return float(result);
  }
  // A product of finite factors never decides over an infinite z, even where it overflows.
  const result = Number.isFinite(x) && Number.isFinite(y) ? z : x * y + z;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z)) {
    throw valueError('invalid operation in fma');
  }
  return float(result);
}

function mathFrexp(v: Value): Value {
  const x = asDouble(v);
  if (x === 0 || !Number.isFinite(x)) return new PyTuple([float(x), int(0)]);
  const [mantissa, exponent] = frexp(x);
  return new PyTuple([float(mantissa), int(exponent)]);
}

function mathModf(v: Value): Value {
  const [fraction, whole] = modf(asDouble(v));
  return new PyTuple([float(fraction), float(whole)]);
}

function mathLdexp(xv: Value, i: Value): Value {
  const x = asDouble(xv);
  if (!isInt(i)) throw typeError('Expected an int as second argument to ldexp.');
  const n = intValue(i);
  const exponent = n > 100000 ? 100000 : n < -100000 ? -100000 : Number(n);
  const result = ldexp(x, exponent);
  if (!Number.isFinite(result) && Number.isFinite(x)) throw overflowError('math range error');
  return float(result);
}

function mathNextafter(x: Value, y: Value, steps?: Value): Value {
  const from = asDouble(x);
  const to = asDouble(y);
  if (steps === undefined || steps === None) return float(nextAfter(from, to, 1n));
  const count = BigInt(asIndex(steps));
  if (count < 0n) throw valueError('steps must be a non-negative integer');
  return float(nextAfter(from, to, count));
}

function mathIsclose(a: Value, b: Value, relTol?: Value, absTol?: Value): Value {
  const x = asDouble(a);
  const y = asDouble(b);
  const relative = relTol === undefined ? 1e-9 : asDouble(relTol);
  const absolute = absTol === undefined ? 0 : asDouble(absTol);
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (x === y) return true;
  if (!Number.isFinite(x) && !Number.isNaN(x)) return false;
  if (!Number.isFinite(y) && !Number.isNaN(y)) return false;
  const gap = Math.abs(y - x);
  return gap <= Math.abs(relative * y) || gap <= Math.abs(relative * x) || gap <= absolute;
}

/** A method of the type, which may be any callable, or None to forbid the operation. */
function specialMethod(v: Value, name: string): Entry | undefined {
  const method = (slotsOf(v) as Slots)[`m$${name}`] as Entry | undefined;
  if (method !== undefined || typeLookup(typeOf(v), name) === undefined) return method;
  return () => call(bindDescriptor(typeLookup(typeOf(v), name)!, v, typeOf(v)));
}

/** ceil, floor: the type's own method first. */
function rounding(name: string, round: Real): (v: Value) => Value {
  return (v) => {
    if (!isExactFloat(v)) {
      const method = specialMethod(v, name);
      if (method !== undefined) return method(v);
    }
    return asInt(floatToInt(round(asDouble(v))));
  };
}

function mathTrunc(v: Value): Value {
  if (isExactFloat(v)) return asInt(floatToInt(asDouble(v)));
  const method = specialMethod(v, '__trunc__');
  if (method === undefined) throw typeError(`type ${typeOf(v).typeName} doesn't define __trunc__ method`);
  return method(v);
}

function mathHypot(coordinates: readonly Value[]): Value {
  return float(norm(coordinates.map((each) => Math.abs(asDouble(each)))));
}

function norm(sizes: number[]): number {
  let max = 0;
  let foundNan = false;
  for (const size of sizes) {
    if (Number.isNaN(size)) foundNan = true;
    else if (size > max) max = size;
  }
  return vectorNorm(sizes, max, foundNan);
}

function mathDist(p: Value, q: Value): Value {
  const a = p instanceof PyTuple ? p.items : spread(p);
  const b = q instanceof PyTuple ? q.items : spread(q);
  if (a.length !== b.length) throw valueError('both points must have the same number of dimensions');
  return float(norm(a.map((each, i) => Math.abs(asDouble(each) - asDouble(b[i]!)))));
}

function mathFsum(seq: Value): Value {
  const sum = new ExactSum();
  const iterator = iter(seq);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (!sum.add(asDouble(item))) throw overflowError('intermediate overflow in fsum');
  }
  const result = sum.total();
  if (result === undefined) throw valueError('-inf + inf in fsum');
  return float(result);
}

/** Ints and floats multiply here, the rest by the operator. CPython: math_prod_impl */
function mathProd(iterable: Value, start?: Value): Value {
  let result: Value = start ?? int(1);
  const iterator = iter(iterable);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) result = mul(result, item);
  return result;
}

/**
 * Dot product: exact on ints, in triple length on floats, by the operators on anything else. Each of the faster ways is left for good at
 * the first pair it cannot take. CPython: math_sumprod_impl
 */
/** Ints as long as they fit C longs, then floats in triple length, then whatever comes by `+` and `*`. CPython: math_sumprod_impl */
function mathSumprod(p: Value, q: Value): Value {
  const left = iter(p);
  const right = iter(q);
  let total: Value = int(0);
  let ints: bigint | undefined = 0n;
  let floats: TripleSum | undefined = new TripleSum();
  for (;;) {
    const a = left.iternext();
    const b = right.iternext();
    if ((a === undefined) !== (b === undefined)) throw valueError('Inputs are not the same length');
    if (ints !== undefined) {
      const next: bigint | undefined = a === undefined ? undefined : addLongProduct(ints, a, b!);
      if (next === undefined && ints !== 0n) total = add(total, intFromBigInt(ints));
      ints = next;
      if (next !== undefined) continue;
    }
    if (floats !== undefined) {
      const pair = a === undefined ? undefined : floatPair(a, b!);
      if (pair !== undefined && floats.addProduct(pair[0], pair[1])) continue;
      if (floats.used) total = add(total, float(floats.total()));
      floats = undefined;
    }
    if (a === undefined) return total;
    total = add(total, mul(a, b!));
  }
}

/** `sum + a * b` where all of them are ints that fit C longs; undefined otherwise. */
function addLongProduct(sum: bigint, a: Value, b: Value): bigint | undefined {
  if (typeof a !== 'number' && typeof a !== 'bigint') return undefined;
  if ((typeof b !== 'number' && typeof b !== 'bigint') || !isInt(a) || !isInt(b)) return undefined;
  const fits = (n: bigint): boolean => BigInt.asIntN(64, n) === n;
  const [x, y] = [BigInt(a), BigInt(b)];
  return fits(x) && fits(y) && fits(x * y) && fits(sum + x * y) ? sum + x * y : undefined;
}

/** Both operands as doubles when at least one is an exact float and the other an exact float or int. */
function floatPair(a: Value, b: Value): [number, number] | undefined {
  const floatA = isExactFloat(a);
  const floatB = isExactFloat(b);
  if (!floatA && !floatB) return undefined;
  if (!(floatA || (isInt(a) && typeof a !== 'object')) || !(floatB || (isInt(b) && typeof b !== 'object'))) {
    return undefined;
  }
  const x = typeof a === 'bigint' ? Number(a) : asDouble(a);
  const y = typeof b === 'bigint' ? Number(b) : asDouble(b);
  return [x, y];
}

function mathGcd(integers: readonly Value[]): Value {
  let result: IntValue = 0;
  for (const each of integers) result = gcd(result, asIndex(each));
  return asInt(result);
}

function mathLcm(integers: readonly Value[]): Value {
  let result: IntValue = 1;
  for (const each of integers) result = lcm(result, asIndex(each));
  return asInt(result);
}

function mathIsqrt(n: Value): Value {
  const value = asIndex(n);
  if (value < 0) throw valueError('isqrt() argument must be nonnegative');
  return asInt(isqrt(value));
}

const SSIZE_MAX = 9223372036854775807n;

function mathFactorial(n: Value): Value {
  const value = asIndex(n);
  if (value < 0) throw valueError('factorial() not defined for negative values');
  if (value > SSIZE_MAX) throw overflowError(`factorial() argument should not exceed ${SSIZE_MAX}`);
  return asInt(factorial(Number(value)));
}

function mathPerm(nv: Value, kv?: Value): Value {
  if (kv === undefined || kv === None) return mathFactorial(nv);
  const n = asIndex(nv);
  const k = asIndex(kv);
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (n < k) return int(0);
  if (k > SSIZE_MAX) throw overflowError(`k must not exceed ${SSIZE_MAX}`);
  return asInt(normalizeInt(fallingProduct(n, Number(k))));
}

function mathComb(nv: Value, kv: Value): Value {
  const n = asIndex(nv);
  const k = asIndex(kv);
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (n < k) return int(0);
  const other = typeof n === 'number' && typeof k === 'number' ? n - k : normalizeInt(BigInt(n) - BigInt(k));
  let least: IntValue = k;
  if (other < k) least = other;
  if (least > SSIZE_MAX) throw overflowError(`min(n - k, k) must not exceed ${SSIZE_MAX}`);
  const small = typeof n === 'number' ? smallCombination(n, Number(least)) : undefined;
  if (small !== undefined) return int(small);
  return asInt(normalizeInt(combination(n, Number(least))));
}

function functions(): ModuleTable {
  const table: ModuleTable = {};
  for (const [name, run] of Object.entries(REAL_FUNCTIONS)) table[name] = fn('($module, x, /)', run, DOCS[name], 'o');
  const define = (name: string, signature: string, run: Implementation): void => {
    const single =
      signature === '($module, x, /)' || signature === '($module, n, /)' || signature === '($module, seq, /)';
    table[name] = fn(signature, run, DOCS[name], single ? 'o' : undefined);
  };
  define('atan2', '($module, y, x, /)', mathAtan2);
  define('ceil', '($module, x, /)', rounding('__ceil__', Math.ceil));
  define('comb', '($module, n, k, /)', mathComb);
  define('copysign', '($module, x, y, /)', mathCopysign);
  define('dist', '($module, p, q, /)', mathDist);
  define('factorial', '($module, n, /)', mathFactorial);
  define('floor', '($module, x, /)', rounding('__floor__', Math.floor));
  define('fma', '($module, x, y, z, /)', mathFma);
  define('fmod', '($module, x, y, /)', mathFmod);
  define('frexp', '($module, x, /)', mathFrexp);
  define('fsum', '($module, seq, /)', mathFsum);
  define('gcd', '($module, /, *integers)', mathGcd);
  define('hypot', '($module, /, *coordinates)', mathHypot);
  define('isclose', '($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)', mathIsclose);
  define('isfinite', '($module, x, /)', (v) => Number.isFinite(asDouble(v)));
  define('isinf', '($module, x, /)', (v) => Math.abs(asDouble(v)) === Infinity);
  define('isnan', '($module, x, /)', (v) => Number.isNaN(asDouble(v)));
  define('isqrt', '($module, n, /)', mathIsqrt);
  define('lcm', '($module, /, *integers)', mathLcm);
  define('ldexp', '($module, x, i, /)', mathLdexp);
  define('log', '($module, x, base=<unrepresentable>, /)', mathLog);
  define('log10', '($module, x, /)', (v) => float(logOf(v, exponential.log10)));
  define('log2', '($module, x, /)', (v) => float(logOf(v, exponential.log2)));
  define('modf', '($module, x, /)', mathModf);
  define('nextafter', '($module, x, y, /, *, steps=None)', mathNextafter);
  define('perm', '($module, n, k=None, /)', mathPerm);
  define('pow', '($module, x, y, /)', mathPow);
  define('prod', '($module, iterable, /, *, start=1)', mathProd);
  define('remainder', '($module, x, y, /)', mathRemainder);
  define('sumprod', '($module, p, q, /)', mathSumprod);
  define('trunc', '($module, x, /)', mathTrunc);
  return table;
}

export const mathModule: NativeModule = {
  name: 'math',
  doc: DOCS[''],
  functions: functions(),
  values: () => ({
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Infinity),
    nan: new PyNan(),
  }),
};
