"""Special methods reached through syntax and built-ins; what happens when they misbehave."""


def error(function, *args):
    try:
        return function(*args)
    except BaseException as problem:
        return f'{type(problem).__name__}: {problem}'


class Bad:
    def __repr__(self): return 1
    def __str__(self): return b''
    def __len__(self): return -1
    def __bool__(self): return 2
    def __hash__(self): return 'x'
    def __iter__(self): return 5
    def __index__(self): return 1.5
    def __int__(self): return 'i'
    def __float__(self): return 1
    def __complex__(self): return 1
    def __contains__(self, x): return []
    def __format__(self, spec): return 3
    def __bytes__(self): return 'x'
    def __dir__(self): return 5
    def __length_hint__(self): return 'x'
    def __getitem__(self, key): raise KeyError(key)
    def __exit__(self, *args): pass
    def __eq__(self, other): return 'equal'
    def __lt__(self, other): return NotImplemented


b = Bad()
for function in (repr, str, len, bool, hash, iter, int, float, complex, bytes, dir, format, bin, list, range, chr):
    print(function.__name__, error(function, b))
print(b == 1, b != 1, 1 == b, 5 in b, error(lambda: b < 1), error(lambda: [1][b]), error(lambda: b[3]))


def with_bad():
    with b:
        pass


print(error(with_bad))


class Empty: pass


e = Empty()
for source in ('len(e)', 'e()', 'e[0]', 'e[0] = 1', 'del e[0]', 'iter(e)', 'next(e)', '1 in e', 'int(e)', 'float(e)', 'e + 1', '-e', 'e < e', 'abs(e)', 'round(e)', 'reversed(e)',
               'e.x', 'e.x()', 'del e.x', 'hash(e) == hash(e)', 'e == e', 'e != e', 'bool(e)', 'bytes(e)', '[1, 2][e]', '"%d" % e', 'format(e, "x")', 'range(e)', 'e @ e', 'e ** 2', 'divmod(e, 1)',
               'e.__doc__', 'sum([e])', 'sorted([e, e])', 'isinstance(e, e)', 'dict(e)', 'list(e)', '[*e]', '{**e}', 'max(e)', 'zip(e)', 'int(e, 2)', 'oct(e)'):
    try:
        exec(f'r = {source}' if '=' not in source.replace('==', '').replace('!=', '') and not source.startswith('del') else source)
    except Exception as problem:
        print(source, '->', type(problem).__name__, problem)


class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice):
            return ('slice', i.start, i.stop, i.step)
        if not -3 <= i < 3:
            raise IndexError(i)
        return i * 10


s = Seq()
print(list(s), list(reversed(s)), 20 in s, s[1:2], s[::2], s[-1], bool(s), [*s], sorted(s), sum(s), max(s), tuple(enumerate(s)))
a, *rest = s
print(a, rest)


class Setter:
    def __setitem__(self, key, value): print('set', key, value)
    def __delitem__(self, key): print('del', key)
    def __missing__(self, key): return 'm'


x = Setter()
x[1, 2:3] = 4
x[...] = 5
del x[::2]


class Dict(dict):
    def __missing__(self, key): return f'missing {key}'


print(Dict()['k'], Dict(k=1)['k'], Dict().get('k'))


class Call:
    def __call__(self, *args, **kwargs): return args, kwargs


print(Call()(1, a=2), callable(Call()), callable(e))


class Ordered:
    def __init__(self, v): self.v = v
    def __lt__(self, other): return self.v < other.v
    def __eq__(self, other): return self.v == other.v
    def __repr__(self): return f'O{self.v}'


print(sorted([Ordered(3), Ordered(1)]), Ordered(1) > Ordered(0), error(lambda: Ordered(1) >= Ordered(0)), error(hash, Ordered(1)), Ordered(1) != Ordered(2), max(Ordered(1), Ordered(2)))


class Index:
    def __index__(self): return 2


