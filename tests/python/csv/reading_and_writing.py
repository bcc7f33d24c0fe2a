"""csv: readers, writers, dialects and their errors."""

import csv
import io

print(list(csv.reader(['a,"b ""q"" c",d', '"x', 'y",z', '', ' 1 ,2'])))
print(list(csv.reader(["a;'b;c';d"], delimiter=';', quotechar="'")))
print(list(csv.reader(['1,"2",,""'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(['1,"2",,""'], quoting=csv.QUOTE_STRINGS)))
print(list(csv.reader(['1,"2",,""'], quoting=csv.QUOTE_NOTNULL)))
print(list(csv.reader(['a\\,b,c'], escapechar='\\', quoting=csv.QUOTE_NONE)))
print(list(csv.reader(['a,\U0001f600,é'])))
reader = csv.reader(io.StringIO('a,b\r\n1,2\r\n'))
print(next(reader), reader.line_num, list(reader), reader.line_num)
print(list(csv.DictReader(io.StringIO('k,v\n1,2\n3\n'))))


def written(*rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


print(repr(written([1, 'a,b', None, 2.5, 'x"y', 'l\nm'], [''], [])))
print(repr(written([1, 'a', None], quoting=csv.QUOTE_ALL, lineterminator='\n')))
print(repr(written([1, 'a', None], quoting=csv.QUOTE_NONNUMERIC)))
print(repr(written([1, 'a', None], quoting=csv.QUOTE_STRINGS)))
print(repr(written([1, 'a', None], quoting=csv.QUOTE_NOTNULL)))
print(repr(written(['a"b'], doublequote=False, escapechar='\\')))
print(csv.list_dialects(), csv.get_dialect('excel-tab').delimiter == '\t')


def error(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as e:
        print(type(e).__name__, e)


error(written, ['a,b'], quoting=csv.QUOTE_NONE)
error(written, [''], quoting=csv.QUOTE_NONE)
error(written, 5)
error(lambda: list(csv.reader(['"a"b'], strict=True)))
error(lambda: list(csv.reader(['a\rb'])))
error(lambda: list(csv.reader([b'a'])))
error(csv.reader, [], delimiter='ab')
error(csv.reader, [], quotechar=None, quoting=csv.QUOTE_ALL)
error(csv.reader, [], nonsense=1)
error(csv.reader, [], dialect='nonsense')
error(csv.get_dialect, 'nonsense')
error(csv.writer, 5)
error(csv.field_size_limit, 'x')
# expect-stdout:
# [['a', 'b "q" c', 'd'], ['xy', 'z'], [], [' 1 ', '2']]
# [['a', 'b;c', 'd']]
# [[1.0, '2', '', '']]
# [[1.0, '2', None, '']]
# [['1', '2', None, '']]
# [['a,b', 'c']]
# [['a', '😀', 'é']]
# ['a', 'b'] 1 [['1', '2']] 2
# [{'k': '1', 'v': '2'}, {'k': '3', 'v': None}]
# '1,"a,b",,2.5,"x""y","l\nm"\r\n""\r\n\r\n'
# '"1","a",""\n'
# '1,"a",""\r\n'
# '1,"a",\r\n'
# '"1","a",\r\n'
# 'a\\"b\r\n'
# ['excel', 'excel-tab', 'unix'] True
# Error need to escape, but no escapechar set
# Error single empty field record must be quoted
# Error iterable expected, not int
# Error ',' expected after '"'
# Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# Error iterator should return strings, not bytes (the file should be opened in text mode)
# TypeError "delimiter" must be a unicode character, not a string of length 2
# TypeError quotechar must be set if quoting enabled
# TypeError this function got an unexpected keyword argument 'nonsense'
# Error unknown dialect
# Error unknown dialect
# TypeError argument 1 must have a "write" method
# TypeError limit must be an integer
