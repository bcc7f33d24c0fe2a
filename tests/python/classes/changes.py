"""Classes that change after their instances were made: special methods, orders of a metaclass."""
class A: pass
class B(A):
    x = 1
b = B()
def ga(self, n):
    if n == 'foo': return 24
    return object.__getattribute__(self, n)
A.__getattribute__ = ga
print(b.foo, b.x, B().foo)
b.y = 5; print(b.y)
def gm(self, n): return 'hello' if n in ('spam','foo') else (_ for _ in ()).throw(AttributeError(n))
A.__getattr__ = gm
print(b.spam, b.foo)
del A.__getattribute__
print(b.foo, b.x, b.y)
b.foo = 42
print(b.foo)
del A.__getattr__
print(b.foo)
del b.foo
try: b.foo
except AttributeError as e: print(e)
# metaclass mro
class Base: value = 1
class Meta(type):
    def mro(cls): return (cls, Base, object)
class Weird(metaclass=Meta): pass
print(Weird.value, Weird().value)
Base.value = 2
print(Weird.value, Weird().value)
# setattr hooks later
class C: pass
c = C(); log = []
C.__setattr__ = lambda s, n, v: log.append((n, v))
c.q = 1; print(log, hasattr(c, 'q'))
del C.__setattr__
c.q = 2; print(c.q)
C.__delattr__ = lambda s, n: log.append(n)
del c.q; print(log, c.q)
class D: pass
d = D()
D.m = lambda s: 'm'
print(d.m()); d.m = lambda: 'own'; print(d.m()); del d.m; print(d.m())
# expect-stdout:
# 24 1 24
# 5
# hello 24
# hello 1 5
# 42
# 42
# 'B' object has no attribute 'foo'
# 1 1
# 2 2
# [('q', 1)] False
# 2
# [('q', 1), 'q'] 2
# m
# own
# m
