# types.coroutine gives a generator function another code object: its generators can be awaited, whatever its parameters are.
import types


@types.coroutine
def plain(x):
    return (yield x)


@types.coroutine
def keyword_only(*, x=2):
    return (yield x)


@types.coroutine
def variadic(*args, **kwargs):
    return (yield (args, kwargs))


async def awaits(f, *args, **kwargs):
    return await f(*args, **kwargs)


def drive(coroutine):
    given = coroutine.send(None)
    try:
        coroutine.send('sent')
    except StopIteration as stop:
        return given, stop.value


assert drive(awaits(plain, 1)) == (1, 'sent')
assert drive(awaits(keyword_only)) == (2, 'sent')
assert drive(awaits(variadic, 3, k=4)) == (((3,), {'k': 4}), 'sent')
for f in (plain, keyword_only, variadic):
    assert f(*([1] if f is plain else [])).gi_code is f.__code__ and f.__code__.co_flags & 0x100
