// Functions, bound methods and descriptors: binding, attributes, repr. CPython: Objects/funcobject.c, classobject.c, descrobject.c, methodobject.c

import { CodeFlags } from '../../../contract/unit.ts';
import { attributeNames } from '../../core/names.ts';
import { None, NotImplemented, type PyObject } from '../../core/object.ts';
import { builtinFunctionType, functionType, typeOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import {
  bareName,
  type FunctionMeta,
  isSubtype,
  isType,
  type NativeMeta,
  type PyFunction,
  type PyType,
} from '../../core/type.ts';
import { int, intFromDouble, type Value } from '../../core/value.ts';
import { attributeError, typeError, valueError } from '../../exceptions/errors.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { attributeDoc, functionDoc } from '../../native/late-docs.ts';
import { getAttr, lookupAttr } from '../../protocols/attribute.ts';
import { forgetForms } from '../../protocols/bind-function.ts';
import { call, callFunctionKeywords, callKeywords } from '../../protocols/call.ts';
import { sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { bindDescriptor } from '../../protocols/publish.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { warn } from '../../protocols/warn.ts';
import type { PyCell } from '../cell/cell.ts';
import { PyCode } from '../code/code.ts';
import { dictOver, globalsDict, PyDict } from '../dict/dict.ts';
import { deleteOwnAttribute, dictSet, dictValues, keywordNames, ownAttribute } from '../dict/table.ts';
import { objectId } from '../object/identity.ts';
import { isStr, jsString } from '../str/str.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import {
  classMethodDescrType,
  getsetType,
  memberType,
  methodDescrType,
  methodType,
  methodWrapperType,
  PyBuiltinMethod,
  PyClassMethod,
  PyClassMethodDescr,
  PyGetSetDescr,
  PyMethod,
  PyMethodDescr,
  PyMethodWrapper,
  PyStaticMethod,
  PyWrapperDescr,
  wrapperDescrType,
} from './function.ts';
import { functionNew } from './new.ts';
import { installWrappers } from './wrappers.ts';

/** How each kind of class attribute binds; first of all, since publishing an attribute asks. */
export function installBinding(): void {
  PyMethodDescr.prototype.descrGet = function (this: PyMethodDescr, obj) {
    return obj === undefined ? this : new PyBuiltinMethod(this, obj);
  };
  PyWrapperDescr.prototype.descrGet = function (this: PyWrapperDescr, obj) {
    return obj === undefined ? this : new PyMethodWrapper(this, obj);
  };
  PyClassMethodDescr.prototype.descrGet = function (this: PyClassMethodDescr, _obj, type) {
    return new PyBuiltinMethod(this, type);
  };
  PyGetSetDescr.prototype.descrGet = function (this: PyGetSetDescr, obj) {
    if (obj === undefined) return this;
    const value = this.get(obj);
    if (value === undefined)
      throw attributeError(`'${typeOf(obj).typeName}' object has no attribute '${this.name}'`, obj, this.name);
    return value;
  };
  PyGetSetDescr.prototype.descrSet = getsetAssign;
  PyStaticMethod.prototype.descrGet = function (this: PyStaticMethod) {
    return this.callable;
  };
  PyClassMethod.prototype.descrGet = function (this: PyClassMethod, _obj, type) {
    return new PyMethod(this.callable, type);
  };
}

function getsetAssign(this: PyGetSetDescr, obj: Value, value: Value | undefined): void {
  if (!isSubtype(typeOf(obj), this.owner)) {
    throw typeError(
      `descriptor '${this.name}' for '${this.owner.typeName}' objects doesn't apply to a '${typeOf(obj).typeName}' object`,
    );
  }
  if (this.set === undefined) {
    if (this.cls === memberType) throw attributeError('readonly attribute', obj, this.name);
    throw attributeError(
      `attribute '${this.name}' of '${this.owner.typeName}' objects is not writable`,
      obj,
      this.name,
    );
  }
  this.set(obj, value);
}

const pythonMeta = (f: PyFunction): FunctionMeta => f.meta as FunctionMeta;

function stringSetter(name: string, set: (meta: FunctionMeta, text: string) => void) {
  return (f: PyFunction, value: Value | undefined): void => {
    if (value === undefined || !isStr(value)) throw typeError(`${name} must be set to a string object`);
    set(pythonMeta(f), jsString(value));
  };
}

function setDefaults(f: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== None && !(value instanceof PyTuple))
    throw typeError('__defaults__ must be set to a tuple object');
  pythonMeta(f).defaults = value instanceof PyTuple ? [...value.items] : undefined;
  forgetForms(pythonMeta(f));
}

