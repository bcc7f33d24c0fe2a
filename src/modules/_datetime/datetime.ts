// datetime: construction, arithmetic, comparison. CPython: Modules/_datetimemodule.c (datetime_*)

import { None, NotImplemented } from '../../runtime/core/object.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import type { CompareOp } from '../../runtime/protocols/compare.ts';
import { compareNumbers } from '../../runtime/protocols/compare.ts';
import { hash } from '../../runtime/protocols/hash.ts';
import { parsedInt } from '../../runtime/protocols/item.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { type Parameters, parseArguments } from './arguments.ts';
import { isPlain, ordinalOf, pickledState } from './date.ts';
import {
  type DateTimeFields,
  dateTimeOfClass,
  datetimeType,
  fieldsOf,
  newDateTime,
  newDelta,
  PyDateTime,
  PyTimeDelta,
} from './layout.ts';
import { addDateTimeDelta } from './shift.ts';
import { intOr, parsedOrZero, stateZone } from './time.ts';
import { compareDeltas, deltaHash, subtractDeltas } from './timedelta.ts';
import { utcOffset } from './zone.ts';

const PARAMETERS: Parameters = {
  names: ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'],
  required: 3,
  positional: 8,
  convert: parsedInt,
};

/** CPython: datetime_new */
export function datetimeNew(cls: PyType, args: readonly Value[], keywords: PyDict): Value {
  if (args.length === 1 || args.length === 2) {
    const data = pickledState(args[0], 10, 'datetime', (b) => (b[2]! & 0x7f) >= 1 && (b[2]! & 0x7f) <= 12);
    if (data !== undefined) return fromState(cls, data, stateZone(args[1]));
  }
  const [year, month, day, hour, minute, second, microsecond, tzinfo, fold] = parseArguments(
    PARAMETERS,
    args,
    keywords,
  );
  const numbers = [year, month, day, hour, minute, second, microsecond].map(parsedOrZero);
  return newDateTime(cls, [...numbers, tzinfo ?? None, parsedOrZero(fold)] as unknown as DateTimeFields);
}

function fromState(cls: PyType, data: Uint8Array, tzinfo: Value): Value {
  const month = data[2]!;
  const fields: DateTimeFields = [
    data[0]! * 256 + data[1]!,
    month & 0x7f,
    data[3]!,
    data[4]!,
    data[5]!,
    data[6]!,
    (data[7]! << 16) | (data[8]! << 8) | data[9]!,
    tzinfo,
    month >> 7,
  ];
  return new (cls.Instance as unknown as new (...all: DateTimeFields) => PyDateTime)(...fields);
}

export function datetimeConstruct(args: Value[]): Value | undefined {
  const [year, month, day, hour = int(0), minute = int(0), second = int(0), microsecond = int(0), tzinfo = None] = args;
  if (args.length < 3 || args.length > 8 || !isPlain(year) || !isPlain(month) || !isPlain(day)) return undefined;
  if (!isPlain(hour) || !isPlain(minute) || !isPlain(second) || !isPlain(microsecond)) return undefined;
  return newDateTime(datetimeType, [year, month, day, hour, minute, second, microsecond, tzinfo, 0]);
}

export function offsetOf(self: PyDateTime): PyTimeDelta | undefined {
  return utcOffset(self.tzinfo, self);
}

export function datetimeAdd(a: Value, b: Value): Value {
  if (a instanceof PyDateTime) return b instanceof PyTimeDelta ? addDateTimeDelta(a, b, 1) : NotImplemented;
  return a instanceof PyTimeDelta && b instanceof PyDateTime ? addDateTimeDelta(b, a, 1) : NotImplemented;
}

export const secondsOf = ({ hour, minute, second }: PyDateTime): number => hour * 3600 + minute * 60 + second;

/** The difference of what the two show, whatever their zones. */
function plainDifference(a: PyDateTime, b: PyDateTime): PyTimeDelta {
  return newDelta(ordinalOf(a) - ordinalOf(b), secondsOf(a) - secondsOf(b), a.microsecond - b.microsecond);
}

/** CPython: datetime_subtract */
export function datetimeSubtract(a: Value, b: Value): Value {
  if (!(a instanceof PyDateTime)) return NotImplemented;
  if (b instanceof PyTimeDelta) return addDateTimeDelta(a, b, -1);
  return b instanceof PyDateTime ? difference(a, b) : NotImplemented;
}

