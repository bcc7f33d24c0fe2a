// Arguments of os functions, and how the host's refusals are raised. CPython: Modules/posixmodule.c path_converter, path_error
import { HostError } from '../../host/error.ts';
import type { Files, HostPath } from '../../host/files.ts';
import type { Host } from '../../host/host.ts';
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { checkSignals, state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { notImplementedError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import type { StrValue } from '../../runtime/objects/str/str.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { lookupFspath, lookupIndex, toHostPath } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { textFromHost } from '../../runtime/text/host-text.ts';

export function host(): Host {
  return state.interp.host;
}

export function files(): Files {
  return state.interp.host.files;
}

/** A path argument: its object for errors, and what the host is asked. */
export interface Path {
  readonly object: Value;
  readonly path: HostPath;
  /** Given as bytes: results are bytes too. */
  readonly isBytes: boolean;
}

/** A path or an open descriptor. */
export type PathOrFd = Path | { readonly object: Value; readonly fd: number };

/** A path argument. `name` is the function's, `argument` the parameter's. */
export function pathArgument(v: Value, name: string, argument = 'path', kinds = 'string, bytes or os.PathLike'): Path {
  const path = lookupFspath(v);
  if (path === undefined) throw typeError(`${name}: ${argument} should be ${kinds}, not ${typeOf(v).typeName}`);
  const hostPath = nullChecked(path, name, argument);
  // Errors name what `__fspath__` gave.
  return { object: path, path: hostPath, isBytes: path instanceof PyBytes };
}

function nullChecked(path: StrValue | PyBytes, name: string, argument: string): HostPath {
  try {
    return toHostPath(path);
  } catch (error) {
    const { args } = error as { args?: { items: readonly Value[] } };
    if (args?.items[0] !== 'embedded null byte') throw error;
    throw valueError(`${name}: embedded null character in ${argument}`);
  }
}

/** A path argument that may be a descriptor. */
export function pathOrFd(v: Value, name: string): PathOrFd {
  if (lookupFspath(v) === undefined && lookupIndex(v) !== undefined) return { object: v, fd: descriptor(v) };
  return pathArgument(v, name, 'path', 'string, bytes, os.PathLike or integer');
}

/** A path argument that may be left out or None. */
export function optionalPath(v: Value | undefined, name: string): Path {
  if (v === undefined || v === None) return { object: None, path: '.', isBytes: false };
  return pathArgument(v, name, 'path', 'string, bytes, os.PathLike, integer or None');
}

/** A descriptor number. CPython: the int converter, PyObject_AsFileDescriptor */
export const descriptor: (v: Value) => number = intArgument;

/** Only None: this host reaches files by their paths alone. */
export function noDirFd(...dirFds: (Value | undefined)[]): void {
  if (dirFds.some((dirFd) => dirFd !== undefined && dirFd !== None))
    throw notImplementedError('dir_fd unavailable on this platform');
}

export function flag(v: Value | undefined, absent: boolean): boolean {
  return v === undefined ? absent : isTrue(v);
}

/** Calls the host; refusals become OSError with the given file names, interrupted calls are made again (PEP 475). */
export function attempt<T>(call: () => T, filename?: Value, filename2?: Value): T {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.errno !== 'EINTR') throw osErrorFromHost(withoutPaths(error), filename, filename2);
      checkSignals();
    }
  }
}

/** Only what the user passed is named in an error. */
function withoutPaths(error: HostError): HostError {
  if (error.path === undefined) return error;
  return new HostError(error.errno, error.code, error.message);
}

/** A host's name for something as str, or as bytes. */
export function nameValue(text: HostPath, asBytes: boolean): Value {
  if (!asBytes) return textFromHost(text);
  return bytes(typeof text === 'string' ? new TextEncoder().encode(text) : text);
}
