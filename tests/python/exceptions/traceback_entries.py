"""Which frames a traceback lists: an entry for each frame that an exception passes or is raised in, none where it only goes on."""


class Closing:
    def __init__(self, error=None):
        self.error = error
        self.seen = []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.seen.append(kind)
        if self.error is not None:
            raise self.error
        return False


def entries(error):
    """Function names and lines relative to the function, outermost first."""
    found = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append((code.co_name, traceback.tb_lineno - code.co_firstlineno))
        traceback = traceback.tb_next
    return found


def raised_by(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error, entries(error)[1:]
    raise AssertionError('nothing was raised')


ERROR = ValueError('x')


def again():
    raise ERROR


# The same object raised again by a callee gets entries again, in a loop, after a handler and in a finally block.
def in_a_loop():
    for _ in range(3):
        try:
            again()
        except ValueError:
            pass
    again()


assert raised_by(in_a_loop)[1][:2] == [('in_a_loop', 6), ('again', 1)]
assert len(entries(ERROR)) == 9, entries(ERROR)


def in_one_frame():
    try:
        raise KeyError(1)
    except KeyError as error:
        raise error


assert raised_by(in_one_frame)[1] == [('in_one_frame', 4), ('in_one_frame', 2)]


def before_the_try():
    for i in range(2):
        if i:
            raise kept
        try:
            raise KeyError(1)
        except KeyError as error:
            kept = error


assert raised_by(before_the_try)[1] == [('before_the_try', 3), ('before_the_try', 5)]


def handed_to(error):
    raise error


def by_a_callee():
    try:
        raise KeyError(3)
    except KeyError as error:
        handed_to(error)


assert raised_by(by_a_callee)[1] == [('by_a_callee', 4), ('handed_to', 1), ('by_a_callee', 2)]


# A bare raise, a clause that does not match and a finally block add none.
def bare():
    try:
        raise KeyError(3)
    except KeyError:
        raise


def bare_in_callee():
    raise


def by_a_bare_callee():
    try:
        raise KeyError(3)
    except KeyError:
        bare_in_callee()


def unmatched():
    try:
        try:
            raise KeyError(1)
        except ValueError:
            pass
    finally:
        try:
            again()
        except ValueError:
            pass


assert raised_by(bare)[1] == [('bare', 2)]
assert raised_by(by_a_bare_callee)[1] == [('by_a_bare_callee', 4), ('by_a_bare_callee', 2)]
assert raised_by(unmatched)[1] == [('unmatched', 3)]
error, found = raised_by(bare_in_callee)
assert str(error) == 'No active exception to reraise' and found == [('bare_in_callee', 1)]


# A finally block that fails, or leaves the function itself.
def failing_finally():
    try:
        raise KeyError(5)
    finally:
        raise IndexError(6)


def left_by_break():
    while True:
        try:
            raise KeyError(5)
        finally:
            break
    return 'left'


error, found = raised_by(failing_finally)
assert found == [('failing_finally', 4)]
assert entries(error.__context__) == [('failing_finally', 2)]
assert left_by_break() == 'left'


# with: one entry, __exit__ told once; the exit's own failure, and one on the way out without an exception.
def nested(outer, inner):
    with outer:
        with inner:
            raise KeyError(2)


def leaving(manager, way):
    for i in range(2):
        with manager:
            if way == 'return':
                return i
            if way == 'raise':
                raise KeyError(way)
            continue
    return way


outer, inner = Closing(), Closing()
error, found = raised_by(nested, outer, inner)
assert found == [('nested', 3)] and error.__context__ is None
assert outer.seen == inner.seen == [KeyError]
manager = Closing()
assert leaving(manager, 'return') == 0 and leaving(manager, 'continue') == 'continue'
assert manager.seen == [None] * 3
error, found = raised_by(leaving, Closing(OSError()), 'return')
assert found == [('leaving', 2), ('__exit__', 3)] and error.__context__ is None
error, found = raised_by(leaving, Closing(OSError()), 'raise')
assert found == [('leaving', 2), ('__exit__', 3)] and isinstance(error.__context__, KeyError)


# except*: what is left of a group and what a clause raises.
def group(clause):
    try:
        raise ExceptionGroup('a', [ValueError(1), KeyError(2)])
    except* ValueError:
        if clause == 'bare':
            raise
        if clause == 'other':
            raise OSError(1)


assert raised_by(group, 'pass')[1] == [('group', 2)]
assert raised_by(group, 'bare')[1] == [('group', 2)]
error, found = raised_by(group, 'other')
assert found == [] and [entries(part) for part in error.exceptions] == [[('group', 7)], [('group', 2)]]


# Functions that suspend.
def suspended():
    for _ in range(2):
        try:
            yield 1
        except ValueError:
            pass
    try:
        yield 2
    except ValueError:
        raise


ERROR.__traceback__ = None
steps = suspended()
next(steps)
steps.throw(ERROR)
steps.throw(ERROR)
assert entries(ERROR) == [('suspended', 3)] * 2
ERROR.__traceback__ = None
error, found = raised_by(steps.throw, ERROR)
assert found == [('suspended', 7)], found
