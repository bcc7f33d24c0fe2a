"""Generator expressions that a built-in consumes at once."""

import builtins
import sys
import traceback
from fractions import Fraction

data = [3, 1, 2]


def functions(offset):
    return (
        any(x > offset for x in data),
        all(x > offset for x in data),
        sum(x + offset for x in data if x != 2),
        tuple(x + offset for x in data),
        list((x, y) for x in data for y in range(x) if y < offset),
        set(x // 2 for x in data),
        sorted(-x for x in data),
        ', '.join(str(x) for x in data),
    )


print(functions(1))
print(any(x for x in ()), all(x for x in ()), sum(x for x in ()), tuple(x for x in ()), ''.join(x for x in ()))


def suspending(offset):
    yield tuple(x + offset for x in data)
    yield any(x == offset for x in data)
    yield sum(x for x in (yield 'sent'))


g = suspending(2)
print(next(g), next(g), next(g), g.send([4, 5]))

# Sums change their kind as they go.
mixed = [1, 2**53, 2**53, -(2**54), 0.5, True, 1e100, 1.0, -1e100, 2j, Fraction(1, 3)]
for n in range(len(mixed) + 1):
    print(sum(x for x in mixed[:n]), sum(mixed[:n]))
print(sum(0.1 for _ in range(10)), sum(x for x in (float('inf'), 1.0)), sum([[1], [2]], []))
print(type(sum(x for x in (True, True))), sum(x for x in (2**62, 2**62, -(2**63))), sum([2, 3], Fraction(1, 2)))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))
        for entry in traceback.extract_tb(e.__traceback__):
            print('   ', entry.name, entry.lineno, entry.colno, entry.end_colno)


class Awkward:
    def __bool__(self):
        show_callers()
        raise ValueError('truth')

    def __hash__(self):
        show_callers()
        raise ValueError('hash')

    def __radd__(self, other):
        show_callers()
        raise ValueError('add')

    def __lt__(self, other):
        raise ValueError('less')


def show_callers():
    names, frame = [], sys._getframe(2)
    while frame:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    print(names)


# What the built-in itself runs into is not inside the generator expression, what its element runs into is.
attempt(lambda: any(x for x in [Awkward()]))
attempt(lambda: all(x for x in [Awkward()]))
attempt(lambda: set(x for x in [Awkward()]))
attempt(lambda: set([] for x in data))
attempt(lambda: sum(x for x in [Awkward()]))
attempt(lambda: sum(x for x in ['a']))
attempt(lambda: sorted(x for x in [Awkward(), Awkward()]))
attempt(lambda: ''.join(x for x in [1]))
attempt(lambda: tuple(1 // (x - 1) for x in data))
attempt(lambda: any(x.missing for x in data))
attempt(lambda: list(x for x in 5))
attempt(lambda: sum(x if x != 1 else not_defined for x in data))
attempt(lambda: tuple(next(iter(())) for x in data))


def names_seen():
    return [sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name]


def caller():
    return list(names_seen() for _ in range(1))


print(caller())


# Stops at the first that decides.
def noisy(values):
    for x in values:
        print('gives', x)
        yield x


print(any(x == 1 for x in noisy(data)), all(x != 1 for x in noisy(data)))

# Variables of the function around.
def closure():
    total = 0
    print(any((total := total + x) > 3 for x in data), total)
    k = 10
    return tuple(k + x for x in data), [tuple(k + x + y for x in data) for y in range(2)]


print(closure())


# Names that are not the built-ins.
def shadowed(any, sum):
    return any(x for x in data), sum(x for x in data)


print(shadowed(list, max))


class Titled(list):
    pass


def subclass():
    tuple = Titled
    return type(tuple(x for x in data)), tuple(x for x in data)


print(subclass())
original = builtins.any
builtins.any = lambda values: ('replaced', next(values), type(values).__name__)
print(any(x for x in data))
builtins.any = original
print(any(x for x in data))
sorted = min
print(sorted(x for x in data))
del sorted
print(sorted(x for x in data))
# expect-stdout:
# (True, False, 6, (4, 2, 3), [(3, 0), (1, 0), (2, 0)], {0, 1}, [-3, -2, -1], '3, 1, 2')
# False True 0 () 
# (5, 3, 4) True sent 9
# 0 0
# 1 1
# 9007199254740993 9007199254740993
# 18014398509481985 18014398509481985
# 1 1
# 1.5 1.5
# 2.5 2.5
# 1e+100 1e+100
# 1e+100 1e+100
# 3.5 3.5
# (3.5+2j) (3.5+2j)
# (3.8333333333333335+2j) (3.8333333333333335+2j)
# 1.0 inf [1, 2]
# <class 'int'> 0 11/2
# ['<lambda>', 'attempt', '<module>']
# ValueError truth None
#     attempt 47 14 17
#     <lambda> 80 16 19
#     __bool__ 57 8 33
# ['<lambda>', 'attempt', '<module>']
# ValueError truth None
#     attempt 47 14 17
#     <lambda> 81 16 19
#     __bool__ 57 8 33
# ['<lambda>', 'attempt', '<module>']
# ValueError hash None
#     attempt 47 14 17
#     <lambda> 82 16 43
#     __hash__ 61 8 32
# TypeError cannot use 'list' as a set element (unhashable type: 'list') None
#     attempt 47 14 17
#     <lambda> 83 16 37
# ['<lambda>', 'attempt', '<module>']
# ValueError add None
#     attempt 47 14 17
#     <lambda> 84 16 43
#     __radd__ 65 8 31
# TypeError unsupported operand type(s) for +: 'int' and 'str' None
#     attempt 47 14 17
#     <lambda> 85 16 37
# ValueError less None
#     attempt 47 14 17
#     <lambda> 86 16 57
#     __lt__ 68 8 32
# TypeError sequence item 0: expected str instance, int found None
#     attempt 47 14 17
#     <lambda> 87 16 39
# ZeroDivisionError division by zero None
#     attempt 47 14 17
#     <lambda> 88 16 21
#     <genexpr> 88 22 34
# AttributeError 'int' object has no attribute 'missing' None
#     attempt 47 14 17
#     <lambda> 89 16 19
#     <genexpr> 89 20 29
# TypeError 'int' object is not iterable None
#     attempt 47 14 17
#     <lambda> 90 32 33
# NameError name 'not_defined' is not defined None
#     attempt 47 14 17
#     <lambda> 91 16 63
#     <genexpr> 91 37 48
# RuntimeError generator raised StopIteration StopIteration()
#     attempt 47 14 17
#     <lambda> 92 16 21
# [['<genexpr>', 'caller']]
# gives 3
# gives 1
# gives 3
# gives 1
# True False
# True 4
# ((13, 11, 12), [(13, 11, 12), (14, 12, 13)])
# ([3, 1, 2], 3)
# (<class '__main__.Titled'>, [3, 1, 2])
# ('replaced', 3, 'generator')
# True
# 1
# [1, 2, 3]
