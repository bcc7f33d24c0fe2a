# Many documents read by one decoder: what was learnt of the keys of one is only a guess for the next.
import json

for i in range(1200):
    assert json.loads('{"a": %d, "b": {"c": [%d]}}' % (i, i)) == {'a': i, 'b': {'c': [i]}}
    assert json.loads('{"a": 1, "k%d": 2}' % i) == {'a': 1, 'k%d' % i: 2}
for text, value in [
    ('{"a": 1, "a": 2}', {'a': 2}),
    ('{"a": 1, "b": 2}', {'a': 1, 'b': 2}),
    ('{"a": 1}', {'a': 1}),
    ('{"a": 1, "b": 2, "c": 3}', {'a': 1, 'b': 2, 'c': 3}),
    ('{"b": 1, "a": 2}', {'b': 1, 'a': 2}),
    ('{"a": 1, "\\u0062": 2}', {'a': 1, 'b': 2}),
    ('{"a\\ud83d\\ude00": 1, "b": 2}', {'a\U0001F600': 1, 'b': 2}),
    ('{"a\U0001F600": 1, "b": 2}', {'a\U0001F600': 1, 'b': 2}),
    ('{}', {}),
    ('[{"a": 1}, {"a": 2}, {"a": 3, "a": 4}, {"b": 5}]', [{'a': 1}, {'a': 2}, {'a': 4}, {'b': 5}]),
]:
    for _ in range(4):
        first, second = json.loads(text), json.loads(text)
        assert first == value and list(first) == list(value)
        if isinstance(first, dict):
            first['new'] = 1
            assert second == value, 'dicts of one shape are not one dict'
hook = json.JSONDecoder(object_pairs_hook=list)
for _ in range(3):
    assert hook.decode('{"a": 1, "a": 2}') == [('a', 1), ('a', 2)]

# More keys than a small document has, the same and new ones.
wide = {'key%d' % i: {'key%d' % i: i} for i in range(60)}
assert json.loads(json.dumps(wide)) == wide
assert json.dumps({'a': 1, 'é"': {'a': 2}}) == '{"a": 1, "\\u00e9\\"": {"a": 2}}'
assert json.dumps([{'b': 1, 'a': 2}] * 30, sort_keys=True) == '[' + ', '.join(['{"a": 2, "b": 1}'] * 30) + ']'
