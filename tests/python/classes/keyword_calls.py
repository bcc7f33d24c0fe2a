"""Constructors and methods called by name: defaults, errors, and what is not a plain class."""

# keywords
class K:
    def __init__(self, a, b=2, *, c=3): self.v = a, b, c
    def f(self, a, b=1, c=2): return a, b, c
class K2:
    def __init__(self, a, b=2): self.v = a, b
    def __getattr__(self, n): return lambda **k: (n, k)
assert K(1, c=5).v == (1, 2, 5) and K2(b=1, a=4).v == (4, 1) and K2(a=1).v == (1, 2)
for call in [lambda: K2(b=1), lambda: K2(1, a=1), lambda: K2(1, z=2), lambda: K(1).f(b=1), lambda: K(1).zz(a=1)]:
    try: call()
    except (TypeError, AttributeError) as e: print(e)
    else: assert False
for i in range(3):
    assert K(1).f(1, c=i) == (1, 1, i) and K(1).f(c=1, a=2) == (2, 1, 1)
    assert K2(1).foo(a=1) == ('foo', {'a': 1})
    assert 'a,b'.split(sep=',') == ['a', 'b']
class Bad:
    def __init__(self, a): return a
try: Bad(a=1)
except TypeError as e: print(e)
class Meta2(type):
    def __call__(cls, *a, **k): return k
class MK(metaclass=Meta2):
    def __init__(self, a): pass
assert MK(a=1) == {'a': 1}
# expect-stdout:
# K2.__init__() missing 1 required positional argument: 'a'
# K2.__init__() got multiple values for argument 'a'
# K2.__init__() got an unexpected keyword argument 'z'
# K.f() missing 1 required positional argument: 'a'
# 'K' object has no attribute 'zz'
# __init__() should return None, not 'int'
