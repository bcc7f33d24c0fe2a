// functools.partial and its Placeholder. CPython: Modules/_functoolsmodule.c (partial_*)

import { attributeNames } from '../../runtime/core/names.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { bareName, type PyType, typeLookup } from '../../runtime/core/type.ts';
import type { Entry, Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, member, method, slot } from '../../runtime/native/define.ts';
import { dictType, PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictCopy, dictEntries, dictKeys, dictSet, dictSize, dictValues } from '../../runtime/objects/dict/table.ts';
import { PyMethod } from '../../runtime/objects/function/function.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple, tupleType } from '../../runtime/objects/tuple/tuple.ts';
import { setInstanceDict } from '../../runtime/objects/type/instance-dict.ts';
import { instanceDict } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import { reprForMessage, str } from '../../runtime/protocols/text.ts';

class PyPlaceholder extends PyObject {}
export const placeholderType: PyType = staticType('_PlaceholderType', PyPlaceholder, { module: 'functools' });
export const Placeholder: PyPlaceholder = new PyPlaceholder();

export class PyPartial extends PyObject {
  func: Value = None;
  args: PyTuple = tuple([]);
  keywords: PyDict = new PyDict();
  /** How many of `args` are placeholders. */
  holes = 0;
  /** What `callee` calls. */
  readonly quickCall: Entry = (...args) => callPlain(this, args);
}
export const partialType: PyType = staticType('partial', PyPartial, {
  module: 'functools',
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

function countHoles(args: readonly Value[]): number {
  let n = 0;
  for (const arg of args) if (arg === Placeholder) n++;
  return n;
}

function newPartial(cls: PyType, func: Value, args: Value[], keywords: PyDict): Value {
  if (func === undefined) throw typeError("type 'partial' takes at least one argument");
  if (!isCallable(func)) throw typeError('the first argument must be callable');
  if (args.at(-1) === Placeholder) throw typeError('trailing Placeholders are not allowed');
  for (const [, value] of dictEntries(keywords)) {
    if (value === Placeholder) throw typeError('Placeholder cannot be passed as a keyword argument');
  }
  const self = new (cls.Instance as unknown as typeof PyPartial)();
  const inner = func instanceof PyPartial && callsPlainly(func) ? func : undefined;
  self.func = inner === undefined ? func : inner.func;
  self.args = tuple(inner === undefined ? args : fill(inner.args.items, inner.holes, args));
  self.holes = countHoles(self.args.items);
  self.keywords = inner === undefined ? keywords : dictCopy(inner.keywords);
  if (inner !== undefined) for (const [k, v] of dictEntries(keywords)) dictSet(self.keywords, k, v);
  return self;
}

function hasAttributes(self: PyPartial): boolean {
  return attributeNames(self).length > 0 || (self.dict !== undefined && dictSize(self.dict as PyDict) > 0);
}

/** Stored arguments with their placeholders filled from the front of `given`, the rest behind. */
function fill(stored: readonly Value[], holes: number, given: readonly Value[]): Value[] {
  if (holes === 0) return [...stored, ...given];
  let next = 0;
  const filled = stored.map((each) => (each === Placeholder && next < given.length ? given[next++]! : each));
  return [...filled, ...given.slice(next)];
}

function callPartial(self: PyPartial, args: Value[], names: readonly string[]): Value {
  const given = args.length - names.length;
  if (given < self.holes) {
    throw typeError(`missing positional arguments in 'partial' call; expected at least ${self.holes}, got ${given}`);
  }
  if (self.keywords.size === 0) {
    return callKeywords(self.func, fill(self.args.items, self.holes, args), names);
  }
  const merged = dictCopy(self.keywords);
  for (let i = 0; i < names.length; i++) dictSet(merged, names[i]!, args[given + i]!);
  const keys = dictKeys(merged);
  if (keys.some((key) => !isStr(key))) throw typeError('keywords must be strings');
  const all = fill(self.args.items, self.holes, args.slice(0, given));
  return callKeywords(self.func, [...all, ...dictValues(merged)], keys as string[]);
}

/** Without arguments by name. */
function callPlain(self: PyPartial, args: Value[]): Value {
  if (self.holes === 0 && self.keywords.size === 0) return call(self.func, ...self.args.items, ...args);
  return callPartial(self, args, []);
}

/** Whether calling an inner partial is calling its function with more arguments. */
function callsPlainly(inner: PyPartial): boolean {
  return typeLookup(inner.cls, '__call__') === typeLookup(partialType, '__call__') && !hasAttributes(inner);
}

const running = new WeakSet<PyPartial>();

function partialRepr(self: PyPartial): Value {
  const type = typeOf(self);
  const module = type.attrs.get('__module__');
  const name = type === partialType ? 'functools.partial' : `${String(module)}.${type.qualname}`;
  if (running.has(self)) return '...';
  running.add(self);
  try {
    const { func, args, keywords } = self;
    const parts = [reprForMessage(func), ...args.items.map(reprForMessage)];
    for (const [k, v] of dictEntries(keywords)) parts.push(`${String(str(k))}=${reprForMessage(v)}`);
    return `${name}(${parts.join(', ')})`;
  } finally {
    running.delete(self);
  }
}

function reduce(self: PyPartial): Value {
  const dict = hasAttributes(self) ? instanceDict(self) : None;
  return tuple([typeOf(self), tuple([self.func]), tuple([self.func, self.args, self.keywords, dict])]);
}

function setState(self: PyPartial, given: Value): Value {
  const [func, args, keywords, dict] = (given instanceof PyTuple ? given.items : []) as Value[];
  if (
    !(given instanceof PyTuple) ||
    given.items.length !== 4 ||
    !isCallable(func!) ||
    !(args instanceof PyTuple) ||
    (keywords !== None && !(keywords instanceof PyDict)) ||
    (dict !== None && !(dict instanceof PyDict))
  ) {
    throw typeError('invalid partial state');
  }
  if (args.items.at(-1) === Placeholder) throw typeError('trailing Placeholders are not allowed');
  self.func = func!;
  self.args = args.cls === tupleType ? args : tuple([...args.items]);
  self.holes = countHoles(self.args.items);
  self.keywords =
    keywords instanceof PyDict ? (keywords.cls === dictType ? keywords : dictCopy(keywords)) : new PyDict();
  setInstanceDict(self, dict instanceof PyDict ? dict : new PyDict());
  return None;
}

function setDict(self: PyPartial, value: Value | undefined): void {
  if (value === undefined) throw typeError('cannot delete __dict__');
  setInstanceDict(self, value);
}

export function installPartial(): void {
  installType(placeholderType, {
    doc: 'The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.',
    new: method('($type, *args, **kwargs)', (cls: PyType, args: Value[], keywords: PyDict) => {
      if (args.length > 0 || keywords.size > 0) throw typeError(`${bareName(cls)} takes no arguments`);
      return Placeholder;
    }),
    methods: {
      __repr__: slot('($self, /)', () => 'Placeholder'),
      __reduce__: method('($self, /)', () => 'Placeholder'),
    },
  });
  PyPartial.prototype.descrGet = function (this: PyPartial, obj) {
    return obj === undefined ? this : new PyMethod(this, obj);
  };
  installType(partialType, {
    doc: 'Create a new function with partial application of the given arguments and keywords.',
    new: method('($type, func, /, *args, **keywords)', newPartial),
    methods: {
      __call__: {
        ...slot('($self, /, *args, **kwargs)', (self: PyPartial, ...args: Value[]) => callPlain(self, args)),
        style: 'raw',
        vectorcall: ([self, ...args], names) => callPartial(self as PyPartial, args, names),
      },
      __repr__: slot('($self, /)', partialRepr),
      __get__: slot('($self, instance, owner=None, /)', (self: PyPartial, obj: Value) =>
        obj === None ? self : new PyMethod(self, obj),
      ),
      __reduce__: method('($self, /)', reduce),
      __setstate__: method('($self, object, /)', setState),
      __class_getitem__: classmethod('($type, object, /)', (cls: PyType, item: Value) => genericAlias(cls, item)),
    },
    properties: {
      func: member((self: PyPartial) => self.func),
      args: member((self: PyPartial) => self.args),
      keywords: member((self: PyPartial) => self.keywords),
      __dict__: getset((self: PyPartial) => instanceDict(self), setDict),
    },
  });
}
