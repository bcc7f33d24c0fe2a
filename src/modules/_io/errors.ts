// What io raises. CPython: Modules/_io/_iomodule.c
import { HostError } from '../../host/error.ts';
import { None } from '../../runtime/core/object.ts';
import { typeType } from '../../runtime/core/primitives.ts';
import { checkSignals } from '../../runtime/core/state.ts';
import { makeType, type PyType, TypeFlags } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, newError, type Raised, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed, PyOSError } from '../../runtime/exceptions/exception.ts';
import { osError, osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { weakrefDescriptor } from '../../runtime/native/exception-type.ts';
import type { BufferedErrors } from './core/buffered.ts';

class PyUnsupportedOperation extends PyOSError {}

/** io.UnsupportedOperation(OSError, ValueError). */
export const unsupportedOperationType: PyType = makeUnsupportedOperation();

function makeUnsupportedOperation(): PyType {
  const base = exceptionNamed('OSError');
  const second = exceptionNamed('ValueError');
  const type = makeType({
    typeName: 'UnsupportedOperation',
    metatype: typeType,
    bases: [base, second],
    base,
    Instance: PyUnsupportedOperation,
    moduleName: 'io',
    flags: TypeFlags.BASETYPE | TypeFlags.HEAP,
    hasDict: true,
    hasWeakref: true,
  });
  type.mro = [type, base, second, ...second.base!.mro];
  type.proto.fs = true;
  type.attrs.set('__module__', 'io');
  type.attrs.set('__doc__', None);
  type.attrs.set('__weakref__', weakrefDescriptor(type));
  return type;
}

export function unsupported(message: string): Raised {
  return newError(unsupportedOperationType, [message]);
}

const EAGAIN = 11;

/** BlockingIOError after `taken` bytes. */
export function blockingError(taken: number): Raised {
  const message = 'write could not complete without blocking';
  const error = newError(exceptionNamed('BlockingIOError'), [int(EAGAIN), message, int(taken)]) as PyOSError;
  error.errno = int(EAGAIN);
  error.strerror = message;
  error.charactersWritten = int(taken);
  return error;
}

export const BUFFERED_ERRORS: BufferedErrors = {
  invalidPosition: (position) => osError(`Raw stream returned invalid position ${position}`),
  invalidReadLength: (count, limit) =>
    osError(`raw readinto() returned invalid length ${count} (should have been between 0 and ${limit})`),
  invalidWriteLength: (count, limit) =>
    osError(`raw write() returned invalid length ${count} (should have been between 0 and ${limit})`),
  blocking: blockingError,
  isBlocking: (error) => isError(error, 'BlockingIOError'),
  checkSignals,
};

export function closedError(): Raised {
  return valueError('I/O operation on closed file.');
}

/**
 * Calls the host: its refusals become OSError, and a call that a signal ended is made again once the handlers have run (PEP 475).
 */
export function hostCall<T>(call: () => T, filename?: Value): T {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.errno !== 'EINTR') throw osErrorFromHost(error, filename);
      checkSignals();
    }
  }
}

/** As hostCall for transfers: would block is undefined. */
export function hostTransfer(call: () => number): number | undefined {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.errno === 'EAGAIN') return undefined;
      if (error.errno !== 'EINTR') throw osErrorFromHost(error);
      checkSignals();
    }
  }
}
