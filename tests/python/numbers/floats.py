"""float and complex: repr, arithmetic, special values, conversion, rounding, hashing, methods."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


inf, nan = float('inf'), float('nan')
values = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, -2.5, 1e15, 1e16, 1e17, 123456789012345678.0, 1e22, 1e23, 1e-4, 1e-5, 1.1e-7, 5e-324, 1.7976931348623157e308, 2.0**53, 0.1 + 0.2, 1/3, 100.0, 1e100, inf, -inf, nan]
print(*values)
print([repr(-v) for v in values], [v.is_integer() for v in values], [v.hex() for v in values])
print([int(v) for v in values[:-3]], [round(v) for v in values[:-3]], [round(v, 1) for v in values])
print([error(v.as_integer_ratio) for v in (0.5, -0.1, 3.0, inf, nan)], [hash(v) for v in values[:-1]], [error(int, v) for v in (inf, nan)])
for a in (1.0, -0.0, 2.5, -7.0, inf, nan):
    print([(a + b, a - b, a * b, a / b if b else 'z', a // b if b else 'z', a % b if b else 'z') for b in (1.0, 0.0, -3.0, 2, inf, nan)], [(a < b, a == b, a >= b) for b in (1, 0, -3.0, inf, nan)])
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 1e308 * 10, 0.0 * inf, inf - inf, divmod(7.5, -2), divmod(-0.0, 3), 5.0 % inf, -5.0 % inf, 2 ** 1023.0, 0.0 ** 0, nan ** 0, 1.0 ** nan, (-2.0) ** 3, (-8.0) ** 0.5)
for source in ('1.0 / 0', '1.0 // 0.0', '1.0 % 0', '0.0 ** -1', '1e308 ** 2', 'float("1e400")', 'float.fromhex("0x1.8p1")', 'float.fromhex("zz")', 'float.fromhex("0x1p5000")', 'round(1.5, "a")', 'round(nan)', 'float([])', '1.0 < "a"', '(1.5).nope', '1.5 & 1', '~1.5', 'int("1.5")', '[1][1.0]', 'range(1.0)', '"a" * 1.0', 'divmod(1.0, 0)', '(1.5)()', 'chr(65.0)', '"%d" % 1.9'):
    print(source, '->', error(eval, source, {'nan': nan}))
print(round(2.5), round(-0.5), round(1.5), round(2.675, 2), round(1e300, 2), round(123.456, -1), round(5e-324, 400), type(round(1.0)), type(round(1.0, 0)), round(nan, 1), round(12345.0, -10), round(0.15, 1))
print(1.0 == 1, 0.1 + 0.2 == 0.3, float(10**16 + 1), 2.0**53 == 2**53 + 1, {1.0: 'a'}[1], nan in [nan], max(nan, 1), max(1, nan), sum([0.1] * 10), sum([1e100, 1.0, -1e100]), abs(-0.0), str(-0.0))
print(3.5.imag, (2.0).__floor__(), (2.5).__ceil__(), (-2.5).__trunc__(), (1.0).__add__('a'), float('  1.5\n'), float('1_0.0_1'), float('٣.٥'), float.from_number(3), error(float.from_number, '3'), 1_0.5, .5, 5., 1E5)
for z in (0j, 1+2j, -1j, complex(-0.0, -0.0), complex(inf, nan), 1.5-0.5j, complex(1, -0.0), 3+0j):
    print(z, z.real, z.imag, z.conjugate(), -z, z + 1, z * 2j, error(abs, z), error(pow, z, 2), bool(z), f'{z:.1f}')
print((1+2j) / (3-1j), error(lambda: 1j / 0), error(lambda: 1j // 1), error(lambda: 1j < 2), error(int, 1j), (1+0j) == 1, hash(1+0j) == hash(1), complex('1e2-3.5j'), complex(1j, 2j), error(complex, '1', 2), (2j) ** 2, (1+1j) ** -1, 2 ** 1j, sum([1j, 2]), (0j) ** 0, error(lambda: 0j ** -1), error(divmod, 1j, 1))
# expect-stdout:
# 0.0 -0.0 1.0 -1.0 0.1 0.5 1.5 -2.5 1000000000000000.0 1e+16 1e+17 1.2345678901234568e+17 1e+22 1e+23 0.0001 1e-05 1.1e-07 5e-324 1.7976931348623157e+308 9007199254740992.0 0.30000000000000004 0.3333333333333333 100.0 1e+100 inf -inf nan
# ['-0.0', '0.0', '-1.0', '1.0', '-0.1', '-0.5', '-1.5', '2.5', '-1000000000000000.0', '-1e+16', '-1e+17', '-1.2345678901234568e+17', '-1e+22', '-1e+23', '-0.0001', '-1e-05', '-1.1e-07', '-5e-324', '-1.7976931348623157e+308', '-9007199254740992.0', '-0.30000000000000004', '-0.3333333333333333', '-100.0', '-1e+100', '-inf', 'inf', 'nan'] [True, True, True, True, False, False, False, False, True, True, True, True, True, True, False, False, False, False, True, True, False, False, True, True, False, False, False] ['0x0.0p+0', '-0x0.0p+0', '0x1.0000000000000p+0', '-0x1.0000000000000p+0', '0x1.999999999999ap-4', '0x1.0000000000000p-1', '0x1.8000000000000p+0', '-0x1.4000000000000p+1', '0x1.c6bf526340000p+49', '0x1.1c37937e08000p+53', '0x1.6345785d8a000p+56', '0x1.b69b4ba630f35p+56', '0x1.0f0cf064dd592p+73', '0x1.52d02c7e14af6p+76', '0x1.a36e2eb1c432dp-14', '0x1.4f8b588e368f1p-17', '0x1.d87247702c0d0p-24', '0x0.0000000000001p-1022', '0x1.fffffffffffffp+1023', '0x1.0000000000000p+53', '0x1.3333333333334p-2', '0x1.5555555555555p-2', '0x1.9000000000000p+6', '0x1.249ad2594c37dp+332', 'inf', '-inf', 'nan']
# [0, 0, 1, -1, 0, 0, 1, -2, 1000000000000000, 10000000000000000, 100000000000000000, 123456789012345680, 10000000000000000000000, 99999999999999991611392, 0, 0, 0, 0, 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368, 9007199254740992, 0, 0, 100, 10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104] [0, 0, 1, -1, 0, 0, 2, -2, 1000000000000000, 10000000000000000, 100000000000000000, 123456789012345680, 10000000000000000000000, 99999999999999991611392, 0, 0, 0, 0, 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368, 9007199254740992, 0, 0, 100, 10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104] [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, -2.5, 1000000000000000.0, 1e+16, 1e+17, 1.2345678901234568e+17, 1e+22, 1e+23, 0.0, 0.0, 0.0, 0.0, 1.7976931348623157e+308, 9007199254740992.0, 0.3, 0.3, 100.0, 1e+100, inf, -inf, nan]
# [(1, 2), (-3602879701896397, 36028797018963968), (3, 1), 'OverflowError: cannot convert Infinity to integer ratio', 'ValueError: cannot convert NaN to integer ratio'] [0, 0, 1, -2, 230584300921369408, 1152921504606846976, 1152921504606846977, -1152921504606846978, 1000000000000000, 10000000000000000, 100000000000000000, 123456789012345680, 1864712049423028464, 200376420512344424, 936979306793984537, 2170758078822671208, 1167558457038532101, 16777216, 2234066890152476671, 9007199254740992, 691752902764108288, 768614336404564608, 100, 1822893315824342674, 314159, -314159] ['OverflowError: cannot convert float infinity to integer', 'ValueError: cannot convert float NaN to integer']
# [(2.0, 0.0, 1.0, 1.0, 1.0, 0.0), (1.0, 1.0, 0.0, 'z', 'z', 'z'), (-2.0, 4.0, -3.0, -0.3333333333333333, -1.0, -2.0), (3.0, -1.0, 2.0, 0.5, 0.0, 1.0), (inf, -inf, inf, 0.0, 0.0, 1.0), (nan, nan, nan, nan, nan, nan)] [(False, True, True), (False, False, True), (False, False, True), (True, False, False), (False, False, False)]
# [(1.0, -1.0, -0.0, -0.0, -0.0, 0.0), (0.0, -0.0, -0.0, 'z', 'z', 'z'), (-3.0, 3.0, 0.0, 0.0, 0.0, -0.0), (2.0, -2.0, -0.0, -0.0, -0.0, 0.0), (inf, -inf, nan, -0.0, -0.0, 0.0), (nan, nan, nan, nan, nan, nan)] [(True, False, False), (False, True, True), (False, False, True), (True, False, False), (False, False, False)]
# [(3.5, 1.5, 2.5, 2.5, 2.0, 0.5), (2.5, 2.5, 0.0, 'z', 'z', 'z'), (-0.5, 5.5, -7.5, -0.8333333333333334, -1.0, -0.5), (4.5, 0.5, 5.0, 1.25, 1.0, 0.5), (inf, -inf, inf, 0.0, 0.0, 2.5), (nan, nan, nan, nan, nan, nan)] [(False, False, True), (False, False, True), (False, False, True), (True, False, False), (False, False, False)]
# [(-6.0, -8.0, -7.0, -7.0, -7.0, 0.0), (-7.0, -7.0, -0.0, 'z', 'z', 'z'), (-10.0, -4.0, 21.0, 2.3333333333333335, 2.0, -1.0), (-5.0, -9.0, -14.0, -3.5, -4.0, 1.0), (inf, -inf, -inf, -0.0, -1.0, inf), (nan, nan, nan, nan, nan, nan)] [(True, False, False), (True, False, False), (True, False, False), (True, False, False), (False, False, False)]
# [(inf, inf, inf, inf, nan, nan), (inf, inf, nan, 'z', 'z', 'z'), (inf, inf, -inf, -inf, nan, nan), (inf, inf, inf, inf, nan, nan), (inf, nan, inf, nan, nan, nan), (nan, nan, nan, nan, nan, nan)] [(False, False, True), (False, False, True), (False, False, True), (False, True, True), (False, False, False)]
# [(nan, nan, nan, nan, nan, nan), (nan, nan, nan, 'z', 'z', 'z'), (nan, nan, nan, nan, nan, nan), (nan, nan, nan, nan, nan, nan), (nan, nan, nan, nan, nan, nan), (nan, nan, nan, nan, nan, nan)] [(False, False, False), (False, False, False), (False, False, False), (False, False, False), (False, False, False)]
# 3.0 -4.0 -0.5 0.5 inf nan nan (-4.0, -0.5) (-0.0, 0.0) 5.0 inf 8.98846567431158e+307 1.0 1.0 1.0 -8.0 (1.7319121124709868e-16+2.8284271247461903j)
# 1.0 / 0 -> ZeroDivisionError: division by zero
# 1.0 // 0.0 -> ZeroDivisionError: division by zero
# 1.0 % 0 -> ZeroDivisionError: division by zero
# 0.0 ** -1 -> ZeroDivisionError: zero to a negative power
# 1e308 ** 2 -> OverflowError: (34, 'Numerical result out of range')
# float("1e400") -> inf
# float.fromhex("0x1.8p1") -> 3.0
# float.fromhex("zz") -> ValueError: invalid hexadecimal floating-point string
# float.fromhex("0x1p5000") -> OverflowError: hexadecimal value too large to represent as a float
# round(1.5, "a") -> TypeError: 'str' object cannot be interpreted as an integer
# round(nan) -> ValueError: cannot convert float NaN to integer
# float([]) -> TypeError: float() argument must be a string or a real number, not 'list'
# 1.0 < "a" -> TypeError: '<' not supported between instances of 'float' and 'str'
# (1.5).nope -> AttributeError: 'float' object has no attribute 'nope'
# 1.5 & 1 -> TypeError: unsupported operand type(s) for &: 'float' and 'int'
# ~1.5 -> TypeError: bad operand type for unary ~: 'float'
# int("1.5") -> ValueError: invalid literal for int() with base 10: '1.5'
# [1][1.0] -> TypeError: list indices must be integers or slices, not float
# range(1.0) -> TypeError: 'float' object cannot be interpreted as an integer
# "a" * 1.0 -> TypeError: can't multiply sequence by non-int of type 'float'
# divmod(1.0, 0) -> ZeroDivisionError: division by zero
# (1.5)() -> TypeError: 'float' object is not callable
# chr(65.0) -> TypeError: 'float' object cannot be interpreted as an integer
# "%d" % 1.9 -> 1
# 2 0 2 2.67 1e+300 120.0 5e-324 <class 'int'> <class 'float'> nan 0.0 0.1
# True False 1e+16 False a True nan 1 1.0 1.0 0.0 -0.0
# 0.0 2 3 -2 NotImplemented 1.5 10.01 3.5 3.0 TypeError: must be real number, not str 10.5 0.5 5.0 100000.0
# 0j 0.0 0.0 -0j (-0-0j) (1+0j) 0j 0.0 0j False 0.0+0.0j
# (1+2j) 1.0 2.0 (1-2j) (-1-2j) (2+2j) (-4+2j) 2.23606797749979 (-3+4j) True 1.0+2.0j
# (-0-1j) -0.0 -1.0 (-0+1j) 1j (1-1j) (2-0j) 1.0 (-1+0j) True -0.0-1.0j
# (-0-0j) -0.0 -0.0 (-0+0j) 0j (1-0j) -0j 0.0 0j False -0.0-0.0j
# (inf+nanj) inf nan (inf+nanj) (-inf+nanj) (inf+nanj) (nan+infj) inf OverflowError: complex exponentiation True inf+nanj
# (1.5-0.5j) 1.5 -0.5 (1.5+0.5j) (-1.5+0.5j) (2.5-0.5j) (1+3j) 1.5811388300841898 (2-1.5j) True 1.5-0.5j
# (1-0j) 1.0 -0.0 (1+0j) (-1+0j) (2-0j) 2j 1.0 (1+0j) True 1.0-0.0j
# (3+0j) 3.0 0.0 (3-0j) (-3-0j) (4+0j) 6j 3.0 (9+0j) True 3.0+0.0j
# (0.1+0.7000000000000001j) ZeroDivisionError: division by zero TypeError: unsupported operand type(s) for //: 'complex' and 'int' TypeError: '<' not supported between instances of 'complex' and 'int' TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex' True True (100-3.5j) (-2+1j) TypeError: complex() argument 'real' must be a real number, not str (-4+0j) (0.5-0.5j) (0.7692389013639721+0.6389612763136348j) (2+1j) (1+0j) ZeroDivisionError: zero to a negative or complex power TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'
