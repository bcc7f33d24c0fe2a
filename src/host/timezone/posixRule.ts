// The TZ variable's rule form, `EST5EDT,M3.2.0,M11.1.0` (POSIX.1 Base Definitions 8.3, with RFC 9636's wider hours), which is also
// the footer of a TZif file.

import type { TimeZone, ZoneInstant } from '../clock.ts';
import { daysFromCivil, isLeapYear, weekdayOfDay, yearOfDay } from './calendar.ts';

type DayRule =
  | { readonly kind: 'month'; readonly month: number; readonly week: number; readonly weekday: number }
  | { readonly kind: 'julian'; readonly day: number }
  | { readonly kind: 'zeroBased'; readonly day: number };

interface Change {
  readonly rule: DayRule;
  /** Seconds after local midnight, may be negative or over a day. */
  readonly time: number;
}

/** Parses a TZ rule; `undefined` when the text is none. */
export function parsePosixZone(text: string): TimeZone | undefined {
  const reader = new Reader(text);
  const name = reader.name();
  const offset = name === undefined ? undefined : reader.time();
  if (name === undefined || offset === undefined) return undefined;
  const standard: ZoneInstant = { offset: -offset, isDst: false, abbreviation: name };
  if (reader.done()) return { at: () => standard };
  const dstName = reader.name();
  if (dstName === undefined) return undefined;
  const dstOffset = reader.done() || reader.peek() === ',' ? offset - 3600 : reader.time();
  if (dstOffset === undefined) return undefined;
  const summer: ZoneInstant = { offset: -dstOffset, isDst: true, abbreviation: dstName };
  if (reader.done()) reader.reset(',M3.2.0,M11.1.0');
  const start = reader.change();
  const end = start && reader.change();
  if (!start || !end || !reader.done()) return undefined;
  return { at: (seconds) => (inSummer(seconds, standard.offset, summer.offset, start, end) ? summer : standard) };
}

function inSummer(seconds: number, offset: number, dstOffset: number, start: Change, end: Change): boolean {
  // The GNU C library takes the changes of 1970 for every year before it, so those years are all of one kind.
  const year = Math.max(1970, yearOfDay(Math.floor((seconds + offset) / 86400)));
  const from = changeSecond(year, start) - offset;
  const to = changeSecond(year, end) - dstOffset;
  return from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
}

/** The local second, counted from 1970 as if local time were UTC, at which the change happens. */
function changeSecond(year: number, change: Change): number {
  return changeDay(year, change.rule) * 86400 + change.time;
}

function changeDay(year: number, rule: DayRule): number {
  const january1 = daysFromCivil(year, 1, 1);
  if (rule.kind === 'zeroBased') return january1 + rule.day;
  if (rule.kind === 'julian') return january1 + rule.day - 1 + (isLeapYear(year) && rule.day >= 60 ? 1 : 0);
  const first = daysFromCivil(year, rule.month, 1);
  const next = rule.month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, rule.month + 1, 1);
  let day = first + ((rule.weekday - weekdayOfDay(first) + 7) % 7) + (rule.week - 1) * 7;
  while (day >= next) day -= 7;
  return day;
}

class Reader {
  #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  reset(text: string): void {
    this.#text = text;
    this.#at = 0;
  }

  done(): boolean {
    return this.#at >= this.#text.length;
  }

  peek(): string | undefined {
    return this.#text[this.#at];
  }

  name(): string | undefined {
    const quoted = this.#match(/<([A-Za-z0-9+-]+)>/y);
    if (quoted) return quoted[1];
    return this.#match(/[A-Za-z]{3,}/y)?.[0];
  }

  /** `[+-]hh[:mm[:ss]]` in seconds. */
  time(): number | undefined {
    const match = this.#match(/([+-]?)(\d{1,3})(?::(\d{1,2}))?(?::(\d{1,2}))?/y);
    if (!match) return undefined;
    const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
    return match[1] === '-' ? -seconds : seconds;
  }

  /** `,rule[/time]`. */
  change(): Change | undefined {
    if (this.#text[this.#at] !== ',') return undefined;
    this.#at += 1;
    const rule = this.#dayRule();
    if (!rule) return undefined;
    if (this.peek() !== '/') return { rule, time: 7200 };
    this.#at += 1;
    const time = this.time();
    return time === undefined ? undefined : { rule, time };
  }

  #dayRule(): DayRule | undefined {
    const month = this.#match(/M(\d{1,2})\.(\d)\.(\d)/y);
    if (month) return { kind: 'month', month: Number(month[1]), week: Number(month[2]), weekday: Number(month[3]) };
    const julian = this.#match(/J(\d{1,3})/y);
    if (julian) return { kind: 'julian', day: Number(julian[1]) };
    const zeroBased = this.#match(/(\d{1,3})/y);
    return zeroBased ? { kind: 'zeroBased', day: Number(zeroBased[1]) } : undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}
