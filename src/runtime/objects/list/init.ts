// `__init__` of containers that are filled from one iterable. CPython: Objects/clinic/listobject.c.h (list___init__)
import { typeOf } from '../../core/primitives.ts';
import { type PyType, typeLookup } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { listType } from './list.ts';

/** Whether a list subclass has a constructor of its own, which keywords are then meant for. */
function hasOwnNew(type: PyType): boolean {
  return type !== listType && typeLookup(type, '__new__') !== typeLookup(listType, '__new__');
}

/** An `__init__` that takes at most one positional argument, for slots whose shown signature is `(*args, **kwargs)`. */
export function initOf(
  name: string,
  init: (self: never, iterable?: Value) => Value,
): (self: Value, args: Value[], keywords: { size: number }) => Value {
  const run = init as (self: Value, iterable?: Value) => Value;
  return (self, args, keywords) => {
    const given = args.length;
    if (keywords.size > 0 && (name !== 'list' || !hasOwnNew(typeOf(self))))
      throw typeError(`${name}() takes no keyword arguments`);
    if (given > 1) throw typeError(`${name} expected at most 1 argument, got ${given}`);
    return run(self, args[0]);
  };
}
