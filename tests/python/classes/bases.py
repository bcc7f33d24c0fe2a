"""Assigning __bases__: new order, layout errors; data descriptors before the instance dict."""
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class Desc:
    def __get__(self, o, t): return ('got', o is None)
    def __set__(self, o, v): print('set', v)
class NoGet:
    def __set__(self, o, v): o.__dict__['y'] = v
class Del:
    def __delete__(self, o): print('del')
class A:
    x = Desc(); y = NoGet(); z = Del()
a = A()
a.__dict__['x'] = 5
print(a.x, A.x)
a.y = 3; print(a.y)
tr(lambda: setattr(a,'z',1))
del a.z
class M(type):
    d = property(lambda c: 'meta')
    e = 1
class B(metaclass=M):
    d = 2
    e = 3
print(B.d, B().d, B.e)
def bases(cls, b):
    try: cls.__bases__ = b; print('ok', cls.__mro__)
    except BaseException as e: print(type(e).__name__, e)
class P: pass
class Q: pass
class S(P): pass
class T: __slots__=('a',)
class U(P): __slots__=('a',)
class L(list): pass
bases(P,(Q,))
bases(S,(Q,))
bases(S,(object,))
bases(S,(T,))
bases(S,(U,))
bases(S,(L,))
bases(S,(int,))
bases(S,(P,Q))
bases(S,(S,))
bases(S,())
bases(S,(1,))
bases(S,1)
bases(int,(object,))
bases(T,(P,))
bases(U,(Q,))
class V(T): pass
bases(V,(P,))
bases(L,(P,))
bases(L,(list,P))
bases(L,(P,list))
class W(S): pass
w=W()
class R:
    def hi(self): return 'R.hi'
    v = 12
tr(lambda: w.hi())
bases(S,(R,))
print(w.hi(), w.v, W.v, S.__base__, P.__subclasses__(), R.__subclasses__())
tr(lambda: type('X',(P,P),{}))
tr(lambda: type('X',(P,object,P),{}))
tr(lambda: type('X',(object,P),{}))
# expect-stdout:
# ('got', False) ('got', True)
# 3
# AttributeError __set__
# del
# meta 2 3
# TypeError __bases__ assignment: 'Q' deallocator differs from 'object'
# ok (<class '__main__.S'>, <class '__main__.Q'>, <class 'object'>)
# TypeError __bases__ assignment: 'object' deallocator differs from 'Q'
# TypeError __bases__ assignment: 'T' object layout differs from 'Q'
# TypeError __bases__ assignment: 'U' object layout differs from 'Q'
# TypeError __bases__ assignment: 'L' object layout differs from 'Q'
# TypeError __bases__ assignment: 'int' deallocator differs from 'Q'
# ok (<class '__main__.S'>, <class '__main__.P'>, <class '__main__.Q'>, <class 'object'>)
# TypeError a __bases__ item causes an inheritance cycle
# TypeError can only assign non-empty tuple to S.__bases__, not ()
# TypeError S.__bases__ must be tuple of classes, not 'int'
# TypeError can only assign tuple to S.__bases__, not int
# TypeError cannot set '__bases__' attribute of immutable type 'int'
# TypeError __bases__ assignment: 'P' deallocator differs from 'object'
# ok (<class '__main__.U'>, <class '__main__.Q'>, <class 'object'>)
# TypeError __bases__ assignment: 'P' object layout differs from 'T'
# TypeError __bases__ assignment: 'P' object layout differs from 'list'
# ok (<class '__main__.L'>, <class 'list'>, <class '__main__.P'>, <class 'object'>)
# ok (<class '__main__.L'>, <class '__main__.P'>, <class 'list'>, <class 'object'>)
# AttributeError 'W' object has no attribute 'hi'
# ok (<class '__main__.S'>, <class '__main__.R'>, <class 'object'>)
# R.hi 12 12 <class '__main__.R'> [<class '__main__.L'>] [<class '__main__.S'>]
# TypeError duplicate base class P
# TypeError duplicate base class P
# TypeError Cannot create a consistent method resolution order (MRO) for bases object, P
