// date and the result of isocalendar(). CPython: Modules/_datetimemodule.c (date_*, iso_calendar_date_*)

import { NotImplemented } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { isStr, textOfStr } from '../../runtime/objects/str/str.ts';
import { tuple, tupleType } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import type { CompareOp } from '../../runtime/protocols/compare.ts';
import { compareNumbers } from '../../runtime/protocols/compare.ts';
import { intArgument, parsedInt } from '../../runtime/protocols/item.ts';
import { comparisons } from '../../runtime/protocols/sequence.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { codePointsOf } from '../../runtime/text/text.ts';
import { type Parameters, parseArguments } from './arguments.ts';
import { fromIsoCalendar, fromOrdinal, isoCalendar, toOrdinal, weekdayOf } from './calendar.ts';
import { ctimeText, formatArgument, formatObject, isoDate, structTime, wrapStrftime } from './format.ts';
import { DOCS } from './generated/docs.ts';
import { isoText, parseIsoDate } from './iso.ts';
import {
  dateOfClass,
  dateType,
  isoCalendarDateType,
  newDate,
  newDelta,
  PyDate,
  PyDateTime,
  PyIsoCalendarDate,
  PyTimeDelta,
} from './layout.ts';
import { localFields, wholeSeconds } from './local.ts';
import { addDateDelta } from './shift.ts';

const PARAMETERS: Parameters = { names: ['year', 'month', 'day'], required: 3, positional: 3, convert: parsedInt };

/**
 * The bytes of a pickled state of `size` bytes, with its month at `monthAt`; undefined for other arguments. Pickles of Python 2 give a str.
 */
export function pickledState(v: Value | undefined, size: number, what: string, sane: (b: Uint8Array) => boolean) {
  if (v instanceof PyBytes) return v.value.length === size && sane(v.value) ? v.value : undefined;
  if (v === undefined || !isStr(v)) return undefined;
  const points = Array.from(codePointsOf(textOfStr(v)));
  if (points.length !== size || !sane(Uint8Array.from(points, (p) => Math.min(p, 255)))) return undefined;
  if (points.every((p) => p < 256)) return Uint8Array.from(points);
  throw valueError(
    `Failed to encode latin1 string when unpickling a ${what} object. pickle.load(data, encoding='latin1') is assumed.`,
  );
}

function dateNew(cls: PyType, args: readonly Value[], keywords: PyDict): Value {
  if (args.length === 1) {
    const data = pickledState(args[0], 4, 'date', (b) => b[2]! >= 1 && b[2]! <= 12);
    if (data !== undefined) return fromState(cls, data);
  }
  const [year, month, day] = parseArguments(PARAMETERS, args, keywords);
  return newDate(cls, parsedInt(year!), parsedInt(month!), parsedInt(day!));
}

/** What a pickle says is taken as it is. CPython: date_new with a state */
function fromState(cls: PyType, data: Uint8Array): Value {
  const Layout = cls.Instance as unknown as new (year: number, month: number, day: number) => PyDate;
  return new Layout(data[0]! * 256 + data[1]!, data[2]!, data[3]!);
}

function dateConstruct(args: Value[]): Value | undefined {
  const [year, month, day] = args;
  if (args.length !== 3 || !isPlain(year) || !isPlain(month) || !isPlain(day)) return undefined;
  return newDate(dateType, year, month, day);
}

/** An int that C takes without asking. */
export function isPlain(v: Value | undefined): v is Value & number {
  return typeof v === 'number' && (v | 0) === v;
}

/** CPython: date_fromtimestamp */
function dateFromTimestamp(cls: PyType, timestamp: Value): Value {
  const { year, month, day } = localFields(wholeSeconds(timestamp));
  return dateOfClass(cls, year, month, day);
}

function dateToday(cls: PyType): Value {
  const now = call(getAttr(state.interp.importModule('time'), 'time'));
  return call(getAttr(cls, 'fromtimestamp'), now);
}

function dateFromOrdinal(cls: PyType, ordinal: Value): Value {
  const n = parsedInt(ordinal);
  if (n < 1) throw valueError('ordinal must be >= 1');
  const [year, month, day] = fromOrdinal(n);
  return dateOfClass(cls, year, month, day);
}

