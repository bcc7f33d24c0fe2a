// Constructors for the errors natives raise, used at the site: `throw valueError('math domain error')`.
// As in CPython the exception being handled becomes the new one's __context__.
import { state } from '../core/state.ts';
import type { PyType } from '../core/type.ts';
import type { Value } from '../core/value.ts';
import { strOfUtf16 } from '../objects/str/str.ts';
import { PyTuple } from '../objects/tuple/tuple.ts';
import { isNarrow } from '../text/text.ts';
import {
  exceptionNamed,
  type PyAttributeError,
  PyBaseException,
  type PyNameError,
  type PyStopIteration,
} from './exception.ts';

const keyErrorType = exceptionNamed('KeyError');
const stopIterationType = exceptionNamed('StopIteration');
const attributeErrorType = exceptionNamed('AttributeError');

/** What `throw` carries. */
export type Raised = PyBaseException;

/** A new exception of a static type, its context set. CPython: PyErr_SetObject */
export function newError(type: PyType, args: readonly Value[]): PyBaseException {
  const Layout = type.Instance as unknown as new (args: PyTuple) => PyBaseException;
  const error = new Layout(new PyTuple(args));
  const handled = state.handled;
  if (handled !== undefined) error.context = handled as PyBaseException;
  return error;
}

/** A message as a str in its one form: it may quote characters that take two code units. */
function textOf(message: string): Value {
  return isNarrow(message) ? message : strOfUtf16(message);
}

function named(name: string): (message: string) => Raised {
  const type = exceptionNamed(name);
  return (message) => newError(type, [textOf(message)]);
}

export const typeError: (message: string) => Raised = named('TypeError');
export const valueError: (message: string) => Raised = named('ValueError');
export const indexError: (message: string) => Raised = named('IndexError');
export const overflowError: (message: string) => Raised = named('OverflowError');
export const zeroDivisionError: (message: string) => Raised = named('ZeroDivisionError');
export const runtimeError: (message: string) => Raised = named('RuntimeError');
export const recursionError: (message: string) => Raised = named('RecursionError');
export const notImplementedError: (message: string) => Raised = named('NotImplementedError');
export const lookupError: (message: string) => Raised = named('LookupError');
export const bufferError: (message: string) => Raised = named('BufferError');
export const systemError: (message: string) => Raised = named('SystemError');
export const assertionError: (message: string) => Raised = named('AssertionError');
export const eofError: (message: string) => Raised = named('EOFError');
export const referenceError: (message: string) => Raised = named('ReferenceError');

export function memoryError(message = ''): Raised {
  return newError(exceptionNamed('MemoryError'), message === '' ? [] : [message]);
}

/** KeyError holds the key itself, not a message. */
export function keyError(key: Value): Raised {
  return newError(keyErrorType, [key]);
}

export function stopIteration(value?: Value): Raised {
  const error = newError(stopIterationType, value === undefined ? [] : [value]) as PyStopIteration;
  error.value = value;
  return error;
}

export function attributeError(message: string, obj?: Value, name?: Value): Raised {
  const error = newError(attributeErrorType, [textOf(message)]) as PyAttributeError;
  error.obj = obj;
  error.name = name;
  return error;
}

export function nameError(message: string, name: Value): Raised {
  const error = newError(exceptionNamed('NameError'), [textOf(message)]) as PyNameError;
  error.name = name;
  return error;
}

/** CPython gives it no name. */
export function unboundLocalError(message: string): Raised {
  return newError(exceptionNamed('UnboundLocalError'), [textOf(message)]);
}

/** Whether something caught is a Python exception of the given type. */
export function isError(e: unknown, name: string): e is PyBaseException {
  return e instanceof PyBaseException && e.cls.mro.includes(exceptionNamed(name));
}
