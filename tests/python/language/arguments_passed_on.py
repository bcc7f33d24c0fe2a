"""Arguments passed on by *args and **kwargs."""
def f(a,b=1,*c): return a,b,c
def g(*a,**k): return f(*a,**k)
def h(*a,**k): return a,k
l=[1,2,3]
print(f(*l), g(1), g(1,b=2), g(*l), g(a=1), h(*l, **{'x':1}))
def mut(*a):
    l.append(9); return a, l
print(mut(*l))
class D(dict): pass
print(h(*(), **D(z=1)), h(*'abc'), h(*range(3), **{}))
def kk():
    l.append(5); return {'q':l[:]}
print(h(*l, **kk()))
try: f(*3)
except TypeError as e: print(e)
try: f(*l, **3)
except TypeError as e: print(e)
try: f(**{1:2})
except TypeError as e: print(e)
try: h(*(), **{1:2})
except TypeError as e: print(e)
for i in range(4):
    d={'k%d'%j:j for j in range(i*4)}
    r=h(1,**d)[1]; r['new']=1; d2=h(**r)[1]
    print(r, d2==r, len(r), list(r.popitem()), r)
class M:
    def m(self,*a,**k): return a,k
m=M().m
print(m(*l,**{'a':1}), m(*()), M.m(*[M(),2])[0])
def outer(*a, **k):
    return inner(*a, **k)
def inner(x, *, y=2, z=3): return x,y,z
for i in range(4): print(outer(i), outer(i,z=4), outer(i,z=1,y=2), outer(x=i))
import functools
print(functools.partial(f,1)(*[2,3]))
print(max(*l), print(*l, sep='-'), int(*['12'], **{'base':8}))
# expect-stdout:
# (1, 2, (3,)) (1, 1, ()) (1, 2, ()) (1, 2, (3,)) (1, 1, ()) ((1, 2, 3), {'x': 1})
# ((1, 2, 3), [1, 2, 3, 9])
# ((), {'z': 1}) (('a', 'b', 'c'), {}) ((0, 1, 2), {})
# ((1, 2, 3, 9, 5), {'q': [1, 2, 3, 9, 5]})
# __main__.f() argument after * must be an iterable, not int
# __main__.f() argument after ** must be a mapping, not int
# keywords must be strings
# keywords must be strings
# {} True 1 ['new', 1] {}
# {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3} True 5 ['new', 1] {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3}
# {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3, 'k4': 4, 'k5': 5, 'k6': 6, 'k7': 7} True 9 ['new', 1] {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3, 'k4': 4, 'k5': 5, 'k6': 6, 'k7': 7}
# {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3, 'k4': 4, 'k5': 5, 'k6': 6, 'k7': 7, 'k8': 8, 'k9': 9, 'k10': 10, 'k11': 11} True 13 ['new', 1] {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3, 'k4': 4, 'k5': 5, 'k6': 6, 'k7': 7, 'k8': 8, 'k9': 9, 'k10': 10, 'k11': 11}
# ((1, 2, 3, 9, 5), {'a': 1}) ((), {}) (2,)
# (0, 2, 3) (0, 2, 4) (0, 2, 1) (0, 2, 3)
# (1, 2, 3) (1, 2, 4) (1, 2, 1) (1, 2, 3)
# (2, 2, 3) (2, 2, 4) (2, 2, 1) (2, 2, 3)
# (3, 2, 3) (3, 2, 4) (3, 2, 1) (3, 2, 3)
# (1, 2, (3,))
# 1-2-3-9-5
# 9 None 10
