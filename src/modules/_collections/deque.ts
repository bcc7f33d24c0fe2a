// The layout of deque: a ring buffer, so that both ends cost the same. CPython: Modules/_collectionsmodule.c (dequeobject)
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { runtimeError } from '../../runtime/exceptions/errors.ts';

const FIRST_CAPACITY = 8;

export class PyDeque extends PyObject {
  /** A power of two of places; those in use start at `head` and wrap around. */
  ring: (Value | undefined)[];
  head: number;
  size: number;
  maxlen: number | undefined;
  /** Counts structural changes, so that iterators notice them. */
  version: number;
  constructor() {
    super();
    this.ring = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    this.head = 0;
    this.size = 0;
    this.maxlen = undefined;
    this.version = 0;
  }

  at(index: number): Value {
    return this.ring[(this.head + index) & (this.ring.length - 1)]!;
  }

  put(index: number, value: Value): void {
    this.ring[(this.head + index) & (this.ring.length - 1)] = value;
  }

  /** The oldest item goes when there is no room. */
  push(value: Value): void {
    this.version++;
    if (this.maxlen !== undefined && this.size >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.shift();
    }
    if (this.size === this.ring.length) this.grow();
    this.ring[(this.head + this.size) & (this.ring.length - 1)] = value;
    this.size++;
  }

  unshift(value: Value): void {
    this.version++;
    if (this.maxlen !== undefined && this.size >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.pop();
    }
    if (this.size === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = value;
    this.size++;
  }

  pop(): Value | undefined {
    if (this.size === 0) return undefined;
    this.version++;
    this.size--;
    const place = (this.head + this.size) & (this.ring.length - 1);
    const value = this.ring[place];
    this.ring[place] = undefined;
    return value;
  }

  shift(): Value | undefined {
    if (this.size === 0) return undefined;
    this.version++;
    const value = this.ring[this.head];
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.size--;
    return value;
  }

  /** Twice as many places, one by one: the engine makes an array slow whose length is set. */
  grow(): void {
    const { length } = this.ring;
    if (this.head !== 0) this.ring = this.toArray() as (Value | undefined)[];
    const { ring } = this;
    while (ring.length < length * 2) ring.push(undefined);
    this.head = 0;
  }

  /** The items in order, in a new array. */
  toArray(): Value[] {
    const items = new Array<Value>(this.size);
    for (let i = 0; i < this.size; i++) items[i] = this.at(i);
    return items;
  }

  /** Takes other items in place of its own; no more than fit are given. */
  replace(items: readonly Value[]): void {
    this.version++;
    let capacity = FIRST_CAPACITY;
    while (capacity < items.length) capacity *= 2;
    this.ring = new Array<Value | undefined>(capacity).fill(undefined);
    for (let i = 0; i < items.length; i++) this.ring[i] = items[i];
    this.head = 0;
    this.size = items.length;
  }
}

export const dequeType: PyType = staticType('deque', PyDeque, {
  module: 'collections',
  subclassable: true,
  hasWeakref: true,
});

export class PyDequeIterator extends PyObject {
  readonly deque: PyDeque;
  readonly reversed: boolean;
  readonly version: number;
  index: number;
  constructor(deque: PyDeque, reversed: boolean) {
    super();
    this.deque = deque;
    this.reversed = reversed;
    this.version = deque.version;
    this.index = 0;
  }
  override iternext(): Value | undefined {
    const { deque, index } = this;
    if (deque.version !== this.version && index < deque.size + 1) {
      this.index = Number.POSITIVE_INFINITY;
      throw runtimeError('deque mutated during iteration');
    }
    if (index >= deque.size) return undefined;
    this.index++;
    return deque.at(this.reversed ? deque.size - 1 - index : index);
  }
}
export class PyReverseDequeIterator extends PyDequeIterator {}
export const dequeIteratorType: PyType = staticType('_deque_iterator', PyDequeIterator, { module: 'collections' });
export const reverseDequeIteratorType: PyType = staticType('_deque_reverse_iterator', PyReverseDequeIterator, {
  module: 'collections',
});
