"""The prompt without editing: what was typed is remembered, so that tracebacks show its lines."""

import code
import linecache
import sys


class BasicConsole(code.InteractiveConsole):
    def raw_input(self, prompt=''):
        """Where input is no terminal the prompt goes to standard error, as PyOS_Readline does it."""
        if sys.stdin.isatty():
            return input(prompt)
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.removesuffix('\n')

    def runsource(self, source, filename='<stdin>', symbol='single'):
        try:
            compiled = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)
            return False
        if compiled is None:
            return True
        linecache._register_code(compiled, source, filename)
        self.runcode(compiled)
        return False


def interact(namespace):
    BasicConsole(namespace, filename='<stdin>').interact(banner='', exitmsg='')