const KINDS = CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

/** CPython: func_set_code */
function setCode(f: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyCode)) throw typeError('__code__ must be set to a code object');
  const meta = pythonMeta(f);
  const closure = getClosure(f);
  const size = closure instanceof PyTuple ? closure.items.length : 0;
  const free = value.info.freevars.length;
  if (free !== size) throw valueError(`${meta.name}() requires a code object with ${size} free vars, not ${free}`);
  if ((meta.code.flags & KINDS) !== (value.flags & KINDS)) {
    const example = '(e.g., from a generator to a plain function)';
    warn('DeprecationWarning', `Assigning a code object of non-matching type is deprecated ${example}`);
  }
  const cells = closure instanceof PyTuple ? (closure.items as PyCell[]) : [];
  const made = value.makeFunction?.(value, globalsDict(meta.globals as PyObject), cells);
  if (made !== undefined) {
    const replacing = made.meta as FunctionMeta;
    // Its generators are to say what code they run, though its text was compiled as another's.
    replacing.code = value;
    replacing.isChanged = true;
    meta.core = replacing.core;
  }
  meta.code = value;
  meta.isChanged = true;
  meta.isReplaced = true;
  forgetForms(meta);
}

function setKwdefaults(f: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== None && !(value instanceof PyDict))
    throw typeError('__kwdefaults__ must be set to a dict object');
  pythonMeta(f).kwdefaults = value === None ? undefined : value;
  forgetForms(pythonMeta(f));
}

function getClosure(f: PyFunction): Value {
  const meta = pythonMeta(f);
  if (meta.cells === undefined) return None;
  meta.closure ??= tuple(meta.cells());
  return meta.closure;
}

function getAnnotations(f: PyFunction): Value {
  const meta = pythonMeta(f);
  if (meta.annotations === undefined) {
    const made = meta.annotate === undefined || meta.annotate === None ? new PyDict() : call(meta.annotate, int(1));
    if (!(made instanceof PyDict)) throw typeError(`__annotate__() must return a dict, not '${typeOf(made).typeName}'`);
    meta.annotations = made;
  }
  return meta.annotations;
}

function setAnnotations(f: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== None && !(value instanceof PyDict))
    throw typeError('__annotations__ must be set to a dict object');
  pythonMeta(f).annotations = value === None || value === undefined ? new PyDict() : value;
  pythonMeta(f).annotate = None;
}

function setAnnotate(f: PyFunction, value: Value | undefined): void {
  if (value === undefined) throw typeError('__annotate__ cannot be deleted');
  pythonMeta(f).annotate = value;
  if (value !== None) pythonMeta(f).annotations = undefined;
}

/** A function's `__dict__`: the face of the JS function's guest attributes. */
function functionDict(f: PyFunction): Value {
  const holder = f as unknown as PyObject;
  holder.dict ??= dictOver(f as never);
  return holder.dict;
}

function functionRepr(f: PyFunction): Value {
  return `<function ${f.meta.qualname} at 0x${objectId(f).toString(16).padStart(12, '0')}>`;
}

function setFunctionDict(f: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyDict))
    throw typeError(
      `__dict__ must be set to a dictionary, not a '${value === undefined ? 'NoneType' : typeOf(value).typeName}'`,
    );
  replaceFunctionDict(f, value);
}

