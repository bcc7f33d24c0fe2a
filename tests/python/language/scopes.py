"""Names: local, global, nonlocal, class bodies, comprehensions, deletion, late binding."""

x = 'global'


def outer():
    x = 'outer'

    def inner():
        nonlocal x
        x = 'changed'
        return x

    before = x
    inner()
    return before, x


def uses_global():
    global x, created
    created = 1
    x = 'set by function'
    return x


print(outer(), x)
print(uses_global(), x, created)


class Body:
    x = 'class'
    y = x
    z = [x for _ in range(1)]
    first = [i for i in [x]]

    def method(self):
        return x


print(Body.y, Body.z, Body.first, Body().method())

functions = [lambda: i for i in range(3)]
print([f() for f in functions])
print([f() for f in [lambda i=i: i for i in range(3)]])
i = 'untouched'
[i for i in range(5)]
print(i)


def unbound(flag):
    if flag:
        value = 1
    return value


def deleted():
    value = 1
    del value
    return value


def closure():
    def read():
        return later
    try:
        read()
    except NameError as error:
        print(type(error).__name__, error, error.name)
    later = 5
    return read()


for function, args in ((unbound, (False,)), (deleted, ()), (lambda: undefined_name, ())):
    try:
        function(*args)
    except NameError as error:
        print(type(error).__name__, error, error.name)
print(closure())


def shadow(print_=print):
    exec('y = 10')
    return 'y' in locals()


print(shadow())
space = {}
exec('a = 1\ndef f(): return a\nb = f()', space)
print(space['b'], sorted(k for k in space if k != '__builtins__'))
print(eval('a + b', {'a': 1}, {'b': 2}))
print([y := 1, y**2], y)
print(any((last := n) > 3 for n in range(10)), last)


def snapshot(a, b=2):
    c = a
    return sorted(locals().items())


print(snapshot(1))
# expect-stdout:
# ('outer', 'changed') global
# set by function set by function 1
# class ['set by function'] ['class'] set by function
# [2, 2, 2]
# [0, 1, 2]
# untouched
# UnboundLocalError cannot access local variable 'value' where it is not associated with a value None
# UnboundLocalError cannot access local variable 'value' where it is not associated with a value None
# NameError name 'undefined_name' is not defined undefined_name
# NameError cannot access free variable 'later' where it is not associated with a value in enclosing scope later
# 5
# False
# 1 ['a', 'b', 'f']
# 3
# [1, 1] 1
# True 4
# [('a', 1), ('b', 2), ('c', 1)]
