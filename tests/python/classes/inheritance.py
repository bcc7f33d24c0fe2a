"""MRO, super(), __init_subclass__, __class_getitem__, metaclasses, isinstance hooks, dynamic classes."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as problem:
        return f'{type(problem).__name__}: {problem}'


class A:
    def who(self): return ['A']


class B(A):
    def who(self): return ['B', *super().who()]


class C(A):
    def who(self): return ['C', *super().who()]


class D(B, C):
    def who(self): return ['D', *super().who()]


print(D().who(), [c.__name__ for c in D.__mro__], D.__bases__, D.__base__.__name__)
print(error(type, 'X', (A, B), {}))
print(error(type, 'X', (A, A), {}), error(type, 'X', (bool,), {}), error(type, 'X', (type(None),), {}))
print(super(B, D()).who(), error(super, 1, 2), error(lambda: super(B, 5)))


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, tag))


class One(Base, tag='one'): pass
class Two(One): pass


print(Base.registry, error(type, 'Three', (Base,), {}, other=1), error(lambda: type('X', (), {}, a=1)))


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'injected': 1}

    def __new__(mcls, name, bases, space, **kw):
        print('new', name, sorted(k for k in space if not k.startswith('__')))
        return super().__new__(mcls, name, bases, space)

    def __init__(cls, name, bases, space, **kw):
        print('init', name, kw)
        super().__init__(name, bases, space)

    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        return instance == 'magic' or super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        return other is int or super().__subclasscheck__(other)

    def __getattr__(cls, name):
        return f'meta {name}'

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter('meta')

    def __contains__(cls, item):
        return item == 1

    def __getitem__(cls, item):
        return item

    @property
    def prop(cls):
        return f'prop of {cls.__name__}'


class M(metaclass=Meta, option=1):
    def __init__(self, x):
        self.x = x


class N(M):
    pass


m = M(5)
print(m.x, type(M).__name__, M.injected, M.unknown, len(M), list(M), 1 in M, M['k'], M.prop)
print(isinstance('magic', M), isinstance(N(1), M), issubclass(int, M), issubclass(str, M), error(getattr, m, 'unknown'), error(len, m))


class Item:
    def __class_getitem__(cls, key):
        return f'{cls.__name__}[{key}]'


print(Item[int], Item['a', 1], error(lambda: A[int]), error(lambda: int[str]), list[int], dict[str, int])
Dynamic = type('Dynamic', (A,), {'value': 7, 'method': lambda self: self.value})
print(Dynamic().method(), Dynamic.__name__, Dynamic().who())


class New:
    def __new__(cls, *args):
        print('new', args)
        return super().__new__(cls) if args else 'not an instance'

    def __init__(self, *args):
        print('init', args)


print(type(New(1)).__name__, New())
print(error(object.__new__, A, 1), error(object.__init__, A(), 1), error(A, 1), error(object.__new__, int), error(int.__new__, A))
a = A()
a.__class__ = B
print(a.who(), error(setattr, a, '__class__', int), error(setattr, a, '__class__', 5))
B.__bases__ = (C,)
print([c.__name__ for c in B.__mro__], a.who())
print(A.__subclasses__()[0].__name__, issubclass(B, (int, A)), isinstance(1, (str, (int, float))), error(issubclass, 1, int))


class Outer:
    class Inner:
        def f(self): return __class__.__qualname__


print(Outer.Inner().f(), Outer.Inner.f.__qualname__, Outer.Inner)
class Abstract:
    def __mro_entries__(self, bases):
        return (A,)


class Via(Abstract()):
    pass


print(Via.__bases__, Via.__orig_bases__[0].__class__.__name__)
print(type.mro(D)[1].__name__, type(type), type(object), object.__bases__, isinstance(type, object), isinstance(object, type))
# expect-stdout:
# ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object'] (<class '__main__.B'>, <class '__main__.C'>) B
# TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B
# TypeError: duplicate base class A TypeError: type 'bool' is not an acceptable base type TypeError: type 'NoneType' is not an acceptable base type
# ['C', 'A'] TypeError: super() argument 1 must be a type, not int TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (B).
# [('One', 'one'), ('Two', None)] TypeError: Three.__init_subclass__() takes no keyword arguments TypeError: X.__init_subclass__() takes no keyword arguments
# prepare M () {'option': 1}
# new M ['injected']
# init M {'option': 1}
# prepare N (<class '__main__.M'>,) {}
# new N ['injected']
# init N {}
# call M (5,)
# 5 Meta 1 meta unknown 42 ['m', 'e', 't', 'a'] True k prop of M
# call N (1,)
# True True True False AttributeError: 'M' object has no attribute 'unknown' TypeError: object of type 'M' has no len()
# Item[<class 'int'>] Item[('a', 1)] TypeError: type 'A' is not subscriptable TypeError: type 'int' is not subscriptable list[int] dict[str, int]
# 7 Dynamic ['A']
# new (1,)
# init (1,)
# new ()
# New not an instance
# TypeError: A() takes no arguments TypeError: A.__init__() takes exactly one argument (the instance to initialize) TypeError: A() takes no arguments TypeError: object.__new__(int) is not safe, use int.__new__() TypeError: int.__new__(A): A is not a subtype of int
# ['B', 'A'] TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses TypeError: __class__ must be set to a class, not 'int' object
# ['B', 'C', 'A', 'object'] ['B', 'C', 'A']
# C True True TypeError: issubclass() arg 1 must be a class
# Outer.Inner Outer.Inner.f <class '__main__.Outer.Inner'>
# (<class '__main__.A'>,) Abstract
# B <class 'type'> <class 'type'> () True True
