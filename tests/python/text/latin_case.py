# Case of Latin letters, one by one and beside others.
import unicodedata

for point in range(0x300):
    for text in (chr(point), 'a' + chr(point), chr(point) + 'Σ', 'ΑΣ' + chr(point), chr(point) + '\U00010400'):
        lower, upper = text.lower(), text.upper()
        if len(lower) == len(text) and point != 0x130:
            for a, b in zip(text, lower):
                assert a == b or a == 'Σ' or unicodedata.category(a) in ('Lu', 'Lt'), (text, lower)
        assert upper.upper() == upper and lower.lower() == lower
assert 'ÄÖÜß é'.lower() == 'äöüß é' and 'äöüß é'.upper() == 'ÄÖÜSS É'
assert 'İ'.lower() == 'i̇' and 'ı'.upper() == 'I' and 'ŉ'.upper() == 'ʼN' and 'ǰ'.upper() == 'J̌'
assert 'µ'.upper() == 'Μ' and 'ÿ'.upper() == 'Ÿ' and 'Ǆ'.lower() == 'ǆ' and 'ǅ'.upper() == 'Ǆ' and 'ſ'.upper() == 'S'
assert 'ɏ'.upper() == 'Ɏ' and 'Ⱥ'.lower() == 'ⱥ' and 'Ɐ'.lower() == 'ɐ'
