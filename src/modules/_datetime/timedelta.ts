// timedelta: construction, arithmetic in whole microseconds, text. CPython: Modules/_datetimemodule.c (delta_*)

import { NotImplemented } from '../../runtime/core/object.ts';
import { float, floatType, type PyFloat, typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { overflowError, typeError, valueError, zeroDivisionError } from '../../runtime/exceptions/errors.ts';
import { installType, member, method, slot } from '../../runtime/native/define.ts';
import { floatAsIntegerRatio, intTrueDiv } from '../../runtime/numeric/floats.ts';
import { bigFloorDiv, type IntValue, normalizeInt } from '../../runtime/numeric/integers.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import type { CompareOp } from '../../runtime/protocols/compare.ts';
import { compareNumbers } from '../../runtime/protocols/compare.ts';
import { hash } from '../../runtime/protocols/hash.ts';
import { asIndex } from '../../runtime/protocols/item.ts';
import { intValue, isFloat, isInt } from '../../runtime/protocols/real.ts';
import { comparisons } from '../../runtime/protocols/sequence.ts';
import { type Parameters, parseArguments } from './arguments.ts';
import { DOCS } from './generated/docs.ts';
import { newDelta, PyTimeDelta, timedeltaType } from './layout.ts';

const MICROSECONDS_A_DAY = 86400000000n;

/** All of it in microseconds. CPython: delta_to_microseconds */
export function microsecondsOf({ days, seconds, microseconds }: PyTimeDelta): IntValue {
  const total = (days * 86400 + seconds) * 1000000 + microseconds;
  if (Number.isSafeInteger(total)) return total;
  return BigInt(days) * MICROSECONDS_A_DAY + BigInt(seconds * 1000000 + microseconds);
}

/** CPython: microseconds_to_delta_ex */
function deltaOf(total: IntValue, cls: PyType = timedeltaType): PyTimeDelta {
  if (typeof total === 'number') {
    const days = Math.floor(total / 86400000000);
    const rest = total - days * 86400000000;
    const seconds = Math.floor(rest / 1000000);
    return newDelta(days, seconds, rest - seconds * 1000000, cls);
  }
  const days = bigFloorDiv(total, MICROSECONDS_A_DAY);
  if (BigInt.asIntN(32, days) !== days) throw overflowError('Python int too large to convert to C int');
  const rest = Number(total - days * MICROSECONDS_A_DAY);
  const seconds = Math.floor(rest / 1000000);
  return newDelta(Number(days), seconds, rest - seconds * 1000000, cls);
}

function multiply(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return normalizeInt(BigInt(a) * BigInt(b));
}

function sum(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total;
  }
  return normalizeInt(BigInt(a) + BigInt(b));
}

function floorDivide(a: IntValue, b: IntValue): IntValue {
  if (b === 0) throw zeroDivisionError('division by zero');
  return normalizeInt(bigFloorDiv(BigInt(a), BigInt(b)));
}

/** The quotient, rounded half to even. CPython: divide_nearest */
function divideNearest(a: IntValue, b: IntValue): IntValue {
  if (b === 0 || b === 0n) throw zeroDivisionError('division by zero');
  const divisor = BigInt(b);
  let quotient = bigFloorDiv(BigInt(a), divisor);
  const rest = (BigInt(a) - quotient * divisor) * 2n;
  const past = divisor > 0n ? rest - divisor : divisor - rest;
  if (past > 0n || (past === 0n && (quotient & 1n) === 1n)) quotient += 1n;
  return normalizeInt(quotient);
}

const PARAMETERS: Parameters = {
  owner: '__new__()',
  names: ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'],
  required: 0,
  positional: 7,
};

/** Microseconds a unit and the order in which they are summed: it decides how fractions round. */
const UNITS: readonly (readonly [index: number, factor: number])[] = [
  [2, 1],
  [3, 1000],
  [1, 1000000],
  [4, 60000000],
  [5, 3600000000],
  [0, 86400000000],
  [6, 604800000000],
];

