"""raise and except in all forms: chaining, context, notes, groups, except*, bare raise, cleanup of the name."""


def error(function, *args):
    try:
        return function(*args)
    except BaseException as problem:
        return f'{type(problem).__name__}: {problem}'


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as problem:
            raise ValueError('second') from problem
    except ValueError as problem:
        return repr(problem.__cause__), repr(problem.__context__), problem.__suppress_context__


def implicit():
    try:
        try:
            {}['k']
        except KeyError:
            raise ValueError('second')
    except ValueError as problem:
        return repr(problem.__cause__), repr(problem.__context__), problem.__suppress_context__


def suppressed():
    try:
        try:
            {}['k']
        except KeyError:
            raise ValueError from None
    except ValueError as problem:
        return problem.__cause__, repr(problem.__context__), problem.__suppress_context__


print(chained(), implicit(), suppressed())


def reraise():
    try:
        raise KeyError('a')
    except KeyError:
        try:
            raise
        except KeyError as again:
            return again.args


print(reraise(), error(lambda: exec('raise')), error(lambda: exec('raise 5')), error(lambda: exec('raise int')), error(lambda: exec('raise ValueError from 5')))
try:
    raise KeyError
except KeyError as name:
    pass
print('name' in globals())
for kinds in ((KeyError, ValueError), LookupError, Exception, BaseException):
    try:
        raise KeyError('x')
    except kinds as problem:
        print(repr(problem), str(problem), problem.args)
try:
    try:
        raise TypeError('t')
    except (5, TypeError):
        pass
except TypeError as problem:
    print(problem, repr(problem.__context__))
try:
    raise ValueError(1)
except TypeError, ValueError:
    print('unparenthesized')


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f'code {self.code}'


print(error(exec, 'raise C(7)', {'C': Custom}), repr(Custom(1, 2)), Custom(3).args)
e = ValueError('base')
e.add_note('note one')
e.add_note('note two')
print(e.__notes__, error(e.add_note, 5), e.with_traceback(None) is e)
print([repr(x) for x in (Exception(), Exception('a'), Exception('a', 1), KeyError('k'), OSError(2, 'no', 'f'), StopIteration(3), SystemExit(4))])
print([str(x) for x in (Exception(), Exception('a'), Exception('a', 1), KeyError('k'), KeyError('k', 1), OSError(2, 'no', 'f'), OSError('x'), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'))])
print(type(OSError(2, 'x')).__name__, type(OSError(13, 'x')).__name__, OSError(2, 'x', 'f').filename, OSError(1).errno, StopIteration(5).value, SystemExit('s').code)
print(AttributeError('m', name='n', obj=1).name, NameError('m', name='z').name, ImportError('m', name='mod', path='p').path, error(ImportError, foo=1) if False else '')

group = ExceptionGroup('top', [ValueError('v'), ExceptionGroup('nested', [TypeError('t'), KeyError('k')])])
print(group, repr(group), group.message, group.exceptions[0])
match, rest = group.split(TypeError)
print(match, rest, group.subgroup(lambda x: isinstance(x, KeyError)), group.subgroup(OSError))
print(error(ExceptionGroup, 'x', []), error(ExceptionGroup, 'x', [1]), error(ExceptionGroup, 'x', [KeyboardInterrupt()]), error(ExceptionGroup, 5, [ValueError()]))
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [SystemExit()])).__name__)

try:
    raise group
except* TypeError as g:
    print('types', g.exceptions)
except* (KeyError, ValueError) as g:
    print('others', g)
try:
    raise ValueError('naked')
except* ValueError as g:
    print(repr(g))
try:
    try:
        raise group
    except* KeyError:
        pass
except ExceptionGroup as left:
    print('left', left, left.exceptions)
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError('new')
except ExceptionGroup as both:
    print([repr(x) for x in both.exceptions])


def finally_wins():
    for _ in range(2):
        try:
            raise ValueError
        finally:
            continue
    return 'continued'


import warnings
warnings.simplefilter('ignore')
print(finally_wins())


def depth(n):
    return depth(n + 1)


print(error(depth, 0))
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exception())
print(sys.exc_info(), sys.exception())
try:
    raise ValueError('tb')
except ValueError as problem:
    tb = problem.__traceback__
    print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name)
# expect-stdout:
# ("ZeroDivisionError('division by zero')", "ZeroDivisionError('division by zero')", True) ('None', "KeyError('k')", False) (None, "KeyError('k')", True)
# ('a',) RuntimeError: No active exception to reraise TypeError: exceptions must derive from BaseException TypeError: exceptions must derive from BaseException TypeError: exception causes must derive from BaseException
# False
# KeyError('x') 'x' ('x',)
# KeyError('x') 'x' ('x',)
# KeyError('x') 'x' ('x',)
# KeyError('x') 'x' ('x',)
# catching classes that do not inherit from BaseException is not allowed TypeError('t')
# unparenthesized
# Custom: code 7 Custom(1, 2) (3,)
# ['note one', 'note two'] TypeError: add_note() argument must be str, not int True
# ['Exception()', "Exception('a')", "Exception('a', 1)", "KeyError('k')", "FileNotFoundError(2, 'no')", 'StopIteration(3)', 'SystemExit(4)']
# ['', 'a', "('a', 1)", "'k'", "('k', 1)", "[Errno 2] no: 'f'", 'x', "'utf-8' codec can't decode byte 0xff in position 0: bad"]
# FileNotFoundError PermissionError f None 5 s
# n z p 
# top (2 sub-exceptions) ExceptionGroup('top', [ValueError('v'), ExceptionGroup('nested', [TypeError('t'), KeyError('k')])]) top v
# top (1 sub-exception) top (2 sub-exceptions) top (1 sub-exception) None
# ValueError: second argument (exceptions) must be a non-empty sequence ValueError: Item 0 of second argument (exceptions) is not an exception TypeError: Cannot nest BaseExceptions in an ExceptionGroup TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
# ExceptionGroup BaseExceptionGroup
# types (ExceptionGroup('nested', [TypeError('t')]),)
# others top (2 sub-exceptions)
# ExceptionGroup('', (ValueError('naked'),))
# left top (2 sub-exceptions) (ValueError('v'), ExceptionGroup('nested', [TypeError('t')]))
# ["OSError('new')", "ExceptionGroup('g', [TypeError(2)])"]
# continued
# RecursionError: maximum recursion depth exceeded
# ZeroDivisionError division by zero
# (None, None, None) None
# 156 None <module>
