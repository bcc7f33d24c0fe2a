// strftime(3) in the C locale, with the GNU flags and widths. What is no directive stays as it is.

import { isLeapYear } from '../../host/timezone/calendar.ts';
import type { BrokenDown } from './calendar.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const DIRECTIVE = /%([-_0^#]*)(\d*)([EO]?)([\s\S]?)/g;

/** Formats; `epoch` gives the seconds for %s. */
export function strftime(format: string, t: BrokenDown, epoch: (t: BrokenDown) => number): string {
  return format.replace(DIRECTIVE, (whole, flags: string, width: string, _modifier: string, letter: string) => {
    const field = fieldOf(letter, t, epoch);
    return field === undefined ? whole : render(field, flags, width, letter);
  });
}

/** A number with its usual width and padding, or text. */
type Field = { readonly value: number; readonly width: number; readonly pad: '0' | ' ' } | string;

function number(value: number, width: number, pad: '0' | ' ' = '0'): Field {
  return { value, width, pad };
}

function fieldOf(letter: string, t: BrokenDown, epoch: (t: BrokenDown) => number): Field | undefined {
  const composite = COMPOSITES.get(letter);
  if (composite !== undefined) return strftime(composite, t, epoch);
  return letter === 's' ? number(epoch(t), 1) : FIELDS.get(letter)?.(t);
}

function render(field: Field, flags: string, width: string, letter: string): string {
  const flag = [...flags].reverse().find((char) => '-_0'.includes(char));
  if (typeof field === 'string') {
    let text = flags.includes('^') ? field.toUpperCase() : field;
    if (flags.includes('#')) text = letter === 'p' ? text.toLowerCase() : text.toUpperCase();
    return text.padStart(Number(width), flag === '0' ? '0' : ' ');
  }
  const digits = String(Math.abs(field.value));
  const sign = field.value < 0 ? '-' : '';
  const pad = flag === '_' || flag === '-' ? ' ' : flag === '0' ? '0' : field.pad;
  if (flag === '-' && width === '') return sign + digits;
  const size = (width === '' ? field.width : Number(width)) - sign.length;
  return pad === '0' ? sign + digits.padStart(size, '0') : (sign + digits).padStart(size + sign.length, ' ');
}

const COMPOSITES: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %e %H:%M:%S %Y'],
  ['D', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['r', '%I:%M:%S %p'],
  ['R', '%H:%M'],
  ['T', '%H:%M:%S'],
  ['x', '%m/%d/%y'],
  ['X', '%H:%M:%S'],
]);

const FIELDS: ReadonlyMap<string, (t: BrokenDown) => Field> = new Map<string, (t: BrokenDown) => Field>([
  ['a', (t) => WEEKDAYS[t.weekday]?.slice(0, 3) ?? '?'],
  ['A', (t) => WEEKDAYS[t.weekday] ?? '?'],
  ['b', (t) => MONTHS[t.month - 1]?.slice(0, 3) ?? '?'],
  ['B', (t) => MONTHS[t.month - 1] ?? '?'],
  ['C', (t) => number(Math.floor(t.year / 100), 1)],
  ['d', (t) => number(t.day, 2)],
  ['e', (t) => number(t.day, 2, ' ')],
  ['g', (t) => number(modulo(isoWeek(t).year, 100), 2)],
  ['G', (t) => number(isoWeek(t).year, 1)],
  ['h', (t) => MONTHS[t.month - 1]?.slice(0, 3) ?? '?'],
  ['H', (t) => number(t.hour, 2)],
  ['I', (t) => number(t.hour % 12 || 12, 2)],
  ['j', (t) => number(t.yearDay, 3)],
  ['k', (t) => number(t.hour, 2, ' ')],
  ['l', (t) => number(t.hour % 12 || 12, 2, ' ')],
  ['m', (t) => number(t.month, 2)],
  ['M', (t) => number(t.minute, 2)],
  ['n', () => '\n'],
  ['p', (t) => (t.hour < 12 ? 'AM' : 'PM')],
  ['P', (t) => (t.hour < 12 ? 'am' : 'pm')],
  ['S', (t) => number(t.second, 2)],
  ['t', () => '\t'],
  ['u', (t) => number(t.weekday + 1, 1)],
  ['U', (t) => number(Math.floor((t.yearDay + 6 - ((t.weekday + 1) % 7)) / 7), 2)],
  ['V', (t) => number(isoWeek(t).week, 2)],
  ['w', (t) => number((t.weekday + 1) % 7, 1)],
  ['W', (t) => number(Math.floor((t.yearDay + 6 - t.weekday) / 7), 2)],
  ['y', (t) => number(modulo(t.year, 100), 2)],
  ['Y', (t) => number(t.year, 1)],
  ['z', (t) => zoneOffset(t.offset)],
  ['Z', (t) => t.zone],
  ['%', () => '%'],
]);

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function zoneOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const digits = String(Math.trunc(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
  return (offset < 0 ? '-' : '+') + digits;
}

/** ISO 8601 week and the year it belongs to. */
function isoWeek(t: BrokenDown): { year: number; week: number } {
  const week = Math.floor((t.yearDay - 1 - t.weekday + 10) / 7);
  if (week < 1) return { year: t.year - 1, week: weeksInYear(t.year - 1, t) };
  if (week === 53 && weeksInYear(t.year, t) === 52) return { year: t.year + 1, week: 1 };
  return { year: t.year, week };
}

/** 52 or 53, by the weekday of the year's first day. */
function weeksInYear(year: number, t: BrokenDown): number {
  const first = modulo(t.weekday - (t.yearDay - 1), 7);
  const january1 = year === t.year ? first : modulo(first - (isLeapYear(year) ? 366 : 365), 7);
  return january1 === 3 || (january1 === 2 && isLeapYear(year)) ? 53 : 52;
}

/** `time.asctime`. */
export function asctime(t: BrokenDown): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
  const weekday = WEEKDAYS[t.weekday]!.slice(0, 3);
  return `${weekday} ${MONTHS[t.month - 1]!.slice(0, 3)} ${String(t.day).padStart(2)} ${clock} ${t.year}`;
}
