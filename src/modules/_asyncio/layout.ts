// The layouts of Future and Task. CPython: Modules/_asynciomodule.c (FutureObj, TaskObj)
import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import type { PyBaseException } from '../../runtime/exceptions/exception.ts';
import type { PyBuiltinMethod } from '../../runtime/objects/function/function.ts';

export const PENDING = 'PENDING';
export const CANCELLED = 'CANCELLED';
export const FINISHED = 'FINISHED';
export type FutureState = typeof PENDING | typeof CANCELLED | typeof FINISHED;

/** Something to call when the future is done, and the context to call it in. */
export interface Callback {
  readonly run: Value;
  readonly context: Value | undefined;
}

export class PyFuture extends PyObject {
  /** Undefined until `__init__` has run. */
  loop: Value | undefined;
  state: FutureState;
  result: Value | undefined;
  exception: PyBaseException | undefined;
  exceptionTraceback: Value | undefined;
  /** Nearly every future has one callback at most. */
  callback: Callback | undefined;
  moreCallbacks: Callback[] | undefined;
  cancelMessage: Value | undefined;
  /** The error that the cancelled coroutine ended with, raised once. */
  cancelledError: PyBaseException | undefined;
  sourceTraceback: Value | undefined;
  /** Who waits for it: one, or a set. */
  awaitedBy: PyFuture | Set<PyFuture> | undefined;
  /** Set by `__await__`, to tell `await future` from `yield future`. */
  blocking: boolean;
  logTraceback: boolean;
  constructor() {
    super();
    this.loop = undefined;
    this.state = PENDING;
    this.result = undefined;
    this.exception = undefined;
    this.exceptionTraceback = undefined;
    this.callback = undefined;
    this.moreCallbacks = undefined;
    this.cancelMessage = undefined;
    this.cancelledError = undefined;
    this.sourceTraceback = undefined;
    this.awaitedBy = undefined;
    this.blocking = false;
    this.logTraceback = false;
  }
}
export const futureType: PyType = staticType('Future', PyFuture, {
  module: '_asyncio',
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

export class PyTask extends PyFuture {
  coroutine: Value | undefined;
  context: Value | undefined;
  /** A number until someone asks for it: then `Task-1`. */
  name: Value | number | undefined;
  waiter: Value | undefined;
  cancelRequests: number;
  mustCancel: boolean;
  logDestroyPending: boolean;
  /** What the futures it waits for call; one object serves them all. */
  wakeup: PyBuiltinMethod | undefined;
  /** In the list of tasks that are not done. */
  isRegistered: boolean;
  before: PyTask | undefined;
  after: PyTask | undefined;
  constructor() {
    super();
    this.coroutine = undefined;
    this.context = undefined;
    this.name = undefined;
    this.waiter = undefined;
    this.cancelRequests = 0;
    this.mustCancel = false;
    this.logDestroyPending = false;
    this.wakeup = undefined;
    this.isRegistered = false;
    this.before = undefined;
    this.after = undefined;
  }
}
export const taskType: PyType = staticType('Task', PyTask, {
  base: futureType,
  module: '_asyncio',
  subclassable: true,
  hasDict: true,
  hasWeakref: true,
});

/** Whether none of the methods can be a subclass's. CPython: Future_CheckExact, Task_CheckExact */
export function isExact(v: Value): v is PyFuture {
  return typeof v === 'object' && (v.cls === taskType || v.cls === futureType);
}