/** From now on the function's attributes are that dict, as instance-dict.ts does it for other objects. */
function replaceFunctionDict(f: PyFunction, dict: PyDict): void {
  const holder = f as unknown as PyObject;
  const old = holder.dict as PyDict | undefined;
  if (old === dict) return;
  const entries = attributeNames(f).map((name) => [name, ownAttribute(f, name)!] as const);
  for (const [name] of entries) deleteOwnAttribute(f, name);
  holder.dict = dict;
  if (old?.owner !== (f as never)) return;
  old.owner = undefined;
  for (const [name, value] of entries) dictSet(old, name, value);
}

/** An attribute is about to be stored under a name that the type's own descriptor answers for. */
function leaveLayout(this: PyFunction): Value {
  const dict = functionDict(this) as PyDict;
  replaceFunctionDict(this, new PyDict());
  (this as unknown as PyObject).dict = dict;
  return dict;
}

function installFunctionType(): void {
  functionType.proto.leaveLayout = leaveLayout as never;
  installType(functionType, {
    new: method('($type, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)', functionNew),
    methods: {
      __repr__: slot('($self, /)', functionRepr),
      __call__: slot('($self, /, *args, **kwargs)', (self: Value, args: Value[], keywords: PyDict) =>
        callKeywords(self, [...args, ...dictValues(keywords)], keywordNames(keywords)),
      ),
      __get__: slot('($self, instance, owner=None, /)', (self: Value, obj: Value) =>
        obj === None ? self : new PyMethod(self, obj),
      ),
    },
    properties: {
      __name__: getset(
        (f: PyFunction) => f.meta.name,
        stringSetter('__name__', (m, t) => {
          m.name = t;
          m.isChanged = true;
        }),
      ),
      __qualname__: getset(
        (f: PyFunction) => f.meta.qualname,
        stringSetter('__qualname__', (m, t) => {
          m.qualname = t;
          m.isChanged = true;
        }),
      ),
      __doc__: member(
        (f: PyFunction) => pythonMeta(f).doc ?? None,
        (f: PyFunction, v) => {
          pythonMeta(f).doc = v;
        },
      ),
      __module__: member(
        (f: PyFunction) => pythonMeta(f).module ?? None,
        (f: PyFunction, v) => {
          pythonMeta(f).module = v;
        },
      ),
      __code__: getset((f: PyFunction) => pythonMeta(f).code, setCode),
      __defaults__: getset(
        (f: PyFunction) => (pythonMeta(f).defaults === undefined ? None : tuple(pythonMeta(f).defaults!)),
        setDefaults,
      ),
      __kwdefaults__: getset((f: PyFunction) => pythonMeta(f).kwdefaults ?? None, setKwdefaults),
      __annotations__: getset(getAnnotations, setAnnotations),
      __annotate__: getset((f: PyFunction) => pythonMeta(f).annotate ?? None, setAnnotate),
      __closure__: member(getClosure),
      __globals__: member((f: PyFunction) => globalsDict(pythonMeta(f).globals as PyObject)),
      __builtins__: member(() => globalsDict(state.interp.builtins)),
      __dict__: getset(functionDict, setFunctionDict),
      __type_params__: getset(
        (f: PyFunction) => pythonMeta(f).typeParams ?? tuple([]),
        (f: PyFunction, v) => {
          if (!(v instanceof PyTuple)) throw typeError('__type_params__ must be set to a tuple');
          pythonMeta(f).typeParams = v;
        },
      ),
    },
  });
}

function nativeName(meta: NativeMeta): Value {
  return meta.name;
}

/** What is shown of methods whose own signature says more, or less. CPython: slotdefs */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['__init__', '($self, /, *args, **kwargs)'],
  ['__prepare__', '($cls, name, bases, /, **kwds)'],
  ['__call__', '($self, /, *args, **kwargs)'],
  ['__pow__', '($self, value, mod=None, /)'],
  ['__rpow__', '($self, value, mod=None, /)'],
]);

