"""One line for each property and block of code points: a digest of what CPython answers, for scripts/check-unicode.mjs."""

import hashlib
import sys
import unicodedata as u

import _sre

BLOCK, END = int(sys.argv[1]), int(sys.argv[2])


def hexes(text):
    return ','.join(f'{ord(c):x}' for c in text)


def form(name):
    return lambda c: hexes(u.normalize(name, c))


def is_form(name):
    return lambda c: u.is_normalized(name, c)


def old(function):
    return lambda c: function(u.ucd_3_2_0, c)


PROPERTIES = {
    'category': u.category, 'bidirectional': u.bidirectional, 'combining': u.combining, 'eastAsianWidth': u.east_asian_width,
    'mirrored': u.mirrored, 'decomposition': u.decomposition, 'decimal': lambda c: u.decimal(c, -1), 'digit': lambda c: u.digit(c, -1),
    'numeric': lambda c: '%.17g' % u.numeric(c, -1000),
    'isAlpha': str.isalpha, 'isDecimal': str.isdecimal, 'isDigit': str.isdigit, 'isNumeric': str.isnumeric, 'isAlnum': str.isalnum,
    'isSpace': str.isspace, 'isPrintable': str.isprintable, 'isLower': str.islower, 'isUpper': str.isupper, 'isTitle': str.istitle,
    'isIdentifier': str.isidentifier, 'isContinue': lambda c: ('a' + c).isidentifier(), 'isLineBreak': lambda c: len((c + 'a').splitlines()) > 1,
    'lower': lambda c: hexes(c.lower()), 'upper': lambda c: hexes(c.upper()), 'title': lambda c: hexes(c.title()),
    'fold': lambda c: hexes(c.casefold()), 'swap': lambda c: hexes(c.swapcase()), 'inTitle': lambda c: hexes((c + 'a').title()),
    'sigma': lambda c: hexes(('A\u03a3' + c + 'A').lower()) + hexes((c + '\u03a3' + c).lower()), 'simpleLower': lambda c: _sre.unicode_tolower(ord(c)),
    'NFC': form('NFC'), 'NFD': form('NFD'), 'NFKC': form('NFKC'), 'NFKD': form('NFKD'),
    'isNFC': is_form('NFC'), 'isNFKD': is_form('NFKD'), 'name': lambda c: u.name(c, '-'),
    'repr': lambda c: hexes(repr(c)),
    'oldCategory': old(lambda d, c: d.category(c)), 'oldBidirectional': old(lambda d, c: d.bidirectional(c)),
    'oldCombining': old(lambda d, c: d.combining(c)), 'oldEastAsianWidth': old(lambda d, c: d.east_asian_width(c)),
    'oldMirrored': old(lambda d, c: d.mirrored(c)), 'oldDecomposition': old(lambda d, c: d.decomposition(c)),
    'oldNumeric': old(lambda d, c: '%.17g' % d.numeric(c, -1000)), 'oldDecimal': old(lambda d, c: d.decimal(c, -1)),
    'oldDigit': old(lambda d, c: d.digit(c, -1)), 'oldName': old(lambda d, c: d.name(c, '-')),
    'oldNFC': old(lambda d, c: hexes(d.normalize('NFC', c))), 'oldNFKD': old(lambda d, c: hexes(d.normalize('NFKD', c))),
}


def text(value):
    return str(int(value)) if isinstance(value, bool) else str(value)


if __name__ == '__main__':
    for name, function in PROPERTIES.items():
        for start in range(0, END, BLOCK):
            lines = '\n'.join(text(function(chr(point))) for point in range(start, start + BLOCK))
            print(name, f'{start:x}', hashlib.md5(lines.encode()).hexdigest())
