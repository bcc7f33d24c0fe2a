"""// , % and divmod() of huge ints: short quotients, long ones, all signs, next to multiples and powers of two."""


def pseudo_random_bits(n, seed):
    value = 0
    for _ in range(0, n, 31):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        value = value << 31 | seed
    return value | 1 << n


def check(a, b):
    for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
        quotient, rest = x // y, x % y
        assert quotient * y + rest == x
        assert 0 <= rest < y if y > 0 else y < rest <= 0
        assert divmod(x, y) == (quotient, rest)


for bits in (60, 1000, 1024, 1100, 3000, 4100, 5000, 9000, 20000):
    b = pseudo_random_bits(bits, bits)
    for quotient_bits in (0, 1, 20, 43, 44, 45, 52, 70, 1000, bits):
        q = pseudo_random_bits(quotient_bits, quotient_bits + 1)
        for rest in (0, 1, b - 1, b // 2, pseudo_random_bits(bits - 5, 7)):
            check(q * b + rest, b)
    check(b // 3, b)
    check(b, b)
for exponent in (1023, 1024, 2048, 4023, 4024, 4095, 4096, 4536, 8192):
    for d in (-1, 0, 1):
        for factor in (1, 2, 3, 2**44 - 1, 2**44, 2**60):
            for e in (-1, 0, 1):
                check((2**exponent + d) * factor + e, 2**exponent + d)

# bit_length next to powers of two, where doubles round up
for exponent in (53, 54, 63, 64, 65, 500, 1000, 1022, 1023, 1024, 1025, 5000):
    for d in (1, 2, 2 ** (exponent - 53) if exponent < 1000 else 3):
        assert (2**exponent - d).bit_length() == exponent
        assert (d - 2**exponent).bit_length() == exponent
    assert (2**exponent).bit_length() == exponent + 1
    assert (2**exponent + 1).bit_length() == exponent + 1
