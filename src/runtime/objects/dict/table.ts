// Look-up, insertion and deletion in a dict. What is a plain str or int is decided in the first lines; other keys are brought to a plain form
// (True to 1, 2.0 to 2), or are hashed and compared. CPython: Objects/dictobject.c.
import { attributeKey, attributeNames, countAttributes, hasAttributes, isDunder, methodKey } from '../../core/names.ts';
import type { PyObject } from '../../core/object.ts';
import { functionType, PyFloat, PyInt, PyStr, typeOf } from '../../core/primitives.ts';
import { type PyFunction, typeLookup } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, typeError } from '../../exceptions/errors.ts';
import { foldNumber, hash32 } from '../../protocols/hash.ts';
import { type DictOwner, PyDict } from './dict.ts';
import { isForeign } from './foreign.ts';
import { HashIndex, UNSURE } from './hash-index.ts';

/** A dict of no more plain keys than this needs no index. */
export const FEW_KEYS = 8;
/** The same as length of `entries`. */
const SMALL = 2 * FEW_KEYS + 1;

/** The value under `key`, or undefined. */
export function dictGet(dict: PyDict, key: Value): Value | undefined {
  const { entries } = dict;
  if (typeof key === 'string') {
    if (dict.names !== undefined) {
      const place = dict.names.get(key);
      return place === undefined ? undefined : entries[place + 1];
    }
    if (dict.index === undefined && dict.owner === undefined && entries.length <= SMALL) return scan(entries, key);
  } else if (typeof key === 'number') {
    const { index } = dict;
    if (index === undefined) {
      if (dict.names !== undefined) return undefined;
      return entries.length <= SMALL ? scan(entries, key) : dictGetSlow(dict, key);
    }
    const place = index.findNumber(entries, key, Number.isInteger(key) ? foldNumber(key) : hash32(key));
    if (place >= 0) return place === 0 ? undefined : entries[place + 1];
  } else if (dict.index === undefined && dict.owner === undefined && isIdentityKey(key)) {
    if (dict.names !== undefined) {
      const place = dict.names.get(key);
      return place === undefined ? undefined : entries[place + 1];
    }
    if (entries.length <= SMALL) return scan(entries, key);
  }
  return dictGetSlow(dict, key);
}

/** Classes, functions, None and plain instances: what is compared by identity. */
function isIdentityKey(key: Value): boolean {
  if (typeof key === 'object') return key.keyKind === 1;
  return typeof key === 'function' && (key.mro === undefined || key.cls.proto.keyKind !== 0);
}

function scan(entries: readonly (Value | undefined)[], key: Value): Value | undefined {
  for (let i = 1; i < entries.length; i += 2) if (entries[i] === key) return entries[i + 1];
  return undefined;
}

function dictGetSlow(dict: PyDict, key: Value): Value | undefined {
  if (dict.owner !== undefined) {
    const name = typeof key === 'string' ? key : ownerName(dict, key);
    const value = name === undefined ? undefined : ownerGet(dict.owner, name);
    if (value !== undefined || (name !== undefined && !dict.index?.general)) return value;
  } else if (typeof key === 'string' && dict.index !== undefined && !dict.index.general) return undefined;
  const place = findPlace(dict, key);
  return place === 0 ? undefined : dict.entries[place + 1];
}

export function dictSet(dict: PyDict, key: Value, value: Value): void {
  if (typeof key === 'string') {
    const { names } = dict;
    if (names !== undefined) {
      const place = names.get(key);
      if (place !== undefined) dict.entries[place + 1] = value;
      else addName(dict, key, key, value);
      return;
    }
    if (dict.index === undefined && dict.owner === undefined) return setSmall(dict, key, value);
  } else if (typeof key === 'number' && dict.index !== undefined && Number.isInteger(key)) {
    const { index, entries } = dict;
    const hash = foldNumber(key);
    const place = index.findNumber(entries, key, hash);
    if (place > 0) {
      entries[place + 1] = value;
      return;
    }
    if (place === 0) {
      addHashed(dict, key, hash, value);
      return;
    }
  } else if (typeof key === 'number' && dict.index === undefined && dict.names === undefined && !Number.isNaN(key)) {
    return setSmall(dict, key, value);
  }
  dictSetSlow(dict, key, value);
}

