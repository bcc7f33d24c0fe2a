// Heaps on lists: min-heaps and, with the order turned round, max-heaps. CPython: Modules/_heapqmodule.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { indexError, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn, type Implementation } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { lessThan } from '../../runtime/protocols/compare.ts';
import { DOCS } from './generated/docs.ts';

/** Whether `a` belongs above `b`. */
type Order = (a: Value, b: Value) => boolean;

const greater: Order = (a, b) => lessThan(b, a);

/** Comparisons are Python calls, which may change the list under us. */
function sameSize(items: readonly Value[], size: number): void {
  if (items.length !== size) throw runtimeError('list changed size during iteration');
}

/** Moves the item at `at` up towards `start`. CPython: siftdown */
function siftUpFrom(items: Value[], start: number, at: number, above: Order): void {
  const size = items.length;
  const item = items[at]!;
  while (at > start) {
    const parent = (at - 1) >> 1;
    const goes = above(item, items[parent]!);
    sameSize(items, size);
    if (!goes) return;
    // The comparison may have replaced items: swap what is there now.
    [items[at], items[parent]] = [items[parent]!, items[at]!];
    at = parent;
  }
}

/** Moves the item at `at` down to a leaf, then up to its place: fewer comparisons than stopping early. CPython: siftup */
function siftDownFrom(items: Value[], at: number, above: Order): void {
  const end = items.length;
  const start = at;
  const limit = end >> 1;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < end) {
      const left = above(items[child]!, items[child + 1]!);
      sameSize(items, end);
      if (!left) child++;
    }
    [items[at], items[child]] = [items[child]!, items[at]!];
    at = child;
  }
  siftUpFrom(items, start, at, above);
}

function heapItems(heap: Value, name: string, position: string): Value[] {
  if (heap instanceof PyList) return heap.items;
  throw typeError(`${name}() argument${position} must be list, not ${typeOf(heap).typeName}`);
}

function heappush(name: string, above: Order): Implementation {
  return (heap: Value, item: Value) => {
    const items = heapItems(heap, name, ' 1');
    items.push(item);
    siftUpFrom(items, 0, items.length - 1, above);
    return None;
  };
}

function heappop(name: string, above: Order): Implementation {
  return (heap: Value) => {
    const items = heapItems(heap, name, '');
    if (items.length === 0) throw indexError('index out of range');
    const last = items.pop()!;
    if (items.length === 0) return last;
    const top = items[0]!;
    items[0] = last;
    siftDownFrom(items, 0, above);
    return top;
  };
}

function heapreplace(name: string, above: Order): Implementation {
  return (heap: Value, item: Value) => {
    const items = heapItems(heap, name, ' 1');
    if (items.length === 0) throw indexError('index out of range');
    const top = items[0]!;
    items[0] = item;
    siftDownFrom(items, 0, above);
    return top;
  };
}

function heappushpop(name: string, above: Order): Implementation {
  return (heap: Value, item: Value) => {
    const items = heapItems(heap, name, ' 1');
    if (items.length === 0) return item;
    const top = items[0]!;
    if (!above(top, item)) return item;
    if (items.length === 0) throw indexError('index out of range');
    const popped = items[0]!;
    items[0] = item;
    siftDownFrom(items, 0, above);
    return popped;
  };
}

function heapify(name: string, above: Order): Implementation {
  return (heap: Value) => {
    const items = heapItems(heap, name, '');
    for (let at = (items.length >> 1) - 1; at >= 0; at--) siftDownFrom(items, at, above);
    return None;
  };
}

const PAIR = '($module, heap, item, /)';
const ONE = '($module, heap, /)';

export const heapqModule: NativeModule = {
  name: '_heapq',
  doc: DOCS[''],
  functions: {
    heappush: fn(PAIR, heappush('heappush', lessThan), DOCS['heappush']),
    heappushpop: fn(PAIR, heappushpop('heappushpop', lessThan), DOCS['heappushpop']),
    heappop: fn(ONE, heappop('heappop', lessThan), DOCS['heappop'], 'o'),
    heapreplace: fn(PAIR, heapreplace('heapreplace', lessThan), DOCS['heapreplace']),
    heapify: fn(ONE, heapify('heapify', lessThan), DOCS['heapify'], 'o'),
    heappush_max: fn(PAIR, heappush('heappush_max', greater), DOCS['heappush_max']),
    heappushpop_max: fn(PAIR, heappushpop('heappushpop_max', greater), DOCS['heappushpop_max']),
    heappop_max: fn(ONE, heappop('heappop_max', greater), DOCS['heappop_max'], 'o'),
    heapreplace_max: fn(PAIR, heapreplace('heapreplace_max', greater), DOCS['heapreplace_max']),
    heapify_max: fn(ONE, heapify('heapify_max', greater), DOCS['heapify_max'], 'o'),
  },
  values: () => ({ __about__: DOCS['__about__'] ?? '' }),
};
