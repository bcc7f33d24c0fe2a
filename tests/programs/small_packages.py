# needs: toml==0.10.2 tabulate==0.9.0 python_dateutil==2.9.0.post0 six==1.17.0 more_itertools==10.7.0 sortedcontainers==2.4.0 idna==3.10 packaging==25.0 typing_extensions==4.14.1 pluggy==1.6.0
"""Packages many programs lean on, each a little."""

import datetime
from typing import get_type_hints

import idna
import more_itertools
import pluggy
import toml
import typing_extensions
from dateutil import parser, relativedelta, rrule, tz
from packaging import markers, requirements, specifiers, tags, version
from sortedcontainers import SortedDict, SortedKeyList, SortedList
from tabulate import tabulate

document = toml.loads('title = "x"\n[a]\nb = [1, 2]\nwhen = 1979-05-27T07:32:00\n[[p]]\nn = 1\n[[p]]\nn = 2.5\n')
print(document, toml.dumps({'a': {'b': [1, 2], 'c': 'q"x'}, 'd': True}))

rows = [['spam', 41.9999, None], ['eggs', '451.0', 'ü']]
for style in ('plain', 'grid', 'github', 'html', 'latex', 'fancy_grid'):
    print(tabulate(rows, headers=['item', 'qty', 'note'], tablefmt=style, floatfmt='.2f'))

for text in ('2003-09-25T10:49:41.5-03:00', 'Thu Sep 25 2003', '10:36:28pm', '25/12/2003'):
    print(parser.parse(text, default=datetime.datetime(2020, 1, 1)))
print(datetime.date(2020, 1, 31) + relativedelta.relativedelta(months=+1, weekday=relativedelta.MO(1)))
print([str(d) for d in rrule.rrule(rrule.MONTHLY, count=4, byweekday=rrule.FR(-1), dtstart=datetime.datetime(2020, 1, 1))])
print(datetime.datetime(2020, 7, 1, tzinfo=tz.gettz('Europe/Berlin') or tz.UTC).utcoffset() is not None, tz.tzoffset('x', 3600))

print(list(more_itertools.chunked(range(7), 3)), list(more_itertools.windowed('abcd', 2)), more_itertools.first([], 'none'))
print(list(more_itertools.collapse([1, [2, [3, 'ab']]])), more_itertools.ilen(iter('abc')), list(more_itertools.interleave_longest([1, 2], [3])))
print(more_itertools.peekable('ab').peek(), list(more_itertools.sliding_window(range(5), 3)), list(more_itertools.set_partitions('abc', 2)))

numbers = SortedList([5, 1, 3] * 400)
numbers.add(2)
print(numbers[:3], numbers.bisect(3), numbers.count(5), len(numbers), SortedDict(b=1, a=2), SortedKeyList('bA', key=str.lower))

print(idna.encode('faß.例え'), idna.decode('xn--fa-hia.xn--r8jz45g'))
try:
    idna.encode('a' * 64)
except idna.IDNAError as error:
    print(error)

print(sorted(map(version.parse, ['1.0', '1.0rc1', '1.0.post1', '1.0.dev3', '1!0.5'])), version.Version('1.2.3+local').public)
print('1.5' in specifiers.SpecifierSet('>=1.2,<2,!=1.4'), requirements.Requirement('a[x]>=1; python_version > "3.8"'))
print(markers.Marker('os_name == "posix"').evaluate(), version.parse('2.0').is_prerelease, len(list(tags.sys_tags())) > 3)


class Movie(typing_extensions.TypedDict, total=False):
    name: typing_extensions.Required[str]
    year: int


print(Movie.__required_keys__, get_type_hints(Movie))

spec, impl = pluggy.HookspecMarker('p'), pluggy.HookimplMarker('p')


class Spec:
    @spec
    def run(self, x):
        """Runs."""


class One:
    @impl
    def run(self, x):
        return x + 1


class Two:
    @impl(wrapper=True)
    def run(self, x):
        results = yield
        return [*results, 'wrapped']


manager = pluggy.PluginManager('p')
manager.add_hookspecs(Spec)
for plugin in (One(), Two(), type('Three', (), {'run': impl(lambda self, x: x * 10)})()):
    manager.register(plugin)
print(manager.hook.run(x=4))
