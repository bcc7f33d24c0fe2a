# Calling a generic alias leaves __orig_class__ where the object takes it.
from types import GenericAlias

class Plain:
    __class_getitem__ = classmethod(GenericAlias)

class Slotted:
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

class Named:
    __slots__ = ('__orig_class__',)
    __class_getitem__ = classmethod(GenericAlias)

class Refusing(Slotted):
    def __init__(self, error): object.__setattr__(self, 'error', error)
    def __setattr__(self, name, value): raise self.error

assert Plain[int]().__orig_class__ == Plain[int]
assert Named[int]().__orig_class__ == Named[int]
assert not hasattr(Slotted[int](), '__orig_class__')
assert not hasattr(list[int](), '__orig_class__')
assert not hasattr(Refusing[int](AttributeError('no')), '__orig_class__')
assert not hasattr(Refusing[int](TypeError('no')), '__orig_class__')
try:
    Refusing[int](ValueError('really not'))
except ValueError as error:
    print(error)
# expect-stdout:
# really not
