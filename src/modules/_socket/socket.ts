// The socket type. The host has no network: what exists are the pairs that live inside the process; every other socket fails to
// be made, as on a system without the protocol. CPython: Modules/socketmodule.c (sock_*)
import { HostError, hostError } from '../../host/error.ts';
import { POLLIN, POLLOUT } from '../../host/files.ts';
import type { LocalSocket } from '../../host/localSocket.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { float, staticType, typeOf } from '../../runtime/core/primitives.ts';
import { checkSignals, state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { getset, installType, member, method, slot } from '../../runtime/native/define.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer, getWritableBuffer } from '../../runtime/protocols/buffer.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { intArgument, sizeArgument } from '../../runtime/protocols/item.ts';
import { asDouble } from '../../runtime/protocols/real.ts';
import { CONSTANTS } from './generated/constants.ts';
import { messageMethods } from './messages.ts';

export class PySocket extends PyObject {
  fd = -1;
  family = -1;
  type = -1;
  proto = -1;
  /** Seconds; undefined waits as long as it takes. */
  timeout: number | undefined;
}

export const socketType: PyType = staticType('socket', PySocket, {
  module: '_socket',
  subclassable: true,
});

const DEFAULT_TIMEOUT: unique symbol = Symbol('default socket timeout');

/** The timeout of new sockets. */
export function defaultTimeout(): number | undefined {
  return state.interp.states.get(DEFAULT_TIMEOUT) as number | undefined;
}

export function setDefaultTimeout(v: Value): Value {
  state.interp.states.set(DEFAULT_TIMEOUT, timeoutArgument(v));
  return None;
}

/** CPython: socket_parse_timeout */
function timeoutArgument(v: Value): number | undefined {
  if (v === None) return undefined;
  const seconds = asDouble(v);
  if (Number.isNaN(seconds)) throw valueError('Invalid value NaN (not a number)');
  if (seconds < 0) throw valueError('Timeout value out of range');
  return seconds;
}

/** Runs a call of the host's, its errors as OSError. */
export function hostCall<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) throw osErrorFromHost(error);
    throw error;
  }
}

/** The connection behind a socket. */
function local(self: PySocket): LocalSocket {
  return hostCall(() => state.interp.host.files.socket(self.fd));
}

function socketInit(self: PySocket, family?: Value, type?: Value, proto?: Value, fileno?: Value): Value {
  if (fileno === undefined || fileno === None) throw osErrorFromHost(hostError('EAFNOSUPPORT'));
  const fd = intArgument(fileno);
  if (fd < 0) throw valueError('negative file descriptor');
  hostCall(() => state.interp.host.files.socket(fd));
  self.fd = fd;
  self.family = orDefault(family, CONSTANTS['AF_UNIX']!);
  self.type = orDefault(type, CONSTANTS['SOCK_STREAM']!);
  self.proto = orDefault(proto, 0);
  adoptTimeout(self);
  return None;
}

function orDefault(v: Value | undefined, missing: number): number {
  const n = v === undefined ? -1 : intArgument(v);
  return n === -1 ? missing : n;
}

function adoptTimeout(self: PySocket): void {
  self.timeout = defaultTimeout();
  if (self.timeout !== undefined) state.interp.host.files.setBlocking(self.fd, false);
}

/** CPython: socket_socketpair */
export function socketpair(family?: Value, type?: Value, proto?: Value): Value {
  const wanted = family === undefined || family === None ? CONSTANTS['AF_UNIX']! : intArgument(family);
  const kind = type === undefined ? CONSTANTS['SOCK_STREAM']! : intArgument(type);
  if (wanted !== CONSTANTS['AF_UNIX']) throw osErrorFromHost(hostError('EOPNOTSUPP'));
  if (kind !== CONSTANTS['SOCK_STREAM']) throw osErrorFromHost(hostError('ESOCKTNOSUPPORT'));
  const descriptors = hostCall(() => state.interp.host.files.socketpair());
  return tuple(
    descriptors.map((fd) => {
      const made = new PySocket();
      Object.assign(made, { fd, family: wanted, type: kind, proto: proto === undefined ? 0 : intArgument(proto) });
      adoptTimeout(made);
      return made;
    }),
  );
}

