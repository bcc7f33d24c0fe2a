"""Raising, catching, cleaning up: exceptions one to five frames deep, with finally and a custom class."""

import pyperf


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def deep(level, code):
    if level == 0:
        raise Refused(code)
    try:
        return deep(level - 1, code)
    finally:
        code += 1


def run(n):
    total = 0
    table = {}
    for i in range(n):
        try:
            total += deep(i % 5, i)
        except Refused as error:
            total += error.code
        try:
            total += table[i]
        except KeyError:
            table[i & 63] = i
    return total


if __name__ == '__main__':
    assert run(100) == 4950, run(100)
    pyperf.Runner().bench_func('exceptions', run, 20_000)
