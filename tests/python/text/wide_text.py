# str with characters beyond U+FFFF or lone surrogates: indices, parts and sums are counted in code points.
import random

emoji = '\U0001F600'
short = 'a' + emoji + 'b'
assert len(short) == 3 and short[1] == emoji and short[-1] == 'b' and short[-2] == emoji
assert short[0:1] == 'a' and short[1:2] == emoji and short[1:] == emoji + 'b' and short[5:] == ''
assert short[::-1] == 'b' + emoji + 'a'
assert short + 'x' == 'a\U0001F600bx' and 'x' + short == 'xa\U0001F600b' and len(short + short) == 6
for bad in (3, -4):
    try:
        short[bad]
        raise AssertionError(bad)
    except IndexError as error:
        assert str(error) == 'string index out of range'

# Two lone surrogates side by side are not the character that they would make together.
high, low = '\ud83d', '\ude00'
both = high + low
assert len(both) == 2 and both != emoji and both[0] == high and both[1:] == low
assert {both: 1}.get(emoji) is None and {both: 1}[high + low] == 1
assert (both + emoji)[1:] == low + emoji

# Parts of long texts, from front to back and at random.
pool = ['a', 'é', '€', emoji, high, low, 'xyz', '\n']
rng = random.Random(7)
points = []
for _ in range(3000):
    points.extend(rng.choice(pool) if rng.random() < 0.3 else 'plain')
points = [c for piece in points for c in piece]
text = ''.join(points)
assert len(text) == len(points)
for _ in range(500):
    start = rng.randrange(-10, len(points) + 10)
    stop = start + rng.randrange(0, 200)
    part = text[start:stop]
    assert list(part) == points[start:stop], (start, stop)
    assert len(part) == len(points[start:stop])
for start in range(0, len(points), 97):
    assert text[start:start + 97] == ''.join(points[start:start + 97])
assert [list(line) for line in text.split('\n')] == [list(line) for line in ''.join(points).split('\n')]
assert sum(map(len, text.split('\n'))) + text.count('\n') == len(text)
assert (short * 5000)[2:5] == 'ba' + emoji and len((short * 5000)[1:]) == 14999


class Sub(str):
    pass


assert type(Sub('x') + short) is str and Sub(short) + 'x' == short + 'x' and type(Sub(short)[:2]) is str
assert Sub(short)[1] == emoji and Sub('abc')[1] == 'b' and Sub('') + short == short and Sub(short)[1:] == emoji + 'b'

# Membership of strings in plain sets and in sets of a subclass.
letters = set('abc') | {emoji}
assert 'a' in letters and 'd' not in letters and emoji in letters and Sub('a') in letters
assert 'a' in frozenset(letters) and 'ab' not in letters


class Every(set):
    def __contains__(self, item):
        return True


assert 'q' in Every('abc')

# Sets of such strings, joined in every way.
for others in ('a', 'ab', 'abcdefghijklmnop'):
    plain = set(others)
    for joined in (plain | {emoji}, {emoji} | plain, plain.union([emoji]), plain | {emoji, 'z'}, plain ^ {emoji}):
        assert emoji in joined and 'a' in joined and len(joined - plain - {'z'}) == 1, (others, joined)
    plain |= {emoji, Sub('sub')}
    assert emoji in plain and 'sub' in plain and plain & {emoji} == {emoji} and plain - {emoji, 'sub'} == set(others)
    plain.update({emoji}, {Sub('sub')}, ['a'])
    assert len(plain) == len(set(others)) + 2
    assert emoji in ({k: 1 for k in others} | {emoji: 2})
