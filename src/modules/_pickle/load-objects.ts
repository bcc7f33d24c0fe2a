// Globals, instances and persistent objects. CPython: Modules/_pickle.c (find_class, load_reduce, load_newobj, load_inst, load_persid)
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { attributeError, isError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictGet, dictSet, dictSize } from '../../runtime/objects/dict/table.ts';
import { isStr, jsString, type StrValue } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords } from '../../runtime/protocols/call.ts';
import { decodeBytes } from '../../runtime/protocols/codecs.ts';
import { repr } from '../../runtime/protocols/text.ts';
import { after, unpicklingError } from './errors.ts';
import * as op from './opcodes.ts';
import type { PickleReader } from './reader.ts';
import type { PyUnpickler } from './unpickler.ts';

const shown = (v: Value): string => jsString(repr(v) as StrValue);

/** CPython: _pickle_Unpickler_find_class_impl */
export function findClass(self: PyUnpickler, givenModule: Value, givenName: Value): Value {
  let module = jsString(givenModule as StrValue);
  let name = jsString(givenName as StrValue);
  if (self.protocol < 3 && self.fixImports) [module, name] = newNames(module, name);
  const found = state.interp.importModule(module);
  if (self.protocol < 4) return getAttr(found, name);
  const path = name.split('.');
  if (path.length === 1) return getAttr(found, name);
  try {
    return path.reduce(getAttr, found);
  } catch (error) {
    if (!isError(error, 'AttributeError')) throw error;
    throw after(error, attributeError(`Can't resolve path ${shown(name)} on module ${shown(module)}`));
  }
}

/** What Python 3 calls it. */
function newNames(module: string, name: string): [string, string] {
  const compat = state.interp.importModule('_compat_pickle');
  const names = getAttr(compat, 'NAME_MAPPING');
  const pair = names instanceof PyDict ? dictGet(names, tuple([module, name])) : undefined;
  if (pair instanceof PyTuple) return [jsString(pair.items[0] as StrValue), jsString(pair.items[1] as StrValue)];
  const modules = getAttr(compat, 'IMPORT_MAPPING');
  const now = modules instanceof PyDict ? dictGet(modules, module) : undefined;
  return [now === undefined ? module : jsString(now as StrValue), name];
}

function find(self: PyUnpickler, module: Value, name: Value): Value {
  return self.findClass === undefined ? findClass(self, module, name) : call(self.findClass, module, name);
}

/** A line without its end, as UTF-8. */
function lineText(reader: PickleReader): Value {
  const line = reader.line();
  if (line.length < 2) throw unpicklingError('pickle data was truncated');
  return decodeBytes(line.subarray(0, line.length - 1));
}

export function loadGlobal(self: PyUnpickler, reader: PickleReader, operation: number): void {
  if (operation === op.GLOBAL) {
    const module = lineText(reader);
    self.push(find(self, module, lineText(reader)));
    return;
  }
  const name = self.pop();
  const module = self.pop();
  if (!isStr(name) || !isStr(module)) throw unpicklingError('STACK_GLOBAL requires str');
  self.push(find(self, module, name));
}

/** CPython: load_extension */
export function loadExtension(self: PyUnpickler, code: number): void {
  if (code <= 0) throw unpicklingError('EXT specifies code <= 0');
  const copyreg = state.interp.importModule('copyreg');
  const cache = getAttr(copyreg, '_extension_cache') as PyDict;
  const known = dictGet(cache, int(code));
  if (known !== undefined) {
    self.push(known);
    return;
  }
  const pair = dictGet(getAttr(copyreg, '_inverted_registry') as PyDict, int(code));
  if (pair === undefined) throw valueError(`unregistered extension code ${code}`);
  if (!(pair instanceof PyTuple) || pair.items.length !== 2) {
    throw valueError(`_inverted_registry[${code}] isn't a 2-tuple of strings`);
  }
  const found = find(self, pair.items[0]!, pair.items[1]!);
  dictSet(cache, int(code), found);
  self.push(found);
}

export function loadReduce(self: PyUnpickler): void {
  const args = self.pop();
  const callable = self.pop();
  if (!(args instanceof PyTuple)) throw typeError('argument list must be a tuple');
  self.push(call(callable, ...args.items));
}

/** `cls.__new__(cls, *args, **keywords)` */
export function loadNew(self: PyUnpickler, _reader: PickleReader, operation: number): void {
  const extended = operation === op.NEWOBJ_EX;
  const name = extended ? 'NEWOBJ_EX' : 'NEWOBJ';
  const keywords = extended ? self.pop() : undefined;
  const args = self.pop();
  const cls = self.pop();
  if (!isType(cls)) throw unpicklingError(`${name} class argument must be a type, not ${typeOf(cls).typeName}`);
  if (cls.tpNew === undefined) throw unpicklingError(`${name} class argument '${cls.typeName}' doesn't have __new__`);
  if (!(args instanceof PyTuple)) {
    throw unpicklingError(`${name} args argument must be a tuple, not ${typeOf(args).typeName}`);
  }
  if (keywords === undefined) self.push(cls.tpNew(cls, ...args.items));
  else if (!(keywords instanceof PyDict)) {
    throw unpicklingError(`${name} kwargs argument must be a dict, not ${typeOf(keywords).typeName}`);
  } else self.push(newWithKeywords(cls, args.items, keywords));
}

function newWithKeywords(cls: Value, args: readonly Value[], keywords: PyDict): Value {
  const make = getAttr(cls, '__new__');
  if (dictSize(keywords) === 0) return call(make, cls, ...args);
  const pairs = [...dictEntries(keywords)];
  const names = pairs.map(([name]) => jsString(name as StrValue));
  return callKeywords(make, [cls, ...args, ...pairs.map(([, value]) => value)], names);
}

export function loadInstance(self: PyUnpickler, reader: PickleReader): void {
  const module = lineText(reader);
  const cls = find(self, module, lineText(reader));
  self.push(instantiate(cls, self.sinceMark()));
}

export function loadObject(self: PyUnpickler): void {
  const [cls, ...args] = self.sinceMark();
  if (cls === undefined) throw self.underflow();
  self.push(instantiate(cls, args));
}

/** Python 2's classes without arguments are made without `__init__`. CPython: instantiate */
function instantiate(cls: Value, args: readonly Value[]): Value {
  if (args.length === 0 && isType(cls) && lookupAttr(cls, '__getinitargs__') === undefined) {
    return call(getAttr(cls, '__new__'), cls);
  }
  return call(cls, ...args);
}

export function loadPersistent(self: PyUnpickler, reader: PickleReader, operation: number): void {
  if (operation === op.BINPERSID) {
    self.push(persistent(self, self.pop()));
    return;
  }
  const line = reader.line();
  if (line.some((byte) => byte > 127)) throw unpicklingError('persistent IDs in protocol 0 must be ASCII strings');
  self.push(persistent(self, decodeBytes(line.subarray(0, line.length - 1))));
}

function persistent(self: PyUnpickler, id: Value): Value {
  if (self.persistentLoad !== undefined) return call(self.persistentLoad, id);
  throw unsupportedPersistent();
}

export function unsupportedPersistent(): object {
  return unpicklingError(
    'A load persistent id instruction was encountered, but no persistent_load function was specified.',
  );
}
