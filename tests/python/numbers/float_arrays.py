"""Arithmetic on items of arrays of doubles, which are read and written in place, and on items of anything else in the same code."""
from array import array


def kinds(values):
    return [type(v).__name__ for v in values]


def dot(a, b):
    s = 0.0
    for i in range(len(a)):
        s += a[i] * b[i]
    return s


def scale(a, k):
    for i in range(len(a)):
        a[i] *= k * 0.5
    return a


def shift(a, i, j):
    first = a[i]
    s = first * 2.0
    a[j] = a[i] + s * 1.0
    a[i] = s
    return first, s


def update(a, b, j):
    a[j] -= a[0] * b[j]
    return a


def d(*values):
    return array('d', values)


for make in (lambda *v: d(*v), lambda *v: list(v), lambda *v: d(*v)):
    assert dot(make(1.0, 2.0), make(0.5, 4.0)) == 8.5
    assert list(scale(make(1.0, 2.5), 2)) == [1.0, 2.5]
    values = make(1.0, 2.0, 3.0)
    assert shift(values, 0, 2) == (1.0, 2.0) and list(values) == [2.0, 2.0, 3.0]
    assert shift(values, -1, 0) == (3.0, 6.0) and list(values) == [9.0, 2.0, 6.0]
    assert list(update(make(2.0, 3.0), make(1.0, 0.5), 1)) == [2.0, 2.0]
    assert kinds(shift(make(1.0, 0.5), 0, 1)) == ['float', 'float']

# lists keep ints, arrays of ints do not take floats, other item types convert
assert update([2, 3], [1, 5], 1) == [2, -7] and kinds(update([2, 3], [1, 5], 1)) == ['int', 'int']
assert list(update(array('i', [2, 3]), [1, 5], 1)) == [2, -7]
try:
    scale(array('i', [1, 2]), 3)
except TypeError as e:
    assert str(e) == "'float' object cannot be interpreted as an integer"
else:
    raise AssertionError
assert list(scale(array('f', [1.0, 0.1]), 1)) == [0.5, 0.05000000074505806]
assert scale({0: 1, 1: 3.0}, 4) == {0: 2.0, 1: 6.0}


def error(function, *args):
    try:
        function(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


assert error(shift, d(1.0), 1, 0) == 'IndexError: array index out of range'
assert error(shift, d(1.0), 0, 1) == 'IndexError: array assignment index out of range'
assert error(shift, d(1.0), 0, -2) == 'IndexError: array assignment index out of range'
assert error(shift, d(1.0), 0.0, 0) == error(shift, d(1.0), 0.5, 0) == 'TypeError: array indices must be integers'
assert error(shift, d(1.0), 0, 0.5) == 'TypeError: array indices must be integers'
assert error(shift, (1.0, 2.0), 0, 1) == "TypeError: 'tuple' object does not support item assignment"
assert error(shift, d(), 0, 0) == 'IndexError: array index out of range'
assert error(update, d(1.0, 2.0), [1.0, 'x'], 1) == "TypeError: can't multiply sequence by non-int of type 'float'"

# room that an array has beyond its length is no item
grown = d()
for i in range(20):
    grown.append(i)
    assert error(shift, grown, i + 1, 0) == 'IndexError: array index out of range'
grown.pop()
assert error(shift, grown, 0, 19) == 'IndexError: array assignment index out of range'
assert error(shift, grown, 19, 0) == 'IndexError: array index out of range'
del grown[5:]
assert dot(grown, grown) == 30.0

# views share the memory
values = d(1.0, 2.0)
view = memoryview(values)
scale(values, 3.0)
assert view.tolist() == [1.5, 3.0]
view[0] = 8.0
assert dot(values, values) == 73.0
view.release()


# subclasses may have items of their own
class Halves(array):
    def __getitem__(self, i):
        return array.__getitem__(self, i) * 0.5

    def __setitem__(self, i, value):
        log.append((i, value))
        array.__setitem__(self, i, value)


log = []
assert dot(Halves('d', [2.0, 4.0]), d(1.0, 1.0)) == 3.0
assert scale(Halves('d', [2.0]), 2.0).tolist() == [1.0] and log == [(0, 1.0)]


class Plain(array):
    pass


assert shift(Plain('d', [1.0, 2.0]), 0, 1) == (1.0, 2.0)


# an operand that changes an item after it was read
def change(a):
    def put():
        a[0] = 100.0
        return None

    return a, put


def later(a, f):
    return a[0] * 0.5 + f()


a, put = change(d(4.0))


class Adds:
    def __radd__(self, other):
        return other, a[0]


assert later(a, lambda: (put(), Adds())[1]) == (2.0, 100.0)
assert later(d(-0.0), lambda: 1) == 1.0


# indices that are evaluated once, before what is stored
order = []


def at(i):
    order.append(i)
    return i


def store(a, x):
    a[at(0)] = x * 0.5
    a[at(1)] += x * 0.5
    y = x * 2.0
    a[(y := 2)] = y
    return a, y


assert list(store(d(0.0, 1.0, 5.0), 3)[0])[:2] == [1.5, 2.5] and order == [0, 1]


def rebound(a, x):
    y = x * 2.0
    a[(y := 1)] = y
    return y


values = d(0.0, 0.0)
assert rebound(values, 3) == 1 and list(values) == [0.0, 6.0]


class Grid:
    """Subscripts that are methods."""

    def __init__(self, width):
        self.width = width
        self.data = array('d', [0]) * (width * width)

    def __getitem__(self, xy):
        x, y = xy
        return self.data[y * self.width + x]

    def __setitem__(self, xy, value):
        x, y = xy
        self.data[y * self.width + x] = value


def relax(g, omega):
    for y in range(1, g.width - 1):
        for x in range(1, g.width - 1):
            g[x, y] = omega * 0.25 * (g[x, y - 1] + g[x - 1, y]) + (1.0 - omega) * g[x, y]
    return g


g = Grid(4)
g[0, 1] = 8
g[1, 0] = 4
assert relax(g, 1.0).data.tolist() == [0.0, 4.0, 0.0, 0.0, 8.0, 3.0, 0.75, 0.0, 0.0, 0.75, 0.375, 0.0, 0.0, 0.0, 0.0, 0.0]
Grid.__getitem__ = lambda self, xy: 1
assert relax(g, 0.5).data.tolist()[5:7] == [0.75, 0.75]
del Grid.__getitem__, Grid.__setitem__
assert error(relax, g, 0.5) == "TypeError: 'Grid' object is not subscriptable"
