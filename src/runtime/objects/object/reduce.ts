// object.__reduce_ex__: how copy and pickle take an object apart. CPython: Objects/typeobject.c (object___reduce_ex___impl, reduce_newobj)
import { None } from '../../core/object.ts';
import { objectType, slotsOf, typeOf } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import { typeLookup } from '../../core/type.ts';
import { type Entry, int, type Value } from '../../core/value.ts';
import { typeError } from '../../exceptions/errors.ts';
import { getAttr, lookupAttr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { iter, spread } from '../../protocols/iterate.ts';
import { PyDict } from '../dict/dict.ts';
import { PyList } from '../list/list.ts';
import { tuple } from '../tuple/tuple.ts';

/** A class's own `__reduce__` first; then copyreg's way for protocols 0 and 1, `__newobj__` from 2 on. */
export function objectReduceEx(self: Value, protocol: number): Value {
  const own = typeLookup(typeOf(self), '__reduce__');
  if (own !== undefined && own !== typeLookup(objectType, '__reduce__')) {
    return (slotsOf(self) as unknown as { m$__reduce__: Entry }).m$__reduce__(self);
  }
  const copyreg = state.interp.importModule('copyreg');
  if (protocol < 2) return call(getAttr(copyreg, '_reduce_ex'), self, int(protocol));
  return reduceNewObject(self, copyreg);
}

function reduceNewObject(self: Value, copyreg: Value): Value {
  const cls = typeOf(self);
  if (cls.tpNew === undefined) throw typeError(`cannot pickle '${cls.typeName}' object`);
  const { args, keywords } = newArguments(self);
  const hasState = call(getAttr(self, '__getstate__'));
  const listItems = self instanceof PyList ? iter(self) : None;
  const dictItems = self instanceof PyDict ? iter(call(getAttr(self, 'items'))) : None;
  if (keywords !== undefined) {
    return tuple([
      getAttr(copyreg, '__newobj_ex__'),
      tuple([cls, tuple(args), keywords]),
      hasState,
      listItems,
      dictItems,
    ]);
  }
  return tuple([getAttr(copyreg, '__newobj__'), tuple([cls, ...args]), hasState, listItems, dictItems]);
}

function newArguments(self: Value): { args: Value[]; keywords: Value | undefined } {
  const extended = lookupAttr(self, '__getnewargs_ex__');
  if (extended !== undefined) {
    const [args, keywords] = spread(call(extended)) as [Value, Value];
    return { args: spread(args), keywords };
  }
  const plain = lookupAttr(self, '__getnewargs__');
  return { args: plain === undefined ? [] : spread(call(plain)), keywords: undefined };
}
