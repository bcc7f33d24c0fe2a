// Making sets from JS arrays.
// CPython: Objects/setobject.c.
import type { Value } from '../../core/value.ts';
import { PyFrozenSet } from './set.ts';
import { setAdd } from './table.ts';

export function frozenSetOf(items: readonly Value[]): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const item of items) setAdd(set, item);
  return set;
}
