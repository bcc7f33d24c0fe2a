"""Arithmetic on what looks like floats is computed on doubles; what leaves that form: ints, subclasses, other objects, errors, identity."""
import math
import sys
import traceback


def kind(x):
    return type(x).__name__, repr(x)


def total(values, weights):
    s = 0.0
    for i in range(len(values)):
        s += values[i] * weights[i]
    return s


for _ in range(2):
    assert kind(total([1, 2], [3, 4])) == ('float', '11.0')
    assert kind(total([1.0, 2.0], [0.5, 4.0])) == ('float', '8.5')
    assert kind(total([], [])) == ('float', '0.0')
    assert kind(total([2**53 - 1, 1], [3, 0.5])) == ('float', repr(27021597764222972.5))
    assert kind(total([10**20, True], [1.0, 2])) == ('float', '1e+20')
    assert kind(total([1j], [2.0])) == ('complex', '2j')
    assert kind(total([math.inf, 1.0], [-1.0, math.nan])) == ('float', 'nan')


# negative zero, which an int never is
def signs(x, y):
    a = x * -1.0
    b = -x * 1.5
    c = 0.0 + a
    d = x / -2.0
    return [repr(v) for v in (a, b, c, d, y * 0.0 * x)]


assert signs(0, 1) == ['-0.0', '0.0', '0.0', '-0.0', '0.0']
assert signs(0.0, -1) == ['-0.0', '-0.0', '0.0', '-0.0', '-0.0']
assert signs(2, 1.0) == ['-2.0', '-3.0', '-2.0', '-1.0', '0.0']


# large ints stay exact until they meet a float
def mixed(i, j, x):
    return i * j + x * 0.5, (i + j) * x, i + j * 1.0


assert mixed(2**40, 2**40, 1.0) == (2.0**80 + 0.5, 2.0**41, 2.0**41)
assert mixed(3, 4, 1.5) == (12.75, 10.5, 7.0)


def overflow(i):
    x = 1.5
    x = x * i
    return x


try:
    overflow(10**400)
except OverflowError as e:
    assert str(e) == 'int too large to convert to float'
else:
    raise AssertionError
assert overflow(10**300) == 1.5e300


# division by zero is found in its place, before what stands to its right is evaluated
log = []


def note(x):
    log.append(x)
    return x


def divide(x, y):
    return x / y + note(0.5) * 2.0


for x, y in [(1.0, 0), (1, 0.0), (2.5, -0.0)]:
    log.clear()
    try:
        divide(x, y)
    except ZeroDivisionError as e:
        assert str(e) == 'division by zero' and log == []
    else:
        raise AssertionError
assert divide(1, 4) == 1.25 and log == [0.5]


# operands are evaluated once and in order, whatever they turn out to be
class Odd:
    def __init__(self, name):
        self.name = name

    def __mul__(self, other):
        log.append((self.name, '*', other))
        return 2.0

    def __rmul__(self, other):
        log.append((other, '*', self.name))
        return Odd('product')

    def __add__(self, other):
        log.append((self.name, '+', other))
        return 'sum'

    def __radd__(self, other):
        log.append((other, '+', self.name))
        return 7

    def __rsub__(self, other):
        log.append((other, '-', self.name))
        return 1.0

    @property
    def value(self):
        log.append(('value', self.name))
        return 1.5


def ordered(a, b, c):
    return note(a) * 0.5 + note(b) * c.value


log.clear()
assert ordered(2, 4.0, Odd('c')) == 7.0 and log == [2, 4.0, ('value', 'c')]
log.clear()
a, c = Odd('a'), Odd('c')
assert ordered(a, 3, c) == 6.5 and log == [a, ('a', '*', 0.5), 3, ('value', 'c')]
log.clear()
b = Odd('b')
assert ordered(1, b, c) == 2.5 and log == [1, b, ('value', 'c'), ('b', '*', 1.5)]


def reflected(x, odd):
    x = x * 0.5
    y = x - odd
    return x + odd, y, x * odd


