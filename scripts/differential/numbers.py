"""int and float from and to text, repr of str and bytes."""

from cases import COUNT, case, pick, random_float, random_int, random_text, rng

DIGIT_TEXTS = '0123456789' * 2 + '_-+ .eE\n' + 'xXoObBabfzZ' + '\u0661\u0967\u3000\x1c\x85é' + '\0'


def int_literal():
    kind = rng.randrange(4)
    if kind == 0:
        return ''.join(rng.choice(DIGIT_TEXTS) for _ in range(rng.randrange(8)))
    body = pick('', '-', '+') + pick('', '', '0x', '0o', '0b', '0X', '0') + ''.join(
        rng.choice('0123456789' if kind == 1 else '01234567_abcdefz') for _ in range(rng.randrange(pick(5, 30))))
    return pick('', ' ', '\t\n', '\u2003') + body + pick('', ' ', '\x0c')


def float_literal():
    if rng.randrange(4) == 0:
        return ''.join(rng.choice(DIGIT_TEXTS + 'infatyINFATY') for _ in range(rng.randrange(9)))
    if rng.randrange(8) == 0:
        return pick('', '-', '+', ' ') + pick('inf', 'Infinity', 'NAN', 'nan', 'infin', 'iNf', '-nan') + pick('', ' ', '_')
    digits = '0123456789' if rng.randrange(3) else '0123456789_'
    number = ''.join(rng.choice(digits) for _ in range(rng.randrange(pick(4, 25))))
    number += pick('', '.', '.') + ''.join(rng.choice(digits) for _ in range(rng.randrange(pick(4, 25))))
    if rng.randrange(2):
        number += pick('e', 'E') + pick('', '-', '+') + str(rng.randrange(pick(10, 30, 400)))
    return pick('', '-', '+', ' ') + number + pick('', ' ')


def hex_literal():
    if rng.randrange(3) == 0:
        return random_float().hex()
    digits = '0123456789abcdefABCDEF'
    text = pick('', '-', '+', ' ') + pick('0x', '0X', '') + ''.join(rng.choice(digits) for _ in range(rng.randrange(pick(3, 20))))
    text += pick('', '.', '.') + ''.join(rng.choice(digits) for _ in range(rng.randrange(pick(3, 20))))
    if rng.randrange(2):
        text += pick('p', 'P') + pick('', '-', '+') + str(rng.randrange(pick(10, 1100, 2000)))
    if rng.randrange(10) == 0:
        text = pick('inf', 'Infinity', 'nan', '-NaN', 'infi', 'x', '', '0x', '0x.p1', '0x1p', '0x1p+', '1__0', '0x' + '0' * 400 + '1p-5')
    return text + pick('', ' ', '\n', 'z')[:1]


for _ in range(COUNT):
    value = random_float()
    case('floatRepr', repr, value)
    case('parseFloatText', float, float_literal())
    case('parseFloatText', float, repr(value))
    case('parseFloatBytes', float, float_literal().encode('utf-8', 'surrogatepass'))
    case('floatHex', lambda x: x.hex(), value)
    case('floatFromHex', float.fromhex, hex_literal())
    case('roundFloat', lambda x, n: round(x, n), value if value - value == 0 else 1.5, pick(0, 1, 2, 3, -1, -2, rng.randrange(-330, 330)))
    case('parseIntText', lambda text, base: int(text, base), int_literal(), pick(10, 10, 10, 0, 16, 8, 2, 36, rng.randrange(-1, 39)))
    case('parseIntBytes', lambda text, base: int(text, base), int_literal().encode(), pick(10, 0, 16, 7))
    case('intToText', str, random_int())
    case('reprText', repr, random_text())
    case('asciiText', ascii, random_text())
    case('reprBytes', repr, rng.randbytes(rng.randrange(6)) + random_text().encode('utf-8', 'surrogatepass'))

for size in (640, 641, 4299, 4300, 4301, 5000):
    case('parseIntText', lambda text, base: int(text, base), '-' + '7' * size, 10)
    case('parseIntText', lambda text, base: int(text, base), '1_' * size + '1', 9)
    case('parseIntText', lambda text, base: int(text, base), 'é' * size, 10)
    case('tenTo', lambda size: str(10**size), size)
