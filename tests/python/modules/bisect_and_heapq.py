# _bisect, _heapq and _statistics: results and errors, recorded from CPython.
import _bisect
import _heapq
import _statistics


class S:
    def __init__(self):
        self.items = [1, 3, 5]

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return 3

    def insert(self, i, v):
        self.items.insert(i, v)


class L(list):
    pass


def insorted(insort, items, x, **settings):
    insort(items, x, **settings)
    return items if isinstance(items, list) else items.items


def drained(push, pop):
    heap = []
    for n in range(50):
        push(heap, n * 37 % 51)
    layout = heap[:]
    return layout, [pop(heap) for _ in range(50)]


def heaped(heapify):
    heap = [n * 29 % 41 for n in range(40)]
    heapify(heap)
    return heap


def outcome(run):
    try:
        return repr(run())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CASES = [
    (lambda: _bisect.bisect_right([1, 2, 3], 2), '2'),
    (lambda: _bisect.bisect_left([1, 2, 2, 3], 2), '1'),
    (lambda: _bisect.bisect_right([1], 1, -1), 'ValueError: lo must be non-negative'),
    (lambda: _bisect.bisect_right([1, 2, 3], 2, 1, None), '2'),
    (lambda: _bisect.bisect_right([1, 2, 3], 2, 0, 10), 'IndexError: list index out of range'),
    (lambda: _bisect.bisect_right(5, 1), "TypeError: object of type 'int' has no len()"),
    (lambda: _bisect.bisect_right([1], "x"), "TypeError: '<' not supported between instances of 'str' and 'int'"),
    (lambda: _bisect.bisect_right(S(), 3), '2'),
    (lambda: insorted(_bisect.insort_right, S(), 3), '[1, 3, 3, 5]'),
    (lambda: insorted(_bisect.insort_left, [1, 2, 3], 2), '[1, 2, 2, 3]'),
    (lambda: insorted(_bisect.insort_right, [3, 2, 1], 2, key=lambda v: -v), '[3, 2, 2, 1]'),
    (lambda: _bisect.bisect_left([1, 2, 3], -2, key=lambda v: -v), '0'),
    (lambda: _bisect.bisect_left([1, 2], 1, key=5), "TypeError: 'int' object is not callable"),
    (lambda: _bisect.insort_right((1, 2), 1), "AttributeError: 'tuple' object has no attribute 'insert'"),
    (lambda: _bisect.bisect_left([1], 1, "x"), "TypeError: 'str' object cannot be interpreted as an integer"),
    (lambda: _bisect.bisect_left([1], 1, hi="x"), "TypeError: argument should be integer or None, not 'str'"),
    (lambda: _bisect.bisect_left(), "TypeError: bisect_left() missing required argument 'a' (pos 1)"),
    (lambda: _bisect.bisect_left([1], 1, 2**70), 'OverflowError: Python int too large to convert to C ssize_t'),
    (lambda: _bisect.bisect_left(a=[1, 2], x=2), '1'),
    (lambda: drained(_heapq.heappush, _heapq.heappop), '([0, 1, 2, 4, 3, 5, 7, 11, 6, 12, 10, 8, 21, 18, 16, 25, 34, 9, 17, 15, 24, 13, 19, 32, 28, 36, 44, 30, 23, 22, 39, 45, 31, 48, 37, 41, 20, 43, 29, 46, 26, 40, 38, 27, 47, 49, 33, 50, 42, 35], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50])'),
    (lambda: drained(_heapq.heappush_max, _heapq.heappop_max), '([50, 49, 46, 48, 47, 44, 39, 41, 43, 38, 45, 42, 36, 22, 30, 25, 37, 17, 29, 15, 27, 40, 33, 35, 28, 7, 32, 18, 16, 2, 8, 0, 11, 31, 34, 4, 6, 3, 20, 9, 1, 26, 24, 10, 12, 13, 19, 5, 23, 21], [50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])'),
    (lambda: heaped(_heapq.heapify), '[0, 1, 4, 2, 3, 11, 8, 13, 5, 6, 23, 22, 16, 10, 9, 25, 14, 19, 7, 18, 15, 35, 34, 32, 40, 28, 20, 17, 33, 21, 37, 38, 26, 29, 39, 31, 27, 30, 36, 24]'),
    (lambda: heaped(_heapq.heapify_max), '[40, 39, 37, 38, 35, 32, 33, 29, 36, 24, 34, 22, 28, 8, 21, 26, 14, 31, 30, 18, 6, 3, 23, 11, 17, 20, 16, 4, 0, 10, 9, 25, 5, 13, 2, 1, 19, 7, 27, 15]'),
    (lambda: _heapq.heappush(5, 1), 'TypeError: heappush() argument 1 must be list, not int'),
    (lambda: _heapq.heappop([]), 'IndexError: index out of range'),
    (lambda: _heapq.heapreplace([], 1), 'IndexError: index out of range'),
    (lambda: _heapq.heappushpop([], 1), '1'),
    (lambda: _heapq.heappushpop([3, 4], 1), '1'),
    (lambda: _heapq.heappushpop([3, 4], 5), '3'),
    (lambda: _heapq.heappushpop_max([4, 3], 5), '5'),
    (lambda: _heapq.heapreplace([3, 4], 9), '3'),
    (lambda: _heapq.heapreplace_max([4, 3], 1), '4'),
    (lambda: _heapq.heapify(5), 'TypeError: heapify() argument must be list, not int'),
    (lambda: _heapq.heappop_max([]), 'IndexError: index out of range'),
    (lambda: _heapq.heappush(), 'TypeError: heappush expected 2 arguments, got 0'),
    (lambda: _heapq.heapify(), 'TypeError: _heapq.heapify() takes exactly one argument (0 given)'),
    (lambda: _heapq.heappush(L(), 1), 'None'),
    (lambda: _heapq.heappop([1, "a"]), '1'),
    (lambda: _heapq.heappush(["a"], 1), "TypeError: '<' not supported between instances of 'int' and 'str'"),
    (lambda: _statistics._normal_dist_inv_cdf(0.5, 0, 1), '0.0'),
    (lambda: _statistics._normal_dist_inv_cdf(0.1, 2, 3), '-1.8446546966338024'),
    (lambda: _statistics._normal_dist_inv_cdf(1e-10, 2, 3), '-17.084022707212167'),
    (lambda: _statistics._normal_dist_inv_cdf(0, 2, 3), 'ValueError: inv_cdf undefined for these parameters'),
    (lambda: _statistics._normal_dist_inv_cdf(.5, 2, 0), '2.0'),
    (lambda: _statistics._normal_dist_inv_cdf("x", 2, 0), 'TypeError: must be real number, not str'),
    (lambda: _statistics._normal_dist_inv_cdf(0.975, 0, 1), '1.9599639845400536'),
]

for number, (run, expected) in enumerate(CASES):
    got = outcome(run)
    assert got == expected, (number, got, expected)
