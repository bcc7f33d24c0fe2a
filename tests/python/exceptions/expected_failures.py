"""Operations that fail where a clause of the same function names the error, and what only looks like them."""
import builtins
from collections import defaultdict, OrderedDict, ChainMap


def item(o, k):
    try:
        return o[k]
    except (KeyError, IndexError) as error:
        tb = error.__traceback__
        assert tb.tb_lineno == 8
        return type(error), error.args


class Missing(dict):
    def __missing__(self, key):
        return 'missing', key


class Raising(dict):
    def __getitem__(self, key):
        raise KeyError('own')


class Items(list):
    def __getitem__(self, key):
        return 'items', key


assert item({1: 2}, 1) == 2
assert item({1: None}, 1) is None
assert item({1: 2}, 'x') == (KeyError, ('x',))
assert item({1: 2}, 1.0) == 2
assert item({True: 2}, 1) == 2
assert item({}, (1, 2)) == (KeyError, ((1, 2),))
assert item([1, 2], -1) == 2
assert item([1, 2], -3) == (IndexError, ('list index out of range',))
assert item([1, 2], 2) == (IndexError, ('list index out of range',))
assert item([1, 2], True) == 2
assert item([], 10 ** 30)[0] is IndexError
assert item((), 0) == (IndexError, ('tuple index out of range',))
assert item((1, 2), -2) == 1
assert item('ab', 5) == (IndexError, ('string index out of range',))
assert item(b'ab', 5) == (IndexError, ('index out of range',))
assert item(range(3), 5) == (IndexError, ('range object index out of range',))
assert item(Missing(), 3) == ('missing', 3)
assert item(Raising(), 3) == (KeyError, ('own',))
assert item(Items(), 3) == ('items', 3)
assert item(defaultdict(int), 3) == 0
assert item(OrderedDict(), 3) == (KeyError, (3,))
assert item(ChainMap({}), 3) == (KeyError, (3,))
for wrong, text in (({}, "unhashable type: 'list'"), ([], 'list indices must be integers or slices, not list')):
    try:
        item(wrong, [])
    except TypeError as error:
        assert text in str(error), error
    else:
        assert False
try:
    item([1], 0.5)
except TypeError as error:
    assert str(error) == 'list indices must be integers or slices, not float'


def attribute(o):
    try:
        return o.name
    except AttributeError as error:
        assert error.name == 'name' and error.obj is o
        return str(error)


class Plain:
    pass


class Hook:
    def __getattr__(self, name):
        return 'hook ' + name


class Property:
    @property
    def name(self):
        raise AttributeError('inside', name='name', obj=self)


class Slot:
    __slots__ = ('name',)


assert attribute(Plain()) == "'Plain' object has no attribute 'name'"
assert attribute(Plain) == "type object 'Plain' has no attribute 'name'"
assert attribute(Hook()) == 'hook name'
assert attribute(Property()) == 'inside'
assert attribute(Slot()) == "'Slot' object has no attribute 'name'"
assert attribute(3) == "'int' object has no attribute 'name'"
assert attribute(builtins) == "module 'builtins' has no attribute 'name'"
some = Plain()
some.name = None
assert attribute(some) is None


def generator():
    yield 1
    return 'returned'


def step(it):
    try:
        return next(it)
    except StopIteration as stop:
        return 'stop', stop.value


g = generator()
assert [step(g), step(g), step(g)] == [1, ('stop', 'returned'), ('stop', None)]
it = iter([None])
assert [step(it), step(it), step(it)] == [None, ('stop', None), ('stop', None)]


class Own:
    def __next__(self):
        raise StopIteration('own')


assert step(Own()) == ('stop', 'own')
try:
    step([])
except TypeError as error:
    assert str(error) == "'list' object is not an iterator"


def shadowed(next, x):
    try:
        return next(x)
    except StopIteration:
        return 'stop'


assert shadowed(len, [1, 2]) == 2
assert shadowed(next, iter(())) == 'stop'


def number(text):
    try:
        return int(text)
    except ValueError as error:
        return str(error)


assert [number(t) for t in ('12', ' 7 ', '1_000', '-0', '9' * 30, 2.5, True, b'12', '٣')] == [
    12, 7, 1000, 0, int('9' * 30), 2, True, 12, 3]
assert number('x') == "invalid literal for int() with base 10: 'x'"
assert number('') == "invalid literal for int() with base 10: ''"
assert number(b'x') == "invalid literal for int() with base 10: b'x'"
assert number('9' * 5000).startswith('Exceeds the limit (4300 digits) for integer string conversion')
try:
    number(None)
except TypeError as error:
    assert str(error) == "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"


def order():
    log = []

    def say(x):
        log.append(x)
        return x

    try:
        return say(1) + say(2) * {}[say('key')] + say(3)
    except KeyError as error:
        return log, error.args


assert order() == ([1, 2, 'key'], ('key',))


def conditions(d, key):
    found = []
    try:
        if key and d[key] and d[key][0]:
            found.append('and')
        found.append('x' if not key else d[key])
        while d[key]:
            found.append(d[key].pop())
        found.append([d[k] for k in (key, 'none')])
    except KeyError as error:
        found.append(error.args[0])
    except IndexError as error:
        found.append('index')
    return found


assert conditions({}, '') == ['x', '']
assert conditions({}, 'a') == ['a']
assert conditions({'a': []}, 'a') == [[], 'none'], conditions({'a': []}, 'a')
assert conditions({'a': [1]}, 'a') == ['and', [], 1, 'none'], conditions({'a': [1]}, 'a')


def nested(d):
    try:
        try:
            return d['x']
        except IndexError:
            return 'wrong'
        finally:
            d['seen'] = True
    except KeyError as error:
        return 'outer', error.__context__


d = {}
assert nested(d) == ('outer', None) and d == {'seen': True}


def chained(d):
    try:
        return d['x']
    except KeyError as first:
        try:
            return d['y']
        except KeyError as second:
            return second.__context__ is first


assert chained({})


def suspended(d):
    for key in 'abc':
        try:
            value = d[key]
        except KeyError:
            value = None
        yield value
        try:
            yield d[key]
        except KeyError as error:
            yield error.args[0]


assert list(suspended({'b': 2})) == [None, 'a', 2, 2, None, 'c']
