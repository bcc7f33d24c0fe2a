"""Instances whose dict hides or was replaced keep their own attributes when the class gets some of the same name."""


class Data:
    def __get__(self, instance, owner=None):
        return 'data'

    def __set__(self, instance, value):
        pass


class Base:
    pass


class C(Base):
    data = Data()

    def method(self):
        return 'method'


hidden = C()
hidden.__dict__.update(data='hidden', own=1)
replaced = C()
replaced.__dict__ = {'own': 1, 'base': 2}
C.own = 5
Base.base = 6
Base.both = lambda self: 'both'
for each in hidden, replaced:
    assert (each.own, getattr(each, 'own'), each.data, each.method()) == (1, 1, 'data', 'method')
assert (hidden.base, replaced.base) == (6, 2)
assert (hidden.both(), replaced.both()) == ('both', 'both')
replaced.both = lambda: 'mine'
assert (replaced.both(), hidden.both()) == ('mine', 'both')
del replaced.own
assert replaced.own == 5
