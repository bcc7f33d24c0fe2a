// Functions, classes and what else is written by its name. CPython: Modules/_pickle.c (save_global, whichmodule)
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError, runtimeError } from '../../runtime/exceptions/errors.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictGet, dictSize } from '../../runtime/objects/dict/table.ts';
import { intValue } from '../../runtime/objects/int/int.ts';
import { isStr, jsString, type StrValue, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { encodeStr } from '../../runtime/protocols/codecs.ts';
import { repr, str } from '../../runtime/protocols/text.ts';
import { after, picklingError } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './pickler.ts';
import { save } from './save.ts';

/** CPython: save_global */
export function saveGlobal(self: PyPickler, obj: Value, given: string | undefined): void {
  const name = given ?? nameOf(obj);
  const path = name.split('.');
  const module = moduleOf(obj, name, path);
  if (self.protocol >= 2 && saveExtension(self, module, name)) return;
  const writer = self.writer!;
  if (self.protocol >= 4) {
    save(self, strOfUtf16(module));
    save(self, strOfUtf16(name));
    writer.byte(op.STACK_GLOBAL);
  } else if (path.length > 1) saveDotted(self, module, path);
  else writeGlobal(self, module, name);
  self.memoize(obj);
}

function nameOf(obj: Value): string {
  const qualname = lookupAttr(obj, '__qualname__');
  const name = qualname === undefined || qualname === None ? getAttr(obj, '__name__') : qualname;
  return isStr(name) ? jsString(name) : jsString(str(name) as StrValue);
}

const shown = (obj: Value): string => jsString(repr(obj) as StrValue);

/** The module that has the object under the name. CPython: whichmodule */
function moduleOf(obj: Value, name: string, path: readonly string[]): string {
  const own = lookupAttr(obj, '__module__');
  if (path.includes('<locals>')) throw picklingError(`Can't pickle local object ${shown(obj)}`);
  if (own === undefined || own === None) {
    const found = searchModules(obj, path);
    if (found !== undefined) return found;
  }
  const module = own === undefined || own === None ? '__main__' : textOf(own);
  checkModule(obj, name, path, module);
  return module;
}

const textOf = (v: Value): string => jsString((isStr(v) ? v : str(v)) as StrValue);

/** Looks through all modules but the main program's. */
function searchModules(obj: Value, path: readonly string[]): string | undefined {
  if (!(state.interp.modules instanceof PyDict)) return undefined;
  for (const [key, module] of [...dictEntries(state.interp.modules)]) {
    if (!isStr(key) || module === None) continue;
    const name = jsString(key);
    if (name !== '__main__' && name !== '__mp_main__' && attributeAt(module, path) === obj) return name;
  }
  return undefined;
}

/** `module.a.b`; undefined when there is no such. */
function attributeAt(module: Value, path: readonly string[]): Value | undefined {
  let at: Value | undefined = module;
  for (const name of path) if (at !== undefined) at = lookupAttr(at, name);
  return at;
}

function checkModule(obj: Value, name: string, path: readonly string[], module: string): void {
  let found: Value;
  try {
    found = state.interp.importModule(module);
  } catch (error) {
    if (!isError(error, 'ImportError') && !isError(error, 'ValueError') && !isError(error, 'KeyError')) throw error;
    throw after(error, picklingError(`Can't pickle ${shown(obj)}: ${jsString(str(error) as StrValue)}`));
  }
  try {
    for (const part of path) found = getAttr(found, part);
  } catch (error) {
    if (!isError(error, 'AttributeError')) throw error;
    throw after(error, picklingError(`Can't pickle ${shown(obj)}: it's not found as ${module}.${name}`));
  }
  if (found === obj) return;
  throw picklingError(`Can't pickle ${shown(obj)}: it's not the same object as ${module}.${name}`);
}

/** What copyreg.add_extension gave a number. */
function saveExtension(self: PyPickler, module: string, name: string): boolean {
  const registry = getAttr(self.copyreg, '_extension_registry');
  const given =
    registry instanceof PyDict && dictSize(registry) > 0 ? dictGet(registry, tuple([module, name])) : undefined;
  if (given === undefined) return false;
  const code = Number(intValue(given) ?? 0);
  if (code <= 0 || code > 0x7fffffff) throw runtimeError(`extension code ${code} is out of range`);
  const writer = self.writer!;
  if (code < 256) writer.number(op.EXT1, code, 1);
  else if (code < 65536) writer.number(op.EXT2, code, 2);
  else writer.number(op.EXT4, code, 4);
  return true;
}

/** Before protocol 4, `a.b.c` of a module is `getattr(getattr(a, 'b'), 'c')`. */
function saveDotted(self: PyPickler, module: string, path: readonly string[]): void {
  const writer = self.writer!;
  const getattr = getAttr(state.interp.importModule('builtins'), 'getattr');
  const [first, ...rest] = path;
  for (let i = 0; i < rest.length; i++) {
    save(self, getattr);
    if (self.protocol < 2) writer.byte(op.MARK);
  }
  writeGlobal(self, module, first!);
  for (const name of rest) {
    save(self, strOfUtf16(name));
    writer.byte(self.protocol < 2 ? op.TUPLE : op.TUPLE2);
    writer.byte(op.REDUCE);
  }
}

function writeGlobal(self: PyPickler, module: string, name: string): void {
  const writer = self.writer!;
  const [oldModule, oldName] = self.fixImports ? oldNames(module, name) : [module, name];
  writer.byte(op.GLOBAL);
  writer.bytes(identifierBytes('module', oldModule, self.protocol));
  writer.text('\n');
  writer.bytes(identifierBytes('global', oldName, self.protocol));
  writer.text('\n');
}

/** Protocols before 3 have ASCII identifiers only. */
function identifierBytes(kind: string, name: string, protocol: number): Uint8Array {
  try {
    return getBuffer(encodeStr(strOfUtf16(name), protocol >= 3 ? 'utf-8' : 'ascii'));
  } catch (error) {
    const message = `can't pickle ${kind} identifier ${shown(strOfUtf16(name))} using pickle protocol ${protocol}`;
    throw isError(error, 'UnicodeEncodeError') ? after(error, picklingError(message)) : error;
  }
}

/** What Python 2 called it. */
function oldNames(module: string, name: string): readonly [string, string] {
  const compat = state.interp.importModule('_compat_pickle');
  const names = getAttr(compat, 'REVERSE_NAME_MAPPING');
  const pair = names instanceof PyDict ? dictGet(names, tuple([module, name])) : undefined;
  if (pair instanceof PyTuple) return [textOf(pair.items[0]!), textOf(pair.items[1]!)];
  const modules = getAttr(compat, 'REVERSE_IMPORT_MAPPING');
  const old = modules instanceof PyDict ? dictGet(modules, module) : undefined;
  return [old === undefined ? module : textOf(old), name];
}
