// Iterators over sequences held in JS arrays, and over anything with __getitem__. CPython: Objects/listobject.c, tupleobject.c, iterobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { int } from '../../core/value.ts';
import { isError } from '../../exceptions/errors.ts';

/** What the walks over arrays share. */
export class ArrayIterator extends PyObject {
  declare source: { items: readonly Value[] } | undefined;
  declare index: number;
  constructor(source: { items: readonly Value[] }) {
    super();
    this.source = source;
    this.index = 0;
  }
}

/** Walks a list as it changes: the length is read at every step. */
export class PyListIterator extends ArrayIterator {
  override iternext(): Value | undefined {
    if (this.source === undefined) return undefined;
    const value = this.source.items[this.index];
    if (value === undefined) this.source = undefined;
    else this.index++;
    return value;
  }
}
export const listIteratorType: PyType = staticType('list_iterator', PyListIterator, { instantiable: false });

export class PyTupleIterator extends ArrayIterator {
  override iternext(): Value | undefined {
    if (this.source === undefined) return undefined;
    const value = this.source.items[this.index];
    if (value === undefined) this.source = undefined;
    else this.index++;
    return value;
  }
}
export const tupleIteratorType: PyType = staticType('tuple_iterator', PyTupleIterator, { instantiable: false });

export class PyListReverseIterator extends ArrayIterator {
  rest(): Value[] {
    const items: Value[] = [];
    for (let item = this.iternext(); item !== undefined; item = this.iternext()) items.push(item);
    return items;
  }
  constructor(source: { items: readonly Value[] }) {
    super(source);
    this.index = source.items.length - 1;
  }
  override iternext(): Value | undefined {
    if (this.source === undefined) return undefined;
    const value = this.index < 0 ? undefined : this.source.items[this.index];
    if (value === undefined) this.source = undefined;
    else this.index--;
    return value;
  }
}
export const listReverseIteratorType: PyType = staticType('list_reverseiterator', PyListReverseIterator, {
  instantiable: false,
});

/** The old protocol: `__getitem__` with 0, 1, ... until IndexError. */
export class PySequenceIterator extends PyObject {
  sequence: Value | undefined;
  index: number;
  readonly getitem: Entry;
  constructor(sequence: Value, getitem: Entry) {
    super();
    this.sequence = sequence;
    this.index = 0;
    this.getitem = getitem;
  }
  override iternext(): Value | undefined {
    if (this.sequence === undefined) return undefined;
    try {
      const value = this.getitem(this.sequence, int(this.index));
      this.index++;
      return value;
    } catch (e) {
      if (!isError(e, 'IndexError') && !isError(e, 'StopIteration')) throw e;
      this.sequence = undefined;
      return undefined;
    }
  }
}
export const sequenceIteratorType: PyType = staticType('iterator', PySequenceIterator, { instantiable: false });

/** `iter(callable, sentinel)` and every other native loop that is best said as a closure. */
export class PyCallableIterator extends PyObject {
  step: (() => Value | undefined) | undefined;
  /** What `iter` was given; other native loops have none. */
  source: readonly [callable: Value, sentinel: Value] | undefined;
  constructor(step: () => Value | undefined, source?: readonly [callable: Value, sentinel: Value]) {
    super();
    this.step = step;
    this.source = source;
  }
  override iternext(): Value | undefined {
    if (this.step === undefined) return undefined;
    const value = this.step();
    // The callable may have exhausted this very iterator.
    if (value === undefined || this.step === undefined) return this.end();
    return value;
  }
  private end(): undefined {
    this.step = undefined;
    return undefined;
  }
}
export const callableIteratorType: PyType = staticType('callable_iterator', PyCallableIterator, {
  instantiable: false,
});
