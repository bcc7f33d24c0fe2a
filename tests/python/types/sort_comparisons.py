"""Sorting asks `<` of the same pairs in the same order as CPython, which keys without an order show."""
import random
import zlib

asked = []


class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        asked.append((self.value, other.value))
        return self.value < other.value


def ways(shape, n):
    random.seed(n)
    if shape == 'few':
        return [random.randrange(3) for _ in range(n)]
    if shape == 'many':
        return [random.randrange(10000) for _ in range(n)]
    if shape == 'runs':
        return [i % 97 for i in range(n)]
    return list(range(n, n // 2, -1)) + list(range(n // 2))


seen = []
for shape in ['few', 'many', 'runs', 'both ways']:
    for n in [2, 3, 5, 17, 64, 65, 200, 1500]:
        asked.clear()
        values = ways(shape, n)
        keys = [Key(v) for v in values]
        keys.sort()
        assert [k.value for k in keys] == sorted(values)
        seen.append((shape, n, len(asked), zlib.crc32(repr(asked).encode())))
print(*seen, sep='\n')
nan = float('nan')
print(sorted([20.7, nan, 19.2, 18.3, nan, 14.4]))
print(sorted([(20.7,), (nan,), (19.2,), (18.3,), (nan,), (14.4,)], reverse=True))

# An error in the middle of a merge leaves all items in the list.
class Fails(Key):
    def __lt__(self, other):
        if len(asked) > 300:
            raise ValueError
        return super().__lt__(other)


asked.clear()
items = [Fails(v) for v in ways('both ways', 100) + ways('runs', 100)]
before = {id(item) for item in items}
try:
    items.sort()
except ValueError:
    pass
assert len(items) == 200 and {id(item) for item in items} == before
# expect-stdout:
# ('few', 2, 1, 1152547494)
# ('few', 3, 2, 590986407)
# ('few', 5, 9, 2799101028)
# ('few', 17, 42, 2994638423)
# ('few', 64, 278, 3755376361)
# ('few', 65, 282, 515458533)
# ('few', 200, 989, 3888678596)
# ('few', 1500, 7847, 3020962790)
# ('many', 2, 1, 3138435802)
# ('many', 3, 5, 3915286818)
# ('many', 5, 8, 2910264590)
# ('many', 17, 53, 580754061)
# ('many', 64, 307, 40438771)
# ('many', 65, 310, 2675665294)
# ('many', 200, 1259, 2223041192)
# ('many', 1500, 13897, 933812276)
# ('runs', 2, 1, 2414782723)
# ('runs', 3, 2, 1562257189)
# ('runs', 5, 4, 3393411490)
# ('runs', 17, 16, 3836166085)
# ('runs', 64, 63, 2209175983)
# ('runs', 65, 64, 2828410249)
# ('runs', 200, 430, 3392206485)
# ('runs', 1500, 7461, 331581017)
# ('both ways', 2, 1, 1194766024)
# ('both ways', 3, 2, 4145249197)
# ('both ways', 5, 9, 3816108438)
# ('both ways', 17, 39, 3585449300)
# ('both ways', 64, 84, 13823062)
# ('both ways', 65, 85, 1667814779)
# ('both ways', 200, 223, 1717825797)
# ('both ways', 1500, 1529, 3809196107)
# [18.3, nan, 14.4, 20.7, nan, 19.2]
# [(20.7,), (nan,), (19.2,), (18.3,), (nan,), (14.4,)]
