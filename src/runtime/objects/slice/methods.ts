// The slice type's table. CPython: Objects/sliceobject.c
import { None, NotImplemented } from '../../core/object.ts';
import type { PyType } from '../../core/type.ts';
import { intFromBigInt, type Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { installType, member, method, slot } from '../../native/define.ts';
import { type CompareOp, richCompare } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { asIndex } from '../../protocols/item.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { exactIndices, PySlice, sliceType } from './slice.ts';

function sliceNew(_cls: PyType, args: Value[]): Value {
  if (args.length === 0) throw typeError('slice expected at least 1 argument, got 0');
  if (args.length > 3) throw typeError(`slice expected at most 3 arguments, got ${args.length}`);
  if (args.length === 1) return new PySlice(None, args[0]!, None);
  return new PySlice(args[0]!, args[1]!, args[2] ?? None);
}

const parts = (self: PySlice): PyTuple => new PyTuple([self.start, self.stop, self.step]);

function compare(op: CompareOp) {
  return slot('($self, value, /)', (a: PySlice, b: Value) =>
    b instanceof PySlice ? richCompare(parts(a), parts(b), op) : NotImplemented,
  );
}

/** CPython: slice_indices */
function sliceIndices(self: PySlice, lengthValue: Value): Value {
  const length = asIndex(lengthValue);
  if (length < 0) throw valueError('length should not be negative');
  return tuple(exactIndices(self, BigInt(length)).map(intFromBigInt));
}

export function installSlice(): void {
  installType(sliceType, {
    new: method('!($type, /, *args)', sliceNew),
    methods: {
      __repr__: slot(
        '($self, /)',
        (self: PySlice) =>
          `slice(${reprForMessage(self.start)}, ${reprForMessage(self.stop)}, ${reprForMessage(self.step)})`,
      ),
      __eq__: compare('__eq__'),
      __ne__: compare('__ne__'),
      __lt__: compare('__lt__'),
      __le__: compare('__le__'),
      __gt__: compare('__gt__'),
      __ge__: compare('__ge__'),
      __hash__: slot('($self, /)', (self: PySlice) => hash(parts(self)) as Value),
      __reduce__: method('($self, /)', (self: PySlice) => tuple([sliceType, parts(self)])),
      indices: method('($self, object, /)', sliceIndices),
    },
    properties: {
      start: member((self: PySlice) => self.start),
      stop: member((self: PySlice) => self.stop),
      step: member((self: PySlice) => self.step),
    },
  });
}
