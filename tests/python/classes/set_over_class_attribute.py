"""object.__setattr__ and setattr over attributes of the class: defaults, methods, properties, descriptors."""
from dataclasses import dataclass, FrozenInstanceError


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def method(self):
        return 'method'


for i in range(3):
    p = Point(i, i + 1)
    assert (p.x, p.y, vars(p)) == (i, i + 1, {'x': i, 'y': i + 1}) and Point.y == 0 and Point(1).y == 0
try:
    p.x = 1
except FrozenInstanceError:
    pass
else:
    raise AssertionError
object.__setattr__(p, 'method', lambda: 'own')
assert p.method() == 'own' and Point(1).method() == 'method'
object.__delattr__(p, 'method')
assert p.method() == 'method'
object.__setattr__(p, 'z', 5)
assert p.z == 5 and list(vars(p)) == ['x', 'y', 'z']


class Data:
    def __init__(self):
        self.seen = []

    def __get__(self, obj, cls):
        return 'data'

    def __set__(self, obj, value):
        self.seen.append(value)


class NonData:
    def __get__(self, obj, cls):
        return 'non-data'


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__['s'] = value * 2


class C:
    d = Data()
    n = NonData()
    s = SetOnly()
    plain = [1]

    @property
    def readonly(self):
        return 1

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


c = C()
for name in ('d', 'n', 's', 'plain', 'free'):
    setattr(c, name, 7)
assert (c.d, c.n, c.s, c.plain, c.free) == ('data', 7, 14, 7, 7) and C.__dict__['d'].seen == [7]
assert vars(c) == {'n': 7, 's': 14, 'plain': 7, 'free': 7} and C().n == 'non-data' and C.plain == [1]
try:
    setattr(c, 'readonly', 1)
except AttributeError as e:
    assert str(e) == "property 'readonly' of 'C' object has no setter", e
else:
    raise AssertionError
# A class attribute that comes while an object has its own.
C.free = NonData()
setattr(c, 'free', 8)
assert c.free == 8
del c.free
assert c.free == 'non-data'


class Slots:
    __slots__ = ('a', '__dict__')
    b = 1


s = Slots()
for name in ('a', 'b', 'c'):
    object.__setattr__(s, name, name)
assert (s.a, s.b, s.c, vars(s)) == ('a', 'b', 'c', {'b': 'b', 'c': 'c'})


class Below(C):
    def n(self):
        return 'method'


b = Below()
assert b.n() == 'method'
object.__setattr__(b, 'n', lambda: 'own')
assert b.n() == 'own' and getattr(b, 'n')() == 'own'
