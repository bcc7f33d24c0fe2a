"""sys.monitoring: events of the functions of a file that uses it, their order, DISABLE and restart_events."""
import sys
M = sys.monitoring
E = M.events
log = []
def loops(n):
    for i in range(n):
        n += i
    while n > 2:
        n -= 2
    return n
def fails():
    raise KeyError(1)
def handles():
    try:
        fails()
    except KeyError as e:
        x = 1
    return 5
def through():
    fails()
M.use_tool_id(1, 'mine')
for name in 'PY_START PY_RETURN LINE RAISE EXCEPTION_HANDLED PY_UNWIND'.split():
    def see(code, *args, name=name):
        if code.co_name == 'set_events' or code.co_name=='<module>': return
        log.append((name, code.co_name, args[0] - code.co_firstlineno if name == 'LINE' else [a for a in args[1:]]))
    M.register_callback(1, getattr(E, name), see)
M.set_events(1, E.PY_START | E.PY_RETURN | E.LINE | E.RAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND)
loops(2)
handles()
try: through()
except KeyError: pass
M.set_events(1, 0)
for l in log: print(*l)
log.clear()
M.set_local_events(1, loops.__code__, E.LINE)
seen = []
def line(code, line):
    seen.append(line - code.co_firstlineno)
    return M.DISABLE
M.register_callback(1, E.LINE, line)
loops(3); handles(); loops(3)
print(seen)
M.restart_events()
loops(1)
print(seen)
M.free_tool_id(1)
loops(1)
print(seen, M.get_tool(1))
# expect-stdout:
# PY_START loops []
# LINE loops 1
# LINE loops 2
# LINE loops 1
# LINE loops 2
# LINE loops 1
# LINE loops 3
# LINE loops 4
# LINE loops 3
# LINE loops 5
# PY_RETURN loops [1]
# PY_START handles []
# LINE handles 1
# LINE handles 2
# PY_START fails []
# LINE fails 1
# RAISE fails [KeyError(1)]
# PY_UNWIND fails [KeyError(1)]
# RAISE handles [KeyError(1)]
# EXCEPTION_HANDLED handles [KeyError(1)]
# LINE handles 3
# LINE handles 4
# LINE handles 5
# PY_RETURN handles [5]
# PY_START through []
# LINE through 1
# PY_START fails []
# LINE fails 1
# RAISE fails [KeyError(1)]
# PY_UNWIND fails [KeyError(1)]
# RAISE through [KeyError(1)]
# PY_UNWIND through [KeyError(1)]
# [1, 2, 1, 3, 4, 5]
# [1, 2, 1, 3, 4, 5, 1, 2, 1, 3, 5]
# [1, 2, 1, 3, 4, 5, 1, 2, 1, 3, 5] None
