// The time module. CPython: Modules/timemodule.c

import type { Clock, TimeZone } from '../../host/clock.ts';
import { hostError } from '../../host/error.ts';
import { localZone, readLocalZone } from '../../runtime/core/local-zone.ts';
import { attributeKey } from '../../runtime/core/names.ts';
import { None } from '../../runtime/core/object.ts';
import { float, typeOf } from '../../runtime/core/primitives.ts';
import { checkSignals, state } from '../../runtime/core/state.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { type PyModule, setNamespaceValue } from '../../runtime/objects/module/module.ts';
import { isStr, jsString, type StrValue, strOfPoints, strOfUtf16, textOfStr } from '../../runtime/objects/str/str.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { type PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords } from '../../runtime/protocols/call.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { joinStrings } from '../../runtime/protocols/text.ts';
import { codePointsOf } from '../../runtime/text/text.ts';
import { checkBrokenDown, toBrokenDown, toNanoseconds, toSeconds } from './argument.ts';
import { type BrokenDown, localTime, makeTime, utcTime } from './calendar.ts';
import { asctime as asctimeText, strftime as strftimeText } from './strftime.ts';

const structTime = structSequence({
  name: 'struct_time',
  module: 'time',
  doc:
    'The time value as returned by gmtime(), localtime(), and strptime(), and\n' +
    ' accepted by asctime(), mktime() and strftime().  May be considered as a\n' +
    ' sequence of 9 integers.\n\n' +
    " Note that several fields' values are not the same as those defined by\n" +
    ' the C language standard for struct tm.  For example, the value of the\n' +
    ' field tm_year is the actual year, not year - 1900.  See individual\n' +
    " fields' descriptions for details.",
  fields: [
    ...['tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'],
    ...['tm_zone', 'tm_gmtoff'],
  ],
  sequence: 9,
});

function clock(): Clock {
  return state.interp.host.clock;
}

function zone(): TimeZone {
  return localZone(state.interp);
}

function seconds(ns: bigint): Value {
  const whole = ns / 1_000_000_000n;
  return float(ns < 9007199254740992n ? Number(ns) / 1e9 : Number(whole) + Number(ns - whole * 1_000_000_000n) / 1e9);
}

function structure(t: BrokenDown): Value {
  const fields = [t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearDay, t.isDst];
  return structTime.make([...fields.map(int), t.zone, int(t.offset)]);
}

const MAX_YEAR = 2147483647;
const LIMIT_SECONDS = 6.7e16;

function inRange(at: number): number {
  if (Math.abs(at) > LIMIT_SECONDS) throw osErrorFromHost(hostError('EOVERFLOW'));
  return at;
}

function localtime(at?: Value): Value {
  return structure(localTime(inRange(toSeconds(at, () => clock().timeNs())), zone()));
}

function gmtime(at?: Value): Value {
  return structure(utcTime(inRange(toSeconds(at, () => clock().timeNs()))));
}

function ctime(at?: Value): Value {
  return asctimeText(localTime(inRange(toSeconds(at, () => clock().timeNs())), zone()));
}

/** The time a function formats: its argument, or now. */
function formatted(v: Value | undefined, name: string): BrokenDown {
  if (v === undefined) return localTime(Number(clock().timeNs() / 1_000_000_000n), zone());
  const t = toBrokenDown(v, name);
  const weekday = intArgument((v as PyTuple).items[6]!);
  const checked = checkBrokenDown(t, weekday);
  return (v as { hidden?: unknown }).hidden === undefined ? withZone(checked) : checked;
}

/** A plain tuple says nothing of its zone: the local one's names are taken. */
function withZone(t: BrokenDown): BrokenDown {
  const names = zoneNames(zone());
  const isDst = Math.max(-1, Math.min(1, t.isDst));
  return { ...t, isDst, zone: names[isDst > 0 ? 1 : 0], offset: isDst > 0 ? -names[3] : -names[2] };
}

function asctime(t?: Value): Value {
  return asctimeText(formatted(t, 'asctime'));
}

