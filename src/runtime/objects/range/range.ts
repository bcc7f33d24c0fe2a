// The layouts of range and its iterator. Bounds beyond the safe integers live in the bigint fields. CPython: Objects/rangeobject.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import type { PyNumber, Value } from '../../core/value.ts';

export class PyRange extends PyObject {
  readonly start: number | bigint;
  readonly stop: number | bigint;
  readonly step: number | bigint;
  /** How many items; a bigint when there are more than safe integers count. */
  readonly length: number | bigint;
  constructor(start: number | bigint, stop: number | bigint, step: number | bigint, length: number | bigint) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = length;
  }
}
export const rangeType: PyType = staticType('range', PyRange, { flags: TypeFlags.SEQUENCE });

/** Steps through safe integers. */
export class PyRangeIterator extends PyObject {
  declare next: number;
  declare readonly step: number;
  declare remaining: number;
  constructor(start: number, step: number, remaining: number) {
    super();
    this.next = start;
    this.step = step;
    this.remaining = remaining;
  }
  override iternext(): Value | undefined {
    if (this.remaining <= 0) return undefined;
    this.remaining--;
    const value = this.next;
    this.next = value + this.step;
    return value as PyNumber;
  }
}
export const rangeIteratorType: PyType = staticType('range_iterator', PyRangeIterator, { instantiable: false });
