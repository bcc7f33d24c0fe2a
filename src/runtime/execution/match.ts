// Pattern matching on sequences, mappings and classes. CPython: Python/ceval.c (_PyEval_MatchClass, _PyEval_MatchKeys)
import { typeOf } from '../core/primitives.ts';
import { collectionFlags, isType, type PyType, TypeFlags } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { int } from '../core/value.ts';
import { typeError, valueError } from '../exceptions/errors.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictDelete, dictEntries, dictGet, dictSet } from '../objects/dict/table.ts';
import { PyList } from '../objects/list/list.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { loadMethod, lookupAttr } from '../protocols/attribute.ts';
import { richEquals } from '../protocols/compare.ts';
import { isInstance } from '../protocols/instance.ts';
import { getItem, length } from '../protocols/item.ts';
import { spread, unpack, unpackStarred } from '../protocols/iterate.ts';
import { reprForMessage } from '../protocols/text.ts';

function hasFlag(v: Value, flag: number): boolean {
  return (collectionFlags(typeOf(v)) & flag) !== 0;
}

/**
 * The items to match: as many as patterns, the starred one a list; undefined if the subject is no sequence of that length. Where the rest is
 * not wanted, or nothing is, the `wanted` items alone are asked for by index.
 */
export function matchSequence(
  subject: Value,
  before: number,
  star: number,
  after: number,
  wanted?: readonly number[],
): Value[] | undefined {
  if (!hasFlag(subject, TypeFlags.SEQUENCE)) return undefined;
  // `[*_]` and `[*rest]` take any length and do not ask.
  const n = star >= 0 && before + after === 0 ? 0 : length(subject);
  if (star < 0 ? n !== before : n < before + after) return undefined;
  if (wanted !== undefined) return byIndex(subject, n, star, after, wanted);
  return star < 0 ? (unpack(subject, before) as Value[]) : unpackStarred(subject, before, after);
}

function byIndex(subject: Value, n: number, star: number, after: number, wanted: readonly number[]): Value[] {
  const items: Value[] = [];
  for (const i of wanted) items[i] = getItem(subject, int(i < star || star < 0 ? i : n - after + (i - star - 1)));
  return items;
}

/** Values of the keys, then the rest as a dict when asked for. */
export function matchMapping(subject: Value, keys: readonly Value[], rest: boolean): Value[] | undefined {
  if (!hasFlag(subject, TypeFlags.MAPPING)) return undefined;
  if (keys.length > 0 && length(subject) < keys.length) return undefined;
  const values: Value[] = [];
  keys.forEach((key, i) => {
    if (keys.slice(0, i).some((other) => richEquals(other, key)))
      throw valueError(`mapping pattern checks duplicate key (${reprForMessage(key)})`);
  });
  for (const key of keys) {
    const value = mappingValue(subject, key);
    if (value === undefined) return undefined;
    values.push(value);
  }
  if (rest) values.push(remainder(subject, keys));
  return values;
}

const MISSING: Value = new PyList();

function mappingValue(subject: Value, key: Value): Value | undefined {
  if (subject instanceof PyDict && !(subject.cls.flags & 1)) return dictGet(subject, key);
  const value = loadMethod(subject, 'get')(subject, key, MISSING);
  return value === MISSING ? undefined : value;
}

function remainder(subject: Value, keys: readonly Value[]): PyDict {
  const dict = new PyDict();
  if (subject instanceof PyDict) for (const [k, v] of dictEntries(subject)) dictSet(dict, k, v);
  else for (const k of spread(loadMethod(subject, 'keys')(subject))) dictSet(dict, k, getItem(subject, k));
  for (const key of keys) dictDelete(dict, key);
  return dict;
}

const SELF_MATCHING = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

/** Attribute values for positional then keyword patterns; undefined if the subject is no instance or lacks one. */
export function matchClass(
  subject: Value,
  cls: Value,
  positional: number,
  names: readonly string[],
): Value[] | undefined {
  if (!isType(cls)) throw typeError(`called match pattern must be a class`);
  if (!isInstance(subject, cls)) return undefined;
  const values: Value[] = [];
  const seen = new Set<string>();
  if (positional > 0 && !matchPositional(subject, cls, positional, values, seen)) return undefined;
  for (const name of names) {
    if (seen.has(name)) throw typeError(`${cls.typeName}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = lookupAttr(subject, name);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function matchPositional(subject: Value, cls: PyType, count: number, values: Value[], seen: Set<string>): boolean {
  const args = lookupAttr(cls, '__match_args__');
  const self =
    args === undefined &&
    cls.mro.some((t) => t.moduleName === 'builtins' && !(t.flags & 1) && SELF_MATCHING.has(t.typeName));
  if (args !== undefined && !(args instanceof PyTuple)) {
    throw typeError(`${cls.typeName}.__match_args__ must be a tuple (got ${typeOf(args).typeName})`);
  }
  const allowed = self ? 1 : args === undefined ? 0 : (args as PyTuple).items.length;
  if (count > allowed) {
    const plural = allowed === 1 ? '' : 's';
    throw typeError(`${cls.typeName}() accepts ${allowed} positional sub-pattern${plural} (${count} given)`);
  }
  if (self) {
    values.push(subject);
    return true;
  }
  for (const name of (args as PyTuple).items.slice(0, count)) {
    if (typeof name !== 'string')
      throw typeError(`__match_args__ elements must be strings (got ${typeOf(name).typeName})`);
    if (seen.has(name)) throw typeError(`${cls.typeName}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = lookupAttr(subject, name);
    if (value === undefined) return false;
    values.push(value);
  }
  return true;
}
