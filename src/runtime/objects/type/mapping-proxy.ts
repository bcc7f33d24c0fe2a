// The methods of mappingproxy: each asks the mapping. CPython: Objects/descrobject.c (mappingproxy_*)
import type { Slots } from '../../core/object.ts';
import { slotsOf, typeOf } from '../../core/primitives.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { classmethod, installType, method, type NativeSpec, slot } from '../../native/define.ts';
import { loadMethod } from '../../protocols/attribute.ts';
import { type CompareOp, richCompare } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { contains, getItem, length } from '../../protocols/item.ts';
import { iter } from '../../protocols/iterate.ts';
import { or } from '../../protocols/number.ts';
import { comparisons } from '../../protocols/sequence.ts';
import { joinStrings, repr, str } from '../../protocols/text.ts';
import { genericAlias } from '../generic-alias/generic-alias.ts';
import { PyList } from '../list/list.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { mappingProxyType, PyMappingProxy } from './dict-view.ts';

/** CPython: mappingproxy_check_mapping */
function proxyNew(_cls: PyType, mapping: Value): Value {
  const subscriptable = (slotsOf(mapping) as Slots)['m$__getitem__'] !== undefined;
  if (!subscriptable || mapping instanceof PyList || mapping instanceof PyTuple) {
    throw typeError(`mappingproxy() argument must be a mapping, not ${typeOf(mapping).typeName}`);
  }
  return new PyMappingProxy(mapping);
}

function proxyCompare(self: PyMappingProxy, other: Value, op: CompareOp): Value {
  return richCompare(self.mapping, other, op);
}

function proxyOr(self: Value, other: Value): Value {
  return or(
    self instanceof PyMappingProxy ? self.mapping : self,
    other instanceof PyMappingProxy ? other.mapping : other,
  );
}

function proxyIor(self: PyMappingProxy): Value {
  throw typeError(`'|=' is not supported by ${self.cls.typeName}; use '|' instead`);
}

function forward(name: string): (self: PyMappingProxy, ...args: Value[]) => Value {
  return (self) => loadMethod(self.mapping, name)(self.mapping);
}

function proxyGet(self: PyMappingProxy, key: Value, fallback?: Value): Value {
  const get = loadMethod(self.mapping, 'get');
  return fallback === undefined ? get(self.mapping, key) : get(self.mapping, key, fallback);
}

const compare = comparisons(proxyCompare);

function comparisonSlots(): Record<string, NativeSpec> {
  return Object.fromEntries(Object.entries(compare).map(([name, run]) => [name, slot('($self, value, /)', run)]));
}

export function installMappingProxy(): void {
  installType(mappingProxyType, {
    new: method('($type, mapping)', proxyNew),
    methods: {
      __repr__: slot('($self, /)', (self: PyMappingProxy) => joinStrings(['mappingproxy(', repr(self.mapping), ')'])),
      __hash__: slot('($self, /)', (self: PyMappingProxy) => hash(self.mapping) as Value),
      __str__: slot('($self, /)', (self: PyMappingProxy) => str(self.mapping)),
      ...comparisonSlots(),
      __iter__: slot('($self, /)', (self: PyMappingProxy) => iter(self.mapping)),
      __or__: slot('($self, value, /)', proxyOr),
      __ror__: slot('($self, value, /)', (self: Value, other: Value) => proxyOr(other, self)),
      __ior__: slot('($self, value, /)', proxyIor),
      __len__: slot('($self, /)', (self: PyMappingProxy) => int(length(self.mapping))),
      __getitem__: slot('($self, key, /)', (self: PyMappingProxy, key: Value) => getItem(self.mapping, key)),
      __contains__: slot('($self, key, /)', (self: PyMappingProxy, key: Value) => contains(self.mapping, key)),
      get: method('($self, key, default=None, /)', proxyGet),
      keys: method('($self, /)', forward('keys')),
      values: method('($self, /)', forward('values')),
      items: method('($self, /)', forward('items')),
      copy: method('($self, /)', forward('copy')),
      __class_getitem__: classmethod('($type, object, /)', genericAlias),
      __reversed__: method('($self, /)', forward('__reversed__')),
    },
  });
}
