// The iterators of ranges: over safe integers, and over ints of any size. CPython: Objects/rangeobject.c (_PyRangeIterObject, longrangeiterobject)
import { None, PyObject } from '../../core/object.ts';
import { staticType, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, intFromBigInt, type Value } from '../../core/value.ts';
import { overflowError, typeError } from '../../exceptions/errors.ts';
import { method } from '../../native/define.ts';
import type { IntValue } from '../../numeric/integers.ts';
import { asIndex } from '../../protocols/item.ts';
import { intOf, intValue } from '../int/int.ts';
import { builtin, installIterator } from '../list/iterator-methods.ts';
import { tuple } from '../tuple/tuple.ts';
import { makeRange } from './make.ts';
import { type PyRangeIterator, rangeIteratorType } from './range.ts';

export class PyLongRangeIterator extends PyObject {
  next: bigint;
  readonly step: bigint;
  remaining: bigint;
  constructor(start: IntValue, step: IntValue, remaining: IntValue) {
    super();
    this.next = BigInt(start);
    this.step = BigInt(step);
    this.remaining = BigInt(remaining);
  }
  override iternext(): Value | undefined {
    if (this.remaining <= 0n) return undefined;
    this.remaining--;
    const value = this.next;
    this.next += this.step;
    return intFromBigInt(value);
  }
}
const longRangeIteratorType: PyType = staticType('longrange_iterator', PyLongRangeIterator, { instantiable: false });

/** CPython: rangeiter_reduce, longrangeiter_reduce: a range of what is left */
function reduce(next: bigint, step: bigint, remaining: bigint): Value {
  const [start, stop, by] = [next, next + step * remaining, step].map((n) => intValue(intFromBigInt(n))!);
  return tuple([builtin('iter'), tuple([makeRange(start!, stop!, by!)]), None]);
}

/** CPython: rangeiter_setstate */
function setState(self: PyRangeIterator, state: Value): Value {
  const n = asIndex(state);
  if (n >= LONG_LIMIT || n < -LONG_LIMIT) throw overflowError('Python int too large to convert to C long');
  const skip = Math.min(Math.max(Number(n), 0), self.remaining);
  self.next += skip * self.step;
  self.remaining -= skip;
  return None;
}

const LONG_LIMIT = 1n << 63n;

/** CPython: longrangeiter_setstate */
function longSetState(self: PyLongRangeIterator, state: Value): Value {
  const n = intValue(state);
  if (n === undefined) throw typeError(`state must be an int, not ${typeOf(state).typeName}`);
  let skip = BigInt(n);
  if (skip < 0n) skip = 0n;
  if (skip > self.remaining) skip = self.remaining;
  self.next += skip * self.step;
  self.remaining -= skip;
  return None;
}

export function installRangeIterators(): void {
  installIterator(rangeIteratorType, {
    __length_hint__: method('($self, /)', (self: PyRangeIterator) => int(Math.max(0, self.remaining))),
    __reduce__: method('($self, /)', (self: PyRangeIterator) =>
      reduce(BigInt(self.next), BigInt(self.step), BigInt(Math.max(0, self.remaining))),
    ),
    __setstate__: method('($self, object, /)', setState),
  });
  installIterator(longRangeIteratorType, {
    __length_hint__: method('($self, /)', (self: PyLongRangeIterator) =>
      intOf(intValue(intFromBigInt(self.remaining))!),
    ),
    __reduce__: method('($self, /)', (self: PyLongRangeIterator) => reduce(self.next, self.step, self.remaining)),
    __setstate__: method('($self, object, /)', longSetState),
  });
}
