"""Shared by the case writers of this folder: each prints JSON lines [function, arguments, outcome] that CPython produced."""

import json
import random
import struct
import sys

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)


def encode(value):
    """JSON for a Python value; tests/support/cases.mjs has the reverse."""
    if isinstance(value, str):
        if any(c > '\uffff' or '\ud800' <= c <= '\udfff' for c in value):
            return {'w': list(map(ord, value))}
        return value
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return {'i': str(value)}
    if isinstance(value, float):
        return {'f': 'nan' if value != value else struct.pack('>d', value).hex()}
    if isinstance(value, complex):
        return {'c': [encode(value.real), encode(value.imag)]}
    if isinstance(value, (bytes, bytearray)):
        return {'b': value.hex()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    raise TypeError(type(value))


def case(name, function, *args):
    """Runs the function and prints the case; `args` are what the JavaScript side gets."""
    try:
        outcome = {'ok': encode(function(*args))}
    except (ValueError, TypeError, OverflowError, LookupError, AttributeError, MemoryError, ZeroDivisionError) as error:
        outcome = {'error': type(error).__name__, 'message': str(error)}
    print(json.dumps([name, [encode(arg) for arg in args], outcome]))


def pick(*choices):
    return rng.choice(choices)


def random_float():
    kind = rng.randrange(12)
    if kind == 0:
        return struct.unpack('>d', rng.randbytes(8))[0]
    if kind == 1:
        return rng.randrange(-10**6, 10**6) / 2 ** rng.randrange(12)
    if kind == 2:
        return float(rng.randrange(-10**rng.randrange(1, 25), 10**rng.randrange(1, 25)))
    if kind == 3:
        return round(rng.uniform(-1000, 1000), rng.randrange(6))
    if kind == 4:
        return pick(0.0, -0.0, float('inf'), float('-inf'), float('nan'), 5e-324, 1.7976931348623157e308, 1e16, 1e-4, 1e-5,
                    9999999999999998.0, 0.5, 2.5, 1e22, 1e23, 123456789012345680.0, 2.2250738585072014e-308, 9.5, 99.95, 0.25)
    if kind == 5:
        return rng.randrange(1, 10**rng.randrange(1, 18)) * 10.0 ** rng.randrange(-30, 30)
    if kind == 6:
        return rng.randrange(10**6) + pick(0.5, 0.25, 0.125, 0.375)
    if kind == 7:
        return float(f'{rng.randrange(10**rng.randrange(1, 17))}5e{rng.randrange(-25, 10)}')
    if kind == 8:
        return rng.random()
    return rng.uniform(-1e5, 1e5)


def random_int():
    size = pick(4, 8, 31, 33, 52, 53, 54, 64, 65, 100, 200)
    value = rng.getrandbits(size)
    return value if rng.random() < 0.6 else -value


ALPHABETS = [
    'abc XYZ019_', ''.join(map(chr, range(128))), '\'"\\\n\r\t\0ab', 'éàüßÿ\xa0\xad\x85', 'абвΣσςİıǅﬁ',
    '\u0660\u0661\u0967\uff11\u3000\u2003\u2028', '\ud800\udfff\udc80', '\U0001f600\U0001d7d9\U00010400\U000e0001\U0010ffff',
    '\u0301\u0327\u0345\uac00\u1161\u11a8',
]


def random_text(limit=12):
    alphabet = ''.join(rng.sample(ALPHABETS, rng.randrange(1, 3)))
    if rng.random() < 0.02:
        return ''.join(chr(rng.randrange(0x110000)) for _ in range(rng.randrange(limit)))
    return ''.join(rng.choice(alphabet) for _ in range(rng.randrange(limit)))
