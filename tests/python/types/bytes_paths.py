"""Bytes of all sizes, and the cases that leave the short ways through the methods of bytes and bytearray."""


def raises(kind, run):
    try:
        run()
    except kind as e:
        return str(e)
    raise AssertionError('nothing raised')


# Memory of small, middle and large results.
for size in (0, 1, 23, 24, 25, 63, 64, 65, 100, 2047, 2048, 2049, 5000):
    b = bytes(i & 255 for i in range(size))
    assert len(b) == size and list(b) == [i & 255 for i in range(size)]
    assert b + b == b * 2 and len(b + b) == 2 * size
    assert b[1:] == bytes(list(b)[1:]) and b[:-1] == bytes(list(b)[:-1]) and b[-3:2] == bytes(list(b)[-3:2])
    assert b[::2] == bytes(list(b)[::2]) and b[::-1][::-1] == b
    assert bytes.fromhex(b.hex()) == b and b.hex().encode().decode('ascii') == b.hex()
    assert b.decode('latin-1').encode('latin-1') == b
    assert bytes(bytearray(b)) == b and bytearray(b) == b and bytes(memoryview(b)) == b
    assert b.center(size + 4, b'*') == b.rjust(size + 2, b'*').ljust(size + 4, b'*') == b'**' + b + b'**'
    assert b''.join([b, b'', b]) == b + b and b'--'.join([b, b]) == b + b'--' + b
    a = bytearray(b)
    a += b
    a.extend(a)
    assert a == b * 4
    assert size == 0 or raises(BufferError, lambda: a.__iadd__(a)) == 'Existing exports of data: object cannot be re-sized'
    assert hash(b) == hash(bytes(bytearray(b))) and {b: 1}[bytes(bytearray(b))] == 1
# Results that share a slab do not share contents.
parts = [bytearray(100) for _ in range(50)]
parts[10][:] = b'x' * 100
assert parts[9] == parts[11] == bytes(100)

# Searching with bounds.
b = b'abcabcabc' * 20
assert (b.find(b'c'), b.find(b'c', 3), b.find(b'ca', 3, 6), b.find(b'ca', 3, 7), b.find(b'', 5), b.find(b'', 500)) == (2, 5, -1, 5, 5, -1)
assert (b.rfind(b'a'), b.rfind(b'ab', 0, 8), b.rfind(b'abc', 0, 8), b.rfind(b''), b.rfind(b'', 0, 500)) == (177, 6, 3, 180, 180)
assert (b.count(b'a'), b.count(b'abc', 1), b.count(b''), b.count(b'aa'), b.count(98, 2, 8)) == (60, 59, 181, 0, 2)
assert b.find(97, 1) == 3 and b.index(b'bc') == 1 and 97 in b and 120 not in b and b'cab' in b and b'' in b
assert raises(ValueError, lambda: b.index(b'x')) == 'subsection not found'
assert raises(ValueError, lambda: 256 in b) == 'byte must be in range(0, 256)'
assert raises(ValueError, lambda: -1 in b) == 'byte must be in range(0, 256)'
assert raises(TypeError, lambda: 1.5 in b) == "a bytes-like object is required, not 'float'"
assert True in b'\x01' and False not in b'\x01'
assert b.startswith(b'') and not b.startswith(b'', 181) and b.startswith(b'', 180) and b.startswith((b'x', bytearray(b'ab')))
assert b.endswith(b'bc') and not b.endswith(b'bc', 0, 5) and b.endswith((b'x', b'b'), 0, 5)
assert raises(TypeError, lambda: b.startswith('a')) == 'startswith first arg must be bytes or a tuple of bytes, not str'
assert raises(TypeError, lambda: b.endswith(('a',))) == "a bytes-like object is required, not 'str'"

