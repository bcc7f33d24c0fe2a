"""sub, subn, split and findall: templates, callables, counts, groups."""

import re

assert re.sub(r'(\w+) (\w+)', r'\2 \1', 'a b c d') == 'b a d c'
assert re.sub(r'(?P<x>a)|b', r'[\g<x>]', 'abc') == '[a][]c'
assert re.sub('a', r'\n\t\\', 'xa') == 'x\n\t\\'
assert re.sub('a', '$&', 'xa') == 'x$&'
assert re.sub('a', '$$1', 'aa') == '$$1$$1'
assert re.sub('.', lambda m: m.group().upper(), 'abc') == 'ABC'
assert re.sub('b', lambda m: '', 'abc') == 'ac'
assert re.subn('a', 'b', 'aaa', count=2) == ('bba', 2)
assert re.subn('x', 'y', 'abc') == ('abc', 0)
assert re.sub('(?=b)', '-', 'abb') == 'a-b-b'
assert re.sub('a', '\U0001f600', 'bab') == 'b\U0001f600b'
assert re.sub('\U0001f600', 'a', 'b\U0001f600b') == 'bab'
assert re.sub(b'a', b'\\g<0>!', b'ba') == b'ba!'
assert re.sub('x', 'y', type('S', (str,), {})('bxb')) == 'byb'

assert re.split(r'(,)\s*', 'a, b,c') == ['a', ',', 'b', ',', 'c']
assert re.split('(x)|(y)', 'axby') == ['a', 'x', None, 'b', None, 'y', '']
assert re.split(',', 'a,b,c', maxsplit=1) == ['a', 'b,c']
assert re.split('x', 'abc', maxsplit=-1) == ['abc']
assert re.findall('(a)(b)?', 'aab') == [('a', ''), ('a', 'b')]
assert re.findall('(a)|b', 'ab') == ['a', '']


def error(function, *args):
    try:
        function(*args)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print('no error')


error(re.sub, 'x', lambda m: 1, 'x')
error(re.sub, 'x', r'\9', 'x')
error(re.sub, 'x', r'\g<no>', 'x')
error(re.sub, 'x', b'b', 'x')
error(re.sub, 'x', 'b', b'x')
error(re.sub, 'x', 1, 'x')
error(re.sub, 'x', 'y')
# expect-stdout:
# TypeError sequence item 0: expected str instance, int found
# PatternError invalid group reference 9 at position 1
# IndexError unknown group name 'no'
# TypeError sequence item 0: expected str instance, bytes found
# TypeError cannot use a string pattern on a bytes-like object
# TypeError decoding to str: need a bytes-like object, int found
# TypeError sub() missing 1 required positional argument: 'string'
