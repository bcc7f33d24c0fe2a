// reversed(). CPython: Objects/enumobject.c (reversed_new_impl)
import { None, PyObject, type Slots } from '../core/object.ts';
import { slotsOf, staticType, typeOf } from '../core/primitives.ts';
import { type PyType, typeLookup } from '../core/type.ts';
import { type Entry, int, type Value } from '../core/value.ts';
import { isError, overflowError, typeError } from '../exceptions/errors.ts';
import { installType, method, slot } from '../native/define.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { emptyTuple, tuple } from '../objects/tuple/tuple.ts';
import { asSize, getItem, length } from '../protocols/item.ts';
import { nextOrStop } from '../protocols/next.ts';

export class PyReversed extends PyObject {
  sequence: Value | undefined;
  index: number;
  constructor(sequence: Value, index: number) {
    super();
    this.sequence = sequence;
    this.index = index;
  }
  override iternext(): Value | undefined {
    if (this.sequence === undefined) return undefined;
    if (this.index < 0) {
      this.sequence = undefined;
      return undefined;
    }
    try {
      const value = getItem(this.sequence, int(this.index));
      this.index--;
      return value;
    } catch (e) {
      if (!isError(e, 'IndexError') && !isError(e, 'StopIteration')) throw e;
      this.sequence = undefined;
      return undefined;
    }
  }
}
export const reversedType: PyType = staticType('reversed', PyReversed, { subclassable: true });

function reversedNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  const plain = typeLookup(cls, '__init__') === typeLookup(reversedType, '__init__');
  if (keywords.size > 0 && plain) throw typeError('reversed() takes no keyword arguments');
  if (args.length !== 1) throw typeError(`reversed expected 1 argument, got ${args.length}`);
  return reversedOf(args[0]!, cls);
}

function reversedOf(sequence: Value, cls: PyType): Value {
  const slots = slotsOf(sequence) as Slots;
  const special = slots['m$__reversed__'] as Entry | undefined;
  if (special !== undefined) return special(sequence);
  const isSequence = slots['m$__getitem__'] !== undefined && slots['m$__len__'] !== undefined;
  if (!isSequence || typeLookup(typeOf(sequence), '__reversed__') === None) {
    throw typeError(`'${typeOf(sequence).typeName}' object is not reversible`);
  }
  const Layout = cls.Instance as unknown as new (sequence: Value, index: number) => PyReversed;
  return new Layout(sequence, length(sequence) - 1);
}

function reversedReduce(self: PyReversed): Value {
  if (self.sequence === undefined) return tuple([self.cls, tuple([emptyTuple])]);
  return tuple([self.cls, tuple([self.sequence]), int(self.index)]);
}

function reversedSetState(self: PyReversed, state: Value): Value {
  const index = asSize(state, overflowError);
  if (self.sequence !== undefined) self.index = Math.min(Math.max(index, -1), length(self.sequence) - 1);
  return None;
}

function reversedHint(self: PyReversed): Value {
  if (self.sequence === undefined) return int(0);
  const size = length(self.sequence);
  return int(size < self.index + 1 ? 0 : self.index + 1);
}

export function installReversed(): void {
  reversedType.construct = (args) => (args.length === 1 ? reversedOf(args[0]!, reversedType) : undefined);
  installType(reversedType, {
    signature: '(sequence, /)',
    new: method('($type, *args, **kwargs)', reversedNew),
    methods: {
      __iter__: slot('($self, /)', (self: Value) => self),
      __next__: slot('($self, /)', nextOrStop),
      __length_hint__: method('($self, /)', reversedHint),
      __reduce__: method('($self, /)', reversedReduce),
      __setstate__: method('($self, object, /)', reversedSetState),
    },
  });
}
