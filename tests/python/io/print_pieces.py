"""print() writes piece by piece: a file of the program's own sees each, and what comes before an error is written."""
import io


class Pieces:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


pieces = Pieces()
print(1, 'b', sep='', file=pieces)
print(file=pieces, end='')
print([], None, file=pieces)
assert pieces.parts == ['1', '', 'b', '\n', '', '[]', ' ', 'None', '\n'], pieces.parts


class Inherits(io.StringIO):
    def write(self, text):
        calls.append(text)
        return super().write(text)


calls = []
print('a', 2, file=Inherits())
assert calls == ['a', ' ', '2', '\n']


class Bad:
    def __str__(self):
        raise LookupError


stream = io.StringIO()
for arguments in [('x', Bad(), 'y'), (Bad(),), (1, 2, Bad())]:
    try:
        print(*arguments, sep='-', file=stream)
    except LookupError:
        stream.write('!')
assert stream.getvalue() == 'x-!!1-2-!', stream.getvalue()

raw = io.BytesIO()
narrow = io.TextIOWrapper(raw, 'ascii')
told = []
for arguments, options in [(('x', 'é', 'z'), {}), (('x', 'y'), {'sep': 'é'}), (('x',), {'end': '€\n'}), (('abcé',), {}), (('fine', 1), {})]:
    try:
        print(*arguments, file=narrow, **options)
    except UnicodeEncodeError as error:
        told.append((error.object, error.start))
narrow.flush()
assert told == [('é', 0), ('é', 0), ('€\n', 0), ('abcé', 3)], told
assert raw.getvalue() == b'x xxfine 1\n', raw.getvalue()


class Counts:
    def __init__(self):
        self.times = 0

    def __str__(self):
        self.times += 1
        return 'é'


counts = Counts()
try:
    print(counts, file=narrow)
except UnicodeEncodeError:
    pass
assert counts.times == 1
