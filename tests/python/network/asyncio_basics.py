# asyncio on its own event loop: sleeping, gathering, queues, locks, timeouts, cancellation, task groups, async generators.
import asyncio


async def after(delay, value):
    await asyncio.sleep(delay)
    return value


async def main():
    assert await asyncio.gather(after(0.02, 1), after(0.01, 2), after(0, 3)) == [1, 2, 3]
    order = [await each for each in asyncio.as_completed([after(0.02, "b"), after(0.001, "a")])]
    assert order == ["a", "b"]

    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consume():
        seen = []
        while (item := await queue.get()) is not None:
            seen.append(item)
        return seen

    async with asyncio.TaskGroup() as group:
        group.create_task(produce())
        consumer = group.create_task(consume())
    assert consumer.result() == [0, 1, 2, 3, 4]

    lock = asyncio.Lock()
    trace = []

    async def locked(name):
        async with lock:
            trace.append(name)
            await asyncio.sleep(0)
            trace.append(name)

    await asyncio.gather(locked("x"), locked("y"))
    assert trace == ["x", "x", "y", "y"]

    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError:
        pass
    else:
        raise AssertionError("no timeout")
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        pass
    else:
        raise AssertionError("no timeout")

    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError as error:
        assert error.args == ("why",) and task.cancelled()

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(10))
            group.create_task(after(0, None)).add_done_callback(lambda _: None)

            async def fails():
                raise ValueError("inside")

            group.create_task(fails())
    except* ValueError as caught:
        assert str(caught.exceptions[0]) == "inside"

    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    loop.call_soon_threadsafe(event.set)
    await event.wait()
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, 42)
    assert await future == 42

    async def numbers():
        for i in range(3):
            await asyncio.sleep(0)
            yield i

    assert [i async for i in numbers()] == [0, 1, 2]
    async with asyncio.Semaphore(1), asyncio.Condition():
        pass
    assert asyncio.current_task().get_name().startswith("Task-")
    return "done"


assert asyncio.run(main()) == "done"
assert asyncio.run(after(0, "again"), debug=True) == "again"


async def broken():
    raise KeyError("out")


try:
    asyncio.run(broken())
except KeyError as error:
    assert error.args == ("out",)
with asyncio.Runner() as runner:
    assert runner.run(after(0, 1)) + runner.run(after(0, 2)) == 3
