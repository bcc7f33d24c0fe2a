"""re: searching, groups, alternatives, sub with a function, split, a pattern that backtracks."""

import re

import pyperf

LOG = '\n'.join(
    f'2026-0{i % 9 + 1}-{i % 28 + 1:02d} {i % 24:02d}:{i % 60:02d}:00 {("INFO", "WARNING", "ERROR")[i % 3]} '
    f'module{i % 17}.part: user="u{i}" took {i * 3 % 977}ms path=/a/{i}/b?x={i}&y=z'
    for i in range(500)
)
LINE = re.compile(r'^(?P<date>\d{4}-\d\d-\d\d) (\d\d:\d\d):\d\d (?P<level>[A-Z]+) (\w+)\.(\w+): (.*)$', re.M)
FIELD = re.compile(r'(\w+)=("[^"]*"|\S+)')
WORD = re.compile(r'\b[a-z]+(?:\d+)?\b', re.I)


def run(n):
    total = 0
    for _ in range(n):
        for match in LINE.finditer(LOG):
            total += len(match['level']) + len(dict(FIELD.findall(match[6])))
        total += len(WORD.findall(LOG))
        total += len(re.sub(r'(\d+)ms', lambda m: str(int(m[1]) * 2), LOG))
        total += len(re.split(r'[;&?\s]+', LOG))
        total += len(re.findall(r'(?:ERROR|WARNING).*?user="(u\d*[05])"', LOG))
    return total


if __name__ == '__main__':
    assert run(1) == 57400, run(1)
    pyperf.Runner().bench_func('regular_expressions', run, 3)
