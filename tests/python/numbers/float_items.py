# Items of short lists that are floats, changed in place: lists that mix integral floats, fractions, ints and other objects.


def update(v, d, n=1):
    for _ in range(n):
        v[0] += d * 0.5
        v[1] -= d * 0.5
        v[-1] *= 1.0
    return v


assert repr(update([0.0, 0.0, 0.0], 1.0)) == '[0.5, -0.5, 0.0]'
assert repr(update([0.0, 0.0, 0.0], 1.0, 2)) == '[1.0, -1.0, 0.0]'
assert repr(update([0.0, 0.0, 0.25], 1.0, 3)) == '[1.5, -1.5, 0.25]'
assert repr(update([0, 1, 2], 1.0, 3)) == '[1.5, -0.5, 2.0]'
assert repr(update([0.0, 1j, True], 1.0, 2)) == '[1.0, (-1+1j), 1.0]'
assert repr(update([10**30, 0.0, 0.5], 1.0)) == '[1e+30, -0.5, 0.5]'

# The list stays the same object, also for those who walk it.
v = [0.0, 0.0, 0.0]
seen = []
for item in v:
    seen.append(item)
    update(v, 1.0)
    if len(seen) == 1:
        v[2] += 0.25
assert seen == [0.0, -0.5, 0.25], seen
v.append(1)
assert v == [1.5, -1.5, 0.25, 1]
w = [0.0] * 20
update(w, 1.0)
w[-1] += 0.5
assert w == [0.5, -0.5] + [0.0] * 17 + [0.5]


class Reading(list):
    def __getitem__(self, i):
        return 100.0


class Storing(list):
    def __setitem__(self, i, value):
        super().__setitem__(i, ('stored', value))


class Twice(float):
    def __add__(self, other):
        return Twice(float(self) + 2 * other)

    __mul__ = __sub__ = __add__


assert list(update(Reading([0.0, 0.0, 0.0]), 1.0)) == [100.5, 99.5, 100.0]
assert list.__repr__(update(Storing([0.0, 0.5, 0.0]), 1.0)) == "[('stored', 0.5), ('stored', 0.0), ('stored', 0.0)]"
assert update([Twice(1), Twice(1), Twice(1)], 1.0) == [2.0, 2.0, 3.0]


def failure(v, d):
    try:
        update(v, d)
    except Exception as e:
        return f'{type(e).__name__}: {e}', v


assert failure((0.0, 0.0, 0.0), 1.0) == ("TypeError: 'tuple' object does not support item assignment", (0.0, 0.0, 0.0))
assert failure([0.0], 1.0) == ('IndexError: list index out of range', [0.5])
assert failure(['x', 0.0], 1.0)[0] == 'TypeError: can only concatenate str (not "float") to str'
assert failure({0: 0.0, 1: 1.0, -1: 2.0}, 1.0) is None


# What the right side does to the list happens before the item is stored.
def shrink(v):
    v.clear()
    return 0.5


def grow(v):
    v[0] += shrink(v) * 1.5


v = [0.0, 0.0]
try:
    grow(v)
except IndexError as e:
    assert str(e) == 'list assignment index out of range' and v == []
else:
    raise AssertionError

