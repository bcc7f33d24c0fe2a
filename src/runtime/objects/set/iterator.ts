// The set iterator. CPython: Objects/setobject.c (setiterobject)
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError } from '../../exceptions/errors.ts';
import type { KeyForm } from '../dict/dict.ts';
import { keyOf } from '../dict/table.ts';
import type { PyAnySet } from './set.ts';
import { orderOf } from './table.ts';

export class PySetIterator extends PyObject {
  declare source: PyAnySet | undefined;
  /** The walk over members whose order varies in CPython; the others are found by place. */
  declare readonly walk: Iterator<KeyForm> | undefined;
  declare place: number;
  declare size: number;
  declare left: number;
  constructor(source: PyAnySet) {
    super();
    this.source = source;
    this.size = source.table.map.size;
    this.left = this.size;
    this.place = 0;
    this.walk = orderOf(source) === null ? source.table.map.keys() : undefined;
  }

  override iternext(): Value | undefined {
    const { source } = this;
    if (source === undefined) return undefined;
    if (source.table.map.size !== this.size) {
      this.size = -1;
      throw runtimeError('Set changed size during iteration');
    }
    const form = this.walk === undefined ? this.next(source) : this.walk.next().value;
    if (form === undefined) {
      this.source = undefined;
      return undefined;
    }
    this.left--;
    return typeof form === 'number' && source.table.aliases === undefined
      ? (form as Value)
      : keyOf(source.table, form as KeyForm);
  }

  private next(source: PyAnySet): KeyForm | undefined {
    const order = orderOf(source);
    const at = order === null ? -1 : order.seek(this.place);
    if (at < 0) return undefined;
    this.place = at + 1;
    return order!.formAt(at);
  }
}
export const setIteratorType: PyType = staticType('set_iterator', PySetIterator, { instantiable: false });