function dateFromIsoFormat(cls: PyType, text: Value): Value {
  if (!isStr(text)) throw typeError('fromisoformat: argument must be str');
  const found = parseIsoDate(isoText(text));
  if (found === undefined) throw valueError(`Invalid isoformat string: ${reprForMessage(text)}`);
  return dateOfClass(cls, ...found);
}

/** CPython: date_fromisocalendar */
function dateFromIsoCalendar(cls: PyType, year: Value, week: Value, day: Value): Value {
  const parts = isoArguments(year, week, day);
  const found = fromIsoCalendar(...parts);
  if (found === 'year') throw valueError(`year must be in 1..9999, not ${parts[0]}`);
  if (found === 'week') throw valueError(`Invalid week: ${parts[1]}`);
  if (found === 'day') throw valueError(`Invalid weekday: ${parts[2]} (range is [1, 7])`);
  return dateOfClass(cls, ...found);
}

function isoArguments(year: Value, week: Value, day: Value): [number, number, number] {
  try {
    return [intArgument(year), intArgument(week), intArgument(day)];
  } catch (e) {
    if (isError(e, 'OverflowError')) throw valueError('ISO calendar component out of range');
    throw e;
  }
}

/** `cls.strptime(text, format)`, which is `_strptime`'s. */
export function strptimeOf(kind: string) {
  return (cls: PyType, text: Value, format: Value): Value => {
    if (!isStr(text)) throw typeError(`strptime() argument 1 must be str, not ${typeOf(text).typeName}`);
    if (!isStr(format)) throw typeError(`strptime() argument 2 must be str, not ${typeOf(format).typeName}`);
    return call(getAttr(state.interp.importModule('_strptime'), `_strptime_datetime_${kind}`), cls, text, format);
  };
}

function dateReplace(self: PyDate, year?: Value, month?: Value, day?: Value): Value {
  const y = year === undefined ? self.year : intArgument(year);
  const m = month === undefined ? self.month : intArgument(month);
  return dateOfClass(self.cls, y, m, day === undefined ? self.day : intArgument(day));
}

function dateAdd(a: Value, b: Value): Value {
  if (a instanceof PyDateTime || b instanceof PyDateTime) return NotImplemented;
  if (a instanceof PyDate) return b instanceof PyTimeDelta ? addDateDelta(a, b, 1) : NotImplemented;
  return a instanceof PyTimeDelta && b instanceof PyDate ? addDateDelta(b, a, 1) : NotImplemented;
}

function dateSubtract(a: Value, b: Value): Value {
  if (a instanceof PyDateTime || b instanceof PyDateTime || !(a instanceof PyDate)) return NotImplemented;
  if (b instanceof PyDate) return newDelta(ordinalOf(a) - ordinalOf(b), 0, 0);
  return b instanceof PyTimeDelta ? addDateDelta(a, b, -1) : NotImplemented;
}

export function ordinalOf({ year, month, day }: PyDate): number {
  return toOrdinal(year, month, day);
}

function dateCompare(self: PyDate, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyDate) || other instanceof PyDateTime) return NotImplemented;
  return compareNumbers(self.year - other.year || self.month - other.month || self.day - other.day, 0, op);
}

function dateTimetuple(self: PyDate): Value {
  return structTime(self, 0, 0, 0, -1);
}

function dateStrftime(self: PyDate, format: Value): Value {
  const text = formatArgument(format, 'strftime');
  return wrapStrftime(self, text, call(getAttr(self, 'timetuple')), self);
}

function dateIsoCalendar({ year, month, day }: PyDate): Value {
  return new PyIsoCalendarDate(isoCalendar(year, month, day).map(int));
}

function dateState({ year, month, day }: PyDate): Value {
  return bytes(Uint8Array.of(year >> 8, year & 255, month, day));
}

const compare = comparisons(dateCompare);
const doc = (name: string): string | undefined => DOCS[`date.${name}`];
const isoField = (index: number) => (self: PyIsoCalendarDate) => self.items[index]!;

