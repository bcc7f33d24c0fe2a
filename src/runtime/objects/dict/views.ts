// The layouts of dict views and dict iterators. CPython: Objects/dictobject.c (dictview, dictiterobject)
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError } from '../../exceptions/errors.ts';
import { PyTuple } from '../tuple/tuple.ts';
import type { PyDict } from './dict.ts';
import { dictSize, ownerGet, ownerNames } from './table.ts';

/** What keys(), values() and items() give. */
export class PyDictView extends PyObject {
  declare readonly source: PyDict;
  constructor(source: PyDict) {
    super();
    this.source = source;
  }
}
export class PyDictKeys extends PyDictView {}
export class PyDictValues extends PyDictView {}
export class PyDictItems extends PyDictView {}
export const dictKeysType: PyType = staticType('dict_keys', PyDictKeys, { instantiable: false });
export const dictValuesType: PyType = staticType('dict_values', PyDictValues, { instantiable: false });
export const dictItemsType: PyType = staticType('dict_items', PyDictItems, { instantiable: false });

/** A walk over a dict that notices when entries come or go. `left` counts down, as CPython's does. */
export class DictIterator extends PyObject {
  declare source: PyDict | undefined;
  /** The owner's names, taken at the start: those of a dict that shows an object's attributes. */
  declare readonly names: readonly string[] | undefined;
  /** How many of `names` are before the walk. */
  declare named: number;
  /** The place of the next entry. */
  declare at: number;
  declare size: number;
  declare left: number;
  constructor(source: PyDict, backwards = false) {
    super();
    this.source = source;
    this.names = source.owner === undefined ? undefined : ownerNames(source.owner);
    this.size = dictSize(source);
    this.left = this.size;
    this.named = backwards && this.names !== undefined ? this.names.length : 0;
    this.at = backwards ? source.entries.length - 2 : source.first;
  }

  /** What is left, as `make` takes it from the entries. */
  protected collect(make: (entries: readonly (Value | undefined)[], place: number) => Value): Value[] {
    const { source } = this;
    const items: Value[] = [];
    if (source !== undefined && source.owner === undefined && source.size === this.size && this.left === this.size) {
      const { entries } = source;
      for (let at = this.at; at < entries.length; at += 2) if (entries[at] !== undefined) items.push(make(entries, at));
      // Entries may have been replaced by as many others behind the walk.
      if (items.length <= this.left) {
        this.source = undefined;
        return items;
      }
      items.length = 0;
    }
    for (let item = this.iternext!(); item !== undefined; item = this.iternext!()) items.push(item);
    return items;
  }

  /** The place of the next entry, 0 at the end; the owner's names are counted down from -1. */
  step(): number {
    const { source } = this;
    if (source === undefined) return 0;
    if (source.owner === undefined ? source.size !== this.size : this.#ownerChanged(source)) throw this.changed();
    const { entries } = source;
    if (this.names !== undefined && this.named < this.names.length) {
      if (this.left-- === 0) throw this.keysChanged();
      return -++this.named;
    }
    for (let at = this.at; at < entries.length; at += 2) {
      if (entries[at] === undefined) continue;
      if (this.left-- === 0) throw this.keysChanged();
      this.at = at + 2;
      return at;
    }
    this.source = undefined;
    return 0;
  }

  /** Counting an owner's names takes as long as a walk over them, so in a long walk it is not done at every step. */
  #ownerChanged(source: PyDict): boolean {
    return (this.size < 64 || (this.left & 15) === 0) && dictSize(source) !== this.size;
  }

  /** The same from the end. */
  stepBack(): number {
    const { source } = this;
    if (source === undefined) return 0;
    if (dictSize(source) !== this.size) throw this.changed();
    const { entries } = source;
    for (let at = Math.min(this.at, entries.length - 2); at > 0; at -= 2) {
      if (entries[at] === undefined) continue;
      if (this.left-- === 0) throw this.keysChanged();
      this.at = at - 2;
      return at;
    }
    this.at = 0;
    if (this.named === 0) {
      this.source = undefined;
      return 0;
    }
    if (this.left-- === 0) throw this.keysChanged();
    return -this.named--;
  }

