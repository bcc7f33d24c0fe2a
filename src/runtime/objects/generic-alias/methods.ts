// The table of types.GenericAlias, and substitution of type parameters. CPython: Objects/genericaliasobject.c
import { Ellipsis, None, NotImplemented } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { isType, type PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { getAttr, lookupAttr, setAttr } from '../../protocols/attribute.ts';
import { call, callKeywords } from '../../protocols/call.ts';
import { isTrue, richEquals, sameOrEqual } from '../../protocols/compare.ts';
import { hash } from '../../protocols/hash.ts';
import { getItem } from '../../protocols/item.ts';
import { reprForMessage } from '../../protocols/text.ts';
import type { PyDict } from '../dict/dict.ts';
import { PyCallableIterator } from '../list/iterator.ts';
import { PyList } from '../list/list.ts';
import { jsString, type StrValue } from '../str/str.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';
import { unionOf } from '../union/union.ts';
import { genericAliasType, PyGenericAlias } from './generic-alias.ts';

/** How types show inside an alias: bare names for built-ins. CPython: ga_repr_item, _Py_typing_type_repr */
export function reprTypeArgument(v: Value): string {
  if (v === Ellipsis) return '...';
  if (v === None) return 'None';
  if (lookupAttr(v, '__origin__') !== undefined && lookupAttr(v, '__args__') !== undefined) return reprForMessage(v);
  const qualname = lookupAttr(v, '__qualname__');
  const module = lookupAttr(v, '__module__');
  if (typeof qualname !== 'string' || module === undefined || module === None) return reprForMessage(v);
  return module === 'builtins' ? qualname : `${jsString(module as StrValue)}.${qualname}`;
}

function aliasRepr(self: PyGenericAlias): Value {
  const args = self.args.items.map((a) =>
    a instanceof PyList ? `[${a.items.map(reprTypeArgument).join(', ')}]` : reprTypeArgument(a),
  );
  const inside = args.length === 0 ? '()' : args.join(', ');
  return `${self.starred ? '*' : ''}${reprTypeArgument(self.origin)}[${inside}]`;
}

/** Type parameters in the arguments, each once, in order. CPython: _Py_make_parameters */
export function makeParameters(args: readonly Value[]): PyTuple {
  const found: Value[] = [];
  const add = (p: Value): void => {
    if (!found.some((f) => f === p)) found.push(p);
  };
  for (const arg of args) {
    if (isType(arg)) continue;
    if (arg instanceof PyTuple || arg instanceof PyList) for (const p of makeParameters(arg.items).items) add(p);
    else if (lookupAttr(arg, '__typing_subst__') !== undefined) add(arg);
    else {
      const inner = lookupAttr(arg, '__parameters__');
      if (inner instanceof PyTuple) for (const p of inner.items) add(p);
    }
  }
  return tuple(found);
}

export function parametersOf(self: PyGenericAlias): PyTuple {
  self.parameters ??= makeParameters(self.args.items);
  return self.parameters;
}

/** The arguments with parameters replaced by the given items. CPython: _Py_subs_parameters */
export function substitute(self: Value, args: readonly Value[], parameters: PyTuple, item: Value): Value[] {
  const count = parameters.items.length;
  if (count === 0) throw typeError(`${reprForMessage(self)} is not a generic class`);
  let items: Value[] = item instanceof PyTuple ? unpackItems(item) : [item];
  for (const parameter of parameters.items) {
    const prepare = lookupAttr(parameter, '__typing_prepare_subst__');
    if (prepare === undefined || prepare === None) continue;
    const result = call(prepare, self, tuple(items));
    items = result instanceof PyTuple ? [...result.items] : items;
  }
  if (items.length !== count) {
    throw typeError(
      `Too ${items.length > count ? 'many' : 'few'} arguments for ${reprForMessage(self)}; actual ${items.length}, expected ${count}`,
    );
  }
  return substituteAll(args, parameters, items);
}

function unpackItems(item: PyTuple): Value[] {
  return item.items.flatMap((v) => {
    const unpacked = isType(v) ? undefined : lookupAttr(v, '__typing_unpacked_tuple_args__');
    const last = unpacked instanceof PyTuple ? unpacked.items[unpacked.items.length - 1] : undefined;
    return unpacked instanceof PyTuple && last !== Ellipsis ? [...unpacked.items] : [v];
  });
}

function substituteAll(args: readonly Value[], parameters: PyTuple, items: readonly Value[]): Value[] {
  const result: Value[] = [];
  for (const arg of args) {
    const value = substituteOne(arg, parameters, items);
    const unpack = isType(arg) ? undefined : lookupAttr(arg, '__typing_is_unpacked_typevartuple__');
    if (unpack !== undefined && isTrue(unpack) && value instanceof PyTuple) result.push(...value.items);
    else result.push(value);
  }
  return result;
}

function substituteOne(arg: Value, parameters: PyTuple, items: readonly Value[]): Value {
  if (isType(arg)) return arg;
  if (arg instanceof PyTuple) return tuple(substituteAll(arg.items, parameters, items));
  if (arg instanceof PyList) return new PyList(substituteAll(arg.items, parameters, items));
  const subst = lookupAttr(arg, '__typing_subst__');
  if (subst !== undefined) {
    const at = parameters.items.indexOf(arg);
    return call(subst, items[at]!);
  }
  const inner = lookupAttr(arg, '__parameters__');
  if (!(inner instanceof PyTuple) || inner.items.length === 0) return arg;
  const chosen = inner.items.flatMap((p) => {
    const value = items[parameters.items.indexOf(p)]!;
    const variadic = lookupAttr(p, '__typing_subst__') !== undefined && typeOf(p).typeName === 'TypeVarTuple';
    return variadic && value instanceof PyTuple ? value.items : [value];
  });
  return getItem(arg, tuple(chosen));
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

/** Everything but the alias's own names is the origin's. CPython: ga_getattro */
function forwarded(self: PyGenericAlias, name: string): Value | undefined {
  if (OWN.has(name) || (name.startsWith('__') && name.endsWith('__') && genericAliasType.attrs.has(name)))
    return undefined;
  return lookupAttr(self.origin, name);
}

function aliasCall(self: PyGenericAlias, args: Value[], keywords: PyDict): Value {
  const names = [...keywords.map.keys()] as string[];
  const result = callKeywords(self.origin, [...args, ...keywords.map.values()], names);
  try {
    setAttr(result, '__orig_class__', self);
  } catch (e) {
    const error = e as { cls?: PyType };
    if (error.cls === undefined) throw e;
  }
  return result;
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
      __iter__: slot('($self, /)', (self: PyGenericAlias) => {
        let done = false;
        return new PyCallableIterator(() => {
          if (done) return undefined;
          done = true;
          return new PyGenericAlias(self.origin, self.args, true);
        });
      }),
      __mro_entries__: method('($self, object, /)', (self: PyGenericAlias) => tuple([self.origin])),
      __instancecheck__: method('($self, object, /)', refuseCheck('isinstance')),
      __subclasscheck__: method('($self, object, /)', refuseCheck('issubclass')),
      __reduce__: method('($self, /)', (self: PyGenericAlias) =>
        tuple([genericAliasType, tuple([self.origin, self.args])]),
      ),
      __dir__: method('($self, /)', (self: PyGenericAlias) =>
        call(getAttr(typeOf(self.origin), '__dir__'), self.origin),
      ),
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
}

function isTupleType(origin: Value): boolean {
  return isType(origin) && origin.typeName === 'tuple' && origin.moduleName === 'builtins';
}
