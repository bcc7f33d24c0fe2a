// The fcntl module as far as the host goes: descriptor flags, duplication, window size. Locks need the kernel, which no host offers:
// flock and lockf fail with ENOSYS. CPython: Modules/fcntlmodule.c
import { HostError, hostError } from '../../host/error.ts';
import { POLLIN } from '../../host/files.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { lookupAttr } from '../../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { lookupIndex, toIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { FCNTL_NUMBERS } from './generated/numbers.ts';

const { F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, FD_CLOEXEC, FICLONE } = FCNTL_NUMBERS;
const TIOCGWINSZ = 0x5413;
const FIONREAD = 0x541b;

/** CPython: PyObject_AsFileDescriptor */
function fileDescriptor(v: Value): number {
  let number = v;
  if (lookupIndex(v) === undefined) {
    const fileno = lookupAttr(v, 'fileno');
    if (fileno === undefined) throw typeError('argument must be an int, or have a fileno() method.');
    number = call(fileno);
  }
  const fd = intArgument(number);
  if (fd < 0) throw valueError(`file descriptor cannot be a negative integer (${fd})`);
  return fd;
}

function attempt<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof HostError ? osErrorFromHost(error) : error;
  }
}

function unsupported(): never {
  throw osErrorFromHost(hostError('ENOSYS'));
}

function fcntl(file: Value, command: Value, argument?: Value): Value {
  const fd = fileDescriptor(file);
  const code = intArgument(command);
  const number = argument === undefined || lookupBuffer(argument) !== undefined ? 0 : Number(toIndex(argument));
  const { files } = state.interp.host;
  return int(
    attempt(() => {
      if (code === F_GETFD) return files.getInheritable(fd) ? 0 : FD_CLOEXEC!;
      if (code === F_SETFD) {
        files.setInheritable(fd, (number & FD_CLOEXEC!) === 0);
        return 0;
      }
      if (code === F_DUPFD || code === F_DUPFD_CLOEXEC) return duplicate(fd, number, code === F_DUPFD);
      const nonblock = files.constants['O_NONBLOCK'] ?? 0;
      if (code === F_GETFL) return (files.constants['O_RDWR'] ?? 0) | (files.getBlocking(fd) ? 0 : nonblock);
      if (code !== F_SETFL) return unsupported();
      files.setBlocking(fd, (number & nonblock) === 0);
      return 0;
    }),
  );
}

/** The lowest free number that is not below `least`. */
function duplicate(fd: number, least: number, inheritable: boolean): number {
  const { files } = state.interp.host;
  const low: number[] = [];
  let copy = files.dup(fd);
  while (copy < least) {
    low.push(copy);
    copy = files.dup(fd);
  }
  for (const each of low) files.close(each);
  files.setInheritable(copy, inheritable);
  return copy;
}

/** How many bytes wait to be read is not known; whether there are any is. The consoles of the library ask. */
function readable(fd: number): Value {
  const [events] = attempt(() => state.interp.host.files.poll([{ fd, events: POLLIN }], 0));
  return bytes(new Uint8Array([(events ?? 0) & POLLIN ? 1 : 0, 0, 0, 0]));
}

function ioctl(file: Value, request: Value, argument?: Value): Value {
  const fd = fileDescriptor(file);
  if (Number(toIndex(request)) === FIONREAD) return readable(fd);
  // Files that share their blocks are not to be had here, which a file system says so.
  if (Number(toIndex(request)) === FICLONE) throw osErrorFromHost(hostError('EOPNOTSUPP'));
  if (Number(toIndex(request)) !== TIOCGWINSZ) return unsupported();
  const { columns, rows } = attempt(() => state.interp.host.terminal?.size(fd) ?? unsupported());
  const size = new Uint8Array(8);
  new DataView(size.buffer).setUint16(0, rows, true);
  new DataView(size.buffer).setUint16(2, columns, true);
  const target = argument === undefined ? undefined : lookupBuffer(argument, true);
  if (target === undefined) return bytes(size);
  if (target.length < size.length) throw valueError(`ioctl argument 3 is too short for ${typeOf(argument!).typeName}`);
  target.set(size);
  return int(0);
}

export const fcntlModule: NativeModule = {
  name: 'fcntl',
  doc: 'This module performs file control and I/O control on file\ndescriptors.',
  functions: {
    fcntl: fn('($module, fd, cmd, arg=0, /)', fcntl),
    flock: fn('($module, fd, operation, /)', unsupported),
    ioctl: fn('($module, fd, request, arg=0, mutate_flag=True, /)', ioctl),
    lockf: fn('($module, fd, cmd, len=0, start=0, whence=0, /)', unsupported),
  },
  values: () => Object.fromEntries(Object.entries(FCNTL_NUMBERS).map(([name, value]) => [name, int(value)])),
};
