// tzinfo and timezone, and the questions that dates and times ask them. CPython: Modules/_datetimemodule.c (tzinfo_*, timezone_*, call_tzinfo_method)
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { notImplementedError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { installType, method, slot } from '../../runtime/native/define.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import type { CompareOp } from '../../runtime/protocols/compare.ts';
import { comparisons } from '../../runtime/protocols/sequence.ts';
import { repr, reprForMessage } from '../../runtime/protocols/text.ts';
import { type Parameters, parseArguments } from './arguments.ts';
import { DOCS } from './generated/docs.ts';
import { newDelta, PyDateTime, PyTimeDelta, PyTimeZone, type PyTzInfo, timezoneType, tzinfoType } from './layout.ts';
import { addDateTimeDelta } from './shift.ts';
import { compareDeltas, deltaHash, isZero, subtractDeltas, two } from './timedelta.ts';

/** `timezone.utc` */
export const UTC: PyTimeZone = new PyTimeZone(new PyTimeDelta(0, 0, 0));

function isStrictlyWithinDay({ days, seconds, microseconds }: PyTimeDelta): boolean {
  return days === 0 || (days === -1 && (seconds > 0 || microseconds > 0));
}

function offsetOutOfRange(offset: PyTimeDelta): Raised {
  return valueError(
    `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${reprForMessage(offset)}`,
  );
}

/** CPython: new_timezone */
export function newTimeZone(offset: PyTimeDelta, name?: Value): PyTimeZone {
  if (name === undefined && isZero(offset)) return UTC;
  if (!isStrictlyWithinDay(offset)) throw offsetOutOfRange(offset);
  return new PyTimeZone(offset, name);
}

/** What `tzinfo.utcoffset(dt)` or `dst(dt)` gives; undefined for None. CPython: call_tzinfo_method */
function offsetFrom(zone: Value, name: 'utcoffset' | 'dst', subject: Value): PyTimeDelta | undefined {
  if (zone === None) return undefined;
  const offset = call(getAttr(zone, name), subject);
  if (offset === None) return undefined;
  if (!(offset instanceof PyTimeDelta)) {
    throw typeError(`tzinfo.${name}() must return None or timedelta, not '${typeOf(offset).typeName}'`);
  }
  if (!isStrictlyWithinDay(offset)) throw offsetOutOfRange(offset);
  return offset;
}

/** CPython: call_utcoffset */
export function utcOffset(zone: Value, subject: Value): PyTimeDelta | undefined {
  if (zone instanceof PyTimeZone) return zone.offset;
  return offsetFrom(zone, 'utcoffset', subject);
}

/** CPython: call_dst */
export function dstOffset(zone: Value, subject: Value): PyTimeDelta | undefined {
  return offsetFrom(zone, 'dst', subject);
}

/** CPython: call_tzname */
export function zoneName(zone: Value, subject: Value): Value {
  if (zone === None) return None;
  const name = call(getAttr(zone, 'tzname'), subject);
  if (name === None || isStr(name)) return name;
  throw typeError(`tzinfo.tzname() must return None or a string, not '${typeOf(name).typeName}'`);
}

/** An offset as `+HH:MM[:SS[.ffffff]]`. CPython: format_utcoffset */
export function formatOffset(offset: PyTimeDelta | undefined, separator: string): string {
  if (offset === undefined) return '';
  const { days } = offset;
  const total = Math.abs(days * 86400 + offset.seconds + (days < 0 && offset.microseconds > 0 ? 1 : 0));
  const microseconds = days < 0 && offset.microseconds > 0 ? 1000000 - offset.microseconds : offset.microseconds;
  const minutes = Math.floor(total / 60);
  let text = `${days < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
  if (total % 60 !== 0 || microseconds !== 0) text += separator + two(total % 60);
  return microseconds === 0 ? text : `${text}.${String(microseconds).padStart(6, '0')}`;
}

const abstract = (name: string) => (): Value => {
  throw notImplementedError(`a tzinfo subclass must implement ${name}()`);
};

function checkFromUtc(self: Value, dt: Value): PyDateTime {
  if (!(dt instanceof PyDateTime)) throw typeError('fromutc: argument must be a datetime');
  if (dt.tzinfo !== self) throw valueError('fromutc: dt.tzinfo is not self');
  return dt;
}

/** CPython: tzinfo_fromutc */
function tzinfoFromUtc(self: Value, subject: Value): Value {
  const dt = checkFromUtc(self, subject);
  const offset = utcOffset(dt.tzinfo, dt);
  if (offset === undefined) throw valueError('fromutc: non-None utcoffset() result required');
  const dst = dstOffset(dt.tzinfo, dt);
  if (dst === undefined) throw valueError('fromutc: non-None dst() result required');
  const standard = addDateTimeDelta(dt, subtractDeltas(offset, dst), 1);
  const shift = dstOffset(dt.tzinfo, standard);
  if (shift === undefined) throw valueError('fromutc: tz.dst() gave inconsistent results; cannot convert');
  return isZero(shift) ? standard : addDateTimeDelta(standard, shift, 1);
}

/** CPython: tzinfo_reduce */
function tzinfoReduce(self: Value): Value {
  const initial = lookupAttr(self, '__getinitargs__');
  const args = initial === undefined ? tuple([]) : call(initial);
  return tuple([typeOf(self), args, call(getAttr(self, '__getstate__'))]);
}

const PARAMETERS: Parameters = { owner: 'timezone()', names: ['offset', 'name'], required: 1, positional: 2 };

/** CPython: timezone_new */
function timezoneNew(_cls: PyType, args: readonly Value[], keywords: PyDict): Value {
  const [offset, name] = parseArguments(PARAMETERS, args, keywords);
  if (!(offset instanceof PyTimeDelta)) {
    throw typeError(`timezone() argument 1 must be datetime.timedelta, not ${shownType(offset!)}`);
  }
  if (name !== undefined && !isStr(name)) {
    throw typeError(`timezone() argument 2 must be str, not ${shownType(name)}`);
  }
  return newTimeZone(offset, name);
}

/** A type as argument errors name it. */
export function shownType(v: Value): string {
  return v === None ? 'None' : typeOf(v).typeName;
}

function nameOfOffset(offset: PyTimeDelta): string {
  return isZero(offset) ? 'UTC' : `UTC${formatOffset(offset, ':')}`;
}

function timezoneStr({ name, offset }: PyTimeZone): Value {
  return name ?? nameOfOffset(offset);
}

/** CPython: timezone_repr */
function timezoneRepr(self: PyTimeZone): Value {
  const { cls, name, offset } = self;
  if (self === UTC) return 'datetime.timezone.utc';
  if (name === undefined) return `${cls.typeName}(${reprForMessage(offset)})`;
  return `${cls.typeName}(${reprForMessage(offset)}, ${jsString(repr(name))})`;
}

/** The argument of `utcoffset(dt)` and the like. CPython: _timezone_check_instance */
function checkSubject(dt: Value, owner: string): void {
  if (dt === None || dt instanceof PyDateTime) return;
  throw typeError(`${owner}(dt) argument must be a datetime instance or None, not ${typeOf(dt).typeName}`);
}

function timezoneCompare(self: PyTimeZone, other: Value, op: CompareOp): Value {
  if (!(other instanceof PyTimeZone) || (op !== '__eq__' && op !== '__ne__')) return NotImplemented;
  return (compareDeltas(self.offset, other.offset) === 0) === (op === '__eq__');
}

const compare = comparisons(timezoneCompare);

export function installZones(): void {
  installType(tzinfoType, {
    doc: DOCS['tzinfo']!,
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as new () => PyTzInfo)()),
    methods: {
      tzname: method('($self, object, /)', abstract('tzname'), DOCS['tzinfo.tzname'], 'o'),
      utcoffset: method('($self, object, /)', abstract('utcoffset'), DOCS['tzinfo.utcoffset'], 'o'),
      dst: method('($self, object, /)', abstract('dst'), DOCS['tzinfo.dst'], 'o'),
      fromutc: method('($self, object, /)', tzinfoFromUtc, DOCS['tzinfo.fromutc'], 'o'),
      __reduce__: method('($self, /)', tzinfoReduce, DOCS['tzinfo.__reduce__'], 'noargs'),
    },
  });
  installType(timezoneType, {
    doc: DOCS['timezone']!,
    new: method('($type, *args, **kwargs)', timezoneNew),
    methods: {
      __repr__: slot('($self, /)', timezoneRepr),
      __hash__: slot('($self, /)', (self: PyTimeZone) => deltaHash(self.offset)),
      __str__: slot('($self, /)', timezoneStr),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      tzname: method(
        '($self, object, /)',
        (self: PyTimeZone, dt: Value) => {
          checkSubject(dt, 'tzname');
          return timezoneStr(self);
        },
        DOCS['timezone.tzname'],
        'o',
      ),
      utcoffset: method(
        '($self, object, /)',
        (self: PyTimeZone, dt: Value) => {
          checkSubject(dt, 'utcoffset');
          return self.offset;
        },
        DOCS['timezone.utcoffset'],
        'o',
      ),
      dst: method(
        '($self, object, /)',
        (_self: PyTimeZone, dt: Value) => {
          checkSubject(dt, 'dst');
          return None;
        },
        DOCS['timezone.dst'],
        'o',
      ),
      fromutc: method(
        '($self, object, /)',
        (self: PyTimeZone, dt: Value) => addDateTimeDelta(checkFromUtc(self, dt), self.offset, 1),
        DOCS['timezone.fromutc'],
        'o',
      ),
      __getinitargs__: method(
        '($self, /)',
        ({ name, offset }: PyTimeZone) => tuple(name === undefined ? [offset] : [offset, name]),
        DOCS['timezone.__getinitargs__'],
        'noargs',
      ),
    },
    attributes: {
      utc: UTC,
      min: new PyTimeZone(newDelta(-1, 60, 0)),
      max: new PyTimeZone(newDelta(0, 86340, 0)),
    },
  });
}
