// Generators and awaiting, as the emitted JS generators use them. CPython: Python/ceval.c (SEND, GET_AWAITABLE), Objects/genobject.c
import { None, type PyObject, type Slots } from '../core/object.ts';
import { slotsOf, typeOf } from '../core/primitives.ts';
import type { PyFunction } from '../core/type.ts';
import type { Entry, Value } from '../core/value.ts';
import { isError, typeError } from '../exceptions/errors.ts';
import type { PyBaseException, PyStopIteration } from '../exceptions/exception.ts';
import type { PyCode } from '../objects/code/code.ts';
import {
  AsyncYield,
  PyAsyncGenerator,
  PyCoroutine,
  PyGenerator,
  PyGeneratorBase,
} from '../objects/generator/generator.ts';
import { lookupAttr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { iter } from '../protocols/iterate.ts';
import { normalise } from './raise.ts';

type Body = Generator<Value, Value, Value>;

export function generator(body: Body, code: PyCode, globals: PyObject, f?: PyFunction): PyGenerator {
  return new PyGenerator(body, code, globals, f);
}

export function coroutine(body: Body, code: PyCode, globals: PyObject, f?: PyFunction): PyCoroutine {
  return new PyCoroutine(body, code, globals, f);
}

export function asyncGenerator(body: Body, code: PyCode, globals: PyObject, f?: PyFunction): PyAsyncGenerator {
  return new PyAsyncGenerator(body, code, globals, f);
}

export function wrapAsyncValue(value: Value): AsyncYield {
  return new AsyncYield(value);
}

/** `yield from v`. */
export function* yieldFrom(v: Value): Body {
  if (v instanceof PyCoroutine) throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  return yield* delegate(iter(v) as unknown as PyObject);
}

/** Passes values and exceptions between the caller and an inner iterator; the result is what the inner one returns. */
export function* delegate(inner: PyObject): Body {
  let value = inner instanceof PyGeneratorBase ? inner.resume(None) : inner.iternext!();
  while (value !== undefined) {
    let sent: Value;
    try {
      sent = yield value;
    } catch (e) {
      const next = forward(inner, normalise(e));
      if (next.done) return next.value;
      value = next.value;
      continue;
    }
    if (sent === None || inner instanceof PyGeneratorBase) {
      value = inner instanceof PyGeneratorBase ? inner.resume(sent) : stepOrValue(inner);
    } else {
      const next = sendTo(inner, sent);
      if (next.done) return next.value;
      value = next.value;
    }
  }
  return takeReturn(inner);
}

function stepOrValue(inner: PyObject): Value | undefined {
  return inner.iternext!();
}

/** The value of the StopIteration that ended a native or user iterator, kept by it; None when it has none. */
function takeReturn(inner: PyObject): Value {
  const holder = inner as PyObject & { returned?: Value; coroutine?: PyCoroutine };
  const source = holder.coroutine ?? holder;
  const value = source.returned;
  if (value === undefined) return None;
  source.returned = None;
  return value;
}

interface Step {
  done: boolean;
  value: Value;
}

function sendTo(inner: PyObject, value: Value): Step {
  const send = (inner as PyObject & Slots)['m$send'] as Entry | undefined;
  const method = send ?? boundMethod(inner, 'send');
  if (method === undefined) throw typeError(`'${typeOf(inner).typeName}' object has no attribute 'send'`);
  return stopped(() => method(inner, value));
}

/** A thrown exception goes to the inner iterator's throw, or close for GeneratorExit. */
function forward(inner: PyObject, error: PyBaseException): Step {
  if (isError(error, 'GeneratorExit')) {
    const close = boundMethod(inner, 'close');
    if (close !== undefined) close(inner);
    throw error;
  }
  if (inner instanceof PyGeneratorBase) return stopped(() => inner.throwIn(error));
  const method = boundMethod(inner, 'throw');
  if (method === undefined) throw error;
  return stopped(() => method(inner, error));
}

function boundMethod(inner: PyObject, name: string): Entry | undefined {
  const quick = (inner as PyObject & Slots)[`m$${name}`] as Entry | undefined;
  if (quick !== undefined) return quick;
  const value = lookupAttr(inner, name);
  return value === undefined ? undefined : (_self, ...args) => call(value, ...args);
}

function stopped(step: () => Value): Step {
  try {
    return { done: false, value: step() };
  } catch (e) {
    if (!isError(e, 'StopIteration')) throw e;
    return { done: true, value: (e as PyStopIteration).value ?? None };
  }
}

/** The iterator of an awaitable. CPython: _PyCoro_GetAwaitableIter */
export function awaitableIter(v: Value): PyObject {
  if (v instanceof PyCoroutine) {
    return v;
  }
  if (v instanceof PyGenerator && v.code.flags & 0x100) return v;
  const method = (slotsOf(v) as Slots)['m$__await__'] as Entry | undefined;
  if (method === undefined) throw typeError(`'${typeOf(v).typeName}' object can't be awaited`);
  const result = method(v);
  if (result instanceof PyCoroutine) throw typeError('__await__() returned a coroutine');
  if (typeof result === 'object' && result.iternext !== undefined) return result;
  throw typeError(`__await__() returned non-iterator of type '${typeOf(result).typeName}'`);
}

/** `await v`. */
export function* awaitValue(v: Value): Body {
  return yield* delegate(awaitableIter(v));
}

/** `async for`: the iterator. */
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

/** One step of `async for`: undefined at the end. */
export function* asyncNext(iterator: Value): Generator<Value, Value | undefined, Value> {
  const method = (slotsOf(iterator) as unknown as { m$__anext__: Entry }).m$__anext__;
  try {
    const awaitable = method(iterator);
    return yield* delegate(nextAwaitable(awaitable));
  } catch (e) {
    if (isError(e, 'StopAsyncIteration')) return undefined;
    throw e;
  }
}

function nextAwaitable(awaitable: Value): PyObject {
  try {
    return awaitableIter(awaitable);
  } catch (e) {
    if (!isError(e, 'TypeError')) throw e;
    const error = typeError(`'async for' received an invalid object from __anext__: ${typeOf(awaitable).typeName}`);
    error.cause = e;
    throw error;
  }
}
