def make(i):
    return {'a': i, 'b': 2, 'c': 3}
def big(i):
    return {'a': i, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10}
x, y, z = make(1), make(2), big(1)
x['d'] = 5; del y['b']
print(x, y, make(3))
p, q = big(1), big(2)
p['k'] = 11; q.pop('a'); q['a'] = 'last'
print(p, q, big(3), big(3) == big(3), list(q)[-1], 'k' in q, 'k' in p)
r = big(4); r[1] = 'one'; r[1.5] = 'x'
print(r, big(5).get(1), r['j'], len(r))
s = big(6); s.clear(); s['z'] = 1
print(s, big(7)['a'])
t = big(1) | {'a': 0}
print(t, {**big(2), 'b': 'B'})
print({'a': 1, 'a': 2}, {'é': 1, '\U0001f600': 2})
print({'x': print('first'), 'y': print('second')})
class K(str): pass
u = big(1); print(u[K('b')]); u[K('zz')] = 0; print(list(u)[-1], u['zz'])
v = big(1)
for k in list(v): del v[k]
print(v, v.setdefault('q', 1), v.popitem())
w = dict(big(1)); w['n'] = 1; print('n' in big(1), w.keys() - big(1).keys())
async def co(): return {'a': await g(), 'b': 2}
class g:
    def __await__(self): return (yield 'w')
c = co(); print(c.send(None))
try: c.send(7)
except StopIteration as e: print(e.value)
def gen(): d = {'p': (yield 1), 'q': (yield 2)}; yield d
i = gen(); next(i); i.send('P'); print(i.send('Q'))
try: {'a': 1, 'b': undefined_name}
except NameError as e: print(e)
# expect-stdout:
# {'a': 1, 'b': 2, 'c': 3, 'd': 5} {'a': 2, 'c': 3} {'a': 3, 'b': 2, 'c': 3}
# {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10, 'k': 11} {'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10, 'a': 'last'} {'a': 3, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10} True a False True
# {'a': 4, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10, 1: 'one', 1.5: 'x'} None 10 12
# {'z': 1} 7
# {'a': 0, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10} {'a': 2, 'b': 'B', 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'j': 10}
# {'a': 2} {'é': 1, '😀': 2}
# first
# second
# {'x': None, 'y': None}
# 2
# zz 0
# {} 1 ('q', 1)
# False {'n'}
# w
# {'a': 7, 'b': 2}
# {'p': 'P', 'q': 'Q'}
# name 'undefined_name' is not defined
