"""f-strings (PEP 701): nesting, conversion, =, format specs, quotes, escapes; and t-strings (PEP 750)."""

name, n, pi = 'Ann', 42, 3.14159
print(f'{name!r} {name!s} {"naïve"!a} {n:05d} {pi:.2f} {n:#x} {n:>6}|{n:<6}|{n:^6}|')
print(f'{n=} {n = } {n=:08} {name=!s} {n + 1=}')
print(f'{{}} {{{n}}} {n}{{')
width, precision = 10, 3
print(f'{pi:{width}.{precision}} {pi:{"<"}{width}}| {n:{"0"}>{4}}')
print(f'{f"{f"{n}"}"} {'nested same quotes'}')
print(f"{'\n'.join(['a', 'b'])}")
print(f'''{
    n  # a comment
    + 1
} multi
line''')
print(f'{(lambda x: x * 2)(4)} {[x for x in range(3)]} { {"k": 2}["k"] } {{}}')
print(rf'\d{n}\n', f'\x41\u00e9\N{BULLET}{n}', fr'{n}\{n}')
print(f'{n:,} {n*1000:_} {-n:+} {n:%} {n:e}')
print('implicit ' f'{n}' ' concatenation' rf'\{n}')


class Custom:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'REPR'

    def __str__(self):
        return 'STR'


c = Custom()
print(f'{c} {c:spec} {c!r} {c!s} {c!r:>6} {c=} {c=!s}')
print(f'{c:{n}{name}}')
for source in ["f'{1:d}' f'{'x':d}'", "f'{1.5:d}'", "f'{[]:5}'", "f'{undefined}'", "f'{1!z}'", "f'{}'", "f'{1'", "f'}'", "f'{a b}'"]:
    try:
        print(eval(source))
    except Exception as error:
        print(type(error).__name__, error)

template = t'Hello {name!r:>8} and {n + 1}!'
print(type(template).__name__, template.strings, template.values)
for part in template.interpolations:
    print(part.value, part.expression, part.conversion, part.format_spec)
print(list(template)[0], [type(p).__name__ for p in template])
# expect-stdout:
# 'Ann' Ann 'na\xefve' 00042 3.14 0x2a     42|42    |  42  |
# n=42 n = 42 n=00000042 name=Ann n + 1=43
# {} {42} 42{
#       3.14 3.14159   | 0042
# 42 nested same quotes
# a
# b
# 43 multi
# line
# 8 [0, 1, 2] 2 {}
# \d42\n Aé•42 42\42
# 42 42_000 -42 4200.000000% 4.200000e+01
# implicit 42 concatenation\42
# <> <spec> REPR STR   REPR c=REPR c=STR
# <42Ann>
# ValueError Unknown format code 'd' for object of type 'str'
# ValueError Unknown format code 'd' for object of type 'float'
# TypeError unsupported format string passed to list.__format__
# NameError name 'undefined' is not defined
# SyntaxError f-string: invalid conversion character 'z': expected 's', 'r', or 'a' (<string>, line 1)
# SyntaxError f-string: valid expression required before '}' (<string>, line 1)
# SyntaxError f-string: expecting '}' (<string>, line 1)
# SyntaxError f-string: single '}' is not allowed (<string>, line 1)
# SyntaxError invalid syntax. Perhaps you forgot a comma? (<string>, line 1)
# Template ('Hello ', ' and ', '!') ('Ann', 43)
# Ann name r >8
# 43 n + 1 None 
# Hello  ['str', 'Interpolation', 'str', 'Interpolation', 'str']
