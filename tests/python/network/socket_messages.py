"""sendmsg, recvmsg, recvmsg_into and recvfrom_into over a connected pair."""
import socket

a, b = socket.socketpair()
assert a.sendmsg([b'one', bytearray(b'two'), memoryview(b'three')]) == 11
assert b.recvmsg(6) == (b'onetwo', [], 0, None)
first, second = bytearray(2), bytearray(10)
count, ancillary, flags, address = b.recvmsg_into([first, second])
assert (count, ancillary, flags, address) == (5, [], 0, None)
assert first == b'th' and second == b'ree' + bytes(7)
assert a.sendmsg([]) == 0 and a.sendmsg((b'x',), [], 0) == 1
buffer = bytearray(4)
assert b.recvfrom_into(buffer) == (1, None) and buffer == b'x\0\0\0'
a.send(b'abcdef')
assert b.recvfrom_into(buffer, 2) == (2, None) and buffer == b'ab\0\0'
assert b.recvmsg(3, 0, socket.MSG_PEEK)[0] == b'cde' and b.recvmsg(10, 16)[0] == b'cdef'
for call, error in [
    (lambda: a.sendmsg(5), 'sendmsg() argument 1 must be an iterable'),
    (lambda: a.sendmsg(['s']), "a bytes-like object is required, not 'str'"),
    (lambda: b.recvmsg(-1), 'negative buffer size in recvmsg()'),
    (lambda: b.recvmsg_into(5), 'recvmsg_into() argument 1 must be an iterable'),
    (lambda: b.recvfrom_into(bytearray(2), 5), 'nbytes is greater than the length of the buffer'),
    (lambda: b.recvfrom_into(bytearray(2), -1), 'negative buffersize in recvfrom_into'),
]:
    try:
        call()
    except (TypeError, ValueError) as e:
        assert str(e) == error, (str(e), error)
    else:
        assert False, error
a.close()
assert b.recvmsg(5) == (b'', [], 0, None)
b.close()
