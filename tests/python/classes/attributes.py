"""Attribute look-up: instance, class, descriptors, __getattr__, __getattribute__, __setattr__, __slots__, __dict__."""


def error(function, *args):
    try:
        return function(*args)
    except Exception as problem:
        return f'{type(problem).__name__}: {problem}'


class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print('set_name', owner.__name__, name)

    def __get__(self, instance, owner=None):
        return ('get', self.name, instance is None, owner.__name__)

    def __set__(self, instance, value):
        print('set', self.name, value)

    def __delete__(self, instance):
        print('delete', self.name)


class NonData:
    def __get__(self, instance, owner=None):
        return 'nondata'


class C:
    data = Data()
    nondata = NonData()
    plain = 'class value'


c = C()
print(c.data, C.data, c.nondata, c.plain)
c.data = 5
del c.data
c.__dict__.update(data='hidden', nondata='instance', plain='instance')
print(c.data, c.nondata, c.plain, C.plain)
del c.plain
print(c.plain, error(delattr, c, 'plain'), error(getattr, c, 'nope'), getattr(c, 'nope', 'default'), hasattr(c, 'data'))


class Dynamic:
    def __getattr__(self, name):
        if name.startswith('x'):
            return name.upper()
        raise AttributeError(f'no {name}', name=name, obj=self)

    def __setattr__(self, name, value):
        print('setattr', name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('delattr', name)
        super().__delattr__(name)


d = Dynamic()
d.real = 1
print(d.real, d.xyz, error(lambda: d.other), hasattr(d, 'other'), hasattr(d, 'xo'))
del d.real


class Everything:
    def __getattribute__(self, name):
        if name == 'magic':
            return 'from getattribute'
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f'fallback {name}'


e = Everything()
e.a = 1
print(e.a, e.magic, e.zzz)


class Slots:
    __slots__ = ('a', 'b')


s = Slots()
s.a = 1
print(s.a, error(lambda: s.b), error(setattr, s, 'c', 1), hasattr(s, '__dict__'), Slots.__slots__, type(Slots.a).__name__)
del s.a
print(error(lambda: s.a), error(delattr, s, 'a'))


class SubSlots(Slots):
    __slots__ = ['c', '__dict__']


t = SubSlots()
t.a, t.c, t.free = 1, 2, 3
print(t.a, t.c, t.free, t.__dict__)
print(error(type, 'Bad', (), {'__slots__': ('x',), 'x': 1}), error(type, 'Bad', (Slots, int), {}))


class Prop:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        """The doc."""
        return self._v

    @v.setter
    def v(self, value):
        self._v = value

    @property
    def readonly(self):
        return 1

    @v.deleter
    def v(self):
        print('deleted')


p = Prop()
p.v = 9
print(p.v, Prop.v.__doc__, error(setattr, p, 'readonly', 1), error(delattr, p, 'readonly'), type(Prop.v).__name__)
del p.v
C.added = lambda self, x=1: (type(self).__name__, x)
print(c.added(), C.added(c, 5), c.added.__self__ is c, c.added.__func__ is C.__dict__['added'])
setattr(c, 'weird name!', 1)
print(getattr(c, 'weird name!'), sorted(vars(c)))
for name in ('constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'length', 'name', 'caller', 'arguments', 'then', 'valueOf'):
    print(name, hasattr(c, name), hasattr(C, name), hasattr(error, name), end='; ')
    setattr(c, name, 1)
    setattr(C, name, 2)
    print(getattr(c, name), getattr(C, name))
print(C.__name__, C.__qualname__, C.__module__, C.__doc__, C.__dict__['__module__'], type(C.__dict__).__name__)
print(error(lambda: setattr(int, 'x', 1)), error(lambda: setattr(C, '__name__', 1)))
# expect-stdout:
# set_name C data
# ('get', 'data', False, 'C') ('get', 'data', True, 'C') nondata class value
# set data 5
# delete data
# ('get', 'data', False, 'C') instance instance class value
# class value AttributeError: 'C' object has no attribute 'plain' AttributeError: 'C' object has no attribute 'nope' default True
# setattr real 1
# 1 XYZ AttributeError: no other False True
# delattr real
# 1 from getattribute fallback zzz
# 1 AttributeError: 'Slots' object has no attribute 'b' AttributeError: 'Slots' object has no attribute 'c' and no __dict__ for setting new attributes False ('a', 'b') member_descriptor
# AttributeError: 'Slots' object has no attribute 'a' AttributeError: a
# 1 2 3 {'free': 3}
# ValueError: 'x' in __slots__ conflicts with class variable TypeError: multiple bases have instance lay-out conflict
# 9 The doc. AttributeError: property 'readonly' of 'Prop' object has no setter AttributeError: property 'readonly' of 'Prop' object has no deleter property
# deleted
# ('C', 1) ('C', 5) True True
# 1 ['data', 'nondata', 'weird name!']
# constructor False False False; 1 2
# __proto__ False False False; 1 2
# prototype False False False; 1 2
# toString False False False; 1 2
# hasOwnProperty False False False; 1 2
# length False False False; 1 2
# name False False False; 1 2
# caller False False False; 1 2
# arguments False False False; 1 2
# then False False False; 1 2
# valueOf False False False; 1 2
# C C __main__ None __main__ mappingproxy
# TypeError: cannot set 'x' attribute of immutable type 'int' TypeError: can only assign string to C.__name__, not 'int'
