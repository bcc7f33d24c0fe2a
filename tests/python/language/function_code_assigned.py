"""Assigning `__code__` to functions of plain parameters: calls by position run the new code."""
def f(a): return a
def g(a): return a * 2
assert f(3) == 3
f.__code__ = g.__code__
assert f(3) == 6 and f(a=4) == 8
def h(a, b=5): return a, b
def k(x, y): return y, x
h.__code__ = k.__code__
assert h(1) == (5, 1)
class C:
    def m(self): return 1
    def __init__(self): self.x = 1
c = C()
C.m.__code__ = (lambda self: 2).__code__
assert c.m() == 2
def init(self): self.x = 2
C.__init__.__code__ = init.__code__
assert C().x == 2
def outer():
    n = 1
    def inner(): return n
    def other(): return n + 10
    return inner, other
i, o = outer()
i.__code__ = o.__code__
assert i() == 11
assert list(map(f, [1, 2])) == [2, 4]
def gen(): yield 1
def gen2(): yield 2
gen.__code__ = gen2.__code__
assert list(gen()) == [2]
def no(): return 1
setattr(no, "__code__", f.__code__)
try:
    no()
except TypeError as error:
    assert str(error) == "no() missing 1 required positional argument: 'a'"
else:
    assert False
assert no(2) == 4
def rec(n): return 0 if n == 0 else rec(n - 1)
def rec2(n): return 0 if n == 0 else 1 + rec(n - 1)
rec.__code__ = rec2.__code__
assert rec(5) == 5
