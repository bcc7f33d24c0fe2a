"""Methods of built-in types called with the object as first argument, and what is no such object."""


def fails(message, f, *args):
    try:
        f(*args)
    except TypeError as e:
        assert str(e) == message, str(e)
    else:
        raise AssertionError('no TypeError')


class Sub(dict):
    def get(self, key, default=None):
        return 'own'


get = dict.get
for _ in range(3):
    assert get({'a': 1}, 'a') == 1
    assert get({'a': 1}, 'b') is None
    assert get({'a': 1}, 'b', 2) == 2
    assert get(Sub(a=1), 'a') == 1
    assert list(map(str.upper, ['a', 'b'])) == ['A', 'B']
    assert sorted(['b', 'A'], key=str.lower) == ['A', 'b']
    assert str.replace('aaa', 'a', 'b', 2) == 'bba'
    assert str.split('a b c', maxsplit=1) == ['a', 'b c']
fails("unbound method dict.get() needs an argument", get)
fails("descriptor 'get' for 'dict' objects doesn't apply to a 'list' object", get, [], 'a')
fails("descriptor 'get' for 'dict' objects doesn't apply to a 'int' object", get, 1, 'a')
fails("get expected at least 1 argument, got 0", get, {})
fails("get expected at most 2 arguments, got 3", get, {}, 1, 2, 3)
fails("list.append() takes exactly one argument (0 given)", list.append, [])
fails("list.append() takes exactly one argument (2 given)", list.append, [], 1, 2)

setitem = dict.__setitem__
d = Sub()
setitem(d, 'x', 1)
assert d == {'x': 1}
fails("descriptor '__setitem__' requires a 'dict' object but received a 'list'", setitem, [], 0, 1)
fails("expected 1 argument, got 0", object.__getattribute__, d)

# One bound slot, called several times with differing numbers of arguments.
add = (1).__add__
assert [add(2), add(3), add(2.5)] == [3, 4, NotImplemented]
fails("expected 1 argument, got 0", add)
fails("expected 1 argument, got 2", add, 1, 2)
assert (2).__pow__(3) == 8 and (2).__pow__(3, 5) == 3
assert dict.__dict__['fromkeys'].__get__(None, Sub)('ab') == {'a': None, 'b': None}
