"""A while loop over small integers: the floor of everything else."""

import pyperf


def run(n):
    total = 0
    while n > 0:
        n -= 1
        if n % 3 == 0:
            total += n
    return total


if __name__ == '__main__':
    assert run(10) == 18
    pyperf.Runner().bench_func('counting_loop', run, 2_000_000)