function textSignature(meta: NativeMeta): Value {
  if (meta.name === '__new__' && meta.self !== undefined) return '($type, *args, **kwargs)';
  const { signature } = meta;
  const shared = meta.style === 'slot' || meta.name === '__prepare__' ? SHOWN.get(meta.name) : undefined;
  if (shared !== undefined) return shared;
  if (signature === undefined || signature.startsWith('!')) return None;
  if (meta.module === undefined || signature.startsWith('($')) return signature;
  const first = /, \/[,)]/.test(signature) ? '$module, ' : '$module, /, ';
  return signature === '()' ? '($module, /)' : `(${first}${signature.slice(1)}`;
}

function builtinRepr(self: Value): Value {
  if (self instanceof PyBuiltinMethod) {
    return `<built-in method ${self.descr.entry.meta.name} of ${typeOf(self.self).typeName} object at 0x${objectId(self.self).toString(16).padStart(12, '0')}>`;
  }
  const { name, self: owner } = (self as PyFunction).meta as NativeMeta;
  if (owner === undefined || !isType(owner)) return `<built-in function ${name}>`;
  return `<built-in method ${name} of type object at 0x${objectId(owner).toString(16).padStart(12, '0')}>`;
}

function builtinMeta(self: Value): NativeMeta {
  return self instanceof PyBuiltinMethod ? self.descr.entry.meta : ((self as PyFunction).meta as NativeMeta);
}

function builtinSelf(self: Value): Value {
  if (self instanceof PyBuiltinMethod) return self.self;
  return builtinMeta(self).self ?? None;
}

function builtinQualname(self: Value): Value {
  if (!(self instanceof PyBuiltinMethod)) return builtinMeta(self).qualname;
  const owner =
    typeof self.self === 'function' && self.self.mro !== undefined ? (self.self as PyType) : typeOf(self.self);
  return `${owner.qualname}.${self.descr.entry.meta.name}`;
}

/** CPython: meth_reduce */
function builtinReduce(self: Value): Value {
  const { name } = builtinMeta(self);
  const owner = builtinSelf(self);
  if (owner === None || typeOf(owner).typeName === 'module') return name;
  return tuple([getAttr(state.interp.importModule('builtins'), 'getattr'), tuple([owner, name])]);
}

function installBuiltinFunctionType(): void {
  installType(builtinFunctionType, {
    methods: {
      __repr__: slot('($self, /)', builtinRepr),
      __call__: slot('($self, /, *args, **kwargs)', (self: Value, args: Value[], keywords: PyDict) =>
        callKeywords(self, [...args, ...dictValues(keywords)], keywordNames(keywords)),
      ),
      __eq__: slot('($self, value, /)', (self: Value, other: Value) => boundEquals(self, other)),
      __reduce__: method('($self, /)', builtinReduce),
      __hash__: slot('($self, /)', (self: Value) =>
        intFromDouble(objectId(self instanceof PyBuiltinMethod ? self.descr : self) / 16),
      ),
    },
    properties: {
      __name__: getset((self: Value) => nativeName(builtinMeta(self))),
      __qualname__: getset(builtinQualname),
      __doc__: getset((self: Value) => functionDoc(builtinMeta(self))),
      __text_signature__: getset((self: Value) => textSignature(builtinMeta(self))),
      __self__: getset(builtinSelf),
      __module__: member((self: Value) =>
        self instanceof PyBuiltinMethod ? None : (builtinMeta(self).module ?? None),
      ),
    },
  });
}

function boundEquals(a: Value, b: Value): Value {
  if (!(a instanceof PyBuiltinMethod) || !(b instanceof PyBuiltinMethod)) return a === b ? true : NotImplemented;
  return a.descr === b.descr && a.self === b.self;
}

