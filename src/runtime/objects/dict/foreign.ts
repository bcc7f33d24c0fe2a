// Which keys may equal a key of another kind. CPython: Objects/dictobject.c (do_lookup compares whatever has the same hash)
import { objectType, slotsOf } from '../../core/primitives.ts';
import { TypeFlags } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';

/** Built-in types with their own equality whose instances never equal a value of another type. */
const CLOSED = new Set([
  'tuple',
  'bytes',
  'frozenset',
  'range',
  'slice',
  'NoneType',
  'code',
  'method',
  'types.GenericAlias',
]);

/** Whether a key may equal one of another kind, such as a str. */
export function isForeign(key: Value): boolean {
  if (typeof key !== 'object' || key.sq === 1) return false;
  if ((key.cls.flags & TypeFlags.HEAP) === 0) return !CLOSED.has(key.cls.typeName);
  const equal = (slotsOf(key) as unknown as { m$__eq__: Entry }).m$__eq__;
  return equal !== (objectType.proto as unknown as { m$__eq__: Entry }).m$__eq__;
}
