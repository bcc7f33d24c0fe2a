# `from __future__ import annotations`: annotations are kept as text; code compiled by exec inherits the feature.
from __future__ import annotations


def f(a: (1,), b: x[1, 2], c: x[1:2, ::3], d: lambda x, *y, z=1, **k: x, e: (a if b else c) if d else e,
      g: -x**-y, h: not a and (b or c), i: [a for a in b if c], j: {1: 2, **c}, k: f"a{b!r:>{c}}d{{", m: 1e400) -> None:
    pass


assert f.__annotations__ == {
    'a': '(1,)', 'b': 'x[1, 2]', 'c': 'x[1:2, ::3]', 'd': 'lambda x, *y, z=1, **k: x',
    'e': '(a if b else c) if d else e', 'g': '-x ** (-y)', 'h': 'not a and (b or c)', 'i': '[a for a in b if c]',
    'j': '{1: 2, **c}', 'k': "f'a{b!r:>{c}}d{{'", 'm': '1e309', 'return': 'None',
}


class C:
    x: int
    if 0:
        y: str
    else:
        z: a.b = 3


assert C.__annotations__ == {'x': 'int', 'z': 'a.b'}
ns = {}
exec('def q(a: int): pass', ns)
assert ns['q'].__annotations__ == {'a': 'int'}
exec(compile('def q(a: int): pass', 's', 'exec', dont_inherit=True), ns)
assert ns['q'].__annotations__ == {'a': int}
