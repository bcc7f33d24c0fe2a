// Handlers and their running. CPython: Modules/signalmodule.c
import { HostError } from '../../host/error.ts';
import { type Interpreter, SIGNAL_RUNNER } from '../../runtime/core/interpreter.ts';
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, type Raised } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { call } from '../../runtime/protocols/call.ts';

const STATE: unique symbol = Symbol('_signal');

export const SIG_DFL = 0;
export const SIG_IGN = 1;
export const LAST_SIGNAL = 64;

/** What the module keeps per interpreter. */
export interface SignalState {
  /** Handler by signal number; absent: SIG_DFL. */
  readonly handlers: Map<number, Value>;
  /** Signals whose handlers wait. */
  readonly blocked: Set<number>;
  /** Arrived while blocked. */
  readonly held: Set<number>;
  wakeupFd: number;
  warnOnFullBuffer: boolean;
}

export function signalState(interp: Interpreter = state.interp): SignalState {
  let made = interp.states.get(STATE) as SignalState | undefined;
  if (made === undefined) {
    const { SIGPIPE, SIGXFSZ } = interp.host.signals.numbers;
    const handlers = new Map<number, Value>();
    for (const number of [SIGPIPE, SIGXFSZ]) if (number !== undefined) handlers.set(number, int(SIG_IGN));
    made = { handlers, blocked: new Set(), held: new Set(), wakeupFd: -1, warnOnFullBuffer: true };
    interp.states.set(STATE, made);
    interp.states.set(SIGNAL_RUNNER, () => runPending(interp));
  }
  return made;
}

/** Runs the Python handlers of signals that have come. CPython: _PyErr_CheckSignalsTstate */
function runPending(interp: Interpreter): void {
  const signals = signalState(interp);
  const arrived = interp.host.signals.take();
  for (const [index, signum] of arrived.entries()) {
    wake(interp, signals, signum);
    if (signals.blocked.has(signum)) {
      signals.held.add(signum);
      continue;
    }
    try {
      runHandler(signals, signum);
    } catch (error) {
      // The others stay pending for the next check.
      for (const later of arrived.slice(index + 1)) interp.host.signals.raise(later);
      throw error;
    }
  }
}

function runHandler({ handlers }: SignalState, signum: number): void {
  const handler = handlers.get(signum);
  if (handler === undefined || typeof handler === 'number' || handler === None) return;
  call(handler, int(signum), None);
}

/** One byte for whoever waits on the wake-up descriptor. */
function wake(interp: Interpreter, { wakeupFd }: SignalState, signum: number): void {
  if (wakeupFd < 0) return;
  try {
    interp.host.files.write(wakeupFd, Uint8Array.of(signum));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** Lets blocked signals through that have arrived meanwhile. */
export function release(signals: SignalState): void {
  for (const signum of [...signals.held].sort((a, b) => a - b)) {
    if (signals.blocked.has(signum)) continue;
    signals.held.delete(signum);
    runHandler(signals, signum);
  }
}

export function keyboardInterrupt(): Raised {
  return newError(exceptionNamed('KeyboardInterrupt'), []);
}
