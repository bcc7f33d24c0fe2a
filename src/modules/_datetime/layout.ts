// The layouts of the types: plain fields, read-only once made. CPython: Include/datetime.h
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyTuple, tupleType } from '../../runtime/objects/tuple/tuple.ts';
import { call } from '../../runtime/protocols/call.ts';
import { daysInMonth, MAX_YEAR, MIN_YEAR } from './calendar.ts';

const MODULE = 'datetime';
const subclassable = { module: MODULE, subclassable: true };

export class PyTimeDelta extends PyObject {
  readonly days: number;
  /** 0 to 86399 */
  readonly seconds: number;
  readonly microseconds: number;
  constructor(days = 0, seconds = 0, microseconds = 0) {
    super();
    this.days = days;
    this.seconds = seconds;
    this.microseconds = microseconds;
  }
}

export class PyDate extends PyObject {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year = 1, month = 1, day = 1) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

export class PyDateTime extends PyDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: Value;
  fold: number;
  constructor(
    year = 1,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
    microsecond = 0,
    tzinfo: Value = None,
    fold = 0,
  ) {
    super(year, month, day);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }
}

export class PyTime extends PyObject {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: Value;
  fold: number;
  constructor(hour = 0, minute = 0, second = 0, microsecond = 0, tzinfo: Value = None, fold = 0) {
    super();
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }
}

export class PyTzInfo extends PyObject {}

export class PyTimeZone extends PyTzInfo {
  readonly offset: PyTimeDelta;
  readonly name: Value | undefined;
  constructor(offset: PyTimeDelta = new PyTimeDelta(), name?: Value) {
    super();
    this.offset = offset;
    this.name = name;
  }
}

export class PyIsoCalendarDate extends PyTuple {}

export const timedeltaType: PyType = typed('timedelta', PyTimeDelta);
export const dateType: PyType = typed('date', PyDate);
export const timeType: PyType = typed('time', PyTime);
export const datetimeType: PyType = typed('datetime', PyDateTime, dateType);
export const tzinfoType: PyType = typed('tzinfo', PyTzInfo);
export const timezoneType: PyType = staticType('timezone', PyTimeZone, {
  module: MODULE,
  base: tzinfoType,
});
export const isoCalendarDateType: PyType = staticType('IsoCalendarDate', PyIsoCalendarDate, {
  module: MODULE,
  base: tupleType,
});

function typed(name: string, Layout: new (...layout: never[]) => PyObject, base?: PyType): PyType {
  return staticType(name, Layout, base === undefined ? subclassable : { ...subclassable, base });
}

/** Brings seconds and microseconds into their ranges. CPython: new_delta with normalize */
export function newDelta(
  days: number,
  seconds: number,
  microseconds: number,
  cls: PyType = timedeltaType,
): PyTimeDelta {
  let d = days;
  let s = seconds;
  let us = microseconds;
  if (us < 0 || us > 999999) {
    const carry = Math.floor(us / 1000000);
    s += carry;
    us -= carry * 1000000;
  }
  if (s < 0 || s > 86399) {
    const carry = Math.floor(s / 86400);
    d += carry;
    s -= carry * 86400;
  }
  if (d < -999999999 || d > 999999999) throw overflowError(`days=${d}; must have magnitude <= 999999999`);
  if (cls === timedeltaType) return new PyTimeDelta(d, s, us);
  return new (cls.Instance as unknown as new (d: number, s: number, us: number) => PyTimeDelta)(d, s, us);
}

/** CPython: check_date_args */
export function checkDate(year: number, month: number, day: number): void {
  if (year < MIN_YEAR || year > MAX_YEAR) throw valueError(`year must be in ${MIN_YEAR}..${MAX_YEAR}, not ${year}`);
  if (month < 1 || month > 12) throw valueError(`month must be in 1..12, not ${month}`);
  const most = daysInMonth(year, month);
  if (day < 1 || day > most) {
    throw valueError(`day ${day} must be in range 1..${most} for month ${month} in year ${year}`);
  }
}

