// What the module needs of asyncio's own Python files, and what it keeps for each interpreter. CPython: asyncio_state, module_init
import { state } from '../../runtime/core/state.ts';
import { isSubtype, type PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import type { Raised } from '../../runtime/exceptions/errors.ts';
import type { PyBaseException } from '../../runtime/exceptions/exception.ts';
import { getAttr, loadMethod } from '../../runtime/protocols/attribute.ts';
import { call, callMethodKeywords } from '../../runtime/protocols/call.ts';
import type { PyTask } from './layout.ts';

export class AsyncioState {
  /** How many tasks have been named. */
  tasks = 0;
  /** Tasks that are not done, each linked to the one before. CPython: asyncio_tasks_head */
  lastTask: PyTask | undefined = undefined;
  /** Registered tasks of other classes: a WeakSet, and those in their first step. */
  foreignTasks: Value | undefined = undefined;
  readonly eagerTasks = new Set<Value>();
  /** What was taken from Python modules, by `module.name`. */
  readonly taken = new Map<string, Value>();
}

const KEY: unique symbol = Symbol('_asyncio');

export function asyncioState(): AsyncioState {
  const { states } = state.interp;
  let own = states.get(KEY) as AsyncioState | undefined;
  if (own === undefined) states.set(KEY, (own = new AsyncioState()));
  return own;
}

/** A name of a Python module, looked up once. */
export function fromLibrary(module: string, name: string): Value {
  const { taken } = asyncioState();
  const key = `${module}.${name}`;
  let value = taken.get(key);
  if (value === undefined) taken.set(key, (value = getAttr(state.interp.importModule(module), name)));
  return value;
}

function asyncioException(name: string): PyType {
  return fromLibrary('asyncio.exceptions', name) as PyType;
}

export function invalidState(message: string): Raised {
  return call(asyncioException('InvalidStateError'), message) as PyBaseException;
}

export function cancelledError(message: Value | undefined): PyBaseException {
  const type = asyncioException('CancelledError');
  return (message === undefined ? call(type) : call(type, message)) as PyBaseException;
}

export function isCancelledError(error: PyBaseException): boolean {
  return isSubtype(error.cls, asyncioException('CancelledError'));
}

const CONTEXT: readonly string[] = ['context'];

/** `loop.call_soon(callback, argument, context=context)`, the last two where they are given. */
export function callSoon(loop: Value, context: Value | undefined, callback: Value, argument?: Value): void {
  if (context === undefined) {
    const callSoonOf = loadMethod(loop, 'call_soon');
    if (argument === undefined) callSoonOf(loop, callback);
    else callSoonOf(loop, callback, argument);
    return;
  }
  const args = argument === undefined ? [callback, context] : [callback, argument, context];
  callMethodKeywords(loop, 'call_soon', args, CONTEXT);
}

/** `object.name(*args)` */
export function callMethod(object: Value, name: string, ...args: Value[]): Value {
  return loadMethod(object, name)(object, ...args);
}
