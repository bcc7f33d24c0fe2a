// The methods of dict. CPython: Objects/dictobject.c

import { None, NotImplemented, type Slots } from '../../core/object.ts';
import { toss } from '../../core/toss.ts';
import { type PyType, typeLookup } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { keyError, typeError } from '../../exceptions/errors.ts';
import { wrongRange } from '../../native/arity.ts';
import { classmethod, installType, method, quickly, slot } from '../../native/define.ts';
import { call } from '../../protocols/call.ts';
import { richEquals } from '../../protocols/compare.ts';
import { setItem } from '../../protocols/item.ts';
import { iter } from '../../protocols/iterate.ts';
import { guardedRepr } from '../../protocols/sequence.ts';
import { joinStrings, repr } from '../../protocols/text.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { PyAnySet } from '../set/set.ts';
import type { StrValue } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import { dictType, PyDict } from './dict.ts';
import {
  copyInto,
  dictClear,
  dictCopy,
  dictDelete,
  dictEntries,
  dictFill,
  dictGet,
  dictKeys,
  dictPopLast,
  dictSet,
  dictSetDefault,
  dictSize,
} from './table.ts';
import { mergeDict, updateFrom } from './update.ts';
import { PyDictItems, PyDictKeyIterator, PyDictKeys, PyDictReverseKeyIterator, PyDictValues } from './views.ts';

function dictNew(cls: PyType): Value {
  return new (cls.Instance as unknown as new () => PyDict)();
}

/** CPython: dict_update_common, behind `__init__` and `update` */
function updateFromArguments(name: string): (self: PyDict, args: Value[], keywords: PyDict) => Value {
  return (self, args, keywords) => {
    if (args.length > 1) throw typeError(`${name} expected at most 1 argument, got ${args.length}`);
    if (args.length === 1) updateFrom(self, args[0]!);
    if (keywords.size > 0) mergeDict(self, keywords);
    return None;
  };
}

function updatePlain(self: PyDict, ...args: Value[]): Value {
  if (args.length > 1) throw typeError(`update expected at most 1 argument, got ${args.length}`);
  if (args.length === 1) updateFrom(self, args[0]!);
  return None;
}

/** CPython: dict_repr */
export function dictRepr(self: PyDict): Value {
  if (dictSize(self) === 0) return '{}';
  return guardedRepr(self, '{...}', () => {
    const parts: StrValue[] = ['{'];
    for (const [key, value] of dictEntries(self)) {
      if (parts.length > 1) parts.push(', ');
      parts.push(repr(key), ': ', repr(value));
    }
    parts.push('}');
    return joinStrings(parts);
  });
}

/** CPython: dict_equal */
export function dictsEqual(a: PyDict, b: PyDict): boolean {
  if (dictSize(a) !== dictSize(b)) return false;
  if (a.owner !== undefined) {
    for (const [key, value] of dictEntries(a)) if (!sameEntry(b, key, value)) return false;
    return true;
  }
  // The entries may change while values are compared.
  for (let i = a.first; i < a.entries.length; i += 2) {
    const key = a.entries[i];
    if (key !== undefined && !sameEntry(b, key, a.entries[i + 1]!)) return false;
  }
  return true;
}

function sameEntry(dict: PyDict, key: Value, value: Value): boolean {
  const other = dictGet(dict, key);
  return other !== undefined && (other === value || richEquals(value, other));
}

function dictEq(self: PyDict, other: Value): Value {
  return other instanceof PyDict ? dictsEqual(self, other) : NotImplemented;
}

function dictNe(self: PyDict, other: Value): Value {
  return other instanceof PyDict ? !dictsEqual(self, other) : NotImplemented;
}

function unordered(): Value {
  return NotImplemented;
}

/** CPython: dict_subscript */
export function dictGetItem(self: PyDict, key: Value): Value {
  const value = dictGet(self, key);
  if (value !== undefined) return value;
  if (self.cls !== dictType) {
    const missing = (self as unknown as Slots)['m$__missing__'] as Entry | undefined;
    if (missing !== undefined) return missing(self, key);
  }
  toss(keyError(key));
}

function dictSetItem(self: PyDict, key: Value, value: Value): Value {
  dictSet(self, key, value);
  return None;
}

function dictDelItem(self: PyDict, key: Value): Value {
  if (dictDelete(self, key) === undefined) toss(keyError(key));
  return None;
}

/** CPython: dict_get_impl */
function dictGetMethod(self: PyDict, key: Value, fallback?: Value, surplus?: Value): Value {
  if (key === undefined || surplus !== undefined) throw wrongRange('get', 1, 2, arguments);
  return dictGet(self, key) ?? fallback ?? None;
}

function dictSetDefaultMethod(self: PyDict, key: Value, fallback?: Value): Value {
  return dictSetDefault(self, key, fallback ?? None);
}

function dictPop(self: PyDict, key: Value, fallback?: Value): Value {
  if (dictSize(self) === 0) {
    if (fallback !== undefined) return fallback;
    toss(keyError(key));
  }
  const value = dictDelete(self, key) ?? fallback;
  if (value === undefined) toss(keyError(key));
  return value;
}

function dictPopItem(self: PyDict): Value {
  const last = dictPopLast(self);
  if (last === undefined) toss(keyError('popitem(): dictionary is empty'));
  return tuple(last);
}

