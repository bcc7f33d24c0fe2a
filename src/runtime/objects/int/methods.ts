// The int type's table. CPython: Objects/longobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { boolType, float, intType, PyStr, slotsOf, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { overflowError, typeError, valueError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../native/define.ts';
import { floatToInt, intToFloat } from '../../numeric/floats.ts';
import { hashInt } from '../../numeric/hashing.ts';
import { bitCount, bitLength, type IntValue, normalizeInt, roundIntToTens } from '../../numeric/integers.ts';
import { lookupBuffer } from '../../protocols/buffer.ts';
import { isTrue } from '../../protocols/compare.ts';
import { asIndex, intResult } from '../../protocols/item.ts';
import { str } from '../../protocols/text.ts';
import { warn } from '../../protocols/warn.ts';
import { formatInt } from '../../text/format.ts';
import { intToText, parseIntBytes, parseIntText } from '../../text/int-text.ts';
import { PyByteArray } from '../bytearray/bytearray.ts';
import { bytes, bytesOfWord, PyBytes } from '../bytes/bytes.ts';
import { isStr, jsString, type StrValue, strOf, textOfStr } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import {
  binary,
  intAdd,
  intAnd,
  intFloordiv,
  intLshift,
  intMod,
  intMul,
  intOr,
  intPower,
  intPowerMod,
  intRshift,
  intSub,
  intTruediv,
  intXor,
  reflected,
} from './arithmetic.ts';
import { bytesOfInt, intOfBytes } from './bytes.ts';
import { floatValue, intInstance, intOf, intValue } from './int.ts';

/** CPython: long_new_impl */
function intNew(cls: PyType, x?: Value, base?: Value): Value {
  if (x === undefined) {
    if (base !== undefined) throw typeError('int() missing string argument');
    return intInstance(cls, 0);
  }
  return intInstance(cls, base === undefined ? toInt(x) : parseWithBase(x, base));
}

/** `int(x)`: ints are themselves, small floats lose their fraction. */
function intConstruct(args: Value[]): Value | undefined {
  if (args.length !== 1) return undefined;
  const x = args[0]!;
  if (typeof x === 'number') {
    if (Number.isInteger(x)) return x;
    if (x < 9007199254740991 && x > -9007199254740991) return int(Math.trunc(x) + 0);
  }
  return intOf(toInt(x));
}

function parseWithBase(x: Value, base: Value): IntValue {
  const radix = asIndex(base);
  if (typeof radix === 'bigint' || (radix !== 0 && (radix < 2 || radix > 36))) {
    throw valueError('int() base must be >= 2 and <= 36, or 0');
  }
  if (isStr(x)) return parseIntText(textOfStr(x), radix);
  if (x instanceof PyBytes) return parseIntBytes(x.value, radix);
  if (x instanceof PyByteArray) return parseIntBytes(x.getBuffer(), radix);
  throw typeError("int() can't convert non-string with explicit base");
}

/** CPython: PyNumber_Long */
export function toInt(x: Value): IntValue {
  if (typeof x === 'string') return parseIntText(x);
  const exact = intValue(x);
  const slots = slotsOf(x) as unknown as { m$__int__?: Entry; m$__index__?: Entry };
  if (
    exact !== undefined &&
    (typeof x !== 'object' || slots.m$__int__ === (intType.proto as unknown as typeof slots).m$__int__)
  )
    return exact;
  if (slots.m$__int__ !== undefined) return intResult(slots.m$__int__(x), '__int__');
  if (slots.m$__index__ !== undefined) return asIndex(x);
  if (x instanceof PyStr) return parseIntText(textOfStr(x));
  const buffer = lookupBuffer(x);
  if (buffer !== undefined) return parseIntBytes(buffer);
  throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeOf(x).typeName}'`);
}

const self = (v: Value): IntValue => intValue(v)!;
const toSelf = (v: Value): Value => intOf(self(v));

