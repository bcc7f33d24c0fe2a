// `C.__bases__ = bases` and the question it shares with `obj.__class__ = C`: are two classes' instances laid out alike?
// CPython: Objects/typeobject.c (type_set_bases, compatible_for_assignment)
import { boolType, floatType, intType, objectType, strType, typeOf } from '../../core/primitives.ts';
import { isSubtype, isType, type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { bytesType } from '../bytes/bytes.ts';
import { complexType } from '../complex/complex.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { bestBase } from './layout.ts';
import { type MroChange, removeSubclass, resolveHierarchy, undoMro } from './mro.ts';
import { republish } from './publish-class.ts';

/** Moves a class below other bases; what it inherits follows, for it and all classes below it. */
export function setTypeBases(type: PyType, value: Value): void {
  const bases = checkBases(type, value);
  const base = bestBase(bases);
  checkCompatible(type.base!, base, '__bases__');
  const before = { bases: type.bases, base: type.base };
  const done: MroChange[] = [];
  type.bases = bases;
  type.base = base;
  try {
    resolveHierarchy(type, done);
  } catch (e) {
    undoMro(done);
    if (type.bases === bases) Object.assign(type, before);
    throw e;
  }
  // A metaclass's mro() may have assigned the bases again.
  if (type.bases !== bases) return;
  for (const old of before.bases) removeSubclass(old, type);
  for (const each of bases) each.subclasses.add(new WeakRef(type));
  republish(type);
}

function checkBases(type: PyType, value: Value): PyType[] {
  if (!(value instanceof PyTuple)) {
    throw typeError(`can only assign tuple to ${type.typeName}.__bases__, not ${typeOf(value).typeName}`);
  }
  if (value.items.length === 0) {
    throw typeError(`can only assign non-empty tuple to ${type.typeName}.__bases__, not ()`);
  }
  for (const base of value.items) {
    if (!isType(base)) {
      throw typeError(`${type.typeName}.__bases__ must be tuple of classes, not '${typeOf(base).typeName}'`);
    }
    if (isSubtype(base, type) || inheritsLayout(base, type)) {
      throw typeError('a __bases__ item causes an inheritance cycle');
    }
  }
  return [...value.items] as PyType[];
}

/** CPython: type_is_subtype_base_chain */
function inheritsLayout(type: PyType, ancestor: PyType): boolean {
  for (let each: PyType | undefined = type; each !== undefined; each = each.base) if (each === ancestor) return true;
  return false;
}

/** TypeError unless objects of the one type may become objects of the other. */
export function checkCompatible(from: PyType, to: PyType, attribute: string): void {
  const differs = (what: string) =>
    typeError(`${attribute} assignment: '${to.typeName}' ${what} differs from '${from.typeName}'`);
  if (isCollected(from) !== isCollected(to)) throw differs('deallocator');
  if (attribute === '__class__' && from.hasDict !== to.hasDict) throw differs('object layout');
  const a = layoutOwner(from);
  const b = layoutOwner(to);
  if (a !== b && !(a.base === b.base && addsAlike(a, b))) throw differs('object layout');
}

/** The nearest class that adds something to its base's instances. CPython: compatible_with_tp_base */
function layoutOwner(type: PyType): PyType {
  let each = type;
  while (each.base !== undefined && !addsSomething(each, each.base)) each = each.base;
  return each;
}

/** A native type without fields of its own says so by an empty list of slots. */
function addsSomething(type: PyType, base: PyType): boolean {
  if (!(type.flags & TypeFlags.HEAP) && type.slotNames === undefined) return true;
  return (type.slotNames?.length ?? 0) > 0 || type.hasDict !== base.hasDict || type.hasWeakref !== base.hasWeakref;
}

/** CPython: same_slots_added */
function addsAlike(a: PyType, b: PyType): boolean {
  if (!(a.flags & b.flags & TypeFlags.HEAP)) return false;
  return (
    (a.slotNames ?? []).join() === (b.slotNames ?? []).join() &&
    a.hasDict === b.hasDict &&
    a.hasWeakref === b.hasWeakref
  );
}

const UNCOLLECTED: ReadonlySet<PyType> = new Set([
  objectType,
  intType,
  boolType,
  floatType,
  strType,
  bytesType,
  complexType,
]);

/** Whether CPython's collector tracks instances: it decides which deallocator they have. */
function isCollected(type: PyType): boolean {
  if (!(type.flags & TypeFlags.HEAP)) return !UNCOLLECTED.has(type);
  return (type.slotNames?.length ?? 0) > 0 || type.hasDict !== type.base!.hasDict || isCollected(type.base!);
}
