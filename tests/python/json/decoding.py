"""json.loads: values, hooks, errors with their positions."""

import json

assert json.loads(' {"a": [1, -2.5, 1e3, true, false, null, "x"], "1": {}, "0": []} ') == {
    'a': [1, -2.5, 1000.0, True, False, None, 'x'],
    '1': {},
    '0': [],
}
assert list(json.loads('{"2": 0, "1": 0, "2": 1}').items()) == [('2', 1), ('1', 0)]
assert repr(json.loads('[1.0, 1, -0, -0.0, 1E400, 123456789012345678901234567890]')) == (
    '[1.0, 1, 0, -0.0, inf, 123456789012345678901234567890]'
)
assert json.loads(r'"\ud83d\ude00\n\u00e9\/\"\\"') == '\U0001f600\né/"\\'
assert json.loads(r'"\ud83d"') == '\ud83d' and json.loads('"\U0001f600"') == '\U0001f600'
assert json.loads('"a\tb"', strict=False) == 'a\tb'
assert str(json.loads('[NaN, Infinity, -Infinity]')) == '[nan, inf, -inf]'
assert json.loads('{"__proto__": 1, "constructor": 2}') == {'__proto__': 1, 'constructor': 2}
assert json.loads(b'\xef\xbb\xbf[1]') == [1]

assert json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)) == ['a']
assert json.loads('{"a": 1, "a": 2}', object_pairs_hook=tuple) == (('a', 1), ('a', 2))
assert json.loads('[1.5, 2, NaN]', parse_float=str, parse_int=lambda s: 'i' + s, parse_constant=len) == ['1.5', 'i2', 3]
assert json.JSONDecoder().raw_decode('[1] rest') == ([1], 3)


def error(text, **options):
    try:
        json.loads(text, **options)
    except json.JSONDecodeError as e:
        print(f'{e.msg!r} line {e.lineno} column {e.colno} char {e.pos}')


for text in (
    '', ' ', '[', '[1', '[1,', '[1,]', '[,1]', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}',
    '{"a" 1}', '{"a":1 "b":2}', '"', '"a', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"a\nb"', 'nul', '-', '01', '1.', '+1', '[1]x',
    '\n\n  [tru]', '"\U0001f600" x', '\U0001f600',
):
    error(text)
# expect-stdout:
# 'Expecting value' line 1 column 1 char 0
# 'Expecting value' line 1 column 2 char 1
# 'Expecting value' line 1 column 2 char 1
# "Expecting ',' delimiter" line 1 column 3 char 2
# 'Expecting value' line 1 column 4 char 3
# 'Illegal trailing comma before end of array' line 1 column 3 char 2
# 'Expecting value' line 1 column 2 char 1
# "Expecting ',' delimiter" line 1 column 4 char 3
# 'Expecting property name enclosed in double quotes' line 1 column 2 char 1
# "Expecting ':' delimiter" line 1 column 5 char 4
# 'Expecting value' line 1 column 6 char 5
# "Expecting ',' delimiter" line 1 column 7 char 6
# 'Expecting property name enclosed in double quotes' line 1 column 8 char 7
# 'Illegal trailing comma before end of object' line 1 column 7 char 6
# 'Expecting property name enclosed in double quotes' line 1 column 2 char 1
# "Expecting ':' delimiter" line 1 column 6 char 5
# "Expecting ',' delimiter" line 1 column 8 char 7
# 'Unterminated string starting at' line 1 column 1 char 0
# 'Unterminated string starting at' line 1 column 1 char 0
# 'Unterminated string starting at' line 1 column 1 char 0
# 'Invalid \\escape' line 1 column 2 char 1
# 'Invalid \\uXXXX escape' line 1 column 3 char 2
# 'Invalid \\uXXXX escape' line 1 column 3 char 2
# 'Invalid control character at' line 1 column 3 char 2
# 'Expecting value' line 1 column 1 char 0
# 'Expecting value' line 1 column 1 char 0
# 'Extra data' line 1 column 2 char 1
# 'Extra data' line 1 column 2 char 1
# 'Expecting value' line 1 column 1 char 0
# 'Extra data' line 1 column 4 char 3
# 'Expecting value' line 3 column 4 char 5
# 'Extra data' line 1 column 5 char 4
# 'Expecting value' line 1 column 1 char 0
