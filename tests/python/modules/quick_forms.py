# Quick forms of struct, math and datetime, and the cases beside them.
import datetime
import math
import struct

# Ints only: every size, both orders, padding, limits, what does not fit
for order in ('<', '>', '=', '!', '@'):
    for codes in ('B', 'b', 'H', 'h', 'I', 'i', 'L', 'l', 'Q', 'q', 'IHB', 'hbq', '3B', '2hI', 'bi', 'B3xI', '0q', ''):
        form = order + codes
        count = len(struct.unpack(form, bytes(struct.calcsize(form))))
        for value in (0, 1, 127):
            data = struct.pack(form, *[value] * count)
            assert struct.unpack(form, data) == (value,) * count
            print(form, value, data.hex())
print(struct.pack('<iqh', -1, -2**53 + 1, -300).hex(), struct.pack('>iqh', -1, 2**53 - 1, 300).hex())
print(struct.pack('<qQ', -2**63, 2**64 - 1).hex(), struct.pack('>QI', 2**53 + 1, True).hex())


class Index:
    def __index__(self):
        return 7


assert struct.pack('<HB', Index(), True) == b'\x07\x00\x01'
for form, values in (('<BH', (256, 1)), ('<bH', (-129, 1)), ('<HB', (1, -1)), ('<hI', (2**15, 1)), ('<HQ', (1, 2**64)), ('<HI', (1.0, 2)), ('<HI', (1, 'a')), ('<HI', (1,))):
    try:
        struct.pack(form, *values)
        print('no error')
    except (struct.error, TypeError) as e:
        print(type(e).__name__, e)

