"""Subclasses of containers made by position: what `__new__` and `__init__` of the base take."""


class L(list):
    pass


class Counted(list):
    def __init__(self, *items):
        super(Counted, self).__init__(items)
        self.made = len(items)


class T(tuple):
    def __new__(cls, a, b=2):
        return tuple.__new__(cls, (a, b))


class S(set):
    pass


class D(dict):
    pass


assert L() == [] and L((1, 2)) == [1, 2] and type(L('ab')) is L
assert Counted(1, 2).made == 2 and Counted() == []
assert T(1) == (1, 2) and T(1, b=3) == (1, 3) and tuple.__new__(T, 'ab') == ('a', 'b') and tuple.__new__(T) == ()
assert S('aa') == {'a'} and S() == set() and D(a=1) == {'a': 1} and D([(1, 2)]) == {1: 2}
for call in [
    lambda: L(1, 2),
    lambda: L(a=1),
    lambda: list(1, 2, 3),
    lambda: S(1, 2),
    lambda: tuple.__new__(T, 1, 2),
    lambda: tuple.__new__(T, 1, 2, 3),
    lambda: tuple.__new__(int),
    lambda: tuple.__new__(),
    lambda: list.__new__(3),
    lambda: [].__init__(1, 2),
]:
    try:
        call()
    except TypeError as e:
        print(e)
    else:
        assert False
assert list.__new__(L, 1, 2, 3) == []
values = [1]
values.__init__((3, 4))
assert values == [3, 4]
values.__init__()
assert values == []
# expect-stdout:
# list expected at most 1 argument, got 2
# list() takes no keyword arguments
# list expected at most 1 argument, got 3
# S expected at most 1 argument, got 2
# tuple expected at most 1 argument, got 2
# tuple expected at most 1 argument, got 3
# tuple.__new__(int): int is not a subtype of tuple
# tuple.__new__(): not enough arguments
# list.__new__(X): X is not a type object (int)
# list expected at most 1 argument, got 2
