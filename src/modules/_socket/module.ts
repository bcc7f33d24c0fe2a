// The _socket module where the host has no network: numbers, addresses, pairs inside the process. Names are not looked up.
// CPython: Modules/socketmodule.c
import { hostError } from '../../host/error.ts';
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, overflowError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { fn, installType } from '../../runtime/native/define.ts';
import { exceptionClass, raiser } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { asIndex, intArgument } from '../../runtime/protocols/item.ts';
import { formatIpv4, formatIpv6, parseIpv4, parseIpv6, parseLooseIpv4 } from './address.ts';
import { CONSTANTS } from './generated/constants.ts';
import {
  defaultTimeout,
  descriptorArgument,
  hostCall,
  installSocket,
  setDefaultTimeout,
  shownTimeout,
  socketpair,
  socketType,
} from './socket.ts';

const herrorType: PyType = exceptionClass('socket', 'herror', 'OSError');
const gaierrorType: PyType = exceptionClass('socket', 'gaierror', 'OSError');
const osError = raiser(exceptionNamed('OSError'));

const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ['ip', 0],
  ['icmp', 1],
  ['tcp', 6],
  ['udp', 17],
  ['ipv6', 41],
]);

/** No name server can be asked. */
function lookup(): never {
  const message = 'Temporary failure in name resolution';
  const code = int(CONSTANTS['EAI_AGAIN']!);
  throw Object.assign(newError(gaierrorType, [code, message]), { errno: code, strerror: message });
}

function text(v: Value, owner: string): string {
  if (!isStr(v)) throw typeError(`${owner}() argument 1 must be str`);
  return jsString(v);
}

function packedArgument(v: Value, length: number, message: string): Uint8Array {
  const data = getBuffer(v);
  if (data.length !== length) throw message.startsWith('invalid') ? valueError(message) : osError(message);
  return data;
}

function inetPton(family: Value, address: Value): Value {
  const kind = intArgument(family);
  if (!isStr(address)) throw typeError('inet_pton() argument 2 must be str');
  const given = jsString(address);
  let packed: Uint8Array | undefined;
  if (kind === CONSTANTS['AF_INET']) packed = parseIpv4(given);
  else if (kind === CONSTANTS['AF_INET6']) packed = parseIpv6(given);
  else throw osErrorFromHost(hostError('EAFNOSUPPORT'));
  if (packed === undefined) throw osError('illegal IP address string passed to inet_pton');
  return bytes(packed);
}

function inetNtop(family: Value, packed: Value): Value {
  const kind = intArgument(family);
  const message = 'invalid length of packed IP address string';
  if (kind === CONSTANTS['AF_INET']) return formatIpv4(packedArgument(packed, 4, message));
  if (kind === CONSTANTS['AF_INET6']) return formatIpv6(packedArgument(packed, 16, message));
  throw valueError(`unknown address family ${kind}`);
}

function inetAton(address: Value): Value {
  const packed = parseLooseIpv4(text(address, 'inet_aton'));
  if (packed === undefined) throw osError('illegal IP address string passed to inet_aton');
  return bytes(packed);
}

/** A number in the other byte order: networks are big-endian, this machine is not. */
function swapper(bits: 16 | 32) {
  return (v: Value): Value => {
    const n = asIndex(v);
    if (n < 0) throw valueError('Cannot convert negative int');
    if (n >= 2 ** bits) throw overflowError(`Python int too large for C uint${bits}_t`);
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, Number(n));
    return int(bits === 16 ? view.getUint16(2, true) : view.getUint32(0, true));
  };
}

function protocolByName(name: Value): Value {
  const number = PROTOCOLS.get(text(name, 'getprotobyname'));
  if (number === undefined) throw osError('protocol not found');
  return int(number);
}

const absent = (message: string) => (): Value => {
  throw osError(message);
};

export const socketModule: NativeModule = {
  name: '_socket',
  doc: 'Implementation module for socket operations.\n\nSee the socket module for documentation.',
  install: () => {
    installType(herrorType, {});
    installType(gaierrorType, {});
    installSocket();
  },
  types: { socket: socketType, SocketType: socketType, herror: herrorType, gaierror: gaierrorType },
  functions: {
    close: fn('($module, fd, /)', (fd: Value) => {
      const number = descriptorArgument(fd);
      hostCall(() => state.interp.host.files.close(number));
      return None;
    }),
    dup: fn('($module, fd, /)', (fd: Value) => {
      const number = descriptorArgument(fd);
      hostCall(() => state.interp.host.files.socket(number));
      return int(hostCall(() => state.interp.host.files.dup(number)));
    }),
    socketpair: fn('!($module, family=AF_UNIX, type=SOCK_STREAM, proto=0, /)', socketpair),
    getdefaulttimeout: fn('($module, /)', () => shownTimeout(defaultTimeout())),
    setdefaulttimeout: fn('($module, object, /)', setDefaultTimeout),
    gethostname: fn('($module, /)', () => strOfUtf16(state.interp.host.process.uname().nodename)),
    getaddrinfo: fn('!($module, host, port, family=0, type=0, proto=0, flags=0)', lookup),
    getnameinfo: fn('!($module, sockaddr, flags, /)', lookup),
    gethostbyname: fn('!($module, host, /)', lookup),
    gethostbyname_ex: fn('!($module, host, /)', lookup),
    gethostbyaddr: fn('!($module, host, /)', lookup),
    getservbyname: fn('!($module, servicename, protocolname=?, /)', absent('service/proto not found')),
    getservbyport: fn('!($module, port, protocolname=?, /)', absent('port/proto not found')),
    getprotobyname: fn('!($module, name, /)', protocolByName),
    inet_aton: fn('($module, ip_addr, /)', inetAton),
    inet_ntoa: fn('($module, packed_ip, /)', (packed: Value) =>
      formatIpv4(packedArgument(packed, 4, 'packed IP wrong length')),
    ),
    inet_pton: fn('!($module, af, ip, /)', inetPton),
    inet_ntop: fn('!($module, af, packed_ip, /)', inetNtop),
    ntohs: fn('($module, integer, /)', swapper(16)),
    htons: fn('($module, integer, /)', swapper(16)),
    ntohl: fn('($module, integer, /)', swapper(32)),
    htonl: fn('($module, integer, /)', swapper(32)),
  },
  values: () => ({
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, int(value)])),
    error: exceptionNamed('OSError'),
    timeout: exceptionNamed('TimeoutError'),
    has_ipv6: false,
  }),
};
