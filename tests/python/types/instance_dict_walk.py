"""Walks over an object's `__dict__`, and changes of the object on the way."""


class A:
    z = 9


def attributes(**names):
    a = A()
    for name, value in names.items():
        setattr(a, name, value)
    return a


a = attributes(x=1, y=2)
assert list(vars(a).items()) == [('x', 1), ('y', 2)]
assert list(vars(a)) == ['x', 'y'] and list(vars(a).values()) == [1, 2]
assert len(vars(a)) == 2 and bool(vars(a)) and not vars(A()) and len(vars(A())) == 0
del a.x
a.x = 3
assert list(a.__dict__.items()) == [('y', 2), ('x', 3)]
assert dict(a.__dict__) == {'y': 2, 'x': 3} == vars(a)
assert vars(attributes(x=1)) != vars(a)


def walk(change):
    a = attributes(x=1, y=2, w=3)
    seen = []
    try:
        for name, value in vars(a).items():
            seen.append((name, value))
            change(a, name)
    except RuntimeError as e:
        seen.append(str(e))
    return seen


assert walk(lambda a, name: setattr(a, name, 0)) == [('x', 1), ('y', 2), ('w', 3)]
assert walk(lambda a, name: setattr(a, 'w', name)) == [('x', 1), ('y', 2), ('w', 'y')]
assert walk(lambda a, name: setattr(a, 'new', 0)) == [('x', 1), 'dictionary changed size during iteration']
assert walk(lambda a, name: delattr(a, name)) == [('x', 1), 'dictionary changed size during iteration']

# Filling one object from another, with keys of another kind in between.
b = A()
b.__dict__.update(vars(a))
assert (b.y, b.x) == (2, 3)
vars(a)[1] = 'one'
b.__dict__.update(a.__dict__)
assert vars(b) == {'y': 2, 'x': 3, 1: 'one'}
b.__dict__.update(v=5, **{'x': 6})
assert (b.v, b.x) == (5, 6)
c = {}
c.update(vars(b))
assert c == {'y': 2, 'x': 6, 1: 'one', 'v': 5}

# Pickling's view of it.
assert A().__reduce_ex__(4)[2] is None
assert attributes(q=1).__reduce_ex__(4)[2] == {'q': 1}


class Own:
    def __reduce__(self):
        return 'global'


assert Own().__reduce_ex__(4) == 'global'
plain = A()
plain.__reduce__ = lambda: 'ignored'
assert plain.__reduce_ex__(2)[1] == (A,)
