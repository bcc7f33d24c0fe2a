"""`__slots__` may name special methods, also `__hash__` in a class that defines `__eq__`."""


class Marker:
    __slots__ = ('value', '__hash__')

    def __init__(self, value):
        self.value = value
        self.__hash__ = lambda: hash(value)

    def __eq__(self, other):
        return self.value == other.value


one = Marker(1)
assert Marker.__hash__ is not None and one == Marker(1) and one.__hash__() == hash(1)
assert hash(one) == 1 and {one: 'found'}[Marker(1)] == 'found'
try:
    type('Bad', (), {'__slots__': ('__hash__',), '__hash__': None})
except ValueError as error:
    assert str(error) == "'__hash__' in __slots__ conflicts with class variable"
else:
    assert False
