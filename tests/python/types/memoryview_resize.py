"""Changing the size of what a memoryview looked at."""
import array
import io

b = bytearray(b'abcdef')
assert bytes(memoryview(b)[:2]) == b'ab'
del b[:2]
b += b'gh'
assert b == b'cdefgh'
with memoryview(b) as view:
    for change in (lambda: b.append(1), lambda: b.extend(b'xy'), b.clear, b.pop, lambda: b.__delitem__(0), lambda: b.__iadd__(b'x')):
        try:
            change()
        except BufferError as error:
            assert str(error) == 'Existing exports of data: object cannot be re-sized'
        else:
            assert False, change
    view[0] = 65
    b[1:3] = b'12'
    assert bytes(view) == bytes(b) == b'A12fgh'
b.append(1)
view = memoryview(b)
view.release()
b.append(2)
assert b == b'A12fgh\1\2'

stream = io.BytesIO(b'abc')
assert bytes(stream.getbuffer()) == b'abc'
stream.seek(0, 2)
stream.write(b'def')
assert stream.getvalue() == b'abcdef'
numbers = array.array('i', [1, 2])
assert memoryview(numbers).tolist() == [1, 2]
numbers.append(3)
assert numbers.tolist() == [1, 2, 3]
assert repr(bytearray(b"'")) == 'bytearray(b"\\\'")'


class Slots(bytearray):
    __slots__ = ('x', '__dict__')


slots = Slots(b'ab')
slots.x, slots.y = 1, 2
assert slots.__reduce_ex__(4) == (Slots, (b'ab',), ({'y': 2}, {'x': 1}))
