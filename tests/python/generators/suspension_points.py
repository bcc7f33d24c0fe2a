"""Suspensions in every kind of place: the order of evaluation, what survives, what runs on the way out."""
import sys
import traceback

log = []


def note(value):
    log.append(value)
    return value


def drive(gen, *inputs):
    """What a generator yields and returns when it gets the inputs; exceptions among them are thrown."""
    out = []
    pending = list(inputs)
    value = None
    try:
        while True:
            if isinstance(value, BaseException):
                out.append(gen.throw(value))
            else:
                out.append(gen.send(value))
            value = pending.pop(0) if pending else None
            if len(out) > 40:
                gen.close()
                return out + ['endless']
    except StopIteration as stop:
        return out + [('returned', stop.value)]
    except BaseException as error:
        return out + [f'{type(error).__name__}: {error}']


# Expressions: operands before the suspension are kept, later ones are evaluated after it.
def operands():
    result = note('a') + (yield 1) + note('b') + (yield 2)
    chained = note(1) < (yield 3) < note(5) < (yield 4)
    listed = [note('x'), (yield 5), *(yield 6), note('y')]
    mapped = {note('k'): (yield 7), **(yield 8), 'last': note('v')}
    called = dict(a=note(1), **(yield 9), b=(yield 10))
    sliced = 'abcdefgh'[(yield 11):(yield 12):note(2)]
    text = f'{note("f")}-{(yield 13):>{(yield 14)}}-{note("g")!r}'
    return result, chained, listed, mapped, called, sliced, text


got = drive(operands(), 'A', 'B', 3, 7, 'five', [6, 66], 'seven', {'m': 8}, {'c': 9}, 'ten', 1, 7, 'right', 8)
print(got)
print(log)


def short_circuit():
    a = (yield 'a') and (yield 'b') or (yield 'c')
    b = (yield 'd') if (yield 'test') else (yield 'e')
    c = not (yield 'f')
    d = 1 < (yield 'g') < (yield 'h')
    if (yield 'i') and not (yield 'j') or (yield 'k'):
        d = (d, 'taken')
    return a, b, c, d


print(drive(short_circuit(), 1, 2, 1, 4, 0, 5, 6, 0, 1))
print(drive(short_circuit(), 0, 9, 0, 4, 0, 0, 1, 0))


class Box:
    def __init__(self):
        self.items = {}

    def __getitem__(self, key):
        log.append(('get', key))
        return self.items.get(key, 0)

    def __setitem__(self, key, value):
        log.append(('set', key, value))
        self.items[key] = value


def targets():
    box = Box()
    box[(yield 1)] = yield 2
    box[(yield 3)] += yield 4
    box.attr = yield 5
    box.attr += (yield 6)
    box[(yield 7)], (box.other, *box.rest) = yield 8
    for box[(yield 9)] in (yield 10):
        yield ('in', sorted(map(str, box.items)))
    del box.items[(yield 11)]
    x = y = yield 12
    (named := (yield 13))
    assert (yield 14), (yield 15)
    return box.items, box.attr, box.other, box.rest, x is y, named


del log[:]
got = drive(targets(), 'two', 1, 'three', 4, 5, 6, ('p', 'qrs'), 's', 'it', 'i1', None, 'i2', None, 'two', 12, 13, 14)
print(got)
del log[:]


def loops(n):
    for i in range(n):
        if i == 1:
            continue
        got = yield i
        while got:
            got -= 1
            if got == 5:
                break
            yield ('inner', got)
        else:
            yield 'no break'
        if i == 4:
            break
    else:
        yield 'outer else'
    return 'end'


print(drive(loops(3)))
print(drive(loops(9), 2, None, None, None, 7))


def finals(how):
    for i in range(3):
        try:
            try:
                x = yield i
                if how == 'return':
                    return 'body'
                if how == 'break':
                    break
                if how == 'continue':
                    continue
                if how == 'raise':
                    raise ValueError(i)
            finally:
                yield ('finally', i, type(sys.exception()).__name__)
            yield ('after', i)
        except ValueError as error:
            y = yield ('caught', error.args, error is sys.exception())
            if y == 'again':
                raise
            if y == 'return':
                return 'handler'
            if y == 'break':
                break
        else:
            yield 'else'
        finally:
            assert sys.exception() is None or how in ('raise', 'throw'), sys.exception()
            log.append(('last', i))
    else:
        return 'exhausted'
    return 'broken'


print(drive(finals('')))
print(drive(finals('return')))
print(drive(finals('break')))
print(drive(finals('continue')))
got = drive(finals('raise'), None, None, 'return')
print(got)
got = drive(finals('raise'), None, None, 'again')
print(got)
got = drive(finals('raise'), None, None, 'break')
print(got)
got = drive(finals('throw'), ValueError('in'), KeyError('more'))
print(got)
assert sys.exception() is None


