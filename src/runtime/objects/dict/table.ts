// Look-up, insertion and deletion with Python's key equality over a PyDict's Map. The plain str or int key is decided in the first lines;
// everything else goes through `keyForm`, which finds (or makes) the normal form under which an equal key is stored.
// CPython: Objects/dictobject.c.
import { attributeKey, attributeNames } from '../../core/names.ts';
import { PyFloat, PyInt, PyStr } from '../../core/primitives.ts';
import type { Value } from '../../core/value.ts';
import { richEquals } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import type { KeyForm, PyDict } from './dict.ts';

/** The value under `key`, or undefined. */
export function dictGet(dict: PyDict, key: Value): Value | undefined {
  if (typeof key === 'string') {
    if (dict.owner === undefined) return dict.map.get(key);
    return ownAttribute(dict.owner, key);
  }
  if (typeof key === 'number') return dict.map.get(key);
  const form = keyForm(dict, key, false);
  return form === undefined ? undefined : dict.map.get(form);
}

export function dictSet(dict: PyDict, key: Value, value: Value): void {
  if (typeof key === 'string') {
    if (dict.owner === undefined) dict.map.set(key, value);
    else setOwnAttribute(dict.owner, key, value);
  } else if (typeof key === 'number') dict.map.set(key, value);
  else dictSetSlow(dict, key, value);
}

function dictSetSlow(dict: PyDict, key: Value, value: Value): void {
  const form = keyForm(dict, key, true)!;
  if (form !== key && !dict.map.has(form)) {
    dict.aliases ??= new Map();
    dict.aliases.set(form, key);
  }
  dict.map.set(form, value);
}

/** Removes `key`; its value, or undefined when it was not there. */
export function dictDelete(dict: PyDict, key: Value): Value | undefined {
  if (typeof key === 'string' && dict.owner !== undefined) {
    const value = ownAttribute(dict.owner, key);
    if (value !== undefined) deleteOwnAttribute(dict.owner, key);
    return value;
  }
  const form = typeof key === 'string' || typeof key === 'number' ? key : keyForm(dict, key, false);
  if (form === undefined) return undefined;
  const value = dict.map.get(form);
  if (value === undefined) return undefined;
  dict.map.delete(form);
  dict.aliases?.delete(form);
  if (dict.buckets !== undefined && typeof form === 'object') dropFromBucket(dict.buckets, form);
  return value;
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

/** The keys in insertion order, as the guest gave them; a live walk over a plain dict. */
export function* dictKeys(dict: PyDict): IterableIterator<Value> {
  if (dict.owner !== undefined) yield* attributeNames(dict.owner);
  for (const form of dict.map.keys()) yield dict.aliases?.get(form) ?? form;
}

export function* dictEntries(dict: PyDict): IterableIterator<[Value, Value]> {
  const owner = dict.owner;
  if (owner !== undefined) for (const name of attributeNames(owner)) yield [name, owner[attributeKey(name)] as Value];
  for (const entry of dict.map) {
    if (dict.aliases === undefined) yield entry;
    else yield [dict.aliases.get(entry[0]) ?? entry[0], entry[1]];
  }
}

/** The form under which a key equal to `key` is stored; when there is none: a new form if `insert`, else undefined. */
export function keyForm(dict: PyDict, key: Value, insert: boolean): KeyForm | undefined {
  if (typeof key === 'string' || typeof key === 'number' || typeof key === 'bigint') return key;
  if (typeof key === 'boolean') return (key ? 1 : 0) as unknown as Value;
  if (typeof key === 'function') return key;
  if (key.keyKind === 1) return key;
  if (key.keyKind === 2) {
    const form = primitiveForm(key);
    if (form !== undefined) return form;
  }
  return customForm(dict, key, insert);
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
  const h = hash(key);
  const bucket = dict.buckets?.get(h);
  if (bucket !== undefined) {
    for (const form of bucket) if (form === key || richEquals(form, key)) return form;
  }
  // A user class may equal a plain key: look among those with the same hash.
  if (typeof key === 'object' && key.keyKind === 0 && key.cls.flags & 1) {
    for (const form of dict.map.keys()) {
      if (typeof form !== 'object' && hash(form) === h && richEquals(form, key)) return form;
    }
  }
  if (!insert) return undefined;
  dict.buckets ??= new Map();
  const forms = dict.buckets.get(h);
  if (forms === undefined) dict.buckets.set(h, [key]);
  else forms.push(key);
  return key;
}

function dropFromBucket(buckets: Map<number | bigint, KeyForm[]>, form: KeyForm): void {
  const h = hash(form);
  const forms = buckets.get(h);
  const at = forms?.indexOf(form) ?? -1;
  if (at < 0) return;
  forms!.splice(at, 1);
  if (forms!.length === 0) buckets.delete(h);
}

/** An own `$name` property, past any accessor on the prototype. */
export function ownAttribute(owner: object, name: string): Value | undefined {
  const key = attributeKey(name);
  return Object.hasOwn(owner, key) ? (owner as Record<string, Value>)[key] : undefined;
}

export function setOwnAttribute(owner: object, name: string, value: Value): void {
  const key = attributeKey(name);
  if (key in owner && !Object.hasOwn(owner, key)) {
    Object.defineProperty(owner, key, { value, writable: true, enumerable: true, configurable: true });
    if (!(name.startsWith('__') && name.endsWith('__'))) hideMethod(owner, name);
  } else (owner as Record<string, Value>)[key] = value;
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