/** CPython: delta_new */
function deltaNew(cls: PyType, args: readonly Value[], keywords: PyDict): Value {
  const given = parseArguments(PARAMETERS, args, keywords);
  let total: IntValue = 0;
  let fraction = 0;
  for (const [index, factor] of UNITS) {
    const value = given[index];
    if (value === undefined) continue;
    if (isInt(value)) total = sum(total, multiply(intValue(value), factor));
    else if (isFloat(value)) {
      const x = typeof value === 'number' ? value : value.value;
      const whole = wholePart(x);
      total = sum(total, multiply(whole, factor));
      const rest = (x - Math.trunc(x)) * factor;
      total = sum(total, Math.trunc(rest));
      fraction += rest - Math.trunc(rest);
    } else {
      throw typeError(`unsupported type for timedelta ${PARAMETERS.names[index]} component: ${typeOf(value).typeName}`);
    }
  }
  if (fraction !== 0) total = sum(total, roundFraction(fraction, total));
  return deltaOf(total, cls);
}

function wholePart(x: number): IntValue {
  if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) throw overflowError('cannot convert float infinity to integer');
  const whole = Math.trunc(x);
  return Number.isSafeInteger(whole) ? whole : BigInt(whole);
}

/** The nearest integer; of two as near the one that makes the total even. */
function roundFraction(fraction: number, total: IntValue): number {
  const rounded = awayFromZero(fraction);
  if (Math.abs(rounded - fraction) !== 0.5) return rounded;
  const odd = typeof total === 'number' ? Math.abs(total % 2) : Number(total & 1n);
  return 2 * awayFromZero((fraction + odd) * 0.5) - odd;
}

/** C's round(): halves away from zero. */
function awayFromZero(x: number): number {
  return Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
}

/** `timedelta(days)` and the like with few small ints. */
function deltaConstruct(args: Value[]): Value | undefined {
  const [days, seconds, microseconds] = args;
  if (args.length > 3 || args.length === 0) return undefined;
  if (!isSmall(days) || !isSmall(seconds) || !isSmall(microseconds)) return undefined;
  return newDelta(Number(days ?? 0), Number(seconds ?? 0), Number(microseconds ?? 0));
}

function isSmall(v: Value | undefined): boolean {
  return v === undefined || (typeof v === 'number' && Number.isInteger(v) && Math.abs(v) < 1000000000);
}

export function addDeltas(a: PyTimeDelta, b: PyTimeDelta): PyTimeDelta {
  return newDelta(a.days + b.days, a.seconds + b.seconds, a.microseconds + b.microseconds);
}

export function subtractDeltas(a: PyTimeDelta, b: PyTimeDelta): PyTimeDelta {
  return newDelta(a.days - b.days, a.seconds - b.seconds, a.microseconds - b.microseconds);
}

export function negated({ days, seconds, microseconds }: PyTimeDelta): PyTimeDelta {
  return newDelta(-days, -seconds, -microseconds);
}

export function isZero({ days, seconds, microseconds }: PyTimeDelta): boolean {
  return days === 0 && seconds === 0 && microseconds === 0;
}

/** Below, at or above zero as the first is less, equal or greater. CPython: delta_cmp */
export function compareDeltas(a: PyTimeDelta, b: PyTimeDelta): number {
  return a.days - b.days || a.seconds - b.seconds || a.microseconds - b.microseconds;
}

const isDelta = (v: Value): v is PyTimeDelta => v instanceof PyTimeDelta;

function deltaAdd(a: Value, b: Value): Value {
  return isDelta(a) && isDelta(b) ? addDeltas(a, b) : NotImplemented;
}

function deltaSubtract(a: Value, b: Value): Value {
  return isDelta(a) && isDelta(b) ? subtractDeltas(a, b) : NotImplemented;
}