function compare(test: (x: IntValue, y: IntValue) => boolean): (a: Value, b: Value) => Value {
  return (a, b) => {
    const x = intValue(a);
    const y = intValue(b);
    return x === undefined || y === undefined ? NotImplemented : test(x, y);
  };
}

function intPow(a: Value, b: Value, modulus?: Value): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x === undefined || y === undefined) return NotImplemented;
  if (modulus === undefined || modulus === None) return intPower(x, y);
  const z = intValue(modulus);
  return z === undefined ? NotImplemented : intPowerMod(x, y, z);
}

const intDivmod = (x: IntValue, y: IntValue): Value => tuple([intFloordiv(x, y), intMod(x, y)]);

function intNeg(v: Value): Value {
  const n = self(v);
  return typeof n === 'number' ? int(-n + 0) : (normalizeInt(-n) as Value);
}

function intAbs(v: Value): Value {
  const n = self(v);
  return n < 0 ? intNeg(v) : intOf(n);
}

function intInvert(v: Value): Value {
  const n = self(v);
  return typeof n === 'number' ? intSub(-1, n) : (normalizeInt(~n) as Value);
}

/** CPython: int___round___impl */
function intRound(v: Value, digits?: Value): Value {
  if (digits === undefined || digits === None) return toSelf(v);
  const places = asIndex(digits);
  return places >= 0 ? toSelf(v) : intOf(roundIntToTens(self(v), Number(-places)));
}

