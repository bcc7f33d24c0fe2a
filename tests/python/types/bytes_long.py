# Long bytes, which go other ways than short ones.
import binascii

data = bytes(range(256)) * 40
digits = data.hex()
assert binascii.unhexlify(digits) == data and binascii.unhexlify(digits.upper().encode()) == data
assert binascii.unhexlify(bytearray(digits, 'ascii')) == data
assert binascii.unhexlify(memoryview(b'x' + digits.encode())[1:]) == data
assert binascii.hexlify(data).decode() == digits
for at in (0, 1, 500, len(digits) - 1):
    for bad in ('g', ' ', '\0', '/', ':', '@', 'G', '`'):
        try:
            binascii.unhexlify(digits[:at] + bad + digits[at + 1:])
            raise AssertionError(at)
        except binascii.Error as error:
            assert str(error) == 'Non-hexadecimal digit found'
try:
    binascii.unhexlify(digits[1:])
    raise AssertionError
except binascii.Error as error:
    assert str(error) == 'Odd-length string'

assert data.translate(None, data) == b'' and data.translate(None, b'') == data
assert data.translate(None, bytes(range(1, 256))) == b'\0' * 40
table = bytes(range(255, -1, -1))
assert data.translate(table, b'\0') == data[::-1].replace(b'\xff', b'') == data.translate(table, bytes([0]))
assert b'abc'.translate(table, b'abc') == b'' and b'abc'.translate(None, b'b') == b'ac'
assert bytearray(data).translate(None, b'\1') == data.replace(b'\1', b'')

# Text of many lengths, ASCII or not, there and back.
for size in (0, 1, 11, 12, 15, 16, 17, 63, 64, 65, 159, 160, 161, 5000):
    for piece in ('a', 'é', '€', 'ab\U0001F600', '\0', '\x7f', '\x80'):
        for text in (piece * size, 'x' * size + piece, piece + 'x' * size):
            assert text.encode().decode() == text and len(text.encode()) == sum(
                1 if c < '\x80' else 2 if c < '\u0800' else 3 if c < '\U00010000' else 4 for c in text)
            for encoding in ('latin-1', 'iso-8859-1', 'ascii', 'us-ascii', 'utf-16', 'utf-32', 'UTF-8', 'Latin_1'):
                try:
                    assert text.encode(encoding).decode(encoding) == text
                except UnicodeEncodeError:
                    assert max(text) > ('\x7f' if 'ascii' in encoding else '\xff')
