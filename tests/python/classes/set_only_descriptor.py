"""A data descriptor without `__get__`: reads find the instance's own attribute, every store asks the descriptor."""


class Synced:
    def __set__(self, obj, value):
        own = obj.__dict__
        own['first'] = value
        own['second'] = value
        if 'cached' in own:
            del own['cached']


class Plain:
    pass


class Pair(Plain):
    first = Synced()
    second = first

    def __init__(self):
        self.first = 1
        self.cached = 2


pair = Pair()
assert (pair.first, pair.second, pair.cached) == (1, 1, 2)
for value in range(3):
    pair.cached = 3
    pair.first = value
    assert (pair.first, pair.second, 'cached' in pair.__dict__) == (value, value, False)
pair.second = 'both'
assert pair.__dict__ == {'first': 'both', 'second': 'both'}
other = Pair.__new__(Pair)
other.__dict__.update(pair.__dict__)
other.first = 9
assert (other.first, other.second) == (9, 9)


class Below(Pair):
    pass


Plain.late = Synced()
below = Below()
below.late = 5
assert (below.first, below.second) == (5, 5)
assert isinstance(Below().late, Synced)
plain = Plain()
plain.late = 6
assert vars(plain) == {'first': 6, 'second': 6}
