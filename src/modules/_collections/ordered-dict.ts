// OrderedDict: a dict whose entries can be moved to either end. CPython: Objects/odictobject.c
import { None, NotImplemented } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { type PyType, TypeFlags, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, typeError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, method, slot } from '../../runtime/native/define.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictsEqual } from '../../runtime/objects/dict/methods.ts';
import {
  dictClear,
  dictDelete,
  dictEntries,
  dictGet,
  dictKeys,
  dictPopLast,
  dictSet,
  dictSize,
} from '../../runtime/objects/dict/table.ts';
import { updateFrom } from '../../runtime/objects/dict/update.ts';
import {
  PyDictItems,
  PyDictKeyIterator,
  PyDictKeys,
  PyDictReverseKeyIterator,
  PyDictValues,
} from '../../runtime/objects/dict/views.ts';
import type { StrValue } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { instanceDict, lookupAttr, lookupSpecial } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue, sameOrEqual } from '../../runtime/protocols/compare.ts';
import { delItem, setItem } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { guardedRepr } from '../../runtime/protocols/sequence.ts';
import { joinStrings, repr } from '../../runtime/protocols/text.ts';

export class PyOrderedDict extends PyDict {}
const shared = { base: dictType, module: 'collections', subclassable: true, hasWeakref: true } as const;
export const orderedDictType: PyType = staticType('OrderedDict', PyOrderedDict, {
  ...shared,
  hasDict: true,
  flags: TypeFlags.MAPPING,
});

function makeNew(Layout: new () => PyDict) {
  return method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as typeof Layout)());
}

/** Whether a subclass has its own way of storing items, which then must be used. */
function overrides(self: PyDict, name: string): boolean {
  return self.cls !== orderedDictType && typeLookup(self.cls, name) !== typeLookup(orderedDictType, name);
}

