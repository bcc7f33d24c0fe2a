# Membership in displays of constants.
class Odd:
    def __init__(self, answers): self.answers = answers
    def __eq__(self, other):
        self.answers.append(other)
        return other == 'b'
    __hash__ = None

class Text(str):
    def __eq__(self, other): return True
    __hash__ = str.__hash__

def kinds(x):
    return [x in ('a', 'b'), x in (1, 2, 3), x in ('a', 1, None), x in (1.5, 2.0, 'x'), x in (True, 'a'),
            x in [1, 'a'], x in {'a', 'b', 'c'}, x not in ('a', 1), x in (), x in ('\U0001f600', 'a')]

def show(x):
    try:
        return kinds(x)
    except TypeError as error:
        return str(error)

for value in ['a', 'b', 'zz', 1, 2, 0, 1.0, 1.5, True, False, None, 2.0, 10**20, b'a', (), '\U0001f600', Text('q'), [], 1j, float('nan')]:
    print(repr(value), show(value))
seen = []
print(Odd(seen) in ('a', 'b', 'c'), seen)
try:
    print(Odd(seen) in {'a', 'b', 'c'})
except TypeError as error:
    print(error)

def same():
    return (1, 'a', None)
assert same() is same()
assert same() == (1, 'a', None)
assert ((1, 2), 3)[0] == (1, 2)
assert (-1, +2, 2 ** 3) == (-1, 2, 8)
def later():
    yield 1 in (yield 'in'), (1, 2)
g = later()
next(g)
assert g.send([1]) == (True, (1, 2))
big = 'k9' in ('k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9')
assert big is True
assert [c for c in 'hello' if c not in 'aeiou' and c not in ('h',)] == ['l', 'l']
import sys
assert 1 < 2 in (2, 3)
# expect-stdout:
# 'a' [True, False, True, False, True, True, True, False, False, True]
# 'b' [True, False, False, False, False, False, True, True, False, False]
# 'zz' [False, False, False, False, False, False, False, True, False, False]
# 1 [False, True, True, False, True, True, False, False, False, False]
# 2 [False, True, False, True, False, False, False, True, False, False]
# 0 [False, False, False, False, False, False, False, True, False, False]
# 1.0 [False, True, True, False, True, True, False, False, False, False]
# 1.5 [False, False, False, True, False, False, False, True, False, False]
# True [False, True, True, False, True, True, False, False, False, False]
# False [False, False, False, False, False, False, False, True, False, False]
# None [False, False, True, False, False, False, False, True, False, False]
# 2.0 [False, True, False, True, False, False, False, True, False, False]
# 100000000000000000000 [False, False, False, False, False, False, False, True, False, False]
# b'a' [False, False, False, False, False, False, False, True, False, False]
# () [False, False, False, False, False, False, False, True, False, False]
# '😀' [False, False, False, False, False, False, False, True, False, True]
# 'q' [True, True, True, True, True, True, False, False, False, True]
# [] cannot use 'list' as a set element (unhashable type: 'list')
# 1j [False, False, False, False, False, False, False, True, False, False]
# nan [False, False, False, False, False, False, False, True, False, False]
# True ['a', 'b']
# cannot use 'Odd' as a set element (unhashable type: 'Odd')
