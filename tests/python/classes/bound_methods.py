"""Bound methods as values: made by reading, called once or often, and as their classes change."""


class A:
    def none(self):
        return self, 0

    def one(self, a=5):
        return a

    def many(self, *args):
        return args


class B(A):
    def one(self, a=6):
        return 'B', a


class Callable:
    def __call__(self, *args):
        return args


def call0(f):
    return f()


def call1(f, a):
    return f(a)


def call2(f, a, b):
    return f(a, b)


a, b = A(), B()
for _ in range(3):
    assert call0(a.none) == (a, 0) and call0(a.one) == 5 and call1(a.one, 1) == 1 and call0(b.one) == ('B', 6)
    assert call0(a.many) == () and call1(b.many, 1) == (1,) and call2(b.many, 1, None) == (1, None)
    assert call0(Callable()) == () and call2(Callable(), 1, 2) == (1, 2) and call0('ab'.upper) == 'AB'
    assert call1([3, 1].index, 1) == 1 and call0(print.__class__.__name__.title) == 'Builtin_Function_Or_Method'
for call in [
    lambda: call1(a.none, 1),
    lambda: call2(a.one, 1, 2),
    lambda: call0(3),
    lambda: call1(None, 2),
    lambda: call0(''.join),
    lambda: call2(''.upper, 1, 2),
]:
    try:
        call()
    except TypeError as e:
        print(e)
    else:
        assert False

first = b.one
B.one = lambda self: 'changed'
assert first() == ('B', 6) and b.one() == 'changed' and call0(b.one) == 'changed'
del B.one
assert call0(b.one) == 5 and b.one.__func__ is A.one and b.one.__self__ is b
A.one = staticmethod(lambda: 'static')
assert call0(b.one) == 'static'
b.one = lambda: 'own'
assert call0(b.one) == 'own'
A.one = property(lambda self: (lambda: 'property'))
assert call0(A().one) == 'property'


class Meta(type):
    def described(cls):
        return cls


class C(metaclass=Meta):
    pass


assert call0(C.described) is C
C.described = 1
assert C.described == 1


class D:
    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3

    def b_(self):
        pass


d = D()
del d.a, d.b
assert vars(d) == {'c': 3} and not hasattr(d, 'a')
d.a = 4
assert list(vars(d)) == ['c', 'a']
d.b_ = 1
del d.b_
assert call0(d.b_) is None
# expect-stdout:
# A.none() takes 1 positional argument but 2 were given
# A.one() takes from 1 to 2 positional arguments but 3 were given
# 'int' object is not callable
# 'NoneType' object is not callable
# str.join() takes exactly one argument (0 given)
# str.upper() takes no arguments (2 given)
