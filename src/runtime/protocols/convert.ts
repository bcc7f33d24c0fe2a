// Numbers out of any value, for natives that may not import the number types' methods. CPython: PyFloat_AsDouble, PyNumber_Long
import { PyFloat, PyInt, slotsOf, typeOf } from '../core/primitives.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { intToFloat } from '../numeric/floats.ts';
import { asIndex } from './item.ts';

interface NumberSlots {
  m$__float__?: Entry;
  m$__int__?: Entry;
  m$__index__?: Entry;
}

/** A real number as a double. CPython: PyFloat_AsDouble */
export function realNumber(v: Value): number {
  if (typeof v === 'number') return v;
  if (v instanceof PyFloat) return v.value;
  const slots = slotsOf(v) as unknown as NumberSlots;
  if (slots.m$__float__ !== undefined) {
    const result = slots.m$__float__(v);
    if (typeof result === 'number' && !Number.isInteger(result)) return result;
    if (result instanceof PyFloat) return result.value;
    throw typeError(`${typeOf(v).typeName}.__float__ returned non-float (type ${typeOf(result).typeName})`);
  }
  if (slots.m$__index__ === undefined) throw typeError(`must be real number, not ${typeOf(v).typeName}`);
  return intToFloat(asIndex(v));
}

/** Whether `v` counts as a number. CPython: PyNumber_Check */
export function isNumber(v: Value): boolean {
  const slots = slotsOf(v) as unknown as NumberSlots;
  return slots.m$__int__ !== undefined || slots.m$__index__ !== undefined || slots.m$__float__ !== undefined;
}

/** An int proper (bool and subclasses included) as its value; undefined for others. */
export function exactInt(v: Value): number | bigint | undefined {
  if (typeof v === 'number') return Number.isInteger(v) ? v : undefined;
  if (typeof v === 'bigint') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  return v instanceof PyInt ? v.value : undefined;
}

/** `int(v)` of a number, not of text. */
export function integerPart(v: Value): number | bigint {
  const exact = exactInt(v);
  if (exact !== undefined) return exact;
  const method = (slotsOf(v) as unknown as NumberSlots).m$__int__;
  if (method === undefined) return asIndex(v);
  const result = exactInt(method(v));
  if (result === undefined) throw typeError(`__int__ returned non-int (type ${typeOf(method(v)).typeName})`);
  return result;
}