/** CPython: delta_multiply */
function deltaMultiply(self: PyTimeDelta, other: Value): Value {
  if (isInt(other)) return deltaOf(multiply(microsecondsOf(self), intValue(other)));
  if (!isFloat(other)) return NotImplemented;
  const [numerator, denominator] = ratioOf(other);
  return deltaOf(divideNearest(multiply(microsecondsOf(self), numerator), denominator));
}

/** A float as a ratio of integers; a subclass may have a say. CPython: multiply_truedivide_timedelta_float */
function ratioOf(v: Value & (number | PyFloat)): [IntValue, IntValue] {
  if (typeof v === 'object' && v.cls !== floatType) return ratioOfSubclass(v);
  const x = typeof v === 'number' ? v : v.value;
  if (Number.isNaN(x)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) throw overflowError('cannot convert Infinity to integer ratio');
  return floatAsIntegerRatio(x);
}

function ratioOfSubclass(v: Value): [IntValue, IntValue] {
  const ratio = call(getAttr(v, 'as_integer_ratio'));
  const name = 'unexpected return type from as_integer_ratio(): expected';
  if (!(ratio instanceof PyTuple)) throw typeError(`${name} tuple, not '${typeOf(ratio).typeName}'`);
  if (ratio.items.length !== 2) throw valueError(`${name} two items, not ${ratio.items.length}`);
  return ratio.items.map(asIndex) as [IntValue, IntValue];
}

/** CPython: delta_truedivide */
function deltaTrueDivide(a: Value, b: Value): Value {
  if (!isDelta(a)) return NotImplemented;
  const total = microsecondsOf(a);
  if (isDelta(b)) {
    const divisor = microsecondsOf(b);
    if (divisor === 0) throw zeroDivisionError('division by zero');
    return float(intTrueDiv(total, divisor));
  }
  if (isInt(b)) return deltaOf(divideNearest(total, intValue(b)));
  if (!isFloat(b)) return NotImplemented;
  const [numerator, denominator] = ratioOf(b);
  return deltaOf(divideNearest(multiply(total, denominator), numerator));
}

/** CPython: delta_divide */
function deltaFloorDivide(a: Value, b: Value): Value {
  if (!isDelta(a)) return NotImplemented;
  if (isDelta(b)) return floorDivide(microsecondsOf(a), microsecondsOf(b)) as Value;
  return isInt(b) ? deltaOf(floorDivide(microsecondsOf(a), intValue(b))) : NotImplemented;
}

function remainder(a: PyTimeDelta, b: PyTimeDelta): [IntValue, PyTimeDelta] {
  const quotient = floorDivide(microsecondsOf(a), microsecondsOf(b));
  return [quotient, deltaOf(sum(microsecondsOf(a), multiply(multiply(quotient, microsecondsOf(b)), -1)))];
}

function deltaRemainder(a: Value, b: Value): Value {
  return isDelta(a) && isDelta(b) ? remainder(a, b)[1] : NotImplemented;
}

function deltaDivmod(a: Value, b: Value): Value {
  return isDelta(a) && isDelta(b) ? tuple(remainder(a, b) as Value[]) : NotImplemented;
}

function deltaCompare(self: PyTimeDelta, other: Value, op: CompareOp): Value {
  return isDelta(other) ? compareNumbers(compareDeltas(self, other), 0, op) : NotImplemented;
}

/** CPython: delta_repr */
export function deltaRepr({ cls, days, seconds, microseconds }: PyTimeDelta): string {
  const parts: string[] = [];
  if (days !== 0) parts.push(`days=${days}`);
  if (seconds !== 0) parts.push(`seconds=${seconds}`);
  if (microseconds !== 0) parts.push(`microseconds=${microseconds}`);
  return `${cls.typeName}(${parts.length === 0 ? '0' : parts.join(', ')})`;
}