/** CPython: _PyDict_FromKeys */
function dictFromKeys(cls: PyType, iterable: Value, value: Value = None): Value {
  const dict = call(cls);
  const plain = dict instanceof PyDict && dict.cls === dictType;
  const table = iterable instanceof PyAnySet ? iterable.table : iterable;
  if (plain && dict.size === 0 && table instanceof PyDict && (table.cls.flags & 1) === 0) {
    copyInto(dict, table);
    dictFill(dict, value);
    return dict;
  }
  const iterator = iter(iterable);
  for (let key = iterator.iternext(); key !== undefined; key = iterator.iternext()) {
    if (plain) dictSet(dict, key, value);
    else setItem(dict, key, value);
  }
  return dict;
}

/** CPython: dict_or */
function dictOr(a: Value, b: Value): Value {
  if (!(a instanceof PyDict) || !(b instanceof PyDict)) return NotImplemented;
  const result = copyLike(a);
  if (!(result instanceof PyDict)) throw typeError('dict.copy() did not return a dict');
  updateFrom(result, b);
  return result;
}

/** CPython: PyDict_Copy: always a plain dict */
function copyLike(dict: PyDict): Value {
  const plain = dict.cls === dictType || typeLookup(dict.cls, '__iter__') === typeLookup(dictType, '__iter__');
  if (plain) return dictCopy(dict);
  const copy = new PyDict();
  updateFrom(copy, dict);
  return copy;
}

function dictIor(self: PyDict, other: Value): Value {
  updateFrom(self, other);
  return self;
}

/** What CPython's keys for so many entries take. CPython: _PyDict_SizeOf, _PyDict_KeysSize */
export function dictSizeof(self: PyDict): Value {
  const size = dictSize(self);
  if (size === 0) return int(48);
  const entry = dictKeys(self).every((key) => typeof key === 'string') ? 16 : 24;
  let slots = 8;
  while (size > Math.floor((2 * slots) / 3)) slots = 2 ** Math.ceil(Math.log2(3 * Math.floor((2 * slots) / 3)));
  const place = slots < 256 ? 1 : slots < 65536 ? 2 : 4;
  return int(80 + place * slots + entry * Math.floor((2 * slots) / 3));
}

/** `dict()` and `dict(d)`. */
function dictConstruct(args: Value[]): Value | undefined {
  if (args.length === 0) return new PyDict();
  const [source] = args;
  return args.length === 1 && source instanceof PyDict && source.cls === dictType ? dictCopy(source) : undefined;
}

/** `dict(name=value)` and `dict(d, name=value)`. */
function dictConstructNamed(args: readonly Value[], names: readonly string[]): Value | undefined {
  const given = args.length - names.length;
  if (given > 1) return undefined;
  const dict = given === 1 ? dictConstruct([args[0]!]) : new PyDict();
  if (dict === undefined) return undefined;
  for (let i = 0; i < names.length; i++) dictSet(dict as PyDict, names[i]!, args[given + i]!);
  return dict;
}

export function installDict(): void {
  dictType.construct = dictConstruct;
  dictType.constructNamed = dictConstructNamed;
  installType(dictType, {
    signature: '',
    new: quickly(method('($type, *args, **kwargs)', dictNew), dictNew),
    methods: {
      __repr__: slot('($self, /)', dictRepr),
      __lt__: slot('($self, value, /)', unordered),
      __le__: slot('($self, value, /)', unordered),
      __eq__: slot('($self, value, /)', dictEq),
      __ne__: slot('($self, value, /)', dictNe),
      __gt__: slot('($self, value, /)', unordered),
      __ge__: slot('($self, value, /)', unordered),
      __iter__: slot('($self, /)', (self: PyDict) => new PyDictKeyIterator(self)),
      __init__: slot('($self, /, *args, **kwargs)', updateFromArguments('dict')),
      __or__: slot('($self, value, /)', dictOr),
      __ror__: slot('($self, value, /)', (self: Value, other: Value) => dictOr(other, self)),
      __ior__: slot('($self, value, /)', dictIor),
      __len__: slot('($self, /)', (self: PyDict) => int(dictSize(self))),
      __getitem__: method('($self, key, /)', dictGetItem),
      __setitem__: slot('($self, key, value, /)', dictSetItem),
      __delitem__: slot('($self, key, /)', dictDelItem),
      __contains__: method('($self, key, /)', (self: PyDict, key: Value) => dictGet(self, key) !== undefined),
      __sizeof__: method('($self, /)', dictSizeof),
      get: method('($self, key, default=None, /)', dictGetMethod, undefined, 'raw'),
      setdefault: method('($self, key, default=None, /)', dictSetDefaultMethod),
      pop: method('($self, key, default=<unrepresentable>, /)', dictPop),
      popitem: method('($self, /)', dictPopItem),
      keys: method('($self, /)', (self: PyDict) => new PyDictKeys(self)),
      items: method('($self, /)', (self: PyDict) => new PyDictItems(self)),
      values: method('($self, /)', (self: PyDict) => new PyDictValues(self)),
      update: {
        ...method('!($self, /, *args, **kwargs)', updatePlain, undefined, 'raw'),
        vectorcall: ([self, ...args], names) => {
          const given = args.length - names.length;
          updatePlain(self as PyDict, ...args.slice(0, given));
          for (let i = 0; i < names.length; i++) dictSet(self as PyDict, names[i]!, args[given + i]!);
          return None;
        },
      },
      fromkeys: classmethod('($type, iterable, value=None, /)', dictFromKeys),
      clear: method('($self, /)', (self: PyDict) => {
        dictClear(self);
        return None;
      }),
      copy: method('($self, /)', copyLike),
      __reversed__: method('($self, /)', (self: PyDict) => new PyDictReverseKeyIterator(self, true)),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
    },
    attributes: { __hash__: None },
  });
}
