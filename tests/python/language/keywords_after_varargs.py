# Calls of one form that mix positional arguments beyond the parameters, keyword-only ones and defaults, many times over.
def f(a, b=2, *rest, key=None, other='o'):
    return a, b, rest, key, other


def calls(n):
    return [f(1, key=n), f(1, 2, 3, 4, key=n), f(1, 2, 3, other=n), f(1, b=n), f(*range(n), key=n)]


for _ in range(3):
    for n in (1, 2, 5):
        assert calls(n) == [
            (1, 2, (), n, 'o'), (1, 2, (3, 4), n, 'o'), (1, 2, (3,), None, n), (1, n, (), None, 'o'),
            (0, 1 if n > 1 else 2, tuple(range(2, n)), n, 'o')]


class C:
    def m(self, callback, *args, context=None):
        return callback, args, context


c = C()
for i in range(4):
    assert c.m(1, context=i) == (1, (), i)
    assert c.m(1, 2, context=i) == (1, (2,), i)
    assert c.m(1, 2, 3, context=i) == (1, (2, 3), i)

for wrong in (lambda: f(key=1), lambda: f(1, a=2), lambda: f(1, 2, 3, nokey=1)):
    try:
        wrong()
    except TypeError as e:
        print(e)
# expect-stdout:
# f() missing 1 required positional argument: 'a'
# f() got multiple values for argument 'a'
# f() got an unexpected keyword argument 'nokey'