def overriding(how):
    while True:
        try:
            yield 1
            return 'tried'
        finally:
            if how == 'break':
                break
            if how == 'return':
                return 'finally'
            if how == 'raise':
                raise KeyError('finally')
            yield 2
    yield 3
    return 'fell'


print(drive(overriding('break')))
print(drive(overriding('return'), ValueError()))
print(drive(overriding(''), None, None))
print(drive(overriding('raise')))


def abandoned(suspend):
    """A return inside a finally block that is itself abandoned leaves the first return's value."""
    try:
        return 'first'
    finally:
        try:
            try:
                return 'second'
            finally:
                if suspend:
                    yield 'pending'
                raise ValueError
        except ValueError:
            pass


print(drive(abandoned(True)), drive(abandoned(False)))


def contexts():
    """The handled exception is the generator's own while it runs, and the caller's again when it is suspended."""
    try:
        raise KeyError('own')
    except KeyError:
        yield repr(sys.exception())
        try:
            try:
                raise ValueError('inner')
            except ValueError:
                yield repr(sys.exception())
            yield repr(sys.exception())
            raise TypeError('new')
        except TypeError as error:
            yield repr(error.__context__)
        yield repr(sys.exception())
    yield repr(sys.exception())


try:
    raise OSError('caller')
except OSError as caller:
    seen = []
    for each in contexts():
        seen.append(each)
        assert sys.exception() is caller
    print(seen)


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        log.append(f'enter {self.name}')
        return self

    def __exit__(self, kind, value, tb):
        log.append(f'exit {self.name} {kind and kind.__name__}')
        return self.swallow


def withs(how):
    for i in range(2):
        with Manager('a') as a, Manager('b', how == 'swallow') as b:
            yield a.name + b.name
            if how in ('raise', 'swallow'):
                raise ValueError(how)
            if how == 'return':
                return i
            if how == 'continue':
                continue
            if how == 'break':
                break
        yield 'after'


for how in ['', 'raise', 'swallow', 'return', 'break', 'continue']:
    del log[:]
    print(how, drive(withs(how)), log)


def matching(value):
    match value:
        case [x, y] if (yield ('guard', x)):
            yield ('pair', x, y)
        case {'k': k, **rest}:
            yield ('map', k, rest)
        case [_, *tail]:
            yield ('tail', tail)
        case _:
            yield 'other'
    return 'matched'


print(drive(matching([1, 2]), True))
print(drive(matching([1, 2]), False))
print(drive(matching({'k': 3, 'z': 4})))
print(drive(matching(9)))


def structured(values):
    """A match that does not suspend in a loop that does."""
    for value in values:
        match value:
            case 1:
                continue
            case 2:
                break
            case _:
                pass
        yield value


print(drive(structured([1, 3, 4, 2, 5])))


def groups():
    try:
        yield 'start'
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as part:
        yield ('values', len(part.exceptions))
    except* TypeError as part:
        yield ('types', repr(sys.exception()))
        raise OSError('from clause')


got = drive(groups())
print(got[:3])
print(got)


# Variables: closures see the generator's, and its parameters and cells outlive suspensions.
def closures(a, /, b=2, *args, c, **kwargs):
    total = 0

    def add(n):
        nonlocal total
        total += n + a
        return total

    class Local:
        seen = a

        def method(self):
            return total, b, args, c, kwargs

    for i in range(2):
        yield add(i)
        yield [total + j for j in range(2)], list(x + total for x in args)
    hooks = [lambda i=i: i + total for i in range(2)]
    del i
    yield [h() for h in hooks], Local().method(), Local.seen
    try:
        i
    except UnboundLocalError as error:
        yield str(error)


got = drive(closures(10, 3, 4, 5, c=6, d=7))
print(got)


def nested(n):
    def inner():
        nonlocal n
        while n:
            n -= 1
            got = yield n
            if got:
                return got
        return 'ran out'

    result = yield from inner()
    return result, n, (yield from (lambda: (yield 'lambda'))())


print(drive(nested(2)))
print(drive(nested(5), 'stop', 'x'))


# Tracebacks name the line that a generator stands on.
def lines():
    try:
        yield 1
    except ValueError:
        yield 2
        raise
    yield 3


def entries(error):
    return [(each.name, each.lineno - lines.__code__.co_firstlineno) for each in traceback.extract_tb(error.__traceback__)]


gen = lines()
next(gen)
assert gen.gi_frame.f_lineno - lines.__code__.co_firstlineno == 2
try:
    gen.throw(ValueError('v'))
    assert gen.gi_frame.f_lineno - lines.__code__.co_firstlineno == 4
    next(gen)
