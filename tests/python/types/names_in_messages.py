"""Messages name a type of a module with the module in front; `__name__` is the bare name."""
import collections
import contextvars
import datetime
import decimal
import functools
import io
import itertools
import operator
import re
import threading
import types
import weakref


def text(call):
    try:
        call()
    except (TypeError, AttributeError) as error:
        return str(error)
    raise AssertionError('nothing raised')


def delete(o):
    del o[0]


def enter(o):
    with o:
        pass


for o, name in [
    (collections.deque(), 'collections.deque'),
    (collections.defaultdict(), 'collections.defaultdict'),
    (collections.OrderedDict(), 'collections.OrderedDict'),
    (io.StringIO(), '_io.StringIO'),
    (io.BytesIO(), '_io.BytesIO'),
    (datetime.date(2020, 1, 1), 'datetime.date'),
    (decimal.Decimal(1), 'decimal.Decimal'),
    (functools.partial(len), 'functools.partial'),
    (itertools.chain(), 'itertools.chain'),
    (operator.itemgetter(1), 'operator.itemgetter'),
    (contextvars.ContextVar('v'), '_contextvars.ContextVar'),
    (threading.Lock(), '_thread.lock'),
    (types.SimpleNamespace(), 'types.SimpleNamespace'),
    (weakref.ref(io.StringIO), 'weakref.ReferenceType'),
    (re.match('a', 'a'), 're.Match'),
    ((lambda: 0), 'function'),
]:
    assert text(lambda: o.zork) == f"'{name}' object has no attribute 'zork'", text(lambda: o.zork)
    assert text(lambda: '' + o) == f'can only concatenate str (not "{name}") to str'
    assert text(lambda: open(o)) == f'expected str, bytes or os.PathLike object, not {type(o).__name__}'
    assert name.endswith(type(o).__name__) and '.' not in type(o).__name__
assert repr(collections.deque([1])) == 'deque([1])'
assert repr(type('D', (collections.deque,), {})()) == 'D([])'
assert text(lambda: collections.deque.zork) == "type object 'collections.deque' has no attribute 'zork'"

# Item deletion: what has the slots of a sequence says it in its own way.
for o, name, verb in [
    (object(), 'object', 'does not'),
    (1, 'int', 'does not'),
    (int | str, 'typing.Union', 'does not'),
    ((1,), 'tuple', "doesn't"),
    ('a', 'str', "doesn't"),
    (collections.Counter, 'type', 'does not'),
    (datetime.date(1, 1, 1), 'datetime.date', 'does not'),
    (decimal.Decimal(1), 'decimal.Decimal', "doesn't"),
    (types.SimpleNamespace(), 'types.SimpleNamespace', 'does not'),
]:
    assert text(lambda: delete(o)) == f"'{name}' object {verb} support item deletion", text(lambda: delete(o))

# The context manager protocol names classes in full, those of __main__ and builtins without their module.
class Here:
    pass


missed = 'does not support the context manager protocol (missed __exit__ method)'
assert text(lambda: enter(Here())) == f"'Here' object {missed}"
assert text(lambda: enter(1)) == f"'int' object {missed}"
assert text(lambda: enter(collections.Counter())) == f"'collections.Counter' object {missed}"
assert text(lambda: __import__(1)) == 'module name must be a string'

# A match can be asked for groups, not iterated.
match = re.match('(a)', 'a')
assert match[1] == 'a' and text(lambda: iter(match)) == "'re.Match' object is not iterable"
assert text(lambda: [*match]) == 'Value after * must be an iterable, not re.Match'


def unpack(v):
    a, b = v


assert text(lambda: unpack(match)) == 'cannot unpack non-iterable re.Match object'
assert text(lambda: unpack(int | str)) == 'cannot unpack non-iterable typing.Union object'

# An AttributeError of one's own learns what was looked for.
class Missing:
    bar = 1

    def __getattr__(self, name):
        raise AttributeError('no')

    def method(self):
        pass


try:
    Missing().baz
except AttributeError as e:
    assert (str(e), e.name, type(e.obj)) == ('no', 'baz', Missing)
assert text(lambda: Missing().method.zork) == "'function' object has no attribute 'zork'"
