// Importing as the interpreter does it: resolve the name, ask sys.modules, else importlib. The machinery itself is CPython's own
// importlib, run as frozen modules. CPython: Python/import.c (PyImport_ImportModuleLevelObject, resolve_name, remove_importlib_frames)
import type { Interpreter } from '../core/interpreter.ts';
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import type { Value } from '../core/value.ts';
import { isError, keyError, newError, type Raised, typeError, valueError } from '../exceptions/errors.ts';
import { exceptionNamed, PyBaseException } from '../exceptions/exception.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { isStr, jsString } from '../objects/str/str.ts';
import { PyTraceback } from '../objects/traceback/traceback.ts';
import { getAttr, lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { isTrue } from '../protocols/compare.ts';
import { getItem } from '../protocols/item.ts';

/** Key in `interp.states` of the `_frozen_importlib` module, once it runs. */
export const IMPORTLIB: unique symbol = Symbol('importlib');

/** `__import__(name, globals, locals, fromlist, level)`. */
export function importModuleLevel(
  interp: Interpreter,
  name: string,
  globals: Value | undefined,
  fromlist: Value | undefined,
  level: number,
): Value {
  if (level < 0) throw valueError('level must be >= 0');
  const absolute = level > 0 ? resolveName(name, globals, level) : name;
  if (level === 0 && name === '') throw valueError('Empty module name');
  const module = importLoaded(interp, absolute) ?? findAndLoad(interp, absolute);
  if (fromlist !== undefined && fromlist !== None && isTrue(fromlist)) {
    if (lookupAttr(module, '__path__') === undefined) return module;
    return call(getAttr(importlib(interp), '_handle_fromlist'), module, fromlist, importFunction(interp));
  }
  return topModule(interp, module, name, absolute, level);
}

/** `import a.b.c` binds `a`; `from . import x` without names gives the package. */
function topModule(interp: Interpreter, module: Value, name: string, absolute: string, level: number): Value {
  const dot = name.indexOf('.');
  if (dot < 0 || name === '') return module;
  if (level === 0) return importModuleLevel(interp, name.slice(0, dot), undefined, undefined, 0);
  const front = absolute.slice(0, absolute.length - (name.length - dot));
  const found = moduleNamed(interp, front);
  if (found === undefined) throw keyError(`'${front}' not in sys.modules as expected`);
  return found;
}

/** Imports by absolute name; returns the module itself, not its top package. CPython: PyImport_ImportModule */
export function importAbsolute(interp: Interpreter, name: string): Value {
  const loaded = importLoaded(interp, name);
  if (loaded !== undefined) return loaded;
  importModuleLevel(interp, name, undefined, undefined, 0);
  const module = moduleNamed(interp, name);
  if (module === undefined) throw keyError(name);
  return module;
}

/** What sys.modules has, waited for when another import of it is still running. */
function importLoaded(interp: Interpreter, name: string): Value | undefined {
  const module = moduleNamed(interp, name);
  if (module === undefined || module === None) return undefined;
  const spec = lookupAttr(module, '__spec__');
  if (spec !== undefined && spec !== None && lookupAttr(spec, '_initializing') === true) {
    call(getAttr(importlib(interp), '_lock_unlock_module'), name);
  }
  return module;
}

function moduleNamed(interp: Interpreter, name: string): Value | undefined {
  const modules = interp.modules;
  if (modules instanceof PyDict && !(modules.cls.flags & 1)) return dictGet(modules, name);
  try {
    return getItem(modules, name);
  } catch (e) {
    if (isError(e, 'KeyError')) return undefined;
    throw e;
  }
}

function findAndLoad(interp: Interpreter, name: string): Value {
  try {
    return call(getAttr(importlib(interp), '_find_and_load'), name, importFunction(interp));
  } catch (e) {
    if (e instanceof PyBaseException) removeImportlibFrames(e);
    throw e;
  }
}

function importlib(interp: Interpreter): Value {
  const module = interp.states.get(IMPORTLIB);
  if (module === undefined) throw newError(exceptionNamed('ImportError'), ['importlib is not running yet']);
  return module as Value;
}

function importFunction(interp: Interpreter): Value {
  return getAttr(interp.builtins, '__import__');
}

/** CPython: resolve_name */
export function resolveName(name: string, globals: Value | undefined, level: number): string {
  if (!(globals instanceof PyDict)) {
    if (globals === undefined || globals === None) throw keyError("'__name__' not in globals");
    throw typeError('globals must be a dict');
  }
  let base = packageOf(globals);
  if (base === '') throw importError('attempted relative import with no known parent package');
  for (let up = level; up > 1; up--) {
    const dot = base.lastIndexOf('.');
    if (dot < 0) throw importError('attempted relative import beyond top-level package');
    base = base.slice(0, dot);
  }
  return name === '' ? base : `${base}.${name}`;
}

function packageOf(globals: PyDict): string {
  const declared = dictGet(globals, '__package__');
  if (declared !== undefined && declared !== None) {
    if (!isStr(declared)) throw typeError('package must be a string');
    return jsString(declared);
  }
  const spec = dictGet(globals, '__spec__');
  if (spec !== undefined && spec !== None) {
    const parent = getAttr(spec, 'parent');
    if (!isStr(parent)) throw typeError('__spec__.parent must be a string');
    return jsString(parent);
  }
  const own = dictGet(globals, '__name__');
  if (own === undefined) throw keyError("'__name__' not in globals");
  if (!isStr(own)) throw typeError(`__name__ must be a string, not ${typeOf(own).typeName}`);
  const text = jsString(own);
  if (dictGet(globals, '__path__') !== undefined) return text;
  return text.slice(0, Math.max(0, text.lastIndexOf('.')));
}

function importError(message: string): Raised {
  const error = newError(exceptionNamed('ImportError'), [message]);
  (error as Raised & { msg: Value }).msg = message;
  return error;
}

const BOOTSTRAP_FILES = ['<frozen importlib._bootstrap>', '<frozen importlib._bootstrap_external>'];

/**
 * Takes the machinery's own frames out of a traceback: all of them for an ImportError, else those runs of them that end where the machinery
 * called the module's code.
 */
function removeImportlibFrames(error: PyBaseException): void {
  const always = error.cls.mro.includes(exceptionNamed('ImportError'));
  const kept: PyTraceback[] = [];
  let pending: PyTraceback[] = [];
  for (let tb = error.traceback as PyTraceback | undefined; tb !== undefined; tb = tb.next) {
    const { filename, name } = tb.code;
    if (BOOTSTRAP_FILES.includes(filename)) {
      pending.push(tb);
      if (name === '_call_with_frames_removed') pending = [];
      continue;
    }
    if (!always) kept.push(...pending);
    pending = [];
    kept.push(tb);
  }
  if (!always) kept.push(...pending);
  let chain: PyTraceback | undefined;
  for (const tb of kept.reverse()) chain = PyTraceback.of(chain, tb.frame, tb.position);
  error.traceback = chain;
}
