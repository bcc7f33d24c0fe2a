# Sorting each kind of key at lengths where the method changes: order, stability, `reverse`, and what a list shows meanwhile.
import random
from functools import cmp_to_key


def reference(items, key, reverse):
    result = []
    for item in items:
        at = len(result)
        while at > 0 and (key(result[at - 1]) < key(item) if reverse else key(item) < key(result[at - 1])):
            at -= 1
        result.insert(at, item)
    return result


r = random.Random(7)
kinds = [
    lambda: r.randrange(30),
    lambda: r.random() * 9,
    lambda: float(r.randrange(9)) if r.random() < 0.5 else r.random() * 9,
    lambda: r.choice([1, 1.0, 2, 2.0, 0.5, True, -0.0, 0.0]),
    lambda: f"k{r.randrange(30)}",
    lambda: (r.randrange(4), r.randrange(4), "a"),
    lambda: (r.choice("ab"), r.random()),
    lambda: 2**60 + r.randrange(9),
]
for make in kinds:
    for n in (0, 1, 2, 7, 16, 17, 33, 120):
        items = [make() for _ in range(n)]
        numbered = list(enumerate(items))
        for reverse in (False, True):
            expected = reference(numbered, lambda p: p[1], reverse)
            assert sorted(numbered, key=lambda p: p[1], reverse=reverse) == expected
            ordered = sorted(items, reverse=reverse)
            assert ordered == [p[1] for p in expected]
            assert [type(x) for x in ordered] == [type(p[1]) for p in expected], (items, ordered)
            assert sorted(items, key=cmp_to_key(lambda a, b: (a > b) - (a < b)), reverse=reverse) == ordered

boxed = [float(i % 3) for i in range(60)] + [0.5]
assert [next(i for i, x in enumerate(boxed) if x is y) for y in sorted(boxed)][:20] == list(range(0, 60, 3))

for change in (lambda: seen.append(1), lambda: (seen.append(1), seen.pop())):
    seen = [3, 1, 2]

    def key(x):
        change()
        return x

    try:
        seen.sort(key=key)
    except ValueError as e:
        assert str(e) == "list modified during sort"
    else:
        raise AssertionError
    assert seen == [1, 2, 3], seen


class Item:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        assert items == []
        return self.v < other.v


items = [Item(i % 5) for i in range(20)]
items.sort()
assert [i.v for i in items] == sorted(i % 5 for i in range(20))
