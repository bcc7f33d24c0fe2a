# What ABCMeta keeps on a class, and classes made past it.
from abc import ABC, ABCMeta
import _abc

class Shape(ABC):
    pass

class Square(Shape):
    pass

assert '_abc_impl' in Shape.__dict__ and '_abc_impl' in Square.__dict__
assert type(Shape._abc_impl).__name__ == '_abc_data'
assert Shape._abc_impl is not Square._abc_impl

# Made by type.__new__, so without _abc_init: it uses its base's.
Bare = type.__new__(ABCMeta, 'Bare', (Shape,), {})
assert Bare._abc_impl is Shape._abc_impl
assert issubclass(Bare, Shape) and isinstance(Bare(), Shape)
assert not issubclass(Square, Bare) and not issubclass(Square, Shape)  # one cache for both

Broken = ABCMeta('Broken', (), {})
Broken._abc_impl = 1
try:
    isinstance(1, Broken)
except TypeError as error:
    assert str(error) == '_abc_impl is set to a wrong type', error
else:
    raise AssertionError

class Plain:
    pass

try:
    _abc._abc_instancecheck(Plain, 1)
except AttributeError as error:
    assert str(error) == "type object 'Plain' has no attribute '_abc_impl'", error
else:
    raise AssertionError

print(type(Shape._abc_impl).__name__)
# expect-stdout:
# _abc_data
