"""mmap: anonymous memory and files, slices, positions, searching, access kinds, resizing, errors."""
import mmap
import os
import tempfile

PAGE = mmap.PAGESIZE
assert mmap.error is OSError and PAGE == mmap.ALLOCATIONGRANULARITY


def error(call):
    try:
        call()
    except Exception as e:
        return f'{type(e).__name__}: {e}'
    return 'nothing'


m = mmap.mmap(-1, 10)
print(m, len(m), m[:3], m[0], m[-1], m[::4], m.tell(), m.closed, m.seekable(), list(m)[:2])
m[0] = 65
m[1:4] = b'bcd'
m[4:10:2] = b'xyz'
print(m[:], m.find(b'c'), m.find(b'c', 3), m.rfind(b'z'), m.find(b''), m.rfind(b'b', 0, 1), m.find(bytearray(b'x'), -7), b'A' in m)
m.seek(2)
print(m.read(3), m.tell(), m.read_byte(), m.write(b'QQ'), m.tell(), m.read(), m.read(5))
m.seek(-3, 2)
m.write_byte(10)
m.seek(0)
print(m.readline(), m.readline(), m.readline())
m.seek(3)
m.seek(2, os.SEEK_CUR)
print(m.tell())
m.move(0, 5, 3)
print(m[:], bytes(m), memoryview(m).readonly, bytes(memoryview(m)[2:4]))
memoryview(m)[0] = 1
print(m[0], m.flush())
for call in [
    lambda: m[10], lambda: m['a'], lambda: m.__setitem__(0, 'x'), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(slice(0, 2), b'abc'),
    lambda: m.write(b'x' * 11), lambda: m.seek(11), lambda: m.seek(-1), lambda: m.seek(1, 9), lambda: mmap.mmap(-1, 0), lambda: mmap.mmap(-1, -1),
    lambda: m.resize(20), lambda: m.move(0, 5, 6), lambda: mmap.mmap(-1, 5, access=9), lambda: mmap.mmap(99, 5), lambda: m.size(),
    lambda: mmap.mmap(-1, 5, access=mmap.ACCESS_READ, prot=1), lambda: mmap.mmap(-1, 5, offset=3), lambda: m.flush(3, 9), lambda: m.__delitem__(0),
    lambda: m + b'', lambda: m.write_byte(256), lambda: mmap.mmap('a', 2), lambda: m.write('s'), lambda: m.find('s'),
]:  # fmt: skip
    print(error(call))
with m:
    pass
print(m, error(lambda: m[0]), error(m.read), error(lambda: len(m)), m.closed, m.close())

readonly = mmap.mmap(-1, 3, access=mmap.ACCESS_READ)
print(readonly, error(lambda: readonly.write(b'a')), error(lambda: readonly.__setitem__(0, 1)), memoryview(readonly).readonly)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'data')
    with open(path, 'wb') as file:
        file.write(b'first\nsecond\n' + bytes(PAGE))
    with open(path, 'r+b') as file:
        with mmap.mmap(file.fileno(), 0) as shared:
            print(len(shared) == 13 + PAGE, shared.size() == len(shared), shared.readline(), shared.find(b'second'))
            shared[0:5] = b'FIRST'
            shared.flush()
            with open(path, 'rb') as again:
                print(again.read(12))
            shared.resize(20)
            print(len(shared), shared[:14], os.path.getsize(path))
            shared.resize(30)
            shared[29] = 90
        print(os.path.getsize(path), open(path, 'rb').read()[-3:])
        with mmap.mmap(file.fileno(), 8, access=mmap.ACCESS_COPY) as copy:
            copy[0] = 33
            print(copy, copy[:6], error(lambda: copy.resize(9)))
        with mmap.mmap(file.fileno(), 6, access=mmap.ACCESS_READ) as read:
            print(read[:], error(lambda: mmap.mmap(file.fileno(), 0, offset=PAGE)), error(lambda: mmap.mmap(file.fileno(), 500)))
        print(open(path, 'rb').read(6))
    with open(path, 'wb') as file:
        file.write(bytes(PAGE) + b'tail')
    with open(path, 'rb') as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ, offset=PAGE) as tail:
            print(tail[:], len(tail), tail.size() == PAGE + 4)
        print(error(lambda: mmap.mmap(file.fileno(), 0)))
    open(path, 'wb').close()
    with open(path, 'r+b') as file:
        print(error(lambda: mmap.mmap(file.fileno(), 0)))


class Named(mmap.mmap):
    def text(self):
        return self[:].decode()


named = Named(-1, 2)
named.name = 'n'
named[:] = b'ok'
print(named.text(), named.name, isinstance(named, mmap.mmap))
# expect-stdout:
# <mmap.mmap closed=False, access=ACCESS_DEFAULT, length=10, pos=0, offset=0> 10 b'\x00\x00\x00' 0 0 b'\x00\x00\x00' 0 False True [b'\x00', b'\x00']
# b'Abcdx\x00y\x00z\x00' 2 -1 8 0 -1 4 True
# b'cdx' 5 0 2 8 b'z\x00' b''
# b'Abcdx\x00Q\n' b'z\x00' b''
# 5
# b'\x00Q\ndx\x00Q\nz\x00' b'\x00Q\ndx\x00Q\nz\x00' False b'\nd'
# 1 None
# IndexError: mmap index out of range
# TypeError: mmap indices must be integers
# TypeError: mmap item value must be an int
# ValueError: mmap item value must be in range(0, 256)
# IndexError: mmap slice assignment is wrong size
# ValueError: data out of range
# ValueError: seek out of range
# ValueError: seek out of range
# ValueError: unknown seek type
# OSError: [Errno 22] Invalid argument
# OverflowError: memory mapped length must be positive
# ValueError: mmap: can't expand a shared anonymous mapping
# ValueError: source, destination, or count out of range
# ValueError: mmap invalid access parameter.
# OSError: [Errno 9] Bad file descriptor
# OSError: [Errno 9] Bad file descriptor
# ValueError: mmap can't specify both access and flags, prot.
# OSError: [Errno 22] Invalid argument
# ValueError: flush values out of range
# TypeError: mmap doesn't support item deletion
# TypeError: unsupported operand type(s) for +: 'mmap.mmap' and 'bytes'
# OverflowError: unsigned byte integer is greater than maximum
# TypeError: 'str' object cannot be interpreted as an integer
# TypeError: a bytes-like object is required, not 'str'
# TypeError: a bytes-like object is required, not 'str'
# <mmap.mmap closed=True> ValueError: mmap closed or invalid ValueError: mmap closed or invalid ValueError: mmap closed or invalid True None
# <mmap.mmap closed=False, access=ACCESS_READ, length=3, pos=0, offset=0> TypeError: mmap can't modify a readonly memory map. TypeError: mmap can't modify a readonly memory map. True
# True True b'first\n' 6
# b'FIRST\nsecond'
# 20 b'FIRST\nsecond\n\x00' 20
# 30 b'\x00\x00Z'
# <mmap.mmap closed=False, access=ACCESS_COPY, length=8, pos=0, offset=0> b'!IRST\n' TypeError: mmap can't resize a readonly or copy-on-write memory map.
# b'FIRST\n' ValueError: mmap offset is greater than file size ValueError: mmap length is greater than file size
# b'FIRST\n'
# b'tail' 4 True
# PermissionError: [Errno 13] Permission denied
# ValueError: cannot mmap an empty file
# ok n True
