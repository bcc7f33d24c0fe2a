# Paths of containers that quick forms leave: keys that come and go, walks that began, subclasses, errors named as they should be.
import random

# A key that comes and goes takes its slot again, and the others stay where they are.
d = {x: x for x in range(100)}
for i in range(5000):
    d[1000] = i
    assert d.pop(1000) == i
    d[i % 7] = d.pop(i % 7)
assert sorted(d) == list(range(100)) and len(d) == 100
rng = random.Random(4)
model, d = [], {}
for i in range(20000):
    key = rng.randrange(60)
    key = (key, key) if key % 3 == 0 else str(key) if key % 3 == 1 else key
    if key in d:
        assert (key in model) and d.pop(key) == key
        model.remove(key)
    else:
        d[key] = key
        model.append(key)
assert list(d) == model

# dict() with keywords, and where something else is meant
assert dict(a=1, b=2) == {'a': 1, 'b': 2} and list(dict({'z': 0, 'a': 5}, a=1, b=2).items()) == [('z', 0), ('a', 1), ('b', 2)]
assert dict([('a', 1)], a=2) == {'a': 2} and dict(self=1, iterable=2) == {'self': 1, 'iterable': 2}


class D(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, made=True, **kwargs)


assert D(a=1) == {'made': True, 'a': 1}
for wrong in (lambda: dict(1, 2, a=3), lambda: dict(1, a=3), lambda: dict([(1, 2, 3)]), lambda: dict([1])):
    try:
        wrong()
        print('no error')
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Pairs(list):
    def keys(self):
        return ['k']

    def __getitem__(self, key):
        return 'v'


assert dict(Pairs([(1, 2)])) == {'k': 'v'}


class Pair(tuple):
    def __iter__(self):
        return iter(('other', 'pair'))


assert dict([Pair((1, 2))]) == {'other': 'pair'}

# What is left of a walk
d = {1: 'a', 2: 'b', 3: 'c'}
for view in (d, d.keys(), d.values(), d.items(), set(d), [1, 2, 3].__reversed__()):
    walk = iter(view)
    first = next(walk)
    assert [first, *walk] == list(view if not hasattr(view, '__length_hint__') else [3, 2, 1])
    assert list(walk) == []
walk = iter(d)
d[4] = 'd'
try:
    list(walk)
    print('no error')
except RuntimeError as e:
    print(e)
walk = iter(d)
del d[1]
d[5] = 'e'
assert list(walk) == [2, 3, 4, 5]
s = {1, 2}
walk = iter(s)
s.add(3)
try:
    sorted(walk)
    print('no error')
except RuntimeError as e:
    print(e)

# Items that cannot be hashed
for wrong in (lambda: [] in {1}, lambda: ([],) in {1}, lambda: {1}.remove(([],)), lambda: {1}.discard([]), lambda: [] in set()):
    try:
        wrong()
        print('no error')
    except TypeError as e:
        print(e)
assert {1, 2} not in {1} and {1} in {frozenset({1})} and not {frozenset({1})}.discard({1})

# Copies are laid out as the table they come from, unless that has holes or room to spare
for n in (0, 1, 4, 5, 18, 19, 20, 75, 76, 77, 200):
    s = set(range(0, 11 * n, 11))
    for t in (s.copy(), set(s), s | set(), s | {-5} - {-5}, frozenset(s)):
        assert t == s and len(t) == n
        print(n, list(t)[:12])
s = set(range(40))
for i in range(38):
    s.remove(i)
assert s.copy() == {38, 39}

# Tuples compare item by item, identity first, and through subclasses' own ==
nan = float('nan')
assert (nan,) == (nan,) and (nan, 1) != (float('nan') - 1, 2) and [nan] == [nan]
assert (1, 'a', (2, 3.0)) == (True, 'a', (2.0, 3)) and (1, 2) != (1, 2, 3) and not (1, 'b') == (1, 'a')


class Odd(tuple):
    def __eq__(self, other):
        return 'odd'

    __hash__ = tuple.__hash__


