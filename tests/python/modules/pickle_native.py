"""The pickle module by its native half: every protocol, both ways, beside the Python one."""

import collections
import copyreg
import enum
import io
import pickle
from decimal import Decimal
from functools import partial


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def __eq__(self, other):
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def method(self):
        return self


class Slotted:
    __slots__ = ('a', 'b')

    def __eq__(self, other):
        return (self.a, self.b) == (other.a, other.b)


class Stateful:
    def __getstate__(self):
        return {'kept': 1}

    def __setstate__(self, state):
        self.restored = state

    class Nested:
        pass


class Items(list):
    pass


class Mapping(dict):
    pass


class WithArguments(tuple):
    def __new__(cls, *, left, right):
        return super().__new__(cls, (left, right))

    def __getnewargs_ex__(self):
        return (), {'left': self[0], 'right': self[1]}


class Property:
    x = property(lambda self: 'property')


Point = collections.namedtuple('Point', 'x y')


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


slotted = Slotted()
slotted.a, slotted.b = 1, [2]
values = [
    None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -129, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**53, -(2**53), 2**63, 2**2100, -(2**2047), -(2**2048),
    0.0, -0.0, 1.5, 1e300, float('inf'), 12.0, 3j, '', 'a', 'é', '\u20ac', '\U0001f600', '\ud800', 'x' * 255, 'x' * 256, 'é' * 200, 'line\nback\\slash\0\r\x1a', 'x' * 100000,
    b'', b'abc', bytes(range(256)), b'x' * 100000, bytearray(b'abc'), bytearray(), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], list(range(2500)),
    {}, {'a': 1}, {i: str(i) for i in range(2500)}, set(), {1, 2}, set(range(2500)), frozenset(), frozenset([1, (2, 3)]), range(3), slice(1, 2, 3),
    int, type(None), type(...), type(NotImplemented), ..., NotImplemented, len, [].append, str.upper, collections.OrderedDict, Stateful.Nested, print,
    Plain(x=1, y=[2, 3]), Plain(), slotted, Items([1, 2]), Mapping(a=1), WithArguments(left=1, right=2), Point(1, 2), Colour.GREEN, Decimal('1.50'),
    collections.OrderedDict(b=1, a=2), collections.Counter('aab'), collections.defaultdict(list, a=[1]), collections.deque([1, 2], 5), ValueError('a', 1), Plain(z=1).method,
]
for protocol in range(6):
    for value in values:
        if protocol < 2 and isinstance(value, Slotted):
            continue
        data = pickle.dumps(value, protocol)
        python = pickle._dumps(value, protocol)
        for back in (pickle.loads(data), pickle._loads(data), pickle.loads(python), pickle.load(io.BytesIO(data))):
            assert type(back) is type(value), (protocol, value, back)
            if isinstance(value, (ValueError, type([].append), type(Plain().method))):
                assert repr(type(back)) == repr(type(value))
            else:
                assert back == value or repr(back) == repr(value), (protocol, value, back)
    restored = pickle.loads(pickle.dumps(Stateful(), protocol))
    assert restored.restored == {'kept': 1}

# Identity, cycles and sharing.
for protocol in range(6):
    loop = []
    loop.append(loop)
    back = pickle.loads(pickle.dumps(loop, protocol))
    assert back[0] is back
    pair = ([],)
    pair[0].append(pair)
    back = pickle.loads(pickle.dumps(pair, protocol))
    assert back[0][0] is back
    key = Plain()
    key.me = {1: key}
    back = pickle.loads(pickle.dumps(key, protocol))
    assert back.me[1] is back
    inner = [1]
    back = pickle.loads(pickle.dumps([inner, inner, (inner,)], protocol))
    assert back[0] is back[1] is back[2][0]

# A data descriptor of the class does not see what is put back as attributes.
odd = Property()
odd.__dict__['x'] = 5
back = pickle.loads(pickle.dumps(odd))
assert back.__dict__ == {'x': 5} and back.x == 'property'


# Hooks.
class PersistentPickler(pickle.Pickler):
    def persistent_id(self, obj):
        return ('plain', obj.x) if isinstance(obj, Plain) else None


class PersistentUnpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid

    def find_class(self, module, name):
        seen.append((module, name))
        return super().find_class(module, name)


seen = []
for protocol in range(1, 6):
    file = io.BytesIO()
    PersistentPickler(file, protocol).dump([Plain(x=3), len])
    file.seek(0)
    assert PersistentUnpickler(file).load() == [('plain', 3), len]
assert seen[-1] == ('builtins', 'len') and len(seen) == 5


class Overriding(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Slotted] = lambda obj: (str, ('slotted',))

    def reducer_override(self, obj):
        return (int, ('7',)) if obj is len else NotImplemented


file = io.BytesIO()
Overriding(file).dump([len, slotted, print])
assert pickle.loads(file.getvalue()) == [7, 'slotted', print]
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
pickler.persistent_id = lambda obj: 'id' if obj == 5 else None
pickler.dump([5, 6])
assert b'X\x02\x00\x00\x00id' in file.getvalue() and b'Q' in file.getvalue()

