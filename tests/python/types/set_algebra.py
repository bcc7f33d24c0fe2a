"""Operations on sets of strings, of ints, of both and of what runs Python, and what their results do afterwards."""
words = {'w%d' % i for i in range(40)}
more = {'w%d' % i for i in range(30, 60)}
few = {'w1', 'w2', 'w50'}


def same(a, b):
    assert a == b and len(a) == len(b) and sorted(a) == sorted(b), (a, b)


same(words & more, {'w%d' % i for i in range(30, 40)})
same(words | more, {'w%d' % i for i in range(60)})
same(words - more, {'w%d' % i for i in range(30)})
same(more - few, {'w%d' % i for i in range(30, 60) if i != 50})
same(words ^ more, {'w%d' % i for i in range(60) if not 30 <= i < 40})
same(few & words, {'w1', 'w2'})
assert words & set() == set() and words - words == set() and words | set() == words

# A result before and after it has been asked for members, changed, walked over.
union = words | more
assert 'w59' in union and 'w60' not in union and 5 not in union and None not in union and (1,) not in union
union.add('w60')
union.add('w60')
union.discard('w0')
union.remove('w59')
assert len(union) == 59 and 'w60' in union and 'w0' not in union and 'w59' not in union
assert 'w0' in words and 'w59' in more and len(words) == 40 and len(more) == 30
difference = words - few
seen = [w in difference for w in difference]
assert seen == [True] * 38
difference.add(7)
difference.add(2.0)
assert 7 in difference and 2 in difference and len(difference) == 40
common = words & more
common |= few
assert len(common) == 13 and common > few and common >= few and not common < few
common.update(['w30', 'x'], ('y',), {'z': 1}, 'pq', range(2))
assert len(common) == 20 and {'x', 'y', 'z', 'p', 'q', 0, 1} <= common
while common:
    common.pop()
assert not common
frozen = frozenset(words) - frozenset(few)
assert {frozen: 1}[frozenset(words - few)] == 1 and hash(frozen) == hash(frozenset(sorted(frozen)))
copied = (words | more).copy()
copied.add('new')
assert len(copied) == 61 and 'new' not in words | more
assert (words | more).issuperset(few) and (words & more).isdisjoint(few) and not words.isdisjoint(few)

# Strings and numbers together.
mixed = words | {1, 2, 3}
assert mixed & {1, 2.0, 'w1'} == {1, 2, 'w1'} and list({'a', 1, 2} & {2, 1, 'b'}) == [1, 2]
assert mixed - words == {1, 2, 3} and {1, 2, 3} - mixed == set() and {None, 'a'} & {None, 'b'} == {None}
assert len(mixed | {True, 4}) == 44


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == getattr(other, 'name', other)


class Plain:
    pass


keys = {Key('w1'), Key('w2'), Key('q')}
assert {k.name if isinstance(k, Key) else k for k in words & keys} == {'w1', 'w2'}
assert len(words | keys) == 41 and len(words - keys) == 38 and words >= {Key('w3')}
objects = {Plain() for _ in range(20)}
half = set(list(objects)[:10])
assert objects & half == half and len(objects - half) == 10 and objects | half == objects and half < objects
assert Plain not in objects and {int, str, Plain} & {str, Plain, bytes} == {str, Plain}

# Ints, in CPython's order.
a, b = set(range(0, 50, 3)), set(range(0, 50, 2))
assert list(a & b) == [0, 36, 6, 42, 12, 48, 18, 24, 30], list(a & b)
assert list(a - b) == [33, 3, 39, 9, 45, 15, 21, 27], list(a - b)
assert {-1, -2, 5} & {-2, 5.0, 2**70} == {-2, 5} and {2**70, 1} - {1.0} == {2**70}
assert hash(frozenset([1, 2, 3])) == -272375401224217160
assert hash(frozenset()) == 133146708735736 and hash(frozenset([-1, 2**61, 10**30, 1.5])) == hash(frozenset([1.5, 10**30, 1, -1]))
assert hash(frozenset(range(100))) == 4411996150312757951 and hash(frozenset([2**62, -5, 3.25, (1, 2)])) == 7740884675121796758
