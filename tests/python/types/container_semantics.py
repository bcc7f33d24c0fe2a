"""Containers and iteration in depth: odd keys, subclasses, views, mutation while iterating, iterator state, sorting."""
def err(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return f'{type(e).__name__}: {e}'
class K:
    n = 0
    def __init__(self, v): self.v = v
    def __hash__(self): K.n += 1; return hash(self.v)
    def __eq__(self, o): return self.v == (o.v if isinstance(o, K) else o)
    def __repr__(self): return f'K({self.v!r})'
d = {K('a'): 1, 'b': 2, 3: 4}
print(d['a'], d[K('b')], d[K(3)], 'a' in d, K(4) in d, d.pop('a'), d, K.n)
d['b'] = 5; d[K('b')] = 6; d[3.0] = 7; d[True] = 8; d[1] = 9
print(d)
s = {K(1), 2, 'x'}
print(1 in s, K(2) in s, s & {1}, len(s | {1, K('x')}))
x = {}; x[K(5)] = 1; x[5] = 2; print(x, len(x))
x = {5: 2}; x[K(5)] = 1; print(x, len(x)); del x[K(5)]; print(x)
# popitem, mutation
d = dict.fromkeys(range(10))
print(d.popitem(), d.popitem()); d[8] = 1; del d[0]; d[0] = 3; print(d.popitem(), d.popitem(), d.popitem(), list(d))
def it(d):
    for k in d: d[k + 100] = 1
print(err(it, {1: 1}))
def it2(d):
    for k in d: del d[k]; d[k + 1] = 0
    return d
print(err(it2, {1: 1, 2: 2}))
def it3(d):
    for k in d.items(): d.clear()
print(err(it3, {1: 1}))
i = iter({1: 2, 3: 4}); next(i); print(i.__length_hint__(), i.__reduce__(), list(i), i.__reduce__(), i.__length_hint__())
i = iter({1: 2}.items()); print(i.__reduce__(), next(i), err(next, i))
i = reversed({1: 2, 3: 4}.values()); print(i.__reduce__(), list(i))
# dict over instances and globals
class C: pass
c = C(); c.a = 1; c.b = 2
print(vars(c), list(c.__dict__.items()), c.__dict__.pop('a'), hasattr(c, 'a'))
c.__dict__.update(z=3); c.__dict__[5] = 6; print(c.__dict__, c.z, len(c.__dict__), 5 in c.__dict__, list(reversed(c.__dict__)))
del c.__dict__[5]; c.__dict__.setdefault('q', 9); print(c.q, c.__dict__ == {'b': 2, 'z': 3, 'q': 9}, c.__dict__ | {1: 1}, c.__dict__.copy() is c.__dict__)
print(c.__dict__.popitem(), c.__dict__.popitem()); c.__dict__.clear(); print(c.__dict__, err(lambda: c.q))
def over(d):
    for k in d: setattr(c, k + 'x', 1)
c.a = 1; print(err(over, c.__dict__))
globals()['dyn'] = 5; print(dyn, 'dyn' in globals()); del globals()['dyn']; print('dyn' in globals())
# subclass
class D(dict):
    def __missing__(self, k): return ('miss', k)
    def __getitem__(self, k): return ('get', super().__getitem__(k)) 
d = D(a=1); print(d['a'], d['z'], d.get('z'), dict(d), {**d}, d | {'b': 2}, type(d | {}), D.fromkeys('ab'), d == {'a': 1}, d)
class E(dict):
    def __iter__(self): return iter(['x', 'y'])
    def keys(self): return ['x', 'y']
    def __getitem__(self, k): return k * 2
print(dict(E(a=1)), {**E(a=1)}, E(a=1).copy(), {} | E(a=1))
u = {}; u.update(E(a=1)); print(u)
class M:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k
print(dict(M()), {**M()}, dict(M(), z=1))
# views
a = {1: 2, 3: 4}
print(a.keys() & {1, 9}, a.keys() | [5], a.keys() - {1}, a.keys() ^ {1, 7}, {1} & a.keys(), [1, 5] - a.keys() if False else None, a.items() & {(1, 2)}, a.items() - [(1, 2)])
print(a.keys() == {1, 3}, a.keys() <= {1, 3, 5}, a.keys() > {1}, a.items() == {(1, 2), (3, 4)}, a.keys().isdisjoint([5]), a.values() == a.values(), a.keys().mapping, repr(a.items()), (1, 2) in a.items(), 2 in a.values())
print(err(lambda: hash(a.keys())), err(lambda: {1: []}.items() | {(1,2)}), set([1,2]) == a.keys(), err(lambda: a.keys() < [1]))
# lists
l = list(range(10)); l[2:5] = 'abc'; l[::3] = [0, 0, 0, 0]; print(l); del l[::2]; print(l); l[1:1] = l; print(l); l[::-1] = list(l); print(l); l *= 2; print(l)
l = [1, 2, 3]; l.extend(l); l += (4,); l += 'x'; print(l, l.index(3, 3), l.index(3, -5), err(l.index, 3, -2), l.count(3)); l.insert(-1, 'i'); l.insert(100, 'e'); l.insert(-100, 's'); print(l, l.pop(0), l.pop(-2), l)
def mod(x): ls.append(1); return x
ls = [3, 1, 2]; print(err(ls.sort, key=mod), ls)
print(sorted([3, 1, 2], reverse=True), sorted('bca', key=str.upper), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([1.5, 1, 0.5, True]), sorted([[2], [1, 5], [1]]), sorted([2, 1, 3], key=lambda v: -v), sorted(['a', 'B'], key=str.lower, reverse=True))
class R:
    def __init__(s, v, i): s.v, s.i = v, i
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f'{s.v}{s.i}'
import sys
rs = [R(n * 7919 % 13, n) for n in range(200)]
print(sorted(rs), sorted(rs, reverse=True)[:20])
print(sorted([float('inf'), 2, -1.0, 2.5]), sorted([2**70, 1, -2**65]), sorted(range(100), key=lambda x: (x % 7, -x))[:20])
a = []; a.append(a); b = {}; b['b'] = b; t = ([],); t[0].append(t); print(a, b, t); print(a == a)
x = [1, 2, 3, 4]
for v in x:
    if v < 10: x.append(v * 10)
    if len(x) > 8: break
print(x)
i = iter([1, 2, 3]); next(i); print(i.__length_hint__(), i.__reduce__()); i.__setstate__(0); print(list(i), i.__reduce__(), list(i))
i = reversed([1, 2, 3]); next(i); print(i.__length_hint__(), i.__reduce__()); i.__setstate__(5); print(list(i), i.__reduce__())
class Sq:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
    def __len__(s): return 3
i = iter(Sq()); print(i.__length_hint__(), next(i), list(i), list(reversed(Sq())), 1 in Sq(), sum(Sq()), max(Sq()), list(zip(Sq(), 'ab')), dict(zip('ab', Sq())))
print(list(map(lambda *a: a, [1, 2], 'ab')), list(filter(None, [0, 1, '', 'a'])), list(enumerate('ab', 2**53 - 1)), list(iter([3, 2, 1].pop, 1)), next(iter([]), 'd'), all([]), any([0, 3]), sum([0.1] * 10), sum([1, 2.5, True]), sum([[1], [2]], []), min('b', 'a', key=ord), max([], default=None), min([3, 1, 2], key=lambda v: -v))
e = enumerate('abc', 5); next(e); print(e.__reduce__()[1][1], list(e)); z = zip([1, 2], [3], strict=True); print(z.__reduce__()[2]); print(err(list, z))
print(tuple([1, 2]) * 2, (1,) + (2,), (1, 2)[::-1], (1, 2, 3)[1:], hash((1, 'a')) == hash((1, 'a')), (1, 2) < (1, 3), (1,) == [1], ().__class__, tuple('ab'), (1, 2, 1).count(1), err((1,).index, 2))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1, 2), type(T(1) + T(2)), T(1, 2)[0], T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)), {T(1): 2}[(1,)], isinstance(T(), tuple))
class L(list):
    def __init__(self, *a): super().__init__(a)