function setSmall(dict: PyDict, key: Value, value: Value): void {
  const { entries } = dict;
  for (let i = 1; i < entries.length; i += 2) {
    if (entries[i] === key) {
      entries[i + 1] = value;
      return;
    }
  }
  if (entries.length < SMALL) {
    entries.push(key, value);
    dict.size++;
  } else dictSetSlow(dict, key, value);
}

function dictSetSlow(dict: PyDict, key: Value, value: Value): void {
  if (dict.owner !== undefined) {
    const name = typeof key === 'string' ? key : ownerName(dict, key);
    if (name !== undefined) {
      ownerSet(dict.owner, name, value);
      return;
    }
  }
  const found = new Found();
  const place = dictFind(dict, key, found);
  if (place > 0) dict.entries[place + 1] = value;
  else dictAdd(dict, key, found, value);
}

/** Takes an entry over from another dict, which knows the key's hash. */
export function dictSetKnown(dict: PyDict, key: Value, source: PyDict, place: number): void {
  const found = new Found();
  const value = source.entries[place + 1]!;
  const at = dictFindKnown(dict, key, source.index?.hashes[place >> 1] ?? 0, found);
  if (at > 0) dict.entries[at + 1] = value;
  else dictAdd(dict, key, found, value);
}

/** The value under `key`, which is put there if there is none; the key is hashed once. CPython: dict_setdefault_ref_lock_held */
export function dictSetDefault(dict: PyDict, key: Value, fallback: Value): Value {
  if (dict.owner === undefined && typeof key === 'object') {
    const found = new Found();
    const place = dictFind(dict, key, found);
    if (place > 0) return dict.entries[place + 1]!;
    dictAdd(dict, key, found, fallback);
    return fallback;
  }
  const value = dictGet(dict, key);
  if (value !== undefined) return value;
  dictSet(dict, key, fallback);
  return fallback;
}

/** Removes `key`; its value, or undefined when it was not there. */
export function dictDelete(dict: PyDict, key: Value): Value | undefined {
  if (dict.owner !== undefined) {
    const name = typeof key === 'string' ? key : ownerName(dict, key);
    if (name !== undefined) return ownerDelete(dict.owner, name);
  }
  const { names, index } = dict;
  let place = UNSURE;
  if (typeof key === 'string' && names !== undefined) place = names.get(key) ?? 0;
  else if (typeof key === 'number' && index !== undefined && Number.isInteger(key))
    place = index.findNumber(dict.entries, key, foldNumber(key));
  if (place === UNSURE) place = findPlace(dict, key);
  return place === 0 ? undefined : dictRemoveAt(dict, place);
}

/** Removes the entry at a place. */
export function dictRemoveAt(dict: PyDict, place: number): Value {
  const { entries } = dict;
  const value = entries[place + 1]!;
  if (dict.index !== undefined || dict.names !== undefined) {
    const key = entries[place]!;
    if (typeof key === 'string' && dict.names !== undefined)
      (dict.sharesNames ? ownNames(dict) : dict.names).delete(key);
    else unindex(dict, key, place);
  }
  // The place stays, so that a walk notices what is put in after it.
  entries[place] = entries[place + 1] = undefined;
  dict.size--;
  if (place === dict.first) {
    while (dict.first < entries.length && entries[dict.first] === undefined) dict.first += 2;
  }
  return value;
}

function unindex(dict: PyDict, key: Value, place: number): void {
  const name = dict.index?.general ? undefined : nameOf(key);
  if (name === undefined) dict.index!.remove(place);
  else ownNames(dict).delete(name);
}

