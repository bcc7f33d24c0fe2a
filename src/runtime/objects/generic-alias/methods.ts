// The table of types.GenericAlias, and substitution of type parameters. CPython: Objects/genericaliasobject.c

import { None, NotImplemented, PyObject } from '../../core/object.ts';
import { objectType, staticType, typeOf } from '../../core/primitives.ts';
import { isType, type PyType, typeLookup } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { isError, typeError } from '../../exceptions/errors.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { getAttr, lookupAttr, setAttr } from '../../protocols/attribute.ts';
import { call, callKeywords } from '../../protocols/call.ts';
import { richEquals, sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { spread } from '../../protocols/iterate.ts';
import type { PyDict } from '../dict/dict.ts';
import { dictValues, keywordNames } from '../dict/table.ts';
import { PyWrapperDescr } from '../function/function.ts';
import { builtin, installIterator } from '../list/iterator-methods.ts';
import { PyList } from '../list/list.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { unionOf } from '../union/union.ts';
import { genericAliasType, PyGenericAlias } from './generic-alias.ts';
import { makeParameters, reprTypeArgument, substitute } from './substitution.ts';

function aliasRepr(self: PyGenericAlias): Value {
  const args = self.args.items.map((a) =>
    a instanceof PyList ? `[${a.items.map(reprTypeArgument).join(', ')}]` : reprTypeArgument(a),
  );
  const inside = args.length === 0 ? '()' : args.join(', ');
  return `${self.starred ? '*' : ''}${reprTypeArgument(self.origin)}[${inside}]`;
}

export function parametersOf(self: PyGenericAlias): PyTuple {
  self.parameters ??= makeParameters(self.args.items);
  return self.parameters;
}

const OWN = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
  '__bases__',
]);

/** Names that neither the alias nor its origin shows. CPython: attr_blocked */
const BLOCKED = new Set(['__bases__', '__copy__', '__deepcopy__']);

/** Everything but the alias's own names is the origin's. CPython: ga_getattro */
function forwarded(self: PyGenericAlias, name: string): Value | undefined {
  if (OWN.has(name) || (name.startsWith('__') && name.endsWith('__') && genericAliasType.attrs.has(name)))
    return undefined;
  return lookupAttr(self.origin, name);
}

function aliasCall(self: PyGenericAlias, args: Value[], keywords: PyDict): Value {
  const names = keywordNames(keywords);
  const result = callKeywords(self.origin, [...args, ...dictValues(keywords)], names);
  if (hasRoom(typeOf(result))) noteOrigin(result, self);
  return result;
}

/** Whether an object of this type might take an attribute that its class does not name: without, no exception is made to be dropped. */
function hasRoom(type: PyType): boolean {
  return type.hasDict || !isPlain(typeLookup(type, '__setattr__')) || typeLookup(type, '__orig_class__') !== undefined;
}

function isPlain(descriptor: Value | undefined): boolean {
  return descriptor instanceof PyWrapperDescr && descriptor.owner === objectType;
}

/** CPython: set_orig_class */
function noteOrigin(result: Value, alias: PyGenericAlias): void {
  try {
    setAttr(result, '__orig_class__', alias);
  } catch (e) {
    if (!isError(e, 'AttributeError') && !isError(e, 'TypeError')) throw e;
  }
}

function refuseCheck(what: string) {
  return () => {
    throw typeError(`${what}() argument 2 cannot be a parameterized generic`);
  };
}

function equals(a: PyGenericAlias, b: Value): Value {
  if (!(b instanceof PyGenericAlias)) return NotImplemented;
  return a.starred === b.starred && sameOrEqual(a.origin, b.origin) && richEquals(a.args, b.args);
}

export function installGenericAlias(): void {
  PyGenericAlias.prototype.missingAttr = function (this: PyGenericAlias, name) {
    return forwarded(this, name);
  };
  installType(genericAliasType, {
    new: method(
      '($type, origin, args, /)',
      (cls: PyType, origin: Value, args: Value) =>
        new (cls.Instance as unknown as typeof PyGenericAlias)(origin, args instanceof PyTuple ? args : tuple([args])),
    ),
    methods: {
      __repr__: slot('($self, /)', aliasRepr),
      __call__: slot('($self, /, *args, **kwargs)', aliasCall),
      __eq__: slot('($self, value, /)', equals),
      __ne__: slot('($self, value, /)', (a: PyGenericAlias, b: Value) => {
        const equal = equals(a, b);
        return typeof equal === 'boolean' ? !equal : equal;
      }),
      __hash__: slot('($self, /)', (self: PyGenericAlias) => hash(tuple([self.origin, self.args])) as Value),
      __or__: slot('($self, value, /)', unionOf),
      __ror__: slot('($self, value, /)', (a: Value, b: Value) => unionOf(b, a)),
      __getitem__: slot(
        '($self, key, /)',
        (self: PyGenericAlias, item: Value) =>
          new PyGenericAlias(
            self.origin,
            tuple(substitute(self, self.args.items, parametersOf(self), item)),
            self.starred,
          ),
      ),
      __iter__: slot('($self, /)', (self: PyGenericAlias) => new PyGenericAliasIterator(self)),
      __mro_entries__: method('($self, object, /)', (self: PyGenericAlias) => tuple([self.origin])),
      __instancecheck__: method('($self, object, /)', refuseCheck('isinstance')),
      __subclasscheck__: method('($self, object, /)', refuseCheck('issubclass')),
      __reduce__: method('($self, /)', aliasReduce),
      __dir__: method('($self, /)', aliasDir),
    },
    properties: {
      __origin__: member((self: PyGenericAlias) => self.origin),
      __args__: member((self: PyGenericAlias) => self.args),
      __unpacked__: member((self: PyGenericAlias) => self.starred),
      __parameters__: getset(parametersOf),
      __typing_unpacked_tuple_args__: getset((self: PyGenericAlias) =>
        self.starred && isTupleType(self.origin) ? self.args : None,
      ),
    },
  });
  installIterator(iteratorType, { __reduce__: method('($self, /)', iteratorReduce) });
}

/** What `*alias` walks over: the alias, unpacked. CPython: gaiterobject */
class PyGenericAliasIterator extends PyObject {
  alias: PyGenericAlias | undefined;
  constructor(alias: PyGenericAlias) {
    super();
    this.alias = alias;
  }
  override iternext(): Value | undefined {
    const { alias } = this;
    if (alias === undefined) return undefined;
    this.alias = undefined;
    return new PyGenericAlias(alias.origin, alias.args, true);
  }
}
const iteratorType: PyType = staticType('generic_alias_iterator', PyGenericAliasIterator, { instantiable: false });

/** CPython: ga_iter_reduce */
function iteratorReduce(self: PyGenericAliasIterator): Value {
  const make = builtin('iter');
  return tuple([make, tuple([self.alias ?? tuple([])])]);
}

/** CPython: ga_reduce */
function aliasReduce(self: PyGenericAlias): Value {
  if (!self.starred) return tuple([genericAliasType, tuple([self.origin, self.args])]);
  const plain = new PyGenericAlias(self.origin, self.args);
  return tuple([builtin('next'), tuple([new PyGenericAliasIterator(plain)])]);
}

/** CPython: ga_dir */
function aliasDir(self: PyGenericAlias): Value {
  const names = spread(call(getAttr(typeOf(self.origin), '__dir__'), self.origin));
  for (const name of OWN) if (!BLOCKED.has(name) && !names.includes(name)) names.push(name);
  return new PyList(names);
}

function isTupleType(origin: Value): boolean {
  return isType(origin) && origin.typeName === 'tuple' && origin.moduleName === 'builtins';
}