# Binomial coefficients and factorials below and beyond the safe ints
for n in (0, 1, 5, 18, 19, 20, 30, 54, 56, 57, 58, 62, 67, 100, 1000, 2**53 + 2):
    for k in (0, 1, 2, 3, 10, 20, 28, 30):
        assert math.comb(n, k) == (math.perm(n, k) // math.factorial(k) if k <= n else 0), (n, k)
print([math.factorial(n) for n in range(24)])
print(math.comb(57, 28), math.comb(58, 29), math.comb(10, 11), math.comb(94906267, 2), math.comb(2**27, 2))

# ISO 8601
for text in (
    '2024-05-17', '2024-05-17T12:30:15', '2024-05-17 12:30:15.123456', '2024-05-17T12:30:15.123', '2024-05-17T12:30',
    '20240517T123015', '2024-W20-5', '2024-05-17T12:30:15+02:00', '2024-05-17T12:30:15.000001Z', '2024-05-17T24:00:00',
    '2024-05-17T12:30:15,123456', '0001-01-01T00:00:00', '2024-05-17T12:30:15.1234567', '2024-05-17T12', '2024-05-17\u00fc12:30:15',
    '2024-13-17', '2024-02-30T00:00:00', '2024-05-17T25:00:00', '2024-05-1a', '2024-05-17T12:3a:15', '2024-05-17T12:30:15.12345a',
    '2024-05-17T12:60:15', '2024/05/17', '2024-05-17T12:30:15-', '２024-05-17', '2024-05-17T12-30-15', '2024-05-17T24:00:01', '',
):
    for cls in (datetime.datetime, datetime.date, datetime.time):
        given = text if cls is not datetime.time else text[11:]
        try:
            print(cls.__name__, ascii(given), repr(cls.fromisoformat(given)))
        except ValueError as e:
            print(cls.__name__, ascii(e))
# expect-stdout:
# <B 0 00
# <B 1 01
# <B 127 7f
# <b 0 00
# <b 1 01
# <b 127 7f
# <H 0 0000
# <H 1 0100
# <H 127 7f00
# <h 0 0000
# <h 1 0100
# <h 127 7f00
# <I 0 00000000
# <I 1 01000000
# <I 127 7f000000
# <i 0 00000000
# <i 1 01000000
# <i 127 7f000000
# <L 0 00000000
# <L 1 01000000
# <L 127 7f000000
# <l 0 00000000
# <l 1 01000000
# <l 127 7f000000
# <Q 0 0000000000000000
# <Q 1 0100000000000000
# <Q 127 7f00000000000000
# <q 0 0000000000000000
# <q 1 0100000000000000
# <q 127 7f00000000000000
# <IHB 0 00000000000000
# <IHB 1 01000000010001
# <IHB 127 7f0000007f007f
# <hbq 0 0000000000000000000000
# <hbq 1 0100010100000000000000
# <hbq 127 7f007f7f00000000000000
# <3B 0 000000
# <3B 1 010101
# <3B 127 7f7f7f
# <2hI 0 0000000000000000
# <2hI 1 0100010001000000
# <2hI 127 7f007f007f000000
# <bi 0 0000000000
# <bi 1 0101000000
# <bi 127 7f7f000000
# <B3xI 0 0000000000000000
# <B3xI 1 0100000001000000
# <B3xI 127 7f0000007f000000
# <0q 0 
# <0q 1 
# <0q 127 
# < 0 
# < 1 
# < 127 
# >B 0 00
# >B 1 01
# >B 127 7f
# >b 0 00
# >b 1 01
# >b 127 7f
# >H 0 0000
# >H 1 0001
# >H 127 007f
# >h 0 0000
# >h 1 0001
# >h 127 007f
# >I 0 00000000
# >I 1 00000001
# >I 127 0000007f
# >i 0 00000000
# >i 1 00000001
# >i 127 0000007f
# >L 0 00000000
# >L 1 00000001
# >L 127 0000007f
# >l 0 00000000
# >l 1 00000001
# >l 127 0000007f
# >Q 0 0000000000000000
# >Q 1 0000000000000001
# >Q 127 000000000000007f
# >q 0 0000000000000000
# >q 1 0000000000000001
# >q 127 000000000000007f
# >IHB 0 00000000000000
# >IHB 1 00000001000101
# >IHB 127 0000007f007f7f
# >hbq 0 0000000000000000000000
# >hbq 1 0001010000000000000001
# >hbq 127 007f7f000000000000007f
# >3B 0 000000
# >3B 1 010101
# >3B 127 7f7f7f
# >2hI 0 0000000000000000
# >2hI 1 0001000100000001
# >2hI 127 007f007f0000007f
# >bi 0 0000000000
# >bi 1 0100000001
# >bi 127 7f0000007f
# >B3xI 0 0000000000000000
# >B3xI 1 0100000000000001
# >B3xI 127 7f0000000000007f
# >0q 0 
# >0q 1 
# >0q 127 
# > 0 
# > 1 
# > 127 
# =B 0 00
# =B 1 01
# =B 127 7f
# =b 0 00
# =b 1 01
# =b 127 7f
# =H 0 0000
# =H 1 0100
# =H 127 7f00
# =h 0 0000
# =h 1 0100
# =h 127 7f00
# =I 0 00000000
# =I 1 01000000
# =I 127 7f000000
# =i 0 00000000
# =i 1 01000000
# =i 127 7f000000
# =L 0 00000000
# =L 1 01000000
# =L 127 7f000000
# =l 0 00000000
# =l 1 01000000
# =l 127 7f000000
# =Q 0 0000000000000000
# =Q 1 0100000000000000
# =Q 127 7f00000000000000
# =q 0 0000000000000000
# =q 1 0100000000000000
# =q 127 7f00000000000000
# =IHB 0 00000000000000
# =IHB 1 01000000010001
# =IHB 127 7f0000007f007f
# =hbq 0 0000000000000000000000
# =hbq 1 0100010100000000000000
# =hbq 127 7f007f7f00000000000000
# =3B 0 000000
# =3B 1 010101
# =3B 127 7f7f7f
# =2hI 0 0000000000000000
# =2hI 1 0100010001000000
# =2hI 127 7f007f007f000000
# =bi 0 0000000000
# =bi 1 0101000000
# =bi 127 7f7f000000
# =B3xI 0 0000000000000000
# =B3xI 1 0100000001000000
# =B3xI 127 7f0000007f000000
# =0q 0 
# =0q 1 
# =0q 127 
# = 0 
# = 1 
# = 127 
# !B 0 00
# !B 1 01
# !B 127 7f
# !b 0 00
# !b 1 01
# !b 127 7f
# !H 0 0000
# !H 1 0001
# !H 127 007f
# !h 0 0000
# !h 1 0001
# !h 127 007f
# !I 0 00000000
# !I 1 00000001
# !I 127 0000007f
# !i 0 00000000
# !i 1 00000001
# !i 127 0000007f
# !L 0 00000000
# !L 1 00000001
# !L 127 0000007f
# !l 0 00000000
# !l 1 00000001
# !l 127 0000007f
# !Q 0 0000000000000000
# !Q 1 0000000000000001
# !Q 127 000000000000007f
# !q 0 0000000000000000
# !q 1 0000000000000001
# !q 127 000000000000007f
# !IHB 0 00000000000000
# !IHB 1 00000001000101
# !IHB 127 0000007f007f7f
# !hbq 0 0000000000000000000000
# !hbq 1 0001010000000000000001
# !hbq 127 007f7f000000000000007f
# !3B 0 000000
# !3B 1 010101
# !3B 127 7f7f7f
# !2hI 0 0000000000000000
# !2hI 1 0001000100000001
# !2hI 127 007f007f0000007f
# !bi 0 0000000000
# !bi 1 0100000001
# !bi 127 7f0000007f
# !B3xI 0 0000000000000000
# !B3xI 1 0100000000000001
# !B3xI 127 7f0000000000007f
# !0q 0 
# !0q 1 
# !0q 127 
# ! 0 
# ! 1 
# ! 127 
# @B 0 00
# @B 1 01
# @B 127 7f
# @b 0 00
# @b 1 01
# @b 127 7f
# @H 0 0000
# @H 1 0100
# @H 127 7f00
# @h 0 0000
# @h 1 0100
# @h 127 7f00
# @I 0 00000000
# @I 1 01000000
# @I 127 7f000000
# @i 0 00000000
# @i 1 01000000
# @i 127 7f000000
# @L 0 0000000000000000
# @L 1 0100000000000000
# @L 127 7f00000000000000
# @l 0 0000000000000000
# @l 1 0100000000000000
# @l 127 7f00000000000000
# @Q 0 0000000000000000
# @Q 1 0100000000000000
# @Q 127 7f00000000000000
# @q 0 0000000000000000
# @q 1 0100000000000000
# @q 127 7f00000000000000
# @IHB 0 00000000000000
# @IHB 1 01000000010001
# @IHB 127 7f0000007f007f
# @hbq 0 00000000000000000000000000000000
# @hbq 1 01000100000000000100000000000000
# @hbq 127 7f007f00000000007f00000000000000
# @3B 0 000000
# @3B 1 010101
# @3B 127 7f7f7f
# @2hI 0 0000000000000000
# @2hI 1 0100010001000000
# @2hI 127 7f007f007f000000
# @bi 0 0000000000000000
# @bi 1 0100000001000000
# @bi 127 7f0000007f000000
# @B3xI 0 0000000000000000
# @B3xI 1 0100000001000000
# @B3xI 127 7f0000007f000000
# @0q 0 
# @0q 1 
# @0q 127 
# @ 0 
# @ 1 
# @ 127 
# ffffffff010000000000e0ffd4fe ffffffff001fffffffffffff012c
# 0000000000000080ffffffffffffffff 002000000000000100000001
# error 'B' format requires 0 <= number <= 255
# error 'b' format requires -128 <= number <= 127
# error 'B' format requires 0 <= number <= 255
# error 'h' format requires -32768 <= number <= 32767
# error 'Q' format requires 0 <= number <= 18446744073709551615
# error required argument is not an integer
# error required argument is not an integer
# error pack expected 2 items for packing (got 1)
# [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880, 3628800, 39916800, 479001600, 6227020800, 87178291200, 1307674368000, 20922789888000, 355687428096000, 6402373705728000, 121645100408832000, 2432902008176640000, 51090942171709440000, 1124000727777607680000, 25852016738884976640000]
# 15033633249770520 30067266499541040 0 4503599710484511 9007199187632128
# datetime '2024-05-17' datetime.datetime(2024, 5, 17, 0, 0)
# date '2024-05-17' datetime.date(2024, 5, 17)
# time ValueError("Invalid isoformat string: ''")
# datetime '2024-05-17T12:30:15' datetime.datetime(2024, 5, 17, 12, 30, 15)
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15'")
# time '12:30:15' datetime.time(12, 30, 15)
# datetime '2024-05-17 12:30:15.123456' datetime.datetime(2024, 5, 17, 12, 30, 15, 123456)
# date ValueError("Invalid isoformat string: '2024-05-17 12:30:15.123456'")
# time '12:30:15.123456' datetime.time(12, 30, 15, 123456)
# datetime '2024-05-17T12:30:15.123' datetime.datetime(2024, 5, 17, 12, 30, 15, 123000)
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15.123'")
# time '12:30:15.123' datetime.time(12, 30, 15, 123000)
# datetime '2024-05-17T12:30' datetime.datetime(2024, 5, 17, 12, 30)
# date ValueError("Invalid isoformat string: '2024-05-17T12:30'")
# time '12:30' datetime.time(12, 30)
# datetime '20240517T123015' datetime.datetime(2024, 5, 17, 12, 30, 15)
# date ValueError("Invalid isoformat string: '20240517T123015'")
# time ValueError('hour must be in 0..23, not 30')
# datetime '2024-W20-5' datetime.datetime(2024, 5, 17, 0, 0)
# date '2024-W20-5' datetime.date(2024, 5, 17)
# time ValueError("Invalid isoformat string: ''")
# datetime '2024-05-17T12:30:15+02:00' datetime.datetime(2024, 5, 17, 12, 30, 15, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15+02:00'")
# time '12:30:15+02:00' datetime.time(12, 30, 15, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# datetime '2024-05-17T12:30:15.000001Z' datetime.datetime(2024, 5, 17, 12, 30, 15, 1, tzinfo=datetime.timezone.utc)
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15.000001Z'")
# time '12:30:15.000001Z' datetime.time(12, 30, 15, 1, tzinfo=datetime.timezone.utc)
# datetime '2024-05-17T24:00:00' datetime.datetime(2024, 5, 18, 0, 0)
# date ValueError("Invalid isoformat string: '2024-05-17T24:00:00'")
# time '24:00:00' datetime.time(0, 0)
# datetime '2024-05-17T12:30:15,123456' datetime.datetime(2024, 5, 17, 12, 30, 15, 123456)
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15,123456'")
# time '12:30:15,123456' datetime.time(12, 30, 15, 123456)
# datetime '0001-01-01T00:00:00' datetime.datetime(1, 1, 1, 0, 0)
# date ValueError("Invalid isoformat string: '0001-01-01T00:00:00'")
# time '00:00:00' datetime.time(0, 0)
# datetime '2024-05-17T12:30:15.1234567' datetime.datetime(2024, 5, 17, 12, 30, 15, 123456)
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15.1234567'")
# time '12:30:15.1234567' datetime.time(12, 30, 15, 123456)
# datetime '2024-05-17T12' datetime.datetime(2024, 5, 17, 12, 0)
# date ValueError("Invalid isoformat string: '2024-05-17T12'")
# time '12' datetime.time(12, 0)
# datetime '2024-05-17\xfc12:30:15' datetime.datetime(2024, 5, 17, 12, 30, 15)
# date ValueError("Invalid isoformat string: '2024-05-17\xfc12:30:15'")
# time '12:30:15' datetime.time(12, 30, 15)
# datetime ValueError('month must be in 1..12, not 13')
# date ValueError('month must be in 1..12, not 13')
# time ValueError("Invalid isoformat string: ''")
# datetime ValueError('day 30 must be in range 1..29 for month 2 in year 2024')
# date ValueError("Invalid isoformat string: '2024-02-30T00:00:00'")
# time '00:00:00' datetime.time(0, 0)
# datetime ValueError('hour must be in 0..23, not 25')
# date ValueError("Invalid isoformat string: '2024-05-17T25:00:00'")
# time ValueError('hour must be in 0..23, not 25')
# datetime ValueError("Invalid isoformat string: '2024-05-1a'")
# date ValueError("Invalid isoformat string: '2024-05-1a'")
# time ValueError("Invalid isoformat string: ''")
# datetime ValueError("Invalid isoformat string: '2024-05-17T12:3a:15'")
# date ValueError("Invalid isoformat string: '2024-05-17T12:3a:15'")
# time ValueError("Invalid isoformat string: '12:3a:15'")
# datetime ValueError("Invalid isoformat string: '2024-05-17T12:30:15.12345a'")
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15.12345a'")
# time ValueError("Invalid isoformat string: '12:30:15.12345a'")
# datetime ValueError('minute must be in 0..59, not 60')
# date ValueError("Invalid isoformat string: '2024-05-17T12:60:15'")
# time ValueError('minute must be in 0..59, not 60')
# datetime ValueError("Invalid isoformat string: '2024/05/17'")
# date ValueError("Invalid isoformat string: '2024/05/17'")
# time ValueError("Invalid isoformat string: ''")
# datetime ValueError("Invalid isoformat string: '2024-05-17T12:30:15-'")
# date ValueError("Invalid isoformat string: '2024-05-17T12:30:15-'")
# time ValueError("Invalid isoformat string: '12:30:15-'")
# datetime ValueError("Invalid isoformat string: '\uff12024-05-17'")
# date ValueError("Invalid isoformat string: '\uff12024-05-17'")
# time ValueError("Invalid isoformat string: ''")
# datetime ValueError("Invalid isoformat string: '2024-05-17T12-30-15'")
# date ValueError("Invalid isoformat string: '2024-05-17T12-30-15'")
# time ValueError("Invalid isoformat string: '12-30-15'")
# datetime ValueError('minute, second, and microsecond must be 0 when hour is 24')
# date ValueError("Invalid isoformat string: '2024-05-17T24:00:01'")
# time ValueError('minute, second, and microsecond must be 0 when hour is 24')
# datetime ValueError("Invalid isoformat string: ''")
# date ValueError("Invalid isoformat string: ''")
# time ValueError("Invalid isoformat string: ''")