i = Index()
print([1, 2, 3][i], 'abc'[i:], range(i), bin(i), int(i), float(i), 'a' * i, [0] * i, bytes(i), chr(i), round(3.14159, i), list(range(5))[:i])
# expect-stdout:
# repr TypeError: __repr__ returned non-string (type int)
# str TypeError: __str__ returned non-string (type bytes)
# len ValueError: __len__() should return >= 0
# bool TypeError: __bool__ should return bool, returned int
# hash TypeError: __hash__ method should return an integer
# iter TypeError: iter() returned non-iterator of type 'int'
# int TypeError: __int__ returned non-int (type str)
# float TypeError: Bad.__float__ returned non-float (type int)
# complex TypeError: __complex__ returned non-complex (type int)
# bytes TypeError: __bytes__ returned non-bytes (type str)
# dir TypeError: 'int' object is not iterable
# format TypeError: __format__ must return a str, not int
# bin TypeError: __index__ returned non-int (type float)
# list TypeError: iter() returned non-iterator of type 'int'
# range TypeError: __index__ returned non-int (type float)
# chr TypeError: __index__ returned non-int (type float)
# equal False equal False TypeError: '<' not supported between instances of 'Bad' and 'int' TypeError: __index__ returned non-int (type float) KeyError: 3
# TypeError: 'Bad' object does not support the context manager protocol (missed __enter__ method)
# len(e) -> TypeError object of type 'Empty' has no len()
# e() -> TypeError 'Empty' object is not callable
# e[0] -> TypeError 'Empty' object is not subscriptable
# e[0] = 1 -> TypeError 'Empty' object does not support item assignment
# del e[0] -> TypeError 'Empty' object doesn't support item deletion
# iter(e) -> TypeError 'Empty' object is not iterable
# next(e) -> TypeError 'Empty' object is not an iterator
# 1 in e -> TypeError argument of type 'Empty' is not a container or iterable
# int(e) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Empty'
# float(e) -> TypeError float() argument must be a string or a real number, not 'Empty'
# e + 1 -> TypeError unsupported operand type(s) for +: 'Empty' and 'int'
# -e -> TypeError bad operand type for unary -: 'Empty'
# e < e -> TypeError '<' not supported between instances of 'Empty' and 'Empty'
# abs(e) -> TypeError bad operand type for abs(): 'Empty'
# round(e) -> TypeError type Empty doesn't define __round__ method
# reversed(e) -> TypeError 'Empty' object is not reversible
# e.x -> AttributeError 'Empty' object has no attribute 'x'
# e.x() -> AttributeError 'Empty' object has no attribute 'x'
# del e.x -> AttributeError 'Empty' object has no attribute 'x'
# bytes(e) -> TypeError cannot convert 'Empty' object to bytes
# [1, 2][e] -> TypeError list indices must be integers or slices, not Empty
# "%d" % e -> TypeError %d format: a real number is required, not Empty
# format(e, "x") -> TypeError unsupported format string passed to Empty.__format__
# range(e) -> TypeError 'Empty' object cannot be interpreted as an integer
# e @ e -> TypeError unsupported operand type(s) for @: 'Empty' and 'Empty'
# e ** 2 -> TypeError unsupported operand type(s) for ** or pow(): 'Empty' and 'int'
# divmod(e, 1) -> TypeError unsupported operand type(s) for divmod(): 'Empty' and 'int'
# sum([e]) -> TypeError unsupported operand type(s) for +: 'int' and 'Empty'
# sorted([e, e]) -> TypeError '<' not supported between instances of 'Empty' and 'Empty'
# isinstance(e, e) -> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# dict(e) -> TypeError 'Empty' object is not iterable
# list(e) -> TypeError 'Empty' object is not iterable
# [*e] -> TypeError Value after * must be an iterable, not Empty
# {**e} -> TypeError 'Empty' object is not a mapping
# max(e) -> TypeError 'Empty' object is not iterable
# zip(e) -> TypeError 'Empty' object is not iterable
# int(e, 2) -> TypeError int() can't convert non-string with explicit base
# oct(e) -> TypeError 'Empty' object cannot be interpreted as an integer
# [0, 10, 20] [20, 10, 0] True ('slice', 1, 2, None) ('slice', None, None, 2) -10 True [0, 10, 20] [0, 10, 20] 30 20 ((0, 0), (1, 10), (2, 20))
# 0 [10, 20]
# set (1, slice(2, 3, None)) 4
# set Ellipsis 5
# del slice(None, None, 2)
# missing k 1 None
# ((1,), {'a': 2}) True False
# [O1, O3] True TypeError: '>=' not supported between instances of 'Ordered' and 'Ordered' TypeError: unhashable type: 'Ordered' True O2
# 3 c range(0, 2) 0b10 2 2.0 aa [0, 0] b'\x00\x00'  3.14 [0, 1]
