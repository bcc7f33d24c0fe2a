# Signals: handlers run between steps of Python code, and waiting calls go on after them.
import os
import signal
import time

seen = []


def note(signum, frame):
    seen.append(signum)


assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL and signal.getsignal(signal.SIGPIPE) is signal.SIG_IGN
assert signal.signal(signal.SIGUSR1, note) is signal.SIG_DFL
assert signal.getsignal(signal.SIGUSR1) is note
os.kill(os.getpid(), signal.SIGUSR1)
assert seen == [signal.SIGUSR1]
signal.raise_signal(signal.SIGUSR1)
assert len(seen) == 2
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    seen.append('interrupt')
assert seen[-1] == 'interrupt'

# An alarm in a loop, and in a sleep that goes on after it (PEP 475).
signal.signal(signal.SIGALRM, note)
signal.setitimer(signal.ITIMER_REAL, 0.02)
while seen[-1] != signal.SIGALRM:
    pass
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.1)
assert time.monotonic() - start >= 0.1 and seen.count(signal.SIGALRM) == 2
assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
assert signal.alarm(100) == 0 and 99 <= signal.alarm(0) <= 100


class Stop(Exception):
    pass


def stop(signum, frame):
    raise Stop


signal.signal(signal.SIGALRM, stop)
r, w = os.pipe()
for wait in [lambda: time.sleep(20), lambda: os.read(r, 1), signal.pause]:
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        wait()
    except Stop:
        continue
    assert False
os.close(r)
os.close(w)

# Blocked signals wait.
signal.signal(signal.SIGUSR2, note)
assert signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]) == set()
signal.raise_signal(signal.SIGUSR2)
assert signal.SIGUSR2 not in seen and signal.sigpending() == {signal.SIGUSR2}
assert signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2]) == {signal.SIGUSR2}
assert signal.SIGUSR2 in seen

signal.signal(signal.SIGUSR1, signal.SIG_IGN)
before = len(seen)
os.kill(os.getpid(), signal.SIGUSR1)
assert len(seen) == before
for call, kind, text in [
    (lambda: signal.signal(0, note), ValueError, 'signal number out of range'),
    (lambda: signal.signal(signal.SIGTERM, 'x'), TypeError, 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object'),
    (lambda: signal.signal(signal.SIGKILL, note), OSError, '[Errno 22] Invalid argument'),
    (lambda: signal.getsignal(99), ValueError, 'signal number out of range'),
]:
    try:
        call()
    except kind as error:
        assert str(error) == text, str(error)
    else:
        assert False, text
assert signal.strsignal(2) == 'Interrupt' and signal.Signals(15).name == 'SIGTERM'
print('ok')
