// Making Python functions from emitted JS functions, and what their prologues call. CPython: Objects/funcobject.c
import type { PyObject } from '../core/object.ts';
import { FunctionMeta, type PyFunction } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import type { PyCode } from '../objects/code/code.ts';
import { PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { bindFunctionCall, bindPositional, missingArguments } from '../protocols/bind-function.ts';

type MakeEntry = (core: Entry) => Entry;

/**
 * The function object of a `def`. `core` takes every parameter in `co_varnames` order; a plain signature's core is its own entry, another's
 * entry is made from it (`makeEntry`) or binds by the signature (`true`).
 */
export function def(
  core: Entry,
  code: PyCode,
  globals: PyObject,
  defaults?: Value[],
  kwdefaults?: Value,
  makeEntry?: MakeEntry | true,
  cells?: () => Value[],
  annotate?: Value,
): PyFunction {
  const meta = new FunctionMeta(code, globals, core);
  let f = core as unknown as PyFunction;
  if (makeEntry !== undefined) {
    f.meta = meta;
    f = (makeEntry === true ? bindingEntry(meta) : makeEntry(core)) as unknown as PyFunction;
  }
  f.meta = meta;
  meta.doc = code.doc;
  meta.defaults = defaults;
  meta.kwdefaults = kwdefaults;
  meta.cells = cells;
  meta.annotate = annotate;
  meta.module = (globals as unknown as { $__name__?: Value }).$__name__;
  return f;
}

/** The entry of a function with required keyword-only parameters: every call binds in full. */
function bindingEntry(meta: FunctionMeta): Entry {
  return (...args) => {
    let given = args.length;
    while (given > 0 && args[given - 1] === undefined) given--;
    return meta.core(...bindFunctionCall(meta, given === args.length ? args : args.slice(0, given), []));
  };
}

/** The quick arity check failed. */
export const bind: typeof bindPositional = bindPositional;

/** The default of positional parameter `index`, read from the function each time because `__defaults__` may change. */
export function defaultOf(f: PyFunction, index: number): Value {
  const meta = f.meta as FunctionMeta;
  const defaults = meta.defaults;
  const value = defaults === undefined ? undefined : defaults[index - (meta.code.argcount - defaults.length)];
  if (value !== undefined) return value;
  const { varnames, argcount } = meta.code;
  throw missingArguments(meta, varnames.slice(index, argcount - (defaults?.length ?? 0)), 'positional');
}

export function keywordDefault(f: PyFunction, name: string): Value {
  const meta = f.meta as FunctionMeta;
  const defaults = meta.kwdefaults instanceof PyDict ? meta.kwdefaults : undefined;
  const value = defaults === undefined ? undefined : dictGet(defaults, name);
  if (value !== undefined) return value;
  // Who gave others by name was bound in full.
  const { varnames, argcount, kwonlyargcount } = meta.code;
  const all = varnames.slice(argcount, argcount + kwonlyargcount);
  const missing = all.filter((each) => defaults === undefined || dictGet(defaults, each) === undefined);
  throw missingArguments(meta, missing, 'keyword-only');
}

export function setTypeParams(f: PyFunction, params: Value): PyFunction {
  if (f.meta instanceof FunctionMeta) f.meta.typeParams = params;
  return f;
}
