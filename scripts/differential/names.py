"""Characters by name, right and wrong, in both database versions; names of random characters; normal forms in version 3.2."""

import unicodedata as u

from cases import COUNT, case, pick, rng

HIDDEN = [chr(point).encode('ascii', 'namereplace').decode()[3:-1] for point in range(0xf0000, 0xf03f0)]
PREFIXES = ['CJK UNIFIED IDEOGRAPH-', 'TANGUT IDEOGRAPH-', 'CJK COMPATIBILITY IDEOGRAPH-', 'EGYPTIAN HIEROGLYPH-', 'NUSHU CHARACTER-',
            'KHITAN SMALL SCRIPT CHARACTER-', 'HANGUL SYLLABLE ', 'CJK UNIFIED IDEOGRAPH']
JAMO = 'G GG N D AE YA WE U NG LG LM B X A E O YEO H'.split()


def some_name():
    kind = rng.randrange(6)
    if kind == 0:
        name = pick(*HIDDEN)
    elif kind == 1:
        name = pick(*PREFIXES) + pick('%X', '%x', '%05X', '%d') % pick(rng.randrange(0x20000), rng.randrange(0x4e00, 0xa000), rng.randrange(0x17000, 0x18000))
    elif kind == 2:
        name = 'HANGUL SYLLABLE ' + ''.join(pick(*JAMO) for _ in range(rng.randrange(4)))
    else:
        name = ''
        while not name:
            name = u.name(chr(rng.randrange(0x30000)), '')
    if rng.random() < 0.15:
        name = name.lower()
    if rng.random() < 0.1:
        spot = rng.randrange(len(name) + 1)
        name = name[:spot] + pick('', ' ', 'X', '-') + name[spot + pick(0, 1):]
    return name


def found(database):
    def look_up(name):
        try:
            return database.lookup(name)
        except KeyError:
            return None
    return look_up


MARKS = 'aeoAE\u0300\u0301\u0323\u0327\u1100\u1161\u11a8\uac00\u00e9\u1ed9\u212b\U0001d15e\U0002f868\U0002f874\U0002f91f\u1e9e\u0374\u1d2c\u2c7c\U000110ab'

for point in range(0xf0000, 0xf03f0):
    case('lookUpName', found(u), HIDDEN[point - 0xf0000])
for _ in range(COUNT):
    name = some_name()
    case('lookUpName', found(u), name)
    case('lookUpPlainName', found(u.ucd_3_2_0), name)
    case('characterName', lambda char: u.name(char, None), chr(rng.randrange(0x30000)))
    text = ''.join(rng.choice(MARKS) for _ in range(rng.randrange(6)))
    case('oldNormalize', lambda form, text: u.ucd_3_2_0.normalize(form, text), pick('NFC', 'NFD', 'NFKC', 'NFKD'), text)
    case('oldIsNormalized', lambda form, text: u.ucd_3_2_0.is_normalized(form, text), pick('NFC', 'NFD', 'NFKC', 'NFKD'), text)
