"""Writes what CPython 3.14's re does with many patterns: input of tests/unit/sre.test.mjs.

usage: generate-sre-corpus.py OUT SEED COUNT [--with-lib-tests]

Each line is a JSON array: pattern, flags, code list, groups, subjects; a subject is [text or bytes as latin-1, results], and the
results are those of match, fullmatch, search and finditer: spans of all groups and lastindex, or null.
Patterns are made at random by the grammar below; --with-lib-tests adds the ones of CPython's own tests (not for committing).
"""

import ast
import json
import random
import re
import sys
import time
import warnings

warnings.simplefilter('ignore')


def spans(m):
    if m is None:
        return None
    return [x for i in range(m.re.groups + 1) for x in m.span(i)] + [m.lastindex or -1]


def results(p, s):
    return [spans(p.match(s)), spans(p.fullmatch(s)), spans(p.search(s)), [spans(m) for m in p.finditer(s)],
            spans(p.search(s, 1, max(1, len(s) - 1)))]


def encode(s):
    return s if isinstance(s, str) else s.decode('latin-1')


def entry(pattern, flags, subjects):
    """One line, or None if the pattern does not compile."""
    try:
        parsed = re._parser.parse(pattern, flags)
        code = re._compiler._code(parsed, flags)
        compiled = re.compile(pattern, flags)
    except (re.PatternError, OverflowError, ValueError, RecursionError):
        return None
    rows = []
    for s in subjects:
        start = time.perf_counter()
        rows.append([encode(s), results(compiled, s)])
        if time.perf_counter() - start > 0.02:
            return None  # exponential
    return [encode(pattern), flags | parsed.state.flags, isinstance(pattern, bytes), list(map(int, code)), compiled.groups, rows]


class Maker:
    """Random patterns that reach every operator."""

    def __init__(self, rng):
        self.rng = rng
        self.groups = 0
        self.open = []
        self.bytes = False

    def char(self):
        pool = 'aaabbbccABC01_ .\n-' + ('' if self.bytes else 'éßſKσς\u4e00İ')
        return self.rng.choice(pool)

    def atom(self, depth):
        r = self.rng.random()
        if r < 0.40:
            return re.escape(self.char())
        if r < 0.48:
            return '.'
        if r < 0.58:
            return self.charset()
        if r < 0.66:
            return self.rng.choice([r'\d', r'\w', r'\s', r'\D', r'\W', r'\S'])
        if depth <= 0:
            return re.escape(self.char())
        if r < 0.80:
            return self.capture(depth)
        if r < 0.86:
            return '(?:%s)' % self.alternatives(depth - 1)
        if r < 0.88:
            return '(?>%s)' % self.alternatives(depth - 1)
        if r < 0.92:
            return self.rng.choice(['(?=%s)', '(?!%s)']) % self.alternatives(depth - 1)
        if r < 0.94:
            return self.rng.choice(['(?<=%s)', '(?<!%s)']) % self.sequence(min(depth - 1, 1), plain=True)
        if r < 0.96 and self.groups:
            return '(?(%d)%s|%s)' % (self.rng.randint(1, self.groups), self.sequence(depth - 1), self.sequence(depth - 1))
        if r < 0.98 and self.groups:
            return '\\%d' % self.rng.randint(1, self.groups)
        return '(?%s:%s)' % (self.rng.choice(['i', 's', 'm', '-i', 'a' if not self.bytes else 'i']), self.alternatives(depth - 1))

    def capture(self, depth):
        self.groups += 1
        self.open.append(self.groups)
        body = self.alternatives(depth - 1)
        self.open.pop()
        return '(%s)' % body

    def charset(self):
        items = [re.escape(self.char()) for _ in range(self.rng.randint(1, 3))]
        if self.rng.random() < 0.4:
            items.append(self.rng.choice(['a-c', 'A-Z', '0-9', r'\w', r'\d', r'\s', r'\W'] + ([] if self.bytes else ['à-ÿ', '\u0400-\u04ff'])))
        return '[%s%s]' % (self.rng.choice(['', '', '^']), ''.join(items))

    def quantified(self, depth):
        atom = self.atom(depth)
        if self.rng.random() < 0.45:
            atom += self.rng.choice(['*', '+', '?', '{2}', '{1,2}', '{0,2}', '{2,}', '*', '+']) + self.rng.choice(['', '', '?', '+'])
        return atom

    def sequence(self, depth, plain=False):
        n = self.rng.randint(0 if not plain else 1, 3)
        parts = []
        for _ in range(n):
            if self.rng.random() < 0.08:
                parts.append(self.rng.choice(['^', '$', r'\b', r'\B', r'\A', r'\Z']))
            parts.append(self.atom(depth) if plain else self.quantified(depth))
        return ''.join(parts)

    def alternatives(self, depth):
        n = self.rng.choice([1, 1, 1, 2, 2, 3])
        return '|'.join(self.sequence(depth) for _ in range(n))

    def pattern(self):
        self.groups = 0
        self.bytes = self.rng.random() < 0.15
        text = self.alternatives(self.rng.choice([1, 2, 2, 3]))
        flags = 0
        for flag in (re.I, re.M, re.S):
            if self.rng.random() < 0.2:
                flags |= flag
        if self.bytes:
            if self.rng.random() < 0.3:
                flags |= re.L
            return text.encode('latin-1'), flags
        if self.rng.random() < 0.1:
            flags |= re.A
        return text, flags

    def subject(self, wide):
        s = ''.join(self.char() for _ in range(self.rng.choice([0, 1, 2, 3, 4, 6, 9])))
        if self.bytes:
            return s.encode('latin-1')
        return s + '\U0001d400a' if wide else s


def generated(seed, count):
    rng = random.Random(seed)
    maker = Maker(rng)
    done = 0
    while done < count:
        pattern, flags = maker.pattern()
        row = entry(pattern, int(flags), [maker.subject(i == 5) for i in range(6)])
        if row is not None:
            done += 1
            yield row


def library_patterns():
    from test import re_tests
    for t in re_tests.tests:
        yield t[0], 0, [t[1]]
        yield t[0], int(re.I | re.M), [t[1]]
    import test.test_re
    tree = ast.parse(open(test.test_re.__file__).read())
    texts = sorted({n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and len(n.value) < 200})
    for p in texts:
        for flags in (0, re.I, re.M | re.S, re.A | re.I):
            subjects = [s for s in texts if len(s) < 40]
            yield p, int(flags), random.Random(p).sample(subjects, 8)


def main():
    out, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open(out, 'w', encoding='utf-8') as f:
        if '--with-lib-tests' in sys.argv:
            for pattern, flags, subjects in library_patterns():
                row = entry(pattern, flags, subjects)
                if row is not None:
                    f.write(json.dumps(row) + '\n')
        for row in generated(seed, count):
            f.write(json.dumps(row) + '\n')


main()
