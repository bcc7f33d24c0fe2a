"""Coroutines and async generators driven by hand: await, async for, async with, asend, athrow, aclose."""


class Suspend:
    def __init__(self, value): self.value = value

    def __await__(self):
        got = yield self.value
        return got


def run(coro, *answers):
    answers = list(answers)
    value = None
    while True:
        try:
            print('suspended', coro.send(value))
        except StopIteration as stop:
            return stop.value
        value = answers.pop(0) if answers else None


async def inner(x):
    got = await Suspend(x)
    return (x, got)


async def outer():
    a = await inner(1)
    b = await inner(2)
    return a, b


print(run(outer(), 'A', 'B'))


class Manager:
    async def __aenter__(self):
        print('aenter', await Suspend('in'))
        return 'value'

    async def __aexit__(self, kind, value, trace):
        print('aexit', kind and kind.__name__, await Suspend('out'))
        return True


class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Suspend(self.n) or self.n


async def uses():
    async with Manager() as value:
        print(value)
        raise ValueError
    async for x in Counter(2):
        print('item', x)
    else:
        print('else')
    return [x async for x in Counter(2) if x is not None], {x: 1 async for x in agen(2)}, [await inner(i) for i in range(2)]


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print('agen got', got)
            await Suspend(f'agen {i}')
    finally:
        print('agen cleanup')


print(run(uses(), *'abcdefghijkl'))


async def drive():
    g = agen(3)
    print(await g.asend(None), await g.asend('hi'))
    try:
        await g.athrow(KeyError('thrown'))
    except KeyError as problem:
        print('out', problem)
    g = agen(1)
    await g.__anext__()
    await g.aclose()
    print([x async for x in g])


run(drive())


async def fails():
    raise LookupError('x')


def error(function, *args):
    try:
        return function(*args)
    except BaseException as problem:
        return f'{type(problem).__name__}: {problem}'


async def awaits(x):
    return await x


async def loops(x):
    async for _ in x:
        pass


async def withs(x):
    async with x:
        pass


print(error(run, fails()), error(run, awaits(5)), error(run, loops([])), error(run, withs(1)))
c = inner(1)
print(type(c).__name__, c.cr_frame is not None, c.cr_running, error(next, c) if not hasattr(c, '__next__') else 'has next', error(c.send, 1))
c.send(None)
c.close()
print(error(c.send, None), c.cr_frame)


async def value(): return 3


v = value()
run(v)
print(error(run, v))


class BadAwait:
    def __await__(self): return 5


print(error(run, awaits(BadAwait())))
anext_result = anext(agen(1))
print(type(anext_result).__name__, type(agen(1)).__name__)
anext_result.close()


async def default():
    return await anext(Counter(0), 'default')


print(run(default()))
# expect-stdout:
# suspended 1
# suspended 2
# ((1, 'A'), (2, 'B'))
# suspended in
# aenter a
# value
# suspended out
# aexit ValueError b
# suspended 1
# item c
# suspended 0
# item d
# else
# suspended 1
# suspended 0
# suspended agen 0
# suspended agen 1
# agen cleanup
# suspended 0
# suspended 1
# (['e', 'f'], {0: 1, 1: 1}, [(0, 'i'), (1, 'j')])
# agen got hi
# suspended agen 0
# 0 1
# agen cleanup
# out 'thrown'
# agen cleanup
# []
# LookupError: x TypeError: 'int' object can't be awaited TypeError: 'async for' requires an object with __aiter__ method, got list TypeError: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# coroutine True False TypeError: 'coroutine' object is not an iterator TypeError: can't send non-None value to a just-started coroutine
# RuntimeError: cannot reuse already awaited coroutine None
# RuntimeError: cannot reuse already awaited coroutine
# TypeError: __await__() returned non-iterator of type 'int'
# async_generator_asend async_generator
# default
