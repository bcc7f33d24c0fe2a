// os functions on open descriptors. CPython: Modules/posixmodule.c

import { hostError } from '../../host/error.ts';
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer, getWritableBuffer, lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { toSize } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { attempt, below, descriptor, fileDescriptor, files, flag, folderOf, host, pathArgument } from './arguments.ts';
import { makeStatResult, terminalSize } from './results.ts';

function open(path: Value, flags: Value, mode?: Value, dirFd?: Value): Value {
  const { path: name, object } = below(pathArgument(path, 'open'), dirFd);
  const bits = intArgument(flags);
  const permissions = mode === undefined ? 0o777 : intArgument(mode);
  return int(attempt(() => files().open(name, bits, permissions), object));
}

function close(fd: Value): Value {
  const number = descriptor(fd);
  attempt(() => files().close(number));
  return None;
}

function closerange(low: Value, high: Value): Value {
  const last = Math.min(intArgument(high), 65536);
  for (let fd = Math.max(0, intArgument(low)); fd < last; fd++) {
    try {
      files().close(fd);
    } catch {
      // Not open: nothing to close.
    }
  }
  return None;
}

function read(fd: Value, length: Value): Value {
  const number = intArgument(fd);
  const size = toSize(length);
  if (size < 0) attempt(() => throwHost('EINVAL'));
  const buffer = new Uint8Array(size);
  const count = attempt(() => files().read(number, buffer));
  return bytes(count < size ? buffer.slice(0, count) : buffer);
}

function throwHost(errno: string): never {
  throw hostError(errno);
}

function readinto(fd: Value, buffer: Value): Value {
  const target = getWritableBuffer(buffer, 'readinto()');
  const number = intArgument(fd);
  return int(attempt(() => files().read(number, target)));
}

function pread(fd: Value, length: Value, offset: Value): Value {
  const size = toSize(length);
  const [number, position] = [intArgument(fd), toSize(offset)];
  if (size < 0) attempt(() => throwHost('EINVAL'));
  const buffer = new Uint8Array(size);
  const count = attempt(() => files().pread(number, buffer, position));
  return bytes(buffer.slice(0, count));
}

function write(fd: Value, data: Value): Value {
  const number = intArgument(fd);
  const source = getBuffer(data);
  return int(attempt(() => files().write(number, source)));
}

function pwrite(fd: Value, data: Value, offset: Value): Value {
  const [number, position] = [intArgument(fd), toSize(offset)];
  const source = getBuffer(data);
  return int(attempt(() => files().pwrite(number, source, position)));
}

/** Buffers of readv and writev. */
function buffers(v: Value, name: string, writable: boolean): Uint8Array[] {
  return spread(v).map((item) => {
    const buffer = lookupBuffer(item, writable);
    if (buffer === undefined)
      throw typeError(
        writable
          ? `${name}() arg 2 must be a sequence of read-write bytes-like objects`
          : `a bytes-like object is required, not '${typeOf(item).typeName}'`,
      );
    return buffer;
  });
}

function writev(fd: Value, parts: Value): Value {
  const number = intArgument(fd);
  let total = 0;
  for (const part of buffers(parts, 'writev', false)) {
    const count = attempt(() => files().write(number, part));
    total += count;
    if (count < part.length) break;
  }
  return int(total);
}

function readv(fd: Value, parts: Value): Value {
  const number = intArgument(fd);
  let total = 0;
  for (const part of buffers(parts, 'readv', true)) {
    const count = attempt(() => files().read(number, part));
    total += count;
    if (count < part.length) break;
  }
  return int(total);
}

function lseek(fd: Value, position: Value, whence: Value): Value {
  const [number, offset, from] = [intArgument(fd), toSize(position), intArgument(whence)];
  return intFromDouble(attempt(() => files().lseek(number, offset, from)));
}

function pipe(): Value {
  const [readEnd, writeEnd] = attempt(() => files().pipe());
  return tuple([int(readEnd), int(writeEnd)]);
}

function pipe2(flags: Value): Value {
  const bits = intArgument(flags);
  const { constants } = files();
  const ends = attempt(() => files().pipe());
  for (const end of ends) {
    files().setInheritable(end, (bits & (constants['O_CLOEXEC'] ?? 0)) === 0);
    if (bits & (constants['O_NONBLOCK'] ?? 0)) files().setBlocking(end, false);
  }
  return tuple(ends.map(int));
}

function dup(fd: Value): Value {
  const number = intArgument(fd);
  return int(attempt(() => files().dup(number)));
}

function dup2(fd: Value, fd2: Value, inheritable?: Value): Value {
  const [from, to, inherit] = [intArgument(fd), intArgument(fd2), flag(inheritable, true)];
  return int(attempt(() => files().dup2(from, to, inherit)));
}

function ftruncate(fd: Value, length: Value): Value {
  const [number, size] = [intArgument(fd), toSize(length)];
  attempt(() => files().ftruncate(number, size));
  return None;
}

/** A function of one descriptor that returns nothing. */
function onDescriptor(call: (fd: number) => void): (fd: Value) => Value {
  return (fd) => {
    const number = fileDescriptor(fd);
    attempt(() => call(number));
    return None;
  };
}

function getTerminalSize(fd?: Value): Value {
  const number = fd === undefined ? 1 : intArgument(fd);
  const { columns, rows } = attempt(() => host().terminal?.size(number) ?? throwHost('ENOTTY'));
  return terminalSize.make([int(columns), int(rows)]);
}

