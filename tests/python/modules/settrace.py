# sys.settrace and sys.setprofile see the functions of a file that names them.
import sys

events = []


def tracer(frame, event, arg):
    if event == 'exception':
        arg = arg[0].__name__
    events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    return tracer


def loops(n):
    for i in range(n):
        n += i
    while n > 2:
        n -= 2
    return n


def handles():
    try:
        fails()
    except KeyError as e:
        x = 1
    finally:
        x = 2


def fails():
    raise KeyError(1)


sys.settrace(tracer)
loops(2)
handles()
sys.settrace(None)
for event in events:
    print(*event)
events.clear()
sys.setprofile(tracer)
loops(1)
sys.setprofile(None)
print([e[:2] for e in events if not e[0].startswith('c_')])


def bad(frame, event, arg):
    raise RuntimeError('no')


sys.settrace(bad)
try:
    loops(1)
except RuntimeError as e:
    print(e, sys.gettrace())


def matches(command):
    match command.split():
        case ['go', direction] if direction in 'nesw':
            return direction
        case ['go', _]:
            return 'no'
        case _:
            return 'default'


lines = []


def line(frame, event, arg):
    if event == 'line':
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    return line


sys.settrace(line)
for text in ('go n', 'go x', 'spam'):
    matches(text)
    print(lines)
    lines.clear()
sys.settrace(None)
# expect-stdout:
# call loops 0 None
# line loops 1 None
# line loops 2 None
# line loops 1 None
# line loops 2 None
# line loops 1 None
# line loops 3 None
# line loops 4 None
# line loops 3 None
# line loops 5 None
# return loops 5 1
# call handles 0 None
# line handles 1 None
# line handles 2 None
# call fails 0 None
# line fails 1 None
# exception fails 1 KeyError
# return fails 1 None
# exception handles 2 KeyError
# line handles 3 None
# line handles 4 None
# line handles 6 None
# return handles 6 None
# [('call', 'loops'), ('return', 'loops')]
# no None
# [1, 2, 3]
# [1, 2, 4, 5]
# [1, 2, 4, 6, 7]
