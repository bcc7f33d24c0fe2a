"""Generators: send, throw, close, return values, yield from, state, errors."""


def error(function, *args):
    try:
        return function(*args)
    except BaseException as problem:
        return f'{type(problem).__name__}: {problem}'


def echo():
    received = None
    while True:
        try:
            received = yield ('got', received)
        except ValueError as problem:
            received = f'caught {problem}'
        except GeneratorExit:
            print('closing')
            raise


g = echo()
print(next(g), g.send(1), next(g), g.throw(ValueError('v')), g.throw(ValueError), g.gi_frame is not None, g.gi_running)
g.close()
print(error(next, g), error(g.send, 1), error(g.throw, KeyError('k')), g.gi_frame, g.close())
print(error(echo().send, 1))


def returns():
    yield 1
    return 'value'


r = returns()
next(r)
try:
    next(r)
except StopIteration as stop:
    print(stop.value, stop.args)


def delegate():
    result = yield from returns()
    print('result', result)
    result = yield from [1, 2]
    print('list gives', result)
    got = yield from echo()


d = delegate()
print([next(d) for _ in range(4)], d.send('through'), d.throw(ValueError('inner')))
d.close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
print(error(s.close))


def finalizes():
    try:
        yield 1
        yield 2
    finally:
        print('finally')


f = finalizes()
next(f)
f.close()
for x in finalizes():
    print('loop', x)


def raises_stop():
    yield 1
    raise StopIteration('inside')


try:
    list(raises_stop())
except RuntimeError as problem:
    print(problem, repr(problem.__cause__))


def reenter():
    yield next(me)


me = reenter()
print(error(next, me))


def swallow():
    while True:
        try:
            yield
        except Exception as problem:
            print('swallowed', repr(problem))


w = swallow()
next(w)
w.throw(KeyError, 'x')
w.throw(KeyError('y'))
print(error(w.throw, 5), error(w.throw, int))


def bad_delegate():
    yield from 5


print(error(next, bad_delegate()))


def tree(n):
    if n > 0:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)), sum(tree(8)))
print(echo.__name__, type(echo()).__name__, g.__name__, iter(g) is g)


def context():
    try:
        raise KeyError('outer')
    except KeyError:
        yield 'in handler'
        try:
            raise
        except KeyError as problem:
            yield repr(problem)


print(list(context()))


def exchange():
    try:
        yield
    finally:
        return 'from finally'


x = exchange()
next(x)
try:
    x.throw(ValueError)
except StopIteration as stop:
    print('stopped', stop.value)


class Iter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration('end')
        self.n -= 1
        return self.n


def from_iter():
    result = yield from Iter(2)
    yield ('result', result)


print(list(from_iter()), error(from_iter().send, 'x'))
q = (yield_value for yield_value in range(3))
print(next(q), q.send(None), error(q.send, 'ignored'), error(next, q))
a, b, *c = tree(3)
print(a, b, c, 2 in tree(3), min(tree(3)), dict(enumerate(tree(2))), [*zip(tree(2), 'abc')])
# expect-stdout:
# ('got', None) ('got', 1) ('got', None) ('got', 'caught v') ('got', 'caught ') True False
# closing
# StopIteration:  StopIteration:  KeyError: 'k' None None
# TypeError: can't send non-None value to a just-started generator
# value ('value',)
# result value
# list gives None
# [1, 1, 2, ('got', None)] ('got', 'through') ('got', 'caught inner')
# closing
# RuntimeError: generator ignored GeneratorExit
# finally
# loop 1
# loop 2
# finally
# generator raised StopIteration StopIteration('inside')
# ValueError: generator already executing
# swallowed KeyError('x')
# swallowed KeyError('y')
# TypeError: exceptions must be classes or instances deriving from BaseException, not int TypeError: exceptions must be classes or instances deriving from BaseException, not type
# TypeError: 'int' object is not iterable
# [1, 2, 1, 3, 1, 2, 1] 502
# echo generator echo True
# ['in handler', "KeyError('outer')"]
# stopped from finally
# [1, 0, ('result', 'end')] TypeError: can't send non-None value to a just-started generator
# 0 1 2 StopIteration: 
# 1 2 [1, 3, 1, 2, 1] True 1 {0: 1, 1: 2, 2: 1} [(1, 'a'), (2, 'b'), (1, 'c')]
