# The native datetime types: construction, arithmetic, text, zones, pickling and the texts of errors; recorded from CPython.
import _datetime
import copy
import os
import pickle
import time as _time
import warnings
from _datetime import *

os.environ['TZ'] = 'UTC'
_time.tzset()
warnings.simplefilter('ignore')
class SD(date): pass
class SDT(datetime): pass
class ST(time): pass
class STD(timedelta): pass
class TZ(tzinfo):
    def __init__(self,o=None,n='nm',d=None): self.o=o;self.n=n;self.d=d
    def utcoffset(self,dt): return self.o
    def tzname(self,dt): return self.n
    def dst(self,dt): return self.d
td=timedelta
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
cases='''date(2020,2,30)
date(2020,13,1)
date(0,1,1)
date(10000,1,1)
date(2020,1,0)
date()
date(1)
date(1,2)
date(1,2,3,4)
date('a',1,1)
date(1.0,1,1)
date(2**40,1,1)
date(2**70,1,1)
date(year=2020,month=1,day=2)
date(2020,1,month=2)
date(2020,1,foo=2)
date(b'abcd')
date(b'\\x07\\xe4\\x02\\x03')
date('\\x07\\xe4\\x02\\x03')
date(b'\\x07\\xe4\\x0d\\x03')
datetime()
datetime(1,1)
datetime(2020,1,1,24)
datetime(2020,1,1,1,60)
datetime(2020,1,1,1,1,60)
datetime(2020,1,1,1,1,1,1000000)
datetime(2020,1,1,1,1,1,-1)
datetime(2020,1,1,tzinfo=5)
datetime(2020,1,1,fold=2)
datetime(2020,1,1,1,2,3,4,None,5)
datetime(2020,1,1,1,2,3,4,None,fold=1)
datetime(2020,1,1,1,2,3,4,timezone.utc,fold=1)
datetime(2020,1,1,foo=1)
time(24)
time(1,2,3,4,5)
time(1,2,3,4,fold=3)
time(1,2,3,4,None,1)
time(-1)
time('a')
time(1,2,3,4,timezone.utc)
time(fold=1)
td(1,2,3,4,5,6,7)
td(1,2,3,4,5,6,7,8)
td('a')
td(days='a')
td(foo=1)
td(days=1.5)
td(days=1e10)
td(days=10**10)
td(days=10**30)
td(days=float('nan'))
td(days=float('inf'))
td(hours=1.5,minutes=0.1)
td(microseconds=0.5)
td(microseconds=1.5)
td(microseconds=-0.5)
td(days=0.1,hours=0.1,seconds=0.33333,microseconds=0.7)
td(1)+1
td(1)-1
1-td(1)
td(1)*1.5
td(1)*'a'
1.5*td(1)
td(1)*(1/3)
td(1)/3
td(1)/0.3
td(1)/td(0,7)
td(1)/0
td(1)//0
td(1)%td(0)
td(1)//td(0,7)
td(1)%td(0,7)
divmod(td(1),td(0,7))
divmod(td(1),7)
td(1)%7
td(1)//7
td(1)//7.5
td(5)/0.0
td(5)/td(0)
td(1)*float('nan')
td(1)*float('inf')
td.max+td(1)
td.min-td(1)
-td.max
abs(td.min)
-td.min
-td(1,2,3)
abs(-td(1,2,3))
+STD(1)
STD(1)+STD(2)
repr(td())
repr(td(0,1))
repr(td(0,0,1))
repr(td(-1,1))
str(td(-1,1))
str(td(5,1,1))
str(td(1))
str(td(0,3661))
bool(td())
td(1)==1
td(1)<1
td(1)<td(2)
hash(td(1))==hash(td(1))
td(1,2,3).total_seconds()
td.max.total_seconds()
td(1,2,3).__reduce__()
td(1).days
setattr(td(1),'days',3)
setattr(date(1,1,1),'year',3)
date.today()==date.today()
date.fromordinal(0)
date.fromordinal(-1)
date.fromordinal(3652060)
date.fromordinal(3652059)
date.fromordinal('a')
date.fromordinal(737425)
date.max+td(1)
date.min-td(1)
date(2020,1,1)+td(31)
td(31)+date(2020,1,1)
date(2020,1,1)-date(2019,1,1)
date(2020,1,1)-td(1)
td(1)-date(2020,1,1)
date(2020,1,1)+1
date(2020,1,1)-datetime(2019,1,1)
datetime(2020,1,1)-date(2019,1,1)
SD(2020,1,1)+td(1)
SD(2020,1,1).replace(year=3)
SD.fromordinal(5)
date(2020,1,1).replace(month=13)
date(2020,1,1).replace(foo=13)
date(2020,1,1).replace(2021,2,3,4)
date(2020,1,1).__replace__(year=5)
date(2020,1,1).__replace__(5)
date(2020,1,1)<5
date(2020,1,1)==5
date(2020,1,1)<datetime(2020,1,2)
date(2020,1,1)==datetime(2020,1,1)
datetime(2020,1,1)==date(2020,1,1)
datetime(2020,1,1)<date(2020,1,1)
date(2020,1,1).isoformat()
str(date(5,1,1))
date(2020,1,1).ctime()
date(2020,1,1).strftime('%Y %j')
date(2020,1,1).strftime('%f %z %Z %:z |%')
date(20,1,1).strftime('%Y %G %F %C')
date(2020,1,1).strftime(5)
date(2020,1,1).strftime()
format(date(2020,1,1),'')
format(date(2020,1,1),'%d')
date(2020,1,1).__format__(5)
date(2020,1,1).timetuple()
date(2020,1,1).isocalendar()
date(2020,1,1).isocalendar().year
date(2020,1,1).isocalendar()[1]
date(2020,1,1).isocalendar().week
type(date(2020,1,1).isocalendar())
type(date(2020,1,1).isocalendar())(1,2,3)
pickle.dumps(date(2020,1,1).isocalendar())
date(2020,1,1).isocalendar().__reduce__()
date(2020,1,1).isocalendar()==(2020,1,3)
date(2020,1,1).isoweekday()
date(2020,1,1).weekday()
date(2020,1,1).toordinal()
date(2020,1,1).__reduce__()
hash(date(2020,1,1))==hash(date(2020,1,1))
date.fromisoformat('2020-01-01')
date.fromisoformat('20200101')
date.fromisoformat('2020-W01-1')
date.fromisoformat('2020W011')
date.fromisoformat('2020W01')
date.fromisoformat('2020-W01')
date.fromisoformat('2020-W60-1')
date.fromisoformat('2020-W01-8')
date.fromisoformat('2020-1-1')
date.fromisoformat('2020-13-01')
date.fromisoformat('2020-01-01T')
date.fromisoformat(5)
date.fromisoformat('')
date.fromisoformat('2020-01-0\\u0661')
date.fromisoformat('2020-02-30')
date.fromisoformat('0000-02-30')
date.fromisoformat("a'b")
date.fromisocalendar(2020,1,1)
date.fromisocalendar(2020,54,1)
date.fromisocalendar(2020,53,8)
date.fromisocalendar(10000,53,8)
date.fromisocalendar(0,53,8)
date.fromisocalendar(2020,'a',8)
date.fromisocalendar(2020,2**70,8)
date.fromisocalendar(2**70,1,8)
date.fromisocalendar(2019,53,1)
date.fromisocalendar(year=2020,week=1,day=3)
date.fromisocalendar(2020)
date.fromtimestamp(0)
date.fromtimestamp('a')
date.fromtimestamp(1e20)
date.fromtimestamp(float('nan'))
date.fromtimestamp(-1e10)
date.strptime('2020-01-02','%Y-%m-%d')
SD.strptime('2020-01-02','%Y-%m-%d')
date.strptime('2020-01-02 05','%Y-%m-%d %H')
time.strptime('05:06','%H:%M')
time.strptime('2020-01-02 05','%Y-%m-%d %H')
datetime.strptime('2020-01-02 05 +0130','%Y-%m-%d %H %z')
datetime.strptime('x','%Y')
datetime.strptime(5,'%Y')
datetime.now(5)
datetime.now(timezone.utc).tzinfo
datetime.fromtimestamp(0,timezone.utc)
datetime.fromtimestamp(1.5,tz=timezone.utc)
datetime.fromtimestamp(1.0000005,tz=timezone.utc)
datetime.fromtimestamp(0)
datetime.fromtimestamp(1e20)
datetime.fromtimestamp(2**70)
datetime.fromtimestamp(-62135596801)
datetime.fromtimestamp(253402300800)
datetime.fromtimestamp(253402300800,timezone.utc)
datetime.fromtimestamp('a')
datetime.fromtimestamp(0,5)
datetime.fromtimestamp(float('nan'))
datetime.utcfromtimestamp(0)
datetime(2020,1,1,1,2,3,4)
datetime(2020,1,1,1,2,3)
datetime(2020,1,1,1,2,0,4,timezone.utc)
datetime(2020,1,1,1,2,fold=1)
str(datetime(2020,1,1,1,2,3,4,timezone(td(hours=-5.5))))
datetime(2020,1,1,1,2,3,4,timezone(td(hours=-5.5,seconds=1))).isoformat('T','minutes')
datetime(2020,1,1,1,2,3,4).isoformat('T','foo')
datetime(2020,1,1,1,2,3,4).isoformat('TT')
datetime(2020,1,1,1,2,3,4).isoformat(5)
datetime(2020,1,1,1,2,3,4567).isoformat(timespec='milliseconds')
datetime(2020,1,1,1,2,3,4567).isoformat(timespec='hours')
datetime(2020,1,1,1,2,3,4567).isoformat(timespec=5)
datetime(2020,1,1,1,2,3,4567).isoformat('\\ud800')
datetime(2020,1,1,1,2,3,4567).isoformat('\\U0001f600')
datetime(2020,1,1,1,2,3).ctime()
datetime(2020,1,1,tzinfo=timezone.utc)-datetime(2019,1,1)
datetime(2020,1,1,tzinfo=timezone.utc)-datetime(2020,1,1,tzinfo=timezone(td(hours=1)))
datetime(2020,1,1,tzinfo=timezone.utc)==datetime(2020,1,1)
datetime(2020,1,1,tzinfo=timezone.utc)<datetime(2020,1,1)
datetime(2020,1,1,tzinfo=timezone.utc)<datetime(2020,1,1,tzinfo=timezone(td(hours=1)))
datetime(2020,1,1)<5
datetime(2020,1,1)+1
datetime.max+td(microseconds=1)
datetime.min-td(microseconds=1)
SDT(2020,1,1)+td(1)
SDT(2020,1,1).replace(year=3)
SDT.now().__class__.__name__
SDT.fromtimestamp(0,timezone.utc)
SDT.combine(date(1,2,3),time(4))
datetime.combine(date(1,2,3),time(4,tzinfo=timezone.utc))
datetime.combine(date(1,2,3),time(4,tzinfo=timezone.utc),None)
datetime.combine(1,2)
datetime.combine(date(1,2,3),2)
datetime.combine(date(1,2,3))
datetime(2020,1,1,5).date()
datetime(2020,1,1,5,tzinfo=timezone.utc,fold=1).time()
datetime(2020,1,1,5,tzinfo=timezone.utc,fold=1).timetz()
datetime(2020,1,1,5,tzinfo=timezone.utc,fold=1).timetuple()
datetime(2020,1,1,5,tzinfo=TZ(td(hours=1),d=td(1))).timetuple()
datetime(2020,1,1,5,tzinfo=TZ(td(hours=1),d=td(0,5))).timetuple()
datetime(2020,1,1,5,tzinfo=TZ(td(hours=1))).utctimetuple()
datetime(2020,1,1,5).timestamp()
datetime(2020,1,1,5,tzinfo=timezone.utc).timestamp()
datetime(1,1,1,5,tzinfo=timezone.utc).timestamp()
datetime(2020,1,1,5,1,2,3).timestamp()
datetime(2020,1,1).astimezone(timezone.utc)
datetime(2020,1,1,tzinfo=timezone.utc).astimezone(timezone(td(hours=3)))
datetime(2020,1,1,tzinfo=timezone.utc).astimezone(5)
datetime(2020,1,1,tzinfo=timezone.utc).astimezone()
datetime(2020,1,1,tzinfo=TZ()).utcoffset()
datetime(2020,1,1,tzinfo=TZ(5)).utcoffset()
datetime(2020,1,1,tzinfo=TZ(td(1))).utcoffset()
datetime(2020,1,1,tzinfo=TZ(td(0,5))).utcoffset()
datetime(2020,1,1,tzinfo=TZ(n=5)).tzname()
datetime(2020,1,1,tzinfo=TZ(d=5)).dst()
datetime(2020,1,1,tzinfo=TZ(d=td(2))).dst()
datetime(2020,1,1,tzinfo=tzinfo()).utcoffset()
datetime(2020,1,1,tzinfo=tzinfo()).tzname()
datetime(2020,1,1,tzinfo=tzinfo()).dst()
tzinfo().fromutc(5)
tzinfo().fromutc(datetime(2020,1,1))
TZ().fromutc(datetime(2020,1,1,tzinfo=TZ()))
datetime(2020,1,1,tzinfo=timezone.utc).replace(tzinfo=None)
datetime(2020,1,1,tzinfo=timezone.utc).replace(tzinfo=5)
datetime(2020,1,1,tzinfo=timezone.utc).replace(fold=1)
datetime(2020,1,1,tzinfo=timezone.utc).replace(fold=2)
datetime(2020,1,1,fold=1,tzinfo=timezone.utc).__reduce_ex__(4)
datetime(2020,1,1,fold=1,tzinfo=timezone.utc).__reduce_ex__(2)
datetime(2020,1,1,fold=1,tzinfo=timezone.utc).__reduce__()
time(1,2,fold=1).__reduce_ex__(4)
time(1,2,fold=1).__reduce_ex__(3)
time(1,2,3,4,timezone.utc).__reduce__()
datetime(b'\\x07\\xe4\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00')
datetime(b'\\x07\\xe4\\x81\\x01\\x00\\x00\\x00\\x00\\x00\\x00',timezone.utc)
datetime(b'\\x07\\xe4\\x81\\x01\\x00\\x00\\x00\\x00\\x00\\x00',5)
time(b'\\x01\\x02\\x03\\x00\\x00\\x00')
time(b'\\x81\\x02\\x03\\x00\\x00\\x00',timezone.utc)
time(b'\\x81\\x02\\x03\\x00\\x00\\x00',5)
time(1,2,3,4).isoformat()
str(time(1,2,3))
time(1,2,3,4).isoformat('foo')
time(1,2,3,4).isoformat('minutes')
time(1,2,3,4,timezone(td(hours=1))).isoformat('minutes')
time(1,2,3,4).strftime('%H:%M %f %Y %z')
time(1,2,3,4)<5
time(1,2,3,4)<time(2)
time(1,2,3,4,timezone.utc)<time(2)
time(1,2,3,4,timezone.utc)==time(2)
time(1,2,3,4,timezone.utc)==time(2,2,3,4,timezone(td(hours=1)))
hash(time(1,2,3,4,timezone.utc))==hash(time(2,2,3,4,timezone(td(hours=1))))
time(1,tzinfo=timezone.utc).utcoffset()
time(1,tzinfo=timezone.utc).tzname()
time(1,tzinfo=timezone.utc).dst()
time(1).replace(hour=25)
time(1).replace(fold=1)
ST(1).replace(minute=3)
bool(time(0))
time.fromisoformat('01:02')
time.fromisoformat('01')
time.fromisoformat('T01')
time.fromisoformat('010203')
time.fromisoformat('01:02:03.5')
time.fromisoformat('01:02:03,123456789')
time.fromisoformat('01:02:03+05:30')
time.fromisoformat('01:02:03Z')
time.fromisoformat('01:02:03-05:30:15.123456')
time.fromisoformat('24:00')
time.fromisoformat('24:01')
time.fromisoformat('25:01')
time.fromisoformat('a')
time.fromisoformat('')
time.fromisoformat(5)
time.fromisoformat('01:02:03+24:00')
time.fromisoformat('01:02:03+00:00')
time.fromisoformat('01:02:3')
time.fromisoformat('01:0203')
time.fromisoformat('01:02:03.')
time.fromisoformat('01:02:03 ')
datetime.fromisoformat('2020-01-01T01:02:03')
datetime.fromisoformat('2020-01-01 01:02:03+05:00')
datetime.fromisoformat('2020-01-01T24:00')
datetime.fromisoformat('2020-12-31T24:00')
datetime.fromisoformat('9999-12-31T24:00')
datetime.fromisoformat('2020-01-01T24:01')
datetime.fromisoformat('2020-01-01')
datetime.fromisoformat('20200101T010203')
datetime.fromisoformat('2020-W01-1T01')
datetime.fromisoformat('2020W011T01')
datetime.fromisoformat('2020W01T01')
datetime.fromisoformat('2020-01-01T')
datetime.fromisoformat('2020-01-01T25')
datetime.fromisoformat('2020-01-01\\ud80001:02')
datetime.fromisoformat('2020-01-01\\U0001f60001:02')
datetime.fromisoformat('2020-01')
datetime.fromisoformat(5)
datetime.fromisoformat('2020-01-01T01:02:60')
datetime.fromisoformat('2020-02-30T01:02:00')
datetime.fromisoformat('2020-01-01T01:02+25:00')
datetime.fromisoformat('2020-01-01T01:02Z')
SDT.fromisoformat('2020-01-01T01:02Z')
timezone(td(hours=24))
timezone(td(hours=-24))
timezone(5)
timezone(td(0))
timezone(td(0)) is timezone.utc
timezone(td(0),'x')
timezone(td(0),5)
timezone(td(0),None)
timezone(td(hours=1))
timezone(td(hours=1),'EST')
str(timezone(td(hours=1)))
str(timezone(td(hours=-1,seconds=5,microseconds=7)))
str(timezone.utc)
timezone.utc.tzname(None)
timezone.utc.tzname(5)
timezone.utc.utcoffset(5)
timezone.utc.dst(5)
timezone.utc.dst(None)
timezone.utc.fromutc(5)
timezone.utc.fromutc(datetime(2020,1,1))
timezone.utc.fromutc(datetime(2020,1,1,tzinfo=timezone.utc))
timezone(td(hours=1))==timezone(td(hours=1),'x')
timezone(td(hours=1))<timezone(td(hours=2))
timezone(td(hours=1))==5
hash(timezone(td(hours=1)))==hash(td(hours=1))
timezone(td(hours=1),'x').__getinitargs__()
timezone(td(hours=1),'x').__reduce__()
timezone.utc.__reduce__()
tzinfo().__reduce__()
TZ().__reduce__()
type('X',(timezone,),{})
timezone()
timezone(1,2,3)
timezone.min
timezone.max
pickle.loads(pickle.dumps(timezone.utc)) is timezone.utc
copy.copy(timezone.utc) is timezone.utc
copy.deepcopy(datetime(2020,1,1,tzinfo=timezone.utc))
[pickle.loads(pickle.dumps(x,p)) for p in range(6) for x in (date(1,2,3),datetime(1,2,3,fold=1),time(1,2),td(1,2,3),timezone(td(1/24)),SDT(1,1,1))]
datetime(2020,1,1,1,1,1,1).__format__('%Y %f')
datetime(2020,1,1).strftime('%Z|%z|%:z|%%|%')
datetime(2020,1,1,tzinfo=timezone(td(hours=1,seconds=5))).strftime('%Z|%z|%:z|%%')
datetime(2020,1,1,tzinfo=TZ(td(0,3),n='a%b')).strftime('%Z %z')
datetime(2020,1,1).strftime('\\ud800 %Y \\x00 %d')
datetime(2020,1,1) in {datetime(2020,1,1)}
hash(datetime(2020,1,1,tzinfo=timezone.utc))==hash(datetime(2020,1,1,1,tzinfo=timezone(td(hours=1))))
datetime(2020,1,1)-1
date(2020,1,1)-1
1-date(2020,1,1)
sum([td(1),td(2)],td(0))
_datetime.MINYEAR,_datetime.MAXYEAR,_datetime.UTC
date.min,date.max,date.resolution
datetime.min,datetime.max,datetime.resolution
time.min,time.max,time.resolution
td.min,td.max,td.resolution
setattr(date,'x',1)
date.today(1)
date(2020,1,1).weekday(1)
date(2020,1,1).isocalendar(1)
datetime.now(1,2)
datetime.now(foo=1)
time.__eq__(time(1),5)
date.__lt__(date(1,1,1),datetime(1,1,1))
date.__eq__(date(1,1,1),datetime(1,1,1))
datetime.__add__(datetime(1,1,1),5)
td.__mul__(td(1),'a')
td.__add__(td(1),date(1,1,1))
STD(1)
SD(2020,1,2)
ST(1)
SDT(2020,1,2)
repr(STD(1,2))
STD(1)*2
STD(1).__reduce__()
td(True)
td(days=True)
date(True,True,True)
td(1)//2
td(-1)//7
td(-1)/7
td(days=-1,microseconds=1)%td(microseconds=13)
td(0,0,5)*0.5
td(0,0,3)*0.5
td(0,0,5)/2
td(0,0,7)/2
td(999999999)*2
td(1)*10**20
td(1)*2**70
td(weeks=1.5,milliseconds=2.5)
td(seconds=1e-7)
td(seconds=123456789.123456789)
td(days=1.1,seconds=1.1,microseconds=1.1,milliseconds=1.1,minutes=1.1,hours=1.1,weeks=1.1)
'''
for line in cases.splitlines():
    print('>>', line)
    t(lambda: eval(line))


