"""Generators: a pipeline of generator functions, a recursive one with yield from, and send()."""

import pyperf


def numbers(n):
    for i in range(n):
        yield i


def only_odd(source):
    for value in source:
        if value & 1:
            yield value


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


def averager():
    total = count = 0
    average = None
    while True:
        total += yield average
        count += 1
        average = total // count


def run(n):
    result = sum(only_odd(numbers(n))) + sum(walk(10))
    average = averager()
    next(average)
    for i in range(n):
        result += average.send(i)
    return result


if __name__ == '__main__':
    assert run(100) == 6986, run(100)
    pyperf.Runner().bench_func('generators_own', run, 50_000)
