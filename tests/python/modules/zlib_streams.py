# zlib: streams, limits, dictionaries and errors, recorded from CPython.
import zlib

TEXT = b"".join(b"line %d of some text\n" % (n % 50) for n in range(2000))
ZTEXT = zlib.compress(TEXT)


def pieces(size, limit):
    d = zlib.decompressobj()
    out = b""
    steps = 0
    data = ZTEXT + b"tail"
    while not d.eof:
        chunk = d.unconsumed_tail + data[:size]
        data = data[size:]
        out += d.decompress(chunk, limit)
        steps += 1
    return out == TEXT, steps, d.unused_data, d.unconsumed_tail, d.flush()


def flushed(mode):
    c = zlib.compressobj(9)
    return c.compress(b"abcabcabc") + c.flush(mode) + c.compress(b"xyz") + c.flush()


def copied():
    c = zlib.compressobj()
    c.compress(b"one ")
    d = c.copy()
    return zlib.decompress(c.compress(b"two") + c.flush()), zlib.decompress(d.compress(b"three") + d.flush())


def with_dictionary():
    c = zlib.compressobj(zdict=b"hello world")
    data = c.compress(b"hello world hello") + c.flush()
    return zlib.decompressobj(zdict=b"hello world").decompress(data), len(data)


def without_dictionary():
    c = zlib.compressobj(zdict=b"hello world")
    data = c.compress(b"hello world hello") + c.flush()
    return zlib.decompressobj().decompress(data)


def buffered():
    d = zlib._ZlibDecompressor()
    first = d.decompress(ZTEXT + b"yy", 10)
    second = d.needs_input, d.eof
    rest = d.decompress(b"")
    return first, second, len(rest), d.eof, d.unused_data, d.needs_input


def finished():
    c = zlib.compressobj()
    c.flush()
    return c


def ended():
    d = zlib.decompressobj()
    d.decompress(ZTEXT)
    d.flush()
    return d


def at_end():
    d = zlib._ZlibDecompressor()
    d.decompress(ZTEXT)
    return d


