"""Truth and equality of instances as their classes change, and of what leaves `==` to identity."""

# truth that changes
class T: pass
t = T()
def truth(v): return True if v else False
assert truth(t)
T.__bool__ = lambda self: False
assert not truth(t)
del T.__bool__
assert truth(t)
T.__len__ = lambda self: 0
assert not truth(t)
class T2(T): pass
assert not truth(T2())
del T.__len__
assert truth(T2())
class Base2:
    def __bool__(self): return False
class M(T, Base2): pass
assert not truth(M())
M.__bases__ = (T,)
assert truth(M())

# equality
class Ne:
    def __ne__(self, o): return 'ne'
class Q:
    def __eq__(self, o): return [] if o == 1 else NotImplemented
    __hash__ = None
def eq(a, b): return True if a == b else False
def ne(a, b): return True if a != b else False
n = Ne()
assert ne(n, n) and ne(1, n) and not eq(1, n) and eq(n, n)
q, r = Q(), Q()
assert not eq(q, 1) and not eq(q, r) and eq(q, q) and ne(q, r) and ne(q, 1) and not ne(q, q)
nan = float('nan')
assert not eq(nan, nan) and ne(nan, nan)
assert not eq('a', None) and ne('a', None) and not eq(None, 'a') and ne(None, 0) and not eq(0, None) and not eq(None, 0)
assert eq(int, int) and not eq(int, float) and ne(eq, ne) and not eq(eq, None) and not eq(None, eq)
class Meta(type):
    def __eq__(cls, o): return True
    __hash__ = type.__hash__
class Z(metaclass=Meta): pass
assert eq(Z, None) and eq(Z, 3) and not ne(Z, int) and eq(None, Z) and eq(int, Z)
class S:
    def __eq__(self, o): return True
assert eq(object(), S()) and eq(None, S()) and eq('a', S()) and not ne(object(), S()) and not ne('x', S())
class Sub(Q):
    def __eq__(self, o): return True
assert eq(q, Sub())
assert not ne(q, Sub())
