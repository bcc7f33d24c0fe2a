// BaseException and the exceptions with fields of their own. CPython: Objects/exceptions.c
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { isSubtype, isType, type PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { describeType, getset, installType, member, method, quickly, slot, type TypeTable } from '../native/define.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictEntries, dictSet, dictSize } from '../objects/dict/table.ts';
import { PyList } from '../objects/list/list.ts';
import { isStr, jsString, type StrValue } from '../objects/str/str.ts';
import { PyTraceback } from '../objects/traceback/traceback.ts';
import { type PyTuple, tuple } from '../objects/tuple/tuple.ts';
import { setInstanceDict } from '../objects/type/instance-dict.ts';
import { instanceDict, lookupAttr, setAttr } from '../protocols/attribute.ts';
import { spread } from '../protocols/iterate.ts';
import { repr, reprForMessage, str } from '../protocols/text.ts';
import { suggest } from '../text/suggest.ts';
import { typeError } from './errors.ts';
import {
  baseExceptionType,
  exceptionNamed,
  exceptionTypes,
  type PyAttributeError,
  PyBaseException,
  type PyImportError,
  type PyNameError,
  type PyStopIteration,
  type PySystemExit,
} from './exception.ts';

/** CPython: BaseException_new: args are kept even when `__init__` is overridden */
function exceptionNew(cls: PyType, args: Value[]): Value {
  return new (cls.Instance as unknown as new (args: PyTuple) => PyBaseException)(tuple(args));
}

function refuseKeywords(self: PyBaseException, keywords: PyDict): void {
  if (keywords.size > 0) throw typeError(`${self.cls.typeName}() takes no keyword arguments`);
}

function exceptionInit(self: PyBaseException, args: Value[], keywords: PyDict): Value {
  refuseKeywords(self, keywords);
  self.args = tuple(args);
  return None;
}

function initByPosition(self: PyBaseException, ...args: Value[]): Value {
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  self.args = tuple(args);
  return None;
}

/** Types that take their arguments as BaseException does are made in one step. */
export function quickenExceptions(): void {
  for (const type of exceptionTypes.values()) {
    const own = type.mro.slice(0, type.mro.indexOf(baseExceptionType));
    if (own.some((t) => t.attrs.has('__new__') || t.attrs.has('__init__'))) continue;
    type.construct = (args) => exceptionNew(type, args);
  }
}

/** CPython: BaseException_str */
function exceptionStr(self: PyBaseException): Value {
  const { items } = self.args;
  if (items.length === 0) return '';
  return items.length === 1 ? str(items[0]!) : str(self.args);
}

/** CPython: BaseException_repr */
function exceptionRepr(self: PyBaseException): Value {
  const { items } = self.args;
  if (items.length === 1) return `${self.cls.typeName}(${reprForMessage(items[0]!)})`;
  return `${self.cls.typeName}${reprForMessage(self.args)}`;
}

function exceptionReduce(self: PyBaseException): Value {
  const dict =
    self.dict === undefined && Object.keys(self).every((k) => !k.startsWith('$')) ? undefined : instanceDict(self);
  return tuple(dict === undefined ? [self.cls, self.args] : [self.cls, self.args, dict]);
}

function exceptionSetstate(self: PyBaseException, stateDict: Value): Value {
  if (stateDict === None) return None;
  if (!(stateDict instanceof PyDict)) throw typeError('state is not a dictionary');
  for (const [name, value] of [...dictEntries(stateDict)]) setAttr(self, jsString(name as StrValue), value);
  return None;
}

function withTraceback(self: PyBaseException, tb: Value): Value {
  setTraceback(self, tb);
  return self;
}

function setTraceback(self: PyBaseException, tb: Value | undefined): void {
  if (tb === undefined) throw typeError('__traceback__ may not be deleted');
  if (tb !== None && !(tb instanceof PyTraceback)) throw typeError('__traceback__ must be a traceback or None');
  self.traceback = tb === None ? undefined : tb;
}

function addNote(self: PyBaseException, note: Value): Value {
  if (!isStr(note)) throw typeError(`add_note() argument must be str, not ${typeOf(note).typeName}`);
  const existing = lookupAttr(self, '__notes__');
  if (existing === undefined) setAttr(self, '__notes__', new PyList([note]));
  else if (existing instanceof PyList) existing.items.push(note);
  else throw typeError('Cannot add note: __notes__ is not a list');
  return None;
}

function link(name: 'context' | 'cause') {
  const label = name === 'context' ? '__context__' : '__cause__';
  const what = name === 'context' ? 'exception context' : 'exception cause';
  return getset(
    (self: PyBaseException) => self[name] ?? None,
    (self: PyBaseException, value: Value | undefined) => {
      if (value === undefined) throw typeError(`${label} may not be deleted`);
      if (value !== None && !(value instanceof PyBaseException)) {
        throw typeError(`${what} must be None or derive from BaseException`);
      }
      self[name] = value === None ? undefined : (value as PyBaseException);
      if (name === 'cause') self.suppressContext = true;
    },
  );
}

function setArgs(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) throw typeError('args may not be deleted');
  self.args = tuple(spread(value));
}

