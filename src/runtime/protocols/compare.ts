// Rich comparison and truth. CPython: Objects/object.c (PyObject_RichCompare, PyObject_IsTrue)
import { None, NotImplemented, PyObject, type Slots } from '../core/object.ts';
import { objectType, PyFloat, slotsOf, typeOf } from '../core/primitives.ts';
import { isSubtype, TypeFlags } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { type Raised, typeError, valueError } from '../exceptions/errors.ts';
import { isPlain, plainNumber } from '../numeric/plain.ts';
import { bytesType, PyBytes } from '../objects/bytes/bytes.ts';
import { PyTuple, tupleType } from '../objects/tuple/tuple.ts';

export type CompareOp = '__lt__' | '__le__' | '__eq__' | '__ne__' | '__gt__' | '__ge__';

/** The operator with the operands the other way round. */
const REFLECTED: Record<CompareOp, CompareOp> = {
  __lt__: '__gt__',
  __le__: '__ge__',
  __eq__: '__eq__',
  __ne__: '__ne__',
  __gt__: '__lt__',
  __ge__: '__le__',
};
const SYMBOL: Record<CompareOp, string> = {
  __lt__: '<',
  __le__: '<=',
  __eq__: '==',
  __ne__: '!=',
  __gt__: '>',
  __ge__: '>=',
};

/** The methods as prototypes have them. */
interface Comparable {
  m$__lt__?: Entry;
  m$__le__?: Entry;
  m$__eq__?: Entry;
  m$__ne__?: Entry;
  m$__gt__?: Entry;
  m$__ge__?: Entry;
}

/** By names written out: the engine finds a property by a computed name several times slower. */
function methodOf(v: Value, op: CompareOp): Entry | undefined {
  const slots = slotsOf(v) as unknown as Comparable;
  switch (op) {
    case '__lt__':
      return slots.m$__lt__;
    case '__le__':
      return slots.m$__le__;
    case '__eq__':
      return slots.m$__eq__;
    case '__ne__':
      return slots.m$__ne__;
    case '__gt__':
      return slots.m$__gt__;
    case '__ge__':
      return slots.m$__ge__;
  }
}

/** `a op b` as a Python value: whatever the methods return. */
export function richCompare(a: Value, b: Value, op: CompareOp): Value {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b, op);
  if (typeof a === 'string' && typeof b === 'string') return compareNumbers(threeWay(a, b), 0, op);
  if (isPlain(a) && isPlain(b)) {
    const x = plainNumber(a);
    const y = plainNumber(b);
    if (x !== undefined && y !== undefined) return compareNumbers(x, y, op);
  }
  if (typeof a === 'object' && typeof b === 'object' && a.cls === b.cls) return compareAlike(a, b, op);
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  const first = typeA !== typeB && isSubtype(typeB, typeA) ? methodOf(b, REFLECTED[op]) : undefined;
  if (first !== undefined) {
    const result = first(b, a);
    if (result !== NotImplemented) return result;
  }
  const method = methodOf(a, op);
  if (method !== undefined) {
    const result = method(a, b);
    if (result !== NotImplemented) return result;
  }
  if (first === undefined) {
    const result = methodOf(b, REFLECTED[op])?.(b, a) ?? NotImplemented;
    if (result !== NotImplemented) return result;
  }
  if (op === '__eq__') return a === b;
  if (op === '__ne__') return a !== b;
  throw unordered(op, a, b);
}

/** Two of one class: neither is asked first for its type. */
function compareAlike(a: PyObject, b: PyObject, op: CompareOp): Value {
  const result = methodOf(a, op)?.(a, b) ?? NotImplemented;
  if (result !== NotImplemented) return result;
  const reflected = methodOf(b, REFLECTED[op])?.(b, a) ?? NotImplemented;
  if (reflected !== NotImplemented) return reflected;
  if (op === '__eq__') return a === b;
  if (op === '__ne__') return a !== b;
  throw unordered(op, a, b);
}

function unordered(op: CompareOp, a: Value, b: Value): Raised {
  const [left, right] = [typeOf(a).typeName, typeOf(b).typeName];
  return typeError(`'${SYMBOL[op]}' not supported between instances of '${left}' and '${right}'`);
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
  if (typeof a === 'object' && typeof b === 'object') {
    if (a instanceof PyBytes && b instanceof PyBytes && a.cls === bytesType && b.cls === bytesType) return a.equals(b);
    if (a instanceof PyTuple && b instanceof PyTuple && a.cls === tupleType && b.cls === tupleType)
      return itemsEqual(a.items, b.items);
    const method = (a as Comparable).m$__eq__;
    const same = (b as Comparable).m$__eq__ === method;
    if (same && method === (objectType.proto as Comparable).m$__eq__) return a === b;
    if (same && a.cls === b.cls && method !== undefined) return equalsBy(method, a, b);
  } else if (typeof a === 'object' || typeof a === 'function') {
    if (isIdentity(a) && (isIdentity(b) || (typeof b !== 'object' && typeof b !== 'function'))) return a === b;
  } else if (b === None) return false;
  return isTrue(richCompare(a, b, '__eq__'));
}

