# Unions take forward references beside them; unions and matches are indexed, not iterated; proxies answer for their object.
import collections
import functools
import io
import itertools
import operator
import os
import pickle
import re
import types
import typing
import weakref
from string.templatelib import Template


def shows(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


U = int | str
shows(lambda: U | 'x')
shows(lambda: 'x' | U)
shows(lambda: U | None)
shows(lambda: U | 1)
shows(lambda: U | typing.Any)
shows(lambda: U | (1,))
shows(lambda: U | typing.ClassVar)
shows(lambda: int | 'x')
shows(lambda: list[int] | 'x')
shows(lambda: (U.__module__, U.__name__, U.__qualname__))
shows(lambda: iter(U))
shows(lambda: 1 in U)
shows(lambda: reversed(U))

# Messages name a native type as its module does.
for value in (list[int], collections.deque(), collections.OrderedDict(), itertools.count(), functools.partial(len)):
    shows(lambda: value @ 1.5)
for value in (io.StringIO(), os.stat('/'), weakref.ref(shows), typing.TypeVar('T'), operator.itemgetter(1), types.SimpleNamespace()):
    shows(lambda: value.nothing)
shows(lambda: collections.deque.append(1, 2))
shows(lambda: collections.deque.append())
shows(lambda: functools.reduce(len, 1))
print(repr(open('/dev/null', 'rb', 0))[:30])
print(repr(collections.deque([1])), repr(collections.OrderedDict(a=1)), repr(collections.defaultdict(int)), collections.deque.__name__)
print(io.StringIO.__name__, io.StringIO.__qualname__, repr(io.StringIO), collections.deque.__module__)

match = re.match('(a)(b)', 'ab')
assert match[1] == 'a'
shows(lambda: list(match))
shows(lambda: 'a' in match)


def unpacks():
    a, b, c = match


shows(unpacks)
shows(lambda: 'a' + t'{1}')
assert Template.__name__ == 'Template' and repr(Template) == "<class 'string.templatelib.Template'>"


class C:
    def __init__(self, x):
        self.x = x

    def __len__(self):
        return 3


c = C([1])
proxy = weakref.proxy(c)
print(proxy.__class__, isinstance(proxy, C), isinstance(proxy, weakref.ProxyType), len(proxy), type(proxy).__name__)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    copied = pickle.loads(pickle.dumps(proxy, protocol))
    assert type(copied) is C and copied.x == [1]
# expect-stdout:
# int | str | ForwardRef('x')
# ForwardRef('x') | int | str
# int | str | None
# int | str | 1
# int | str | typing.Any
# TypeError Union[arg, ...]: each arg must be a type. Got (1,).
# TypeError Plain typing.ClassVar is not valid as type argument
# TypeError unsupported operand type(s) for |: 'type' and 'str'
# TypeError unsupported operand type(s) for |: 'types.GenericAlias' and 'str'
# ('typing', 'Union', 'Union')
# TypeError 'typing.Union' object is not iterable
# TypeError argument of type 'typing.Union' is not a container or iterable
# TypeError 'typing.Union' object is not reversible
# TypeError unsupported operand type(s) for @: 'types.GenericAlias' and 'float'
# TypeError unsupported operand type(s) for @: 'collections.deque' and 'float'
# TypeError unsupported operand type(s) for @: 'collections.OrderedDict' and 'float'
# TypeError unsupported operand type(s) for @: 'itertools.count' and 'float'
# TypeError unsupported operand type(s) for @: 'functools.partial' and 'float'
# AttributeError '_io.StringIO' object has no attribute 'nothing'
# AttributeError 'os.stat_result' object has no attribute 'nothing'
# AttributeError 'weakref.ReferenceType' object has no attribute 'nothing'
# AttributeError 'typing.TypeVar' object has no attribute 'nothing'
# AttributeError 'operator.itemgetter' object has no attribute 'nothing'
# AttributeError 'types.SimpleNamespace' object has no attribute 'nothing'
# TypeError descriptor 'append' for 'collections.deque' objects doesn't apply to a 'int' object
# TypeError unbound method deque.append() needs an argument
# TypeError reduce() arg 2 must support iteration
# <_io.FileIO name='/dev/null' m
# deque([1]) OrderedDict({'a': 1}) defaultdict(<class 'int'>, {}) deque
# StringIO StringIO <class '_io.StringIO'> collections
# TypeError 're.Match' object is not iterable
# TypeError argument of type 're.Match' is not a container or iterable
# TypeError cannot unpack non-iterable re.Match object
# TypeError can only concatenate str (not "string.templatelib.Template") to str
# <class '__main__.C'> True True 3 ProxyType