# Local time where clocks change: what is shown twice, and not at all.
os.environ['TZ'] = 'EST5EDT,M3.2.0,M11.1.0'
_time.tzset()
for stamp in (1457852400, 1457852399, 1478412000, 1478408400, 1478415600, 0):
    local = datetime.fromtimestamp(stamp)
    print(repr(local), local.timestamp() == stamp, local.astimezone())
print(datetime(2016, 3, 13, 2, 30).timestamp(), datetime(2016, 3, 13, 2, 30, fold=1).timestamp())
print(datetime(2016, 11, 6, 1, 30).timestamp(), datetime(2016, 11, 6, 1, 30, fold=1).timestamp())
print(datetime(2016, 3, 13, 2, 30).astimezone(), datetime(2016, 11, 6, 1, 30, fold=1).astimezone(timezone.utc))
# expect-stdout:
# >> date(2020,2,30)
# ValueError day 30 must be in range 1..29 for month 2 in year 2020
# >> date(2020,13,1)
# ValueError month must be in 1..12, not 13
# >> date(0,1,1)
# ValueError year must be in 1..9999, not 0
# >> date(10000,1,1)
# ValueError year must be in 1..9999, not 10000
# >> date(2020,1,0)
# ValueError day 0 must be in range 1..31 for month 1 in year 2020
# >> date()
# TypeError function missing required argument 'year' (pos 1)
# >> date(1)
# TypeError function missing required argument 'month' (pos 2)
# >> date(1,2)
# TypeError function missing required argument 'day' (pos 3)
# >> date(1,2,3,4)
# TypeError function takes at most 3 arguments (4 given)
# >> date('a',1,1)
# TypeError 'str' object cannot be interpreted as an integer
# >> date(1.0,1,1)
# TypeError 'float' object cannot be interpreted as an integer
# >> date(2**40,1,1)
# OverflowError signed integer is greater than maximum
# >> date(2**70,1,1)
# OverflowError Python int too large to convert to C long
# >> date(year=2020,month=1,day=2)
# datetime.date(2020, 1, 2)
# >> date(2020,1,month=2)
# TypeError function missing required argument 'day' (pos 3)
# >> date(2020,1,foo=2)
# TypeError function missing required argument 'day' (pos 3)
# >> date(b'abcd')
# TypeError 'bytes' object cannot be interpreted as an integer
# >> date(b'\x07\xe4\x02\x03')
# datetime.date(2020, 2, 3)
# >> date('\x07\xe4\x02\x03')
# datetime.date(2020, 2, 3)
# >> date(b'\x07\xe4\x0d\x03')
# TypeError 'bytes' object cannot be interpreted as an integer
# >> datetime()
# TypeError function missing required argument 'year' (pos 1)
# >> datetime(1,1)
# TypeError function missing required argument 'day' (pos 3)
# >> datetime(2020,1,1,24)
# ValueError hour must be in 0..23, not 24
# >> datetime(2020,1,1,1,60)
# ValueError minute must be in 0..59, not 60
# >> datetime(2020,1,1,1,1,60)
# ValueError second must be in 0..59, not 60
# >> datetime(2020,1,1,1,1,1,1000000)
# ValueError microsecond must be in 0..999999, not 1000000
# >> datetime(2020,1,1,1,1,1,-1)
# ValueError microsecond must be in 0..999999, not -1
# >> datetime(2020,1,1,tzinfo=5)
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# >> datetime(2020,1,1,fold=2)
# ValueError fold must be either 0 or 1, not 2
# >> datetime(2020,1,1,1,2,3,4,None,5)
# TypeError function takes at most 8 positional arguments (9 given)
# >> datetime(2020,1,1,1,2,3,4,None,fold=1)
# datetime.datetime(2020, 1, 1, 1, 2, 3, 4, fold=1)
# >> datetime(2020,1,1,1,2,3,4,timezone.utc,fold=1)
# datetime.datetime(2020, 1, 1, 1, 2, 3, 4, fold=1, tzinfo=datetime.timezone.utc)
# >> datetime(2020,1,1,foo=1)
# TypeError this function got an unexpected keyword argument 'foo'
# >> time(24)
# ValueError hour must be in 0..23, not 24
# >> time(1,2,3,4,5)
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# >> time(1,2,3,4,fold=3)
# ValueError fold must be either 0 or 1, not 3
# >> time(1,2,3,4,None,1)
# TypeError function takes at most 5 positional arguments (6 given)
# >> time(-1)
# ValueError hour must be in 0..23, not -1
# >> time('a')
# TypeError 'str' object cannot be interpreted as an integer
# >> time(1,2,3,4,timezone.utc)
# datetime.time(1, 2, 3, 4, tzinfo=datetime.timezone.utc)
# >> time(fold=1)
# datetime.time(0, 0, fold=1)
# >> td(1,2,3,4,5,6,7)
# datetime.timedelta(days=50, seconds=21902, microseconds=4003)
# >> td(1,2,3,4,5,6,7,8)
# TypeError __new__() takes at most 7 arguments (8 given)
# >> td('a')
# TypeError unsupported type for timedelta days component: str
# >> td(days='a')
# TypeError unsupported type for timedelta days component: str
# >> td(foo=1)
# TypeError __new__() got an unexpected keyword argument 'foo'
# >> td(days=1.5)
# datetime.timedelta(days=1, seconds=43200)
# >> td(days=1e10)
# OverflowError Python int too large to convert to C int
# >> td(days=10**10)
# OverflowError Python int too large to convert to C int
# >> td(days=10**30)
# OverflowError Python int too large to convert to C int
# >> td(days=float('nan'))
# ValueError cannot convert float NaN to integer
# >> td(days=float('inf'))
# OverflowError cannot convert float infinity to integer
# >> td(hours=1.5,minutes=0.1)
# datetime.timedelta(seconds=5406)
# >> td(microseconds=0.5)
# datetime.timedelta(0)
# >> td(microseconds=1.5)
# datetime.timedelta(microseconds=2)
# >> td(microseconds=-0.5)
# datetime.timedelta(0)
# >> td(days=0.1,hours=0.1,seconds=0.33333,microseconds=0.7)
# datetime.timedelta(seconds=9000, microseconds=333331)
# >> td(1)+1
# TypeError unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
# >> td(1)-1
# TypeError unsupported operand type(s) for -: 'datetime.timedelta' and 'int'
# >> 1-td(1)
# TypeError unsupported operand type(s) for -: 'int' and 'datetime.timedelta'
# >> td(1)*1.5
# datetime.timedelta(days=1, seconds=43200)
# >> td(1)*'a'
# TypeError can't multiply sequence by non-int of type 'datetime.timedelta'
# >> 1.5*td(1)
# datetime.timedelta(days=1, seconds=43200)
# >> td(1)*(1/3)
# datetime.timedelta(seconds=28800)
# >> td(1)/3
# datetime.timedelta(seconds=28800)
# >> td(1)/0.3
# datetime.timedelta(days=3, seconds=28800)
# >> td(1)/td(0,7)
# 12342.857142857143
# >> td(1)/0
# ZeroDivisionError division by zero
# >> td(1)//0
# ZeroDivisionError division by zero
# >> td(1)%td(0)
# ZeroDivisionError division by zero
# >> td(1)//td(0,7)
# 12342
# >> td(1)%td(0,7)
# datetime.timedelta(seconds=6)
# >> divmod(td(1),td(0,7))
# (12342, datetime.timedelta(seconds=6))
# >> divmod(td(1),7)
# TypeError unsupported operand type(s) for divmod(): 'datetime.timedelta' and 'int'
# >> td(1)%7
# TypeError unsupported operand type(s) for %: 'datetime.timedelta' and 'int'
# >> td(1)//7
# datetime.timedelta(seconds=12342, microseconds=857142)
# >> td(1)//7.5
# TypeError unsupported operand type(s) for //: 'datetime.timedelta' and 'float'
# >> td(5)/0.0
# ZeroDivisionError division by zero
# >> td(5)/td(0)
# ZeroDivisionError division by zero
# >> td(1)*float('nan')
# ValueError cannot convert NaN to integer ratio
# >> td(1)*float('inf')
# OverflowError cannot convert Infinity to integer ratio
# >> td.max+td(1)
# OverflowError days=1000000000; must have magnitude <= 999999999
# >> td.min-td(1)
# OverflowError days=-1000000000; must have magnitude <= 999999999
# >> -td.max
# OverflowError days=-1000000000; must have magnitude <= 999999999
# >> abs(td.min)
# datetime.timedelta(days=999999999)
# >> -td.min
# datetime.timedelta(days=999999999)
# >> -td(1,2,3)
# datetime.timedelta(days=-2, seconds=86397, microseconds=999997)
# >> abs(-td(1,2,3))
# datetime.timedelta(days=1, seconds=2, microseconds=3)
# >> +STD(1)
# datetime.timedelta(days=1)
# >> STD(1)+STD(2)
# datetime.timedelta(days=3)
# >> repr(td())
# 'datetime.timedelta(0)'
# >> repr(td(0,1))
# 'datetime.timedelta(seconds=1)'
# >> repr(td(0,0,1))
# 'datetime.timedelta(microseconds=1)'
# >> repr(td(-1,1))
# 'datetime.timedelta(days=-1, seconds=1)'
# >> str(td(-1,1))
# '-1 day, 0:00:01'
# >> str(td(5,1,1))
# '5 days, 0:00:01.000001'
# >> str(td(1))
# '1 day, 0:00:00'
# >> str(td(0,3661))
# '1:01:01'
# >> bool(td())
# False
# >> td(1)==1
# False
# >> td(1)<1
# TypeError '<' not supported between instances of 'datetime.timedelta' and 'int'
# >> td(1)<td(2)
# True
# >> hash(td(1))==hash(td(1))
# True
# >> td(1,2,3).total_seconds()
# 86402.000003
# >> td.max.total_seconds()
# 86400000000000.0
# >> td(1,2,3).__reduce__()
# (<class 'datetime.timedelta'>, (1, 2, 3))
# >> td(1).days
# 1
# >> setattr(td(1),'days',3)
# AttributeError readonly attribute
# >> setattr(date(1,1,1),'year',3)
# AttributeError attribute 'year' of 'datetime.date' objects is not writable
# >> date.today()==date.today()
# True
# >> date.fromordinal(0)
# ValueError ordinal must be >= 1
# >> date.fromordinal(-1)
# ValueError ordinal must be >= 1
# >> date.fromordinal(3652060)
# ValueError year must be in 1..9999, not 10000
# >> date.fromordinal(3652059)
# datetime.date(9999, 12, 31)
# >> date.fromordinal('a')
# TypeError 'str' object cannot be interpreted as an integer
# >> date.fromordinal(737425)
# datetime.date(2020, 1, 1)
# >> date.max+td(1)
# OverflowError date value out of range
# >> date.min-td(1)
# OverflowError date value out of range
# >> date(2020,1,1)+td(31)
# datetime.date(2020, 2, 1)
# >> td(31)+date(2020,1,1)
# datetime.date(2020, 2, 1)
# >> date(2020,1,1)-date(2019,1,1)
# datetime.timedelta(days=365)
# >> date(2020,1,1)-td(1)
# datetime.date(2019, 12, 31)
# >> td(1)-date(2020,1,1)
# TypeError unsupported operand type(s) for -: 'datetime.timedelta' and 'datetime.date'
# >> date(2020,1,1)+1
# TypeError unsupported operand type(s) for +: 'datetime.date' and 'int'
# >> date(2020,1,1)-datetime(2019,1,1)
# TypeError unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
# >> datetime(2020,1,1)-date(2019,1,1)
# TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'
# >> SD(2020,1,1)+td(1)
# SD(2020, 1, 2)
# >> SD(2020,1,1).replace(year=3)
# SD(3, 1, 1)
# >> SD.fromordinal(5)
# SD(1, 1, 5)
# >> date(2020,1,1).replace(month=13)
# ValueError month must be in 1..12, not 13
# >> date(2020,1,1).replace(foo=13)
# TypeError replace() got an unexpected keyword argument 'foo'
# >> date(2020,1,1).replace(2021,2,3,4)
# TypeError replace() takes at most 3 arguments (4 given)
# >> date(2020,1,1).__replace__(year=5)
# datetime.date(5, 1, 1)
# >> date(2020,1,1).__replace__(5)
# datetime.date(5, 1, 1)
# >> date(2020,1,1)<5
# TypeError '<' not supported between instances of 'datetime.date' and 'int'
# >> date(2020,1,1)==5
# False
# >> date(2020,1,1)<datetime(2020,1,2)
# TypeError '<' not supported between instances of 'datetime.date' and 'datetime.datetime'
# >> date(2020,1,1)==datetime(2020,1,1)
# False
# >> datetime(2020,1,1)==date(2020,1,1)
# False
# >> datetime(2020,1,1)<date(2020,1,1)
# TypeError '<' not supported between instances of 'datetime.datetime' and 'datetime.date'
# >> date(2020,1,1).isoformat()
# '2020-01-01'
# >> str(date(5,1,1))
# '0005-01-01'
# >> date(2020,1,1).ctime()
# 'Wed Jan  1 00:00:00 2020'
# >> date(2020,1,1).strftime('%Y %j')
# '2020 001'
# >> date(2020,1,1).strftime('%f %z %Z %:z |%')
# '000000    |%'
# >> date(20,1,1).strftime('%Y %G %F %C')
# '0020 0020 0020-01-01 00'
# >> date(2020,1,1).strftime(5)
# TypeError strftime() argument 1 must be str, not int
# >> date(2020,1,1).strftime()
# TypeError strftime() missing required argument 'format' (pos 1)
# >> format(date(2020,1,1),'')
# '2020-01-01'
# >> format(date(2020,1,1),'%d')
# '01'
# >> date(2020,1,1).__format__(5)
# TypeError __format__() argument 1 must be str, not int
# >> date(2020,1,1).timetuple()
# time.struct_time(tm_year=2020, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=2, tm_yday=1, tm_isdst=-1)
# >> date(2020,1,1).isocalendar()
# datetime.IsoCalendarDate(year=2020, week=1, weekday=3)
# >> date(2020,1,1).isocalendar().year
# 2020
# >> date(2020,1,1).isocalendar()[1]
# 1
# >> date(2020,1,1).isocalendar().week
# 1
# >> type(date(2020,1,1).isocalendar())
# <class 'datetime.IsoCalendarDate'>
# >> type(date(2020,1,1).isocalendar())(1,2,3)
# datetime.IsoCalendarDate(year=1, week=2, weekday=3)
# >> pickle.dumps(date(2020,1,1).isocalendar())
# b'\x80\x05\x95#\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x05tuple\x94\x93\x94M\xe4\x07K\x01K\x03\x87\x94\x85\x94R\x94.'
# >> date(2020,1,1).isocalendar().__reduce__()
# (<class 'tuple'>, ((2020, 1, 3),))
# >> date(2020,1,1).isocalendar()==(2020,1,3)
# True
# >> date(2020,1,1).isoweekday()
# 3
# >> date(2020,1,1).weekday()
# 2
# >> date(2020,1,1).toordinal()
# 737425
# >> date(2020,1,1).__reduce__()
# (<class 'datetime.date'>, (b'\x07\xe4\x01\x01',))
# >> hash(date(2020,1,1))==hash(date(2020,1,1))
# True
# >> date.fromisoformat('2020-01-01')
# datetime.date(2020, 1, 1)
# >> date.fromisoformat('20200101')
# datetime.date(2020, 1, 1)
# >> date.fromisoformat('2020-W01-1')
# datetime.date(2019, 12, 30)
# >> date.fromisoformat('2020W011')
# datetime.date(2019, 12, 30)
# >> date.fromisoformat('2020W01')
# datetime.date(2019, 12, 30)
# >> date.fromisoformat('2020-W01')
# datetime.date(2019, 12, 30)
# >> date.fromisoformat('2020-W60-1')
# ValueError Invalid isoformat string: '2020-W60-1'
# >> date.fromisoformat('2020-W01-8')
# ValueError Invalid isoformat string: '2020-W01-8'
# >> date.fromisoformat('2020-1-1')
# ValueError Invalid isoformat string: '2020-1-1'
# >> date.fromisoformat('2020-13-01')
# ValueError month must be in 1..12, not 13
# >> date.fromisoformat('2020-01-01T')
# ValueError Invalid isoformat string: '2020-01-01T'
# >> date.fromisoformat(5)
# TypeError fromisoformat: argument must be str
# >> date.fromisoformat('')
# ValueError Invalid isoformat string: ''
# >> date.fromisoformat('2020-01-0\u0661')
# ValueError Invalid isoformat string: '2020-01-0١'
# >> date.fromisoformat('2020-02-30')
# ValueError day 30 must be in range 1..29 for month 2 in year 2020
# >> date.fromisoformat('0000-02-30')
# ValueError year must be in 1..9999, not 0
# >> date.fromisoformat("a'b")
# ValueError Invalid isoformat string: "a'b"
# >> date.fromisocalendar(2020,1,1)
# datetime.date(2019, 12, 30)
# >> date.fromisocalendar(2020,54,1)
# ValueError Invalid week: 54
# >> date.fromisocalendar(2020,53,8)
# ValueError Invalid weekday: 8 (range is [1, 7])
# >> date.fromisocalendar(10000,53,8)
# ValueError year must be in 1..9999, not 10000
# >> date.fromisocalendar(0,53,8)
# ValueError year must be in 1..9999, not 0
# >> date.fromisocalendar(2020,'a',8)
# TypeError 'str' object cannot be interpreted as an integer
# >> date.fromisocalendar(2020,2**70,8)
# ValueError ISO calendar component out of range
# >> date.fromisocalendar(2**70,1,8)
# ValueError ISO calendar component out of range
# >> date.fromisocalendar(2019,53,1)
# ValueError Invalid week: 53
# >> date.fromisocalendar(year=2020,week=1,day=3)
# datetime.date(2020, 1, 1)
# >> date.fromisocalendar(2020)
# TypeError fromisocalendar() missing required argument 'week' (pos 2)
# >> date.fromtimestamp(0)
# datetime.date(1970, 1, 1)
# >> date.fromtimestamp('a')
# TypeError 'str' object cannot be interpreted as an integer
# >> date.fromtimestamp(1e20)
# OverflowError timestamp out of range for platform time_t
# >> date.fromtimestamp(float('nan'))
# ValueError Invalid value NaN (not a number)
# >> date.fromtimestamp(-1e10)
# datetime.date(1653, 2, 10)
# >> date.strptime('2020-01-02','%Y-%m-%d')
# datetime.date(2020, 1, 2)
# >> SD.strptime('2020-01-02','%Y-%m-%d')
# SD(2020, 1, 2)
# >> date.strptime('2020-01-02 05','%Y-%m-%d %H')
# datetime.date(2020, 1, 2)
# >> time.strptime('05:06','%H:%M')
# datetime.time(5, 6)
# >> time.strptime('2020-01-02 05','%Y-%m-%d %H')
# datetime.time(5, 0)
# >> datetime.strptime('2020-01-02 05 +0130','%Y-%m-%d %H %z')
# datetime.datetime(2020, 1, 2, 5, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400)))
# >> datetime.strptime('x','%Y')
# ValueError time data 'x' does not match format '%Y'
# >> datetime.strptime(5,'%Y')
# TypeError strptime() argument 1 must be str, not int
# >> datetime.now(5)
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# >> datetime.now(timezone.utc).tzinfo
# datetime.timezone.utc
# >> datetime.fromtimestamp(0,timezone.utc)
# datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# >> datetime.fromtimestamp(1.5,tz=timezone.utc)
# datetime.datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=datetime.timezone.utc)
# >> datetime.fromtimestamp(1.0000005,tz=timezone.utc)
# datetime.datetime(1970, 1, 1, 0, 0, 1, 1, tzinfo=datetime.timezone.utc)
# >> datetime.fromtimestamp(0)
# datetime.datetime(1970, 1, 1, 0, 0)
# >> datetime.fromtimestamp(1e20)
# OverflowError timestamp out of range for platform time_t
# >> datetime.fromtimestamp(2**70)
# OverflowError timestamp out of range for platform time_t
# >> datetime.fromtimestamp(-62135596801)
# ValueError year must be in 1..9999, not 0
# >> datetime.fromtimestamp(253402300800)
# ValueError year must be in 1..9999, not 10000
# >> datetime.fromtimestamp(253402300800,timezone.utc)
# ValueError year must be in 1..9999, not 10000
# >> datetime.fromtimestamp('a')
# TypeError argument must be int or float, not str
# >> datetime.fromtimestamp(0,5)
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# >> datetime.fromtimestamp(float('nan'))
# ValueError Invalid value NaN (not a number)
# >> datetime.utcfromtimestamp(0)
# datetime.datetime(1970, 1, 1, 0, 0)
# >> datetime(2020,1,1,1,2,3,4)
# datetime.datetime(2020, 1, 1, 1, 2, 3, 4)
# >> datetime(2020,1,1,1,2,3)
# datetime.datetime(2020, 1, 1, 1, 2, 3)
# >> datetime(2020,1,1,1,2,0,4,timezone.utc)
# datetime.datetime(2020, 1, 1, 1, 2, 0, 4, tzinfo=datetime.timezone.utc)
# >> datetime(2020,1,1,1,2,fold=1)
# datetime.datetime(2020, 1, 1, 1, 2, fold=1)
# >> str(datetime(2020,1,1,1,2,3,4,timezone(td(hours=-5.5))))
# '2020-01-01 01:02:03.000004-05:30'
# >> datetime(2020,1,1,1,2,3,4,timezone(td(hours=-5.5,seconds=1))).isoformat('T','minutes')
# '2020-01-01T01:02-05:29:59'
# >> datetime(2020,1,1,1,2,3,4).isoformat('T','foo')
# ValueError Unknown timespec value
# >> datetime(2020,1,1,1,2,3,4).isoformat('TT')
# TypeError isoformat() argument 1 must be a unicode character, not a string of length 2
# >> datetime(2020,1,1,1,2,3,4).isoformat(5)
# TypeError isoformat() argument 1 must be a unicode character, not int
# >> datetime(2020,1,1,1,2,3,4567).isoformat(timespec='milliseconds')
# '2020-01-01T01:02:03.004'
# >> datetime(2020,1,1,1,2,3,4567).isoformat(timespec='hours')
# '2020-01-01T01'
# >> datetime(2020,1,1,1,2,3,4567).isoformat(timespec=5)
# TypeError isoformat() argument 2 must be str, not int
# >> datetime(2020,1,1,1,2,3,4567).isoformat('\ud800')
# '2020-01-01\ud80001:02:03.004567'
# >> datetime(2020,1,1,1,2,3,4567).isoformat('\U0001f600')
# '2020-01-01😀01:02:03.004567'
# >> datetime(2020,1,1,1,2,3).ctime()
# 'Wed Jan  1 01:02:03 2020'
# >> datetime(2020,1,1,tzinfo=timezone.utc)-datetime(2019,1,1)
# TypeError can't subtract offset-naive and offset-aware datetimes
# >> datetime(2020,1,1,tzinfo=timezone.utc)-datetime(2020,1,1,tzinfo=timezone(td(hours=1)))
# datetime.timedelta(seconds=3600)
# >> datetime(2020,1,1,tzinfo=timezone.utc)==datetime(2020,1,1)
# False
# >> datetime(2020,1,1,tzinfo=timezone.utc)<datetime(2020,1,1)
# TypeError can't compare offset-naive and offset-aware datetimes
# >> datetime(2020,1,1,tzinfo=timezone.utc)<datetime(2020,1,1,tzinfo=timezone(td(hours=1)))
# False
# >> datetime(2020,1,1)<5
# TypeError '<' not supported between instances of 'datetime.datetime' and 'int'
# >> datetime(2020,1,1)+1
# TypeError unsupported operand type(s) for +: 'datetime.datetime' and 'int'
# >> datetime.max+td(microseconds=1)
# OverflowError date value out of range
# >> datetime.min-td(microseconds=1)
# OverflowError date value out of range
# >> SDT(2020,1,1)+td(1)
# SDT(2020, 1, 2, 0, 0)
# >> SDT(2020,1,1).replace(year=3)
# SDT(3, 1, 1, 0, 0)
# >> SDT.now().__class__.__name__
# 'SDT'
# >> SDT.fromtimestamp(0,timezone.utc)
# SDT(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# >> SDT.combine(date(1,2,3),time(4))
# SDT(1, 2, 3, 4, 0)
# >> datetime.combine(date(1,2,3),time(4,tzinfo=timezone.utc))
# datetime.datetime(1, 2, 3, 4, 0, tzinfo=datetime.timezone.utc)
# >> datetime.combine(date(1,2,3),time(4,tzinfo=timezone.utc),None)
# datetime.datetime(1, 2, 3, 4, 0)
# >> datetime.combine(1,2)
# TypeError combine() argument 1 must be datetime.date, not int
# >> datetime.combine(date(1,2,3),2)
# TypeError combine() argument 2 must be datetime.time, not int
# >> datetime.combine(date(1,2,3))
# TypeError combine() missing required argument 'time' (pos 2)
# >> datetime(2020,1,1,5).date()
# datetime.date(2020, 1, 1)
# >> datetime(2020,1,1,5,tzinfo=timezone.utc,fold=1).time()
# datetime.time(5, 0, fold=1)
# >> datetime(2020,1,1,5,tzinfo=timezone.utc,fold=1).timetz()
# datetime.time(5, 0, tzinfo=datetime.timezone.utc, fold=1)
# >> datetime(2020,1,1,5,tzinfo=timezone.utc,fold=1).timetuple()
# time.struct_time(tm_year=2020, tm_mon=1, tm_mday=1, tm_hour=5, tm_min=0, tm_sec=0, tm_wday=2, tm_yday=1, tm_isdst=-1)
# >> datetime(2020,1,1,5,tzinfo=TZ(td(hours=1),d=td(1))).timetuple()
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)
# >> datetime(2020,1,1,5,tzinfo=TZ(td(hours=1),d=td(0,5))).timetuple()
# time.struct_time(tm_year=2020, tm_mon=1, tm_mday=1, tm_hour=5, tm_min=0, tm_sec=0, tm_wday=2, tm_yday=1, tm_isdst=1)
# >> datetime(2020,1,1,5,tzinfo=TZ(td(hours=1))).utctimetuple()
# time.struct_time(tm_year=2020, tm_mon=1, tm_mday=1, tm_hour=4, tm_min=0, tm_sec=0, tm_wday=2, tm_yday=1, tm_isdst=0)
# >> datetime(2020,1,1,5).timestamp()
# 1577854800.0
# >> datetime(2020,1,1,5,tzinfo=timezone.utc).timestamp()
# 1577854800.0
# >> datetime(1,1,1,5,tzinfo=timezone.utc).timestamp()
# -62135578800.0
# >> datetime(2020,1,1,5,1,2,3).timestamp()
# 1577854862.000003
# >> datetime(2020,1,1).astimezone(timezone.utc)
# datetime.datetime(2020, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# >> datetime(2020,1,1,tzinfo=timezone.utc).astimezone(timezone(td(hours=3)))
# datetime.datetime(2020, 1, 1, 3, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800)))
# >> datetime(2020,1,1,tzinfo=timezone.utc).astimezone(5)
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# >> datetime(2020,1,1,tzinfo=timezone.utc).astimezone()
# datetime.datetime(2020, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(0), 'UTC'))
# >> datetime(2020,1,1,tzinfo=TZ()).utcoffset()
# None
# >> datetime(2020,1,1,tzinfo=TZ(5)).utcoffset()
# TypeError tzinfo.utcoffset() must return None or timedelta, not 'int'
# >> datetime(2020,1,1,tzinfo=TZ(td(1))).utcoffset()
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)
# >> datetime(2020,1,1,tzinfo=TZ(td(0,5))).utcoffset()
# datetime.timedelta(seconds=5)
# >> datetime(2020,1,1,tzinfo=TZ(n=5)).tzname()
# TypeError tzinfo.tzname() must return None or a string, not 'int'
# >> datetime(2020,1,1,tzinfo=TZ(d=5)).dst()
# TypeError tzinfo.dst() must return None or timedelta, not 'int'
# >> datetime(2020,1,1,tzinfo=TZ(d=td(2))).dst()
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=2)
# >> datetime(2020,1,1,tzinfo=tzinfo()).utcoffset()
# NotImplementedError a tzinfo subclass must implement utcoffset()
# >> datetime(2020,1,1,tzinfo=tzinfo()).tzname()
# NotImplementedError a tzinfo subclass must implement tzname()
# >> datetime(2020,1,1,tzinfo=tzinfo()).dst()
# NotImplementedError a tzinfo subclass must implement dst()
# >> tzinfo().fromutc(5)
# TypeError fromutc: argument must be a datetime
# >> tzinfo().fromutc(datetime(2020,1,1))
# ValueError fromutc: dt.tzinfo is not self
# >> TZ().fromutc(datetime(2020,1,1,tzinfo=TZ()))
# ValueError fromutc: dt.tzinfo is not self
# >> datetime(2020,1,1,tzinfo=timezone.utc).replace(tzinfo=None)
# datetime.datetime(2020, 1, 1, 0, 0)
# >> datetime(2020,1,1,tzinfo=timezone.utc).replace(tzinfo=5)
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# >> datetime(2020,1,1,tzinfo=timezone.utc).replace(fold=1)
# datetime.datetime(2020, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)
# >> datetime(2020,1,1,tzinfo=timezone.utc).replace(fold=2)
# ValueError fold must be either 0 or 1, not 2
# >> datetime(2020,1,1,fold=1,tzinfo=timezone.utc).__reduce_ex__(4)
# (<class 'datetime.datetime'>, (b'\x07\xe4\x81\x01\x00\x00\x00\x00\x00\x00', datetime.timezone.utc))
# >> datetime(2020,1,1,fold=1,tzinfo=timezone.utc).__reduce_ex__(2)
# (<class 'datetime.datetime'>, (b'\x07\xe4\x01\x01\x00\x00\x00\x00\x00\x00', datetime.timezone.utc))
# >> datetime(2020,1,1,fold=1,tzinfo=timezone.utc).__reduce__()
# (<class 'datetime.datetime'>, (b'\x07\xe4\x01\x01\x00\x00\x00\x00\x00\x00', datetime.timezone.utc))
# >> time(1,2,fold=1).__reduce_ex__(4)
# (<class 'datetime.time'>, (b'\x81\x02\x00\x00\x00\x00',))
# >> time(1,2,fold=1).__reduce_ex__(3)
# (<class 'datetime.time'>, (b'\x01\x02\x00\x00\x00\x00',))
# >> time(1,2,3,4,timezone.utc).__reduce__()
# (<class 'datetime.time'>, (b'\x01\x02\x03\x00\x00\x04', datetime.timezone.utc))
# >> datetime(b'\x07\xe4\x01\x01\x00\x00\x00\x00\x00\x00')
# datetime.datetime(2020, 1, 1, 0, 0)
# >> datetime(b'\x07\xe4\x81\x01\x00\x00\x00\x00\x00\x00',timezone.utc)
# datetime.datetime(2020, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)
# >> datetime(b'\x07\xe4\x81\x01\x00\x00\x00\x00\x00\x00',5)
# TypeError bad tzinfo state arg
# >> time(b'\x01\x02\x03\x00\x00\x00')
# datetime.time(1, 2, 3)
# >> time(b'\x81\x02\x03\x00\x00\x00',timezone.utc)
# datetime.time(1, 2, 3, tzinfo=datetime.timezone.utc, fold=1)
# >> time(b'\x81\x02\x03\x00\x00\x00',5)
# TypeError bad tzinfo state arg
# >> time(1,2,3,4).isoformat()
# '01:02:03.000004'
# >> str(time(1,2,3))
# '01:02:03'
# >> time(1,2,3,4).isoformat('foo')
# ValueError Unknown timespec value
# >> time(1,2,3,4).isoformat('minutes')
# '01:02'
# >> time(1,2,3,4,timezone(td(hours=1))).isoformat('minutes')
# '01:02+01:00'
# >> time(1,2,3,4).strftime('%H:%M %f %Y %z')
# '01:02 000004 1900 '
# >> time(1,2,3,4)<5
# TypeError '<' not supported between instances of 'datetime.time' and 'int'
# >> time(1,2,3,4)<time(2)
# True
# >> time(1,2,3,4,timezone.utc)<time(2)
# TypeError can't compare offset-naive and offset-aware times
# >> time(1,2,3,4,timezone.utc)==time(2)
# False
# >> time(1,2,3,4,timezone.utc)==time(2,2,3,4,timezone(td(hours=1)))
# True
# >> hash(time(1,2,3,4,timezone.utc))==hash(time(2,2,3,4,timezone(td(hours=1))))
# True
# >> time(1,tzinfo=timezone.utc).utcoffset()
# datetime.timedelta(0)
# >> time(1,tzinfo=timezone.utc).tzname()
# 'UTC'
# >> time(1,tzinfo=timezone.utc).dst()
# None
# >> time(1).replace(hour=25)
# ValueError hour must be in 0..23, not 25
# >> time(1).replace(fold=1)
# datetime.time(1, 0, fold=1)
# >> ST(1).replace(minute=3)
# ST(1, 3)
# >> bool(time(0))
# True
# >> time.fromisoformat('01:02')
# datetime.time(1, 2)
# >> time.fromisoformat('01')
# datetime.time(1, 0)
# >> time.fromisoformat('T01')
# datetime.time(1, 0)
# >> time.fromisoformat('010203')
# datetime.time(1, 2, 3)
# >> time.fromisoformat('01:02:03.5')
# datetime.time(1, 2, 3, 500000)
# >> time.fromisoformat('01:02:03,123456789')
# datetime.time(1, 2, 3, 123456)
# >> time.fromisoformat('01:02:03+05:30')
# datetime.time(1, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))
# >> time.fromisoformat('01:02:03Z')
# datetime.time(1, 2, 3, tzinfo=datetime.timezone.utc)
# >> time.fromisoformat('01:02:03-05:30:15.123456')
# datetime.time(1, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=66584, microseconds=876544)))
# >> time.fromisoformat('24:00')
# datetime.time(0, 0)
# >> time.fromisoformat('24:01')
# ValueError minute, second, and microsecond must be 0 when hour is 24
# >> time.fromisoformat('25:01')
# ValueError hour must be in 0..23, not 25
# >> time.fromisoformat('a')
# ValueError Invalid isoformat string: 'a'
# >> time.fromisoformat('')
# ValueError Invalid isoformat string: ''
# >> time.fromisoformat(5)
# TypeError fromisoformat: argument must be str
# >> time.fromisoformat('01:02:03+24:00')
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)
# >> time.fromisoformat('01:02:03+00:00')
# datetime.time(1, 2, 3, tzinfo=datetime.timezone.utc)
# >> time.fromisoformat('01:02:3')
# ValueError Invalid isoformat string: '01:02:3'
# >> time.fromisoformat('01:0203')
# ValueError Invalid isoformat string: '01:0203'
# >> time.fromisoformat('01:02:03.')
# ValueError Invalid isoformat string: '01:02:03.'
# >> time.fromisoformat('01:02:03 ')
# ValueError Invalid isoformat string: '01:02:03 '
# >> datetime.fromisoformat('2020-01-01T01:02:03')
# datetime.datetime(2020, 1, 1, 1, 2, 3)
# >> datetime.fromisoformat('2020-01-01 01:02:03+05:00')
# datetime.datetime(2020, 1, 1, 1, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(seconds=18000)))
# >> datetime.fromisoformat('2020-01-01T24:00')
# datetime.datetime(2020, 1, 2, 0, 0)
# >> datetime.fromisoformat('2020-12-31T24:00')
# datetime.datetime(2021, 1, 1, 0, 0)
# >> datetime.fromisoformat('9999-12-31T24:00')
# ValueError year must be in 1..9999, not 10000
# >> datetime.fromisoformat('2020-01-01T24:01')
# ValueError minute, second, and microsecond must be 0 when hour is 24
# >> datetime.fromisoformat('2020-01-01')
# datetime.datetime(2020, 1, 1, 0, 0)
# >> datetime.fromisoformat('20200101T010203')
# datetime.datetime(2020, 1, 1, 1, 2, 3)
# >> datetime.fromisoformat('2020-W01-1T01')
# datetime.datetime(2019, 12, 30, 1, 0)
# >> datetime.fromisoformat('2020W011T01')
# datetime.datetime(2019, 12, 30, 1, 0)
# >> datetime.fromisoformat('2020W01T01')
# datetime.datetime(2019, 12, 30, 1, 0)
# >> datetime.fromisoformat('2020-01-01T')
# ValueError Invalid isoformat string: '2020-01-01T'
# >> datetime.fromisoformat('2020-01-01T25')
# ValueError hour must be in 0..23, not 25
# >> datetime.fromisoformat('2020-01-01\ud80001:02')
# datetime.datetime(2020, 1, 1, 1, 2)
# >> datetime.fromisoformat('2020-01-01\U0001f60001:02')
# datetime.datetime(2020, 1, 1, 1, 2)
# >> datetime.fromisoformat('2020-01')
# ValueError Invalid isoformat string: '2020-01'
# >> datetime.fromisoformat(5)
# TypeError fromisoformat: argument must be str
# >> datetime.fromisoformat('2020-01-01T01:02:60')
# ValueError second must be in 0..59, not 60
# >> datetime.fromisoformat('2020-02-30T01:02:00')
# ValueError day 30 must be in range 1..29 for month 2 in year 2020
# >> datetime.fromisoformat('2020-01-01T01:02+25:00')
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600)
# >> datetime.fromisoformat('2020-01-01T01:02Z')
# datetime.datetime(2020, 1, 1, 1, 2, tzinfo=datetime.timezone.utc)
# >> SDT.fromisoformat('2020-01-01T01:02Z')
# SDT(2020, 1, 1, 1, 2, tzinfo=datetime.timezone.utc)
# >> timezone(td(hours=24))
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)
# >> timezone(td(hours=-24))
# ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=-1)
# >> timezone(5)
# TypeError timezone() argument 1 must be datetime.timedelta, not int
# >> timezone(td(0))
# datetime.timezone.utc
# >> timezone(td(0)) is timezone.utc
# True
# >> timezone(td(0),'x')
# datetime.timezone(datetime.timedelta(0), 'x')
# >> timezone(td(0),5)
# TypeError timezone() argument 2 must be str, not int
# >> timezone(td(0),None)
# TypeError timezone() argument 2 must be str, not None
# >> timezone(td(hours=1))
# datetime.timezone(datetime.timedelta(seconds=3600))
# >> timezone(td(hours=1),'EST')
# datetime.timezone(datetime.timedelta(seconds=3600), 'EST')
# >> str(timezone(td(hours=1)))
# 'UTC+01:00'
# >> str(timezone(td(hours=-1,seconds=5,microseconds=7)))
# 'UTC-00:59:54.999993'
# >> str(timezone.utc)
# 'UTC'
# >> timezone.utc.tzname(None)
# 'UTC'
# >> timezone.utc.tzname(5)
# TypeError tzname(dt) argument must be a datetime instance or None, not int
# >> timezone.utc.utcoffset(5)
# TypeError utcoffset(dt) argument must be a datetime instance or None, not int
# >> timezone.utc.dst(5)
# TypeError dst(dt) argument must be a datetime instance or None, not int
# >> timezone.utc.dst(None)
# None
# >> timezone.utc.fromutc(5)
# TypeError fromutc: argument must be a datetime
# >> timezone.utc.fromutc(datetime(2020,1,1))
# ValueError fromutc: dt.tzinfo is not self
# >> timezone.utc.fromutc(datetime(2020,1,1,tzinfo=timezone.utc))
# datetime.datetime(2020, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# >> timezone(td(hours=1))==timezone(td(hours=1),'x')
# True
# >> timezone(td(hours=1))<timezone(td(hours=2))
# TypeError '<' not supported between instances of 'datetime.timezone' and 'datetime.timezone'
# >> timezone(td(hours=1))==5
# False
# >> hash(timezone(td(hours=1)))==hash(td(hours=1))
# True
# >> timezone(td(hours=1),'x').__getinitargs__()
# (datetime.timedelta(seconds=3600), 'x')
# >> timezone(td(hours=1),'x').__reduce__()
# (<class 'datetime.timezone'>, (datetime.timedelta(seconds=3600), 'x'), None)
# >> timezone.utc.__reduce__()
# (<class 'datetime.timezone'>, (datetime.timedelta(0),), None)
# >> tzinfo().__reduce__()
# (<class 'datetime.tzinfo'>, (), None)
# >> TZ().__reduce__()
# (<class '__main__.TZ'>, (), {'o': None, 'n': 'nm', 'd': None})
# >> type('X',(timezone,),{})
# TypeError type 'datetime.timezone' is not an acceptable base type
# >> timezone()
# TypeError timezone() missing required argument 'offset' (pos 1)
# >> timezone(1,2,3)
# TypeError timezone() takes at most 2 arguments (3 given)
# >> timezone.min
# datetime.timezone(datetime.timedelta(days=-1, seconds=60))
# >> timezone.max
# datetime.timezone(datetime.timedelta(seconds=86340))
# >> pickle.loads(pickle.dumps(timezone.utc)) is timezone.utc
# True
# >> copy.copy(timezone.utc) is timezone.utc
# True
# >> copy.deepcopy(datetime(2020,1,1,tzinfo=timezone.utc))
# datetime.datetime(2020, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# >> [pickle.loads(pickle.dumps(x,p)) for p in range(6) for x in (date(1,2,3),datetime(1,2,3,fold=1),time(1,2),td(1,2,3),timezone(td(1/24)),SDT(1,1,1))]
# [datetime.date(1, 2, 3), datetime.datetime(1, 2, 3, 0, 0), datetime.time(1, 2), datetime.timedelta(days=1, seconds=2, microseconds=3), datetime.timezone(datetime.timedelta(seconds=3600)), SDT(1, 1, 1, 0, 0), datetime.date(1, 2, 3), datetime.datetime(1, 2, 3, 0, 0), datetime.time(1, 2), datetime.timedelta(days=1, seconds=2, microseconds=3), datetime.timezone(datetime.timedelta(seconds=3600)), SDT(1, 1, 1, 0, 0), datetime.date(1, 2, 3), datetime.datetime(1, 2, 3, 0, 0), datetime.time(1, 2), datetime.timedelta(days=1, seconds=2, microseconds=3), datetime.timezone(datetime.timedelta(seconds=3600)), SDT(1, 1, 1, 0, 0), datetime.date(1, 2, 3), datetime.datetime(1, 2, 3, 0, 0), datetime.time(1, 2), datetime.timedelta(days=1, seconds=2, microseconds=3), datetime.timezone(datetime.timedelta(seconds=3600)), SDT(1, 1, 1, 0, 0), datetime.date(1, 2, 3), datetime.datetime(1, 2, 3, 0, 0, fold=1), datetime.time(1, 2), datetime.timedelta(days=1, seconds=2, microseconds=3), datetime.timezone(datetime.timedelta(seconds=3600)), SDT(1, 1, 1, 0, 0), datetime.date(1, 2, 3), datetime.datetime(1, 2, 3, 0, 0, fold=1), datetime.time(1, 2), datetime.timedelta(days=1, seconds=2, microseconds=3), datetime.timezone(datetime.timedelta(seconds=3600)), SDT(1, 1, 1, 0, 0)]
# >> datetime(2020,1,1,1,1,1,1).__format__('%Y %f')
# '2020 000001'
# >> datetime(2020,1,1).strftime('%Z|%z|%:z|%%|%')
# '|||%|%'
# >> datetime(2020,1,1,tzinfo=timezone(td(hours=1,seconds=5))).strftime('%Z|%z|%:z|%%')
# 'UTC+01:00:05|+010005|+01:00:05|%'
# >> datetime(2020,1,1,tzinfo=TZ(td(0,3),n='a%b')).strftime('%Z %z')
# 'a%b +000003'
# >> datetime(2020,1,1).strftime('\ud800 %Y \x00 %d')
# '\ud800 2020 \x00 01'
# >> datetime(2020,1,1) in {datetime(2020,1,1)}
# True
# >> hash(datetime(2020,1,1,tzinfo=timezone.utc))==hash(datetime(2020,1,1,1,tzinfo=timezone(td(hours=1))))
# True
# >> datetime(2020,1,1)-1
# TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'int'
# >> date(2020,1,1)-1
# TypeError unsupported operand type(s) for -: 'datetime.date' and 'int'
# >> 1-date(2020,1,1)
# TypeError unsupported operand type(s) for -: 'int' and 'datetime.date'
# >> sum([td(1),td(2)],td(0))
# datetime.timedelta(days=3)
# >> _datetime.MINYEAR,_datetime.MAXYEAR,_datetime.UTC
# (1, 9999, datetime.timezone.utc)
# >> date.min,date.max,date.resolution
# (datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.timedelta(days=1))
# >> datetime.min,datetime.max,datetime.resolution
# (datetime.datetime(1, 1, 1, 0, 0), datetime.datetime(9999, 12, 31, 23, 59, 59, 999999), datetime.timedelta(microseconds=1))
# >> time.min,time.max,time.resolution
# (datetime.time(0, 0), datetime.time(23, 59, 59, 999999), datetime.timedelta(microseconds=1))
# >> td.min,td.max,td.resolution
# (datetime.timedelta(days=-999999999), datetime.timedelta(days=999999999, seconds=86399, microseconds=999999), datetime.timedelta(microseconds=1))
# >> setattr(date,'x',1)
# TypeError cannot set 'x' attribute of immutable type 'datetime.date'
# >> date.today(1)
# TypeError date.today() takes no arguments (1 given)
# >> date(2020,1,1).weekday(1)
# TypeError date.weekday() takes no arguments (1 given)
# >> date(2020,1,1).isocalendar(1)
# TypeError date.isocalendar() takes no arguments (1 given)
# >> datetime.now(1,2)
# TypeError now() takes at most 1 argument (2 given)
# >> datetime.now(foo=1)
# TypeError now() got an unexpected keyword argument 'foo'
# >> time.__eq__(time(1),5)
# NotImplemented
# >> date.__lt__(date(1,1,1),datetime(1,1,1))
# NotImplemented
# >> date.__eq__(date(1,1,1),datetime(1,1,1))
# NotImplemented
# >> datetime.__add__(datetime(1,1,1),5)
# NotImplemented
# >> td.__mul__(td(1),'a')
# NotImplemented
# >> td.__add__(td(1),date(1,1,1))
# NotImplemented
# >> STD(1)
# STD(days=1)
# >> SD(2020,1,2)
# SD(2020, 1, 2)
# >> ST(1)
# ST(1, 0)
# >> SDT(2020,1,2)
# SDT(2020, 1, 2, 0, 0)
# >> repr(STD(1,2))
# 'STD(days=1, seconds=2)'
# >> STD(1)*2
# datetime.timedelta(days=2)
# >> STD(1).__reduce__()
# (<class '__main__.STD'>, (1, 0, 0))
# >> td(True)
# datetime.timedelta(days=1)
# >> td(days=True)
# datetime.timedelta(days=1)
# >> date(True,True,True)
# datetime.date(1, 1, 1)
# >> td(1)//2
# datetime.timedelta(seconds=43200)
# >> td(-1)//7
# datetime.timedelta(days=-1, seconds=74057, microseconds=142857)
# >> td(-1)/7
# datetime.timedelta(days=-1, seconds=74057, microseconds=142857)
# >> td(days=-1,microseconds=1)%td(microseconds=13)
# datetime.timedelta(microseconds=12)
# >> td(0,0,5)*0.5
# datetime.timedelta(microseconds=2)
# >> td(0,0,3)*0.5
# datetime.timedelta(microseconds=2)
# >> td(0,0,5)/2
# datetime.timedelta(microseconds=2)
# >> td(0,0,7)/2
# datetime.timedelta(microseconds=4)
# >> td(999999999)*2
# OverflowError days=1999999998; must have magnitude <= 999999999
# >> td(1)*10**20
# OverflowError Python int too large to convert to C int
# >> td(1)*2**70
# OverflowError Python int too large to convert to C int
# >> td(weeks=1.5,milliseconds=2.5)
# datetime.timedelta(days=10, seconds=43200, microseconds=2500)
# >> td(seconds=1e-7)
# datetime.timedelta(0)
# >> td(seconds=123456789.123456789)
# datetime.timedelta(days=1428, seconds=77589, microseconds=123457)
# >> td(days=1.1,seconds=1.1,microseconds=1.1,milliseconds=1.1,minutes=1.1,hours=1.1,weeks=1.1)
# datetime.timedelta(days=8, seconds=73147, microseconds=101101)
# datetime.datetime(2016, 3, 13, 3, 0) True 2016-03-13 03:00:00-04:00
# datetime.datetime(2016, 3, 13, 1, 59, 59) True 2016-03-13 01:59:59-05:00
# datetime.datetime(2016, 11, 6, 1, 0, fold=1) True 2016-11-06 01:00:00-05:00
# datetime.datetime(2016, 11, 6, 1, 0) True 2016-11-06 01:00:00-04:00
# datetime.datetime(2016, 11, 6, 2, 0) True 2016-11-06 02:00:00-05:00
# datetime.datetime(1969, 12, 31, 19, 0) True 1969-12-31 19:00:00-05:00
# 1457854200.0 1457850600.0
# 1478410200.0 1478413800.0
# 2016-03-13 03:30:00-04:00 2016-11-06 06:30:00+00:00