assert ((1, 2) == Odd((1, 2))) == 'odd' and (Odd((1,)) == (5,)) == 'odd' and [(1,)] == [Odd((7,))] and (3,) in [Odd()]
assert hash((-1, -2)) == hash((-2, -2)) and hash((2**40, 1)) == hash((2.0**40, True)) and hash(()) == hash(tuple())
print(hash((0, 1)), hash((-1, 2**31, -(2**31))), hash((1.5, None is None, (3, 4))), hash((2**70, 5)))
# expect-stdout:
# TypeError dict expected at most 1 argument, got 2
# TypeError 'int' object is not iterable
# ValueError dictionary update sequence element #0 has length 3; 2 is required
# TypeError object is not iterable
# dictionary changed size during iteration
# Set changed size during iteration
# cannot use 'list' as a set element (unhashable type: 'list')
# cannot use 'tuple' as a set element (unhashable type: 'list')
# cannot use 'tuple' as a set element (unhashable type: 'list')
# cannot use 'list' as a set element (unhashable type: 'list')
# cannot use 'list' as a set element (unhashable type: 'list')
# 0 []
# 0 []
# 0 []
# 0 []
# 0 []
# 1 [0]
# 1 [0]
# 1 [0]
# 1 [0]
# 1 [0]
# 4 [0, 33, 11, 22]
# 4 [0, 33, 11, 22]
# 4 [0, 33, 11, 22]
# 4 [0, 33, 11, 22]
# 4 [0, 33, 11, 22]
# 5 [0, 33, 22, 11, 44]
# 5 [0, 33, 22, 11, 44]
# 5 [0, 33, 22, 11, 44]
# 5 [0, 33, 22, 11, 44]
# 5 [0, 33, 22, 11, 44]
# 18 [0, 66, 132, 11, 77, 143, 22, 88, 154, 33, 99, 165]
# 18 [0, 66, 132, 11, 77, 143, 22, 88, 154, 33, 99, 165]
# 18 [0, 66, 132, 11, 77, 143, 22, 88, 154, 33, 99, 165]
# 18 [0, 66, 132, 11, 77, 143, 22, 88, 154, 33, 99, 165]
# 18 [0, 66, 132, 11, 77, 143, 22, 88, 154, 33, 99, 165]
# 19 [0, 66, 132, 198, 11, 77, 143, 22, 88, 154, 33, 99]
# 19 [0, 66, 132, 198, 11, 77, 143, 22, 88, 154, 33, 99]
# 19 [0, 66, 132, 198, 11, 77, 143, 22, 88, 154, 33, 99]
# 19 [0, 66, 132, 198, 11, 77, 143, 22, 88, 154, 33, 99]
# 19 [0, 66, 132, 198, 11, 77, 143, 22, 88, 154, 33, 99]
# 20 [0, 66, 132, 198, 11, 77, 143, 209, 22, 88, 154, 33]
# 20 [0, 66, 132, 198, 11, 77, 143, 209, 22, 88, 154, 33]
# 20 [0, 66, 132, 198, 11, 77, 143, 209, 22, 88, 154, 33]
# 20 [0, 66, 132, 198, 11, 77, 143, 209, 22, 88, 154, 33]
# 20 [0, 66, 132, 198, 11, 77, 143, 209, 22, 88, 154, 33]
# 75 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 75 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 75 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 75 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 75 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 76 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 76 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 76 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 76 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 76 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 77 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 77 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 77 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 77 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 77 [0, 770, 517, 264, 11, 781, 528, 275, 22, 792, 539, 286]
# 200 [0, 1540, 517, 2057, 1034, 11, 1551, 528, 2068, 1045, 22, 1562]
# 200 [0, 1540, 517, 2057, 1034, 11, 1551, 528, 2068, 1045, 22, 1562]
# 200 [0, 1540, 517, 2057, 1034, 11, 1551, 528, 2068, 1045, 22, 1562]
# 200 [0, 1540, 517, 2057, 1034, 11, 1551, 528, 2068, 1045, 22, 1562]
# 200 [0, 1540, 517, 2057, 1034, 11, 1551, 528, 2068, 1045, 22, 1562]
# -1950498447580522560 5500429463284576596 4562223163779082897 1705602459818329402