export function difference(a: PyDateTime, b: PyDateTime): PyTimeDelta {
  const shown = plainDifference(a, b);
  if (a.tzinfo === b.tzinfo) return shown;
  const offsetA = offsetOf(a);
  const offsetB = offsetOf(b);
  if ((offsetA === undefined) !== (offsetB === undefined)) {
    throw typeError("can't subtract offset-naive and offset-aware datetimes");
  }
  if (offsetA === undefined || offsetB === undefined || compareDeltas(offsetA, offsetB) === 0) return shown;
  return subtractDeltas(shown, subtractDeltas(offsetA, offsetB));
}

function compareShown(a: PyDateTime, b: PyDateTime): number {
  return (
    a.year - b.year ||
    a.month - b.month ||
    a.day - b.day ||
    secondsOf(a) - secondsOf(b) ||
    a.microsecond - b.microsecond
  );
}

/** CPython: datetime_richcompare */
export function datetimeCompare(self: PyDateTime, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyDateTime)) return NotImplemented;
  if (self.tzinfo === other.tzinfo) return compareNumbers(compareShown(self, other), 0, op);
  const a = offsetOf(self);
  const b = offsetOf(other);
  const equality = op === '__eq__' || op === '__ne__';
  if ((a === undefined) !== (b === undefined)) {
    if (equality) return op === '__ne__';
    throw typeError("can't compare offset-naive and offset-aware datetimes");
  }
  let order: number;
  if (a === undefined || b === undefined || compareDeltas(a, b) === 0) order = compareShown(self, other);
  else order = compareDeltas(subtractDeltas(plainDifference(self, other), subtractDeltas(a, b)), newDelta(0, 0, 0));
  // Times that another fold would move are equal to none of another zone (PEP 495).
  if (equality && order === 0 && (dependsOnFold(self, a) || dependsOnFold(other, b))) order = 1;
  return compareNumbers(order, 0, op);
}

function dependsOnFold(self: PyDateTime, offset: PyTimeDelta | undefined): boolean {
  if (self.tzinfo === None) return false;
  const other = offsetOf(newDateTime(datetimeType, fieldsOf(self, self.tzinfo, 1 - self.fold)));
  if (offset === undefined || other === undefined) return offset !== other;
  return compareDeltas(offset, other) !== 0;
}

/** CPython: datetime_hash; fold does not count */
export function datetimeHash(self: PyDateTime): Value {
  const plain = self.fold === 0 ? self : newDateTime(datetimeType, fieldsOf(self, self.tzinfo, 0));
  const offset = offsetOf(plain);
  const days = ordinalOf(self);
  if (offset === undefined) return hash(int(days * 86400 + secondsOf(self) + self.microsecond * 4294967296)) as Value;
  return deltaHash(subtractDeltas(newDelta(days, secondsOf(self), self.microsecond), offset));
}

/** CPython: datetime_repr */
export function datetimeRepr(self: PyDateTime): Value {
  const { cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold } = self;
  let text = `${cls.typeName}(${year}, ${month}, ${day}, ${hour}, ${minute}`;
  if (second !== 0 || microsecond !== 0) text += `, ${second}`;
  if (microsecond !== 0) text += `, ${microsecond}`;
  if (fold === 1) text += ', fold=1';
  return tzinfo === None ? `${text})` : `${text}, tzinfo=${reprForMessage(tzinfo)})`;
}

/** CPython: datetime_replace */
export function datetimeReplace(self: PyDateTime, ...changes: (Value | undefined)[]): Value {
  const [year, month, day, hour, minute, second, microsecond, tzinfo, fold] = changes;
  const folded = intOr(fold, self.fold);
  if (folded !== 0 && folded !== 1) throw valueError(`fold must be either 0 or 1, not ${folded}`);
  return dateTimeOfClass(self.cls, [
    intOr(year, self.year),
    intOr(month, self.month),
    intOr(day, self.day),
    intOr(hour, self.hour),
    intOr(minute, self.minute),
    intOr(second, self.second),
    intOr(microsecond, self.microsecond),
    tzinfo ?? self.tzinfo,
    folded,
  ]);
}

/** CPython: datetime_getstate */
export function datetimeReduce(self: PyDateTime, protocol: number): Value {
  const { year, month, day, hour, minute, second, microsecond, tzinfo, fold } = self;
  const folded = protocol > 3 && fold === 1 ? month | 0x80 : month;
  const data = [year >> 8, year & 255, folded, day, hour, minute, second];
  const state = bytes(Uint8Array.of(...data, microsecond >> 16, (microsecond >> 8) & 255, microsecond & 255));
  return tuple([self.cls, tuple(tzinfo === None ? [state] : [state, tzinfo])]);
}
