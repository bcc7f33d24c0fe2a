"""Surrogates in documents stay what they are: a pair of two characters is not one."""
import json

for text in ('z\ud834\udd20x', '\ud834', '\udd20\ud834', '\U0001d120', '\U0001d120\ud834\udd20'):
    assert json.loads(f'"{text}"') == text and json.loads(f'["\\n{text}"]') == ['\n' + text]
assert json.loads('"\\ud834\\udd20"') == '\U0001d120' and json.loads('"\\ud834\udd20"') == '\ud834\udd20'
