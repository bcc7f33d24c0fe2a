"""Prints the public face of built-in modules and types: one line for each name, with its kind and signature.

    python describe.py MODULE...

A line is `path<tab>kind<tab>signature`; a module that cannot be imported gives one line `MODULE<tab>missing`.
"""

import sys


def kind_of(value):
    kind = type(value).__name__
    return {'type': 'class', 'ABCMeta': 'class', 'EnumType': 'class'}.get(kind, kind)


def signature_of(value):
    if not callable(value):
        return ''
    try:
        return str(inspect.signature(value))
    except Exception as error:
        return type(error).__name__


def describe(path, value, seen):
    print(path + '\t' + kind_of(value) + '\t' + signature_of(value).split(' at 0x')[0])
    if isinstance(value, type) and value not in seen:
        seen.add(value)
        for name in sorted(dir(value)):
            try:
                member = getattr(value, name)
            except AttributeError:
                continue
            if isinstance(member, type):
                print(path + '.' + name + '\tclass\t')
            else:
                describe(path + '.' + name, member, seen)


def main():
    for name in sys.argv[1:]:
        try:
            module = __import__(name)
        except ImportError:
            print(name + '\tmissing')
            continue
        seen = {object, type} if name != 'builtins' else set()
        for member in sorted(dir(module)):
            if member.startswith('__') and name != 'builtins' or member in ('__loader__', '__spec__', '_'):
                continue
            value = getattr(module, member)
            if isinstance(value, type) and value.__module__ == 'builtins' and name != 'builtins':
                print(name + '.' + member + '\tclass\t')
                continue
            describe(name + '.' + member, value, seen)


try:
    import inspect
except Exception as error:
    print('inspect\tmissing\t' + type(error).__name__)
    sys.exit(1)
main()
