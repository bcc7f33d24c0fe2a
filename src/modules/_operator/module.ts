// Operators as functions. CPython: Modules/_operator.c

import { None, NotImplemented } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, intFromBigInt, type Value } from '../../runtime/core/value.ts';
import { isError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictValues, keywordNames } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { lookupSpecial } from '../../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { callKeywords } from '../../runtime/protocols/call.ts';
import { isTrue, richCompare, sameOrEqual } from '../../runtime/protocols/compare.ts';
import { asIndex, contains, delItem, getItem, setItem } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import * as number from '../../runtime/protocols/number.ts';
import { isInt } from '../../runtime/protocols/real.ts';
import { attrgetterType, installGetters, itemgetterType, methodcallerType } from './getters.ts';

type Binary = (a: Value, b: Value) => Value;
type Unary = (a: Value) => Value;

const BINARY: Record<string, readonly [run: Binary, doc: string]> = {
  add: [number.add, 'Same as a + b.'],
  sub: [number.sub, 'Same as a - b.'],
  mul: [number.mul, 'Same as a * b.'],
  matmul: [number.matmul, 'Same as a @ b.'],
  floordiv: [number.floordiv, 'Same as a // b.'],
  truediv: [number.truediv, 'Same as a / b.'],
  mod: [number.mod, 'Same as a % b.'],
  pow: [number.pow, 'Same as a ** b.'],
  lshift: [number.lshift, 'Same as a << b.'],
  rshift: [number.rshift, 'Same as a >> b.'],
  and_: [number.and, 'Same as a & b.'],
  or_: [number.or, 'Same as a | b.'],
  xor: [number.xor, 'Same as a ^ b.'],
  iadd: [number.iadd, 'Same as a += b.'],
  isub: [number.isub, 'Same as a -= b.'],
  imul: [number.imul, 'Same as a *= b.'],
  imatmul: [number.imatmul, 'Same as a @= b.'],
  ifloordiv: [number.ifloordiv, 'Same as a //= b.'],
  itruediv: [number.itruediv, 'Same as a /= b.'],
  imod: [number.imod, 'Same as a %= b.'],
  ipow: [number.ipow, 'Same as a **= b.'],
  ilshift: [number.ilshift, 'Same as a <<= b.'],
  irshift: [number.irshift, 'Same as a >>= b.'],
  iand: [number.iand, 'Same as a &= b.'],
  ior: [number.ior, 'Same as a |= b.'],
  ixor: [number.ixor, 'Same as a ^= b.'],
  lt: [(a, b) => richCompare(a, b, '__lt__'), 'Same as a < b.'],
  le: [(a, b) => richCompare(a, b, '__le__'), 'Same as a <= b.'],
  eq: [(a, b) => richCompare(a, b, '__eq__'), 'Same as a == b.'],
  ne: [(a, b) => richCompare(a, b, '__ne__'), 'Same as a != b.'],
  gt: [(a, b) => richCompare(a, b, '__gt__'), 'Same as a > b.'],
  ge: [(a, b) => richCompare(a, b, '__ge__'), 'Same as a >= b.'],
  is_: [(a, b) => isSame(a, b), 'Same as a is b.'],
  is_not: [(a, b) => !isSame(a, b), 'Same as a is not b.'],
  concat: [(a, b) => number.add(sequence(a), b), 'Same as a + b, for a and b sequences.'],
  iconcat: [(a, b) => number.iadd(sequence(a), b), 'Same as a += b, for a and b sequences.'],
  getitem: [getItem, 'Same as a[b].'],
  contains: [(a, b) => contains(a, b), 'Same as b in a (note reversed operands).'],
};

const UNARY: Record<string, readonly [run: Unary, doc: string]> = {
  neg: [number.neg, 'Same as -a.'],
  pos: [number.pos, 'Same as +a.'],
  inv: [number.invert, 'Same as ~a.'],
  invert: [number.invert, 'Same as ~a.'],
  not_: [(a) => !isTrue(a), 'Same as not a.'],
  truth: [(a) => isTrue(a), 'Return True if a is true, False otherwise.'],
  is_none: [(a) => a === None, 'Same as a is None.'],
  is_not_none: [(a) => a !== None, 'Same as a is not None.'],
  abs: [absolute, 'Same as abs(a).'],
  index: [(a) => asInt(asIndex(a)), 'Same as a.__index__()'],
};

/** `a is b`: a NaN is itself. */
function isSame(a: Value, b: Value): boolean {
  return Object.is(a, b);
}

