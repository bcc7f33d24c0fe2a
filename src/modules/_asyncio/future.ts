// What futures do. CPython: Modules/_asynciomodule.c (future_*)
import { None } from '../../runtime/core/object.ts';
import { isSubtype, isType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { baseExceptionType, PyBaseException } from '../../runtime/exceptions/exception.ts';
import { copyContext } from '../../runtime/objects/context/context.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue, sameOrEqual } from '../../runtime/protocols/compare.ts';
import { CANCELLED, type Callback, FINISHED, PENDING, PyFuture } from './layout.ts';
import { callMethod, callSoon, cancelledError, fromLibrary, invalidState } from './library.ts';
import { currentLoop } from './running.ts';

export function initFuture(self: PyFuture, loop: Value | undefined): void {
  self.loop = loop === undefined || loop === None ? currentLoop() : loop;
  self.state = PENDING;
  self.result = self.exception = self.exceptionTraceback = undefined;
  self.callback = self.moreCallbacks = undefined;
  self.cancelMessage = self.cancelledError = self.sourceTraceback = self.awaitedBy = undefined;
  self.blocking = self.logTraceback = false;
  if (isTrue(callMethod(self.loop, 'get_debug'))) {
    self.sourceTraceback = call(fromLibrary('traceback', 'extract_stack'));
  }
}

/** The loop of an initialised future. CPython: ENSURE_FUTURE_ALIVE */
export function loopOf(self: PyFuture): Value {
  if (self.loop === undefined) throw runtimeError('Future object is not initialized.');
  return self.loop;
}

/** CPython: future_schedule_callbacks */
function scheduleCallbacks(self: PyFuture): void {
  const { callback, moreCallbacks } = self;
  if (callback === undefined && moreCallbacks === undefined) return;
  self.callback = self.moreCallbacks = undefined;
  if (callback !== undefined) callSoon(self.loop!, callback.context, callback.run, self);
  if (moreCallbacks !== undefined) {
    for (const { run, context } of moreCallbacks) callSoon(self.loop!, context, run, self);
  }
}

export function setResult(self: PyFuture, result: Value): void {
  loopOf(self);
  if (self.state !== PENDING) throw invalidState('invalid state');
  self.result = result;
  self.state = FINISHED;
  scheduleCallbacks(self);
}

export function setException(self: PyFuture, given: Value): void {
  loopOf(self);
  if (self.state !== PENDING) throw invalidState('invalid state');
  let error = given;
  if (isType(given) && isSubtype(given, baseExceptionType)) {
    error = call(given);
    if (self.state !== PENDING) throw invalidState('invalid state');
  }
  if (!(error instanceof PyBaseException)) throw typeError('invalid exception object');
  if (isError(error, 'StopIteration')) error = replacedStop(error);
  self.exception = error as PyBaseException;
  self.exceptionTraceback = self.exception.traceback;
  self.state = FINISHED;
  scheduleCallbacks(self);
  self.logTraceback = true;
}

function replacedStop(stop: PyBaseException): PyBaseException {
  const error = runtimeError('StopIteration interacts badly with generators and cannot be raised into a Future');
  error.cause = stop;
  error.context = stop;
  error.suppressContext = true;
  return error;
}

/** Moves to CANCELLED unless already done. CPython: future_cancel */
export function cancelFuture(self: PyFuture, message: Value | undefined): boolean {
  self.logTraceback = false;
  if (self.state !== PENDING) return false;
  self.state = CANCELLED;
  self.cancelMessage = message;
  scheduleCallbacks(self);
  return true;
}

/** The error of a cancelled future; the coroutine's own is raised once. CPython: create_cancelled_error */
export function takeCancelledError(self: PyFuture): PyBaseException {
  const saved = self.cancelledError;
  if (saved !== undefined) {
    self.cancelledError = undefined;
    return saved;
  }
  const message = self.cancelMessage;
  return cancelledError(message === None ? undefined : message);
}

/** Why there is no result, or undefined when there is one. CPython: future_get_result */
export function failure(self: PyFuture): PyBaseException | undefined {
  if (self.state === FINISHED) {
    self.logTraceback = false;
    const { exception } = self;
    if (exception === undefined) return undefined;
    exception.traceback = self.exceptionTraceback;
    self.exceptionTraceback = undefined;
    return exception;
  }
  if (self.state === CANCELLED) return takeCancelledError(self);
  throw invalidState('Result is not set.');
}

export function resultOf(self: PyFuture): Value {
  if (self.loop === undefined) throw invalidState('Future object is not initialized.');
  const error = failure(self);
  if (error !== undefined) throw error;
  return self.result!;
}

export function exceptionOf(self: PyFuture): Value {
  if (self.loop === undefined) throw invalidState('Future object is not initialized.');
  if (self.state === CANCELLED) throw takeCancelledError(self);
  if (self.state !== FINISHED) throw invalidState('Exception is not set.');
  self.logTraceback = false;
  return self.exception ?? None;
}

export function addDoneCallback(self: PyFuture, run: Value, context: Value | undefined): void {
  if (self.loop === undefined) throw runtimeError('uninitialized Future object');
  if (self.state !== PENDING) callSoon(self.loop, context, run, self);
  else if (self.callback === undefined && self.moreCallbacks === undefined) self.callback = { run, context };
  else (self.moreCallbacks ??= []).push({ run, context });
}

export function addCallbackMethod(self: PyFuture, run: Value, context?: Value): Value {
  addDoneCallback(self, run, context ?? copyContext());
  return None;
}

export function callbacksOf(self: PyFuture): Callback[] {
  const first = self.callback;
  const rest = self.moreCallbacks ?? [];
  return first === undefined ? [...rest] : [first, ...rest];
}

/** How many callbacks equal to `run` were taken away. Comparing is Python code, which may change the future meanwhile. */
export function removeDoneCallback(self: PyFuture, run: Value): number {
  loopOf(self);
  let removed = 0;
  if (self.callback !== undefined && sameOrEqual(self.callback.run, run)) {
    self.callback = undefined;
    removed++;
  }
  const more = self.moreCallbacks;
  if (more === undefined) return removed;
  const kept: Callback[] = [];
  for (let i = 0; i < more.length; i++) {
    const each = more[i]!;
    if (!sameOrEqual(each.run, run)) kept.push(each);
  }
  const dropped = more.length - kept.length;
  if (self.moreCallbacks !== undefined) {
    self.moreCallbacks = kept.length === 0 ? undefined : kept;
  }
  return removed + dropped;
}

/** CPython: future_awaited_by_add */
export function addAwaitedBy(future: Value, waiter: Value): void {
  if (!(future instanceof PyFuture) || !(waiter instanceof PyFuture)) return;
  const known = future.awaitedBy;
  if (known === undefined) future.awaitedBy = waiter;
  else if (known instanceof Set) known.add(waiter);
  else if (known !== waiter) future.awaitedBy = new Set([known, waiter]);
}

/** CPython: future_awaited_by_discard */
export function discardAwaitedBy(future: Value, waiter: Value): void {
  if (!(future instanceof PyFuture) || !(waiter instanceof PyFuture)) return;
  const known = future.awaitedBy;
  if (known === waiter) future.awaitedBy = undefined;
  else if (known instanceof Set) known.delete(waiter);
}
