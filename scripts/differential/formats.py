"""format() of the built-in types, with valid and broken specs."""

from cases import COUNT, case, pick, random_float, random_int, random_text, rng


def maybe(chance, *choices):
    return pick(*choices) if rng.random() < chance else ''


def spec(types):
    text = maybe(0.3, *'*0 x\U0001f600\ud800é,=') + maybe(0.4, *'<>^=')
    text += maybe(0.2, *'+- ') + maybe(0.1, 'z') + maybe(0.2, '#') + maybe(0.3, '0')
    text += maybe(0.4, str(rng.randrange(40)), '\u0663', '7')
    text += maybe(0.3, ',', '_') + maybe(0.02, ',', '_')
    text += maybe(0.4, '.' + str(rng.randrange(pick(4, 20, 60))), '.3', '.0') + maybe(0.02, '.')
    if rng.random() < 0.1:
        text += pick('.', '.5') + pick(',', '_')
    text += pick(*types) if rng.random() < 0.85 else maybe(0.8, *'bcdoxXneEfFgG%srz\u0663\U0001f600 \x05')
    if rng.random() < 0.03:
        characters = list(text + rng.choice('#0,_.<zd9'))
        rng.shuffle(characters)
        text = ''.join(characters)
    if rng.random() < 0.005:
        text = pick('9' * 19, '9' * 30, '.' + '9' * 12 + 'f', '.' + '9' * 25, '1' + '0' * 25 + 'd') + text
    return text


for _ in range(COUNT):
    case('formatInt', format, random_int(), spec(['', 'd', 'x', 'X', 'o', 'b', 'n', 'c', 'f', 'e', 'g', '%']))
    case('formatInt', format, rng.randrange(-1, 0x110001), pick('c', '5c', '^5c', '05c', '*=4c', ',', '_x', '#010x', '_', '+,d', '016_b'))
    case('formatFloat', format, random_float(), spec(['', 'e', 'f', 'g', 'E', 'F', 'G', 'n', '%', 'f', 'f']) or 'f')
    case('formatFloat', format, random_float(), pick('.0f', '.1f', '.2f', '.3g', '.3e', '.15g', '.17g', '.16e', '.20f', '.60e', ',.2f', '08.3f', 'g', '.1g'))
    case('formatComplex', format, complex(random_float(), random_float()), spec(['', 'e', 'f', 'g', 'E', 'F', 'G', 'n']) or 'g')
    case('formatText', format, random_text(), spec(['', 's']))
