"""% formatting of str and bytes, str.format and the parsers behind it."""

import _string

from cases import COUNT, case, pick, random_float, random_int, random_text, rng


def value():
    return pick(random_float, random_int, random_text, lambda: rng.randrange(-300, 300), lambda: random_text()[:1], lambda: None,
                lambda: pick(65, 0x1f600, 0xd800, 255, 256))()


def bytes_value():
    return pick(random_float, random_int, lambda: rng.randrange(-300, 300), lambda: random_text(4).encode('utf-8', 'surrogatepass'),
                lambda: None, lambda: pick(b'a', 65, 255, 256), lambda: random_text())()


def percent_field(codes, keys):
    text = '%'
    if keys and rng.random() < 0.9 or rng.random() < 0.02:
        text += pick('(a)', '(b)', '((c))', '()', '(a') if rng.random() < 0.9 else pick('(zz)', '(a(b)')
    for _ in range(rng.randrange(3)):
        text += pick('', '-', '+', ' ', '#', '0')
    text += pick('', '', '5', '12', '*', '0', '1')
    text += pick('', '', '.', '.3', '.0', '.*', '.10')
    text += pick('', '', '', '', 'l', 'h', 'L', '%')
    return text + (pick(*codes) if rng.random() < 0.97 else pick('z', '', '%', 'é', '\U0001f600', '\x01', 'hh', 'y', 'n', '1$s', 'v'))


def percent_format(codes, keys):
    parts = [percent_field(codes, keys) if rng.random() < 0.7 else pick('%%', ' ', 'ab', 'é', '\U0001f600', 'x%%') for _ in range(rng.randrange(1, 4))]
    return ''.join(parts)


def percent_matching(codes):
    """Mostly right: fields and values for them."""
    text, values = '', []
    for _ in range(rng.randrange(1, 4)):
        code = pick(*codes)
        field = '%' + pick('', '', '-', '+', ' ', '#', '0', '-0', '+0') + pick('', '5', '12', '*') + pick('', '.3', '.0', '.*', '.12') + code
        values += [pick(2, 7, -6) for _ in range(field.count('*'))]
        values.append(random_float() if code in 'eEfFgG' else random_int() if code in 'diuoxX' else rng.randrange(256) if code == 'c' else value())
        text += field + pick('', '|')
    return text, values


def tame(values):
    """No value that, taken for a width, would ask for gigabytes."""
    return [7 if isinstance(value, int) and 1000 < abs(value) < 2**64 else value for value in values]


class Mapping(dict):
    def __repr__(self):
        return 'Mapping()'


def percent(text, values, keys):
    if keys:
        return text % Mapping(zip(('a', 'b', '(c)', ''), values))
    return text % tuple(values)


def percent_bytes(text, values, keys):
    if keys:
        return text % Mapping(zip((b'a', b'b', b'(c)', b''), values))
    return text % tuple(values)


FIELD_PIECES = ['{', '}', '{{', '}}', '{}', '{0}', '{1}', '{a}', '{0!r}', '{!s:>5}', '{0:{1}}', '{0[1]}', '{a[b]}', '{a.b}', ':', '!', '[', ']', '.', 'x',
                '{0:5}', '{:}', '{:{}}', '{!', '{0!', '{!x}', '{0!\x05}', '{!é}', '{99}', '{zz}', '{0:{1:{2}}}', '{0[0]x}', '{0[}', '{0.}', '{0[]}', '\U0001f600',
                '{\u0661}', '{0:\U0001f600^9}', '{-1}', '{ 0}', '{99999999999999999999}', '{0[99999999999999999999]}', '{0!r', '{0!rx}', '{0!r:', '{a', '{0[a']


def format_text():
    return ''.join(pick(*FIELD_PIECES) for _ in range(rng.randrange(1, 4)))


def parser_case(text):
    return [list(part) for part in _string.formatter_parser(text)]


def split_case(text):
    first, rest = _string.formatter_field_name_split(text)
    return [first, [list(step) for step in rest]]


def format_case(text, values):
    return text.format(*values, a='kw')


for _ in range(COUNT):
    keys = rng.random() < 0.3
    values = tame([value() for _ in range(rng.randrange(4))])
    case('percent', percent, percent_format('sradiuoxXeEfFgGc', keys), values, keys)
    text, values = percent_matching('sradiuoxXeEfFgGc')
    case('percent', percent, text, values, False)
    keys = rng.random() < 0.3
    values = tame([bytes_value() for _ in range(rng.randrange(4))])
    case('percentBytes', percent_bytes, percent_format('bsradiuoxXeEfFgGc', keys).encode('utf-8', 'surrogatepass'), values, keys)
    case('formatterParser', parser_case, format_text())
    case('fieldNameSplit', split_case, pick('', '0', 'a', '12', '\u0661', 'x y') + ''.join(
        pick('.', '[', ']', '.a', '[0]', '[a]', '[x.y]', '.b', '[', 'x', '[1', '.c[2]', '[]', '..', '[\U0001f600]') for _ in range(rng.randrange(4))))
    case('strFormat', format_case, format_text(), tame([pick(random_int(), random_text(), 'ab', 5) for _ in range(3)]))