def outcome(run):
    try:
        return repr(run())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CASES = [
    (lambda: len(ZTEXT), '384'),
    (lambda: zlib.crc32(TEXT), '2591789694'),
    (lambda: zlib.adler32(TEXT), '2300616932'),
    (lambda: zlib.crc32(b"x", -5), '2790048488'),
    (lambda: zlib.adler32(b"x", 2**40), '7864440'),
    (lambda: zlib.crc32("x"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: zlib.adler32(b"x", "x"), "TypeError: 'str' object cannot be interpreted as an integer"),
    (lambda: zlib.crc32(b""), '0'),
    (lambda: zlib.compress(b"hello hello hello", -1), "b'x\\x9c\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 0), "b'x\\x01\\x01\\x11\\x00\\xee\\xffhello hello hello:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 1), "b'x\\x01\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 2), "b'x^\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 3), "b'x^\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 4), "b'x^\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 5), "b'x^\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 6), "b'x\\x9c\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 7), "b'x\\xda\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 8), "b'x\\xda\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(b"hello hello hello", 9), "b'x\\xda\\xcbH\\xcd\\xc9\\xc9W\\xc8@\\x90\\x00:.\\x06}'"),
    (lambda: zlib.compress(TEXT, 1)[:40], "b'x\\x01\\xed\\x9d1\\x8e\\x14A\\x10\\x04}^\\xb1O`z\\x9a\\x03\\x1e\\xb4HHw\\x9cqg\\xf0|@\\xc30\\xdb\\xa1\\xb0\\xb0\\xc3m\\xad\\x93\\xa9'"),
    (lambda: zlib.compress(TEXT, 6)[-40:], "b'\\xf0\\x80\\x07<\\xe0\\x01\\x0fx\\xc0\\x03\\x1e\\xf0\\x80\\x07<\\xe0\\x01\\x0fx\\xc0\\x03\\x1e\\xf0\\x80\\x07<\\xe0\\x01\\x0fx\\xc0\\x83\\x7f{\\xf0\\x0b\\x89 \\xa0\\xe4'"),
    (lambda: zlib.compress(b"abc", wbits=-15), "b'KLJ\\x06\\x00'"),
    (lambda: zlib.compress(b"abc", wbits=31)[10:], "b'KLJ\\x06\\x00\\xc2A$5\\x03\\x00\\x00\\x00'"),
    (lambda: zlib.decompress(zlib.compress(b"abc", wbits=31), wbits=47), "b'abc'"),
    (lambda: pieces(10, 0), "(True, 39, b'tail', b'', b'')"),
    (lambda: pieces(50, 100), "(True, 417, b'tail', b'', b'')"),
    (lambda: pieces(1, 1000), "(True, 384, b'', b'', b'')"),
    (lambda: [flushed(n) for n in (1, 2, 3)], "[b'x\\xdaJLJN\\x04#\\x80\\x00\\xab\\xa8\\xac\\x02\\x00\\x1ej\\x04\\xde', b'x\\xdaJLJN\\x04#\\x00\\x00\\x00\\x00\\xff\\xff\\xab\\xa8\\xac\\x02\\x00\\x1ej\\x04\\xde', b'x\\xdaJLJN\\x04#\\x00\\x00\\x00\\x00\\xff\\xff\\xab\\xa8\\xac\\x02\\x00\\x1ej\\x04\\xde']"),
    (lambda: copied(), 'error: Error -3 while decompressing data: incorrect header check'),
    (lambda: with_dictionary(), "(b'hello world hello', 17)"),
    (lambda: without_dictionary(), 'error: Error 2 while decompressing data'),
    (lambda: buffered(), "(b'line 0 of ', (False, False), 41590, True, b'yy', False)"),
    (lambda: zlib.compress("x"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: zlib.compress(b"x", 10), 'error: Bad compression level'),
    (lambda: zlib.compress(b"x", -2), 'error: Bad compression level'),
    (lambda: zlib.compress(b"x", wbits=99), 'error: Bad compression level'),
    (lambda: zlib.decompress(b"x"), 'error: Error -5 while decompressing data: incomplete or truncated stream'),
    (lambda: zlib.decompress(b""), 'error: Error -5 while decompressing data: incomplete or truncated stream'),
    (lambda: zlib.decompress("x"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: zlib.decompress(b"xxxx"), 'error: Error -3 while decompressing data: incorrect header check'),
    (lambda: zlib.decompress(ZTEXT[:-1]), 'error: Error -5 while decompressing data: incomplete or truncated stream'),
    (lambda: zlib.decompress(ZTEXT[:-4] + b"abcd"), 'error: Error -3 while decompressing data: incorrect data check'),
    (lambda: zlib.decompress(b"x", bufsize=-1), 'ValueError: bufsize must be non-negative'),
    (lambda: zlib.decompress(ZTEXT, bufsize=1) == TEXT, 'True'),
    (lambda: zlib.decompress(b"x", wbits=99), 'error: Error -2 while preparing to decompress data: inconsistent stream state'),
    (lambda: zlib.compressobj(10), 'ValueError: Invalid initialization option'),
    (lambda: zlib.compressobj(1, 9), 'ValueError: Invalid initialization option'),
    (lambda: zlib.compressobj(wbits=99), 'ValueError: Invalid initialization option'),
    (lambda: zlib.compressobj(memLevel=0), 'ValueError: Invalid initialization option'),
    (lambda: zlib.compressobj(strategy=99), 'ValueError: Invalid initialization option'),
    (lambda: zlib.compressobj(zdict="x"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: zlib.compressobj(zdict=None), "TypeError: a bytes-like object is required, not 'NoneType'"),
    (lambda: zlib.compressobj("x"), "TypeError: 'str' object cannot be interpreted as an integer"),
    (lambda: zlib.decompressobj(99), 'ValueError: Invalid initialization option'),
    (lambda: zlib.decompressobj(zdict="x"), 'TypeError: zdict argument must support the buffer protocol'),
    (lambda: zlib.decompressobj().decompress(b"", -1), 'ValueError: max_length must be non-negative'),
    (lambda: zlib.decompressobj().flush(0), 'ValueError: length must be greater than zero'),
    (lambda: zlib.decompressobj().flush(-1), 'ValueError: length must be greater than zero'),
    (lambda: zlib.compressobj().flush(99), 'error: Error -2 while flushing: inconsistent stream state'),
    (lambda: zlib.compressobj().flush(0), "b''"),
    (lambda: zlib._ZlibDecompressor(wbits=99), 'ValueError: Invalid initialization option'),
    (lambda: [c.__name__ for c in zlib.error.__mro__], "['error', 'Exception', 'BaseException', 'object']"),
    (lambda: zlib.error.__module__, "'zlib'"),
    (lambda: zlib.compressobj(1, 2, 3, 4, 5, b"", 7), 'TypeError: compressobj() takes at most 6 arguments (7 given)'),
    (lambda: (zlib.Z_TREES, zlib.DEF_BUF_SIZE, zlib.MAX_WBITS), '(6, 16384, 15)'),
    (lambda: type(zlib.compressobj())(), "TypeError: cannot create 'zlib.Compress' instances"),
    (lambda: finished().compress(b"x"), 'error: Error -2 while compressing data: inconsistent stream state'),
    (lambda: finished().flush(), 'error: Error -2 while flushing: inconsistent stream state'),
    (lambda: finished().copy(), 'ValueError: Inconsistent stream state'),
    (lambda: ended().copy(), 'ValueError: Inconsistent stream state'),
    (lambda: ended().decompress(b"x"), 'error: Error -2 while decompressing data: inconsistent stream state'),
    (lambda: at_end().decompress(b"x"), 'EOFError: End of stream already reached'),
]

for number, (run, expected) in enumerate(CASES):
    got = outcome(run)
    assert got == expected, (number, got, expected)