function ttyname(fd: Value): Value {
  const number = intArgument(fd);
  if (!files().isatty(number)) attempt(() => throwHost('ENOTTY'));
  const target = attempt(() => files().readlink(`/proc/self/fd/${number}`));
  return String(target);
}

function deviceEncoding(fd: Value): Value {
  return files().isatty(intArgument(fd)) ? 'UTF-8' : None;
}

function sendfile(outFd: Value, inFd: Value, offset: Value, count: Value): Value {
  const [out, source] = [intArgument(outFd), intArgument(inFd)];
  const buffer = new Uint8Array(Math.min(toSize(count), 1 << 20));
  const position = offset === None ? undefined : toSize(offset);
  const got = attempt(() =>
    position === undefined ? files().read(source, buffer) : files().pread(source, buffer, position),
  );
  return int(attempt(() => files().write(out, buffer.subarray(0, got))));
}

const CHUNK = 1 << 20;

/** Copies at most so many bytes between files, which may be fewer. CPython: os_copy_file_range_impl */
function copyFileRange(src: Value, dst: Value, count: Value, offsetSrc?: Value, offsetDst?: Value): Value {
  const [source, target, size] = [intArgument(src), intArgument(dst), toSize(count)];
  if (size < 0) throw valueError("negative value for 'count' not allowed");
  const [from, to] = [optionalOffset(offsetSrc), optionalOffset(offsetDst)];
  const buffer = new Uint8Array(Math.min(size, CHUNK));
  const got = attempt(() => (from === undefined ? files().read(source, buffer) : files().pread(source, buffer, from)));
  const data = buffer.subarray(0, got);
  const written = attempt(() => (to === undefined ? files().write(target, data) : files().pwrite(target, data, to)));
  if (from === undefined && written < got) attempt(() => files().lseek(source, written - got, SEEK_CUR));
  return int(written);
}

const SEEK_CUR = 1;

function optionalOffset(v: Value | undefined): number | undefined {
  return v === undefined || v === None ? undefined : toSize(v);
}

export const DESCRIPTOR_FUNCTIONS: ModuleTable = {
  open: fn('($module, /, path, flags, mode=511, *, dir_fd=None)', open),
  close: fn('($module, /, fd)', close),
  closerange: fn('($module, fd_low, fd_high, /)', closerange),
  read: fn('($module, fd, length, /)', read),
  readinto: fn('($module, fd, buffer, /)', readinto),
  pread: fn('($module, fd, length, offset, /)', pread),
  write: fn('($module, fd, data, /)', write),
  pwrite: fn('($module, fd, buffer, offset, /)', pwrite),
  readv: fn('($module, fd, buffers, /)', readv),
  writev: fn('($module, fd, buffers, /)', writev),
  lseek: fn('($module, fd, position, whence, /)', lseek),
  pipe: fn('($module, /)', pipe),
  pipe2: fn('($module, flags, /)', pipe2),
  dup: fn('($module, fd, /)', dup),
  dup2: fn('($module, /, fd, fd2, inheritable=True)', dup2),
  isatty: fn('($module, fd, /)', (fd: Value) => files().isatty(intArgument(fd))),
  fstat: fn('($module, /, fd)', (fd: Value) => {
    const number = intArgument(fd);
    return makeStatResult(attempt(() => files().fstat(number)));
  }),
  fsync: fn(
    '($module, /, fd)',
    onDescriptor((fd) => files().fsync(fd)),
  ),
  fchdir: fn('($module, /, fd)', (fd: Value) => onDescriptor((number) => files().chdir(folderOf(number)))(fd)),
  fdatasync: fn(
    '($module, /, fd)',
    onDescriptor((fd) => files().fdatasync(fd)),
  ),
  ftruncate: fn('($module, fd, length, /)', ftruncate),
  fchmod: fn('($module, /, fd, mode)', (fd: Value, mode: Value) =>
    onDescriptor((number) => files().fchmod(number, intArgument(mode)))(fd),
  ),
  fchown: fn('($module, /, fd, uid, gid)', (fd: Value, uid: Value, gid: Value) =>
    onDescriptor((number) => files().fchown(number, intArgument(uid), intArgument(gid)))(fd),
  ),
  get_inheritable: fn('($module, fd, /)', (fd: Value) => {
    const number = intArgument(fd);
    return attempt(() => files().getInheritable(number));
  }),
  set_inheritable: fn('($module, fd, inheritable, /)', (fd: Value, inheritable: Value) =>
    onDescriptor((number) => files().setInheritable(number, isTrue(inheritable)))(fd),
  ),
  get_blocking: fn('($module, fd, /)', (fd: Value) => {
    const number = intArgument(fd);
    return attempt(() => files().getBlocking(number));
  }),
  set_blocking: fn('($module, fd, blocking, /)', (fd: Value, blocking: Value) =>
    onDescriptor((number) => files().setBlocking(number, isTrue(blocking)))(fd),
  ),
  get_terminal_size: fn('($module, fd=<unrepresentable>, /)', getTerminalSize),
  ttyname: fn('($module, fd, /)', ttyname),
  device_encoding: fn('($module, /, fd)', deviceEncoding),
  copy_file_range: fn(
    '($module, /, src, dst, count, offset_src=None,\n                offset_dst=None)',
    copyFileRange,
  ),
  sendfile: fn('($module, /, out_fd, in_fd, offset, count)', sendfile),
};
