"""int() of digits in every base, around the length where they stop making a safe integer; of str and of bytes."""

DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def digits_of(value, base):
    text = ''
    while True:
        value, digit = divmod(value, base)
        text = DIGITS[digit] + text
        if value == 0:
            return text


for base in range(2, 37):
    for value in (0, 1, base - 1, base, 2**31, 2**52 + 1, 2**53 - 1, 2**53, 2**53 + 1, 2**54 - 1, 3**40, 10**30):
        text = digits_of(value, base)
        for form in (text, text.upper(), '000' + text, f' {text} ', f'+{text}', text.encode(), bytearray(text.encode())):
            assert int(form, base) == value, (form, base)
        assert int('-' + text, base) == -value
        assert int('_'.join(text), base) == value
    top = DIGITS[base - 1] * 60
    for length in (1, 9, 10, 11, 15, 16, 17, 33, 34, 53, 54, 60):
        assert int(top[:length], base) == base**length - 1
    if base < 36:
        for bad in (DIGITS[base], '1' + DIGITS[base], '1_', '', ' ', '-', '1.'):
            try:
                int(bad, base)
            except ValueError as error:
                assert str(error) == f'invalid literal for int() with base {base}: {bad!r}', error
            else:
                raise AssertionError((bad, base))
assert int('0x1f', 16) == int('0X1F', 0) == int(b'1f', 16) == 31 and int('0b1', 16) == 0xB1 and int('0b1', 2) == 1
assert int('0o17', 8) == 15 and int('0', 0) == 0 and int('0_0', 0) == 0
assert int('٣', 10) == 3 and int('1٣', 16) == 0x13
for base in (1, 37, -1):
    try:
        int('1', base)
    except ValueError as error:
        assert str(error) == 'int() base must be >= 2 and <= 36, or 0'
    else:
        raise AssertionError(base)

# min() and max() of arguments
assert min(3, 1, 2) == 1 and max(3, 1, 2) == 3 and min('b', 'a') == 'a' and max([1], [2], [0]) == [2]
assert repr(min(2.0, 2)) == '2.0' and repr(max(2, 2.0)) == '2' and max(1, True) is not True and min(True, 1) is True
assert max(1, -2, key=abs) == -2 and min(2, 1, key=None) == 1

# bytearray() of a size, again, with room to grow
data = bytearray(256)
data.append(7)
assert len(data) == 257 and data[256] == 7 and not any(data[:256])
data.__init__(3)
assert data == bytearray(3)
data[0] = 9
data.__init__(b'abc')
assert data == b'abc'
data.__init__()
assert data == b''
data.extend(range(100))
assert data == bytes(range(100))
