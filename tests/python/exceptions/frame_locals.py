# frame.f_locals: of tracebacks, and of running functions that say so.
import sys


def fail(a, *b, c=1, **d):
    x = 5
    y = [q for q in (1,)]
    def g(): return x
    1 / 0


try:
    fail(1, 2, z=3)
except ZeroDivisionError as e:
    f_locals = e.__traceback__.tb_next.tb_frame.f_locals
assert type(f_locals).__name__ == 'FrameLocalsProxy'
assert list(f_locals) == ['a', 'c', 'b', 'd', 'y', 'g', 'x'], list(f_locals)
assert (f_locals['a'], f_locals['b'], f_locals['d'], f_locals['y'], f_locals['x']) == (1, (2,), {'z': 3}, [1], 5)
f_locals['x'] = 7
assert f_locals == f_locals and f_locals['x'] == 7
try:
    del f_locals['x']
    raise AssertionError
except ValueError as e:
    assert str(e) == 'cannot remove local variables from FrameLocalsProxy'
assert type(f_locals | {'x': 10}) is dict

try:
    class C:
        attribute = 3
        1 / 0
except ZeroDivisionError as e:
    assert e.__traceback__.tb_next.tb_frame.f_locals['attribute'] == 3


def live(a):
    b = 2
    frame = sys._getframe()
    frame.f_locals['b'] = 5

    def inner():
        outer = sys._getframe(1)
        outer.f_locals['a'] += 1
        return outer is frame, outer.f_back.f_code.co_name, sys._getframe().f_back is outer
    return inner(), a, b


assert live(3) == ((True, '<module>', True), 4, 5), live(3)
