# Raw and buffered files, pairs, and files in memory.
import _io
import posix

PATH = f'/tmp/taipan-binary-{posix.getpid()}'


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert str(error) == text, str(error)
    else:
        assert False, text


# FileIO.
with _io.FileIO(PATH, 'w+') as f:
    assert f.mode == 'rb+' and f.closefd and not f.closed
    assert f.write(b'hello') == 5
    assert f.tell() == 5 and f.seek(1) == 1
    assert f.read(2) == b'el'
    b = bytearray(10)
    assert f.readinto(b) == 2 and b[:2] == b'lo'
    assert f.read() == b'' and f.readall() == b''
    assert f.seek(-2, 2) == 3
    assert f.truncate() == 3
    assert f.truncate(10) == 10
    f.seek(0)
    assert f.read() == b'hel' + bytes(7)
    assert f.seekable() and f.readable() and f.writable() and not f.isatty()
    assert repr(f) == f"<_io.FileIO name='{PATH}' mode='rb+' closefd=True>"
    raises(TypeError, "a bytes-like object is required, not 'str'", lambda: f.write('x'))
assert repr(f) == '<_io.FileIO [closed]>'
raises(ValueError, 'I/O operation on closed file', f.read)
raises(ValueError, 'I/O operation on closed file', f.fileno)
raises(ValueError, 'I/O operation on closed file', lambda: f.write(b''))
raises(ValueError, 'I/O operation on closed file.', f.flush)
raises(ValueError, 'invalid mode: rz', lambda: _io.FileIO(PATH, 'rz'))
raises(ValueError, 'Must have exactly one of create/read/write/append mode and at most one plus', lambda: _io.FileIO(PATH, 'rw'))
raises(ValueError, 'Cannot use closefd=False with file name', lambda: _io.FileIO(PATH, closefd=False))
with _io.FileIO(PATH) as f:
    raises(_io.UnsupportedOperation, 'File not open for writing', lambda: f.write(b''))
    raises(OSError, '[Errno 22] Invalid argument', lambda: f.seek(-1))
    g = _io.FileIO(f.fileno(), closefd=False)
    assert g.read(1) == b'h' and f.read(1) == b'e'
    g.close()
    assert not f.closed
with _io.FileIO(PATH, 'a') as f:
    assert f.tell() == 10 and f.mode == 'ab'
    raises(_io.UnsupportedOperation, 'File not open for reading', f.read)
opened = []


def opener(name, flags):
    opened.append(name)
    return posix.open(name, flags)


with _io.open(PATH, 'rb', opener=opener) as f:
    assert f.read(3) == b'hel'
assert opened == [PATH]
raises(ValueError, 'opener returned -1', lambda: _io.open(PATH, opener=lambda n, f: -1))
raises(TypeError, 'expected integer from opener', lambda: _io.open(PATH, opener=lambda n, f: 'x'))

# BufferedReader.
with _io.open(PATH, 'wb') as f:
    assert type(f) is _io.BufferedWriter
    f.write(b'line one\nline two\nlast')
for size in [1, 2, 3, 7, 100]:
    with _io.open(PATH, 'rb', buffering=size if size > 1 else 2) as f:
        assert f.read(4) == b'line'
        assert f.readline() == b' one\n'
        assert f.tell() == 9
        assert f.readline(3) == b'lin'
        assert f.peek()[:1] == b'e'
        assert f.read(0) == b''
        assert f.seek(0) == 0 and f.readlines() == [b'line one\n', b'line two\n', b'last']
        assert f.read(5) == b'' and f.readline() == b''
        assert f.seek(-4, 2) == 18 and f.seek(1, 1) == 19
        b = bytearray(10)
        assert f.readinto(b) == 3 and b[:3] == b'ast'
        f.seek(5)
        assert f.read1(2) == b'on'
        f.seek(0)
        assert f.read() == b'line one\nline two\nlast'
        f.seek(0)
        assert b''.join(f) == b'line one\nline two\nlast'
        raises(_io.UnsupportedOperation, 'write', lambda: f.write(b''))
        raises(_io.UnsupportedOperation, 'truncate', lambda: f.truncate(0))
