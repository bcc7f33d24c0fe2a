"""findall, sub, subn and split over whole subjects: str, bytes, subclasses, texts beyond the BMP, functions that give odd things."""

import re


class Text(str):
    pass


class Raw(bytes):
    pass


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert str(error) == text, str(error)
    else:
        raise AssertionError(text)


# findall without groups: same texts whatever the subject is made of
assert re.findall('[aeiou]', 'education') == ['e', 'u', 'a', 'i', 'o']
assert re.findall(b'[aeiou]', b'education') == [b'e', b'u', b'a', b'i', b'o']
assert re.findall(b'[a\xe9]', b'caf\xe9 \x80\xff a') == [b'a', b'\xe9', b'a']
assert re.findall(b'\xc3\xa9', 'é à é'.encode()) == ['é'.encode()] * 2
assert re.findall('o', Text('foo')) == ['o', 'o'] and type(re.findall('o', Text('foo'))[0]) is str
assert re.findall(b'o', Raw(b'foo')) == [b'o', b'o'] and type(re.findall(b'o', Raw(b'foo'))[0]) is bytes
assert re.findall(b'o', bytearray(b'foo')) == [b'o', b'o']
assert re.findall('.', 'a\U0001f600b') == ['a', '\U0001f600', 'b']
assert re.compile('o').findall('foo boo', 2) == ['o', 'o', 'o'][:3]
assert re.compile('o').findall('foo boo', 2, 6) == ['o', 'o']
assert re.compile('^o').findall('oo', 1) == []
assert re.compile('(?<=f)o').findall('foo', 1) == ['o']
assert re.findall('|a', 'aa') == ['', 'a', '', 'a', '']
assert re.findall('nothing', 'some text') == []
assert re.findall('(b)|a', 'abab') == ['', 'b', '', 'b']
assert re.findall('(b)|(a)', 'ab') == [('', 'a'), ('b', '')]

# a count of 0 is no limit
assert re.sub('o', '0', 'foo boo', count=0) == 'f00 b00'
assert re.sub('o', '0', 'foo boo', count=1) == 'f0o boo'
assert re.sub('o', '$&$1$$', 'foo') == 'f$&$1$$$&$1$$'
assert re.sub(b'o', b'\xe9', b'foo') == b'f\xe9\xe9'
assert re.compile('o').sub('0', 'foo', False) == 'f00'

# subn counts: same width as the replacement, another width, no fixed width, nothing found
assert re.subn('o', '0', 'foo boo') == ('f00 b00', 4)
assert re.subn('o', 'ooo', 'foo') == ('foooooo', 2)
assert re.subn('o+', '0', 'foo boo o') == ('f0 b0 0', 3)
assert re.subn('oo|f', 'xy', 'foof') == ('xyxyxy', 3)
assert re.subn('a(?=b)', '', 'ab aab') == ('b ab', 2)
assert re.subn('x', 'y', 'foo') == ('foo', 0)
assert re.subn('', '-', 'ab') == ('-a-b-', 3)
assert re.subn('a|', '-', 'ab') == ('--b-', 3)
assert re.subn(b'o', b'00', b'foo') == (b'f0000', 2)
assert re.subn(b'o', b'', bytearray(b'foo')) == (b'f', 2)
assert re.subn('o', '0', 'foo boo', count=3) == ('f00 b0o', 3)
assert re.subn('o', '0', Text('foo')) == ('f00', 2)

# functions: None stands for nothing, other things must be of the subject's kind; all calls come before the error
assert re.sub('o', lambda m: None, 'foo') == 'f'
assert re.sub('o', lambda m: Text('1'), 'foo') == 'f11'
assert re.sub('o', lambda m: '\U0001f600' if m.start() == 2 else '0', 'foox') == 'f0\U0001f600x'
assert re.sub('\U0001f600', lambda m: 'o', 'f\U0001f600\U0001f600') == 'foo'
assert re.sub(b'o', lambda m: bytearray(b'\xe9\x00'), b'foo\xff') == b'f\xe9\x00\xe9\x00\xff'
assert re.sub(b'o', lambda m: m.group().upper(), b'foo\xff') == b'fOO\xff'
assert re.sub(b'o', lambda m: memoryview(b'12')[m.start() - 1:], b'foo') == b'f122'
calls = []
raises(
    TypeError,
    'sequence item 3: expected str instance, int found',
    lambda: re.sub('o', lambda m: calls.append(m.start()) or ('x' if m.start() < 3 else 5), 'fo-oo'),
)
assert calls == [1, 3, 4]
raises(
    TypeError,
    'sequence item 1: expected a bytes-like object, str found',
    lambda: re.sub(b'o', lambda m: 'x', b'foo'),
)
raises(
    TypeError, 'sequence item 0: expected str instance, bytes found', lambda: re.sub('o', lambda m: b'x', 'oo')
)

# a function that uses its own pattern
pattern = re.compile('[a-z]+')
assert pattern.sub(lambda m: '%s%d' % (m[0], len(pattern.findall('a b c'))), 'x 1 yy 2') == 'x3 1 yy3 2'
assert [pattern.search('-- q').group() + m.group() for m in pattern.finditer('ab cd')] == ['qab', 'qcd']

# templates
assert re.sub('(a)|(b)', r'<\1\2>', 'ab\U0001f600') == '<a><b>\U0001f600'
assert re.sub(b'(a)|(b)', rb'<\1\2>', b'ab\xff') == b'<a><b>\xff'
assert re.sub('(?P<x>a)(b)?', r'\g<x>\g<2>\g<0>!', 'ab-a') == 'abab!-aa!'
assert re.match('(a)(b)?', 'a').expand(r'[\1\2]') == '[a]'

# group(): by position, none, several, out of range
m = re.match('(a)(b)?', 'a')
assert (m.group(), m.group(0), m.group(1), m.group(2), m.group(1, 2), m.group(0, 1, 2)) == (
    'a', 'a', 'a', None, ('a', None), ('a', 'a', None)
)
assert m.group(*[]) == 'a' and m.group(*[1, 2, 0]) == ('a', None, 'a') and re.Match.group(m, 1) == 'a'
raises(IndexError, 'no such group', lambda: m.group(3))
raises(IndexError, 'no such group', lambda: m.group(0, 'x'))
raises(TypeError, 'Match.group() takes no keyword arguments', lambda: m.group(group=1))

assert re.split('[,;]', 'a,b;c') == ['a', 'b', 'c']
assert re.split(b'([,;])', b'a,b\xff;c') == [b'a', b',', b'b\xff', b';', b'c']
