"""A documented module.

>>> double(2)
4
"""


def double(x: int, *, times: int = 1) -> int:
    """Doubles.

    >>> double(3)
    6
    >>> double('a')
    'aa'
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    """
    return x * 2 * times


class Shape:
    """A shape."""

    sides = 0

    def area(self):
        """Its area."""
        return 0

    @property
    def name(self):
        """Its name."""
        return 'shape'