/** Removes and returns the entry put in last; undefined when there is none. */
export function dictPopLast(dict: PyDict): [Value, Value] | undefined {
  const { entries } = dict;
  if (dict.size > 0) {
    while (entries[entries.length - 2] === undefined) entries.length -= 2;
    const place = entries.length - 2;
    const key = entries[place]!;
    const value = dictRemoveAt(dict, place);
    entries.length = place;
    if (dict.first > place) dict.first = place;
    return [key, value];
  }
  const name = dict.owner === undefined ? undefined : ownerNames(dict.owner).at(-1);
  return name === undefined ? undefined : [name, ownerDelete(dict.owner!, name)!];
}

/** Moves an entry behind all others, or before them; false when there is none. CPython: Objects/odictobject.c (move_to_end) */
export function dictMove(dict: PyDict, key: Value, toEnd: boolean): boolean {
  const place = findPlace(dict, key);
  if (place === 0) return false;
  dictMoveAt(dict, place, toEnd);
  return true;
}

/** The same for the entry at a place; no key is hashed or compared. */
export function dictMoveAt(dict: PyDict, place: number, toEnd: boolean): void {
  if (toEnd && place === dict.entries.length - 2) return;
  const stored = dict.entries[place]!;
  const hash = dict.index?.hashes[place >> 1] ?? 0;
  const value = dictRemoveAt(dict, place);
  if (!toEnd && dict.first === 1) compact(dict, 2 * dict.size + 16);
  const at = toEnd ? dict.entries.length : dict.first - 2;
  if (dict.index !== undefined || dict.names !== undefined) {
    const name = dict.index?.general ? undefined : nameOf(stored);
    if (name === undefined) dict.index!.add(at, hash);
    else ownNames(dict).set(name, at);
  }
  dict.entries[at] = stored;
  dict.entries[at + 1] = value;
  dict.size++;
  if (!toEnd) dict.first = at;
  else if (dict.entries.length > 8 * dict.size + SMALL) compact(dict);
}

export function dictHas(dict: PyDict, key: Value): boolean {
  return dictGet(dict, key) !== undefined;
}

export function dictSize(dict: PyDict): number {
  return dict.owner === undefined ? dict.size : ownerSize(dict.owner) + dict.size;
}

/** Counting an owner's names takes as long as a walk over them; finding one does not. */
export function dictIsEmpty(dict: PyDict): boolean {
  if (dict.size > 0) return false;
  const { owner } = dict;
  if (owner === undefined) return true;
  return owner instanceof Map ? owner.size === 0 : !hasAttributes(owner);
}

export function dictClear(dict: PyDict): void {
  if (dict.owner !== undefined) for (const name of ownerNames(dict.owner)) ownerDelete(dict.owner, name);
  dict.entries = [undefined];
  dict.size = 0;
  dict.names = undefined;
  dict.sharesNames = false;
  dict.index = undefined;
  dict.first = 1;
}

/** A new plain dict with the same entries; no key is hashed again. */
export function dictCopy(dict: PyDict): PyDict {
  const copy = new PyDict();
  copyInto(copy, dict);
  return copy;
}

/** Makes an empty dict (or a set's table) equal to another. */
export function copyInto(target: PyDict, source: PyDict): void {
  if (source.owner !== undefined)
    for (const name of ownerNames(source.owner)) dictSet(target, name, ownerGet(source.owner, name)!);
  if (target.size > 0) {
    for (const [key, value] of dictEntries(source)) dictSet(target, key, value);
    return;
  }
  target.entries = source.entries.slice();
  target.size = source.size;
  target.names = source.names;
  target.sharesNames = source.sharesNames = source.names !== undefined;
  target.index = source.index?.clone();
  target.first = source.first;
  if (target.entries.length > SMALL && target.entries.length > 4 * target.size) compact(target);
}

/** What the dicts of one display (or of one shape of JSON object) share: where their keys are, once a dict with many keys was made. */
export interface SharedKeys {
  names: Map<Value, number> | undefined;
}

