"""Descriptors and iterators of built-in types, subclassed and called through super()."""
class P(property):
    def __get__(self, o, t=None):
        if o is None: return self
        return ('P', super().__get__(o, t))
    def __set__(self, o, v):
        super().__set__(o, v+1)
    def __delete__(self, o): super().__delete__(o)
class Mix: pass
class P2(Mix, property): pass
class A:
    @P
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @P2
    def y(self): return 7
a = A(); a.x = 4; print(a.x, a.y); del a.x
class S(staticmethod):
    def __get__(self, o, t=None): return super().__get__(o, t)
class C(classmethod):
    def __get__(self, o, t=None): return super().__get__(o, t)
class B:
    @S
    def s(): return 's'
    @C
    def c(cls): return cls.__name__
print(B.s(), B().s(), B.c(), B().c())
class G(super):
    def __get__(self, o, t=None): return super().__get__(o, t)
class It(Mix, map):
    def __next__(self): return super().__next__() + 1
print(list(It(int, '123')))
class It2(It):
    __next__ = map.__next__
print(list(It2(int, '123')))
class D(dict):
    def __missing__(self, k): return k
print(D()[4])
# expect-stdout:
# ('P', 5) 7
# s s B B
# [2, 3, 4]
# [1, 2, 3]
# 4
