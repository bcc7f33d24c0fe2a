# Futures and tasks as the event loop sees them: states, callbacks, cancelling, mistakes, and what runs now.
import asyncio
import contextvars
import types


def raises(type, text, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except type as e:
        assert str(e) == text, str(e)
    else:
        raise AssertionError(f'no {type.__name__}')


def bare():
    return asyncio.Future.__new__(asyncio.Future)


UNREADY = 'Future object is not initialized.'
raises(asyncio.InvalidStateError, UNREADY, bare().result)
raises(RuntimeError, UNREADY, bare().set_result, 1)
raises(RuntimeError, 'uninitialized Future object', bare().add_done_callback, print)
raises(RuntimeError, UNREADY, repr, bare())
assert not bare().done() and bare()._loop is None
raises(TypeError, 'Future() takes no positional arguments', asyncio.Future, 1)
raises(RuntimeError, 'no running event loop', asyncio.get_running_loop)
raises(TypeError, "a coroutine was expected, got 5", asyncio.Task, 5, loop=asyncio.new_event_loop())


async def states():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    assert repr(f) == '<Future pending>'
    raises(asyncio.InvalidStateError, 'Result is not set.', f.result)
    raises(asyncio.InvalidStateError, 'Exception is not set.', f.exception)
    raises(TypeError, 'invalid exception object', f.set_exception, 5)
    seen = []
    f.add_done_callback(seen.append)
    f.add_done_callback(seen.append)
    f.add_done_callback(print)
    assert len(f._callbacks) == 3
    assert f.remove_done_callback(seen.append) == 2
    assert f.remove_done_callback(print) == 1 and f._callbacks is None
    f.add_done_callback(seen.append)
    f.set_result([1])
    assert repr(f) == '<Future finished result=[1]>' and not seen
    raises(asyncio.InvalidStateError, 'invalid state', f.set_result, 2)
    await asyncio.sleep(0)
    assert seen == [f] and await f == [1]
    stop = loop.create_future()
    stop.set_exception(StopIteration(7))
    raises(RuntimeError, 'StopIteration interacts badly with generators and cannot be raised into a Future', stop.result)
    assert isinstance(stop.exception().__cause__, StopIteration)
    gone = loop.create_future()
    assert gone.cancel(msg='why') and not gone.cancel() and gone.cancelled()
    raises(asyncio.CancelledError, 'why', gone.result)
    iterator = loop.create_future().__await__()
    assert iterator.send(None)._asyncio_future_blocking
    raises(RuntimeError, "await wasn't used with future", next, iterator)


async def tasks():
    loop = asyncio.get_running_loop()
    here = asyncio.current_task()
    assert asyncio.all_tasks() == {here} and asyncio.current_task(loop) is here
    order = []

    async def child(n):
        order.append(n)
        await asyncio.sleep(0)
        order.append(-n)
        return n

    a = asyncio.create_task(child(1), name='first')
    b = asyncio.create_task(child(2))
    assert a.get_name() == 'first' and b.get_name().startswith('Task-')
    assert asyncio.all_tasks() == {here, a, b}
    assert order == [] and await asyncio.gather(a, b) == [1, 2] and order == [1, 2, -1, -2]
    assert asyncio.all_tasks() == {here} and a.get_coro() is not None
    raises(RuntimeError, 'Task does not support set_result operation', a.set_result, 1)
    eager = asyncio.Task(child(3), loop=loop, eager_start=True)
    assert order[-1] == 3 and not eager.done() and asyncio.current_task() is here
    await eager

    async def nothing():
        return asyncio.current_task()

    waiting = asyncio.create_task(nothing())
    step = loop._ready[-1]._callback
    raises(TypeError, 'function takes no positional arguments', step, 1)
    raises(TypeError, 'function takes no keyword arguments', step, a=1)
    assert step.__self__ is waiting and await waiting is waiting
    at_once = asyncio.Task(nothing(), loop=loop, eager_start=True)
    assert at_once.result() is at_once and at_once.get_coro() is None


async def cancelling():
    loop = asyncio.get_running_loop()
    log = []

    async def sleeper():
        try:
            await loop.create_future()
        except asyncio.CancelledError as e:
            log.append(e.args)
            await asyncio.sleep(0)
            raise

    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    assert t._fut_waiter is not None and t._fut_waiter._asyncio_awaited_by == frozenset({t})
    assert t.cancel('stop') and t.cancelling() == 1 and t.uncancel() == 0 and t.uncancel() == 0
    try:
        await t
    except asyncio.CancelledError as e:
        assert e.args == ('stop',) and log == [('stop',)]
    assert t.cancelled() and not t.cancel()

    async def unstarted():
        log.append('never')

    t = asyncio.create_task(unstarted())
    t.cancel()
    await asyncio.wait([t])
    assert t.cancelled() and log == [('stop',)]

    async def stubborn():
        me = asyncio.current_task()
        me.cancel()
        return 5

    t = asyncio.create_task(stubborn())
    await asyncio.wait([t])
    assert t.cancelled()


async def mistakes():
    @types.coroutine
    def giving(x):
        return (yield x)

    async def awaiting(x):
        await giving(x)

    async def error_of(x):
        try:
            await asyncio.create_task(awaiting(x))
        except RuntimeError as e:
            return str(e)

    assert await error_of(5) == 'Task got bad yield: 5'
    assert (await error_of(i for i in ())).startswith('yield was used instead of yield from for generator in task <Task')
    future = asyncio.get_running_loop().create_future()
    assert (await error_of(future)).startswith('yield was used instead of yield from in task <Task')
    other = asyncio.new_event_loop()
    try:
        await other.create_future()
    except RuntimeError as e:
        assert str(e).endswith('attached to a different loop')
    other.close()

    async def narcissus():
        await asyncio.current_task()

    try:
        await asyncio.create_task(narcissus())
    except RuntimeError as e:
        assert str(e).startswith('Task cannot await on itself: <Task')


class Duck:
    """Something that only behaves as a future."""

    def __init__(self, loop):
        self._asyncio_future_blocking = False
        self.loop = loop
        self.callbacks = []

    def get_loop(self):
        return self.loop

    def add_done_callback(self, f, *, context):
        self.callbacks.append((f, context))

    def result(self):
        return 'quack'

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


class CountingTask(asyncio.Task):
    steps = 0

    def add_done_callback(self, *args, **kwargs):
        CountingTask.steps += 1
        super().add_done_callback(*args, **kwargs)


async def others():
    loop = asyncio.get_running_loop()
    duck = Duck(loop)

    async def listen():
        return await duck

    t = asyncio.create_task(listen())
    await asyncio.sleep(0)
    [(wake, context)] = duck.callbacks
    loop.call_soon(wake, duck, context=context)
    assert await t == 'quack'

    async def one():
        return 1

    t = CountingTask(one(), loop=loop)
    t.note = 'has a dict'
    assert await t == 1 and CountingTask.steps == 1

    class Steps:
        """A coroutine by its methods."""

        def send(self, value):
            raise StopIteration('sent')

        def throw(self, *args):
            raise NotImplementedError

        def close(self):
            pass

        def __await__(self):
            return self

    import collections.abc
    collections.abc.Coroutine.register(Steps)
    assert await asyncio.Task(Steps(), loop=loop) == 'sent'


variable = contextvars.ContextVar('variable', default='outer')


async def contexts():
    async def change(value):
        variable.set(value)
        await asyncio.sleep(0)
        return variable.get()

    assert await asyncio.gather(change('a'), change('b')) == ['a', 'b'] and variable.get() == 'outer'
    own = contextvars.copy_context()
    assert await asyncio.create_task(change('c'), context=own) == 'c'
    assert own[variable] == 'c' and variable.get() == 'outer'
    raises(RuntimeError, f'cannot enter context: {own!r} is already entered', own.run, own.run, print)
    assert own.run(lambda *a, **k: (a, k), 1, 2, x=3) == ((1, 2), {'x': 3})
    raises(TypeError, 'run() missing 1 required positional argument', own.run)


for test in (states, tasks, cancelling, mistakes, others, contexts):
    asyncio.run(test())


async def interrupted():
    asyncio.create_task(stopping())
    await asyncio.sleep(1)


async def stopping():
    raise SystemExit(3)


try:
    asyncio.run(interrupted())
except SystemExit as e:
    assert e.code == 3