function strftime(format: Value, t?: Value): Value {
  if (!isStr(format)) throw typeError(`strftime() argument 1 must be str, not ${typeOf(format).typeName}`);
  const moment = formatted(t, 'strftime');
  const formatRun = (text: string) => strftimeText(text, moment, (each) => makeTime(each, zone()));
  if (typeof format === 'string') return strOfUtf16(formatRun(format));
  return joinStrings(narrowRuns(format).map((run) => (typeof run === 'string' ? strOfUtf16(formatRun(run)) : run)));
}

/** A str's parts: JS strings, and between them the characters that take two code units or are half of one. */
function narrowRuns(text: StrValue): StrValue[] {
  const runs: StrValue[] = [];
  const points = Array.from(codePointsOf(textOfStr(text)));
  const isWide = (point: number) => point > 0xffff || (point >= 0xd800 && point < 0xe000);
  for (let from = 0; from < points.length; ) {
    let to = from;
    while (to < points.length && isWide(points[to]!) === isWide(points[from]!)) to++;
    runs.push(strOfPoints(points.slice(from, to)));
    from = to;
  }
  return runs;
}

/** CPython: time_mktime: OverflowError when the C library cannot say */
function mktime(v: Value): Value {
  const t = toBrokenDown(v, 'mktime');
  if (Math.abs(t.year) > MAX_YEAR) throw overflowError('mktime argument out of range');
  return float(makeTime({ ...t, isDst: Math.max(-1, Math.min(1, t.isDst)) }, zone()));
}

function strptime(text: Value, format?: Value): Value {
  const helper = getAttr(state.interp.importModule('_strptime'), '_strptime_time');
  return call(helper, text, format ?? '%a %b %d %H:%M:%S %Y');
}

function sleep(v: Value): Value {
  const ns = toNanoseconds(v);
  if (ns < 0n) throw valueError('sleep length must be non-negative');
  const end = clock().monotonicNs() + ns;
  for (let left = ns; !clock().sleep(left); left = end - clock().monotonicNs()) {
    checkSignals();
    if (left <= 0n) break;
  }
  return None;
}

/** Clock numbers of Linux to readings. */
const CLOCKS: ReadonlyMap<number, (clock: Clock) => bigint> = new Map([
  [0, (c: Clock) => c.timeNs()],
  [1, (c: Clock) => c.monotonicNs()],
  [2, (c: Clock) => c.processTimeNs()],
  [3, (c: Clock) => c.threadTimeNs()],
  [4, (c: Clock) => c.monotonicNs()],
  [7, (c: Clock) => c.monotonicNs()],
  [11, (c: Clock) => c.timeNs()],
]);

function readClock(id: Value): bigint {
  if (lookupIndex(id) === undefined) throw typeError(`clk_id should be integer, not ${typeOf(id).typeName}`);
  const reading = CLOCKS.get(intArgument(id));
  if (reading === undefined) throw osErrorFromHost(hostError('EINVAL'));
  return reading(clock());
}

const CLOCK_INFO: Readonly<Record<string, readonly [implementation: string, monotonic: boolean, adjustable: boolean]>> =
  {
    time: ['clock_gettime(CLOCK_REALTIME)', false, true],
    monotonic: ['clock_gettime(CLOCK_MONOTONIC)', true, false],
    perf_counter: ['clock_gettime(CLOCK_MONOTONIC)', true, false],
    process_time: ['clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', true, false],
    thread_time: ['clock_gettime(CLOCK_THREAD_CPUTIME_ID)', true, false],
  };

function getClockInfo(name: Value): Value {
  if (!isStr(name)) throw typeError(`get_clock_info() argument 1 must be str, not ${typeOf(name).typeName}`);
  const info = Object.hasOwn(CLOCK_INFO, jsString(name)) ? CLOCK_INFO[jsString(name)] : undefined;
  if (info === undefined) throw valueError('unknown clock');
  const SimpleNamespace = getAttr(state.interp.importModule('types'), 'SimpleNamespace');
  const [implementation, monotonic, adjustable] = info;
  const names = ['implementation', 'monotonic', 'adjustable', 'resolution'];
  return callKeywords(SimpleNamespace, [implementation, monotonic, adjustable, float(1e-9)], names);
}

const YEAR = (365 * 24 + 6) * 3600;

