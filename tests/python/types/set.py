"""set and frozenset: operations, comparisons, mutation, order of small integers, errors."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


s = {3, 1, 2}
s.add(4); s.add(1); s.discard(9); s.remove(3)
print(s, 1 in s, error(s.remove, 99), error(s.add, []), s.copy() is s, error(set().pop), error(lambda: [] in s))
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1}.union([2], (3,)), {1, 2, 3}.intersection([1, 2], [2]), {1, 2}.difference([1], [5]), {1}.symmetric_difference([1, 2]))
print({1} < {1, 2}, {1} <= {1}, {1} > set(), {1} < {2}, {1, 2}.issubset([1, 2, 3]), {1}.issuperset(()), {1}.isdisjoint([2]), {1} == frozenset([1]), error(lambda: {1} < [1]), error(lambda: {1} | [1]))
t = {1, 2}; t |= {3}; t &= {2, 3, 4}; t -= {2}; t ^= {5, 3}; t.update([7], [8]); print(sorted(t), error(t.update, 5))
t.intersection_update([7, 8]); t.difference_update([8]); t.symmetric_difference_update([1]); print(sorted(t), t.clear(), t, frozenset())
f = frozenset([1, 2])
print(f, hash(f) == hash(frozenset([2, 1])), {f: 'key'}[frozenset([1, 2])], type(f | {3}).__name__, type({3} | f).__name__, error(lambda: f.add), error(hash, set()), f.copy() is f, frozenset(f) is f)
print({1, 1.0, True}, {0, False}, set('aaa'), {10, 5, 0}, {8, 0, 16}, set([33, 1, 65]), error(lambda: {[1]}), error(set, 5), error(set, 1, 2))
try:
    u = {1, 2, 3}
    for x in u:
        u.add(x + 10)
except RuntimeError as problem:
    print(problem)
print({1} in {frozenset([1])}, sorted({'b', 'a'}), max({1, 5}), {n for n in range(20)} == set(range(20)), len({n % 7 for n in range(100)}))


class S(set):
    pass


print(S([1]) | {2}, type({1} | S([2])).__name__, S([1]) == {1}, repr(S()), error(set.union, [1]))
# expect-stdout:
# {1, 2, 4} True KeyError: 99 TypeError: cannot use 'list' as a set element (unhashable type: 'list') False KeyError: 'pop from an empty set' TypeError: cannot use 'list' as a set element (unhashable type: 'list')
# {1, 2, 3} {2} {1} {1, 3} {1, 2, 3} {2} {2} {2}
# True True True False True True True True TypeError: '<' not supported between instances of 'set' and 'list' TypeError: unsupported operand type(s) for |: 'set' and 'list'
# [5, 7, 8] TypeError: 'int' object is not iterable
# [1, 7] None set() frozenset()
# frozenset({1, 2}) True key frozenset set AttributeError: 'frozenset' object has no attribute 'add' TypeError: unhashable type: 'set' True True
# {1} {0} {'a'} {0, 10, 5} {8, 0, 16} {65, 33, 1} TypeError: cannot use 'list' as a set element (unhashable type: 'list') TypeError: 'int' object is not iterable TypeError: set expected at most 1 argument, got 2
# Set changed size during iteration
# True ['a', 'b'] 5 True 7
# {1, 2} set True S() TypeError: descriptor 'union' for 'set' objects doesn't apply to a 'list' object
