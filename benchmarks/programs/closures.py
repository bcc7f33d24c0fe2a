"""Closures, lambdas, default arguments and decorators; functools.reduce and sorted with a key."""

import functools

import pyperf


def counted(function):
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return function(*args, **kwargs)

    wrapper.calls = lambda: calls
    return wrapper


@counted
def add(a, b=1):
    return a + b


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), functions)


def run(n):
    pipeline = compose(lambda x: x + 1, lambda x: x * 2, add, lambda x: x - 3)
    total = 0
    for i in range(n):
        total += pipeline(i) + add(i, b=2)
    order = sorted(range(100), key=lambda value: -value)
    return total + order[0]


if __name__ == '__main__':
    assert run(10) == 224, run(10)
    pyperf.Runner().bench_func('closures', run, 50_000)
