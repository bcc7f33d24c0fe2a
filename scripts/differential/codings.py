"""Codecs, with every built-in error handler and with handlers of one's own."""

import codecs
import sys

from cases import COUNT, case, encode, pick, random_text, rng

HANDLERS = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass']
ENCODE_HANDLERS = HANDLERS + ['xmlcharrefreplace', 'namereplace']


def own_handler(replacement, offset):
    """['own', replacement, offset]: answers with this, and goes on at the error's end plus offset."""
    name = f'own{replacement!r}{offset}'
    codecs.register_error(name, lambda error: (replacement, max(error.start, error.end + offset) if offset < 99 else offset))
    return name


def errors_of(errors):
    return own_handler(*errors[1:]) if isinstance(errors, list) else errors


def decode_errors():
    if rng.random() < 0.15:
        return ['own', pick('', '?', '\u1234', '\U0001f600', '<\udc80>'), pick(0, 0, 1, 1000)]
    return pick(*HANDLERS)


def encode_errors():
    if rng.random() < 0.2:
        return ['own', pick('', '?', 'ab', 'é', '\u1234', b'', b'\x80', b'ab', b'abcd'), pick(0, 0, 1, 1000)]
    return pick(*ENCODE_HANDLERS)


def random_bytes():
    kind = rng.randrange(5)
    if kind == 0:
        return rng.randbytes(rng.randrange(8))
    if kind == 1:
        return bytes(pick(0x41, 0x80, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xa0, 0x9f, 0xed, 0xef, 0xf0, 0x90, 0x8f, 0xf4, 0xf5, 0xff)
                     for _ in range(rng.randrange(8)))
    data = bytearray(random_text().encode(pick('utf-8', 'utf-8', *CODINGS), 'surrogatepass'))
    if kind == 2 and data:
        data[rng.randrange(len(data))] = rng.randrange(256)
    if kind == 3:
        del data[rng.randrange(len(data) + 1):]
    return bytes(data)


def decode_case(name, function, data, *more):
    errors = decode_errors()
    case(name, lambda data, errors, *more: function(data, errors_of(errors), *more), data, errors, *more)


def encode_case(name, function, text, *more):
    errors = encode_errors()
    case(name, lambda text, errors, *more: function(text, errors_of(errors), *more)[0], text, errors, *more)


CODINGS = ['utf-8']

for _ in range(COUNT):
    decode_case('decodeUtf8', codecs.utf_8_decode, random_bytes(), pick(True, False))
    encode_case('encodeUtf8', codecs.utf_8_encode, random_text())
