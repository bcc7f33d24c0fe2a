// OrderedDict: a dict whose entries can be moved to either end. CPython: Objects/odictobject.c
import { None, NotImplemented, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { bareName, type PyType, TypeFlags, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, type Raised, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSizeof, dictsEqual } from '../../runtime/objects/dict/methods.ts';
import {
  dictClear,
  dictDelete,
  dictEntries,
  dictFirst,
  dictGet,
  dictKeys,
  dictMove,
  dictPopLast,
  dictSet,
  dictSize,
} from '../../runtime/objects/dict/table.ts';
import { updateFrom } from '../../runtime/objects/dict/update.ts';
import {
  dictItemsType,
  dictKeysType,
  dictValuesType,
  PyDictItems,
  PyDictKeys,
  PyDictValues,
  type PyDictView,
} from '../../runtime/objects/dict/views.ts';
import { builtin, installIterator } from '../../runtime/objects/list/iterator-methods.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import type { StrValue } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, instanceDict, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue, sameOrEqual } from '../../runtime/protocols/compare.ts';
import { contains, getItem, setItem } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { guardedRepr } from '../../runtime/protocols/sequence.ts';
import { joinStrings, repr } from '../../runtime/protocols/text.ts';

export class PyOrderedDict extends PyDict {
  /** Counts the changes of keys and their order. CPython: od_state */
  state = 0;
}
const shared = { base: dictType, module: 'collections', subclassable: true, hasWeakref: true } as const;
export const orderedDictType: PyType = staticType('OrderedDict', PyOrderedDict, {
  ...shared,
  hasDict: true,
  flags: TypeFlags.MAPPING,
});

class PyOrderedKeys extends PyDictKeys {}
class PyOrderedValues extends PyDictValues {}
class PyOrderedItems extends PyDictItems {}
const hidden = { instantiable: false };
const orderedKeysType: PyType = staticType('odict_keys', PyOrderedKeys, { base: dictKeysType, ...hidden });
const orderedValuesType: PyType = staticType('odict_values', PyOrderedValues, { base: dictValuesType, ...hidden });
const orderedItemsType: PyType = staticType('odict_items', PyOrderedItems, { base: dictItemsType, ...hidden });

type WalkKind = 'key' | 'value' | 'item';

/** Walks an OrderedDict either way and notices any change of its keys or order. CPython: odictiter */
class PyOrderedIterator extends PyObject {
  source: PyOrderedDict | undefined;
  readonly kind: WalkKind;
  readonly backwards: boolean;
  at: number;
  readonly size: number;
  readonly state: number;
  constructor(source: PyOrderedDict, kind: WalkKind, backwards: boolean) {
    super();
    this.source = source;
    this.kind = kind;
    this.backwards = backwards;
    this.at = backwards ? source.entries.length - 2 : source.first;
    this.size = source.size;
    this.state = source.state;
  }
  override iternext(): Value | undefined {
    const { source, kind } = this;
    if (source === undefined) return undefined;
    if (source.state !== this.state) {
      this.source = undefined;
      throw mutated();
    }
    if (source.size !== this.size) {
      this.source = undefined;
      throw runtimeError('OrderedDict changed size during iteration');
    }
    const { entries } = source;
    while (this.at > 0 && this.at < entries.length && entries[this.at] === undefined)
      this.at += this.backwards ? -2 : 2;
    const key = this.at > 0 ? entries[this.at] : undefined;
    if (key === undefined) {
      this.source = undefined;
      return undefined;
    }
    const value = entries[this.at + 1]!;
    this.at += this.backwards ? -2 : 2;
    return kind === 'key' ? key : kind === 'value' ? value : tuple([key, value]);
  }
  /** What is left, for pickling: the walk itself does not move. CPython: odictiter_reduce */
  rest(): Value[] {
    const copy = new PyOrderedIterator(this.source ?? new PyOrderedDict(), this.kind, this.backwards);
    copy.at = this.source === undefined ? 0 : this.at;
    const items: Value[] = [];
    for (let item = copy.iternext(); item !== undefined; item = copy.iternext()) items.push(item);
    return items;
  }
}
const orderedIteratorType: PyType = staticType('odict_iterator', PyOrderedIterator, hidden);

function installViews(): void {
  const views = [
    [orderedKeysType, 'key'],
    [orderedValuesType, 'value'],
    [orderedItemsType, 'item'],
  ] as const;
  for (const [type, kind] of views) {
    installType(type, {
      methods: {
        __iter__: slot(
          '($self, /)',
          (self: PyDictView) => new PyOrderedIterator(self.source as PyOrderedDict, kind, false),
        ),
        __reversed__: method(
          '($self, /)',
          (self: PyDictView) => new PyOrderedIterator(self.source as PyOrderedDict, kind, true),
        ),
      },
    });
  }
  installIterator(orderedIteratorType, {
    __reduce__: method('($self, /)', (self: PyOrderedIterator) =>
      tuple([builtin('iter'), tuple([new PyList(self.rest())])]),
    ),
  });
}

function makeNew(Layout: new () => PyDict) {
  return method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as typeof Layout)());
}

