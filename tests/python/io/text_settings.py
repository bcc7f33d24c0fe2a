"""What a TextIOWrapper still tells without its buffer, and writing between reads."""
import io


def error(function, *args):
    try:
        return function(*args)
    except Exception as problem:
        return f'{type(problem).__name__}: {problem}'


text = io.TextIOWrapper(io.BytesIO(), 'ascii', 'replace', line_buffering=True)
text.detach()
assert repr(text) == "<_io.TextIOWrapper encoding='ascii'>"
assert (text.encoding, text.errors, text.line_buffering, text.write_through) == ('ascii', 'replace', True, False)
assert error(text.read) == error(lambda: text._CHUNK_SIZE) == 'ValueError: underlying buffer has been detached'
assert error(repr, io.TextIOWrapper.__new__(io.TextIOWrapper)) == 'ValueError: I/O operation on uninitialized object'
text = io.TextIOWrapper(io.BytesIO())
assert error(setattr, text, '_CHUNK_SIZE', 1 << 70) == "ValueError: cannot fit 'int' into an index-sized integer"
pair = io.TextIOWrapper(io.BufferedRWPair(io.BytesIO(b'foo\nbar\n'), io.BytesIO()))
line = pair.readline()
pair.write(line)
assert line + pair.readline() == 'foo\nbar\n'
