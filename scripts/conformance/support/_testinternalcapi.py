"""What test_class and test.support ask of CPython's internals and can be answered here."""

import sys as _sys


def has_inline_values(value):
    """Whether attributes are kept in the way CPython calls inline values: nothing is, outside CPython."""
    return False


def get_recursion_depth():
    depth = 0
    frame = _sys._getframe(1)
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth
