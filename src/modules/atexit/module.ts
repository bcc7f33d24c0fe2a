// Functions to run when the program ends. CPython: Modules/atexitmodule.c

import type { Interpreter } from '../../runtime/core/interpreter.ts';
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { PyBaseException } from '../../runtime/exceptions/exception.ts';
import { writeUnraisable } from '../../runtime/exceptions/unraisable.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictValues, keywordNames } from '../../runtime/objects/dict/table.ts';
import { callKeywords, isCallable } from '../../runtime/protocols/call.ts';
import { richEquals } from '../../runtime/protocols/compare.ts';

interface Callback {
  readonly f: Value;
  readonly args: Value[];
  readonly names: string[];
}
const CALLBACKS: unique symbol = Symbol('atexit');

function callbacks(interp: Interpreter): Callback[] {
  let list = interp.states.get(CALLBACKS) as Callback[] | undefined;
  if (list === undefined) interp.states.set(CALLBACKS, (list = []));
  return list;
}

/** Runs what is registered, last first; an exception is reported and the rest goes on. CPython: atexit_callfuncs */
export function runExitFunctions(interp: Interpreter): void {
  const list = callbacks(interp);
  for (let each = list.pop(); each !== undefined; each = list.pop()) {
    try {
      callKeywords(each.f, each.args, each.names);
    } catch (e) {
      if (!(e instanceof PyBaseException)) throw e;
      writeUnraisable(e, 'Exception ignored in atexit callback', each.f);
    }
  }
}

function register(f: Value, args: Value[], keywords: PyDict): Value {
  if (!isCallable(f)) throw typeError('the first argument must be callable');
  callbacks(state.interp).push({
    f,
    args: [...args, ...dictValues(keywords)],
    names: keywordNames(keywords),
  });
  return f;
}

function unregister(f: Value): Value {
  const list = callbacks(state.interp);
  for (let i = list.length - 1; i >= 0; i--) if (list[i]!.f === f || richEquals(list[i]!.f, f)) list.splice(i, 1);
  return None;
}

export const atexitModule: NativeModule = {
  name: 'atexit',
  doc: 'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n',
  functions: {
    register: fn('($module, func, /, *args, **kwargs)', register),
    unregister: fn('($module, func, /)', unregister),
    _clear: fn('($module, /)', () => {
      callbacks(state.interp).length = 0;
      return None;
    }),
    _ncallbacks: fn('($module, /)', () => int(callbacks(state.interp).length)),
    _run_exitfuncs: fn('($module, /)', () => {
      runExitFunctions(state.interp);
      return None;
    }),
  },
};
