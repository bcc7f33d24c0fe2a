# Text files: newlines, encodings, positions, buffering, errors.
import _io
import posix

PATH = f'/tmp/taipan-text-{posix.getpid()}'


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert str(error) == text, str(error)
    else:
        assert False, text


def put(data):
    with _io.open(PATH, 'wb') as f:
        f.write(data)


def get():
    with _io.open(PATH, 'rb') as f:
        return f.read()


# Newlines when reading.
put(b'a\nb\r\nc\rd')
with _io.open(PATH) as f:
    assert f.newlines is None
    assert f.read() == 'a\nb\nc\nd'
    assert f.newlines == ('\r', '\n', '\r\n')
for newline, lines in [
    (None, ['a\n', 'b\n', 'c\n', 'd']),
    ('', ['a\n', 'b\r\n', 'c\r', 'd']),
    ('\n', ['a\n', 'b\r\n', 'c\rd']),
    ('\r', ['a\nb\r', '\nc\r', 'd']),
    ('\r\n', ['a\nb\r\n', 'c\rd']),
]:
    with _io.open(PATH, newline=newline) as f:
        assert list(f) == lines, (newline, lines)
    with _io.open(PATH, newline=newline) as f:
        assert f.readlines() == lines
    with _io.open(PATH, newline=newline) as f:
        f._CHUNK_SIZE = 1
        assert list(f) == lines, newline
    with _io.open(PATH, newline=newline) as f:
        seen = []
        while line := f.readline(2):
            seen.append(line)
        assert ''.join(seen) == ''.join(lines), seen
        assert all(len(part) <= 2 for part in seen)

# Newlines when writing.
for newline, data in [(None, b'a\nb\r\n'), ('', b'a\nb\r\n'), ('\n', b'a\nb\r\n'), ('\r', b'a\rb\r\r'), ('\r\n', b'a\r\nb\r\r\n')]:
    with _io.open(PATH, 'w', newline=newline) as f:
        f.write('a\n')
        f.write('b\r\n')
    assert get() == data, (newline, get())

# Encodings and their errors.
with _io.open(PATH, 'w', encoding='utf-8') as f:
    assert f.write('é€😀') == 3
assert get() == b'\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
with _io.open(PATH, encoding='utf-8') as f:
    f._CHUNK_SIZE = 1
    assert f.read(1) == 'é'
    assert f.read(1) == '€'
    assert f.read(1) == '😀'
    assert f.read(1) == ''
with _io.open(PATH, encoding='latin-1') as f:
    assert f.read() == 'Ã©â\x82¬ð\x9f\x98\x80'
with _io.open(PATH, encoding='ascii', errors='surrogateescape') as f:
    assert f.read(3) == '\udcc3\udca9\udce2'
with _io.open(PATH, encoding='ascii', errors='replace') as f:
    assert f.read(2) == '\ufffd\ufffd'
with _io.open(PATH, encoding='ascii') as f:
    raises(UnicodeDecodeError, "'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)", f.read)
put(b'ab\xff')
with _io.open(PATH) as f:
    raises(UnicodeDecodeError, "'utf-8' codec can't decode byte 0xff in position 2: invalid start byte", f.read)
with _io.open(PATH, 'w', encoding='ascii') as f:
    raises(UnicodeEncodeError, "'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)", lambda: f.write('aé'))
    f.write('ok')
assert get() == b'ok'
with _io.open(PATH, 'w', encoding='latin-1', errors='backslashreplace') as f:
    f.write('é€')
assert get() == b'\xe9\\u20ac'
with _io.open(PATH, 'w') as f:
    raises(UnicodeEncodeError, "'utf-8' codec can't encode character '\\udc80' in position 1: surrogates not allowed", lambda: f.write('a\udc80'))
with _io.open(PATH, 'w', errors='surrogateescape') as f:
    f.write('a')
    f.write('\udc80')
    f.write('b')
assert get() == b'a\x80b'
raises(LookupError, 'unknown encoding: nosuch', lambda: _io.open(PATH, encoding='nosuch'))

# Positions.
put('héllo\nwörld\n€uro\n'.encode('utf-8'))
with _io.open(PATH, encoding='utf-8') as f:
    assert f.tell() == 0
    assert f.read(2) == 'hé'
    assert f.tell() == 3
    where = f.tell()
    assert f.readline() == 'llo\n'
    line2 = f.tell()
    assert line2 == 7
    assert f.readline() == 'wörld\n'
    f.seek(where)
    assert f.readline() == 'llo\n'
    f.seek(line2)
    assert f.read(3) == 'wör'
    f.seek(0, 2)
    assert f.read() == ''
    assert f.tell() == 21
    f.seek(0)
    assert len(f.read()) == 17
    raises(OSError, "can't do nonzero cur-relative seeks", lambda: f.seek(1, 1))
    raises(OSError, "can't do nonzero end-relative seeks", lambda: f.seek(1, 2))
    raises(ValueError, 'negative seek position -1', lambda: f.seek(-1))
    raises(ValueError, 'invalid whence (5, should be 0, 1 or 2)', lambda: f.seek(0, 5))
    f.seek(0)
    next(f)
    raises(OSError, 'telling position disabled by next() call', f.tell)

