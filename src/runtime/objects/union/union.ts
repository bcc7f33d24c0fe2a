// Unions of types: `int | str`. CPython: Objects/unionobject.c
import { None, NotImplemented, PyObject } from '../../core/object.ts';
import { noneType, staticType, typeOf, typeType } from '../../core/primitives.ts';
import { isType, type PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError } from '../../exceptions/errors.ts';
import { sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { PyGenericAlias } from '../generic-alias/generic-alias.ts';
import { type PyTuple, tuple } from '../tuple/tuple.ts';

export class PyUnion extends PyObject {
  readonly args: PyTuple;
  /** Members that had no hash when the union was made. */
  readonly unhashable: readonly Value[];
  constructor(args: PyTuple, unhashable: readonly Value[] = []) {
    super();
    this.args = args;
    this.unhashable = unhashable;
  }
}
export const unionType: PyType = staticType('Union', PyUnion, {
  module: 'typing',
  hasWeakref: true,
  instantiable: false,
});

/** Whether a value may stand beside `|`. CPython: is_unionable */
export function isUnionable(v: Value): boolean {
  return (
    v === None ||
    isType(v) ||
    v instanceof PyGenericAlias ||
    v instanceof PyUnion ||
    typeOf(v).typeName === 'TypeAliasType'
  );
}

/** `a | b`. CPython: _Py_union_type_or */
export function unionOf(a: Value, b: Value): Value {
  return isUnionable(a) && isUnionable(b) ? makeUnion([a, b]) : NotImplemented;
}

/** Flattened, without repeats; a single member is itself. CPython: _Py_union_from_tuple */
export function makeUnion(members: readonly Value[]): Value {
  const flat: Value[] = [];
  const unhashable: Value[] = [];
  for (const member of members) {
    const parts = member instanceof PyUnion ? member.args.items : [member === None ? noneType : member];
    for (const part of parts) {
      if (isHashable(part)) {
        if (!flat.some((f) => !unhashable.includes(f) && sameMember(f, part))) flat.push(part);
      } else if (!unhashable.some((f) => sameOrEqual(f, part))) {
        flat.push(part);
        unhashable.push(part);
      }
    }
  }
  return flat.length === 1 ? flat[0]! : new PyUnion(tuple(flat), unhashable);
}

/** As members of a set are: by hash, then by equality. */
function sameMember(a: Value, b: Value): boolean {
  if (a === b) return true;
  return !(isPlainType(a) && isPlainType(b)) && hash(a) === hash(b) && sameOrEqual(a, b);
}

function isPlainType(v: Value): boolean {
  return isType(v) && v.cls === typeType;
}

function isHashable(v: Value): boolean {
  if (isPlainType(v)) return true;
  try {
    hash(v);
    return true;
  } catch (e) {
    if (!isError(e, 'TypeError')) throw e;
    return false;
  }
}
