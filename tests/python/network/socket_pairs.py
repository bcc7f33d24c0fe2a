# Connected pairs, timeouts, selectors; addresses as text and bytes.
import os
import select
import selectors
import socket


def raises(kind, run):
    try:
        run()
    except kind as error:
        return error
    raise AssertionError(f"{kind.__name__} was not raised")


a, b = socket.socketpair()
assert a.family == socket.AF_UNIX and a.type == socket.SOCK_STREAM and a.fileno() != b.fileno()
assert a.send(b"hello") == 5 and b.recv(2) == b"he"
assert b.recv(10, socket.MSG_PEEK) == b"llo" and b.recv(10) == b"llo"
b.setblocking(False)
raises(BlockingIOError, lambda: b.recv(1))
b.settimeout(0.01)
assert str(raises(TimeoutError, lambda: b.recv(1))) == "timed out"
assert b.gettimeout() == 0.01 and a.gettimeout() is None
assert select.select([b], [a], [], 0) == ([], [a], [])
a.sendall(b"xyz")
assert select.select([b], [], [], 1) == ([b], [], [])
buffer = bytearray(5)
assert b.recv_into(buffer) == 3 and buffer == b"xyz\0\0"
raises(ValueError, lambda: b.recv(-1))

selector = selectors.DefaultSelector()
selector.register(b, selectors.EVENT_READ, "data")
assert selector.select(0) == []
a.send(b"!")
[(key, events)] = selector.select(1)
assert key.data == "data" and key.fileobj is b and events == selectors.EVENT_READ
selector.close()
assert os.read(b.fileno(), 5) == b"!"

with a.makefile("wb") as out, b.makefile("rb") as source:
    out.write(b"line\nrest")
    out.flush()
    assert source.readline() == b"line\n"
a.shutdown(socket.SHUT_WR)
b.settimeout(None)
b.close()
raises(OSError, lambda: b.recv(1))
raises(BrokenPipeError, lambda: a.send(b"x"))
a.close()
assert a.fileno() == -1

assert socket.inet_aton("1.2.3") == b"\x01\x02\x00\x03" and socket.inet_ntoa(b"\x7f\0\0\x01") == "127.0.0.1"
assert socket.inet_pton(socket.AF_INET6, "::ffff:1.2.3.4") == bytes(10) + b"\xff\xff\x01\x02\x03\x04"
for text in ("::", "::1", "1::", "fe80::1:2", "2001:db8:0:0:1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"):
    packed = socket.inet_pton(socket.AF_INET6, text)
    assert socket.inet_pton(socket.AF_INET6, socket.inet_ntop(socket.AF_INET6, packed)) == packed
assert socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\x01") == "::1"
for bad in ("", "1", "1:2:3:4:5:6:7", "1::2::3", "12345::", "::1.2.3.456", "g::"):
    raises(OSError, lambda: socket.inet_pton(socket.AF_INET6, bad))
raises(OSError, lambda: socket.inet_pton(socket.AF_INET, "1.2.3"))
raises(OSError, lambda: socket.inet_aton("256.1.1.1"))
assert socket.htons(1) == 256 and socket.ntohl(0x01020304) == 0x04030201
raises(ValueError, lambda: socket.htons(-1))
raises(OverflowError, lambda: socket.htons(65536))
assert socket.getprotobyname("tcp") == 6 and issubclass(socket.gaierror, OSError)
assert socket.error is OSError and socket.timeout is TimeoutError
