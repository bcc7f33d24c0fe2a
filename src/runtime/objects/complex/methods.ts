// The complex type's table. CPython: Objects/complexobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { float, slotsOf, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Entry, Value } from '../../core/value.ts';
import { typeError, valueError, zeroDivisionError } from '../../exceptions/errors.ts';
import { classmethod, installType, member, method, slot } from '../../native/define.ts';
import {
  complexAbs,
  complexDiv,
  complexDivReal,
  complexMul,
  complexPow,
  realDivComplex,
} from '../../numeric/complexes.ts';
import { complexRepr, parseComplexText } from '../../numeric/complextext.ts';
import { intToFloat } from '../../numeric/floats.ts';
import { hashComplexParts, hashFloat } from '../../numeric/hashing.ts';
import { asDouble, fromComplexMethod } from '../../protocols/real.ts';
import { fullTypeName } from '../../protocols/type-name.ts';
import { warn } from '../../protocols/warn.ts';
import { formatComplex } from '../../text/format.ts';
import { asciiNumeral } from '../../text/int-text.ts';
import { floatValue, intOf, intValue } from '../int/int.ts';
import { isStr, type StrValue, strOf, textOfStr } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import { complex, complexType, PyComplex } from './complex.ts';

type Pair = [real: number, imag: number];

/** An operand: a complex pair, or a real double. */
function operand(v: Value): Pair | number | undefined {
  if (v instanceof PyComplex) return [v.real, v.imag];
  const x = floatValue(v);
  if (x !== undefined) return x;
  const n = intValue(v);
  return n === undefined ? undefined : intToFloat(n);
}

type Arithmetic = (z: Pair | number, w: Pair | number) => Pair;
const isReal = (z: Pair | number): z is number => typeof z === 'number';

const add: Arithmetic = (z, w) =>
  isReal(z) ? [z + (w as Pair)[0], (w as Pair)[1]] : isReal(w) ? [z[0] + w, z[1]] : [z[0] + w[0], z[1] + w[1]];
const sub: Arithmetic = (z, w) =>
  isReal(z) ? [z - (w as Pair)[0], -(w as Pair)[1]] : isReal(w) ? [z[0] - w, z[1]] : [z[0] - w[0], z[1] - w[1]];
const mul: Arithmetic = (z, w) => {
  if (isReal(z)) return [z * (w as Pair)[0], z * (w as Pair)[1]];
  return isReal(w) ? [z[0] * w, z[1] * w] : (complexMul(z, w) as Pair);
};
const div: Arithmetic = (z, w) => {
  if (isReal(w) ? w === 0 : w[0] === 0 && w[1] === 0) throw zeroDivisionError('division by zero');
  if (isReal(w)) return complexDivReal(z as Pair, w) as Pair;
  return (isReal(z) ? realDivComplex(z, w) : complexDiv(z, w)) as Pair;
};
const asPair = (z: Pair | number): Pair => (isReal(z) ? [z, 0] : z);
const pow: Arithmetic = (z, w) => complexPow(asPair(z), asPair(w)) as Pair;

export function complexPower(z: Pair, w: Pair): Value {
  return complex(...pow(z, w));
}

function binary(run: Arithmetic, quick?: (z: PyComplex, w: PyComplex) => PyComplex): (a: Value, b: Value) => Value {
  return (a, b) => {
    if (quick !== undefined && a instanceof PyComplex && b instanceof PyComplex) return quick(a, b);
    const z = operand(a);
    const w = operand(b);
    return z === undefined || w === undefined ? NotImplemented : complex(...run(z, w));
  };
}

/** Operators on two complex numbers without pairs in between. */
const QUICK: ReadonlyMap<string, (z: PyComplex, w: PyComplex) => PyComplex> = new Map([
  ['add', (z: PyComplex, w: PyComplex) => new PyComplex(z.real + w.real, z.imag + w.imag)],
  ['sub', (z: PyComplex, w: PyComplex) => new PyComplex(z.real - w.real, z.imag - w.imag)],
  ['mul', multiply],
]);

function multiply(z: PyComplex, w: PyComplex): PyComplex {
  const real = z.real * w.real - z.imag * w.imag;
  const imag = z.real * w.imag + z.imag * w.real;
  // Both are not a number where an infinity is to be saved.
  if (Number.isNaN(real) && Number.isNaN(imag))
    return complex(...(complexMul([z.real, z.imag], [w.real, w.imag]) as Pair));
  return new PyComplex(real, imag);
}

function instance(cls: PyType, real: number, imag: number): Value {
  return new (cls.Instance as unknown as new (re: number, im: number) => PyComplex)(real, imag);
}

/** CPython: complex_new_impl; a complex argument adds its other part, a real one must not touch the other's sign of zero */
function complexNew(cls: PyType, r?: Value, i?: Value): Value {
  if (r !== undefined && isStr(r) && i === undefined) return fromString(cls, r);
  if (r instanceof PyComplex && r.cls === complexType && cls === complexType && i === undefined) return r;
  if (r !== undefined && i === undefined && !isNumber(r)) {
    throw typeError(`complex() argument must be a string or a number, not ${fullTypeName(typeOf(r))}`);
  }
  const re = part(r, 'real', i !== undefined);
  const im = part(i, 'imag', true);
  const real = isReal(re) ? re : re[0];
  const imag = isReal(im) ? im : im[0];
  if (i === undefined) return instance(cls, real, isReal(re) ? 0 : re[1]);
  return instance(cls, isReal(im) ? real : real - im[1], isReal(re) ? imag : imag + re[1]);
}

