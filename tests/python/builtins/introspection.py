# Documentation, signatures and modules of what is written natively.
import inspect
import math
from collections import deque

assert [].__doc__ == list.__doc__ == vars(list)['__doc__']
assert ValueError('x').__doc__ == 'Inappropriate argument value (of correct type).'
assert ArithmeticError.__doc__ in (vars(ArithmeticError)['__doc__'],)
assert deque().__module__ == 'collections'
assert not hasattr([], '__module__')


class Undocumented(Exception):
    pass


assert Undocumented.__doc__ is None and Undocumented().__doc__ is None

assert math.sqrt.__self__ is math
assert str(inspect.signature(math.sqrt)) == '(x, /)'
assert str(inspect.signature(abs)) == '(x, /)'
assert str(inspect.signature(breakpoint)) == '(*args, **kws)'
assert str(inspect.signature(enumerate)) == '(iterable, start=0)'
assert str(inspect.signature(list.__init__)) == '(self, /, *args, **kwargs)'
assert str(inspect.signature(object)) == '()'
assert int.__pow__.__text_signature__ == '($self, value, mod=None, /)'
for unsigned in (int, ValueError, range, deque, max, getattr):
    try:
        inspect.signature(unsigned)
    except ValueError:
        pass
    else:
        raise AssertionError(unsigned)


async def count():
    yield 1


async def ends():
    iterator = aiter(count())
    return await anext(iterator), await anext(iterator, 'end')


coroutine = ends()
try:
    coroutine.send(None)
except StopIteration as stop:
    assert stop.value == (1, 'end')
for wrong in (aiter, anext):
    try:
        wrong(1)
    except TypeError as error:
        assert 'async itera' in str(error)
    else:
        raise AssertionError(wrong)
