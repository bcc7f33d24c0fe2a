// Binary and unary operators. Ints and floats first, as the emitted code's own fast paths do; then the special methods with reflection.
// CPython: Objects/abstract.c (binary_op1, PyNumber_Add, PyNumber_InPlaceAdd)
import { NotImplemented, type Slots } from '../core/object.ts';
import { float, PyFloat, slotsOf, typeOf } from '../core/primitives.ts';
import { FunctionMeta, isSubtype, type PyFunction } from '../core/type.ts';
import { type Entry, int, intFromBigInt, intFromDouble, type Value } from '../core/value.ts';
import { type Raised, typeError } from '../exceptions/errors.ts';
import { bigFloorDiv, bigMod } from '../numeric/integers.ts';
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
import {
  ADD,
  AND,
  DIVMOD,
  FLOORDIV,
  LSHIFT,
  MATMUL,
  MOD,
  MUL,
  type OperatorMethods,
  OR,
  POW,
  RSHIFT,
  SUB,
  TRUEDIV,
  XOR,
} from './operator-methods.ts';

export type Binary = (a: Value, b: Value) => Value;

/** Tries the special methods of an operator; NotImplemented when neither operand knows it. */
function dispatch(a: Value, b: Value, methods: OperatorMethods): Value {
  const slotsA = slotsOf(a) as Slots;
  const slotsB = slotsOf(b) as Slots;
  const method = methods.plain(slotsA);
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  if (typeA === typeB) return method === undefined ? NotImplemented : method(a, b);
  const reflected = methods.reflected(slotsB);
  const concatenates = (methods === ADD || methods === MUL) && isConcatenable(a);
  if (
    reflected !== undefined &&
    ((concatenates && (typeB.flags & 1) !== 0) ||
      (isSubtype(typeB, typeA) && methods.reflected(typeA.proto as Slots) !== reflected))
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

export function unsupported(a: Value, b: Value, symbol: string): Raised {
  if (symbol === '*' || symbol === '*=') {
    const count = isConcatenable(a) ? b : isConcatenable(b) ? a : undefined;
    if (count !== undefined) return typeError(`can't multiply sequence by non-int of type '${typeOf(count).typeName}'`);
  }
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeOf(a).typeName}' and '${typeOf(b).typeName}'`);
}

function operator(methods: OperatorMethods): Binary {
  return (a, b) => {
    const result = dispatch(a, b, methods);
    if (result === NotImplemented) throw unsupported(a, b, methods.symbol);
    return result;
  };
}

/** Plain numbers without asking their types. */
function quick(numbers: (a: Value, b: Value) => Value | undefined, objects: Binary): Binary {
  return (a, b) => (isPlain(a) && isPlain(b) ? (numbers(a, b) ?? objects(a, b)) : objects(a, b));
}

/** Division of ints of which one is a bigint, without asking for their methods. */
function bigints(divide: (a: bigint, b: bigint) => bigint, objects: Binary): Binary {
  return (a, b) => {
    if (typeof a === 'bigint' || typeof b === 'bigint') {
      const x = bigOf(a);
      const y = bigOf(b);
      if (x !== undefined && y !== undefined && y !== 0n) return intFromBigInt(divide(x, y));
    }
    return objects(a, b);
  };
}

const addObjects = operator(ADD);
const subObjects = operator(SUB);
const mulNumbers = operator(MUL);

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
const truedivObjects = operator(TRUEDIV);
export const matmul: Binary = operator(MATMUL);
export const floordiv: Binary = quick(floordivInts, bigints(bigFloorDiv, operator(FLOORDIV)));
export const mod: Binary = quick(modNumbers, bigints(bigMod, operator(MOD)));
export const lshift: Binary = quick(lshiftInts, operator(LSHIFT));
export const rshift: Binary = quick(rshiftInts, operator(RSHIFT));
const andObjects = quick(andInts, operator(AND));
/** A mask that is no bigint needs the low bits only. */
export const and: Binary = (a, b) =>
  typeof a === 'bigint' && typeof b === 'number' && (b as number) >= 0
    ? (andInts(int(Number(BigInt.asUintN(53, a))), b) ?? andObjects(a, b))
    : andObjects(a, b);
export const or: Binary = quick(orInts, operator(OR));
export const xor: Binary = quick(xorInts, operator(XOR));
export const divmod: Binary = operator(DIVMOD);

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
  const result = dispatch(a, b, POW);
  if (result === NotImplemented) throw unsupported(a, b, '** or pow()');
  return result;
}

function overriddenInPlace(own: Entry): boolean {
  return (own as unknown as PyFunction).meta instanceof FunctionMeta;
}

/** `numbers` answers for plain numbers, or gives undefined. */
function inplace(methods: OperatorMethods, numbers?: (a: Value, b: Value) => Value | undefined): Binary {
  return (a, b) => {
    if (numbers !== undefined && isPlain(a) && isPlain(b)) {
      const result = numbers(a, b);
      if (result !== undefined) return result;
    }
    const own = methods.inplace(slotsOf(a) as Slots);
    if (own !== undefined) {
      // sq_inplace_concat and sq_inplace_repeat come after the other operand's nb_add and nb_multiply.
      const other = isConcatenable(a) && !isConcatenable(b) ? methods.reflected(slotsOf(b) as Slots) : undefined;
      if (other !== undefined && !overriddenInPlace(own)) {
        const result = other(b, a);
        if (result !== NotImplemented) return result;
      }
      const result = own(a, b);
      if (result !== NotImplemented) return result;
    }
    const result = dispatch(a, b, methods);
    if (result === NotImplemented) throw unsupported(a, b, `${methods.symbol}=`);
    return result;
  };
}

const iaddObjects = inplace(ADD, add);
export const iadd: Binary = (a, b) => {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return isExactBytes(a) && isExactBytes(b) ? concatBytes(a, b) : iaddObjects(a, b);
};
export const isub: Binary = inplace(SUB, sub);
const imulObjects = inplace(MUL, mul);
export const imul: Binary = (a, b) =>
  typeof a !== 'number' && repeats(a) && !isIndex(b) ? mul(a, b) : imulObjects(a, b);
export const imatmul: Binary = inplace(MATMUL);
export const itruediv: Binary = inplace(TRUEDIV, truediv);
export const ifloordiv: Binary = inplace(FLOORDIV, floordivInts);
export const imod: Binary = inplace(MOD, modNumbers);
export const ipow: Binary = inplace(POW, powNumbers);
export const ilshift: Binary = inplace(LSHIFT, lshiftInts);
export const irshift: Binary = inplace(RSHIFT, rshiftInts);
export const iand: Binary = inplace(AND, andInts);
export const ior: Binary = inplace(OR, orInts);
export const ixor: Binary = inplace(XOR, xorInts);

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
