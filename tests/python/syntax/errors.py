# What a rejected program raises: class, words, place, and the hint traceback.py works from.

def rejected(source, mode='exec', flags=0):
    try:
        compile(source, 'f', mode, flags)
    except SyntaxError as error:
        return error
    raise AssertionError('accepted: ' + source)


def place(error):
    return error.lineno, error.offset, error.end_lineno, error.end_offset


e = rejected('x = 1\ny = (2 3)\n')
assert type(e) is SyntaxError
assert e.msg == 'invalid syntax. Perhaps you forgot a comma?'
assert e.filename == 'f'
assert place(e) == (2, 6, 2, 9)
assert e.text == 'y = (2 3)\n'
assert e.args == (e.msg, ('f', 2, 6, e.text, 2, 9))
assert str(e) == e.msg + ' (f, line 2)'
assert e._metadata == (0, 0, 'x = 1\ny = (2 3)\n')

e = rejected('if 1:\nx')
assert type(e) is IndentationError
assert e.msg == "expected an indented block after 'if' statement on line 1"
e = rejected('if 1:\n\tx\n        y')
assert type(e) is TabError
assert place(e) == (3, 1, 3, 0)

e = rejected('a\0')
assert e.args == ('source code string cannot contain null bytes',)
assert e.lineno is None

e = rejected(b'# coding: no-such-codec\n')
assert e.msg == 'unknown encoding: no-such-codec'
assert e.lineno == 0 and e.offset == -1 and e.text is None
e = rejected(b'x = "\xff"')
assert e.msg.startswith("Non-UTF-8 code starting with '\\xff' on line 1")
assert place(e) == (1, 6, 1, 6)

# bytes in their declared encoding
names = {}
exec(b'# coding: latin-1\nx = "\xe9"', names)
assert names['x'] == '\xe9'
exec(b'\xef\xbb\xbfx = "\xc3\xa9"', names)
assert names['x'] == '\xe9'

# columns count characters
e = rejected("é = '€' ù")
assert place(e) == (1, 9, 1, 10)

# modes
assert rejected('1; 2', 'eval').msg == 'invalid syntax'
assert rejected('1\n2', 'single').msg == 'multiple statements found while compiling a single statement'
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000
e = rejected('(', 'exec', PyCF_ALLOW_INCOMPLETE_INPUT)
assert type(e).__name__ == '_IncompleteInputError' and e.msg == 'incomplete input'

# names of characters
assert eval("'\\N{BULLET}\\N{latin small letter a}'") == '\u2022a'
assert rejected("'\\N{no such}'").msg.endswith('in position 0-10: unknown Unicode character name')
