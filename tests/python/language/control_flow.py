"""if, while, for, else clauses, break, continue, try/finally interplay, with, pass, assert, del."""


def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            break
    else:
        return 'none'
    return index


print(find('abc', 'b'), find('abc', 'z'))

n = 5
while n:
    n -= 1
    if n == 3:
        continue
    if n == 1:
        break
else:
    print('not reached')
print(n)


def order():
    log = []
    for i in range(4):
        try:
            log.append(('try', i))
            if i == 1:
                continue
            if i == 2:
                raise KeyError(i)
            if i == 3:
                break
        except KeyError as error:
            log.append(('except', error.args))
        else:
            log.append(('else', i))
        finally:
            log.append(('finally', i))
    return log


print(order())


def returns():
    try:
        return 'try'
    finally:
        print('cleanup')


def nested():
    for i in range(3):
        try:
            try:
                if i == 1:
                    return i
            finally:
                print('inner', i)
        finally:
            print('outer', i)


print(returns(), nested())


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind and kind.__name__, value, trace is not None)
        return self.swallow


with Manager('a') as a, Manager('b', True) as b:
    print(a, b)
    raise ValueError('inside')
with (Manager('c'), Manager('d') as d):
    print(d)


def early():
    with Manager('e'):
        return 'returned'


print(early())
for _ in range(2):
    with Manager('loop'):
        continue

for bad in ('with 1: pass', 'with object() as x: pass', 'for x in 5: pass', 'del missing', 'assert 0, "why"', 'assert []'):
    try:
        exec(bad)
    except BaseException as error:
        print(type(error).__name__, error)

for a, (b, *c) in [(1, 'xyz'), (2, (3,))]:
    print(a, b, c)
for target in [1, 2]:
    pass
print(target, 1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, not 1 == 2, 1 if [] else 2)
x = [1, 2, 3]
for item in x:
    if len(x) < 6:
        x.append(item * 10)
print(x)
d = {'a': 1}
try:
    for key in d:
        d['b'] = 2
except RuntimeError as error:
    print(error)
# expect-stdout:
# 1 none
# 1
# [('try', 0), ('else', 0), ('finally', 0), ('try', 1), ('finally', 1), ('try', 2), ('except', (2,)), ('finally', 2), ('try', 3), ('finally', 3)]
# cleanup
# inner 0
# outer 0
# inner 1
# outer 1
# try 1
# enter a
# enter b
# a b
# exit b ValueError inside True
# exit a None None False
# enter c
# enter d
# d
# exit d None None False
# exit c None None False
# enter e
# exit e None None False
# returned
# enter loop
# exit loop None None False
# enter loop
# exit loop None None False
# TypeError 'int' object does not support the context manager protocol (missed __exit__ method)
# TypeError 'object' object does not support the context manager protocol (missed __exit__ method)
# TypeError 'int' object is not iterable
# NameError name 'missing' is not defined
# AssertionError why
# AssertionError 
# 1 x ['y', 'z']
# 2 3 []
# 2 True False True True 2
# [1, 2, 3, 10, 20, 30]
# dictionary changed size during iteration
