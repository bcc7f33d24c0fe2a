// The set iterator. CPython: Objects/setobject.c (setiterobject)
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError } from '../../exceptions/errors.ts';
import { dictKeys } from '../dict/table.ts';
import type { PyAnySet } from './set.ts';

export class PySetIterator extends PyObject {
  source: PyAnySet | undefined;
  readonly walk: Iterator<Value>;
  size: number;
  left: number;
  constructor(source: PyAnySet) {
    super();
    this.source = source;
    this.size = source.table.map.size;
    this.left = this.size;
    this.walk = dictKeys(source.table);
  }
  override iternext(): Value | undefined {
    const { source } = this;
    if (source === undefined) return undefined;
    if (source.table.map.size !== this.size) {
      this.size = -1;
      throw runtimeError('Set changed size during iteration');
    }
    const step = this.walk.next();
    if (!step.done) {
      this.left--;
      return step.value;
    }
    this.source = undefined;
    return undefined;
  }
}
export const setIteratorType: PyType = staticType('set_iterator', PySetIterator, { instantiable: false });
