"""What re finds: groups in loops, empty matches, positions, flags, wide text, bytes."""

import re

# A group in a loop keeps its last round; one that took no part in the round keeps the round before.
assert re.match('(?:(a)|b)*', 'ab').groups() == ('a',)
assert re.match('(a|b*)*', 'b').groups() == ('',)
assert re.match('(a*)*', 'b').groups() == ('',)
assert re.match('(?:(a)|(b)|(c))+', 'abc').groups() == ('a', 'b', 'c')
assert re.match(r'(?:(a)|b)\1c', 'bc') is None

# Empty matches: one may follow a match, two at one place may not.
assert re.findall('x*', 'abxd') == ['', '', 'x', '', '']
assert re.sub('x*', '-', 'abxd') == '-a-b--d-'
assert re.split('x*', 'axbc') == ['', 'a', '', 'b', 'c', '']
assert [m.span() for m in re.finditer(r'\b|:+', 'a::bc')] == [(0, 0), (1, 1), (1, 3), (3, 3), (5, 5)]
assert re.findall(r'\B', '') == ['']

# pos and endpos: ^ is the real beginning, $ is endpos.
pattern = re.compile('^b')
assert pattern.match('ab', 1) is None
assert re.compile('(?<=a)b').match('ab', 1).span() == (1, 2)
assert re.compile('b$').match('bc', 0, 1)
assert re.compile('(?=c)').search('bc', 0, 1) is None
match = re.compile('b').search('abc', -5, 99)
assert (match.pos, match.endpos) == (0, 3)
assert re.compile('').match('abc', 2, 1).span() == (2, 2)
assert re.compile('').search('abc', 2, 1) is None

# Ends of lines and strings.
assert re.search('a$', 'a\n') and not re.search(r'a\Z', 'a\n') and not re.search('a$', 'a\r')
assert re.findall('^.', 'a\rb\nc', re.M) == ['a', 'c']
assert re.findall('.', 'a\r\n\u2028') == ['a', '\r', '\u2028']
assert re.findall('.', 'a\n', re.S) == ['a', '\n']

# Character categories.
assert re.fullmatch(r'\w+', 'é\u0660_\u4e00') and not re.fullmatch(r'\w+', 'é', re.A)
assert re.findall(r'\s', '\x1c\x85\xa0\ufeff\u3000') == ['\x1c', '\x85', '\xa0', '\u3000']
assert re.fullmatch(r'\d+', '1\u0661') and not re.fullmatch(r'\d', '\u0661', re.A)
assert re.fullmatch(rb'\w', b'\xe9') is None

# Case.
assert re.fullmatch('k', '\u212a', re.I) and not re.fullmatch('k', '\u212a', re.I | re.A)
assert re.fullmatch('ß', '\u1e9e', re.I) and re.fullmatch('[σ]+', 'Σσς', re.I)
assert re.fullmatch('(?i:a)b', 'Ab') and not re.fullmatch('(?i:a)b', 'AB')
assert re.fullmatch('[^a]', 'A', re.I) is None
assert re.fullmatch(rb'[^a]', b'A', re.I | re.L) is None
assert re.match(r'(a)\1', 'aA', re.I)

# Look-around, conditionals, atomic groups, possessive repeats.
assert re.findall(r'(?<!-)\b\d+', '1 -2 3') == ['1', '3']
assert [bool(re.fullmatch(r'(<)?a(?(1)>)', s)) for s in ('a', '<a>', '<a', 'a>')] == [True, True, False, False]
assert re.match('(?>a*)ab', 'aab') is None and re.match('a*+a', 'aa') is None
assert re.match('(?:ab?)*+b', 'ab') is None
assert re.match('(?=(a+))a*b\\1', 'aaab') is None and re.match('(?=(a+))a*b', 'aaab').group(1) == 'aaa'

# Text beyond the basic plane, and lone surrogates.
text = 'x\U0001f600y\ud800'
assert [m.span() for m in re.finditer('.', text)] == [(0, 1), (1, 2), (2, 3), (3, 4)]
assert re.sub('[\U0001f600-\U0001f64f]', '!', text) == 'x!y\ud800'
assert re.split('y', text) == ['x\U0001f600', '\ud800']
assert re.search('\ud800', text).start() == 3

# Long subjects.
assert re.match('(?:ab|c)*$', 'ab' * 100_000)
assert re.match('(a|b)*?c', 'ab' * 50_000 + 'c').end() == 100_001

# Bytes-like objects.
assert re.findall(b'(b)', memoryview(b'abab')) == [b'b', b'b']
assert re.match(b'a', bytearray(b'ab')).group() == b'a'
assert re.sub(b'[^\x00-\x7f]', b'?', bytes(range(120, 140))) == bytes(range(120, 128)) + b'?' * 12
assert re.compile(b'b').search(b'a' * 1000 + b'b').start() == 1000
