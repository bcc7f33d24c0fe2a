// The float type's table. CPython: Objects/floatobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { float, floatType, PyFloat, PyNan, PyStr, slotsOf, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { overflowError, typeError, valueError, zeroDivisionError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../native/define.ts';
import {
  COMPLEX_RESULT,
  floatAsIntegerRatio,
  floatDivmod,
  floatFloorDiv,
  floatMod,
  floatPow,
  floatToInt,
  intToFloat,
  OUT_OF_RANGE,
} from '../../numeric/floats.ts';
import { hashFloat } from '../../numeric/hashing.ts';
import { lookupBuffer } from '../../protocols/buffer.ts';
import { asIndex } from '../../protocols/item.ts';
import { asDouble, floatResult, isExactFloat } from '../../protocols/real.ts';
import { repr, str } from '../../protocols/text.ts';
import { floatFromHex, floatHex } from '../../text/float-hex.ts';
import { parseFloatBytes, parseFloatText } from '../../text/float-parse.ts';
import { floatRepr, roundFloat } from '../../text/float-repr.ts';
import { formatFloat } from '../../text/format.ts';
import { complexPower } from '../complex/methods.ts';
import { floatValue, intOf, intValue } from '../int/int.ts';
import { truncatedFloat } from '../int/methods.ts';
import { objectId } from '../object/identity.ts';
import { isStr, jsString, strOf, textOfStr } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import { resultOutOfRange } from './range-error.ts';

/** A float of a class: raw when it can be. */
function floatInstance(cls: PyType, x: number): Value {
  return cls === floatType ? float(x) : new (cls.Instance as unknown as new (x: number) => PyFloat)(x);
}

function floatNew(cls: PyType, x?: Value): Value {
  if (cls === floatType && x !== undefined) {
    if (isExactFloat(x)) return x;
    const value = toFloat(x);
    return Number.isNaN(value) && isStr(x) ? namedNan(jsString(x)) : float(value);
  }
  return floatInstance(cls, x === undefined ? 0 : toFloat(x));
}

function floatConstruct(args: Value[]): Value | undefined {
  return args.length === 1 ? floatNew(floatType, args[0]) : undefined;
}

/** CPython: PyNumber_Float */
export function toFloat(x: Value): number {
  if (typeof x === 'string') return parseFloatText(x);
  if (typeof x === 'number') return x;
  const slots = slotsOf(x) as unknown as FloatSlots;
  if (slots.m$__float__ !== undefined) {
    const inherited = slots.m$__float__ === (floatType.proto as unknown as FloatSlots).m$__float__;
    return x instanceof PyFloat && inherited ? x.value : floatResult(x, slots.m$__float__(x));
  }
  if (slots.m$__index__ === undefined) {
    if (x instanceof PyStr) return parseFloatText(textOfStr(x));
    const buffer = lookupBuffer(x);
    if (buffer !== undefined) return parseFloatBytes(buffer, () => textOfStr(repr(x)));
  }
  return asDouble(x, (name) => `float() argument must be a string or a real number, not '${name}'`);
}

interface FloatSlots {
  m$__float__?: Entry;
  m$__index__?: Entry;
}

/** A float or int operand as a double; undefined for others. CPython: CONVERT_TO_DOUBLE */
function operand(v: Value): number | undefined {
  const x = floatValue(v);
  if (x !== undefined) return x;
  const n = intValue(v);
  return n === undefined ? undefined : intToFloat(n);
}

type Operation = (x: number, y: number) => Value;

function binary(run: Operation): (a: Value, b: Value) => Value {
  return (a, b) => {
    const x = operand(a);
    const y = operand(b);
    return x === undefined || y === undefined ? NotImplemented : run(x, y);
  };
}

/** A NaN spelled out is an object of its own, with its sign. */
function namedNan(text: string): PyNan {
  return new PyNan(text.trim().startsWith('-'));
}

/** A float as it is, an instance of a subclass as a float. CPython: float_float */
function exact(v: Value): Value {
  return isExactFloat(v) ? v : float(self(v));
}

function negated(v: Value): Value {
  return v instanceof PyNan ? new PyNan(!v.negative) : float(-self(v));
}

function floatTruediv(x: number, y: number): Value {
  if (y === 0) throw zeroDivisionError('division by zero');
  return float(x / y);
}

function floatPower(x: number, y: number): Value {
  const result = floatPow(x, y);
  if (result === OUT_OF_RANGE) throw resultOutOfRange();
  return result === COMPLEX_RESULT ? complexPower([x, 0], [y, 0]) : float(result);
}

