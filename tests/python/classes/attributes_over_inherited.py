"""What a class statement puts over attributes of its bases, of whatever kind each of the two is."""


class Data:
    def __get__(self, obj, cls=None):
        return 'data'

    def __set__(self, obj, value):
        obj.__dict__['stored'] = value


class NonData:
    def __get__(self, obj, cls=None):
        return 'non-data'


class Base:
    a = 1
    b = Data()
    c = NonData()
    d = property(lambda self: 'property')
    __slots__ = ('e', '__dict__')

    def f(self):
        return 'base'

    @classmethod
    def g(cls):
        return 'class method'

    @staticmethod
    def h():
        return 'static'


kinds = {'plain': lambda: 5, 'function': lambda: lambda self=None: 'function', 'data': Data, 'non-data': NonData,
         'property': lambda: property(lambda self: 'other'), 'static': lambda: staticmethod(lambda: 's'), 'none': lambda: None}
expected = {'plain': 5, 'data': 'data', 'non-data': 'non-data', 'property': 'other', 'none': None}
for name in 'abcdefgh':
    for kind, make in kinds.items():
        cls = type('Derived', (Base,), {name: make()})
        below = type('Below', (cls,), {})
        for each in (cls, below):
            o = each()
            value = getattr(o, name)
            if kind in expected:
                assert value == expected[kind], (name, kind)
            else:
                assert value() == ('s' if kind == 'static' else 'function')
            if kind not in ('data', 'property'):
                setattr(o, name, 'own')
                assert getattr(o, name) == 'own' and vars(o) == {name: 'own'}
                delattr(o, name)
                if kind in expected:
                    assert getattr(o, name) == expected[kind]
        assert Base().f() == 'base' and Base().b == 'data' and Base().d == 'property' and Base.h() == 'static'


class WithDoc(Base):
    """Its doc."""


assert WithDoc().__doc__ == 'Its doc.' and Base().__doc__ is None and WithDoc().__module__ == __name__


class Both(int, Base.__mro__[-1]):
    real = 5
    numerator = property(lambda self: 6)

    def bit_length(self):
        return -1


assert Both(3).real == 5 and Both(3).numerator == 6 and Both(3).bit_length() == -1 and Both(3) + 1 == 4


class Meta(type):
    def mro(cls):
        if len(cls.__name__) == 4:
            made.append(cls.__new__(cls) if cls.__mro__ else None)
        return super().mro()

    def who(cls):
        return 'meta'

    tag = property(lambda cls: 'tag of ' + cls.__name__)


made = []


class Made(metaclass=Meta):
    tag = 'own'

    def who(self):
        return 'instance'


assert Made.tag == 'tag of Made' and Made().tag == 'own' and Made().who() == 'instance' and Made.who(1) == 'instance'


class Early:
    def __set_name__(self, owner, name):
        seen.append((type(owner()).__name__, owner().method()))


seen = []


class Late:
    early = Early()

    def method(self):
        return 'method'

    def __init_subclass__(cls):
        seen.append((cls.__name__, cls().method()))


class Later(Late):
    pass


assert seen == [('Late', 'method'), ('Later', 'method')]
