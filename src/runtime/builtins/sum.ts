// sum(): ints and floats in their own loops, the rest by `+`. CPython: Python/bltinmodule.c (builtin_sum_impl)
import { float, PyFloat } from '../core/primitives.ts';
import { int, intFromBigInt, type Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyByteArray } from '../objects/bytearray/bytearray.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { PyComplex } from '../objects/complex/complex.ts';
import { isStr } from '../objects/str/str.ts';
import { iter } from '../protocols/iterate.ts';
import { add } from '../protocols/number.ts';

export function builtinSum(iterable: Value, start: Value = int(0)): Value {
  const iterator = iter(iterable);
  if (isStr(start)) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes) throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  const sum = new RunningSum(start);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) sum.add(item);
  return sum.result();
}

function isInt(v: Value): v is (number | bigint) & Value {
  return (typeof v === 'number' && Number.isInteger(v)) || typeof v === 'bigint';
}

function isFloat(v: Value): boolean {
  return typeof v === 'number' ? !Number.isInteger(v) : v instanceof PyFloat && !(v.cls.flags & 1);
}

function intValue(n: number | bigint): Value {
  return typeof n === 'number' && Number.isSafeInteger(n) ? int(n) : intFromBigInt(BigInt(n));
}

/** A running sum with the rounding errors beside it. CPython: _csum, Neumaier's variant of Kahan summation */
class CompensatedSum {
  high: number;
  low = 0;
  constructor(start: number) {
    this.high = start;
  }
  add(x: number): void {
    const t = this.high + x;
    if (Math.abs(this.high) >= Math.abs(x)) this.low += this.high - t + x;
    else this.low += x - t + this.high;
    this.high = t;
  }
  /** The error is dropped when it is not finite, so that infinities stay what they are. */
  get total(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }
}

/** Parts of a complex number, each with its own rounding error. */
class ComplexSum {
  readonly real: CompensatedSum;
  readonly imag: CompensatedSum;
  constructor(start: PyComplex) {
    this.real = new CompensatedSum(start.real);
    this.imag = new CompensatedSum(start.imag);
  }
}

/** A sum that items are added to: of ints and of floats without objects while it is one; what else there is changes its kind. */
export class RunningSum {
  private total: number | bigint | CompensatedSum | ComplexSum;
  /** The sum, once it is none of these. */
  private object: Value | undefined;
  constructor(start: Value) {
    this.total = 0;
    this.object = undefined;
    this.become(start);
  }

  add(item: Value): void {
    const { total } = this;
    if (typeof total === 'number' && typeof item === 'number') {
      const next = total + item;
      if (Number.isSafeInteger(next) && Number.isInteger(item)) {
        this.total = next;
        return;
      }
    }
    if (this.object !== undefined || !this.addPlain(item)) this.become(add(this.result(), item));
  }

  /** Adds a number that leaves the sum of the kind it is; false for anything else. */
  private addPlain(item: Value): boolean {
    const { total } = this;
    if (typeof total === 'number' || typeof total === 'bigint') {
      if (!isInt(item) && typeof item !== 'boolean') return false;
      const sum = BigInt(total) + BigInt(item);
      this.total = Number.isSafeInteger(Number(sum)) ? Number(sum) : sum;
      return true;
    }
    if (total instanceof CompensatedSum) return addReal(total, item);
    if (!(item instanceof PyComplex) || item.cls.flags & 1) return addReal(total.real, item);
    total.real.add(item.real);
    total.imag.add(item.imag);
    return true;
  }

  private become(v: Value): void {
    this.object = undefined;
    if (isInt(v)) this.total = v;
    else if (isFloat(v)) this.total = new CompensatedSum(v instanceof PyFloat ? v.value : (v as unknown as number));
    else if (v instanceof PyComplex && !(v.cls.flags & 1)) this.total = new ComplexSum(v);
    else {
      this.object = v;
      this.total = 0n;
    }
  }

  result(): Value {
    const { total, object } = this;
    if (object !== undefined) return object;
    if (total instanceof CompensatedSum) return float(total.total);
    if (total instanceof ComplexSum) return new PyComplex(total.real.total, total.imag.total);
    return intValue(total);
  }
}

/** Adds a float, or an int or bool, which has no rounding error to note. */
function addReal(sum: CompensatedSum, item: Value): boolean {
  if (typeof item === 'number' && !Number.isInteger(item)) sum.add(item);
  else if (item instanceof PyFloat && !(item.cls.flags & 1)) sum.add(item.value);
  else if (typeof item === 'number' || typeof item === 'boolean') sum.high += Number(item);
  else return false;
  return true;
}
