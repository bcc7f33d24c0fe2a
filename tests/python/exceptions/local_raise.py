"""A raise whose handler is in the same function: every way through and out of it."""
import sys


def trace_lines(error):
    lines, tb = [], error.__traceback__
    while tb is not None:
        lines.append(tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno)
        tb = tb.tb_next
    return lines


def simple():
    try:
        raise ValueError(1)
    except ValueError as error:
        assert trace_lines(error) == [2], trace_lines(error)
        assert sys.exception() is error
        return 'caught', error.args
    return 'no'


assert simple() == ('caught', (1,))
assert sys.exception() is None


def unmatched():
    try:
        try:
            raise KeyError('k')
        except ValueError:
            return 'wrong'
        finally:
            seen = sys.exception()
            assert isinstance(seen, KeyError)
    except KeyError as error:
        assert trace_lines(error) == [3], trace_lines(error)
        return error is seen


assert unmatched()


def next_one():
    try:
        try:
            raise KeyError('k')
        except KeyError as error:
            first = error
            raise ValueError('v')
    except ValueError as error:
        assert error.__context__ is first
        assert not error.__suppress_context__
        return sys.exception() is error
    finally:
        assert sys.exception() is None


assert next_one()


def orelse(fail):
    log = []
    try:
        try:
            log.append('body')
            if fail == 1:
                raise ValueError
        except ValueError:
            log.append('except')
        else:
            log.append('else')
            if fail == 2:
                raise ValueError('from else')
        log.append('after')
    except ValueError as error:
        log.append(str(error))
    return log


assert orelse(0) == ['body', 'else', 'after']
assert orelse(1) == ['body', 'except', 'after']
assert orelse(2) == ['body', 'else', 'from else']


def loops():
    log = []
    for i in range(5):
        try:
            for j in range(3):
                while True:
                    if j == 1:
                        raise IndexError(i)
                    if i == 3:
                        break
                    break
                if i == 3:
                    raise KeyError(i)
        except IndexError as error:
            log.append(error.args[0])
            continue
        except KeyError:
            break
        log.append('end')
    return log


assert loops() == [0, 1, 2]


class Manager:
    def __init__(self, log, swallow=False):
        self.log, self.swallow = log, swallow

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        self.log.append(kind)
        return self.swallow


def through_with():
    log = []
    try:
        with Manager(log):
            raise ValueError
    except ValueError:
        log.append('out')
    try:
        with Manager(log, True):
            raise KeyError
        log.append('swallowed')
    except KeyError:
        log.append('wrong')
    return log


assert through_with() == [ValueError, 'out', KeyError, 'swallowed']


def in_finally():
    log = []
    try:
        try:
            return 'lost'
        finally:
            log.append('finally')
            raise ValueError('f')
    except ValueError as error:
        assert error.__context__ is None
        return log, str(error)


assert in_finally() == (['finally'], 'f')


def replaced_in_finally():
    try:
        try:
            raise KeyError('k')
        finally:
            raise ValueError('v')
    except ValueError as error:
        return type(error.__context__)


assert replaced_in_finally() is KeyError


def not_an_exception():
    try:
        raise 3
    except TypeError as error:
        assert trace_lines(error) == [2]
        return str(error)


assert not_an_exception() == 'exceptions must derive from BaseException'


def constructor_fails():
    class Odd(Exception):
        def __init__(self):
            raise KeyError('made')

    try:
        raise Odd
    except KeyError as error:
        return len(trace_lines(error))


assert constructor_fails() == 2


def cause():
    try:
        try:
            raise KeyError('k')
        except KeyError as error:
            raise ValueError('v') from error
    except ValueError as error:
        return error.__cause__ is error.__context__, error.__suppress_context__


assert cause() == (True, True)


def from_none():
    try:
        try:
            raise KeyError('k')
        except KeyError:
            raise ValueError from None
    except ValueError as error:
        return error.__cause__, error.__suppress_context__, type(error.__context__)


assert from_none() == (None, True, KeyError)


def same_again():
    error = ValueError()
    for _ in range(3):
        try:
            raise error
        except ValueError as caught:
            assert caught is error
    return trace_lines(error)


assert same_again() == [4, 4, 4], same_again()


def unbinds():
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        error
    except UnboundLocalError as missing:
        return str(missing)


assert unbinds() == "cannot access local variable 'error' where it is not associated with a value"


def star():
    try:
        try:
            raise ValueError(1)
        except* ValueError as group:
            assert [type(e) for e in group.exceptions] == [ValueError]
            raise KeyError('k')
    except ExceptionGroup as group:
        return [type(e) for e in group.exceptions]
    except KeyError:
        return 'plain'


assert star() == 'plain', star()


def generator():
    for i in range(4):
        try:
            if i % 2:
                raise ValueError(i)
            yield i
        except ValueError as error:
            yield -error.args[0]
        try:
            raise KeyError
        except KeyError:
            pass


assert list(generator()) == [0, -1, 2, -3]


def always(n):
    raise ValueError(n)


def values(n):
    """Enough of them for the engine to optimise a function that always raises."""
    total = 0
    for i in range(n):
        try:
            always(i)
        except ValueError as error:
            total += error.args[0]
            assert error.__traceback__.tb_next.tb_frame.f_locals == {'n': i}
            assert error.__traceback__.tb_next.tb_next is None
    return total


assert values(5000) == 12497500
try:
    raise ValueError('module level')
except ValueError as error:
    assert error.__traceback__.tb_frame.f_globals is globals()
    assert error.__traceback__.tb_frame is error.__traceback__.tb_frame


class Body:
    try:
        raise ValueError
    except ValueError as error:
        assert 'Manager' not in error.__traceback__.tb_frame.f_locals
        assert '__qualname__' in error.__traceback__.tb_frame.f_locals


def final(how):
    log = []
    try:
        for i in range(2):
            try:
                log.append(i)
                if how == 'raise':
                    raise ValueError(i)
                if how == 'continue':
                    continue
                if how == 'call':
                    always(i)
                if how == 'return':
                    return log
            finally:
                try:
                    raise KeyError(i)
                except KeyError as inner:
                    log.append(type(inner.__context__))
                if how == 'swallow' or how == 'call' and i == 0:
                    always_break = True
                    log.append('final')
        log.append('end')
    except ValueError as error:
        log.append(trace_lines(error))
        assert error.__context__ is None
    finally:
        log.append(sys.exception())
    return log


assert final('raise') == [0, ValueError, [7], None], final('raise')
assert final('continue') == [0, type(None), 1, type(None), 'end', None], final('continue')
assert final('call') == [0, ValueError, 'final', [11, 1], None], final('call')
assert final('return') == [0, type(None), None], final('return')


def leave(n):
    try:
        raise ValueError(n)
    finally:
        try:
            raise KeyError
        except KeyError:
            pass


try:
    leave(1)
except ValueError as error:
    lines = trace_lines(error)
    assert len(lines) == 2 and lines[1] == 2, lines
