// The class statement. CPython: Python/bltinmodule.c (builtin___build_class__)
import { None, type PyObject } from '../core/object.ts';
import { typeOf, typeType } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import { isType, type PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { runtimeError, typeError } from '../exceptions/errors.ts';
import { PyCell } from '../objects/cell/cell.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictEntries } from '../objects/dict/table.ts';
import { PyTuple, tuple } from '../objects/tuple/tuple.ts';
import { calculateMetatype, typeCall } from '../objects/type/new.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { call, callKeywords } from '../protocols/call.ts';
import { setItem } from '../protocols/item.ts';
import { reprForMessage } from '../protocols/text.ts';
import { type KeywordPart, keywordPairs } from './calls.ts';
import { storeName } from './namespace.ts';

type Body = (namespace: Value) => Value;

/** Runs a class body and calls the metaclass. `entry` is the JS function that becomes the class if `type.__new__` makes it. */
export function buildClass(
  body: Body,
  name: string,
  bases: Value[],
  entry: PyType,
  parts: readonly KeywordPart[] = [],
): Value {
  const resolved = resolveBases(bases);
  const keywords = keywordPairs(parts, '__build_class__()');
  const given = keywords.get('metaclass');
  keywords.delete('metaclass');
  const metatype = metaclassFor(given, resolved);
  const prepared = prepare(metatype, name, resolved, keywords);
  const basesTuple = tuple(resolved);
  const cell = runBody(body, prepared, bases, resolved);
  const args: Value[] = [name, basesTuple, prepared];
  const saved = state.classEntry;
  state.classEntry = entry;
  try {
    const cls =
      isType(metatype) && keywords.size === 0 && metatype.cls === typeType
        ? typeCall(metatype, args, [])
        : callKeywords(metatype, [...args, ...keywords.values()], [...keywords.keys()]);
    checkCell(cell, cls, name);
    return cls;
  } finally {
    state.classEntry = saved;
  }
}

/** CPython: update_bases */
function resolveBases(bases: Value[]): Value[] {
  if (bases.every(isType)) return bases;
  return bases.flatMap((base) => {
    if (isType(base)) return [base];
    const method = lookupAttr(base, '__mro_entries__');
    if (method === undefined) return [base];
    const entries = call(method, tuple(bases));
    if (!(entries instanceof PyTuple)) throw typeError('__mro_entries__ must return a tuple');
    return [...entries.items];
  });
}

function metaclassFor(given: Value | undefined, bases: Value[]): Value {
  const start = given ?? (bases.length > 0 ? typeOf(bases[0]!) : typeType);
  return isType(start) ? calculateMetatype(start, bases) : start;
}

function prepare(metatype: Value, name: string, bases: Value[], keywords: Map<string, Value>): Value {
  const method = metatype === typeType ? undefined : lookupAttr(metatype, '__prepare__');
  if (method === undefined) return new PyDict();
  const namespace = callKeywords(method, [name, tuple(bases), ...keywords.values()], [...keywords.keys()]);
  if (namespace instanceof PyDict || lookupAttr(namespace, '__getitem__') !== undefined) return namespace;
  const who = isType(metatype) ? metatype.typeName : '<metaclass>';
  throw typeError(`${who}.__prepare__() must return a mapping, not ${typeOf(namespace).typeName}`);
}

function runBody(body: Body, namespace: Value, bases: Value[], resolved: Value[]): PyCell | undefined {
  body(namespace);
  if (resolved !== bases) setItem(namespace, '__orig_bases__', tuple(bases));
  if (!(namespace instanceof PyDict)) return undefined;
  for (const [key, value] of dictEntries(namespace))
    if (key === '__classcell__' && value instanceof PyCell) return value;
  return undefined;
}

function checkCell(cell: PyCell | undefined, cls: Value, name: string): void {
  if (cell === undefined || !isType(cls)) return;
  const found = cell.get();
  if (found === cls) return;
  if (found === undefined) {
    throw runtimeError(
      `__class__ not set defining '${name}' as ${reprForMessage(cls)}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  throw typeError(`__class__ set to ${reprForMessage(found)} defining '${name}' as ${reprForMessage(cls)}`);
}

/** The end of a class body: what the metaclass needs to find in the namespace. */
export function finishClassBody(namespace: Value, cell: PyCell | undefined, staticAttributes: string[]): void {
  storeName(namespace, '__static_attributes__', tuple(staticAttributes));
  if (cell !== undefined) storeName(namespace, '__classcell__', cell);
}

/** The emitted class entry's way to everything but the plain case. */
export function construct(cls: PyType, args: ArrayLike<Value | undefined>): Value {
  let given = args.length;
  while (given > 0 && args[given - 1] === undefined) given--;
  const list = Array.prototype.slice.call(args, 0, given) as Value[];
  if (cls.cls === typeType) return typeCall(cls, list, []);
  return (cls.cls.proto as unknown as { m$__call__: (...args: Value[]) => Value }).m$__call__(cls, ...list);
}

/** A plain `__init__` that did not return None. */
export function initReturned(obj: PyObject): void {
  throw typeError(`__init__() should return None, not '${typeOf(obj === undefined ? None : obj).typeName}'`);
}
