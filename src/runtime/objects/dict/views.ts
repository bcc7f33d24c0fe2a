// The layouts of dict views and dict iterators. CPython: Objects/dictobject.c (dictview, dictiterobject)
import { attributeNames } from '../../core/names.ts';
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError } from '../../exceptions/errors.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import type { KeyForm, PyDict } from './dict.ts';
import { dictSize, keyOf, ownAttribute } from './table.ts';

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
  declare readonly walk: Iterator<KeyForm>;
  declare size: number;
  declare left: number;
  constructor(source: PyDict, backwards = false) {
    super();
    this.source = source;
    this.size = dictSize(source);
    this.left = this.size;
    this.walk =
      source.owner === undefined && !backwards ? source.map.keys() : formsOf(source, backwards)[Symbol.iterator]();
  }

  /** The next key's normal form. */
  step(): KeyForm | undefined {
    const { source } = this;
    if (source === undefined) return undefined;
    const size = source.owner === undefined ? source.map.size : dictSize(source);
    if (size !== this.size) throw this.changed();
    const step = this.walk.next();
    if (step.done) {
      this.source = undefined;
      return undefined;
    }
    if (this.left-- === 0) throw this.keysChanged();
    return step.value;
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

/** All normal forms, taken now: for the dict of an object's attributes and for walks backwards. */
function formsOf(dict: PyDict, backwards: boolean): KeyForm[] {
  const forms: KeyForm[] = dict.owner === undefined ? [] : attributeNames(dict.owner);
  for (const form of dict.map.keys()) forms.push(form);
  return backwards ? forms.reverse() : forms;
}

/** The value under a normal form; undefined when the key is gone. */
export function valueOf(dict: PyDict, form: KeyForm): Value | undefined {
  return typeof form === 'string' && dict.owner !== undefined ? ownAttribute(dict.owner, form) : dict.map.get(form);
}

export class PyDictKeyIterator extends DictIterator {
  override iternext(): Value | undefined {
    const form = this.step();
    return typeof form === 'number' || form === undefined ? form : keyOf(this.source!, form);
  }
}
export class PyDictValueIterator extends DictIterator {
  override iternext(): Value | undefined {
    const form = this.step();
    if (form === undefined) return undefined;
    return valueOf(this.source!, form) ?? this.iternext();
  }
}
export class PyDictItemIterator extends DictIterator {
  /** The entries of a plain dict. */
  declare readonly entries: Iterator<[KeyForm, Value]> | undefined;
  constructor(source: PyDict, backwards = false) {
    super(source, backwards);
    this.entries = source.owner === undefined && !backwards ? source.map.entries() : undefined;
  }

  override iternext(): Value | undefined {
    const { source, entries } = this;
    if (entries === undefined || source === undefined || source.map.size !== this.size || this.left === 0)
      return this.stepSlow();
    const step = entries.next();
    if (step.done) return this.stepSlow();
    this.left--;
    const [form, value] = step.value;
    return new PyTuple([
      typeof form === 'number' && source.aliases === undefined ? (form as Value) : keyOf(source, form),
      value,
    ]);
  }

  private stepSlow(): Value | undefined {
    if (this.entries !== undefined && this.source?.map.size === this.size) {
      // The quick walk has ended, or gone as far as there were entries.
      const more = this.left > 0 ? undefined : this.entries.next().value;
      if (more !== undefined) throw this.keysChanged();
      this.source = undefined;
      return undefined;
    }
    const form = this.step();
    if (form === undefined) return undefined;
    const value = valueOf(this.source!, form);
    return value === undefined ? this.iternext() : tuple([keyOf(this.source!, form), value]);
  }
}
export class PyDictReverseKeyIterator extends DictIterator {
  override iternext(): Value | undefined {
    const form = this.step();
    return form === undefined ? undefined : keyOf(this.source!, form);
  }
}
export class PyDictReverseValueIterator extends DictIterator {
  override iternext(): Value | undefined {
    const form = this.step();
    if (form === undefined) return undefined;
    return valueOf(this.source!, form) ?? this.iternext();
  }
}
export class PyDictReverseItemIterator extends DictIterator {
  override iternext(): Value | undefined {
    const form = this.step();
    if (form === undefined) return undefined;
    const value = valueOf(this.source!, form);
    return value === undefined ? this.iternext() : tuple([keyOf(this.source!, form), value]);
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
