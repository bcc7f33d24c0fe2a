"""`in`, `index` and `==` of containers whose items are compared by identity, by equality, or by neither."""
nan = float('nan')
assert nan in [nan] and nan in (1, nan) and [nan] == [nan] and (nan,) == (nan,)
assert [nan].index(nan) == 0 and [nan].count(nan) == 1
assert not nan == nan
assert {'k': nan} == {'k': nan}


class Plain:
    pass


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


class Meta(type):
    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Odd(metaclass=Meta):
    pass


p, q = Plain(), Plain()
assert p in [q, p] and p not in [q] and [p] != [q] and [p].count(q) == 0
assert Equal() in [p] and p in [Equal()] and [p] == [Equal()]
assert int in (str, int) and int not in (str, float) and Odd in (str,) and str in [Odd]
assert None in (0, None) and None not in (0, '', False, p)
assert p not in (1, 'a', None, 1.5, 2**80, b'x') and 1 not in [p, None]
assert len in [print, len] and len not in [print]
assert True in [1] and 1.0 in [True] and 'a' not in [Plain, len]

# A class that gets an `__eq__` later.
Plain.__eq__ = lambda self, other: True
assert p in [q] and [p] == [q] and 3 in [p] and None in [p]
del Plain.__eq__
assert p not in [q] and 3 not in [p]