log.clear()
result = reflected(3, b)
assert result[:2] == (7, 1.0) and type(result[2]) is Odd
assert log == [(1.5, '-', 'b'), (1.5, '+', 'b'), (1.5, '*', 'b')]


# instances of subclasses keep their own operators
class Metres(float):
    def __add__(self, other):
        return Metres(float(self) + other)

    def __rmul__(self, other):
        return 'rmul'


def subclass(x):
    s = 0.5
    s += x
    t = x + 0.5
    return type(s), type(t), 2.0 * x


assert subclass(Metres(1.5)) == (float, Metres, 'rmul')
assert subclass(1.5) == (float, float, 3.0)


class Plain(float):
    pass


assert kind(total([Plain(2.0)], [Plain(0.5)])) == ('float', '1.0')


# a value that is named twice is one object
def identity(x):
    y = x * 2.0
    z = y
    w = y
    y += 0.0
    return z is w, [z] == [w], z, y


assert identity(1.0) == (True, True, 2.0, 2.0)


def nan_identity():
    n = float('nan')
    m = n
    k = m * 1.0
    return m is n, n in [m], k == k


assert nan_identity() == (True, True, False)


# variables that hold floats now and then
def changing(x):
    s = 0.0
    seen = []
    for step in range(4):
        s = s + x * 0.5
        seen.append(s)
        if step == 1:
            s = None
            s = 1
        elif step == 2:
            del s
            s = 2.0
    return seen, s


assert changing(2) == ([1.0, 2.0, 2.0, 3.0], 3.0)
assert [type(v) for v in changing(2)[0]] == [float] * 4


def unbound(flag):
    if flag:
        s = 0.5 * 3
    s += 1.0
    return s


assert unbound(True) == 2.5
try:
    unbound(False)
except UnboundLocalError as e:
    assert "'s'" in str(e)


# closures, comprehensions, handlers and frames see the value
def closure(x):
    s = 0.0
    s += x * 2.0

    def read():
        return s

    s = s * 2.0
    return read(), [s + v for v in (1, 0.5)], (lambda: s)()


assert closure(1.0) == (4.0, [5.0, 4.5], 4.0)


def handled(x):
    s = 1.5 * x
    try:
        s = s / 0
    except ZeroDivisionError:
        s = s + 1.0
    finally:
        s *= 2.0
    return s


assert handled(2) == 8.0


def failing(x):
    s = 0.5 * x
    t = s * 2.0
    raise ValueError(t)


try:
    failing(4)
except ValueError as e:
    frame = e.__traceback__.tb_next.tb_frame
    assert frame.f_locals == {'x': 4, 's': 2.0, 't': 4.0}
    assert [kind(v) for v in frame.f_locals.values()] == [('int', '4'), ('float', '2.0'), ('float', '4.0')]


def inspected(x):
    s = 0.5 * x
    s += 1.0
    return locals()


assert inspected(2) == {'x': 2, 's': 2.0}


def parameters(px=0.0, *, py=0.5):
    for v in (1.0, 2):
        px -= v * 0.5
        py += px / 4.0
    return px, py


assert parameters() == (-1.5, 0.0) and parameters(1, py=2) == (-0.5, 2.0)
assert kind(parameters()[1]) == ('float', '0.0')


# powers
def powers(x):
    y = x * 1.0
    return y**2, y**0.5, (x + 0.5) ** -1.5, y**-1


assert powers(4) == (16.0, 2.0, 0.10475656017578482, 0.25)
assert kind(powers(1)[0]) == ('float', '1.0')
try:
    powers(0)
except ZeroDivisionError as e:
    assert str(e) == 'zero to a negative power'
assert ((-8.0) ** 0.5).imag > 2.8


def root(x):
    y = x * 1.0
    return y**0.5


assert type(root(-4)) is complex and root(4) == 2.0


# comparisons
def compare(x, y):
    s = x * 0.5
    return s < y, s <= y, s > y, s >= y, s == y, s != y, (s < y) is True


