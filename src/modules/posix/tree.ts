// os functions on paths. CPython: Modules/posixmodule.c

import { None } from '../../runtime/core/object.ts';
import { PyFloat } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { int } from '../../runtime/core/value.ts';
import { isError, notImplementedError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { PyTuple } from '../../runtime/objects/tuple/tuple.ts';
import { fspath, toIndex, toSize } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { attempt, below, files, flag, folderOf, nameValue, optionalPath, pathArgument, pathOrFd } from './arguments.ts';
import { makeStatResult, makeStatvfsResult } from './results.ts';

function stat(path: Value, dirFd?: Value, follow?: Value): Value {
  const target = below(pathOrFd(path, 'stat'), dirFd, 'stat');
  const followSymlinks = flag(follow, true);
  if ('fd' in target) {
    if (!followSymlinks) throw valueError('stat: cannot use fd and follow_symlinks together');
    return makeStatResult(attempt(() => files().fstat(target.fd), target.object));
  }
  return makeStatResult(attempt(() => files().stat(target.path, followSymlinks), target.object));
}

function lstat(path: Value, dirFd?: Value): Value {
  const target = below(pathArgument(path, 'lstat'), dirFd);
  return makeStatResult(attempt(() => files().stat(target.path, false), target.object));
}

function listdir(path?: Value): Value {
  const target = optionalPath(path, 'listdir');
  const folder = 'fd' in target ? folderOf(target.fd) : target.path;
  const names = attempt(() => files().listdir(folder), target.object === None ? undefined : target.object);
  return new PyList(names.map((name) => nameValue(name, 'isBytes' in target && target.isBytes)));
}

function access(path: Value, mode: Value, dirFd?: Value, effective?: Value): Value {
  const target = below(pathArgument(path, 'access'), dirFd);
  const bits = intArgument(mode);
  if (flag(effective, false)) throw notImplementedError('access: effective_ids unavailable on this platform');
  try {
    attempt(() => files().access(target.path, bits));
    return true;
  } catch (error) {
    if (!isError(error, 'OSError')) throw error;
    return false;
  }
}

function chmod(path: Value, mode: Value, dirFd?: Value, follow?: Value): Value {
  const target = below(pathOrFd(path, 'chmod'), dirFd, 'chmod');
  const bits = intArgument(mode);
  if (!flag(follow, true)) throw notImplementedError('chmod: follow_symlinks unavailable on this platform');
  attempt(() => ('fd' in target ? files().fchmod(target.fd, bits) : files().chmod(target.path, bits)), target.object);
  return None;
}

function chown(path: Value, uid: Value, gid: Value, dirFd?: Value, follow?: Value): Value {
  const target = below(pathOrFd(path, 'chown'), dirFd, 'chown');
  const [user, group] = [idArgument(uid, 'uid'), idArgument(gid, 'gid')];
  const followSymlinks = flag(follow, true);
  attempt(
    () =>
      'fd' in target ? files().fchown(target.fd, user, group) : files().chown(target.path, user, group, followSymlinks),
    target.object,
  );
  return None;
}

/** A uid or gid: -1 leaves it as it is. */
export function idArgument(v: Value, kind: string): number {
  const id = Number(toIndex(v));
  if (id < -1) throw isTooSmall(kind);
  if (id > 0xffffffff) throw isTooLarge(kind);
  return id;
}

function isTooSmall(kind: string) {
  return valueError(`${kind} is less than minimum`);
}

function isTooLarge(kind: string) {
  return valueError(`${kind} is greater than maximum`);
}

function mkdir(path: Value, mode?: Value, dirFd?: Value): Value {
  const target = below(pathArgument(path, 'mkdir'), dirFd);
  const bits = mode === undefined ? 0o777 : intArgument(mode);
  attempt(() => files().mkdir(target.path, bits), target.object);
  return None;
}

/** A function of one path that returns nothing. */
function onPath(name: string, call: (path: string | Uint8Array) => void): (path: Value, dirFd?: Value) => Value {
  return (path, dirFd) => {
    const target = below(pathArgument(path, name), dirFd);
    attempt(() => call(target.path), target.object);
    return None;
  };
}

/** A function of two paths that returns nothing. */
function onPaths(name: string, call: (from: string | Uint8Array, to: string | Uint8Array) => void) {
  return (src: Value, dst: Value, srcDirFd?: Value, dstDirFd?: Value): Value => {
    const from = below(pathArgument(src, name, 'src'), srcDirFd);
    const to = below(pathArgument(dst, name, 'dst'), dstDirFd);
    attempt(() => call(from.path, to.path), from.object, to.object);
    return None;
  };
}

function chdir(path: Value): Value {
  const target = pathOrFd(path, 'chdir');
  const folder = 'fd' in target ? folderOf(target.fd, target.object) : target.path;
  attempt(() => files().chdir(folder), target.object);
  return None;
}

function symlink(src: Value, dst: Value, _isDirectory?: Value, dirFd?: Value): Value {
  return onPaths('symlink', (from, to) => files().symlink(from, to))(src, dst, undefined, dirFd);
}

function readlink(path: Value, dirFd?: Value): Value {
  const target = below(pathArgument(path, 'readlink'), dirFd);
  return nameValue(
    attempt(() => files().readlink(target.path), target.object),
    target.isBytes,
  );
}

function truncate(path: Value, length: Value): Value {
  const target = pathOrFd(path, 'truncate');
  const size = toSize(length);
  attempt(
    () => ('fd' in target ? files().ftruncate(target.fd, size) : files().truncate(target.path, size)),
    target.object,
  );
  return None;
}

function utime(path: Value, times?: Value, ns?: Value, dirFd?: Value, follow?: Value): Value {
  const target = below(pathOrFd(path, 'utime'), dirFd, 'utime');
  const followSymlinks = flag(follow, true);
  const [atime, mtime] = utimes(times, ns);
  if ('fd' in target && !followSymlinks) throw valueError('utime: cannot use fd and follow_symlinks together');
  attempt(
    () =>
      'fd' in target
        ? files().futimens(target.fd, atime, mtime)
        : files().utimens(target.path, atime, mtime, followSymlinks),
    target.object,
  );
  return None;
}

function utimes(times: Value | undefined, ns: Value | undefined): [bigint, bigint] {
  const hasTimes = times !== undefined && times !== None;
  if (hasTimes && ns !== undefined) throw valueError("utime: you may specify either 'times' or 'ns' but not both");
  if (hasTimes) {
    if (!(times instanceof PyTuple) || times.items.length !== 2)
      throw typeError("utime: 'times' must be either a tuple of two ints or None");
    return [secondsToNs(times.items[0]!), secondsToNs(times.items[1]!)];
  }
  if (ns !== undefined) {
    if (!(ns instanceof PyTuple) || ns.items.length !== 2) throw typeError("utime: 'ns' must be a tuple of two ints");
    return [BigInt(toIndex(ns.items[0]!)), BigInt(toIndex(ns.items[1]!))];
  }
  const now = state.interp.host.clock.timeNs();
  return [now, now];
}

/** Seconds as int or float, rounded down to a nanosecond. */
function secondsToNs(v: Value): bigint {
  const number = v instanceof PyFloat ? v.value : typeof v === 'number' ? v : undefined;
  if (number === undefined) return BigInt(toIndex(v)) * 1_000_000_000n;
  if (Number.isNaN(number)) throw valueError('Invalid value NaN (not a number)');
  const whole = Math.floor(number);
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((number - whole) * 1e9));
}

