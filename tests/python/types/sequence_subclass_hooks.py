# Subclasses of list and tuple that replace one of the methods for which emitted code has ways of its own.
class Storing(list):
    def __setitem__(self, i, value):
        super().__setitem__(i, ('stored', value))


class Iterating(list):
    def __iter__(self):
        return iter('ab')


class IteratingTuple(tuple):
    def __iter__(self):
        return iter('cd')


class Mixin:
    def __setitem__(self, i, value):
        list.__setitem__(self, i, -value)


class Mixed(Mixin, list):
    pass


def store(o, i, value):
    o[i] = value
    return list(list.__iter__(o))


def update(o):
    o[0] += 1
    o[0] += 0.25
    return list.__repr__(o)


def unpack(o):
    a, b = o
    return a, b


assert store(Storing([0, 0]), 0, 1) == [('stored', 1), 0]
assert store(Storing([0, 0]), -1, 1) == [0, ('stored', 1)]
try:
    update(Storing([0]))
except TypeError as e:
    assert str(e) == 'can only concatenate tuple (not "float") to tuple', e
assert update(Mixed([1])) == '[1.75]'
assert store(Mixed([0, 0]), 1, 5) == [0, -5]
assert unpack(Iterating([1, 2, 3])) == ('a', 'b')
assert unpack(IteratingTuple([1])) == ('c', 'd')
assert [x for x in Iterating([1, 2])] == ['a', 'b']


class Later(list):
    pass


later = Later([1, 2])
assert unpack(later) == (1, 2)
assert store(later, 0, 9) == [9, 2]
Later.__iter__ = lambda self: iter((5, 6))
Later.__setitem__ = lambda self, i, value: None
assert unpack(later) == (5, 6)
assert store(later, 0, 7) == [9, 2]
del Later.__iter__, Later.__setitem__
assert unpack(later) == (9, 2)
assert store(later, 0, 7) == [7, 2]
