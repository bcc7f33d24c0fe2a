"""`super(cls, self).method()`, which is compiled without making the super object."""

class A(object):
    def __init__(self, x=0, *rest): self.x = x
    def m(self, a, k=1): return ('A', a, k)
    @classmethod
    def c(cls, v): return (cls.__name__, v)
    def __len__(self): return 0
class B(A):
    def __init__(self, x):
        super(B, self).__init__(x)
    def m(self, a): return super(B, self).m(a)
    @classmethod
    def c(cls, v): return super(B, cls).c(v + 1)
    def bad(self): return super(int, self).m(1)
    def none(self): return super(B, self).nothing(1)
class C(B):
    def m(self, a): return ('C', super(C, self).m(a), super(B, self).m(a, 2))
class D:
    def m(self, a): return ('D', a)
class E(B, D):
    def m(self, a): return super(E, self).m(a), super(A, self).m(a)
assert C(3).m(4) == ('C', ('A', 4, 1), ('A', 4, 2)) and C(3).x == 3
assert E(1).m(2) == (('A', 2, 1), ('D', 2))
assert C.c(1) == ('C', 2)
for f, e in [(C(1).bad, TypeError), (C(1).none, AttributeError)]:
    try: f()
    except e as x: print(x)
    else: assert False
def shadowed():
    g = {'super_calls': []}
    exec('''
class super:
    def __init__(self, *a): super_calls.append(a)
    def m(self): return 'own'
class X:
    def m(self): return super(X, self).m()
''', g)
    assert g['X']().m() == 'own' and len(g['super_calls'][0]) == 2
shadowed()
class Y:
    def f(self):
        return super(Y, self).__repr__()
import builtins
y = Y()
assert y.f().startswith('<')
# expect-stdout:
# super(type, obj): obj (instance of C) is not an instance or subtype of type (int).
# 'super' object has no attribute 'nothing'