print(L(1, 2), L(1, 2) + [3], type(L(1)[:]), L(1) == [1])
print(hash(frozenset([1, 2])), frozenset([1]) | {2}, {1} | frozenset([2]), frozenset('a') == {'a'}, {frozenset([1]): 2}[frozenset([1])], isinstance(frozenset(), set), {1, 2} >= {1}, {1}.union([2], (3,)), {1, 2, 3}.intersection([1, 2], {2}), {1, 2}.difference([1]), {1, 2}.symmetric_difference([2, 3]), {1, 2} ^ {2})
from_ = [*{1: 2}, *'ab', *{3}]; print(from_, {**{'a': 1}, 'b': 2}, [*range(3)], (*[1], 2))
print([1, 2] + [3], [1] * 3, 3 * [1], [1, 2] == [1, 2], [1, 2] != [1], [1] < [1, 2], [[]] * 2, [] or 'e', not [], bool({}), bool({1}), bool(()), len({1: 1}))
# expect-stdout:
# 1 2 4 True False 1 {'b': 2, 3: 4} 4
# {'b': 6, 3: 7, True: 9}
# True True {1} 3
# {K(5): 2} 1
# {5: 1} 1
# {}
# (9, None) (8, None)
# (0, 3) (8, 1) (7, None) [1, 2, 3, 4, 5, 6]
# RuntimeError: dictionary changed size during iteration
# RuntimeError: dictionary changed size during iteration
# RuntimeError: dictionary changed size during iteration
# 1 (<built-in function iter>, ([3],)) [3] (<built-in function iter>, ([],)) 0
# (<built-in function iter>, ([(1, 2)],)) (1, 2) StopIteration: 
# (<built-in function iter>, ([4, 2],)) [4, 2]
# {'b': 2} [('a', 1), ('b', 2)] 1 False
# {'b': 2, 'z': 3, 5: 6} 3 3 True [5, 'z', 'b']
# 9 True {'b': 2, 'z': 3, 'q': 9, 1: 1} False
# ('q', 9) ('z', 3)
# {} AttributeError: 'C' object has no attribute 'q'
# RuntimeError: dictionary changed size during iteration
# 5 True
# False
# ('get', 1) ('get', ('miss', 'z')) None {'a': 1} {'a': 1} {'a': 1, 'b': 2} <class 'dict'> {'a': None, 'b': None} True {'a': 1}
# {'x': 'xx', 'y': 'yy'} {'x': 'xx', 'y': 'yy'} {'x': 'xx', 'y': 'yy'} {'x': 'xx', 'y': 'yy'}
# {'x': 'xx', 'y': 'yy'}
# {'p': 'p', 'q': 'q'} {'p': 'p', 'q': 'q'} {'p': 'p', 'q': 'q', 'z': 1}
# {1} {1, 3, 5} {3} {3, 7} {1} None {(1, 2)} {(3, 4)}
# True True True True True False {1: 2, 3: 4} dict_items([(1, 2), (3, 4)]) True True
# TypeError: unhashable type: 'dict_keys' TypeError: cannot use 'tuple' as a set element (unhashable type: 'list') False TypeError: '<' not supported between instances of 'dict_keys' and 'list'
# [0, 1, 'a', 0, 'c', 5, 0, 7, 8, 0]
# [1, 0, 5, 7, 0]
# [1, 1, 0, 5, 7, 0, 0, 5, 7, 0]
# [0, 7, 5, 0, 0, 7, 5, 0, 1, 1]
# [0, 7, 5, 0, 0, 7, 5, 0, 1, 1, 0, 7, 5, 0, 0, 7, 5, 0, 1, 1]
# [1, 2, 3, 1, 2, 3, 4, 'x'] 5 5 ValueError: list.index(x): x not in list 2
# [1, 2, 3, 1, 2, 3, 4, 'i', 'e'] s x [1, 2, 3, 1, 2, 3, 4, 'i', 'e']
# ValueError: list modified during sort [1, 2, 3]
# [3, 2, 1] ['a', 'b', 'c'] [(0, 'z'), (1, 'a'), (1, 'b')] [0.5, 1, True, 1.5] [[1], [1, 5], [2]] [3, 2, 1] ['B', 'a']
# [00, 013, 026, 039, 052, 065, 078, 091, 0104, 0117, 0130, 0143, 0156, 0169, 0182, 0195, 17, 120, 133, 146, 159, 172, 185, 198, 1111, 1124, 1137, 1150, 1163, 1176, 1189, 21, 214, 227, 240, 253, 266, 279, 292, 2105, 2118, 2131, 2144, 2157, 2170, 2183, 2196, 38, 321, 334, 347, 360, 373, 386, 399, 3112, 3125, 3138, 3151, 3164, 3177, 3190, 42, 415, 428, 441, 454, 467, 480, 493, 4106, 4119, 4132, 4145, 4158, 4171, 4184, 4197, 59, 522, 535, 548, 561, 574, 587, 5100, 5113, 5126, 5139, 5152, 5165, 5178, 5191, 63, 616, 629, 642, 655, 668, 681, 694, 6107, 6120, 6133, 6146, 6159, 6172, 6185, 6198, 710, 723, 736, 749, 762, 775, 788, 7101, 7114, 7127, 7140, 7153, 7166, 7179, 7192, 84, 817, 830, 843, 856, 869, 882, 895, 8108, 8121, 8134, 8147, 8160, 8173, 8186, 8199, 911, 924, 937, 950, 963, 976, 989, 9102, 9115, 9128, 9141, 9154, 9167, 9180, 9193, 105, 1018, 1031, 1044, 1057, 1070, 1083, 1096, 10109, 10122, 10135, 10148, 10161, 10174, 10187, 1112, 1125, 1138, 1151, 1164, 1177, 1190, 11103, 11116, 11129, 11142, 11155, 11168, 11181, 11194, 126, 1219, 1232, 1245, 1258, 1271, 1284, 1297, 12110, 12123, 12136, 12149, 12162, 12175, 12188] [126, 1219, 1232, 1245, 1258, 1271, 1284, 1297, 12110, 12123, 12136, 12149, 12162, 12175, 12188, 1112, 1125, 1138, 1151, 1164]
# [-1.0, 2, 2.5, inf] [-36893488147419103232, 1, 1180591620717411303424] [98, 91, 84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7, 0, 99, 92, 85, 78, 71]
# [[...]] {'b': {...}} ([(...)],)
# True
# [1, 2, 3, 4, 10, 20, 30, 40]
# 2 (<built-in function iter>, ([1, 2, 3],), 1)
# [1, 2, 3] (<built-in function iter>, ([],)) []
# 2 (<class 'reversed'>, ([1, 2, 3],), 1)
# [3, 2, 1] (<class 'reversed'>, ([],))
# 3 0 [1, 2] [2, 1, 0] True 3 2 [(0, 'a'), (1, 'b')] {'a': 0, 'b': 1}
# [(1, 'a'), (2, 'b')] [1, 'a'] [(9007199254740991, 'a'), (9007199254740992, 'b')] [] d True True 1.0 4.5 [1, 2] a None 3
# 6 [(6, 'b'), (7, 'c')]
# True
# ValueError: zip() argument 2 is shorter than argument 1
# (1, 2, 1, 2) (1, 2) (2, 1) (2, 3) True True False <class 'tuple'> ('a', 'b') 2 ValueError: tuple.index(x): x not in tuple
# (1, 2) <class 'tuple'> 1 True True 2 True
# [1, 2] [1, 2, 3] <class 'list'> True
# -1826646154956904602 frozenset({1, 2}) {1, 2} True 2 False True {1, 2, 3} {2} {2} {1, 3} {1}
# [1, 'a', 'b', 3] {'a': 1, 'b': 2} [0, 1, 2] (1, 2)
# [1, 2, 3] [1, 1, 1] [1, 1, 1] True True True [[], []] e True False True False 1
