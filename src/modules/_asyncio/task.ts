// What tasks do: run the steps of a coroutine between the futures it waits for. CPython: Modules/_asynciomodule.c (task_*)
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError, runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import type { PyBaseException, PyStopIteration } from '../../runtime/exceptions/exception.ts';
import { normalise } from '../../runtime/execution/raise.ts';
import { fn, makeFunction } from '../../runtime/native/define.ts';
import { copyContext, enterContext, leaveContext, type PyContext } from '../../runtime/objects/context/context.ts';
import { PyBuiltinMethod, PyMethodDescr } from '../../runtime/objects/function/function.ts';
import { PyCoroutine, PyGenerator } from '../../runtime/objects/generator/generator.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { getAttr, lookupAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { call, callKeywords, callMethodKeywords } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { reprForMessage, str } from '../../runtime/protocols/text.ts';
import {
  addAwaitedBy,
  addDoneCallback,
  cancelFuture,
  discardAwaitedBy,
  failure,
  initFuture,
  loopOf,
  setException,
  setResult,
  takeCancelledError,
} from './future.ts';
import { isExact, PENDING, type PyFuture, type PyTask, taskType } from './layout.ts';
import { asyncioState, callMethod, callSoon, fromLibrary, invalidState, isCancelledError } from './library.ts';
import { enterTask, leaveTask, registerTask, swapCurrentTask, unregisterTask } from './running.ts';

/** What the loop calls for the next step. CPython: TaskStepMethWrapper */
export class PyTaskStep extends PyObject {
  readonly task: PyTask;
  readonly error: PyBaseException | undefined;
  constructor(task: PyTask, error: PyBaseException | undefined) {
    super();
    this.task = task;
    this.error = error;
  }
}
export const taskStepType: PyType = staticType('TaskStepMethWrapper', PyTaskStep, {
  module: '_asyncio',
  instantiable: false,
});

export interface TaskArguments {
  readonly coroutine: Value;
  readonly loop: Value | undefined;
  readonly name: Value | undefined;
  readonly context: Value | undefined;
  readonly eagerStart: Value | undefined;
}

export function initTask(self: PyTask, given: TaskArguments): void {
  const { coroutine, name, context, eagerStart } = given;
  initFuture(self, given.loop);
  if (!isCoroutine(coroutine)) {
    self.logDestroyPending = false;
    throw typeError(`a coroutine was expected, got ${reprForMessage(coroutine)}`);
  }
  self.context = context === undefined || context === None ? copyContext() : context;
  self.waiter = undefined;
  self.mustCancel = false;
  self.logDestroyPending = true;
  self.cancelRequests = 0;
  self.coroutine = coroutine;
  if (name === undefined || name === None) self.name = ++asyncioState().tasks;
  else self.name = typeof name === 'string' ? name : str(name);
  if (eagerStart !== undefined && isTrue(eagerStart) && isTrue(callMethod(loopOf(self), 'is_running'))) {
    startEagerly(self);
    return;
  }
  stepSoon(self, undefined);
  registerTask(self);
}

function isCoroutine(v: Value): boolean {
  return v instanceof PyCoroutine || isTrue(call(fromLibrary('asyncio.coroutines', 'iscoroutine'), v));
}

export function nameOf(self: PyTask): Value {
  if (typeof self.name === 'number') self.name = `Task-${self.name}`;
  return (self.name as Value | undefined) ?? None;
}

export function setName(self: PyTask, name: Value): Value {
  self.name = isStr(name) ? name : str(name);
  return None;
}

/** The first step, at once. CPython: task_eager_start */
function startEagerly(self: PyTask): void {
  const loop = loopOf(self);
  const before = swapCurrentTask(loop, self);
  registerTask(self);
  const context = self.context as PyContext;
  const outer = enterContext(context);
  try {
    step(self, undefined);
  } finally {
    swapCurrentTask(loop, before);
    leaveContext(context, outer);
    if (self.state !== PENDING) self.coroutine = undefined;
  }
}

function stepSoon(self: PyTask, error: PyBaseException | undefined): void {
  callSoon(self.loop!, self.context, new PyTaskStep(self, error));
}

/** CPython: task_step */
export function runStep(self: PyTask, error: PyBaseException | undefined): Value {
  const loop = self.loop!;
  enterTask(loop, self);
  try {
    step(self, error);
  } finally {
    leaveTask(loop, self);
  }
  return None;
}

/** CPython: task_step_impl */
function step(self: PyTask, thrown: PyBaseException | undefined): void {
  if (self.state !== PENDING) {
    throw invalidState(`__step(): already done: ${reprForMessage(self)} ${reprForMessage(thrown ?? None)}`);
  }
  let error = thrown;
  if (self.mustCancel) {
    if (error === undefined || !isCancelledError(error)) error = takeCancelledError(self);
    self.mustCancel = false;
  }
  self.waiter = undefined;
  const { coroutine } = self;
  if (coroutine === undefined) throw runtimeError('uninitialized Task object');
  let awaited: Value | undefined;
  try {
    awaited = coroutine instanceof PyCoroutine ? advance(coroutine, error) : advanceOther(self, coroutine, error);
  } catch (e) {
    failed(self, normalise(e));
    return;
  }
  if (awaited !== undefined) waitFor(self, awaited);
  else finish(self, coroutine instanceof PyCoroutine ? coroutine.taken() : takeReturned(self));
}

function advance(coroutine: PyCoroutine, error: PyBaseException | undefined): Value | undefined {
  return error === undefined ? coroutine.sendIn(None) : coroutine.stepThrowing(error);
}

