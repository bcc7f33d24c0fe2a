// Times as arguments: seconds to nanoseconds or whole seconds, and time tuples. CPython: Python/pytime.c, Modules/timemodule.c gettmarg
import { None } from '../../runtime/core/object.ts';
import { PyFloat, typeOf } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { parsedInt } from '../../runtime/protocols/item.ts';
import type { BrokenDown } from './calendar.ts';

const MAX_NS = 2n ** 63n - 1n;

/** A float's double, or undefined when the value is no float. */
function floatOf(v: Value): number | undefined {
  if (v instanceof PyFloat) return v.value;
  return typeof v === 'number' && !Number.isInteger(v) ? v : undefined;
}

function notNan(seconds: number): number {
  if (Number.isNaN(seconds)) throw valueError('Invalid value NaN (not a number)');
  return seconds;
}

/** Seconds as nanoseconds, rounded up: what sleep takes. CPython: _PyTime_FromSecondsObject with ROUND_TIMEOUT */
export function toNanoseconds(v: Value): bigint {
  const seconds = floatOf(v);
  let ns: bigint;
  if (seconds !== undefined) {
    const scaled = notNan(seconds) * 1e9;
    if (Math.abs(scaled) >= 2 ** 63) throw overflowError('timestamp out of range for C PyTime_t');
    ns = BigInt(scaled < 0 ? Math.floor(scaled) : Math.ceil(scaled));
  } else {
    const index = lookupIndex(v);
    if (index === undefined)
      throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer or float`);
    ns = BigInt(index) * 1_000_000_000n;
  }
  if (ns > MAX_NS || ns < -MAX_NS) throw overflowError('timestamp out of range for C PyTime_t');
  return ns;
}

/** Whole seconds, rounded down; None and absent are `now`. CPython: _PyTime_ObjectToTime_t with ROUND_FLOOR */
export function toSeconds(v: Value | undefined, now: () => bigint): number {
  if (v === undefined || v === None) return Number(now() / 1_000_000_000n);
  const float = floatOf(v);
  let seconds: number;
  if (float !== undefined) seconds = Math.floor(notNan(float));
  else {
    const index = lookupIndex(v);
    if (index === undefined) throw typeError(`'${typeOf(v).typeName}' object cannot be interpreted as an integer`);
    seconds = Number(index);
  }
  if (Math.abs(seconds) >= 2 ** 63) throw overflowError('timestamp out of range for platform time_t');
  return seconds;
}

/** A time tuple. */
export function toBrokenDown(v: Value, name: string): BrokenDown {
  if (!(v instanceof PyTuple)) throw typeError('Tuple or struct_time argument required');
  if (v.items.length !== 9) throw typeError(`${name}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearDay, isDst] = v.items.map(parsedInt) as [
    ...Array<number>,
  ] as number[];
  const { hidden } = v as { hidden?: readonly Value[] };
  const [zone, offset] = hidden ?? [];
  return {
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    second: second!,
    weekday: (((weekday! + 1) % 7) + 6) % 7,
    yearDay: yearDay!,
    isDst: isDst!,
    zone: typeof zone === 'string' ? zone : '',
    offset: typeof offset === 'number' ? offset : 0,
  };
}

/** The fields checked and put right as strftime and asctime do. CPython: checktm */
export function checkBrokenDown(t: BrokenDown, weekday: number): BrokenDown {
  const range = (value: number, low: number, high: number, what: string): void => {
    if (value < low || value > high) throw valueError(`${what} out of range`);
  };
  const month = t.month === 0 ? 1 : t.month;
  const day = t.day === 0 ? 1 : t.day;
  const yearDay = t.yearDay === 0 ? 1 : t.yearDay;
  range(month, 1, 12, 'month');
  range(day, 1, 31, 'day of month');
  range(t.hour, 0, 23, 'hour');
  range(t.minute, 0, 59, 'minute');
  range(t.second, 0, 61, 'seconds');
  if (weekday < -1) throw valueError('day of week out of range');
  range(yearDay, 1, 366, 'day of year');
  return { ...t, month, day, yearDay };
}
