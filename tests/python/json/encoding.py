"""json.dumps: values, separators, indentation, keys, errors with their notes."""

import enum
import json


class Number(enum.IntEnum):
    ONE = 1


class Text(str):
    pass


class Real(float):
    def __repr__(self):
        return 'not this'


print(json.dumps({'a': [1, 2.0, -0.0, 1e16, 10**20, True, False, None, 'x'], 'b': {}, 'c': [], 'd': ()}))
print(json.dumps('é"\\\n\x7f\x00\U0001f600\ud800'))
print(json.dumps('é"\\\n\x7f\x00\U0001f600', ensure_ascii=False))
print(json.dumps([Number.ONE, Text('t'), Real(1.5), float('nan'), float('inf'), -float('inf')]))
print(json.dumps({1: 1, 2.5: 2, True: 3, None: 4, 'k': 5, Number.ONE: 6, 10**20: 7}))
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True))
print(json.dumps([1, [2, {'a': [], 'b': 3}], {}], indent=2))
print(json.dumps([1, {'a': 2}], indent='--', separators=(';', '=')))
print(json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))
print(json.dumps({'x': {1, 2}}, default=sorted))
print(list(json.JSONEncoder().iterencode([1, {'a': 2}])))


def error(value, **options):
    try:
        json.dumps(value, **options)
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', None))


circle = []
circle.append({'again': circle})
error(circle)
error({'a': [object]})
error({(1,): 2})
error({1: 1, 'a': 2}, sort_keys=True)
error(float('nan'), allow_nan=False)
error(10**5000)
# expect-stdout:
# {"a": [1, 2.0, -0.0, 1e+16, 100000000000000000000, true, false, null, "x"], "b": {}, "c": [], "d": []}
# "\u00e9\"\\\n\u007f\u0000\ud83d\ude00\ud800"
# "é\"\\\n\u0000😀"
# [1, "t", 1.5, NaN, Infinity, -Infinity]
# {"1": 6, "2.5": 2, "null": 4, "k": 5, "100000000000000000000": 7}
# {"a": {"c": 2, "d": 1}, "b": 1}
# [
#   1,
#   [
#     2,
#     {
#       "a": [],
#       "b": 3
#     }
#   ],
#   {}
# ]
# [
# --1;
# --{
# ----"a"=2
# --}
# ]
# {"a": 1}
# {"x": [1, 2]}
# ['[1', ', ', '{', '"a"', ': ', '2', '}', ']']
# ValueError Circular reference detected ["when serializing dict item 'again'", 'when serializing list item 0']
# TypeError Object of type type is not JSON serializable ['when serializing list item 0', "when serializing dict item 'a'"]
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError '<' not supported between instances of 'str' and 'int' None
# ValueError Out of range float values are not JSON compliant: nan None
# ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit None
