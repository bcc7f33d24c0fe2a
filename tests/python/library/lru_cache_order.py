"""Which results lru_cache drops, and what happens when a call changes its own cache."""
from functools import lru_cache

calls = []


@lru_cache(maxsize=3)
def double(x):
    calls.append(x)
    return 2 * x


for x in (1, 2, 3, 1, 4, 1, 3, 2, 5, 3):
    assert double(x) == 2 * x
# 4 drops 2 (1 was used since), 2 drops 4, 5 drops 1.
assert calls == [1, 2, 3, 4, 2, 5], calls
assert double.cache_info() == (4, 6, 3, 3)
double.cache_clear()
assert double.cache_info() == (0, 0, 3, 0)
assert [double(x) for x in (9, 8, 7, 6, 8, 9)] == [18, 16, 14, 12, 16, 18]
assert double.cache_info() == (1, 5, 3, 3)


# A call that caches its own key returns what it computed; the cache keeps the inner result.
@lru_cache(maxsize=2)
def nested(x, state=[]):
    state.append(x)
    depth = len(state)
    if depth < 3:
        nested(x)
    return depth, x


assert nested('k') == (1, 'k')
assert nested('k') == (3, 'k')


# A call that clears the cache.
@lru_cache(maxsize=2)
def clearing(x):
    if x == 0:
        clearing.cache_clear()
    return x


assert [clearing(x) for x in (1, 2, 0, 3, 1, 0)] == [1, 2, 0, 3, 1, 0]
assert clearing.cache_info().currsize == 1


class Key:
    hashes = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.hashes += 1
        return self.n % 2

    def __eq__(self, other):
        return self.n == other.n


@lru_cache(maxsize=2)
def number(key):
    return key.n


keys = [Key(n) for n in range(4)]
assert [number(k) for k in keys + keys[::-1]] == [0, 1, 2, 3, 3, 2, 1, 0]
# Dropping a key does not hash it again.
assert Key.hashes == 8, Key.hashes
assert number.cache_info() == (2, 6, 2, 2)


@lru_cache(maxsize=2, typed=True)
def typed(x, *, y=0):
    return type(x).__name__


assert [typed(1), typed(1.0), typed(1, y=1), typed(True)] == ['int', 'float', 'int', 'bool']
assert typed.cache_info().misses == 4
