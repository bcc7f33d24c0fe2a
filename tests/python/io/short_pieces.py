"""Short reads, lines and writes of binary files, in memory and buffered."""

import io
import os
import tempfile

text = b''.join(b'%d\n' % i for i in range(3000)) + b'x' * 100 + b'\n\n' + b'y' * 5000 + b'\nlast'
expected = text.split(b'\n')
expected = [line + b'\n' for line in expected[:-1]] + [expected[-1]]
path = os.path.join(tempfile.mkdtemp(), 'file')
with open(path, 'wb') as file:
    for line in expected:
        assert file.write(line) == len(line)


def streams():
    yield io.BytesIO(text)
    yield open(path, 'rb')
    yield open(path, 'rb', buffering=7)
    yield open(path, 'r+b')
    yield io.BufferedReader(io.BytesIO(text), 10)


for stream in streams():
    with stream:
        assert list(stream) == expected and stream.read() == b'' and stream.readline() == b''
        stream.seek(0)
        assert stream.readlines() == expected
        stream.seek(0)
        assert [stream.readline() for _ in range(len(expected) + 1)] == expected + [b'']
        for size in (1, 2, 3, 64, 65, 1000):
            stream.seek(0)
            pieces = list(iter(lambda: stream.read(size), b''))
            assert b''.join(pieces) == text and all(len(piece) == size for piece in pieces[:-1])
        stream.seek(0)
        assert stream.readline(0) == b'' and stream.readline(1) == b'0' and stream.readline(5) == b'\n' and stream.tell() == 2
        assert next(stream) == b'1\n' and stream.read(3) == b'2\n3' and stream.tell() == 7 and stream.read(0) == b''
for message, use in (('read of closed file', lambda f: f.read(1)), ('readline of closed file', lambda f: f.readline()), ('readline of closed file', next)):
    try:
        use(stream)
    except ValueError as e:
        assert str(e) == message, e
    else:
        raise AssertionError

memory = io.BytesIO()
for part in (b'a' * 5, bytearray(b'b' * 70), b'c' + b'd' * 20, memoryview(b'ee'), b'', b'f' * 100):
    assert memory.write(part) == len(part)
memory.seek(3)
memory.write(b'X' + b'Y')
memory.seek(300)
memory.write(b'')
assert len(memory.getvalue()) == 198
memory.write(b'end')
assert memory.getvalue() == b'aaaXY' + b'b' * 70 + b'c' + b'd' * 20 + b'ee' + b'f' * 100 + bytes(102) + b'end'


class Loud(io.BytesIO):
    def readline(self, size=-1):
        return super().readline(size).upper()


assert Loud(b'a\nb').readline() == b'A\n'
with open(path, 'r+b') as file:
    assert file.readline() == b'0\n'
    file.write(b'one\n')
    assert file.readline() == b'3\n' and file.seek(0) == 0 and file.read(8) == b'0\none\n3\n'
