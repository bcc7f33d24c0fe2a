// sum(): ints and floats in their own loops, the rest by `+`. CPython: Python/bltinmodule.c (builtin_sum_impl)
import { float, PyFloat } from '../core/primitives.ts';
import { int, intFromBigInt, type Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyByteArray } from '../objects/bytearray/bytearray.ts';
import { PyBytes } from '../objects/bytes/bytes.ts';
import { PyComplex } from '../objects/complex/complex.ts';
import { isStr } from '../objects/str/str.ts';
import { type Iterator_, iter } from '../protocols/iterate.ts';
import { add } from '../protocols/number.ts';

export function builtinSum(iterable: Value, start: Value = int(0)): Value {
  const iterator = iter(iterable);
  if (isStr(start)) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes) throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  if (isInt(start)) return sumInts(iterator, start);
  if (isFloat(start)) return sumFloats(iterator, start);
  if (start instanceof PyComplex && !(start.cls.flags & 1)) return sumComplex(iterator, start);
  return sumObjects(iterator, start);
}

function isInt(v: Value): v is (number | bigint) & Value {
  return (typeof v === 'number' && Number.isInteger(v)) || typeof v === 'bigint';
}

function isFloat(v: Value): boolean {
  return typeof v === 'number' ? !Number.isInteger(v) : v instanceof PyFloat && !(v.cls.flags & 1);
}

function sumInts(iterator: Iterator_, start: number | bigint): Value {
  let total = start;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (typeof item === 'number' && typeof total === 'number') {
      const next = total + item;
      if (Number.isSafeInteger(next) && Number.isInteger(item)) {
        total = next;
        continue;
      }
    }
    if (isInt(item)) total = BigInt(total) + BigInt(item);
    else if (typeof item === 'boolean') total = typeof total === 'number' ? total + Number(item) : total + BigInt(item);
    else return sumOn(iterator, add(intValue(total), item));
  }
  return intValue(total);
}

function intValue(n: number | bigint): Value {
  return typeof n === 'number' && Number.isSafeInteger(n) ? int(n) : intFromBigInt(BigInt(n));
}

/** Goes on after an item changed the total's type. */
function sumOn(iterator: Iterator_, total: Value): Value {
  if (isFloat(total)) return sumFloats(iterator, total);
  if (total instanceof PyComplex && !(total.cls.flags & 1)) return sumComplex(iterator, total);
  return sumObjects(iterator, total);
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

function sumFloats(iterator: Iterator_, start: Value): Value {
  const sum = new CompensatedSum(start instanceof PyFloat ? start.value : (start as number));
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (typeof item === 'number' && !Number.isInteger(item)) sum.add(item);
    else if (item instanceof PyFloat && !(item.cls.flags & 1)) sum.add(item.value);
    else if (typeof item === 'number' || typeof item === 'boolean') sum.high += Number(item);
    else return sumOn(iterator, add(float(sum.total), item));
  }
  return float(sum.total);
}

function sumComplex(iterator: Iterator_, start: PyComplex): Value {
  const real = new CompensatedSum(start.real);
  const imag = new CompensatedSum(start.imag);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
    if (item instanceof PyComplex && !(item.cls.flags & 1)) {
      real.add(item.real);
      imag.add(item.imag);
    } else if (item instanceof PyFloat && !(item.cls.flags & 1)) real.add(item.value);
    else if (typeof item === 'number' && !Number.isInteger(item)) real.add(item);
    else if (typeof item === 'number' || typeof item === 'boolean') real.high += Number(item);
    else return sumOn(iterator, add(new PyComplex(real.total, imag.total), item));
  }
  return new PyComplex(real.total, imag.total);
}

function sumObjects(iterator: Iterator_, start: Value): Value {
  let total = start;
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) total = add(total, item);
  return total;
}
