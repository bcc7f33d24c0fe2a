"""Calls and an error that is caught, for tracers and profilers."""


def g(n):
    return n + 1


def f(n):
    for i in range(n):
        g(i)
    try:
        raise ValueError(n)
    except ValueError as error:
        print(error)
    return [g(i) for i in range(2)]


f(2)