/** Some other awaitable with the methods of a coroutine; what it returns is kept in `result` meanwhile. */
function advanceOther(self: PyTask, coroutine: Value, error: PyBaseException | undefined): Value | undefined {
  try {
    return error === undefined ? callMethod(coroutine, 'send', None) : callMethod(coroutine, 'throw', error);
  } catch (e) {
    if (!isError(e, 'StopIteration')) throw e;
    self.result = (e as PyStopIteration).value ?? None;
    return undefined;
  }
}

function takeReturned(self: PyTask): Value {
  const value = self.result!;
  self.result = undefined;
  return value;
}

function finish(self: PyTask, result: Value): void {
  unregisterTask(self);
  if (self.mustCancel) {
    // Cancelled right before the coroutine ended.
    self.mustCancel = false;
    cancelFuture(self, self.cancelMessage);
  } else setResult(self, result);
}

function failed(self: PyTask, error: PyBaseException): void {
  unregisterTask(self);
  if (isCancelledError(error)) {
    self.cancelledError = error;
    cancelFuture(self, undefined);
    return;
  }
  setException(self, error);
  if (isError(error, 'KeyboardInterrupt') || isError(error, 'SystemExit')) throw error;
}

/** CPython: task_step_handle_result_impl */
function waitFor(self: PyTask, awaited: Value): void {
  if (awaited === self) failSoon(self, `Task cannot await on itself: ${reprForMessage(self)}`);
  else if (isExact(awaited)) waitForFuture(self, awaited);
  else if (awaited === None) stepSoon(self, undefined);
  else waitForOther(self, awaited);
}

function failSoon(self: PyTask, message: string): void {
  stepSoon(self, runtimeError(message));
}

function otherLoop(self: PyTask, awaited: Value): void {
  failSoon(self, `Task ${reprForMessage(self)} got Future ${reprForMessage(awaited)} attached to a different loop`);
}

function plainYield(self: PyTask, awaited: Value): void {
  failSoon(
    self,
    `yield was used instead of yield from in task ${reprForMessage(self)} with ${reprForMessage(awaited)}`,
  );
}

function waitForFuture(self: PyTask, awaited: PyFuture): void {
  if (awaited.loop !== self.loop) otherLoop(self, awaited);
  else if (!awaited.blocking) plainYield(self, awaited);
  else {
    addAwaitedBy(awaited, self);
    awaited.blocking = false;
    addDoneCallback(awaited, wakeupOf(self), self.context);
    self.waiter = awaited;
    if (!self.mustCancel) return;
    const message = self.cancelMessage;
    if (isTrue(callMethodKeywords(awaited, 'cancel', [message ?? None], MESSAGE))) self.mustCancel = false;
  }
}

const MESSAGE: readonly string[] = ['msg'];
const CONTEXT: readonly string[] = ['context'];

/** Something that behaves as a future, or a mistake. */
function waitForOther(self: PyTask, awaited: Value): void {
  const blocking = lookupAttr(awaited, '_asyncio_future_blocking');
  if (blocking === undefined || blocking === None) {
    if (awaited instanceof PyGenerator) {
      const words = 'yield was used instead of yield from for generator in task';
      failSoon(self, `${words} ${reprForMessage(self)} with ${reprForMessage(awaited)}`);
    } else failSoon(self, `Task got bad yield: ${reprForMessage(awaited)}`);
    return;
  }
  const isBlocking = isTrue(blocking);
  if (loopOfOther(awaited) !== self.loop) otherLoop(self, awaited);
  else if (!isBlocking) plainYield(self, awaited);
  else {
    addAwaitedBy(awaited, self);
    setAttr(awaited, '_asyncio_future_blocking', false);
    callKeywords(getAttr(awaited, 'add_done_callback'), [wakeupOf(self), self.context!], CONTEXT);
    self.waiter = awaited;
    if (!self.mustCancel) return;
    if (isTrue(callMethodKeywords(awaited, 'cancel', [self.cancelMessage ?? None], MESSAGE))) self.mustCancel = false;
  }
}

/** CPython: get_future_loop */
function loopOfOther(awaited: Value): Value {
  const get = lookupAttr(awaited, 'get_loop');
  return get === undefined ? getAttr(awaited, '_loop') : call(get);
}

/** `task_wakeup`, which is no attribute of Task. CPython: TaskWakeupDef */
const wakeupDescr = new PyMethodDescr(
  makeFunction('_asyncio', 'task_wakeup', fn('($self, object, /)', wakeup)) as unknown as PyMethodDescr['entry'],
  taskType,
);

function wakeupOf(self: PyTask): PyBuiltinMethod {
  self.wakeup ??= new PyBuiltinMethod(wakeupDescr, self);
  return self.wakeup;
}

/** The awaited future is done. CPython: task_wakeup */
export function wakeup(self: PyTask, future: Value): Value {
  let error: PyBaseException | undefined;
  discardAwaitedBy(future, self);
  try {
    if (isExact(future)) error = failure(future);
    else callMethod(future, 'result');
  } catch (e) {
    error = normalise(e);
  }
  return runStep(self, error);
}

/** CPython: _asyncio_Task_cancel_impl */
export function cancelTask(self: PyTask, message?: Value): Value {
  self.logTraceback = false;
  if (self.state !== PENDING) return false;
  self.cancelRequests++;
  const { waiter } = self;
  if (waiter !== undefined && isTrue(callMethodKeywords(waiter, 'cancel', [message ?? None], MESSAGE))) return true;
  self.mustCancel = true;
  self.cancelMessage = message;
  return true;
}

export function uncancelTask(self: PyTask): void {
  if (self.cancelRequests === 0) return;
  self.cancelRequests--;
  if (self.cancelRequests === 0) self.mustCancel = false;
}