function installMethodType(): void {
  installType(methodType, {
    new: method('($type, function, instance, /)', (_cls: PyType, func: Value, self: Value) => {
      if (self === None) throw typeError('instance must not be None');
      return new PyMethod(func, self);
    }),
    methods: {
      __repr__: slot('($self, /)', methodRepr),
      __call__: slot('($self, /, *args, **kwargs)', (self: PyMethod, args: Value[], keywords: PyDict) =>
        callKeywords(self.func, [self.self, ...args, ...dictValues(keywords)], keywordNames(keywords)),
      ),
      __get__: slot('($self, instance, owner=None, /)', (self: Value) => self),
      __eq__: slot('($self, value, /)', (self: PyMethod, other: Value) =>
        other instanceof PyMethod ? self.self === other.self && sameOrEqual(self.func, other.func) : NotImplemented,
      ),
      __hash__: slot('($self, /)', (self: PyMethod) =>
        intFromDouble(objectId(self.self) / 16 + Number(hash(self.func))),
      ),
      __getattribute__: slot('($self, name, /)', methodGetattribute),
      __reduce__: method('($self, /)', (self: PyMethod) => {
        const getattr = getAttr(state.interp.importModule('builtins'), 'getattr');
        return tuple([getattr, tuple([self.self, getAttr(self.func, '__name__')])]);
      }),
    },
    properties: {
      __func__: member((self: PyMethod) => self.func),
      __self__: member((self: PyMethod) => self.self),
      __doc__: getset((self: PyMethod) => lookupAttr(self.func, '__doc__') ?? None),
    },
  });
}

/** Bound methods show their function's attributes. CPython: method_getattro */
function methodGetattribute(self: PyMethod, name: Value): Value {
  const key = jsString(name as string);
  const own = methodType.attrs.get(key);
  if (own !== undefined) return bindDescriptor(own, self, methodType);
  return getAttr(self.func, key);
}
PyMethod.prototype.missingAttr = function (this: PyMethod, name) {
  return getAttr(this.func, name);
};

function methodRepr(self: PyMethod): Value {
  const qualname = lookupAttr(self.func, '__qualname__') ?? lookupAttr(self.func, '__name__');
  return `<bound method ${typeof qualname === 'string' ? qualname : '?'} of ${reprForMessage(self.self)}>`;
}

