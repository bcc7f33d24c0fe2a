// Generators and awaiting, as the emitted step methods use them. CPython: Python/ceval.c (SEND, GET_AWAITABLE), Objects/genobject.c
import { None, type PyObject, type Slots } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import type { FunctionMeta } from '../core/type.ts';
import { type Entry, int, type Value } from '../core/value.ts';
import { attributeError, isError, runtimeError, typeError } from '../exceptions/errors.ts';
import type { PyBaseException, PyStopIteration } from '../exceptions/exception.ts';
import { writeUnraisable } from '../exceptions/unraisable.ts';
import type { PyCode } from '../objects/code/code.ts';
import { AsyncNext, nextOfGenerator } from '../objects/generator/async-step.ts';
import { delegateOf, ENDED } from '../objects/generator/delegates.ts';
import {
  PyAsyncGenerator,
  PyCoroutine,
  PyGenerator,
  PyGeneratorBase,
  type Step,
} from '../objects/generator/generator.ts';
import { PyTraceback, positionOf } from '../objects/traceback/traceback.ts';
import { tuple } from '../objects/tuple/tuple.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { iter } from '../protocols/iterate.ts';
import { reprForMessage } from '../protocols/text.ts';
import { currentFrame } from './frames.ts';
import { normalise, setContext } from './raise.ts';

type Make = (...args: never[]) => void;

/** Completes the constructor of one function's generators: its code, namespace and, where all share it, its step method. */
export function resumable(
  make: Make,
  base: { prototype: PyGeneratorBase },
  code: PyCode,
  globals: PyObject,
  step?: Step,
): Make {
  const own: Record<string, unknown> = { ownCode: code, code, name: code.name, qualname: code.qualname, globals };
  if (step !== undefined) {
    own['step'] = step;
    if (base === PyGenerator) own['iternext'] = step;
  }
  const hidden = Object.entries(own).map(([name, value]) => [name, { value, writable: true, configurable: true }]);
  make.prototype = Object.create(base.prototype, Object.fromEntries(hidden) as PropertyDescriptorMap) as object;
  return make;
}

/** A generator of a function whose name or code was changed takes them as they are now. */
export function adopt(g: PyGeneratorBase, meta: FunctionMeta): void {
  g.code = meta.code as PyCode;
  g.name = meta.name;
  g.qualname = meta.qualname;
}

/** Notes who calls a coroutine function. CPython: compute_cr_origin */
export function noteOrigin(coroutine: PyCoroutine): void {
  const origin: Value[] = [];
  // The innermost frame is the coroutine function's own entry.
  for (let frame = currentFrame(1); frame !== undefined && origin.length < state.originDepth; frame = frame.back) {
    const [line] = positionOf(frame.code, frame.position);
    origin.push(tuple([frame.code.filename, int(line), frame.code.name]));
  }
  coroutine.origin = tuple(origin);
}

/** The step method of something that is running or finished was called. */
export function idle(g: PyGeneratorBase, error: PyBaseException | undefined, value?: Value): Value | undefined {
  return g.idle(error, value);
}

/** The catch around a step's body: the traceback gets the frame's entry, with variables of enclosing functions as they are. */
export function failed(
  g: PyGeneratorBase,
  e: unknown,
  position: number,
  recorded?: unknown,
  ...free: (Value | undefined)[]
): PyBaseException {
  if (g.delegate !== undefined) g.delegate = undefined;
  return g.escaping(caughtIn(g, e, position, recorded, ...free));
}

/** The catch of a handler that suspends. */
export function caughtIn(
  g: PyGeneratorBase,
  e: unknown,
  position: number,
  recorded?: unknown,
  ...free: (Value | undefined)[]
): PyBaseException {
  const error = normalise(e);
  if (error === recorded) return error;
  const frame = g.frameAt(position, free);
  error.traceback = PyTraceback.of(error.traceback as PyTraceback | undefined, frame, position);
  return error;
}

/** An exception thrown in where the body handles another one. CPython: _PyErr_ChainStackItem */
export function thrown(error: PyBaseException): PyBaseException {
  setContext(error);
  return error;
}

