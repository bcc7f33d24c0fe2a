"""Chains of generators that delegate: what programs can see of the levels that are passed over when the innermost is resumed."""

import inspect
import sys
import traceback


class Tree:
    def __init__(self, left, value, right):
        self.left, self.value, self.right = left, value, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(values):
    if not values:
        return None
    middle = len(values) // 2
    return Tree(tree(values[:middle]), values[middle], tree(values[middle + 1 :]))


assert list(tree(range(1000))) == list(range(1000))


# Frames, values sent, tracebacks and handlers on the way out.
def names():
    frame, found = sys._getframe(1), []
    while frame:
        found.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return found


def leaf():
    for _ in range(3):
        print('sent', (yield names()))
    raise ValueError('leaf')


def a():
    return (yield from leaf())


def b():
    try:
        yield from a()
    except ValueError as e:
        print([(t.name, t.lineno) for t in traceback.extract_tb(e.__traceback__)])
        yield 'caught'
        raise KeyError(1)


def c():
    return (yield from b())


def d():
    return (yield from c())


g = d()
for value in (None, 1, 2, 3):
    print(g.send(value))
try:
    next(g)
except KeyError as e:
    print([(t.name, t.lineno) for t in traceback.extract_tb(e.__traceback__)], e.__context__)

# Members resumed by others, while the chain runs and while it is suspended.
levels = {}


def level(n):
    if n == 0:
        for k in range(3):
            for i in range(5):
                try:
                    print(i, next(levels[i]))
                except (ValueError, StopIteration) as e:
                    print(i, type(e), e)
            show()
            yield k
        return 'end'
    levels[n - 1] = level(n - 1)
    return str((yield from levels[n - 1])) + str(n)


def show():
    for generator in levels.values():
        waits_for = [k for k in levels if levels[k] is generator.gi_yieldfrom]
        print(inspect.getgeneratorstate(generator), generator.gi_running, generator.gi_suspended, waits_for)


levels[4] = level(4)
for k in (4, 4, 4, 2):
    try:
        print(next(levels[k]))
    except StopIteration as e:
        print('returned', e.value)
    show()
for k in (3, 4):
    try:
        next(levels[k])
    except StopIteration as e:
        print('returned', e.value)


def shared():
    for k in range(20):
        yield k
    return 'shared'


def through(generator):
    result = yield from generator
    yield result


base = through(shared())
middle = through(base)
first = through(through(middle))
second = through(through(middle))
print([next(g) for g in (first, first, first, second, second, first, middle, middle, base, second, first)])
print([g.gi_frame.f_lineno for g in (first, second, middle, base)])
print(list(first), list(second), list(middle), list(base))


# Closing and throwing.
def stubborn():
    try:
        while True:
            yield 'x'
    except GeneratorExit:
        print('closing')
        yield 'ignored'


def nested(n):
    if n:
        yield from nested(n - 1)
    else:
        yield from stubborn()


g = nested(5)
print(next(g), next(g), next(g))
try:
    g.close()
except RuntimeError as e:
    print(e)
g = nested(5)
print(next(g), next(g), next(g))
try:
    g.throw(ZeroDivisionError)
except ZeroDivisionError as e:
    print(len(traceback.extract_tb(e.__traceback__)))


# The depth of a chain counts.
def deep(n):
    yield n
    yield from deep(n + 1)


reached = 0
try:
    for reached in deep(0):
        pass
except RecursionError:
    print(900 < reached < 1001)


def collect():
    def innermost():
        while True:
            got.append((yield))

    def second():
        yield from innermost()

    def third():
        yield from second()

    got = []
    g = third()
    next(g)
    g.send(1)
    g.send(2)
    return got


assert collect() == [1, 2]


# Coroutines.
class Suspend:
    def __await__(self):
        return (yield 'suspended')


async def one():
    results = [await Suspend() for _ in range(3)]
    print(names())
    return results


async def two():
    return await one()


async def three():
    return await two()


async def four():
    return await three()


coroutine = four()
for value in (None, 1, 2, 3):
    try:
        print(coroutine.send(value), coroutine.cr_await.__name__)
    except StopIteration as e:
        print(e.value)
# expect-stdout:
# [('leaf', 41), ('a', 46), ('b', 51), ('c', 59), ('d', 63), ('<module>', 68)]
# sent 1
# [('leaf', 41), ('a', 46), ('b', 51), ('c', 59), ('d', 63), ('<module>', 68)]
# sent 2
# [('leaf', 41), ('a', 46), ('b', 51), ('c', 59), ('d', 63), ('<module>', 68)]
# sent 3
# [('b', 51), ('a', 46), ('leaf', 42)]
# caught
# [('<module>', 70), ('d', 63), ('c', 59), ('b', 55)] leaf
# 0 <class 'ValueError'> generator already executing
# 1 <class 'ValueError'> generator already executing
# 2 <class 'ValueError'> generator already executing
# 3 <class 'ValueError'> generator already executing
# 4 <class 'ValueError'> generator already executing
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# 0
# GEN_SUSPENDED False True [3]
# GEN_SUSPENDED False True [2]
# GEN_SUSPENDED False True [1]
# GEN_SUSPENDED False True [0]
# GEN_SUSPENDED False True []
# 0 <class 'ValueError'> generator already executing
# 1 <class 'ValueError'> generator already executing
# 2 <class 'ValueError'> generator already executing
# 3 <class 'ValueError'> generator already executing
# 4 <class 'ValueError'> generator already executing
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# 1
# GEN_SUSPENDED False True [3]
# GEN_SUSPENDED False True [2]
# GEN_SUSPENDED False True [1]
# GEN_SUSPENDED False True [0]
# GEN_SUSPENDED False True []
# 0 <class 'ValueError'> generator already executing
# 1 <class 'ValueError'> generator already executing
# 2 <class 'ValueError'> generator already executing
# 3 <class 'ValueError'> generator already executing
# 4 <class 'ValueError'> generator already executing
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# GEN_RUNNING True False []
# 2
# GEN_SUSPENDED False True [3]
# GEN_SUSPENDED False True [2]
# GEN_SUSPENDED False True [1]
# GEN_SUSPENDED False True [0]
# GEN_SUSPENDED False True []
# returned end12
# GEN_SUSPENDED False True [3]
# GEN_SUSPENDED False True [2]
# GEN_CLOSED False False []
# GEN_CLOSED False False []
# GEN_CLOSED False False []
# returned None3
# returned None4
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
# [120, 120, 120, 120]
# [11, 12, 13, 14, 15, 16, 17, 18, 19, 'shared', None, None, None] [None, None] [] []
# x x x
# closing
# generator ignored GeneratorExit
# x x x
# 8
# True
# suspended three
# suspended three
# suspended three
# [('one', 208), ('two', 213), ('three', 217), ('four', 221), ('<module>', 227)]
# [1, 2, 3]
