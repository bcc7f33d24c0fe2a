// `list[int]`: what `__class_getitem__` of built-in containers gives. CPython: Objects/genericaliasobject.c (Py_GenericAlias)
import { state } from '../../core/state.ts';
import type { Value } from '../../core/value.ts';
import { notImplementedError } from '../../exceptions/errors.ts';

/** Key in `states` of the function that makes a `types.GenericAlias`; the type's own room puts it there. */
export const GENERIC_ALIAS: unique symbol = Symbol('types.GenericAlias');

export function genericAlias(origin: Value, args: Value): Value {
  const make = state.interp.states.get(GENERIC_ALIAS) as ((origin: Value, args: Value) => Value) | undefined;
  if (make === undefined) throw notImplementedError('types.GenericAlias');
  return make(origin, args);
}