# Splitting and stripping.
for kind in (bytes, bytearray):
    x = kind(b'  a b\tc  ')
    assert x.split() == [b'a', b'b', b'c'] and x.split(None, 1) == [b'a', b'b\tc  '] and x.rsplit(None, 1) == [b'  a b', b'c']
    assert x.split(None, 0) == [b'a b\tc  '] and x.rsplit(None, 0) == [b'  a b\tc'] and kind().split() == [] and kind().split(b',') == [b'']
    assert kind(b',a,,b').split(b',') == [b'', b'a', b'', b'b'] and kind(b',a,,b').rsplit(b',', 1) == [b',a,', b'b']
    assert kind(b'aXYbXYc').split(b'XY', 1) == [b'a', b'bXYc'] and kind(b'aXYbXYc').rsplit(b'XY') == [b'a', b'b', b'c']
    assert type(kind(b'a b').split()[0]) is kind and type(kind(b' a').strip()) is kind
    assert x.strip() == b'a b\tc' and x.lstrip() == b'a b\tc  ' and x.rstrip() == b'  a b\tc' and kind(b'   ').strip() == b''
    assert kind(b'xyaxy').strip(b'yx') == b'a' and kind(b'xyaxy').lstrip(b'x') == b'yaxy' and kind(b'xy').strip(b'') == b'xy'
    assert kind(b'aBc dE').title() == b'Abc De' and kind(b'aBc').swapcase() == b'AbC' and kind(b'aB c').capitalize() == b'Ab c'
    assert kind(b'ab').islower() and not kind(b'aB').islower() and not kind(b'1').islower() and kind(b'A1').isupper()
    assert kind(b'ababab').replace(b'a', b'x') == b'xbxbxb' and kind(b'ababab').replace(b'a', b'xy', 2) == b'xybxybab'
    assert kind(b'abab').replace(b'', b'-') == b'-a-b-a-b-' and kind(b'abab').replace(b'', b'-', 2) == b'-a-bab'
    assert kind(b'abab').replace(b'ab', b'') == b'' and kind(b'abab').replace(b'x', b'y') == b'abab' and kind(b'aa').replace(b'a', b'b', 0) == b'aa'
    assert kind(b'hello').translate(bytes(range(256))[::-1])[0] == 255 - 104 and kind(b'hello').translate(None, b'l') == b'heo'
    assert kind(b'hello').translate(bytes.maketrans(b'l', b'L'), b'h') == b'eLLo' and kind(b'a').translate(None) == b'a'
    assert kind(b'%s and %d' % (b'x', 5)) == b'x and 5' and kind(b'-5').zfill(4) == b'-005'
same = b'unchanged'
assert same.strip() is same and same.replace(b'x', b'y') is same and same[:] is same and b''.join([same]) is same


class Bytes(bytes):
    pass


assert type(Bytes(b'a').strip()) is bytes and type(b''.join([Bytes(b'a')])) is bytes and type(Bytes(b'ab')[0:2]) is bytes
assert Bytes(b'ab')[0] == 97 and Bytes(b'ab')[-1] == 98 and {Bytes(b'k'): 1}[b'k'] == 1
assert raises(IndexError, lambda: b'ab'[2]) == 'index out of range' and raises(IndexError, lambda: bytearray(b'ab')[-3]) == 'bytearray index out of range'


class Other(bytes):
    def __getitem__(self, key):
        return 'mine'

    def __eq__(self, other):
        return False

    __hash__ = bytes.__hash__


assert Other(b'abc')[0] == Other(b'abc')[0:2] == 'mine' and Other(b'k') not in {b'k': 1}

# Hexadecimal.
assert b'abcde'.hex('-') == '61-62-63-64-65' and b'abcde'.hex(':', 2) == '61:6263:6465' and b'abcde'.hex(':', -2) == '6162:6364:65'
assert b'abcde'.hex(':', 5) == b'abcde'.hex(':', 9) == b'abcde'.hex(':', 0) == '6162636465' and b''.hex(':') == ''
assert bytes.fromhex(' 61 6B\n6c') == b'akl' and bytes.fromhex('6B') == b'k'
assert raises(ValueError, lambda: bytes.fromhex('6')) == 'fromhex() arg must contain an even number of hexadecimal digits'
assert raises(ValueError, lambda: bytes.fromhex('6g')) == 'non-hexadecimal number found in fromhex() arg at position 1'
assert raises(ValueError, lambda: bytes.fromhex('61é1')) == 'non-hexadecimal number found in fromhex() arg at position 2'
assert raises(ValueError, lambda: bytes.fromhex('6 1 ')) == 'non-hexadecimal number found in fromhex() arg at position 1'

# int.to_bytes, int.from_bytes.
for n in (0, 1, 127, 128, 255, 256, 65535, 2**31, 2**32 - 1, 2**40 + 5, 2**53 - 1, 2**53, 2**62, 2**63, 2**64 - 1, 2**70, 2**200 - 3):
    for length in (1, 2, 3, 4, 6, 7, 8, 9, 26, 80):
        for order in ('big', 'little'):
            for signed in (False, True):
                for value in (n, -n):
                    try:
                        data = value.to_bytes(length, order, signed=signed)
                    except OverflowError as e:
                        expected = "can't convert negative int to unsigned" if value < 0 and not signed else 'int too big to convert'
                        assert str(e) == expected
                        assert value < 0 and not signed or not -(2 ** (8 * length - 1)) <= value < 2 ** (8 * length - signed)
                        continue
                    assert len(data) == length and int.from_bytes(data, order, signed=signed) == value, (value, length, order)
                    assert int.from_bytes(bytearray(data), order, signed=signed) == int.from_bytes(list(data), order, signed=signed) == value
