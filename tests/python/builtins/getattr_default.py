"""getattr with a default and hasattr, against everything that stands between a name and its value."""


class Plain:
    shared = 'class'

    def method(self):
        return 'method'


p = Plain()
p.x = 1
for _ in range(3):
    assert [getattr(p, n, None) for n in ('x', 'y', 'shared')] == [1, None, 'class']
    assert getattr(p, 'method', None)() == 'method' and hasattr(p, 'x') and not hasattr(p, 'y')
p.shared = 'own'
assert getattr(p, 'shared', None) == 'own'
del p.shared
assert getattr(p, 'shared', None) == 'class'
Plain.y = 5
assert getattr(p, 'y', None) == 5
del Plain.y
assert not hasattr(p, 'y')


class Failing:
    calls = 0

    @property
    def missing(self):
        Failing.calls += 1
        raise AttributeError('missing')

    @property
    def broken(self):
        raise ValueError('broken')


f = Failing()
assert getattr(f, 'missing', 7) == 7 and Failing.calls == 1 and not hasattr(f, 'missing') and Failing.calls == 2
try:
    getattr(f, 'broken', 7)
except ValueError:
    pass
else:
    raise AssertionError


class Hooked(Failing):
    def __getattr__(self, name):
        if name == 'never':
            raise AttributeError(name)
        return 'hook ' + name


h = Hooked()
assert [getattr(h, n, None) for n in ('missing', 'any', 'never', 'calls')] == ['hook missing', 'hook any', None, 2 + 1]


class NonData:
    def __get__(self, obj, cls):
        raise AttributeError('no')


class HookedNonData:
    nd = NonData()

    def __getattr__(self, name):
        return 'hook'


assert getattr(HookedNonData(), 'nd', 'default') == 'hook'


class Everything:
    def __getattribute__(self, name):
        return 'all ' + name


e = Everything()
assert getattr(e, 'x', None) == 'all x' and hasattr(e, 'y') and e.__class__ == 'all __class__'


class Slotted:
    __slots__ = ('a', 'b')


s = Slotted()
s.a = None
assert getattr(s, 'a', 1) is None and getattr(s, 'b', 1) == 1
assert getattr('abc', 'upper', None)() == 'ABC' and getattr(5, 'nope', 'd') == 'd' and getattr(None, 'x', 0) == 0
q = Plain()
q.__dict__ = {'z': 3}
assert getattr(q, 'z', None) == 3 and getattr(q, 'x', None) is None and getattr(q, 'shared', None) == 'class'

# type() with one argument and with others
assert type(p) is Plain and type(Plain) is type and type(1) is int
for args in ((), (1, 2), ('C', (), {}, 4)):
    try:
        type(*args)
    except TypeError as error:
        assert str(error) == 'type() takes 1 or 3 arguments', error
    else:
        raise AssertionError(args)
assert type('C', (Plain,), {'v': 1}).v == 1


class Meta(type):
    def __new__(mcls, *args):
        return super().__new__(mcls, *args)


assert type(Meta('D', (), {})) is Meta
assert {int: 1, Plain: 2}.get(type(p)) == 2 and type(p) in {Plain, int} and type('') not in {Plain, int}