/** A dict of these entries (nothing, then key, value, …), whose keys are different strings. */
export function dictOfNames(keys: SharedKeys, entries: (Value | undefined)[]): PyDict {
  const dict = new PyDict(entries);
  dict.size = entries.length >> 1;
  if (entries.length > SMALL) {
    keys.names ??= placesOf(entries);
    dict.names = keys.names;
    dict.sharesNames = true;
  }
  return dict;
}

function placesOf(entries: readonly (Value | undefined)[]): Map<Value, number> {
  const places = new Map<Value, number>();
  for (let i = 1; i < entries.length; i += 2) places.set(entries[i]!, i);
  return places;
}

/** Gives all entries the same value. */
export function dictFill(dict: PyDict, value: Value): void {
  const { entries } = dict;
  for (let i = 1; i < entries.length; i += 2) if (entries[i] !== undefined) entries[i + 1] = value;
}

/** The key put in first. */
export function dictFirst(dict: PyDict): Value | undefined {
  return dict.owner === undefined ? dict.entries[dict.first] : dictKeys(dict)[0];
}

/** The keys in order of insertion, now. */
export function dictKeys(dict: PyDict): Value[] {
  const keys: Value[] = dict.owner === undefined ? [] : ownerNames(dict.owner);
  const { entries } = dict;
  for (let i = dict.first; i < entries.length; i += 2) if (entries[i] !== undefined) keys.push(entries[i]!);
  return keys;
}

/** The values in order of insertion, now. */
export function dictValues(dict: PyDict): Value[] {
  const { owner, entries } = dict;
  const values: Value[] = owner === undefined ? [] : ownerNames(owner).map((name) => ownerGet(owner, name)!);
  for (let i = dict.first; i < entries.length; i += 2) if (entries[i] !== undefined) values.push(entries[i + 1]!);
  return values;
}

/** The names of keyword arguments, which are all strings. */
export function keywordNames(keywords: PyDict): string[] {
  return dictKeys(keywords) as string[];
}

/** A live walk. */
export function* dictEntries(dict: PyDict): IterableIterator<[Value, Value]> {
  const { owner } = dict;
  if (owner !== undefined) for (const name of ownerNames(owner)) yield [name, ownerGet(owner, name) as Value];
  for (let i = dict.first; i < dict.entries.length; i += 2) {
    const key = dict.entries[i];
    if (key !== undefined) yield [key, dict.entries[i + 1]!];
  }
}

/** What looking a key up has found out, for its insertion. */
export class Found {
  /** The string or object it goes by in `names`. */
  name: Value | undefined = undefined;
  hash = 0;
}

/** The place of a str, 0 when it is not there or has to be looked for at length. */
export function dictNamePlace(dict: PyDict, name: string): number {
  if (dict.names !== undefined) return dict.names.get(name) ?? 0;
  return dict.index === undefined && dict.owner === undefined && dict.entries.length <= SMALL
    ? scanPlace(dict.entries, name as unknown as Value)
    : 0;
}

/** The place of the entry whose key equals this one, or 0. */
function findPlace(dict: PyDict, key: Value): number {
  return dictFind(dict, key, new Found());
}

/** The same, for a key that may be inserted next. */
export function dictFind(dict: PyDict, key: Value, found: Found): number {
  if (dict.index === undefined && dict.names === undefined && dict.entries.length > SMALL) indexInPlace(dict);
  const form = plainForm(key);
  if (form === undefined) return lookUpHashed(dict, key, found);
  if (typeof form === 'number' || typeof form === 'bigint') {
    if (dict.index === undefined && dict.names === undefined) {
      const place = scanPlace(dict.entries, form);
      if (place > 0) return place;
    }
    found.hash = hash32(form);
    return findHashed(dict, form, found.hash);
  }
  found.name = form;
  if (dict.names !== undefined) return dict.names.get(form) ?? 0;
  if (dict.index === undefined) return scanPlace(dict.entries, form);
  if (!dict.index.general) return 0;
  found.hash = hash32(form);
  return findHashed(dict, key, found.hash);
}

