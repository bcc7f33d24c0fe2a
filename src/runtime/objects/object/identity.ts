// id(): a number per object, given when first asked for. CPython uses addresses, which are multiples of 16; so do we.
import type { Value } from '../../core/value.ts';

const FIRST = 0x7f0000000000;
const ids = new WeakMap<object, number>();
const primitiveIds = new Map<Value, number>();
const counter = { next: FIRST };

export function objectId(v: Value): number {
  const known = typeof v === 'object' || typeof v === 'function' ? ids.get(v) : primitiveIds.get(v);
  if (known !== undefined) return known;
  counter.next += 16;
  if (typeof v === 'object' || typeof v === 'function') ids.set(v, counter.next);
  else primitiveIds.set(v, counter.next);
  return counter.next;
}