export function installDate(): void {
  dateType.construct = dateConstruct;
  installType(dateType, {
    doc: DOCS['date']!,
    new: method('($type, *args, **kwargs)', dateNew),
    methods: {
      __repr__: slot('($self, /)', ({ cls, year, month, day }: PyDate) => `${cls.typeName}(${year}, ${month}, ${day})`),
      __hash__: slot('($self, /)', ({ year, month, day }: PyDate) => int((year * 16 + month) * 32 + day)),
      __str__: slot('($self, /)', isoDate),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      __add__: slot('($self, value, /)', dateAdd),
      __radd__: slot('($self, value, /)', (self: Value, other: Value) => dateAdd(other, self)),
      __sub__: slot('($self, value, /)', dateSubtract),
      __rsub__: slot('($self, value, /)', (self: Value, other: Value) => dateSubtract(other, self)),
      fromtimestamp: classmethod('($type, timestamp, /)', dateFromTimestamp, doc('fromtimestamp'), 'o'),
      fromordinal: classmethod('($type, ordinal, /)', dateFromOrdinal, doc('fromordinal')),
      fromisoformat: classmethod('($type, object, /)', dateFromIsoFormat, doc('fromisoformat'), 'o'),
      fromisocalendar: classmethod('($type, /, year, week, day)', dateFromIsoCalendar, doc('fromisocalendar')),
      strptime: classmethod('($type, string, format, /)', strptimeOf('date'), doc('strptime')),
      today: classmethod('($type, /)', dateToday, doc('today'), 'noargs'),
      ctime: method('($self, /)', (self: PyDate) => ctimeText(self, 0, 0, 0), doc('ctime'), 'noargs'),
      strftime: method('($self, /, format)', dateStrftime, doc('strftime')),
      __format__: method('($self, format, /)', formatObject, doc('__format__')),
      timetuple: method('($self, /)', dateTimetuple, doc('timetuple'), 'noargs'),
      isocalendar: method('($self, /)', dateIsoCalendar, doc('isocalendar'), 'noargs'),
      isoformat: method('($self, /)', isoDate, doc('isoformat'), 'noargs'),
      isoweekday: method(
        '($self, /)',
        ({ year, month, day }: PyDate) => int(weekdayOf(year, month, day) + 1),
        doc('isoweekday'),
        'noargs',
      ),
      toordinal: method('($self, /)', (self: PyDate) => int(ordinalOf(self)), doc('toordinal'), 'noargs'),
      weekday: method(
        '($self, /)',
        ({ year, month, day }: PyDate) => int(weekdayOf(year, month, day)),
        doc('weekday'),
        'noargs',
      ),
      replace: method('($self, /, year=unchanged, month=unchanged, day=unchanged)', dateReplace, doc('replace')),
      __replace__: method(
        '($self, /, year=unchanged, month=unchanged, day=unchanged)',
        dateReplace,
        doc('__replace__'),
      ),
      __reduce__: method(
        '($self, /)',
        (self: PyDate) => tuple([self.cls, tuple([dateState(self)])]),
        doc('__reduce__'),
        'noargs',
      ),
    },
    properties: {
      year: getset((self: PyDate) => int(self.year)),
      month: getset((self: PyDate) => int(self.month)),
      day: getset((self: PyDate) => int(self.day)),
    },
    attributes: {
      min: new PyDate(1, 1, 1),
      max: new PyDate(9999, 12, 31),
      resolution: new PyTimeDelta(1, 0, 0),
    },
  });
  installIsoCalendarDate();
}

function installIsoCalendarDate(): void {
  installType(isoCalendarDateType, {
    doc: 'The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday))\nor via the object attributes as named in the above tuple.',
    new: method(
      '($type, /, year, week, weekday)',
      (_cls: PyType, year: Value, week: Value, weekday: Value) =>
        new PyIsoCalendarDate([intArgument(year), intArgument(week), intArgument(weekday)].map(int)),
    ),
    methods: {
      __repr__: slot('($self, /)', ({ items: [year, week, weekday] }: PyIsoCalendarDate) => {
        return `datetime.IsoCalendarDate(year=${year}, week=${week}, weekday=${weekday})`;
      }),
      __reduce__: method('($self, /)', (self: PyIsoCalendarDate) =>
        tuple([tupleType, tuple([tuple([...self.items])])]),
      ),
    },
    properties: {
      year: getset(isoField(0)),
      week: getset(isoField(1)),
      weekday: getset(isoField(2)),
    },
  });
}