export const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** CPython: delta_str */
function deltaStr({ days, seconds, microseconds }: PyTimeDelta): Value {
  const minutes = Math.floor(seconds / 60);
  const clock = `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  const fraction = microseconds === 0 ? '' : `.${String(microseconds).padStart(6, '0')}`;
  const prefix = days === 0 ? '' : `${days} day${days === 1 || days === -1 ? '' : 's'}, `;
  return prefix + clock + fraction;
}

/** In seconds, correctly rounded. CPython: delta_total_seconds */
export function totalSeconds(self: PyTimeDelta): number {
  return intTrueDiv(microsecondsOf(self), 1000000);
}

function stateOf({ days, seconds, microseconds }: PyTimeDelta): Value {
  return tuple([int(days), int(seconds), int(microseconds)]);
}

export function deltaHash(self: PyTimeDelta): Value {
  return hash(stateOf(self)) as Value;
}

const reflected = (run: (a: Value, b: Value) => Value) => (self: Value, other: Value) => run(other, self);
const compare = comparisons(deltaCompare);

export function installTimedelta(): void {
  timedeltaType.construct = deltaConstruct;
  installType(timedeltaType, {
    doc: DOCS['timedelta']!,
    new: method('($type, *args, **kwargs)', deltaNew),
    methods: {
      __repr__: slot('($self, /)', deltaRepr),
      __hash__: slot('($self, /)', deltaHash),
      __str__: slot('($self, /)', deltaStr),
      __lt__: slot('($self, value, /)', compare.__lt__),
      __le__: slot('($self, value, /)', compare.__le__),
      __eq__: slot('($self, value, /)', compare.__eq__),
      __ne__: slot('($self, value, /)', compare.__ne__),
      __gt__: slot('($self, value, /)', compare.__gt__),
      __ge__: slot('($self, value, /)', compare.__ge__),
      __add__: slot('($self, value, /)', deltaAdd),
      __radd__: slot('($self, value, /)', reflected(deltaAdd)),
      __sub__: slot('($self, value, /)', deltaSubtract),
      __rsub__: slot('($self, value, /)', reflected(deltaSubtract)),
      __mul__: slot('($self, value, /)', deltaMultiply),
      __rmul__: slot('($self, value, /)', deltaMultiply),
      __mod__: slot('($self, value, /)', deltaRemainder),
      __rmod__: slot('($self, value, /)', reflected(deltaRemainder)),
      __divmod__: slot('($self, value, /)', deltaDivmod),
      __rdivmod__: slot('($self, value, /)', reflected(deltaDivmod)),
      __neg__: slot('($self, /)', negated),
      __pos__: slot('($self, /)', (self: PyTimeDelta) => newDelta(self.days, self.seconds, self.microseconds)),
      __abs__: slot('($self, /)', (self: PyTimeDelta) =>
        self.days < 0 ? negated(self) : newDelta(self.days, self.seconds, self.microseconds),
      ),
      __bool__: slot('($self, /)', (self: PyTimeDelta) => !isZero(self)),
      __floordiv__: slot('($self, value, /)', deltaFloorDivide),
      __rfloordiv__: slot('($self, value, /)', reflected(deltaFloorDivide)),
      __truediv__: slot('($self, value, /)', deltaTrueDivide),
      __rtruediv__: slot('($self, value, /)', reflected(deltaTrueDivide)),
      total_seconds: method(
        '($self, /)',
        (self: PyTimeDelta) => float(totalSeconds(self)),
        DOCS['timedelta.total_seconds'],
        'noargs',
      ),
      __reduce__: method(
        '($self, /)',
        (self: PyTimeDelta) => tuple([self.cls, stateOf(self)]),
        DOCS['timedelta.__reduce__'],
        'noargs',
      ),
    },
    properties: {
      days: member((self: PyTimeDelta) => int(self.days), undefined, DOCS['timedelta.days']),
      seconds: member((self: PyTimeDelta) => int(self.seconds), undefined, DOCS['timedelta.seconds']),
      microseconds: member((self: PyTimeDelta) => int(self.microseconds), undefined, DOCS['timedelta.microseconds']),
    },
    attributes: {
      resolution: new PyTimeDelta(0, 0, 1),
      min: new PyTimeDelta(-999999999, 0, 0),
      max: new PyTimeDelta(999999999, 86399, 999999),
    },
  });
}
