// The weak references that point to an object, for `__weakref__` and `weakref.getweakrefs`. They are held weakly themselves.
// CPython: Objects/weakrefobject.c (PyWeakReference.wr_next, get_or_create_weakref)
import type { PyObject } from '../../core/object.ts';
import type { Value } from '../../core/value.ts';

class WeakList {
  /** The one plain reference and the one plain proxy. */
  front: WeakRef<PyObject>[] = [];
  /** The others, newest last. */
  rest: WeakRef<PyObject>[] = [];
  /** When to look for references that are gone: seldom enough that adding one takes no time that grows with the list. */
  sweepAt = 16;
}

const lists = new WeakMap<object, WeakList>();

/** Notes a new reference, held by `holder`. Plain ones, which all share, stay in front; others come before older ones. */
export function addReference(
  target: Value & object,
  reference: PyObject,
  holder: WeakRef<PyObject>,
  isShared: boolean,
  isProxy: boolean,
): void {
  let list = lists.get(target);
  if (list === undefined) lists.set(target, (list = new WeakList()));
  if (isShared) {
    list.front = list.front.filter((held) => held.deref() !== undefined);
    if (isProxy) list.front.push(holder);
    else list.front.unshift(holder);
    if (!isProxy) plain.set(target, reference);
    return;
  }
  list.rest.push(holder);
  if (list.rest.length < list.sweepAt) return;
  list.rest = list.rest.filter((held) => held.deref() !== undefined);
  list.sweepAt = 2 * list.rest.length + 16;
}

/** The plain reference to each object that has one: asked for anew far more often than the list is. */
const plain = new WeakMap<object, PyObject>();

export function plainReference(target: Value & object): PyObject | undefined {
  return plain.get(target);
}

/** The references to an object that are still there, in CPython's order. */
export function referencesOf(target: Value & object): PyObject[] {
  const list = lists.get(target);
  if (list === undefined) return [];
  return [...list.front, ...list.rest.slice().reverse()].flatMap((held) => held.deref() ?? []);
}
