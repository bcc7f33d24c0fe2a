// What counts as a number, and its integer part. CPython: PyNumber_Check, PyNumber_Long
import { slotsOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { intValue } from '../objects/int/int.ts';
import { asIndex, intResult } from './item.ts';

interface NumberSlots {
  m$__float__?: Entry;
  m$__int__?: Entry;
  m$__index__?: Entry;
}

/** Whether `v` counts as a number. CPython: PyNumber_Check */
export function isNumber(v: Value): boolean {
  const slots = slotsOf(v) as unknown as NumberSlots;
  return slots.m$__int__ !== undefined || slots.m$__index__ !== undefined || slots.m$__float__ !== undefined;
}

/** `int(v)` of a number, not of text. */
export function integerPart(v: Value): number | bigint {
  const exact = intValue(v);
  if (exact !== undefined) return exact;
  const method = (slotsOf(v) as unknown as NumberSlots).m$__int__;
  return method === undefined ? asIndex(v) : intResult(method(v), '__int__');
}
