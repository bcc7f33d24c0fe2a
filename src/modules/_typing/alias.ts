// TypeAliasType and Generic. CPython: Objects/typevarobject.c (typealias_*, generic_*)

import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { classmethod, getset, installType, member, method, slot } from '../../runtime/native/define.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictValues, keywordNames } from '../../runtime/objects/dict/table.ts';
import { genericAlias } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { callKeywords } from '../../runtime/protocols/call.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { callTyping, Lazy, setModule, typeName, unionWith, unpacked } from './layout.ts';
import { flattened, PyTypeParameter } from './parameters.ts';

export class PyTypeAlias extends PyObject {
  readonly name: string;
  readonly params: PyTuple;
  readonly value: Lazy;
  constructor(name: string, params: PyTuple, value: Lazy) {
    super();
    this.name = name;
    this.params = params;
    this.value = value;
  }
}
export const typeAliasType: PyType = staticType('TypeAliasType', PyTypeAlias, {
  module: 'typing',
  hasDict: true,
  hasWeakref: true,
});

/** The base of generic classes; its two hooks live in `typing`. */
class PyGeneric extends PyObject {}
export const genericType: PyType = staticType('Generic', PyGeneric, { module: 'typing', subclassable: true });
genericType.slotNames = []; // adds nothing to an instance, so that it combines with any other base

function newAlias(_cls: PyType, name: Value, value: Value, params?: Value): Value {
  if (!isStr(name)) throw typeError(`argument 'name' must be str, not ${typeName(name)}`);
  if (params !== undefined && !(params instanceof PyTuple)) throw typeError('type_params must be a tuple');
  if (params !== undefined) checkParameters(params.items);
  const self = new PyTypeAlias(jsString(name), params ?? tuple([]), new Lazy(value, undefined));
  setModule(self);
  return self;
}

/** CPython: typealias_check_type_params */
function checkParameters(parameters: readonly Value[]): void {
  let hasDefault = false;
  for (const each of parameters) {
    if (!(each instanceof PyTypeParameter)) throw typeError(`Expected a type param, got ${reprForMessage(each)}`);
    if (each.fallback.present) hasDefault = true;
    else if (hasDefault) {
      throw typeError(`non-default type parameter '${reprForMessage(each)}' follows default type parameter`);
    }
  }
}

function subscript(self: PyTypeAlias, item: Value): Value {
  if (self.params.items.length === 0) throw typeError('Only generic type aliases are subscriptable');
  return genericAlias(self, item);
}

function installAlias(): void {
  installType(typeAliasType, {
    doc: 'Type alias.',
    signature: '',
    new: method('($type, name, value, *, type_params=())', newAlias),
    methods: {
      __repr__: slot('($self, /)', (self: PyTypeAlias) => self.name),
      __or__: slot('($self, value, /)', (a: Value, b: Value) => unionWith(a, b)),
      __ror__: slot('($self, value, /)', (a: Value, b: Value) => unionWith(b, a)),
      __getitem__: slot('($self, key, /)', subscript),
      __iter__: slot('($self, /)', (self: Value) => iter(tuple([unpacked(self)]))),
      __reduce__: method('($self, /)', (self: PyTypeAlias) => self.name),
    },
    properties: {
      __name__: member((self: PyTypeAlias) => self.name),
      __parameters__: getset((self: PyTypeAlias) => flattened(self.params)),
      __type_params__: getset((self: PyTypeAlias) => self.params),
      __value__: getset((self: PyTypeAlias) => self.value.get() ?? None),
      evaluate_value: getset((self: PyTypeAlias) => self.value.evaluator()),
    },
  });
}

export function installAliases(): void {
  installAlias();
  installType(genericType, {
    doc: 'Abstract base class for generic types.',
    methods: {
      __class_getitem__: classmethod('($type, params, /)', (cls: PyType, params: Value) =>
        callTyping('_generic_class_getitem', cls, params),
      ),
      __init_subclass__: classmethod('($type, /, *args, **kwargs)', (cls: PyType, args: Value[], keywords: PyDict) => {
        const hook = getAttr(state.interp.importModule('typing'), '_generic_init_subclass');
        const values = [...dictValues(keywords)] as Value[];
        return callKeywords(hook, [cls, ...args, ...values], keywordNames(keywords));
      }),
    },
  });
  // Instances are made by object's own constructor: Generic adds no layout.
  genericType.tpNew = genericType.base!.tpNew;
}
