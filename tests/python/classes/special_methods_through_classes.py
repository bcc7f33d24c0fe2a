"""`C.__init__` and other special methods read through classes, while classes, bases and metaclasses change."""


class Base:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return 'Base'


class Derived(Base):
    def __init__(self, x):
        Base.__init__(self, x)


def make():
    return Derived(3).x, Derived.__repr__(Derived(1)), Derived.__init__ is Base.__init__


assert make() == make() == (3, 'Base', False)
Base.__init__ = lambda self, x: setattr(self, 'x', x * 2)
assert make() == (6, 'Base', False)
Derived.__repr__ = lambda self: 'Derived'
assert make() == (6, 'Derived', False)
del Derived.__repr__
del Derived.__init__
assert make() == (6, 'Base', True)
del Base.__repr__
assert Derived.__repr__ is object.__repr__ is Base.__repr__


class Other:
    def __repr__(self):
        return 'Other'


assert Derived.__repr__ is object.__repr__
Derived.__bases__ = (Base, Other)
assert Derived.__repr__(Derived(1)) == 'Other' and Base.__repr__ is object.__repr__
Derived.__bases__ = (Base,)
assert Derived.__repr__ is object.__repr__


class Meta(type):
    def __repr__(cls):
        return 'meta'

    def __call__(cls, *args):
        return super().__call__(*args)

    @property
    def __len__(cls):
        return 'property of the metaclass'


class M(metaclass=Meta):
    def __len__(self):
        return 4


for _ in range(2):
    assert repr(M) == 'meta' and M.__repr__ is object.__repr__ and M.__repr__(M()).startswith('<')
    assert M.__len__ == 'property of the metaclass' and len(M()) == 4
    assert M.__call__ != Meta.__call__ and isinstance(M.__call__(), M)
    assert Meta.__call__(M).__class__ is M

for _ in range(2):
    assert dict.__repr__ is not object.__repr__ and dict.__getitem__({1: 2}, 1) == 2
    assert list.copy([1]) == [1] and str.join('-', 'ab') == 'a-b'
    assert tuple.__new__(tuple, [1]) == (1,) and object.__new__(Base).__class__ is Base
    assert int.__add__(1, 2) == 3 and object.__eq__(1, 2) is NotImplemented


class D(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value + 1)


d = D()
d['a'] = 1
assert d == {'a': 2} and D.__getitem__ is dict.__getitem__ and D.__getitem__(d, 'a') == 2
D.__getitem__ = lambda self, key: 'own'
assert D.__getitem__(d, 'a') == 'own' == d['a'] and dict.__getitem__(d, 'a') == 2
del D.__getitem__
assert D.__getitem__(d, 'a') == 2 == d['a']
