"""Decorators, argument binding in every combination, unpacking in calls, the messages of wrong calls."""


def show(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return (a, b, c, args, d, e, kwargs)


print(show(1, d=4), show(1, 2, 3, 4, 5, d=6, z=7), show(*[1, 2], **{'d': 1, 'c': 9}), show(1, d=0, **{'a': 'kw'}))


def three(a, b, c=0): return (a, b, c)
def only_keyword(*, key, other=1): return key, other
def positional(a, /, b): return a, b
def nothing(): pass


calls = ['three()', 'three(1)', 'three(1, 2, 3, 4)', 'three(1, 2, 3, 4, x=1)', 'three(1, b=2, a=3)', 'three(1, 2, d=3)', 'three(**{"a": 1})',
         'three(*5)', 'three(**5)', 'three(1, 2, **{1: 2})', 'only_keyword()', 'only_keyword(1)', 'only_keyword(1, key=2)', 'only_keyword(keys=1, key=1)',
         'positional(a=1, b=2)', 'positional(1, b=2)', 'positional()', 'nothing(1)', 'nothing(a=1)', 'nothing(1, 2)', 'show()', 'show(1)', 'show(1, 2, 3, a=1)',
         'three(a=1, **{"a": 2})', '(lambda x: x)()', 'len()', 'len(1, 2)', 'len(a=1)', 'print(1, foo=2)', 'int(1, 2, 3)', '"a".split(1)', '[].append()',
         '"a".join()', 'dict(1)', 'dict([1])', 'range()', 'range("a")', 'object(1)', 'sorted()', 'isinstance(1)', 'isinstance(1, 1)', 'getattr(1, 2)', '5()', '"s"()', 'None()',
         'type(1, 2)', 'max()', 'max(1)', 'sum("ab")', 'zip(1)', 'enumerate()', 'int("x")', 'int("9" * 5, 5)', 'float("y")', 'chr(-1)', 'ord("ab")', 'bytes("a")', 'hash([])', 'iter(1)', 'next([])',
         'setattr(1, "a", 2)', 'super()', 'round("a")', 'pow(2, -1, 0)', 'divmod(1)', 'abs()', 'map()', 'filter(None)', 'reversed({1})', 'open("/nonexistent/file")', '__import__("nope_module")']
for call in calls:
    try:
        print(call, '->', eval(call))
    except Exception as error:
        print(call, '->', type(error).__name__, error)

log = []


def deco(tag):
    log.append(f'make {tag}')

    def apply(function):
        log.append(f'apply {tag} to {function.__name__}')
        function.tags = [*getattr(function, 'tags', []), tag]
        return function
    return apply


@deco('outer')
@deco('inner')
def decorated():
    pass


@(lambda cls: cls.__name__)
class Named:
    pass


@staticmethod
def static():
    return 'static function is callable'


print(log, decorated.tags, Named, static())
def defaults(x, acc=[]):
    acc.append(x)
    return acc


print(defaults(1), defaults(2), defaults.__defaults__, show.__kwdefaults__, show.__code__.co_varnames, show.__code__.co_argcount)
print(three.__name__, three.__qualname__, (lambda: 0).__name__, three.__module__, three.__doc__)
print((lambda *a, **k: (a, k))(*'ab', *(1,), **{'x': 1}, **{'y': 2}))
# expect-stdout:
# (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {'z': 7}) (1, 2, 9, (), 1, 5, {}) (1, 2, 3, (), 0, 5, {'a': 'kw'})
# three() -> TypeError three() missing 2 required positional arguments: 'a' and 'b'
# three(1) -> TypeError three() missing 1 required positional argument: 'b'
# three(1, 2, 3, 4) -> TypeError three() takes from 2 to 3 positional arguments but 4 were given
# three(1, 2, 3, 4, x=1) -> TypeError three() got an unexpected keyword argument 'x'
# three(1, b=2, a=3) -> TypeError three() got multiple values for argument 'a'
# three(1, 2, d=3) -> TypeError three() got an unexpected keyword argument 'd'
# three(**{"a": 1}) -> TypeError three() missing 1 required positional argument: 'b'
# three(*5) -> TypeError __main__.three() argument after * must be an iterable, not int
# three(**5) -> TypeError __main__.three() argument after ** must be a mapping, not int
# three(1, 2, **{1: 2}) -> TypeError keywords must be strings
# only_keyword() -> TypeError only_keyword() missing 1 required keyword-only argument: 'key'
# only_keyword(1) -> TypeError only_keyword() takes 0 positional arguments but 1 was given
# only_keyword(1, key=2) -> TypeError only_keyword() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
# only_keyword(keys=1, key=1) -> TypeError only_keyword() got an unexpected keyword argument 'keys'. Did you mean 'key'?
# positional(a=1, b=2) -> TypeError positional() got some positional-only arguments passed as keyword arguments: 'a'
# positional(1, b=2) -> (1, 2)
# positional() -> TypeError positional() missing 2 required positional arguments: 'a' and 'b'
# nothing(1) -> TypeError nothing() takes 0 positional arguments but 1 was given
# nothing(a=1) -> TypeError nothing() got an unexpected keyword argument 'a'
# nothing(1, 2) -> TypeError nothing() takes 0 positional arguments but 2 were given
# show() -> TypeError show() missing 1 required positional argument: 'a'
# show(1) -> TypeError show() missing 1 required keyword-only argument: 'd'
# show(1, 2, 3, a=1) -> TypeError show() missing 1 required keyword-only argument: 'd'
# three(a=1, **{"a": 2}) -> TypeError __main__.three() got multiple values for keyword argument 'a'
# (lambda x: x)() -> TypeError <lambda>() missing 1 required positional argument: 'x'
# len() -> TypeError len() takes exactly one argument (0 given)
# len(1, 2) -> TypeError len() takes exactly one argument (2 given)
# len(a=1) -> TypeError len() takes no keyword arguments
# print(1, foo=2) -> TypeError print() got an unexpected keyword argument 'foo'
# int(1, 2, 3) -> TypeError int expected at most 2 arguments, got 3
# "a".split(1) -> TypeError must be str or None, not int
# [].append() -> TypeError list.append() takes exactly one argument (0 given)
# "a".join() -> TypeError str.join() takes exactly one argument (0 given)
# dict(1) -> TypeError 'int' object is not iterable
# dict([1]) -> TypeError object is not iterable
# range() -> TypeError range expected at least 1 argument, got 0
# range("a") -> TypeError 'str' object cannot be interpreted as an integer
# object(1) -> TypeError object() takes no arguments
# sorted() -> TypeError sorted expected 1 argument, got 0
# isinstance(1) -> TypeError isinstance expected 2 arguments, got 1
# isinstance(1, 1) -> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# getattr(1, 2) -> TypeError attribute name must be string, not 'int'
# 5() -> TypeError 'int' object is not callable
# "s"() -> TypeError 'str' object is not callable
# None() -> TypeError 'NoneType' object is not callable
# type(1, 2) -> TypeError type() takes 1 or 3 arguments
# max() -> TypeError max expected at least 1 argument, got 0
# max(1) -> TypeError 'int' object is not iterable
# sum("ab") -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# zip(1) -> TypeError 'int' object is not iterable
# enumerate() -> TypeError enumerate() missing required argument 'iterable'
# int("x") -> ValueError invalid literal for int() with base 10: 'x'
# int("9" * 5, 5) -> ValueError invalid literal for int() with base 5: '99999'
# float("y") -> ValueError could not convert string to float: 'y'
# chr(-1) -> ValueError chr() arg not in range(0x110000)
# ord("ab") -> TypeError ord() expected a character, but string of length 2 found
# bytes("a") -> TypeError string argument without an encoding
# hash([]) -> TypeError unhashable type: 'list'
# iter(1) -> TypeError 'int' object is not iterable
# next([]) -> TypeError 'list' object is not an iterator
# setattr(1, "a", 2) -> AttributeError 'int' object has no attribute 'a' and no __dict__ for setting new attributes
# super() -> RuntimeError super(): no arguments
# round("a") -> TypeError type str doesn't define __round__ method
# pow(2, -1, 0) -> ValueError pow() 3rd argument cannot be 0
# divmod(1) -> TypeError divmod expected 2 arguments, got 1
# abs() -> TypeError abs() takes exactly one argument (0 given)
# map() -> TypeError map() must have at least two arguments.
# filter(None) -> TypeError filter expected 2 arguments, got 1
# reversed({1}) -> TypeError 'set' object is not reversible
# open("/nonexistent/file") -> FileNotFoundError [Errno 2] No such file or directory: '/nonexistent/file'
# __import__("nope_module") -> ModuleNotFoundError No module named 'nope_module'
# ['make outer', 'make inner', 'apply inner to decorated', 'apply outer to decorated'] ['inner', 'outer'] Named static function is callable
# [1, 2] [1, 2] ([1, 2],) {'e': 5} ('a', 'b', 'c', 'd', 'e', 'args', 'kwargs') 3
# three three <lambda> __main__ None
# (('a', 'b', 1), {'x': 1, 'y': 2})
