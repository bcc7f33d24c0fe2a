"""Codecs, with every built-in error handler and with handlers of one's own."""

import codecs
import warnings

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


NAMES = ['utf-8', 'UTF8', 'U8', 'utf_8', 'Utf 8', 'utf--8', 'latin-1', 'Latin1', 'ISO-8859-1', 'iso8859-1', 'ascii', 'US-ASCII', 'utf-16', 'UTF16',
         'utf-32', '-utf-32-', ' utf 16 ']


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


CODINGS = ['utf-8', 'utf-16', 'utf-16-le', 'utf-32', 'utf-32-be', 'utf-7', 'unicode_escape']

TABLE = 'ab' + ''.join(map(chr, range(2, 120))) + '\ufffe\ufffe\xe9\u1234\U0001f600?'
ENCODING_MAP = codecs.charmap_build(TABLE.replace('\U0001f600', '!'))
UTF7 = b'+AbZ9/-+\x80\xffa~ \\-+2D3eAA'
ESCAPES = ['\\', '\\x', '\\u', '\\U', '0', '41', '00', '0010', 'g', '{', '}', '\\N', '\\N{', 'a', '\\\n', '\\q', '\\7', '\\400', '\\12', 'é', '\\\\', '\\"',
           '\\n', '110000', '\\N{DIGIT ONE}', '\\N{x}', '\\U0001f600', '\\ud800', '\\xff']


def escapes():
    return ''.join(pick(*ESCAPES) for _ in range(rng.randrange(5))).encode('latin-1')


def warned(function, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        text, consumed = function(*args)
    return [text, consumed, str(seen[0].message) if seen else None]


for _ in range(COUNT):
    final = pick(True, False)
    order = pick(-1, 0, 1)
    decode_case('decodeUtf8', codecs.utf_8_decode, random_bytes(), final)
    encode_case('encodeUtf8', codecs.utf_8_encode, random_text())
    decode_case('decodeUtf7', codecs.utf_7_decode, pick(random_bytes(), bytes(rng.choice(UTF7) for _ in range(rng.randrange(12)))), final)
    encode_case('encodeUtf7', codecs.utf_7_encode, random_text() + pick('', '+', '-', '~'))
    decode_case('decodeUtf16', codecs.utf_16_ex_decode, random_bytes(), order, final)
    decode_case('decodeUtf32', codecs.utf_32_ex_decode, random_bytes(), order, final)
    encode_case('encodeUtf16', codecs.utf_16_encode, random_text(), order)
    encode_case('encodeUtf32', codecs.utf_32_encode, random_text(), order)
    decode_case('decodeAscii', codecs.ascii_decode, random_bytes())
    encode_case('encodeAscii', codecs.ascii_encode, random_text())
    encode_case('encodeLatin1', codecs.latin_1_encode, random_text())
    case('decodeLatin1', codecs.latin_1_decode, random_bytes())
    decode_case('decodeCharmap', lambda data, errors: codecs.charmap_decode(data, errors, TABLE), random_bytes())
    encode_case('encodeCharmap', lambda text, errors: codecs.charmap_encode(text, errors, ENCODING_MAP), random_text())
    decode_case('decodeUnicodeEscape', lambda *args: warned(codecs.unicode_escape_decode, *args), pick(escapes, escapes, random_bytes)(), final)
    decode_case('decodeRawUnicodeEscape', codecs.raw_unicode_escape_decode, pick(escapes, escapes, random_bytes)(), final)
    case('encodeUnicodeEscape', lambda text: codecs.unicode_escape_encode(text)[0], random_text())
    case('encodeRawUnicodeEscape', lambda text: codecs.raw_unicode_escape_encode(text)[0], random_text())
    case('decodeBytesEscape', lambda *args: warned(codecs.escape_decode, *args), escapes(), pick('strict', 'replace', 'ignore', 'other'))
    case('encodeBytesEscape', lambda data: codecs.escape_encode(data)[0], random_bytes())
    case('directDecode', lambda data, name: data.decode(name), random_bytes(), pick(*NAMES))
    case('directEncode', lambda text, name: text.encode(name), random_text(), pick(*NAMES))
