"""Lists, dicts, sets and tuples as a program uses them: counting words, grouping, slicing, membership."""

import pyperf

WORDS = ('the quick brown fox jumps over the lazy dog while a red fox sleeps under the old tree ' * 40).split()


def run(n):
    result = 0
    for _ in range(n):
        counts = {}
        for word in WORDS:
            counts[word] = counts.get(word, 0) + 1
        groups = {}
        for index, word in enumerate(WORDS):
            groups.setdefault(len(word), []).append(index)
        seen = set()
        pairs = []
        for first, second in zip(WORDS, WORDS[1:]):
            pair = (first, second)
            if pair not in seen:
                seen.add(pair)
                pairs.append(pair)
        result += len(counts) + len(groups[3]) + len(pairs) + len(seen & set(zip(WORDS[::2], WORDS[1::2])))
    return result


if __name__ == '__main__':
    assert run(1) == 362, run(1)
    pyperf.Runner().bench_func('containers', run, 30)