function intFormat(v: Value, spec: Value): Value {
  if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${typeOf(spec).typeName}`);
  if (spec === '') return str(v);
  return strOf(formatInt(self(v), textOfStr(spec), { typeName: typeOf(v).typeName }));
}

function byteOrder(order: Value | undefined): 'big' | 'little' {
  if (order === undefined || (order as unknown) === 'big') return 'big';
  if (!isStr(order)) throw typeError(`to_bytes() argument 'byteorder' must be str, not ${typeOf(order).typeName}`);
  const text = jsString(order);
  if (text !== 'big' && text !== 'little') throw valueError("byteorder must be either 'little' or 'big'");
  return text;
}

function intToBytes(v: Value, length?: Value, order?: Value, signed?: Value): Value {
  const size = length === undefined ? 1 : asIndex(length);
  if (size < 0) throw valueError('length argument must be non-negative');
  if (typeof v === 'number' && v >= 0 && size > 0 && size <= 4 && v < 2 ** (8 * Number(size) - 1)) {
    return bytesOfWord(v, Number(size), byteOrder(order) !== 'big');
  }
  return bytes(bytesOfInt(self(v), Number(size), byteOrder(order) === 'big', signed !== undefined && isTrue(signed)));
}

function intFromBytes(cls: PyType, source: Value, order?: Value, signed?: Value): Value {
  const n = intOfBytes(source, byteOrder(order) === 'big', signed !== undefined && isTrue(signed));
  return cls === intType ? intOf(n) : (cls as unknown as Entry)(intOf(n));
}

function intRepr(v: Value): StrValue {
  return intToText(self(v));
}

function boolNew(_cls: PyType, x?: Value): Value {
  return x === undefined ? false : isTrue(x);
}

function boolBitwise(
  op: (a: boolean, b: boolean) => boolean,
  other: (a: Value, b: Value) => Value,
): (a: Value, b: Value) => Value {
  return (a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? op(a, b) : other(a, b));
}

function boolInvert(v: Value): Value {
  warn(
    'DeprecationWarning',
    "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the " +
      'underlying int object and is usually not what you expect from negating a bool. ' +
      "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
  );
  return intInvert(v);
}

export function installInt(): void {
  const methods: Record<string, ReturnType<typeof slot>> = {};
  const operators = {
    add: intAdd,
    sub: intSub,
    mul: intMul,
    truediv: intTruediv,
    floordiv: intFloordiv,
    mod: intMod,
    divmod: intDivmod,
    lshift: intLshift,
    rshift: intRshift,
    and: intAnd,
    or: intOr,
    xor: intXor,
  };
  for (const [name, run] of Object.entries(operators)) {
    methods[`__${name}__`] = slot('($self, value, /)', binary(run));
    methods[`__r${name}__`] = slot('($self, value, /)', reflected(run));
  }
  intType.construct = intConstruct;
  installType(intType, {
    new: method('!($type, x=0, /, base=10)', intNew, undefined, 'vectorcall'),
    methods: {
      ...methods,
      __pow__: slot('($self, value, mod=None, /)', intPow),
      __rpow__: slot('($self, value, mod=None, /)', (a: Value, b: Value, m?: Value) => intPow(b, a, m)),
      __neg__: slot('($self, /)', intNeg),
      __pos__: slot('($self, /)', toSelf),
      __abs__: slot('($self, /)', intAbs),
      __invert__: slot('($self, /)', intInvert),
      __bool__: slot('($self, /)', (v: Value) => self(v) !== 0),
      __int__: slot('($self, /)', toSelf),
      __index__: slot('($self, /)', toSelf),
      __float__: slot('($self, /)', (v: Value) => float(intToFloat(self(v)))),
      __repr__: slot('($self, /)', intRepr),
      __hash__: slot('($self, /)', (v: Value) => intOf(hashInt(self(v)))),
      __eq__: slot(
        '($self, value, /)',
        compare((x, y) => x === y),
      ),
      __ne__: slot(
        '($self, value, /)',
        compare((x, y) => x !== y),
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
      __trunc__: method('($self, /)', toSelf),
      __floor__: method('($self, /)', toSelf),
      __ceil__: method('($self, /)', toSelf),
      __round__: method('($self, ndigits=None, /)', intRound),
      __format__: method('($self, format_spec, /)', intFormat),
      __getnewargs__: method('($self, /)', (v: Value) => tuple([toSelf(v)])),
      __sizeof__: method('($self, /)', (v: Value) => int(24 + 4 * Math.max(1, Math.ceil(bitLength(self(v)) / 30)))),
      conjugate: method('($self, /)', toSelf),
      bit_length: method('($self, /)', (v: Value) => int(bitLength(self(v)))),
      bit_count: method('($self, /)', (v: Value) => int(bitCount(self(v)))),
      is_integer: method('($self, /)', () => true),
      as_integer_ratio: method('($self, /)', (v: Value) => tuple([toSelf(v), int(1)])),
      to_bytes: method("($self, /, length=1, byteorder='big', *, signed=False)", intToBytes),
      from_bytes: classmethod("($type, /, bytes, byteorder='big', *, signed=False)", intFromBytes),
    },
    properties: {
      real: getset(toSelf),
      imag: getset(() => int(0)),
      numerator: getset(toSelf),
      denominator: getset(() => int(1)),
    },
  });
  intType.proto.keyKind = 2;
  installType(boolType, {
    new: method('($type, object=False, /)', boolNew),
    methods: {
      __repr__: slot('($self, /)', (v: Value) => (v ? 'True' : 'False')),
      __and__: slot(
        '($self, value, /)',
        boolBitwise((a, b) => a && b, binary(intAnd)),
      ),
      __rand__: slot(
        '($self, value, /)',
        boolBitwise((a, b) => a && b, reflected(intAnd)),
      ),
      __or__: slot(
        '($self, value, /)',
        boolBitwise((a, b) => a || b, binary(intOr)),
      ),
      __ror__: slot(
        '($self, value, /)',
        boolBitwise((a, b) => a || b, reflected(intOr)),
      ),
      __xor__: slot(
        '($self, value, /)',
        boolBitwise((a, b) => a !== b, binary(intXor)),
      ),
      __rxor__: slot(
        '($self, value, /)',
        boolBitwise((a, b) => a !== b, reflected(intXor)),
      ),
      __invert__: slot('($self, /)', boolInvert),
    },
  });
}

/** A float value as an int, exactly. CPython: float___trunc___impl */
export function truncatedFloat(v: Value): Value {
  const x = floatValue(v)!;
  if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) throw overflowError('cannot convert float infinity to integer');
  return intOf(floatToInt(x));
}
