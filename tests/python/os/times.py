# time: clocks, calendars, zones and their errors.
import os
import time


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert str(error) == text, str(error)
    else:
        assert False, text


def zone(name):
    os.environ['TZ'] = name
    time.tzset()


assert abs(time.time() - time.time_ns() / 1e9) < 1
a = time.monotonic()
time.sleep(0.01)
assert 0.01 <= time.monotonic() - a < 1
assert time.perf_counter_ns() <= time.perf_counter_ns()
assert time.process_time() > 0 and time.thread_time() > 0
assert type(time.time()) is float and type(time.time_ns()) is int

zone('EST5EDT,M3.2.0,M11.1.0')
assert time.tzname == ('EST', 'EDT') and time.timezone == 18000 and time.altzone == 14400 and time.daylight == 1
t = time.localtime(1_720_000_000)
assert tuple(t) == (2024, 7, 3, 5, 46, 40, 2, 185, 1) and t.tm_zone == 'EDT' and t.tm_gmtoff == -14400
assert time.mktime(t) == 1_720_000_000.0
assert repr(t) == 'time.struct_time(tm_year=2024, tm_mon=7, tm_mday=3, tm_hour=5, tm_min=46, tm_sec=40, tm_wday=2, tm_yday=185, tm_isdst=1)'
assert time.strftime('%Y-%m-%d %H:%M:%S %Z %z %j %a %B %p', t) == '2024-07-03 05:46:40 EDT -0400 185 Wed July AM'
assert time.asctime(t) == 'Wed Jul  3 05:46:40 2024' and time.ctime(0) == 'Wed Dec 31 19:00:00 1969'
# The hour that is twice, and the hour that is not there.
assert time.mktime((2024, 11, 3, 1, 30, 0, 0, 0, 1)) + 3600 == time.mktime((2024, 11, 3, 1, 30, 0, 0, 0, 0))
assert time.localtime(time.mktime((2024, 3, 10, 2, 30, 0, 0, 0, -1))).tm_hour in (1, 3)
zone('Europe/Berlin')
assert time.strftime('%H %Z', time.localtime(1_720_000_000)) == '11 CEST'
assert time.mktime((2024, 13, 32, 25, 61, 61, 0, 0, -1)) == time.mktime((2025, 2, 2, 2, 2, 1, 0, 0, -1))
zone('UTC')
assert time.tzname == ('UTC', 'UTC') and time.timezone == 0 and time.daylight == 0
assert time.gmtime(-1)[:6] == (1969, 12, 31, 23, 59, 59) and time.gmtime(0).tm_zone == 'GMT'
assert time.gmtime(1e10)[:3] == (2286, 11, 20) and time.gmtime(-1.5).tm_sec == 58
assert time.strftime('%U %W %V %G %u %w %C %y %e %k|%-d|%5d|%^b|%%|%q', (2021, 1, 3, 4, 5, 6, 6, 3, 0)) == '01 00 53 2020 7 0 20 21  3  4|3|00003|JAN|%|%q'
assert time.strftime('%D %T %R %r %c %x %X %h', (1999, 9, 9, 13, 2, 3, 3, 252, 0)) == '09/09/99 13:02:03 13:02 01:02:03 PM Thu Sep  9 13:02:03 1999 09/09/99 13:02:03 Sep'
assert time.struct_time(range(9)).tm_zone is None
assert time.struct_time(range(11)).tm_gmtoff == 10
assert time.clock_gettime(time.CLOCK_REALTIME) > 1e9 and time.clock_getres(time.CLOCK_MONOTONIC) == 1e-09

raises(ValueError, 'sleep length must be non-negative', lambda: time.sleep(-1))
raises(TypeError, "'str' object cannot be interpreted as an integer or float", lambda: time.sleep('a'))
raises(ValueError, 'Invalid value NaN (not a number)', lambda: time.sleep(float('nan')))
raises(OverflowError, 'timestamp out of range for C PyTime_t', lambda: time.sleep(1e300))
raises(TypeError, "'str' object cannot be interpreted as an integer", lambda: time.gmtime('x'))
raises(OverflowError, 'timestamp out of range for platform time_t', lambda: time.gmtime(1e300))
raises(OSError, '[Errno 75] Value too large for defined data type', lambda: time.gmtime(1e17))
raises(TypeError, 'Tuple or struct_time argument required', lambda: time.mktime(5))
raises(TypeError, 'mktime(): illegal time tuple argument', lambda: time.mktime((1,)))
raises(ValueError, 'month out of range', lambda: time.strftime('', (2020, 13, 1, 0, 0, 0, 0, 0, 0)))
raises(ValueError, 'day of month out of range', lambda: time.strftime('', (2020, 1, 32, 0, 0, 0, 0, 0, 0)))
raises(ValueError, 'hour out of range', lambda: time.asctime((2020, 1, 1, 24, 0, 0, 0, 0, 0)))
raises(ValueError, 'day of week out of range', lambda: time.asctime((2020, 1, 1, 0, 0, 0, -2, 0, 0)))
raises(TypeError, 'strftime() argument 1 must be str, not int', lambda: time.strftime(5))
raises(TypeError, 'time.struct_time() takes an at least 9-sequence (2-sequence given)', lambda: time.struct_time((1, 2)))
raises(OSError, '[Errno 22] Invalid argument', lambda: time.clock_gettime(99))
raises(ValueError, 'unknown clock', lambda: time.get_clock_info('x'))
assert time.get_clock_info('monotonic').monotonic is True
print('ok')
