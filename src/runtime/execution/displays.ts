// Displays: dict, set and slice values from emitted code. CPython: Python/bytecodes.c (BUILD_MAP, BUILD_SET, BUILD_SLICE, DICT_UPDATE)

import { typeOf } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { typeError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictSet } from '../objects/dict/table.ts';
import { updateFrom } from '../objects/dict/update.ts';
import { frozenSetOf } from '../objects/set/make.ts';
import { PySet } from '../objects/set/set.ts';
import { setAdd as add, setAssign } from '../objects/set/table.ts';
import { PySlice } from '../objects/slice/slice.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { isIterable, itemsOf, spread } from '../protocols/iterate.ts';
import { functionText } from './calls.ts';

/** Keys and values in turn. */
export function dictOf(flat: readonly Value[]): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < flat.length; i += 2) dictSet(dict, flat[i]!, flat[i + 1]!);
  return dict;
}

export function dictStore(dict: PyDict, key: Value, value: Value): void {
  dictSet(dict, key, value);
}

/** `{**mapping}`. */
export function dictUpdate(dict: PyDict, mapping: Value): void {
  if (!(mapping instanceof PyDict) && lookupAttr(mapping, 'keys') === undefined)
    throw typeError(`'${typeOf(mapping).typeName}' object is not a mapping`);
  updateFrom(dict, mapping);
}

/**
 * The items of a starred value in a display or call, a sequence's own, as they are copied or passed at once. `role` is the callee when it
 * is the only argument, null in a set: CPython words the error of a value that is no iterable accordingly (LIST_EXTEND, CALL_FUNCTION_EX,
 * SET_UPDATE).
 */
export function starred(v: Value, role?: Value | null): readonly Value[] {
  if (typeof v === 'object' && v.sq !== undefined) return itemsOf(v);
  if (role === null || isIterable(v)) return spread(v);
  if (typeOf(v).mro.some((t) => t.attrs.has('__iter__'))) return spread(v);
  const place = role === undefined ? 'Value' : `${functionText(role)} argument`;
  throw typeError(`${place} after * must be an iterable, not ${typeOf(v).typeName}`);
}

/** A set display; one of constants goes by way of a frozenset, whose merging leaves another order. */
export function setOf(items: readonly Value[], constant = false): PySet {
  const set = new PySet();
  if (constant && items.length > 4 && typeof items[0] !== 'string') {
    setAssign(set, frozenSetOf(items));
    return set;
  }
  for (const item of items) add(set, item);
  return set;
}

export function setAdd(set: PySet, item: Value): void {
  add(set, item);
}

export function sliceOf(start: Value, stop: Value, step: Value): PySlice {
  return new PySlice(start, stop, step);
}
