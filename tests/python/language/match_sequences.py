# Sequence patterns ask for what they need: by index where the rest is not wanted, else by iterating; class patterns do not mangle.
import collections.abc


class Seq:
    def __init__(self):
        self.asked = []

    def __len__(self):
        return 3

    def __getitem__(self, i):
        self.asked.append(i)
        if i > 2:  # iteration ends here
            raise IndexError
        return i * 10


collections.abc.Sequence.register(Seq)
for case in range(4):
    s = Seq()
    match case, s:
        case [0, [a, *_, b]]:
            assert (a, b, s.asked) == (0, 20, [0, 2])
        case [1, [_, *_]]:
            assert s.asked == []
        case [2, [a, _, b]]:
            assert (a, b) == (0, 20)
        case [3, [a, *rest]]:
            assert (a, rest) == (0, [10, 20])
        case _:
            raise AssertionError(case)

match range(1 << 30):
    case x, y, *_, z:
        assert (x, y, z) == (0, 1, (1 << 30) - 1)


class Keys:
    A = 'a'


try:
    match {'a': 1, 'b': 2}:
        case {Keys.A: x, 'a': y}:
            pass
    raise AssertionError
except ValueError as e:
    assert str(e) == "mapping pattern checks duplicate key ('a')", e


class C:
    pass


class Outer:
    def f(self, x):
        match x:
            case C(__attr=y):
                return y


c = C()
setattr(c, '__attr', 'spam')
assert Outer().f(c) == 'spam'
