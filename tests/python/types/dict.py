"""dict: order, key equality, views, merging, mutation while iterating, methods, subclass hooks."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


d = {'b': 1, 'a': 2}
d['c'] = 3; d['b'] = 9; del d['a']; d['a'] = 0
print(d, list(d), 'c' in d, d.get('z'), d.get('z', 5), d.setdefault('n', []), d.setdefault('b', 5), d)
print(d.pop('n'), d.pop('zz', 'dflt'), error(d.pop, 'zz'), d.popitem(), error({}.popitem), error(lambda: d['zz']), error(d.__delitem__, (1, 2)))
print({1: 'int', 1.0: 'float', True: 'bool'}, {0: 'a', False: 'b', 0.0: 'c', -0.0: 'd'}, {'1': 1, 1: 2}, {(1, 2): 'x'}[1.0, 2], {2**53: 'a'}[float(2**53)], {2**80: 'big'}[2**80])
print(error(lambda: {[]: 1}), error(lambda: {}[[]]), error(d.get, []), error(d.update, 5), error(d.update, [5]), error(d.update, [(1,)]))
k, v, i = d.keys(), d.values(), d.items()
d['new'] = 1
print(k, v, i, len(k), 1 in v, ('new', 1) in i, list(reversed(k)), k & {'b', 'zz'}, sorted(k | {'zz'}), sorted(k - {'b'}), k == {'b', 'c', 'new'}, k.isdisjoint(['q']), i & {('new', 1)}, k.mapping)
print(error(hash, k), type(k).__name__, type(iter(k)).__name__, v == d.values(), k == k, error(lambda: k[0]))
for action in ("d['x%d' % len(d)] = 1", "del d[key]", "d[key] = 5"):
    d = {'a': 1, 'b': 2, 'c': 3}
    try:
        for key in d:
            exec(action)
        print('ok', d)
    except RuntimeError as problem:
        print(problem, len(d))
print({'a': 1} | {'b': 2, 'a': 3}, error(lambda: {} | []), dict([('x', 1)], y=2), dict(zip('ab', [1, 2])), {**{'a': 1}, 'a': 2, **{'b': 3}})
print(dict.fromkeys('aba'), dict.fromkeys([1, 2], 0), error(dict.fromkeys), {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, error(lambda: {} < {}))
r = {}; r['self'] = r; print(r, {1: 'a', 'b': [2]})


class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return f'K{self.n}'


ks = {Key(1): 'a', Key(3): 'b', Key(2): 'c', Key(1): 'd'}
print(ks, ks[Key(3)], Key(5) in ks, ks.pop(Key(1)), ks)


class BadEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError('eq')


print(error(lambda: {BadEq(): 1, BadEq(): 2}), error(lambda: {1: 1}[BadEq()]))


class D(dict):
    def __missing__(self, key): return key * 2
    def __setitem__(self, key, value): super().__setitem__(key, ('set', value))


x = D(a=1); x['b'] = 2; x.update(c=3)
print(x, x['zz'], x.get('zz'), 'zz' in x, type(x | {}).__name__, type(x.copy()).__name__)
big = {n: n * n for n in range(1000)}
for n in range(0, 1000, 2):
    del big[n]
for n in range(3):
    big[n] = 'again'
print(len(big), list(big)[:5], big[999], 500 in big, list(big)[-3:], list(reversed(big))[:2])
it = iter({'a': 1}); print(next(it), error(next, it), error({}.get), error({}.get, 1, 2, 3), error({}.keys, 1), error(dict.get))
# expect-stdout:
# {'b': 9, 'c': 3, 'a': 0, 'n': []} ['b', 'c', 'a'] True None 5 [] 9 {'b': 9, 'c': 3, 'a': 0, 'n': []}
# [] dflt KeyError: 'zz' ('a', 0) KeyError: 'popitem(): dictionary is empty' KeyError: 'zz' KeyError: (1, 2)
# {1: 'bool'} {0: 'd'} {'1': 1, 1: 2} x a big
# TypeError: cannot use 'list' as a dict key (unhashable type: 'list') TypeError: cannot use 'list' as a dict key (unhashable type: 'list') TypeError: cannot use 'list' as a dict key (unhashable type: 'list') TypeError: 'int' object is not iterable TypeError: object is not iterable ValueError: dictionary update sequence element #0 has length 1; 2 is required
# dict_keys(['b', 'c', 'new']) dict_values([9, 3, 1]) dict_items([('b', 9), ('c', 3), ('new', 1)]) 3 True True ['new', 'c', 'b'] {'b'} ['b', 'c', 'new', 'zz'] ['c', 'new'] True True {('new', 1)} {'b': 9, 'c': 3, 'new': 1}
# TypeError: unhashable type: 'dict_keys' dict_keys dict_keyiterator False True TypeError: 'dict_keys' object is not subscriptable
# dictionary changed size during iteration 4
# dictionary changed size during iteration 2
# ok {'a': 5, 'b': 5, 'c': 5}
# {'a': 3, 'b': 2} TypeError: unsupported operand type(s) for |: 'dict' and 'list' {'x': 1, 'y': 2} {'a': 1, 'b': 2} {'a': 2, 'b': 3}
# {'a': None, 'b': None} {1: 0, 2: 0} TypeError: fromkeys expected at least 1 argument, got 0 True TypeError: '<' not supported between instances of 'dict' and 'dict'
# {'self': {...}} {1: 'a', 'b': [2]}
# {K3: 'b', K2: 'c'} b False d {K3: 'b', K2: 'c'}
# ValueError: eq ValueError: eq
# {'a': 1, 'b': ('set', 2), 'c': 3} zzzz None False dict dict
# 502 [1, 3, 5, 7, 9] 998001 False [999, 0, 2] [2, 0]
# a StopIteration:  TypeError: get expected at least 1 argument, got 0 TypeError: get expected at most 2 arguments, got 3 TypeError: dict.keys() takes no arguments (1 given) TypeError: unbound method dict.get() needs an argument
