"""A function's `__dict__` may hold names that the function type's own descriptors answer for: they do not hide those."""


def f(*, a=1):
    return a


def code(function):
    return function.__code__.co_name


f.__dict__['__kwdefaults__'] = 5
assert f.__kwdefaults__ == {'a': 1} and f.__dict__ == {'__kwdefaults__': 5} and vars(f) is f.__dict__
f.plain = 2
assert f.plain == 2 and list(f.__dict__) == ['__kwdefaults__', 'plain']
del f.plain
assert not hasattr(f, 'plain')
f.__dict__.update({'__kwdefaults__': 6, '__name__': 'x', '__code__': 9, '__dict__': 3, 'more': 4})
assert (f.__name__, code(f), f.more, f()) == ('f', 'f', 4, 1)
assert f.__dict__['__name__'] == 'x'


def g():
    pass


g.kept = 1
old = g.__dict__
g.__dict__ = shared = {'__name__': 'other', 'new': 2}
assert g.__name__ == 'g' and g.new == 2 and g.__dict__ is shared and not hasattr(g, 'kept')
assert old == {'kept': 1}
g.later = 3
assert shared == {'__name__': 'other', 'new': 2, 'later': 3}
shared['last'] = 4
assert g.last == 4


def h():
    pass


h.__dict__ = g.__dict__
h.together = 1
assert g.together == 1
f.__dict__.clear()
f.again = 1
assert f.__dict__ == {'again': 1}
