# Which calls cProfile counts, how it names them, and who called whom; times are left out.
import _lsprof
import cProfile
import io
import json
import profile
import pstats
import re
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def steps(n):
    for i in range(n):
        yield len(str(i))


class Box:
    def sorted(self):
        return sorted([3, 1, 2], key=lambda x: -x)

    def named(self, *values, **names):
        return dict(names)

    def __len__(self):
        return 4


class Sub(Box):
    def named(self, *values, **names):
        return super().named(*values, **names)


def raises():
    try:
        ''.join([1])
    except TypeError:
        pass


def work():
    fib(6)
    sum(steps(3))
    Box().sorted()
    Sub().named(1, *[2], b=3)
    values = []
    values.append(1)
    list.append(values, 2)
    dict.fromkeys('ab')
    'x'.upper()
    len(Box())
    getattr(3, 'real')
    raises()
    eval('len("abc")')


def shown(stats):
    """The table without times, one `calls name` a line, sorted."""
    lines = re.findall(r'^ *([\d/]+) +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ (.*)$', stats, re.MULTILINE)
    return sorted(f'{calls:>5} {re.sub(r"^.*/", "", name)}' for calls, name in lines)


profiler = cProfile.Profile()
profiler.enable()
work()
profiler.disable()
out = io.StringIO()
stats = pstats.Stats(profiler, stream=out)
stats.sort_stats('name').print_stats()
print(*shown(out.getvalue()), sep='\n')
print(stats.total_calls, stats.prim_calls)

# Who called whom.
entries = {e.code if isinstance(e.code, str) else e.code.co_name: e for e in profiler.getstats()}
fibs = entries['fib']
print(fibs.callcount, fibs.reccallcount, [(e.code.co_name, e.callcount, e.reccallcount) for e in fibs.calls])
print(sorted(e.code if isinstance(e.code, str) else e.code.co_name for e in entries['work'].calls))
assert entries['<built-in method builtins.len>'].totaltime >= entries['<built-in method builtins.len>'].inlinetime >= 0

# A run with its table; a context manager; runcall gives the result.
sys.stdout = captured = io.StringIO()
cProfile.run('fib(3)', sort='calls')
sys.stdout = sys.__stdout__
print(*shown(captured.getvalue()), sep='\n')
with cProfile.Profile(builtins=False, subcalls=False) as quiet:
    len('abc')
    fib(1)
print(sorted(e.code.co_name for e in quiet.getstats() if not isinstance(e.code, str)))
assert cProfile.Profile().runcall(fib, 5) == 5

# A timer of one's own.
ticks = iter(range(1000))
timed = _lsprof.Profiler(lambda: next(ticks), 0.5)
timed.enable()
len('')
fib(2)
timed.disable()
print(*sorted((e.code if isinstance(e.code, str) else e.code.co_name, *e[1:5]) for e in timed.getstats()), sep='\n')
timed.clear()
assert timed.getstats() == []

# Only one at a time.
first, second = cProfile.Profile(), cProfile.Profile()
first.enable()
try:
    second.enable()
except ValueError as error:
    message = str(error)
first.disable()
print(message)
second.enable()
second.disable()
second.disable()

# The profiler in Python hears of the same calls by sys.setprofile.
slow = profile.Profile()
slow.runcall(work)
out = io.StringIO()
pstats.Stats(slow, stream=out).print_stats()
print(*[line for line in shown(out.getvalue()) if 'fib' in line or 'steps' in line or 'named' in line], sep='\n')

events = []
sys.setprofile(lambda frame, event, arg: events.append((event, frame.f_code.co_name, getattr(arg, '__name__', arg))))
sum(steps(1))
raises()
sys.setprofile(None)
print(*events, sep='\n')
# expect-stdout:
#     1 <string>:1(<module>)
#     1 cprofile_calls.py:22(sorted)
#     1 cprofile_calls.py:25(named)
#     1 cprofile_calls.py:28(__len__)
#     1 cprofile_calls.py:33(named)
#     1 cprofile_calls.py:37(raises)
#     1 cprofile_calls.py:44(work)
#     1 {built-in method builtins.eval}
#     1 {built-in method builtins.getattr}
#     1 {built-in method builtins.sorted}
#     1 {built-in method builtins.sum}
#     1 {built-in method fromkeys}
#     1 {method 'disable' of '_lsprof.Profiler' objects}
#     1 {method 'join' of 'str' objects}
#     1 {method 'upper' of 'str' objects}
#     2 {method 'append' of 'list' objects}
#     3 cprofile_calls.py:23(<lambda>)
#     4 cprofile_calls.py:16(steps)
#     5 {built-in method builtins.len}
#  25/1 cprofile_calls.py:12(fib)
# 54 30
# 25 24 [('fib', 24, 22)]
# ['<built-in method builtins.eval>', '<built-in method builtins.getattr>', '<built-in method builtins.len>', '<built-in method builtins.sum>', '<built-in method fromkeys>', "<method 'append' of 'list' objects>", "<method 'upper' of 'str' objects>", 'fib', 'named', 'raises', 'sorted']
#     1 <string>:1(<module>)
#     1 {built-in method builtins.exec}
#     1 {method 'disable' of '_lsprof.Profiler' objects}
#   5/1 cprofile_calls.py:12(fib)
# ['__exit__', 'fib']
# ('<built-in method builtins.len>', 1, 0, 0.5, 0.5)
# ("<method 'disable' of '_lsprof.Profiler' objects>", 1, 0, 0.5, 0.5)
# ('fib', 3, 2, 2.5, 2.5)
# tool 2 is already in use
#     1 cprofile_calls.py:25(named)
#     1 cprofile_calls.py:33(named)
#     4 cprofile_calls.py:16(steps)
#  25/1 cprofile_calls.py:12(fib)
# ('c_call', '<module>', 'sum')
# ('call', 'steps', None)
# ('c_call', 'steps', 'len')
# ('c_return', 'steps', 'len')
# ('return', 'steps', 1)
# ('call', 'steps', None)
# ('return', 'steps', None)
# ('c_return', '<module>', 'sum')
# ('call', 'raises', None)
# ('c_call', 'raises', 'join')
# ('c_exception', 'raises', 'join')
# ('return', 'raises', None)
# ('c_call', '<module>', 'setprofile')
