// OSError from the host's refusals, as the subclass that the errno selects. CPython: Objects/exceptions.c (oserror_use_init, errnomap)
import type { HostError, HostText } from '../../host/error.ts';
import { state } from '../core/state.ts';
import type { PyType } from '../core/type.ts';
import { int, type Value } from '../core/value.ts';
import { textFromHost } from '../text/host-text.ts';
import { newError, type Raised } from './errors.ts';
import { exceptionNamed, type PyOSError } from './exception.ts';

/** errno name to the subclass of OSError. */
const SUBCLASSES: ReadonlyMap<string, string> = new Map([
  ['EAGAIN', 'BlockingIOError'],
  ['EALREADY', 'BlockingIOError'],
  ['EINPROGRESS', 'BlockingIOError'],
  ['EWOULDBLOCK', 'BlockingIOError'],
  ['EPIPE', 'BrokenPipeError'],
  ['ESHUTDOWN', 'BrokenPipeError'],
  ['ECHILD', 'ChildProcessError'],
  ['ECONNABORTED', 'ConnectionAbortedError'],
  ['ECONNREFUSED', 'ConnectionRefusedError'],
  ['ECONNRESET', 'ConnectionResetError'],
  ['EEXIST', 'FileExistsError'],
  ['ENOENT', 'FileNotFoundError'],
  ['EISDIR', 'IsADirectoryError'],
  ['ENOTDIR', 'NotADirectoryError'],
  ['EINTR', 'InterruptedError'],
  ['EACCES', 'PermissionError'],
  ['EPERM', 'PermissionError'],
  ['ENOTCAPABLE', 'PermissionError'],
  ['ESRCH', 'ProcessLookupError'],
  ['ETIMEDOUT', 'TimeoutError'],
]);

/** The OSError for a failed host call. `filename` is what the user passed; absent: what the host named. */
export function osErrorFromHost(error: HostError, filename?: Value, filename2?: Value): Raised {
  const type = exceptionNamed(SUBCLASSES.get(error.errno) ?? 'OSError');
  const raised = newError(type, [int(error.code), error.message]) as PyOSError;
  raised.errno = int(error.code);
  raised.strerror = error.message;
  raised.filename = filename ?? fromHost(error.path);
  raised.filename2 = filename2 ?? fromHost(error.path2);
  return raised;
}

function fromHost(path: HostText | undefined): Value | undefined {
  return path === undefined ? undefined : textFromHost(path);
}

/** An OSError with a message and no errno. */
export function osError(message: string): Raised {
  return newError(exceptionNamed('OSError'), [message]);
}

/** The subclass of OSError for an errno value given to the constructor. CPython: errnomap */
export function osErrorClass(errno: Value): PyType | undefined {
  if (typeof errno !== 'number') return undefined;
  const name = errnoName(errno);
  const subclass = name === undefined ? undefined : SUBCLASSES.get(name);
  return subclass === undefined ? undefined : exceptionNamed(subclass);
}

function errnoName(errno: number): string | undefined {
  return state.interp.host.errnos.names.get(errno);
}
