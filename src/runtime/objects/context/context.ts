// contextvars.Context: a JS Map that is copied when it changes, so that copying a context costs nothing. CPython: Python/context.c
import { PyObject } from '../../core/object.ts';
import { staticType } from '../../core/primitives.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import type { Value } from '../../core/value.ts';
import { runtimeError } from '../../exceptions/errors.ts';
import { reprForMessage } from '../../protocols/text.ts';

type Variables = ReadonlyMap<PyObject, Value>;

const NONE: Variables = new Map();

export class PyContext extends PyObject {
  vars: Variables;
  entered: boolean;
  constructor(vars: Variables = NONE) {
    super();
    this.vars = vars;
    this.entered = false;
  }
}
export const contextType: PyType = staticType('Context', PyContext, { module: '_contextvars', hasWeakref: true });

/** The running context; a thread's first is made when first asked for. */
export function currentContext(): PyContext {
  const context = state.context as PyContext | undefined;
  if (context !== undefined) return context;
  const first = new PyContext();
  first.entered = true;
  state.context = first;
  return first;
}

/** CPython: PyContext_CopyCurrent */
export function copyContext(): PyContext {
  return new PyContext(currentContext().vars);
}

/** Makes a context the running one; gives the one to go back to. CPython: PyContext_Enter */
export function enterContext(context: PyContext): PyContext {
  if (context.entered) throw runtimeError(`cannot enter context: ${reprForMessage(context)} is already entered`);
  const outer = currentContext();
  context.entered = true;
  state.context = context;
  return outer;
}

/** CPython: PyContext_Exit */
export function leaveContext(context: PyContext, outer: PyContext): void {
  context.entered = false;
  state.context = outer;
}
