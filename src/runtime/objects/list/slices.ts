// Slice assignment and deletion. CPython: Objects/listobject.c (list_ass_slice, list_ass_subscript)
import { typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { isError, typeError, valueError } from '../../exceptions/errors.ts';
import { spread } from '../../protocols/iterate.ts';
import { type PySlice, sliceRange } from '../slice/slice.ts';
import type { PyList } from './list.ts';

/** `self[slice] = value`. */
export function assignSlice(self: PyList, slice: PySlice, value: Value): void {
  const items = replacement(value);
  // Making the replacement may have changed the list.
  const { start, stop, step, count } = sliceRange(slice, self.items.length);
  if (step === 1) {
    replaceRange(self.items, start, Math.max(start, stop), items);
    return;
  }
  if (items.length !== count) {
    throw valueError(`attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.items[at] = items[i]!;
}

function replacement(value: Value): Value[] {
  try {
    return spread(value);
  } catch (e) {
    if (!isError(e, 'TypeError') || e.args.items[0] !== `'${typeOf(value).typeName}' object is not iterable`) throw e;
    throw typeError('must assign iterable to extended slice');
  }
}

/** Puts `items` in the place of those from `start` to `stop`; in pieces, as a spread call's argument list is limited. */
function replaceRange(target: Value[], start: number, stop: number, items: readonly Value[]): void {
  if (items.length < 10_000) {
    target.splice(start, stop - start, ...items);
    return;
  }
  const rest = target.slice(stop);
  target.length = start;
  for (const item of items) target.push(item);
  for (const item of rest) target.push(item);
}

/** `del self[slice]`. */
export function deleteSlice(self: PyList, slice: PySlice): void {
  const { items } = self;
  const { start, stop, step, count } = sliceRange(slice, items.length);
  if (count === 0) return;
  if (step === 1) {
    items.splice(start, stop - start);
    return;
  }
  const stride = Math.abs(step);
  const low = step < 0 ? start + step * (count - 1) : start;
  let to = low;
  for (let from = low, next = low, left = count; from < items.length; from++) {
    if (left > 0 && from === next) {
      next += stride;
      left--;
    } else items[to++] = items[from]!;
  }
  items.length = to;
}
