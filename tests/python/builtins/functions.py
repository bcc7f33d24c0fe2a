"""The built-in functions: arguments, results, laziness, errors."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f'{type(problem).__name__}: {problem}'


print(abs(-3), abs(-2.5), abs(3+4j), abs(True), all([]), all([1, 0]), any([]), any([0, 'x']), ascii('aé\n😀'), bin(-10), hex(255), oct(8), chr(128512), ord('é'))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(-0.0, 1), divmod(2**70, 3), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(3, -1, 7), pow(-8, 1/3))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(2.0), round(1e20), round(0.5, 0), round(True), error(round, float('nan')), error(round, float('inf')))
print(max(3, 1, 2), max('ab', 'b', key=len), max([], default='d'), min([3, 1]), min('a', 'B'), error(max, []), error(max, 1, 'a'), max([1, 1.0, True]), min(1, 2, key=lambda x: -x), error(max, 1, 2, default=3))
print(sum([1, 2], 10), sum([[1], [2]], []), sum((0.1,) * 10), sum([1, 2.5]), error(sum, ['a'], ''), sum([]), sum([True, True]), sum([2**62, 2**62]), sum(range(101)))
print(sorted([3, 1, 2], reverse=True), sorted('bA', key=str.lower), sorted([(1, 'b'), (1, 'a')]), sorted([1, 1.0, True]), error(sorted, [1, 'a']), sorted({'b': 1, 'a': 2}))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2])), list(zip('ab', [1, 2, 3])), error(list, zip('ab', [1], strict=True)), error(list, zip('a', [1, 2], strict=True)), list(zip()))
print(list(enumerate('ab', 5)), list(reversed([1, 2])), list(reversed(range(3))), list(reversed('ab')), list(reversed({'a': 1, 'b': 2})), list(range(10, 0, -3)), range(5)[1:3], range(0, 10, 3)[-1], 4 in range(0, 10, 2), len(range(0, 10, 3)))
print(range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)), range(0) == range(5, 5), range(10).index(3), range(10).count(11), error(range, 1, 2, 0), error(range(3).index, 9), repr(range(1, 10, 2)), range(10**20)[10**19])
it = iter([1, 2])
print(next(it), next(it), next(it, 'done'), error(next, it), list(iter(iter([5, 6, 7]).__next__, 7)), error(iter, 5, 6))
print(isinstance(True, int), issubclass(bool, int), callable(len), type(5), type(type), id(None) == id(None), hash('a') == hash('a'), hash(1) == hash(1.0) == hash(True), hash(-1), hash(2**61 - 1), hash(float('inf')), hash(0.5), hash(None) == hash(None))
print(int('  42 '), int('-0x1f', 16), int('0b101', 0), int('1_000'), int(3.9), int(-3.9), int('٣'), error(int, '1__0'), error(int, ''), error(int, '0x'), error(int, 'z', 36), int('z', 36), error(int, '1', 1), error(int, 1.5, 2), error(int, float('nan')), error(int, float('inf')), int(b'12'), int(True))
print(float(' 1e3 '), float('-inf'), float('nan'), float('1_0.5'), float(2**53 + 1), error(float, ''), error(float, '1 2'), error(float, 10**400), float('.5'), float('5.'), error(float, '.'), float('infinity'), float(b'2.5'))
print(complex('1+2j'), complex(1, 2), complex('j'), error(complex, '1 + 2j'), error(complex, 'x'), complex(1.5), complex('-infj'))
print(bool([]), bool('0'), bool(0.0), bool(None), str(b'a'), str(b'a', 'ascii'), str(1.0), repr('a\'b'), repr("a'b\""), repr('\x00\n\\'), repr('é\u200b\U0001F600'))
print(list('ab'), tuple([1]), set('aab') == {'a', 'b'}, frozenset([1, 1]), dict(a=1), dict([('b', 2)]), dict({'c': 3}, d=4), error(dict, [(1, 2, 3)]), error(dict, ['ab', 'cd', 'e']), dict(['ab']), bytes([1, 2]), bytes(3), bytes('é', 'utf-8'), error(bytes, [256]), error(bytes, -1), bytearray(b'x'))
print(eval('1 + 1'), eval(compile('2 * 3', 'f', 'eval')), exec('z = 5') or z, error(eval, '1 +'), error(eval, 'x = 1'), error(eval, ''), error(compile, 'x', 'f', 'bad'), error(exec, 5))
print(format(255, 'x'), format('a', '>3'), format(3.14159, '.2f'), format(1234567, ','), error(format, 1, 'zz'), error(format, 'a', 'd'), format(True, 'd'), format(None, ''), error(format, None, 'x'))
print(vars(type('C', (), {'a': 1}))['a'], error(vars, 1), error(dir, nope=1), 'append' in dir([]), sorted(k for k in dir() if k in ('error', 'it')), hasattr(1, 'real'), getattr(1, 'x', None), error(getattr, 1, 'x'))
print(slice(1, 2), slice(None, 5, 2).indices(10), slice(1) == slice(None, 1), error(slice), slice(1, 2, 3).step, hash(slice(1)) == hash(slice(1)), error(slice(1, 2, 0).indices, 3), slice(-3, None).indices(5))
print(print('a', 'b', sep='-', end='!\n'), print(), print(*[1, 2], sep='\n'), error(print, 1, sep=1), error(print, 1, end=1), print('x', file=None, flush=True))
print(memoryview(b'abc')[1], memoryview(b'abcd')[1:3].tobytes(), memoryview(bytearray(b'ab')).readonly, object() is object(), NotImplemented, Ellipsis, __debug__, error(bool, NotImplemented))
print(error(__import__, ''), breakpoint.__name__, error(chr, 0x110000), error(ord, ''), error(ord, 5), error(abs, None), error(hash, {}), error(len, 5), error(pow, 1, 2, 3.0), error(divmod, 'a', 1), error(isinstance, 1, 'int'), error(hash, [1]))
# expect-stdout:
# 3 2.5 5.0 1 True False False True 'a\xe9\n\U0001f600' -0b1010 0xff 0o10 😀 233
# (2, 1) (-3, 2) (-3, -2) (3.0, 1.5) (-0.0, 0.0) (393530540239137101141, 1) 1024 0.5 1 5 (1.0000000000000002+1.7320508075688772j)
# 2 4 -2 2.67 1200 1200 1400 2 100000000000000000000 0.0 1 ValueError: cannot convert float NaN to integer OverflowError: cannot convert float infinity to integer
# 3 ab d 1 B ValueError: max() iterable argument is empty TypeError: '>' not supported between instances of 'str' and 'int' 1 2 TypeError: Cannot specify a default for max() with multiple positional arguments
# 13 [1, 2] 1.0 3.5 TypeError: sum() can't sum strings [use ''.join(seq) instead] 0 2 9223372036854775808 5050
# [3, 2, 1] ['A', 'b'] [(1, 'a'), (1, 'b')] [1, 1.0, True] TypeError: '<' not supported between instances of 'str' and 'int' ['a', 'b']
# [11, 22] [1, 'a'] [2] [('a', 1), ('b', 2)] ValueError: zip() argument 2 is shorter than argument 1 ValueError: zip() argument 2 is longer than argument 1 []
# [(5, 'a'), (6, 'b')] [2, 1] [2, 1, 0] ['b', 'a'] ['b', 'a'] [10, 7, 4, 1] range(1, 3) 9 True 4
# True True True 3 0 ValueError: range() arg 3 must not be zero ValueError: range.index(x): x not in range range(1, 10, 2) 10000000000000000000
# 1 2 done StopIteration:  [5, 6] TypeError: iter(v, w): v must be callable
# True True True <class 'int'> <class 'type'> True True True -2 0 314159 1152921504606846976 True
# 42 -31 5 1000 3 -3 3 ValueError: invalid literal for int() with base 10: '1__0' ValueError: invalid literal for int() with base 10: '' ValueError: invalid literal for int() with base 10: '0x' 35 35 ValueError: int() base must be >= 2 and <= 36, or 0 TypeError: int() can't convert non-string with explicit base ValueError: cannot convert float NaN to integer OverflowError: cannot convert float infinity to integer 12 1
# 1000.0 -inf nan 10.5 9007199254740992.0 ValueError: could not convert string to float: '' ValueError: could not convert string to float: '1 2' OverflowError: int too large to convert to float 0.5 5.0 ValueError: could not convert string to float: '.' inf 2.5
# (1+2j) (1+2j) 1j ValueError: complex() arg is a malformed string ValueError: complex() arg is a malformed string (1.5+0j) -infj
# False True False False b'a' a 1.0 "a'b" 'a\'b"' '\x00\n\\' 'é\u200b😀'
# ['a', 'b'] (1,) True frozenset({1}) {'a': 1} {'b': 2} {'c': 3, 'd': 4} ValueError: dictionary update sequence element #0 has length 3; 2 is required ValueError: dictionary update sequence element #2 has length 1; 2 is required {'a': 'b'} b'\x01\x02' b'\x00\x00\x00' b'\xc3\xa9' ValueError: bytes must be in range(0, 256) ValueError: negative count bytearray(b'x')
# 2 6 5 SyntaxError: invalid syntax (<string>, line 1) SyntaxError: invalid syntax (<string>, line 1) SyntaxError: invalid syntax (<string>, line 0) ValueError: compile() mode must be 'exec', 'eval' or 'single' TypeError: exec() arg 1 must be a string, bytes or code object
# ff   a 3.14 1,234,567 ValueError: Unknown format code 'z' for object of type 'int' ValueError: Unknown format code 'd' for object of type 'str' 1 None TypeError: unsupported format string passed to NoneType.__format__
# 1 TypeError: vars() argument must have __dict__ attribute TypeError: dir() takes no keyword arguments True ['error', 'it'] True None AttributeError: 'int' object has no attribute 'x'
# slice(1, 2, None) (0, 5, 2) True TypeError: slice expected at least 1 argument, got 0 3 True ValueError: slice step cannot be zero (2, 5, 1)
# a-b!
#
# 1
# 2
# x
# None None None TypeError: sep must be None or a string, not int TypeError: end must be None or a string, not int None
# 98 b'bc' False False NotImplemented Ellipsis True TypeError: NotImplemented should not be used in a boolean context
# ValueError: Empty module name breakpoint ValueError: chr() arg not in range(0x110000) TypeError: ord() expected a character, but string of length 0 found TypeError: ord() expected string of length 1, but int found TypeError: bad operand type for abs(): 'NoneType' TypeError: unhashable type: 'dict' TypeError: object of type 'int' has no len() TypeError: pow() 3rd argument not allowed unless all arguments are integers TypeError: unsupported operand type(s) for divmod(): 'str' and 'int' TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union TypeError: unhashable type: 'list'
