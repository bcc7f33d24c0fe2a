"""The tokenizer asks for a line when it needs one: programs count along."""
import io
import tokenize

SOURCE = '''def f(a,
      b):
    """Doc
    string."""

    # comment
    x = f"{a!r:>{
        b}}" + \\
        'y'
    if x:
        return x
y = 1'''

for source in (SOURCE, SOURCE + '\n', '', '\n', '  \n', 'x'):
    read = 0
    lines = io.StringIO(source)

    def readline():
        global read
        read += 1
        return lines.readline()

    seen = []
    for token in tokenize.generate_tokens(readline):
        in_piece = token.type in (tokenize.FSTRING_START, tokenize.FSTRING_MIDDLE) or token.start[0] in (3, 4, 7, 8, 9)
        seen.append((tokenize.tok_name[token.type], token.string, token.start, None if in_piece else read))
    print(*seen, sep='\n')


def fails():
    yield 'x = 1\n'
    yield 'if x:\n'
    raise LookupError('no more')


seen = []
try:
    for token in tokenize.generate_tokens(fails().__next__):
        seen.append(token.string)
except LookupError as error:
    print(seen, error)
for bad in ('x = (1,\n', 'x = """\na', "x = 'a\n", 'if x:\n    y\n  z\n', 'x = f"{a"\n', 'x = \\\n', '(]\n'):
    seen = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(bad).readline):
            seen.append(token.string)
    except (SyntaxError, tokenize.TokenError) as error:
        print(seen, type(error).__name__, error)