except ValueError as error:
    assert [name for name, _ in entries(error)][0] == '<module>'
    assert entries(error)[1:] == [('lines', 2)], entries(error)
assert gen.gi_frame is None


# Introspection.
def states():
    yield (gen.gi_running, gen.gi_suspended)
    yield from iter([1])


gen = states()
assert (gen.gi_running, gen.gi_suspended, gen.gi_yieldfrom) == (False, False, None)
assert next(gen) == (True, False) and gen.gi_suspended and gen.gi_frame.f_locals == {}
assert next(gen) == 1 and type(gen.gi_yieldfrom).__name__ == 'list_iterator' and gen.gi_frame is gen.gi_frame
assert list(gen) == [] and not gen.gi_suspended and gen.gi_yieldfrom is None


# Asynchronous ones.
class Wait:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield ('wait', self.value))


class Async:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Wait(self.n) or self.n

    async def __aenter__(self):
        return await Wait('enter')

    async def __aexit__(self, kind, value, tb):
        await Wait(('exit', kind and kind.__name__))
        return kind is KeyError


async def agen(n):
    try:
        for i in range(n):
            got = yield await Wait(i) or i
            if got:
                yield ('got', got)
    finally:
        await Wait('closing')


async def everything(how):
    out = []
    async with Async(0) as entered, Async(1):
        out.append(entered)
        if how == 'key':
            raise KeyError(how)
        async for x in Async(2):
            out.append(x)
            if how == 'break':
                break
        else:
            out.append('else')
        out.append([y async for y in Async(2) if await Wait('if') or True])
        out.append({y: await Wait(y) async for y in agen(2)})
        g = (z async for z in agen(1))
        out.append([z async for z in g])
        if how == 'return':
            return out
    a = agen(3)
    out.append(await anext(a))
    out.append(await a.asend('sent'))
    await a.aclose()
    return out


def waits(how, *inputs):
    return drive(everything(how), *inputs)


