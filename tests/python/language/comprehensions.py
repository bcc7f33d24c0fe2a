"""List, set, dict comprehensions and generator expressions: nesting, conditions, scope, evaluation order."""

print([x * y for x in range(3) for y in range(x) if (x + y) % 2])
print([[y for y in range(x)] for x in range(4)])
print({k: v for k, v in zip('abc', range(3))}, {v: k for k, v in {'a': 1, 'b': 1}.items()})
print(sorted({x % 3 for x in range(10)}))
print(list(x for x in 'ab'), sum(x for x in range(5)), max((x for x in [3, 1]), default=0))
print([x for x in range(10) if x > 3 if x % 2])
print([a for a, *b in [(1, 2, 3), (4,)]], [b for a, *b in [(1, 2, 3), (4,)]])
log = []


def note(value, name):
    log.append(name)
    return value


{note(k, 'key'): note(v, 'value') for k, v in note([(1, 2), (3, 4)], 'iterable')}
print(log)
x = 'outside'
print([x for x in 'ab'], x)
lazy = (missing for missing in [1])
print(next(lazy))
try:
    (y for y in undefined)
except NameError as error:
    print(error)
later = (undefined for y in [1])
try:
    next(later)
except NameError as error:
    print(error)


class C:
    n = 3
    items = [i for i in range(n)]
    lam = [lambda: i for i in range(2)]


print(C.items, [f() for f in C.lam])


def function(n):
    fs = [lambda: (n, i) for i in range(2)]
    return [f() for f in fs]


print(function(7))
print([(yielded := v) for v in range(3)], yielded)
print([*range(2), *(c for c in 'xy')], {**{i: i for i in range(2)}})
gen = (i for i in range(3))
print(type(gen).__name__, gen.__name__, gen.__qualname__, list(gen), list(gen))
print([[j for j in range(i)] for i in range(3)][-1])
matrix = [[1, 2], [3, 4]]
print([list(row) for row in zip(*matrix)], [n for row in matrix for n in row])
# expect-stdout:
# [0, 2]
# [[], [0], [0, 1], [0, 1, 2]]
# {'a': 0, 'b': 1, 'c': 2} {1: 'b'}
# [0, 1, 2]
# ['a', 'b'] 10 3
# [5, 7, 9]
# [1, 4] [[2, 3], []]
# ['iterable', 'key', 'value', 'key', 'value']
# ['a', 'b'] outside
# 1
# name 'undefined' is not defined
# name 'undefined' is not defined
# [0, 1, 2] [1, 1]
# [(7, 1), (7, 1)]
# [0, 1, 2] 2
# [0, 1, 'x', 'y'] {0: 0, 1: 1}
# generator <genexpr> <genexpr> [0, 1, 2] []
# [0, 1]
# [[1, 3], [2, 4]] [1, 2, 3, 4]
