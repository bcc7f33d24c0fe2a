"""A small stand-in for the `pyperf` package: what benchmark programs ask of it, measured in this one process.

Each benchmark is run until BENCH_BUDGET seconds are over (at least BENCH_MINIMUM times), and every value, in seconds
for one loop, goes to standard output on a line `\\x1eNAME<tab>VALUE`. The first values include warming up; the reader
looks at the best and at the median.
"""

import os
import sys
from time import perf_counter, process_time

if os.environ.get("BENCH_CLOCK") == "cpu":  # on a busy machine
    perf_counter = process_time

BUDGET = float(os.environ.get('BENCH_BUDGET', '1'))
MINIMUM = int(os.environ.get('BENCH_MINIMUM', '3'))
if os.environ.get('BENCH_MEMORY'):  # the highest resident set so far, when all is done
    import atexit

    def report_peak():
        with open('/proc/self/status') as status:
            sys.stdout.write(''.join(line for line in status if line.startswith('VmHWM:')))

    atexit.register(report_peak)

ENOUGH = 0.02  # a value measured for less than this is mostly the clock's


def python_implementation():
    return sys.implementation.name


class Arguments:
    pass


class Parser:
    """Defaults, `--name value`, and positional arguments: all that the programs need of argparse."""

    def __init__(self):
        self.options = []

    def add_argument(self, *names, **settings):
        self.options.append((names, settings))

    def add_mutually_exclusive_group(self, **settings):
        return self

    def add_argument_group(self, *names, **settings):
        return self

    def set_defaults(self, **values):
        for name in values:
            self.options.append((('--' + name,), {'default': values[name]}))

    def parse(self, words):
        result = Arguments()
        positional = []
        by_flag = {}
        for names, settings in self.options:
            dest = settings.get('dest') or names[-1].lstrip('-').replace('-', '_')
            if not hasattr(result, dest):
                default = settings.get('default')
                if default is None and settings.get('action') == 'store_true':
                    default = False
                setattr(result, dest, default)
            if names[0].startswith('-'):
                for name in names:
                    by_flag[name] = (dest, settings)
            else:
                positional.append((dest, settings))
        words = list(words)
        while words:
            word = words.pop(0)
            dest, settings = by_flag[word] if word in by_flag else positional.pop(0)
            action = settings.get('action', 'store')
            if action in ('store_true', 'store_const'):
                setattr(result, dest, settings.get('const', True))
                continue
            value = words.pop(0) if word in by_flag else word
            setattr(result, dest, settings.get('type', str)(value))
        return result


class Runner:
    def __init__(self, **settings):
        self.metadata = {}
        self.argparser = Parser()
        self.args = None

    def parse_args(self, words=None):
        if self.args is None:
            self.args = self.argparser.parse(sys.argv[1:] if words is None else words)
        return self.args

    def bench_time_func(self, name, function, *args, **settings):
        def value(loops):
            return function(loops, *args)
        measure(name, value)

    def bench_func(self, name, function, *args, **settings):
        def value(loops):
            start = perf_counter()
            for _ in range(loops):
                function(*args)
            return perf_counter() - start
        measure(name, value)

    def bench_async_func(self, name, function, *args, **settings):
        import asyncio

        async def several(loops):
            start = perf_counter()
            for _ in range(loops):
                await function(*args)
            return perf_counter() - start

        factory = settings.get('loop_factory')

        def value(loops):
            if factory is None:
                return asyncio.run(several(loops))
            with asyncio.Runner(loop_factory=factory) as runner:
                return runner.run(several(loops))
        measure(name, value)


def measure(name, value):
    started = perf_counter()
    loops = 1
    count = 0
    while True:
        seconds = value(loops)
        sys.stdout.write('\n\x1e' + name + '\t' + repr(seconds / loops) + '\n')
        sys.stdout.flush()
        count += 1
        if seconds < ENOUGH:
            loops *= 2 if seconds > ENOUGH / 10 else 10
        elif count >= MINIMUM and perf_counter() - started > BUDGET:
            return
