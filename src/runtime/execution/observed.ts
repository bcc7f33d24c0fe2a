// Calls as functions of a traced unit make them, for `sys.setprofile` and `_lsprof`: of natives, which raise no events themselves, of Python
// functions of units that are not traced, and the steps of functions that suspend. CPython: Python/legacy_tracing.c (sys_profile_call_or_return)
import { None, type PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import { FunctionMeta, type NativeMeta, type PyFunction } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import type { PyBaseException } from '../exceptions/exception.ts';
import type { PyCode } from '../objects/code/code.ts';
import { PyBuiltinMethod, PyMethod, PyMethodDescr, PyWrapperDescr } from '../objects/function/function.ts';
import type { PyGeneratorBase, Step } from '../objects/generator/generator.ts';
import { PyFrame } from '../objects/traceback/traceback.ts';
import { callee } from '../protocols/call.ts';
import { profileEvent } from './tracing.ts';

/** CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR: a call of such a function only makes an object. */
const SUSPENDS = 0x20 | 0x80 | 0x200;

function isObserving(): boolean {
  return (state.calls !== undefined || state.profiler !== undefined) && !state.isTracing;
}

/** The JS function that calls `f`, and tells about it when somebody listens. */
export function observed(f: Value): Entry {
  const entry = typeof f === 'function' ? (f as unknown as Entry) : callee(f);
  if (!isObserving()) return entry;
  const native = nativeOf(f);
  if (native !== undefined) return (...args) => callNative(native, args[0], () => entry(...args));
  const silent = silentFunction(f);
  return silent === undefined ? entry : (...args) => callSilent(silent, () => entry(...args));
}

/** `helper(f, ...rest)`, which calls `f`. */
export function callObserved(helper: (f: Value, ...rest: never[]) => Value, f: Value, ...rest: never[]): Value {
  if (!isObserving()) return helper(f, ...rest);
  const run = (): Value => helper(f, ...rest);
  const native = nativeOf(f);
  if (native !== undefined) return callNative(native, (rest[0] as Value[] | undefined)?.[0], run);
  const silent = silentFunction(f);
  return silent === undefined ? run() : callSilent(silent, run);
}

/** `f` where it is what C makes of a function or method; classes and slots are not. */
function nativeOf(f: Value): Value | undefined {
  if (f instanceof PyBuiltinMethod) return f;
  if (f instanceof PyMethodDescr) return f instanceof PyWrapperDescr ? undefined : f;
  const meta = typeof f === 'function' ? ((f as PyFunction).meta as FunctionMeta | NativeMeta | undefined) : undefined;
  return meta !== undefined && 'run' in meta ? f : undefined;
}

/** A Python function that runs at the call and tells nobody. */
function silentFunction(f: Value): FunctionMeta | undefined {
  const func = f instanceof PyMethod ? f.func : f;
  const meta = typeof func === 'function' ? ((func as PyFunction).meta as unknown) : undefined;
  if (!(meta instanceof FunctionMeta)) return undefined;
  const code = meta.code as PyCode;
  return code.info.traced === true || (code.flags & SUSPENDS) !== 0 ? undefined : meta;
}

function callNative(f: Value, first: Value | undefined, run: () => Value): Value {
  const shown = f instanceof PyMethodDescr && first !== undefined ? new PyBuiltinMethod(f, first) : f;
  const { calls } = state;
  tell('c_call', shown);
  calls?.entered(shown);
  try {
    const value = run();
    tell('c_return', shown);
    return value;
  } catch (e) {
    tell('c_exception', shown);
    throw e;
  } finally {
    state.calls?.left(shown);
  }
}

function tell(event: string, arg: Value): void {
  const frame = state.frame as PyFrame | undefined;
  if (frame !== undefined && !state.isTracing) profileEvent(frame, event, arg);
}

/** A call of a function that has no live frame: seen from outside. */
function callSilent(meta: FunctionMeta, run: () => Value): Value {
  const code = meta.code as PyCode;
  return around(new PyFrame(code, meta.globals as PyObject, code.info.firstPosition), run)!;
}

/** Runs with the frame as the innermost one that is known, and both events told. */
function around(frame: PyFrame, run: () => Value | undefined): Value | undefined {
  const below = state.frame as PyFrame | undefined;
  frame.caller = frame.back = below;
  state.frame = frame;
  let value: Value | undefined;
  try {
    profileEvent(frame, 'call', None);
    state.calls?.entered(frame.code);
    value = run();
    return value;
  } finally {
    if (!state.isTracing) profileEvent(frame, 'return', value ?? None);
    state.calls?.left(frame.code);
    state.frame = below;
    frame.caller = frame.back = undefined;
  }
}

/** The step method of a function that suspends. */
export function observedStep(step: Step): Step {
  return function (this: PyGeneratorBase, value?: Value, error?: PyBaseException) {
    if (!isObserving() || this.state < 0) return step.call(this, value, error);
    const frame = this.frameAt(0, []);
    return around(frame, () => step.call(this, value, error));
  };
}
