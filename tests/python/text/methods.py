"""str methods over ASCII, accents, special casing and astral characters."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


for s in ('', 'abc', 'Hello World', 'ÉCOLE été', 'ß', 'ﬁ', 'İ', 'ǅ', 'Σας ΣΑΣ', '😀a😀', 'ab12', '١٢', '½', 'a b\tc\n', "it's", '\u2028x', 'ªº', '\x85'):
    print(ascii(s), [ascii(f()) for f in (s.upper, s.lower, s.title, s.capitalize, s.swapcase, s.casefold)])
    print('  ', [f() for f in (s.isalpha, s.isdigit, s.isdecimal, s.isnumeric, s.isalnum, s.isspace, s.isupper, s.islower, s.istitle, s.isidentifier, s.isprintable, s.isascii)], len(s))
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c'.split(None, 1), 'a b c'.rsplit(' ', 1), ''.split(), ''.split(','), ' a b '.split(' '), error('a'.split, ''), 'a\x1cb\x85c\u3000d'.split(), 'abc'.split('abc'))
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i'.splitlines(), 'a\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\n\nb'.splitlines())
print('abcabc'.find('c'), 'abc'.find('z'), 'abcabc'.rfind('b'), 'abc'.find(''), 'abc'.find('', 5), 'abc'.index('b', -2), error('abc'.index, 'z'), error('abc'.rindex, 'z'), 'aaa'.count('aa'), 'abc'.count(''), '😀x😀'.find('x'), 'abc'.startswith('b', 1), 'abc'.endswith(('x', 'c')), error('a'.startswith, 5), error('a'.startswith, [1]))
print('xxaxx'.strip('x'), 'abcba'.lstrip('ab'), 'abcba'.rstrip('ba'), '\u3000a\xa0'.strip() == 'a', error('a'.strip, 5), 'prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'))
print('aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), ''.replace('', 'x'), 'abab'.replace('ab', 'x', count=1), error('a'.replace, 1, 'b'), '|'.join('abc'), error('-'.join, [1]), error('-'.join, ['a', None]), error('-'.join, 5))
print('a'.center(4, '*'), 'ab'.center(5, '*'), 'a'.ljust(3, '.'), '-5'.zfill(4), '--1'.zfill(5), error('a'.center, 5, 'xy'), error('a'.ljust, 'x'), '😀'.center(5, 'é'), '\ta\tbc\td'.expandtabs(4))
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.rpartition('='), error('a'.partition, ''), 'abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 1}), error(str.maketrans, 'a', 'bc'))
print('abc'[-1], 'abc'[::-1], '😀é'[::-1], 'abc'[5:], error(lambda: 'abc'[3]), error(lambda: 'abc'['a']), 'ab' * 0, error(lambda: 'a' + 1), error(lambda: 1 + 'a'), error(lambda: 'a' * 'b'), error(lambda: 'a' % 1), error(lambda: 1 in 'a'))
print('a' < 'b', 'a' < 'B', '😀' > '\uffff', 'a' != b'a', sorted(['b', 'A', 'é', '😀', '\uffff']), '' in '', 'bc' in 'abc', list('a😀b'), 'a😀b'[1], [ord(c) for c in '😀é'], '\N{GRINNING FACE}', ascii('😀\ud800'), len('\ud83d\ude00'), '\ud83d\ude00' == '😀', repr('\ud800'), '😀😀'.split('😀'), 'x😀y'.index('y'), 'ab😀'.rjust(5, '_'))
print(str(), str(b'x', 'utf-8'), error(str, 'a', 'utf-8'), str.upper('a'), error(str.upper, 5), error(str.upper), 'a'.__eq__(1))


class S(str):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __str__(self): return 'custom'


s = S('ab')
print(s, repr(s), s + 'x', type(s + '').__name__, type(s.upper()).__name__, s == 'abab', f'{s}', '%s' % s, str.__str__(s), hash(s) == hash('abab'), {s: 1}['abab'], type(s.strip()).__name__, type(str(s)).__name__)
# expect-stdout:
# '' ["''", "''", "''", "''", "''", "''"]
#    [False, False, False, False, False, False, False, False, False, False, True, True] 0
# 'abc' ["'ABC'", "'abc'", "'Abc'", "'Abc'", "'ABC'", "'abc'"]
#    [True, False, False, False, True, False, False, True, False, True, True, True] 3
# 'Hello World' ["'HELLO WORLD'", "'hello world'", "'Hello World'", "'Hello world'", "'hELLO wORLD'", "'hello world'"]
#    [False, False, False, False, False, False, False, False, True, False, True, True] 11
# '\xc9COLE \xe9t\xe9' ["'\\xc9COLE \\xc9T\\xc9'", "'\\xe9cole \\xe9t\\xe9'", "'\\xc9cole \\xc9t\\xe9'", "'\\xc9cole \\xe9t\\xe9'", "'\\xe9cole \\xc9T\\xc9'", "'\\xe9cole \\xe9t\\xe9'"]
#    [False, False, False, False, False, False, False, False, False, False, True, False] 9
# '\xdf' ["'SS'", "'\\xdf'", "'Ss'", "'Ss'", "'SS'", "'ss'"]
#    [True, False, False, False, True, False, False, True, False, True, True, False] 1
# '\ufb01' ["'FI'", "'\\ufb01'", "'Fi'", "'Fi'", "'FI'", "'fi'"]
#    [True, False, False, False, True, False, False, True, False, True, True, False] 1
# '\u0130' ["'\\u0130'", "'i\\u0307'", "'\\u0130'", "'\\u0130'", "'i\\u0307'", "'i\\u0307'"]
#    [True, False, False, False, True, False, True, False, True, True, True, False] 1
# '\u01c5' ["'\\u01c4'", "'\\u01c6'", "'\\u01c5'", "'\\u01c5'", "'\\u01c5'", "'\\u01c6'"]
#    [True, False, False, False, True, False, False, False, True, True, True, False] 1
# '\u03a3\u03b1\u03c2 \u03a3\u0391\u03a3' ["'\\u03a3\\u0391\\u03a3 \\u03a3\\u0391\\u03a3'", "'\\u03c3\\u03b1\\u03c2 \\u03c3\\u03b1\\u03c2'", "'\\u03a3\\u03b1\\u03c2 \\u03a3\\u03b1\\u03c2'", "'\\u03a3\\u03b1\\u03c2 \\u03c3\\u03b1\\u03c2'", "'\\u03c3\\u0391\\u03a3 \\u03c3\\u03b1\\u03c2'", "'\\u03c3\\u03b1\\u03c3 \\u03c3\\u03b1\\u03c3'"]
#    [False, False, False, False, False, False, False, False, False, False, True, False] 7
# '\U0001f600a\U0001f600' ["'\\U0001f600A\\U0001f600'", "'\\U0001f600a\\U0001f600'", "'\\U0001f600A\\U0001f600'", "'\\U0001f600a\\U0001f600'", "'\\U0001f600A\\U0001f600'", "'\\U0001f600a\\U0001f600'"]
#    [False, False, False, False, False, False, False, True, False, False, True, False] 3
# 'ab12' ["'AB12'", "'ab12'", "'Ab12'", "'Ab12'", "'AB12'", "'ab12'"]
#    [False, False, False, False, True, False, False, True, False, True, True, True] 4
# '\u0661\u0662' ["'\\u0661\\u0662'", "'\\u0661\\u0662'", "'\\u0661\\u0662'", "'\\u0661\\u0662'", "'\\u0661\\u0662'", "'\\u0661\\u0662'"]
#    [False, True, True, True, True, False, False, False, False, False, True, False] 2
# '\xbd' ["'\\xbd'", "'\\xbd'", "'\\xbd'", "'\\xbd'", "'\\xbd'", "'\\xbd'"]
#    [False, False, False, True, True, False, False, False, False, False, True, False] 1
# 'a b\tc\n' ["'A B\\tC\\n'", "'a b\\tc\\n'", "'A B\\tC\\n'", "'A b\\tc\\n'", "'A B\\tC\\n'", "'a b\\tc\\n'"]
#    [False, False, False, False, False, False, False, True, False, False, False, True] 6
# "it's" ['"IT\'S"', '"it\'s"', '"It\'S"', '"It\'s"', '"IT\'S"', '"it\'s"']
#    [False, False, False, False, False, False, False, True, False, False, True, True] 4
# '\u2028x' ["'\\u2028X'", "'\\u2028x'", "'\\u2028X'", "'\\u2028x'", "'\\u2028X'", "'\\u2028x'"]
#    [False, False, False, False, False, False, False, True, False, False, False, False] 2
# '\xaa\xba' ["'\\xaa\\xba'", "'\\xaa\\xba'", "'\\xaa\\xba'", "'\\xaa\\xba'", "'\\xaa\\xba'", "'\\xaa\\xba'"]
#    [True, False, False, False, True, False, False, True, False, True, True, False] 2
# '\x85' ["'\\x85'", "'\\x85'", "'\\x85'", "'\\x85'", "'\\x85'", "'\\x85'"]
#    [False, False, False, False, False, True, False, False, False, False, False, False] 1
# ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b c'] ['a b', 'c'] [] [''] ['', 'a', 'b', ''] ValueError: empty separator ['a', 'b', 'c', 'd'] ['', '']
# ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] ['a\n'] [] [''] ['a', '', 'b']
# 2 -1 4 0 -1 1 ValueError: substring not found ValueError: substring not found 1 4 1 True True TypeError: startswith first arg must be str or a tuple of str, not int TypeError: startswith first arg must be str or a tuple of str, not list
# a cba abc True TypeError: strip arg must be None or str x x
# bba -a-b-c- x xab TypeError: replace() argument 1 must be str, not int a|b|c TypeError: sequence item 0: expected str instance, int found TypeError: sequence item 1: expected str instance, NoneType found TypeError: can only join an iterable
# *a** **ab* a.. -005 -00-1 TypeError: The fill character must be exactly one character long TypeError: 'str' object cannot be interpreted as an integer éé😀éé     a   bc  d
# ('a', '=', 'b=c') ('a=b', '=', 'c') ('', '', 'abc') ValueError: empty separator Xd xy {97: 1} ValueError: the first two maketrans arguments must have equal length
# c cba é😀  IndexError: string index out of range TypeError: string indices must be integers, not 'str'  TypeError: can only concatenate str (not "int") to str TypeError: unsupported operand type(s) for +: 'int' and 'str' TypeError: can't multiply sequence by non-int of type 'str' TypeError: not all arguments converted during string formatting TypeError: 'in <string>' requires string as left operand, not int
# True False True True ['A', 'b', 'é', '\uffff', '😀'] True True ['a', '😀', 'b'] 😀 [128512, 233] 😀 '\U0001f600\ud800' 2 False '\ud800' ['', '', ''] 2 __ab😀
#  x TypeError: decoding str is not supported A TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object TypeError: unbound method str.upper() needs an argument NotImplemented
# custom 'abab' ababx str str True custom custom abab True 1 str str
