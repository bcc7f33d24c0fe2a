# _queue, _uuid, _suggestions.
import _queue
import _suggestions
import _uuid
import queue
import uuid


def raises(kind, run):
    try:
        run()
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


q = queue.SimpleQueue()
assert type(q) is _queue.SimpleQueue and q.empty()
for i in range(5):
    q.put(i)
assert q.qsize() == 5 and [q.get(), q.get_nowait()] == [0, 1]
q.put_nowait("x")
assert [q.get() for _ in range(4)] == [2, 3, 4, "x"] and q.empty()
raises(queue.Empty, q.get_nowait)
raises(queue.Empty, lambda: q.get(timeout=0.001))
assert raises(ValueError, lambda: q.get(timeout=-1)) == "'timeout' must be a non-negative number"
raises(queue.Empty, lambda: q.get(False, -1))
raises(TypeError, lambda: q.get(timeout="a"))
assert raises(TypeError, lambda: _queue.SimpleQueue(1)) == "SimpleQueue() takes no positional arguments"
q.put(1)
assert q.get(timeout=1) == 1

data, safe = _uuid.generate_time_safe()
made = uuid.UUID(bytes=data)
assert made.version == 1 and made.variant == uuid.RFC_4122 and safe in (-1, 0)
assert uuid.uuid1() != uuid.uuid1() and uuid.uuid1().time > 0x1EF000000000000 >> 4

assert _suggestions._generate_suggestions(["aaa", "abc"], "abd") == "abc"
assert _suggestions._generate_suggestions(["zzzz"], "abd") is None
assert raises(TypeError, lambda: _suggestions._generate_suggestions(("a",), "b")) == "candidates must be a list"
raises(TypeError, lambda: _suggestions._generate_suggestions([3], "b"))
assert "argument 2 must be str, not int" in raises(TypeError, lambda: _suggestions._generate_suggestions([], 5))
