// How a new class gets its layout from its bases: best base, and the JS constructor of its instances.
// CPython: Objects/typeobject.c (best_base, type_new_impl)
import type { PyObject, Slots } from '../../core/object.ts';
import { objectType } from '../../core/primitives.ts';
import { isSubtype, type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';

/** The class whose instances' native layout a class has: the nearest one that is not made by a `class` statement or adds slots. */
export function solidBase(type: PyType): PyType {
  let current = type;
  while (current.base !== undefined && (current.flags & TypeFlags.HEAP) !== 0 && !current.slotNames?.length)
    current = current.base;
  return extendsLayout(current) ? current : current.base === undefined ? current : solidBase(current.base);
}

/** Whether a type adds native fields or slots to its base's instances. */
function extendsLayout(type: PyType): boolean {
  if (type.base === undefined) return true;
  if (type.flags & TypeFlags.HEAP) return (type.slotNames?.length ?? 0) > 0;
  return type.slotNames === undefined || type.slotNames.length > 0;
}

/** The base whose layout the new class extends; TypeError when two bases conflict. */
export function bestBase(bases: readonly Value[]): PyType {
  let winner: PyType | undefined;
  let base: PyType | undefined;
  for (const each of bases as readonly PyType[]) {
    if ((each.flags & TypeFlags.BASETYPE) === 0)
      throw typeError(`type '${each.typeName}' is not an acceptable base type`);
    const candidate = solidBase(each);
    if (winner === undefined || base === undefined) {
      winner = candidate;
      base = each;
    } else if (isSubtype(winner, candidate)) {
    } else if (isSubtype(candidate, winner)) {
      winner = candidate;
      base = each;
    } else throw typeError('multiple bases have instance lay-out conflict');
  }
  return base ?? objectType;
}

/** The JS class of a new Python class's instances, and the prototype that it has in the end. */
export interface InstanceLayout {
  readonly Instance: new (...layout: never[]) => PyObject;
  readonly proto: PyObject & Slots;
}

/**
 * Plain objects get a bare constructor function, so that the engine gives each class an initial map of its own with room for its attributes.
 * Its prototype is filled before it becomes one: then that costs no more than with any object, and classes share the shapes on the way.
 */
export function instanceLayout(base: PyType): InstanceLayout {
  const Base = base.Instance as unknown as new (...layout: unknown[]) => PyObject;
  if (isPlainLayout(base)) {
    // biome-ignore lint/complexity/useArrowFunction: it is used with `new`
    const Instance = function () {} as unknown as new () => PyObject;
    return { Instance, proto: { __proto__: base.proto } as unknown as PyObject & Slots };
  }
  const Instance = class extends Base {};
  return { Instance, proto: Instance.prototype as PyObject & Slots };
}

function isPlainLayout(base: PyType): boolean {
  for (let type: PyType | undefined = base; type !== undefined; type = type.base) {
    if ((type.flags & TypeFlags.HEAP) === 0) return type === objectType;
  }
  return true;
}
