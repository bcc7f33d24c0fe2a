// import statements at run time: they go through `builtins.__import__`, which programs may replace. CPython: Python/ceval.c (import_name, import_from)
import { None, type PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { int } from '../core/value.ts';
import { newError } from '../exceptions/errors.ts';
import { exceptionNamed, type PyImportError } from '../exceptions/exception.ts';
import { globalsDict, type PyDict } from '../objects/dict/dict.ts';
import { dictEntries, dictGet, ownAttribute } from '../objects/dict/table.ts';
import { jsString, type StrValue } from '../objects/str/str.ts';
import { getAttr, lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { spread } from '../protocols/iterate.ts';
import { builtinsOf, storeGlobal, storeName } from './namespace.ts';

export function importName(globals: PyObject, name: string, from: Value, level: number): Value {
  const hook = ownAttribute(builtinsOf(globals), '__import__');
  if (hook === undefined) throw newError(exceptionNamed('ImportError'), ['__import__ not found']);
  return call(hook, name, globalsDict(globals), None, from, int(level));
}

/** `from module import name`: an attribute, or a submodule that is still being imported. */
export function importFrom(module: Value, name: string): Value {
  const value = lookupAttr(module, name);
  if (value !== undefined) return value;
  const own = lookupAttr(module, '__name__');
  if (typeof own === 'string') {
    const submodule = dictGet(state.interp.modules as PyDict, `${own}.${name}`);
    if (submodule !== undefined) return submodule;
  }
  throw cannotImport(module, name, typeof own === 'string' ? own : '<unknown module name>');
}

function cannotImport(module: Value, name: string, own: string): PyImportError {
  const spec = lookupAttr(module, '__spec__');
  const initializing = spec !== undefined && spec !== None && lookupAttr(spec, '_initializing') === true;
  const origin = spec === undefined || spec === None ? undefined : lookupAttr(spec, 'origin');
  const file = lookupAttr(module, '__file__') ?? origin;
  const where = typeof file === 'string' ? file : 'unknown location';
  const message = initializing
    ? `cannot import name '${name}' from partially initialized module '${own}' (most likely due to a circular import) (${where})`
    : `cannot import name '${name}' from '${own}' (${where})`;
  const error = newError(exceptionNamed('ImportError'), [message]) as PyImportError;
  error.msg = message;
  error.name = own;
  error.nameFrom = name;
  error.path = typeof file === 'string' ? file : undefined;
  return error;
}

/** `from module import *`: `__all__`, or every name without a leading underscore. */
export function importStar(module: Value, target: Value, isMapping = false): void {
  const all = lookupAttr(module, '__all__');
  const store = (name: string, value: Value): void => {
    if (isMapping) storeName(target, name, value);
    else storeGlobal(target as PyObject, name, value);
  };
  if (all !== undefined) {
    for (const name of spread(all)) store(jsString(name as StrValue), getAttr(module, jsString(name as StrValue)));
    return;
  }
  const dict = getAttr(module, '__dict__');
  for (const [name, value] of [...dictEntries(dict as PyDict)]) {
    if (typeof name === 'string' && !name.startsWith('_')) store(name, value);
  }
}
