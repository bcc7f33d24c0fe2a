"""Annotations are evaluated late (PEP 649); type parameters and aliases (PEP 695, 696)."""

import annotationlib

late: Later = 1


def function(a: Undefined, b: 'text' = 1, *c: int, d: list[int], **e: dict) -> Result:
    local: never_evaluated = 1
    return local


class Later:
    field: Later
    other: int = 3


class Undefined:
    pass


class Result:
    pass


print(function.__annotations__)
print(Later.__annotations__)
print(__annotations__ if '__annotations__' in dir() else 'no module dict', __annotate__(1))


def broken(a: missing): ...


try:
    broken.__annotations__
except NameError as error:
    print(error)
print(annotationlib.get_annotations(broken, format=annotationlib.Format.FORWARDREF)["a"].__forward_arg__)
print(annotationlib.get_annotations(broken, format=annotationlib.Format.STRING))


def generic[T, *Ts, **P, B: int, D = str](x: T) -> T:
    return x


print(generic.__type_params__, generic(3))
B = generic.__type_params__[3]
print(B.__bound__, generic.__type_params__[4].__default__, generic.__type_params__[0].__constraints__)


class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def get(self) -> T:
        return self.value


print(Box.__type_params__, Box[int], Box[int](5).get(), Box.__orig_bases__, Box.__parameters__)
type Pair[A] = tuple[A, A]
type Recursive = list[Recursive] | int
print(Pair, Pair.__value__, Pair[int], Pair.__type_params__, Recursive.__value__, type(Pair).__name__)
print(int | str, int | None, list[int] | None, (int | str) == (str | int), isinstance(1, int | str))
x: int
print('x' in globals())
(y): int = 3
obj = type('O', (), {})()
obj.attr: str = 'set'
print(y, obj.attr)
# expect-stdout:
# {'a': <class '__main__.Undefined'>, 'b': 'text', 'c': <class 'int'>, 'd': list[int], 'e': <class 'dict'>, 'return': <class '__main__.Result'>}
# {'field': <class '__main__.Later'>, 'other': <class 'int'>}
# no module dict {'late': <class '__main__.Later'>}
# name 'missing' is not defined
# missing
# {'a': 'missing'}
# (T, Ts, P, B, D) 3
# <class 'int'> <class 'str'> ()
# (T,) __main__.Box[int] 5 (typing.Generic[T],) (T,)
# Pair tuple[A, A] Pair[int] (A,) list[Recursive] | int TypeAliasType
# int | str int | None list[int] | None True True
# False
# 3 set