function installDescriptors(): void {
  const shared = {
    __name__: member((d: PyMethodDescr) => d.entry.meta.name),
    __qualname__: getset((d: PyMethodDescr) => `${d.owner.qualname}.${d.entry.meta.name}`),
    __objclass__: member((d: PyMethodDescr) => d.owner),
    __doc__: getset((d: PyMethodDescr) => functionDoc(d.entry.meta)),
    __text_signature__: getset((d: PyMethodDescr) => textSignature(d.entry.meta)),
  };
  const callDescriptor = slot('($self, /, *args, **kwargs)', (d: PyMethodDescr, args: Value[], keywords: PyDict) => {
    checkReceiver(d, args);
    return callFunctionKeywords(d.entry as unknown as PyFunction, [...args, ...dictValues(keywords)], [
      ...keywordNames(keywords),
    ] as string[]);
  });
  const get = slot('($self, instance, owner=None, /)', (d: PyObject, obj: Value, type?: Value) =>
    d.descrGet!(obj === None ? undefined : obj, (type as PyType) ?? typeOf(obj)),
  );
  const describe = (what: string, format: (d: { owner: PyType; name: string }) => string) =>
    slot(
      '($self, /)',
      (d: PyMethodDescr | PyGetSetDescr) =>
        `<${what} ${format({ owner: d.owner, name: d instanceof PyMethodDescr ? d.entry.meta.name : d.name })}>`,
    );
  /** CPython: descr_reduce */
  const reduce = method('($self, /)', (d: PyMethodDescr) =>
    tuple([getAttr(state.interp.importModule('builtins'), 'getattr'), tuple([d.owner, d.entry.meta.name])]),
  );
  const ofObjects = (d: { owner: PyType; name: string }): string => `'${d.name}' of '${d.owner.typeName}' objects`;
  installType(methodDescrType, {
    methods: { __call__: callDescriptor, __get__: get, __reduce__: reduce, __repr__: describe('method', ofObjects) },
    properties: shared,
  });
  installType(wrapperDescrType, {
    methods: {
      __call__: callDescriptor,
      __get__: get,
      __reduce__: reduce,
      __repr__: describe('slot wrapper', ofObjects),
    },
    properties: shared,
  });
  installType(classMethodDescrType, {
    methods: { __call__: callDescriptor, __get__: get, __repr__: describe('method', ofObjects) },
    properties: shared,
  });
  const data = {
    __name__: member((d: PyGetSetDescr) => d.name),
    __qualname__: getset((d: PyGetSetDescr) => `${d.owner.qualname}.${d.name}`),
    __objclass__: member((d: PyGetSetDescr) => d.owner),
    __doc__: getset((d: PyGetSetDescr) => d.doc ?? attributeDoc(d.owner, d.name)),
  };
  const set = slot('($self, instance, value, /)', (d: PyGetSetDescr, obj: Value, value: Value) => {
    d.descrSet!(obj, value);
    return None;
  });
  const del = slot('($self, instance, /)', (d: PyGetSetDescr, obj: Value) => {
    d.descrSet!(obj, undefined);
    return None;
  });
  const accessors = { __get__: get, __set__: set, __delete__: del };
  installType(getsetType, { methods: { ...accessors, __repr__: describe('attribute', ofObjects) }, properties: data });
  installType(memberType, { methods: { ...accessors, __repr__: describe('member', ofObjects) }, properties: data });
  installType(methodWrapperType, {
    methods: {
      __call__: slot('($self, /, *args, **kwargs)', (self: PyMethodWrapper, args: Value[], keywords: PyDict) =>
        callKeywords(self, [...args, ...dictValues(keywords)], keywordNames(keywords)),
      ),
      __eq__: slot('($self, value, /)', wrapperEquals),
      __ne__: slot('($self, value, /)', (self: PyMethodWrapper, other: Value) => {
        const equal = wrapperEquals(self, other);
        return equal === NotImplemented ? equal : !equal;
      }),
      __hash__: slot('($self, /)', (self: PyMethodWrapper) =>
        intFromDouble((objectId(self.self) + objectId(self.descr)) / 16),
      ),
      __reduce__: method('($self, /)', (self: PyMethodWrapper) =>
        tuple([
          getAttr(state.interp.importModule('builtins'), 'getattr'),
          tuple([self.self, self.descr.entry.meta.name]),
        ]),
      ),
      __repr__: slot(
        '($self, /)',
        (self: PyMethodWrapper) =>
          `<method-wrapper '${self.descr.entry.meta.name}' of ${typeOf(self.self).typeName} object at 0x${objectId(self.self).toString(16).padStart(12, '0')}>`,
      ),
    },
    properties: {
      __self__: getset((self: PyMethodWrapper) => self.self),
      __name__: getset((self: PyMethodWrapper) => self.descr.entry.meta.name),
      __qualname__: getset((self: PyMethodWrapper) => `${self.descr.owner.qualname}.${self.descr.entry.meta.name}`),
      __objclass__: getset((self: PyMethodWrapper) => self.descr.owner),
      __doc__: getset((self: PyMethodWrapper) => functionDoc(self.descr.entry.meta)),
      __text_signature__: getset((self: PyMethodWrapper) => textSignature(self.descr.entry.meta)),
    },
  });
}

/** CPython: wrapper_richcompare */
function wrapperEquals(a: PyMethodWrapper, b: Value): Value {
  return b instanceof PyMethodWrapper ? a.descr === b.descr && a.self === b.self : NotImplemented;
}

/** `list.append(5, 1)`: the first argument must be a list. */
function checkReceiver(d: PyMethodDescr, args: readonly Value[]): void {
  const name = d.entry.meta.name;
  if (args.length === 0) throw typeError(`unbound method ${bareName(d.owner)}.${name}() needs an argument`);
  const type = d instanceof PyClassMethodDescr ? (args[0] as PyType) : typeOf(args[0]!);
  if (isSubtype(type, d.owner)) return;
  const wording =
    d instanceof PyWrapperDescr
      ? `requires a '${d.owner.typeName}' object but received a '${type.typeName}'`
      : `for '${d.owner.typeName}' objects doesn't apply to a '${type.typeName}' object`;
  throw typeError(`descriptor '${name}' ${wording}`);
}

export function installFunctions(): void {
  installFunctionType();
  installBuiltinFunctionType();
  installMethodType();
  installDescriptors();
  installWrappers();
}
