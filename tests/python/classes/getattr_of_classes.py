"""getattr of a class, with a default and without, and hasattr: what is read again and again must follow changes."""


class Meta(type):
    late = property(lambda cls: 'meta ' + cls.__name__)

    def __getattr__(cls, name):
        if name == 'hooked':
            return 'hooked'
        raise AttributeError(name)


class A:
    x = 1

    def __repr__(self):
        return 'A'


class B(A):
    pass


class M(metaclass=Meta):
    late = 'own'

    @property
    def p(self):
        return 1


def ask(cls, name):
    values = [getattr(cls, name, 'none') for _ in range(4)]
    assert all(value == values[0] for value in values) and hasattr(cls, name) == (values[0] != 'none')
    return values[0]


assert ask(B, 'x') == 1 and ask(B, '__repr__') is A.__repr__ and ask(B, 'y') == 'none'
A.x = 2
assert ask(B, 'x') == 2
B.x = 3
assert ask(B, 'x') == 3 and ask(A, 'x') == 2
del B.x, A.x
assert ask(B, 'x') == 'none'
B.__repr__ = lambda self: 'B'
assert ask(B, '__repr__') is B.__dict__['__repr__'] and repr(B()) == 'B'
del B.__repr__
assert ask(B, '__repr__') is A.__repr__
assert ask(M, 'late') == 'meta M' and ask(M, 'hooked') == 'hooked' and ask(M, 'other') == 'none'
assert ask(M, 'p') is M.__dict__['p'] and ask(int, '__repr__') is int.__repr__ and ask(int, '__name__') == 'int'
assert ask(list, '__repr__') is not ask(dict, '__repr__') and ask(B, '__name__') == 'B' and ask(B, '__doc__') is None
Meta.fresh = property(lambda cls: 'fresh')
assert ask(M, 'fresh') == 'fresh'


def f():
    pass


assert ask(f, '__name__') == 'f' and ask(f, 'attribute') == 'none'
f.attribute = 1
assert ask(f, 'attribute') == 1
del f.attribute
assert ask(f, 'attribute') == 'none' and ask(len, '__name__') == 'len'
