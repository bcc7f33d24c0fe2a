// The weak references that point to an object, for `__weakref__` and `weakref.getweakrefs`. They are held weakly themselves.
// CPython: Objects/weakrefobject.c (PyWeakReference.wr_next, get_or_create_weakref)
import type { PyObject } from '../../core/object.ts';
import type { Value } from '../../core/value.ts';

const lists = new WeakMap<object, WeakRef<PyObject>[]>();

/** Notes a new reference. The one plain reference and the one plain proxy, which all share, stay in front; others go after them, newest first. */
export function addReference(target: Value & object, reference: PyObject, isShared: boolean, isProxy: boolean): void {
  const list = lists.get(target)?.filter((held) => held.deref() !== undefined) ?? [];
  const holder = new WeakRef(reference);
  if (isShared && !isProxy) list.unshift(holder);
  else list.splice(frontOf(list), 0, holder);
  lists.set(target, list);
  if (isShared) front.add(reference);
  if (isShared && !isProxy) plain.set(target, reference);
}

/** The plain reference to each object that has one: asked for anew far more often than the list is. */
const plain = new WeakMap<object, PyObject>();

export function plainReference(target: Value & object): PyObject | undefined {
  return plain.get(target);
}

const front = new WeakSet<PyObject>();

function frontOf(list: readonly WeakRef<PyObject>[]): number {
  let at = 0;
  while (at < list.length && front.has(list[at]!.deref()!)) at++;
  return at;
}

/** The references to an object that are still there, in CPython's order. */
export function referencesOf(target: Value & object): PyObject[] {
  return (lists.get(target) ?? []).flatMap((held) => held.deref() ?? []);
}
