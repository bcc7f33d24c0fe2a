// sorted(). CPython: Python/bltinmodule.c (builtin_sorted)
import { None } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { PyList } from '../objects/list/list.ts';
import { sortItems } from '../objects/list/sort.ts';
import { isTrue } from '../protocols/compare.ts';
import { spread } from '../protocols/iterate.ts';

/** CPython: builtin_sorted */
export function builtinSorted(iterable: Value, key?: Value, reverse?: Value): Value {
  const items = spread(iterable);
  sortItems(items, key === None ? undefined : key, reverse !== undefined && isTrue(reverse));
  return new PyList(items);
}
