// sorted(). CPython: Python/bltinmodule.c (builtin_sorted)
import { None } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { PyList } from '../objects/list/list.ts';
import { listSort } from '../objects/list/methods.ts';
import { spread } from '../protocols/iterate.ts';

/** CPython: builtin_sorted */
export function builtinSorted(iterable: Value, key?: Value, reverse?: Value): Value {
  const list = new PyList(spread(iterable));
  listSort(list, key ?? None, reverse ?? false);
  return list;
}
