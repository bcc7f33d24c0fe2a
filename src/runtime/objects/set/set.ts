// Sets: a dict's table without values, so that both share key equality. CPython: Objects/setobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { PyDict } from '../dict/dict.ts';
import type { SetOrder } from './order.ts';

/** A set's members: the keys; the values are not used. */
export class SetTable extends PyDict {}
SetTable.prototype.keyRole = 'a set element';

/** What set and frozenset share; no Python type of its own. */
export class PyAnySet extends PyObject {
  declare table: PyDict;
  /** The members' order as CPython has it: undefined until it matters, null when members have hashes that vary. */
  declare order: SetOrder | null | undefined;
  constructor(table: PyDict = new SetTable()) {
    super();
    this.table = table;
    this.order = undefined;
  }
}
export class PySet extends PyAnySet {}
export class PyFrozenSet extends PyAnySet {
  /** The hash, once computed. */
  hash: number | bigint | undefined = undefined;
}
export const setType: PyType = staticType('set', PySet, { subclassable: true, hasWeakref: true });
export const frozenSetType: PyType = staticType('frozenset', PyFrozenSet, { subclassable: true, hasWeakref: true });