# Read, write, append, both.
with _io.open(PATH, 'w+') as f:
    f.write('one\ntwo\n')
    f.seek(0)
    assert f.readline() == 'one\n'
    f.seek(0, 2)
    f.write('three\n')
    f.seek(0)
    assert f.read() == 'one\ntwo\nthree\n'
    f.seek(4)
    f.truncate()
assert get() == b'one\n'
with _io.open(PATH, 'a') as f:
    assert f.tell() == 4
    f.write('more')
assert get() == b'one\nmore'
with _io.open(PATH, 'r+') as f:
    assert f.read(3) == 'one'
    f.write('!')
assert get() == b'one\nmore!', get()
raises(FileExistsError, f"[Errno 17] File exists: '{PATH}'", lambda: _io.open(PATH, 'x'))

# What is wrong with the call.
raises(ValueError, "invalid mode: 'q'", lambda: _io.open(PATH, 'q'))
raises(ValueError, "invalid mode: 'rr'", lambda: _io.open(PATH, 'rr'))
raises(ValueError, 'must have exactly one of create/read/write/append mode', lambda: _io.open(PATH, 'rw'))
raises(ValueError, 'Must have exactly one of create/read/write/append mode and at most one plus', lambda: _io.open(PATH, 'b'))
raises(ValueError, "can't have text and binary mode at once", lambda: _io.open(PATH, 'rbt'))
raises(ValueError, "binary mode doesn't take an encoding argument", lambda: _io.open(PATH, 'rb', encoding='utf-8'))
raises(ValueError, "binary mode doesn't take an errors argument", lambda: _io.open(PATH, 'rb', errors='strict'))
raises(ValueError, "binary mode doesn't take a newline argument", lambda: _io.open(PATH, 'rb', newline='\n'))
raises(ValueError, 'illegal newline value: x', lambda: _io.open(PATH, newline='x'))
raises(ValueError, "can't have unbuffered text I/O", lambda: _io.open(PATH, buffering=0))
raises(FileNotFoundError, "[Errno 2] No such file or directory: '/no/such'", lambda: _io.open('/no/such'))
raises(IsADirectoryError, "[Errno 21] Is a directory: '/tmp'", lambda: _io.open('/tmp'))
raises(TypeError, 'expected str, bytes or os.PathLike object, not float', lambda: _io.open(1.5))
raises(ValueError, 'embedded null byte', lambda: _io.open('a\0b'))
raises(ValueError, 'negative file descriptor', lambda: _io.open(-1))
raises(OSError, '[Errno 9] Bad file descriptor', lambda: _io.open(999))

f = _io.open(PATH)
assert repr(f) == f"<_io.TextIOWrapper name='{PATH}' mode='r' encoding='UTF-8'>", repr(f)
assert f.name == PATH and f.mode == 'r' and f.errors == 'strict'
assert f.buffer.name == PATH and f.buffer.mode == 'rb'
assert f.readable() and not f.writable() and f.seekable() and not f.isatty()
raises(_io.UnsupportedOperation, 'not writable', lambda: f.write('x'))
f.close()
f.close()
assert f.closed and f.buffer.closed and f.buffer.raw.closed
raises(ValueError, 'I/O operation on closed file.', f.read)
raises(ValueError, 'I/O operation on closed file.', f.readline)
raises(ValueError, 'I/O operation on closed file.', lambda: next(f))
raises(ValueError, 'I/O operation on closed file.', lambda: f.__enter__())
with _io.open(PATH, 'w') as f:
    raises(_io.UnsupportedOperation, 'not readable', f.read)
    raises(_io.UnsupportedOperation, 'not readable', f.readline)
    raises(TypeError, 'write() argument must be str, not bytes', lambda: f.write(b''))

# Buffering.
with _io.open(PATH, 'w') as f:
    f.write('x' * 100)
    assert get() == b''
    f.flush()
    assert len(get()) == 100
with _io.open(PATH, 'w', buffering=1) as f:
    assert f.line_buffering
    f.write('part')
    assert get() == b''
    f.write(' whole\nrest')
    assert get() == b'part whole\nrest'
with _io.open(PATH, 'w') as f:
    f.reconfigure(line_buffering=True, newline='\r\n')
    f.write('a\n')
    assert get() == b'a\r\n'
    f.reconfigure(encoding='latin-1', write_through=True)
    f.write('é')
    assert f.encoding == 'latin-1' and f.write_through
with _io.open(PATH, encoding='latin-1') as f:
    f.read(1)
    raises(_io.UnsupportedOperation, 'It is not possible to set the encoding or newline of stream after the first read', lambda: f.reconfigure(encoding='utf-8'))

# Over other streams.
raw = _io.BytesIO(b'x\r\ny\n')
t = _io.TextIOWrapper(raw, encoding='ascii', newline='')
assert t.readline() == 'x\r\n'
assert t.detach() is raw
raises(ValueError, 'underlying buffer has been detached', t.read)
t = _io.TextIOWrapper(_io.BytesIO(), encoding='utf-8')
t.write('abc')
t.flush()
assert t.buffer.getvalue() == b'abc'


class Upper:
    def __init__(self):
        self.data = b'one\ntwo'
        self.closed = False

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return False

    def read(self, n):
        part, self.data = self.data[:3], self.data[3:]
        return part

    def close(self):
        self.closed = True

    def flush(self):
        pass


assert list(_io.TextIOWrapper(Upper(), encoding='ascii')) == ['one\n', 'two']

posix.unlink(PATH)
print('ok')