f = _io.open(PATH, 'rb')
assert repr(f) == f"<_io.BufferedReader name='{PATH}'>"
raises(ValueError, 'read length must be non-negative or -1', lambda: f.read(-2))
raises(TypeError, "argument should be integer or None, not 'str'", lambda: f.read('x'))
raises(ValueError, 'whence value 9 unsupported', lambda: f.seek(0, 9))
raises(TypeError, "cannot pickle 'BufferedReader' instances", f.__getstate__)
raw = f.detach()
assert repr(f) == '<_io.BufferedReader>'
raises(ValueError, 'raw stream has been detached', f.read)
raw.close()
f = _io.open(PATH, 'rb')
f.close()
raises(ValueError, 'read of closed file', f.read)
raises(ValueError, 'peek of closed file', f.peek)
raises(ValueError, 'seek of closed file', lambda: f.seek(0))
raises(ValueError, 'buffer size must be strictly positive', lambda: _io.BufferedReader(_io.BytesIO(), 0))
raises(ValueError, 'I/O operation on uninitialized object', lambda: _io.BufferedReader.__new__(_io.BufferedReader).read())
raises(_io.UnsupportedOperation, 'File or stream is not writable.', lambda: _io.BufferedWriter(_io.FileIO(PATH)))

# BufferedWriter and BufferedRandom.
with _io.open(PATH, 'wb', buffering=4) as f:
    assert f.write(b'ab') == 2
    assert posix.stat(PATH).st_size == 0
    assert f.write(b'cdef') == 4
    assert f.tell() == 6
    assert f.write(b'0123456789') == 10
    f.seek(1)
    f.write(b'X')
    raises(_io.UnsupportedOperation, 'read', f.read)
with _io.open(PATH, 'rb') as f:
    assert f.read() == b'aXcdef0123456789'
with _io.open(PATH, 'r+b', buffering=5) as f:
    assert type(f) is _io.BufferedRandom
    assert f.read(3) == b'aXc'
    f.write(b'**')
    assert f.tell() == 5
    assert f.read(2) == b'f0'
    f.seek(0)
    f.write(b'start')
    assert f.read(1) == b'f'
    f.seek(-1, 2)
    f.write(b'end')
    f.flush()
    f.seek(3)
    assert f.peek(1)[:1] == b'r'
    f.write(b'R')
    f.seek(0)
    assert f.read() == b'staRtf012345678end', f.read()
    f.truncate(4)
    f.seek(0)
    assert f.read() == b'staR'

# Reading ahead of what has been written, and flushing between.
f = _io.BufferedRandom(_io.BytesIO(b'abcdefghi'))
assert f.read(2) == b'ab' and f.write(b'12') == 2 and f.read(2) == b'ef' and f.tell() == 6
f.flush()
assert f.tell() == 6 and f.read() == b'ghi'
with _io.open('/dev/zero', 'rb') as f:
    assert f.read(3) == bytes(3) and f.tell() == 0 and f.seek(0, 1) == 0

# Raw streams written in Python.
class Raw(_io._RawIOBase):
    def __init__(self, chunks):
        self.chunks = list(chunks)
        self.written = []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buf):
        assert type(buf) in (memoryview, bytearray)
        if not self.chunks:
            return 0
        chunk = self.chunks.pop(0)
        if chunk is None:
            return None
        buf[: len(chunk)] = chunk
        return len(chunk)

    def write(self, data):
        assert type(data) is memoryview and data.readonly
        self.written.append(bytes(data))
        return len(data)


f = _io.BufferedReader(Raw([b'abc', b'd', None, b'efg']))
assert f.read(2) == b'ab'
assert f.read(3) == b'cd'
assert f.read(1) == b'e'
assert f.read() == b'fg'
raw = Raw([])
f = _io.BufferedWriter(raw, 8)
f.write(b'abc')
f.write(b'defghi')
assert raw.written == [b'abc'] or raw.written == [b'abcdefgh'], raw.written
f.close()
assert b''.join(raw.written) == b'abcdefghi' and raw.closed
assert Raw([b'ab', b'cd']).read() == b'abcd'
raises(ValueError, 'readinto returned 5 outside buffer size 3', lambda: Raw([b'ab\ncd']).read(3))


class Bad(Raw):
    def readinto(self, buf):
        return len(buf) + 1


raises(OSError, 'raw readinto() returned invalid length 9 (should have been between 0 and 8)', lambda: _io.BufferedReader(Bad([]), 8).read(4))

# A pair.
reader, writer = posix.pipe()
pair = _io.BufferedRWPair(_io.FileIO(reader), _io.FileIO(writer, 'w'))
pair.write(b'through\n')
pair.flush()
assert pair.read1(3) == b'thr' and pair.readline() == b'ough\n' if hasattr(pair, 'readline') else True
pair.close()
assert pair.closed

