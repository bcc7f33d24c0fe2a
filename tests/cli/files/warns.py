import warnings


def old():
    warnings.warn('old is old', DeprecationWarning, stacklevel=2)
    warnings.warn('look here')


old()
old()
