// Cells: a view of a captured JS variable, or a box of its own when made by `types.CellType`. CPython: Objects/cellobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';

export class PyCell extends PyObject {
  readonly get: () => Value | undefined;
  readonly set: (value: Value | undefined) => void;
  constructor(get: () => Value | undefined, set: (value: Value | undefined) => void) {
    super();
    this.get = get;
    this.set = set;
  }
}
export const cellType: PyType = staticType('cell', PyCell);
