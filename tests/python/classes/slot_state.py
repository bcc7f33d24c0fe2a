# What __getstate__ gives for slots, and pickles and copies made of it.
import copy
import pickle


class Base:
    __slots__ = ("a", "b")


class Both(Base):
    pass


x = Base()
assert x.__getstate__() is None
x.a = 1
assert x.__getstate__() == (None, {"a": 1})
y = Both()
y.a = 2
y.z = 3
assert y.__getstate__() == ({"z": 3}, {"a": 2})
for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
    again = pickle.loads(pickle.dumps(y, protocol))
    assert (again.a, again.z) == (2, 3) and not hasattr(again, "b")
assert copy.copy(x).a == 1
