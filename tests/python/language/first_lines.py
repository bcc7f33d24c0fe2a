# co_firstlineno: decorators count, and so do they for generic functions.
SOURCE = '''

@d
@d
def f[T](x):
    return [lambda: i for i in x]


@d
class C:
    @d
    def m(self): pass
'''


def first_lines(code):
    found = [(code.co_name, code.co_firstlineno)]
    for constant in code.co_consts:
        if hasattr(constant, 'co_name'):
            found += first_lines(constant)
    return found


assert first_lines(compile(SOURCE, '', 'exec')) == [
    ('<module>', 1), ('<generic parameters of f>', 3), ('f', 3), ('<lambda>', 6), ('C', 9), ('m', 11),
], first_lines(compile(SOURCE, '', 'exec'))
