# needs: attrs==26.1.0 boltons==26.2.0 cachetools==8.0.1 colorama==0.4.6 decorator==5.3.1 emoji==2.16.0 faker==40.54.0 furl==2.1.4 loguru==0.7.3 mpmath==1.4.1 orderedmultidict==1.0.2 parse==1.22.4 parso==0.8.7 phonenumbers==9.0.43 pygments==2.21.0 python_slugify==9.2.0 rich==15.0.0 simpy==4.1.2 six==1.17.0 structlog==26.1.0 Unidecode==1.4.0 wrapt==2.5.2 xmltodict==1.0.4
"""structlog, loguru, boltons, cachetools, simpy, mpmath, wrapt, faker and some smaller ones."""

import datetime as dt, io, random
import structlog, boltons.iterutils as bi, boltons.strutils as bs, boltons.funcutils, boltons.cacheutils, boltons.dictutils, boltons.tbutils, cachetools, simpy, mpmath

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.KeyValueRenderer(sort_keys=True)])
structlog.get_logger().bind(a=1).info('hi', b=[2])
print(
    bi.chunked(range(7), 3),
    bi.remap({'a': [1, None, {'b': 2}]}, lambda p, k, v: v is not None),
    bs.camel2under('FooBarBaz'),
    bs.slugify('A b, C!'),
    bs.bytes2human(10**7),
    boltons.dictutils.OMD([('a', 1), ('a', 2)]).todict(multi=True),
)


@boltons.funcutils.wraps(lambda x, *, y=2: 0)
def w(*a, **k):
    return a, k


import inspect

print(inspect.signature(w), w(1, y=3))
c = cachetools.TTLCache(2, 10, timer=lambda: 0)
c[1] = 2
c[2] = 3
c[3] = 4
print(c, cachetools.LRUCache(3))


@cachetools.cached(cachetools.LFUCache(2))
def sq(x):
    return x * x


print(sq(2), sq(2), sq.cache if hasattr(sq, 'cache') else '')


def car(env, name, bcs):
    yield env.timeout(name * 2)
    with bcs.request() as req:
        yield req
        print(name, 'at', env.now)
        yield env.timeout(5)
        print(name, 'leaves', env.now)


env = simpy.Environment()
bcs = simpy.Resource(env, capacity=2)
for i in range(4):
    env.process(car(env, i, bcs))
env.run()


def proc(env):
    try:
        yield env.timeout(10)
    except simpy.Interrupt as i:
        print('interrupted', i.cause, env.now)


p = env.process(proc(env))


def killer(env):
    yield env.timeout(3)
    p.interrupt('bye')


env.process(killer(env))
env.run()
mpmath.mp.dps = 40
print(
    mpmath.pi,
    mpmath.zeta(3),
    mpmath.quad(lambda x: mpmath.exp(-(x**2)), [-mpmath.inf, mpmath.inf]),
    mpmath.findroot(mpmath.cos, 1),
    mpmath.matrix([[1, 2], [3, 4]]) ** -1,
    mpmath.nsum(lambda n: 1 / n**2, [1, mpmath.inf]),
)
import slugify, parse, furl, emoji, phonenumbers, unidecode, xmltodict, wrapt, decorator, loguru, parso

print(
    slugify.slugify('Héllo Wörld & co'),
    parse.parse('{a:d} is {b}', '3 is x'),
    furl.furl('http://a/b?c=1').add({'d': 'é'}).url,
    emoji.emojize(':thumbs_up:'),
    unidecode.unidecode('北京 é'),
)
n = phonenumbers.parse('+442083661177')
print(phonenumbers.format_number(n, phonenumbers.PhoneNumberFormat.INTERNATIONAL), phonenumbers.is_valid_number(n))
print(xmltodict.parse('<a x="1"><b>1</b><b/>t</a>'), xmltodict.unparse({'r': {'@i': '1', '#text': 'q'}}))


@wrapt.decorator
def deco(wrapped, instance, args, kwargs):
    return ('wrapped', instance is not None, wrapped(*args, **kwargs))


class K:
    @deco
    def m(self, x):
        return x

    @deco
    @classmethod
    def c(cls):
        return cls.__name__


print(K().m(3), K.c(), deco(len)([1]))
loguru.logger.remove()
out = io.StringIO()
loguru.logger.add(out, format='{level} {message} {extra}')
loguru.logger.bind(a=1).warning('x {}', 3)
try:
    1 / 0
except ZeroDivisionError:
    loguru.logger.exception('boom')
print(out.getvalue().splitlines()[0], 'ZeroDivisionError' in out.getvalue())
from faker import Faker

f = Faker()
Faker.seed(3)
print(
    f.name(),
    '|',
    f.address().replace('\n', ';'),
    '|',
    f.date_of_birth(maximum_age=50) is not None,
    f.text(40),
    f.email(),
    f.pyfloat(),
    f.uuid4(),
)