function lookUpHashed(dict: PyDict, key: Value, found: Found): number {
  const hash = hashOrError(dict, key);
  found.hash = hash;
  if (!dict.index?.general && dict.size > 0 && isForeign(key)) makeGeneral(dict);
  return findHashed(dict, key, hash);
}

/** The same again for a key that was looked up before; it is not hashed anew. */
export function dictFindAgain(dict: PyDict, key: Value, found: Found): number {
  return dictFindKnown(dict, key, found.hash, found);
}

/** The same for a key from another dict, which knows its hash. CPython: the callers of set_next with an entry's hash */
export function dictFindKnown(dict: PyDict, key: Value, hash: number, found: Found): number {
  if (plainForm(key) !== undefined) return dictFind(dict, key, found);
  found.name = undefined;
  found.hash = hash;
  if (!dict.index?.general && dict.size > 0 && isForeign(key)) makeGeneral(dict);
  return findHashed(dict, key, hash);
}

function scanPlace(entries: readonly (Value | undefined)[], key: Value): number {
  for (let i = 1; i < entries.length; i += 2) if (entries[i] === key) return i;
  return 0;
}

function findHashed(dict: PyDict, key: Value, hash: number): number {
  for (;;) {
    const { index, entries } = dict;
    if (index === undefined) return 0;
    const place = index.find(entries, key, hash);
    if (place !== UNSURE && dict.index === index && dict.entries === entries) return place;
  }
}

/** Puts in a key that is not there. */
export function dictAdd(dict: PyDict, key: Value, found: Found, value: Value): void {
  const { name } = found;
  if (dict.index === undefined && dict.names === undefined) {
    if (dict.entries.length < SMALL && (name === key || (typeof key === 'number' && !Number.isNaN(key)))) {
      dict.entries.push(key, value);
      dict.size++;
      return;
    }
    if (dict.entries.length > 4 * dict.size + 1) {
      compact(dict);
      dictAdd(dict, key, found, value);
      return;
    }
    buildIndex(dict);
  }
  if (name === undefined) {
    if (!dict.index?.general && isForeign(key) && plainForm(key) === undefined) makeGeneral(dict);
    addHashed(dict, key, found.hash, value);
  } else if (dict.index?.general) addHashed(dict, key, hash32(key), value);
  else addName(dict, key, name, value);
}

function addName(dict: PyDict, key: Value, name: Value, value: Value): void {
  if (dict.entries.length > 4 * dict.size + SMALL) compact(dict);
  if (dict.sharesNames) ownNames(dict);
  dict.names ??= new Map();
  dict.names.set(name, dict.entries.length);
  dict.entries.push(key, value);
  dict.size++;
}

function addHashed(dict: PyDict, key: Value, hash: number, value: Value): void {
  if (dict.entries.length > 4 * dict.size + SMALL) compact(dict);
  dict.index ??= new HashIndex();
  dict.index.add(dict.entries.length, hash);
  dict.entries.push(key, value);
  dict.size++;
}

/** `names`, not shared with another dict. */
function ownNames(dict: PyDict): Map<Value, number> {
  if (dict.sharesNames) {
    dict.names = undefined;
    dict.sharesNames = false;
    const names = new Map<Value, number>();
    // Half the time of `new Map(old)`.
    const general = dict.index?.general;
    for (let i = dict.first; i < dict.entries.length; i += 2) {
      const key = dict.entries[i];
      const name = key === undefined || general ? undefined : nameOf(key);
      if (name !== undefined) names.set(name, i);
    }
    dict.names = names;
  }
  return dict.names!;
}

/** Enters the keys of a dict that was made without looking for any (`dictOfPlain`), at the first look-up. Places stay: it may be walked over. */
function indexInPlace(dict: PyDict): void {
  const { entries } = dict;
  for (let i = dict.first; i < entries.length; i += 2) {
    const key = entries[i];
    if (key === undefined) continue;
    if (typeof key === 'number') {
      dict.index ??= new HashIndex();
      dict.index.add(i, hash32(key));
    } else {
      dict.names ??= new Map();
      dict.names.set(nameOf(key) ?? key, i);
    }
  }
}

