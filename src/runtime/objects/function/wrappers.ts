// staticmethod and classmethod: a callable with another way to bind, showing the callable's name, doc and annotations as their own.
// CPython: Objects/funcobject.c (cm_init, sm_init, functools_wraps, descriptor_get_wrapped_attribute)
import { None, type PyObject } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { attributeError, typeError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, member, method, slot } from '../../native/define.ts';
import { getAttr, instanceDict, lookupAttr } from '../../protocols/attribute.ts';
import { callKeywords } from '../../protocols/call.ts';
import { reprForMessage } from '../../protocols/text.ts';
import type { PyDict } from '../dict/dict.ts';
import { dictDelete, dictGet, dictSet, dictSize, dictValues, keywordNames, setOwnAttribute } from '../dict/table.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { classMethodType, PyClassMethod, PyStaticMethod, staticMethodType } from './function.ts';

type Wrapper = PyStaticMethod | PyClassMethod;

const COPIED = ['__module__', '__name__', '__qualname__', '__doc__'];

function wrapperInit(self: Wrapper, args: readonly Value[], keywords: PyDict | undefined): Value {
  const name = self instanceof PyStaticMethod ? 'staticmethod' : 'classmethod';
  if (keywords !== undefined && dictSize(keywords) > 0) throw typeError(`${name}() takes no keyword arguments`);
  if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
  const callable = args[0]!;
  self.callable = callable;
  for (const attribute of COPIED) {
    const value = lookupAttr(callable, attribute);
    if (value !== undefined) setOwnAttribute(self, attribute, value);
  }
  return None;
}

/** An attribute of the wrapped callable, kept here once it was read; setting it changes the wrapper alone. */
function wrappedAttribute(name: string) {
  return getset(
    (self: Wrapper) => {
      const dict = instanceDict(self);
      const known = dictGet(dict, name);
      if (known !== undefined) return known;
      const value = getAttr(self.callable, name);
      dictSet(dict, name, value);
      return value;
    },
    (self: Wrapper, value: Value | undefined) => {
      const dict = instanceDict(self);
      if (value !== undefined) dictSet(dict, name, value);
      else if (dictDelete(dict, name) === undefined) {
        throw attributeError(`'${self.cls.typeName}' object has no attribute '${name}'`, self, name);
      }
    },
  );
}

function wrapperGet(self: PyObject, obj: Value, type?: Value): Value {
  const owner = type === undefined || type === None ? undefined : (type as PyType);
  if (obj === None && owner === undefined) throw typeError('__get__(None, None) is invalid');
  const { prototype } = self instanceof PyStaticMethod ? PyStaticMethod : PyClassMethod;
  return prototype.descrGet!.call(self, obj === None ? undefined : obj, owner ?? typeOf(obj));
}

export function installWrappers(): void {
  const table = (Layout: new (f: Value) => Wrapper, name: string) => ({
    new: method('($type, /, *args, **kwargs)', (cls: PyType) => {
      return new (cls.Instance as unknown as typeof Layout)(None);
    }),
    signature: '(function, /)',
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', wrapperInit),
      __get__: slot('($self, instance, owner=None, /)', wrapperGet),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
      __repr__: slot('($self, /)', (self: Wrapper) => `<${name}(${reprForMessage(self.callable)})>`),
    },
    properties: {
      __func__: member((self: Wrapper) => self.callable),
      __wrapped__: member((self: Wrapper) => self.callable),
      __isabstractmethod__: getset((self: Wrapper) => lookupAttr(self.callable, '__isabstractmethod__') ?? false),
      __dict__: getset((self: Wrapper) => instanceDict(self)),
      __annotations__: wrappedAttribute('__annotations__'),
      __annotate__: wrappedAttribute('__annotate__'),
    },
  });
  const ofStatic = table(PyStaticMethod, 'staticmethod');
  const call = slot('($self, /, *args, **kwargs)', (self: PyStaticMethod, args: Value[], keywords: PyDict) =>
    callKeywords(self.callable, [...args, ...dictValues(keywords)], keywordNames(keywords)),
  );
  installType(staticMethodType, { ...ofStatic, methods: { ...ofStatic.methods, __call__: call } });
  installType(classMethodType, table(PyClassMethod, 'classmethod'));
}
