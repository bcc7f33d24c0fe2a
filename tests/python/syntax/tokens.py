# The native tokenizer under `tokenize`.
import _tokenize


def tokens(source, extra_tokens=True):
    lines = iter(source.splitlines(True))
    return [tuple(t) for t in _tokenize.TokenizerIter(lines.__next__, extra_tokens=extra_tokens)]


assert tokens('if é:  # c\n\n  f"{x!r}"') == [
    (1, 'if', (1, 0), (1, 2), 'if é:  # c\n'),
    (1, 'é', (1, 3), (1, 4), 'if é:  # c\n'),
    (55, ':', (1, 4), (1, 5), 'if é:  # c\n'),
    (65, '# c', (1, 7), (1, 10), 'if é:  # c\n'),
    (4, '\n', (1, 10), (1, 11), 'if é:  # c\n'),
    (66, '\n', (2, 0), (2, 1), '\n'),
    (5, '  ', (3, 0), (3, 2), '  f"{x!r}"'),
    (59, 'f"', (3, 2), (3, 4), '  f"{x!r}"'),
    (55, '{', (3, 4), (3, 5), '  f"{x!r}"'),
    (1, 'x', (3, 5), (3, 6), '  f"{x!r}"'),
    (55, '!', (3, 6), (3, 7), '  f"{x!r}"'),
    (1, 'r', (3, 7), (3, 8), '  f"{x!r}"'),
    (55, '}', (3, 8), (3, 9), '  f"{x!r}"'),
    (61, '"', (3, 9), (3, 10), '  f"{x!r}"'),
    (4, '', (3, 10), (3, 11), '  f"{x!r}"'),
    (6, '', (4, 0), (4, 0), ''),
    (0, '', (4, 0), (4, 0), ''),
]
assert tokens('x == 1', extra_tokens=False) == [
    (1, 'x', (1, 0), (1, 1), 'x == 1'),
    (27, '==', (1, 2), (1, 4), 'x == 1'),
    (2, '1', (1, 5), (1, 6), 'x == 1'),
    (4, '', (1, 6), (1, 6), 'x == 1'),
    (0, '', (1, -1), (1, -1), 'x == 1'),
]
assert tokens('') == [(0, '', (1, 0), (1, 0), '')]
assert tokens('', extra_tokens=False) == []


def fails(source):
    seen = []
    lines = iter(source.splitlines(True))
    try:
        for token in _tokenize.TokenizerIter(lines.__next__, extra_tokens=True):
            seen.append(token[1])
    except SyntaxError as error:
        return seen, type(error), error.args
    raise AssertionError(source)


assert fails('x 1_') == (['x'], SyntaxError, ('invalid decimal literal', ('<string>', 1, 4, 'x 1_', 1, 4)))
assert fails('(') == (['(', ''], SyntaxError, ('unexpected EOF in multi-line statement',))
assert fails('a\n  b\n c')[1:] == (
    IndentationError,
    ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' c', None, None)),
)

# bytes with an encoding, and what readline may do
latin = iter([b'a\xe9\n'])
assert next(_tokenize.TokenizerIter(latin.__next__, extra_tokens=True, encoding='latin-1'))[1] == 'a\xe9'


def refused(readline, **options):
    try:
        next(_tokenize.TokenizerIter(readline, extra_tokens=True, **options))
    except TypeError as error:
        return str(error)
    raise AssertionError


assert refused(lambda: 5) == 'readline() returned a non-string object'
assert refused(lambda: 'a', encoding='utf-8') == 'readline() returned a non-bytes object'
assert refused(lambda: 'a', encoding=None) == "tokenizeriter() argument 'encoding' must be str, not None"


def broken():
    yield 'a\n'
    raise KeyError(1)


seen = []
try:
    for token in _tokenize.TokenizerIter(broken().__next__, extra_tokens=True):
        seen.append(token[1])
except KeyError:
    pass
assert seen == ['a', '\n'], seen
