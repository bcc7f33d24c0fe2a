// The methods of types.SimpleNamespace. CPython: Objects/namespaceobject.c
import { None, NotImplemented } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { getset, installType, method, slot } from '../../native/define.ts';
import { instanceDict, setAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { type CompareOp, richCompare } from '../../protocols/compare.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { dictType, PyDict } from '../dict/dict.ts';
import { dictEntries } from '../dict/table.ts';
import { jsString } from '../str/str.ts';
import { tuple } from '../tuple/tuple.ts';
import { PySimpleNamespace, simpleNamespaceType } from './namespace.ts';

function init(self: PySimpleNamespace, source: Value | undefined, keywords: PyDict): Value {
  if (source !== undefined) {
    const dict = source instanceof PyDict ? source : (call(dictType, source) as PyDict);
    for (const [key, value] of dictEntries(dict)) {
      if (typeof key !== 'string') throw typeError('keywords must be strings');
      setAttr(self, key, value);
    }
  }
  for (const [key, value] of dictEntries(keywords)) setAttr(self, key as string, value);
  return None;
}

const running = new WeakSet<PySimpleNamespace>();

function repr(self: PySimpleNamespace): Value {
  const name = self.cls === simpleNamespaceType ? 'namespace' : self.cls.typeName;
  if (running.has(self)) return `${name}(...)`;
  running.add(self);
  try {
    const parts = [...dictEntries(instanceDict(self))].map(([k, v]) => `${jsString(k as string)}=${reprForMessage(v)}`);
    return `${name}(${parts.join(', ')})`;
  } finally {
    running.delete(self);
  }
}

function compare(op: CompareOp) {
  return (self: PySimpleNamespace, other: Value): Value =>
    other instanceof PySimpleNamespace ? richCompare(instanceDict(self), instanceDict(other), op) : NotImplemented;
}

function replace(self: PySimpleNamespace, changes: PyDict): Value {
  const copy = call(typeOf(self));
  if (!(copy instanceof PySimpleNamespace)) {
    const made = typeOf(copy).typeName;
    const cls = reprForMessage(typeOf(self)).slice(8, -2);
    throw typeError(`expect types.SimpleNamespace type, but ${cls}() returned '${made}' object`);
  }
  for (const [key, value] of dictEntries(instanceDict(self))) setAttr(copy, key as string, value);
  for (const [key, value] of dictEntries(changes)) setAttr(copy, key as string, value);
  return copy;
}

export function installSimpleNamespace(): void {
  installType(simpleNamespaceType, {
    doc: 'A simple attribute-based namespace.',
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as new () => PySimpleNamespace)()),
    methods: {
      __init__: slot('($self, mapping_or_iterable=(), /, **kwargs)', init),
      __repr__: slot('($self, /)', repr),
      __eq__: slot('($self, value, /)', compare('__eq__')),
      __ne__: slot('($self, value, /)', compare('__ne__')),
      __lt__: slot('($self, value, /)', compare('__lt__')),
      __le__: slot('($self, value, /)', compare('__le__')),
      __gt__: slot('($self, value, /)', compare('__gt__')),
      __ge__: slot('($self, value, /)', compare('__ge__')),
      __reduce__: method('($self, /)', (self: PySimpleNamespace) =>
        tuple([typeOf(self), tuple([]), instanceDict(self)]),
      ),
      __replace__: method('($self, /, **changes)', replace),
    },
    properties: { __dict__: getset((self: PySimpleNamespace) => instanceDict(self)) },
    attributes: { __hash__: None },
  });
}
