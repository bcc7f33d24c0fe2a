"""`for` over range: counted while `range` is the built-in with plain ints, an iterator otherwise."""
import builtins
import traceback


def collect(*args):
    out = []
    if len(args) == 1:
        for i in range(args[0]):
            out.append(i)
    elif len(args) == 2:
        for i in range(args[0], args[1]):
            out.append(i)
    else:
        for i in range(args[0], args[1], args[2]):
            out.append(i)
    return out


for _ in range(3):
    assert collect(4) == [0, 1, 2, 3]
    assert collect(0) == collect(-3) == collect(5, 5) == collect(1, 2, -1) == []
    assert collect(2, 5) == [2, 3, 4]
    assert collect(-2, 2) == [-2, -1, 0, 1]
    assert collect(0, 10, 3) == [0, 3, 6, 9]
    assert collect(10, 0, -4) == [10, 6, 2]
    assert collect(-1, -4, -1) == [-1, -2, -3]

# bools, ints beyond the safe ones, __index__
assert collect(True) == [0] and type(collect(True)[0]) is int
assert collect(True, 3) == [1, 2] and type(collect(True, 3)[0]) is int
assert collect(2**60, 2**60 + 2) == [2**60, 2**60 + 1]
assert collect(2**53 - 3, 2**53 + 2) == [2**53 - 3, 2**53 - 2, 2**53 - 1, 2**53, 2**53 + 1]
assert collect(2**53 - 2, 2**53 - 1) == [2**53 - 2]
assert collect(-2**53 + 1, 2**53 - 1, 2**52) == [-2**53 + 1, -2**52 + 1, 1, 2**52 + 1]
assert collect(0, 2**53 - 1, 2**53 - 2) == [0, 2**53 - 2]


class Three:
    def __index__(self):
        return 3


assert collect(Three()) == [0, 1, 2]
assert collect(0, 9, Three()) == [0, 3, 6]


def message(*args):
    try:
        collect(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


assert message(1.5) == message(2.0) == "TypeError: 'float' object cannot be interpreted as an integer"
assert message('3') == "TypeError: 'str' object cannot be interpreted as an integer"
assert message(0, 3, 0) == 'ValueError: range() arg 3 must not be zero'


# the variable may be changed in the body, and keeps its last value
def rebinding():
    seen = []
    for i in range(4):
        seen.append(i)
        i += 10
        seen.append(i)
    return seen, i


assert rebinding() == ([0, 10, 1, 11, 2, 12, 3, 13], 13)


def unbound():
    for i in range(0):
        pass
    return i


try:
    unbound()
except UnboundLocalError:
    pass
else:
    raise AssertionError


# the bound is read once
def growing():
    n = 3
    out = []
    for i in range(n):
        n += 1
        out.append((i, n))
    return out


assert growing() == [(0, 4), (1, 5), (2, 6)]


def leaving(n, stop):
    for i in range(n):
        if i == stop:
            break
        if i == 1:
            continue
    else:
        return 'else', n
    return 'break', i


assert leaving(3, 7) == ('else', 3) and leaving(5, 2) == ('break', 2)


def targets():
    box = [None, None]
    for box[0] in range(3):
        pass
    for box[1] in range(2, 20, 5):
        pass
    return box


assert targets() == [2, 17]


def nested(n):
    total = 0
    for i in range(n):
        for j in range(i, -1, -1):
            total += i * j
        else:
            total += 1000
    return total


assert nested(5) == 5065


# arguments are evaluated left to right, after the name
log = []


def say(x):
    log.append(x)
    return x


for i in range(say(1), say(3), say(1)):
    log.append(('i', i))
assert log == [1, 3, 1, ('i', 1), ('i', 2)]


# a local, an enclosing function's or a global of that name, and another built-in
def shadowed(range):
    return [i for i in 'ab'], [x for x in range(2)], loop(range)


def loop(range):
    out = []
    for x in range(2):
        out.append(x)
    return out


assert shadowed(lambda n: 'xyz'[:n]) == (['a', 'b'], ['x', 'y'], ['x', 'y'])

real = builtins.range
builtins.range = lambda *args: ['other', *args]
try:
    assert collect(4) == ['other', 4] and collect(1, 2) == ['other', 1, 2] and collect(1, 2, 3) == ['other', 1, 2, 3]
finally:
    builtins.range = real
assert collect(2) == [0, 1]

globals()['range'] = lambda *args: iter(args)
assert collect(4) == [4] and collect(1, 2, 3) == [1, 2, 3]
del range
assert collect(2) == [0, 1]


def numbers(n):
    for i in range(n):
        total = 0
        for j in range(i + 1):
            total += j
        for j in range(i, 0, -1):
            yield total * j


assert list(numbers(4)) == [1, 6, 3, 18, 12, 6]


def failing(n):
    for i in range(3,
                   n):
        pass


try:
    failing('x')
except TypeError as e:
    assert [f.line for f in traceback.extract_tb(e.__traceback__)][-1] == 'for i in range(3,'
