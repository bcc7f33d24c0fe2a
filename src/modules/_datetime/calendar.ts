// The proleptic Gregorian calendar with day 1 on 0001-01-01. CPython: Modules/_datetimemodule.c (ymd_to_ord, ord_to_ymd, iso_to_ymd)

export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;
/** `date.max.toordinal()` */
export const MAX_ORDINAL = 3652059;
/** The ordinal of 1970-01-01. */
export const EPOCH_ORDINAL = 719163;

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month]!;
}

/** Days of the year before the month. */
export function daysBeforeMonth(year: number, month: number): number {
  return DAYS_BEFORE_MONTH[month]! + (month > 2 && isLeap(year) ? 1 : 0);
}

function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

export function toOrdinal(year: number, month: number, day: number): number {
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day;
}

export type YearMonthDay = readonly [year: number, month: number, day: number];

/** The date of an ordinal: the year by its mean length, then put right. */
export function fromOrdinal(ordinal: number): YearMonthDay {
  let year = Math.floor((ordinal - 1) / 365.2425) + 1;
  let before = daysBeforeYear(year);
  if (ordinal <= before) before = daysBeforeYear(--year);
  else if (ordinal > before + (isLeap(year) ? 366 : 365)) before = daysBeforeYear(++year);
  const dayOfYear = ordinal - before;
  let month = Math.min(12, (dayOfYear + 50) >> 5);
  if (month < 12 && dayOfYear > daysBeforeMonth(year, month + 1)) month++;
  if (dayOfYear <= daysBeforeMonth(year, month)) month--;
  return [year, month, dayOfYear - daysBeforeMonth(year, month)];
}

/** 0 is Monday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (toOrdinal(year, month, day) + 6) % 7;
}

/** The ordinal of the Monday that begins ISO week 1. */
export function isoWeek1Monday(year: number): number {
  const first = toOrdinal(year, 1, 1);
  const weekday = (first + 6) % 7;
  return first - weekday + (weekday > 3 ? 7 : 0);
}

/** ISO year, week and weekday. */
export function isoCalendar(year: number, month: number, day: number): YearMonthDay {
  const today = toOrdinal(year, month, day);
  let isoYear = year;
  let week = Math.floor((today - isoWeek1Monday(year)) / 7);
  if (week < 0) {
    isoYear--;
    week = Math.floor((today - isoWeek1Monday(isoYear)) / 7);
  } else if (week >= 52 && today >= isoWeek1Monday(year + 1)) {
    isoYear++;
    week = 0;
  }
  return [isoYear, week + 1, ((today + 6) % 7) + 1];
}

/** Whether an ISO year has a week 53. */
function isLongYear(year: number): boolean {
  const first = toOrdinal(year, 1, 1) % 7;
  return first === 4 || (first === 3 && isLeap(year));
}

/** The date of an ISO week date, or which part of it is wrong. */
export function fromIsoCalendar(year: number, week: number, day: number): YearMonthDay | 'year' | 'week' | 'day' {
  if (year < MIN_YEAR || year > MAX_YEAR) return 'year';
  if (week <= 0 || week > 53 || (week === 53 && !isLongYear(year))) return 'week';
  if (day <= 0 || day >= 8) return 'day';
  return fromOrdinal(isoWeek1Monday(year) + (week - 1) * 7 + day - 1);
}
