// Method resolution order: C3, a metaclass's own `mro()`, and what follows from a change of bases further up.
// CPython: Objects/typeobject.c (mro_implementation, mro_invoke, mro_internal, mro_hierarchy)
import { typeOf, typeType } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType, typeLookup } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { type Raised, typeError } from '../../exceptions/errors.ts';
import { call } from '../../protocols/call.ts';
import { spread } from '../../protocols/iterate.ts';
import { bindDescriptor } from '../../protocols/publish.ts';
import { type PyTuple, tuple, tupleType } from '../tuple/tuple.ts';
import { solidBase } from './layout.ts';

/** C3 linearisation; TypeError when the bases cannot be ordered. */
export function linearise(type: PyType, bases: readonly PyType[]): PyType[] {
  for (const base of bases) {
    if (base.mro.length === 0) throw typeError(`Cannot extend an incomplete type '${base.typeName}'`);
  }
  if (bases.length === 1) return [type, ...bases[0]!.mro];
  const double = bases.find((base, i) => bases.includes(base, i + 1));
  if (double !== undefined) throw typeError(`duplicate base class ${double.typeName}`);
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const result = [type];
  while (sequences.some((s) => s.length > 0)) {
    const next = goodHead(sequences);
    if (next === undefined) throw inconsistent(sequences);
    result.push(next);
    for (const s of sequences) if (s[0] === next) s.shift();
  }
  return result;
}

function goodHead(sequences: PyType[][]): PyType | undefined {
  for (const s of sequences) {
    const head = s[0];
    if (head !== undefined && !sequences.some((other) => other.indexOf(head) > 0)) return head;
  }
  return undefined;
}

function inconsistent(sequences: PyType[][]): Raised {
  const names = [...new Set(sequences.filter((s) => s.length > 0).map((s) => s[0]!))].map((t) => t.typeName);
  return typeError(`Cannot create a consistent method resolution order (MRO) for bases ${names.join(', ')}`);
}

/** Gives a class its order; false when the metaclass's `mro()` has meanwhile led to another. */
export function resolveMro(type: PyType): boolean {
  const before = type.mro;
  const mro = invokeMro(type);
  if (type.mro !== before) return false;
  type.mro = mro;
  type.cache.clear();
  return true;
}

function invokeMro(type: PyType): PyType[] {
  const metatype = type.cls;
  const custom = typeLookup(metatype, 'mro');
  if (custom === undefined || custom === typeLookup(typeType, 'mro')) return linearise(type, type.bases);
  const mro = spread(call(bindDescriptor(custom, type, metatype)));
  if (mro.length === 0) throw typeError('type MRO must not be empty');
  const solid = solidBase(type);
  for (const each of mro) {
    if (!isType(each)) throw typeError(`mro() returned a non-class ('${typeOf(each).typeName}')`);
    if (!isSubtype(solid, solidBase(each))) {
      throw typeError(`mro() returned base with unsuitable layout ('${each.typeName}')`);
    }
    if (each !== type && !type.bases.some((base) => isSubtype(base, each))) addDependent(each, type);
  }
  return mro as PyType[];
}

function addDependent(ancestor: PyType, type: PyType): void {
  if (ancestor.dependents === undefined) ancestor.dependents = new Set();
  ancestor.dependents.add(new WeakRef(type));
}

/** An order that was replaced, to be put back if a later class of the hierarchy cannot be ordered. */
export interface MroChange {
  readonly type: PyType;
  readonly before: PyType[];
  readonly after: PyType[];
}

/** New orders for a class and all below it; `done` gets what changed, in order. */
export function resolveHierarchy(type: PyType, done: MroChange[]): void {
  const before = type.mro;
  if (!resolveMro(type)) return;
  done.push({ type, before, after: type.mro });
  for (const subclass of liveSubclasses(type)) resolveHierarchy(subclass, done);
}

export function undoMro(done: readonly MroChange[]): void {
  for (const { type, before, after } of done) {
    if (type.mro !== after) continue;
    type.mro = before;
    type.cache.clear();
  }
}

const tuples = new WeakMap<readonly Value[], PyTuple>();

/** The tuple of a class's bases or order: the same one each time it is asked for. */
export function tupleOf(types: readonly PyType[]): PyTuple {
  let known = tuples.get(types);
  if (known === undefined) tuples.set(types, (known = tuple(types)));
  return known;
}

/** Bases given as a tuple of a class of its own stay that tuple. */
export function keepTuple(given: PyTuple): void {
  if (given.cls !== tupleType) tuples.set(given.items, given);
}

/** CPython: type___subclasses___impl */
export function liveSubclasses(type: PyType): PyType[] {
  const list: PyType[] = [];
  for (const reference of type.subclasses) {
    const subclass = reference.deref();
    if (subclass !== undefined) list.push(subclass);
  }
  return list;
}

/** CPython: remove_subclass */
export function removeSubclass(base: PyType, type: PyType): void {
  for (const reference of base.subclasses) if (reference.deref() === type) base.subclasses.delete(reference);
}
