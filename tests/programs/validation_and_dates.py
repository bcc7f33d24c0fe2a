# needs: arrow==1.4.0 attrs==26.1.0 cattrs==26.2.1 cerberus==1.3.8 marshmallow==4.4.0 more_itertools==11.2.1 python_dateutil==4.0.0 pytz==2026.6 schema==0.7.8 toolz==1.2.0 typing_extensions==4.16.0 voluptuous==0.16.0
"""Schemas that check and convert data, attrs and cattrs, toolz, arrow and pytz."""

import marshmallow as ma, attrs, cattrs, toolz, more_itertools, arrow, pytz, datetime as dt, voluptuous, cerberus, schema as sch
from toolz import curried


class Author(ma.Schema):
    name = ma.fields.Str(required=True, validate=ma.validate.Length(min=2))
    born = ma.fields.Date()
    mail = ma.fields.Email(load_default=None)


class Book(ma.Schema):
    title = ma.fields.Str()
    author = ma.fields.Nested(Author)
    tags = ma.fields.List(ma.fields.Str())
    price = ma.fields.Decimal(as_string=True, places=2)

    @ma.post_load
    def make(self, data, **kw):
        return sorted(data)


print(Book().load({'title': 'T', 'author': {'name': 'Ann', 'born': '1999-01-02'}, 'tags': ['a'], 'price': '1.5'}))
try:
    Book(many=True).load([{'author': {'name': 'A', 'mail': 'x'}, 'nope': 1, 'tags': [1]}])
except ma.ValidationError as e:
    print(e.messages)
print(Book().dump({'title': 1, 'price': 2, 'author': {'name': 'Z', 'born': dt.date(2000, 1, 2)}}))


@attrs.define
class P:
    x: int
    y: list[float] = attrs.Factory(list)


@attrs.frozen
class Q:
    p: P
    n: dict[str, P] | None = None
    when: dt.datetime | None = None


c = cattrs.Converter()
c.register_unstructure_hook(dt.datetime, lambda d: d.isoformat())
c.register_structure_hook(dt.datetime, lambda v, _: dt.datetime.fromisoformat(v))
u = c.unstructure(Q(P(1, [2.5]), {'a': P(3)}, dt.datetime(2020, 1, 2)))
print(u, c.structure(u, Q))
try:
    c.structure({'p': {'x': 'q'}}, Q)
except Exception as e:
    print(cattrs.transform_error(e))
print(
    toolz.pipe(range(10), curried.filter(lambda x: x % 2), curried.map(str), list),
    toolz.groupby(len, ['a', 'bb', 'c']),
    toolz.merge_with(sum, {1: 2}, {1: 3}),
    toolz.compose(str, abs)(-3),
)
print(
    list(more_itertools.windowed(range(5), 3)),
    list(more_itertools.set_partitions([1, 2, 3], 2)),
    list(more_itertools.bucket(['a1', 'b1', 'a2'], key=lambda s: s[0])['a']),
)
a = arrow.get('2024-02-29T12:30:00+02:00')
print(
    a,
    a.shift(years=1),
    a.to('US/Pacific'),
    a.humanize(arrow.get('2024-03-05T00:00:00+00:00')),
    a.format('dddd D MMMM YYYY, HH:mm ZZ'),
    arrow.get('5 May 2021', 'D MMMM YYYY'),
    a.floor('month'),
    a.span('week'),
)
print(
    pytz.timezone('Europe/Berlin').localize(dt.datetime(2024, 10, 27, 2, 30), is_dst=True),
    len(pytz.all_timezones) > 400,
    pytz.utc.localize(dt.datetime(2024, 1, 1)).astimezone(pytz.timezone('Asia/Tokyo')),
)
print(voluptuous.Schema({voluptuous.Required('a'): voluptuous.All(int, voluptuous.Range(min=1)), 'b': [str]})({'a': 2, 'b': ['x']}))
try:
    voluptuous.Schema({'a': int})({'a': 'x', 'c': 1})
except voluptuous.MultipleInvalid as e:
    print(sorted(map(str, e.errors)))
v = cerberus.Validator({'n': {'type': 'integer', 'min': 2}, 'l': {'type': 'list', 'schema': {'type': 'string'}}})
print(v.validate({'n': 1, 'l': ['a', 2], 'x': 0}), v.errors)
try:
    sch.Schema({'a': sch.And(int, lambda n: n > 1), sch.Optional('b'): str}).validate({'a': 0})
except sch.SchemaError as e:
    print(type(e).__name__)
