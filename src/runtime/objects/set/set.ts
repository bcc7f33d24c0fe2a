// Sets: a dict's table without values, so that both share key equality. CPython: Objects/setobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { PyDict } from '../dict/dict.ts';

export class PySet extends PyObject {
  /** Members are the keys; the values are not used. */
  table: PyDict;
  constructor(table: PyDict = new PyDict()) {
    super();
    this.table = table;
  }
}
export class PyFrozenSet extends PySet {
  /** The hash, once computed. */
  hash: number | bigint | undefined = undefined;
}
export const setType: PyType = staticType('set', PySet, { subclassable: true, hasWeakref: true });
export const frozenSetType: PyType = staticType('frozenset', PyFrozenSet, { subclassable: true, hasWeakref: true });
