def low():
    return int('not a number')


def middle():
    try:
        low()
    except ValueError as error:
        raise KeyError('middle') from error


def high():
    try:
        middle()
    except KeyError:
        [].pop()


high()
