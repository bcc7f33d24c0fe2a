"""list: methods, slices, mutation while iterating, comparison, repr, sorting."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


a = [3, 1, 2]
a.append(4); a.extend('xy'); a.insert(1, 'i'); a.insert(-100, 'first'); a.insert(100, 'last')
print(a, a.pop(), a.pop(0), a.index(1), a.count(3), len(a))
a.remove('i'); a.reverse()
print(a, error(a.remove, 'zz'), error(a.index, 'zz'), error([].pop), error(a.pop, 10), a.copy() is a, error(a.insert, 'x', 1), error(a.extend, 5))
b = list(range(10))
print(b[2:5], b[::-1], b[-3:], b[5:2], b[::3], b[8:100], b[-100:2], b[9:2:-2], b[True:3], b[None:None])
b[2:4] = ['a', 'b', 'c']; print(b)
b[::2] = [0] * 6; print(b)
b[1:1] = 'ins'; print(b)
del b[::2]; print(b)
del b[-1], b[0]; print(b)
b[:] = []
print(b, error(b.__setitem__, slice(0, 2, 2), [1, 2]), error(lambda: b[0]), error(b.__setitem__, 0, 1), error(b.__delitem__, 0), error(b.__setitem__, slice(0, 1), 5))
c = [1, 2, 3, 4, 5]
print(error(c.__setitem__, slice(None, None, 2), [1]), c)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2.0], [1, 2] != (1, 2), error(lambda: [1] < (2,)))
d = [1]; d.append(d); print(d)
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * -1, error(lambda: [1] * 1.0), error(lambda: [1] + (2,)), error(lambda: [1] * 'a'))
words = ['banana', 'Apple', 'cherry', 'apple']
words.sort(); print(words)
words.sort(key=str.lower, reverse=True); print(words)
print(sorted([(2, 'a'), (1, 'b'), (2, 'b'), (1, 'a')], key=lambda t: t[0]), sorted([True, 2, 0.5]), sorted('hello', reverse=True))


def mutate(x):
    e.append(x)
    return x


e = [3, 2, 1]
print(error(e.sort, key=mutate), e)
print(error([1, None, 2].sort), error([1].sort, lambda: 0))
f = [1, 2, 3, 4]
for x in f:
    f.remove(x)
print(f)
it = iter([1, 2]); next(it); print(it.__length_hint__(), list(it), list(it), type(it).__name__)
print(list(), list({'a': 1}), [[]] * 2, list('é😀'), list(b'ab'), 1 in [1.0], [x := float('nan')] == [x])
print(error(hash, []), [1, [2, [3]]], [None, True, 'q"\''], error(list, 5), error(list, 1, 2), error(list.append, 5, 1), error(list.append))
g = [5, 3]; h = g; h += [1]; print(g, g is h); g = g + [0]; print(h, g)
print([1, 2, 3].index(3, 1), error([1, 2, 3].index, 1, 1), [1, 2, 1].index(1, -1), [3, 4].__getitem__(-1))


class L(list):
    def __repr__(self): return f'L({super().__repr__()})'


m = L([1, 2]); m.x = 5
print(m, m + [3], type(m + [3]).__name__, type(m[:]).__name__, m.x, m == [1, 2], L('ab'), type(m.copy()).__name__)
# expect-stdout:
# [3, 'i', 1, 2, 4, 'x', 'y'] last first 2 1 7
# ['y', 'x', 4, 2, 1, 3] ValueError: list.remove(x): x not in list ValueError: list.index(x): x not in list IndexError: pop from empty list IndexError: pop index out of range False TypeError: 'str' object cannot be interpreted as an integer TypeError: 'int' object is not iterable
# [2, 3, 4] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [7, 8, 9] [] [0, 3, 6, 9] [8, 9] [0, 1] [9, 7, 5, 3] [1, 2] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# [0, 1, 'a', 'b', 'c', 4, 5, 6, 7, 8, 9]
# [0, 1, 0, 'b', 0, 4, 0, 6, 0, 8, 0]
# [0, 'i', 'n', 's', 1, 0, 'b', 0, 4, 0, 6, 0, 8, 0]
# ['i', 's', 0, 0, 0, 0, 0]
# ['s', 0, 0, 0, 0]
# [] ValueError: attempt to assign sequence of size 2 to extended slice of size 0 IndexError: list index out of range IndexError: list assignment index out of range IndexError: list assignment index out of range TypeError: must assign iterable to extended slice
# ValueError: attempt to assign sequence of size 1 to extended slice of size 3 [1, 2, 3, 4, 5]
# True True True True True TypeError: '<' not supported between instances of 'list' and 'tuple'
# [1, [...]]
# [1, 2, 3] [0, 0, 0] [1, 2, 1, 2] [] TypeError: can't multiply sequence by non-int of type 'float' TypeError: can only concatenate list (not "tuple") to list TypeError: can't multiply sequence by non-int of type 'str'
# ['Apple', 'apple', 'banana', 'cherry']
# ['cherry', 'banana', 'Apple', 'apple']
# [(1, 'b'), (1, 'a'), (2, 'a'), (2, 'b')] [0.5, True, 2] ['o', 'l', 'l', 'h', 'e']
# ValueError: list modified during sort [1, 2, 3]
# TypeError: '<' not supported between instances of 'NoneType' and 'int' TypeError: sort() takes no positional arguments
# [2, 4]
# 1 [2] [] list_iterator
# [] ['a'] [[], []] ['é', '😀'] [97, 98] True True
# TypeError: unhashable type: 'list' [1, [2, [3]]] [None, True, 'q"\''] TypeError: 'int' object is not iterable TypeError: list expected at most 1 argument, got 2 TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object TypeError: unbound method list.append() needs an argument
# [5, 3, 1] True
# [5, 3, 1] [5, 3, 1, 0]
# 2 ValueError: list.index(x): x not in list 2 4
# L([1, 2]) [1, 2, 3] list list 5 True L(['a', 'b']) list
