# What compile() and ast.parse() refuse in trees and for older versions.
import ast


def message(f):
    try:
        f()
    except (ValueError, TypeError, SyntaxError) as error:
        return str(error.args[0])


def build(*body):
    return compile(ast.fix_missing_locations(ast.Module(list(body), [])), 'x', 'exec')


assert message(lambda: build(None)) == 'None disallowed in statement list'
assert message(lambda: build(ast.Expr(ast.List([None], ast.Load())))) == 'None disallowed in expression list'
assert message(lambda: build(ast.Import([ast.alias(None)]))) == "field 'name' is required for alias"
assert message(lambda: build(ast.Expr(ast.Constant((1, int))))) == 'got an invalid type in Constant: type'
assert ast.Name.__annotations__ == {'id': str, 'ctx': ast.expr_context}

for source, minor, words in [
    ('(x := 1)', 8, 'Assignment expressions are'),
    ('def f(a, /): pass', 8, 'Positional-only parameters are'),
    ('match x:\n case 1: pass', 10, 'Pattern matching is'),
    ('type X = int', 12, 'Type statement is'),
    ('try: pass\nexcept A, B: pass', 14, 'except expressions without parentheses are'),
]:
    expected = f'{words} only supported in Python 3.{minor} and greater'
    assert message(lambda: ast.parse(source, feature_version=(3, minor - 1))) == expected
    ast.parse(source, feature_version=(3, minor))
