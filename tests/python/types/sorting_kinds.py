"""sort() and sorted() over keys of every kind, against an insertion by `<`: order, stability, errors."""

import functools
import heapq


def inserted(items, key=lambda item: item):
    """A stable sort with nothing but `<`."""
    result = []
    for item in items:
        at = len(result)
        while at > 0 and key(item) < key(result[at - 1]):
            at -= 1
        result.insert(at, item)
    return result


def pseudo_random(n, seed=20):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed >> 8


def same(actual, expected):
    assert len(actual) == len(expected)
    for x, y in zip(actual, expected):
        assert x is y or (type(x) is type(y) and repr(x) == repr(y)), (x, y)


def check(items, key=lambda item: item):
    items = list(items)
    same(sorted(items, key=key), inserted(items, key))
    same(sorted(items), inserted(items))
    same(sorted(items, reverse=True), inserted(items[::-1])[::-1])
    same([at for _, at in sorted(zip(items, range(len(items))), key=lambda pair: pair[0])],
         [at for _, at in inserted(zip(items, range(len(items))), lambda pair: pair[0])])


LETTERS = ['a', 'b', '\0', '\x7f', '\xfd', '\xfe', '\xff', 'Ā', '\ud7ff', '\uffff']
for n in (0, 1, 5, 16, 17, 40, 700):
    numbers = list(pseudo_random(n))
    check(numbers)
    check([v - 2**22 for v in numbers])
    check([v * 2**20 for v in numbers])
    check([v % 7 for v in numbers])
    check([v / 16 for v in numbers])
    check([v % 5 / 2 for v in numbers])
    check([v % 9 if v & 64 else v % 9 / 1.0 for v in numbers])
    check([float(v % 3) or -0.0 for v in numbers])
    check([2**60 + v if v & 64 else v for v in numbers])
    check([str(v) for v in numbers])
    check(['/usr/lib/%s/%d' % ('abc'[v % 3], v % 50) for v in numbers])
    check(['same', 'same' + 'x' * (n % 3)] * (n // 2))
    check([''.join(LETTERS[v // 10**i % 10] for i in range(v % 6)) for v in numbers])
    check(['x' * 9 + LETTERS[5 + v % 5] * 3 + str(v % 4) for v in numbers])
    check(['\U0001f600' * (v % 3) + str(v % 9) for v in numbers])
    check([bytes([v % 256, v % 3]) for v in numbers])
    check([(v % 5, v % 3) for v in numbers])
    check([(v % 5,) * (v % 4) for v in numbers])
    check([(str(v % 11), v % 5, -v) for v in numbers])
    check([(v % 3, None) for v in numbers[:1]])
    check([(v % 2 / 2, v % 3) if v & 64 else (v % 2, v % 3 / 1.0) for v in numbers])
    check([((v % 3, str(v % 4)), [v % 2]) for v in numbers])
    check([(v % 5, v & 64 == 0) for v in numbers])
    check([(v % 3, 2**70 + v % 4) for v in numbers])
    check([[v % 3, str(v % 4)] for v in numbers])
    heap = [(v % 5, str(v)) for v in numbers]
    heapq.heapify(heap)
    same([heapq.heappop(heap) for _ in range(n)], sorted((v % 5, str(v)) for v in numbers))
    same(sorted(numbers, key=functools.cmp_to_key(lambda a, b: b % 8 - a % 8)),
         inserted(numbers, lambda v: -(v % 8)))

nan = float('nan')
assert repr(sorted([(1, nan), (0, 5)])) == '[(0, 5), (1, nan)]'
same(sorted([(nan, 2), (nan, 1)]), [(nan, 1), (nan, 2)])
same(sorted([(float('nan'), 2), (float('nan'), 1)]), [(nan, 2), (nan, 1)])


class Pair(tuple):
    def __lt__(self, other):
        return tuple.__gt__(self, other)


check([Pair((v % 4, v)) for v in pseudo_random(40)])
same(sorted([Pair((1, 2)), Pair((3, 4))]), [Pair((3, 4)), Pair((1, 2))])


class Version:
    def __init__(self, number):
        self.number = number

    def __repr__(self):
        return f'v{self.number}'

    def __lt__(self, other):
        return self.number % 10 < other.number % 10


check([Version(v % 1000) for v in pseudo_random(80)])


class Wordy(Version):
    def __lt__(self, other):
        return 'yes' if self.number < other.number else ''


class Reflecting(Version):
    def __lt__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return self.number > other.number


class Unordered:
    def __lt__(self, other):
        return NotImplemented


check([Wordy(v % 100) for v in pseudo_random(30)])
check([Reflecting(v % 100) for v in pseudo_random(30)])
check([(v % 3, Version(v % 1000)) for v in pseudo_random(30) if v % 3 == 0])


def raises(text, call):
    try:
        call()
    except TypeError as error:
        assert str(error) == text, str(error)
    else:
        raise AssertionError(text)


raises("'<' not supported between instances of 'Unordered' and 'Unordered'", lambda: sorted([Unordered(), Unordered()]))
raises("'<' not supported between instances of 'str' and 'int'", lambda: sorted([(1, 2), (1, 'a')]))
raises("'<' not supported between instances of 'int' and 'str'", lambda: sorted([(1, 'a'), (1, 2)]))
raises("'<' not supported between instances of 'NoneType' and 'NoneType'", lambda: sorted([None, None]))
raises("'<' not supported between instances of 'object' and 'object'", lambda: sorted([(1, object()), (1, object())]))
raises("'<' not supported between instances of 'str' and 'int'", lambda: sorted([(v, 1) for v in range(30)] + [('a',)]))
assert sorted([(2, None), (1, None), (3, 'x')]) == [(1, None), (2, None), (3, 'x')]
