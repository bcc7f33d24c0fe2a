"""Special methods taken away with None: present, but not callable."""
import operator


class C:
    __int__ = __index__ = __float__ = __neg__ = __getitem__ = __setitem__ = __call__ = __round__ = __add__ = __lt__ = None
    __abs__ = __complex__ = __bytes__ = __str__ = __repr__ = __eq__ = __len__ = __iter__ = None
    __contains__ = __reversed__ = __hash__ = None


class B:
    __bool__ = None


def error(function, *args):
    try:
        return function(*args)
    except TypeError as problem:
        return str(problem)


c = C()
absent = "'NoneType' object is not callable"
for function in (int, float, operator.index, operator.neg, c, round, abs, complex, str, repr, len, bool):
    assert error(function, *(() if function is c else (c,))) == absent, function
assert error(lambda: c[1]) == error(lambda: c + 1) == error(lambda: c < 1) == error(lambda: c == 1) == absent
assert error(operator.setitem, c, 1, 2) == error(lambda: [1][c]) == absent
assert error(bool, B()) == "'B' cannot be interpreted as a boolean"
assert error(iter, c) == "'C' object is not iterable" and error(lambda: 1 in c) == "'C' object is not a container"
assert error(hash, c) == "unhashable type: 'C'" and error(reversed, c) == "'C' object is not reversible"
