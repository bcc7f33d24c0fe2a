// Broken-down time: seconds since the epoch to fields and back, with the rules of localtime(3) and mktime(3).

import type { TimeZone } from '../../host/clock.ts';
import { daysFromCivil, isLeapYear, weekdayOfDay, yearOfDay } from '../../host/timezone/calendar.ts';

/** struct tm with Python's counting: month and yearDay from 1, Monday 0. */
export interface BrokenDown {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearDay: number;
  /** 1, 0, or -1 for not known. */
  readonly isDst: number;
  readonly zone: string;
  readonly offset: number;
}

const DAY = 86400;

/** Fields of a moment `offset` seconds east of Greenwich. */
export function breakDown(seconds: number, offset: number, isDst: number, zone: string): BrokenDown {
  const local = seconds + offset;
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const year = yearOfDay(days);
  const yearDay = days - daysFromCivil(year, 1, 1);
  const { month, day } = monthOf(yearDay, isLeapYear(year));
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: (weekdayOfDay(days) + 6) % 7,
    yearDay: yearDay + 1,
    isDst,
    zone,
    offset,
  };
}

export function utcTime(seconds: number): BrokenDown {
  return breakDown(seconds, 0, 0, 'GMT');
}

export function localTime(seconds: number, zone: TimeZone): BrokenDown {
  const { offset, isDst, abbreviation } = zone.at(seconds);
  return breakDown(seconds, offset, isDst ? 1 : 0, abbreviation);
}

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function monthOf(yearDay: number, leap: boolean): { month: number; day: number } {
  let month = 12;
  const start = (m: number) => MONTH_STARTS[m - 1]! + (leap && m > 2 ? 1 : 0);
  while (start(month) > yearDay) month--;
  return { month, day: yearDay - start(month) + 1 };
}

/** Seconds of the fields as if they were UTC; every field may be out of its range. */
export function secondsOf(t: Pick<BrokenDown, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>): number {
  const year = t.year + Math.floor((t.month - 1) / 12);
  const month = ((((t.month - 1) % 12) + 12) % 12) + 1;
  return (daysFromCivil(year, month, 1) + t.day - 1) * DAY + t.hour * 3600 + t.minute * 60 + t.second;
}

const SEARCH_STEP = 601200;
const SEARCH_LIMIT = 536454000;

/**
 * mktime(3) as the GNU C library does it: the moment with these local fields, and of two such the one whose daylight saving is as
 * wanted; where no such moment is near, what the offset of the nearest one with that kind of time gives.
 */
export function makeTime(t: BrokenDown, zone: TimeZone): number {
  const local = secondsOf(t);
  const guess = resolve(local, zone);
  const wanted = t.isDst;
  if (wanted < 0 || zone.at(guess).isDst === wanted > 0) return guess;
  for (let delta = SEARCH_STEP; delta < SEARCH_LIMIT; delta += SEARCH_STEP) {
    for (const at of [guess - delta, guess + delta]) {
      const instant = zone.at(at);
      if (instant.isDst === wanted > 0) return local - instant.offset;
    }
  }
  // A zone that never has that kind of time: it counts as an hour's difference.
  return guess + (wanted > 0 ? -3600 : 3600);
}

/** A moment whose local fields are these; in a gap, as many seconds after it as asked for. */
function resolve(local: number, zone: TimeZone): number {
  const standard = local - zone.at(local).offset;
  let at = standard;
  for (let tries = 0; tries < 4; tries++) {
    const next = local - zone.at(at).offset;
    if (next === at) return at;
    at = next;
  }
  // No fixed point: the fields fall into a gap. Count them by the offset before it.
  return local - Math.min(zone.at(at - DAY).offset, zone.at(at + DAY).offset);
}
