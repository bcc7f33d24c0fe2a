"""`for k, v in x.items()`, which a dict steps through without tuples; unpacking with a star; attributes by name."""

from collections import Counter, OrderedDict, defaultdict


def pairs(x):
    found = []
    for k, v in x.items():
        found.append((k, v))
    return found


class Own:
    def __init__(self, items):
        self.given = items

    def items(self):
        return self.given


class Instance:
    def __init__(self):
        self.b = 1
        self.a = 2


class Sub(dict):
    pass


assert pairs({'a': 1, 2: 'b'}) == [('a', 1), (2, 'b')] and pairs({}) == []
assert pairs(OrderedDict(x=1, y=2)) == [('x', 1), ('y', 2)] and pairs(Counter('aab')) == [('a', 2), ('b', 1)]
assert pairs(defaultdict(int, q=1)) == [('q', 1)] and pairs(Sub(z=0)) == [('z', 0)]
assert pairs(vars(Instance())) == [('b', 1), ('a', 2)]
assert pairs(Own([(1, 2), 'ab', [3, None]])) == [(1, 2), ('a', 'b'), (3, None)]
assert pairs(Own(zip('ab', 'cd'))) == [('a', 'c'), ('b', 'd')]
assert [k for k, v in pairs(Instance.__dict__) if k == '__init__'] == ['__init__']
for wrong in [[(1, 2, 3)], [1], 5, ['a']]:
    try:
        pairs(Own(wrong))
    except (TypeError, ValueError) as e:
        print(e)
    else:
        assert False

d = {i: i for i in range(4)}
del d[1]
try:
    for k, v in d.items():
        d[k + 10] = v
except RuntimeError as e:
    print(e)
d = {1: 2, 3: 4}
for k, v in d.items():
    d[k] = v + 1
assert d == {1: 3, 3: 5}
o = Instance()
try:
    for k, v in vars(o).items():
        setattr(o, k + 'x', v)
except RuntimeError as e:
    print(e)
for k, *v in {'a': (1, 2)}.items():
    assert v == [(1, 2)]
for (k, v), w in {(1, 2): 3}.items():
    assert (k, v, w) == (1, 2, 3)
box = {}
for box['k'], box['v'] in {5: 6}.items():
    pass
assert box == {'k': 5, 'v': 6}
for k, v in {1: 2, 3: 4}.items():
    if k == 3:
        break
else:
    assert False
assert (k, v) == (3, 4)

a, *b, c = [1, 2, 3, 4]
assert (a, b, c) == (1, [2, 3], 4)
*a, b = 'xy'
assert (a, b) == (['x'], 'y')
items = [1, 2]
a, *b = items
b.append(3)
assert items == [1, 2]
a, *b = () or (1,)
assert b == []
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)


class Reversed(list):
    def __iter__(self):
        return reversed(list(range(len(self))))


a, *b = Reversed([7, 8, 9])
assert (a, b) == (2, [1, 0])


class Guarded:
    def __setattr__(self, name, value):
        super().__setattr__(name, (value, 'set'))


class Slotted:
    __slots__ = ('s',)


class Described:
    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, value):
        self._p = value + 1

    @property
    def read(self):
        raise AttributeError('read')

    def __getattr__(self, name):
        return name


class Refusing:
    @property
    def p(self):
        raise AttributeError('never')


assert getattr(Refusing(), 'p', 3) == 3 and not hasattr(Refusing(), 'p')
assert getattr(type, '__annotate__', None) is None
try:
    getattr(Refusing(), 'p')
except AttributeError as e:
    print(e)

g, s, p = Guarded(), Slotted(), Described()
setattr(g, 'x', 1)
setattr(s, 's', 2)
setattr(p, 'p', 3)
setattr(p, '__class__', Described)
assert g.x == (1, 'set') and s.s == 2 and p.p == 4 and getattr(p, 'p') == 4
assert getattr(p, 'read') == 'read' and hasattr(p, 'anything') and getattr(p, 'q', 1) == 'q'
assert getattr(s, 'zz', 5) == 5 and not hasattr(s, 'zz') and hasattr(s, 's') and hasattr('', 'join')
for name in ['zz', 3]:
    try:
        setattr(s, name, 1)
    except (AttributeError, TypeError) as e:
        print(e)
setattr(p, 'with space', 1)
assert getattr(p, 'with space') == 1 and 'with space' in vars(p)
setattr(Described, 'q', 7)
assert getattr(p, 'q') == 7 and getattr(Described, 'q') == 7
# expect-stdout:
# too many values to unpack (expected 2, got 3)
# cannot unpack non-iterable int object
# 'int' object is not iterable
# not enough values to unpack (expected 2, got 1)
# dictionary changed size during iteration
# dictionary changed size during iteration
# not enough values to unpack (expected at least 2, got 1)
# never
# 'Slotted' object has no attribute 'zz' and no __dict__ for setting new attributes
# attribute name must be string, not 'int'
