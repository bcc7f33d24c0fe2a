// iter() and next(). CPython: Python/bltinmodule.c (builtin_iter, builtin_next)

import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { toss } from '../core/toss.ts';
import type { Value } from '../core/value.ts';
import { isError, type Raised, stopIteration, typeError } from '../exceptions/errors.ts';
import type { PyStopIteration } from '../exceptions/exception.ts';
import { PyCallableIterator } from '../objects/list/iterator.ts';
import { call, isCallable } from '../protocols/call.ts';
import { sameOrEqual } from '../protocols/compare.ts';
import { iter } from '../protocols/iterate.ts';

export function builtinIter(object: Value, sentinel?: Value): Value {
  if (sentinel === undefined) return iter(object);
  if (!isCallable(object)) throw typeError('iter(v, w): v must be callable');
  return new PyCallableIterator(() => callUntil(object, sentinel), [object, sentinel]);
}

/** CPython: calliter_iternext */
function callUntil(callable: Value, sentinel: Value): Value | undefined {
  try {
    const value = call(callable);
    return sameOrEqual(value, sentinel) ? undefined : value;
  } catch (e) {
    if (isError(e, 'StopIteration')) return undefined;
    throw e;
  }
}

export function builtinNext(iterator: Value, fallback?: Value): Value {
  if (typeof iterator !== 'object' || iterator.iternext === undefined) {
    throw typeError(`'${typeOf(iterator).typeName}' object is not an iterator`);
  }
  const value = iterator.iternext();
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  toss(exhausted(iterator));
}

/** The StopIteration of an iterator at its end, with what its generator returned. */
export function exhausted(iterator: Value): Raised {
  const holder = iterator as { returned?: PyStopIteration['value'] };
  const { returned } = holder;
  if (returned !== undefined) holder.returned = None;
  return stopIteration(returned === None ? undefined : returned);
}
