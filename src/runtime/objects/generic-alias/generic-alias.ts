// types.GenericAlias: `list[int]`. CPython: Objects/genericaliasobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';

export class PyGenericAlias extends PyObject {
  readonly origin: Value;
  readonly args: PyTuple;
  /** `*list[int]`: unpacked once. */
  readonly starred: boolean;
  parameters: PyTuple | undefined;
  constructor(origin: Value, args: PyTuple, starred = false) {
    super();
    this.origin = origin;
    this.args = args;
    this.starred = starred;
    this.parameters = undefined;
  }
}
export const genericAliasType: PyType = staticType('GenericAlias', PyGenericAlias, {
  module: 'types',
  subclassable: true,
  hasWeakref: true,
});

export function genericAlias(origin: Value, item: Value): PyGenericAlias {
  return new PyGenericAlias(origin, item instanceof PyTuple ? item : tuple([item]));
}
