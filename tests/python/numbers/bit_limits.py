"""&, | and ^ where the result is the first int below those that a double holds."""

BITS = 70
VALUES = [0, 1, -1, 2**31, -(2**31), 2**52, 2**53 - 1, 2**53, 2**53 + 1, 1 - 2**53, -(2**53), -1 - 2**53, 2**63, -(2**63)]


def by_digits(operation, x, y):
    modulus = 2**BITS
    result = 0
    for i in range(BITS):
        result |= operation(x % modulus >> i & 1, y % modulus >> i & 1) << i
    return result - modulus if result >> BITS - 1 else result


for x in VALUES:
    assert ~x == -x - 1 and hash(~x) == hash(-x - 1)
    for y in VALUES:
        for got, expected in (
            (x & y, by_digits(lambda a, b: a & b, x, y)),
            (x | y, by_digits(lambda a, b: a | b, x, y)),
            (x ^ y, by_digits(lambda a, b: a ^ b, x, y)),
        ):
            assert got == expected and hash(got) == hash(expected) and got in {expected}, (x, y)
            assert got - 1 == expected - 1 and repr(got) == repr(expected)
        z = x
        z &= y
        assert z == x & y
        z = x
        z ^= y
        assert z == x ^ y