/** Names and offsets as the module shows them. CPython: init_timezone */
function zoneNames(z: TimeZone): [string, string, number, number] {
  const now = Number(clock().timeNs() / 1_000_000_000n);
  const january = z.at(Math.floor(now / YEAR) * YEAR);
  const july = z.at(Math.floor(now / YEAR) * YEAR + YEAR / 2);
  const [west1, west2] = [-january.offset, -july.offset];
  if (west1 < west2) return [july.abbreviation, january.abbreviation, west2, west1];
  return [january.abbreviation, july.abbreviation, west1, west2];
}

function zoneValues(): Record<string, Value> {
  const [standard, summer, timezone, altzone] = zoneNames(zone());
  return {
    timezone: int(timezone),
    altzone: int(altzone),
    daylight: int(timezone === altzone ? 0 : 1),
    tzname: tuple([standard, summer]),
  };
}

function tzset(): Value {
  const { interp } = state;
  readLocalZone(interp);
  const module = interp.importModule('time') as PyModule;
  for (const [name, value] of Object.entries(zoneValues())) setNamespaceValue(module, attributeKey(name), value);
  return None;
}

const functions: ModuleTable = {
  asctime: fn('!($module, tuple=None, /)', asctime, undefined, 'varargs'),
  clock_getres: fn('!($module, clk_id, /)', (id: Value) => {
    readClock(id);
    return float(1e-9);
  }),
  clock_gettime: fn('($module, clk_id, /)', (id: Value) => seconds(readClock(id))),
  clock_gettime_ns: fn('($module, clk_id, /)', (id: Value) => intFromBigInt(readClock(id))),
  ctime: fn('!($module, seconds=None, /)', ctime, undefined, 'varargs'),
  get_clock_info: fn('!($module, name, /)', getClockInfo, undefined, 'varargs'),
  gmtime: fn('!($module, seconds=None, /)', gmtime, undefined, 'varargs'),
  localtime: fn('!($module, seconds=None, /)', localtime, undefined, 'varargs'),
  mktime: fn('($module, object, /)', mktime, undefined, 'o'),
  monotonic: fn('($module, /)', () => seconds(clock().monotonicNs())),
  monotonic_ns: fn('($module, /)', () => intFromBigInt(clock().monotonicNs())),
  perf_counter: fn('($module, /)', () => seconds(clock().monotonicNs())),
  perf_counter_ns: fn('($module, /)', () => intFromBigInt(clock().monotonicNs())),
  process_time: fn('($module, /)', () => seconds(clock().processTimeNs())),
  process_time_ns: fn('($module, /)', () => intFromBigInt(clock().processTimeNs())),
  sleep: fn('($module, object, /)', sleep, undefined, 'o'),
  strftime: fn('!($module, format, tuple=None, /)', strftime, undefined, 'varargs'),
  strptime: fn('!($module, string, format=None, /)', strptime, undefined, 'varargs'),
  thread_time: fn('($module, /)', () => seconds(clock().threadTimeNs())),
  thread_time_ns: fn('($module, /)', () => intFromBigInt(clock().threadTimeNs())),
  time: fn('($module, /)', () => seconds(clock().timeNs())),
  time_ns: fn('($module, /)', () => intFromBigInt(clock().timeNs())),
  tzset: fn('($module, /)', tzset),
};

export const timeModule: NativeModule = {
  name: 'time',
  doc:
    'This module provides various functions to manipulate time values.\n\n' +
    'There are two standard representations of time.  One is the number\n' +
    'of seconds since the Epoch, in UTC (a.k.a. GMT).',
  functions,
  types: { struct_time: structTime.type },
  install: () => structTime.install(),
  values: () => ({
    CLOCK_REALTIME: int(0),
    CLOCK_MONOTONIC: int(1),
    CLOCK_PROCESS_CPUTIME_ID: int(2),
    CLOCK_THREAD_CPUTIME_ID: int(3),
    CLOCK_MONOTONIC_RAW: int(4),
    CLOCK_BOOTTIME: int(7),
    CLOCK_TAI: int(11),
    _STRUCT_TM_ITEMS: int(11),
    ...zoneValues(),
  }),
};
