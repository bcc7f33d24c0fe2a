// Ranges from their bounds, and what stands at an index; all exact for ints of any size. CPython: Objects/rangeobject.c
import { int, intFromBigInt, type Value } from '../../core/value.ts';
import { valueError } from '../../exceptions/errors.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { PyRange } from './range.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/** A range from its bounds. CPython: range_from_array, compute_range_length */
export function makeRange(start: IntValue, stop: IntValue, step: IntValue): PyRange {
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return new PyRange(start, stop, step, rangeLength(start, stop, step));
}

function rangeLength(start: IntValue, stop: IntValue, step: IntValue): IntValue {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= MAX_SAFE) return span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  const [a, b, s] = [BigInt(start), BigInt(stop), BigInt(step)];
  const span = s > 0n ? b - a : a - b;
  if (span <= 0n) return 0;
  return intFromBigInt((span - 1n) / (s < 0n ? -s : s) + 1n) as unknown as IntValue;
}

/** How many ints a range of safe bounds has; -1 when they cannot be counted so: a step of zero, a span beyond the safe ints. */
export function rangeCount(start: number, stop: number, step: number): number {
  if (step === 0) return -1;
  const length = rangeLength(start, stop, step);
  return typeof length === 'number' && length <= MAX_SAFE ? length : -1;
}

/** CPython: compute_range_item */
export function itemAt(r: PyRange, index: IntValue): Value {
  if (typeof index === 'number' && typeof r.start === 'number' && typeof r.step === 'number') {
    const value = r.start + index * r.step;
    if (Number.isSafeInteger(value)) return int(value + 0);
  }
  return intFromBigInt(BigInt(r.start) + BigInt(index) * BigInt(r.step));
}