# Several pickles in a file, with one memo and with two.
file = io.BytesIO()
pickler = pickle.Pickler(file, 4)
shared = ['shared']
pickler.dump(shared)
pickler.dump(shared)
assert len(pickler.memo.copy()) == 2
pickler.clear_memo()
pickler.dump(shared)
file.write(b'rest')
file.seek(0)
unpickler = pickle.Unpickler(file)
first, second = unpickler.load(), unpickler.load()
assert first is second == ['shared'] and sorted(unpickler.memo.copy()) == [0, 1]
assert pickle.Unpickler(file).load() == ['shared'] and file.read() == b'rest'

# Out of band.
buffers = []
data = pickle.dumps([pickle.PickleBuffer(b'bytes'), pickle.PickleBuffer(bytearray(b'array'))], 5, buffer_callback=buffers.append)
assert [bytes(b) for b in buffers] == [b'bytes', b'array']
back = pickle.loads(data, buffers=buffers)
assert bytes(back[0]) == b'bytes' and back[0] is buffers[0] and back[1] is buffers[1]
assert pickle.loads(pickle.dumps([pickle.PickleBuffer(b'bytes'), pickle.PickleBuffer(bytearray(b'array'))], 5)) == [b'bytes', bytearray(b'array')]

# Strings of Python 2.
old = b"(S'caf\\xc3\\xa9'\np0\nU\x02hi(dp1\ntp2\n."
assert pickle.loads(old, encoding='bytes') == (b'caf\xc3\xa9', b'hi', {}) and pickle.loads(old, encoding='utf-8') == ('café', 'hi', {})
assert pickle.loads(b'c__builtin__\nxrange\n.') is range and pickle.dumps(range, 2) == b'\x80\x02c__builtin__\nxrange\nq\x00.'
assert pickle.loads(b'\x80\x02c__builtin__\nxrange\n.', fix_imports=True) is range

# The very bytes.
print(pickle.dumps([1, 'a', 2.5, {'k': (1, b'x')}, {3}, None, True, -5, 70000, 2**40], 5))
print(pickle.dumps([1, 'a', 2.5, {'k': (1, b'x')}, {3}, None, True, -5, 70000, 2**40], 2))
print(pickle.dumps([1, 'aé\u20ac', 2.5, {'k': (1, b'x')}, None, True, -5, 70000, 2**40], 0))
print(pickle.dumps(Plain(a=1, b='b'), 4), pickle.dumps(slotted, 2), pickle.dumps(WithArguments(left=1, right=2), 4))
print(pickle.dumps(partial(int, base=2), 4), pickle.dumps(Colour.RED, 3))
# expect-stdout:
# b'\x80\x05\x95=\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01\x8c\x01a\x94G@\x04\x00\x00\x00\x00\x00\x00}\x94\x8c\x01k\x94K\x01C\x01x\x94\x86\x94s\x8f\x94(K\x03\x90N\x88J\xfb\xff\xff\xffJp\x11\x01\x00\x8a\x06\x00\x00\x00\x00\x00\x01e.'
# b'\x80\x02]q\x00(K\x01X\x01\x00\x00\x00aq\x01G@\x04\x00\x00\x00\x00\x00\x00}q\x02X\x01\x00\x00\x00kq\x03K\x01c_codecs\nencode\nq\x04X\x01\x00\x00\x00xq\x05X\x06\x00\x00\x00latin1q\x06\x86q\x07Rq\x08\x86q\tsc__builtin__\nset\nq\n]q\x0bK\x03a\x85q\x0cRq\rN\x88J\xfb\xff\xff\xffJp\x11\x01\x00\x8a\x06\x00\x00\x00\x00\x00\x01e.'
# b'(lp0\nI1\naVa\xe9\\u20ac\np1\naF2.5\na(dp2\nVk\np3\n(I1\nc_codecs\nencode\np4\n(Vx\np5\nVlatin1\np6\ntp7\nRp8\ntp9\nsaNaI01\naI-5\naI70000\naL1099511627776L\na.'
# b'\x80\x04\x95*\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x05Plain\x94\x93\x94)\x81\x94}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94h\x06ub.' b'\x80\x02c__main__\nSlotted\nq\x00)\x81q\x01N}q\x02(X\x01\x00\x00\x00aq\x03K\x01X\x01\x00\x00\x00bq\x04]q\x05K\x02au\x86q\x06b.' b'\x80\x04\x958\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\rWithArguments\x94\x93\x94)}\x94(\x8c\x04left\x94K\x01\x8c\x05right\x94K\x02u\x92\x94.'
# b'\x80\x04\x95D\x00\x00\x00\x00\x00\x00\x00\x8c\tfunctools\x94\x8c\x07partial\x94\x93\x94\x8c\x08builtins\x94\x8c\x03int\x94\x93\x94\x85\x94R\x94(h\x05)}\x94\x8c\x04base\x94K\x02sNt\x94b.' b'\x80\x03c__main__\nColour\nq\x00K\x01\x85q\x01Rq\x02.'
