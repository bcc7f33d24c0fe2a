// Binary and unary operators. Ints and floats first, as the emitted code's own fast paths do; then the special methods with reflection.
// CPython: Objects/abstract.c (binary_op1, PyNumber_Add, PyNumber_InPlaceAdd)
import { methodKey } from '../core/names.ts';
import { NotImplemented, type Slots } from '../core/object.ts';
import { float, PyFloat, slotsOf, typeOf } from '../core/primitives.ts';
import { FunctionMeta, isSubtype, type PyFunction } from '../core/type.ts';
import { type Entry, int, intFromBigInt, intFromDouble, type Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import {
  andInts,
  floordivInts,
  isPlain,
  lshiftInts,
  modNumbers,
  orInts,
  plainNumber,
  powNumbers,
  rshiftInts,
  xorInts,
} from '../numeric/plain.ts';
import { concatBytes, isExactBytes } from '../objects/bytes/bytes.ts';

export type Binary = (a: Value, b: Value) => Value;

/** Tries the special methods of an operator; NotImplemented when neither operand knows it. */
export function dispatch(a: Value, b: Value, name: string, reflectedName: string): Value {
  return dispatchKeys(a, b, methodKey(name), methodKey(reflectedName));
}

function dispatchKeys(a: Value, b: Value, key: string, reflectedKey: string): Value {
  const method = (slotsOf(a) as Slots)[key] as Entry | undefined;
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  if (typeA === typeB) return method === undefined ? NotImplemented : method(a, b);
  const reflected = (slotsOf(b) as Slots)[reflectedKey] as Entry | undefined;
  const concatenates = (key === 'm$__add__' || key === 'm$__mul__') && isConcatenable(a);
  if (
    reflected !== undefined &&
    ((concatenates && (typeB.flags & 1) !== 0) ||
      (isSubtype(typeB, typeA) && overrides(typeA.proto as Slots, reflectedKey, reflected)))
  ) {
    const result = reflected(b, a);
    if (result !== NotImplemented) return result;
    return method === undefined ? NotImplemented : method(a, b);
  }
  if (method !== undefined) {
    const result = method(a, b);
    if (result !== NotImplemented) return result;
  }
  return reflected === undefined ? NotImplemented : reflected(b, a);
}

/** Whether CPython gives the type sq_concat and sq_repeat: str, bytes, bytearray, list, tuple and what derives from them. */
function isConcatenable(v: Value): boolean {
  return (slotsOf(v) as { sqConcat?: boolean }).sqConcat === true;
}

function overrides(proto: Slots, key: string, method: Entry): boolean {
  return proto[key] !== method;
}

export function unsupported(a: Value, b: Value, symbol: string): Raised {
  if (symbol === '*' || symbol === '*=') {
    const count = isConcatenable(a) ? b : isConcatenable(b) ? a : undefined;
    if (count !== undefined) return typeError(`can't multiply sequence by non-int of type '${typeOf(count).typeName}'`);
  }
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeOf(a).typeName}' and '${typeOf(b).typeName}'`);
}

function operator(name: string, symbol: string): Binary {
  const plain = methodKey(`__${name}__`);
  const reflected = methodKey(`__r${name}__`);
  return (a, b) => {
    const result = dispatchKeys(a, b, plain, reflected);
    if (result === NotImplemented) throw unsupported(a, b, symbol);
    return result;
  };
}

/** Plain numbers without asking their types. */
function quick(numbers: (a: Value, b: Value) => Value | undefined, objects: Binary): Binary {
  return (a, b) => (isPlain(a) && isPlain(b) ? (numbers(a, b) ?? objects(a, b)) : objects(a, b));
}

const addObjects = operator('add', '+');
const subObjects = operator('sub', '-');
const mulNumbers = operator('mul', '*');

/** CPython: PyNumber_Multiply; a sequence times what is no index is an error of its own */
function mulObjects(a: Value, b: Value): Value {
  if (repeats(a) && !isIndex(b)) return notRepeated(b, a, '__rmul__');
  if (repeats(b) && !isIndex(a)) return notRepeated(a, b, '__mul__');
  return mulNumbers(a, b);
}

