// The slice type's table. CPython: Objects/sliceobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { slotsOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { typeError, valueError } from '../../exceptions/errors.ts';
import { installType, member, method, slot } from '../../native/define.ts';
import { type CompareOp, richCompare } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { asIndex } from '../../protocols/item.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { intOf } from '../int/int.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { PySlice, sliceType } from './slice.ts';

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

/** The exact (start, stop, step) for a sequence length, of any size. CPython: slice_indices */
function sliceIndices(self: PySlice, lengthValue: Value): Value {
  const length = BigInt(asIndex(lengthValue));
  if (length < 0n) throw valueError('length should not be negative');
  const step = self.step === None ? 1n : BigInt(indexOf(self.step));
  if (step === 0n) throw valueError('slice step cannot be zero');
  const low = step < 0n ? -1n : 0n;
  const high = step < 0n ? length - 1n : length;
  const bound = (v: Value, standard: bigint): bigint => {
    if (v === None) return standard;
    let n = BigInt(indexOf(v));
    if (n < 0n) n += length;
    return n < low ? low : n > high ? high : n;
  };
  const start = bound(self.start, step < 0n ? high : low);
  const stop = bound(self.stop, step < 0n ? low : high);
  return tuple(
    [start, stop, step].map((n) => intOf(n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n)),
  );
}

function indexOf(v: Value): number | bigint {
  const slots = slotsOf(v) as unknown as { m$__index__?: Entry };
  if (slots.m$__index__ === undefined)
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return asIndex(v);
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
