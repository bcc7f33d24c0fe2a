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
import { warn } from '../../runtime/protocols/warn.ts';
import { textFromHost } from '../../runtime/text/host-text.ts';
import { concatHostPath } from './join.ts';

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
  if (lookupFspath(v) === undefined && lookupIndex(v) !== undefined) return { object: v, fd: fileDescriptor(v) };
  return pathArgument(v, name, 'path', 'string, bytes, os.PathLike or integer');
}

/** A path argument that may be left out, None or a descriptor. */
export function optionalPath(v: Value | undefined, name: string): PathOrFd {
  if (v === undefined || v === None) return { object: None, path: '.', isBytes: false };
  if (lookupFspath(v) === undefined && lookupIndex(v) !== undefined) return { object: v, fd: fileDescriptor(v) };
  return pathArgument(v, name, 'path', 'string, bytes, os.PathLike, integer or None');
}

/** A descriptor number. CPython: the int converter, PyObject_AsFileDescriptor */
export const descriptor: (v: Value) => number = intArgument;

/** A path to start at an open folder: the system has a name for that, which goes in front. CPython: the *at functions */
export function below<T extends PathOrFd>(target: T, dirFd: Value | undefined, name = ''): T {
  if (dirFd === undefined || dirFd === None) return target;
  if (lookupIndex(dirFd) === undefined)
    throw typeError(`argument should be integer or None, not ${typeOf(dirFd).typeName}`);
  const fd = intArgument(dirFd);
  if ('fd' in target) throw valueError(`${name}: can't specify dir_fd without matching path`);
  const { path } = target;
  if (path.length === 0 || path[0] === '/' || path[0] === SLASH) return target;
  return { ...target, path: concatHostPath(folderOf(fd, target.object), path) };
}

const SLASH = 0x2f;

/** A path of the folder that a descriptor is open on. */
export function folderOf(fd: number, filename?: Value): HostPath {
  if (!files().namesFolders) throw notImplementedError('dir_fd unavailable on this platform');
  return attempt(() => files().folderOf(fd), filename);
}

/** A descriptor where a path would do as well. CPython: PyObject_AsFileDescriptor */
export function fileDescriptor(v: Value): number {
  if (typeof v === 'boolean') warn('RuntimeWarning', 'bool is used as a file descriptor');
  return intArgument(v);
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
