def above(limit, items):
    return any(x > limit for x in items)
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
    yield step
    return n