function timedOut(): Raised {
  return newError(exceptionNamed('TimeoutError'), ['timed out']);
}

/** Waits within the timeout until the socket may be read or written. CPython: sock_call_impl */
function wait(self: PySocket, events: number): void {
  const { timeout, fd } = self;
  if (timeout === undefined || timeout === 0) return;
  const { clock, files } = state.interp.host;
  const end = clock.monotonicNs() + BigInt(Math.ceil(timeout * 1e9));
  for (;;) {
    const left = Number(end - clock.monotonicNs()) / 1e6;
    try {
      if (files.poll([{ fd, events }], Math.max(0, left))[0] !== 0) return;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.errno !== 'EINTR') throw osErrorFromHost(error);
      checkSignals();
    }
    if (left <= 0) throw timedOut();
  }
}

function receive(self: PySocket, buffer: Uint8Array, flags: Value | undefined): number {
  const bits = flags === undefined ? 0 : intArgument(flags);
  const socket = local(self);
  wait(self, POLLIN);
  const blocking = self.timeout === undefined && (bits & CONSTANTS['MSG_DONTWAIT']!) === 0;
  return hostCall(() => socket.read(buffer, blocking, (bits & CONSTANTS['MSG_PEEK']!) !== 0));
}

function recv(self: PySocket, size: Value, flags?: Value): Value {
  const count = sizeArgument(size);
  if (count < 0) throw valueError('negative buffersize in recv');
  const buffer = new Uint8Array(Math.min(count, 1 << 20));
  return bytes(buffer.slice(0, receive(self, buffer, flags)));
}

function recvInto(self: PySocket, buffer: Value, size?: Value, flags?: Value): Value {
  const target = getWritableBuffer(buffer, 'recv_into()');
  const count = size === undefined ? 0 : sizeArgument(size);
  if (count < 0) throw valueError('negative buffersize in recv_into');
  if (count > target.length) throw valueError('buffer too small for requested bytes');
  return int(receive(self, target.subarray(0, count === 0 ? target.length : count), flags));
}

function sendSome(self: PySocket, data: Uint8Array): number {
  const socket = local(self);
  wait(self, POLLOUT);
  return hostCall(() => socket.write(data, self.timeout === undefined));
}

function send(self: PySocket, data: Value): Value {
  return int(sendSome(self, getBuffer(data)));
}

function sendAll(self: PySocket, data: Value): Value {
  let rest = getBuffer(data);
  while (rest.length > 0) rest = rest.subarray(sendSome(self, rest));
  return None;
}

function close(self: PySocket): Value {
  const { fd } = self;
  if (fd < 0) return None;
  self.fd = -1;
  hostCall(() => state.interp.host.files.close(fd));
  return None;
}

function detach(self: PySocket): Value {
  const { fd } = self;
  self.fd = -1;
  return int(fd);
}

function setTimeout_(self: PySocket, seconds: number | undefined): Value {
  self.timeout = seconds;
  hostCall(() => state.interp.host.files.setBlocking(self.fd, seconds === undefined));
  return None;
}

function shutdown(self: PySocket, how: Value): Value {
  const wanted = intArgument(how);
  const socket = local(self);
  if (wanted < 0 || wanted > 2) throw osErrorFromHost(hostError('EINVAL'));
  hostCall(() => socket.shutdown(wanted !== 1, wanted !== 0));
  return None;
}

/** The few options that a pair answers for. */
function getOption(self: PySocket, level: Value, option: Value): Value {
  local(self);
  const name = intArgument(option);
  if (intArgument(level) === CONSTANTS['SOL_SOCKET']) {
    if (name === CONSTANTS['SO_ERROR']) return int(0);
    if (name === CONSTANTS['SO_TYPE']) return int(self.type);
    if (name === CONSTANTS['SO_DOMAIN']) return int(self.family);
    if (name === CONSTANTS['SO_PROTOCOL']) return int(self.proto);
  }
  throw osErrorFromHost(hostError('ENOPROTOOPT'));
}

