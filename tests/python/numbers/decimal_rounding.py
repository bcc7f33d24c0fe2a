"""Sums, products and quotients of decimals at many precisions and roundings, against exact integer arithmetic."""

import decimal
from decimal import Context, Decimal

ROUNDINGS = [
    decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_UP, decimal.ROUND_DOWN,
    decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN, decimal.ROUND_05UP,
]


def rounds_up(rounding, negative, quotient, rest, divisor):
    if rounding == decimal.ROUND_CEILING:
        return not negative
    if rounding == decimal.ROUND_FLOOR:
        return negative
    if rounding == decimal.ROUND_UP:
        return True
    if rounding == decimal.ROUND_DOWN:
        return False
    if rounding == decimal.ROUND_05UP:
        return quotient % 10 in (0, 5)
    if 2 * rest != divisor:
        return 2 * rest > divisor
    return rounding == decimal.ROUND_HALF_UP or rounding == decimal.ROUND_HALF_EVEN and quotient % 2 == 1


def rounded(numerator, denominator, exponent, prec, rounding):
    """numerator / denominator * 10**exponent as coefficient and exponent of `prec` digits, and whether it is inexact."""
    negative = numerator < 0
    numerator = abs(numerator)
    shift = prec + len(str(denominator)) - len(str(numerator))
    if shift > 0:
        quotient, rest = divmod(numerator * 10**shift, denominator)
    else:
        denominator *= 10**-shift
        quotient, rest = divmod(numerator, denominator)
    exponent -= shift
    if len(str(quotient)) > prec:
        quotient, digit = divmod(quotient, 10)
        rest += digit * denominator
        denominator *= 10
        exponent += 1
    if rest and rounds_up(rounding, negative, quotient, rest, denominator):
        quotient += 1
    return (-quotient if negative else quotient), exponent, rest != 0


def pseudo_random(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 20


source = pseudo_random(7)


def number(digits):
    value = next(source) % 10 ** (next(source) % digits + 1)
    for _ in range(digits // 12):
        value = value * 10**12 + next(source) % 10**12
    value %= 10**digits
    kind = next(source) % 8
    if kind == 0:
        value = 10**digits - 1
    elif kind == 1:
        value = 5 * 10 ** (digits - 1)
    elif kind == 2:
        value = 10 ** (digits - 1) + next(source) % 2
    return value or 1


def check(name, context, a, b, numerator, denominator, exponent):
    context.clear_flags()
    result = getattr(context, name)(a, b)
    assert len(result.as_tuple().digits) <= context.prec
    if numerator == 0:
        assert result == 0
        return
    coefficient, exponent, inexact = rounded(numerator, denominator, exponent, context.prec, context.rounding)
    assert result == Decimal(coefficient).scaleb(exponent, Context(prec=context.prec)), (name, a, b, context, result)
    assert bool(context.flags[decimal.Inexact]) == inexact, (name, a, b, context)
    if inexact:
        assert context.flags[decimal.Rounded] and len(result.as_tuple().digits) == context.prec


for prec in (1, 2, 5, 9, 15, 16, 17, 19, 28, 40):
    for rounding in ROUNDINGS:
        context = Context(prec=prec, rounding=rounding, traps=[])
        for _ in range(40):
            x, y = number(next(source) % (prec + 3) + 1), number(prec)
            p, q = next(source) % (2 * prec + 4) - prec, next(source) % (2 * prec + 4) - prec
            if next(source) % 3 == 0:
                x = -x
            if next(source) % 3 == 0:
                y = -y
            wide = Context(prec=200)
            a, b = Decimal(x).scaleb(p, wide), Decimal(y).scaleb(q, wide)
            check('multiply', context, a, b, x * y, 1, p + q)
            check('divide', context, a, b, x if y > 0 else -x, abs(y), p - q)
            low = min(p, q)
            check('add', context, a, b, x * 10 ** (p - low) + y * 10 ** (q - low), 1, low)
            check('subtract', context, a, b, x * 10 ** (p - low) - y * 10 ** (q - low), 1, low)

# the limits of the exponent, clamping, carries
small = Context(prec=3, Emax=3, Emin=-3, traps=[])
assert repr(small.add(Decimal('9.99E+3'), Decimal('9'))) == "Decimal('Infinity')"
assert repr(small.add(Decimal('9.98E+3'), Decimal('9'))) == "Decimal('9.99E+3')"
assert repr(small.divide(Decimal('2'), Decimal('3E+3'))) == "Decimal('0.00067')"
assert repr(small.divide(Decimal('1'), Decimal('3'))) == "Decimal('0.333')"
clamped = Context(prec=3, Emax=3, Emin=-3, clamp=1, traps=[])
assert repr(clamped.divide(Decimal('2E+3'), Decimal('3'))) == "Decimal('667')"
assert repr(clamped.divide(Decimal('6E+3'), Decimal('3'))) == "Decimal('2.00E+3')"
tight = Context(prec=4, rounding=decimal.ROUND_HALF_EVEN)
assert repr(tight.add(Decimal('9999'), Decimal('0.5'))) == "Decimal('1.000E+4')"
assert repr(tight.add(Decimal('9998'), Decimal('0.5'))) == "Decimal('9998')"
assert repr(tight.add(Decimal('9998'), Decimal('0.0'))) == "Decimal('9998')"
assert repr(tight.add(Decimal('1000'), Decimal('2.000'))) == "Decimal('1002')"
assert repr(tight.subtract(Decimal('-9998'), Decimal('0.51'))) == "Decimal('-9999')"
one = Context(prec=1, rounding=decimal.ROUND_FLOOR)
assert repr(one.subtract(Decimal('0E+1'), Decimal('5'))) == "Decimal('-5')"