/** Whether all keys are plain strings, numbers and objects compared by identity, so that looking one up runs no Python. */
export function hasPlainKeys(dict: PyDict): boolean {
  return dict.owner === undefined && dict.index === undefined;
}

/** Adds the keys of a dict with plain keys to another such, each with the same value. An index that is another's too is left to be made anew. */
export function dictAddPlain(dict: PyDict, source: PyDict, value: Value): void {
  const fresh: Value[] = [];
  for (let i = source.first; i < source.entries.length; i += 2) {
    const key = source.entries[i];
    if (key !== undefined && dictGet(dict, key) === undefined) fresh.push(key);
  }
  if (fresh.length === 0) return;
  // Without an index a str that is wide or of a subclass is not found: few keys have none.
  const few = dict.entries.length + 2 * fresh.length <= SMALL;
  if (few || (dict.names !== undefined && !dict.sharesNames)) {
    for (let i = 0; i < fresh.length; i++) dictSet(dict, fresh[i]!, value);
    return;
  }
  dict.names = undefined;
  dict.sharesNames = false;
  for (let i = 0; i < fresh.length; i++) dict.entries.push(fresh[i]!, value);
  dict.size += fresh.length;
}

/** Makes an empty dict one of these plain keys, all different, with one value; the index is left until it is needed. */
export function dictOfPlain(dict: PyDict, keys: readonly Value[], value: Value): void {
  for (let i = 0; i < keys.length; i++) dict.entries.push(keys[i]!, value);
  dict.size = keys.length;
}

/** Enters all keys of a dict that had no index, and drops removed entries. */
function buildIndex(dict: PyDict): void {
  const { entries } = dict;
  dict.entries = [undefined];
  dict.size = 0;
  dict.first = 1;
  for (let i = 1; i < entries.length; i += 2) {
    const key = entries[i];
    if (key === undefined) continue;
    if (typeof key === 'number') addHashed(dict, key, hash32(key), entries[i + 1]!);
    else addName(dict, key, nameOf(key) ?? key, entries[i + 1]!);
  }
}

/** Enters all keys by hash, for one that may equal any of them. */
function makeGeneral(dict: PyDict): void {
  if (dict.size > 0 && dict.index === undefined && dict.names === undefined) buildIndex(dict);
  dict.index ??= new HashIndex();
  for (const place of dict.names?.values() ?? []) dict.index.add(place, hash32(dict.entries[place]!));
  dict.names = undefined;
  dict.sharesNames = false;
  dict.index.general = true;
}

/** Drops removed entries, and leaves places before the first. */
function compact(dict: PyDict, gap = 0): void {
  const { entries, index } = dict;
  const names = dict.names === undefined ? undefined : new Map<Value, number>();
  const fresh = index === undefined ? undefined : new HashIndex();
  if (fresh !== undefined) fresh.general = index!.general;
  const kept: (Value | undefined)[] = [undefined];
  for (let i = 0; i < gap; i++) kept.push(undefined);
  for (let i = 1; i < entries.length; i += 2) {
    const key = entries[i];
    if (key === undefined) continue;
    const name = fresh?.general || names === undefined ? undefined : nameOf(key);
    if (name !== undefined) names!.set(name, kept.length);
    else fresh?.add(kept.length, index!.hashes[i >> 1]!);
    kept.push(key, entries[i + 1]);
  }
  dict.entries = kept;
  dict.names = names;
  dict.sharesNames = false;
  dict.index = fresh;
  dict.first = 1 + gap;
}

/** What a stored key goes by in `names`; undefined for a key that is hashed. */
function nameOf(key: Value): Value | undefined {
  if (typeof key === 'string') return key;
  const form = plainForm(key);
  return typeof form === 'number' || typeof form === 'bigint' ? undefined : form;
}