assert compare(2, 1) == (False, True, False, True, True, False, False)
assert compare(2.0, 1.0) == (False, True, False, True, True, False, False)
assert compare(1, 10**30) == (True, True, False, False, False, True, True)
assert compare(math.nan, 1) == (False, False, False, False, False, True, False)
assert compare(True, 1) == (True, True, False, False, False, True, True)
try:
    compare(1, 'a')
except TypeError as e:
    assert str(e) == "'<' not supported between instances of 'float' and 'str'"


class Vector:
    def __init__(self, x, y):
        self.x = x * 1.0
        self.y = y / 1

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def scale(self, k):
        self.x *= k * 0.5
        self.y /= k
        return self


v, w = Vector(1, 2), Vector(0.5, 4)
assert kind(v.dot(w)) == ('float', '8.5')
w.x = 3
assert kind(v.dot(w)) == ('float', '11.0')
v.x = v.y = 2
w.y = 1
assert kind(v.dot(w)) == ('int', '8')
w.x = 'ab'
try:
    v.dot(w)
except TypeError:
    pass
assert vars(Vector(4, 2).scale(2)) == {'x': 4.0, 'y': 1.0}


def items(values):
    values[0] -= values[1] * 0.5
    values[1] *= 2.0
    values[-1] = values[0] * 1.0
    return [kind(v) for v in values]


assert items([1, 2, 3]) == [('float', '0.0'), ('float', '4.0'), ('float', '0.0')]


# the line of an operation in the middle
def lines(x):
    return (
        x * 0.5
        + x.missing
        * 2.0
    )


try:
    lines(2.0)
except AttributeError as e:
    assert traceback.extract_tb(e.__traceback__)[-1].lineno == lines.__code__.co_firstlineno + 3


def generator(x):
    s = 0.0
    for i in range(3):
        s += x * 0.5
        yield s


assert list(generator(2)) == [1.0, 2.0, 3.0] and [type(v) for v in generator(2)] == [float] * 3

# at module level, where variables are attributes
s = 0.0
for i in range(3):
    s += i * 0.5
assert kind(s) == ('float', '1.5')
assert sys.float_info.max * 10.0 == math.inf


# powers with literal exponents, of everything
def literal_powers(x):
    y = x * 1.0
    return y**2, y**3, y**-2, y**1.5, y**-1.5, y**2.5, y**1, y**0, y**-1, y**0.5, y**-0.5, y**7, y**-6.5, y**0.3


for x in (1e-30, 1e-20, 0.1, 1.0, 2, 3.7, 1e20, 1e40, math.inf, math.nan):
    for a, power in zip(literal_powers(x), (2, 3, -2, 1.5, -1.5, 2.5, 1, 0, -1, 0.5, -0.5, 7, -6.5, 0.3)):
        assert repr(a) == repr((x * 1.0) ** power), (x, power, a)
try:
    literal_powers(1e200)
except OverflowError as e:
    assert str(e) == '(34, \'Numerical result out of range\')' or e.args == (34, 'Numerical result out of range')
else:
    raise AssertionError
assert math.copysign(1, root(-0.0)) == 1.0 and root(0) == 0.0


# items that a list of floats gives to variables
def unpacked(pairs):
    total = 0.0
    seen = []
    for (x, y), w in pairs:
        dx = x - y
        total += dx * 0.5 * w
        seen.append((x, y, dx))
        x = y
    [p, q] = seen[0][:2]
    p = p * 1.0
    return total, seen, x, p, q


assert unpacked([((1.5, 0.5), 2), ([3, 1], 1.0)]) == (2.0, [(1.5, 0.5, 1.0), (3, 1, 2)], 1, 1.5, 0.5)
assert [type(v) for v in unpacked([((3, 1), 1.0)])[1][0]] == [int, int, int]
assert [repr(v) for v in unpacked([((-0.0, 0.0), math.nan)])[1][0]] == ['-0.0', '0.0', '-0.0']

assert repr(0 / 10**30) == '0.0' and repr(0 / -(10**30)) == '-0.0' and repr(False / 2**53) == '0.0'
