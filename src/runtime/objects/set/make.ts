// Making sets from JS arrays.
// CPython: Objects/setobject.c.
import type { Value } from '../../core/value.ts';
import { dictSet } from '../dict/table.ts';
import { PyFrozenSet } from './set.ts';

export function frozenSetOf(items: readonly Value[]): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const item of items) dictSet(set.table, item, true);
  return set;
}
