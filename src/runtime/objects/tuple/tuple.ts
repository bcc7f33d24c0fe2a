// The tuple's layout. CPython: Include/cpython/tupleobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';

export class PyTuple extends PyObject {
  declare readonly items: readonly Value[];
  /** The halves of the hash once it was asked for; both 0 before. CPython: ob_hash */
  hashLow: number;
  hashHigh: number;
  constructor(items: readonly Value[] = []) {
    super();
    this.items = items;
    this.hashLow = 0;
    this.hashHigh = 0;
    this.serial = 0;
  }
}

export const tupleType: PyType = staticType('tuple', PyTuple, { subclassable: true, flags: TypeFlags.SEQUENCE });
PyTuple.prototype.sq = 1;

export const emptyTuple: PyTuple = new PyTuple([]);

/** A tuple of the given items; the array is kept, not copied. */
export function tuple(items: readonly Value[]): PyTuple {
  return items.length === 0 ? emptyTuple : new PyTuple(items);
}