assert (5).to_bytes() == b'\x05' and (258).to_bytes(length=2, byteorder='little') == b'\x02\x01' and int.from_bytes(b'\xff', signed=True) == -1
assert raises(ValueError, lambda: (5).to_bytes(2, 'middle')) == "byteorder must be either 'little' or 'big'"
assert raises(TypeError, lambda: (5).to_bytes(2, 'big', True)) == 'to_bytes() takes at most 2 positional arguments (3 given)'
assert raises(TypeError, lambda: int.from_bytes()) == "from_bytes() missing required argument 'bytes' (pos 1)"
assert raises(TypeError, lambda: (5).to_bytes(size=2)).startswith("to_bytes() got an unexpected keyword argument 'size'")
assert raises(TypeError, lambda: (5).to_bytes(2, length=2)) == "argument for to_bytes() given by name ('length') and position (1)"

# bytearray in place.
a = bytearray()
for i in range(300):
    a.append(i & 255)
assert len(a) == 300 and a[255] == 255 and a[-1] == 43
a[5] = True
assert a[5] == 1
assert raises(ValueError, lambda: a.append(256)) == 'byte must be in range(0, 256)'
assert raises(ValueError, lambda: a.__setitem__(0, 256)) == 'byte must be in range(0, 256)'
assert raises(IndexError, lambda: a.__setitem__(300, 1)) == 'bytearray index out of range'
seen = []
a = bytearray(b'ab')
for byte in a:
    seen.append(byte)
    if len(a) < 5:
        a.append(byte + 1)
assert bytes(seen) == b'abbcc'
view = memoryview(a)
assert raises(BufferError, lambda: a.append(1)) == 'Existing exports of data: object cannot be re-sized'
assert raises(BufferError, lambda: a.extend(b'x')) == 'Existing exports of data: object cannot be re-sized'
view.release()
assert bytes([1, 2, 255]) == b'\x01\x02\xff' and bytes((True, 2)) == b'\x01\x02'
assert raises(ValueError, lambda: bytes([1, 256])) == 'bytes must be in range(0, 256)'
assert raises(TypeError, lambda: bytes([1, 1.5])) == "'float' object cannot be interpreted as an integer"
assert raises(TypeError, lambda: b''.join([b'a', 'b'])) == 'sequence item 1: expected a bytes-like object, str found'

# Concatenations are made when someone looks: chains to the left, to the right and mixed; parts shared.
left = right = b''
for i in range(3000):
    left += b'%d,' % (i % 10)
    right = b'%d,' % (i % 10) + right
assert len(left) == len(right) == 6000 and left[:6] == b'0,1,2,' and right[:6] == b'9,8,7,' and left == b'0,1,2,3,4,5,6,7,8,9,' * 300
both = right + left
again = both + both + b'end'
assert again[-5:] == b'9,end' and again.count(b'9,') == 1200 and both[5998:6004] == b'0,0,1,'[0:6]
tree = b'0123456789abcdef'
for i in range(10):
    tree = (tree + b'-') + (b'+' + tree)
assert len(tree) == 2**10 * 16 + (2**10 - 1) * 2 and tree.count(b'-+') == 2**10 - 1 and tree[16:18] == b'-+'
assert hash(tree) == hash(bytes(list(tree))) and b''.join([tree, tree])[len(tree):] == tree
short = b'abc' + b'defgh'
assert (short[0], short[-1], short[7], list(short)) == (97, 104, 104, [97, 98, 99, 100, 101, 102, 103, 104])
assert raises(IndexError, lambda: short[8]) == 'index out of range' and raises(IndexError, lambda: short[-9]) == 'index out of range'
assert b'' + short is short and short + b'' is short and type(Bytes(b'a') + b'b') is bytes and type(b'a' + bytearray(b'b')) is bytes
assert raises(TypeError, lambda: b'a' + 'b') == "can't concat str to bytes"
x = b'a'
x += bytearray(b'b')
assert x == b'ab' and type(x) is bytes

import struct

assert struct.pack('>I', 2**32 - 1) == b'\xff' * 4 and struct.pack('<H', 258) == b'\x02\x01' and struct.pack('B', 255) == b'\xff'
assert struct.pack('<I', True) == b'\x01\0\0\0' and struct.pack('>L', 5) == b'\0\0\0\x05' and struct.pack('@L', 5) == b'\x05' + bytes(7)
assert raises(struct.error, lambda: struct.pack('<I', 2**32)) == "'I' format requires 0 <= number <= 4294967295"
assert raises(struct.error, lambda: struct.pack('B', -1)) == "'B' format requires 0 <= number <= 255"
assert raises(struct.error, lambda: struct.pack('B', 1.5)) == 'required argument is not an integer'
assert raises(struct.error, lambda: struct.pack('B', 1, 2)) == 'pack expected 1 items for packing (got 2)'
assert struct.pack('xB', 5) == b'\0\x05' and struct.pack('Bx', 5) == b'\x05\0'
