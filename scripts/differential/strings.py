"""Case mappings, predicates and normal forms of whole strings."""

import unicodedata

from cases import COUNT, case, pick, random_text, rng

METHODS = ['lower', 'upper', 'title', 'capitalize', 'swapcase', 'casefold', 'isalpha', 'isalnum', 'isdecimal', 'isdigit', 'isnumeric',
           'isspace', 'isprintable', 'isascii', 'isidentifier', 'islower', 'isupper', 'istitle']
WORDS = 'aAbBΣσςßŉǅǆİıﬁΐ\u0301\u0345\u02b0\u2019.: 1_\u1e9e\U00010400\U0001f600\u00b7\u0387'
MARKS = 'aeoAE\u0300\u0301\u0323\u0327\u0345\u1100\u1161\u11a8\uac00\uac01\u00e9\u1ed9\u212b\u2126\ufb01\u0f71\u0f72\u0f74\u0344\U0001d15e\U0001d165\U00011099\U000110ba\U0002f800\uff21\u3099\u304b'


def text_of(alphabet):
    return ''.join(rng.choice(alphabet) for _ in range(rng.randrange(8)))


for _ in range(COUNT):
    method = pick(*METHODS)
    case('strMethod', lambda text, method: getattr(text, method)(), pick(text_of(WORDS), random_text()), method)
    case('normalize', lambda form, text: unicodedata.normalize(form, text), pick('NFC', 'NFD', 'NFKC', 'NFKD'),
         pick(text_of(MARKS), text_of(MARKS), random_text()))
    case('isNormalized', lambda form, text: unicodedata.is_normalized(form, text), pick('NFC', 'NFD', 'NFKC', 'NFKD'),
         pick(text_of(MARKS), random_text()))
