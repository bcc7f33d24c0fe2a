"""Calls with keywords are bound once for each form: what changes between two calls of a form must show."""


def f(a, b=1, c=2):
    return (a, b, c)


def g(a, *, k=1, j=2):
    return (a, k, j)


def h(a, b=1, **rest):
    return (a, b, rest)


class A:
    def __init__(self, x=1, y=2):
        self.x = x
        self.y = y

    def m(self, a, k=1):
        return (a, k)


class B(A):
    def m(self, a, k=1):
        return super().m(a, k=k)


def message(call):
    try:
        return call()
    except TypeError as e:
        return str(e)


for i in range(5):
    assert f(i, b=3) == (i, 3, 2) and f(i, c=3) == (i, 1, 3)
    assert f(a=1, b=2, c=3) == (1, 2, 3) and f(c=1, a=2) == (2, 1, 1)
    assert g(i, k=5) == (i, 5, 2) and g(i, j=6) == (i, 1, 6) and g(1, j=2, k=9) == (1, 9, 2)
    assert h(1, b=2) == (1, 2, {}) and h(1, z=2, b=7) == (1, 7, {'z': 2})
    assert B().m(1, k=3) == (1, 3) and B().m(k=2, a=4) == (4, 2)
    assert A(y=3).y == 3
    assert h(**{'a': 1, 'q': i}) == (1, 1, {'q': i})

# Another method of that name, another kind of value in the same place.
for o in (A(), B(), A()):
    for i in range(3):
        assert o.m(i, k=i) == (i, i)
for callee in (f, g, A, A().m, f, lambda a, k: (k, a)):
    for i in range(3):
        result = message(lambda: callee(1, k=i))
        if callee is f:
            assert result == "f() got an unexpected keyword argument 'k'"

a = A()
a.q = f
assert [a.q(1, b=i) for i in range(4)] == [(1, i, 2) for i in range(4)]
a.m = f
assert message(lambda: a.m(1, k=2)) == "f() got an unexpected keyword argument 'k'"


def pair():
    return f(1, b=2), f(1)


for i in range(3):
    assert pair() == ((1, 2, 2), (1, 1, 2))
f.__defaults__ = (8, 9)
assert pair() == ((1, 2, 9), (1, 8, 9))
f.__defaults__ = (9,)
assert message(pair) == "f() missing 1 required positional argument: 'b'"
assert message(lambda: f(1, b=2)) == (1, 2, 9)
assert message(lambda: f(1)) == "f() missing 1 required positional argument: 'b'"
assert message(lambda: f(1, c=3)) == "f() missing 1 required positional argument: 'b'"
assert message(lambda: f(b=1, c=2)) == "f() missing 1 required positional argument: 'a'"


def given():
    return g(1, k=2)


for i in range(3):
    assert given() == (1, 2, 2)
g.__kwdefaults__ = None
assert message(given) == "g() missing 1 required keyword-only argument: 'j'"
assert message(lambda: g(1)) == "g() missing 2 required keyword-only arguments: 'k' and 'j'"
assert message(lambda: g(1, k=1, j=4)) == (1, 1, 4)


def first(a, b):
    return 'first', a, b


def second(a, b):
    return 'second', b, a


def code_call():
    return first(1, b=2)


assert [code_call() for i in range(3)] == [('first', 1, 2)] * 3
first.__code__ = second.__code__
assert [code_call() for i in range(3)] == [('second', 2, 1)] * 3

# Each argument once, from left to right, before anything is called.
log = []


def noted(x):
    log.append(x)
    return x


def logged(a, b, c):
    log.append('called')
    return (a, b, c)


for i in range(3):
    log.clear()
    assert logged(noted(1), c=noted(2), b=noted(3)) == (1, 3, 2) and log == [1, 2, 3, 'called']
    log.clear()
    assert logged(noted(1), b=noted(2), c=noted(3)) == (1, 2, 3) and log == [1, 2, 3, 'called']
    x = 1
    assert logged(x, b=(x := 5), c=x) == (1, 5, 5)


class Changing:
    def m(self, *, k):
        return 'm', k


def through(o):
    return o.m(k=1)


o = Changing()
assert [through(o) for i in range(3)] == [('m', 1)] * 3
Changing.m = lambda self, *, k=2, j=3: ('new', k, j)
assert [through(o) for i in range(3)] == [('new', 1, 3)] * 3
del Changing.m
try:
    through(o)
    assert False
except AttributeError as e:
    assert str(e) == "'Changing' object has no attribute 'm'"
