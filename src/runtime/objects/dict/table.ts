// Look-up, insertion and deletion with Python's key equality over a PyDict's Map. The plain str or int key is decided in the first lines;
// everything else goes through `keyForm`, which finds (or makes) the normal form under which an equal key is stored.
// CPython: Objects/dictobject.c.
import { attributeKey, attributeNames } from '../../core/names.ts';
import type { PyObject } from '../../core/object.ts';
import { PyFloat, PyInt, PyStr, typeOf } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { isError, typeError } from '../../exceptions/errors.ts';
import { hashKey } from '../../protocols/hash.ts';
import { isForeign, KeyBuckets } from './buckets.ts';
import { type KeyForm, PyDict } from './dict.ts';
import { HashedKey } from './hashed-key.ts';
import { MapTail } from './tail.ts';

/** The value under `key`, or undefined. */
export function dictGet(dict: PyDict, key: Value): Value | undefined {
  if (typeof key === 'string') {
    const value = dict.owner === undefined ? dict.map.get(key) : ownAttribute(dict.owner, key);
    return value !== undefined || dict.buckets === undefined ? value : getForeign(dict, key);
  }
  if (typeof key === 'number') {
    const value = dict.map.get(key);
    return value !== undefined || dict.buckets === undefined ? value : getForeign(dict, key);
  }
  const form = keyForm(dict, key, false);
  if (form === undefined) return undefined;
  return typeof form === 'string' && dict.owner !== undefined ? ownAttribute(dict.owner, form) : dict.map.get(form);
}

/** A plain key that is not there may still equal one of a user's class. */
function getForeign(dict: PyDict, key: Value): Value | undefined {
  if (!dict.buckets!.foreign) return undefined;
  const form = dict.buckets!.find(key, hashKey(key));
  return form === undefined ? undefined : dict.map.get(form);
}

export function dictSet(dict: PyDict, key: Value, value: Value): void {
  if (typeof key === 'string' && dict.buckets === undefined) {
    if (dict.owner === undefined) dict.map.set(key, value);
    else setOwnAttribute(dict.owner, key, value);
  } else if (typeof key === 'number' && dict.buckets === undefined) dict.map.set(key, value);
  else dictSetSlow(dict, key, value);
}

function dictSetSlow(dict: PyDict, key: Value, value: Value): void {
  const form = keyForm(dict, key, true)!;
  if (typeof form === 'string' && dict.owner !== undefined) {
    setOwnAttribute(dict.owner, form, value);
    return;
  }
  if (form !== key && !(form instanceof HashedKey) && !Object.is(form, key) && !dict.map.has(form)) {
    dict.aliases ??= new Map();
    dict.aliases.set(form, key);
  }
  dict.map.set(form, value);
}

/** The value under `key`, which is put there if there is none; the key is hashed once. CPython: dict_setdefault_ref_lock_held */
export function dictSetDefault(dict: PyDict, key: Value, fallback: Value): Value {
  if (dict.owner === undefined && typeof key === 'object') {
    const form = keyForm(dict, key, true)!;
    const value = dict.map.get(form);
    if (value !== undefined) return value;
    if (form === key || form instanceof HashedKey) {
      dict.map.set(form, fallback);
      return fallback;
    }
  }
  const value = dictGet(dict, key);
  if (value !== undefined) return value;
  dictSet(dict, key, fallback);
  return fallback;
}

/** Removes `key`; its value, or undefined when it was not there. */
export function dictDelete(dict: PyDict, key: Value): Value | undefined {
  const form = keyForm(dict, key, false);
  return form === undefined ? undefined : deleteForm(dict, form);
}

/** Removes the entry under a normal form. */
export function deleteForm(dict: PyDict, form: KeyForm): Value | undefined {
  if (typeof form === 'string' && dict.owner !== undefined) {
    const value = ownAttribute(dict.owner, form);
    if (value !== undefined) deleteOwnAttribute(dict.owner, form);
    return value;
  }
  const value = dict.map.get(form);
  if (value === undefined) return undefined;
  dict.map.delete(form);
  dict.aliases?.delete(form);
  if (form instanceof HashedKey) dict.buckets!.delete(form);
  return value;
}