function pow(a: Value, b: Value, modulus?: Value): Value {
  if (modulus !== undefined && modulus !== None) {
    throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  return binary(floatPower)(a, b);
}

/** Comparison with ints is exact, however large. CPython: float_richcompare */
function compare(test: (x: number, y: number | bigint) => boolean): (a: Value, b: Value) => Value {
  return (a, b) => {
    const x = floatValue(a)!;
    const y = floatValue(b) ?? intValue(b);
    return y === undefined ? NotImplemented : test(x, y);
  };
}

function floatRound(v: Value, digits?: Value): Value {
  const x = floatValue(v)!;
  if (digits === undefined || digits === None) {
    if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(x)) throw overflowError('cannot convert float infinity to integer');
    return intOf(floatToInt(roundHalfEven(x)));
  }
  const places = Number(asIndex(digits));
  const result = Number.isFinite(x) ? roundFloat(x, places) : x;
  if (!Number.isFinite(result) && Number.isFinite(x)) throw overflowError('rounded value too large to represent');
  return float(result);
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

const self = (v: Value): number => floatValue(v)!;

function floatHash(v: Value): Value {
  const x = self(v);
  if (Number.isNaN(x)) return int(typeof v === 'object' ? objectId(v) / 16 : 0);
  return intOf(hashFloat(x));
}

function floatFormat(v: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${typeOf(spec).typeName}`);
  if (spec === '') return str(v);
  return strOf(formatFloat(self(v), textOfStr(spec), { typeName: typeOf(v).typeName }));
}

function integral(round: (x: number) => number): (v: Value) => Value {
  return (v) => truncatedFloat(float(round(self(v))));
}

function ratio(v: Value): Value {
  const x = self(v);
  if (Number.isNaN(x)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) throw overflowError('cannot convert Infinity to integer ratio');
  return tuple(floatAsIntegerRatio(x).map(intOf));
}

function fromNumber(cls: PyType, v: Value): Value {
  if (cls === floatType && isExactFloat(v)) return v;
  const x = asDouble(v);
  return cls === floatType ? float(x) : (cls as unknown as Entry)(float(x));
}

export function installFloat(): void {
  const operators: Record<string, Operation> = {
    add: (x, y) => float(x + y),
    sub: (x, y) => float(x - y),
    mul: (x, y) => float(x * y),
    truediv: floatTruediv,
    floordiv: (x, y) => float(floatFloorDiv(x, y)),
    mod: (x, y) => float(floatMod(x, y)),
    divmod: (x, y) => tuple(floatDivmod(x, y).map(float)),
  };
  const methods: Record<string, ReturnType<typeof slot>> = {};
  for (const [name, run] of Object.entries(operators)) {
    methods[`__${name}__`] = slot('($self, value, /)', binary(run));
    methods[`__r${name}__`] = slot(
      '($self, value, /)',
      binary((x, y) => run(y, x)),
    );
  }
  floatType.construct = floatConstruct;
  installType(floatType, {
    new: method('($type, x=0, /)', floatNew),
    methods: {
      ...methods,
      __pow__: slot('($self, value, mod=None, /)', pow),
      __rpow__: slot('($self, value, mod=None, /)', (a: Value, b: Value, m?: Value) => pow(b, a, m)),
      __neg__: slot('($self, /)', negated),
      __pos__: slot('($self, /)', exact),
      __abs__: slot('($self, /)', (v: Value) => float(Math.abs(self(v)))),
      __bool__: slot('($self, /)', (v: Value) => self(v) !== 0),
      __int__: slot('($self, /)', truncatedFloat),
      __float__: slot('($self, /)', exact),
      __repr__: slot('($self, /)', (v: Value) => floatRepr(self(v))),
      __hash__: slot('($self, /)', floatHash),
      __eq__: slot(
        '($self, value, /)',
        // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a double compare exactly
        compare((x, y) => x == y),
      ),
      __ne__: slot(
        '($self, value, /)',
        // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a double compare exactly
        compare((x, y) => x != y),
      ),
      __lt__: slot(
        '($self, value, /)',
        compare((x, y) => x < y),
      ),
      __le__: slot(
        '($self, value, /)',
        compare((x, y) => x <= y),
      ),
      __gt__: slot(
        '($self, value, /)',
        compare((x, y) => x > y),
      ),
      __ge__: slot(
        '($self, value, /)',
        compare((x, y) => x >= y),
      ),
      __trunc__: method('($self, /)', truncatedFloat),
      __floor__: method('($self, /)', integral(Math.floor)),
      __ceil__: method('($self, /)', integral(Math.ceil)),
      __round__: method('($self, ndigits=None, /)', floatRound),
      __format__: method('($self, format_spec, /)', floatFormat),
      __getnewargs__: method('($self, /)', (v: Value) => tuple([float(self(v))])),
      conjugate: method('($self, /)', exact),
      is_integer: method('($self, /)', (v: Value) => Number.isInteger(self(v))),
      as_integer_ratio: method('($self, /)', ratio),
      hex: method('($self, /)', (v: Value) => floatHex(self(v))),
      fromhex: classmethod('($type, string, /)', (cls: PyType, text: Value) => {
        if (!isStr(text)) throw typeError('bad argument type for built-in operation');
        const x = floatFromHex(textOfStr(text));
        return cls === floatType ? float(x) : (cls as unknown as Entry)(float(x));
      }),
      from_number: classmethod('($type, number, /)', fromNumber),
      __getformat__: classmethod('($type, typestr, /)', (_cls: PyType, kind: Value) => {
        if (!isStr(kind)) throw typeError(`__getformat__() argument must be str, not ${typeOf(kind).typeName}`);
        const text = jsString(kind);
        if (text !== 'double' && text !== 'float')
          throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
        return 'IEEE, little-endian';
      }),
    },
    properties: { real: getset(exact), imag: getset(() => float(0)) },
  });
  floatType.proto.keyKind = 2;
  PyNan.prototype.keyKind = 1;
}
