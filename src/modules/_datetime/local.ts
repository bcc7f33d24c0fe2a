// Timestamps and the local time zone. Seconds count from 1970 and local seconds are what a clock on the wall shows, counted alike.
// CPython: Modules/_datetimemodule.c (local, local_to_seconds, local_timezone_from_local), Python/pytime.c
import { hostError } from '../../host/error.ts';
import { localZone } from '../../runtime/core/local-zone.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { overflowError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { isFloat, isInt } from '../../runtime/protocols/real.ts';
import { isIndex } from '../../runtime/protocols/sequence.ts';
import { EPOCH_ORDINAL, fromOrdinal, toOrdinal, type YearMonthDay } from './calendar.ts';
import { newDelta, type PyDateTime, type PyTimeZone } from './layout.ts';
import { newTimeZone } from './zone.ts';

/** The calendar of C's `struct tm` ends where its year no longer fits. */
const LIMIT_SECONDS = 6.7e16;
const DAY = 86400;

export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function inRange(at: number): number {
  if (Math.abs(at) > LIMIT_SECONDS) throw osErrorFromHost(hostError('EOVERFLOW'));
  return at;
}

/** A count of seconds as date and time. */
export function fieldsOfSeconds(at: number): Fields {
  const days = Math.floor(at / DAY);
  const rest = at - days * DAY;
  const [year, month, day]: YearMonthDay = fromOrdinal(days + EPOCH_ORDINAL);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
  };
}

export function utcFields(at: number): Fields {
  return fieldsOfSeconds(inRange(at));
}

export function localFields(at: number): Fields {
  return fieldsOfSeconds(localSeconds(at));
}

/** What the wall shows at an instant. CPython: local() */
export function localSeconds(at: number): number {
  inRange(at);
  return at + localZone(state.interp).at(at).offset;
}

/** The seconds of a date and time, as if it were UTC. CPython: utc_to_seconds */
export function wallSeconds({ year, month, day, hour, minute, second }: Fields): number {
  return (toOrdinal(year, month, day) - EPOCH_ORDINAL) * DAY + hour * 3600 + minute * 60 + second;
}

/** Whether an instant is the second of two that show the same time: the clocks were just put back. */
export function isFolded(at: number): boolean {
  const shown = localSeconds(at);
  const gap = shown - localSeconds(at - DAY) - DAY;
  return gap < 0 && localSeconds(at + gap) === shown;
}

/** The instant at which the wall shows a time; `fold` chooses where there are two, or none. CPython: local_to_seconds */
export function localToSeconds(wall: number, fold: number): number {
  const a = localSeconds(wall) - wall;
  const first = wall - a;
  const shownFirst = localSeconds(first);
  let b: number;
  if (shownFirst === wall) {
    const probe = fold === 1 ? first + DAY : first - DAY;
    b = localSeconds(probe) - probe;
    if (a === b) return first;
  } else b = shownFirst - first;
  const second = wall - b;
  if (localSeconds(second) === wall) return second;
  if (shownFirst === wall) return first;
  return fold === 1 ? Math.min(first, second) : Math.max(first, second);
}

/** The zone in force at an instant, as a `timezone`. CPython: local_timezone_from_timestamp */
export function localTimeZone(at: number): PyTimeZone {
  const { offset, abbreviation } = localZone(state.interp).at(inRange(at));
  return newTimeZone(newDelta(0, offset, 0), strOfUtf16(abbreviation));
}

/** CPython: local_timezone_from_local */
export function zoneOfLocal(self: PyDateTime): PyTimeZone {
  const wall = wallSeconds(self);
  const at = localToSeconds(wall, self.fold);
  const other = localToSeconds(wall, 1 - self.fold);
  return localTimeZone(other !== at && other > at === (self.fold === 1) ? other : at);
}

function finite(x: number): number {
  if (Number.isNaN(x)) throw valueError('Invalid value NaN (not a number)');
  return x;
}

function outOfRange(): Raised {
  return overflowError('timestamp out of range for platform time_t');
}

/** A timestamp in whole seconds, rounded down. CPython: _PyTime_ObjectToTime_t */
export function wholeSeconds(v: Value): number {
  const at = isFloat(v)
    ? Math.floor(finite(typeof v === 'number' ? v : v.value))
    : isIndex(v)
      ? Number(asIndex(v))
      : undefined;
  if (at === undefined) throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer`);
  if (!(Math.abs(at) < 2 ** 63)) throw outOfRange();
  return at;
}

/** A timestamp as seconds and microseconds, rounded half to even. CPython: _PyTime_ObjectToTimeval */
export function secondsAndMicroseconds(v: Value): [seconds: number, microseconds: number] {
  if (!isFloat(v)) {
    if (!isInt(v)) throw typeError(`argument must be int or float, not ${typeOf(v).typeName}`);
    return [wholeSeconds(v), 0];
  }
  const x = finite(typeof v === 'number' ? v : v.value);
  if (!(Math.abs(x) < 2 ** 63)) throw outOfRange();
  let seconds = Math.trunc(x);
  let microseconds = roundHalfEven((x - seconds) * 1e6);
  if (microseconds >= 1000000) {
    microseconds -= 1000000;
    seconds++;
  } else if (microseconds < 0) {
    microseconds += 1000000;
    seconds--;
  }
  return [seconds, microseconds];
}

function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  return Math.abs(x - Math.trunc(x)) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
