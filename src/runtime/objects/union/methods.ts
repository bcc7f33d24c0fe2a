// The table of typing.Union (types.UnionType). CPython: Objects/unionobject.c
import { NotImplemented } from '../../core/object.ts';
import { noneType } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { classmethod, getset, installType, member, method, slot } from '../../native/define.ts';
import { getAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { isInstance, isSubclass } from '../../protocols/instance.ts';
import { or } from '../../protocols/number.ts';
import { PyGenericAlias } from '../generic-alias/generic-alias.ts';
import { makeParameters, reprTypeArgument, substitute } from '../generic-alias/substitution.ts';
import { frozenSetOf } from '../set/make.ts';
import { PyTuple } from '../tuple/tuple.ts';
import { isUnionable, makeUnion, PyUnion, unionType } from './union.ts';

/** CPython: union_hash */
function unionHash(self: PyUnion): Value {
  for (const member of self.unhashable) hash(member);
  const count = self.unhashable.length;
  if (count > 0) throw typeError(`union contains ${count} unhashable element${count > 1 ? 's' : ''}`);
  return hash(frozenSetOf(self.args.items)) as Value;
}

function unionRepr(self: PyUnion): Value {
  return self.args.items.map((v) => (v === noneType ? 'None' : reprTypeArgument(v))).join(' | ');
}

/** Equal as sets. */
function equals(a: PyUnion, b: Value): Value {
  if (!(b instanceof PyUnion)) return NotImplemented;
  const within = (x: PyUnion, y: PyUnion): boolean =>
    x.args.items.every((v) => y.args.items.some((w) => sameOrEqual(v, w)));
  return a.args.items.length === b.args.items.length && within(a, b) && within(b, a);
}

function check(test: (v: Value, cls: Value) => boolean, name: string) {
  return (self: PyUnion, v: Value): Value => {
    for (const each of self.args.items) {
      if (each instanceof PyGenericAlias) throw typeError(`${name}() argument 2 cannot be a parameterized generic`);
      if (test(v, each)) return true;
    }
    return false;
  };
}

/** `Union[...]` takes what `typing` lets stand for a type: a str becomes a forward reference. CPython: _Py_union_from_tuple */
function unionOfItems(items: readonly Value[]): Value {
  if (items.length === 0) throw typeError('Cannot take a Union of no types.');
  const check = (item: Value): Value =>
    isUnionable(item)
      ? item
      : call(
          getAttr(state.interp.importModule('typing'), '_type_check'),
          item,
          'Union[arg, ...]: each arg must be a type.',
        );
  return makeUnion(items.map(check));
}

export function installUnion(): void {
  unionType.proto.isMapped = true;
  installType(unionType, {
    methods: {
      __repr__: slot('($self, /)', unionRepr),
      __eq__: slot('($self, value, /)', equals),
      __ne__: slot('($self, value, /)', (a: PyUnion, b: Value) => {
        const equal = equals(a, b);
        return typeof equal === 'boolean' ? !equal : equal;
      }),
      __hash__: slot('($self, /)', unionHash),
      __or__: slot('($self, value, /)', (a: Value, b: Value) => unionOfItems([a, b])),
      __ror__: slot('($self, value, /)', (a: Value, b: Value) => unionOfItems([b, a])),
      __getitem__: slot('($self, key, /)', (self: PyUnion, item: Value) =>
        substitute(self, self.args.items, makeParameters(self.args.items), item).reduce((a, b) => or(a, b)),
      ),
      __instancecheck__: method('($self, object, /)', check(isInstance, 'isinstance')),
      __subclasscheck__: method('($self, object, /)', check(isSubclass, 'issubclass')),
      __mro_entries__: method('($self, object, /)', () => {
        throw typeError(`Cannot subclass typing.Union`);
      }),
      __class_getitem__: classmethod('($type, object, /)', (_cls: Value, item: Value) =>
        unionOfItems(item instanceof PyTuple ? item.items : [item]),
      ),
    },
    properties: {
      __args__: member((self: PyUnion) => self.args),
      __parameters__: getset((self: PyUnion) => makeParameters(self.args.items)),
      __origin__: getset(() => unionType),
      __name__: getset(() => 'Union'),
      __qualname__: getset(() => 'Union'),
      __module__: getset(() => 'typing'),
    },
  });
}
