// The methods and attributes of classes. CPython: Objects/typeobject.c (type_methods, type_getsets)

import { None } from '../../core/object.ts';
import { typeOf, typeType } from '../../core/primitives.ts';
import { bareName, collectionFlags, type NativeMeta, type PyType, TypeFlags, typeLookup } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { attributeError, typeError } from '../../exceptions/errors.ts';
import { getset, installType, method, quickly, slot, typeDoc } from '../../native/define.ts';
import { attributeName, getAttr, noAttribute, typeGetAttr, typeSetAttr } from '../../protocols/attribute.ts';
import { call, callKeywords } from '../../protocols/call.ts';
import { isTrue } from '../../protocols/compare.ts';
import { plainIsInstance, plainIsSubclass } from '../../protocols/instance.ts';
import { setTypeAttribute } from '../../protocols/publish.ts';
import { PyDict } from '../dict/dict.ts';
import { dictValues, keywordNames } from '../dict/table.ts';
import { PyList } from '../list/list.ts';
import { badArgument } from '../str/arguments.ts';
import { isStr, jsString, strOfUtf16 } from '../str/str.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { unionOf } from '../union/union.ts';
import { mappingProxyOfType } from './dict-view.ts';
import { linearise, liveSubclasses, tupleOf } from './mro.ts';
import { calculateMetatype, typeCall, typeNew } from './new.ts';
import { refreshPlain } from './publish-class.ts';
import { setTypeBases } from './rebase.ts';
import { sizesOf } from './sizes.ts';

