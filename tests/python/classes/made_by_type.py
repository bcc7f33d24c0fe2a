# What type() and its like say to names, __slots__ and type parameters that do not fit; which pattern takes a class of two bases.
import collections
import collections.abc
from typing import ParamSpec, TypeAliasType, TypeVar, TypeVarTuple


def refuses(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as error:
        print(error)
    else:
        raise AssertionError(args)


# Names beyond the Basic Multilingual Plane.
snake = type('\U0001f40d', (), {})
assert (snake.__name__, snake.__qualname__, len(snake.__name__)) == ('\U0001f40d', '\U0001f40d', 1)
snake.__name__ = snake.__qualname__ = '\U0001f40d\U0001f40d'
assert len(snake.__name__) == len(snake.__qualname__) == 2
assert repr(snake) == "<class '__main__." + '\U0001f40d' * 2 + "'>"

# Instances of different lengths have no room for slots.
for base in (int, tuple, bytes, type, type('Own', (int,), {})):
    refuses(type, 'A', (base,), {'__slots__': 'x'})
    type('A', (base,), {'__slots__': ()})
type('A', (list,), {'__slots__': ('x', 'y')})

T, D = TypeVar('T'), TypeVar('D', default=int)
refuses(TypeAliasType, 'X', int, type_params=[T])
refuses(TypeAliasType, 'X', int, type_params=(1,))
refuses(TypeAliasType, 'X', int, type_params=(D, T))
refuses(TypeAliasType, 'X', int, type_params=(D, TypeVarTuple('Ts')))
assert TypeAliasType('X', int, type_params=(T, D, ParamSpec('P', default=[int]))).__type_params__[1] is D


def kind(v):
    match v:
        case [*_]:
            return 'sequence'
        case {}:
            return 'mapping'


class C:
    pass


class M1(collections.UserDict, collections.abc.Sequence):
    pass


class M2(C, dict, collections.abc.Sequence):
    pass


class M3(collections.UserDict, C, list):
    pass


class S1(collections.UserList, C, dict):
    pass


class Registered(C):
    """Without a length: `[*_]` does not ask for it."""


assert kind(Registered()) is None
collections.abc.Sequence.register(C)
print(kind(M1()), kind(M2()), kind(M3()), kind(S1()), kind(Registered()))
try:

    class Both(collections.abc.Collection):
        __abc_tpflags__ = collections.abc.Sequence.__flags__ | collections.abc.Mapping.__flags__
except TypeError as error:
    print(error)
# expect-stdout:
# nonempty __slots__ not supported for subtype of 'int'
# nonempty __slots__ not supported for subtype of 'tuple'
# nonempty __slots__ not supported for subtype of 'bytes'
# nonempty __slots__ not supported for subtype of 'type'
# nonempty __slots__ not supported for subtype of 'Own'
# type_params must be a tuple
# Expected a type param, got 1
# non-default type parameter '~T' follows default type parameter
# non-default type parameter 'Ts' follows default type parameter
# mapping sequence sequence sequence sequence
# __abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING
