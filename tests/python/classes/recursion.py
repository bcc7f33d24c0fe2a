"""Recursion without end through special methods and native paths is a RecursionError; deep recursion works when allowed."""
import sys


def endless(f, *args):
    try:
        f(*args)
    except RecursionError as e:
        assert 'recursion' in str(e) or 'overflow' in str(e), e
    else:
        raise AssertionError(f)


class A:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __eq__(self, other): return self == other
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
    def __getitem__(self, key): return self[key]
    def __add__(self, other): return self + other
    def __format__(self, spec): return f'{self}'
    def __contains__(self, item): return item in self
    def __setattr__(self, name, value): self.y = value
    @property
    def prop(self): return self.prop


class G:
    def __getattr__(self, name): return self.other


a = A()
for f in (repr, str, hash, len, iter, next, format):
    endless(f, a)
endless(lambda: G().missing)
endless(lambda: a == a)
endless(lambda: a[0])
endless(lambda: a + 1)
endless(lambda: 1 in a)
endless(lambda: a.prop)
endless(lambda: setattr(a, 'x', 1))

class B: pass
B.__call__ = B()
endless(B())

nested, pair = [], (int,)
for i in range(100_000):
    nested, pair = [nested], (pair,)
endless(repr, nested)
# CPython has stack enough for these.
for f, args in [(isinstance, ('', pair)), (issubclass, (str, pair)), (hash, (pair,))]:
    try:
        f(*args)
    except RecursionError:
        pass

def f(n): return 0 if n == 0 else 1 + f(n - 1)
sys.setrecursionlimit(20_000)
assert f(10_000) == 10_000
sys.setrecursionlimit(100)
endless(f, 200)
assert f(50) == 50
sys.setrecursionlimit(1000)