/** Whether a subclass has its own way of storing items, which then must be used. */
function overrides(self: PyDict, name: string): boolean {
  return self.cls !== orderedDictType && typeLookup(self.cls, name) !== typeLookup(orderedDictType, name);
}

function orderedUpdate(name: string) {
  return (self: PyOrderedDict, args: Value[], keywords: PyDict): Value => {
    if (args.length > 1) {
      throw typeError(`${name}() takes at most 1 positional argument (${args.length} given)`);
    }
    if (!overrides(self, '__setitem__')) {
      if (args.length === 1) updateFrom(self, args[0]!);
      self.state++;
      for (const [key, value] of dictEntries(keywords)) setItemOf(self, key, value);
      return None;
    }
    const collected = new PyDict();
    if (args.length === 1) updateFrom(collected, args[0]!);
    for (const [key, value] of dictEntries(keywords)) dictSet(collected, key, value);
    for (const [key, value] of dictEntries(collected)) setItem(self, key, value);
    return None;
  };
}

function orderedRepr(self: PyDict): Value {
  const name = bareName(typeOf(self));
  if (dictSize(self) === 0) return `${name}()`;
  return guardedRepr(self, '...', () => {
    const parts: StrValue[] = [`${name}({`];
    for (const [key, value] of dictEntries(self)) {
      if (parts.length > 1) parts.push(', ');
      parts.push(repr(key), ': ', repr(value));
    }
    return joinStrings([...parts, '})']);
  });
}

function mutated(): Raised {
  return runtimeError('OrderedDict mutated during iteration');
}

/** Between OrderedDicts the order counts. CPython: odict_richcompare, _odict_keys_equal */
function orderedEquals(self: PyOrderedDict, other: Value): boolean | undefined {
  if (!(other instanceof PyDict)) return undefined;
  if (!dictsEqual(self, other)) return false;
  if (!(other instanceof PyOrderedDict)) return true;
  if (self.size !== other.size) return false;
  const states = [self.state, other.state];
  const [keys, others] = [dictKeys(self), dictKeys(other)];
  for (let i = 0; i < keys.length; i++) {
    const equal = sameOrEqual(keys[i]!, others[i]!);
    if (self.state !== states[0] || other.state !== states[1]) throw mutated();
    if (!equal) return false;
  }
  return true;
}

function setItemOf(self: PyOrderedDict, key: Value, value: Value): Value {
  const { size } = self;
  dictSet(self, key, value);
  if (self.size !== size) self.state++;
  return None;
}

function removed(self: PyOrderedDict, key: Value): Value | undefined {
  const value = dictDelete(self, key);
  if (value !== undefined) self.state++;
  return value;
}

function moveToEnd(self: PyOrderedDict, key: Value, last?: Value): Value {
  if (!dictMove(self, key, last === undefined || isTrue(last))) throw keyError(key);
  self.state++;
  return None;
}

function popItem(self: PyOrderedDict, last?: Value): Value {
  if (self.size === 0) throw keyError('dictionary is empty');
  self.state++;
  if (last === undefined || isTrue(last)) return tuple(dictPopLast(self)!);
  const key = dictFirst(self)!;
  return tuple([key, dictDelete(self, key)!]);
}

/** CPython: _odict_popkey_hash: without a subclass's `__delitem__` and `__missing__` */
function orderedPop(self: PyOrderedDict, key: Value, fallback?: Value): Value {
  const value = removed(self, key) ?? fallback;
  if (value === undefined) throw keyError(key);
  return value;
}

/** CPython: OrderedDict_setdefault_impl */
function setDefault(self: PyOrderedDict, key: Value, fallback: Value = None): Value {
  if (self.cls !== orderedDictType) {
    if (contains(self, key)) return getItem(self, key);
    setItem(self, key, fallback);
    return fallback;
  }
  const value = dictGet(self, key);
  if (value !== undefined) return value;
  setItemOf(self, key, fallback);
  return fallback;
}

