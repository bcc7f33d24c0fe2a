// Numbers out of Python values, as natives take them: doubles, complex pairs.
// CPython: Objects/floatobject.c (PyFloat_AsDouble), Objects/complexobject.c (PyComplex_AsCComplex)
import type { Slots } from '../core/object.ts';
import { floatType, intType, PyFloat, PyInt, slotsOf, typeOf } from '../core/primitives.ts';
import { isSubtype } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { overflowError, typeError } from '../exceptions/errors.ts';
import { complexType, PyComplex } from '../objects/complex/complex.ts';
import { asIndex } from './item.ts';
import { warnStrictSubclass } from './warn.ts';

/** The double of a real number; TypeError, in the words of `message`, for anything else. */
export function asDouble(v: Value, message: (typeName: string) => string = mustBeReal): number {
  if (typeof v === 'number') return v;
  if (v instanceof PyFloat) return v.value;
  return asDoubleSlow(v, message);
}

const mustBeReal = (typeName: string): string => `must be real number, not ${typeName}`;

function asDoubleSlow(v: Value, message: (typeName: string) => string): number {
  if (typeof v === 'bigint') return intToDouble(v);
  if (typeof v === 'boolean') return v ? 1 : 0;
  const slots = slotsOf(v) as Slots;
  const method = slots['m$__float__'] as Entry | undefined;
  if (v instanceof PyInt && (method === undefined || method === (intType.proto as Slots)['m$__float__'])) {
    return intToDouble(v.value);
  }
  if (method !== undefined) return floatResult(v, method(v));
  if (slots['m$__index__'] !== undefined) return intToDouble(asIndex(v));
  throw typeError(message(typeOf(v).typeName));
}

/** What `__float__` gave must be a float; an instance of a subclass is deprecated but serves. */
export function floatResult(v: Value, result: Value): number {
  if (typeof result === 'number' && !Number.isInteger(result)) return result;
  const what = `${typeOf(v).typeName}.__float__`;
  const { typeName } = typeOf(result);
  if (!(result instanceof PyFloat)) throw typeError(`${what} returned non-float (type ${typeName})`);
  if (result.cls !== floatType) warnStrictSubclass(what, 'float', typeName);
  return result.value;
}

/** The nearest double of an int. */
export function intToDouble(value: number | bigint): number {
  if (typeof value === 'number') return value;
  const double = Number(value);
  if (double === Infinity || double === -Infinity) throw overflowError('int too large to convert to float');
  return double;
}

/** Whether a value is a float or an instance of a subclass. */
export function isFloat(v: Value): v is Value & (number | PyFloat) {
  return typeof v === 'number' ? !Number.isInteger(v) : v instanceof PyFloat;
}

/** Whether a value's type is float itself. */
export function isExactFloat(v: Value): boolean {
  return typeof v === 'number' ? !Number.isInteger(v) : v instanceof PyFloat && v.cls === floatType;
}

/** Whether a value is an int, a bool, or an instance of a subclass. */
export function isInt(v: Value): boolean {
  if (typeof v === 'number') return Number.isInteger(v);
  if (typeof v === 'object') return v instanceof PyInt && isSubtype(v.cls, intType);
  return typeof v === 'bigint' || typeof v === 'boolean';
}

/** The JS form of an int that `isInt` accepted. */
export function intValue(v: Value): number | bigint {
  if (typeof v === 'boolean') return v ? 1 : 0;
  return v instanceof PyInt ? v.value : (v as number | bigint);
}

/** A complex number's parts from anything that is a number. CPython: PyComplex_AsCComplex */
export function asComplex(v: Value): readonly [real: number, imag: number] {
  if (v instanceof PyComplex) return [v.real, v.imag];
  return fromComplexMethod(v) ?? [asDouble(v), 0];
}

/** What `__complex__` gives, or undefined where there is none. CPython: try_complex_special_method */
export function fromComplexMethod(v: Value): readonly [real: number, imag: number] | undefined {
  if (typeof v !== 'object') return undefined;
  const method = (slotsOf(v) as Slots)['m$__complex__'] as Entry | undefined;
  if (method === undefined) return undefined;
  const result = method(v);
  const { typeName } = typeOf(result);
  if (!(result instanceof PyComplex)) throw typeError(`__complex__ returned non-complex (type ${typeName})`);
  if (result.cls !== complexType) warnStrictSubclass('__complex__', 'complex', typeName);
  return [result.real, result.imag];
}
