# needs: pytest==8.4.1 iniconfig==2.1.0 packaging==25.0 pluggy==1.6.0 pygments==2.21.0
"""pytest runs a small file: fixtures, parameters, a failure whose assertion it takes apart, skips and marks."""

import contextlib
import io
import os
import re
import tempfile

import pytest

SOURCE = '''
import pytest

@pytest.fixture
def numbers(tmp_path):
    (tmp_path / 'f').write_text('x')
    yield [1, 2, 3]

def test_sum(numbers):
    assert sum(numbers) == 6

@pytest.mark.parametrize('a,b', [(1, 1), (2, 4), (3, 8)])
def test_square(a, b):
    assert a * a == b

def test_words():
    left = {'a': 1, 'b': [1, 2]}
    assert left == {'a': 1, 'b': [1, 3]}

@pytest.mark.skip(reason='later')
def test_skipped(): ...

@pytest.mark.xfail
def test_expected():
    assert 0

class TestGroup:
    def test_raises(self, capsys, monkeypatch):
        monkeypatch.setenv('X', '1')
        print('out')
        assert capsys.readouterr().out == 'out\\n'
        with pytest.raises(ValueError, match='b.d'):
            raise ValueError('bad')
    def test_approx(self):
        assert 0.1 + 0.2 == pytest.approx(0.3)
'''
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open('test_sample.py', 'w') as file:
        file.write(SOURCE)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        status = pytest.main('-p no:cacheprovider -q -rA --color=no --no-header --basetemp=tmp test_sample.py'.split())
    os.chdir('/')
print(re.sub(r'in [\d.]+s', 'in a while', out.getvalue()))
print('status', int(status))
