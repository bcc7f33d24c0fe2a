"""itertools' combinations of all sizes against plain recursion; itemgetter and attrgetter; sets of many strings."""
from itertools import combinations, combinations_with_replacement, permutations, product
from operator import attrgetter, itemgetter


def plain_product(pools):
    return [(x, *rest) for x in pools[0] for rest in plain_product(pools[1:])] if pools else [()]


for n in range(5):
    for r in range(6):
        indices = plain_product([range(n)] * r)
        assert list(product(range(n), repeat=r)) == indices
        assert list(permutations(range(n), r)) == [t for t in indices if len(set(t)) == r]
        assert list(combinations(range(n), r)) == [t for t in indices if list(t) == sorted(set(t))]
        assert list(combinations_with_replacement(range(n), r)) == [t for t in indices if list(t) == sorted(t)]
assert list(permutations('ab')) == [('a', 'b'), ('b', 'a')] and list(product('ab', [1, 2.5])) == [
    ('a', 1), ('a', 2.5), ('b', 1), ('b', 2.5)]
p = permutations([1, 2, 3])
first = next(p)
kept = [next(p), next(p)]
assert first == (1, 2, 3) and kept == [(1, 3, 2), (2, 1, 3)] and len(list(p)) == 3 and next(p, None) is None
assert {first: 1}[(1, 2, 3)] == 1 and hash(kept[0]) == hash((1, 3, 2))
assert list(product()) == [()] and list(product([], [1])) == [] and list(permutations([], 0)) == [()]


class L(list):
    def __getitem__(self, i):
        return ('own', i)


get = itemgetter(1)
assert [get(x) for x in ([1, 2], (3, 4), 'ab', {1: 'one'}, L([5, 6]))] == [2, 4, 'b', 'one', ('own', 1)]
assert itemgetter(-1)([1, 2]) == 2 and itemgetter(0, 2)('abc') == ('a', 'c') and itemgetter('k')({'k': 1}) == 1
for bad, error in (([1], IndexError), ({}, KeyError), (5, TypeError)):
    try:
        get(bad)
    except error:
        pass
    else:
        raise AssertionError(bad)
for args in ((), ([1, 2], 3)):
    try:
        get(*args)
    except TypeError as e:
        assert str(e) == 'itemgetter expected 1 argument, got %d' % len(args), e
    else:
        raise AssertionError(args)


class A:
    shared = 'class'

    def __init__(self, **names):
        self.__dict__.update(names)

    @property
    def p(self):
        return self.x * 2


class Hooked(A):
    def __getattr__(self, name):
        return 'hook ' + name


a = A(x=1, a=A(x=5))
assert attrgetter('x')(a) == 1 and attrgetter('a.p')(a) == 10 and attrgetter('x', 'shared', 'p')(a) == (1, 'class', 2)
assert attrgetter('q')(Hooked()) == 'hook q' and attrgetter('__name__')(A) == 'A' and attrgetter('real')(3) == 3
assert sorted([A(x=3), A(x=1)], key=attrgetter('x'))[0].x == 1
try:
    attrgetter('a.nope')(a)
except AttributeError as e:
    assert str(e) == "'A' object has no attribute 'nope'"
else:
    raise AssertionError

words = ['w%d' % (i % 30) for i in range(50)]
s = set(words)
assert len(s) == 30 and 'w3' in s and 'w30' not in s and 3 not in s and s == frozenset(tuple(words)) == set(iter(words))
s.add('w3')
s.add('new')
s.discard('w0')
assert len(s) == 30 and 'new' in s and 'w0' not in s and sorted(s)[:2] == ['new', 'w1']
assert words[0] == 'w0' and set(words) - s == {'w0'} and set(words[:30]) == set(words)
t = set(words)
t.update(words, ['z'])
t.remove('z')
assert t == set(words) and set(words + [1]) - {1} == t
