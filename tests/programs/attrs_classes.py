# needs: attrs==25.3.0
"""attrs: classes, validators, converters, slots, evolving, and the error of a bad value."""

import attr
from attrs import Factory, asdict, define, evolve, field, fields, frozen, validators


@define
class Point:
    x: int = field(validator=validators.instance_of(int))
    y: int = field(default=0, converter=int)
    tags: list[str] = Factory(list)

    @y.validator
    def small(self, attribute, value):
        if value > 100:
            raise ValueError(f'{attribute.name} too large')


@frozen(order=True)
class Version:
    major: int
    minor: int = 0


p = Point(1, '2')
print(p, p == Point(1, 2), asdict(p), Point.__slots__)
print(evolve(p, x=5), [f.name for f in fields(Point)])
for bad in (lambda: Point('a'), lambda: Point(1, 500), lambda: setattr(Version(1), 'major', 2)):
    try:
        bad()
    except (TypeError, ValueError, attr.exceptions.FrozenInstanceError) as error:
        print(type(error).__name__, str(error.args[0] if error.args else error)[:60])
print(sorted([Version(2), Version(1, 5), Version(1)]), hash(Version(1)) == hash(Version(1)))


@attr.s(auto_attribs=True, repr_ns='Old')
class Old:
    a: int
    b: str = attr.ib(default='b', repr=False)


print(Old(3), attr.astuple(Old(3)), Old.__init__.__annotations__)
