"""isinstance with a tuple of classes written in the call, for which no tuple is made, asks them as one in a tuple would be."""

asked = []


class Meta(type):
    def __instancecheck__(cls, value):
        asked.append(cls.__name__)
        return value == cls.__name__


class P(metaclass=Meta):
    pass


class Q(metaclass=Meta):
    pass


class Proxy:
    __class__ = property(lambda self: int)


assert isinstance(1, (int, str)) and isinstance('', (int, str)) and not isinstance(1.5, (int, str))
assert isinstance(1.5, (int, str, float)) and isinstance(True, (str, int))
assert isinstance(Proxy(), (str, int)) and isinstance(Proxy(), (str, Proxy))
assert isinstance('Q', (P, Q)) and asked == ['P', 'Q']
asked.clear()
assert isinstance('P', (P, Q)) and asked == ['P']
asked.clear()
assert isinstance('x', (str, P)) and asked == []
assert isinstance(1, ((str, bytes), (list, int)))
assert isinstance(1, (str | bytes, int | list)) and not isinstance(None, (int, (str, list)))
assert isinstance(None, (int, type(None)))
for wrong in (1, 'int', [int]):
    try:
        isinstance(3, (str, wrong))
        assert False
    except TypeError as e:
        assert str(e) == 'isinstance() arg 2 must be a type, a tuple of types, or a union'
assert isinstance(3, (int, 4))
try:
    isinstance(3, (int, nothing))
    assert False
except NameError as e:
    assert str(e) == "name 'nothing' is not defined"


def replaced():
    def isinstance(value, classes):
        return classes

    return isinstance(1, (int, str))


assert replaced() == (int, str)
for call in (lambda: isinstance(1), lambda: isinstance(1, int, str)):
    try:
        call()
        assert False
    except TypeError as e:
        assert 'isinstance expected 2 arguments' in str(e)
for builtin in (len, hash, id, callable, ord, chr, abs, repr):
    for args in ((), (1, 2)):
        try:
            builtin(*args)
            assert False
        except TypeError as e:
            assert str(e) == f'{builtin.__name__}() takes exactly one argument ({len(args)} given)'
for builtin, count in ((getattr, 1), (getattr, 4), (setattr, 2), (setattr, 4), (hasattr, 1), (hasattr, 3), (issubclass, 1)):
    try:
        builtin(*('a',) * count)
        assert False
    except TypeError as e:
        assert f'got {count}' in str(e) and builtin.__name__ in str(e), e
