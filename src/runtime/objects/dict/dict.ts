// The dict's layout: a JS Map from a key's normal form to its value, so that str and int keys run at the engine's speed and iteration is in
// insertion order. A dict may also be the face of an object's attributes (`owner`): instance dicts, module globals.
// CPython: Objects/dictobject.c
import { PyObject, type Slots } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { KeyBuckets } from './buckets.ts';
import type { HashedKey } from './hashed-key.ts';
import type { MapTail } from './tail.ts';

/** A key's normal form: equal keys have the same one under JS's SameValueZero. */
export type KeyForm = Value | HashedKey;

export class PyDict extends PyObject {
  /** All entries; when there is an owner, only those whose key is not a plain str. */
  declare map: Map<KeyForm, Value>;
  /** Original keys whose normal form is another value: True for 1, 2.0 for 2, str subclasses. */
  declare aliases: Map<KeyForm, Value> | undefined;
  /** Normal forms of keys with their own __hash__, by hash. */
  declare buckets: KeyBuckets | undefined;
  /** The object whose `$name` properties are the str-keyed entries. */
  declare owner: (PyObject & Slots) | undefined;
  /** Where `popitem` finds the last entry. */
  declare tail: MapTail | undefined;
  /** How errors name what the keys are. */
  declare keyRole: string;
  constructor(map: Map<KeyForm, Value> = new Map()) {
    super();
    this.map = map;
    this.aliases = undefined;
    this.buckets = undefined;
    this.owner = undefined;
    this.tail = undefined;
  }
}
PyDict.prototype.keyRole = 'a dict key';

export const dictType: PyType = staticType('dict', PyDict, { subclassable: true, flags: TypeFlags.MAPPING });

/** The dict that shows `owner`'s attributes. */
export function dictOver(owner: PyObject & Slots): PyDict {
  const dict = new PyDict();
  dict.owner = owner;
  return dict;
}

/** The dict that is the face of a globals namespace. */
export function globalsDict(globals: PyObject): PyDict {
  globals.dict ??= dictOver(globals as PyObject & Slots);
  return globals.dict as PyDict;
}
