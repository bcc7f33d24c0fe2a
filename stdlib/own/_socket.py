"""What socket.py builds on, where the host offers no network: constants, address arithmetic, and a socket class that
cannot be opened. Every attempt fails as on a system without the protocol, with EAFNOSUPPORT.
"""

import errno as _errno
import os as _os
import sys as _sys

has_ipv6 = False
error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


AF_UNSPEC = 0
AF_UNIX = 1
AF_INET = 2
AF_INET6 = 10
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOCK_RAW = 3
SOCK_NONBLOCK = 2048
SOCK_CLOEXEC = 524288
SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_REUSEPORT = 15
SO_ERROR = 4
SO_KEEPALIVE = 9
SO_BROADCAST = 6
SO_RCVBUF = 8
SO_SNDBUF = 7
SO_TYPE = 3
SOL_TCP = 6
IPPROTO_IP = 0
IPPROTO_TCP = 6
IPPROTO_UDP = 17
IPPROTO_IPV6 = 41
IPPROTO_ICMP = 1
TCP_NODELAY = 1
IPV6_V6ONLY = 26
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
SOMAXCONN = 4096
MSG_PEEK = 2
MSG_OOB = 1
MSG_DONTWAIT = 64
MSG_WAITALL = 256
MSG_NOSIGNAL = 16384
AI_PASSIVE = 1
AI_CANONNAME = 2
AI_NUMERICHOST = 4
AI_NUMERICSERV = 1024
AI_ADDRCONFIG = 32
AI_V4MAPPED = 8
AI_ALL = 16
EAI_AGAIN = -3
EAI_BADFLAGS = -1
EAI_FAIL = -4
EAI_FAMILY = -6
EAI_MEMORY = -10
EAI_NONAME = -2
EAI_SERVICE = -8
EAI_SOCKTYPE = -7
NI_NUMERICHOST = 1
NI_NUMERICSERV = 2
NI_DGRAM = 16
NI_NAMEREQD = 8
NI_NOFQDN = 4
NI_MAXHOST = 1025
NI_MAXSERV = 32
INADDR_ANY = 0
INADDR_LOOPBACK = 2130706433
INADDR_BROADCAST = 4294967295
INADDR_NONE = 4294967295

_timeout = None


def _refuse(*args, **kwargs):
    raise OSError(_errno.EAFNOSUPPORT, _os.strerror(_errno.EAFNOSUPPORT))


class socket:
    """A socket that this host cannot open."""

    __slots__ = ()
    family = type = proto = -1

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _refuse()


SocketType = socket
socketpair = dup = close = sethostname = _refuse


def _lookup(host, *args, **kwargs):
    raise gaierror(EAI_AGAIN, 'Temporary failure in name resolution')


getaddrinfo = getnameinfo = gethostbyname = gethostbyname_ex = gethostbyaddr = _lookup


def getservbyname(servicename, protocolname=''):
    raise OSError('service/proto not found')


def getservbyport(port, protocolname=''):
    raise OSError('port/proto not found')


def getprotobyname(name):
    known = {'ip': 0, 'icmp': 1, 'tcp': 6, 'udp': 17, 'ipv6': 41}
    if name not in known:
        raise OSError('protocol not found')
    return known[name]


def gethostname():
    return _os.uname().nodename


def getdefaulttimeout():
    return _timeout


def setdefaulttimeout(timeout):
    global _timeout
    if timeout is not None:
        timeout = float(timeout)
        if timeout < 0:
            raise ValueError('Timeout value out of range')
    _timeout = timeout


def _unsigned(value, bits, name):
    if value < 0:
        raise OverflowError(f"can't convert negative Python int to C {bits}-bit unsigned integer")
    if value >= 1 << bits:
        raise OverflowError(f'{name}: Python int too large to convert to C {bits}-bit unsigned integer')
    return value


def htons(integer):
    return int.from_bytes(_unsigned(integer, 16, 'htons').to_bytes(2, _sys.byteorder), 'big')


def ntohs(integer):
    return int.from_bytes(_unsigned(integer, 16, 'ntohs').to_bytes(2, _sys.byteorder), 'big')


def htonl(integer):
    return int.from_bytes(_unsigned(integer, 32, 'htonl').to_bytes(4, _sys.byteorder), 'big')


def ntohl(integer):
    return int.from_bytes(_unsigned(integer, 32, 'ntohl').to_bytes(4, _sys.byteorder), 'big')


def inet_aton(address):
    parts = address.split('.')
    try:
        values = [int(part, 0 if part.lower().startswith('0x') else 8 if part.startswith('0') else 10) for part in parts]
        if not 1 <= len(values) <= 4 or any(not 0 <= value <= 255 for value in values[:-1]):
            raise ValueError
        return bytes(values[:-1]) + values[-1].to_bytes(5 - len(values), 'big')
    except (ValueError, OverflowError):
        raise OSError('illegal IP address string passed to inet_aton') from None


def inet_ntoa(packed_ip):
    packed = bytes(packed_ip)
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join(map(str, packed))


def inet_pton(family, address):
    if family == AF_INET:
        parts = address.split('.')
        if len(parts) == 4 and all(part.isascii() and part.isdigit() and int(part) < 256 for part in parts):
            return bytes(map(int, parts))
    elif family == AF_INET6:
        import ipaddress
        try:
            return ipaddress.IPv6Address(address).packed
        except ValueError:
            pass
    else:
        _refuse()
    raise OSError('illegal IP address string passed to inet_pton')


def inet_ntop(family, packed_ip):
    packed = bytes(packed_ip)
    if family == AF_INET and len(packed) == 4:
        return inet_ntoa(packed)
    if family == AF_INET6 and len(packed) == 16:
        import ipaddress
        return str(ipaddress.IPv6Address(packed))
    if family not in (AF_INET, AF_INET6):
        raise ValueError(f'unknown address family {family}')
    raise ValueError('invalid length of packed IP address string')
