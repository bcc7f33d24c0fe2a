"""How objects of the library's native types show themselves, and classes that inherit from them."""
import array
import collections
import contextvars
import datetime
import decimal
import functools
import io
import itertools
import operator
import os
import queue
import re
import struct
import threading
import types
import weakref


def sub(base, *args):
    return type('S', (base,), {})(*args)


OBJECTS = [
    collections.OrderedDict(a=1), sub(collections.OrderedDict), collections.OrderedDict(a=1).items(),
    collections.Counter('aab'), sub(collections.Counter, 'a'), collections.defaultdict(int), sub(collections.defaultdict, int),
    collections.deque([1], 2), sub(collections.deque, [1], 2), iter(collections.deque()), collections.ChainMap(),
    types.SimpleNamespace(a=1), sub(types.SimpleNamespace), types.GenericAlias(list, int),
    array.array('i', [1]), sub(array.array, 'i', [1]), struct.Struct('i'),
    functools.partial(int, 1), sub(functools.partial, int), functools.cmp_to_key(len)(1),
    itertools.count(2), itertools.count(1, 2), itertools.repeat(1, 2), itertools.chain(),
    operator.itemgetter(1), operator.attrgetter('a'), operator.methodcaller('a', 1),
    re.compile('a'), re.match('a', 'a'), contextvars.ContextVar('a'), queue.SimpleQueue(),
    datetime.date(1, 1, 1), sub(datetime.date, 1, 1, 1), datetime.timedelta(1), datetime.timezone.utc, datetime.time(1),
    sub(datetime.datetime, 1, 1, 1), datetime.date(1, 1, 1).isocalendar(), decimal.Decimal(1), sub(decimal.Decimal, 1),
    os.terminal_size((1, 2)), io.StringIO(), io.BytesIO(), io.BufferedReader(io.BytesIO()), threading.Lock(), threading.RLock(),
    weakref.ref(io.StringIO), os.scandir, collections.deque.append, collections.deque().append, collections.deque.maxlen,
    datetime.date.today, datetime.date.year, itertools.chain.from_iterable, io.StringIO().write, decimal.Decimal.real,
    collections.OrderedDict.__init__, collections.OrderedDict().__len__, collections.OrderedDict.fromkeys,
    collections.deque([1]).__reduce__(), operator.itemgetter(1).__reduce__(),
]
for each in OBJECTS:
    print(re.sub('0x[0-9a-f]+', '0x', repr(each)))
# expect-stdout:
# OrderedDict({'a': 1})
# S()
# odict_items([('a', 1)])
# Counter({'a': 2, 'b': 1})
# S({'a': 1})
# defaultdict(<class 'int'>, {})
# S(<class 'int'>, {})
# deque([1], maxlen=2)
# S([1], maxlen=2)
# <collections._deque_iterator object at 0x>
# ChainMap({})
# namespace(a=1)
# S()
# list[int]
# array('i', [1])
# S('i', [1])
# Struct('i')
# functools.partial(<class 'int'>, 1)
# __main__.S(<class 'int'>)
# <functools.KeyWrapper object at 0x>
# count(2)
# count(1, 2)
# repeat(1, 2)
# <itertools.chain object at 0x>
# operator.itemgetter(1)
# operator.attrgetter('a')
# operator.methodcaller('a', 1)
# re.compile('a')
# <re.Match object; span=(0, 1), match='a'>
# <ContextVar name='a' at 0x>
# <_queue.SimpleQueue object at 0x>
# datetime.date(1, 1, 1)
# S(1, 1, 1)
# datetime.timedelta(days=1)
# datetime.timezone.utc
# datetime.time(1, 0)
# S(1, 1, 1, 0, 0)
# datetime.IsoCalendarDate(year=1, week=1, weekday=1)
# Decimal('1')
# Decimal('1')
# os.terminal_size(columns=1, lines=2)
# <_io.StringIO object at 0x>
# <_io.BytesIO object at 0x>
# <_io.BufferedReader>
# <unlocked _thread.lock object at 0x>
# <unlocked _thread.RLock object owner=0 count=0 at 0x>
# <weakref at 0x; to 'type' at 0x (StringIO)>
# <built-in function scandir>
# <method 'append' of 'collections.deque' objects>
# <built-in method append of collections.deque object at 0x>
# <attribute 'maxlen' of 'collections.deque' objects>
# <built-in method today of type object at 0x>
# <attribute 'year' of 'datetime.date' objects>
# <built-in method from_iterable of type object at 0x>
# <built-in method write of _io.StringIO object at 0x>
# <attribute 'real' of 'decimal.Decimal' objects>
# <slot wrapper '__init__' of 'collections.OrderedDict' objects>
# <method-wrapper '__len__' of collections.OrderedDict object at 0x>
# <built-in method fromkeys of type object at 0x>
# (<class 'collections.deque'>, (), None, <collections._deque_iterator object at 0x>)
# (<class 'operator.itemgetter'>, (1,))
