// time: a time of day, with or without a zone. CPython: Modules/_datetimemodule.c (time_*)

import { None, NotImplemented } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { call } from '../../runtime/protocols/call.ts';
import type { CompareOp } from '../../runtime/protocols/compare.ts';
import { compareNumbers } from '../../runtime/protocols/compare.ts';
import { hash } from '../../runtime/protocols/hash.ts';
import { asIndex, intArgument, parsedInt } from '../../runtime/protocols/item.ts';
import { comparisons } from '../../runtime/protocols/sequence.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { type Parameters, parseArguments } from './arguments.ts';
import { isPlain, pickledState, strptimeOf } from './date.ts';
import { formatArgument, formatObject, isoTime, structTime, wrapStrftime } from './format.ts';
import { DOCS } from './generated/docs.ts';
import { type IsoTime, isoText, parseIsoTime } from './iso.ts';
import { newDelta, newTime, PyDate, PyTime, PyTimeDelta, PyTzInfo, timeType } from './layout.ts';
import { compareDeltas } from './timedelta.ts';
import { dstOffset, formatOffset, newTimeZone, UTC, utcOffset, zoneName } from './zone.ts';

const PARAMETERS: Parameters = {
  names: ['hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'],
  required: 0,
  positional: 5,
};

/** The zone of a pickled state. */
export function stateZone(v: Value | undefined): Value {
  if (v === undefined) return None;
  if (v !== None && !(v instanceof PyTzInfo)) throw typeError('bad tzinfo state arg');
  return v;
}

/** A part as the constructors take it. */
export const parsedOrZero = (v: Value | undefined): number => (v === undefined ? 0 : parsedInt(v));

export const intOr = (v: Value | undefined, missing: number): number => (v === undefined ? missing : intArgument(v));

function timeNew(cls: PyType, args: readonly Value[], keywords: PyDict): Value {
  if (args.length === 1 || args.length === 2) {
    const data = pickledState(args[0], 6, 'time', (b) => (b[0]! & 0x7f) < 24);
    if (data !== undefined) return fromState(cls, data, stateZone(args[1]));
  }
  const [hour, minute, second, microsecond, tzinfo, fold] = parseArguments(PARAMETERS, args, keywords);
  const clock = [hour, minute, second, microsecond].map(parsedOrZero) as [number, number, number, number];
  return newTime(cls, ...clock, tzinfo ?? None, parsedOrZero(fold));
}

function fromState(cls: PyType, data: Uint8Array, tzinfo: Value): Value {
  const [hour, minute, second, high, middle, low] = data as unknown as [number, number, number, number, number, number];
  const microsecond = (high << 16) | (middle << 8) | low;
  const Layout = cls.Instance as unknown as new (...all: (number | Value)[]) => PyTime;
  return new Layout(hour & 0x7f, minute, second, microsecond, tzinfo, hour >> 7);
}

function timeConstruct(args: Value[]): Value | undefined {
  const [hour, minute, second = int(0), microsecond = int(0)] = args;
  if (args.length > 4 || !isPlain(hour) || !isPlain(minute) || !isPlain(second) || !isPlain(microsecond)) {
    return undefined;
  }
  return newTime(timeType, hour, minute, second, microsecond, None, 0);
}

/** A time of the class, made by calling it when it is a subclass. CPython: new_time_subclass_fold_ex */
function timeOfClass(cls: PyType, t: IsoTime | PyTime, tzinfo: Value, fold: number): Value {
  const { hour, minute, second, microsecond } = t;
  if (cls === timeType) return newTime(cls, hour, minute, second, microsecond, tzinfo, fold);
  const made = call(cls, ...[hour, minute, second, microsecond].map(int), tzinfo);
  if (fold !== 0 && made instanceof PyTime) made.fold = fold;
  return made;
}

const BAD_MIDNIGHT = 'minute, second, and microsecond must be 0 when hour is 24';

