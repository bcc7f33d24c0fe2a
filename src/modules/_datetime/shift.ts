// Moving dates and datetimes by a timedelta. CPython: Modules/_datetimemodule.c (add_date_timedelta, add_datetime_timedelta)
import type { Value } from '../../runtime/core/value.ts';
import { overflowError } from '../../runtime/exceptions/errors.ts';
import { fromOrdinal, MAX_ORDINAL, toOrdinal } from './calendar.ts';
import { dateOfClass, dateTimeOfClass, type PyDate, type PyDateTime, type PyTimeDelta } from './layout.ts';

function checkedOrdinal(ordinal: number): number {
  if (ordinal < 1 || ordinal > MAX_ORDINAL) throw overflowError('date value out of range');
  return ordinal;
}

export function addDateDelta(self: PyDate, delta: PyTimeDelta, sign: 1 | -1): Value {
  const ordinal = checkedOrdinal(toOrdinal(self.year, self.month, self.day) + sign * delta.days);
  const [year, month, day] = fromOrdinal(ordinal);
  return dateOfClass(self.cls, year, month, day);
}

export function addDateTimeDelta(self: PyDateTime, delta: PyTimeDelta, sign: 1 | -1): PyDateTime {
  let microsecond = self.microsecond + sign * delta.microseconds;
  let second = self.hour * 3600 + self.minute * 60 + self.second + sign * delta.seconds;
  let ordinal = toOrdinal(self.year, self.month, self.day) + sign * delta.days;
  if (microsecond < 0) {
    microsecond += 1000000;
    second--;
  } else if (microsecond > 999999) {
    microsecond -= 1000000;
    second++;
  }
  if (second < 0) {
    second += 86400;
    ordinal--;
  } else if (second > 86399) {
    second -= 86400;
    ordinal++;
  }
  const [year, month, day] = fromOrdinal(checkedOrdinal(ordinal));
  const minute = Math.floor(second / 60);
  return dateTimeOfClass(self.cls, [
    year,
    month,
    day,
    Math.floor(minute / 60),
    minute % 60,
    second % 60,
    microsecond,
    self.tzinfo,
    0,
  ]);
}
