"""match statements: every kind of pattern, guards, captures, classes."""

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Color:
    RED = 'red'


class Positional:
    __match_args__ = ('b', 'a')

    def __init__(self):
        self.a, self.b = 1, 2


def classify(value):
    match value:
        case 0 | 1:
            return 'small'
        case -1:
            return 'minus one'
        case 2.5 | 1j | 'text' | b'bytes' | None | True:
            return f'literal {value!r}'
        case Color.RED:
            return 'dotted'
        case int(n) if n > 100:
            return f'big {n}'
        case str() as s:
            return f'string {s}'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [1, *rest]:
            return f'starts with 1, {rest}'
        case (first, *_, last) if first == last:
            return f'same ends {first}'
        case {'kind': 'a', **rest}:
            return f'kind a {rest}'
        case {'x': x, 'y': [y, *_]}:
            return f'mapping {x} {y}'
        case Point(x=0, y=y):
            return f'on axis {y}'
        case Point(x, y) if x == y:
            return 'diagonal'
        case Positional(2, a=a):
            return f'positional {a}'
        case bool() | float():
            return 'bool or float'
        case _:
            return 'other'


values = [0, 1, True, -1, 2.5, 1j, 'text', b'bytes', None, 'red', 500, 7, 'abc', [], (9,), [1, 2, 3], (5, 6, 5), [4, 5],
          {'kind': 'a', 'n': 1}, {'x': 1, 'y': 'yz'}, {'x': 1}, {}, Point(0, 3), Point(2, 2), Point(1, 2), Positional(),
          False, 9.5, range(1), {1, 2}, bytearray(b'x'), iter([1])]
for value in values:
    print(classify(value))

match [1, [2, 3]]:
    case [a, [b, c]] as whole:
        print(a, b, c, whole)
match {'a': {'b': 1}}:
    case {'a': {'b': int() as deep}}:
        print(deep)
match 3:
    case 1 | 2:
        print('no')
match x := 5:
    case 5:
        print('walrus', x)
match 1, 2:
    case 1, y:
        print('tuple', y)

for source in ['match Point(1, 2):\n    case Point(1, 2, 3): pass', 'match 1:\n    case int(1, 2): pass',
               'match 1:\n    case print(): pass']:
    try:
        exec(source)
    except TypeError as error:
        print(error)
case = match = 1
print(case, match)
# expect-stdout:
# small
# small
# small
# minus one
# literal 2.5
# literal 1j
# literal 'text'
# literal b'bytes'
# literal None
# dotted
# big 500
# other
# string abc
# empty
# one 9
# starts with 1, [2, 3]
# same ends 5
# other
# kind a {'n': 1}
# other
# other
# other
# on axis 3
# diagonal
# other
# positional 1
# small
# bool or float
# one 0
# other
# other
# other
# 1 2 3 [1, [2, 3]]
# 1
# walrus 5
# tuple 2
# Point() accepts 2 positional sub-patterns (3 given)
# int() accepts 1 positional sub-pattern (2 given)
# called match pattern must be a class
# 1 1
