// The layouts of set and frozenset. Members whose hash is the same in every run of CPython (ints, None, tuples of such) are kept in a table laid
// out as CPython's, as programs see its order; once another joins, all are the keys of a dict's table. CPython: Objects/setobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { PyDict } from '../dict/dict.ts';
import type { FixedTable } from './fixed-table.ts';

/** Members that are not all of fixed hash: the keys; the values are not used. */
export class SetTable extends PyDict {}
SetTable.prototype.keyRole = 'a set element';

/** What set and frozenset share; no Python type of its own. */
export class PyAnySet extends PyObject {
  /** Members of fixed hash; undefined for an empty set that has had none, or when `table` is in use. */
  declare fixed: FixedTable | undefined;
  declare table: SetTable | undefined;
  constructor() {
    super();
    this.fixed = undefined;
    this.table = undefined;
  }
}
export class PySet extends PyAnySet {}
export class PyFrozenSet extends PyAnySet {
  /** The hash, once computed. */
  hash: number | bigint | undefined = undefined;
}
export const setType: PyType = staticType('set', PySet, { subclassable: true, hasWeakref: true });
export const frozenSetType: PyType = staticType('frozenset', PyFrozenSet, { subclassable: true, hasWeakref: true });
