// The mappings behind `context.flags` and `context.traps`. CPython: Modules/_decimal/_decimal.c (signaldict_methods)
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { method, slot, type TypeTable } from '../../runtime/native/define.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictSet, dictSize } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { INVALID_CONDITIONS } from './context.ts';
import { CONDITIONS, decimalState, type PySignalDict, SIGNALS, PySignalDict as SignalDict } from './objects.ts';

const SIGNAL_ERROR =
  'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';

/** The flag bits of a signal class. CPython: exception_as_flag */
export function flagOf(signal: Value): number {
  const { errors } = decimalState();
  for (const [name, flag] of SIGNALS) if (errors.get(name) === signal) return flag;
  throw keyError(SIGNAL_ERROR);
}

/** The flag bits of a list of signal or condition classes. CPython: list_as_flags */
export function flagsOfList(list: PyList): number {
  const { errors } = decimalState();
  let flags = 0;
  for (const item of list.items) {
    const condition = CONDITIONS.slice(1).find(([name]) => errors.get(name) === item);
    flags |= condition === undefined ? flagOf(item) : condition[1];
  }
  return flags;
}

/** The flag bits of a dict from all signals to truth values. CPython: dict_as_flags */
export function flagsOfDict(dict: PyDict): number {
  if (dictSize(dict) !== SIGNALS.length) throw keyError('invalid signal dict');
  let flags = 0;
  for (const [signal, value] of dictEntries(dict)) {
    const flag = flagOf(signal);
    if (isTrue(value)) flags |= flag;
  }
  return flags;
}

/** The flag bits that an assignment to `flags` or `traps` means. */
export function flagsArgument(v: Value): number {
  if (v instanceof SignalDict) return v.flags;
  if (v instanceof PyDict) return flagsOfDict(v);
  throw notSignalDict();
}

export function notSignalDict(): Raised {
  return typeError('argument must be a signal dict');
}

function signalGet(self: PySignalDict, key: Value): Value {
  return (self.flags & flagOf(key)) !== 0;
}

function signalSet(self: PySignalDict, key: Value, value: Value): Value {
  const flag = flagOf(key);
  self.flags = isTrue(value) ? self.flags | flag : self.flags & ~flag;
  return None;
}

function signalDelete(): Value {
  throw valueError('signal keys cannot be deleted');
}

function signalIter(self: PySignalDict): Value {
  void self.flags;
  const { errors } = decimalState();
  return iter(new PyList(SIGNALS.map(([name]) => errors.get(name)!)));
}

function signalRepr(self: PySignalDict): Value {
  const { errors } = decimalState();
  const parts = SIGNALS.map(([name, flag]) => {
    const shown = self.flags & flag ? 'True' : 'False';
    return `${reprForMessage(errors.get(name)!)}:${shown}`;
  });
  return `{${parts.join(', ')}}`;
}

function signalEquals(self: PySignalDict, other: Value): boolean | undefined {
  if (other instanceof SignalDict) return simplified(self.flags) === simplified(other.flags);
  if (!(other instanceof PyDict)) return undefined;
  if (dictSize(other) !== SIGNALS.length) return false;
  return simplified(self.flags) === simplified(flagsOfDict(other));
}

/** One bit for InvalidOperation, whatever the condition was. */
function simplified(flags: number): number {
  return flags & INVALID_CONDITIONS ? flags | INVALID_CONDITIONS : flags;
}

function signalCopy(self: PySignalDict): Value {
  const { errors } = decimalState();
  const dict = new PyDict();
  for (const [name, flag] of SIGNALS) dictSet(dict, errors.get(name)!, (self.flags & flag) !== 0);
  return dict;
}

export const signalTable: () => TypeTable = () => ({
  methods: {
    __repr__: slot('($self, /)', signalRepr),
    __eq__: slot(
      '($self, value, /)',
      (self: PySignalDict, other: Value) => signalEquals(self, other) ?? NotImplemented,
    ),
    __ne__: slot('($self, value, /)', (self: PySignalDict, other: Value) => {
      const equal = signalEquals(self, other);
      return equal === undefined ? NotImplemented : !equal;
    }),
    __iter__: slot('($self, /)', signalIter),
    __len__: slot('($self, /)', (self: PySignalDict) => {
      void self.flags;
      return int(SIGNALS.length);
    }),
    __getitem__: slot('($self, key, /)', signalGet),
    __setitem__: slot('($self, key, value, /)', signalSet),
    __delitem__: slot('($self, key, /)', signalDelete),
    copy: method('($self, /)', signalCopy),
  },
  attributes: { __hash__: None },
});
