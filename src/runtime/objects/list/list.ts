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

const SHORT = 16;

/**
 * Called when a number has taken the place of a float object. The engine keeps an array that held an object as one of objects, whose
 * numbers are boxes; lists of both kinds in one loop cost it a box at each read. So a short list that holds numbers only gets a new array.
 */
export function unboxItems(list: PyList): void {
  const { items } = list;
  if (items.length > SHORT) return;
  const numbers: Value[] = [];
  for (const item of items) {
    if (typeof item !== 'number') return;
    numbers.push(item);
  }
  list.items = numbers;
}

export const listType: PyType = staticType('list', PyList, { subclassable: true, flags: TypeFlags.SEQUENCE });
PyList.prototype.sq = 2;