/** CPython: check_time_args */
export function checkTime(hour: number, minute: number, second: number, microsecond: number, fold: number): void {
  if (hour < 0 || hour > 23) throw valueError(`hour must be in 0..23, not ${hour}`);
  if (minute < 0 || minute > 59) throw valueError(`minute must be in 0..59, not ${minute}`);
  if (second < 0 || second > 59) throw valueError(`second must be in 0..59, not ${second}`);
  if (microsecond < 0 || microsecond > 999999) {
    throw valueError(`microsecond must be in 0..999999, not ${microsecond}`);
  }
  if (fold !== 0 && fold !== 1) throw valueError(`fold must be either 0 or 1, not ${fold}`);
}

/** CPython: check_tzinfo_subclass */
export function checkTzinfo(v: Value): void {
  if (v === None || v instanceof PyTzInfo) return;
  throw typeError(`tzinfo argument must be None or of a tzinfo subclass, not type '${typeOf(v).typeName}'`);
}

/** CPython: new_date_ex */
export function newDate(cls: PyType, year: number, month: number, day: number): PyDate {
  checkDate(year, month, day);
  if (cls === dateType) return new PyDate(year, month, day);
  return new (cls.Instance as unknown as new (...fields: number[]) => PyDate)(year, month, day);
}

/** A date of the class, made by calling it when it is a subclass. CPython: new_date_subclass_ex */
export function dateOfClass(cls: PyType, year: number, month: number, day: number): Value {
  if (cls === dateType) return newDate(cls, year, month, day);
  return call(cls, int(year), int(month), int(day));
}

/** The fields of a datetime in order. */
export type DateTimeFields = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  microsecond: number,
  tzinfo: Value,
  fold: number,
];

/** CPython: new_datetime_ex2 */
export function newDateTime(cls: PyType, fields: DateTimeFields): PyDateTime {
  const [year, month, day, hour, minute, second, microsecond, tzinfo, fold] = fields;
  checkDate(year, month, day);
  checkTime(hour, minute, second, microsecond, fold);
  checkTzinfo(tzinfo);
  if (cls === datetimeType) {
    return new PyDateTime(year, month, day, hour, minute, second, microsecond, tzinfo, fold);
  }
  return new (cls.Instance as unknown as new (...all: DateTimeFields) => PyDateTime)(...fields);
}

/** A datetime of the class, made by calling it when it is a subclass. CPython: new_datetime_subclass_fold_ex */
export function dateTimeOfClass(cls: PyType, fields: DateTimeFields): PyDateTime {
  if (cls === datetimeType) return newDateTime(cls, fields);
  const [year, month, day, hour, minute, second, microsecond, tzinfo, fold] = fields;
  const numbers = [year, month, day, hour, minute, second, microsecond].map(int);
  const made = call(cls, ...numbers, tzinfo) as PyDateTime;
  if (fold !== 0 && made instanceof PyDateTime) made.fold = fold;
  return made;
}

/** The fields of a datetime, some of them others. */
export function fieldsOf(self: PyDateTime, tzinfo: Value = self.tzinfo, fold: number = self.fold): DateTimeFields {
  const { year, month, day, hour, minute, second, microsecond } = self;
  return [year, month, day, hour, minute, second, microsecond, tzinfo, fold];
}

/** CPython: new_time_ex2 */
export function newTime(
  cls: PyType,
  hour: number,
  minute: number,
  second: number,
  microsecond: number,
  tzinfo: Value,
  fold: number,
): PyTime {
  checkTime(hour, minute, second, microsecond, fold);
  checkTzinfo(tzinfo);
  if (cls === timeType) return new PyTime(hour, minute, second, microsecond, tzinfo, fold);
  const Layout = cls.Instance as unknown as new (...all: (number | Value)[]) => PyTime;
  return new Layout(hour, minute, second, microsecond, tzinfo, fold);
}
