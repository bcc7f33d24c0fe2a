// datetime made from and turned into timestamps, text, other zones; its table. CPython: Modules/_datetimemodule.c (datetime_*)
import { None } from '../../runtime/core/object.ts';
import { float, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { isStr, type StrValue, textOfStr } from '../../runtime/objects/str/str.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { comparisons } from '../../runtime/protocols/sequence.ts';
import { joinStrings, reprForMessage } from '../../runtime/protocols/text.ts';
import { textLength } from '../../runtime/text/text.ts';
import { fromOrdinal, MAX_YEAR, toOrdinal, type YearMonthDay } from './calendar.ts';
import { strptimeOf } from './date.ts';
import {
  datetimeAdd,
  datetimeCompare,
  datetimeConstruct,
  datetimeHash,
  datetimeNew,
  datetimeReduce,
  datetimeReplace,
  datetimeRepr,
  datetimeSubtract,
  difference,
  offsetOf,
} from './datetime.ts';
import { ctimeText, isoDate, isoTime, structTime } from './format.ts';
import { DOCS } from './generated/docs.ts';
import { dateEnd, type IsoTime, isoText, parseIsoDate, parseIsoTime } from './iso.ts';
import {
  checkDate,
  checkTzinfo,
  dateTimeOfClass,
  dateType,
  datetimeType,
  fieldsOf,
  newDate,
  newDateTime,
  newTime,
  PyDate,
  PyDateTime,
  PyTime,
  PyTimeDelta,
  timeType,
} from './layout.ts';
import {
  fieldsOfSeconds,
  isFolded,
  localSeconds,
  localTimeZone,
  localToSeconds,
  secondsAndMicroseconds,
  utcFields,
  wallSeconds,
  zoneOfLocal,
} from './local.ts';
import { addDateTimeDelta } from './shift.ts';
import { isNextMidnight, isoZone, protocolArgument, timespecArgument } from './time.ts';
import { isZero, totalSeconds } from './timedelta.ts';
import { dstOffset, formatOffset, shownType, UTC, zoneName } from './zone.ts';

/** CPython: datetime_from_timet_and_us */
function fromSeconds(cls: PyType, seconds: number, microsecond: number, tzinfo: Value, local: boolean): PyDateTime {
  const t = local ? fieldsOfSeconds(localSeconds(seconds)) : utcFields(seconds);
  const fold = local && t.year >= 1 && t.year <= MAX_YEAR && isFolded(seconds) ? 1 : 0;
  return dateTimeOfClass(cls, [t.year, t.month, t.day, t.hour, t.minute, t.second, microsecond, tzinfo, fold]);
}

/** An instant in a zone, local time without one. */
function inZone(cls: PyType, seconds: number, microsecond: number, tzinfo: Value): Value {
  const made = fromSeconds(cls, seconds, microsecond, tzinfo, tzinfo === None);
  return tzinfo === None ? made : call(getAttr(tzinfo, 'fromutc'), made);
}

function now(): [seconds: number, microsecond: number] {
  const ns = state.interp.host.clock.timeNs();
  const seconds = ns / 1000000000n;
  return [Number(seconds), Math.floor(Number(ns - seconds * 1000000000n) / 1000)];
}

function datetimeNow(cls: PyType, tz: Value = None): Value {
  checkTzinfo(tz);
  return inZone(cls, ...now(), tz);
}

function deprecated(name: string, instead: string): void {
  const message = `datetime.datetime.${name}() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: ${instead}.`;
  call(getAttr(state.interp.importModule('warnings'), 'warn'), message, exceptionNamed('DeprecationWarning'), int(1));
}

function datetimeUtcNow(cls: PyType): Value {
  deprecated('utcnow', 'datetime.datetime.now(datetime.UTC)');
  return fromSeconds(cls, ...now(), None, false);
}

function datetimeFromTimestamp(cls: PyType, timestamp: Value, tz: Value = None): Value {
  checkTzinfo(tz);
  return inZone(cls, ...secondsAndMicroseconds(timestamp), tz);
}

function datetimeUtcFromTimestamp(cls: PyType, timestamp: Value): Value {
  deprecated('utcfromtimestamp', 'datetime.datetime.fromtimestamp(timestamp, datetime.UTC)');
  return fromSeconds(cls, ...secondsAndMicroseconds(timestamp), None, false);
}

/** CPython: datetime_combine */
function datetimeCombine(cls: PyType, date: Value, time: Value, tzinfo?: Value): Value {
  if (!(date instanceof PyDate)) throw typeError(`combine() argument 1 must be datetime.date, not ${shownType(date)}`);
  if (!(time instanceof PyTime)) throw typeError(`combine() argument 2 must be datetime.time, not ${shownType(time)}`);
  const { hour, minute, second, microsecond, fold } = time;
  const zone = tzinfo ?? time.tzinfo;
  return dateTimeOfClass(cls, [date.year, date.month, date.day, hour, minute, second, microsecond, zone, fold]);
}

/** CPython: datetime_fromisoformat */
function datetimeFromIsoFormat(cls: PyType, text: Value): Value {
  if (!isStr(text)) throw typeError('fromisoformat: argument must be str');
  const found = parseDateTime(isoText(text));
  if (found === undefined) throw valueError(`Invalid isoformat string: ${reprForMessage(text)}`);
  const [date, time] = found;
  const tzinfo = isoZone(time);
  let [year, month, day] = date;
  let { hour } = time;
  if (isNextMidnight(time)) {
    hour = 0;
    checkDate(year, month, day);
    [year, month, day] = fromOrdinal(toOrdinal(year, month, day) + 1);
  }
  return dateTimeOfClass(cls, [year, month, day, hour, time.minute, time.second, time.microsecond, tzinfo, 0]);
}

const MIDNIGHT: IsoTime = { hour: 0, minute: 0, second: 0, microsecond: 0, offset: undefined };

function parseDateTime(text: string): [YearMonthDay, IsoTime] | undefined {
  if (text.length < 7) return undefined;
  const end = dateEnd(text);
  const date = end < 0 ? undefined : parseIsoDate(text.slice(0, end));
  if (date === undefined) return undefined;
  if (text.length === end) return [date, MIDNIGHT];
  const time = parseIsoTime(text.slice(end + 1));
  return time === undefined ? undefined : [date, time];
}

/** CPython: datetime_isoformat */
function datetimeIsoFormat(self: PyDateTime, separator?: Value, timespec?: Value): Value {
  const between: StrValue = separator === undefined ? 'T' : separatorArgument(separator);
  const time = isoTime(self, timespecArgument(timespec, 2));
  return joinStrings([isoDate(self), between, time, formatOffset(offsetOf(self), ':')]);
}

function separatorArgument(v: Value): StrValue {
  const what = 'isoformat() argument 1 must be a unicode character, not';
  if (!isStr(v)) throw typeError(`${what} ${typeOf(v).typeName}`);
  const size = textLength(textOfStr(v));
  if (size !== 1) throw typeError(`${what} a string of length ${size}`);
  return v;
}

function datetimeTimestamp(self: PyDateTime): Value {
  if (self.tzinfo !== None) return float(totalSeconds(difference(self, EPOCH)));
  return float(localToSeconds(wallSeconds(self), self.fold) + self.microsecond / 1e6);
}

const EPOCH = new PyDateTime(1970, 1, 1, 0, 0, 0, 0, UTC);

/** CPython: datetime_timetuple */
function datetimeTimetuple(self: PyDateTime): Value {
  const dst = dstOffset(self.tzinfo, self);
  return structTime(self, self.hour, self.minute, self.second, dst === undefined ? -1 : isZero(dst) ? 0 : 1);
}

/** CPython: datetime_utctimetuple */
function datetimeUtcTimetuple(self: PyDateTime): Value {
  const offset = offsetOf(self);
  const plain = newDateTime(datetimeType, fieldsOf(self, None, 0));
  const utc = offset === undefined ? plain : addDateTimeDelta(plain, offset, -1);
  return structTime(utc, utc.hour, utc.minute, utc.second, 0);
}

/** CPython: datetime_astimezone */
function datetimeAsTimezone(self: PyDateTime, tz: Value = None): Value {
  checkTzinfo(tz);
  if (self.tzinfo !== None && self.tzinfo === tz) return self;
  const own = self.tzinfo === None ? undefined : offsetOf(self);
  const offset = own ?? zoneOfLocal(self).offset;
  const shifted = addDateTimeDelta(self, offset, -1);
  const utc = withZone(shifted, UTC);
  if (tz === UTC) return utc;
  const zone = tz === None ? localTimeZone(wallSeconds(utc)) : tz;
  return call(getAttr(zone, 'fromutc'), withZone(shifted, zone));
}

/** The same time of the same class, said to be in another zone; no code of the guest's runs. */
function withZone(self: PyDateTime, tzinfo: Value): PyDateTime {
  return newDateTime(self.cls, fieldsOf(self, tzinfo, 0));
}

const compare = comparisons(datetimeCompare);
const doc = (name: string): string | undefined => DOCS[`datetime.${name}`];
const REPLACE =
  '($self, /, year=unchanged, month=unchanged, day=unchanged,\n        hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)';

export function installDatetime(): void {
  datetimeType.construct = datetimeConstruct;
  installType(datetimeType, {
    doc: DOCS['datetime']!,
    new: method('($type, *args, **kwargs)', datetimeNew),
    methods: {
      __repr__: slot('($self, /)', datetimeRepr),
      __hash__: slot('($self, /)', datetimeHash),
      __str__: slot('($self, /)', (self: PyDateTime) => datetimeIsoFormat(self, ' ')),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      __add__: slot('($self, value, /)', datetimeAdd),
      __radd__: slot('($self, value, /)', (self: Value, other: Value) => datetimeAdd(other, self)),
      __sub__: slot('($self, value, /)', datetimeSubtract),
      __rsub__: slot('($self, value, /)', (self: Value, other: Value) => datetimeSubtract(other, self)),
      now: classmethod('($type, /, tz=None)', datetimeNow, doc('now')),
      utcnow: classmethod('($type, /)', datetimeUtcNow, doc('utcnow'), 'noargs'),
      fromtimestamp: classmethod('($type, /, timestamp, tz=None)', datetimeFromTimestamp, doc('fromtimestamp')),
      utcfromtimestamp: classmethod('($type, timestamp, /)', datetimeUtcFromTimestamp, doc('utcfromtimestamp')),
      strptime: classmethod('($type, string, format, /)', strptimeOf('datetime'), doc('strptime')),
      combine: classmethod('($type, /, date, time, tzinfo=unchanged)', datetimeCombine, doc('combine')),
      fromisoformat: classmethod('($type, object, /)', datetimeFromIsoFormat, doc('fromisoformat'), 'o'),
      date: method(
        '($self, /)',
        ({ year, month, day }: PyDateTime) => newDate(dateType, year, month, day),
        doc('date'),
        'noargs',
      ),
      time: method('($self, /)', (self: PyDateTime) => timeOf(self, None), doc('time'), 'noargs'),
      timetz: method('($self, /)', (self: PyDateTime) => timeOf(self, self.tzinfo), doc('timetz'), 'noargs'),
      ctime: method(
        '($self, /)',
        (self: PyDateTime) => ctimeText(self, self.hour, self.minute, self.second),
        doc('ctime'),
        'noargs',
      ),
      timetuple: method('($self, /)', datetimeTimetuple, doc('timetuple'), 'noargs'),
      timestamp: method('($self, /)', datetimeTimestamp, doc('timestamp'), 'noargs'),
      utctimetuple: method('($self, /)', datetimeUtcTimetuple, doc('utctimetuple'), 'noargs'),
      isoformat: method("($self, /, sep='T', timespec='auto')", datetimeIsoFormat, doc('isoformat')),
      utcoffset: method('($self, /)', (self: PyDateTime) => offsetOf(self) ?? None, doc('utcoffset'), 'noargs'),
      tzname: method('($self, /)', (self: PyDateTime) => zoneName(self.tzinfo, self), doc('tzname'), 'noargs'),
      dst: method('($self, /)', (self: PyDateTime) => dstOffset(self.tzinfo, self) ?? None, doc('dst'), 'noargs'),
      replace: method(REPLACE, datetimeReplace, doc('replace')),
      __replace__: method(REPLACE, datetimeReplace, doc('__replace__')),
      astimezone: method('($self, /, tz=None)', datetimeAsTimezone, doc('astimezone')),
      __reduce_ex__: method(
        '($self, proto, /)',
        (self: PyDateTime, protocol: Value) => datetimeReduce(self, protocolArgument(protocol)),
        doc('__reduce_ex__'),
      ),
      __reduce__: method('($self, /)', (self: PyDateTime) => datetimeReduce(self, 2), doc('__reduce__'), 'noargs'),
    },
    properties: {
      hour: getset((self: PyDateTime) => int(self.hour)),
      minute: getset((self: PyDateTime) => int(self.minute)),
      second: getset((self: PyDateTime) => int(self.second)),
      microsecond: getset((self: PyDateTime) => int(self.microsecond)),
      tzinfo: getset((self: PyDateTime) => self.tzinfo),
      fold: getset((self: PyDateTime) => int(self.fold)),
    },
    attributes: {
      min: new PyDateTime(1, 1, 1, 0, 0, 0, 0),
      max: new PyDateTime(9999, 12, 31, 23, 59, 59, 999999),
      resolution: new PyTimeDelta(0, 0, 1),
    },
  });
}

function timeOf({ hour, minute, second, microsecond, fold }: PyDateTime, tzinfo: Value): PyTime {
  return newTime(timeType, hour, minute, second, microsecond, tzinfo, fold);
}
