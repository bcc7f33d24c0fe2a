"""Types at a Python prompt through a pseudo-terminal. Runs on CPython: `terminal.py SCENARIO COMMAND...`, scenarios as JSON.

A scenario is a list of steps `[keys, awaited]`: the keys are sent, then the output must come to match the regular expression (without its
escape sequences, unless the expression has one); `awaited` null means that the program ends. Prints what did not come, and ends with status 1.
"""

import json
import os
import pty
import re
import select
import signal
import sys
import time

PATIENCE = 60
ESCAPE = re.compile(r'\x1b(?:\[[?0-9;]*[A-Za-z]|[>=])')


def start(command):
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    return pid, terminal


def read(terminal, patience):
    ready, _, _ = select.select([terminal], [], [], patience)
    if not ready:
        return None
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b''


def await_output(terminal, pattern):
    """What was written when the pattern came; the text so far when it did not."""
    output = b''
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        text = output.decode(errors='replace')
        if pattern is not None and re.search(pattern, text if '\\x1b' in pattern else ESCAPE.sub('', text), re.DOTALL):
            return True, output
        data = read(terminal, 0.5)
        if data == b'':
            return pattern is None, output
        output += data or b''
    return False, output


def play(steps, command):
    pid, terminal = start(command)
    try:
        for number, (keys, pattern) in enumerate(steps):
            os.write(terminal, keys.encode())
            came, output = await_output(terminal, pattern)
            if not came:
                print(f'step {number}: after {keys!r} there was no {pattern!r} but {output.decode(errors="replace")!r}')
                return 1
        return 0
    finally:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(pid, 0)


sys.exit(play(json.loads(sys.argv[1]), sys.argv[2:]))
