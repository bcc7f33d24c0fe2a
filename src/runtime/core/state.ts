// The state of the running thread: the one place where the engine keeps something that changes outside an object. Emitted code and natives read
// it directly; switching threads or interpreters swaps its fields, as CPython swaps the current PyThreadState.
import { type Interpreter, SIGNAL_RUNNER } from './interpreter.ts';
import type { PyObject } from './object.ts';
import type { PyType } from './type.ts';
import type { Value } from './value.ts';

/** The calling frame as far as `locals()`, `eval()` and the like look at it. */
export interface CallerFrame {
  globals: PyObject;
  /** The namespace, or a function's variables as names and values in turn. */
  locals: Value | readonly (Value | undefined)[] | undefined;
  /** `from __future__` bits that code compiled for it inherits. */
  futures: number;
}

/** Who counts calls: `_lsprof`. Code objects are those of Python functions, callables are natives. */
export interface CallObserver {
  entered(key: Value): void;
  left(key: Value): void;
}

/** Generators that something is resuming, from the outermost to the innermost, and what was being resumed when that began. */
interface RunningChain {
  readonly members: readonly PyObject[];
  readonly outer: RunningChain | undefined;
}

export class ThreadState {
  /** Python frames now on the JS stack. */
  depth = 0;
  /** sys.getrecursionlimit(): entering a frame deeper than this raises RecursionError. */
  limit = 1000;
  /** The exception being handled, for `raise`, `sys.exception()` and implicit `__context__`. CPython: exc_info */
  handled: Value | undefined = undefined;
  /** What an operation failed with that returned `undefined` instead of throwing. */
  raised: Value | undefined = undefined;
  /** Non-zero in cell 0 when something outside wants the thread's attention (a signal); polled at loop back-edges. */
  pending: Int32Array = new Int32Array(1);
  /** The JS function of the class statement being run: `type.__new__` takes it as the class itself. */
  classEntry: PyType | undefined = undefined;
  /** The frame that called a built-in by a name like `locals` or `eval`. */
  caller: CallerFrame | undefined = undefined;
  /** The running `contextvars` context, once there is one. */
  context: Value | undefined = undefined;
  /** The event loop that runs in this thread, and the task it is running. CPython: asyncio_running_loop, asyncio_running_task */
  runningLoop: Value | undefined = undefined;
  runningTask: Value | undefined = undefined;
  /** sys.set_asyncgen_hooks. */
  asyncgenFirstIter: Value | undefined = undefined;
  asyncgenFinalizer: Value | undefined = undefined;
  /** sys.set_coroutine_origin_tracking_depth: how many callers a new coroutine notes. */
  originDepth = 0;
  /** The chain of delegating generators that is being stepped, with the one around it in its `outer`. */
  chain: RunningChain | undefined = undefined;
  /** Containers whose repr() is being made. CPython: Py_ReprEnter */
  reprs: Set<Value> = new Set();
  /** The innermost frame of a traced unit. */
  frame: Value | undefined = undefined;
  /** What `sys.settrace` and `sys.setprofile` were given, and whether one of them is running. */
  tracer: Value | undefined = undefined;
  profiler: Value | undefined = undefined;
  /** What `_lsprof` hears calls with. */
  calls: CallObserver | undefined = undefined;
  isTracing = false;
  interp!: Interpreter;

  /** Goes on in another interpreter, with nothing of the one before. CPython: PyThreadState_Swap */
  enter(interp: Interpreter, pending: Int32Array): void {
    this.interp = interp;
    this.pending = pending;
    this.context = this.runningLoop = this.runningTask = undefined;
  }
}

export const state: ThreadState = new ThreadState();

/** Runs the handlers of signals that have come. CPython: PyErr_CheckSignals */
export function checkSignals(): void {
  if (state.pending[0] !== 0) (state.interp.states.get(SIGNAL_RUNNER) as (() => void) | undefined)?.();
}
