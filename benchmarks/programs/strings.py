"""Building and taking apart text: f-strings, join, split, replace, find, slicing, formatting."""

import pyperf


def run(n):
    lines = []
    for i in range(n):
        lines.append(f'{i:06d};{i * 7 % 1000:>5};{"name-%d" % (i % 13)!r};{i / 8:.3f}')
    text = '\n'.join(lines)
    total = 0
    for line in text.split('\n'):
        number, middle, name, value = line.split(';')
        total += int(number) + len(middle.strip()) + len(name.replace('-', '')) + line.find('.')
        if name[1:-1].startswith('name') and value.endswith('5'):
            total += ord(name[2])
    shout = ''
    for character in text[:2000]:
        shout += character.upper()
    return total + len(shout)


if __name__ == '__main__':
    assert run(100) == 15145, run(100)
    pyperf.Runner().bench_func('strings', run, 10_000)
