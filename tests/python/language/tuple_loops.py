"""`for` over enumerate and zip: without tuples while they are the built-ins."""
import builtins


def numbered(values):
    out = []
    for i, x in enumerate(values):
        out.append((i, x))
    return out


def paired(a, b):
    out = []
    for x, y in zip(a, b):
        out.append((x, y))
    else:
        out.append('else')
    return out


def triples(a, b, c):
    out = []
    for x, y, z in zip(a, b, c):
        if y == 0:
            continue
        if y == 9:
            break
        out.append(x + y + z)
    else:
        out.append('else')
    return out


for _ in range(2):
    assert numbered('abc') == [(0, 'a'), (1, 'b'), (2, 'c')]
    assert numbered([]) == [] and numbered({5: 6}) == [(0, 5)]
    assert paired([1, 2], 'ab') == [(1, 'a'), (2, 'b'), 'else'] and paired([], [1]) == ['else']
    assert triples([1, 2, 3], [4, 0, 6], [7, 8, 9]) == [12, 18, 'else'] and triples([1], [9], [1]) == []

# the shorter one ends it, and the first has been stepped already
a, b = iter([1, 2, 3]), iter([4])
assert paired(a, b) == [(1, 4), 'else'] and next(a) == 3
a, b = iter([1]), iter([4, 5])
assert paired(a, b) == [(1, 4), 'else'] and next(b) == 5


def message(f, *args):
    try:
        f(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


assert message(numbered, 5) == "TypeError: 'int' object is not iterable"
assert message(paired, [1], None) == message(paired, None, [1]) == "TypeError: 'NoneType' object is not iterable"

# arguments, and targets, in order
log = []


def say(x):
    log.append(x)
    return x


class Box:
    pass


def targets():
    box, items = Box(), [0, 0]
    for box.i, items[say(1)] in enumerate(say([7, 8])):
        log.append((box.i, items[1]))
    for box.x, (p, *items[say(0)]) in zip(say('ab'), say([[1, 2], [3]])):
        log.append((box.x, p, items[0]))


targets()
assert log == [[7, 8], 1, (0, 7), 1, (1, 8), 'ab', [[1, 2], [3]], 0, ('a', 1, [2]), 0, ('b', 3, [])]


# the number may be bound again
def rebinding():
    seen = []
    for i, x in enumerate('ab'):
        i += 10
        seen.append(i)
    return seen, i, x


assert rebinding() == ([10, 11], 11, 'b')


# other callables of these names
def shadowed(enumerate, zip):
    out = []
    for i, x in enumerate('q'):
        out.append((i, x))
    for i, x in zip(1, 2):
        out.append((i, x))
    return out


assert shadowed(lambda s: [(s, 1)], lambda *a: [a]) == [('q', 1), (1, 2)]
real = builtins.enumerate, builtins.zip
builtins.enumerate = lambda values: [(x, 'n') for x in values]
builtins.zip = lambda *values: iter([values, 'xy'[: len(values)]])
try:
    assert numbered('ab') == [('a', 'n'), ('b', 'n')]
    assert paired(1, 2) == [(1, 2), ('x', 'y'), 'else']
    builtins.enumerate = lambda values: [(1, 2, 3)]
    assert message(numbered, 'ab') == 'ValueError: too many values to unpack (expected 2, got 3)'
    builtins.zip = lambda *values: [4]
    assert message(paired, 1, 2) == 'TypeError: cannot unpack non-iterable int object'
finally:
    builtins.enumerate, builtins.zip = real
assert numbered('a') == [(0, 'a')]

# with start, strict, stars: as before
assert [(i, x) for i, x in enumerate('ab', 5)] == [(5, 'a'), (6, 'b')]
out = []
for i, x in enumerate('ab', start=2):
    out.append(i)
for x, y in zip(*[[1, 2], [3, 4]]):
    out.append(y)
for t in zip([1], [2]):
    out.append(t)
for i, *x in enumerate('c'):
    out.append(x)
assert out == [2, 3, 3, 4, (1, 2), ['c']]
try:
    for x, y in zip([1], [2, 3], strict=True):
        pass
except ValueError:
    pass
else:
    raise AssertionError


def generator(values):
    for i, x in enumerate(values):
        for p, q in zip(x, range(i + 1)):
            yield i, p, q
        for k, c in enumerate(x):
            i += k
        yield i


assert list(generator(['ab', 'cd'])) == [(0, 'a', 0), 1, (1, 'c', 0), (1, 'd', 1), 2]

# changing a list while it is walked
values = [1, 2]
for i, x in enumerate(values):
    if i < 3:
        values.append(x)
assert values == [1, 2, 1, 2, 1] and i == 4

# comprehensions over range
assert [i * j for i in range(3) for j in range(i)] == [0, 0, 2]
assert {i: [k for k in range(i, 0, -1)] for i in range(3)} == {0: [], 1: [1], 2: [2, 1]}
assert {x % 3 for x in range(2, 20, 4) if x > 2} == {0, 1, 2}
fs = [lambda: i for i in range(3)]
assert [f() for f in fs] == [2, 2, 2]
assert message(lambda: [i for i in range('x')]) == "TypeError: 'str' object cannot be interpreted as an integer"


class Body:
    n = 3
    squares = [i * i for i in range(n)]
    nested = [(i, j) for i in range(2) for j in range(i)]


assert Body.squares == [0, 1, 4] and Body.nested == [(1, 0)]
