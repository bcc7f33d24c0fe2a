# Docstrings lose their shared indentation when they are compiled (3.13).
def f():
    """First
      more
    back
    	tab

    """


class C:
    """  Title

        indented
    """


assert f.__doc__ == 'First\n  more\nback\n    tab\n\n', f.__doc__
assert f.__code__.co_consts[0] == f.__doc__
assert C.__doc__ == 'Title\n\nindented\n', C.__doc__

for text, cleaned in [
    ('a\n   ', 'a\n   '),
    ('\ta\tb\n  c\n\td', 'a       b\nc\n      d'),
    ('a\n\x0c  b\n  c', 'a\n\x0c  b\n  c'),
    ('', ''),
]:
    namespace = {}
    exec(repr(text), namespace)
    assert namespace['__doc__'] == cleaned, namespace['__doc__']
