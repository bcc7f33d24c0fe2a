"""tuple: construction, immutability, hashing, comparison; slice objects; subclasses and named tuples."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


t = 1, 2, 3
print(t, (), (1,), t + (4,), t * 2, t[-1], t[1:], t[::-1], t.index(2), t.count(1), tuple('ab'), hash(t) == hash((1, 2, 3)))
print(error(t.__getitem__, 5), error(t.__getitem__, 'a'), error(t.index, 9), error(lambda: t + [1]), error(hash, (1, [])), error(tuple, 5), error(lambda: t.append), (1, 2) < (1, 3), (1,) < (1, 0), error(lambda: (1,) < (None,)))
for statement in ('t[0] = 5', 'del t[0]'):
    print(error(exec, statement, {'t': t}))


class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))

    @property
    def total(self): return sum(self)


p = Pair(1, 2)
print(p, p.total, p + (3,), type(p[:]).__name__, p == (1, 2), hash(p) == hash((1, 2)), [*p], (*t, *'a'), tuple(t) is t)
s = slice(1, 10, 2)
print(s, s.indices(5), s == slice(1, 10, 2), error(lambda: slice(1) < slice(2)), list(range(20))[s], error(setattr, s, 'start', 1), 'abcdefghij'[s])
print([slice(a, b, c).indices(6) for a in (None, -2, 9) for b in (None, -1, 3) for c in (None, -1, 2)])
# expect-stdout:
# (1, 2, 3) () (1,) (1, 2, 3, 4) (1, 2, 3, 1, 2, 3) 3 (2, 3) (3, 2, 1) 1 1 ('a', 'b') True
# IndexError: tuple index out of range TypeError: tuple indices must be integers or slices, not str ValueError: tuple.index(x): x not in tuple TypeError: can only concatenate tuple (not "list") to tuple TypeError: unhashable type: 'list' TypeError: 'int' object is not iterable AttributeError: 'tuple' object has no attribute 'append' True True TypeError: '<' not supported between instances of 'int' and 'NoneType'
# TypeError: 'tuple' object does not support item assignment
# TypeError: 'tuple' object doesn't support item deletion
# (1, 2) 3 (1, 2, 3) tuple True True [1, 2] (1, 2, 3, 'a') True
# slice(1, 10, 2) (1, 5, 2) True True [1, 3, 5, 7, 9] AttributeError: readonly attribute bdfhj
# [(0, 6, 1), (5, -1, -1), (0, 6, 2), (0, 5, 1), (5, 5, -1), (0, 5, 2), (0, 3, 1), (5, 3, -1), (0, 3, 2), (4, 6, 1), (4, -1, -1), (4, 6, 2), (4, 5, 1), (4, 5, -1), (4, 5, 2), (4, 3, 1), (4, 3, -1), (4, 3, 2), (6, 6, 1), (5, -1, -1), (6, 6, 2), (6, 5, 1), (5, 5, -1), (6, 5, 2), (6, 3, 1), (5, 3, -1), (6, 3, 2)]
