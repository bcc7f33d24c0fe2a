// Built-ins that look at the frame that calls them: globals, locals, vars, dir. Emitted calls by these names note the frame in the thread state.
// CPython: Python/bltinmodule.c, Objects/object.c (PyObject_Dir)
import { None, type Slots } from '../core/object.ts';
import { slotsOf } from '../core/primitives.ts';
import { type CallerFrame, state } from '../core/state.ts';
import type { Entry, Value } from '../core/value.ts';
import { systemError, typeError } from '../exceptions/errors.ts';
import { currentFrame } from '../execution/frames.ts';
import { globalsDict, PyDict } from '../objects/dict/dict.ts';
import { dictSet } from '../objects/dict/table.ts';
import { PyList } from '../objects/list/list.ts';
import { getAttr, lookupAttr } from '../protocols/attribute.ts';
import { lessThan } from '../protocols/compare.ts';
import { spread } from '../protocols/iterate.ts';

const FUTURES = 0x1fe0000;

/**
 * The frame that called the built-in now running: noted by a call that named it, else found on the engine's stack. It is taken, since what
 * the built-in runs in turn has other callers.
 */
export function takeCaller(): CallerFrame {
  const { caller } = state;
  state.caller = undefined;
  if (caller !== undefined) return caller;
  const frame = currentFrame(0);
  if (frame === undefined) throw systemError('globals and locals cannot be NULL');
  return {
    globals: frame.globals,
    locals: frame.code.name === '<module>' ? undefined : getAttr(frame, 'f_locals'),
    futures: frame.code.flags & FUTURES,
  };
}

/** A caller's local namespace: its globals at module level, a class body's mapping, or a snapshot of a function's variables. */
export function localsOf({ globals, locals }: CallerFrame): Value {
  if (Array.isArray(locals)) return snapshot(locals as (Value | undefined)[]);
  return locals === undefined || locals === globals ? globalsDict(globals) : (locals as Value);
}

function snapshot(pairs: readonly (Value | undefined)[]): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i + 1] !== undefined) dictSet(dict, pairs[i]!, pairs[i + 1]!);
  return dict;
}

export function builtinGlobals(): Value {
  return globalsDict(takeCaller().globals);
}

export function builtinLocals(): Value {
  return localsOf(takeCaller());
}

export function builtinVars(v?: Value): Value {
  if (v === undefined) return localsOf(takeCaller());
  const dict = lookupAttr(v, '__dict__');
  if (dict === undefined) throw typeError('vars() argument must have __dict__ attribute');
  return dict;
}

export function builtinDir(v?: Value): Value {
  const names = v === undefined ? spread(localsOf(takeCaller())) : dirOf(v);
  return new PyList(sorted(names));
}

function dirOf(v: Value): Value[] {
  const method = (slotsOf(v) as Slots)['m$__dir__'] as Entry | undefined;
  if (method === undefined) throw typeError(`object does not provide __dir__`);
  const result = method(v);
  return result === None ? [] : spread(result);
}

function sorted(names: Value[]): Value[] {
  if (names.every((n) => typeof n === 'string'))
    return (names as string[]).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return names.sort((a, b) => (lessThan(a, b) ? -1 : lessThan(b, a) ? 1 : 0));
}