/** Whether the items of two tuples or lists are equal, one after the other. */
export function itemsEqual(a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) continue;
    if (typeof x === 'string' && typeof y === 'string') return false;
    if (typeof x === 'number' && typeof y === 'number') {
      if (Number.isNaN(x) && Number.isNaN(y)) continue;
      return false;
    }
    if (x instanceof PyTuple && y instanceof PyTuple && comparesAsTuple(x) && comparesAsTuple(y)) {
      if (itemsEqual(x.items, y.items)) continue;
    } else if (x instanceof PyBytes && y instanceof PyBytes && x.cls === bytesType && y.cls === bytesType) {
      // No Python code ran: nothing has changed.
      if (!x.equals(y)) return false;
      continue;
    } else if (sameOrEqual(x, y)) continue;
    // Comparing may have changed the lists.
    return i >= a.length || i >= b.length ? a.length === b.length : false;
  }
  return a.length === b.length;
}

/** A tuple or one of a subclass, a named tuple for one, that leaves `==` as it is. */
export function comparesAsTuple(v: PyTuple): boolean {
  return v.cls === tupleType || (v as unknown as Slots)['m$__eq__'] === (tupleType.proto as Slots)['m$__eq__'];
}

/** Whether a value's class leaves `==` to identity: None, most classes and functions, plain instances. */
function isIdentity(v: Value): boolean {
  if (typeof v === 'object') return v.keyKind === 1;
  return typeof v === 'function' && (v.mro === undefined || v.cls.proto.keyKind === 1);
}

/** Two of one class, which has an `__eq__` of its own. */
function equalsBy(method: Entry, a: Value, b: Value): boolean {
  const result = method(a, b);
  if (typeof result === 'boolean') return result;
  if (result !== NotImplemented) return isTrue(result);
  const reflected = method(b, a);
  return reflected === NotImplemented ? a === b : isTrue(reflected);
}

/** `a != b` as a bool: where the class leaves `__ne__` to object, the opposite of `a == b`. */
export function richDiffers(a: Value, b: Value): boolean {
  if (typeof a === 'object' && typeof b === 'object') {
    const method = (objectType.proto as Comparable).m$__ne__;
    if ((a as Comparable).m$__ne__ === method && (b as Comparable).m$__ne__ === method) return !richEquals(a, b);
  } else if (typeof a === 'string' && (typeof b === 'string' || b === None)) return a !== b;
  return isTrue(richCompare(a, b, '__ne__'));
}

/** `a is b or a == b`: containment and container equality. CPython: PyObject_RichCompareBool */
export function sameOrEqual(a: Value, b: Value): boolean {
  return a === b || richEquals(a, b) || (typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b));
}

/** `a < b` as a bool. */
export function lessThan(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  if (a instanceof PyObject && b instanceof PyObject && a.cls === b.cls) return alikeLess(a, b);
  return isTrue(richCompare(a, b, '__lt__'));
}

/** Two of one class, as sorting compares them: neither goes first for its type, and the method is found by its name. */
function alikeLess(a: PyObject, b: PyObject): boolean {
  if (a instanceof PyTuple && !(a.cls.flags & TypeFlags.HEAP)) return tupleLess(a, b as PyTuple);
  const method = (a as Comparable).m$__lt__;
  if (method === undefined) return isTrue(richCompare(a, b, '__lt__'));
  const result = method(a, b);
  if (result === true || result === false) return result;
  if (result !== NotImplemented) return isTrue(result);
  const reflected = (b as Comparable).m$__gt__?.(b, a) ?? NotImplemented;
  if (reflected !== NotImplemented) return isTrue(reflected);
  throw unordered('__lt__', a, b);
}

/** Tuples compare by the first items that differ. CPython: unsafe_tuple_compare */
function tupleLess(a: PyTuple, b: PyTuple): boolean {
  const left = a.items;
  const right = b.items;
  const n = Math.min(left.length, right.length);
  for (let i = 0; i < n; i++) {
    const x = left[i]!;
    const y = right[i]!;
    if (typeof x === 'number' && typeof y === 'number') {
      if (x === y) continue;
      if (!Number.isNaN(x) || !Number.isNaN(y)) return x < y;
    } else if (typeof x === 'string' && typeof y === 'string') {
      if (x !== y) return x < y;
      continue;
    }
    if (!sameOrEqual(x, y)) return lessThan(x, y);
  }
  return left.length < right.length;
}

/** CPython: PyObject_IsTrue */
export function isTrue(v: Value): boolean {
  if (v === true || v === false) return v;
  if (typeof v === 'number') return v !== 0;
  if (typeof v === 'string') return v !== '';
  if (v === None) return false;
  if (typeof v === 'object') return v.alwaysTrue === true || isTrueSlow(v);
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
