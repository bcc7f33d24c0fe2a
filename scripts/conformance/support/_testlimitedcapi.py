"""What CPython's tests ask of its C API and Python can answer: the sequence and attribute functions, in their plain forms.

CPython's own extension of this name is written in C against its headers. Whole test modules import it for one or two calls,
so these stand in for them; anything else it has is missing, and tests of it fail.
"""

import operator as _operator


def sequence_getitem(sequence, index):
    return sequence[_operator.index(index)]


def sequence_setitem(sequence, index, value):
    sequence[_operator.index(index)] = value
    return 0


def sequence_delitem(sequence, index):
    del sequence[_operator.index(index)]
    return 0


def object_hasattrstring(value, name):
    return int(hasattr(value, name.decode()))
