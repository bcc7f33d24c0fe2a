import json


class Thing:
    def method(self, value):
        return self.other(value,
                          key=[v for v in value])

    def other(self, *args, key=None):
        return {'a': 1}['b' if key else 'c']


def run(things):
    for thing in things:
        thing.method('xy')


try:
    json.loads('{"a": }')
except ValueError as error:
    print(error)
run([Thing()])
