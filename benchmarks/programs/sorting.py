"""Sorting: numbers, strings, tuples, keys, objects that compare with __lt__; and a bisected insertion."""

import bisect

import pyperf


class Version:
    def __init__(self, parts):
        self.parts = parts

    def __lt__(self, other):
        return self.parts < other.parts


def pseudo_random(n, seed=12345):
    values = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        values.append(seed)
    return values


def run(n):
    values = pseudo_random(n)
    by_number = sorted(values)
    by_text = sorted(map(str, values))
    pairs = sorted((value % 100, value) for value in values)
    by_key = sorted(values, key=lambda value: (value % 10, -value))
    versions = sorted(Version((value % 5, value % 7)) for value in values[:n // 4])
    line = []
    for value in values[:n // 4]:
        bisect.insort(line, value)
    return by_number[0] + len(by_text[0]) + pairs[-1][0] + by_key[0] % 10 + versions[0].parts[0] + len(line)


if __name__ == '__main__':
    assert run(1000) == 340086, run(1000)
    pyperf.Runner().bench_func('sorting', run, 10_000)
