"""Recursive Fibonacci: calls of a global function with one positional argument."""

import pyperf


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


if __name__ == '__main__':
    assert fib(15) == 610
    pyperf.Runner().bench_func('fib', fib, 25)
