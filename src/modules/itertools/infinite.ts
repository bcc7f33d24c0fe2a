// count, cycle, repeat. CPython: Modules/itertoolsmodule.c
import { slotsOf, typeOf } from '../../runtime/core/primitives.ts';
import { bareName, type PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { sizeArgument } from '../../runtime/protocols/item.ts';
import { type Iterator_, iter } from '../../runtime/protocols/iterate.ts';
import { add } from '../../runtime/protocols/number.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { Iter, installIter, iteratorType, make, method, slot } from './layout.ts';

class PyCount extends Iter {
  current: Value;
  readonly step: Value;
  constructor(current: Value, step: Value) {
    super();
    this.current = current;
    this.step = step;
  }
  override iternext(): Value {
    const value = this.current;
    if (typeof value === 'number' && this.step === (1 as Value) && value < 2 ** 52 && Number.isInteger(value)) {
      this.current = int(value + 1);
    } else this.current = add(value, this.step);
    return value;
  }
}
export const countType: PyType = iteratorType('count', PyCount);

function isNumber(v: Value): boolean {
  if (typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean') return true;
  const slots = slotsOf(v) as unknown as Record<string, unknown>;
  return ['m$__int__', 'm$__float__', 'm$__index__', 'm$__complex__'].some((key) => slots[key] !== undefined);
}

function countRepr(self: PyCount): Value {
  const name = bareName(typeOf(self));
  const step = self.step === (1 as Value) ? '' : `, ${reprForMessage(self.step)}`;
  return `${name}(${reprForMessage(self.current)}${step})`;
}

class PyCycle extends Iter {
  readonly saved: Value[] = [];
  source: Iterator_ | undefined;
  index = 0;
  constructor(source: Iterator_) {
    super();
    this.source = source;
  }
  override iternext(): Value | undefined {
    if (this.source !== undefined) {
      const value = this.source.iternext();
      if (value !== undefined) {
        this.saved.push(value);
        return value;
      }
      this.source = undefined;
    }
    if (this.saved.length === 0) return undefined;
    const value = this.saved[this.index++];
    if (this.index >= this.saved.length) this.index = 0;
    return value;
  }
}
export const cycleType: PyType = iteratorType('cycle', PyCycle);

class PyRepeat extends Iter {
  readonly element: Value;
  /** How often yet; -1 for ever. */
  left: number;
  constructor(element: Value, left: number) {
    super();
    this.element = element;
    this.left = left;
  }
  override iternext(): Value | undefined {
    if (this.left === 0) return undefined;
    if (this.left > 0) this.left--;
    return this.element;
  }
}
export const repeatType: PyType = iteratorType('repeat', PyRepeat);

export function installInfinite(): void {
  installIter(countType, {
    doc: 'Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step',
    new: method('($type, start=0, step=1)', (cls: PyType, start?: Value, step?: Value) => {
      if ((start !== undefined && !isNumber(start)) || (step !== undefined && !isNumber(step)))
        throw typeError('a number is required');
      return make(cls, start ?? int(0), step ?? int(1));
    }),
    methods: { __repr__: slot('($self, /)', countRepr) },
  });
  installIter(cycleType, {
    doc: 'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.',
    new: method('($type, iterable, /)', (cls: PyType, iterable: Value) => make(cls, iter(iterable))),
  });
  installIter(repeatType, {
    doc: 'repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.',
    new: method('!($type, object, times=None)', (cls: PyType, object: Value, times?: Value) =>
      make(cls, object, times === undefined ? -1 : Math.max(0, sizeArgument(times))),
    ),
    methods: {
      __repr__: slot('($self, /)', (self: PyRepeat) => {
        const times = self.left < 0 ? '' : `, ${self.left}`;
        return `${bareName(typeOf(self))}(${reprForMessage(self.element)}${times})`;
      }),
      __length_hint__: method('($self, /)', (self: PyRepeat) => {
        if (self.left < 0) throw typeError('len() of unsized object');
        return int(self.left);
      }),
    },
  });
}