/** The plain str, number, bigint or object compared by identity that stands for a key; undefined when it has to be hashed and compared. */
export function plainForm(key: Value): Value | undefined {
  if (typeof key === 'string' || typeof key === 'number' || typeof key === 'bigint') return key;
  if (typeof key === 'boolean') return (key ? 1 : 0) as unknown as Value;
  if (typeof key === 'function' || key.keyKind === 1) return isIdentityKey(key) ? key : undefined;
  return key.keyKind === 2 ? primitiveForm(key) : undefined;
}

/** The primitive equal to a wrapped str, int or float; undefined where UTF-16 cannot tell two strings apart. */
function primitiveForm(key: Value): Value | undefined {
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

/** CPython: dict_unhashable_type, set_unhashable_type */
function hashOrError(dict: PyDict, key: Value): number {
  try {
    return hash32(key);
  } catch (e) {
    throw unhashable(e, key, dict.keyRole);
  }
}

/** The error for a key whose hash failed with `e`, which is not changed where keys have no role. */
export function unhashable(e: unknown, key: Value, role: string): unknown {
  if (role === '' || !isError(e, 'TypeError') || e.cls.typeName !== 'TypeError') return e;
  const why = e.args.items[0];
  return typeError(`cannot use '${typeOf(key).typeName}' as ${role} (${typeof why === 'string' ? why : ''})`);
}

/** The name among an owner's that a key equals; undefined for keys that are stored in the dict itself. */
function ownerName(dict: PyDict, key: Value): string | undefined {
  const form = plainForm(key);
  if (form !== undefined) return typeof form === 'string' ? form : undefined;
  const hash = hashOrError(dict, key);
  if (!isForeign(key)) return undefined;
  const alike = dictOf(ownerNames(dict.owner!).filter((name) => hash32(name) === hash));
  const place = findHashed(alike, key, hash);
  return place === 0 ? undefined : (alike.entries[place] as string);
}

function dictOf(keys: readonly string[]): PyDict {
  const dict = new PyDict();
  makeGeneral(dict);
  for (const key of keys) addHashed(dict, key, hash32(key), key);
  return dict;
}

export function ownerGet(owner: DictOwner, name: string): Value | undefined {
  return owner instanceof Map ? owner.get(name) : ownAttribute(owner, name);
}

function ownerSet(owner: DictOwner, name: string, value: Value): void {
  if (owner instanceof Map) owner.set(name, value);
  else setOwnAttribute(owner, name, value);
}

function ownerDelete(owner: DictOwner, name: string): Value | undefined {
  const value = ownerGet(owner, name);
  if (value === undefined) return undefined;
  if (owner instanceof Map) owner.delete(name);
  else deleteOwnAttribute(owner, name);
  return value;
}

function ownerSize(owner: DictOwner): number {
  return owner instanceof Map ? owner.size : countAttributes(owner);
}

export function ownerNames(owner: DictOwner): string[] {
  return owner instanceof Map ? [...owner.keys()] : attributeNames(owner);
}

/** An own `$name` property, past any accessor on the prototype. */
export function ownAttribute(owner: object, name: string): Value | undefined {
  const key = attributeKey(name);
  return Object.hasOwn(owner, key) ? (owner as Record<string, Value>)[key] : undefined;
}

export function setOwnAttribute(owner: object, name: string, value: Value): void {
  const key = attributeKey(name);
  if (typeof owner === 'function' && isDunder(name) && isAnsweredByType(owner as PyFunction, name)) {
    const { leaveLayout } = functionType.proto;
    dictSet(leaveLayout!.call(owner as unknown as PyObject) as PyDict, name, value);
  } else if (key in owner && !Object.hasOwn(owner, key)) {
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

/** Whether reads of a function's attribute go to its type's descriptor (`__code__`, `__kwdefaults__`) before its dict. */
function isAnsweredByType(owner: PyFunction, name: string): boolean {
  const descriptor = typeLookup(typeOf(owner), name);
  return typeof descriptor === 'object' && descriptor.descrSet !== undefined;
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
  const method = methodKey(name);
  if (Object.hasOwn(owner, method)) delete (owner as Record<string, unknown>)[method];
}
