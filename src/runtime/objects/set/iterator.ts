// The set iterator. CPython: Objects/setobject.c (setiterobject)
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError } from '../../exceptions/errors.ts';
import type { PyAnySet } from './set.ts';
import { setItems, setSize } from './table.ts';

export class PySetIterator extends PyObject {
  declare source: PyAnySet | undefined;
  /** The slot, or place in the dict's table, to look at next. */
  declare place: number;
  declare size: number;
  declare left: number;
  constructor(source: PyAnySet) {
    super();
    this.source = source;
    this.size = setSize(source);
    this.left = this.size;
    this.place = source.fixed === undefined ? 1 : 0;
  }

  override iternext(): Value | undefined {
    const { source } = this;
    if (source === undefined) return undefined;
    const { fixed, table } = source;
    if ((fixed !== undefined ? fixed.used : setSize(source)) !== this.size) {
      this.size = -1;
      throw runtimeError('Set changed size during iteration');
    }
    const item =
      fixed !== undefined ? this.nextFixed(fixed) : table === undefined ? undefined : this.nextOf(table.entries);
    if (item === undefined) this.source = undefined;
    else this.left--;
    return item;
  }

  /** All that is left of a walk that has not begun. */
  rest(): Value[] {
    const { source } = this;
    if (source !== undefined && this.left === this.size && setSize(source) === this.size) {
      this.source = undefined;
      this.left = 0;
      return setItems(source);
    }
    const items: Value[] = [];
    for (let item = this.iternext(); item !== undefined; item = this.iternext()) items.push(item);
    return items;
  }

  private nextFixed(fixed: NonNullable<PyAnySet['fixed']>): Value | undefined {
    const at = fixed.seek(this.place);
    if (at < 0) return undefined;
    this.place = at + 1;
    return fixed.slots[at] as Value;
  }

  private nextOf(entries: readonly (Value | undefined)[]): Value | undefined {
    while (this.place < entries.length) {
      const item = entries[this.place];
      this.place += 2;
      if (item !== undefined) return item;
    }
    return undefined;
  }
}
export const setIteratorType: PyType = staticType('set_iterator', PySetIterator, { instantiable: false });