function isNumber(v: Value): boolean {
  const slots = slotsOf(v) as unknown as { m$__complex__?: Entry; m$__float__?: Entry; m$__index__?: Entry };
  return slots.m$__complex__ !== undefined || slots.m$__float__ !== undefined || slots.m$__index__ !== undefined;
}

/** One argument; a complex number as one of two is deprecated. */
function part(v: Value | undefined, name: 'real' | 'imag', oneOfTwo: boolean): Pair | number {
  if (v === undefined) return 0;
  const message = (type: string) => `complex() argument '${name}' must be a real number, not ${type}`;
  if (v instanceof PyComplex) {
    if (oneOfTwo) warn('DeprecationWarning', message(fullTypeName(typeOf(v))));
    return [v.real, v.imag];
  }
  const given = name === 'real' ? fromComplexMethod(v) : undefined;
  if (given === undefined) return asDouble(v, () => message(fullTypeName(typeOf(v))));
  if (oneOfTwo) warn('DeprecationWarning', message(fullTypeName(typeOf(v))));
  return [...given];
}

function fromString(cls: PyType, text: StrValue): Value {
  const parsed = parseComplexText(asciiNumeral(textOfStr(text)));
  if (parsed === undefined) throw valueError('complex() arg is a malformed string');
  return instance(cls, ...parsed);
}

function complexEq(self: PyComplex, other: Value): Value {
  if (other instanceof PyComplex) return self.real === other.real && self.imag === other.imag;
  const x = floatValue(other) ?? intValue(other);
  if (x === undefined) return NotImplemented;
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a double compare exactly
  return self.imag === 0 && self.real == x;
}

function refuse(): Value {
  return NotImplemented;
}

function complexFormat(self: PyComplex, spec: Value): Value {
  if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${typeOf(spec).typeName}`);
  return strOf(formatComplex(self.real, self.imag, textOfStr(spec)));
}

export function installComplex(): void {
  const methods: Record<string, ReturnType<typeof slot>> = {};
  for (const [name, run] of Object.entries({ add, sub, mul, truediv: div })) {
    methods[`__${name}__`] = slot('($self, value, /)', binary(run, QUICK.get(name)));
    methods[`__r${name}__`] = slot(
      '($self, value, /)',
      binary((z, w) => run(w, z)),
    );
  }
  const power = (a: Value, b: Value, modulus?: Value): Value => {
    if (modulus !== undefined && modulus !== None) throw valueError('complex modulo');
    return binary(pow)(a, b);
  };
  installType(complexType, {
    new: method('($type, real=0, imag=0)', complexNew),
    methods: {
      ...methods,
      __pow__: slot('($self, value, mod=None, /)', power),
      __rpow__: slot('($self, value, mod=None, /)', (a: Value, b: Value, m?: Value) => power(b, a, m)),
      __neg__: slot('($self, /)', (z: PyComplex) => complex(-z.real, -z.imag)),
      __pos__: slot('($self, /)', (z: PyComplex) => complex(z.real, z.imag)),
      __abs__: slot('($self, /)', (z: PyComplex) => float(complexAbs([z.real, z.imag]))),
      __bool__: slot('($self, /)', (z: PyComplex) => z.real !== 0 || z.imag !== 0),
      __repr__: slot('($self, /)', (z: PyComplex) => complexRepr(z.real, z.imag)),
      __hash__: slot('($self, /)', (z: PyComplex) => intOf(hashComplexParts(hashFloat(z.real), hashFloat(z.imag)))),
      __eq__: slot('($self, value, /)', complexEq),
      __ne__: slot('($self, value, /)', (z: PyComplex, w: Value) => {
        const equal = complexEq(z, w);
        return typeof equal === 'boolean' ? !equal : equal;
      }),
      __lt__: slot('($self, value, /)', refuse),
      __le__: slot('($self, value, /)', refuse),
      __gt__: slot('($self, value, /)', refuse),
      __ge__: slot('($self, value, /)', refuse),
      __complex__: method('($self, /)', (z: PyComplex) => complex(z.real, z.imag)),
      __format__: method('($self, format_spec, /)', complexFormat),
      __getnewargs__: method('($self, /)', (z: PyComplex) => tuple([float(z.real), float(z.imag)])),
      conjugate: method('($self, /)', (z: PyComplex) => complex(z.real, -z.imag)),
      from_number: classmethod('($type, number, /)', (cls: PyType, v: Value) => {
        if (v instanceof PyComplex && v.cls === complexType && cls === complexType) return v;
        const value = part(v, 'real', false);
        return isReal(value) ? instance(cls, value, 0) : instance(cls, ...value);
      }),
    },
    properties: { real: member((z: PyComplex) => float(z.real)), imag: member((z: PyComplex) => float(z.imag)) },
  });
}