# BytesIO.
b = _io.BytesIO(b'one\ntwo\nthree')
assert b.readline() == b'one\n' and b.tell() == 4
assert list(b) == [b'two\n', b'three']
assert b.read() == b''
b.seek(0)
assert b.read(3) == b'one' and b.read1() == b'\ntwo\nthree'
b.seek(20)
assert b.read() == b''
b.write(b'x')
assert b.getvalue() == b'one\ntwo\nthree' + bytes(7) + b'x'
b.seek(2)
assert b.truncate() == 2 and b.getvalue() == b'on'
assert b.seek(0, 2) == 2
b.writelines([b'a', bytearray(b'b')])
assert b.getvalue() == b'onab'
b.seek(0)
target = bytearray(3)
assert b.readinto(target) == 3 and target == b'ona'
b.seek(0)
assert b.readlines() == [b'onab']
raises(ValueError, 'negative seek value -1', lambda: b.seek(-1))
raises(ValueError, 'invalid whence (9, should be 0, 1 or 2)', lambda: b.seek(0, 9))
raises(ValueError, 'negative size value -1', lambda: b.truncate(-1))
raises(TypeError, "a bytes-like object is required, not 'str'", lambda: b.write('x'))
assert b.__getstate__() == (b'onab', 4, None)
c = _io.BytesIO()
c.__setstate__((b'onab', 1, None))
assert c.read() == b'nab'
view = b.getbuffer().__enter__()
assert view.tobytes() == b'onab' and not view.readonly
view[0] = 79
assert b.getvalue() == b'Onab'
raises(BufferError, 'Existing exports of data: object cannot be re-sized', lambda: b.write(b'xyz'))
raises(BufferError, 'Existing exports of data: object cannot be re-sized', b.close)
view.release()
b.close()
raises(ValueError, 'I/O operation on closed file.', b.read)
raises(ValueError, 'I/O operation on closed file.', b.getvalue)
assert b.closed

# StringIO.
s = _io.StringIO('a\nb\n')
assert s.read(1) == 'a' and s.readline() == '\n' and s.tell() == 2
assert s.write('XYZ') == 3
assert s.getvalue() == 'a\nXYZ'
s.seek(7)
s.write('!')
assert s.getvalue() == 'a\nXYZ\0\0!'
s.seek(0)
assert list(s) == ['a\n', 'XYZ\0\0!']
s.truncate(1)
assert s.getvalue() == 'a'
s = _io.StringIO('h😀i')
assert s.read(2) == 'h😀' and s.tell() == 2 and s.read() == 'i'
s.seek(1)
s.write('x')
assert s.getvalue() == 'hxi'
for newline, text in [(None, 'a\nb\nc\n'), ('', 'a\r\nb\rc\n'), ('\n', 'a\r\nb\rc\n'), ('\r', 'a\r\rb\rc\r'), ('\r\n', 'a\r\r\nb\rc\r\n')]:
    s = _io.StringIO('a\r\nb\rc\n', newline)
    assert s.getvalue() == text, (newline, s.getvalue())
s = _io.StringIO('a\r\nb\rc\n', None)
assert s.newlines == ('\r', '\n', '\r\n')
raises(TypeError, "string argument expected, got 'int'", lambda: s.write(5))
raises(TypeError, 'initial_value must be str or None, not bytes', lambda: _io.StringIO(b''))
raises(ValueError, 'Negative seek position -1', lambda: s.seek(-1))
raises(OSError, "Can't do nonzero cur-relative seeks", lambda: s.seek(1, 1))
s = _io.StringIO('abc')
s.read(1)
assert s.__getstate__() == ('abc', '\n', 1, None)
t = _io.StringIO()
t.__setstate__(s.__getstate__())
assert t.read() == 'bc'
s.close()
raises(ValueError, 'I/O operation on closed file', s.read)

# IncrementalNewlineDecoder.
d = _io.IncrementalNewlineDecoder(None, translate=True)
assert d.decode('a\r') == 'a' and d.decode('\nb\r') == '\nb' and d.decode('', final=True) == '\n'
assert d.newlines == ('\r', '\r\n')
assert d.getstate() == (b'', 0)
d.decode('x\r')
assert d.getstate() == (b'', 1)
d.reset()
assert d.newlines is None

posix.unlink(PATH)
print('ok')
