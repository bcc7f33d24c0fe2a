"""An uncaught error with a cause: what standard error shows."""


def inner(value):
    return 10 / value


def outer():
    try:
        inner(0)
    except ZeroDivisionError as error:
        raise ValueError('bad value') from error


print('before')
outer()
# expect-stdout:
# before
# expect-traceback:
# Traceback (most recent call last):
#   File "uncaught_error.py", line 10, in outer
#     inner(0)
#     ~~~~~^^^
#   File "uncaught_error.py", line 5, in inner
#     return 10 / value
#            ~~~^~~~~~~
# ZeroDivisionError: division by zero
#
# The above exception was the direct cause of the following exception:
#
# Traceback (most recent call last):
#   File "uncaught_error.py", line 16, in <module>
#     outer()
#     ~~~~~^^
#   File "uncaught_error.py", line 12, in outer
#     raise ValueError('bad value') from error
# ValueError: bad value