# expect-stdout:
# ('NAME', 'def', (1, 0), 1)
# ('NAME', 'f', (1, 4), 1)
# ('OP', '(', (1, 5), 1)
# ('NAME', 'a', (1, 6), 1)
# ('OP', ',', (1, 7), 1)
# ('NL', '\n', (1, 8), 1)
# ('NAME', 'b', (2, 6), 2)
# ('OP', ')', (2, 7), 2)
# ('OP', ':', (2, 8), 2)
# ('NEWLINE', '\n', (2, 9), 2)
# ('INDENT', '    ', (3, 0), None)
# ('STRING', '"""Doc\n    string."""', (3, 4), None)
# ('NEWLINE', '\n', (4, 14), None)
# ('NL', '\n', (5, 0), 5)
# ('COMMENT', '# comment', (6, 4), 6)
# ('NL', '\n', (6, 13), 6)
# ('NAME', 'x', (7, 4), None)
# ('OP', '=', (7, 6), None)
# ('FSTRING_START', 'f"', (7, 8), None)
# ('OP', '{', (7, 10), None)
# ('NAME', 'a', (7, 11), None)
# ('OP', '!', (7, 12), None)
# ('NAME', 'r', (7, 13), None)
# ('OP', ':', (7, 14), None)
# ('FSTRING_MIDDLE', '>', (7, 15), None)
# ('OP', '{', (7, 16), None)
# ('NL', '\n', (7, 17), None)
# ('NAME', 'b', (8, 8), None)
# ('OP', '}', (8, 9), None)
# ('FSTRING_MIDDLE', '', (8, 10), None)
# ('OP', '}', (8, 10), None)
# ('FSTRING_END', '"', (8, 11), None)
# ('OP', '+', (8, 13), None)
# ('STRING', "'y'", (9, 8), None)
# ('NEWLINE', '\n', (9, 11), None)
# ('NAME', 'if', (10, 4), 10)
# ('NAME', 'x', (10, 7), 10)
# ('OP', ':', (10, 8), 10)
# ('NEWLINE', '\n', (10, 9), 10)
# ('INDENT', '        ', (11, 0), 11)
# ('NAME', 'return', (11, 8), 11)
# ('NAME', 'x', (11, 15), 11)
# ('NEWLINE', '\n', (11, 16), 11)
# ('DEDENT', '', (12, 0), 12)
# ('DEDENT', '', (12, 0), 12)
# ('NAME', 'y', (12, 0), 12)
# ('OP', '=', (12, 2), 12)
# ('NUMBER', '1', (12, 4), 12)
# ('NEWLINE', '', (12, 5), 12)
# ('ENDMARKER', '', (13, 0), 13)
# ('NAME', 'def', (1, 0), 1)
# ('NAME', 'f', (1, 4), 1)
# ('OP', '(', (1, 5), 1)
# ('NAME', 'a', (1, 6), 1)
# ('OP', ',', (1, 7), 1)
# ('NL', '\n', (1, 8), 1)
# ('NAME', 'b', (2, 6), 2)
# ('OP', ')', (2, 7), 2)
# ('OP', ':', (2, 8), 2)
# ('NEWLINE', '\n', (2, 9), 2)
# ('INDENT', '    ', (3, 0), None)
# ('STRING', '"""Doc\n    string."""', (3, 4), None)
# ('NEWLINE', '\n', (4, 14), None)
# ('NL', '\n', (5, 0), 5)
# ('COMMENT', '# comment', (6, 4), 6)
# ('NL', '\n', (6, 13), 6)
# ('NAME', 'x', (7, 4), None)
# ('OP', '=', (7, 6), None)
# ('FSTRING_START', 'f"', (7, 8), None)
# ('OP', '{', (7, 10), None)
# ('NAME', 'a', (7, 11), None)
# ('OP', '!', (7, 12), None)
# ('NAME', 'r', (7, 13), None)
# ('OP', ':', (7, 14), None)
# ('FSTRING_MIDDLE', '>', (7, 15), None)
# ('OP', '{', (7, 16), None)
# ('NL', '\n', (7, 17), None)
# ('NAME', 'b', (8, 8), None)
# ('OP', '}', (8, 9), None)
# ('FSTRING_MIDDLE', '', (8, 10), None)
# ('OP', '}', (8, 10), None)
# ('FSTRING_END', '"', (8, 11), None)
# ('OP', '+', (8, 13), None)
# ('STRING', "'y'", (9, 8), None)
# ('NEWLINE', '\n', (9, 11), None)
# ('NAME', 'if', (10, 4), 10)
# ('NAME', 'x', (10, 7), 10)
# ('OP', ':', (10, 8), 10)
# ('NEWLINE', '\n', (10, 9), 10)
# ('INDENT', '        ', (11, 0), 11)
# ('NAME', 'return', (11, 8), 11)
# ('NAME', 'x', (11, 15), 11)
# ('NEWLINE', '\n', (11, 16), 11)
# ('DEDENT', '', (12, 0), 12)
# ('DEDENT', '', (12, 0), 12)
# ('NAME', 'y', (12, 0), 12)
# ('OP', '=', (12, 2), 12)
# ('NUMBER', '1', (12, 4), 12)
# ('NEWLINE', '\n', (12, 5), 12)
# ('ENDMARKER', '', (13, 0), 13)
# ('ENDMARKER', '', (1, 0), 1)
# ('NL', '\n', (1, 0), 1)
# ('ENDMARKER', '', (2, 0), 2)
# ('NL', '\n', (1, 2), 1)
# ('ENDMARKER', '', (2, 0), 2)
# ('NAME', 'x', (1, 0), 1)
# ('NEWLINE', '', (1, 1), 1)
# ('ENDMARKER', '', (2, 0), 2)
# ['x', '=', '1', '\n', 'if', 'x', ':', '\n'] no more
# ['x', '=', '(', '1', ',', '\n'] TokenError ('unexpected EOF in multi-line statement', (1, 0))
# ['x', '='] TokenError ('EOF in multi-line string', (1, 5))
# ['x', '='] TokenError ('unterminated string literal (detected at line 1)', (1, 5))
# ['if', 'x', ':', '\n', '    ', 'y', '\n'] IndentationError unindent does not match any outer indentation level (<string>, line 3)
# ['x', '=', 'f"', '{', 'a'] TokenError ("f-string: expecting '}'", (1, 9))
# ['x', '='] TokenError ('unexpected EOF in multi-line statement', (1, 6))