function orderedUpdate(name: string) {
  return (self: PyDict, args: Value[], keywords: PyDict): Value => {
    if (args.length > 1) {
      throw typeError(`${name}() takes at most 1 positional argument (${args.length} given)`);
    }
    if (!overrides(self, '__setitem__')) {
      if (args.length === 1) updateFrom(self, args[0]!);
      for (const [key, value] of dictEntries(keywords)) dictSet(self, key, value);
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
  const name = typeOf(self).typeName;
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

/** Between OrderedDicts the order counts. CPython: odict_richcompare */
function orderedEquals(self: PyDict, other: Value): boolean | undefined {
  if (!(other instanceof PyDict)) return undefined;
  if (!dictsEqual(self, other)) return false;
  if (!(other instanceof PyOrderedDict)) return true;
  const [a, b] = [[...dictKeys(self)], [...dictKeys(other)]];
  return a.every((key, i) => sameOrEqual(key, b[i]!));
}

function moveToEnd(self: PyDict, key: Value, last?: Value): Value {
  const value = dictGet(self, key);
  if (value === undefined) throw keyError(key);
  const toEnd = last === undefined || isTrue(last);
  const stored = [...dictKeys(self)].find((each) => sameOrEqual(each, key))!;
  dictDelete(self, key);
  const rest = toEnd ? [] : [...dictEntries(self)];
  for (const [k] of rest) dictDelete(self, k);
  dictSet(self, stored, value);
  for (const [k, v] of rest) dictSet(self, k, v);
  return None;
}

function popItem(self: PyDict, last?: Value): Value {
  if (dictSize(self) === 0) throw keyError('dictionary is empty');
  const toEnd = last === undefined || isTrue(last);
  if (toEnd && !overrides(self, '__delitem__')) return tuple(dictPopLast(self)!);
  const keys = [...dictKeys(self)];
  const key = toEnd ? keys.at(-1)! : keys[0]!;
  const value = dictGet(self, key)!;
  if (overrides(self, '__delitem__')) delItem(self, key);
  else dictDelete(self, key);
  return tuple([key, value]);
}

function orderedPop(self: PyDict, key: Value, fallback?: Value): Value {
  const value = dictGet(self, key);
  if (value === undefined) {
    const hook = overrides(self, '__missing__') ? lookupSpecial(self, '__missing__') : undefined;
    if (fallback !== undefined) return fallback;
    if (hook !== undefined) return hook(self, key);
    throw keyError(key);
  }
  if (overrides(self, '__delitem__')) delItem(self, key);
  else dictDelete(self, key);
  return value;
}

function setDefault(self: PyDict, key: Value, fallback?: Value): Value {
  const value = dictGet(self, key);
  if (value !== undefined) return value;
  if (overrides(self, '__setitem__')) setItem(self, key, fallback ?? None);
  else dictSet(self, key, fallback ?? None);
  return fallback ?? None;
}

function orderedCopy(self: PyDict): Value {
  const copy = call(typeOf(self));
  for (const [key, value] of dictEntries(self)) setItem(copy, key, value);
  if (self.dict !== undefined) {
    for (const [k, v] of dictEntries(self.dict as PyDict)) dictSet(instanceDict(copy as PyDict), k, v);
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

function orderedReduce(self: PyDict): Value {
  const state = lookupAttr(self, '__dict__');
  const own = state instanceof PyDict && dictSize(state) > 0 ? state : None;
  return tuple([typeOf(self), tuple([]), own, None, iter(call(lookupAttr(self, 'items')!))]);
}

export function installOrderedDict(): void {
  const none = (run: (self: PyDict) => void) => (self: PyDict) => {
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
      __eq__: slot('($self, value, /)', (self: PyDict, other: Value) => orderedEquals(self, other) ?? NotImplemented),
      __ne__: slot('($self, value, /)', (self: PyDict, other: Value) => {
        const equal = orderedEquals(self, other);
        return equal === undefined ? NotImplemented : !equal;
      }),
      __iter__: slot('($self, /)', (self: PyDict) => new PyDictKeyIterator(self)),
      __reversed__: method('($self, /)', (self: PyDict) => new PyDictReverseKeyIterator(self)),
      __setitem__: slot('($self, key, value, /)', (self: PyDict, key: Value, value: Value) => {
        dictSet(self, key, value);
        return None;
      }),
      __delitem__: slot('($self, key, /)', (self: PyDict, key: Value) => {
        if (dictDelete(self, key) === undefined) throw keyError(key);
        return None;
      }),
      __or__: slot('($self, value, /)', orderedOr),
      __ror__: slot('($self, value, /)', (self: Value, other: Value) => orderedOr(other, self)),
      __ior__: slot('($self, value, /)', (self: PyDict, other: Value) => {
        orderedUpdate('update')(self, [other], new PyDict());
        return self;
      }),
      __reduce__: method('($self, /)', orderedReduce, 'Return state information for pickling'),
      __sizeof__: method('($self, /)', (self: PyDict) => int(96 + 56 * dictSize(self))),
      update: method('!($self, /, *args, **kwargs)', orderedUpdate('update')),
      fromkeys: classmethod('($type, /, iterable, value=None)', orderedFromKeys),
      setdefault: method('($self, /, key, default=None)', setDefault),
      pop: method('($self, /, key, default=<unrepresentable>)', orderedPop),
      popitem: method('($self, /, last=True)', popItem),
      move_to_end: method('($self, /, key, last=True)', moveToEnd),
      keys: method('($self, /)', (self: PyDict) => new PyDictKeys(self)),
      values: method('($self, /)', (self: PyDict) => new PyDictValues(self)),
      items: method('($self, /)', (self: PyDict) => new PyDictItems(self)),
      clear: method('($self, /)', none(dictClear)),
      copy: method('($self, /)', orderedCopy, 'od.copy() -> a shallow copy of od'),
    },
    properties: { __dict__: getset((self: PyDict) => instanceDict(self)) },
    attributes: { __hash__: None },
  });
}
