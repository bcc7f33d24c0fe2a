"""sys.set_int_max_str_digits and numbers long enough for it; conversions that are deprecated."""
import sys
import warnings


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as problem:
        return f'{type(problem).__name__}: {problem}'


TOO_LONG = 'Exceeds the limit (640 digits) for integer string conversion'
HINT = '; use sys.set_int_max_str_digits() to increase the limit'
default = sys.get_int_max_str_digits()
sys.set_int_max_str_digits(640)
for text, base in (('1' * 641, 10), ('-' + '1' * 641, 7), ('1_' * 640 + '1', 10), ('0' * 641, 10), (b'1' * 641, 10)):
    assert error(int, text, base) == f'ValueError: {TOO_LONG}: value has 641 digits{HINT}'
assert int('1' * 641, 16) == int('0x' + '1' * 641, 0) and int('1' * 640) == (10**640 - 1) // 9
for function in (str, repr, '{:d}'.format, '%d'.__mod__, lambda n: b'%d' % n):
    assert error(function, 10**640) == f'ValueError: {TOO_LONG}{HINT}'
assert len(hex(10**640)) == 534
assert error(eval, '1' * 641, {}).startswith('SyntaxError: ' + TOO_LONG)
assert error(sys.set_int_max_str_digits, 639) == 'ValueError: maxdigits must be >= 640 or 0 for unlimited'
assert error(sys.set_int_max_str_digits, 1 << 80) == 'OverflowError: Python int too large to convert to C int'
sys.set_int_max_str_digits(0)
huge = 7**120_000
text = str(huge)
assert len(text) == 101412 and int(text) == huge and int(f'-{text}') == -huge
assert pow(huge, huge, 10**20 + 39) == 31511996840018547100
sys.set_int_max_str_digits(default)


class I(int):
    pass


class F(float):
    pass


class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    __index__ = __float__ = __complex__ = __int__


def warned(function, *args):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        return function(*args), [str(warning.message).split('.  ')[0] for warning in log]


assert warned(int, Number(I(3))) == (3, ['__int__ returned non-int (type I)'])
assert warned(lambda: [1, 2][Number(True)]) == (2, ['__index__ returned non-int (type bool)'])
assert warned(float, Number(F(3))) == (3.0, ['Number.__float__ returned non-float (type F)'])
assert error(float, Number(3)) == 'TypeError: Number.__float__ returned non-float (type int)'
assert warned(complex, 1j, 1j)[1] == [f"complex() argument '{name}' must be a real number, not complex" for name in ('real', 'imag')]
assert warned(lambda: ~True)[1][0].startswith("Bitwise inversion '~' on bool is deprecated")
assert int(memoryview(b'12')) == 12 and float(memoryview(b'1.5')) == 1.5


class Bytes:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


assert int.from_bytes(Bytes(b'\1\2')) == 258 and int.from_bytes([1, 0], 'little') == 1
assert error(int.from_bytes, Bytes(1)) == 'TypeError: __bytes__ returned non-bytes (type int)'
assert error(int.from_bytes, 'a') == "TypeError: cannot convert 'str' object to bytes"


class Keyword(float):
    def __init__(self, value, extra=None):
        self.extra = extra


assert Keyword(2.5, extra=3).extra == 3
assert error(lambda: float(x=1)) == 'TypeError: float() takes no keyword arguments'