w = lambda *v: ('wait', v[0])
print(waits(''))
print(waits('key'))
print(waits('return'))
print(waits('break'))
print(waits(''))
got = waits('', None, None, ValueError('thrown'))
print(got)
# expect-stdout:
# [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, ('returned', ('aAbB', True, ['x', 'five', 6, 66, 'y'], {'k': 'seven', 'm': 8, 'last': 'v'}, {'a': 1, 'c': 9, 'b': 'ten'}, 'bdf', "f-   right-'g'"))]
# ['a', 'b', 1, 5, 'x', 'y', 'k', 'v', 1, 2, 'f', 'g']
# ['a', 'b', 'test', 'd', 'f', 'g', 'h', 'i', 'k', ('returned', (2, 4, True, (True, 'taken')))]
# ['a', 'c', 'test', 'e', 'f', 'g', 'i', 'j', ('returned', (9, 4, True, (False, 'taken')))]
# [2, 1, 3, 4, 5, 6, 8, 7, 10, 9, ('in', ['1', 'i1', 's', 'three']), 9, ('in', ['1', 'i1', 'i2', 's', 'three']), 11, "KeyError: 'two'"]
# [0, 'no break', 2, 'no break', 'outer else', ('returned', 'end')]
# [0, ('inner', 1), ('inner', 0), 'no break', 2, ('inner', 6), 3, 'no break', 4, 'no break', ('returned', 'end')]
# [0, ('finally', 0, 'NoneType'), ('after', 0), 'else', 1, ('finally', 1, 'NoneType'), ('after', 1), 'else', 2, ('finally', 2, 'NoneType'), ('after', 2), 'else', ('returned', 'exhausted')]
# [0, ('finally', 0, 'NoneType'), ('returned', 'body')]
# [0, ('finally', 0, 'NoneType'), ('returned', 'broken')]
# [0, ('finally', 0, 'NoneType'), 1, ('finally', 1, 'NoneType'), 2, ('finally', 2, 'NoneType'), ('returned', 'exhausted')]
# [0, ('finally', 0, 'ValueError'), ('caught', (0,), True), ('returned', 'handler')]
# [0, ('finally', 0, 'ValueError'), ('caught', (0,), True), 'ValueError: 0']
# [0, ('finally', 0, 'ValueError'), ('caught', (0,), True), ('returned', 'broken')]
# [0, ('finally', 0, 'ValueError'), "KeyError: 'more'"]
# [1, 3, ('returned', 'fell')]
# [1, ('returned', 'finally')]
# [1, 2, ('returned', 'tried')]
# [1, "KeyError: 'finally'"]
# ['pending', ('returned', 'first')] [('returned', 'first')]
# ["KeyError('own')", "ValueError('inner')", "KeyError('own')", "KeyError('own')", "KeyError('own')", "OSError('caller')"]
#  ['ab', 'after', 'ab', 'after', ('returned', None)] ['enter a', 'enter b', 'exit b None', 'exit a None', 'enter a', 'enter b', 'exit b None', 'exit a None']
# raise ['ab', 'ValueError: raise'] ['enter a', 'enter b', 'exit b ValueError', 'exit a ValueError']
# swallow ['ab', 'after', 'ab', 'after', ('returned', None)] ['enter a', 'enter b', 'exit b ValueError', 'exit a None', 'enter a', 'enter b', 'exit b ValueError', 'exit a None']
# return ['ab', ('returned', 0)] ['enter a', 'enter b', 'exit b None', 'exit a None']
# break ['ab', ('returned', None)] ['enter a', 'enter b', 'exit b None', 'exit a None']
# continue ['ab', 'ab', ('returned', None)] ['enter a', 'enter b', 'exit b None', 'exit a None', 'enter a', 'enter b', 'exit b None', 'exit a None']
# [('guard', 1), ('pair', 1, 2), ('returned', 'matched')]
# [('guard', 1), ('tail', [2]), ('returned', 'matched')]
# [('map', 3, {'z': 4}), ('returned', 'matched')]
# ['other', ('returned', 'matched')]
# [3, 4, ('returned', None)]
# ['start', ('values', 1), ('types', "ExceptionGroup('g', [TypeError(2)])")]
# ['start', ('values', 1), ('types', "ExceptionGroup('g', [TypeError(2)])"), 'ExceptionGroup:  (2 sub-exceptions)']
# [10, ([10, 11], [14, 15]), 21, ([21, 22], [25, 26]), ([21, 22], (21, 3, (4, 5), 6, {'d': 7}), 10), "cannot access local variable 'i' where it is not associated with a value", ('returned', None)]
# [1, 0, 'lambda', ('returned', ('ran out', 0, None))]
# [4, 'lambda', ('returned', ('stop', 4, 'x'))]
# [('wait', 'enter'), ('wait', 'enter'), ('wait', 1), ('wait', 0), ('wait', 1), ('wait', 'if'), ('wait', 0), ('wait', 'if'), ('wait', 0), ('wait', 0), ('wait', 1), ('wait', 1), ('wait', 'closing'), ('wait', 0), ('wait', 'closing'), ('wait', ('exit', None)), ('wait', ('exit', None)), ('wait', 0), ('wait', 'closing'), ('returned', [None, 1, 0, 'else', [1, 0], {0: None, 1: None}, [0], 0, ('got', 'sent')])]
# [('wait', 'enter'), ('wait', 'enter'), ('wait', ('exit', 'KeyError')), ('wait', ('exit', None)), ('wait', 0), ('wait', 'closing'), ('returned', [None, 0, ('got', 'sent')])]
# [('wait', 'enter'), ('wait', 'enter'), ('wait', 1), ('wait', 0), ('wait', 1), ('wait', 'if'), ('wait', 0), ('wait', 'if'), ('wait', 0), ('wait', 0), ('wait', 1), ('wait', 1), ('wait', 'closing'), ('wait', 0), ('wait', 'closing'), ('wait', ('exit', None)), ('wait', ('exit', None)), ('returned', [None, 1, 0, 'else', [1, 0], {0: None, 1: None}, [0]])]
# [('wait', 'enter'), ('wait', 'enter'), ('wait', 1), ('wait', 1), ('wait', 'if'), ('wait', 0), ('wait', 'if'), ('wait', 0), ('wait', 0), ('wait', 1), ('wait', 1), ('wait', 'closing'), ('wait', 0), ('wait', 'closing'), ('wait', ('exit', None)), ('wait', ('exit', None)), ('wait', 0), ('wait', 'closing'), ('returned', [None, 1, [1, 0], {0: None, 1: None}, [0], 0, ('got', 'sent')])]
# [('wait', 'enter'), ('wait', 'enter'), ('wait', 1), ('wait', 0), ('wait', 1), ('wait', 'if'), ('wait', 0), ('wait', 'if'), ('wait', 0), ('wait', 0), ('wait', 1), ('wait', 1), ('wait', 'closing'), ('wait', 0), ('wait', 'closing'), ('wait', ('exit', None)), ('wait', ('exit', None)), ('wait', 0), ('wait', 'closing'), ('returned', [None, 1, 0, 'else', [1, 0], {0: None, 1: None}, [0], 0, ('got', 'sent')])]
# [('wait', 'enter'), ('wait', 'enter'), ('wait', 1), ('wait', ('exit', 'ValueError')), ('wait', ('exit', 'ValueError')), 'ValueError: thrown']
