// min() and max(). CPython: Python/bltinmodule.c (min_max)
import { None } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { call } from '../protocols/call.ts';
import { isTrue, lessThan, richCompare } from '../protocols/compare.ts';
import { iter } from '../protocols/iterate.ts';

type Better = (a: Value, b: Value) => boolean;

function greaterThan(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a > b;
  if (typeof a === 'string' && typeof b === 'string') return a > b;
  return isTrue(richCompare(a, b, '__gt__'));
}

function extreme(name: string, better: Better): (args: Value[], key?: Value, fallback?: Value) => Value {
  return (args, key, fallback) => {
    if (args.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
    if (args.length > 1 && fallback !== undefined) {
      throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
    }
    if (args.length > 1 && key === undefined) return extremeOf(args, better);
    const iterator = iter(args.length > 1 ? new PyTuple(args) : args[0]!);
    const keyOf = key === undefined || key === None ? undefined : (item: Value) => call(key, item);
    let best = iterator.iternext();
    if (best === undefined) {
      if (fallback !== undefined) return fallback;
      throw valueError(`${name}() iterable argument is empty`);
    }
    let bestKey = keyOf === undefined ? best : keyOf(best);
    for (let item = iterator.iternext(); item !== undefined; item = iterator.iternext()) {
      const itemKey = keyOf === undefined ? item : keyOf(item);
      if (!better(itemKey, bestKey)) continue;
      best = item;
      bestKey = itemKey;
    }
    return best;
  };
}

function extremeOf(args: Value[], better: Better): Value {
  let best = args[0]!;
  for (let i = 1; i < args.length; i++) if (better(args[i]!, best)) best = args[i]!;
  return best;
}

export const builtinMin: (args: Value[], key?: Value, fallback?: Value) => Value = extreme('min', lessThan);
export const builtinMax: (args: Value[], key?: Value, fallback?: Value) => Value = extreme('max', greaterThan);
