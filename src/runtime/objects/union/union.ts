// Unions of types: `int | str`. CPython: Objects/unionobject.c
import { None, NotImplemented, PyObject } from '../../core/object.ts';
import { noneType, staticType, typeOf } from '../../core/primitives.ts';
import { isType, type PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { sameOrEqual } from '../../protocols/compare.ts';
import { PyGenericAlias } from '../generic-alias/generic-alias.ts';
import { type PyTuple, tuple } from '../tuple/tuple.ts';

export class PyUnion extends PyObject {
  readonly args: PyTuple;
  constructor(args: PyTuple) {
    super();
    this.args = args;
  }
}
export const unionType: PyType = staticType('Union', PyUnion, { module: 'typing', hasWeakref: true });

/** Whether a value may stand beside `|`. CPython: is_unionable */
function isUnionable(v: Value): boolean {
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
  for (const member of members) {
    const parts = member instanceof PyUnion ? member.args.items : [member === None ? noneType : member];
    for (const part of parts) if (!flat.some((f) => sameMember(f, part))) flat.push(part);
  }
  return flat.length === 1 ? flat[0]! : new PyUnion(tuple(flat));
}

function sameMember(a: Value, b: Value): boolean {
  if (a === b) return true;
  return !isType(a) && !isType(b) && sameOrEqual(a, b);
}