/** A field that reads None until set. */
function field<T extends PyBaseException>(name: keyof T & string, doc?: string) {
  return member(
    (self: T) => (self[name] as Value | undefined) ?? None,
    (self: T, value: Value | undefined) => {
      (self as Record<string, unknown>)[name] = value;
    },
    doc,
  );
}

function install(name: string, table: TypeTable): void {
  installType(exceptionNamed(name), table);
}

export function installExceptions(): void {
  installType(baseExceptionType, {
    new: quickly(method('($type, *args, **kwargs)', exceptionNew), (cls: PyType, ...args: Value[]) =>
      exceptionNew(cls, args),
    ),
    methods: {
      __init__: quickly(slot('($self, /, *args, **kwargs)', exceptionInit), initByPosition),
      __str__: slot('($self, /)', exceptionStr),
      __repr__: slot('($self, /)', exceptionRepr),
      __reduce__: method('($self, /)', exceptionReduce),
      __setstate__: method('($self, state, /)', exceptionSetstate),
      with_traceback: method('($self, tb, /)', withTraceback),
      add_note: method('($self, note, /)', addNote),
    },
    properties: {
      args: getset((self: PyBaseException) => self.args, setArgs),
      __traceback__: getset((self: PyBaseException) => self.traceback ?? None, setTraceback),
      __context__: link('context'),
      __cause__: link('cause'),
      __suppress_context__: member(
        (self: PyBaseException) => self.suppressContext,
        (self: PyBaseException, value: Value | undefined) => {
          if (value === undefined) throw typeError("can't delete numeric/char attribute");
          if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
          self.suppressContext = value;
        },
      ),
      __dict__: getset((self: PyBaseException) => instanceDict(self), setInstanceDict),
    },
  });
  installStopIteration();
  installNamed();
  installImportError();
  install('KeyError', {
    methods: {
      __str__: slot('($self, /)', (self: PyBaseException) =>
        self.args.items.length === 1 ? repr(self.args.items[0]!) : exceptionStr(self),
      ),
    },
  });
}

/** The exceptions that have no table of their own. */
export function documentExceptions(): void {
  for (const type of exceptionTypes.values()) if (!type.attrs.has('__doc__')) describeType(type);
}

function installStopIteration(): void {
  install('StopIteration', {
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PyStopIteration, args: Value[], keywords: PyDict) => {
        exceptionInit(self, args, keywords);
        self.value = args[0];
        return None;
      }),
    },
    properties: { value: field<PyStopIteration>('value', 'generator return value') },
  });
  install('SystemExit', {
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PySystemExit, args: Value[], keywords: PyDict) => {
        exceptionInit(self, args, keywords);
        self.code = args.length === 0 ? undefined : args.length === 1 ? args[0] : tuple(args);
        return None;
      }),
    },
    properties: { code: field<PySystemExit>('code', 'exception code') },
  });
}