/** CPython: OrderedDict_copy_impl */
function orderedCopy(self: PyOrderedDict): Value {
  const exact = self.cls === orderedDictType;
  const copy = exact ? new PyOrderedDict() : call(self.cls);
  const { state } = self;
  for (const key of dictKeys(self)) {
    const value = exact ? dictGet(self, key) : getItem(self, key);
    if (value === undefined) throw keyError(key);
    if (exact) setItemOf(copy as PyOrderedDict, key, value);
    else setItem(copy, key, value);
    if (self.state !== state) throw mutated();
  }
  return copy;
}

function orderedFromKeys(cls: PyType, iterable: Value, value: Value = None): Value {
  const dict = call(cls);
  const source = iter(iterable);
  for (let key = source.iternext(); key !== undefined; key = source.iternext()) setItem(dict, key, value);
  return dict;
}

function orderedOr(a: Value, b: Value): Value {
  const ordered = a instanceof PyOrderedDict ? a : b;
  if (!(a instanceof PyDict) || !(b instanceof PyDict)) return NotImplemented;
  const copy = call(typeOf(ordered), a) as PyDict;
  updateFrom(copy, b);
  return copy;
}

function clear(self: PyOrderedDict): void {
  dictClear(self);
  self.state++;
}

/** CPython: odict_reduce */
function orderedReduce(self: PyDict): Value {
  const state = call(getAttr(self, '__getstate__'));
  return tuple([typeOf(self), tuple([]), state, None, iter(call(lookupAttr(self, 'items')!))]);
}

export function installOrderedDict(): void {
  const none = (run: (self: PyOrderedDict) => void) => (self: PyOrderedDict) => {
    run(self);
    return None;
  };
  installType(orderedDictType, {
    doc: 'Dictionary that remembers insertion order',
    signature: '',
    new: makeNew(PyOrderedDict),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', orderedUpdate('OrderedDict')),
      __repr__: slot('($self, /)', orderedRepr),
      __eq__: slot(
        '($self, value, /)',
        (self: PyOrderedDict, other: Value) => orderedEquals(self, other) ?? NotImplemented,
      ),
      __ne__: slot('($self, value, /)', (self: PyOrderedDict, other: Value) => {
        const equal = orderedEquals(self, other);
        return equal === undefined ? NotImplemented : !equal;
      }),
      __iter__: slot('($self, /)', (self: PyOrderedDict) => new PyOrderedIterator(self, 'key', false)),
      __reversed__: method('($self, /)', (self: PyOrderedDict) => new PyOrderedIterator(self, 'key', true)),
      __setitem__: slot('($self, key, value, /)', setItemOf),
      __delitem__: slot('($self, key, /)', (self: PyOrderedDict, key: Value) => {
        if (removed(self, key) === undefined) throw keyError(key);
        return None;
      }),
      __or__: slot('($self, value, /)', orderedOr),
      __ror__: slot('($self, value, /)', (self: Value, other: Value) => orderedOr(other, self)),
      __ior__: slot('($self, value, /)', (self: PyOrderedDict, other: Value) => {
        orderedUpdate('update')(self, [other], new PyDict());
        return self;
      }),
      __reduce__: method('($self, /)', orderedReduce, 'Return state information for pickling'),
      __sizeof__: method('($self, /)', (self: PyDict) =>
        // The dict, and CPython's nodes that link its keys.
        int(Number(dictSizeof(self)) + 64 + 64 * dictSize(self)),
      ),
      update: method('!($self, /, *args, **kwargs)', orderedUpdate('update')),
      fromkeys: classmethod('($type, /, iterable, value=None)', orderedFromKeys),
      setdefault: method('($self, /, key, default=None)', setDefault),
      pop: method('($self, /, key, default=<unrepresentable>)', orderedPop),
      popitem: method('($self, /, last=True)', popItem),
      move_to_end: method('($self, /, key, last=True)', moveToEnd),
      keys: method('($self, /)', (self: PyOrderedDict) => new PyOrderedKeys(self)),
      values: method('($self, /)', (self: PyOrderedDict) => new PyOrderedValues(self)),
      items: method('($self, /)', (self: PyOrderedDict) => new PyOrderedItems(self)),
      clear: method('($self, /)', none(clear)),
      copy: method('($self, /)', orderedCopy, 'od.copy() -> a shallow copy of od'),
    },
    properties: { __dict__: getset((self: PyDict) => instanceDict(self)) },
    attributes: { __hash__: None },
  });
  installViews();
}
