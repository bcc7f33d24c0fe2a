"""bytes, bytearray and memoryview: literals, methods, mutation, buffers, errors."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


b = b'Hello\x00\xff'
print(b, b[0], b[-1], b[1:3], list(b[:3]), b + b'!', b * 2, b'l' in b, 0 in b, b.hex(), b.hex('-', 2), bytes.fromhex('0a ff'), error(bytes.fromhex, 'zz'), b'%d %s %x' % (1, b'a', 255), error(lambda: b'%s' % 'a'))
print(b'a,b'.split(b','), b' x '.strip(), b'abc'.upper(), b'abc'.replace(b'b', b'--'), b'abc'.find(b'c'), b'abc'.index(99), b'x'.join([b'1', b'2']), b'ab'.startswith((b'z', b'a')), b'a\nb\r\nc'.splitlines(), b'abc'.center(7, b'*'), b'1'.isdigit(), b'ab'.partition(b'b'), b'abc'.translate(bytes(range(256)), b'b'), b'a\tb'.expandtabs(4), b'7'.zfill(3))
print(error(b'a'.split, ','), error(lambda: b'a' + 'b'), error(lambda: b'abc'['x']), error(bytes, 'a'), error(bytes, [300]), error(bytes, ['a']), error(b'a'.join, ['x']), error(lambda: b'a' < 'a'), b'a' == 'a', b'a' < b'b', error(hash, bytearray()), error(b''.index, b'q'), error(lambda: b[10]), error(bytes, -1), error(bytes, 1.5))
print(b'\xe9'.decode('latin-1'), 'é€😀'.encode(), error(b'\xff'.decode), error('é'.encode, 'ascii'), b'\xffa'.decode(errors='replace'), b'\xffa'.decode('utf-8', 'ignore'), b'\xff'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'), 'é'.encode('ascii', 'xmlcharrefreplace'), 'é'.encode('ascii', 'backslashreplace'), 'a'.encode('utf-16'), error(b'a'.decode, 'nope'), 'é'.encode('ascii', 'namereplace'))
a = bytearray(b'abc')
a[0] = 65; a.append(100); a.extend(b'ef'); a += b'g'; a.insert(1, 48); del a[2]; a[1:2] = b'ZZZ'
print(a, a.pop(), a.pop(0), a.remove(90), a.reverse(), a, error(a.append, 256), error(a.append, 'a'), error(a.__setitem__, 0, 300), a[::2], a.copy() == a, bytes(a), a * 2, a.clear(), a, bytearray(3))
m = memoryview(bytearray(b'abcdef'))
m[0] = 90; m[1:3] = b'xy'
print(m.tobytes(), m[2:4].tolist(), m.nbytes, m.format, m.itemsize, m.shape, m.readonly, m == b'Zxydef', m[::2].tobytes(), error(m.__setitem__, 0, 'a'), error(m.__setitem__, slice(0, 2), b'a'), m.cast('H').shape)
r = memoryview(b'ab'); print(error(r.__setitem__, 0, 1), hash(r) == hash(b'ab'), r.release(), error(lambda: r[0]), error(memoryview, 'a'))
x = bytearray(b'abc'); v = memoryview(x); print(error(x.append, 1)); v.release(); x.append(1); print(x)
print(repr(b'\'"\n\t\\'), repr(b"'"), b'\x41\101\n', rb'\x', bytes(range(5)), bytes([1]) + bytearray([2]), int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'little'), error((300).to_bytes, 1, 'big'), int.from_bytes(b'\xff', signed=True))
# expect-stdout:
# b'Hello\x00\xff' 72 255 b'el' [72, 101, 108] b'Hello\x00\xff!' b'Hello\x00\xffHello\x00\xff' True True 48656c6c6f00ff 48-656c-6c6f-00ff b'\n\xff' ValueError: non-hexadecimal number found in fromhex() arg at position 0 b'1 a ff' TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# [b'a', b'b'] b'x' b'ABC' b'a--c' 2 2 b'1x2' True [b'a', b'b', b'c'] b'**abc**' True (b'a', b'b', b'') b'ac' b'a   b' b'007'
# TypeError: a bytes-like object is required, not 'str' TypeError: can't concat str to bytes TypeError: byte indices must be integers or slices, not str TypeError: string argument without an encoding ValueError: bytes must be in range(0, 256) TypeError: 'str' object cannot be interpreted as an integer TypeError: sequence item 0: expected a bytes-like object, str found TypeError: '<' not supported between instances of 'bytes' and 'str' False True TypeError: unhashable type: 'bytearray' ValueError: subsection not found IndexError: index out of range ValueError: negative count TypeError: cannot convert 'float' object to bytes
# é b'\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128) �a a b'\xff' b'&#233;' b'\\xe9' b'\xff\xfea\x00' LookupError: unknown encoding: nope b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
# bytearray(b'') 103 65 None None bytearray(b'') ValueError: byte must be in range(0, 256) TypeError: 'str' object cannot be interpreted as an integer ValueError: byte must be in range(0, 256) bytearray(b'fdZ') True b'fedcZZ' bytearray(b'fedcZZfedcZZ') None bytearray(b'') bytearray(b'\x00\x00\x00')
# b'Zxydef' [121, 100] 6 B 1 (6,) False True b'Zye' TypeError: memoryview: invalid type for format 'B' ValueError: memoryview assignment: lvalue and rvalue have different structures (3,)
# TypeError: cannot modify read-only memory True None ValueError: operation forbidden on released memoryview object TypeError: memoryview: a bytes-like object is required, not 'str'
# BufferError: Existing exports of data: object cannot be re-sized
# bytearray(b'abc\x01')
# b'\'"\n\t\\' b"'" b'AA\n' b'\\x' b'\x00\x01\x02\x03\x04' b'\x01\x02' 256 b'\x02\x01' OverflowError: int too big to convert -1
