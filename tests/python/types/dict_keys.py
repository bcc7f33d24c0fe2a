# Dicts and sets over keys of all kinds, against a list of pairs that is searched by hand; popping, moving and walking after removals.
import random
from collections import OrderedDict


class Custom:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return hash(self.x)

    def __eq__(self, other):
        return self.x == (other.x if isinstance(other, Custom) else other)


class Plain:
    pass


class Name(str):
    pass


def find(pairs, key):
    for i, (k, _) in enumerate(pairs):
        if k is key or (hash(k) == hash(key) and k == key):
            return i
    return -1


def exercise(seed, pool, steps):
    r = random.Random(seed)
    d, pairs = {}, []
    for step in range(steps):
        key = r.choice(pool)
        at = find(pairs, key)
        op = r.randrange(7)
        if op < 3:
            d[key] = step
            if at < 0:
                pairs.append((key, step))
            else:
                pairs[at] = (pairs[at][0], step)
        elif op == 3:
            assert d.pop(key, None) == (pairs.pop(at)[1] if at >= 0 else None)
        elif op == 4:
            assert (key in d) == (at >= 0) and d.get(key) == (pairs[at][1] if at >= 0 else None)
        elif op == 5:
            assert d.setdefault(key, step) == (pairs[at][1] if at >= 0 else step)
            if at < 0:
                pairs.append((key, step))
        elif d and r.random() < 0.3:
            assert d.popitem() == pairs.pop()
        if r.random() < 0.02:
            d = r.choice([dict, dict.copy, lambda d: {**d}])(d)
        assert len(d) == len(pairs)
    assert [k for k, _ in pairs] == list(d) and pairs == list(d.items()) and list(reversed(d)) == list(d)[::-1]
    assert set(d) == {k for k, _ in pairs} and set(d) - set(list(d)[:2]) == set(list(d)[2:])


ints, names, tuples = list(range(-9, 30)), [f"s{i}" for i in range(40)], [(i, str(i)) for i in range(20)]
numbers = [True, False, 1.0, 2.0, 0.5, 1e300, int(1e300), 2**70, None, 1.5, -1, -2, float("inf"), -0.0]
objects, custom = [Plain() for _ in range(12)], [Custom(i) for i in range(9)] + [Custom("s1"), Custom(0.5), Custom((1, "1"))]
strings = [Name("s1"), Name("zz"), frozenset([1]), b"x", range(3), "s1\ud800"]
pools = [ints, names, tuples, numbers, objects, ints + names, ints + numbers, names + objects, names + strings]
pools += [custom + ints, custom + names + numbers, custom + ints + names + tuples + objects + numbers + strings, names[:6], ints[:6]]
for pool in pools:
    for seed in range(3):
        exercise(seed, pool, 250)

# many, and none is lost when the table grows
many = {i * 64: i for i in range(5000)}
assert all(many[i * 64] == i for i in range(5000)) and 63 not in many
for i in range(0, 5000, 2):
    del many[i * 64]
assert len(many) == 2500 and next(iter(many)) == 64 and many.popitem() == (4999 * 64, 4999)
while many:
    many.popitem()
assert not many and list(many) == []

# a hash is asked for once, and members bring theirs along
class Counting(int):
    asked = 0

    def __hash__(self):
        Counting.asked += 1
        return int(self)


source = dict.fromkeys(map(Counting, range(30)))
assert Counting.asked == 30
copies = [set(source), frozenset(source), dict(source), source | {}, {**source}]
copies[0].symmetric_difference_update(source)
copies[1].difference(source), copies[1].intersection(copies[1]), copies[1] <= copies[1]
copies[2].update(source)
assert Counting.asked == 30, Counting.asked
assert copies[0] == set()

# walks notice what comes and goes
for make in (iter, lambda d: iter(d.keys()), lambda d: iter(d.values()), lambda d: iter(d.items()), reversed):
    d = {1: 1, "a": 2, (1,): 3}
    walk = make(d)
    next(walk)
    d["new"] = 4
    try:
        next(walk)
    except RuntimeError as e:
        assert str(e) == "dictionary changed size during iteration"
    else:
        raise AssertionError(make)
d = {0: 0}
try:
    for i in d:
        del d[0]
        d[0] = 0
except RuntimeError as e:
    assert str(e) == "dictionary keys changed during iteration"
else:
    raise AssertionError

# OrderedDict: both ends, at any size
for size in (1, 3, 8, 9, 50, 500):
    od = OrderedDict((i, str(i)) for i in range(size))
    od.move_to_end(0)
    assert list(od) == [*range(1, size), 0]
    od.move_to_end(size - 1, last=False)
    order = [size - 1, *[i for i in range(1, size - 1)], 0] if size > 1 else [0]
    assert list(od) == order and list(reversed(od)) == order[::-1] and od[order[0]] == str(order[0])
    for k in range(size):
        od.move_to_end(k, last=False)
    assert list(od) == list(range(size))[::-1] and list(od.values()) == [str(i) for i in range(size)][::-1]
    assert od.popitem(last=False) == (size - 1, str(size - 1)) and len(od) == size - 1
od = OrderedDict.fromkeys("abc")
try:
    for k in od:
        od.move_to_end(k)
except RuntimeError as e:
    assert str(e) == "OrderedDict mutated during iteration"
else:
    raise AssertionError
assert type(iter(od)).__name__ == "odict_iterator" and type(od.items()).__name__ == "odict_items"
