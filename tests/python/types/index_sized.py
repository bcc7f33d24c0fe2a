# Ints near the bounds of Py_ssize_t as indices and counts.
from collections import deque


def failure(action):
    try:
        return action()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def store(o, i):
    o[i] = 1


def delete(o, i):
    del o[i]


def times(o, count):
    o *= count
    return o


RANGES = {
    list: 'list index out of range', tuple: 'tuple index out of range', str: 'string index out of range',
    bytes: 'index out of range', bytearray: 'bytearray index out of range',
}
SEQUENCES = [[1, 2], (1, 2), 's', b's', bytearray(b's')]
for o in SEQUENCES:
    for i in 2**53, -2**53, 2**62, 2**63 - 1, -2**63:
        assert failure(lambda: o[i]) == f'IndexError: {RANGES[type(o)]}', (o, i)
    for i in 2**63, -2**63 - 1, 10**30:
        assert failure(lambda: o[i]) == "IndexError: cannot fit 'int' into an index-sized integer", (o, i)
for change in store, delete:
    assert failure(lambda: change([1], 2**60)) == 'IndexError: list assignment index out of range'
    assert failure(lambda: change(bytearray(1), 2**60)) == 'IndexError: bytearray index out of range'
    assert failure(lambda: change([1], 2**63)) == "IndexError: cannot fit 'int' into an index-sized integer"

TOO_LARGE = "OverflowError: cannot fit 'int' into an index-sized integer"
for o in SEQUENCES + ['', [], (), b'', bytearray()]:
    for count in -2**63 - 1, 2**63, 10**30, -10**30:
        assert failure(lambda: o * count) == failure(lambda: count * o) == failure(lambda: times(o, count)) == TOO_LARGE, (o, count)
    for count in 0.5, 2.0, None:
        wanted = f"TypeError: can't multiply sequence by non-int of type '{type(count).__name__}'"
        assert failure(lambda: o * count) == failure(lambda: count * o) == failure(lambda: times(o, count)) == wanted, (o, count)
    for count in -2**63, -2**53, -1:
        assert o * count == count * o == type(o)()
for o in list(SEQUENCES):
    assert times(o, -2**63) == type(o)()

d = deque([1, 2, 3])
d.rotate(2**60 + 1)
assert list(d) == [2, 3, 1], d
d.rotate(-(2**60) - 1)
assert list(d) == [1, 2, 3], d
assert failure(lambda: d.rotate(2**63)) == "OverflowError: Python int too large to convert to C ssize_t"
d.insert(2**60, 4)
assert list(d) == [1, 2, 3, 4]
l = [1]
l.insert(-2**60, 0)
assert l == [0, 1]
