// `__init__` of containers that are filled from one iterable. CPython: Objects/clinic/listobject.c.h (list___init__)
import { typeOf } from '../../core/primitives.ts';
import { type PyType, typeLookup } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { type NativeSpec, quickly, slot } from '../../native/define.ts';
import { listType } from './list.ts';

/** Whether a list subclass has a constructor of its own, which keywords are then meant for. */
function hasOwnNew(type: PyType): boolean {
  return type !== listType && typeLookup(type, '__new__') !== typeLookup(listType, '__new__');
}

/** An `__init__` that takes at most one positional argument, for a slot whose shown signature is `(*args, **kwargs)`. */
export function initSlot(name: string, init: (self: never, iterable?: Value) => Value): NativeSpec {
  const run = init as (self: Value, iterable?: Value) => Value;
  const whole = (self: Value, args: Value[], keywords: { size: number }): Value => {
    const given = args.length;
    if (keywords.size > 0 && (name !== 'list' || !hasOwnNew(typeOf(self))))
      throw typeError(`${name}() takes no keyword arguments`);
    // A set is named by its own class. CPython: set_init
    const who = name === 'set' ? typeOf(self).typeName : name;
    if (given > 1) throw typeError(`${who} expected at most 1 argument, got ${given}`);
    return run(self, args[0]);
  };
  const spec = slot('($self, /, *args, **kwargs)', whole);
  return quickly(spec, (self: Value, iterable?: Value, second?: Value, ...surplus: Value[]) =>
    second === undefined ? run(self, iterable) : whole(self, [iterable!, second, ...surplus], { size: 0 }),
  );
}
