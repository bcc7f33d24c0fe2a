"""`%` of plain formats and values, and what leaves the short way."""


class Int(int):
    def __str__(self):
        return 'mine'


class Str(str):
    def __str__(self):
        return 'my own'


class Float(float):
    def __float__(self):
        return 9.5


class Text:
    def __str__(self):
        return 'text'

    def __repr__(self):
        return 'repr'


def raises(kind, run):
    try:
        run()
    except kind as e:
        return str(e)
    raise AssertionError('nothing raised')


assert '%s' % 'a' == 'a' and '%s' % 5 == '5' and '%s-%s' % ('a', 5) == 'a-5' and '100%%' % () == '100%' and '%d%%' % 5 == '5%' and '%%%s' % 1 == '%1'
assert '%s' % 2**70 == '2' * 70 if False else '%s' % (2**70) == str(2**70) and '%d' % (2**70,) == str(2**70) and '%d' % -(2**53) == '-9007199254740992'
assert '%d' % True == '1' and '%s' % True == 'True' and '%s' % None == 'None' and '%d' % 3.99 == '3' and '%s' % 1.5 == '1.5' and '%s' % 2.0 == '2.0'
assert '%s' % Int(3) == 'mine' and '%d' % Int(3) == '3' and '%s' % Str('x') == 'my own' and '%s' % Text() == 'text' and '%r' % Text() == 'repr'
assert '%5d|%-5d|%05d' % (42, 42, 42) == '   42|42   |00042' and '%5d|%-5d|%05d' % (-42, -42, -42) == '  -42|-42  |-0042' and '%2d' % 12345 == '12345'
assert '%5s|%-5s|%05s' % ('a', 'a', 'a') == '    a|a    |    a' and '%3s' % 'abcd' == 'abcd' and '%x %X' % (255, 255) == 'ff FF' and '%x' % -255 == '-ff' and '%04x' % 10 == '000a'
assert '%f' % 1.5 == '1.500000' and '%.2f' % 2.675 == '2.67' and '%.0f' % 0.5 == '0' and '%.1f' % 0.25 == '0.2' and '%.2f' % 3 == '3.00' and '%.2f' % -0.0 == '-0.00'
assert '%8.3f|%-8.3f|%08.3f' % (3.14159, 3.14159, -3.14159) == '   3.142|3.142   |-003.142' and '%.2f' % 1e22 == '10000000000000000000000.00' and '%.3f' % -1e-9 == '-0.000'
assert '%.2f' % float('inf') == 'inf' and '%5.1f' % float('nan') == '  nan' and '%.1f' % True == '1.0' and '%.1f' % Float(1.5) == '1.5'
assert '%+d % d %#x' % (5, 5, 255) == '+5  5 0xff' and '%.3s' % 'abcdef' == 'abc' and '%*d' % (5, 42) == '   42' and '%(a)s' % {'a': 1} == '1' and '%5.1d' % 3 == '    3'
assert '%s' % ('a',) == 'a' and '%s' % [1] == '[1]' and '%s' % {'a': 1} == "{'a': 1}" and '%s' % ((1, 2),) == '(1, 2)' and 'é%s\u20ac' % 'ü' == 'éü\u20ac' and '%s' % '\U0001f600' == '\U0001f600'
assert '\U0001f600%s' % 'a' == '\U0001f600a' and '%c%c' % ('a', 98) == 'ab' and '%5s' % '\U0001f600' == '    \U0001f600'
assert raises(TypeError, lambda: '%s' % ()) == 'not enough arguments for format string'
assert raises(TypeError, lambda: '%s' % (1, 2)) == 'not all arguments converted during string formatting'
assert raises(TypeError, lambda: 'abc' % 1) == 'not all arguments converted during string formatting' and 'abc' % {} == 'abc' and 'abc' % () == 'abc'
assert raises(TypeError, lambda: '%d' % 'a') == '%d format: a real number is required, not str' and raises(TypeError, lambda: '%x' % 1.5) == '%x format: an integer is required, not float'
assert raises(TypeError, lambda: '%f' % 'a') == 'must be real number, not str' and raises(ValueError, lambda: '%' % 1) == 'incomplete format'
assert raises(ValueError, lambda: '%s %y' % (1, 2)).startswith("unsupported format character 'y' (0x79) at index 4")
assert 'hello wORLD 3rd'.title() == 'Hello World 3Rd' and "they're".title() == "They'Re" and 'aBC dEf1g'.swapcase() == 'Abc DeF1G' and ''.title() == ''
assert 'ǆ straße'.title() == 'ǅ Straße' and 'straße'.swapcase() == 'STRASSE' and 'no tabs'.expandtabs() == 'no tabs' and 'a\tb'.expandtabs(4) == 'a   b'
