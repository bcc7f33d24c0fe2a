"""Syntax of many kinds, for the tools that read programs."""
from __future__ import annotations

import os.path as p, sys
from collections import (
    OrderedDict as OD,
    deque,
)

type Alias[T: int] = list[T]


@staticmethod
def outer(a, /, b: int = 1, *args: str, c=2, **kwargs) -> None:
    total = 0

    def inner(x):
        nonlocal total
        global shown
        total += x
        shown = [y for y in range(x) if y % 2]
        return lambda z=1: z + total

    return inner


class Tree[K](dict, metaclass=type):
    """A class."""

    attr: int = 0x_ff + 0b1 + 1_000 + 1.5e3 + 2j

    def method(self):
        return f'{self.attr!r:>{10}} {"nested"}' + r'\d' + rb'\x'.decode() + '''a
b'''

    async def co(self):
        async with self as s, self:
            async for i in s:
                yield await i


def control(x):
    while x:
        try:
            x -= 1
        except (ValueError, KeyError) as e:
            raise RuntimeError from e
        else:
            continue
        finally:
            del x
    match x:
        case {'a': [1, *rest], **more} | {'b': None, 'a': [_, *rest], **more}:
            pass
        case Tree(attr=1) as t if t:
            return (yield)
    return not x if x is not None else ~x @ -x ** 2 // 3 << 1