/** Whether a value is a sequence whose `*` is the built-in repetition. */
function repeats(v: Value): boolean {
  const slots = slotsOf(v) as { sqConcat?: boolean; m$__mul__?: PyFunction };
  return slots.sqConcat === true && !(slots.m$__mul__?.meta instanceof FunctionMeta);
}

function isIndex(v: Value): boolean {
  return typeof v === 'bigint' || (slotsOf(v) as Slots)['m$__index__'] !== undefined;
}

/** The other operand's own method, or the error. */
function notRepeated(other: Value, sequence: Value, name: string): Value {
  const method = repeats(other) ? undefined : ((slotsOf(other) as Slots)[`m$${name}`] as Entry | undefined);
  const result = method === undefined ? NotImplemented : method(other, sequence);
  if (result !== NotImplemented) return result;
  throw typeError(`can't multiply sequence by non-int of type '${typeOf(other).typeName}'`);
}
const truedivObjects = operator('truediv', '/');
export const matmul: Binary = operator('matmul', '@');
export const floordiv: Binary = quick(floordivInts, operator('floordiv', '//'));
export const mod: Binary = quick(modNumbers, operator('mod', '%'));
export const lshift: Binary = quick(lshiftInts, operator('lshift', '<<'));
export const rshift: Binary = quick(rshiftInts, operator('rshift', '>>'));
const andObjects = quick(andInts, operator('and', '&'));
/** A mask that is no bigint needs the low bits only. */
export const and: Binary = (a, b) =>
  typeof a === 'bigint' && typeof b === 'number' && (b as number) >= 0
    ? (andInts(int(Number(BigInt.asUintN(53, a))), b) ?? andObjects(a, b))
    : andObjects(a, b);
export const or: Binary = quick(orInts, operator('or', '|'));
export const xor: Binary = quick(xorInts, operator('xor', '^'));
export const divmod: Binary = operator('divmod', 'divmod()');

export function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return sum(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const x = plainNumber(a);
    const y = plainNumber(b);
    if (x !== undefined && y !== undefined) return float(x + y);
  }
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    const x = bigOf(a);
    const y = bigOf(b);
    if (x !== undefined && y !== undefined) return intFromBigInt(x + y);
  }
  if (isExactBytes(a) && isExactBytes(b)) return concatBytes(a, b);
  return withBool(a, b, add) ?? addObjects(a, b);
}

/** An int as a bigint; undefined for anything else. */
function bigOf(v: Value): bigint | undefined {
  if (typeof v === 'bigint') return v;
  return typeof v === 'number' && Number.isInteger(v) ? BigInt(v) : undefined;
}

/** A bool with a plain number counts as 0 or 1: sums of conditions. */
function withBool(a: Value, b: Value, again: Binary): Value | undefined {
  if (typeof a === 'boolean') {
    if (typeof b === 'boolean' || isPlain(b)) return again(int(a ? 1 : 0), b);
  } else if (typeof b === 'boolean' && isPlain(a)) return again(a, int(b ? 1 : 0));
  return undefined;
}

/** Sum of two numbers that are each an int or a raw float. */
function sum(a: number, b: number): Value {
  const r = a + b;
  if (!Number.isInteger(a) || !Number.isInteger(b)) return float(r);
  return Number.isSafeInteger(r) ? intFromDouble(r) : intFromBigInt(BigInt(a) + BigInt(b));
}

export function sub(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(r);
    return Number.isSafeInteger(r) ? intFromDouble(r) : intFromBigInt(BigInt(a) - BigInt(b));
  }
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const x = plainNumber(a);
    const y = plainNumber(b);
    if (x !== undefined && y !== undefined) return float(x - y);
  }
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    const x = bigOf(a);
    const y = bigOf(b);
    if (x !== undefined && y !== undefined) return intFromBigInt(x - y);
  }
  return withBool(a, b, sub) ?? subObjects(a, b);
}

