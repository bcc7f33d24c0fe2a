// Rich comparison and truth. CPython: Objects/object.c (PyObject_RichCompare, PyObject_IsTrue)
import { None, NotImplemented, type Slots } from '../core/object.ts';
import { PyFloat, PyNan, slotsOf, typeOf } from '../core/primitives.ts';
import { isSubtype } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { isPlain, plainNumber } from '../numeric/plain.ts';

export type CompareOp = '__lt__' | '__le__' | '__eq__' | '__ne__' | '__gt__' | '__ge__';

/** The method of an operator as a prototype has it, and the other operand's. */
const KEY: Record<CompareOp, string> = {
  __lt__: 'm$__lt__',
  __le__: 'm$__le__',
  __eq__: 'm$__eq__',
  __ne__: 'm$__ne__',
  __gt__: 'm$__gt__',
  __ge__: 'm$__ge__',
};
const REFLECTED_KEY: Record<CompareOp, string> = {
  __lt__: 'm$__gt__',
  __le__: 'm$__ge__',
  __eq__: 'm$__eq__',
  __ne__: 'm$__ne__',
  __gt__: 'm$__lt__',
  __ge__: 'm$__le__',
};
const SYMBOL: Record<CompareOp, string> = {
  __lt__: '<',
  __le__: '<=',
  __eq__: '==',
  __ne__: '!=',
  __gt__: '>',
  __ge__: '>=',
};

/** `a op b` as a Python value: whatever the methods return. */
export function richCompare(a: Value, b: Value, op: CompareOp): Value {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b, op);
  if (typeof a === 'string' && typeof b === 'string') return compareNumbers(threeWay(a, b), 0, op);
  if (isPlain(a) && isPlain(b)) {
    const x = plainNumber(a);
    const y = plainNumber(b);
    if (x !== undefined && y !== undefined) return compareNumbers(x, y, op);
  }
  const reflected = (slotsOf(b) as Slots)[REFLECTED_KEY[op]] as Entry | undefined;
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  let tried = false;
  if (typeA !== typeB && reflected !== undefined && isSubtype(typeB, typeA)) {
    tried = true;
    const result = reflected(b, a);
    if (result !== NotImplemented) return result;
  }
  const method = (slotsOf(a) as Slots)[KEY[op]] as Entry | undefined;
  if (method !== undefined) {
    const result = method(a, b);
    if (result !== NotImplemented) return result;
  }
  if (!tried && reflected !== undefined) {
    const result = reflected(b, a);
    if (result !== NotImplemented) return result;
  }
  if (op === '__eq__') return a === b;
  if (op === '__ne__') return a !== b;
  throw typeError(`'${SYMBOL[op]}' not supported between instances of '${typeA.typeName}' and '${typeB.typeName}'`);
}

/** `a op b` of two numbers. */
export function compareNumbers(a: number, b: number, op: CompareOp): boolean {
  switch (op) {
    case '__lt__':
      return a < b;
    case '__le__':
      return a <= b;
    case '__eq__':
      return a === b;
    case '__ne__':
      return a !== b;
    case '__gt__':
      return a > b;
    case '__ge__':
      return a >= b;
  }
}

/** Without surrogates, UTF-16 order is code point order. */
function threeWay(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** `a == b` as a bool, not identity first. */
export function richEquals(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  if (isIdentity(a) && (isIdentity(b) || (typeof b !== 'object' && typeof b !== 'function'))) {
    return a === b && !(a instanceof PyNan);
  }
  return isTrue(richCompare(a, b, '__eq__'));
}

/** Whether a value's class leaves `==` to identity: None, most classes and functions, plain instances. */
function isIdentity(v: Value): boolean {
  if (typeof v === 'object') return v.keyKind === 1;
  return typeof v === 'function' && (v.mro === undefined || v.cls.proto.keyKind === 1);
}

/** `a is b or a == b`: containment and container equality. CPython: PyObject_RichCompareBool */
export function sameOrEqual(a: Value, b: Value): boolean {
  return a === b || richEquals(a, b) || (typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b));
}

/** `a < b` as a bool. */
export function lessThan(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  return isTrue(richCompare(a, b, '__lt__'));
}

/** CPython: PyObject_IsTrue */
export function isTrue(v: Value): boolean {
  if (v === true || v === false) return v;
  if (typeof v === 'number') return v !== 0;
  if (typeof v === 'string') return v !== '';
  if (v === None) return false;
  if (typeof v === 'object') return isTrueSlow(v);
  if (typeof v === 'bigint') return true;
  return isTrueSlow(v);
}

function isTrueSlow(v: Value): boolean {
  const items = (v as { items?: unknown[] }).items;
  if (items !== undefined && (v as { sq?: number }).sq !== undefined) {
    if ((slotsOf(v) as Slots)['m$__bool__'] === undefined && !(typeOf(v).flags & 1)) return items.length > 0;
  }
  if (v instanceof PyFloat && !(typeOf(v).flags & 1)) return v.value !== 0;
  const slots = slotsOf(v) as unknown as { m$__bool__?: Entry; m$__len__?: Entry };
  if (slots.m$__bool__ !== undefined) {
    const result = slots.m$__bool__(v);
    if (typeof result !== 'boolean')
      throw typeError(`__bool__ should return bool, returned ${typeOf(result).typeName}`);
    return result;
  }
  if (slots.m$__len__ === undefined) return true;
  const length = slots.m$__len__(v);
  if (typeof length === 'number' && length < 0) throw valueError('__len__() should return >= 0');
  return length !== (0 as unknown as Value) && length !== false;
}
