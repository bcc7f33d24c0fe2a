// The module's exceptions, and notes on where pickling failed. CPython: Modules/_pickle.c (PickleState), _PyErr_FormatNote
import { typeOf } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { isError, type Raised } from '../../runtime/exceptions/errors.ts';
import { exceptionClass, raiser } from '../../runtime/native/exception-type.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { fullTypeName } from '../../runtime/protocols/type-name.ts';

export const pickleErrorType: PyType = exceptionClass('_pickle', 'PickleError', 'Exception');
export const picklingErrorType: PyType = exceptionClass('_pickle', 'PicklingError', pickleErrorType);
export const unpicklingErrorType: PyType = exceptionClass('_pickle', 'UnpicklingError', pickleErrorType);

export const picklingError: (message: string) => Raised = raiser(picklingErrorType);
export const unpicklingError: (message: string) => Raised = raiser(unpicklingErrorType);

/** An exception with `when serializing <type> <part>` added to it, to be thrown again. */
export function noted(error: unknown, obj: Value, part: string): unknown {
  if (isError(error, 'BaseException')) call(getAttr(error, 'add_note'), `when serializing ${typeText(obj)} ${part}`);
  return error;
}

/** `error` as one raised while `cause` was handled. */
export function after(cause: Raised, error: Raised): Raised {
  error.context = cause;
  return error;
}

/** How messages name the type of a value: `%T`. */
export function typeText(v: Value): string {
  return fullTypeName(typeOf(v));
}