/** Removes and returns the entry put in last; undefined when there is none. */
export function dictPopLast(dict: PyDict): [Value, Value] | undefined {
  let form: KeyForm | undefined;
  if (dict.map.size === 0) form = dict.owner === undefined ? undefined : attributeNames(dict.owner).at(-1);
  else {
    if (dict.tail === undefined || dict.tail.stale) dict.tail = new MapTail<unknown>(dict.map as Map<unknown, Value>);
    form = dict.tail.pop() as KeyForm | undefined;
  }
  if (form === undefined) return undefined;
  const key = keyOf(dict, form);
  return [key, deleteForm(dict, form)!];
}

export function dictHas(dict: PyDict, key: Value): boolean {
  return dictGet(dict, key) !== undefined;
}

export function dictSize(dict: PyDict): number {
  return dict.owner === undefined ? dict.map.size : attributeNames(dict.owner).length + dict.map.size;
}

export function dictClear(dict: PyDict): void {
  if (dict.owner !== undefined) for (const name of attributeNames(dict.owner)) deleteOwnAttribute(dict.owner, name);
  dict.map.clear();
  dict.aliases = undefined;
  dict.buckets = undefined;
}

/** A new plain dict with the same entries; no key is hashed again. */
export function dictCopy(dict: PyDict): PyDict {
  const copy = new PyDict();
  copyInto(copy, dict);
  return copy;
}

/** Makes an empty dict (or a set's table) equal to another. */
export function copyInto(target: PyDict, source: PyDict): void {
  if (source.owner !== undefined) {
    for (const name of attributeNames(source.owner)) target.map.set(name, ownAttribute(source.owner, name)!);
    for (const [form, value] of source.map) target.map.set(form, value);
  } else target.map = new Map(source.map);
  target.tail = undefined;
  target.aliases = source.aliases === undefined ? undefined : new Map(source.aliases);
  target.buckets = source.buckets?.clone();
}

/** The key as the guest gave it. */
export function keyOf(dict: PyDict, form: KeyForm): Value {
  if (typeof form === 'string' && dict.aliases === undefined) return form;
  if (form instanceof HashedKey) return form.key;
  return dict.aliases?.get(form) ?? form;
}

/** The keys in insertion order, as the guest gave them; a live walk over a plain dict. */
export function* dictKeys(dict: PyDict): IterableIterator<Value> {
  if (dict.owner !== undefined) yield* attributeNames(dict.owner);
  for (const form of dict.map.keys()) yield keyOf(dict, form);
}

export function* dictEntries(dict: PyDict): IterableIterator<[Value, Value]> {
  const owner = dict.owner;
  if (owner !== undefined) for (const name of attributeNames(owner)) yield [name, owner[attributeKey(name)] as Value];
  for (const entry of dict.map) {
    const key = keyOf(dict, entry[0]);
    if (key === entry[0]) yield entry as [Value, Value];
    else yield [key, entry[1]];
  }
}

/** The form under which a key equal to `key` is stored; when there is none: a new form if `insert`, else undefined. */
export function keyForm(dict: PyDict, key: Value, insert: boolean): KeyForm | undefined {
  const form = plainForm(key);
  if (form === undefined) return customForm(dict, key, insert);
  if (dict.buckets === undefined || !dict.buckets.foreign || dict.map.has(form)) return form;
  return dict.buckets.find(key, hashKey(key)) ?? form;
}

/** The normal form of a key without a __hash__ of its own. */
function plainForm(key: Value): KeyForm | undefined {
  if (typeof key === 'string' || typeof key === 'number' || typeof key === 'bigint') return key;
  if (typeof key === 'boolean') return (key ? 1 : 0) as unknown as Value;
  if (typeof key === 'function') return key.mro === undefined || key.cls.proto.keyKind !== 0 ? key : undefined;
  if (key.keyKind === 1) return key;
  return key.keyKind === 2 ? primitiveForm(key) : undefined;
}

