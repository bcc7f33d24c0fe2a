// A function from a code object alone: `types.FunctionType(code, globals)`, `exec(f.__code__)`. The function's text is cut out of its unit's and
// evaluated by itself; variables of enclosing functions become accessors of the given cells through a `with` around it.
// CPython: Objects/funcobject.c (func_new_impl)
import { CodeFlags, MAIN_MARK } from '../../contract/unit.ts';
import type { PyObject } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { PyFunction } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { systemError, typeError } from '../exceptions/errors.ts';
import type { PyCell } from '../objects/cell/cell.ts';
import type { PyCode } from '../objects/code/code.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { newScriptUrl, noteRun } from './frames.ts';
import { def } from './functions.ts';
import { helpers } from './helpers.ts';
import { namespaceOf, visibleBuiltins } from './namespace.ts';
import type { LoadedUnit } from './run.ts';

/** The function of a nested code object over other globals and cells. */
export function functionFromCode(code: PyCode, dict: PyDict, cells: readonly PyCell[]): PyFunction {
  const globals = namespaceOf(dict);
  const core = instantiate(code, globals, cells);
  const complex = code.kwonlyargcount > 0 || (code.flags & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS)) !== 0;
  const closure = cells.length > 0 ? (): Value[] => [...cells] : undefined;
  return def(core, code, globals, undefined, undefined, complex ? true : undefined, closure);
}

/** The JS function of a nested code object. */
export function instantiate(code: PyCode, globals: PyObject, cells: readonly PyCell[]): Entry {
  const loaded = code.loaded as LoadedUnit;
  const { javascript } = loaded.unit;
  const variables = code.info.freeVariables ?? [];
  const url = newScriptUrl(loaded.unit.filename);
  const head = javascript.slice(0, javascript.indexOf(`\n${MAIN_MARK}`));
  const text = functionText(javascript, code.index);
  const script =
    variables.length === 0
      ? `${head}\nreturn ${text};`
      : `${head.replace('"use strict";', 'const $free=$R.free;')}\nwith($free){return ${text};}`;
  const { format, filename, constants, codes, positions } = loaded.unit;
  const unit = { format, filename, javascript: script, constants, codes, positions };
  const factory = state.interp.evaluate(unit, url);
  noteRun(url, { ...loaded, unit }, globals);
  const own = Object.assign(Object.create(helpers) as object, {
    free: accessors(variables, cells),
    iteratorOf,
  });
  return factory(own, globals, visibleBuiltins(globals), loaded.constants, loaded.codes, state, state.pending) as Entry;
}

function accessors(variables: readonly string[], cells: readonly PyCell[]): object {
  const scope = Object.create(null) as Record<string, unknown>;
  variables.forEach((variable, i) => {
    const cell = cells[i]!;
    // A variable of a generator is a field of its object: `$g3.v$name`.
    const [name, field] = variable.split('.') as [string, string | undefined];
    const holder = field === undefined ? scope : ((scope[name] ??= {}) as object);
    const key = field ?? name;
    Object.defineProperty(holder, key, { get: () => cell.get(), set: (v: Value | undefined) => cell.set(v) });
  });
  return scope;
}

/** The argument of a generator expression's code; the complaint comes when it is first asked for an item. */
function iteratorOf(v: Value): PyObject {
  if (typeof v === 'object' && v.iternext !== undefined) return v;
  const complain = (): never => {
    throw typeError(`'${typeOf(v).typeName}' object is not an iterator`);
  };
  return { iternext: complain } as unknown as PyObject;
}

/** The text of a code object's function; a generator expression has none but what makes its generator. */
function functionText(javascript: string, index: number): string {
  const start = javascript.search(new RegExp(`function (?![\\w$]*\\$step\\$)[\\w$]*\\$${index}\\(`));
  if (start >= 0) return bracedText(javascript, start);
  const step = javascript.search(new RegExp(`function [\\w$]*\\$step\\$${index}\\(`));
  if (step < 0) throw systemError('code object has no function of its own');
  const shared = javascript.lastIndexOf('\n', step) < javascript.lastIndexOf(`$M${index}=`, step);
  const own = shared ? '' : `${bracedText(javascript, step)},`;
  return `function genexpr$${index}($it){return new ($m${index}||$M${index}())(${own}$R.iteratorOf($it));}`;
}

/** From a function's start to its closing brace; braces inside string literals do not count. */
function bracedText(javascript: string, start: number): string {
  let depth = 0;
  for (let i = javascript.indexOf('{', start); i < javascript.length; i++) {
    const c = javascript[i];
    if (c === '"') i = stringEnd(javascript, i);
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return javascript.slice(start, i + 1);
  }
  throw systemError('unbalanced code unit');
}

function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}
