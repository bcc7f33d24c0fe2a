// What `__reduce__` gave. CPython: Modules/_pickle.c (save_reduce)
import { None } from '../../runtime/core/object.ts';
import { objectType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isPythonFunction, isType, typeLookup } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries } from '../../runtime/objects/dict/table.ts';
import { jsString, type StrValue } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import type { Iterator_ } from '../../runtime/protocols/iterate.ts';
import { repr } from '../../runtime/protocols/text.ts';
import { noted, picklingError, typeText } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './pickler.ts';
import { save } from './save.ts';
import { saveDictItems, saveListItems } from './save-containers.ts';

/** Saves one part of an object, which a note names when that fails. */
export function savePart(self: PyPickler, value: Value, obj: Value, part: string): void {
  try {
    save(self, value);
  } catch (error) {
    throw noted(error, obj, part);
  }
}

/** The items are a callable, its arguments, and as many as there are of state, list items, dict items and state setter. */
export function saveReduce(self: PyPickler, items: readonly Value[], obj: Value): void {
  if (items.length < 2 || items.length > 6) {
    throw picklingError('tuple returned by __reduce__ must contain 2 through 6 elements');
  }
  const [callable, args, state, listItems, dictItems, setter] = items as [Value, Value, ...(Value | undefined)[]];
  if (!isCallable(callable)) throw wrongItem('first', 'callable', callable);
  if (!(args instanceof PyTuple)) throw wrongItem('second', 'a tuple', args);
  const list = iteratorItem(listItems, 'fourth');
  const dict = iteratorItem(dictItems, 'fifth');
  const setState = setter === None ? undefined : setter;
  if (setState !== undefined && !isCallable(setState)) throw wrongItem('sixth', 'callable', setState);
  saveCallable(self, callable, args, obj);
  const known = self.memo.get(obj);
  if (known === undefined) self.memoize(obj);
  else {
    // Its own parts wrote it: what was made here is thrown away.
    self.writer!.byte(op.POP);
    self.recall(known);
  }
  if (list !== undefined) saveListItems(self, list, obj);
  if (dict !== undefined) saveDictItems(self, dict, obj);
  if (state !== undefined && state !== None) saveState(self, state, setState, obj);
}

function wrongItem(place: string, wanted: string, item: Value): object {
  return picklingError(`${place} item of the tuple returned by __reduce__ must be ${wanted}, not ${typeText(item)}`);
}

function iteratorItem(item: Value | undefined, place: string): Iterator_ | undefined {
  if (item === undefined || item === None) return undefined;
  if (typeof item === 'object' && item.iternext !== undefined) return item as Iterator_;
  throw wrongItem(place, 'an iterator', item);
}

function nameOf(callable: Value): Value | undefined {
  return isPythonFunction(callable) ? callable.meta.name : lookupAttr(callable, '__name__');
}

function saveCallable(self: PyPickler, callable: Value, args: PyTuple, obj: Value): void {
  const name = self.protocol >= 2 ? nameOf(callable) : undefined;
  if ((name as unknown) === '__newobj__') saveNew(self, args.items, obj);
  else if ((name as unknown) === '__newobj_ex__') saveNewWithKeywords(self, args.items, obj);
  else {
    savePart(self, callable, obj, 'reconstructor');
    savePart(self, args, obj, 'reconstructor arguments');
    self.writer!.byte(op.REDUCE);
  }
}

const shown = (v: Value): string => jsString(repr(v) as StrValue);

/** `copyreg.__newobj__(cls, *args)` */
function saveNew(self: PyPickler, args: readonly Value[], obj: Value): void {
  if (args.length < 1) throw picklingError('__newobj__ expected at least 1 argument, got 0');
  checkClass(args[0]!, obj, '__newobj__');
  savePart(self, args[0]!, obj, 'class');
  savePart(self, tuple(args.slice(1)), obj, '__new__ arguments');
  self.writer!.byte(op.NEWOBJ);
}

/** Its class does not say that it is another. */
function hasPlainClass(obj: Value): boolean {
  const type = typeOf(obj);
  return !type.opaque && typeLookup(type, '__class__') === typeLookup(objectType, '__class__');
}

function checkClass(cls: Value, obj: Value, name: string): void {
  if (!isType(cls)) throw picklingError(`first argument to ${name}() must be a class, not ${typeText(cls)}`);
  const own = hasPlainClass(obj) ? typeOf(obj) : getAttr(obj, '__class__');
  if (own !== cls) throw picklingError(`first argument to ${name}() must be ${shown(own)}, not ${shown(cls)}`);
}

/** `copyreg.__newobj_ex__(cls, args, kwargs)` */
function saveNewWithKeywords(self: PyPickler, parts: readonly Value[], obj: Value): void {
  if (parts.length !== 3) throw picklingError(`__newobj_ex__ expected 3 arguments, got ${parts.length}`);
  const [cls, args, keywords] = parts as [Value, Value, Value];
  checkClass(cls, obj, '__newobj_ex__');
  if (!(args instanceof PyTuple)) {
    throw picklingError(`second argument to __newobj_ex__() must be a tuple, not ${typeText(args)}`);
  }
  if (!(keywords instanceof PyDict)) {
    throw picklingError(`third argument to __newobj_ex__() must be a dict, not ${typeText(keywords)}`);
  }
  if (self.protocol >= 4) {
    savePart(self, cls, obj, 'class');
    savePart(self, args, obj, '__new__ arguments');
    savePart(self, keywords, obj, '__new__ arguments');
    self.writer!.byte(op.NEWOBJ_EX);
    return;
  }
  const partial = getAttr(state.interp.importModule('functools'), 'partial');
  const pairs = [...dictEntries(keywords)];
  const values = [getAttr(cls, '__new__'), cls, ...args.items, ...pairs.map(([, value]) => value)];
  const names = pairs.map(([key]) => jsString(key as StrValue));
  savePart(
    self,
    names.length > 0 ? callKeywords(partial, values, names) : call(partial, ...values),
    obj,
    'reconstructor',
  );
  save(self, tuple([]));
  self.writer!.byte(op.REDUCE);
}

function saveState(self: PyPickler, value: Value, setter: Value | undefined, obj: Value): void {
  const writer = self.writer!;
  if (setter === undefined) {
    savePart(self, value, obj, 'state');
    writer.byte(op.BUILD);
    return;
  }
  savePart(self, setter, obj, 'state setter');
  save(self, obj);
  savePart(self, value, obj, 'state');
  writer.byte(op.TUPLE2);
  writer.byte(op.REDUCE);
  writer.byte(op.POP);
}