/** 24:00 is the next day's midnight; whether it is one. */
export function isNextMidnight({ hour, minute, second, microsecond }: IsoTime): boolean {
  if (hour !== 24) return false;
  if (minute !== 0 || second !== 0 || microsecond !== 0) throw valueError(BAD_MIDNIGHT);
  return true;
}

/** CPython: tzinfo_from_isoformat_results */
export function isoZone({ offset }: IsoTime): Value {
  if (offset === undefined) return None;
  if (offset.seconds === 0 && offset.microseconds === 0) return UTC;
  return newTimeZone(newDelta(0, offset.seconds, offset.microseconds));
}

function timeFromIsoFormat(cls: PyType, text: Value): Value {
  if (!isStr(text)) throw typeError('fromisoformat: argument must be str');
  const plain = isoText(text);
  const found = parseIsoTime(plain[0] === 'T' ? plain.slice(1) : plain);
  if (found === undefined) throw valueError(`Invalid isoformat string: ${reprForMessage(text)}`);
  const clock = isNextMidnight(found) ? { ...found, hour: 0 } : found;
  return timeOfClass(cls, clock, isoZone(found), 0);
}

function offsetOf(self: PyTime): PyTimeDelta | undefined {
  return utcOffset(self.tzinfo, None);
}

function timeIsoFormat(self: PyTime, timespec?: Value): Value {
  return isoTime(self, timespecArgument(timespec, 1)) + formatOffset(offsetOf(self), ':');
}

export function timespecArgument(v: Value | undefined, position: number): string {
  if (v === undefined) return 'auto';
  if (!isStr(v)) throw typeError(`isoformat() argument ${position} must be str, not ${typeOf(v).typeName}`);
  return jsString(v);
}

/** CPython: time_strftime */
function timeStrftime(self: PyTime, format: Value): Value {
  const text = formatArgument(format, 'strftime');
  const { hour, minute, second } = self;
  return wrapStrftime(self, text, structTime(new PyDate(1900, 1, 1), hour, minute, second, -1), None);
}

function timeReplace(
  self: PyTime,
  hour?: Value,
  minute?: Value,
  second?: Value,
  microsecond?: Value,
  tzinfo?: Value,
  fold?: Value,
): Value {
  const clock = {
    hour: intOr(hour, self.hour),
    minute: intOr(minute, self.minute),
    second: intOr(second, self.second),
    microsecond: intOr(microsecond, self.microsecond),
    offset: undefined,
  };
  const folded = intOr(fold, self.fold);
  if (folded !== 0 && folded !== 1) throw valueError(`fold must be either 0 or 1, not ${folded}`);
  return timeOfClass(self.cls, clock, tzinfo ?? self.tzinfo, folded);
}

const secondsOf = ({ hour, minute, second }: PyTime): number => hour * 3600 + minute * 60 + second;
const offsetSeconds = (offset: PyTimeDelta): number => offset.days * 86400 + offset.seconds;

/** CPython: time_richcompare */
function timeCompare(self: PyTime, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyTime)) return NotImplemented;
  let shift = 0;
  if (self.tzinfo !== other.tzinfo) {
    const a = offsetOf(self);
    const b = offsetOf(other);
    if (a === undefined ? b !== undefined : b === undefined) {
      if (op === '__eq__') return false;
      if (op === '__ne__') return true;
      throw typeError("can't compare offset-naive and offset-aware times");
    }
    if (a !== undefined && b !== undefined && compareDeltas(a, b) !== 0) shift = offsetSeconds(b) - offsetSeconds(a);
  }
  const difference = secondsOf(self) - secondsOf(other) + shift || self.microsecond - other.microsecond;
  return compareNumbers(difference, 0, op);
}

/** CPython: time_hash; fold does not count */
function timeHash(self: PyTime): Value {
  const plain =
    self.fold === 0 ? self : new PyTime(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, 0);
  const offset = offsetOf(plain);
  const seconds = secondsOf(self) - (offset === undefined ? 0 : offsetSeconds(offset));
  return int(hash(int(seconds * 1000000 + self.microsecond)) as number);
}

