"""Operators: precedence, chaining, short circuit, in-place forms, reflection, evaluation order."""

print(2 ** 3 ** 2, -2 ** 2, 2 ** -1, 7 // 2, -7 // 2, 7 % -3, -7 % 3, 1 - 2 - 3, 2 + 3 * 4 % 5)
print(1 | 2 ^ 3 & 4 << 1, ~5, not 1 or 2, 1 and 0 or 3, 5 > 3 and 2, [] or {} or 'x', 1 < 2 in [True, 2])
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if 0 else 2)(), not not [])
order = []


def v(x):
    order.append(x)
    return x


v(1) + v(2) * v(3)
v(4) < v(5) < v(3) < v(6)
{v(7): v(8)}[v(7)]
(v('f') and print)(v('a'), *[v('b')], sep=v(''))
a = [0, 0]
a[v(0)] = v(9)
a[v(1)] += v(10)
print(order, a)


class Num:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        if isinstance(other, str):
            return NotImplemented
        return f'{self.name}.add({getattr(other, "name", other)})'

    def __radd__(self, other):
        return f'{self.name}.radd({getattr(other, "name", other)})'

    def __iadd__(self, other):
        return f'{self.name}.iadd({other})'

    def __matmul__(self, other):
        return 'matmul'

    def __neg__(self):
        return 'neg'

    def __pow__(self, other, mod=None):
        return ('pow', other, mod)

    def __divmod__(self, other):
        return ('divmod', other)

    def __rdivmod__(self, other):
        return ('rdivmod', other)


class Sub(Num):
    def __radd__(self, other):
        return f'sub {self.name}.radd({other.name})'


x, y = Num('x'), Sub('y')
print(x + y, y + x, 1 + x, x + 1, x @ 1, -x, x ** 2, pow(x, 2, 3), divmod(x, 1), divmod(1, x))
x += 5
print(x)
for source in ['Num("x") + "s"', '1 + "a"', '"a" + 1', '[1] + (2,)', '-"a"', '1 < "a"', 'None > 1', '[] * 1.5', '{} | 1', '1 << -1',
               '1 // 0', '1 % 0', '1.0 / 0', '0 ** -1', '2 @ 3', '~1.5', '1 in 5', '"a" in 5', '1 in "a"', '(1, 2) < (1, "a")',
               'object() < object()', '[][0]', '()[1]', '{}["k"]', '"a"["b"]', '[1]["a"]', '1[0]', 'None.x', '(1).x', 'len(5)', 'abs("a")',
               'divmod(1, 0)', '1 .__add__', 'int.__add__(1)', '[1, 2][1:2:0]']:
    try:
        print(source, '->', eval(source) if 'add__' not in source or '(1)' in source else type(eval(source)).__name__)
    except Exception as error:
        print(source, '->', type(error).__name__, error)
numbers = [1]
alias = numbers
numbers += (2, 3)
numbers *= 2
print(alias, numbers is alias)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as error:
    print(error, t)
s = {1}
s |= {2}; s -= {1}; s ^= {3}; s &= {3}
d = {'a': 1}
d |= {'b': 2}
print(s, d, {'a': 1} | {'a': 2}, 3 == 3.0 == (3+0j), True + True, 'ab' * 3, [0] * 3, -1 * [1])
# expect-stdout:
# 512 -4 0.5 3 -4 -2 2 -4 4
# 3 -6 2 3 2 x True
# 3 2 False
# ab
# [1, 2, 3, 4, 5, 3, 7, 8, 7, 'f', 'a', 'b', '', 9, 0, 1, 10] [9, 10]
# sub y.radd(x) y.add(x) x.radd(1) x.add(1) matmul neg ('pow', 2, None) ('pow', 2, 3) ('divmod', 1) ('rdivmod', 1)
# x.iadd(5)
# Num("x") + "s" -> TypeError unsupported operand type(s) for +: 'Num' and 'str'
# 1 + "a" -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# "a" + 1 -> TypeError can only concatenate str (not "int") to str
# [1] + (2,) -> TypeError can only concatenate list (not "tuple") to list
# -"a" -> TypeError bad operand type for unary -: 'str'
# 1 < "a" -> TypeError '<' not supported between instances of 'int' and 'str'
# None > 1 -> TypeError '>' not supported between instances of 'NoneType' and 'int'
# [] * 1.5 -> TypeError can't multiply sequence by non-int of type 'float'
# {} | 1 -> TypeError unsupported operand type(s) for |: 'dict' and 'int'
# 1 << -1 -> ValueError negative shift count
# 1 // 0 -> ZeroDivisionError division by zero
# 1 % 0 -> ZeroDivisionError division by zero
# 1.0 / 0 -> ZeroDivisionError division by zero
# 0 ** -1 -> ZeroDivisionError zero to a negative power
# 2 @ 3 -> TypeError unsupported operand type(s) for @: 'int' and 'int'
# ~1.5 -> TypeError bad operand type for unary ~: 'float'
# 1 in 5 -> TypeError argument of type 'int' is not a container or iterable
# "a" in 5 -> TypeError argument of type 'int' is not a container or iterable
# 1 in "a" -> TypeError 'in <string>' requires string as left operand, not int
# (1, 2) < (1, "a") -> TypeError '<' not supported between instances of 'int' and 'str'
# object() < object() -> TypeError '<' not supported between instances of 'object' and 'object'
# [][0] -> IndexError list index out of range
# ()[1] -> IndexError tuple index out of range
# {}["k"] -> KeyError 'k'
# "a"["b"] -> TypeError string indices must be integers, not 'str'
# [1]["a"] -> TypeError list indices must be integers or slices, not str
# 1[0] -> TypeError 'int' object is not subscriptable
# None.x -> AttributeError 'NoneType' object has no attribute 'x'
# (1).x -> AttributeError 'int' object has no attribute 'x'
# len(5) -> TypeError object of type 'int' has no len()
# abs("a") -> TypeError bad operand type for abs(): 'str'
# divmod(1, 0) -> ZeroDivisionError division by zero
# 1 .__add__ -> method-wrapper
# int.__add__(1) -> TypeError expected 1 argument, got 0
# [1, 2][1:2:0] -> ValueError slice step cannot be zero
# [1, 2, 3, 1, 2, 3] True
# 'tuple' object does not support item assignment (1, [2, 3])
# {3} {'a': 1, 'b': 2} {'a': 2} True 2 ababab [0, 0, 0] []
