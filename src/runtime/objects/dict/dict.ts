// The dict's layout: its entries in order of insertion in one array, and ways to find a key there. Up to eight plain keys are found by looking
// through them; beyond, strings and objects compared by identity through a JS Map, whose hashes the engine keeps, and all else through a hash
// table of our own (`HashIndex`), as a Map is slow for many numbers and cannot compare by `__eq__`. Measured in docs/benchmarks.md.
// A dict may also be the face of an object's attributes (`owner`): instance dicts, module globals, class dicts.
// CPython: Objects/dictobject.c
import { PyObject, type Slots } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { type PyType, TypeFlags } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import type { HashIndex } from './hash-index.ts';

/** What holds the str-keyed entries in a dict's stead: the `$name` properties of an object, or a class's attributes. */
export type DictOwner = (PyObject & Slots) | Map<string, Value>;

export class PyDict extends PyObject {
  /** Nothing, then key, value, key, value in order of insertion; both undefined where an entry was removed. */
  declare entries: (Value | undefined)[];
  /** How many entries there are, without the owner's. */
  declare size: number;
  /** Where in `entries` strings and keys compared by identity are, once there are many or other keys beside them. */
  declare names: Map<Value, number> | undefined;
  /** Another dict uses `names` too: copy it before changing it. */
  declare sharesNames: boolean;
  /** Where in `entries` all other keys are; when it is `general`, all keys. */
  declare index: HashIndex | undefined;
  /** No entry is before this place. */
  declare first: number;
  declare owner: DictOwner | undefined;
  /** How errors name what the keys are. */
  declare keyRole: string;
  constructor(entries: (Value | undefined)[] = [undefined]) {
    super();
    this.entries = entries;
    this.size = 0;
    this.names = undefined;
    this.sharesNames = false;
    this.index = undefined;
    this.first = 1;
    this.owner = undefined;
    this.serial = 0;
  }
}
PyDict.prototype.keyRole = 'a dict key';

export const dictType: PyType = staticType('dict', PyDict, { subclassable: true, flags: TypeFlags.MAPPING });

/** The dict that shows `owner`'s attributes. */
export function dictOver(owner: DictOwner): PyDict {
  const dict = new PyDict();
  dict.owner = owner;
  return dict;
}

/** The dict that is the face of a globals namespace. */
export function globalsDict(globals: PyObject): PyDict {
  globals.dict ??= dictOver(globals as PyObject & Slots);
  return globals.dict as PyDict;
}
