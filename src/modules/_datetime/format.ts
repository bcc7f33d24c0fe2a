// Dates and times as text: isoformat, ctime, strftime. CPython: Modules/_datetimemodule.c (isoformat_time, format_ctime, wrap_strftime)
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { isStr, type StrValue, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { joinStrings, str } from '../../runtime/protocols/text.ts';
import { codePointsOf, sliceText } from '../../runtime/text/text.ts';
import { daysBeforeMonth, weekdayOf } from './calendar.ts';
import { PyDate, PyDateTime, type PyTime } from './layout.ts';
import { two } from './timedelta.ts';
import { formatOffset, utcOffset, zoneName } from './zone.ts';

export const four = (n: number): string => String(n).padStart(4, '0');
const six = (n: number): string => String(n).padStart(6, '0');

export function isoDate({ year, month, day }: PyDate): string {
  return `${four(year)}-${two(month)}-${two(day)}`;
}

/** The time of day as `timespec` wants it. CPython: format_time */
export function isoTime(self: PyTime | PyDateTime, timespec: string): string {
  const { hour, minute, second, microsecond } = self;
  const short = `${two(hour)}:${two(minute)}`;
  switch (timespec) {
    case 'auto':
      return microsecond === 0 ? `${short}:${two(second)}` : `${short}:${two(second)}.${six(microsecond)}`;
    case 'hours':
      return two(hour);
    case 'minutes':
      return short;
    case 'seconds':
      return `${short}:${two(second)}`;
    case 'milliseconds':
      return `${short}:${two(second)}.${String(Math.floor(microsecond / 1000)).padStart(3, '0')}`;
    case 'microseconds':
      return `${short}:${two(second)}.${six(microsecond)}`;
    default:
      throw valueError('Unknown timespec value');
  }
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** CPython: format_ctime */
export function ctimeText({ year, month, day }: PyDate, hour: number, minute: number, second: number): string {
  const weekday = WEEKDAYS[weekdayOf(year, month, day)];
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${weekday} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${clock} ${four(year)}`;
}

/** A `time.struct_time`. CPython: build_struct_time */
export function structTime(date: PyDate, hour: number, minute: number, second: number, dst: number): Value {
  const { year, month, day } = date;
  const yearDay = daysBeforeMonth(year, month) + day;
  const fields = [year, month, day, hour, minute, second, weekdayOf(year, month, day), yearDay, dst];
  return call(getAttr(state.interp.importModule('time'), 'struct_time'), tuple(fields.map(int)));
}

/** A format argument that must be a str. */
export function formatArgument(v: Value, owner: string): StrValue {
  if (isStr(v)) return v;
  throw typeError(`${owner}() argument 1 must be str, not ${v === undefined ? 'None' : typeOf(v).typeName}`);
}

/** `object.strftime(format)`: %f, %z, %:z and %Z are filled in first, the rest is time.strftime's. CPython: wrap_strftime */
export function wrapStrftime(object: PyDate | PyTime, format: StrValue, timetuple: Value, subject: Value): Value {
  const strftime = getAttr(state.interp.importModule('time'), 'strftime');
  const text = textOfStr(format);
  const points = codePointsOf(text);
  const parts: StrValue[] = [];
  let from = 0;
  const upTo = (at: number): void => {
    if (at > from) parts.push(strSlice(text, from, at));
  };
  for (let at = 0; at < points.length; at++) {
    if (points[at] !== 0x25 || at + 1 >= points.length) continue;
    const colon = points[at + 1] === 0x3a && points[at + 2] === 0x7a;
    const letter = colon ? ':z' : String.fromCodePoint(points[at + 1]!);
    const replaced = directive(object, letter, subject, strftime, timetuple);
    if (replaced !== undefined) {
      upTo(at);
      parts.push(replaced);
      from = at + 1 + letter.length;
    }
    at += letter.length;
  }
  upTo(points.length);
  return call(strftime, joinStrings(parts), timetuple);
}

function strSlice(text: ReturnType<typeof textOfStr>, from: number, to: number): StrValue {
  const part = sliceText(text, from, to);
  return typeof part === 'string' ? part : strOf(part);
}

/** What stands for a directive that time.strftime does not know as datetime means it; undefined for the others. */
function directive(
  object: PyDate | PyTime,
  letter: string,
  subject: Value,
  strftime: Value,
  timetuple: Value,
): StrValue | undefined {
  const clock = object instanceof PyDate && !(object instanceof PyDateTime) ? undefined : (object as PyTime);
  switch (letter) {
    case 'f':
      return six(clock?.microsecond ?? 0);
    case 'z':
    case ':z':
      return clock === undefined ? '' : formatOffset(utcOffset(clock.tzinfo, subject), letter === 'z' ? '' : ':');
    case 'Z': {
      const name = clock === undefined ? '' : zoneName(clock.tzinfo, subject);
      return isStr(name) ? escaped(name) : '';
    }
    case 'Y':
    case 'F':
    case 'C':
    case 'G':
      return object instanceof PyDate && object.year < 1000 ? century(object, letter, strftime, timetuple) : undefined;
    default:
      return undefined;
  }
}

/** A zone's name, safe within a format. CPython: make_Zreplacement */
function escaped(name: StrValue): StrValue {
  const text = call(getAttr(name, 'replace'), '%', '%%');
  if (!isStr(text)) throw typeError('tzname.replace() did not return a string');
  return text;
}

/** Years below 1000 with all four digits. */
function century(date: PyDate, letter: string, strftime: Value, timetuple: Value): StrValue {
  if (letter === 'F') return isoDate(date);
  if (letter === 'C') return two(Math.floor(date.year / 100));
  if (letter === 'Y') return four(date.year);
  return (str(call(strftime, '%G', timetuple)) as string).padStart(4, '0');
}

/** CPython: date_format */
export function formatObject(self: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(`__format__() argument 1 must be str, not ${typeOf(spec).typeName}`);
  if (spec === '') return str(self);
  return call(getAttr(self, 'strftime'), spec);
}