/** Calls that a connected pair refuses. */
function refused(errno: string) {
  return (self: PySocket): Value => {
    local(self);
    throw osErrorFromHost(hostError(errno));
  };
}

const name = (self: PySocket): Value => {
  local(self);
  return '';
};

export function installSocket(): void {
  installType(socketType, {
    doc: 'A socket. Of those that the operating system knows, this host has the connected pairs of socketpair().',
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as new () => PySocket)()),
    methods: {
      __init__: slot('($self, family=-1, type=-1, proto=-1, fileno=None)', socketInit),
      __repr__: slot(
        '($self, /)',
        ({ fd, family, type, proto }: PySocket) =>
          `<socket object, fd=${fd}, family=${family}, type=${type}, proto=${proto}>`,
      ),
      _accept: method('($self, /)', refused('EINVAL'), undefined, 'noargs'),
      bind: method('($self, object, /)', refused('EINVAL'), undefined, 'o'),
      listen: method('($self, backlog=128, /)', refused('EINVAL')),
      connect: method('($self, object, /)', refused('EISCONN'), undefined, 'o'),
      connect_ex: method('($self, object, /)', (self: PySocket) => {
        local(self);
        return int(hostError('EISCONN').code);
      }),
      close: method('($self, /)', close, 'close()\n\nClose the socket.  It cannot be used after this call.', 'noargs'),
      detach: method('($self, /)', detach, undefined, 'noargs'),
      fileno: method('($self, /)', (self: PySocket) => int(self.fd), undefined, 'noargs'),
      getpeername: method('($self, /)', name, undefined, 'noargs'),
      getsockname: method('($self, /)', name, undefined, 'noargs'),
      getsockopt: method('!($self, level, option, buflen=0, /)', getOption),
      setsockopt: method('!($self, level, option, value, optlen=0, /)', refused('ENOPROTOOPT')),
      recv: method('!($self, bufsize, flags=0, /)', recv),
      recv_into: method('!($self, buffer, nbytes=0, flags=0)', recvInto),
      recvfrom: method('!($self, bufsize, flags=0, /)', (self: PySocket, size: Value, flags?: Value) =>
        tuple([recv(self, size, flags), None]),
      ),
      ...messageMethods<PySocket>({ receive, send: sendSome }),
      send: method('!($self, data, flags=0, /)', send),
      sendall: method('!($self, data, flags=0, /)', sendAll),
      sendto: method('!($self, data, flags, address=?, /)', refused('EISCONN')),
      setblocking: method('($self, object, /)', (self: PySocket, flag: Value) =>
        setTimeout_(self, isTrue(flag) ? undefined : 0),
      ),
      getblocking: method('($self, /)', (self: PySocket) => self.timeout !== 0, undefined, 'noargs'),
      settimeout: method('($self, object, /)', (self: PySocket, v: Value) => setTimeout_(self, timeoutArgument(v))),
      gettimeout: method('($self, /)', (self: PySocket) => shownTimeout(self.timeout), undefined, 'noargs'),
      shutdown: method('($self, object, /)', shutdown, undefined, 'o'),
    },
    properties: {
      family: member((self: PySocket) => int(self.family)),
      type: member((self: PySocket) => int(self.type)),
      proto: member((self: PySocket) => int(self.proto)),
      timeout: getset((self: PySocket) => shownTimeout(self.timeout), undefined, 'the socket timeout'),
    },
  });
}

export function shownTimeout(seconds: number | undefined): Value {
  return seconds === undefined ? None : float(seconds);
}

/** A descriptor argument must be an int. */
export function descriptorArgument(v: Value): number {
  if (typeof v !== 'number') throw typeError(`an integer is required (got type ${typeOf(v).typeName})`);
  return intArgument(v);
}