/** `yield from v`: the iterator. CPython: GET_YIELD_FROM_ITER */
export function yieldFrom(g: PyGeneratorBase, v: Value): PyObject {
  if ((v as Partial<PyGeneratorBase>).own !== true) return iter(v);
  if (v instanceof PyCoroutine) {
    if (g.code.flags & 0x180) return v;
    throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  return v instanceof PyGenerator ? v : iter(v);
}

/** One step of what `g` delegates to, which is not a generator of ours, or gets an exception: undefined when it has ended. CPython: SEND */
export function delegate(
  g: PyGeneratorBase,
  value: Value,
  error: PyBaseException | undefined,
  isHandling?: true,
): Value | undefined {
  if (error === ENDED) {
    // Of a chain of delegates: `delegated` takes the value from here.
    g.delegate = undefined;
    g.returned = value;
    return undefined;
  }
  const inner = delegateOf(g);
  // A chain passes on what its next member failed with.
  if (inner === undefined) throw error;
  g.delegate = inner;
  if (error !== undefined) return isHandling ? forwardHandling(g, inner, error) : forward(g, inner, error);
  if (inner instanceof PyGeneratorBase) return inner.step(value);
  if (value === None) return inner.iternext!();
  const send = boundMethod(inner, 'send');
  if (send === undefined) throw attributeError(`'${typeOf(inner).typeName}' object has no attribute 'send'`);
  return ended(g, () => send(inner, value));
}

/** What the ended delegate returned: the value of the `yield from` or `await`. */
export function delegated(g: PyGeneratorBase): Value {
  const inner = g.delegate as (PyObject & { returned?: Value; coroutine?: PyCoroutine }) | undefined;
  if (inner === undefined) return g.taken();
  g.delegate = undefined;
  const holder = inner.coroutine ?? inner;
  const value = holder.returned;
  if (value === undefined) return None;
  holder.returned = None;
  return value;
}

/** What the step of an `async for` gave; undefined when an async generator has ended. */
export function delegatedNext(g: PyGeneratorBase): Value | undefined {
  const inner = g.delegate;
  if (!(inner instanceof AsyncNext)) return delegated(g);
  g.delegate = undefined;
  return inner.takeNext();
}

/** A thrown exception goes to the inner iterator's throw, or close for GeneratorExit. CPython: _gen_throw */
function forward(g: PyGeneratorBase, inner: PyObject, error: PyBaseException): Value | undefined {
  if (isError(error, 'GeneratorExit')) {
    g.delegate = undefined;
    if (inner instanceof PyGeneratorBase) inner.close();
    else closeMethod(inner)?.(inner);
    throw error;
  }
  if (inner instanceof PyGeneratorBase) return inner.stepThrowing(error);
  const method = boundMethod(inner, 'throw');
  if (method === undefined) throw error;
  return ended(g, () => method(inner, error));
}

/** What comes out again gets the exception that `g` handles as its context. */
function forwardHandling(g: PyGeneratorBase, inner: PyObject, error: PyBaseException): Value | undefined {
  try {
    return forward(g, inner, error);
  } catch (e) {
    throw thrown(normalise(e));
  }
}

function boundMethod(inner: PyObject, name: string): Entry | undefined {
  const quick = (inner as PyObject & Slots)[`m$${name}`] as Entry | undefined;
  if (quick !== undefined) return quick;
  const value = lookupAttr(inner, name);
  return value === undefined ? undefined : (_self, ...args) => call(value, ...args);
}

/** CPython: gen_close_iter */
function closeMethod(inner: PyObject): Entry | undefined {
  try {
    return boundMethod(inner, 'close');
  } catch (e) {
    writeUnraisable(normalise(e), `Exception ignored while closing generator ${reprForMessage(inner)}`, undefined);
    return undefined;
  }
}

/** A StopIteration ends the delegation; `g` itself keeps its value for `delegated`. */
function ended(g: PyGeneratorBase, step: () => Value): Value | undefined {
  try {
    return step();
  } catch (e) {
    if (!isError(e, 'StopIteration')) throw e;
    g.delegate = undefined;
    g.returned = (e as PyStopIteration).value ?? None;
    return undefined;
  }
}

/** The iterator of an awaitable; `role` is the method of an `async with` that it comes from. CPython: _PyCoro_GetAwaitableIter, GET_AWAITABLE */
export function awaitableIter(v: Value, role?: string): PyObject {
  if (v instanceof PyCoroutine) {
    if (v.delegate !== undefined && v.ownState > 0) throw runtimeError('coroutine is being awaited already');
    return v;
  }
  if (v instanceof PyGenerator && v.code.flags & 0x100) return v;
  const method = (slotsOf(v) as Slots)['m$__await__'] as Entry | undefined;
  if (method === undefined) throw typeError(notAwaitable(v, role));
  const result = method(v);
  if (result instanceof PyCoroutine) throw typeError('__await__() returned a coroutine');
  if (typeof result === 'object' && result.iternext !== undefined) return result;
  throw typeError(`__await__() returned non-iterator of type '${typeOf(result).typeName}'`);
}

function notAwaitable(v: Value, role: string | undefined): string {
  const type = typeOf(v).typeName;
  if (role === undefined) return `'${type}' object can't be awaited`;
  return `'async with' received an object from ${role} that does not implement __await__: ${type}`;
}

/** `async for`: the iterator. CPython: GET_AITER */
export function asyncIter(v: Value): Value {
  const method = (slotsOf(v) as Slots)['m$__aiter__'] as Entry | undefined;
  if (method === undefined) {
    throw typeError(`'async for' requires an object with __aiter__ method, got ${typeOf(v).typeName}`);
  }
  const iterator = method(v);
  if ((slotsOf(iterator) as Slots)['m$__anext__'] === undefined) {
    throw typeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeOf(iterator).typeName}`,
    );
  }
  return iterator;
}

/** `async for`: what to await for the next value. CPython: GET_ANEXT */
export function asyncNext(iterator: Value): PyObject {
  if (iterator instanceof PyAsyncGenerator) return nextOfGenerator(iterator);
  const method = (slotsOf(iterator) as unknown as { m$__anext__: Entry }).m$__anext__;
  const next = method(iterator);
  try {
    return awaitableIter(next);
  } catch (e) {
    const error = typeError(`'async for' received an invalid object from __anext__: ${typeOf(next).typeName}`);
    error.cause = error.context = normalise(e);
    throw error;
  }
}

/** Whether an exception ends an `async for`. CPython: END_ASYNC_FOR */
export function endsAsync(e: PyBaseException): boolean {
  return isError(e, 'StopAsyncIteration');
}
