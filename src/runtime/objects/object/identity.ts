// id(): a number per object, given when first asked for. CPython uses addresses, which are multiples of 16; so do we.
import type { Value } from '../../core/value.ts';

const FIRST = 0x7f0000000000;
/** The serial numbers of what cannot hold its own: functions and classes, frozen objects, primitives. */
const serials = new WeakMap<object, number>();
const primitiveSerials = new Map<Value, number>();
const counter = { next: 1 };

export function objectId(v: Value): number {
  return FIRST + 16 * serialOf(v);
}

/** Objects hold their number: a WeakMap takes hundreds of nanoseconds for each new one, and more whenever the collector runs. */
function serialOf(v: Value): number {
  if (typeof v === 'function') return serialIn(serials, v);
  if (typeof v !== 'object') return serialIn(primitiveSerials, v);
  if (v.serial !== undefined && v.serial !== 0) return v.serial;
  if (!Object.isExtensible(v)) return serialIn(serials, v);
  v.serial = counter.next++;
  return v.serial;
}

interface Serials<K> {
  get(v: K): number | undefined;
  set(v: K, serial: number): unknown;
}

function serialIn<K>(known: Serials<K>, v: K): number {
  const found = known.get(v);
  if (found !== undefined) return found;
  known.set(v, counter.next);
  return counter.next++;
}