/** Keyword-only fields given to the constructor. */
function takeKeywords(self: PyBaseException, keywords: PyDict, names: readonly string[]): void {
  const who = `${self.cls.typeName}()`;
  if (keywords.size > names.length) {
    const s = names.length === 1 ? '' : 's';
    throw typeError(`${who} takes at most ${names.length} keyword argument${s} (${keywords.size} given)`);
  }
  for (const [key, value] of dictEntries(keywords)) {
    const name = jsString(key as StrValue);
    if (!names.includes(name)) {
      const near = suggest(name, names);
      const hint = near === undefined ? '' : `. Did you mean '${near}'?`;
      throw typeError(`${who} got an unexpected keyword argument '${name}'${hint}`);
    }
    (self as unknown as Record<string, Value>)[name === 'name_from' ? 'nameFrom' : name] = value;
  }
}

function installNamed(): void {
  install('NameError', {
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PyNameError, args: Value[], keywords: PyDict) => {
        self.args = tuple(args);
        takeKeywords(self, keywords, ['name']);
        return None;
      }),
    },
    properties: { name: field<PyNameError>('name', 'name') },
  });
  install('AttributeError', {
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PyAttributeError, args: Value[], keywords: PyDict) => {
        self.args = tuple(args);
        takeKeywords(self, keywords, ['name', 'obj']);
        return None;
      }),
      __getstate__: method('($self, /)', attributeErrorState),
      __reduce__: method('($self, /)', (self: PyAttributeError) =>
        tuple([self.cls, self.args, attributeErrorState(self)]),
      ),
    },
    properties: {
      name: field<PyAttributeError>('name', 'attribute name'),
      obj: field<PyAttributeError>('obj', 'object'),
    },
  });
}

/** CPython: ImportError_reduce */
function importErrorReduce(self: PyImportError): Value {
  const dict = new PyDict();
  for (const [key, value] of dictEntries(instanceDict(self))) dictSet(dict, key, value);
  const own = { name: self.name, path: self.path, name_from: self.nameFrom };
  for (const [key, value] of Object.entries(own)) if (value !== undefined) dictSet(dict, key, value);
  return tuple(dictSize(dict) > 0 ? [self.cls, self.args, dict] : [self.cls, self.args]);
}

function attributeErrorState(self: PyAttributeError): Value {
  const dict = new PyDict();
  for (const [k, v] of dictEntries(instanceDict(self))) dictSet(dict, k, v);
  if (self.name !== undefined) dictSet(dict, 'name', self.name);
  dictSet(dict, 'args', self.args);
  return dict;
}

function installImportError(): void {
  install('ImportError', {
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PyImportError, args: Value[], keywords: PyDict) => {
        self.args = tuple(args);
        self.name = self.path = self.nameFrom = undefined;
        takeKeywords(self, keywords, ['name', 'path', 'name_from']);
        self.msg = args.length === 1 ? args[0] : undefined;
        return None;
      }),
      __reduce__: method('($self, /)', importErrorReduce),
      __str__: slot('($self, /)', (self: PyImportError) =>
        self.msg !== undefined && isStr(self.msg) && self.args.items.length === 1 ? self.msg : exceptionStr(self),
      ),
    },
    properties: {
      msg: field<PyImportError>('msg', 'exception message'),
      name: field<PyImportError>('name', 'module name'),
      path: field<PyImportError>('path', 'module path'),
      name_from: field<PyImportError>('nameFrom', 'name imported from module'),
    },
  });
}

/** Whether a value can be raised or caught as a class. */
export function isExceptionClass(v: Value): v is PyType {
  return isType(v) && isSubtype(v, baseExceptionType);
}
