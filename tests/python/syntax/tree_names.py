"""Names in a tree given to compile() may be any text: dots and blanks, as parameters and as variables."""
import ast

names = ['.self', '.a b', '.0x', 'per-cent']


def renamed(source, mapping):
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for field in ('id', 'arg', 'name'):
            if getattr(node, field, None) in mapping:
                setattr(node, field, mapping[getattr(node, field)])
    namespace = {}
    exec(compile(tree, '<tree>', 'exec'), namespace)
    return namespace['f']


mapping = {'x': '.params', 'y': 'a b', 'z': '.z', 'k': 'k-w'}
f = renamed('def f(x, *, k=3):\n    y = x + k\n    if (z := y):\n        return y, z, [x for y in "a"]', mapping)
assert f(2) == (5, 5, [2]) and f(**{'.params': 1, 'k-w': 0}) == (1, 1, [1])
f = renamed('def f(x):\n    z = x\n    yield z\n    def g():\n        return z + 1\n    yield g()', mapping)
assert list(f(4)) == [4, 5]
f = renamed('def f(**z):\n    y = sorted(z)\n    return y', mapping)
assert f(q=1) == ['q']
