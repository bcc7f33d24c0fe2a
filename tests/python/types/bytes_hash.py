# bytes as keys, alone and in tuples; those of length one are one object each, as in CPython.
data = b'abc'
assert data[0:1] is data[0:1] and bytes([97]) is data[:1]
assert hash(b'a') == hash(memoryview(b'a')) and hash(b'') == 0 and hash(b'a' * 100) == hash(memoryview(b'a' * 100))
assert hash(b'ab' + b'cd' * 40) == hash(b'ab' + (b'cd' * 40)) == hash((b'ab' + b'cd' * 40)[:])

counts = {}
words = [bytes([byte]) for byte in b'the quick the lazy the dog']
for pair in zip(words[:-1], words[1:]):
    counts[pair] = counts.get(pair, 0) + 1
assert counts[b't', b'h'] == 3 and counts[(bytes([104]), b'xe'[1:])] == 3 and (b'h', b't') not in counts
joined = {a + b: n for (a, b), n in counts.items()}
assert joined[b'th'] == 3 and joined[bytes(bytearray(b'th'))] == 3 and memoryview(b'th') in joined


class Odd(bytes):
    def __hash__(self):
        return 5

    def __eq__(self, other):
        return True


assert joined.get(Odd(b'th')) is None
assert (Odd(b'q'),) == (b'zz',) and (b'zz',) == (Odd(b'q'),) and [b'zz'] == [Odd(b'q')] and b'zz' == Odd(b'q')
assert (b'a', b'b') != (b'a', b'c') and (b'a', b'b') == (bytes([97]), b'ab'[1:])
assert (b'a',) != ('a',) and (b'a',) == (bytearray(b'a'),)