function statvfs(path: Value): Value {
  const target = pathOrFd(path, 'statvfs');
  const place = 'fd' in target ? folderOf(target.fd, target.object) : target.path;
  return makeStatvfsResult(attempt(() => files().statvfs(place), target.object));
}

export const TREE_FUNCTIONS: ModuleTable = {
  stat: fn('($module, /, path, *, dir_fd=None, follow_symlinks=True)', stat),
  lstat: fn('($module, /, path, *, dir_fd=None)', lstat),
  listdir: fn('($module, /, path=None)', listdir),
  access: fn('($module, /, path, mode, *, dir_fd=None, effective_ids=False,\n       follow_symlinks=True)', access),
  chmod: fn("($module, /, path, mode, *, dir_fd=None,\n      follow_symlinks=(os.name != 'nt'))", chmod),
  chown: fn('($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)', chown),
  lchown: fn('($module, /, path, uid, gid)', (path: Value, uid: Value, gid: Value) =>
    chown(path, uid, gid, undefined, false),
  ),
  mkdir: fn('($module, /, path, mode=511, *, dir_fd=None)', mkdir),
  rmdir: fn(
    '($module, /, path, *, dir_fd=None)',
    onPath('rmdir', (path) => files().rmdir(path)),
  ),
  unlink: fn(
    '($module, /, path, *, dir_fd=None)',
    onPath('unlink', (path) => files().unlink(path)),
  ),
  remove: fn(
    '($module, /, path, *, dir_fd=None)',
    onPath('remove', (path) => files().unlink(path)),
  ),
  rename: fn(
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    onPaths('rename', (from, to) => files().rename(from, to)),
  ),
  replace: fn(
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    onPaths('replace', (from, to) => files().rename(from, to)),
  ),
  link: fn(
    "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,\n     follow_symlinks=(os.name != 'nt'))",
    onPaths('link', (from, to) => files().link(from, to)),
  ),
  symlink: fn('($module, /, src, dst, target_is_directory=False, *, dir_fd=None)', symlink),
  readlink: fn('($module, /, path, *, dir_fd=None)', readlink),
  truncate: fn('($module, /, path, length)', truncate),
  utime: fn('($module, /, path, times=None, *, ns=<unrepresentable>,\n      dir_fd=None, follow_symlinks=True)', utime),
  statvfs: fn('($module, /, path)', statvfs),
  fstatvfs: fn('($module, /, fd)', (fd: Value) => {
    const folder = folderOf(intArgument(fd));
    return makeStatvfsResult(attempt(() => files().statvfs(folder)));
  }),
  chdir: fn('($module, /, path)', chdir),
  getcwd: fn('($module, /)', () =>
    nameValue(
      attempt(() => files().getcwd()),
      false,
    ),
  ),
  getcwdb: fn('($module, /)', () =>
    nameValue(
      attempt(() => files().getcwd()),
      true,
    ),
  ),
  umask: fn('($module, mask, /)', (mask: Value) => int(files().umask(intArgument(mask)))),
  fspath: fn('($module, /, path)', fspath),
};
