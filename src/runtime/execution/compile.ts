// compile(), eval() and exec() over the compiler port: syntax errors become exceptions, warnings go through the warnings machinery.
// CPython: Python/pythonrun.c, Python/bltinmodule.c (builtin_compile_impl)

import { TEXT_FILENAME } from '../../contract/ahead.ts';
import type { DecodedSource, WarningRecord } from '../core/interpreter.ts';
import { None, type PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import { int, type Value } from '../core/value.ts';
import { isError, newError, systemError } from '../exceptions/errors.ts';
import { exceptionNamed, type PySyntaxError } from '../exceptions/exception.ts';
import { bytes } from '../objects/bytes/bytes.ts';
import type { PyCode } from '../objects/code/code.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictGet } from '../objects/dict/table.ts';
import { jsString, type StrValue, strOfUtf16 } from '../objects/str/str.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { getAttr, lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { str } from '../protocols/text.ts';
import { isMonitoring } from './monitoring.ts';
import { type LoadedUnit, loadUnit, runUnit } from './run.ts';

/** The compiler's error record, as this room sees it. */
interface SyntaxRecord {
  kind: string;
  message: string;
  filename: string;
  lineno: number | undefined;
  offset: number | undefined;
  text: string | undefined;
  endLineno: number | undefined;
  endOffset: number | undefined;
  metadata: { lineno: number; colOffset: number; source: string } | undefined;
}

function isSyntaxRecord(e: unknown): e is SyntaxRecord {
  return typeof e === 'object' && e !== null && 'kind' in e && 'endOffset' in e && !('cls' in e);
}

const optional = (n: number | undefined): Value => (n === undefined ? None : int(n));

/** The exception object of a compiler's error; anything else as it is. */
export function syntaxErrorFrom(e: unknown): unknown {
  if (!isSyntaxRecord(e)) return e;
  const message = strOfUtf16(e.message);
  if (e.kind === 'MemoryError') return newError(exceptionNamed('MemoryError'), [message]);
  const text = e.text === undefined ? None : strOfUtf16(e.text);
  const filename = strOfUtf16(e.filename);
  const place = [filename, optional(e.lineno), optional(e.offset), text, optional(e.endLineno), optional(e.endOffset)];
  if (e.lineno === undefined) return withMessage(e.kind, message);
  const error = newError(exceptionNamed(e.kind), [message, tuple(place)]) as PySyntaxError;
  error.msg = message;
  [error.filename, error.lineno, error.offset, error.text, error.endLineno, error.endOffset] = place;
  if (e.metadata !== undefined) {
    error.metadata = tuple([int(e.metadata.lineno), int(e.metadata.colOffset), strOfUtf16(e.metadata.source)]);
  }
  return error;
}

/** An error without a place in the source has only its message. */
function withMessage(kind: string, message: Value): PySyntaxError {
  const error = newError(exceptionNamed(kind), [message]) as PySyntaxError;
  error.msg = message;
  return error;
}

export type CompileMode = 'exec' | 'eval' | 'single';

/** A source file in whatever encoding its cookie names. CPython: Parser/tokenizer/helpers.c decode_str */
function decode(source: Uint8Array, encoding: string): DecodedSource {
  try {
    return { text: jsString(call(getAttr(bytes(source), 'decode'), strOfUtf16(encoding)) as StrValue) };
  } catch (error) {
    if (isError(error, 'LookupError') || isError(error, 'ValueError')) {
      return { complaint: jsString(str(error)) };
    }
    throw error;
  }
}

/** A compiler's warning for the filters; true when they make an error of it. CPython: PyErr_WarnExplicitObject */
export function warnExplicit({ category, message, filename, lineno }: WarningRecord): boolean {
  const warn = warnExplicitFunction();
  if (warn === undefined) return false;
  try {
    call(warn, strOfUtf16(message), exceptionNamed(category), strOfUtf16(filename), int(lineno));
  } catch (error) {
    // The error is to point into the source, so the compiler makes it.
    if (isError(error, category)) return true;
    throw error;
  }
  return false;
}

/** `_warnings.warn_explicit`; an interpreter put together without that module has no filters to ask. */
function warnExplicitFunction(): Value | undefined {
  try {
    return lookupAttr(state.interp.importModule('_warnings'), 'warn_explicit');
  } catch (error) {
    if (isError(error, 'ModuleNotFoundError')) return undefined;
    throw error;
  }
}

/** Modules whose presence says that frames of the code compiled from now on will be looked at. */
const PROFILERS = ['trace', 'profile', 'cProfile'];
const OBSERVERS = ['bdb', ...PROFILERS];

/** Whether code compiled now is to report to somebody. */
export function isTracing(): boolean {
  if (state.tracer !== undefined || state.profiler !== undefined || isMonitoring()) return true;
  return isMain(OBSERVERS) || OBSERVERS.some((name) => dictGet(state.interp.modules as PyDict, name) !== undefined);
}

/** Whether calls are counted, the library's too. */
export function isProfiling(): boolean {
  return state.calls !== undefined || state.profiler !== undefined || isMain(PROFILERS);
}

/** Whether the program is one of these modules. */
function isMain(names: readonly string[]): boolean {
  const modules = state.interp.modules as PyDict;
  const main = dictGet(modules, '__main__');
  const spec = main === undefined ? undefined : lookupAttr(main, '__spec__');
  return spec !== undefined && spec !== None && names.includes(lookupAttr(spec, 'name') as string);
}

/** Compiles source text; SyntaxError and its like are raised as exceptions. */
export function compileCode(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode,
  flags = 0,
  optimize = -1,
  separateLocals = false,
  isFile = false,
): PyCode {
  try {
    const level = optimize < 0 ? state.interp.optimize : optimize;
    const { maxIntDigits } = state.interp;
    if (filename === TEXT_FILENAME && flags === 0 && level === 0) {
      const ahead = compiledText(source, mode, separateLocals);
      if (ahead !== undefined) return ahead;
    }
    const options = { flags, optimize: level, maxIntDigits, decode, isFile, ...(isTracing() ? { traced: true } : {}) };
    const first = { ...options, warn: warnExplicit, ...(separateLocals ? { separateLocals } : {}) };
    const loaded = loadUnit(state.interp.compiler.compile(source, filename, mode, first));
    loaded.withLocals = separateLocals
      ? () => loaded
      : () => loadUnit(state.interp.compiler.compile(source, filename, mode, { ...options, separateLocals: true }));
    return loaded.codes[0]!;
  } catch (e) {
    throw syntaxErrorFrom(e);
  }
}

/** Longer texts are nobody's methods. */
const LONGEST_TEXT = 32768;

/** What dataclasses and namedtuples of the library compile when it is imported was compiled with it. */
function compiledText(source: string | Uint8Array, mode: CompileMode, separateLocals: boolean): PyCode | undefined {
  if (typeof source !== 'string' || source.length > LONGEST_TEXT || mode === 'single' || isTracing()) return undefined;
  const unit = state.interp.library.compiledText({ source, mode, separateLocals });
  if (unit === undefined) return undefined;
  const loaded = loadUnit(unit);
  const again = () => loadUnit(state.interp.compiler.compile(source, TEXT_FILENAME, mode, { separateLocals: true }));
  loaded.withLocals = separateLocals ? () => loaded : again;
  return loaded.codes[0]!;
}

/** Runs a module-level code object in a namespace, with locals of its own if they are given. */
export function runCode(code: PyCode, globals: PyObject, locals?: Value): Value {
  const loaded = code.loaded as LoadedUnit;
  if (locals === undefined) return runUnit(loaded, globals);
  if (loaded.withLocals === undefined) throw systemError('this code object cannot be run with separate locals');
  const again = loaded.withLocals();
  loaded.withLocals = () => again;
  return runUnit(again, globals, locals);
}
