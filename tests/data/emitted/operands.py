def ordered(f):
    return f() + (yield 1) + (yield 2)