function typeNewArguments(cls: PyType, args: Value[], keywords: PyDict): Value {
  if (args.length !== 3) throw typeError(`type.__new__() takes exactly 3 arguments (${args.length} given)`);
  const [name, bases, namespace] = args as [Value, Value, Value];
  if (!isStr(name)) throw badArgument(name, 'type.__new__', '1');
  if (!(bases instanceof PyTuple))
    throw typeError(`type.__new__() argument 2 must be tuple, not ${typeOf(bases).typeName}`);
  if (!(namespace instanceof PyDict))
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeOf(namespace).typeName}`);
  // The most derived metaclass of the bases makes the class, when it has a __new__ of its own. CPython: type_new_get_bases
  const winner = calculateMetatype(cls, bases.items);
  if (winner !== cls && typeLookup(winner, '__new__') !== typeLookup(typeType, '__new__')) {
    const names = keywordNames(keywords);
    return callKeywords(getAttr(winner, '__new__'), [winner, ...args, ...dictValues(keywords)], names);
  }
  return typeNew(cls, jsString(name), bases, namespace, keywords);
}

function typeInit(_self: Value, args: Value[]): Value {
  if (args.length !== 1 && args.length !== 3) throw typeError('type.__init__() takes 1 or 3 arguments');
  return None;
}

function typeCallMethod(self: PyType, args: Value[], keywords: PyDict): Value {
  const names = keywordNames(keywords);
  return typeCall(self, names.length === 0 ? args : [...args, ...dictValues(keywords)], names);
}

/** CPython: type_repr */
export function typeRepr(self: PyType): Value {
  const module = moduleOf(self);
  return strOfUtf16(
    module === undefined || module === 'builtins'
      ? `<class '${self.qualname}'>`
      : `<class '${module}.${self.qualname}'>`,
  );
}

function moduleOf(type: PyType): string | undefined {
  if ((type.flags & TypeFlags.HEAP) === 0) return type.moduleName;
  const module = type.attrs.get('__module__');
  return typeof module === 'string' ? module : undefined;
}

function typeGetattribute(self: PyType, name: Value): Value {
  const key = attributeName(name);
  const value = typeGetAttr(self, key);
  if (value === undefined) throw noAttribute(self, key);
  return value;
}

function typeSetattr(self: PyType, name: Value, value: Value): Value {
  const key = attributeName(name);
  typeSetAttr(self, key, value);
  if (key === '__init__' || key === '__new__' || key === '__call__') refreshConstruction(self, key);
  return None;
}

function typeDelattr(self: PyType, name: Value): Value {
  const key = attributeName(name);
  typeSetAttr(self, key, undefined);
  if (key === '__init__' || key === '__new__') refreshConstruction(self, key);
  return None;
}

function refreshConstruction(type: PyType, key: string): void {
  refreshPlain(type, key === '__new__');
  for (const reference of type.subclasses) {
    const subclass = reference.deref();
    if (subclass !== undefined) refreshConstruction(subclass, key);
  }
}

function typeMro(self: PyType): Value {
  return new PyList(linearise(self, self.bases));
}

function typeSubclasses(self: PyType): Value {
  return new PyList(liveSubclasses(self));
}

/** CPython: type___dir__: the names of the class and its bases, not the metaclass's */
function typeDir(self: PyType): Value {
  const names = new Set<Value>();
  for (const type of self.mro) for (const name of type.attrs.keys()) names.add(name);
  return new PyList([...names]);
}

function setName(self: PyType, value: Value | undefined): void {
  requireHeap(self, '__name__', value);
  if (!isStr(value!))
    throw typeError(`can only assign string to ${self.typeName}.__name__, not '${typeOf(value!).typeName}'`);
  self.typeName = jsString(value);
}

function setQualname(self: PyType, value: Value | undefined): void {
  requireHeap(self, '__qualname__', value);
  if (!isStr(value!))
    throw typeError(`can only assign string to ${self.typeName}.__qualname__, not '${typeOf(value!).typeName}'`);
  self.qualname = jsString(value);
}

function requireHeap(self: PyType, name: string, value: Value | undefined): void {
  if (self.flags & TypeFlags.IMMUTABLE)
    throw typeError(`cannot set '${name}' attribute of immutable type '${self.typeName}'`);
  if (value === undefined) throw typeError(`cannot delete '${name}' attribute of immutable type '${self.typeName}'`);
}

function getModule(self: PyType): Value | undefined {
  if ((self.flags & TypeFlags.HEAP) === 0) return self.moduleName;
  return self.attrs.get('__module__') ?? 'builtins';
}

function setModule(self: PyType, value: Value | undefined): void {
  requireHeap(self, '__module__', value);
  setTypeAttribute(self, '__module__', value);
}

function getDoc(self: PyType): Value {
  const doc = self.attrs.get('__doc__');
  if ((self.flags & TypeFlags.HEAP) === 0 && typeof self.doc === 'string') return typeDoc(self);
  if (typeof doc === 'object' && doc.descrGet !== undefined) return doc.descrGet(undefined, self);
  return doc ?? None;
}

function setDoc(self: PyType, value: Value | undefined): void {
  requireHeap(self, '__doc__', value);
  setTypeAttribute(self, '__doc__', value);
}

function getTextSignature(self: PyType): Value {
  const end = typeof self.doc === 'string' && !(self.flags & TypeFlags.HEAP) ? self.doc.indexOf('\n--\n\n') : -1;
  if (end >= 0) return end === 0 ? None : (self.doc as string).slice(0, end);
  if (self.flags & TypeFlags.HEAP) return None;
  const init = self.attrs.get('__init__') as { entry?: { meta: NativeMeta } } | undefined;
  const make = self.attrs.get('__new__') as { meta?: NativeMeta } | undefined;
  for (const signature of [init?.entry?.meta.signature, make?.meta?.signature]) {
    if (signature?.startsWith('!')) return None;
    const text = signature?.replace(/^\(\$\w+(?:, \/)?(?:, )?/, '(');
    if (text !== undefined && text !== '(*args, **kwargs)') return text;
  }
  return None;
}

function setBases(self: PyType, value: Value | undefined): void {
  requireHeap(self, '__bases__', value);
  setTypeBases(self, value!);
}

function getAbstract(self: PyType): Value {
  const value = self === typeType ? undefined : self.attrs.get('__abstractmethods__');
  if (value === undefined) throw attributeError('__abstractmethods__', self, '__abstractmethods__');
  return value;
}

function setAbstract(self: PyType, value: Value | undefined): void {
  if (value === undefined) {
    if (!self.attrs.has('__abstractmethods__'))
      throw attributeError('__abstractmethods__', self, '__abstractmethods__');
    self.abstractMethods = undefined;
    self.attrs.delete('__abstractmethods__');
  } else {
    self.attrs.set('__abstractmethods__', value);
    self.abstractMethods = isTrue(value) ? value : undefined;
  }
  refreshPlain(self, false);
}

/** PEP 649: `__annotations__` of a class, computed by `__annotate__` when first asked for. */
function getAnnotations(self: PyType): Value | undefined {
  if ((self.flags & TypeFlags.HEAP) === 0) {
    const shown = self.attrs.get('__annotations__');
    return shown instanceof PyDict ? shown : undefined;
  }
  const own = self.attrs.get('__annotations__') ?? self.attrs.get('__annotations_cache__');
  if (own !== undefined) return own;
  const annotate = getAnnotate(self);
  const dict = annotate === None || annotate === undefined ? new PyDict() : call(annotate, int(1));
  if (!(dict instanceof PyDict)) throw typeError(`__annotate__() must return a dict, not ${typeOf(dict).typeName}`);
  self.attrs.set('__annotations_cache__', dict);
  return dict;
}

function setAnnotations(self: PyType, value: Value | undefined): void {
  if (self.flags & TypeFlags.IMMUTABLE)
    throw typeError(`cannot set '__annotations__' attribute of immutable type '${self.typeName}'`);
  const had = self.attrs.delete('__annotations__') || self.attrs.delete('__annotations_cache__');
  if (value !== undefined) self.attrs.set('__annotations_cache__', value);
  else if (!had) throw attributeError('__annotations__', self, '__annotations__');
  self.attrs.delete('__annotate__');
  self.attrs.set('__annotate_func__', None);
}

function getAnnotate(self: PyType): Value | undefined {
  if ((self.flags & TypeFlags.HEAP) === 0) return undefined;
  return self.attrs.get('__annotate__') ?? self.attrs.get('__annotate_func__') ?? None;
}

function setAnnotate(self: PyType, value: Value | undefined): void {
  if (self.flags & TypeFlags.IMMUTABLE)
    throw typeError(`cannot set '__annotate__' attribute of immutable type '${self.typeName}'`);
  if (value === undefined) throw typeError('cannot delete __annotate__ attribute');
  self.attrs.set('__annotate_func__', value);
  if (value !== None) self.attrs.delete('__annotations_cache__');
}

/** `type.__call__(cls, *args)`: trailing `undefined`s were not given. */
function callByPosition(cls: PyType, ...args: Value[]): Value {
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return typeCall(cls, args, []);
}

export function installTypeType(): void {
  installType(typeType, {
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    new: method('($type, *args, **kwargs)', typeNewArguments),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', typeInit),
      __call__: {
        ...quickly(slot('($self, /, *args, **kwargs)', typeCallMethod), callByPosition),
        vectorcall: ([cls, ...args], names) => typeCall(cls as PyType, args, names),
      },
      __repr__: slot('($self, /)', typeRepr),
      __getattribute__: slot('($self, name, /)', typeGetattribute),
      __setattr__: slot('($self, name, value, /)', typeSetattr),
      __delattr__: slot('($self, name, /)', typeDelattr),
      __or__: slot('($self, value, /)', unionOf),
      __ror__: slot('($self, value, /)', (a: Value, b: Value) => unionOf(b, a)),
      mro: method('($self, /)', typeMro),
      __subclasses__: method('($self, /)', typeSubclasses),
      __prepare__: { ...method('($type, *args, **kwargs)', () => new PyDict()), kind: 'classmethod' },
      __instancecheck__: method('($self, instance, /)', (self: Value, v: Value) => plainIsInstance(v, self)),
      __subclasscheck__: method('($self, subclass, /)', (self: Value, v: Value) => plainIsSubclass(v, self)),
      __dir__: method('($self, /)', typeDir),
      __sizeof__: method('($self, /)', () => int(936)),
    },
    properties: {
      __name__: getset((self: PyType) => strOfUtf16(bareName(self)), setName),
      __qualname__: getset((self: PyType) => strOfUtf16(self.qualname), setQualname),
      __module__: getset(getModule, setModule),
      __bases__: getset((self: PyType) => tupleOf(self.bases), setBases),
      __mro__: { ...getset((self: PyType) => (self.mro.length === 0 ? None : tupleOf(self.mro))), member: true },
      __base__: { ...getset((self: PyType) => self.base ?? None), member: true },
      __dict__: getset(mappingProxyOfType),
      __doc__: getset(getDoc, setDoc),
      __text_signature__: getset(getTextSignature),
      __abstractmethods__: getset(getAbstract, setAbstract),
      __annotations__: getset(getAnnotations, setAnnotations),
      __annotate__: getset(getAnnotate, setAnnotate),
      __type_params__: getset(
        (self: PyType) => (self === typeType ? undefined : self.attrs.get('__type_params__')) ?? tuple([]),
        (self: PyType, v) => {
          requireHeap(self, '__type_params__', v);
          setTypeAttribute(self, '__type_params__', v);
        },
      ),
      __flags__: { ...getset(typeFlagBits), member: true },
      __basicsize__: { ...getset((self: PyType) => int(sizesOf(self)[0])), member: true },
      __itemsize__: { ...getset((self: PyType) => int(sizesOf(self)[1])), member: true },
      __dictoffset__: { ...getset((self: PyType) => int(self.hasDict ? -1 : 0)), member: true },
      __weakrefoffset__: { ...getset((self: PyType) => int(self.hasWeakref ? 8 : 0)), member: true },
    },
  });
  typeType.proto.keyKind = 1;
}

/** Most extension modules make their types at run time; `copyreg` looks for the nearest that is none. */
function isHeapInC(type: PyType): boolean {
  if (type.flags & TypeFlags.HEAP) return true;
  return !['builtins', 'types', 'datetime'].includes(type.moduleName);
}

/** CPython: type_new_alloc, type_new_managed_dict */
function managedDictBits(type: PyType): number {
  if (!(type.flags & TypeFlags.HEAP) || !type.hasDict) return 0;
  const native = type.mro.find((each) => !(each.flags & TypeFlags.HEAP))!;
  if (native.hasDict) return 0;
  return native.base === undefined ? (1 << 4) | (1 << 2) : 1 << 4;
}

/** The documented Py_TPFLAGS bits. */
function typeFlagBits(self: PyType): Value {
  const has = (flag: number, bit: number): number => ((self.flags & flag) !== 0 ? bit : 0);
  const collection = collectionFlags(self);
  return int(
    (isHeapInC(self) ? 1 << 9 : 0) |
      has(TypeFlags.BASETYPE, 1 << 10) |
      has(TypeFlags.IMMUTABLE, 1 << 8) |
      (1 << 12) |
      managedDictBits(self) |
      (collection & TypeFlags.SEQUENCE ? 1 << 5 : 0) |
      (collection & TypeFlags.MAPPING ? 1 << 6 : 0) |
      (self.abstractMethods !== undefined ? 1 << 20 : 0),
  );
}
