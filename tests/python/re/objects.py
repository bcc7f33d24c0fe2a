"""Pattern, Match and Scanner objects: attributes, repr, equality, copying, errors."""

import copy
import pickle
import re

pattern = re.compile(r'(?P<word>\w+)(?: (?P<n>\d))?')
match = pattern.match('abc 1 def')
print(pattern, match)
print(match.group(), match.group(0, 'word', 'n'), match['n'], match[1])
print(match.groups(), match.groupdict(), match.regs, match.span('n'), match.start(2), match.end())
print(match.lastindex, match.lastgroup, match.pos, match.endpos, match.string, match.re is pattern)
other = pattern.match('abc')
print(other.groups(), other.groups('x'), other.groupdict('y'), other.span(2), other.lastindex)
print(pattern.pattern, pattern.flags, pattern.groups, pattern.groupindex)
print(match.expand(r'<\g<n>|\1>'), other.expand(r'[\2]'))

print(re.compile('a', re.I | re.M | re.S | re.X | re.A))
print(re.compile(b'a', re.L), re.compile('a' * 300))
print(re.compile("it's").match("it's"))

assert pattern == re.compile(pattern.pattern) and hash(pattern) == hash(re.compile(pattern.pattern))
assert re.compile('a') != re.compile('a', re.I) and re.compile('a') != re.compile(b'a')
assert pattern.__eq__(1) is NotImplemented
assert copy.copy(match) is match and copy.deepcopy(pattern) is pattern
assert pickle.loads(pickle.dumps(pattern)) == pattern
assert bool(match) and not hasattr(pattern, '__dict__')
assert re.Pattern[str] and re.Match[bytes]

scanner = re.compile(r'\d|').scanner('1a')
print([scanner.search().span() for _ in range(3)], scanner.search(), scanner.match())
print(scanner.pattern)


def error(function, *args):
    try:
        function(*args)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print('no error')


error(pattern.match, b'x')
error(pattern.match, 1)
error(re.compile(b'x').match, 'x')
error(match.group, 5)
error(match.group, 'missing')
error(match.group, 10**30)
error(match.start, -1)
error(lambda: match[3])
error(type(pattern))
error(type(match))
error(pattern.match)
error(pattern.match, 'x', 'y')
error(pattern.match, 'x', 10**30)
error(lambda: pattern < pattern)
error(setattr, pattern, 'flags', 1)
error(pickle.dumps, match)
error(re.compile, '(')
error(re.compile, 'a**')
error(re.compile, '(?<=a+)b')
# expect-stdout:
# re.compile('(?P<word>\\w+)(?: (?P<n>\\d))?') <re.Match object; span=(0, 5), match='abc 1'>
# abc 1 ('abc 1', 'abc', '1') 1 abc
# ('abc', '1') {'word': 'abc', 'n': '1'} ((0, 5), (0, 3), (4, 5)) (4, 5) 4 5
# 2 n 0 9 abc 1 def True
# ('abc', None) ('abc', 'x') {'word': 'abc', 'n': 'y'} (-1, -1) 1
# (?P<word>\w+)(?: (?P<n>\d))? 32 2 {'word': 1, 'n': 2}
# <1|abc> []
# re.compile('a', re.IGNORECASE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.ASCII)
# re.compile(b'a', re.LOCALE) re.compile('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
# <re.Match object; span=(0, 4), match="it's">
# [(0, 1), (1, 1), (2, 2)] None None
# re.compile('\\d|')
# TypeError cannot use a string pattern on a bytes-like object
# TypeError expected string or bytes-like object, got 'int'
# TypeError cannot use a bytes pattern on a string-like object
# IndexError no such group
# IndexError no such group
# IndexError no such group
# IndexError no such group
# IndexError no such group
# TypeError cannot create 're.Pattern' instances
# TypeError cannot create 're.Match' instances
# TypeError match() missing required argument 'string' (pos 1)
# TypeError 'str' object cannot be interpreted as an integer
# OverflowError Python int too large to convert to C ssize_t
# TypeError '<' not supported between instances of 're.Pattern' and 're.Pattern'
# AttributeError readonly attribute
# TypeError cannot pickle 're.Match' object
# PatternError missing ), unterminated subpattern at position 0
# PatternError multiple repeat at position 2
# PatternError look-behind requires fixed-width pattern
