# eval and exec: separate locals, callers found without being named, closures, functions made from code objects.
import types


def raises(kind, f):
    try:
        f()
    except kind as error:
        return str(error)
    raise AssertionError('nothing raised')


g, l = {}, {}
exec('''
import os.path as p
class C: x = 3
def f(): return C
[b for b in (1, 2)]
global z
z = 5
del p
for q in range(2): pass
''', g, l)
assert 'z' in g and 'C' not in g and sorted(l) == ['C', 'f', 'q'], (g.keys(), l)
assert raises(NameError, l['f']) == "name 'C' is not defined"
assert list(map(eval, ['1+1', 'g is l'])) == [2, False]


class Mapping(dict):
    def __missing__(self, key):
        return key * 2


assert eval('foo + bar', {}, Mapping()) == 'foofoobarbar'
assert eval('foo', {'__builtins__': Mapping()}) == 'foofoo'
assert eval('foo', Mapping()) == 'foofoo'
assert eval('[x for x in range(3) if x in l]', {}, {'l': [1, 2]}) == [1, 2]
raises(NameError, lambda: eval('int', {'__builtins__': {}}))


class K:
    exec('x = 5')
    y = eval('x')
    assert (y, x) == (5, 5)


def outer():
    n = 0

    def add(d):
        nonlocal n
        n += d
        yield n

    def bump():
        nonlocal n
        n += 1
    return add, bump, lambda: n


add, bump, get = outer()
add2 = types.FunctionType(add.__code__, globals(), None, None, add.__closure__)
assert list(add2(5)) == [5] and get() == 5
exec(bump.__code__, closure=bump.__closure__)
assert get() == 6
assert raises(TypeError, lambda: exec(bump.__code__)) == 'code object requires a closure of exactly length 1'


def h(a, b=2, *args, k=3, **kw):
    return a, b, args, k, kw, zz


h2 = types.FunctionType(h.__code__, {'zz': 9}, 'nm', (7, 8), None, {'k': 10})
assert h2() == (7, 8, (), 10, {}, 9) and h2.__name__ == 'nm'
assert h2(1, 2, 3, k=4, q=5) == (1, 2, (3,), 4, {'q': 5}, 9)

big = {f'x{i}': i for i in range(100)}
exec('value = x3 + 1', big)
assert big['value'] == 4 and big['x3'] == 3 and 'value' in big
