// What emitted code calls around exceptions: tracebacks, matching, raising. CPython: Python/ceval.c, Python/errors.c, Python/traceback.c
import { None, type PyObject } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import { state } from '../core/state.ts';
import { isSubtype, isType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { newError, recursionError, runtimeError, systemError, typeError } from '../exceptions/errors.ts';
import { baseExceptionType, exceptionNamed, PyBaseException } from '../exceptions/exception.ts';
import type { PyCode } from '../objects/code/code.ts';
import { PyTraceback } from '../objects/traceback/traceback.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { call } from '../protocols/call.ts';

/** What the engine says of an array, string or bigint that is too large. */
const OUT_OF_MEMORY = ['BigInt', 'array length', 'string length', 'allocation'];

/** A Python exception from whatever was thrown: the engine's own errors become theirs. */
export function normalise(e: unknown): PyBaseException {
  if (e instanceof PyBaseException) return e;
  if (e instanceof RangeError) {
    // No regular expression here: there may be no stack left to compile one.
    const { message } = e;
    if (message.includes('call stack')) return recursionError('maximum recursion depth exceeded');
    if (OUT_OF_MEMORY.some((words) => message.includes(words))) return newError(exceptionNamed('MemoryError'), []);
  }
  if (e instanceof Error) return internalError(e);
  throw e;
}

/** A fault of the engine itself, as an exception that says where. CPython: PyErr_BadInternalCall and its like */
function internalError(e: Error): PyBaseException {
  const place = /^ *at ([^\n]*)/m.exec(e.stack ?? '')?.[1]?.replace(/[^ (]*\//, '') ?? 'unknown place';
  return systemError(`internal error: ${e.name}: ${e.message} (${place})`);
}

type Failure = (
  e: unknown,
  position: number,
  depth: number,
  code: number,
  recorded: unknown,
  ...values: Value[]
) => PyBaseException;

/** The catch around each function's body; what the functions of a unit have in common is given once, as this is part of their text. */
export function trace(codes: readonly PyCode[], globals: PyObject): Failure {
  return (e, position, depth, code, recorded, ...values) => {
    state.depth = depth;
    const error = normalise(e);
    // A negative position: what failed was called by the built-in that the function is an argument of.
    if (error !== recorded && position >= 0) noteFrame(error, codes[code]!, globals, position, values);
    return error;
  };
}

/** An exception has reached a handler or the end of a function: adds this frame to the traceback unless a handler in it already did. */
export function caught(
  e: unknown,
  position: number,
  code: PyCode,
  globals: PyObject,
  recorded?: unknown,
  ...values: (Value | undefined)[]
): PyBaseException {
  const error = normalise(e);
  if (error !== recorded) noteFrame(error, code, globals, position, values);
  return error;
}

function noteFrame(
  error: PyBaseException,
  code: PyCode,
  globals: PyObject,
  position: number,
  values: (Value | undefined)[],
): void {
  error.traceback = new PyTraceback(error.traceback as PyTraceback | undefined, code, globals, position, values);
}

/** `except T`: whether the exception is of the type, or of one of a tuple's. */
export function matches(error: PyBaseException, type: Value): boolean {
  if (error.cls === type) return true;
  if (isType(type)) {
    if (isSubtype(error.cls, type)) return true;
    if (isSubtype(type, baseExceptionType)) return false;
  } else if (type instanceof PyTuple) {
    for (const each of type.items) checkCatchable(each);
    return type.items.some((each) => matches(error, each));
  }
  throw typeError('catching classes that do not inherit from BaseException is not allowed');
}

function checkCatchable(type: Value): void {
  if (type instanceof PyTuple || (isType(type) && isSubtype(type, baseExceptionType))) return;
  throw typeError('catching classes that do not inherit from BaseException is not allowed');
}

/** `raise value`: an instance, its context set to the exception being handled. */
export function raise(value: Value): PyBaseException {
  const error = instantiate(value, 'exceptions must derive from BaseException');
  setContext(error);
  return error;
}

function instantiate(value: Value, message: string): PyBaseException {
  if (value instanceof PyBaseException) return value;
  if (!isType(value) || !isSubtype(value, baseExceptionType)) throw typeError(message);
  const error = call(value);
  if (error instanceof PyBaseException) return error;
  throw typeError(
    `calling ${reprOfType(value)} should have returned an instance of BaseException, not ${reprOfType(typeOf(error))}`,
  );
}

function reprOfType(type: Value): string {
  return isType(type) ? `<class '${type.moduleName === 'builtins' ? '' : `${type.moduleName}.`}${type.qualname}'>` : '';
}

/** CPython: _PyErr_SetObject; breaks the chain where it would become a cycle */
export function setContext(error: PyBaseException): void {
  const handled = state.handled as PyBaseException | undefined;
  if (handled === undefined || handled === error) return;
  if (handled.context !== undefined) breakChain(handled, error);
  error.context = handled;
}

function breakChain(handled: PyBaseException, error: PyBaseException): void {
  const seen = new Set<PyBaseException>();
  let link: PyBaseException | undefined = handled;
  while (link?.context !== undefined && !seen.has(link)) {
    seen.add(link);
    if (link.context === error) {
      link.context = undefined;
      return;
    }
    link = link.context;
  }
}

export function raiseFrom(value: Value, cause: Value): PyBaseException {
  const error = raise(value);
  if (cause === None) error.cause = undefined;
  else error.cause = instantiate(cause, 'exception causes must derive from BaseException');
  error.suppressContext = true;
  return error;
}

/** Bare `raise`: what it raises. */
export function reraise(): PyBaseException {
  return (state.handled as PyBaseException | undefined) ?? runtimeError('No active exception to reraise');
}

export function tooDeep(): never {
  throw recursionError('maximum recursion depth exceeded');
}

export function assertionFailed(message?: Value): never {
  throw raise(newError(exceptionNamed('AssertionError'), message === undefined ? [] : [message]));
}
