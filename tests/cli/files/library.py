"""A tour of pure modules: their results side by side."""
import bisect
import collections
import contextlib
import copy
import dataclasses
import enum
import fractions
import functools
import heapq
import itertools
import operator
import pprint
import string
import textwrap

print(textwrap.fill('The quick brown fox jumps over the lazy dog. ' * 3, 40, initial_indent='* ', subsequent_indent='  '))
print(textwrap.dedent('''
    a
      b
    ''').strip(), textwrap.shorten('one two three four', 12))
print(collections.Counter('mississippi').most_common(2), collections.OrderedDict(a=1), collections.deque([1, 2, 3], 2))
print(collections.ChainMap({'a': 1}, {'b': 2})['b'], collections.defaultdict(list, {'k': [1]}))
print(string.Template('$a ${b}').substitute(a=1, b=2), string.ascii_letters[:3])


class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()


class Flags(enum.Flag):
    A = enum.auto()
    B = enum.auto()


print(Color.RED, repr(Color(2)), list(Color), Flags.A | Flags.B, Color['RED'].name)


@dataclasses.dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False)


print(Point(1), Point(1) < Point(2), dataclasses.replace(Point(1), y=5), dataclasses.asdict(Point(1, 2)))
print(fractions.Fraction(3, 6) + fractions.Fraction('0.25'), fractions.Fraction(0.5))
print(list(itertools.permutations('abc', 2))[:3], list(itertools.accumulate([1, 2, 3])), [list(g) for k, g in itertools.groupby('aabb')])
print(list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.pairwise('abc')), list(itertools.batched('abcde', 2)))
print(functools.reduce(operator.mul, range(1, 6)), functools.partial(int, base=2)('101'))
print(heapq.nsmallest(2, [3, 1, 2]), bisect.bisect([1, 2, 3], 2), copy.deepcopy({'a': [1]}))


@contextlib.contextmanager
def managed():
    print('in')
    try:
        yield 'value'
    finally:
        print('out')


with managed() as value, contextlib.suppress(KeyError):
    print(value)
    {}['x']
pprint.pprint({'key %d' % n: list(range(n)) for n in range(8)}, width=40)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info())


@functools.singledispatch
def kind(value):
    return 'other'


@kind.register
def _(value: int):
    return 'int'


print(kind(1), kind(''), operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(5))