export function mul(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    if (!Number.isInteger(a) || !Number.isInteger(b)) return float(r);
    return Number.isSafeInteger(r) ? intFromDouble(r) : intFromBigInt(BigInt(a) * BigInt(b));
  }
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const x = plainNumber(a);
    const y = plainNumber(b);
    if (x !== undefined && y !== undefined) return float(x * y);
  }
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    const x = bigOf(a);
    const y = bigOf(b);
    if (x !== undefined && y !== undefined) return intFromBigInt(x * y);
  }
  return withBool(a, b, mul) ?? mulObjects(a, b);
}

export function truediv(a: Value, b: Value): Value {
  if ((typeof a === 'number' || a instanceof PyFloat) && (typeof b === 'number' || b instanceof PyFloat)) {
    const x = plainNumber(a);
    const y = plainNumber(b);
    if (x !== undefined && y !== undefined && y !== 0) return float(x / y);
  }
  return truedivObjects(a, b);
}

/** `a ** b`. */
export const pow: Binary = quick(powNumbers, powObjects);

function powObjects(a: Value, b: Value): Value {
  const result = dispatch(a, b, '__pow__', '__rpow__');
  if (result === NotImplemented) throw unsupported(a, b, '** or pow()');
  return result;
}

function overriddenInPlace(own: Entry): boolean {
  return (own as unknown as PyFunction).meta instanceof FunctionMeta;
}

/** `numbers` answers for plain numbers, or gives undefined. */
function inplace(name: string, symbol: string, numbers?: (a: Value, b: Value) => Value | undefined): Binary {
  const key = methodKey(`__i${name}__`);
  const method = methodKey(`__${name}__`);
  const reflected = methodKey(`__r${name}__`);
  return (a, b) => {
    if (numbers !== undefined && isPlain(a) && isPlain(b)) {
      const result = numbers(a, b);
      if (result !== undefined) return result;
    }
    const own = (slotsOf(a) as Slots)[key] as Entry | undefined;
    if (own !== undefined) {
      // sq_inplace_concat and sq_inplace_repeat come after the other operand's nb_add and nb_multiply.
      const other = isConcatenable(a) && !isConcatenable(b) ? ((slotsOf(b) as Slots)[reflected] as Entry) : undefined;
      if (other !== undefined && !overriddenInPlace(own)) {
        const result = other(b, a);
        if (result !== NotImplemented) return result;
      }
      const result = own(a, b);
      if (result !== NotImplemented) return result;
    }
    const result = dispatchKeys(a, b, method, reflected);
    if (result === NotImplemented) throw unsupported(a, b, symbol);
    return result;
  };
}

const iaddObjects = inplace('add', '+=', add);
export const iadd: Binary = (a, b) => {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return isExactBytes(a) && isExactBytes(b) ? concatBytes(a, b) : iaddObjects(a, b);
};
export const isub: Binary = inplace('sub', '-=', sub);
const imulObjects = inplace('mul', '*=', mul);
export const imul: Binary = (a, b) =>
  typeof a === 'object' && repeats(a) && !isIndex(b) ? mul(a, b) : imulObjects(a, b);
export const imatmul: Binary = inplace('matmul', '@=');
export const itruediv: Binary = inplace('truediv', '/=', truediv);
export const ifloordiv: Binary = inplace('floordiv', '//=', floordivInts);
export const imod: Binary = inplace('mod', '%=', modNumbers);
export const ipow: Binary = inplace('pow', '**=', powNumbers);
export const ilshift: Binary = inplace('lshift', '<<=', lshiftInts);
export const irshift: Binary = inplace('rshift', '>>=', rshiftInts);
export const iand: Binary = inplace('and', '&=', andInts);
export const ior: Binary = inplace('or', '|=', orInts);
export const ixor: Binary = inplace('xor', '^=', xorInts);

function unary(name: string, symbol: string): (v: Value) => Value {
  const key = `m$__${name}__`;
  return (v) => {
    const method = (slotsOf(v) as Slots)[key] as Entry | undefined;
    if (method === undefined) throw typeError(`bad operand type for unary ${symbol}: '${typeOf(v).typeName}'`);
    return method(v);
  };
}

export const neg: (v: Value) => Value = unary('neg', '-');
export const pos: (v: Value) => Value = unary('pos', '+');
export const invert: (v: Value) => Value = unary('invert', '~');
