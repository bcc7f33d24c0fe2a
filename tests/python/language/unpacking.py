"""Assignment targets: starred, nested, swapped; the errors of a wrong count."""

a, b, *c = 1, 2, 3, 4
assert (a, b, c) == (1, 2, [3, 4])
*a, b = 'xyz'
assert (a, b) == (['x', 'y'], 'z')
(a, [b, *c]), d = (1, (2, 3, 4)), 5
assert (a, b, c, d) == (1, 2, [3, 4], 5)
a, b = b, a
assert (a, b) == (2, 1)
a = b = []
assert a is b

for source, message in [
    ('a, b = 1,', 'not enough values to unpack (expected 2, got 1)'),
    ('a, b = 1, 2, 3', 'too many values to unpack (expected 2, got 3)'),
    ('a, *b, c = 1,', 'not enough values to unpack (expected at least 2, got 1)'),
    ('a, b = iter((1, 2, 3))', 'too many values to unpack (expected 2)'),
]:
    try:
        exec(source)
    except ValueError as error:
        assert str(error) == message, (source, str(error))
    else:
        raise AssertionError(source)

try:
    a, b = 1
except TypeError as error:
    assert str(error) == 'cannot unpack non-iterable int object'

assert [*range(3), *'ab'] == [0, 1, 2, 'a', 'b']
assert {**{'a': 1}, 'b': 2, **{'a': 3}} == {'a': 3, 'b': 2}
assert (*(), *[1]) == (1,)
