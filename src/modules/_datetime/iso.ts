// Reading ISO 8601 text. Positions count code points; what is no ASCII stands as one character that no rule accepts.
// CPython: Modules/_datetimemodule.c (parse_isoformat_date, parse_isoformat_time, _find_isoformat_datetime_separator)
import type { StrValue } from '../../runtime/objects/str/str.ts';
import { textOfStr } from '../../runtime/objects/str/str.ts';
import { codePointsOf } from '../../runtime/text/text.ts';
import { fromIsoCalendar, type YearMonthDay } from './calendar.ts';

/** A time of day as text gives it; `hour` may be 24. */
export interface IsoTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Undefined: no zone. */
  readonly offset: IsoOffset | undefined;
}

/** Seconds and microseconds east of UTC, both of one sign. */
export interface IsoOffset {
  readonly seconds: number;
  readonly microseconds: number;
}

const ASCII = /^[ -~]*$/;

/** The number that `count` digits say, -1 where there is anything else. */
function digitsAt(text: string, at: number, count: number): number {
  let n = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** `YYYY-MM-DD`, the common form; undefined for any other. */
function commonDate(text: string): YearMonthDay | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  return year < 0 || month < 0 || day < 0 ? undefined : [year, month, day];
}

/** `HH:MM:SS` and `HH:MM:SS.ffffff`, the common forms; undefined for any other. */
function commonClock(text: string): Clock | undefined {
  const { length } = text;
  if ((length !== 8 && length !== 15) || text[2] !== ':' || text[5] !== ':') return undefined;
  const hour = digitsAt(text, 0, 2);
  const minute = digitsAt(text, 3, 2);
  const second = digitsAt(text, 6, 2);
  const microsecond = length === 8 ? 0 : text[8] === '.' ? digitsAt(text, 9, 6) : -1;
  return hour < 0 || minute < 0 || second < 0 || microsecond < 0 ? undefined : [hour, minute, second, microsecond];
}

/** The text with each character in one code unit. */
export function isoText(v: StrValue): string {
  if (typeof v === 'string' && ASCII.test(v)) return v;
  const points = codePointsOf(textOfStr(v));
  let text = '';
  for (let i = 0; i < points.length; i++) text += points[i]! < 128 ? String.fromCharCode(points[i]!) : '\uffff';
  return text;
}

const DATE = /^(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-W(\d\d)(?:-(\d))?|W(\d\d)(\d)?)$/;

/** A date of 7, 8 or 10 characters; undefined when it is none, its parts unchecked unless it is a week date. */
export function parseIsoDate(text: string): YearMonthDay | undefined {
  const common = commonDate(text);
  if (common !== undefined) return common;
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = match[2] ?? match[4];
  if (month !== undefined) return [year, Number(month), Number(match[3] ?? match[5])];
  const date = fromIsoCalendar(year, Number(match[6] ?? match[8]), Number(match[7] ?? match[9] ?? 1));
  return typeof date === 'string' ? undefined : date;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** Where the date ends in a text of a date and a time. */
export function dateEnd(text: string): number {
  const { length } = text;
  if (length === 7) return 7;
  if (text[4] !== '-') return text[4] === 'W' ? weekDateEnd(text) : 8;
  if (text[5] !== 'W') return 10;
  if (length <= 8 || text[8] !== '-') return 8;
  if (length === 9) return -1;
  return length > 10 && isDigit(text[10]) ? 8 : 10;
}

/** `YYYYWww` or `YYYYWwwd`, told apart by how many digits follow. */
function weekDateEnd(text: string): number {
  let at = 7;
  while (isDigit(text[at])) at++;
  if (at < 9) return at;
  return at % 2 === 0 ? 7 : 8;
}

const CLOCK = /^(\d\d)(?:(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)|(?:(\d\d)(?:(\d\d)(?:[.,](\d+))?)?))?$/;

type Clock = readonly [hour: number, minute: number, second: number, microsecond: number];

function parseClock(text: string): Clock | undefined {
  const common = commonClock(text);
  if (common !== undefined) return common;
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const fraction = match[4] ?? match[7];
  return [
    Number(match[1]),
    Number(match[2] ?? match[5] ?? 0),
    Number(match[3] ?? match[6] ?? 0),
    fraction === undefined ? 0 : Number(fraction.slice(0, 6).padEnd(6, '0')),
  ];
}

/** A time of day with or without a zone; undefined when it is none. */
export function parseIsoTime(text: string): IsoTime | undefined {
  const zone = text.search(/[-+Z]/);
  const clock = parseClock(zone < 0 ? text : text.slice(0, zone));
  if (clock === undefined) return undefined;
  const [hour, minute, second, microsecond] = clock;
  const offset = zone < 0 ? undefined : parseOffset(text.slice(zone));
  return offset === null ? undefined : { hour, minute, second, microsecond, offset };
}

function parseOffset(text: string): IsoOffset | null {
  if (text[0] === 'Z') return text.length === 1 ? { seconds: 0, microseconds: 0 } : null;
  const clock = parseClock(text.slice(1));
  if (clock === undefined) return null;
  const sign = text[0] === '-' ? -1 : 1;
  const [hours, minutes, seconds, microseconds] = clock;
  return { seconds: sign * (hours * 3600 + minutes * 60 + seconds), microseconds: sign * microseconds };
}