  keyAt(place: number): Value {
    return place < 0 ? this.names![-place - 1]! : this.source!.entries[place]!;
  }

  /** Undefined when the owner has lost the name. */
  valueAt(place: number): Value | undefined {
    if (place > 0) return this.source!.entries[place + 1]!;
    return ownerGet(this.source!.owner!, this.names![-place - 1]!);
  }

  itemAt(place: number): Value | undefined {
    const value = this.valueAt(place);
    return value === undefined ? undefined : new PyTuple([this.keyAt(place), value]);
  }

  /** From now on every step fails. */
  changed(): Error {
    this.size = -1;
    throw runtimeError('dictionary changed size during iteration');
  }

  keysChanged(): Error {
    this.source = undefined;
    throw runtimeError('dictionary keys changed during iteration');
  }
}

export class PyDictKeyIterator extends DictIterator {
  rest(): Value[] {
    return this.collect((entries, place) => entries[place]!);
  }
  override iternext(): Value | undefined {
    const place = this.step();
    return place > 0 ? this.source!.entries[place] : place === 0 ? undefined : this.keyAt(place);
  }
}
export class PyDictValueIterator extends DictIterator {
  rest(): Value[] {
    return this.collect((entries, place) => entries[place + 1]!);
  }
  override iternext(): Value | undefined {
    const place = this.step();
    if (place > 0) return this.source!.entries[place + 1];
    return place === 0 ? undefined : (this.valueAt(place) ?? this.iternext());
  }
}
export class PyDictItemIterator extends DictIterator {
  rest(): Value[] {
    return this.collect((entries, place) => new PyTuple([entries[place]!, entries[place + 1]!]));
  }
  /** The value of the entry whose key `nextKey` gave: what a loop over keys and values steps by, without a tuple. */
  nextValue: Value | undefined = undefined;
  nextKey(): Value | undefined {
    const place = this.step();
    if (place > 0) {
      const { entries } = this.source!;
      this.nextValue = entries[place + 1];
      return entries[place];
    }
    const item = place === 0 ? undefined : (this.itemAt(place) ?? this.iternext());
    if (item === undefined) return undefined;
    const [key, value] = (item as PyTuple).items;
    this.nextValue = value;
    return key;
  }
  override iternext(): Value | undefined {
    const place = this.step();
    if (place > 0) {
      const { entries } = this.source!;
      return new PyTuple([entries[place]!, entries[place + 1]!]);
    }
    return place === 0 ? undefined : (this.itemAt(place) ?? this.iternext());
  }
}
export class PyDictReverseKeyIterator extends DictIterator {
  override iternext(): Value | undefined {
    const place = this.stepBack();
    return place === 0 ? undefined : this.keyAt(place);
  }
}
export class PyDictReverseValueIterator extends DictIterator {
  override iternext(): Value | undefined {
    const place = this.stepBack();
    return place === 0 ? undefined : (this.valueAt(place) ?? this.iternext());
  }
}
export class PyDictReverseItemIterator extends DictIterator {
  override iternext(): Value | undefined {
    const place = this.stepBack();
    return place === 0 ? undefined : (this.itemAt(place) ?? this.iternext());
  }
}

const hidden = { instantiable: false };
export const dictKeyIteratorType: PyType = staticType('dict_keyiterator', PyDictKeyIterator, hidden);
export const dictValueIteratorType: PyType = staticType('dict_valueiterator', PyDictValueIterator, hidden);
export const dictItemIteratorType: PyType = staticType('dict_itemiterator', PyDictItemIterator, hidden);
export const dictReverseKeyIteratorType: PyType = staticType(
  'dict_reversekeyiterator',
  PyDictReverseKeyIterator,
  hidden,
);
export const dictReverseValueIteratorType: PyType = staticType(
  'dict_reversevalueiterator',
  PyDictReverseValueIterator,
  hidden,
);
export const dictReverseItemIteratorType: PyType = staticType(
  'dict_reverseitemiterator',
  PyDictReverseItemIterator,
  hidden,
);
