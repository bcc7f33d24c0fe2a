"""id() of every kind of object: the same each time, never that of another living one, seen nowhere else."""
import copy


class A:
    def __init__(self):
        self.x = 1


class S:
    __slots__ = ('x',)


class L(list):
    pass


def f():
    pass


objects = [A(), S(), L(), [], {}, (1,), set(), frozenset({1}), b'x', bytearray(), f, A, len, None, ..., 'text', 5, 2**70, 1.5,
           2.0, f.__code__, f.__code__.replace(co_name='g'), type(f), A().__init__, iter([]), range(3), slice(1), object(), 1j]
for each in objects:
    id(each)
changed = f.__code__.replace(co_name='h')
objects.append(changed)
assert len({id(each) for each in objects}) == len(objects)
assert [id(each) for each in objects] == [id(each) for each in objects]

a = objects[0]
assert vars(a) == {'x': 1} and list(a.__dict__) == ['x'] and dir(a).count('serial') == 0
b = copy.copy(a)
assert id(b) != id(a) and vars(b) == {'x': 1}
a.serial = 7
assert a.serial == 7 and id(a) == id(objects[0]) and vars(a) == {'x': 1, 'serial': 7}
c = [1, 2]
assert id(c) != id(c.copy()) and id(c) != id(c[:]) and id(c) != id(copy.copy(c)) and id(c) != id(list(c))
d = {1: 2}
assert id(d) != id(d.copy()) and id(d) != id(dict(d)) and id(d) != id(copy.deepcopy(d)) and id(d) != id(d | {})
a.__class__ = type('Other', (), {})
assert id(a) == id(objects[0])