/** The primitive equal to a wrapped str, int or float; undefined where UTF-16 cannot tell two strings apart. */
export function primitiveForm(key: Value): Value | undefined {
  if (key instanceof PyFloat) {
    if (!Number.isInteger(key.value)) return key.value as unknown as Value;
    return (Number.isSafeInteger(key.value) ? key.value + 0 : BigInt(key.value)) as unknown as Value;
  }
  if (key instanceof PyInt) return key.value as unknown as Value;
  if (key instanceof PyStr) return key.codePoints !== undefined && hasSplitPair(key.codePoints) ? undefined : key.value;
  return undefined;
}

function hasSplitPair(codePoints: Uint32Array): boolean {
  for (let i = 1; i < codePoints.length; i++) {
    if (codePoints[i - 1]! >>> 10 === 0x36 && codePoints[i]! >>> 10 === 0x37) return true;
  }
  return false;
}

function customForm(dict: PyDict, key: Value, insert: boolean): KeyForm | undefined {
  const h = hashOrError(dict, key);
  const found = dict.buckets?.find(key, h);
  if (found !== undefined) return found;
  if ((dict.map.size > 0 || dict.owner !== undefined) && isForeign(key)) {
    dict.buckets ??= new KeyBuckets();
    const plain = dict.buckets.findPlain(dict.map, key, h) ?? ownerKey(dict, key, h);
    if (plain !== undefined) return plain;
  }
  if (!insert) return undefined;
  dict.buckets ??= new KeyBuckets();
  const form = new HashedKey(key, h);
  dict.buckets.add(form);
  return form;
}

function ownerKey(dict: PyDict, key: Value, h: number): string | undefined {
  if (dict.owner === undefined) return undefined;
  const probe = new HashedKey(key, h);
  const alike = new KeyBuckets();
  alike.add(probe);
  return attributeNames(dict.owner).find((name) => hashKey(name) === h && alike.find(name, h) !== undefined);
}

/** CPython: dict_unhashable_type, set_unhashable_type */
function hashOrError(dict: PyDict, key: Value): number {
  try {
    return hashKey(key);
  } catch (e) {
    if (!isError(e, 'TypeError') || e.cls.typeName !== 'TypeError') throw e;
    const why = e.args.items[0];
    throw typeError(`cannot use '${typeOf(key).typeName}' as ${dict.keyRole} (${typeof why === 'string' ? why : ''})`);
  }
}

/** An own `$name` property, past any accessor on the prototype. */
export function ownAttribute(owner: object, name: string): Value | undefined {
  const key = attributeKey(name);
  return Object.hasOwn(owner, key) ? (owner as Record<string, Value>)[key] : undefined;
}

export function setOwnAttribute(owner: object, name: string, value: Value): void {
  const key = attributeKey(name);
  if (key in owner && !Object.hasOwn(owner, key)) {
    if (isAnsweredFirst(owner, key) && (owner as PyObject).leaveLayout !== undefined) {
      dictSet((owner as PyObject).leaveLayout!() as PyDict, name, value);
      return;
    }
    Object.defineProperty(owner, key, { value, writable: true, enumerable: true, configurable: true });
    if (!(name.startsWith('__') && name.endsWith('__'))) hideMethod(owner, name);
  } else (owner as Record<string, Value>)[key] = value;
}

/** The setter of a class attribute that is a data descriptor; `first` when reads go to it before the instance dict. */
export interface DataSetter {
  (this: PyObject, value: Value): void;
  first?: boolean;
}

function isAnsweredFirst(owner: object, key: string): boolean {
  for (let proto: object | null = Object.getPrototypeOf(owner); proto !== null; proto = Object.getPrototypeOf(proto)) {
    const property = Object.getOwnPropertyDescriptor(proto, key);
    if (property !== undefined) return (property.set as DataSetter | undefined)?.first === true;
  }
  return false;
}

/** An instance attribute hides the class's method of that name: the emitted call must not find it on the prototype. */
export function hideMethod(owner: object, name: string): void {
  const key = `m$${name}`;
  if (key in owner) {
    Object.defineProperty(owner, key, { value: undefined, writable: true, enumerable: false, configurable: true });
  }
}

export function deleteOwnAttribute(owner: object, name: string): void {
  delete (owner as Record<string, unknown>)[attributeKey(name)];
  delete (owner as Record<string, unknown>)[`m$${name}`];
}
