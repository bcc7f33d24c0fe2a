// all() and any(). CPython: Python/bltinmodule.c (builtin_all, builtin_any)
import type { Value } from '../core/value.ts';
import { isTrue } from '../protocols/compare.ts';
import { iter } from '../protocols/iterate.ts';

export function builtinAll(iterable: Value): Value {
  const iterator = iter(iterable);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) if (!isTrue(item)) return false;
  return true;
}

export function builtinAny(iterable: Value): Value {
  const iterator = iter(iterable);
  for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) if (isTrue(item)) return true;
  return false;
}
