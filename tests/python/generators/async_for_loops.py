# `async for` over async generators and other iterators: ends, exceptions thrown in from outside, two loops over one generator.
import sys
import types


@types.coroutine
def suspend(value):
    return (yield value)


def drive(coroutine, sent=()):
    """What the coroutine passes up, and how it ends."""
    passed = []
    sent = list(sent)
    try:
        while True:
            passed.append(coroutine.send(sent.pop(0) if passed and sent else None))
    except StopIteration as stop:
        return passed, stop.value


async def numbers(n, log=None):
    try:
        for i in range(n):
            got = await suspend(('in', i))
            yield (i, got)
    finally:
        if log is not None:
            log.append('closed')


async def collect(source):
    found = []
    async for each in source:
        found.append(each)
    else:
        found.append('else')
    async for each in source:
        found.append('again')
    return found


log = []
g = numbers(2, log)
assert drive(collect(g), ['a', 'b']) == ([('in', 0), ('in', 1)], [(0, 'a'), (1, 'b'), 'else'])
assert log == ['closed'] and g.ag_frame is None


async def comprehensions():
    inner = [x async for x, _ in numbers(3)]
    nested = {x: y async for x, _ in numbers(2) async for y, _ in numbers(x + 1)}
    return inner, nested, [x async for x in (y async for y, _ in numbers(2))]


assert drive(comprehensions())[1] == ([0, 1, 2], {0: 0, 1: 1}, [0, 1])


async def catching():
    log = []
    try:
        async for x, _ in numbers(3, log):
            log.append(x)
    except KeyError as e:
        return log, e.args


c = catching()
assert c.send(None) == ('in', 0) and c.send(None) == ('in', 1)
assert type(c.cr_await).__name__ == 'async_generator_asend'
try:
    c.throw(KeyError('from outside'))
except StopIteration as stop:
    assert stop.value == ([0, 'closed'], ('from outside',))


async def swallowing():
    while True:
        try:
            await suspend('ready')
            yield 1
        except ValueError:
            yield 'swallowed'
            return


async def over_swallowing():
    return [x async for x in swallowing()]


c = over_swallowing()
assert c.send(None) == 'ready'
try:
    c.throw(ValueError)
except StopIteration as stop:
    assert stop.value == ['swallowed']

c = catching()
c.send(None)
c.close()
assert c.cr_frame is None


async def failing():
    yield 1
    raise LookupError('inside')


async def raising_stop():
    yield 1
    raise StopAsyncIteration('by hand')


async def errors():
    seen = []
    for source in (failing, raising_stop):
        try:
            async for x in source():
                seen.append(x)
        except Exception as e:
            seen.append((type(e).__name__, str(e), sys.exception() is e))
    return seen


assert drive(errors())[1] == [
    1, ('LookupError', 'inside', True), 1, ('RuntimeError', 'async generator raised StopAsyncIteration', True)]


async def shared():
    g = numbers(3)

    async def walk():
        async for x in g:
            return x

    a, b = walk(), walk()
    a.send(None)
    try:
        b.send(None)
    except RuntimeError as e:
        first = str(e)
    try:
        a.send('x')
    except StopIteration as stop:
        second = stop.value
    rest = []
    async for x, _ in g:
        rest.append(x)
        if x == 1:
            break
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        return first, second, rest


assert drive(shared())[1] == ('anext(): asynchronous generator is already running', (0, 'x'), [1])


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


assert drive(collect(Countdown(2)))[1] == [1, 0, 'else']

hooked = []
old = sys.get_asyncgen_hooks()
sys.set_asyncgen_hooks(firstiter=hooked.append)
g = numbers(1)
drive(collect(g))
sys.set_asyncgen_hooks(*old)
assert hooked == [g]
