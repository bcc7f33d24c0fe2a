"""Calls by name that are made again and again: what the first one found out serves the next ones."""


def kwargs(**kw):
    return kw


def mixed(a, /, b, *args, c=3, **kw):
    return a, b, args, c, kw


def positional_only(a=1, /, **kw):
    return a, kw


def star(a=0, *args, k):
    return a, args, k


def plain(a, b=2, c=3):
    return a, b, c


for i in range(4):
    assert kwargs(x=i, y=2) == {'x': i, 'y': 2} and list(kwargs(y=1, x=2)) == ['y', 'x']
    assert mixed(1, b=i) == (1, i, (), 3, {}) and mixed(1, 2, 3, 4, z=i) == (1, 2, (3, 4), 3, {'z': i})
    assert mixed(1, 2, c=i, a=5) == (1, 2, (), i, {'a': 5})
    assert positional_only(a=i) == (1, {'a': i}) and positional_only(2, a=i, b=1) == (2, {'a': i, 'b': 1})
    assert star(1, 2, 3, k=i) == (1, (2, 3), i) and star(k=i) == (0, (), i)
    assert plain(1, c=i) == (1, 2, i) and plain(c=1, b=i, a=0) == (0, i, 1)
    for call in [lambda: plain(b=1), lambda: plain(1, a=2), lambda: star(1, 2), lambda: mixed(1, c=2)]:
        try:
            call()
        except TypeError as e:
            print(e)
        else:
            assert False


def changing():
    return plain(a=1, c=5)


for i in range(4):
    assert changing() == (1, 2 if i < 2 else 20, 5)
    if i == 1:
        plain.__defaults__ = (20, 30)
first, second = kwargs(q=1), kwargs(q=1)
first['r'] = 2
assert second == {'q': 1}
# expect-stdout:
# plain() missing 1 required positional argument: 'a'
# plain() got multiple values for argument 'a'
# star() missing 1 required keyword-only argument: 'k'
# mixed() missing 1 required positional argument: 'b'
# plain() missing 1 required positional argument: 'a'
# plain() got multiple values for argument 'a'
# star() missing 1 required keyword-only argument: 'k'
# mixed() missing 1 required positional argument: 'b'
# plain() missing 1 required positional argument: 'a'
# plain() got multiple values for argument 'a'
# star() missing 1 required keyword-only argument: 'k'
# mixed() missing 1 required positional argument: 'b'
# plain() missing 1 required positional argument: 'a'
# plain() got multiple values for argument 'a'
# star() missing 1 required keyword-only argument: 'k'
# mixed() missing 1 required positional argument: 'b'