function asInt(n: number | bigint): Value {
  return typeof n === 'bigint' ? intFromBigInt(n) : int(n);
}

function sequence(v: Value): Value {
  if (isStr(v) || lookupSpecial(v, '__getitem__') !== undefined) return v;
  throw typeError(`'${typeOf(v).typeName}' object can't be concatenated`);
}

function absolute(v: Value): Value {
  const method = lookupSpecial(v, '__abs__');
  if (method === undefined) throw typeError(`bad operand type for abs(): '${typeOf(v).typeName}'`);
  return method(v);
}

function countOf(a: Value, b: Value): Value {
  const source = iter(a);
  let count = 0;
  for (let each = source.iternext(); each !== undefined; each = source.iternext()) if (sameOrEqual(each, b)) count++;
  return int(count);
}

function indexOf(a: Value, b: Value): Value {
  const source = iter(a);
  for (let i = 0; ; i++) {
    const each = source.iternext();
    if (each === undefined) throw valueError('sequence.index(x): x not in sequence');
    if (sameOrEqual(each, b)) return int(i);
  }
}

/** CPython: PyObject_LengthHint */
function lengthHint(v: Value, fallback?: Value): Value {
  if (fallback !== undefined && !isInt(fallback)) {
    throw typeError(`'${typeOf(fallback).typeName}' object cannot be interpreted as an integer`);
  }
  const length = isStr(v) ? () => int(jsString(v).length) : lookupSpecial(v, '__len__');
  if (length !== undefined) {
    try {
      return length(v);
    } catch (e) {
      if (!isError(e, 'TypeError')) throw e;
    }
  }
  return hinted(v) ?? fallback ?? int(0);
}

function hinted(v: Value): Value | undefined {
  const hint = lookupSpecial(v, '__length_hint__');
  if (hint === undefined) return undefined;
  let result: Value;
  try {
    result = hint(v);
  } catch (e) {
    if (!isError(e, 'TypeError')) throw e;
    return undefined;
  }
  if (result === NotImplemented) return undefined;
  if (!isInt(result)) throw typeError(`__length_hint__ must be an integer, not ${typeOf(result).typeName}`);
  if (asIndex(result) < 0) throw valueError('__length_hint__() should return >= 0');
  return result;
}

/** Equality whose time does not tell where the first difference is. */
function compareDigest(a: Value, b: Value): Value {
  if (isStr(a) && isStr(b)) {
    const [x, y] = [jsString(a), jsString(b)];
    if (/[^\0-\x7f]/.test(x + y)) throw typeError('comparing strings with non-ASCII characters is not supported');
    return sameBytes(new TextEncoder().encode(x), new TextEncoder().encode(y));
  }
  const [x, y] = [lookupBuffer(a), lookupBuffer(b)];
  if (x === undefined || y === undefined) {
    throw typeError(
      `unsupported operand types(s) or combination of types: '${typeOf(a).typeName}' and '${typeOf(b).typeName}'`,
    );
  }
  return sameBytes(x, y);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= (a[i] ?? 0) ^ b[i]!;
  return difference === 0;
}

function table(): ModuleTable {
  const functions: ModuleTable = {};
  for (const [name, [run, doc]] of Object.entries(BINARY)) functions[name] = fn('($module, a, b, /)', run, doc);
  for (const [name, [run, doc]] of Object.entries(UNARY)) functions[name] = fn('($module, a, /)', run, doc);
  return functions;
}

export const operatorModule: NativeModule = {
  name: '_operator',
  doc: 'Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.',
  functions: {
    ...table(),
    setitem: fn('($module, a, b, c, /)', (a: Value, b: Value, c: Value) => {
      setItem(a, b, c);
      return None;
    }),
    delitem: fn('($module, a, b, /)', (a: Value, b: Value) => {
      delItem(a, b);
      return None;
    }),
    countOf: fn('($module, a, b, /)', countOf),
    indexOf: fn('($module, a, b, /)', indexOf),
    length_hint: fn('($module, obj, default=0, /)', lengthHint),
    call: fn('($module, obj, /, *args, **kwargs)', (f: Value, args: Value[], keywords: PyDict) =>
      callKeywords(f, [...args, ...dictValues(keywords)] as Value[], keywordNames(keywords)),
    ),
    _compare_digest: fn('($module, a, b, /)', compareDigest),
  },
  types: { attrgetter: attrgetterType, itemgetter: itemgetterType, methodcaller: methodcallerType },
  install: installGetters,
};
