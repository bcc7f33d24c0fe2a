// sorted(). CPython: Python/bltinmodule.c (builtin_sorted)
import { None } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyList } from '../objects/list/list.ts';
import { listSort } from '../objects/list/methods.ts';
import { spread } from '../protocols/iterate.ts';

/** CPython: builtin_sorted: the arguments after the first are list.sort's */
export function builtinSorted(args: Value[], key?: Value, reverse?: Value): Value {
  if (args.length !== 1) throw typeError(`sorted expected 1 argument, got ${args.length}`);
  const list = new PyList(spread(args[0]!));
  listSort(list, key ?? None, reverse ?? false);
  return list;
}
