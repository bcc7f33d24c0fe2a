// The list's layout. CPython: Include/cpython/listobject.h
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';

export class PyList extends PyObject {
  declare items: Value[];
  constructor(items: Value[] = []) {
    super();
    this.items = items;
    this.serial = 0;
  }
}

export const listType: PyType = staticType('list', PyList, { subclassable: true, flags: TypeFlags.SEQUENCE });
PyList.prototype.sq = 2;
