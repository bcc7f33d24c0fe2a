# _random.Random and random: the same seeds give the same numbers, recorded from CPython.
import _random

r = _random.Random()


class A(_random.Random):
    pass


class H:
    def __hash__(self):
        return -5


def seeded(seed):
    g = _random.Random(seed)
    return [g.random(), g.getrandbits(1), g.getrandbits(32), g.getrandbits(33), g.getrandbits(64), g.getrandbits(200)]


def resumed():
    g = _random.Random(3)
    g.random()
    state = g.getstate()
    first = g.random(), g.getrandbits(64)
    g.setstate(state)
    return first == (g.random(), g.getrandbits(64)), len(state), state[-1]


def outcome(run):
    try:
        return repr(run())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CASES = [
    (lambda: seeded(0), '[0.8444218515250481, 1, 3823568514, 1806341205, 17809683713383489082, 488545904713408127827111297320583903801167722949599136245346]'),
    (lambda: seeded(1), '[0.13436424411240122, 1, 3445702192, 3280387012, 2175216119781798972, 1264080332186045692762906705109105043049343948150534193862011]'),
    (lambda: seeded(-1), '[0.13436424411240122, 1, 3445702192, 3280387012, 2175216119781798972, 1264080332186045692762906705109105043049343948150534193862011]'),
    (lambda: seeded(2**31), '[0.3387958510019964, 1, 3773848694, 8113820599, 11725125603403562021, 558361154355960510104824734388532997411251189778882777501455]'),
    (lambda: seeded(2**64 + 3), '[0.9129684455472157, 1, 423737322, 3563206199, 18258902210231414472, 913183819829070226918491748625738133202175743803086543014615]'),
    (lambda: seeded(10**200), '[0.5155411001358491, 0, 3828978900, 3485060217, 14553335097718509737, 1272073898003528768986079545145268180957822114433594697832708]'),
    (lambda: seeded(1.5), '[0.551763726942059, 0, 624696387, 2505428956, 3638955870480470093, 876658736804504737038610368272551784241740139561680862395074]'),
    (lambda: seeded(True), '[0.13436424411240122, 1, 3445702192, 3280387012, 2175216119781798972, 1264080332186045692762906705109105043049343948150534193862011]'),
    (lambda: seeded(H()), '[0.02309888160478102, 1, 3183787591, 4328867318, 18414652880346987230, 724658097593726356160700430037560663586785568438141415882138]'),
    (lambda: seeded(2**64 - 5), '[0.02309888160478102, 1, 3183787591, 4328867318, 18414652880346987230, 724658097593726356160700430037560663586785568438141415882138]'),
    (lambda: resumed(), '(True, 625, 2)'),
    (lambda: _random.Random(1, 2), 'TypeError: Random expected at most 1 argument, got 2'),
    (lambda: _random.Random(x=1), 'TypeError: Random() takes no keyword arguments'),
    (lambda: A(x=1), 'TypeError: Random() takes no keyword arguments'),
    (lambda: A(1, 2), 'TypeError: Random expected at most 1 argument, got 2'),
    (lambda: A([1]), "TypeError: unhashable type: 'list'"),
    (lambda: r.seed(1, 2), 'TypeError: seed expected at most 1 argument, got 2'),
    (lambda: r.seed([]), "TypeError: unhashable type: 'list'"),
    (lambda: r.getrandbits(-1), 'ValueError: Cannot convert negative int'),
    (lambda: r.getrandbits(0), '0'),
    (lambda: r.getrandbits(1.5), "TypeError: 'float' object cannot be interpreted as an integer"),
    (lambda: r.getrandbits(2**70), 'OverflowError: Python int too large for C uint64_t'),
    (lambda: r.getrandbits(), 'TypeError: Random.getrandbits() takes exactly one argument (0 given)'),
    (lambda: r.setstate(5), 'TypeError: state vector must be a tuple'),
    (lambda: r.setstate((1,)), 'ValueError: state vector is the wrong size'),
    (lambda: r.setstate(tuple([1]*624+[700])), 'ValueError: invalid state'),
    (lambda: r.setstate(tuple([1]*624+[-1])), 'ValueError: invalid state'),
    (lambda: r.setstate(tuple(["x"]*625)), 'TypeError: an integer is required'),
    (lambda: r.setstate(tuple([-1]*625)), "OverflowError: can't convert negative value to unsigned int"),
    (lambda: r.setstate(tuple([2**40]*625)), 'ValueError: invalid state'),
    (lambda: r.setstate(tuple([2**70]*625)), 'OverflowError: Python int too large to convert to C unsigned long'),
]

for number, (run, expected) in enumerate(CASES):
    got = outcome(run)
    assert got == expected, (number, got, expected)
