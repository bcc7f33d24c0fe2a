# SyntaxWarnings go through the filters, and become errors that point into the source.
import warnings


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(source, 'f', 'exec')
    return [(w.category, str(w.message), w.filename, w.lineno) for w in caught]


advice = ' Such sequences will not work in the future. Did you mean "\\\\d"? A raw string is also an option.'
assert warned("x = 1\ny = '\\d'") == [
    (SyntaxWarning, '"\\d" is an invalid escape sequence.' + advice, 'f', 2),
]
assert [w[1] for w in warned("1if 1else 2\nx is 1")] == [
    'invalid decimal literal', 'invalid decimal literal', '"is" with \'int\' literal. Did you mean "=="?',
]

with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        compile("x = '\\d'", 'f', 'exec')
    except SyntaxError as error:
        assert error.msg == '"\\d" is an invalid escape sequence. Did you mean "\\\\d"? A raw string is also an option.'
        assert (error.lineno, error.offset, error.end_offset) == (1, 6, 8)
    else:
        raise AssertionError
    warnings.simplefilter('ignore')
    compile("x = '\\d'", 'f', 'exec')
