// What functions of a traced unit call: their live frames, and the events of `sys.settrace`, `sys.setprofile` and `sys.monitoring`. Other units never come here.
// CPython: Python/legacy_tracing.c, Python/sysmodule.c (trace_trampoline)
import { None, type PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import { int, type Value } from '../core/value.ts';
import type { PyBaseException } from '../exceptions/exception.ts';
import type { PyCode } from '../objects/code/code.ts';
import { PyFrame, PyTraceback, positionOf } from '../objects/traceback/traceback.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { call } from '../protocols/call.ts';
import { linkFrames } from './frames.ts';
import { Event, isMonitored, offsetOf, raiseEvent, raiseEventAt } from './monitoring.ts';
import { normalise } from './raise.ts';

export function enterFrame(
  code: PyCode,
  globals: PyObject,
  position: () => number,
  read: () => (Value | undefined)[],
  write: (index: number, value: Value | undefined) => void,
  namespace?: Value,
): PyFrame {
  const frame = new PyFrame(code, globals, 0);
  frame.live = { position, read, write, link: linkFrames };
  frame.namespace = namespace;
  frame.caller = state.frame as PyFrame | undefined;
  state.frame = frame;
  return frame;
}

function call_(f: Value, frame: PyFrame, event: string, arg: Value): Value {
  state.isTracing = true;
  try {
    return call(f, frame, event, arg);
  } finally {
    state.isTracing = false;
  }
}

/** Calls a trace function; one that fails ends the tracing. */
function traceEvent(f: Value, frame: PyFrame, event: string, arg: Value): void {
  try {
    const result = call_(f, frame, event, arg);
    if (result !== None) frame.trace = result;
  } catch (e) {
    state.tracer = undefined;
    frame.trace = undefined;
    throw e;
  }
}

export function profileEvent(frame: PyFrame, event: string, arg: Value): void {
  const { profiler } = state;
  if (profiler === undefined) return;
  try {
    call_(profiler, frame, event, arg);
  } catch (e) {
    state.profiler = undefined;
    throw e;
  }
}

function isLocal(frame: PyFrame): boolean {
  return state.tracer !== undefined && frame.trace !== undefined && !state.isTracing;
}

/** A function starts. */
export function callEvent(frame: PyFrame): void {
  if (state.isTracing) return;
  if (state.tracer !== undefined) traceEvent(state.tracer, frame, 'call', None);
  if (state.profiler !== undefined) {
    // A profiler compares `f_back` with the frame it last heard of: those it hears nothing of are left out.
    frame.back = frame.caller;
    profileEvent(frame, 'call', None);
  }
  if (state.calls !== undefined) state.calls.entered(frame.code);
  raiseEvent(frame, Event.PY_START, int(0));
}

/** A statement starts; `again` where a loop comes back to a line, which where `for` goes on is another place than where it started. */
export function traceLine(frame: PyFrame, again = false, place = 0): void {
  const isLineMonitored = isMonitored(Event.LINE, frame.code);
  if (!isLocal(frame) && !isLineMonitored) return;
  const [line] = positionOf(frame.code, frame.position);
  if (line === frame.lastLine && !again) return;
  frame.lastLine = line;
  if (frame.traceLines && isLocal(frame)) traceEvent(frame.trace!, frame, 'line', None);
  if (isLineMonitored) raiseEventAt(frame, Event.LINE, `${line},${place}`, [int(line)]);
}

/** A function returns. */
export function leaveFrame(frame: PyFrame, value: Value): Value {
  if (state.isTracing) return value;
  returned(frame, value);
  raiseEvent(frame, Event.PY_RETURN, offsetOf(frame), value);
  return value;
}

function returned(frame: PyFrame, value: Value): void {
  frame.isLeft = true;
  if (isLocal(frame)) traceEvent(frame.trace!, frame, 'return', value);
  if (state.profiler !== undefined) profileEvent(frame, 'return', value);
  if (state.calls !== undefined) state.calls.left(frame.code);
}

/** An exception is seen in a function for the first time: the traceback's entry, the event. */
function seen(frame: PyFrame, error: PyBaseException): void {
  const { position } = frame;
  error.traceback = PyTraceback.of(error.traceback as PyTraceback | undefined, frame, position);
  if (isLocal(frame)) traceEvent(frame.trace!, frame, 'exception', tuple([error.cls, error, error.traceback]));
  raiseEvent(frame, Event.RAISE, offsetOf(frame), error);
}

/** The catch of a handler. */
export function catchInFrame(frame: PyFrame, e: unknown, recorded: unknown): PyBaseException {
  const error = normalise(e);
  if (error !== recorded) seen(frame, error);
  raiseEvent(frame, Event.EXCEPTION_HANDLED, offsetOf(frame), error);
  return error;
}

/** The catch around a function's body. */
export function failFrame(frame: PyFrame, e: unknown, recorded?: unknown): PyBaseException {
  const error = normalise(e);
  if (error !== recorded) seen(frame, error);
  if (frame.isLeft) return error;
  if (state.isTracing) return error;
  returned(frame, None);
  raiseEvent(frame, Event.PY_UNWIND, offsetOf(frame), error);
  return error;
}
