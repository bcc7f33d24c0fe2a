// Type parameters in the arguments of a generic alias or union, and putting arguments in their place. CPython: Objects/genericaliasobject.c
import { Ellipsis, None } from '../../core/object.ts';
import { typeOf } from '../../core/primitives.ts';
import { isType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { isTrue } from '../../protocols/compare.ts';
import { getItem } from '../../protocols/item.ts';
import { reprForMessage } from '../../protocols/text.ts';
import { PyList } from '../list/list.ts';
import { jsString, type StrValue } from '../str/str.ts';
import { PyTuple, tuple } from '../tuple/tuple.ts';

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
