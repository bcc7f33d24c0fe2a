# What iterators say of themselves: what is left, how they are pickled, and how they behave when stepped from within.
import bisect
import functools
import itertools
import operator
import pickle
import sys
from collections import OrderedDict, UserList, defaultdict, deque

big = range(-(2**70), 2**70, 3)
for r in (range(10), range(5, 50, 7), range(0), range(9, -9, -2), big, range(2**63 - 5, 2**63 + 5)):
    for walk in (iter(r), reversed(r)):
        first = next(walk, None)
        again = pickle.loads(pickle.dumps(walk))
        if r is not big:
            left = max(0, len(r) - 1)
            assert operator.length_hint(again) == operator.length_hint(walk) == left
        assert list(itertools.islice(again, 4)) == list(itertools.islice(walk, 4))
walk = iter(range(10, 20, 2))
walk.__setstate__(2)
assert list(walk) == [14, 16, 18] and walk.__reduce__() == (iter, (range(20, 20, 2),), None)
assert big[2:5] == range(big[2], big[5], 3) and range(2**70)[2**65 :][0] == 2**65 and len(range(2**62)) == 2**62
n = sys.maxsize
assert bisect.bisect_left(range(n - 1), n - 3) == n - 3 and bisect.bisect_right(range(n - 1), n - 3, n - 10, n) == n - 2

for make in (lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter("ab"), lambda: iter(b"ab"), lambda: reversed([1, 2])):
    walk = make()
    next(walk)
    assert list(pickle.loads(pickle.dumps(walk))) == list(walk)
    assert list(pickle.loads(pickle.dumps(walk))) == []
for view in (dict.keys, dict.values, dict.items):
    for d in ({1: 2, 3: 4}, OrderedDict([(1, 2), (3, 4)])):
        walk = iter(getattr(d, view.__name__)())
        next(walk)
        assert list(pickle.loads(pickle.dumps(walk))) == list(walk)


class Reentrant:
    count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        return next(pairs) if self.count == 2 else [self.count]


pairs = itertools.pairwise(Reentrant())
assert next(pairs) == ([1], ([1], [3])) and next(pairs) == (([1], [3]), [4])
assert list(itertools.islice(itertools.count(), 1, 10, sys.maxsize)) == [1]


def exhaust():
    if exhaust.inside:
        return "end"
    exhaust.inside = True
    list(calls)
    return "more"


exhaust.inside = False
calls = iter(exhaust, "end")
assert next(calls, "stopped") == "stopped"


class WithInit(itertools.filterfalse):
    def __init__(self, *args, extra=None):
        self.extra = extra


assert WithInit(None, [0, 1], extra=3).extra == 3

alias = next(iter(tuple[int, ...]))
assert pickle.loads(pickle.dumps(alias)) == alias and alias.__unpacked__ and type[int].__origin__ is type

p = functools.partial(print, 1, sep="")
p.note = [1]
twin = pickle.loads(pickle.dumps(functools.partial(max, 1, key=abs)))
assert twin(-3) == -3 and p.__reduce__()[2][3] == {"note": [1]}
for state in ((print, (), {}), (print, [], {}, None), (print, (), {}, 3)):
    try:
        p.__setstate__(state)
    except TypeError as e:
        assert str(e) == "invalid partial state"
    else:
        raise AssertionError(state)


@functools.lru_cache(maxsize=2)
def square(x):
    return x * x


assert [square(x) for x in (1, 2, 1, 3, 1, 2)] == [1, 4, 1, 9, 1, 4] and square.cache_info()[:2] == (2, 4)
try:
    square([])
except TypeError as e:
    assert str(e) == "unhashable type: 'list'"

d = deque([1, 2, 3])


class Clears:
    def __eq__(self, other):
        d.clear()
        return False


d.append(Clears())
try:
    d.index(9)
except RuntimeError as e:
    assert str(e) == "deque mutated during iteration"
assert d == deque()


def factory():
    factory.calls += 1
    if factory.calls == 1:
        table["k"]
    return factory.calls


factory.calls = 0
table = defaultdict(factory)
assert table["k"] == 2
plain = [1]
plain += UserList("a")
assert type(plain) is UserList
assert sys.getsizeof([]) == 56 and sys.getsizeof(()) == 48 and sys.getsizeof({}) == 64 and sys.getsizeof({1: 2}) == 224
assert sys.getsizeof(set()) == 216 and sys.getsizeof(set(range(5))) == 728 and sys.getsizeof(deque()) == 760
