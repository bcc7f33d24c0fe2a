// What loops ask at their back-edges, and what interactive statements show. CPython: Python/ceval_gil.c (_Py_HandlePending), Python/sysmodule.c
import { state } from '../core/state.ts';
import type { Value } from '../core/value.ts';
import { runtimeError } from '../exceptions/errors.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';

/** Something outside set the pending flag: let the interpreter deal with it. */
export function poll(): void {
  state.interp.handlePending();
}

/** An expression statement at the prompt. */
export function displayHook(value: Value): void {
  const hook = lookupAttr(state.interp.importModule('sys'), 'displayhook');
  if (hook === undefined) throw runtimeError('lost sys.displayhook');
  call(hook, value);
}