/** CPython: time_repr */
function timeRepr(self: PyTime): Value {
  const { cls, hour, minute, second, microsecond, tzinfo, fold } = self;
  let text = `${cls.typeName}(${hour}, ${minute}`;
  if (second !== 0 || microsecond !== 0) text += `, ${second}`;
  if (microsecond !== 0) text += `, ${microsecond}`;
  if (tzinfo !== None) text += `, tzinfo=${reprForMessage(tzinfo)}`;
  return `${text}${fold === 1 ? ', fold=1' : ''})`;
}

/** CPython: time_getstate */
function timeReduce(self: PyTime, protocol: number): Value {
  const { hour, minute, second, microsecond, tzinfo, fold } = self;
  const first = protocol > 3 && fold === 1 ? hour | 0x80 : hour;
  const state = bytes(
    Uint8Array.of(first, minute, second, microsecond >> 16, (microsecond >> 8) & 255, microsecond & 255),
  );
  return tuple([self.cls, tuple(tzinfo === None ? [state] : [state, tzinfo])]);
}

/** The argument of `__reduce_ex__`. */
export function protocolArgument(v: Value): number {
  const n = asIndex(v);
  if (typeof n === 'bigint') throw overflowError('Python int too large to convert to C int');
  return n;
}

const compare = comparisons(timeCompare);
const doc = (name: string): string | undefined => DOCS[`time.${name}`];
const REPLACE =
  '($self, /, hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)';

export function installTime(): void {
  timeType.construct = timeConstruct;
  installType(timeType, {
    doc: DOCS['time']!,
    new: method('($type, *args, **kwargs)', timeNew),
    methods: {
      __repr__: slot('($self, /)', timeRepr),
      __hash__: slot('($self, /)', timeHash),
      __str__: slot('($self, /)', (self: PyTime) => timeIsoFormat(self)),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      strptime: classmethod('($type, string, format, /)', strptimeOf('time'), doc('strptime')),
      isoformat: method("($self, /, timespec='auto')", timeIsoFormat, doc('isoformat')),
      strftime: method('($self, /, format)', timeStrftime, doc('strftime')),
      __format__: method('($self, format, /)', formatObject, doc('__format__')),
      utcoffset: method('($self, /)', (self: PyTime) => offsetOf(self) ?? None, doc('utcoffset'), 'noargs'),
      tzname: method('($self, /)', (self: PyTime) => zoneName(self.tzinfo, None), doc('tzname'), 'noargs'),
      dst: method('($self, /)', (self: PyTime) => dstOffset(self.tzinfo, None) ?? None, doc('dst'), 'noargs'),
      replace: method(REPLACE, timeReplace, doc('replace')),
      __replace__: method(REPLACE, timeReplace, doc('__replace__')),
      fromisoformat: classmethod('($type, object, /)', timeFromIsoFormat, doc('fromisoformat'), 'o'),
      __reduce_ex__: method(
        '($self, proto, /)',
        (self: PyTime, protocol: Value) => timeReduce(self, protocolArgument(protocol)),
        doc('__reduce_ex__'),
      ),
      __reduce__: method('($self, /)', (self: PyTime) => timeReduce(self, 2), doc('__reduce__'), 'noargs'),
    },
    properties: {
      hour: getset((self: PyTime) => int(self.hour)),
      minute: getset((self: PyTime) => int(self.minute)),
      second: getset((self: PyTime) => int(self.second)),
      microsecond: getset((self: PyTime) => int(self.microsecond)),
      tzinfo: getset((self: PyTime) => self.tzinfo),
      fold: getset((self: PyTime) => int(self.fold)),
    },
    attributes: {
      min: new PyTime(0, 0, 0, 0),
      max: new PyTime(23, 59, 59, 999999),
      resolution: new PyTimeDelta(0, 0, 1),
    },
  });
}
